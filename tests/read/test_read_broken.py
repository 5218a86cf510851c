"""Every format broken in at least three ways: cut, of another kind, hostile. Each is told, and the rest is read."""

import bz2
import gzip
import io
import lzma
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from made import ADDRESS, MAKERS, RESPONSE, feed, page, web_archive

from quotetrace.config import ReadOptions
from quotetrace.models import Article, Problem
from quotetrace.read import read, unpack

MEGABYTE = 1 << 20
Make = Callable[[Path], bytes]
"""The content of a broken file; the path is one to work at."""


def cut(name: str, share: float = 0.5) -> Make:
    """The story as ``name``, the end of it missing."""

    def make(path: Path) -> bytes:
        MAKERS[name](path)
        data = path.read_bytes()
        return data[: int(len(data) * share)]

    return make


def holding(data: bytes) -> Make:
    return lambda path: data


def zeros(pack: Callable[[bytes], bytes], megabytes: int = 20) -> Make:
    """Nothing, packed."""
    return lambda path: pack(bytes(megabytes * MEGABYTE))


def member(name: str, content: bytes) -> Make:
    """The Word document of the story with another content of one of its parts."""

    def make(path: Path) -> bytes:
        MAKERS["story.docx"](path)
        packed = io.BytesIO()
        with zipfile.ZipFile(path) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
            for info in old.infolist():
                new.writestr(info.filename, content if info.filename == name else old.read(info))
        return packed.getvalue()

    return make


