"""CSV for spreadsheets and statistics: the scalars of the flat records, a row a quote, with a header."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from quotetrace.models import (
    Article,
    Check,
    Checked,
    Diff,
    Flow,
    Found,
    Link,
    Occurrence,
    Place,
    Problem,
    Quote,
    Scan,
    Span,
    Variant,
)
from quotetrace.render import flat
from quotetrace.render.page import Page
from quotetrace.render.safe import visible
from quotetrace.render.wire import Record

FORMULA = re.compile(r"[=+\-@\t].", re.DOTALL)
NOBODY = Article("", "", "-")
NOTHING = Quote("", "", Span(0, 1), "-", "direct")


def scan(found: Scan, page: Page) -> Iterator[str]:
    """A row a quote, with its family, its wording and the step that brought it."""
    return written(flat.scan(found), flat.scan(Scan((NOBODY,), (NOTHING,))))


def scan_by_outlet(found: Scan, page: Page) -> Iterator[str]:
    """A row for every two outlets of which one takes from the other."""
    return written(flat.flows(found.flows), flat.flows([Flow("-", "-", 0, 0, 0, 0, 0)]))


def extract(
    found: Iterable[tuple[Article, tuple[Quote, ...]]], problems: Sequence[Problem], page: Page
) -> Iterator[str]:
    """A row a quote, as the articles arrive."""
    return written(flat.extract(found), flat.extract([(NOBODY, (NOTHING,))]))


def diff(found: Diff, page: Page) -> Iterator[str]:
    """A row a quote, and whether the other article has it."""
    return written(flat.diff(found), flat.diff(Diff(NOBODY, NOBODY, (NOTHING,))))


def check(found: Check, page: Page) -> Iterator[str]:
    """A row a quote, with its verdict and the words of the source."""
    nothing = Checked(NOTHING, "not-found", False, "-")
    return written(flat.check(found), flat.check(Check((NOBODY,), (), (nothing,), 0)))


def find(found: Found, page: Page) -> Iterator[str]:
    """A row for each place where a wording occurs."""
    link = Link("", "", "verbatim", 1.0, Span(0, 1), Span(0, 1))
    nowhere = Occurrence(Place("", "text", Span(0, 1), 1), link)
    return written(flat.find(found), flat.find(Found("-", (Variant("-", (nowhere,)),), (NOBODY,), 0)))


def written(records: Iterable[Record], like: Iterable[Record]) -> Iterator[str]:
    """A header, with the columns of a record ``like`` these, and a row each."""
    columns = [name for record in like for name, value in record.items() if not isinstance(value, list)]
    yield _row(columns)
    for record in records:
        yield _row([_cell(record[name]) for name in columns])


def _cell(value: object) -> str:
    """A value as text; an apostrophe keeps a spreadsheet from running what begins like a formula."""
    if isinstance(value, str):
        return visible(f"'{value}" if FORMULA.match(value) else value)
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def _row(cells: Sequence[str]) -> str:
    with StringIO(newline="") as file:
        csv.writer(file, lineterminator="\n").writerow(cells)
        return file.getvalue()
