"""docs/tricky-cases.md names rows of our tables: each of them exists."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "tricky-cases.md").read_text(encoding="utf-8")
TABLES = [*sorted((ROOT / "tests" / "attribute").glob("test_*.py")), *sorted((ROOT / "tests" / "extract").glob("*.py"))]


def named() -> Iterator[str]:
    """The names of rows on the page: those after the word "row", and those in the last column of its tables."""
    for words in re.findall(r"\b[Rr]ows?:? (`.*?)(?=\n\n|\n- |\n#|\Z)", PAGE, re.DOTALL):
        yield from re.findall(r"`([^`]+)`", words)
    settled = PAGE[PAGE.index("## What is settled") : PAGE.index("## Where speech ends")]
    for cell in re.findall(r"\|([^|\n]*)\|$", settled, re.MULTILINE):
        yield from re.findall(r"`([^`]+)`", cell)


def test_every_row_that_the_page_names_exists() -> None:
    rows = {row for table in TABLES for row in re.findall(r'\bid="([^"]+)"', table.read_text(encoding="utf-8"))}
    names = set(named())
    assert len(names) > 50
    assert names <= rows, sorted(names - rows)
