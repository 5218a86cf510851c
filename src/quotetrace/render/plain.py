"""Plain text: the rows of the table, a line each, nothing cut, nothing coloured; signs around words that differ."""

from collections.abc import Iterable, Iterator, Sequence

from quotetrace.models import Article, Check, Diff, Entry, Found, Problem, Quote, Scan
from quotetrace.render.page import Page
from quotetrace.render.rows import Block, Row, signed
from quotetrace.render.subject import Subject


def scan(found: Scan, page: Page) -> Iterator[str]:
    """The families, narration and sum of a scan."""
    from quotetrace.render import families

    return _lines(families.blocks(found))


def scan_by_outlet(found: Scan, page: Page) -> Iterator[str]:
    """Who takes from whom, how often, with what changes."""
    from quotetrace.render import outlets

    return _lines(outlets.blocks(found))


def extract(
    found: Iterable[tuple[Article, tuple[Quote, ...]]], problems: Sequence[Problem], page: Page
) -> Iterator[str]:
    """The quotes of each article, as the articles arrive."""
    from quotetrace.render import quotes

    return _lines(quotes.blocks(found, problems))


def diff(found: Diff, page: Page) -> Iterator[str]:
    """The pairs of two articles, the quotes of one side, and the narration in both."""
    from quotetrace.render import pairs

    return _lines(pairs.blocks(found))


def explain(subject: Subject, found: Scan, page: Page) -> Iterator[str]:
    """What is known of one thing, and every reason for it."""
    from quotetrace.render import explained

    return _lines(explained.blocks(subject, found))


def check(found: Check, page: Page) -> Iterator[str]:
    """The verdict on each quote of a draft."""
    from quotetrace.render import checked

    return _lines(checked.blocks(found))


def find(found: Found, page: Page) -> Iterator[str]:
    """Where a wording occurs."""
    from quotetrace.render import finds

    return _lines(finds.blocks(found))


def config(found: Sequence[Entry], page: Page) -> Iterator[str]:
    """Names, values and notes in columns."""
    from quotetrace.render import listing

    return _lines(listing.blocks(found))


doctor = config


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    between = ""
    for block in blocks:
        yield between
        yield from (_line(row) for row in (*block.head, *block.left, *block.right))
        between = "\n"


def _line(row: Row) -> str:
    return (" " * row.indent + "".join(map(signed, row.pieces))).rstrip() + "\n"
