"""Which files are read, in which order, and what is said of those that are not."""

import gzip
import io
import os
import sys
from pathlib import Path

import pytest
from made import MAKERS

from quotetrace.config import ReadOptions
from quotetrace.models import Article, Problem
from quotetrace.read import MOST_PROBLEMS, read

TEXT = "Mayor Ode spoke on Monday."
RECORD = b'{"text": "Mayor Ode spoke on Monday."}'


def everything(*paths: object) -> list[Article | Problem]:
    return list(read([str(path) for path in paths], ReadOptions()))


def keys(*paths: object) -> list[str]:
    return [item.key for item in everything(*paths) if isinstance(item, Article)]


def problems(*paths: object) -> list[Problem]:
    return [item for item in everything(*paths) if isinstance(item, Problem)]


def write(folder: Path, **files: bytes | str) -> Path:
    """Files in ``folder`` by name, "__" for a slash and "_DOT_" for the point."""
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_DOT_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def test_a_folder_is_read_to_the_bottom_in_the_order_of_names(tmp_path: Path) -> None:
    write(tmp_path, b_DOT_txt=TEXT, a__z_DOT_txt=TEXT, a__b__c_DOT_md=TEXT, c_DOT_jsonl=RECORD, B_DOT_TXT=TEXT)
    expected = ["B.TXT", "a/b/c.md", "a/z.txt", "b.txt", "c.jsonl"]
    assert keys(tmp_path) == [f"{tmp_path}/{name}" for name in expected]


def test_an_empty_path_is_not_this_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, a_DOT_txt=TEXT))
    assert [(item.what, item.severity) for item in problems("")] == [("an empty path", "error")]
    assert keys("", ".") == ["./a.txt"]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("_DOT_hidden_DOT_txt", id="a hidden file"),
        pytest.param("_DOT_git__x_DOT_txt", id="a hidden folder"),
        pytest.param("README_DOT_md", id="the folder's readme"),
        pytest.param("readme_DOT_txt", id="in small letters"),
        pytest.param("LICENSE", id="its licence"),
        pytest.param("sources_DOT_yml", id="sources.yml"),
        pytest.param("a_DOT_txt_DOT_yml", id="a sidecar"),
    ],
)
def test_what_is_no_article_is_passed_over_quietly(tmp_path: Path, name: str) -> None:
    write(tmp_path, a_DOT_txt=TEXT, **{name: ""})
    assert [type(item) for item in everything(tmp_path)] == [Article]


@pytest.mark.parametrize("folder", ["Ferry_files", "Ferry-Dateien", "Ferry_fichiers"])
def test_what_a_browser_saved_beside_a_page_is_passed_over(tmp_path: Path, folder: str) -> None:
    write(tmp_path, **{f"{folder}/frame.html": "<p>An advertisement.</p>", "Other_files/a.txt": TEXT})
    MAKERS["story.html"](tmp_path / "Ferry.html")
    assert keys(tmp_path) == [f"{tmp_path}/Ferry.html", f"{tmp_path}/Other_files/a.txt"]


def test_unknown_suffixes_in_a_folder_are_one_notice(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_txt=TEXT, x_DOT_jpg="x", y_DOT_jpg="y", z="z")
    (notice,) = problems(tmp_path)
    assert (notice.severity, notice.path) == ("notice", str(tmp_path))
    assert "2 × .jpg, 1 × no suffix" in notice.what


