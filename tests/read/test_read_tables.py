"""CSV and TSV, and what --map makes of any record."""

import csv
import json
import tracemalloc
from pathlib import Path

import pytest

from quotetrace.config import ReadOptions
from quotetrace.errors import QuotetraceError
from quotetrace.models import Article, Problem
from quotetrace.read import read, tables

LONGEST = 1 << 16

ROW = {
    "id": "r1",
    "outlet": "The Courier",
    "date": "2031-05-02",
    "text": 'Mayor Ode said: "It is\nclosed; all of it,\tsadly."',
}


def written(path: Path, rows: list[dict[str, str]], delimiter: str = ",", encoding: str = "utf-8") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        table = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
        table.writeheader()
        table.writerows(rows)
    return path


def items(path: Path, names: str | None = None) -> list[Article | Problem]:
    return list(read([str(path)], ReadOptions(map=names)))


def only(found: list[Article | Problem]) -> Article:
    (article,) = found
    assert isinstance(article, Article), article
    return article


def problems(found: list[Article | Problem]) -> list[str]:
    return [item.what for item in found if isinstance(item, Problem)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_by_any_program(tmp_path: Path, delimiter: str, encoding: str) -> None:
    article = only(items(written(tmp_path / "a.csv", [ROW], delimiter, encoding)))
    assert (article.key, article.outlet, article.published) == ("r1", "The Courier", "2031-05-02")
    assert article.text == ROW["text"]
    assert dict(article.metadata_from)["published"] == "record: date"


def test_letters_beyond_ascii_in_an_old_encoding_are_one_notice(tmp_path: Path) -> None:
    rows = [{**ROW, "text": f"Zoë Müller, {n}: “Déjà vu,” she said in the café."} for n in range(3)]
    *articles, notice = items(written(tmp_path / "a.csv", rows, encoding="cp1252"))
    assert [article.text for article in articles if isinstance(article, Article)] == [row["text"] for row in rows]
    assert isinstance(notice, Problem)
    assert (notice.what, notice.severity) == ("not UTF-8; read as cp1252", "notice")


@pytest.mark.parametrize(
    ("header", "names", "expected"),
    [
        pytest.param("Publish Date,Outlet,Text", None, ("2031-05-02", "Oria", "Closed."), id="capitals and blanks"),
        pytest.param(
            "when,who,Body Text",
            "text=Body Text,outlet=who,published=when",
            ("2031-05-02", "Oria", "Closed."),
            id="names of one's own",
        ),
        pytest.param(
            "date,Outlet,text", "outlet=Outlet", ("2031-05-02", "Oria", "Closed."), id="one that would be folded"
        ),
        pytest.param(
            "date,content,text", "outlet=content", ("2031-05-02", "Oria", "Closed."), id="our name for another"
        ),
    ],
)
def test_columns_by_name(tmp_path: Path, header: str, names: str | None, expected: tuple[str, str, str]) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{header}\n2031-05-02,Oria,Closed.\n")
    article = only(items(path, names))
    assert (article.published, article.outlet, article.text) == expected


@pytest.mark.parametrize(
    ("record", "names", "text", "outlet"),
    [
        pytest.param({"body": "no", "lead": "Closed."}, "text=lead", "Closed.", None, id="another text"),
        pytest.param(
            {"text": "Closed.", "source": {"site": "Oria"}},
            "outlet=source.site",
            "Closed.",
            "Oria",
            id="a field in a field",
        ),
        pytest.param({"a.b": "Closed."}, "text=a.b", "Closed.", None, id="a name with a stop"),
        pytest.param(
            {"text": "Closed.", "outlet": "A", "paper": ""},
            "outlet=paper",
            "Closed.",
            None,
            id="empty, and no other asked",
        ),
        pytest.param(
            {"quotation": "No.", "full": "Closed."},
            "text=full",
            "Closed.",
            None,
            id="no small article where the text is named",
        ),
    ],
)
def test_fields_of_a_record_by_name(
    tmp_path: Path, record: dict[str, object], names: str, text: str, outlet: str | None
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(record))
    article = only(items(path, names))
    assert (article.text, article.outlet) == (text, outlet)


@pytest.mark.parametrize(
    ("names", "message", "hint"),
    [
        ("text", "not a mapping: 'text'", "text=body"),
        ("text=", "not a mapping", "text=body"),
        ("outlt=source", "no field named 'outlt'", "did you mean 'outlet'?"),
    ],
)
def test_a_mapping_that_is_none_stops_the_run(tmp_path: Path, names: str, message: str, hint: str) -> None:
    with pytest.raises(QuotetraceError, match=message) as caught:
        items(written(tmp_path / "a.csv", [ROW]), names)
    assert hint in caught.value.hint


def test_a_column_that_is_not_there_is_told_once(tmp_path: Path) -> None:
    notice, *rest = items(written(tmp_path / "a.csv", [ROW, ROW]), "outlet=outlets")
    assert isinstance(notice, Problem)
    assert (notice.what, notice.hint) == ("no column 'outlets' for outlet", "did you mean 'outlet'?")
    assert [type(item) for item in rest] == [Article, Article]


@pytest.mark.parametrize(
    ("content", "read_rows", "what"),
    [
        pytest.param('text\nA one.\n"A two.\nA three.\n', 1, "line 3: a field in marks that are not closed", id="cut"),
        pytest.param(
            "text,date\nA one.,2031\nA, two,2031\nA three.,2031\n",
            2,
            "line 3: 3 fields, and the header names 2",
            id="a delimiter too many",
        ),
        pytest.param("text,date\nA one.\nA two.,2031,,\n", 2, None, id="fields that are empty or missing at the end"),
        pytest.param(
            "words,date\nA one.,2031\n", 0, "line 2: a record without text (its fields: words, date)", id="no text"
        ),
        pytest.param(
            'text,date\n"A," he said.,2031\nA two.,2031\n',
            1,
            "line 2: ',' expected after '\"'",
            id="a mark that is not doubled",
        ),
        pytest.param('"text" x,date\nA one.,2031\n', 0, "line 1: ',' expected after '\"'", id="… in the header"),
        pytest.param('text\n"A," he said.\nA two.\n', 0, "line 2: ',' expected after '\"'", id="… in the only column"),
        pytest.param("text\nA one.\n\n \nA two.\n", 2, None, id="blank rows"),
        pytest.param("\n\ntext\nA one.\n", 1, None, id="blank lines first"),
        pytest.param("text\n", 0, "no record in this file", id="a header alone"),
        pytest.param("", 0, "no record in this file", id="nothing"),
        pytest.param(
            "text\nA one.\n" + "x" * (LONGEST + 1), 1, "line 3: longer than 0.0625 MB", id="a line without end"
        ),
        pytest.param(
            'text\nA one.\n"' + "x y z \n" * (LONGEST // 6),
            1,
            "line 3: field larger than field limit (65536)",
            id="a field without end",
        ),
    ],
)
def test_a_fault_in_a_table_is_named_by_its_line(
    tmp_path: Path, content: str, read_rows: int, what: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "LONGEST", LONGEST)
    path = tmp_path / "a.csv"
    path.write_text(content)
    found = items(path)
    assert sum(isinstance(item, Article) for item in found) == read_rows
    assert problems(found) == ([what] if what else [])


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param('id\ttext\n1\t"No," he said.\n', '"No," he said.', id="marks as they are"),
        pytest.param('id\ttext\n1\t"""No,"" he said."\n', '"No," he said.', id="a field in marks"),
        pytest.param('id\ttext\n1\t"A\n""No,"" he said."\n', 'A\n"No," he said.', id="over two lines"),
        pytest.param('id\ttext\n1\tHe said "no".\n', 'He said "no".', id="marks inside"),
    ],
)
def test_marks_in_a_tab_separated_table_are_kept(tmp_path: Path, content: str, text: str) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(content)
    assert only(items(path)).text == text


def test_what_is_left_of_a_broken_row_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('text,date\n"A," he\nsaid.,2031\nsaid again.\nB.,2031\n')
    found = items(path)
    assert [item.text for item in found if isinstance(item, Article)] == ["said.", "B."]
    assert problems(found) == ["line 2: ',' expected after '\"'", "line 4: 1 fields, and the header names 2"]


def test_rows_stream(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", [ROW] * 100_000)
    stream = read([str(path)], ReadOptions())
    tracemalloc.start()
    first = [next(stream) for _ in range(1000)]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert all(isinstance(item, Article) for item in first)
    assert peak < path.stat().st_size / 4
