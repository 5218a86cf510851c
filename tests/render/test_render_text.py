"""Table and plain text: the same rows, fit for the page, whatever the articles hold."""

import re
from collections.abc import Iterator
from csv import reader
from dataclasses import replace
from io import StringIO
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
import render_samples as samples
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.models import (
    Article,
    Diff,
    Family,
    Flow,
    Link,
    Origin,
    Quote,
    Scan,
    Span,
    Step,
    Trace,
    Wording,
    content_id,
)
from quotetrace.render import csv, dot, graphml, mermaid, plain, table
from quotetrace.render.page import Page
from quotetrace.render.safe import one_line, visible

COMMANDS: dict[str, tuple[Any, ...]] = {
    "scan": (samples.SCAN,),
    "extract": (samples.EXTRACTED, samples.SCAN.problems),
    "diff": (samples.DIFF,),
}
ESCAPE = re.compile("\x1b\\[[0-9;]*m")
HOSTILE = "\x1b]0;owned\a \x9b31m \u202e\u2066 [/red] [the government] \r<b>"


def write(module: Any, command: str, page: Page) -> str:
    return "".join(getattr(module, command)(*COMMANDS[command], page))


def hostile_text() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from([*HOSTILE, "[/red]", "[bold]", "\n", "word", " "]), min_size=1).map("".join)


def about(text: str) -> tuple[Scan, Diff]:
    """A scan and a diff of two articles in which every text from outside is ``text``."""
    text = text if text.strip() else text + "x"
    homes = [
        Article(content_id(key), f"{text}/{key}", text, outlet=text, published=text, title=text)
        for key in ("one", "two")
    ]
    whole = Span(0, len(text))
    quotes = [
        Quote(content_id(home.id), home.id, whole, text, "direct", speaker=text, speaker_text=text, cue=text)
        for home in homes
    ]
    a, b = quotes
    link = Link(a.id, b.id, "verbatim", 1.0, whole, whole)
    family = Family("0" * 16, text, text, (a.id, b.id), (Wording("1" * 16, text, (a.id, b.id)),))
    scan = Scan(tuple(homes), (a, b), (link,), (family,))
    return scan, Diff(homes[0], homes[1], quotes=(a, b), links=(link,))


@given(st.text(min_size=1) | hostile_text())
def test_no_text_of_an_article_steers_the_terminal(text: str) -> None:
    scan, diff = about(text)
    page = Page(80, color=True)
    extracted = [(home, tuple(one for one in scan.quotes if one.article == home.id)) for home in scan.articles]
    written = [*plain.scan(scan, page), *plain.diff(diff, page), *plain.extract(extracted, (), page)]
    coloured = [*table.scan(scan, page), *table.diff(diff, page), *table.extract(extracted, (), page)]
    written += [*csv.scan(scan, page), *dot.scan(scan, page), *mermaid.scan(scan, page), *graphml.scan(scan, page)]
    for piece in (*written, *(ESCAPE.sub("", one) for one in coloured)):
        assert visible(piece) == piece
        assert "\x1b" not in piece
        assert "\r" not in piece


@given(st.text(min_size=1) | hostile_text())
def test_no_text_of_an_article_breaks_a_graph(text: str) -> None:
    scan, _ = about(text)
    flows = (Flow(text, "Mail", 1, 1, 1, 0, 0.9),)
    for written in (graphml.scan(scan, Page()), graphml.scan_by_outlet(replace(scan, flows=flows), Page())):
        assert len(fromstring("".join(written)).findall(".//{*}node")) == 2


