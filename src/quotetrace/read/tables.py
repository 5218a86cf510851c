"""CSV and TSV: a header that names the columns, then one article a row."""

import csv
import io
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from difflib import get_close_matches
from itertools import chain

from quotetrace.models import Problem
from quotetrace.read.facts import ALIASES, Raw, quoted
from quotetrace.read.records import TEXT, article_in, mapping
from quotetrace.read.stream import BOMS, LIMIT, Source, UnreadableError, decode, peek

DELIMITERS = ",;\t|"
LONGEST = LIMIT // 4
"""Characters of one field, bytes of one line."""
_END = "\0the end\0"
"""A last line of our own: where it comes out within a row, the marks round that row's last field are not closed."""
_KNOWN = {"id", *TEXT, *(name for names in ALIASES.values() for name in names)}
_CUT = "the rows before were read; the file was cut, or a quotation mark in it is not doubled"


def read_table(source: Source) -> Iterator[Raw | Problem]:
    """One record a row, read row by row; the delimiter is told by the header.

    Raises:
        UnreadableError: bytes that are no text, or a field that does not end.
    """
    lines = _Lines(source)
    head = next((line for line in lines if line.strip()), "")
    csv.field_size_limit(LONGEST)
    rows = csv.reader(chain((head,), lines, (_END,)), delimiter=max(DELIMITERS, key=head.count))
    try:
        mapped = mapping(source.options.map).values()
        header = [_name(cell, mapped) for cell in next(rows)]
        yield from _unknown_columns(header, source)
        start = lines.number + 1
        for row in rows:
            if row and row[-1].endswith(_END):
                if row != [_END]:
                    raise UnreadableError(f"line {start}: a field in marks that are not closed", _CUT)
            elif any(cell.strip() for cell in row):
                yield from _row(row, header, source, f"line {start}")
            start = lines.number + 1
    except csv.Error as error:
        raise UnreadableError(f"line {start}: {error}", _CUT) from None
    if lines.assumed:
        hint = "save it as UTF-8 to be sure of every character"
        yield Problem(source.name, f"not UTF-8; read as {lines.assumed}", hint, "notice")


def looks_like_table(start: str) -> bool:
    """Whether the first line of ``start`` is a header: it names a column for the text, and one other that is known.

    >>> looks_like_table("id,outlet,text\\n"), looks_like_table("Text, and more of it\\n")
    (True, False)
    """
    line = start.split("\n", 1)[0]
    known = _KNOWN.intersection(_name(cell) for cell in line.split(max(DELIMITERS, key=line.count)))
    return len(known) > 1 and not known.isdisjoint(TEXT)


class _Lines:
    """The lines of a table with their ends, decoded; ``number`` is how many were read, ``assumed`` their encoding."""

    def __init__(self, source: Source) -> None:
        self.number, self.assumed = 0, ""
        head, self._bytes = peek(source.stream)
        wide = next((name for bom, name in BOMS if head.startswith(bom)), "utf-8")
        self._text = None if wide == "utf-8" else io.TextIOWrapper(self._bytes, wide, "replace", newline="")

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = (self._text or self._bytes).readline(LONGEST + 1)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) > LONGEST:
            raise UnreadableError(f"line {self.number}: longer than {LONGEST / 2**20:g} MB", _CUT)
        text = line if isinstance(line, str) else self._decoded(line)
        return text.removeprefix("\ufeff") if self.number == 1 else text

    def _decoded(self, line: bytes) -> str:
        """In UTF-8, or in the encoding that an earlier line was found to be in."""
        for encoding in ("utf-8", self.assumed) if b"\0" not in line else ():
            with suppress(UnicodeDecodeError, LookupError):
                return line.decode(encoding)
        text, assumed = decode(line)
        self.assumed = self.assumed or assumed or ""
        return text


def _name(cell: str, mapped: Collection[str] = ()) -> str:
    """A column's name as a record's field: "Publish Date" is publish_date, where the user has not named it."""
    plain = cell.strip()
    folded = "_".join(plain.casefold().split())
    return folded if folded in _KNOWN and plain not in mapped else plain


def _unknown_columns(header: Sequence[str], source: Source) -> Iterator[Problem]:
    for field, name in mapping(source.options.map).items():
        if name not in header:
            near = get_close_matches(name, header, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"the columns: {', '.join(header)[:200]}"
            yield Problem(source.name, f"no column {quoted(name)} for {field}", hint, "notice")


def _row(row: Sequence[str], header: Sequence[str], source: Source, place: str) -> Iterator[Raw | Problem]:
    if any(cell.strip() for cell in row[len(header) :]):
        what = f"{place}: {len(row)} fields, and the header names {len(header)}"
        yield Problem(source.name, what, "a field that holds a delimiter must stand in quotation marks")
        return
    yield from article_in(dict(zip(header, row, strict=False)), source, place)
