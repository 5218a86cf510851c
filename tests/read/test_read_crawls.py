"""WARC and Parquet: what comes by the thousand, read a piece at a time."""

import gzip
from pathlib import Path

import duckdb
import pytest
from made import ADDRESS, RECORD, RESPONSE, page, web_archive, write_parquet

from quotetrace.config import ReadOptions
from quotetrace.models import Article, Problem
from quotetrace.read import read

BROKEN = ("200 OK", "text/html", b"<html>\0" + b"\xff\xd8\xff" * 50)


def items(path: Path, names: str | None = None) -> list[Article | Problem]:
    return list(read([str(path)], ReadOptions(map=names)))


def archive(folder: Path, **responses: tuple[str, str, bytes]) -> Path:
    path = folder / "a.warc.gz"
    path.write_bytes(web_archive({f"https://herald.example/{name}": response for name, response in responses.items()}))
    return path


def test_a_page_of_an_archive_is_named_by_its_address(tmp_path: Path) -> None:
    (article,) = items(archive(tmp_path, bridge=RESPONSE))
    assert isinstance(article, Article)
    assert (article.key, article.url) == ("https://herald.example/bridge", "https://herald.example/bridge")
    assert (article.outlet, article.published) == ("herald.example", "2031-05-03")
    assert dict(article.metadata_from) == {
        "outlet": "url",
        "published": "line 2",
        "title": "page",
        "url": "WARC-Target-URI",
        "language": "html lang",
    }


def test_what_is_no_page_is_one_notice(tmp_path: Path) -> None:
    path = archive(
        tmp_path,
        picture=("200 OK", "image/png", b"PNG"),
        lost=("404 Not Found", "text/html", b"<p>Gone</p>"),
        moved=("301 Moved", "text/html", b""),
        bridge=RESPONSE,
        another=("200 OK", "image/png", b"PNG"),
    )
    article, notice = items(path)
    assert isinstance(article, Article)
    assert isinstance(notice, Problem)
    assert notice.what == "left out, no pages: 2 × image/png, 1 × status 301, 1 × status 404"
    assert notice.severity == "notice"


def test_a_page_that_cannot_be_read_does_not_stop_the_archive(tmp_path: Path) -> None:
    empty = ("200 OK", "text/html", b"<html><body><script>x</script></body></html>")
    found = items(archive(tmp_path, broken=("200 OK", "text/html", b"\xff\xd8\xff" * 50), empty=empty, bridge=RESPONSE))
    assert [type(item) for item in found] == [Problem, Problem, Article]
    assert [(item.what, item.severity) for item in found if isinstance(item, Problem)] == [
        ("https://herald.example/broken: not text in any known encoding", "error"),
        ("https://herald.example/empty: no article found in this page", "notice"),
    ]


def test_the_server_says_the_encoding(tmp_path: Path) -> None:
    words = "Мэр сказал: “Нет, мост будет закрыт до самой весны, и это не обсуждается.”"
    content = page(f"<p>{words}</p>" * 3).replace('<meta charset="utf-8">', "").encode("cp1251")
    (article,) = items(archive(tmp_path, bridge=("200 OK", "text/html; charset=windows-1251", content)))
    assert isinstance(article, Article)
    assert words in article.text


def test_an_archive_that_was_cut_gives_the_pages_before(tmp_path: Path) -> None:
    path = archive(tmp_path, one=RESPONSE, two=RESPONSE)
    path.write_bytes(path.read_bytes()[:-300])
    *articles, problem = items(path)
    assert [article.key for article in articles if isinstance(article, Article)] == ["https://herald.example/one"]
    assert isinstance(problem, Problem)
    assert "damaged" in problem.what


def test_a_page_packed_by_the_server(tmp_path: Path) -> None:
    from io import BytesIO

    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    data, packed = BytesIO(), gzip.compress(RESPONSE[2])
    headers = [("Content-Type", "text/html"), ("Content-Encoding", "gzip")]
    writer = WARCWriter(data, gzip=True)
    answer = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
    writer.write_record(
        writer.create_warc_record(ADDRESS, "response", BytesIO(packed), len(packed), http_headers=answer)
    )
    (tmp_path / "a.warc.gz").write_bytes(data.getvalue())
    (article,) = items(tmp_path / "a.warc.gz")
    assert isinstance(article, Article)


@pytest.mark.parametrize("name", ["a.parquet", "[a]*?.parquet", "it's.parquet"])
def test_a_row_is_a_record(tmp_path: Path, name: str) -> None:
    write_parquet(tmp_path / "b.parquet", rows=3)
    (tmp_path / "b.parquet").rename(tmp_path / name)
    found = items(tmp_path / name)
    assert len(found) == 3
    for article in found:
        assert isinstance(article, Article)
        assert (article.key, article.outlet, article.published) == ("bridge", "Vesparin Herald", "2031-05-03")
        assert article.text == RECORD["text"]


def test_a_packed_table_is_read_too(tmp_path: Path) -> None:
    write_parquet(tmp_path / "a.parquet")
    (tmp_path / "a.parquet.gz").write_bytes(gzip.compress((tmp_path / "a.parquet").read_bytes()))
    (article,) = items(tmp_path / "a.parquet.gz")
    assert isinstance(article, Article)


def test_columns_of_other_types(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    columns = "42 AS id, 'Closed.' AS body_text, DATE '2031-05-02' AS day, {'name': 'Oria'} AS source, 'x'::BLOB AS raw"
    with duckdb.connect() as database:
        database.execute(f"COPY (SELECT {columns}) TO '{path}' (FORMAT parquet)")
    (article,) = items(path, "text=body_text,published=day,outlet=source.name")
    assert isinstance(article, Article)
    assert (article.key, article.text, article.published, article.outlet) == ("42", "Closed.", "2031-05-02", "Oria")


def test_a_row_without_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    with duckdb.connect() as database:
        database.execute(
            f"COPY (SELECT * FROM (VALUES ('A.'), (NULL), ('B.')) AS t(text)) TO '{path}' (FORMAT parquet)"
        )
    found = items(path)
    assert [type(item) for item in found] == [Article, Problem, Article]
    assert [item.what for item in found if isinstance(item, Problem)] == ["row 2: a record whose field text holds none"]
