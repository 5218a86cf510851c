"""What speaks for and against one article as the source of another. Every kind is one function over a pair."""

import re
from collections.abc import Callable
from math import log2

from quotetrace.models import Article, Evidence
from quotetrace.trace.credits import own_line
from quotetrace.trace.dates import NO_DATE, told
from quotetrace.trace.houses import common_credit, credit, credit_beside, credited_back, elsewhere, named_back, relayed
from quotetrace.trace.names import has_name
from quotetrace.trace.pairs import Pair
from quotetrace.trace.phrases import handout_words
from quotetrace.trace.weights import found, short
from quotetrace.trace.wordings import (
    contained,
    defect,
    deviation,
    frame,
    lost,
    one_way,
    other_words,
    prepared,
    same_words,
    translation,
)

Kind = Callable[[Pair], Evidence | None]

ALONE = 30
SHORT = 40
HEAD = 60
"""In characters: what counts as the head of an article."""
REPORT = 8
"""In sentences: who copies adds a few, who has so many of his own was there, or asked."""


def date(pair: Pair) -> Evidence:
    """Both dates, with their origin. It decides what is possible; it proves nothing, so it weighs nothing."""
    a, b = told(pair.source), told(pair.target)
    if pair.order not in ("before", "after"):
        a, b = sorted((a, b))  # read alike from either side, and printed once
    match pair.order:
        case "before":
            text = f"{a} is before {b}"
        case "after":
            text = f"{a} is after {b}"
        case "same":
            text = f"{f'both {a}: they' if a == b else f'{a} and {b}'} do not say which was first"
        case _:
            text = "neither has a date" if a == b == NO_DATE else f"{a} and {b} cannot be put in order"
    return Evidence("date", text)


def narration(pair: Pair) -> Evidence | None:
    """The reporter's own sentences came along. A unit for every doubling of ``SHORT`` words that are no names: as many
    may be a handout's."""
    if not pair.reuse or pair.by_chance:
        return None
    share = f"{pair.reuse.share:.0%} of the shorter text outside the quotes"
    text = f"{share}, as in “{short(pair.reuse.rarest)}”"
    return found("narration", text, max(0.1, log2(pair.telling / SHORT)))


def own(pair: Pair) -> Evidence | None:
    """Much of the target's narration is not in the source: what they share may be a handout. A unit is all of it."""
    if pair.by_chance or pair.covered > 0.75:
        return None
    rest = 1 - pair.covered
    return found("own-narration", f"{rest:.0%} of the target's narration is not in the source", rest)


def own_report(pair: Pair) -> Evidence | None:
    """Another outlet's target has many sentences that are not in the source: it reports; a few may be a handout's."""
    count = pair.own_sentences
    if pair.same_outlet or pair.by_chance or count < REPORT:
        return None
    return found("own-report", f"{count} sentences of the target are not in the source")


def own_quotes(pair: Pair) -> Evidence | None:
    """The target quotes more of the same speaker than the source does: it has a way of its own to what was said. A unit
    for each quote, three at most."""
    if not pair.own_quotes:
        return None
    return found("own-quotes", f"only the target has “{short(pair.own_quotes[0])}”", min(3, len(pair.own_quotes)))


def agency(pair: Pair) -> Evidence | None:
    """What they share stands under an agency's name in one of them, or in a third article."""
    if not pair.reuse or pair.by_chance or not pair.agency:
        return None
    return found("agency-text", f"the shared narration stands under “{pair.agency}”")


def agency_own(pair: Pair) -> Evidence | None:
    """The source is an agency's own article, under the agency's name: its text is sent out, and printed by others."""
    if not pair.reuse or pair.by_chance or own_line(pair.target):
        return None
    words = own_line(pair.source)
    return found("agency-own", f"the source is an agency's own text: “{short(words)}”") if words else None


def handout(pair: Pair) -> Evidence | None:
    """The source is headed as a text that is sent out to the press, by a house that it speaks of; the target is not."""
    if pair.same_outlet or not pair.reuse or pair.by_chance or _headed(pair.target):
        return None
    words = _headed(pair.source) if has_name(pair.source.text, pair.source.outlet or pair.source.key) else ""
    return found("handout", f"the source is sent out to the press: “{words}”") if words else None


