"""JSON Lines: one flat record a quote, scalars first, for jq, csvkit, pandas, DuckDB and Datasette."""

from collections.abc import Iterable, Iterator, Sequence

from quotetrace.models import Article, Check, Diff, Found, Problem, Quote, Scan
from quotetrace.render import flat
from quotetrace.render.page import Page
from quotetrace.render.wire import dumps


def scan(found: Scan, page: Page) -> Iterator[str]:
    """A line a quote, with its family, its wording and the step that brought it."""
    return (dumps(record) + "\n" for record in flat.scan(found))


def scan_by_outlet(found: Scan, page: Page) -> Iterator[str]:
    """A line for every two outlets of which one takes from the other."""
    return (dumps(flow) + "\n" for flow in flat.flows(found.flows))


def extract(
    found: Iterable[tuple[Article, tuple[Quote, ...]]], problems: Sequence[Problem], page: Page
) -> Iterator[str]:
    """A line a quote, as the articles arrive."""
    return (dumps(record) + "\n" for record in flat.extract(found))


def diff(found: Diff, page: Page) -> Iterator[str]:
    """A line a quote, with the quotes of the other article that it is linked to."""
    return (dumps(record) + "\n" for record in flat.diff(found))


def check(found: Check, page: Page) -> Iterator[str]:
    """A line a quote, with its verdict and the words of the source."""
    return (dumps(record) + "\n" for record in flat.check(found))


def find(found: Found, page: Page) -> Iterator[str]:
    """A line for each place where a wording occurs."""
    return (dumps(record) + "\n" for record in flat.find(found))
