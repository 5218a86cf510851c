"""What speaks for and against one article as the source of another. Every kind is one function over a pair."""

import re
from collections import Counter
from collections.abc import Callable
from math import log2

from quotetrace.models import Evidence, Link, Quote
from quotetrace.text import brackets, cuts, fold, words
from quotetrace.trace.credits import meant, sentence
from quotetrace.trace.dates import told
from quotetrace.trace.names import has_name, same_house
from quotetrace.trace.pairs import Pair, mask
from quotetrace.trace.phrases import phrases, prepared_words

Kind = Callable[[Pair], Evidence | None]

SHOWN = 160
LACKED = 4
BY_CHANCE = 10
"""Fewer telling words than this are shared by reporters who never read one another."""
WEIGHTS: dict[str, float] = {
    "credit": 1.7,
    "credit-carried": 0.7,
    "credited-back": -6.0,
    "named-back": -6.0,
    "elsewhere": -1.4,
    "common-credit": -1.0,
    "narration": 0.8,
    "own-narration": -2.6,
    "own-quotes": -0.9,
    "agency-text": -0.5,
    "lacking": -0.5,
    "third-text": -1.5,
    "republished": 1.0,
    "headline": 0.4,
    "slip": 0.6,
    "kept": -0.7,
    "same-translation": 0.4,
    "same-words": 0.7,
    "not-contained": -1.6,
    "one-way-edit": 0.2,
    "prepared-text": -1.0,
}
"""Points of log-odds for one unit of each kind, fitted on simulated worlds: benchmarks/spread.py --fit."""
CONTRACTED = ("n't", "n’t", "'re", "’re", "'ll", "’ll", "'ve", "’ve")


def date(pair: Pair) -> Evidence:
    """Both dates, with their origin. It decides what is possible; it proves nothing, so it weighs nothing."""
    a, b = told(pair.source), told(pair.target)
    match pair.order:
        case "before":
            text = f"{a} is before {b}"
        case "after":
            text = f"{a} is after {b}"
        case "same":
            text = f"{a} and {b} do not say which was first"
        case _:
            text = f"{a} and {b} cannot be put in order"
    return Evidence("date", text)


def credit(pair: Pair) -> Evidence | None:
    """The target names the source's outlet as where it has the quote from. The words that say so may themselves have
    come along with the narration of somebody else ("credit-carried")."""
    if pair.same_outlet or not pair.source.outlet:
        return None
    for one in pair.setting.credits[pair.target.id]:
        if meant(one, pair.target, pair.source.outlet):
            span = mask([(one.span.start, one.span.end)])
            kind = "credit-carried" if pair.elsewhere & span == span else "credit"
            return _found(kind, one.span.of(pair.target.text))
    return None


def credited_back(pair: Pair) -> Evidence | None:
    """The source itself names the target's outlet as where it has the quote from: it cannot be the source."""
    if pair.same_outlet or not pair.target.outlet:
        return None
    for one in pair.setting.credits[pair.source.id]:
        if meant(one, pair.source, pair.target.outlet):
            return _found("credited-back", f"the source has it from the target: “{one.span.of(pair.source.text)}”")
    return None


def named_back(pair: Pair) -> Evidence | None:
    """The source names the target's outlet in a sentence that the two share: the words were there before."""
    name = pair.target.outlet
    if pair.same_outlet or not name or not pair.reuse or credited_back(pair):
        return None
    text, side = pair.source.text, pair.reuse.a == pair.source.id
    for a, b in pair.reuse.stretches:
        start, end = sentence(text, a if side else b)
        if has_name(text[start:end], name) and not has_name((b if side else a).of(pair.target.text), name):
            return _found(
                "named-back", f"the source names the target beside what they share: “{_short(text[start:end])}”"
            )
    return None


def elsewhere(pair: Pair) -> Evidence | None:
    """The target names another house as its source, and the source does not name that house."""
    if pair.same_outlet:
        return None
    ours = [c.name for c in pair.setting.credits[pair.source.id]]
    for one in pair.setting.credits[pair.target.id]:
        known = meant(one, pair.target, pair.source.outlet or "") or any(same_house(one.name, name) for name in ours)
        if one.kind != "told" and not known:
            return _found("elsewhere", f"the target has it from elsewhere: “{one.span.of(pair.target.text)}”")
    return None


