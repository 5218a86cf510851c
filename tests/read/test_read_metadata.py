"""Where outlet, date, title and the rest come from, and what beats what."""

from pathlib import Path

import pytest

from quotetrace.config import ReadOptions
from quotetrace.errors import QuotetraceError
from quotetrace.models import Article, Problem, content_id
from quotetrace.read import read

PROSE = "The bridge over the Ilm will stay closed until spring, Mayor Ode said on Monday.\n"
RECORD = '{"outlet": "Oria", "date": "2031-05-02", "text": "The bridge will stay closed."}'


def run(folder: Path, files: dict[str, str], options: ReadOptions | None = None) -> list[Article | Problem]:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="")
    return list(read([str(folder)], options or ReadOptions()))


def known(items: list[Article | Problem]) -> dict[str, tuple[str | None, str]]:
    """Field → value and origin, of the one article."""
    (article,) = (item for item in items if isinstance(item, Article))
    return {field: (getattr(article, field), origin) for field, origin in article.metadata_from}


def problems(items: list[Article | Problem]) -> list[Problem]:
    return [item for item in items if isinstance(item, Problem)]


LAYERS = [
    ("sources.yml", "'*.txt': {outlet: Table}", "Table", "sources.yml"),
    ("2031-05-02-ilm-gazette-bridge.txt.yml", "outlet: Sidecar", "Sidecar", "2031-05-02-ilm-gazette-bridge.txt.yml"),
]


def test_each_layer_beats_the_one_below(tmp_path: Path) -> None:
    name = "2031-05-02-ilm-gazette-bridge.txt"
    assert known(run(tmp_path, {name: PROSE}))["outlet"] == ("Ilm Gazette", "file name")
    assert known(run(tmp_path, {name: "Oria News, 1 May 2031\n\n" + PROSE}))["outlet"] == ("Oria News", "line 1")
    text = "---\noutlet: Matter\n---\nOria News, 1 May 2031\n\n" + PROSE
    found = known(run(tmp_path, {name: text}))
    assert found == {
        "outlet": ("Matter", "front matter"),
        "published": ("2031-05-01", "line 4"),
        "language": ("en", "words of the text"),
    }
    for file, content, outlet, origin in LAYERS:
        assert known(run(tmp_path, {file: content}))["outlet"] == (outlet, origin)
    assert known(run(tmp_path, {}, ReadOptions(outlet="Flag")))["outlet"] == ("Flag", "flag")


@pytest.mark.parametrize(
    ("table", "outlet"),
    [
        pytest.param("a.txt: {outlet: A}", "A", id="a name"),
        pytest.param("'*.txt': {outlet: A}", "A", id="a pattern, in any folder"),
        pytest.param("'sub/*.txt': {outlet: A}", "A", id="a pattern with a folder"),
        pytest.param("'other/*.txt': {outlet: A}", None, id="another folder"),
        pytest.param("'*': {outlet: A}\na.txt: {outlet: B}", "B", id="the later rule wins"),
        pytest.param("a.txt: {outlet: B}\n'*': {kind: agency}", "B", id="field by field"),
        pytest.param("a.txt: {outlet: 7}", "7", id="a number is a name"),
        pytest.param("a.txt: {outlet: }", None, id="an empty value"),
        pytest.param("", None, id="an empty table"),
    ],
)
def test_sources_yml_in_a_parent_folder(tmp_path: Path, table: str, outlet: str | None) -> None:
    items = run(tmp_path, {"sources.yml": table, "sub/a.txt": PROSE})
    assert problems(items) == []
    assert known(items).get("outlet", (None,))[0] == outlet


def test_the_nearer_table_wins_and_none_above_the_given_path_is_read(tmp_path: Path) -> None:
    files = {"sources.yml": "'*': {outlet: Top, kind: x}", "sub/sources.yml": "'*': {outlet: Near}", "sub/a.txt": PROSE}
    found = known(run(tmp_path, files))
    assert (found["outlet"][0], found["kind"][0]) == ("Near", "x")
    (article,) = read([str(tmp_path / "sub")], ReadOptions())
    assert isinstance(article, Article)
    assert (article.outlet, article.kind) == ("Near", None)


