"""Input made to break the reader: every case must be told or read, and in time that grows with its length."""

import io
import json
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import page

from quotetrace.config import ReadOptions
from quotetrace.models import Article, Problem
from quotetrace.read import read
from quotetrace.read.formats import SUFFIXES
from quotetrace.read.pages import MOST_ELEMENTS

MEGABYTE = 1_000_000
"""For a megabyte on a slow machine that does other things; quadratic time would be hours."""
UNITS = [
    *(
        "(",
        "—",
        " — ",
        "A",
        "A ",
        "A. ",
        "(A ",
        "(AP",
        ". ",
        '"',
        "\n",
        "\r",
        "\r\n\r",
        " ",
        "- ",
        "---\n",
        "13 ",
        "12/",
    ),
    *("12/10/", "Oct ", "A of ", "By ", "a\n", "A\n", "\u00a0", "|", "| A ", "é", "\u2028", "'s", "\x1b[31m", "{", "["),
]
WORDS = [
    *(
        "told ",
        "told the ",
        "told AP's ",
        "told A'",
        "told state news agency ",
        "The News ",
        "reported ",
        "A reported ",
    ),
    *("news agency ", "according to The ", "13 October ", "Source: A\n", "(AP)", "AP, 13 October 2016\n"),
]


def items_of(path: Path) -> list[Article | Problem]:
    return list(read([str(path)], ReadOptions()))


@pytest.mark.parametrize("unit", UNITS)
def test_a_megabyte_of_one_thing(tmp_path: Path, unit: str) -> None:
    assert_read(tmp_path, unit * (MEGABYTE // len(unit)))


@pytest.mark.parametrize("unit", WORDS)
def test_cues_and_names_upon_each_other(tmp_path: Path, unit: str) -> None:
    assert_read(tmp_path, unit * (MEGABYTE // 10 // len(unit)))


def assert_read(folder: Path, text: str) -> None:
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8", newline="")
    (item,) = items_of(path)
    assert isinstance(item, Article if text.strip() else Problem)
    if isinstance(item, Article):
        assert item.text == text


def test_one_line_of_five_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Bridge closed\n" + "Mayor Ode, who had told nobody of it, said that it was. " * 90_000 + "Ode told CNN."
    )
    (article,) = items_of(path)
    assert isinstance(article, Article)
    assert [credit.name for credit in article.credits] == ["CNN"]


def test_a_record_of_five_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "x" * 5 * MEGABYTE, "title": "x" * MEGABYTE, "date": "1" * MEGABYTE}))
    notice, article = items_of(path)
    assert isinstance(notice, Problem)
    assert len(notice.what) < 300
    assert isinstance(article, Article)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("[" * MEGABYTE, id="lists in lists"),
        pytest.param('{"a":' * 200_000, id="records in records"),
        pytest.param("[" * 500 + "]" * 500, id="an empty list, deep down"),
        pytest.param("1" * 100_000, id="a long number"),
        pytest.param('{"text": "\\ud800' + "\\ud800" * 1000, id="half characters, cut"),
        pytest.param("\ufeff" * 10, id="byte order marks"),
    ],
)
@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_hostile_json(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    (problem,) = items_of(path)
    assert isinstance(problem, Problem)
    assert problem.severity == "error"
    assert len(problem.what) < 300


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(n + 1)}: &{chr(n + 1)} [{', '.join([f'*{chr(n)}'] * 9)}]\n" for n in range(ord("a"), ord("p"))
)


