"""Which files are left out: .quotetraceignore, --include and --exclude."""

import sys
from pathlib import Path
from subprocess import run
from zipfile import ZipFile

import pytest

from quotetrace.config import ReadOptions
from quotetrace.errors import QuotetraceError
from quotetrace.models import Article, Problem
from quotetrace.read import read
from quotetrace.read.choose import IGNORE, MOST_STARS

TEXT = "Mayor Ode spoke on Monday."
FILES = ("a.txt", "b.md", "sport/cup.txt", "sport/local/ode.txt", "2024/may.txt", "2024/sport/run.md")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    for name in FILES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT)
    return folder


def items(*paths: object, include: tuple[str, ...] = (), exclude: tuple[str, ...] = ()) -> list[Article | Problem]:
    return list(read([str(path) for path in paths], ReadOptions(include=include, exclude=exclude)))


def keys(found: list[Article | Problem], folder: Path) -> list[str]:
    return sorted(item.key.removeprefix(f"{folder}/") for item in found if isinstance(item, Article))


def problems(found: list[Article | Problem]) -> list[tuple[str, str]]:
    return [(item.severity, item.what) for item in found if isinstance(item, Problem)]


TOP = ["2024/may.txt", "2024/sport/run.md", "a.txt", "b.md"]
NO_SPORT = ["2024/may.txt", "a.txt", "b.md"]
PATTERNS = [
    pytest.param(["*.md"], ["2024/may.txt", "a.txt", "sport/cup.txt", "sport/local/ode.txt"], id="a suffix"),
    pytest.param(["sport/"], NO_SPORT, id="a folder, wherever it is"),
    pytest.param(["/sport/"], TOP, id="a folder at the top"),
    pytest.param(["sport/*", "!sport/local"], [*TOP, "sport/local/ode.txt"], id="all of a folder but one"),
    pytest.param(["sport/", "!sport/cup.txt"], NO_SPORT, id="nothing comes back from a folder left out"),
    pytest.param(["**/sport/**"], NO_SPORT, id="two stars"),
    pytest.param(["# *.txt", "", "b.md"], [name for name in sorted(FILES) if name != "b.md"], id="a comment"),
]


@pytest.mark.parametrize(("patterns", "left"), PATTERNS)
def test_patterns_mean_the_same_in_the_file_and_after_exclude(news: Path, patterns: list[str], left: list[str]) -> None:
    flag = items(news, exclude=tuple(patterns))
    (news / IGNORE).write_text("\n".join(patterns), encoding="utf-8")
    assert keys(items(news), news) == keys(flag, news) == left
    assert not problems(flag)


def test_a_nearer_file_speaks_first(news: Path) -> None:
    (news / IGNORE).write_text("*.md\node.txt\n")
    (news / "2024" / IGNORE).write_text("!run.md\nmay.txt\n")
    assert keys(items(news), news) == ["2024/sport/run.md", "a.txt", "sport/cup.txt"]


@pytest.mark.parametrize(
    ("include", "left"),
    [
        pytest.param(("*.md",), ["2024/sport/run.md", "b.md"], id="a suffix"),
        pytest.param(("2024/",), ["2024/may.txt", "2024/sport/run.md"], id="a folder"),
        pytest.param(("*.md", "cup.txt"), ["2024/sport/run.md", "b.md", "sport/cup.txt"], id="either"),
        pytest.param(("sport/**", "!*.md"), ["sport/cup.txt", "sport/local/ode.txt"], id="but not"),
    ],
)
def test_include_leaves_only_what_it_names(news: Path, include: tuple[str, ...], left: list[str]) -> None:
    assert keys(items(news, include=include), news) == left


def test_exclude_and_the_file_beat_include(news: Path) -> None:
    (news / IGNORE).write_text("b.md\n")
    assert keys(items(news, include=("*.md", "a.txt"), exclude=("2024",)), news) == ["a.txt"]


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        pytest.param("*", TOP, id="folders and files"),
        pytest.param("**", TOP, id="down to the bottom"),
        pytest.param("*/*.txt", ["2024/may.txt"], id="below a folder"),
        pytest.param("s*", [], id="a folder alone"),
    ],
)
def test_a_glob_heeds_the_folder_that_it_starts_in(news: Path, pattern: str, left: list[str]) -> None:
    (news / IGNORE).write_text("sport/local\n")
    assert keys(items(news / pattern, exclude=("cup.txt",)), news) == left