@pytest.mark.parametrize(
    ("table", "what", "hint", "severity"),
    [
        pytest.param(
            "a.txt: {outlt: A}", "'a.txt': unknown key 'outlt'", "did you mean 'outlet'?", "notice", id="typo"
        ),
        pytest.param("a.txt: {date: 2031}", "unknown key 'date'", "did you mean 'published'?", "notice", id="alias"),
        pytest.param("a.txt: {colour: red}", "unknown key 'colour'", "known: outlet", "notice", id="far from all"),
        pytest.param("a.txt: The Courier", "'a.txt' has no metadata", "outlet: The Courier", "notice", id="no mapping"),
        pytest.param("a.txt: {published: soon}", "not a date: 'soon'", "2016-10-13", "notice", id="no date"),
        pytest.param("a.txt: {language: English}", "not a language code: 'English'", "en", "notice", id="no code"),
        pytest.param("- a.txt", "not a list of 'key: value' lines", "quote", "error", id="a list"),
        pytest.param("*.txt: {outlet: A}", "broken YAML in line 1", "quote patterns", "error", id="unquoted star"),
        pytest.param("[" * 5000, "broken YAML", "quote", "error", id="nested without end"),
    ],
)
def test_a_fault_in_sources_yml_is_told_once(tmp_path: Path, table: str, what: str, hint: str, severity: str) -> None:
    items = run(tmp_path, {"sources.yml": table, "a.txt": PROSE})
    (problem,) = problems(items)
    assert what in problem.what
    assert hint in problem.hint
    assert problem.severity == severity
    assert len(items) == 2


def test_the_table_is_read_once_for_many_files(tmp_path: Path) -> None:
    items = run(tmp_path, {"sources.yml": "'*': {outlt: A}", **{f"{n}.txt": PROSE for n in range(20)}})
    assert len(problems(items)) == 1


@pytest.mark.parametrize(
    ("text", "published", "origin"),
    [
        pytest.param(
            "Bridge closed\n\n13.10.2016\n\nBBC, 14 October 2016\n\n", "2016-10-13", "line 3", id="first date"
        ),
        pytest.param("Bridge closed\n\nELLERY, October 12, 2016 (Oria) – ", "2016-10-12", "line 3", id="dateline"),
        pytest.param("Bridge closed\n\nELLERY, October 12 (Oria) – ", None, None, id="a dateline without the year"),
        pytest.param("Bridge closed\n\n12/10/2016\n\n", "2016", "line 3", id="ambiguous figures"),
        pytest.param("On 12 October 2016 it was closed.\n", None, None, id="a date in the prose"),
    ],
)
def test_a_date_in_the_text(tmp_path: Path, text: str, published: str | None, origin: str | None) -> None:
    found = known(run(tmp_path, {"a.txt": text + PROSE}))
    assert found.get("published", (None, None)) == (published, origin)


@pytest.mark.parametrize(
    ("given", "published", "origin"),
    [
        pytest.param("2016", "2016-10-12", "sources.yml, line 1", id="its year"),
        pytest.param("2016-10", "2016-10-12", "sources.yml, line 1", id="its month"),
        pytest.param("2016-11", "2016-11", "sources.yml", id="another month: they disagree"),
        pytest.param("2016-10-14", "2016-10-14", "sources.yml", id="a day of its own"),
    ],
)
def test_a_dateline_makes_a_year_from_elsewhere_precise(
    tmp_path: Path, given: str, published: str, origin: str
) -> None:
    files = {"a.txt": "ELLERY, October 12 (Oria) – " + PROSE, "sources.yml": f"a.txt: {{published: {given}}}"}
    assert known(run(tmp_path, files))["published"] == (published, origin)


