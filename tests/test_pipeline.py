"""The stages joined: what holds of a run, whatever the stages find."""

import gc
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quotetrace import pipeline
from quotetrace.config import ReadOptions
from quotetrace.errors import QuotetraceError
from quotetrace.models import Article, Problem, Scan, content_id
from quotetrace.read import read
from quotetrace.text import fold

ROOT = Path(__file__).parent.parent


def article(key: str, text: str, published: str | None = None) -> Article:
    return Article(content_id(text), key, text, path=key, published=published, language="en")


FULL = (
    'Pia Rennholm spoke.\n\n"We sang in the rain and the jury had umbrellas," said Pia Rennholm, who leads the choir.\n'
)
CUT = 'The choir won.\n\n"We sang in the rain and the jury had four umbrellas," said Pia Rennholm, its leader.\n'


@pytest.fixture(scope="module")
def seeds() -> list[Article]:
    return [item for item in read([str(ROOT / "seeds")], ReadOptions()) if isinstance(item, Article)]


@pytest.fixture(scope="module")
def scan(seeds: list[Article]) -> Scan:
    return pipeline.scan(seeds)


def test_a_scan_does_not_depend_on_the_order_of_its_articles(seeds: list[Article], scan: Scan) -> None:
    shuffled = random.Random(4).sample(seeds, len(seeds))
    assert pipeline.scan(shuffled) == scan


def test_every_quote_stands_where_it_says(scan: Scan) -> None:
    texts = {home.id: home for home in scan.articles}
    assert scan.quotes
    for quote in scan.quotes:
        assert quote.span.of(texts[quote.article].field_text(quote.field)) == quote.text


HIDDEN = [
    pytest.param(
        FULL.replace("umbrellas", "um\u00adbrel\u00adlas").replace("Rennholm", "Renn\u00adholm"), id="soft hyphens"
    ),
    pytest.param(FULL.replace("sang", "sang\u200b").replace("said", "\u2060said"), id="zero-width characters"),
    pytest.param(FULL.replace("umbrellas", "umbrel\u00ad\nlas"), id="a soft hyphen at the end of a line"),
    pytest.param(FULL.replace("\n", "\r"), id="line ends of old Macs"),
    pytest.param(FULL.replace("\n\n", "\u2029"), id="a paragraph separator"),
]


@pytest.mark.parametrize("text", HIDDEN)
def test_what_no_reader_sees_hides_no_speaker(text: str) -> None:
    hidden, bare = article("hidden.txt", text), article("bare.txt", FULL)
    found, wanted = (pipeline.scan([one]).quotes for one in (hidden, bare))
    assert [(q.speaker, q.cue, q.kind, q.confidence, fold(q.text)) for q in found] == [
        (q.speaker, q.cue, q.kind, q.confidence, fold(q.text)) for q in wanted
    ]
    assert all(q.span.of(text) == q.text for q in found)


def test_ids_are_distinct_and_every_reference_leads_somewhere(scan: Scan) -> None:
    quotes = {quote.id for quote in scan.quotes}
    families = {family.id for family in scan.families}
    assert len(quotes) == len(scan.quotes)
    assert {quote.article for quote in scan.quotes} <= {home.id for home in scan.articles}
    assert {side for link in scan.links for side in (link.a, link.b)} <= quotes
    assert {quote for family in scan.families for quote in family.quotes} <= quotes
    assert [trace.family for trace in scan.traces] == [family.id for family in scan.families]
    assert len(families) == len(scan.families)


def test_families_that_most_outlets_report_come_first(scan: Scan) -> None:
    home = {quote.id: quote.article for quote in scan.quotes}
    outlets = {found.id: found.outlet or found.key for found in scan.articles}
    spread = [len({outlets[home[quote]] for quote in family.quotes}) for family in scan.families]
    assert spread == sorted(spread, reverse=True)
    assert spread[0] > 1


def test_articles_of_the_same_content_are_told_apart() -> None:
    found = pipeline.scan([article("b.txt", FULL), article("a.txt", FULL), article("c.txt", FULL)])
    assert [home.key for home in found.articles] == ["a.txt", "b.txt", "c.txt"]
    assert found.articles[0].id == content_id(FULL)
    assert len({home.id for home in found.articles}) == 3
    assert len({quote.id for quote in found.quotes}) == len(found.quotes) == 3
    assert {link.relation for link in found.links} == {"verbatim"}


def test_extraction_streams() -> None:
    asked: list[str] = []

    def arriving() -> Iterator[Article]:
        for key in ("a.txt", "b.txt"):
            asked.append(key)
            yield article(key, FULL)

    next(pipeline.extract(arriving()))
    assert asked == ["a.txt"]


