"""A pair as the rules look at it: the words of both sides, where they differ, what is marked as cut or as edited."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quotetrace.classify.aligned import Aligned, aligned
from quotetrace.models import Pair, Side, Span
from quotetrace.text import Word, brackets, cuts, words

STOP = re.compile(r"[.!?…;](?!\w)")
MARKED = re.compile(r"(?<!\w)[\"'“‘«„]([^\"'“”‘’«»„\n]{1,60})[\"'”’»“](?!\w)")


@dataclass(frozen=True, slots=True)
class Text:
    """One side. ``cuts`` are the offsets of marked cuts, ``editor`` the spans of an editor's words in brackets."""

    side: Side
    words: tuple[Word, ...]
    cuts: tuple[int, ...]
    editor: tuple[Span, ...]
    stretch: Span

    def at(self, span: Span | None) -> tuple[Word, ...]:
        """The words in a span of the article."""
        return tuple(word for word in self.words if span and span.start <= word.start < span.end)

    def raw(self, span: Span | None) -> str:
        """The text of a span of the article, as printed."""
        return self.side.text[span.start - self.side.start : span.end - self.side.start] if span else ""

    def enclosed(self, span: Span) -> str:
        """The text of a span, with the bracket beside it that closes or opens one of its own; none that stays alone."""
        before = self.side.text[: span.start - self.side.start][-1:]
        after = self.side.text[span.end - self.side.start :][:1]
        found = self.raw(span)
        for opening, closing in ("()", "[]"):
            over = found.count(opening) - found.count(closing)
            if over > 0 and after == closing:
                found, over = found + closing, over - 1
            elif over < 0 and before == opening:
                found, over = opening + found, over + 1
            if over:
                found = found.replace(opening, "").replace(closing, "")
        return found

    def edited_in(self, span: Span | None) -> bool:
        """Whether the span is an editor's words in square brackets."""
        return span is not None and any(x.start <= span.start and span.end <= x.end for x in self.editor)

    def printed(self, word: Word) -> str:
        """A word as printed."""
        return self.raw(Span(word.start, word.end))

    def starts_sentence(self, word: Word) -> bool:
        """Whether a word may have its capital from the start of the text or of a sentence."""
        before = self.side.text[max(word.start - self.side.start - 6, 0) : word.start - self.side.start]
        return before.strip(" \"'“”‘’«»([-–—\n")[-1:] in ("", ".", "!", "?", "…", ":")

    def follows(self, word: Word) -> str:
        """The text right behind a word."""
        return self.side.text[word.end - self.side.start :][:2]

    def in_marks(self) -> frozenset[Word]:
        """The words, up to a few, that stand in marks of their own within the text."""
        spans = [found.span(1) for found in MARKED.finditer(self.side.text)]
        places = [Span(self.side.start + start, self.side.start + end) for start, end in spans]
        return frozenset(word for place in places for word in self.at(place))

    def sentences(self, span: Span) -> list[Span]:
        """The words of a span, parted where a sentence or a marked cut ends between them."""
        found: list[Span] = []
        for word in self.at(span):
            if found and not self.ends_sentence(found[-1].end, word.start):
                found[-1] = Span(found[-1].start, word.end)
            else:
                found.append(Span(word.start, word.end))
        return found

    def ends_sentence(self, start: int, end: int) -> bool:
        """Whether a sentence or a marked cut ends between two offsets."""
        return bool(STOP.search(self.side.text[max(start - self.side.start, 0) : max(end - self.side.start, 0)]))


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that differ within the statement: folded, empty on a side that has none.

    ``cut``: the side without words marks a cut there. ``editor``: the words are an editor's, in brackets.
    """

    row: Aligned
    a: tuple[str, ...]
    b: tuple[str, ...]
    cut: bool
    editor: bool


@dataclass(frozen=True, slots=True)
class View:
    """``common``: of the words of the stretch on its longer side, the share that are the same.

    ``whole``: for each side, whether the stretch takes in all its words.
    """

    pair: Pair
    a: Text
    b: Text
    differences: tuple[Difference, ...]
    common: float
    whole: tuple[bool, bool]

    def same(self) -> Iterator[tuple[Word, Word]]:
        """The words of the stretch that are equal, side by side."""
        first, end = self.pair.stretch[:2]
        for block in self.pair.blocks:
            if block.op == "equal" and first <= block.a_from < end:
                yield from zip(
                    self.a.words[block.a_from : block.a_to], self.b.words[block.b_from : block.b_to], strict=True
                )

    @property
    def indirect(self) -> int:
        """How many of the two sides are reported without marks, as a whole or around a fragment in marks."""
        return sum(side.quote.kind == "indirect" or side.text != side.quote.text for side in (self.pair.a, self.pair.b))


def view(pair: Pair) -> View:
    """What the rules need to know of a pair."""
    a_from, a_to, b_from, b_to = pair.stretch
    a, b = _text(pair.a, a_from, a_to), _text(pair.b, b_from, b_to)
    rows = aligned(pair, a.words, b.words)
    inside = [row for row in rows if _inside(row, a, b)]
    same = sum(len(a.at(row.a)) for row in inside if row.op is None)
    longer = max(len(a.at(a.stretch)), len(b.at(b.stretch)), 1)
    return View(pair, a, b, tuple(_differences(rows, a, b)), same / longer, (_whole(a), _whole(b)))


def _text(side: Side, first: int, end: int) -> Text:
    folded = words(side.text, side.start)
    return Text(
        side,
        folded,
        tuple(side.start + place for place in cuts(side.text)),
        tuple(Span(side.start + start, side.start + end) for start, end in brackets(side.text)),
        Span(folded[first].start, folded[end - 1].end),
    )


def _whole(text: Text) -> bool:
    return text.stretch.start <= text.words[0].start and text.words[-1].end <= text.stretch.end


def _inside(row: Aligned, a: Text, b: Text) -> bool:
    """Whether all words of a row stand within the stretches."""
    spans = ((row.a, a.stretch), (row.b, b.stretch))
    return all(span is None or (x.start <= span.start and span.end <= x.end) for span, x in spans)


def _differences(rows: tuple[Aligned, ...], a: Text, b: Text) -> list[Difference]:
    """The rows that differ inside the stretch, and those at its ends that put other words into the same sentence."""
    within = [i for i, row in enumerate(rows) if row.op is None and _inside(row, a, b)]
    if not within:
        return [_difference(i, rows, a, b) for i in range(len(rows))]
    first, last = within[0], within[-1]
    found = [_difference(i, rows, a, b) for i in range(first, last) if rows[i].op]
    if first and _other_words(rows[first - 1], rows[first], a, b):
        before = _one_sentence(rows[first - 1], a, b, -1)
        found.insert(0, _difference(0, (before,), a, b))
    if last + 1 < len(rows) and _other_words(rows[last + 1], rows[last], a, b):
        after = _one_sentence(rows[last + 1], a, b, 0)
        found.append(_difference(last + 1, (*rows[: last + 1], after), a, b))
    return found


def _one_sentence(row: Aligned, a: Text, b: Text, which: int) -> Aligned:
    """A row cut down to its first sentence, or to its last: what runs on into the next is nothing that was replaced."""
    return Aligned(row.op, *(text.sentences(span)[which] for text, span in ((a, row.a), (b, row.b)) if span))


def _other_words(row: Aligned, edge: Aligned, a: Text, b: Text) -> bool:
    """Whether a row beside the stretch replaces words of the sentence that the stretch is in."""
    pairs = ((a, row.a, edge.a), (b, row.b, edge.b))
    if row.op != "replace":
        return False
    return not any(
        text.ends_sentence(min(here.end, there.end), max(here.start, there.start))
        for text, here, there in pairs
        if here and there
    )


def _difference(i: int, rows: tuple[Aligned, ...], a: Text, b: Text) -> Difference:
    """One row with its words, and whether the side that lacks words marks a cut there."""
    row = rows[i]
    sides = ((a, row.a, [x.a for x in rows[:i] if x.a]), (b, row.b, [x.b for x in rows[:i] if x.b]))
    keys = [tuple(word.key for word in text.at(span)) for text, span, _ in sides]
    editor = all(span is None or text.edited_in(span) for text, span, _ in sides)
    cut = any(_cut_after(text, max(x.end for x in before)) for text, span, before in sides if span is None and before)
    return Difference(row, keys[0], keys[1], cut, editor)


def _cut_after(text: Text, end: int) -> bool:
    """Whether a cut is marked between ``end`` and the next word."""
    following = min((word.start for word in text.words if word.start >= end), default=end)
    return any(end <= place < following for place in text.cuts)
