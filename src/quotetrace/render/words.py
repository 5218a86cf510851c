"""Two wordings in one line: the words of one, with what the other has instead shown in their place."""

from collections.abc import Iterator
from typing import NamedTuple

from quotetrace.models import Link, Quote, Span
from quotetrace.render.rows import Piece, Role, merged
from quotetrace.render.safe import one_line
from quotetrace.text import words


class Shown(NamedTuple):
    """A stretch ``[start, end)`` of ``text`` that is put before the reader."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """What it reads."""
        return self.text[self.start : self.end]


class Edit(NamedTuple):
    """At ``start`` in the later text: the earlier words that are ``gone``, and ``[start, end)`` which is new."""

    start: int
    end: int
    gone: str
    role: Role


def shown(quote: Quote, text: str, also: Span | None = None) -> Shown:
    """A quote with the words that a link compares, which may go beyond its marks: the clause around a fragment."""
    spans = [span for span in (quote.span, also) if span]
    return Shown(text, min(span.start for span in spans), max(span.end for span in spans))


def warnings(link: Link) -> Iterator[Piece]:
    """What may have changed the meaning, each with the words that say so."""
    for flag in link.flags:
        words = f" ({one_line(flag.words)})" if flag.words else ""
        yield Piece(f"{flag.name}{words}", "warning")


def inline(link: Link, a: Shown, b: Shown) -> tuple[Piece, ...]:
    """The words of ``b``, with those of ``a`` that it lacks shown where they would stand."""
    pieces = []
    at = b.start
    for edit in _edits(link, a, b):
        start, end = max(edit.start, at), max(edit.end, at)
        pieces.append(Piece(b.text[at:start], "said"))
        if edit.gone:
            pieces.append(Piece(edit.gone, "dropped"))
        pieces.append(Piece(b.text[start:end], edit.role))
        at = end
    pieces.append(Piece(b.text[at : b.end], "said"))
    return _spaced(pieces)


def sides(link: Link, a: Shown, b: Shown) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """``a`` with its words that ``b`` lacks as dropped, and ``b`` with those that ``a`` lacks as added."""
    moved = [(change.a, change.b) for change in link.changes if change.op == "move"]
    gone = [change.a for change in link.changes if change.a and change.op != "move"]
    new = [change.b for change in link.changes if change.b and change.op != "move"]
    return (
        _marked(a, [(span, "dropped") for span in gone] + [(one, "moved") for one, _ in moved if one]),
        _marked(b, [(span, "added") for span in new] + [(other, "moved") for _, other in moved if other]),
    )


def _marked(shown: Shown, spans: list[tuple[Span, Role]]) -> tuple[Piece, ...]:
    pieces, at = [], shown.start
    for span, role in sorted(spans, key=lambda marked: marked[0]):
        start, end = max(span.start, at), min(max(span.end, at), shown.end)
        pieces += [Piece(shown.text[at:start], "said"), Piece(shown.text[start:end], role)]
        at = max(at, end)
    pieces.append(Piece(shown.text[at : shown.end], "said"))
    return _spaced(pieces)


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
            before = sum(end <= change.a.start for end in common_a)
            place = common_b[min(before, len(common_b)) - 1] if before and common_b else link.b_span.start
            edits.append(Edit(place, place, change.a.of(a.text), "said"))
    return sorted(edits, key=lambda edit: (edit.start, edit.end))


def _common(text: str, linked: Span, changed: list[Span | None]) -> list[int]:
    """Where the words of the ``linked`` stretch end that no change touches."""
    spans = [span for span in changed if span]
    found = words(linked.of(text), linked.start)
    return [word.end for word in found if not any(span.start < word.end and word.start < span.end for span in spans)]


def _spaced(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Pieces on one line, fit for a terminal, with a space on either side of words that were dropped."""
    return merged(_with_spaces([Piece(one_line(piece.text), piece.role) for piece in pieces if piece.text]))


def _with_spaces(pieces: list[Piece]) -> Iterator[Piece]:
    before = Piece(" ")
    for piece in pieces:
        apart = before.text.endswith(" ") or piece.text.startswith(" ")
        if not apart and (piece.role == "dropped" or (before.role == "dropped" and piece.text[0].isalnum())):
            yield Piece(" ", "said")
        yield piece
        before = piece