@pytest.mark.parametrize("collects", [True, False])
def test_an_article_leaves_the_collector_as_it_was(collects: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    resting: list[bool] = []

    def quotes(*args: object) -> tuple[()]:
        resting.append(not gc.isenabled())
        return ()

    monkeypatch.setattr("quotetrace.pipeline.quotes._quotes", quotes)
    (gc.enable if collects else gc.disable)()
    try:
        list(pipeline.extract([article("a", FULL)]))
        assert (resting, gc.isenabled()) == ([True], collects)
    finally:
        gc.enable()


def test_a_fault_leaves_the_collector_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotetrace.pipeline.quotes._quotes", lambda *args: 1 / 0)
    assert list(pipeline.extract([article("a", FULL)], report=lambda problem: None)) == []
    assert gc.isenabled()


def test_an_article_leaves_nothing_that_only_the_collector_finds() -> None:
    articles = [article("a", FULL), article("b", CUT)]
    list(pipeline.extract(articles))
    gc.collect()
    gc.disable()
    try:
        list(pipeline.extract(articles))
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_a_problem_is_told_or_raised() -> None:
    problem = Problem("x.txt", "is empty", "fill it")
    told: list[Problem] = []
    assert len(list(pipeline.extract([problem, article("a.txt", FULL)], report=told.append))) == 1
    assert told == [problem]
    with pytest.raises(QuotetraceError, match=r"x\.txt: is empty"):
        list(pipeline.extract([problem]))


def test_a_scan_keeps_its_problems_in_a_fixed_order() -> None:
    problems = [Problem("b", "x", ""), Problem("a", "y", ""), Problem("a", "x", "")]
    assert pipeline.scan(problems).problems == (problems[2], problems[1], problems[0])


@pytest.mark.parametrize("dates", [("2024-05-02", "2024-05-03"), ("2024-05-03", "2024-05-02"), (None, None)])
def test_a_diff_is_seen_from_its_first_article(dates: tuple[str | None, str | None]) -> None:
    a, b = article("a.txt", FULL, dates[0]), article("b.txt", CUT, dates[1])
    found = pipeline.diff(a, b)
    home = {quote.id: quote.article for quote in found.quotes}
    assert [(home[link.a], home[link.b]) for link in found.links] == [(a.id, b.id)]
    (change,) = found.links[0].changes
    assert (change.op, change.a, change.b and change.b.of(CUT)) == ("insert", None, "four")
    assert not found.same


def test_a_diff_the_other_way_round_is_the_same_diff(seeds: list[Article]) -> None:
    a, b = (next(one for one in seeds if name in one.key) for name in ("herald", "lantern"))
    there, back = pipeline.diff(a, b), pipeline.diff(b, a)
    assert there.links
    assert {link.flipped() for link in back.links} == set(there.links)
    assert (back.only_a, back.only_b) == (there.only_b, there.only_a)
    assert there.reuse is not None
    assert back.reuse is not None
    assert back.reuse.share == there.reuse.share
    for one, other in there.reuse.stretches:
        assert one.of(a.text).casefold() == other.of(b.text).casefold()


def test_an_article_is_the_same_as_itself_whatever_its_line_ends() -> None:
    found = pipeline.diff(article("a.txt", FULL), article("b.txt", FULL.replace("\n", "\r\n")))
    assert found.same
    assert pipeline.diff(article("a.txt", FULL), article("a.txt", FULL)).same
    assert not pipeline.diff(article("a.txt", FULL), replace(article("a.txt", FULL), title="Else")).same


def test_two_articles_that_share_nothing() -> None:
    other = article("b.txt", '"Mud is not water," Odd Tollefsrud said on the quay.\n')
    found = pipeline.diff(article("a.txt", FULL), other)
    assert (found.links, found.reuse) == ((), None)
    assert (len(found.only_a), len(found.only_b)) == (1, 1)


def test_nothing_in_nothing_out() -> None:
    assert pipeline.scan([]) == Scan((), ())


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        pytest.param('Lund: "It holds"', "Ida Lund", id="in full"),
        pytest.param('LUND: "IT HOLDS"', "Ida Lund", id="in capitals"),
        pytest.param('Sander: "It leaks"', None, id="nobody of the text"),
        pytest.param('Fresh Rowing Says Boat "Leaks in the Rain"', None, id="words with capitals"),
    ],
)
def test_who_speaks_in_a_title_is_named_as_below_it(title: str, speaker: str | None) -> None:
    home = replace(article("a.txt", '"It holds, and we help," said Ida Lund.\n'), title=title)
    ((_, quotes),) = pipeline.extract([home])
    assert [quote.speaker for quote in quotes if quote.field == "title"] == [speaker]


def test_a_title_of_its_own_is_read_with_offsets_of_its_own() -> None:
    text = "The choir came home with the cup and went to bed.\n"
    home = replace(article("a.txt", text), title='Choir: "We sang in the rain"')
    ((_, (quote,)),) = pipeline.extract([home])
    assert (quote.field, quote.span.of(home.title or "")) == ("title", "We sang in the rain")
    again = replace(home, text=f"{home.title}\n\n{text}")
    ((_, (quote,)),) = pipeline.extract([again])
    assert quote.field == "text"