@pytest.mark.parametrize(
    ("name", "content", "what", "severity"),
    [
        pytest.param("a_DOT_jpg", b"\xff\xd8", "not a format that can be read (.jpg)", "error", id="unknown suffix"),
        pytest.param("plain", TEXT, "not a format that can be read (no suffix)", "error", id="no suffix"),
        pytest.param("a_DOT_txt", b"PK\x03\x04\x00\x00", "binary data", "error", id="binary under the name of a text"),
        pytest.param("a_DOT_txt", "", "an empty article", "error", id="empty"),
        pytest.param("a_DOT_txt", " \n\t\n", "an empty article", "error", id="blanks only"),
        pytest.param("a_DOT_jsonl", "\n", "no record", "error", id="empty json lines"),
        pytest.param("a_DOT_json", "", "no record", "error", id="empty json"),
        pytest.param("a_DOT_json", "[]", "no record", "error", id="empty list"),
        pytest.param("a_DOT_txt_DOT_gz", b"\x1f\x8b\x08\x00", "damaged gzip", "error", id="cut gzip"),
        pytest.param("sources_DOT_yml", "{}", "metadata, not an article", "notice", id="sources.yml by name"),
    ],
)
def test_a_named_file_that_cannot_be_read_is_a_problem(
    tmp_path: Path, name: str, content: bytes | str, what: str, severity: str
) -> None:
    write(tmp_path, **{name: content})
    path = tmp_path / name.replace("_DOT_", ".")
    (problem,) = problems(path)
    assert what in problem.what
    assert (problem.path, problem.severity) == (str(path), severity)
    assert problem.hint


def test_a_named_readme_is_read(tmp_path: Path) -> None:
    assert keys(write(tmp_path, README_DOT_md=TEXT) / "README.md") == [f"{tmp_path}/README.md"]


@pytest.mark.parametrize(
    ("given", "what", "hint"),
    [
        pytest.param("nwes", "no such file or folder", "did you mean", id="missing, with a near name"),
        pytest.param("quite/another/place.txt", "no such file", "check the path", id="missing with its folder"),
        pytest.param("news/a.txt/b.txt", "no such file", "check the path", id="below a file"),
        pytest.param("*.html", "the pattern matches no article", "**", id="glob without a match"),
        pytest.param("empty", "no articles in this folder", ".txt", id="empty folder"),
        pytest.param("nul\0.txt", "no such file", "check the path", id="a NUL in the path"),
        pytest.param("x" * 5000, "cannot be read", "check", id="a path too long"),
    ],
)
def test_a_path_that_leads_nowhere_is_a_problem(tmp_path: Path, given: str, what: str, hint: str) -> None:
    write(tmp_path, news__a_DOT_txt=TEXT)
    (tmp_path / "empty").mkdir()
    (problem,) = problems(f"{tmp_path}/{given}")
    assert what in problem.what
    assert hint in problem.hint
    assert problem.severity == "error"


def test_a_quoted_glob_reads_each_file_once_and_no_metadata(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_txt=TEXT, sub__b_DOT_txt=TEXT, sources_DOT_yml="{}", sub__c_DOT_jpg="x")
    for pattern in ("**", "*", "**/*"):
        assert keys(f"{tmp_path}/{pattern}") == [f"{tmp_path}/a.txt", f"{tmp_path}/sub/b.txt"]
        assert [problem.what[-8:] for problem in problems(f"{tmp_path}/{pattern}")] == ["1 × .jpg"]
    assert keys(f"{tmp_path}/*.txt") == [f"{tmp_path}/a.txt"]


def test_a_file_whose_name_looks_like_a_pattern_is_itself(tmp_path: Path) -> None:
    assert keys(write(tmp_path, **{"[a]_DOT_txt": TEXT}) / "[a].txt") == [f"{tmp_path}/[a].txt"]


def test_one_bad_file_does_not_stop_the_run(tmp_path: Path) -> None:
    write(tmp_path, x__a_DOT_txt=TEXT, x__b_DOT_txt=b"\0\0", x__c_DOT_txt=TEXT, e_DOT_txt=TEXT)
    (tmp_path / "x" / "d.txt").symlink_to("nowhere")
    assert [type(item) for item in everything(tmp_path / "x", tmp_path / "missing.txt", tmp_path / "e.txt")] == [
        Article,
        Problem,
        Article,
        Problem,
        Problem,
        Article,
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable for root")
def test_a_file_without_permission_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_txt=TEXT)
    (tmp_path / "a.txt").chmod(0)
    (problem,) = problems(tmp_path)
    assert "permissions" in problem.hint


