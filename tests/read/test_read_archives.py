"""Packed files, and zip archives read as if they were folders."""

import bz2
import gzip
import io
import lzma
import random
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from quotetrace.config import ReadOptions
from quotetrace.models import Article, Problem
from quotetrace.read import read

TEXT = "Mayor Ode spoke on Monday."
PACKERS: dict[str, Callable[[bytes], bytes]] = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress}


def everything(*paths: Path | str) -> list[Article | Problem]:
    return list(read([str(path) for path in paths], ReadOptions()))


def packed(path: Path, **files: bytes | str) -> Path:
    """A zip archive of files by name, "__" for a slash and "_DOT_" for the point."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name if "/" in name else name.replace("__", "/").replace("_DOT_", "."), content)
    return path


def zipped(**files: bytes | str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_DOT_", "."), content)
    return data.getvalue()


@pytest.mark.parametrize("kind", PACKERS)
def test_a_packed_file_is_read_by_the_suffix_below(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"a.txt.{kind}"
    path.write_bytes(PACKERS[kind](TEXT.encode()))
    (article,) = everything(tmp_path)
    assert isinstance(article, Article)
    assert (article.text, article.key) == (TEXT, str(path))


@pytest.mark.parametrize("kind", PACKERS)
def test_a_packed_file_that_was_cut_gives_what_came_before(tmp_path: Path, kind: str) -> None:
    noise = random.Random(1)
    data = PACKERS[kind](b"".join(b'{"text": "%x"}\n' % noise.getrandbits(4000) for _ in range(4000)))
    (tmp_path / f"a.jsonl.{kind}").write_bytes(data[: len(data) * 9 // 10])
    *articles, problem = everything(tmp_path)
    assert 1000 < len(articles) < 4000
    assert isinstance(problem, Problem)
    assert "a damaged" in problem.what


def test_an_archive_is_read_like_a_folder(tmp_path: Path) -> None:
    path = packed(
        tmp_path / "a.zip",
        b_DOT_txt=TEXT,
        a__c_DOT_jsonl=b'{"id": "r1", "text": "Closed."}\n{"text": "Open."}',
        a__b_DOT_txt_DOT_gz=gzip.compress(TEXT.encode()),
        README_DOT_md="what this is",
        **{"__MACOSX/._b.txt": "resource fork"},
        _DOT_hidden_DOT_txt="x",
        x_DOT_jpg="x",
    )
    found = everything(path)
    assert [item.key for item in found if isinstance(item, Article)] == [
        f"{path}/a/b.txt.gz",
        "r1",
        f"{path}/a/c.jsonl",
        f"{path}/b.txt",
    ]
    (notice,) = (item for item in found if isinstance(item, Problem))
    assert (notice.what, notice.severity) == ("skipped, not formats that can be read: 1 × .jpg", "notice")
    assert found[-1] is notice


def test_what_a_browser_saved_beside_a_page_is_passed_over_in_an_archive_too(tmp_path: Path) -> None:
    names = {"news/Ferry.html": "", "news/Ferry_files/ads/frame.txt": TEXT, "news/Other_files/a.txt": TEXT}
    path = packed(tmp_path / "a.zip", **names)
    assert [item.key for item in everything(path) if isinstance(item, Article)] == [f"{path}/news/Other_files/a.txt"]


def test_metadata_in_the_archive_and_beside_it(tmp_path: Path) -> None:
    packed(
        tmp_path / "a.zip",
        a_DOT_txt=TEXT,
        b_DOT_txt=TEXT,
        c_DOT_txt=TEXT,
        sources_DOT_yml="a.txt: {outlet: Inside}",
        b_DOT_txt_DOT_yml="outlet: Sidecar",
    )
    (tmp_path / "sources.yml").write_text("'*.zip': {outlet: Beside, kind: archive}")
    found = [item for item in everything(tmp_path) if isinstance(item, Article)]
    assert [(item.outlet, item.kind) for item in found] == [
        ("Inside", "archive"),
        ("Sidecar", "archive"),
        ("Beside", "archive"),
    ]


def test_an_archive_within_an_archive(tmp_path: Path) -> None:
    inner = zipped(a_DOT_txt=TEXT)
    path = packed(tmp_path / "a.zip", inner_DOT_zip=inner, b_DOT_txt=TEXT, deep_DOT_zip=zipped(x_DOT_zip=inner))
    found = everything(path)
    assert [item.key for item in found if isinstance(item, Article)] == [f"{path}/b.txt", f"{path}/inner.zip/a.txt"]
    (problem,) = (item for item in found if isinstance(item, Problem))
    assert (problem.path, problem.what) == (f"{path}/deep.zip/x.zip", "an archive in an archive in an archive")


def test_an_archive_through_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped(a_DOT_txt=TEXT, sources_DOT_yml="'*': {outlet: Inside}")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    (article,) = everything("-")
    assert isinstance(article, Article)
    assert (article.key, article.outlet) == ("-/a.txt", "Inside")


def member(name: str, content: bytes = TEXT.encode()) -> Callable[[Path], object]:
    def write(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.txt", TEXT)
            archive.writestr(zipfile.ZipInfo(name), content)
            archive.writestr("z.txt", TEXT)

    return write


def damaged(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("a.txt", "m.txt", "z.txt"):
            archive.writestr(name, f"{name}: {TEXT}")
    path.write_bytes(path.read_bytes().replace(b"m.txt: Mayor", b"m.txt: mayor"))


def encrypted(path: Path) -> None:
    member("m.txt")(path)
    data = bytearray(path.read_bytes())
    local, central = data.find(b"m.txt") - 30, data.rfind(b"m.txt") - 46
    data[local + 6] |= 1
    data[central + 8] |= 1
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("write", "name", "what"),
    [
        pytest.param(member("../../m.txt"), "../../m.txt", "a path that leads out of the archive", id="climbing out"),
        pytest.param(member("/etc/m.txt"), "/etc/m.txt", "a path that leads out of the archive", id="from the root"),
        pytest.param(member("..\\m.txt"), "../m.txt", "a path that leads out of the archive", id="with backslashes"),
        pytest.param(member("m.txt", b"\0\0"), "m.txt", "binary data, not text", id="binary"),
        pytest.param(damaged, "m.txt", "a damaged zip file: Bad CRC-32 for file 'm.txt'", id="damaged"),
        pytest.param(encrypted, "m.txt", "encrypted", id="encrypted"),
        pytest.param(member("m.zip"), "m.zip", "a damaged zip archive: File is not a zip file", id="no archive"),
    ],
)
def test_a_bad_member_is_told_and_the_rest_is_read(
    tmp_path: Path, write: Callable[[Path], object], name: str, what: str
) -> None:
    path = tmp_path / "a.zip"
    write(path)
    found = everything(path)
    assert [item.key for item in found if isinstance(item, Article)] == [f"{path}/a.txt", f"{path}/z.txt"]
    (problem,) = (item for item in found if isinstance(item, Problem))
    assert (problem.path, problem.what) == (f"{path}/{name}", what)
    assert problem.hint