def test_a_named_file_is_read_whatever_the_folder_says(news: Path) -> None:
    (news / IGNORE).write_text("*\n")
    assert keys(items(news, news / "a.txt", include=("*.md",)), news) == ["a.txt"]


def test_exclude_holds_for_named_files_and_says_so(news: Path) -> None:
    found = items(*(news / name for name in FILES), exclude=("sport/",))
    assert keys(found, news) == ["2024/may.txt", "a.txt", "b.md"]
    assert problems(found) == [("notice", "left out, and so are 2 more that were named")]


def test_a_folder_of_which_nothing_is_left_is_a_notice(news: Path) -> None:
    assert problems(items(news, exclude=("*",))) == [("notice", "every article is left out")]


def test_members_of_an_archive_are_chosen_as_if_it_were_a_folder(news: Path) -> None:
    with ZipFile(news / "old.zip", "w") as archive:
        for name in FILES:
            archive.writestr(name, TEXT)
    (news / IGNORE).write_text("/old.zip/2024/\n")
    found = items(news, include=("*.md",))
    assert keys(found, news) == ["2024/sport/run.md", "b.md", "old.zip/b.md"]
    assert keys(items(news, include=("old.zip",), exclude=("*.txt",)), news) == ["old.zip/b.md"]


def test_an_archive_may_hold_patterns_of_its_own(news: Path) -> None:
    with ZipFile(news / "old.zip", "w") as archive:
        for name in FILES:
            archive.writestr(name, TEXT)
        archive.writestr(IGNORE, "sport/\n*.txt\n[z-a]\n")
        archive.writestr(f"2024/{IGNORE}", "!may.txt\n")
    found = items(news / "old.zip")
    assert keys(found, news) == ["old.zip/2024/may.txt", "old.zip/b.md"]
    assert problems(found) == [("notice", "line 3: not a pattern: '[z-a]'")]
    assert keys(items(news, exclude=("*.md",)), news) == sorted(
        [*(name for name in FILES if name.endswith(".txt")), "old.zip/2024/may.txt"]
    )


@pytest.mark.parametrize(
    ("content", "what"),
    [
        pytest.param(b"*.md\n[z-a]\n", "line 2: not a pattern: '[z-a]'", id="a range that is none"),
        pytest.param(b"!\n*.md\n", "line 1: not a pattern: '!'", id="a lone exclamation mark"),
        pytest.param(b"*.md\n" + b"*a" * 40, "line 2: more than 4 stars in", id="stars without end"),
    ],
)
def test_a_line_that_is_no_pattern_is_told_and_the_others_count(news: Path, content: bytes, what: str) -> None:
    (news / IGNORE).write_bytes(content)
    found = items(news)
    assert not [key for key in keys(found, news) if key.endswith(".md")]
    ((severity, said),) = problems(found)
    assert severity == "notice"
    assert said.startswith(what)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        pytest.param(b"\0\0", "binary data, not text", id="binary"),
        pytest.param(b"a\n" * 600_000, "longer than 1 MB", id="too long"),
    ],
)
def test_a_file_of_patterns_that_is_none_is_told_and_all_is_read(news: Path, content: bytes, what: str) -> None:
    (news / IGNORE).write_bytes(content)
    found = items(news)
    assert (keys(found, news), problems(found)) == (sorted(FILES), [("notice", what)])


@pytest.mark.parametrize("bad", ["[z-a]", "!", "*" * (MOST_STARS + 1)])
def test_a_flag_that_is_no_pattern_is_an_error(news: Path, bad: str) -> None:
    with pytest.raises(QuotetraceError, match="--exclude: "):
        items(news, exclude=(bad,))


def test_pathspec_is_loaded_only_where_there_are_patterns(news: Path) -> None:
    code = "import sys; from quotetrace.read import read; from quotetrace.config import ReadOptions as O\n"
    code += "list(read(sys.argv[1:], O())); print('pathspec' in sys.modules)"
    command = [sys.executable, "-c", code, str(news)]
    assert run(command, capture_output=True, text=True, check=True).stdout == "False\n"
    (news / IGNORE).write_text("*.md\n")
    assert run(command, capture_output=True, text=True, check=True).stdout == "True\n"