def test_a_file_that_the_system_refuses_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    write(tmp_path, a_DOT_txt=TEXT)
    monkeypatch.setattr(Path, "open", refuse)
    (problem,) = problems(tmp_path)
    assert (problem.what, problem.path) == ("cannot be read: Permission denied", f"{tmp_path}/a.txt")
    assert "permissions" in problem.hint


def test_a_folder_that_the_system_refuses_is_one_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    (problem,) = problems(tmp_path)
    assert (problem.what, problem.severity) == ("cannot be read: Permission denied", "error")


@pytest.mark.parametrize("again", ["a", "./a", "a/../a", "a/x.txt", "a/*.txt", "**/*.txt", "link"])
def test_a_file_that_several_paths_lead_to_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, again: str
) -> None:
    write(tmp_path, a__x_DOT_txt=TEXT, a__y_DOT_txt=TEXT)
    (tmp_path / "link").symlink_to("a")
    monkeypatch.chdir(tmp_path)
    assert [item.key for item in read(["a", again], ReadOptions()) if isinstance(item, Article)] == [
        "a/x.txt",
        "a/y.txt",
    ]


def test_a_loop_of_links_ends_with_a_notice(tmp_path: Path) -> None:
    write(tmp_path, a__x_DOT_txt=TEXT)
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    assert keys(tmp_path) == [f"{tmp_path}/a/x.txt"]
    (notice,) = problems(tmp_path)
    assert (notice.what, notice.severity) == ("links to a folder already read", "notice")


def test_a_path_is_the_key_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, news__a_DOT_txt=TEXT)
    monkeypatch.chdir(tmp_path)
    told = [keys(given) for given in ("./news/a.txt", "./news/", "news", ".")]
    assert told == [["./news/a.txt"], ["./news/a.txt"], ["news/a.txt"], ["./news/a.txt"]]


def test_a_file_name_that_is_no_utf8_can_be_printed(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9\x1b[31m.txt")).write_text(TEXT)
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    (key,) = keys(tmp_path)
    assert key.encode("utf-8").endswith(b"caf\xef\xbf\xbd\x1b[31m.txt")


@pytest.mark.parametrize(
    ("data", "count"),
    [
        pytest.param(TEXT.encode(), 1, id="text"),
        pytest.param(b"[Applause] " + TEXT.encode(), 1, id="text that begins with a bracket"),
        pytest.param(RECORD, 1, id="a record"),
        pytest.param(RECORD + b"\n" + RECORD, 2, id="json lines"),
        pytest.param(b"[" + RECORD + b"]", 1, id="a list"),
        pytest.param(gzip.compress(RECORD + b"\n" + RECORD), 2, id="packed json lines"),
        pytest.param(b"\xef\xbb\xbf" + RECORD, 1, id="with a byte order mark"),
    ],
)
def test_standard_input_is_told_by_its_first_bytes(monkeypatch: pytest.MonkeyPatch, data: bytes, count: int) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    articles = [item for item in everything("-") if isinstance(item, Article)]
    assert len(articles) == count
    for article in articles:
        assert article.text.removeprefix("[Applause] ") == TEXT
        assert (article.key, article.path) == ("-", None)


@pytest.mark.parametrize("name", [name for name in MAKERS if name != "story.md"])
def test_every_format_can_come_through_standard_input(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    MAKERS[name](tmp_path / name)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((tmp_path / name).read_bytes())))
    (article,) = everything("-")
    assert isinstance(article, Article)
    assert "a masterpiece of the conditional" in article.text
    assert len(article.text) < 1000


def test_many_problems_of_one_file_are_counted(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_jsonl=b'{"quote": "no text"}\n' * 100 + RECORD)
    assert len(keys(tmp_path)) == 1
    found = problems(tmp_path)
    assert len(found) == MOST_PROBLEMS + 1
    assert found[-1].what == f"and {100 - MOST_PROBLEMS} more in this file"
