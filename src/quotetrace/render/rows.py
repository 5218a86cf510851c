"""What is laid out: blocks of rows of pieces. They say what is shown and in what role, not where or in what colour."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal
from unicodedata import combining, east_asian_width

Role = Literal["text", "quiet", "number", "speaker", "outlet", "said", "added", "dropped", "moved", "basis", "warning"]
SIGNS: dict[Role, tuple[str, str]] = {"added": ("{+", "+}"), "dropped": ("[-", "-]"), "moved": ("{~", "~}")}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters in one role."""

    text: str
    role: Role = "text"


@dataclass(frozen=True, slots=True)
class Row:
    """One line, if it fits; ``indent`` in columns, ``hang`` more for the lines that it is broken into.

    ``brief``: a table cuts it to one line instead.
    """

    pieces: tuple[Piece, ...]
    indent: int = 0
    hang: int = 0
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A ``head``, and under it two columns where the page is wide, ``right`` below ``left`` where it is not.

    ``even``: the columns are two sides of one thing, and as wide as each other.
    """

    head: tuple[Row, ...]
    left: tuple[Row, ...] = ()
    right: tuple[Row, ...] = ()
    even: bool = False


def row(*parts: Piece | str, indent: int = 0, hang: int = 0, brief: bool = False) -> Row:
    """A row of ``parts``; a bare string is text."""
    pieces = (Piece(part) if isinstance(part, str) else part for part in parts)
    return Row(tuple(piece for piece in pieces if piece.text), indent, hang, brief)


def joined(parts: Iterable[Piece], between: str) -> Iterator[Piece]:
    """``parts`` with ``between`` in quiet."""
    for index, part in enumerate(parts):
        if index:
            yield Piece(between, "quiet")
        yield part


def columns(text: str) -> int:
    """How many columns of a terminal ``text`` takes: two for a wide character, none for one that joins the last.

    >>> columns("Mail"), columns("新华社"), columns("é")
    (4, 6, 1)
    """
    return sum(0 if combining(letter) else 1 + (east_asian_width(letter) in "WF") for letter in text)


def merged(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The same text in as few pieces as its roles need."""
    return tuple(
        Piece("".join(piece.text for piece in run), role) for role, run in groupby(pieces, key=lambda piece: piece.role)
    )


def signed(piece: Piece) -> str:
    """The text of a piece as it stands where there are no colours: wdiff's signs around words that differ.

    >>> signed(Piece("forty", "added")), signed(Piece(" forty ", "dropped"))
    ('{+forty+}', ' [-forty-] ')
    """
    if piece.role not in SIGNS or not piece.text.strip():
        return piece.text
    opening, closing = SIGNS[piece.role]
    core = piece.text.strip()
    before, _, after = piece.text.partition(core)
    return f"{before}{opening}{core}{closing}{after}"
