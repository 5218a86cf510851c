"""The tool against a careful reader, on the articles of seeds/. The table is tests/cases/seeds.yml."""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import Any

import pytest
import yaml

from quotetrace import pipeline
from quotetrace.config import Config
from quotetrace.models import Link, Quote, Scan, Step
from quotetrace.read import read

ROOT = Path(__file__).parent.parent
TABLE: dict[str, Any] = yaml.safe_load((ROOT / "tests" / "cases" / "seeds.yml").read_text(encoding="utf-8"))
EDGE = " .,;:!?"

Name = Sequence[str]  # an article, and the first words of a quote in it


def rows(section: str) -> list[Any]:
    """The rows of ``section`` as test parameters; a row that ``fails`` is a strict expected failure."""
    return [row(cells) for cells in TABLE[section]]


def row(cells: Any) -> Any:
    """A row as a parameter. Its reason to fail stands under ``fails``, in a list of cells as the last of them."""
    last = cells[-1] if isinstance(cells, list) else cells
    fails = last.get("fails") if isinstance(last, dict) else None
    if fails and isinstance(cells, list):
        cells = cells[:-1]
    marks = [pytest.mark.xfail(strict=True, reason=fails)] if fails else []
    return pytest.param(cells, id=label(cells), marks=marks)


def label(cells: Any) -> str:
    """What a row is about, in a line.

    >>> label({"a": ["x", "We will"], "b": ["y", "We will"], "relation": "verbatim", "fails": "why"})
    'x We will / y We will / verbatim'
    """
    if isinstance(cells, dict):
        return " / ".join(label(value) for key, value in cells.items() if key != "fails")
    return cells if isinstance(cells, str) else " ".join(map(str, cells))


@pytest.fixture(scope="module")
def scan() -> Scan:
    config = Config()
    return pipeline.scan(read([str(ROOT / "seeds")], config.read), config)


def article(scan: Scan, quote: str) -> str:
    """The name of the article that holds the quote of this id."""
    home = next(found.article for found in scan.quotes if found.id == quote)
    return PurePath(next(found.key for found in scan.articles if found.id == home)).stem


def of(scan: Scan, name: str) -> list[Quote]:
    keys = {found.id: PurePath(found.key).stem for found in scan.articles}
    return [quote for quote in scan.quotes if keys[quote.article] == name]


def quote(scan: Scan, name: Name) -> Quote:
    """The first quote of an article that starts with these words, a "that" before them aside."""
    found = [quote for quote in of(scan, name[0]) if quote.text.removeprefix("that ").startswith(name[1])]
    assert found, f"no quote in {name[0]} starts with {name[1]!r}"
    return found[0]


def says(text: str, words: str) -> bool:
    """Whether ``text`` is ``words``, a "that" and closing punctuation aside; "…" in ``words`` stands for anything."""
    head, _, tail = words.partition("…")
    text = text.removeprefix("that ").rstrip(EDGE)
    if not tail:
        return text == words
    return text.startswith(head.rstrip()) and text.endswith(tail.lstrip())


def link(scan: Scan, a: Name, b: Name) -> Link | None:
    ends = {quote(scan, a).id, quote(scan, b).id}
    return next((link for link in scan.links if {link.a, link.b} == ends), None)


def test_the_folder_holds_eight_articles_by_six_outlets(scan: Scan) -> None:
    assert len(scan.articles) == 8
    assert len({found.outlet for found in scan.articles}) == 6
    assert not scan.problems


def test_all_articles_but_the_letter_have_a_date(scan: Scan) -> None:
    assert [PurePath(found.key).stem for found in scan.articles if not found.published] == ["letter-river"]


@pytest.mark.parametrize("row", rows("quotes"))
def test_what_stands_in_marks_is_quoted(scan: Scan, row: list[Any]) -> None:
    name, words, kind, speaker = row
    found = [(quote.kind, quote.speaker) for quote in of(scan, name) if says(quote.text, words)]
    assert found == [(kind, speaker)]


@pytest.mark.parametrize("row", rows("complete"))
def test_nothing_else_in_marks_is_a_quote(scan: Scan, row: list[str]) -> None:
    known = [words for name, words, *_ in TABLE["quotes"] if name == row[0]]
    in_marks = [quote.text for quote in of(scan, row[0]) if quote.kind != "indirect"]
    assert [text for text in in_marks if not any(says(text, words) for words in known)] == []


@pytest.mark.parametrize("row", rows("indirect"))
def test_reported_clauses(scan: Scan, row: list[str]) -> None:
    name, words, speaker = row
    found = [(quote.kind, quote.speaker) for quote in of(scan, name) if says(quote.text, words)]
    assert found == [("indirect", speaker)]