def common_credit(pair: Pair) -> Evidence | None:
    """Both name the same third house for the text, and that house has no article in the family."""
    outlets = [one.outlet for one in pair.setting.articles.values() if one.outlet]
    ours = [c for c in pair.setting.credits[pair.source.id] if c.kind != "told"]
    for theirs in pair.setting.credits[pair.target.id]:
        if theirs.kind == "told" or any(meant(theirs, pair.target, outlet) for outlet in outlets):
            continue
        if any(same_house(theirs.name, one.name) for one in ours):
            return _found("common-credit", f"both credit {theirs.name}")
    return None


def narration(pair: Pair) -> Evidence | None:
    """The reporter's own sentences came along. A unit for every doubling of the words that are no names."""
    if not pair.reuse or pair.telling < BY_CHANCE:
        return None
    share = f"{pair.reuse.share:.0%} of the shorter text outside the quotes"
    text = f"{share}, as in “{_short(pair.reuse.rarest)}”"
    return _found("narration", text, log2(1 + pair.telling / 5))


def own(pair: Pair) -> Evidence | None:
    """Much of the target's narration is not in the source: what they share may be a handout. A unit is all of it."""
    if pair.telling < BY_CHANCE or pair.covered > 0.75:
        return None
    rest = 1 - pair.covered
    return _found("own-narration", f"{rest:.0%} of the target's narration is not in the source", rest)


def own_quotes(pair: Pair) -> Evidence | None:
    """The target quotes more of the same speaker than the source does: it has a way of its own to what was said."""
    return _found("own-quotes", f"only the target has “{_short(pair.own_quote)}”") if pair.own_quote else None


def agency(pair: Pair) -> Evidence | None:
    """What they share stands under an agency's name in one of them, or in a third article."""
    if not pair.reuse or pair.telling < BY_CHANCE or not pair.agency:
        return None
    return _found("agency-text", f"the shared narration stands under “{pair.agency}”")


def lacking(pair: Pair) -> Evidence | None:
    """Another possible source has narration of the target that this one lacks: a unit for every 30 characters."""
    more = pair.lacking.bit_count() - 45
    if more <= 0:
        return None
    start, end = _longest(pair.lacking)
    text = f"the target also has “{_short(pair.target.text[start:end])}”, which is not here"
    return _found("lacking", text, min(6.0, more / 30))


def third(pair: Pair) -> Evidence | None:
    """A third article shares with each of the two what they do not share with one another: neither has all of it."""
    if not pair.third:
        return None
    return _found("third-text", f"{pair.third.outlet or pair.third.key} has more of either than they share")


