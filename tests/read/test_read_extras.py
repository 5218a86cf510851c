"""What is said where a library that comes with an extra is not installed."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from made import MAKERS

from quotetrace.config import ReadOptions
from quotetrace.models import Article, Problem
from quotetrace.read import read

ROOT = Path(__file__).parents[2]
NEEDED = {
    "story.html": ("trafilatura", "html"),
    "story.warc.gz": ("warcio", "warc"),
    "story.rss": ("feedparser", "feeds"),
    "story.parquet": ("duckdb", "data"),
    "story.pdf": ("pypdf", "docs"),
    "story.docx": ("docx", "docs"),
    "story.rtf": ("striprtf", "docs"),
}
"""A file, the module that reads it, and the extra that brings that."""


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if no extra were installed."""
    ours = [name for name in sys.modules if name.startswith(("quotetrace.read.page_facts", "quotetrace.read.markup"))]
    for module in [name for name in sys.modules if name.split(".")[0] in {module for module, _ in NEEDED.values()}]:
        monkeypatch.delitem(sys.modules, module)
    for module in ours:
        monkeypatch.delitem(sys.modules, module)
    for module, _ in NEEDED.values():
        monkeypatch.setitem(sys.modules, module, None)


@pytest.mark.parametrize("name", NEEDED)
@pytest.mark.usefixtures("bare")
def test_a_missing_extra_is_one_line_with_the_command(tmp_path: Path, name: str) -> None:
    MAKERS[name](tmp_path / name)
    module, extra = NEEDED[name]
    (problem,) = read([str(tmp_path)], ReadOptions())
    assert isinstance(problem, Problem)
    assert problem.what.startswith(f"needs {module}")
    assert problem.what.endswith(", which is not installed")
    assert problem.hint == f"pip install 'quotetrace[{extra}]'"


@pytest.mark.usefixtures("bare")
def test_a_folder_of_pages_says_it_once_and_counts(tmp_path: Path) -> None:
    for number in range(7):
        MAKERS["story.html"](tmp_path / f"{number}.html")
    MAKERS["story.txt"](tmp_path / "z.txt")
    MAKERS["story.pdf"](tmp_path / "z.pdf")
    found = list(read([str(tmp_path)], ReadOptions()))
    assert [item.what for item in found if isinstance(item, Problem)] == [
        "needs trafilatura, which is not installed",
        "needs pypdf, which is not installed",
        "and 6 more that need it",
    ]
    assert found[-1] == Problem(f"{tmp_path}/0.html", "and 6 more that need it", "pip install 'quotetrace[html]'")
    assert sum(isinstance(item, Article) for item in found) == 1


def test_extras_are_named_and_all_has_them() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    assert {extra for _, extra in NEEDED.values()} == set(extras) - {"all"}
    assert extras["all"] == [f"quotetrace[{','.join(name for name in extras if name != 'all')}]"]


def test_reading_text_loads_no_library_of_an_extra(tmp_path: Path) -> None:
    MAKERS["story.txt"](tmp_path / "a.txt")
    program = "import sys; from quotetrace.cli import main\ntry: main()\nfinally: print(*sys.modules)"
    command = [sys.executable, "-c", program, "extract", str(tmp_path), "--jsonl"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in ran.stdout.splitlines()[-1].split()}
    assert loaded.isdisjoint({"lxml", *(module for module, _ in NEEDED.values())})
