"""What speaks for and against one article as the source of another. Every kind is one function over a pair."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from math import log2

from quotetrace.models import Evidence, Link, Quote
from quotetrace.text import brackets, cuts, fold, words
from quotetrace.trace.credits import own_line
from quotetrace.trace.dates import NO_DATE, told
from quotetrace.trace.houses import common_credit, credit, credit_beside, credited_back, elsewhere, named_back, relayed
from quotetrace.trace.pairs import BY_CHANCE, Pair
from quotetrace.trace.phrases import phrases, prepared_words
from quotetrace.trace.weights import found, short

Kind = Callable[[Pair], Evidence | None]

LACKED = 4
CAPITAL = re.compile(r"\b[A-Z]\w+")
NAME = re.compile(r"\b([A-Z]\w+) ([A-Z]\w+)")
CONTRACTED = ("n't", "n’t", "'re", "’re", "'ll", "’ll", "'ve", "’ve")


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
    """The reporter's own sentences came along. A unit for every doubling of the words that are no names."""
    if not pair.reuse or pair.telling < BY_CHANCE:
        return None
    share = f"{pair.reuse.share:.0%} of the shorter text outside the quotes"
    text = f"{share}, as in “{short(pair.reuse.rarest)}”"
    return found("narration", text, log2(1 + pair.telling / 5))


def own(pair: Pair) -> Evidence | None:
    """Much of the target's narration is not in the source: what they share may be a handout. A unit is all of it."""
    if pair.telling < BY_CHANCE or pair.covered > 0.75:
        return None
    rest = 1 - pair.covered
    return found("own-narration", f"{rest:.0%} of the target's narration is not in the source", rest)


def own_quotes(pair: Pair) -> Evidence | None:
    """The target quotes more of the same speaker than the source does: it has a way of its own to what was said."""
    return found("own-quotes", f"only the target has “{short(pair.own_quote)}”") if pair.own_quote else None


def agency(pair: Pair) -> Evidence | None:
    """What they share stands under an agency's name in one of them, or in a third article."""
    if not pair.reuse or pair.telling < BY_CHANCE or not pair.agency:
        return None
    return found("agency-text", f"the shared narration stands under “{pair.agency}”")


def agency_own(pair: Pair) -> Evidence | None:
    """The source is an agency's own article, under the agency's name: its text is sent out, and printed by others."""
    if not pair.reuse or pair.telling < BY_CHANCE or own_line(pair.target):
        return None
    words = own_line(pair.source)
    return found("agency-own", f"the source is an agency's own text: “{short(words)}”") if words else None


def lacking(pair: Pair) -> Evidence | None:
    """Another possible source has narration of the target that this one lacks: a unit for every 30 characters."""
    more = pair.lacking.bit_count() - 45
    if more <= 0:
        return None
    start, end = _longest(pair.lacking)
    text = f"the target also has “{short(pair.target.text[start:end])}”, which is not here"
    return found("lacking", text, min(6.0, more / 30))


def third(pair: Pair) -> Evidence | None:
    """A third article shares with each of the two what they do not share with one another: neither has all of it."""
    if not pair.third:
        return None
    return found("third-text", f"{pair.third.outlet or pair.third.key} has more of either than they share")


def translation(pair: Pair) -> Evidence | None:
    """The same translation: two who translate on their own do not agree word for word."""
    if not pair.setting.translated:
        return None
    same = [link for link in pair.links if link.b_span.end - link.b_span.start >= 40 and _same_rendering(pair, link)]
    if not same:
        return None
    words = pair.said(same[0])[1]
    return found(
        "same-translation", f"“{short(words)}” in both, of speech in another language: “{pair.setting.translated}”"
    )


def _same_rendering(pair: Pair, link: Link) -> bool:
    """At least four in five words of the shorter side stand in the other."""
    a, b = (Counter(fold(text)) for text in pair.said(link))
    return link.relation != "paraphrase" and (a & b).total() >= 0.8 * min(a.total(), b.total())


def same_words(pair: Pair) -> Evidence | None:
    """The very same wording, where the family has others. It tells candidates apart; it shows nothing by itself."""
    if len(pair.setting.family.wordings) < 2:
        return None
    same = [link for link in pair.links if link.relation == "verbatim"]
    return found("same-words", f"“{short(pair.said(same[0])[1])}” in both") if same else None


def deviation(pair: Pair) -> Evidence | None:
    """Both leave the commonest wording in the same way, and few others do."""
    known = pair.setting.deviations
    shared = known.get(pair.source.id, frozenset()) & known.get(pair.target.id, frozenset())
    if not shared:
        return None
    rarest = min(shared, key=lambda one: (pair.setting.deviants[one], one))
    usual, here = (" ".join(words) for words in rarest)
    return found("slip", f"“{here}” in both, where most have “{usual}”")


def lost(pair: Pair) -> Evidence | None:
    """The source leaves the commonest wording where the target has kept it. What changes the sense counts double."""
    known = pair.setting.deviations
    only = known.get(pair.source.id, frozenset()) - known.get(pair.target.id, frozenset())
    if not only:
        return None
    usual, here = (" ".join(words) for words in min(only))
    sense = any(flag.name in ("negation", "number") for link in pair.links for flag in link.flags)
    units = min(2, len(only) + sense)
    return found("kept", f"the target has “{usual}” as most do, the source “{here}”", units)