def translation(pair: Pair) -> Evidence | None:
    """The same translation: two who translate on their own do not agree word for word."""
    if not pair.setting.translated:
        return None
    same = [link for link in pair.links if link.b_span.end - link.b_span.start >= 40 and _same_rendering(pair, link)]
    if not same:
        return None
    words = pair.said(same[0])[1]
    return _found(
        "same-translation", f"“{_short(words)}” in both, and “{pair.setting.translated}” says it was translated"
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
    return _found("same-words", f"“{_short(pair.said(same[0])[1])}” in both") if same else None


def deviation(pair: Pair) -> Evidence | None:
    """Both leave the commonest wording in the same way, and few others do."""
    known = pair.setting.deviations
    shared = known.get(pair.source.id, frozenset()) & known.get(pair.target.id, frozenset())
    if not shared:
        return None
    rarest = min(shared, key=lambda one: (pair.setting.deviants[one], one))
    usual, here = (" ".join(words) for words in rarest)
    return _found("slip", f"“{here}” in both, where most have “{usual}”")


def lost(pair: Pair) -> Evidence | None:
    """The source leaves the commonest wording where the target has kept it."""
    known = pair.setting.deviations
    only = known.get(pair.source.id, frozenset()) - known.get(pair.target.id, frozenset())
    if not only:
        return None
    usual, here = (" ".join(words) for words in min(only))
    return _found("kept", f"the target has “{usual}” as most do, the source “{here}”", min(2, len(only)))


def defect(pair: Pair) -> Evidence | None:
    """The same fault in the marks of the same quote."""
    quotes = {q.id: q for q in (*pair.sources, *pair.targets)}
    for link in pair.links:
        both = (
            set(quotes[link.a].defects) & set(quotes[link.b].defects) if link.a in quotes and link.b in quotes else ()
        )
        if both:
            return _found("slip", f"{min(both)} in both")
    return None


def contained(pair: Pair) -> Evidence | None:
    """Words of the statement that the target has and the source lacks cannot come from the source."""
    known = pair.setting.words
    there = {word for q in pair.sources for word in known[q.id]}
    marked = [q for q in pair.targets if pair.setting.in_marks[q.id]]
    if len({word for q in marked for word in known[q.id] if word not in there}) < LACKED:
        return None
    more = {word.key: q.text[word.start : word.end] for q in marked for word in words(q.text) if word.key not in there}
    shown = " ".join(list(more.values())[:8])
    return _found("not-contained", f"the source lacks “{shown}”", min(4.0, len(more) / 2))


def one_way(pair: Pair) -> Evidence | None:
    """Edits that make sense one way: cut, bracketed, contracted, coloured."""
    for link in pair.links:
        a, b = pair.said(link)
        for what, ahead in _edits(a, b):
            return _found("one-way-edit", what, 1.0 if ahead else -1.0)
    a_cues, b_cues = _cues(pair.sources), _cues(pair.targets)
    known = phrases()
    if b_cues & known.coloured and a_cues and a_cues <= known.neutral:
        return _found("one-way-edit", f"“{min(a_cues)}” became “{min(b_cues & known.coloured)}”", 0.5)
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
    return done


def _cues(quotes: tuple[Quote, ...]) -> set[str]:
    return {q.cue.casefold() for q in quotes if q.cue}


def headline(pair: Pair) -> Evidence | None:
    """The same headline, where it is a field of its own."""
    a, b = (" ".join((one.title or "").split()) for one in (pair.source, pair.target))
    if len(a.split()) < 4 or a.casefold() != b.casefold():
        return None
    return _found("headline", f"“{_short(a)}” is the headline of both")


def republished(pair: Pair) -> Evidence | None:
    """The same outlet, with its own sentences again."""
    if not pair.same_outlet or pair.telling < BY_CHANCE:
        return None
    return _found("republished", f"both stand in {pair.source.outlet}")


def prepared(pair: Pair) -> Evidence | None:
    """One has the text as prepared, the other the words as delivered: neither comes from the other."""
    if all(link.relation == "verbatim" for link in pair.links):
        return None
    a, b = prepared_words(pair.source.text), prepared_words(pair.target.text)
    if bool(a) == bool(b):
        return None
    return _found("prepared-text", f"“{a or b}” in one, other words in the other")


EVIDENCE: tuple[Kind, ...] = (
    credit,
    credited_back,
    named_back,
    elsewhere,
    common_credit,
    narration,
    own,
    own_quotes,
    agency,
    lacking,
    third,
    republished,
    headline,
    deviation,
    lost,
    defect,
    translation,
    same_words,
    contained,
    one_way,
    prepared,
    date,
)


def weigh(pair: Pair, kinds: tuple[Kind, ...] = EVIDENCE) -> tuple[Evidence, ...]:
    """All that ``kinds`` have to say, in their order."""
    return tuple(found for kind in kinds if (found := kind(pair)))


def _found(kind: str, text: str, units: float = 1.0) -> Evidence:
    return Evidence(kind, text, round(WEIGHTS[kind] * units, 2))


def _short(text: str) -> str:
    """``text`` on one line, cut after a word near ``SHOWN`` characters."""
    line = " ".join(text.split())
    if len(line) <= SHOWN:
        return line
    return line[:SHOWN].rsplit(" ", 1)[0] + " …"


def _longest(bits: int) -> tuple[int, int]:
    """The longest run of ones in ``bits``, as a half-open span.

    >>> _longest(0b1101110)
    (1, 4)
    """
    runs = (run.span() for run in re.finditer("1+", f"{bits:b}"[::-1]))
    return max(runs, key=lambda run: run[1] - run[0], default=(0, 0))
