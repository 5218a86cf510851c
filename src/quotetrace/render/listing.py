"""Entries as rows: a name, its value, a note, in columns."""

from collections.abc import Iterator, Sequence

from quotetrace.models import Entry
from quotetrace.render.rows import Block, Piece, Row, columns, row
from quotetrace.render.safe import one_line

MOST = 50  # columns that a value may take before the notes are no longer aligned behind it


def blocks(entries: Sequence[Entry]) -> Iterator[Block]:
    """One block, a row an entry."""
    shown = [(entry.name, one_line(text(entry)), one_line(entry.note)) for entry in entries]
    names = max((columns(name) for name, _, _ in shown), default=0)
    values = min(MOST, max((columns(value) for _, value, _ in shown), default=0))
    yield Block(tuple(_row(*line, names, values) for line in shown))


def text(entry: Entry) -> str:
    """The value as a person reads it."""
    if isinstance(entry.value, bool):
        return "true" if entry.value else "false"
    if isinstance(entry.value, tuple):
        return ", ".join(entry.value) or "-"
    return "-" if entry.value is None else str(entry.value)


def _row(name: str, value: str, note: str, names: int, values: int) -> Row:
    first = name + " " * (names - columns(name) + 2)
    gap = " " * (max(0, values - columns(value)) + 2) if note else ""
    return row(Piece(first, "outlet"), Piece(value), Piece(gap + note, "quiet"), hang=names + 2)