@pytest.mark.parametrize("module", [plain, table])
@pytest.mark.parametrize("words", ["[the government] fell", "[/red] fell", "[bold]loud[/bold]", ":smile: 100%"])
def test_square_brackets_survive_whole(module: Any, words: str) -> None:
    scan, diff = about(words)
    assert words in "".join(module.scan(scan, Page(80)))
    assert words in "".join(module.diff(diff, Page(80)))
    assert words in ESCAPE.sub("", "".join(module.scan(scan, Page(80, color=True))))


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("width", [40, 80, 119, 120, 160, 220])
def test_no_line_of_a_table_is_wider_than_the_page(command: str, width: int) -> None:
    for line in write(table, command, Page(width)).splitlines():
        assert len(line) <= width


@pytest.mark.parametrize("command", COMMANDS)
def test_a_table_says_what_plain_text_says(command: str) -> None:
    """The words are the same and in the same order; only the lines differ."""
    assert write(table, command, Page(100)).split() == write(plain, command, Page(100)).split()


@pytest.mark.parametrize("command", COMMANDS)
def test_colour_adds_nothing_but_colour(command: str) -> None:
    signs = re.compile(r"[\[{][-+~](.*?)[-+~][\]}]")
    coloured = ESCAPE.sub("", write(table, command, Page(80, color=True)))
    assert coloured.split() == signs.sub(r"\1", write(table, command, Page(80))).split()
    assert "\x1b" in write(table, command, Page(80, color=True))
    assert "\x1b" not in write(table, command, Page(80))


def test_a_table_leaves_out_the_middle_of_what_is_long_and_says_so() -> None:
    written = "".join(table.scan(about(" ".join(f"word{number}" for number in range(200)))[0], Page(80)))
    assert "word0" in written
    assert "word199" in written
    assert "… 140 words …" in written.replace("\n", " ").replace("     ", "")


def test_plain_text_is_never_cut() -> None:
    words = " ".join(["long"] * 5000)
    assert words in "".join(plain.scan(about(words)[0], Page(80)))


def test_two_sides_stand_beside_each_other_on_a_wide_page() -> None:
    beside = write(table, "diff", Page(160))
    assert any("forty" in line and "fourteen" in line for line in beside.splitlines() if "“" in line)
    stacked = write(table, "diff", Page(80))
    assert not any("forty" in line and "fourteen" in line for line in stacked.splitlines() if "“" in line)


def test_quotes_that_stand_alone_are_counted_not_listed() -> None:
    scan = replace(samples.SCAN, families=(samples.BRIDGE,), traces=samples.SCAN.traces[:1])
    written = "".join(plain.scan(scan, Page()))
    assert "hums" not in written
    assert "2 quotes stand alone" in written


def test_an_empty_scan_says_so() -> None:
    written = "".join(plain.scan(Scan((), ()), Page()))
    assert written == "0 articles, 0 quotes, 0 families, 0 steps called copied\n"


def test_articles_are_printed_as_they_arrive() -> None:
    arrived: list[str] = []

    def arriving() -> Iterator[tuple[Article, tuple[Quote, ...]]]:
        for home, quotes in samples.EXTRACTED:
            arrived.append(home.key)
            yield home, quotes

    assert next(filter(None, plain.extract(arriving(), (), Page())))
    assert arrived == [samples.EXTRACTED[0][0].key]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("\x1b[31m", "␛[31m", id="escape"),
        pytest.param("\x9b31m", "\\x9b31m", id="C1 control"),
        pytest.param("a\x07b\x7f", "a␇b␡", id="bell and delete"),
        pytest.param("a\r\nb", "a b", id="a line break is a space"),
        pytest.param("a\u202eb\u2066c", "a\\u202eb\\u2066c", id="bidirectional overrides"),
        pytest.param("Mar\u00adla\u200b spoke\u2060", "Marla spoke", id="what no reader sees"),
        pytest.param("“naïve” — שלום", "“naïve” — שלום", id="letters and marks stay"),
    ],
)
def test_what_steers_is_shown(text: str, shown: str) -> None:
    assert one_line(text) == shown


@given(st.text())
def test_any_text_can_be_written_in_any_encoding(text: str) -> None:
    for encoding in ("ascii", "latin-1", "utf-8"):
        text.encode(encoding, "quotetrace-text")


