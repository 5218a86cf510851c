"""CSV for spreadsheets and statistics: the scalars of the flat records, a row a quote, with a header."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from quotetrace.models import Article, Diff, Flow, Problem, Quote, Scan, Span
from quotetrace.render import flat
from quotetrace.render.page import Page
from quotetrace.render.safe import visible
from quotetrace.render.wire import Record

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


def written(records: Iterable[Record], like: Iterable[Record]) -> Iterator[str]:
    """A header, with the columns of a record ``like`` these, and a row each."""
    columns = [name for record in like for name, value in record.items() if not isinstance(value, list)]
    yield _row(columns)
    for record in records:
        yield _row([_cell(record[name]) for name in columns])


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else visible(str(value))


def _row(cells: Sequence[str]) -> str:
    with StringIO(newline="") as file:
        csv.writer(file, lineterminator="\n").writerow(cells)
        return file.getvalue()