@pytest.mark.parametrize(
    ("text", "month_day"),
    [
        pytest.param("ELLERY, October 12 (Oria) – ", ("--10-12", "line 1"), id="a dateline without the year"),
        pytest.param("ELLERY, Feb. 29 (Oria) – ", ("--02-29", "line 1"), id="a leap day"),
        pytest.param("ELLERY, October 12, 2016 (Oria) – ", None, id="with the year it is a date"),
        pytest.param("ELLERY (Oria) – ", None, id="no day"),
    ],
)
def test_a_month_and_day_are_kept_for_whoever_learns_the_year(
    tmp_path: Path, text: str, month_day: tuple[str, str] | None
) -> None:
    (article,) = run(tmp_path, {"a.txt": text + PROSE})
    assert isinstance(article, Article)
    assert article.month_day == month_day


def test_the_agency_of_a_dateline_is_a_credit_and_no_outlet(tmp_path: Path) -> None:
    """Papers print what agencies send: who printed it is another thing."""
    (article,) = run(tmp_path, {"a.txt": "ELLERY, October 12 (Oria) – " + PROSE})
    assert isinstance(article, Article)
    assert article.outlet is None
    assert [(credit.kind, credit.name) for credit in article.credits] == [("dateline", "Oria")]


@pytest.mark.parametrize(
    ("name", "outlet", "published"),
    [
        pytest.param("2016-10-13-ilm-gazette-bridge.txt", "Ilm Gazette", "2016-10-13", id="an outlet by its words"),
        pytest.param("2016-10-13-bbc-bridge.txt", "BBC", "2016-10-13", id="an outlet by name"),
        pytest.param("bbc_20161013_bridge.txt", "BBC", "2016-10-13", id="outlet first"),
        pytest.param("2016-10-13-bridge-closed.txt", None, "2016-10-13", id="a slug is no outlet"),
        pytest.param("2016-10-13.txt", None, "2016-10-13", id="a date alone"),
        pytest.param("bridge-2016.txt", None, None, id="a year in a slug"),
        pytest.param("12345678901234.txt", None, None, id="figures"),
        pytest.param("73cd20161013f2ab8d4ac9c085dfc09c.txt", None, None, id="a hash"),
        pytest.param("a1-27205544.txt", None, None, id="figures that are no date"),
        pytest.param("2016-13-45-bridge.txt", None, None, id="no date"),
    ],
)
def test_file_names(tmp_path: Path, name: str, outlet: str | None, published: str | None) -> None:
    (article,) = (item for item in run(tmp_path, {name: PROSE}) if isinstance(item, Article))
    assert (article.outlet, article.published) == (outlet, published)


@pytest.mark.parametrize(
    ("path", "published"),
    [
        ("2031/5/2/bridge", "2031-05-02"),
        ("2031/may/02/bridge", "2031-05-02"),
        ("2031/map/02/bridge", None),
        ("2031/45/12/bridge", None),
    ],
)
def test_the_address_is_the_last_to_be_asked(tmp_path: Path, path: str, published: str | None) -> None:
    record = f'{{"url": "https://www.oria.example/{path}", "text": "It will stay closed."}}'
    (article,) = run(tmp_path, {"a.jsonl": record})
    assert isinstance(article, Article)
    origins = dict(article.metadata_from)
    assert (article.outlet, origins["outlet"]) == ("oria.example", "url")
    assert (article.published, origins.get("published")) == (published, "url" if published else None)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_front_matter_is_metadata_and_stays_in_the_text(tmp_path: Path, newline: str) -> None:
    lines = ["---", "title: Bridge closed", "date: 2031-05-02", "tags: [a, b]", "language: en-GB", "---", "", PROSE]
    text = newline.join(lines)
    items = run(tmp_path, {"a.md": text})
    (article,) = items
    assert isinstance(article, Article)
    assert article.text == text
    assert article.text[article.body :].strip() == PROSE.strip()
    assert (article.title, article.published, article.language) == ("Bridge closed", "2031-05-02", "en")
    assert dict(article.metadata_from)["published"] == "front matter"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("---\n" + PROSE, False, id="not closed"),
        pytest.param("---\nno mapping\n---\n" + PROSE, True, id="no mapping"),
        pytest.param("---\na: [\n---\n" + PROSE, True, id="broken"),
        pytest.param("---\n" + "x: y\n" * 20_000 + "---\n" + PROSE, False, id="longer than any"),
        pytest.param("-----\n" + PROSE, False, id="a rule"),
    ],
)
def test_what_is_no_front_matter_is_text(tmp_path: Path, text: str, told: bool) -> None:
    items = run(tmp_path, {"a.md": text})
    (article,) = (item for item in items if isinstance(item, Article))
    assert (article.text, article.body) == (text, 0)
    assert [problem.severity for problem in problems(items)] == (["notice"] if told else [])