@pytest.mark.parametrize("letter", ["x", " x", "\x1b", "\u202e", "[", "\r\n"])
def test_a_megabyte_of_one_thing_is_laid_out(letter: str) -> None:
    """Every name and text of the scan is as long: some ten times 50 KB."""
    scan, _ = about(letter * 50_000)
    assert "".join(table.scan(scan, Page(80)))


@given(st.text(min_size=1))
def test_csv_gives_back_the_words_of_a_quote(text: str) -> None:
    scan, _ = about(text)
    header, one, other = reader(StringIO("".join(csv.scan(scan, Page())), newline=""))
    cell = one[header.index("text")]
    assert cell == other[header.index("text")]
    assert cell.removeprefix("'" * cell.startswith(("'=", "'+", "'-", "'@", "'\t"))) == visible(scan.quotes[0].text)
    assert len(header) == len(one) == len(other)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        pytest.param('=HYPERLINK("x")', '\'=HYPERLINK("x")', id="="),
        pytest.param("+1 to Ida Lund", "'+1 to Ida Lund", id="plus"),
        pytest.param("-2 degrees", "'-2 degrees", id="minus"),
        pytest.param("@SUM(1)", "'@SUM(1)", id="at"),
        pytest.param("\t=1+1", "'\t=1+1", id="tab"),
        pytest.param("-", "-", id="nothing to run"),
        pytest.param("1=1", "1=1", id="inside"),
    ],
)
def test_no_cell_is_run_by_a_spreadsheet(text: str, cell: str) -> None:
    scan, _ = about(text)
    header, one, _ = reader(StringIO("".join(csv.scan(scan, Page())), newline=""))
    assert [one[header.index(name)] for name in ("text", "speaker", "outlet")] == [cell] * 3


def test_csv_of_nothing_is_a_header() -> None:
    (header,) = reader(csv.extract([], [], Page()))
    assert header[:2] == ["id", "article"]


@given(st.text(alphabet='"\\<>#;&`[]{}|-\n→') | hostile_text())
def test_no_label_of_a_graph_breaks_out_of_its_marks(text: str) -> None:
    scan, _ = about(text)
    a, b = (quote.id for quote in scan.quotes)
    scan = replace(scan, traces=(Trace("0" * 16, Origin(None, ""), (Step(a, b, "verbatim", "copied", 0.9),)),))
    labels = re.compile(r'  "\w+"( -> "\w+")? \[label="(?:[^"\\\n]|\\.)*"\]\n')
    lines = "".join(dot.scan(scan, Page())).splitlines(keepends=True)[3:-1]
    assert all(labels.fullmatch(line) for line in lines)
    assert len(lines) == 3
    nodes = re.compile(r'  a\w+\["[^"`\n]*"\]\n|  a\w+ -->\|"[^"`\n]*"\| a\w+\n')
    lines = "".join(mermaid.scan(scan, Page())).splitlines(keepends=True)[1:]
    assert all(nodes.fullmatch(line) for line in lines)
    assert len(lines) == 3


@pytest.mark.parametrize(
    ("speaker_text", "cue", "told"),
    [
        pytest.param("The mayor", "said", "The mayor said", id="a verb"),
        pytest.param("Mayor", ":", "Mayor:", id="a colon"),
        pytest.param("Ada Roe", "said", "said", id="the name itself"),
        pytest.param("She", None, "She", id="no cue"),
    ],
)
def test_what_names_the_speaker_and_the_cue_read_as_in_the_article(
    speaker_text: str, cue: str | None, told: str
) -> None:
    home = samples.article("a.txt", "It sank at noon")
    quote = replace(samples.quote(home, home.text), speaker="Ada Roe", speaker_text=speaker_text, cue=cue)
    written = "".join(plain.extract([(home, (quote,))], (), Page()))
    assert f"“It sank at noon”  {told}, " in written