def defect(pair: Pair) -> Evidence | None:
    """The same fault in the marks of the same quote."""
    quotes = {q.id: q for q in (*pair.sources, *pair.targets)}
    for link in pair.links:
        both = (
            set(quotes[link.a].defects) & set(quotes[link.b].defects) if link.a in quotes and link.b in quotes else ()
        )
        if both:
            return found("slip", f"{min(both)} in both")
    return None


def other_words(pair: Pair) -> Evidence | None:
    """Another statement of the two is worded otherwise in each: the target quotes from elsewhere, or edits."""
    if not pair.differ:
        return None
    quote = pair.differ[0]
    return found("other-words", f"another quote differs: “{short(quote.text)}”")


def contained(pair: Pair) -> Evidence | None:
    """Words of the statement that the target has and the source lacks cannot come from the source."""
    more = _more(pair, pair.targets, pair.sources)
    if not more:
        return None
    return found("not-contained", f"the source lacks “{' '.join(more[:8])}”", min(4.0, len(more) / 2))


def fuller(pair: Pair) -> Evidence | None:
    """The source has words of the statement that the target lacks, and lacks none: it was not the one to copy."""
    if pair.same_outlet or _more(pair, pair.targets, pair.sources, 1):
        return None
    more = _more(pair, pair.sources, pair.targets)
    return found("fuller", f"only the source has “{' '.join(more[:8])}”") if more else None


def _more(pair: Pair, ours: Sequence[Quote], theirs: Sequence[Quote], least: int = LACKED) -> list[str]:
    """The words that ``ours`` have and ``theirs`` lack, where there are ``least`` of them in marks; "…" for a gap."""
    known = pair.setting.words
    there = {word for q in theirs for word in known[q.id]}
    marked = [q for q in ours if pair.setting.in_marks[q.id]]
    if len({word for q in marked for word in known[q.id] if word not in there}) < least:
        return []
    more: dict[str, str] = {}
    for quote in marked:
        gap = "… " if more else ""
        for word in words(quote.text):
            if word.key in there or word.key in more:
                gap = "… " if more else ""
            else:
                more[word.key], gap = gap + quote.text[word.start : word.end], ""
    return list(more.values())


def one_way(pair: Pair) -> Evidence | None:
    """Edits that make sense one way: cut, bracketed, contracted, a name cut short, coloured."""
    for link in pair.links:
        a, b = pair.said(link)
        for what, ahead in _edits(a, b):
            return found("one-way-edit", what, 1.0 if ahead else -1.0)
    a_cues, b_cues = _cues(pair.sources), _cues(pair.targets)
    known = phrases()
    if b_cues & known.coloured and a_cues and a_cues <= known.neutral:
        return found("one-way-edit", f"“{min(a_cues)}” became “{min(b_cues & known.coloured)}”", 0.5)
    return None


def _edits(a: str, b: str) -> list[tuple[str, bool]]:
    """What was done to ``a`` to make ``b`` (True), or the other way about (False)."""
    done: list[tuple[str, bool]] = []
    if len(cuts(a)) != len(cuts(b)):
        done.append(("words left out, with an ellipsis", len(cuts(b)) > len(cuts(a))))
    if len(brackets(a)) != len(brackets(b)):
        done.append(("words explained in brackets", len(brackets(b)) > len(brackets(a))))
    short_a, short_b = (sum(text.count(form) for form in CONTRACTED) for text in (a, b))
    if short_a != short_b:
        done.append(("words contracted", short_b > short_a))
    cut_b, cut_a = _cut_short(a, b), _cut_short(b, a)
    if bool(cut_a) != bool(cut_b):
        done.append((f"“{cut_a or cut_b}” cut short", bool(cut_b)))
    return done


def _cut_short(full: str, text: str) -> str:
    """A name of ``full`` of which only the last word stands in ``text``; "".

    >>> _cut_short("Ada Brell must go", "Brell must go")
    'Ada Brell'
    """
    there = set(CAPITAL.findall(text))
    return next((f"{a} {b}" for a, b in NAME.findall(full) if b in there and a not in there), "")


def _cues(quotes: tuple[Quote, ...]) -> set[str]:
    return {q.cue.casefold() for q in quotes if q.cue}


def headline(pair: Pair) -> Evidence | None:
    """The same headline, where it is a field of its own."""
    a, b = (" ".join((one.title or "").split()) for one in (pair.source, pair.target))
    if len(a.split()) < 4 or a.casefold() != b.casefold():
        return None
    return found("headline", f"“{short(a)}” is the headline of both")


def republished(pair: Pair) -> Evidence | None:
    """The same outlet, with its own sentences again: a unit from a quarter of the target's on, for a sentence or two of
    background come back in every story."""
    if not pair.same_outlet or pair.telling < BY_CHANCE:
        return None
    return found("republished", f"both stand in {pair.source.outlet}", min(1.0, 4 * pair.covered))


def prepared(pair: Pair) -> Evidence | None:
    """One has the text as prepared, the other the words as delivered: neither comes from the other."""
    if all(link.relation == "verbatim" for link in pair.links):
        return None
    a, b = prepared_words(pair.source.text), prepared_words(pair.target.text)
    if bool(a) == bool(b):
        return None
    return found("prepared-text", f"“{a or b}” in one, other words in the other")


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
    own_quotes,
    agency,
    agency_own,
    lacking,
    third,
    republished,
    headline,
    deviation,
    lost,
    defect,
    translation,
    same_words,
    other_words,
    contained,
    fuller,
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