def test_an_article_of_front_matter_only_is_empty(tmp_path: Path) -> None:
    (problem,) = run(tmp_path, {"a.md": "---\ntitle: x\n---\n \n"})[:1]
    assert isinstance(problem, Problem)
    assert problem.what == "an empty article"


def test_a_headline_in_the_text_is_no_title(tmp_path: Path) -> None:
    (article,) = run(tmp_path, {"a.txt": "Bridge closed\n\n" + PROSE})
    assert isinstance(article, Article)
    assert article.title is None
    assert article.headline is not None
    assert article.headline.of(article.text) == "Bridge closed"


@pytest.mark.parametrize(
    ("top", "outlet"),
    [
        pytest.param("Harbour Gazette\n13 October 2016\n\nBridge closed\n", "Harbour Gazette", id="then the date"),
        pytest.param("13 October 2016\nHarbour Gazette\n\nBridge closed\n", "Harbour Gazette", id="after the date"),
        pytest.param("Bridge closed\n\nHarbour Gazette\n13 October 2016\n", "Harbour Gazette", id="under the headline"),
        pytest.param(
            "Storm Hits Ellery\n13 October 2016\nBridge closed\n", None, id="a name that says nothing of itself"
        ),
        pytest.param("Harbour Gazette\n\nBridge closed\n", None, id="no date"),
    ],
)
def test_a_line_that_is_an_outlet_beside_one_with_the_date(tmp_path: Path, top: str, outlet: str | None) -> None:
    (article,) = run(tmp_path, {"a.txt": top + PROSE})
    assert isinstance(article, Article)
    assert article.outlet == outlet
    assert [credit.name for credit in article.credits] == ([outlet] if outlet else [])
    assert article.headline is not None


def test_a_dateline_credit_is_told_once(tmp_path: Path) -> None:
    (article,) = run(tmp_path, {"a.txt": "ELLERY, May 2 (AP) — " + PROSE})
    assert isinstance(article, Article)
    assert [(credit.kind, credit.name) for credit in article.credits] == [("dateline", "AP")]


def test_flags_beat_the_record(tmp_path: Path) -> None:
    options = ReadOptions(outlet="Flag", published="3 May 2031", language="DE")
    found = known(run(tmp_path, {"a.jsonl": RECORD}, options))
    assert found == {"outlet": ("Flag", "flag"), "published": ("2031-05-03", "flag"), "language": ("de", "flag")}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("Der Damm ist nicht mehr sicher, und die Stadt weiß es, sagte der Minister.", "de", id="German"),
        pytest.param("Reykjavik 2031", None, id="too few words"),
    ],
)
def test_a_language_that_nothing_names_is_told_from_the_words(tmp_path: Path, text: str, code: str | None) -> None:
    (found,) = run(tmp_path, {"a.txt": text})
    assert isinstance(found, Article)
    assert found.language == code


@pytest.mark.parametrize("options", [ReadOptions(published="soon"), ReadOptions(language="English")])
def test_a_flag_that_cannot_be_used_stops_the_run(tmp_path: Path, options: ReadOptions) -> None:
    with pytest.raises(QuotetraceError, match="not a"):
        run(tmp_path, {"a.jsonl": RECORD}, options)


def test_the_id_is_of_the_content_alone(tmp_path: Path) -> None:
    items = run(tmp_path, {"a.jsonl": RECORD, "sub/b.jsonl": RECORD + "\n" + RECORD.replace("Oria", "Other")})
    ids = [item.id for item in items if isinstance(item, Article)]
    assert ids[0] == ids[1] == content_id("The bridge will stay closed.", None, "Oria", "2031-05-02", None)
    assert ids[2] != ids[0]
