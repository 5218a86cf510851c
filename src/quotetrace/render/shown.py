"""The stretch of an article that stands for a quote on the page."""

from typing import NamedTuple

from quotetrace.models import Quote, Span
from quotetrace.render.rows import Piece


class Shown(NamedTuple):
    """A stretch ``[start, end)`` of ``text`` that is put before the reader."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """What it reads."""
        return self.text[self.start : self.end]


def shown(quote: Quote, text: str, also: Span | None = None) -> Shown:
    """A quote with the words that a link compares, which may go beyond its marks: the clause around a fragment."""
    spans = [span for span in (quote.span, also) if span]
    return Shown(text, min(span.start for span in spans), max(span.end for span in spans))


def in_marks(quote: Quote, here: Shown, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """``pieces`` in quotation marks, if what is shown is what the article has in marks: not for a whole clause."""
    if quote.kind == "indirect" or (here.start, here.end) != (quote.span.start, quote.span.end):
        return pieces
    return (Piece("“", "said"), *pieces, Piece("”", "said"))