@pytest.mark.parametrize(
    "matter",
    [
        pytest.param(BOMB + "outlet: Oria\n", id="aliases of aliases"),
        pytest.param("outlet: Oria\nx: " + "[" * 10_000 + "\n", id="deep lists"),
        pytest.param("outlet: Oria\nx: " + "{a: " * 2_000 + "\n", id="deep mappings"),
        pytest.param("? " * 5_000 + "\n", id="keys in keys"),
        pytest.param("outlet: !!python/object/apply:os.getcwd []\n", id="a call"),
        pytest.param("a: &a {b: *a}\noutlet: Oria\n", id="a loop"),
        pytest.param("outlet: " + "x" * 15_000 + "\n", id="a long value"),
    ],
)
def test_hostile_front_matter(tmp_path: Path, matter: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\n{matter}---\nThe bridge is closed.\n")
    *rest, article = items_of(path)
    assert isinstance(article, Article)
    assert article.outlet is None or article.outlet == "Oria" or set(article.outlet) == {"x"}
    assert all(isinstance(item, Problem) and len(item.what) < 400 for item in rest)


BITS = [
    *(
        b'{"text": "',
        b'"}',
        b"\n",
        b"\r",
        b"---\n",
        b"outlet: ",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\x1f\x8b",
        b"\xe9",
        b"\0",
    ),
    *("ELLERY, May 2 (AP) — Ode told CNN", "13.10.2016", "“”", "[", "\ud800", "é"),
]


BITS += [
    *(b"<html><body>", b"<p>", b"</p>", b"<q>", b"</q>", b"<blockquote>", b"<script>", b"<br/>", b"<!--", b"-->"),
    *(
        b"<rss><channel><item><title>",
        b"</title>",
        b"<description>",
        b"&lt;q&gt;",
        b"<?xml version='1.0'?>",
        b"<![CDATA[",
    ),
    *(
        b"{\\rtf1 ",
        b"\\'93",
        b"\\u8220?",
        b"{\\*\\",
        b"}",
        b"WARC/1.0\r\nWARC-Type: response\r\n",
        b"Content-Length: 9\r\n\r\n",
    ),
    *(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"%PDF-1.4\n1 0 obj << ", b">> endobj ", b"stream\n"),
    *(b"PK\x03\x04", b"PAR1", b"BZh9", b"\xfd7zXZ\0", b'text,date\n"', b"\t", b"id,outlet,text\n", b"--b\n"),
]
NAMES = [*("a.txt", "a.md"), *(f"a{suffix}" for suffix in SUFFIXES), "a.jsonl.gz", "a.csv.bz2", "a.html.xz", "-"]


@given(st.lists(st.sampled_from(BITS) | st.binary(max_size=8)), st.sampled_from(NAMES))
def test_no_bytes_stop_a_run(tmp_path_factory: pytest.TempPathFactory, bits: list[bytes | str], name: str) -> None:
    data = b"".join(bit if isinstance(bit, bytes) else bit.encode("utf-8", "surrogatepass") for bit in bits)
    path = tmp_path_factory.mktemp("any") / name
    if name != "-":
        path.write_bytes(data)
    with patch("sys.stdin", io.TextIOWrapper(io.BytesIO(data))):
        items = list(read([name if name == "-" else str(path)], ReadOptions()))
    assert items
    assert not [item for item in items if isinstance(item, Problem) and "a fault of quotetrace" in item.hint]
    for item in items:
        if isinstance(item, Article):
            item.text.encode("utf-8")
            assert all(credit.name in credit.span.of(item.text) for credit in item.credits)
            assert item.headline is None or item.headline.end <= len(item.text)


PAGE_UNITS = [
    *("<q>", "<q>a</q>", "<blockquote>", "<blockquote>a</blockquote>", "<blockquote><p>a</p></blockquote>", "<p>a</p>"),
    *("<li>a", "<h1>a</h1>", "<br>", "“", "<!--", "<time datetime=2023>", "<meta name=a content=b>", "<cite>a</cite>"),
    *("<div>", "<b>", "a ", "<p><q>It</q> is closed.</p>", '<script type="application/ld+json">[[[[{"a":1}</script>'),
]


@pytest.mark.slow
@pytest.mark.parametrize("unit", PAGE_UNITS)
def test_a_page_of_one_thing(tmp_path: Path, unit: str) -> None:
    """Up to the most elements that a page may have, or a megabyte."""
    path = tmp_path / "a.html"
    path.write_text(page(unit * min(MOST_ELEMENTS - 100, MEGABYTE // len(unit))))
    assert len(items_of(path)) == 1


RTF_UNITS = [
    *("{", "}", "\\'93", "\\u8220?", "\\u-10179?", "\\pict ", "{\\pict", "\\bin9", "\\par ", "\\", "{\\*\\a ", "a"),
    *("{\\fonttbl{\\f0\\fcharset0 A;}}", "\\fonttbl\\f0 ", '{\\field{\\*\\fldinst{HYPERLINK "x"}}{\\fldrslt a}}'),
]


@pytest.mark.parametrize("unit", RTF_UNITS)
def test_an_rtf_document_of_one_thing(tmp_path: Path, unit: str) -> None:
    path = tmp_path / "a.rtf"
    path.write_text("{\\rtf1 " + unit * (MEGABYTE // len(unit)))
    assert len(items_of(path)) == 1


@pytest.mark.parametrize("unit", ['"', ",", '"",', '"a" ', "\n", "a", "\r", ";"])
def test_a_table_of_one_thing(tmp_path: Path, unit: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text("text,date\n" + unit * (MEGABYTE // len(unit)), newline="")
    assert items_of(path)


def test_a_folder_of_many_levels(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(200):
        folder = folder / "d"
        folder.mkdir()
    (folder / "a.txt").write_text("The bridge is closed.")
    assert len(items_of(tmp_path)) == 1
