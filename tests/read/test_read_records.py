"""JSON and JSON Lines, by whichever tool they were written."""

import gzip
import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
import trafilatura
from made import ADDRESS, STORY, page

from quotetrace.config import ReadOptions
from quotetrace.models import Article, Problem
from quotetrace.read import read

TEXT = "Mayor Ode spoke on Monday."
OURS = {"id": "r1", "outlet": "The Courier", "published": "2031-05-02", "title": "Bridge", "text": TEXT}
TRAFILATURA = {
    "title": "Bridge",
    "author": "Ana Lind",
    "hostname": "courier.example",
    "date": "2031-05-02",
    "fingerprint": "f0e1",
    "id": None,
    "license": None,
    "comments": "",
    "raw_text": TEXT + " raw",
    "text": TEXT,
    "language": "en",
    "image": "https://courier.example/i.jpg",
    "pagetype": "article",
    "filedate": "2031-06-01",
    "source": "https://www.courier.example/bridge",
    "source-hostname": "The Courier",
    "excerpt": "Bridge closed",
    "categories": "News;Town",
    "tags": "",
}
NEWSPAPER = {
    "url": "https://www.courier.example/bridge",
    "read_more_link": "",
    "language": "en",
    "title": "Bridge",
    "top_image": "",
    "authors": ["Ana Lind"],
    "publish_date": "2031-05-02T00:00:00",
    "meta_lang": "en",
    "meta_site_name": "The Courier",
    "source_url": "https://www.courier.example",
    "canonical_link": "https://www.courier.example/bridge",
    "text": TEXT,
}
PASSIM = {"id": "r1", "series": "The Courier", "date": "2031-05-02", "text": TEXT}


def items(tmp_path: Path, name: str, content: str | bytes) -> list[Article | Problem]:
    data = content.encode() if isinstance(content, str) else content
    path = tmp_path / name
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return list(read([str(path)], ReadOptions()))


def only(found: list[Article | Problem]) -> Article:
    (article,) = found
    assert isinstance(article, Article), article
    return article


@pytest.mark.parametrize(
    ("name", "content", "count"),
    [
        pytest.param("a.json", json.dumps(OURS), 1, id="a record"),
        pytest.param("a.json", json.dumps(OURS, indent=2), 1, id="a record over several lines"),
        pytest.param("a.json", json.dumps([OURS, OURS], indent=2), 2, id="a list"),
        pytest.param("a.json", json.dumps({"articles": [OURS]}), 1, id="articles under a key"),
        pytest.param("a.json", json.dumps(OURS) + "\n" + json.dumps(OURS), 2, id="json lines called json"),
        pytest.param("a.json", " \n" + json.dumps(OURS) + "\n" + json.dumps(OURS), 2, id="… after a blank line"),
        pytest.param("a.jsonl", json.dumps(OURS) + "\n\n", 1, id="json lines"),
        pytest.param("a.jsonl", "\ufeff" + json.dumps(OURS) + "\r\n" + json.dumps(OURS), 2, id="with BOM and CRLF"),
        pytest.param("a.ndjson", json.dumps([OURS, OURS]), 2, id="a list in a line"),
        pytest.param("a.jsonl.gz", json.dumps(OURS), 1, id="packed"),
        pytest.param("a.jsonl", (json.dumps(OURS) + "\n").encode("utf-16"), 1, id="UTF-16"),
    ],
)
def test_records_in_every_form(tmp_path: Path, name: str, content: str | bytes, count: int) -> None:
    found = items(tmp_path, name, content)
    assert len(found) == count
    for article in found:
        assert isinstance(article, Article)
        assert (article.key, article.outlet, article.published) == ("r1", "The Courier", "2031-05-02")
        assert (article.title, article.text) == ("Bridge", TEXT)


@pytest.mark.parametrize(
    ("record", "origin"),
    [
        pytest.param(TRAFILATURA, "record: source-hostname", id="trafilatura"),
        pytest.param(NEWSPAPER, "record: meta_site_name", id="newspaper4k"),
        pytest.param(PASSIM, "record: series", id="passim"),
    ],
)
def test_records_of_other_tools(tmp_path: Path, record: dict[str, Any], origin: str) -> None:
    article = only(items(tmp_path, "a.jsonl", json.dumps(record)))
    assert (article.outlet, article.published, article.text) == ("The Courier", "2031-05-02", TEXT)
    assert dict(article.metadata_from)["outlet"] == origin
    if record is not PASSIM:
        assert (article.title, article.url) == ("Bridge", "https://www.courier.example/bridge")
        assert article.language == "en"


