"""Evidence from the quotes themselves: how the wordings of two articles differ, and what stands beside them."""

import re
from collections import Counter
from collections.abc import Sequence

from quotetrace.models import Evidence, Link, Quote
from quotetrace.text import brackets, cuts, fold, words
from quotetrace.trace.frames import FRAME
from quotetrace.trace.pairs import Pair
from quotetrace.trace.phrases import phrases, prepared_words
from quotetrace.trace.weights import found, short

LACKED = 4
MOST = 8.0
EDGE = " ,.;:!?…"
CAPITAL = re.compile(r"\b[A-Z]\w+")
NAME = re.compile(r"\b([A-Z]\w+) ([A-Z]\w+)")
CONTRACTED = ("n't", "n’t", "'re", "’re", "'ll", "’ll", "'ve", "’ve")


def translation(pair: Pair) -> Evidence | None:
    """The same translation: two who translate on their own do not agree word for word."""
    if not pair.setting.translated:
        return None
    same = [link for link in pair.links if link.b_span.end - link.b_span.start >= 40 and _same_rendering(pair, link)]
    if not same:
        return None
    return found("same-translation", f"{_both(pair, same)}, of speech in another language: “{pair.setting.translated}”")


def _both(pair: Pair, links: Sequence[Link]) -> str:
    """The words that both have; where none are the same to the word, those of the target and of the source."""
    there, here = pair.said(next((link for link in links if link.relation != "edited"), links[0]))
    if " ".join(fold(here)) in " ".join(fold(there)):
        return f"“{short(here)}” in both"
    if " ".join(fold(there)) in " ".join(fold(here)):
        return f"“{short(there)}” in both"
    return f"“{short(here.strip(EDGE))}” in the target, “{short(there.strip(EDGE))}” in the source"


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


def frame(pair: Pair) -> Evidence | None:
    """The same words beside the quotes that both have, beyond "she said". A unit for each word."""
    beside = pair.frames
    if pair.same_outlet or not beside:
        return None
    units = sum(len(fold(words)) - FRAME for words in beside)
    return found("same-frame", f"“{short(max(beside, key=len))}” beside the quote in both", min(MOST, units))


def other_words(pair: Pair) -> Evidence | None:
    """Another statement of the two is worded otherwise in each: the target quotes from elsewhere, or edits."""
    if not pair.differ:
        return None
    quote = pair.differ[0]
    return found("other-words", f"another quote differs: “{short(quote.text)}”")


def contained(pair: Pair) -> Evidence | None:
    """Words of the statement that the target has and the source lacks cannot come from the source."""
    more = _more(pair)
    if not more:
        return None
    return found("not-contained", f"the source lacks “{' '.join(more[:8])}”", min(4.0, len(more) / 2))


def _more(pair: Pair) -> list[str]:
    """The words that the target quotes and the source does not, where ``LACKED`` of them are in marks; "…" for a gap.

    What stands word for word in the source is not lacking there: a paper is quoted too, in what it says itself.
    """
    known = pair.setting.words
    there = {word for q in pair.sources for word in known[q.id]}
    marked = [q for q in pair.targets if pair.setting.in_marks[q.id] and not there.issuperset(known[q.id])]
    if len({word for q in marked for word in known[q.id]} - there) < LACKED:
        return []
    text = pair.source.text
    marked = [q for q in marked if q.text.strip(EDGE) not in text]
    if len({word for q in marked for word in known[q.id]} - there) < LACKED:
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


def prepared(pair: Pair) -> Evidence | None:
    """One has the text as prepared, the other the words as delivered: neither comes from the other."""
    if all(link.relation == "verbatim" for link in pair.links):
        return None
    a, b = prepared_words(pair.source.text), prepared_words(pair.target.text)
    if bool(a) == bool(b):
        return None
    return found("prepared-text", f"“{a or b}” in one, other words in the other")