def _headed(article: Article) -> str:
    return handout_words(f"{article.title or ''}\n{article.text[: article.body + HEAD]}")


def lacking(pair: Pair) -> Evidence | None:
    """Another possible source has narration of the target that this one lacks: a unit for every 30 characters."""
    more = pair.lacking.bit_count() - 45
    if more <= 0:
        return None
    start, end = _longest(pair.lacking)
    text = f"the target also has “{short(pair.target.text[start:end])}”, which is not here"
    return found("lacking", text, min(6.0, more / 30))


def whole(pair: Pair) -> Evidence | None:
    """How much of the source's narration the target has: who had a handout as well has another choice of it."""
    if pair.by_chance:
        return None
    much = "most" if pair.of_source > 0.5 else "some"
    return found("of-source", f"{much} of the source's narration is in the target", pair.of_source)


def only_here(pair: Pair) -> Evidence | None:
    """Narration that no other outlet's article could have given. A unit for every doubling of 30 characters."""
    alone = pair.here & ~pair.elsewhere
    if pair.by_chance or alone.bit_count() < ALONE:
        return None
    start, end = _longest(alone)
    text = f"of all possible sources only this one has “{short(pair.target.text[start:end])}”"
    return found("only-here", text, log2(1 + alone.bit_count() / ALONE))


def third(pair: Pair) -> Evidence | None:
    """A third article shares with each of the two what they do not share with one another: neither has all of it."""
    if not pair.third:
        return None
    return found("third-text", f"{pair.third.outlet or pair.third.key} has more of either than they share")


def nearer(pair: Pair) -> Evidence | None:
    """Others have narration of the source that the target lacks, and none the other way about: they took it from the
    source, and not by way of the target. A unit for each, five at most; looked at where the dates do not tell."""
    if not pair.nearer or pair.by_chance:
        return None
    (other, bits), *more = pair.nearer
    start, end = _longest(bits)
    who = f"{other.outlet or other.key} and {len(more)} more have" if more else f"{other.outlet or other.key} has"
    words = f"“{short(pair.source.text[start:end])}” of the source, which the target lacks"
    return found("nearer", f"{who} {words}, and nothing the other way about", min(5, len(pair.nearer)))


def other_order(pair: Pair) -> Evidence | None:
    """What both have stands in another order: they were there, or have it from elsewhere. How much would have to be
    moved says no more: who copies and arranges anew moves much."""
    if pair.same_outlet or not pair.moved:
        return None
    here, side = pair.moved[0], pair.source.id > pair.target.id
    words = short(here[0 if side else 1].of(pair.target.text))
    return found("other-order", f"what both have stands in another order: “{words}”")


def republished(pair: Pair) -> Evidence | None:
    """The same outlet, with its own sentences again: a unit from a quarter of the target's on, for a sentence or two of
    background come back in every story."""
    if not pair.same_outlet or pair.by_chance:
        return None
    return found("republished", f"both stand in {pair.source.outlet}", min(1.0, 4 * pair.covered))


EVIDENCE: tuple[Kind, ...] = (
    credit,
    credit_beside,
    relayed,
    credited_back,
    named_back,
    elsewhere,
    common_credit,
    narration,
    own,
    own_report,
    whole,
    own_quotes,
    agency,
    agency_own,
    handout,
    lacking,
    only_here,
    third,
    nearer,
    other_order,
    republished,
    deviation,
    lost,
    defect,
    translation,
    same_words,
    frame,
    other_words,
    contained,
    one_way,
    prepared,
    date,
)


def weigh(pair: Pair, kinds: tuple[Kind, ...] = EVIDENCE) -> tuple[Evidence, ...]:
    """All that ``kinds`` have to say, in their order."""
    return tuple(found for kind in kinds if (found := kind(pair)))


def _longest(bits: int) -> tuple[int, int]:
    """The longest run of ones in ``bits``, as a half-open span.

    >>> _longest(0b1101110)
    (1, 4)
    """
    runs = (run.span() for run in re.finditer("1+", f"{bits:b}"[::-1]))
    return max(runs, key=lambda run: run[1] - run[0], default=(0, 0))