def test_a_record_that_trafilatura_itself_wrote(tmp_path: Path) -> None:
    head = (
        '<meta property="og:site_name" content="Vesparin Herald"><meta property="og:title" content="The bridge">'
        f'<link rel="canonical" href="{ADDRESS}"><meta property="article:published_time" content="2031-05-03">'
    )
    made = page("".join(f"<p>{paragraph}</p>" for paragraph in STORY.split("\n\n")), head)
    options = {"max_date": "2999-12-31", "original_date": True, "extensive_search": False}
    written = trafilatura.extract(made, output_format="json", with_metadata=True, date_extraction_params=options)
    assert written is not None
    article = only(items(tmp_path, "a.jsonl", written))
    assert (article.outlet, article.title, article.url) == ("Vesparin Herald", "The bridge", ADDRESS)
    assert (article.published, dict(article.metadata_from)["published"]) == ("2031-05-03", "record: date")
    assert "“a masterpiece of the conditional”" in article.text


@pytest.mark.parametrize(
    ("record", "outlet"),
    [
        pytest.param({"source": "The Courier"}, "The Courier", id="a name"),
        pytest.param({"source": "https://www.courier.example/bridge"}, "courier.example", id="an address"),
        pytest.param({"source": {"id": None, "name": "The Courier"}}, "The Courier", id="a name inside"),
        pytest.param({"url": "http://courier.example/x"}, "courier.example", id="only the page's address"),
        pytest.param({"outlet": "  ", "series": "The Courier"}, "The Courier", id="the first that is not empty"),
        pytest.param({"outlet": ["x"]}, None, id="a list is no name"),
    ],
)
def test_the_outlet_of_a_record(tmp_path: Path, record: dict[str, Any], outlet: str | None) -> None:
    assert only(items(tmp_path, "a.jsonl", json.dumps({**record, "text": TEXT}))).outlet == outlet


@pytest.mark.parametrize(
    ("line", "what"),
    [
        pytest.param('{"text": "x"', "line 2: broken JSON: Expecting ',' delimiter at column 13", id="cut"),
        pytest.param('"text"', "line 2: not a record but a text", id="a string"),
        pytest.param("7", "line 2: not a record but a number", id="a number"),
        pytest.param('{"quote": "x"}', "line 2: a record without text (its fields: quote)", id="no text"),
        pytest.param('{"text": " "}', "line 2: a record whose field text holds none", id="blank text"),
        pytest.param('{"text": 7}', "line 2: a record whose field text holds none", id="text that is no string"),
        pytest.param(
            "[" * 100_000, "line 2: broken JSON: nested too deeply, or a number too long", id="nested without end"
        ),
        pytest.param('[{"text": "x"}, 7]', "line 2 record 2: not a record but a number", id="inside a list"),
    ],
)
def test_a_broken_line_is_named_and_the_rest_goes_on(tmp_path: Path, line: str, what: str) -> None:
    good = json.dumps(OURS)
    found = items(tmp_path, "a.jsonl", f"{good}\n{line}\n{good}\n")
    assert [type(item) for item in (found[0], found[-1])] == [Article, Article]
    assert [item.what for item in found if isinstance(item, Problem)] == [what]


def test_a_broken_json_file_names_line_and_column(tmp_path: Path) -> None:
    (problem,) = items(tmp_path, "a.json", '[\n{"text": "x",}\n]')
    assert isinstance(problem, Problem)
    assert "line 2, column 14" in problem.what or "line 2, column 13" in problem.what


def test_a_line_in_another_encoding_is_read_with_a_notice(tmp_path: Path) -> None:
    line = json.dumps({"text": "Zoë Müller spoke in a café. “Déjà vu,” she said."}, ensure_ascii=False)
    notice, article = items(tmp_path, "a.jsonl", line.encode("cp1252"))
    assert isinstance(article, Article)
    assert article.text.startswith("Zoë Müller")
    assert isinstance(notice, Problem)
    assert (notice.severity, notice.what) == ("notice", "line 1: not UTF-8; read as cp1252")


def test_half_characters_are_replaced_with_a_notice(tmp_path: Path) -> None:
    notice, article = items(tmp_path, "a.jsonl", '{"text": "a\\ud800b \\ud83d\\ude00", "title": "\\udc00"}')
    assert isinstance(article, Article)
    assert (article.text, article.title) == ("a\ufffdb 😀", "\ufffd")
    assert isinstance(notice, Problem)
    assert "surrogates" in notice.what
    article.text.encode("utf-8")


def test_reading_stops_where_the_archive_is_damaged(tmp_path: Path) -> None:
    lines = b"".join(json.dumps({"text": f"{n} {n * n} {TEXT}"}).encode() + b"\n" for n in range(5000))
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(lines)[:-2000])
    found = list(read([str(path)], ReadOptions()))
    assert sum(isinstance(item, Article) for item in found) > 100
    assert isinstance(found[-1], Problem)
    assert "damaged gzip" in found[-1].what


@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
def test_records_stream(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text((json.dumps(OURS) + "\n") * 100_000)
    stream = read([str(path)], ReadOptions())
    tracemalloc.start()
    first = [next(stream) for _ in range(1000)]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert all(isinstance(item, Article) for item in first)
    assert peak < path.stat().st_size / 4
