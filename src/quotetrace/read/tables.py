"""CSV and TSV: a header that names the columns, then one article a row."""

import csv
import io
import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from difflib import get_close_matches
from itertools import chain
from typing import Literal

from quotetrace.models import Problem
from quotetrace.read.facts import ALIASES, Raw, quoted
from quotetrace.read.records import TEXT, article_in, mapping
from quotetrace.read.stream import BOMS, LIMIT, Source, UnreadableError, decode, peek

DELIMITERS = ",;\t|"
LONGEST = LIMIT // 4
"""Characters of one field, bytes of one line."""
_KNOWN = {"id", *TEXT, *(name for names in ALIASES.values() for name in names)}
_FIELD = re.compile(r'"(?:[^"]|"")*"(?=[\t\r\n]|\Z)|"(?:[^"]|"")*\Z|[^"\t\n][^\t\n]*|(?=[\t\n]|\Z)')
_CUT = "what came before was read; the file was cut, or a quotation mark in it is not doubled"
_MARKS = "a quotation mark in a field must be doubled; the row is left out, and the rest is read"


def read_table(source: Source) -> Iterator[Raw | Problem]:
    """One record a row, read row by row; the delimiter is told by the header.

    A row in which marks are not doubled is a Problem: read leniently, it would lose the marks of what somebody said.

    Raises:
        UnreadableError: bytes that are no text, or a field that does not end.
    """
    lines = _Lines(source)
    rows = _rows(lines)
    place, first = next(rows, ("", []))
    if isinstance(first, csv.Error):
        raise UnreadableError(f"{place}: {first}", _CUT)
    header = [_name(cell, mapping(source.options.map).values()) for cell in first]
    yield from _unknown_columns(header, source)
    broken = False
    for place, row in rows:
        if isinstance(row, csv.Error):
            if len(header) < 2:  # what is left of the row would look like rows
                raise UnreadableError(f"{place}: {row}", _CUT)
            broken = True
            yield Problem(source.name, f"{place}: {row}", _MARKS)
        elif any(cell.strip() for cell in row):
            yield from _row(row, header, source, place, broken)
    if lines.assumed:
        hint = "save it as UTF-8 to be sure of every character"
        yield Problem(source.name, f"not UTF-8; read as {lines.assumed}", hint, "notice")


def _rows(lines: "_Lines") -> Iterator[tuple[str, list[str] | csv.Error]]:
    """Each row, or what is wrong with it, with the line on which it begins."""
    head = next((line for line in lines if line.strip()), "")
    delimiter = max(DELIMITERS, key=head.count)
    bare = delimiter == "\t" and not _in_marks(lines.start)
    csv.field_size_limit(LONGEST)
    quoting: Literal[0, 3] = csv.QUOTE_NONE if bare else csv.QUOTE_MINIMAL
    rows = csv.reader(chain((head,), lines), delimiter=delimiter, quoting=quoting, strict=True)
    start = lines.number
    while True:
        try:
            yield f"line {start}", next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            if "end of data" in str(error):
                raise UnreadableError(f"line {start}: a field in marks that are not closed", _CUT) from None
            if "limit" in str(error):
                raise UnreadableError(f"line {start}: {error}", _CUT) from None
            yield f"line {start}", error
        start = lines.number + 1


def _in_marks(start: str) -> bool:
    """Whether a tab-separated table puts fields in marks, as spreadsheets do; others write a mark as it is.

    >>> _in_marks('id\\ttext\\n1\\t"A ""b"" c"\\n'), _in_marks('id\\ttext\\n1\\t"No," he said.\\n')
    (True, False)
    """
    place = 0
    while place < len(start):
        field = _FIELD.match(start, place)
        if not field:
            return False
        place = field.end() + 1
    return True


def looks_like_table(start: str) -> bool:
    """Whether the first line of ``start`` is a header: it names a column for the text, and one other that is known.

    >>> looks_like_table("id,outlet,text\\n"), looks_like_table("Text, and more of it\\n")
    (True, False)
    """
    line = start.split("\n", 1)[0]
    known = _KNOWN.intersection(_name(cell) for cell in line.split(max(DELIMITERS, key=line.count)))
    return len(known) > 1 and not known.isdisjoint(TEXT)


class _Lines:
    """The lines of a table with their ends, decoded.

    ``number`` is how many were read, ``assumed`` their encoding, ``start`` the first characters.
    """

    def __init__(self, source: Source) -> None:
        self.number, self.assumed = 0, ""
        head, self._bytes = peek(source.stream)
        self.start = head.decode("utf-8", "replace")
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
            raise UnreadableError(
                f"line {self.number}: longer than {LONGEST / 2**20:g} MB", "the rows before were read"
            )
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


def _row(
    row: Sequence[str], header: Sequence[str], source: Source, place: str, broken: bool
) -> Iterator[Raw | Problem]:
    """``broken``: a row before was, and its rest may look like rows; only those of the right length count."""
    if any(cell.strip() for cell in row[len(header) :]) or (broken and len(row) != len(header)):
        what = f"{place}: {len(row)} fields, and the header names {len(header)}"
        yield Problem(source.name, what, "a field that holds a delimiter must stand in quotation marks")
        return
    yield from article_in(dict(zip(header, row, strict=False)), source, place)
