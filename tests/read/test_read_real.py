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
    return {Path(item.key).name[:3]: item for item in read([str(path)], ReadOptions()) if isinstance(item, Article)}


def test_what_five_pages_say_of_themselves() -> None:
    found = articles(folder("QUOTETRACE_SEEDS", "seeds"))
    assert {key: (item.outlet, item.published) for key, item in found.items() if item.outlet or item.published} == {
        "001": ("BBC", "2016-10-13")
    }
    assert dict(found["001"].metadata_from) == {
        "outlet": "line 6",
        "published": "line 4",
        "language": "words of the text",
    }
    assert [credit.name for credit in found["002"].credits if credit.kind == "dateline"] == ["Sputnik"]
    assert {credit.name for credit in found["003"].credits} == {"Mehr", "Fox News", "Itar Tass"}
    assert {item.headline is not None for item in found.values()} == {True}


def test_a_dateline_gets_its_year_from_the_pages_that_report_the_same_interview() -> None:
    path = folder("QUOTETRACE_SEEDS", "seeds")
    found = {Path(item.key).name[:3]: item for item in scan(read([str(path)], ReadOptions())).articles}
    assert (found["002"].published, found["002"].outlet) == ("2016-10-12", None)
    assert dict(found["002"].metadata_from)["published"].startswith("line 5, its year from ")
    assert [key for key, item in found.items() if item.published] == ["001", "002"]


def test_every_development_article_is_read_whole() -> None:
    paths = sorted(folder("QUOTETRACE_EVAL", "eval").glob("quotes/*.jsonl.gz"))
    for path in paths:
        items = [item for item in read([str(path)], ReadOptions()) if isinstance(item, Article)]
        assert len({item.key for item in items}) == len(items) > 50
        assert all(item.outlet and item.title for item in items)
        for item in items:
            assert all(credit.name in credit.span.of(item.text) for credit in item.credits)
