"""The reader on real articles, where they are: QUOTETRACE_SEEDS (five pages), QUOTETRACE_EVAL (development sets)."""

import os
from pathlib import Path

import pytest

from quotetrace.config import ReadOptions
from quotetrace.models import Article
from quotetrace.pipeline import scan
from quotetrace.read import read

ROOT = Path(__file__).parents[2]


def folder(variable: str, default: str) -> Path:
    path = Path(os.environ.get(variable, ROOT.parent / "shared" / default))
    if not path.is_dir():
        pytest.skip(f"the texts are not here; set {variable}")
    return path


def articles(path: Path) -> dict[str, Article]:
    return {item.key: item for item in read([str(path)], ReadOptions()) if isinstance(item, Article)}


def test_what_a_page_says_of_itself_stands_in_the_line_that_is_named() -> None:
    named = 0
    for item in articles(folder("QUOTETRACE_SEEDS", "seeds")).values():
        assert item.headline is not None
        assert all(credit.name in credit.span.of(item.text) for credit in item.credits)
        lines = item.text.splitlines()
        for field, origin in item.metadata_from:
            if origin.startswith("line "):
                line, value = lines[int(origin.split()[1]) - 1], str(getattr(item, field))
                assert (value if field == "outlet" else value[:4]) in line
                named += 1
    assert named


def test_a_dateline_gets_its_year_from_the_pages_that_report_the_same_interview() -> None:
    path = folder("QUOTETRACE_SEEDS", "seeds")
    alone = {key: item for key, item in articles(path).items() if item.month_day}
    joined = {item.key: item for item in scan(read([str(path)], ReadOptions())).articles}
    for key, item in alone.items():
        assert item.published is None
        assert (joined[key].published or "").endswith(item.month_day[0].strip("-") if item.month_day else "-")
        assert ", its year from " in dict(joined[key].metadata_from)["published"]
    assert alone


def test_every_development_article_is_read_whole() -> None:
    paths = sorted(folder("QUOTETRACE_EVAL", "eval").glob("quotes/*.jsonl.gz"))
    for path in paths:
        items = [item for item in read([str(path)], ReadOptions()) if isinstance(item, Article)]
        assert len({item.key for item in items}) == len(items) > 50
        assert all(item.outlet and item.title for item in items)
        for item in items:
            assert all(credit.name in credit.span.of(item.text) for credit in item.credits)
