"""What holds of a quote, given where its words stand: rules that name the words which decide."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quotetrace.config import CheckOptions
from quotetrace.lang import everywhere
from quotetrace.models import Change, Checked, Flag, Link, Pair, Place, Quote, Span, Verdict
from quotetrace.text import HIDDEN, brackets, cuts, fold, same_name, words

ORDER: tuple[Verdict, ...] = ("exact", "same-words", "excerpt", "misattributed", "altered", "not-found")
"""The verdicts, the best first."""
MEANING = frozenset({"negation", "number", "name", "modal"})  # flags with which words left out have altered a quote
APART = frozenset({"speaker", "scare-marks"})  # flags that say nothing of a quote and its source
EDGES = " \t\r\n\xa0.,;:!?…–—-\"'“”‘’„‚«»‹›()"
GAPS = re.compile(r"\s+")
MARKS = re.compile(r"[^\w\s]+")
APOSTROPHES = str.maketrans("’ʼ", "''", HIDDEN)
SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*\w)")
REACH, LEAD = 3, 8  # words before a quote in which a negation is looked for: in the source, in the draft
LEAST = 4  # words of a part that can be looked for alone


@dataclass(frozen=True, slots=True)
class Sourced:
    """Where the words of a quote stand: the pair (``a`` the source, ``b`` the quote), its link, and the place.

    ``lead`` is what stands before the quote in its own sentence.
    """

    pair: Pair
    link: Link
    place: Place
    lead: str = ""


def told(found: Sourced) -> tuple[Flag, ...]:
    """The flags that say something of a quote and its source."""
    flags = tuple(flag for flag in found.link.flags if flag.name not in APART)
    lost = _lost_negation(found)
    if lost and not any(flag.name == "negation" for flag in flags):
        return (*flags, Flag("negation", lost))
    return flags


def _lost_negation(found: Sourced) -> str | None:
    """A negation right before the words of the source, which the draft does not have before its quote either."""
    source = found.pair.a
    before = _sentence_before(source.text[: max(found.place.span.start - source.start, 0)])
    negations = everywhere("negations")
    lost = [word for word in fold(before)[-REACH:] if word in negations]
    return lost[-1] if lost and negations.isdisjoint(fold(found.lead)[-LEAD:]) else None


def _sentence_before(text: str) -> str:
    ends = [end.end() for end in SENTENCE.finditer(text + "x")]
    return text[ends[-1] :] if ends else text


def judge(found: Sourced, options: CheckOptions) -> Checked:
    """The verdict on a quote by one place."""
    quote, link = found.pair.b.quote, found.link
    flags = tuple(flag for flag in told(found) if flag.name != "silent-cut" or flag.a)  # what a draft adds is no cut
    verdict, why = _verdict(found, {flag.name for flag in flags})
    if ORDER.index(verdict) <= ORDER.index("excerpt") and same_name(found.place.speaker, quote.speaker) is False:
        flags = (*flags, Flag("speaker", found.place.speaker or "", quote.speaker or ""))
        verdict, why = "misattributed", f"the words of {found.place.speaker}, not of {quote.speaker}"
    holds = not {verdict, *(flag.name for flag in flags)} & set(options.fail_on)
    return Checked(quote, verdict, holds, why, found.place, replace(link, flags=flags))


def _verdict(found: Sourced, flags: set[str]) -> tuple[Verdict, str]:
    changes = list(_changed(found))
    if not changes:
        if "negation" in flags:
            return "excerpt", "the same words, without the negation right before them"
        source = found.pair.a
        here = source.text[found.place.span.start - source.start : found.place.span.end - source.start]
        return _same(_printed(here), _printed(found.pair.b.text))
    if any(change.b for change in changes) or flags & MEANING:
        count = len(changes)
        return "altered", f"the words differ in {count} {'place' if count == 1 else 'places'}"
    if found.link.relation in ("verbatim", "excerpt"):
        return "excerpt", "words are left out where the quote marks a cut"
    if "silent-cut" in flags:
        return "excerpt", "words are left out with no mark"
    return "excerpt", "hesitations are left out"


def _same(source: str, quote: str) -> tuple[Verdict, str]:
    """The verdict on the same words, by what differs in print."""
    if source == quote:
        return "exact", "letter for letter"
    source, quote = source.casefold(), quote.casefold()
    if source == quote:
        return "same-words", "only case differs"
    if MARKS.sub(" ", source).split() == MARKS.sub(" ", quote).split():
        return "same-words", "only marks and case differ"
    return "same-words", "spelling, figures or an editor's brackets differ"


def _changed(found: Sourced) -> Iterator[Change]:
    """The changes but for spelling, an editor's words in brackets, and the "that" of reported speech."""
    here, there = found.pair.a, found.pair.b
    editor = [(there.start + start, there.start + end) for start, end in brackets(there.text)]
    for change in (*found.link.changes, *_beyond(found)):
        gone = fold(here.text[change.a.start - here.start : change.a.end - here.start]) if change.a else ()
        new = fold(there.text[change.b.start - there.start : change.b.end - there.start]) if change.b else ()
        inserted = change.b and any(x <= change.b.start and change.b.end <= y for x, y in editor)
        introduced = there.quote.kind == "indirect" and not gone and new == ("that",)
        if gone != new and not inserted and not introduced:
            yield change