@pytest.mark.parametrize("row", rows("not_speech"))
def test_words_in_marks_that_nobody_said(scan: Scan, row: list[str]) -> None:
    name, words = row
    assert [quote.text for quote in of(scan, name) if quote.kind != "indirect" and words in quote.text] == []


@pytest.mark.parametrize("row", rows("not_reported"))
def test_words_of_the_reporter(scan: Scan, row: list[str]) -> None:
    name, words = row
    assert [quote.text for quote in of(scan, name) if words in quote.text] == []


@pytest.mark.parametrize("row", rows("one_utterance"))
def test_split_quotes_are_one_utterance(scan: Scan, row: list[str]) -> None:
    name, *starts = row
    assert len({quote(scan, (name, start)).utterance for start in starts}) == 1


@pytest.mark.parametrize("row", rows("defects"))
def test_a_missing_mark_is_told(scan: Scan, row: list[str]) -> None:
    name, start, defect = row
    assert quote(scan, (name, start)).defects == (defect,)


@pytest.mark.parametrize("row", rows("described"))
def test_a_source_without_a_name_is_described(scan: Scan, row: list[str]) -> None:
    name, start, described = row
    found = quote(scan, (name, start))
    assert (found.speaker, found.speaker_text) == (None, described)


@pytest.mark.parametrize("row", rows("links"))
def test_relation_of_two_quotes(scan: Scan, row: dict[str, Any]) -> None:
    found = link(scan, row["a"], row["b"])
    assert found
    assert found.relation == row["relation"]
    assert row.get("flag") in {None, *(flag.name for flag in found.flags)}


@pytest.mark.parametrize("row", rows("apart"))
def test_quotes_that_only_look_alike(scan: Scan, row: dict[str, Any]) -> None:
    a, b = quote(scan, row["a"]).id, quote(scan, row["b"]).id
    assert link(scan, row["a"], row["b"]) is None
    assert not [family for family in scan.families if {a, b} <= set(family.quotes)]


def test_no_link_joins_two_statements(scan: Scan) -> None:
    groups: dict[str, list[list[str]]] = TABLE["statements"]
    said = {(name, start): group for group, members in groups.items() for name, start in members}

    def statement(end: str) -> str:
        found = next(quote for quote in scan.quotes if quote.id == end)
        name = article(scan, end)
        return next(
            (
                g
                for (home, start), g in said.items()
                if home == name and found.text.removeprefix("that ").startswith(start)
            ),
            end,
        )

    joined = [(statement(link.a), statement(link.b), link.why) for link in scan.links]
    assert [pair for pair in joined if pair[0] != pair[1]] == []


def arrivals(scan: Scan, target: str) -> Iterator[tuple[str, str]]:
    """Each way in which a quote came, as (article of the source or "outside", basis)."""
    for trace in scan.traces:
        for step in trace.steps:
            if step.target == target:
                yield (article(scan, step.source) if step.source else "outside", step.basis)
        for pair in trace.undecided:
            if target in (pair.a, pair.b):
                yield (article(scan, pair.b if target == pair.a else pair.a), pair.basis)


@pytest.mark.parametrize("row", rows("ways"))
def test_how_a_wording_reached_an_article(scan: Scan, row: dict[str, Any]) -> None:
    found = list(arrivals(scan, quote(scan, row["to"]).id))
    assert found
    assert {basis for _, basis in found} == {row["basis"]}
    if "from" in row:
        assert {source for source, _ in found} == {row["from"]}


@pytest.mark.parametrize("row", rows("origins"))
def test_where_a_statement_was_made(scan: Scan, row: dict[str, Any]) -> None:
    of_row = quote(scan, row["of"]).id
    family = next(family.id for family in scan.families if of_row in family.quotes)
    origin = next(trace.origin for trace in scan.traces if trace.family == family)
    assert origin.quote is None
    assert row.get("names", "") in origin.why
    assert row.get("never", "\0") not in origin.why


def test_only_the_copy_brings_the_narration_along(scan: Scan) -> None:
    names = {found.id: PurePath(found.key).stem for found in scan.articles}
    assert [sorted((names[pair.a], names[pair.b])) for pair in scan.reuse] == TABLE["narration"]


def test_no_later_article_is_the_source_of_an_earlier_one(scan: Scan) -> None:
    dates = {found.id: found.published for found in scan.articles}
    home = {quote.id: dates[quote.article] for quote in scan.quotes}
    steps: list[Step] = [step for trace in scan.traces for step in trace.steps]
    taken = [(home[step.source], home[step.target]) for step in steps if step.source]
    assert [pair for pair in taken if pair[0] and pair[1] and pair[0] > pair[1]] == []
