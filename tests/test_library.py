"""What `import quotetrace` offers: the page that shows it, names that are no sub-packages, and nothing loaded early."""

import doctest
import subprocess
import sys
from dataclasses import FrozenInstanceError, replace
from pathlib import Path
from typing import Any

import pytest

import quotetrace as qt
from quotetrace.attribute.frozen import changer
from quotetrace.models import Quote, Span

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "reference" / "library.md"
OFFERED = ("article", "check", "diff", "extract", "find", "read", "render", "scan")
SUNG = qt.article("“We sang all night in the rain,” said Ida Lund.", key="sung", outlet="Sunde Gazette")


def test_the_page_shows_what_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = doctest.testfile(str(PAGE), module_relative=False)
    assert found.attempted > 15
    assert found.failed == 0


def test_quotes_are_frozen_and_equal_to_those_made_from_their_fields() -> None:
    ((_, (quote, *_)),) = qt.extract(SUNG)
    assert type(quote) is Quote
    assert type(quote.span) is Span
    fields = {name: getattr(quote, name) for name in Quote.__dataclass_fields__}
    assert (quote, hash(quote)) == (Quote(**fields), hash(Quote(**fields)))
    for value, name in ((quote, "text"), (quote.span, "start")):
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, None)


def test_a_quote_changed_is_what_replace_makes_of_it() -> None:
    ((_, (quote, *_)),) = qt.extract(SUNG)
    changed = changer(Quote)(quote, speaker="Ada Roe", cue=None)
    assert type(changed) is Quote
    assert changed == replace(quote, speaker="Ada Roe", cue=None) != quote


@pytest.mark.parametrize("name", OFFERED)
def test_a_function_stays_one_when_a_stage_of_its_name_is_loaded(name: str) -> None:
    code = (
        f"import quotetrace as qt, quotetrace.read, quotetrace.extract, quotetrace.render; print(callable(qt.{name}))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "True\n"


def test_every_name_is_there_and_documented() -> None:
    assert [name for name in qt.__all__ if name != "__version__" and not getattr(qt, name).__doc__] == []
    assert set(OFFERED) <= set(dir(qt))
    page = PAGE.read_text("utf-8")
    assert [name for name in OFFERED if f"`qt.{name}(" not in page] == []
    with pytest.raises(AttributeError, match="no attribute 'sacn'"):
        getattr(qt, "sacn")  # noqa: B009


def test_the_name_alone_loads_nothing() -> None:
    code = "import sys, quotetrace; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = [name for name in done.stdout.split() if name.partition(".")[0] in ("quotetrace", "numpy", "yaml", "rich")]
    assert loaded == ["quotetrace", "quotetrace._version"]


def test_paths_and_articles_may_be_mixed() -> None:
    scan = qt.scan([SUNG, ROOT / "seeds" / "letter-river.txt", str(ROOT / "seeds" / "nowhere.txt")])
    assert [article.key.rpartition("/")[2] for article in scan.articles] == ["letter-river.txt", "sung"]
    assert [problem.what for problem in scan.problems] == ["no such file or folder"]


def test_a_file_that_several_paths_lead_to_is_read_once() -> None:
    path = ROOT / "seeds" / "letter-river.txt"
    assert [article.key for article, _ in qt.extract([path, SUNG, str(path), path])] == [str(path), "sung", str(path)]
    assert len(qt.scan([path, ROOT / "seeds"]).articles) == 8


def test_one_article_needs_no_list() -> None:
    assert [list(qt.extract(given)) for given in (SUNG, iter([SUNG]))] == [list(qt.extract([SUNG]))] * 2
    assert qt.scan(SUNG) == qt.scan([SUNG])


@pytest.mark.parametrize("given", [7, [7], None, b"seeds", qt.extract(SUNG)])
def test_what_is_no_article_is_an_error_with_a_hint(given: Any) -> None:
    with pytest.raises(qt.QuotetraceError) as caught:
        qt.scan(given)
    assert caught.value.hint


def test_diff_of_what_is_no_article_is_an_error_with_a_hint() -> None:
    with pytest.raises(qt.QuotetraceError, match="list where an article is wanted"):
        qt.diff([SUNG], SUNG)  # type: ignore[arg-type]


def test_a_stream_raises_what_nobody_takes() -> None:
    with pytest.raises(qt.QuotetraceError, match="no such file"):
        list(qt.extract("nowhere.txt"))
    told: list[qt.Problem] = []
    assert len(list(qt.extract([SUNG, "nowhere.txt"], report=told.append))) == 1
    assert len(told) == 1


@pytest.mark.parametrize(
    ("metadata", "said"),
    [
        pytest.param({"outlte": "Mail"}, "did you mean 'outlet'", id="field"),
        pytest.param({"published": "soon"}, "write it as 2016-10-13", id="date"),
    ],
)
def test_metadata_that_cannot_be_used_is_an_error(metadata: dict[str, str], said: str) -> None:
    with pytest.raises(qt.QuotetraceError) as caught:
        qt.article("“We sang,” said Ida Lund.", **metadata)
    assert said in caught.value.hint


def test_an_article_without_a_text_is_an_error() -> None:
    with pytest.raises(qt.QuotetraceError, match="nothing in the text"):
        qt.article(" \n")


def test_diff_takes_one_article_on_each_side() -> None:
    assert qt.diff(SUNG, SUNG).same
    with pytest.raises(qt.QuotetraceError, match="8 articles where diff takes one"):
        qt.diff(SUNG, str(ROOT / "seeds"))