def _beyond(found: Sourced) -> Iterator[Change]:
    """The words of the quote before and after what was found of it in the source."""
    there, linked = found.pair.b, [found.link.b_span, *(change.b for change in found.link.changes if change.b)]
    first, last = min(span.start for span in linked), max(span.end for span in linked)
    outside = [word for word in words(there.text, there.start) if word.end <= first or word.start >= last]
    for run in ([word for word in outside if word.end <= first], [word for word in outside if word.start >= last]):
        if run:
            yield Change("insert", None, Span(run[0].start, run[-1].end))


def _printed(text: str) -> str:
    """Text as it is compared letter for letter: one line, one kind of apostrophe, no hidden characters, no edges."""
    return GAPS.sub(" ", text.translate(APOSTROPHES)).strip(EDGES)


def best(quote: Quote, checked: Sequence[Checked], options: CheckOptions) -> Checked:
    """The best of the verdicts on ``quote``, with the other places of that verdict; not found where there is none."""
    if not checked:
        return Checked(quote, "not-found", "not-found" not in options.fail_on, "no source has these words")
    ranked = sorted(checked, key=_rank)
    also = [one.place for one in ranked[1:] if one.verdict == ranked[0].verdict and one.place]
    return replace(ranked[0], also=tuple(also))


def _rank(one: Checked) -> tuple[int, bool, int]:
    assert one.place
    named = same_name(one.place.speaker, one.quote.speaker) is not True
    return ORDER.index(one.verdict), named, len(one.link.changes) if one.link else 0


def parts(quote: Quote) -> list[Quote]:
    """The sentences of a quote, and what stands between marked cuts, each as a quote; none if it is all one part."""
    ends = sorted({found.end() for found in SENTENCE.finditer(quote.text)} | set(cuts(quote.text)))
    bounds = [0, *ends, len(quote.text)]
    found = [_part(quote, start, end) for start, end in pairwise(bounds) if start < end]
    long = [part for part in found if len(words(part.text)) >= LEAST]
    return long if len(long) > 1 and len(long) == sum(bool(fold(part.text)) for part in found) else []


def _part(quote: Quote, start: int, end: int) -> Quote:
    span = Span(quote.span.start + start, quote.span.start + end)
    return replace(quote, span=span, text=quote.text[start:end])


def spliced(quote: Quote, found: Sequence[Checked], options: CheckOptions) -> Checked | None:
    """The verdict on a quote whose parts were ``found`` each in a place of its own; None if one of them was not."""
    places = [one.place for one in found if one.place and one.verdict != "altered"]
    link = found[0].link if found else None
    if not link or len(places) < len(found):
        return None
    pieces = " / ".join(GAPS.sub(" ", one.quote.text).strip(EDGES) for one in found)
    flags = [Flag("splice", pieces, pieces)]
    flags += [flag for one in found if one.link for flag in one.link.flags if flag.name == "speaker"]
    holds = not {"altered", *(flag.name for flag in flags)} & set(options.fail_on)
    why = f"put together from {len(places)} separate places"
    return Checked(quote, "altered", holds, why, places[0], replace(link, flags=tuple(flags)), tuple(places[1:]))
