"""Two wordings in one line: the words of one, with what the other has instead shown in their place."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from quotetrace.models import Change, Link, Span
from quotetrace.render.matched import in_blocks, punctuation
from quotetrace.render.rows import Piece, Role, merged
from quotetrace.render.safe import one_line
from quotetrace.render.shown import Shown
from quotetrace.text import Word, words

EDGE = " \t\r\n\xa0.,;:!?…–—-\"'“”‘’«»"


FEW = 8  # words of a flag that are told beside it; more can be seen in place


class Edit(NamedTuple):
    """At ``start`` in the later text: the earlier words that are ``gone``, and ``[start, end)`` which is new."""

    start: int
    end: int
    gone: str
    role: Role


def warnings(link: Link) -> Iterator[Piece]:
    """What may have changed the meaning, each with the words that say so where they are few."""
    for flag in link.flags:
        words = f" ({one_line(flag.words)})" if flag.words and flag.words.count(" ") < FEW else ""
        yield Piece(f"{flag.name}{words}", "warning")


def inline(link: Link, a: Shown, b: Shown) -> tuple[Piece, ...]:
    """The words of ``b``, with those of ``a`` that it lacks shown where they would stand."""
    pieces = []
    at = b.start
    for edit in _edits(_whole(link, a, b), a, b):
        start, end = max(edit.start, at), max(edit.end, at)
        pieces.append(Piece(b.text[at:start], "said"))
        if edit.gone:
            pieces.append(Piece(edit.gone, "dropped"))
        pieces.append(Piece(b.text[start:end], edit.role))
        at = end
    pieces.append(Piece(b.text[at : b.end], "said"))
    return merged(_with_spaces(_on_one_line(pieces)))


def sides(link: Link, a: Shown, b: Shown) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """``a`` with its words that ``b`` lacks as dropped, and ``b`` with those that ``a`` lacks as added.

    What differs and is no word is quiet. Where over a third of the words changed, neighbouring changes are one block.
    """
    whole = _whole(link, a, b)
    quiet = punctuation(whole, a, b)
    changes = in_blocks(whole, a, b).changes
    gone: list[tuple[Span, Role]] = [(one.a, "moved" if one.op == "move" else "dropped") for one in changes if one.a]
    new: list[tuple[Span, Role]] = [(one.b, "moved" if one.op == "move" else "added") for one in changes if one.b]
    gone += [(span, "quiet") for span in quiet[0]]
    new += [(span, "quiet") for span in quiet[1]]
    return _marked(a, gone), _marked(b, new)


def _whole(link: Link, a: Shown, b: Shown) -> Link:
    """The link of all that is shown: what lies outside the stretches that it compares is a change at either end."""
    here = _covering(link.a_span, [change.a for change in link.changes])
    there = _covering(link.b_span, [change.b for change in link.changes])
    before = words(a.text[a.start : here.start], a.start), words(b.text[b.start : there.start], b.start)
    after = words(a.text[here.end : a.end], here.end), words(b.text[there.end : b.end], there.end)
    head, tail = _alike(before[0][::-1], before[1][::-1]), _alike(*after)
    if head:
        here, there = Span(before[0][-head].start, here.end), Span(before[1][-head].start, there.end)
    if tail:
        here, there = Span(here.start, after[0][tail - 1].end), Span(there.start, after[1][tail - 1].end)
    first = _change(_core(a.text, a.start, here.start), _core(b.text, b.start, there.start))
    last = _change(_core(a.text, here.end, a.end), _core(b.text, there.end, b.end))
    return replace(
        link, changes=(*first, *link.changes, *last), a_span=Span(a.start, a.end), b_span=Span(b.start, b.end)
    )


def _covering(linked: Span, changed: Iterable[Span | None]) -> Span:
    spans = [linked, *(span for span in changed if span)]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _alike(a: Sequence[Word], b: Sequence[Word]) -> int:
    """How many words two lists have in common at their start."""
    pairs = enumerate(zip(a, b, strict=False))
    return next((n for n, (one, other) in pairs if one.key != other.key), min(len(a), len(b)))


def _core(text: str, start: int, end: int) -> Span | None:
    """The stretch without what is no word at its ends."""
    part = text[start:end]
    start += len(part) - len(part.lstrip(EDGE))
    core = part.strip(EDGE)
    return Span(start, start + len(core)) if any(map(str.isalnum, core)) else None


def _change(a: Span | None, b: Span | None) -> list[Change]:
    if a and b:
        return [Change("replace", a, b)]
    return [Change("delete" if a else "insert", a, b)] if a or b else []


def _marked(shown: Shown, spans: list[tuple[Span, Role]]) -> tuple[Piece, ...]:
    pieces, at = [], shown.start
    for span, role in sorted(spans, key=lambda marked: marked[0]):
        start, end = max(span.start, at), min(max(span.end, at), shown.end)
        pieces += [Piece(shown.text[at:start], "said"), Piece(shown.text[start:end], role)]
        at = max(at, end)
    pieces.append(Piece(shown.text[at : shown.end], "said"))
    return merged(_on_one_line(pieces))


def _edits(link: Link, a: Shown, b: Shown) -> list[Edit]:
    """The changes of ``link`` in the order of ``b``; what only ``a`` has stands after the common words before it."""
    common_a = _common(a.text, link.a_span, [change.a for change in link.changes])
    common_b = _common(b.text, link.b_span, [change.b for change in link.changes])
    edits = []
    for change in link.changes:
        if change.b:
            gone = change.a.of(a.text) if change.a and change.op != "move" else ""
            edits.append(Edit(change.b.start, change.b.end, gone, "moved" if change.op == "move" else "added"))
        elif change.a:
            before = bisect_right(common_a, change.a.start)
            place = common_b[min(before, len(common_b)) - 1] if before and common_b else link.b_span.start
            edits.append(Edit(place, place, change.a.of(a.text), "said"))
    return sorted(edits, key=lambda edit: (edit.start, edit.end))


def _common(text: str, linked: Span, changed: Iterable[Span | None]) -> list[int]:
    """Where the words of the ``linked`` stretch end that no change touches, in order."""
    touched = bytearray(linked.end - linked.start)
    for span in changed:
        if span:
            start, end = max(0, span.start - linked.start), min(len(touched), span.end - linked.start)
            touched[start:end] = b"\1" * max(0, end - start)
    found = words(linked.of(text), linked.start)
    return [word.end for word in found if not any(touched[word.start - linked.start : word.end - linked.start])]


def _on_one_line(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces fit for a terminal, without line breaks, the empty ones left out."""
    return (Piece(text, piece.role) for piece in pieces if (text := one_line(piece.text)))


def _with_spaces(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces with a space on either side of words that were dropped, which have none of their own there."""
    before = Piece(" ")
    for piece in pieces:
        apart = before.text.endswith(" ") or piece.text.startswith(" ")
        if not apart and (piece.role == "dropped" or (before.role == "dropped" and piece.text[0].isalnum())):
            yield Piece(" ", "dropped" if before.role == piece.role else "said")
        yield piece
        before = piece