def overlapping() -> bytes:
    """An archive whose directory names one member a hundred times."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"0" * MEGABYTE)
        (info,) = archive.infolist()
        for number in range(100):
            other = zipfile.ZipInfo(f"{number}.txt")
            for field in ("compress_type", "CRC", "compress_size", "file_size", "header_offset", "flag_bits"):
                setattr(other, field, getattr(info, field))
            archive.filelist.append(other)
    return data.getvalue()


def pdf(content: bytes, packed: bool = False) -> bytes:
    """A PDF of one page with a content stream."""
    stream = zlib.compress(content, 9) if packed else content
    way = b"/Filter /FlateDecode " if packed else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< " + way + b"/Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer << /Root 1 0 R /Size 5 >>\nstartxref\n%d\n%%%%EOF" % len(data)
    return data + b"xref\n0 5\n0000000000 65535 f \n" + table + trailer


ENTITIES = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
LAUGHS = f'<!DOCTYPE x [<!ENTITY e0 "ha">{ENTITIES}]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY e12 SYSTEM "file:///etc/passwd">]>'
RSS = '<?xml version="1.0"?>{}<rss version="2.0"><channel><item><title>&e12;</title></item></channel></rss>'
WORD = '<?xml version="1.0"?>{}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e12;</w:t></w:r></w:p></w:body></w:document>'
BODY = "word/document.xml"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200)
DEEP = 200_000

TABLE: list[tuple[str, str, Make, str]] = [
    ("txt", "of another kind", holding(PNG), "binary data"),
    ("txt", "too large", holding(b"x " * (33 * MEGABYTE)), "larger than 64 MB"),
    ("json", "cut", cut("story.json"), "broken JSON"),
    ("json", "of another kind", holding(PNG), "binary data"),
    ("json", "nested without end", holding(b'{"a":' * DEEP), "nested too deeply"),
    ("jsonl", "cut", cut("story.jsonl"), "broken JSON"),
    ("jsonl", "of another kind", holding(PNG), "binary data"),
    ("jsonl", "nested without end", holding(b"[" * DEEP), "nested too deeply"),
    ("csv", "cut", cut("story.csv"), "a field in marks that are not closed"),
    ("csv", "of another kind", holding(PNG), "binary data"),
    (
        "csv",
        "a field without end",
        holding(b'text\n"' + (b"x " * 500 + b"\n") * 20_000),
        "field larger than field limit",
    ),
    ("html", "of another kind", holding(PNG), "binary data"),
    ("html", "nothing in it", holding(b"<html></html>"), "no article found"),
    ("html", "elements beside each other without end", holding(page("<p>a</p>" * 60_000).encode()), "a page of 60,0"),
    ("html", "too large", holding(b"<p>x" * (5 * MEGABYTE)), "larger than 16 MB"),
    ("mhtml", "of another kind", holding(PNG), "no web page in this file"),
    (
        "mhtml",
        "parts without end",
        holding(b"Content-Type: multipart/related; boundary=b\n\n" + b"--b\n" * DEEP),
        "no web page",
    ),
    ("warc", "cut", cut("story.warc", 0.7), "a page that was cut"),
    ("warc", "of another kind", holding(PNG), "damaged web archive"),
    (
        "warc",
        "a page too large",
        holding(web_archive({ADDRESS: ("200 OK", "text/html", b"<p>x" * (5 * MEGABYTE))}, False)),
        "larger than 16 MB",
    ),
    ("rss", "cut", holding(feed().encode()[:200]), "no RSS or Atom feed"),
    ("rss", "of another kind", holding(PNG), "no RSS or Atom feed"),
    ("rss", "entities of entities", holding(RSS.format(LAUGHS).encode()), "a feed with a fault"),
    ("parquet", "cut", cut("story.parquet"), "a Parquet file that cannot be read"),
    ("parquet", "of another kind", holding(PNG), "a Parquet file that cannot be read"),
    ("parquet", "a header alone", holding(b"PAR1" + b"\xff" * 100 + b"PAR1"), "a Parquet file that cannot be read"),
    ("pdf", "cut", cut("story.pdf", 0.3), "PDF"),
    ("pdf", "of another kind", holding(PNG), "a damaged PDF"),
    ("pdf", "a page that unpacks to 100 MB", zeros(lambda data: pdf(data, packed=True), 100), "PDF"),
    ("pdf", "arrays without end", holding(pdf(b"[" * DEEP)), "PDF"),
    ("docx", "cut", cut("story.docx"), "no Word document"),
    ("docx", "of another kind", holding(PNG), "no Word document"),
    ("docx", "a part that unpacks to 140 MB", member(BODY, bytes(140 * MEGABYTE)), "a Word document that unpacks to"),
    ("docx", "entities of entities", member(BODY, WORD.format(LAUGHS).encode()), "no Word document"),
    (
        "docx",
        "elements without end",
        member(BODY, WORD.format("").encode().replace(b"<w:p>", b"<w:p>" * DEEP)),
        "no Word document",
    ),
    ("rtf", "of another kind", holding(PNG), "no RTF document"),
    ("rtf", "nothing in it", holding(b"{\\rtf1"), "an empty article"),
    (
        "rtf",
        "figures without end",
        holding(b"{\\rtf1\\uc" + b"9" * 5000 + b" x\\u99999999999 y}"),
        "a damaged RTF document",
    ),
    ("zip", "cut", cut("story.zip"), "a damaged zip archive"),
    ("zip", "of another kind", holding(PNG), "a damaged zip archive"),
    ("zip", "members over each other", holding(overlapping()), "members lie over each other"),
    ("jsonl.gz", "cut", cut("story.jsonl.gz"), "a damaged gzip file"),
    ("jsonl.gz", "of another kind", holding(PNG), "binary data"),
    ("jsonl.gz", "nothing, without end", zeros(gzip.compress), "unpacks to more than 500 times its size"),
    ("jsonl.bz2", "cut", cut("story.jsonl.bz2"), "a damaged bzip2 file"),
    ("jsonl.bz2", "nothing, without end", zeros(bz2.compress), "unpacks to more than 500 times its size"),
    ("jsonl.xz", "cut", cut("story.jsonl.xz"), "a damaged xz file"),
    ("jsonl.xz", "nothing, without end", zeros(lzma.compress), "unpacks to more than 500 times its size"),
]
READ_ALL_THE_SAME: list[tuple[str, str, Make]] = [
    ("html", "cut", cut("story.html", 0.7)),
    ("html", "elements without end", holding(page("<div>" * DEEP + "<p>It is closed.</p>").encode())),
    ("html", "quotations without end", holding(page("<p>" + "<q>" * DEEP + "It is closed.</p>").encode())),
    (
        "html",
        "an entity outside",
        holding(page("<p>It is closed. &e12;</p>").replace("<!DOCTYPE html>", OUTSIDE).encode()),
    ),
    ("rtf", "cut", cut("story.rtf", 0.9)),
    ("rtf", "groups without end", holding(b"{\\rtf1 A." + b"{" * DEEP)),
    (
        "warc",
        "a length that is not kept",
        holding(web_archive({ADDRESS: RESPONSE}, False).replace(b"Content-Length: ", b"Content-Length: 9")),
    ),
    ("rss", "an entity outside", holding(RSS.format(OUTSIDE).replace("&e12;", "Closed &e12;").encode())),
    ("docx", "an entity outside", member(BODY, WORD.format(OUTSIDE).replace("&e12;", "Closed &e12;").encode())),
]


def read_between(folder: Path, name: str, data: bytes) -> list[Article | Problem]:
    """What is read of a broken file that stands between two whole ones."""
    for neighbour in ("a.txt", "z.txt"):
        (folder / neighbour).write_text("It is closed.")
    (folder / f"m.{name}").write_bytes(data)
    first, *found, last = read([str(folder)], ReadOptions())
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    return found


@pytest.mark.parametrize(
    ("name", "make", "what"), [pytest.param(name, make, what, id=f"{name}: {how}") for name, how, make, what in TABLE]
)
def test_a_broken_file_is_told_and_its_neighbours_are_read(
    tmp_path: Path, name: str, make: Make, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpack, "FREE", 8 * MEGABYTE)
    (tmp_path / "x").mkdir()
    data = make(tmp_path / "broken")
    (tmp_path / "broken").unlink(missing_ok=True)
    found = read_between(tmp_path / "x", name, data)
    problems = [item for item in found if isinstance(item, Problem)]
    assert any(what in problem.what for problem in problems), problems
    for problem in problems:
        assert problem.path == f"{tmp_path}/x/m.{name}"
        assert problem.hint
        assert len(problem.what) < 400
        assert str(tmp_path) not in problem.what


@pytest.mark.parametrize(
    ("name", "make"), [pytest.param(name, make, id=f"{name}: {how}") for name, how, make in READ_ALL_THE_SAME]
)
def test_what_is_only_bent_is_read_and_gives_nothing_away(tmp_path: Path, name: str, make: Make) -> None:
    (tmp_path / "x").mkdir()
    data = make(tmp_path / "broken")
    found = read_between(tmp_path / "x", name, data)
    for item in found:
        assert "root:" not in (item.text if isinstance(item, Article) else item.what)
    assert found


def test_a_record_of_the_wrong_length_is_told_in_our_words(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    data = web_archive({ADDRESS: RESPONSE, f"{ADDRESS}/2": RESPONSE}, False)
    (tmp_path / "a.warc").write_bytes(data.replace(b"\r\n\r\nWARC", b"\x1b[31m\r\n\r\nWARC"))
    found = list(read([str(tmp_path)], ReadOptions()))
    assert any(isinstance(item, Problem) and "not as long as it says" in item.what for item in found)
    assert "".join(capfd.readouterr()) == ""


def test_every_format_is_broken_in_three_ways() -> None:
    ways = [name for name, *_ in TABLE] + [name for name, *_ in READ_ALL_THE_SAME]
    assert {name for name in ways if ways.count(name) < 3} == {"txt", "mhtml", "jsonl.bz2", "jsonl.xz"}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the peak of a program by itself")
def test_hostile_files_do_not_fill_memory(tmp_path: Path) -> None:
    """In a process of its own, so that its peak is known."""
    for number, (name, how, make, _) in enumerate(TABLE):
        if any(word in how for word in ("without end", "unpacks", "entities", "each other", "large")):
            (tmp_path / f"{number}.{name}").write_bytes(make(tmp_path / "work"))
    (tmp_path / "work").unlink()
    (tmp_path / "bomb.jsonl.gz").write_bytes(gzip.compress(bytes(300 * MEGABYTE), 1))
    count = sum(1 for _ in tmp_path.iterdir())
    program = "import re\nfrom quotetrace.cli import main\n"
    program += "try: main()\nfinally: print(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1])"
    command = [sys.executable, "-c", program, "extract", str(tmp_path), "--jsonl"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    errors = [line for line in ran.stderr.splitlines() if line.startswith("error: ")]
    assert ran.returncode == 2
    assert len({line.split(": ")[1] for line in errors}) == count
    assert int(ran.stdout.splitlines()[-1]) < 400 * 1024
