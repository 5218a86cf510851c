"""Narration that two articles share: moved paragraphs count, quotes and boilerplate do not."""

from dataclasses import replace

import pytest

from quotetrace.config import TraceOptions
from quotetrace.models import Article, Link, Quote, Reuse, Span
from quotetrace.trace import reuse

OPTIONS = TraceOptions()
BRIDGE = "The bridge over the Lomme was closed on Monday after a driver saw a crack as wide as a hand."
TOLL = "Some nine thousand people cross it every day and the toll has paid for the town's only swimming bath."
QUOTE = "nobody is going to drive over that thing while I am the mayor of this town and can still sign a paper"
HARBOUR = "Fishing boats lay three abreast in the harbour because the wind had gone round to the north overnight."
PLUG = "Sign up for our morning letter and never miss a story from the valley and the coast again."


def article(key: str, text: str, outlet: str | None = None) -> Article:
    return Article(key, key, text, outlet=outlet)


def quoted(of: Article, words: str = QUOTE) -> Quote:
    start = of.text.index(words)
    return Quote(f"q-{of.id}", of.id, Span(start, start + len(words)), words, "direct")


def shared(*articles: Article, linked: list[tuple[str, str]] | None = None) -> tuple[Reuse, ...]:
    quotes = [
        quoted(one) if QUOTE in one.text else Quote(f"q-{one.id}", one.id, Span(0, 1), "x", "direct", "title")
        for one in articles
    ]
    pairs = linked if linked is not None else [(articles[0].id, articles[1].id)]
    links = [Link(f"q-{a}", f"q-{b}", "verbatim", 1.0, Span(0, 1), Span(0, 1)) for a, b in pairs]
    return reuse({one.id: one for one in articles}, quotes, links, OPTIONS)


def test_moved_sentences_are_shared_and_the_quote_is_not() -> None:
    a = article("a", f'{BRIDGE}\n"{QUOTE}," the mayor said.\n{TOLL}')
    b = article("b", f'{TOLL}\n{HARBOUR}\n{BRIDGE}\nThe mayor was blunt: "{QUOTE}."')
    (found,) = shared(a, b)
    texts = [(x.of(a.text), y.of(b.text)) for x, y in found.stretches]
    assert texts == [(BRIDGE[:-1], BRIDGE[:-1]), (TOLL[:-1], TOLL[:-1])]
    assert found.rarest in (BRIDGE[:-1], TOLL[:-1])
    assert 0.8 < found.share < 1.0
    assert (found.a_words, found.b_words) == (len(f"{BRIDGE} the mayor said {TOLL}".split()), 61)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(f'"{QUOTE}."', f'"{QUOTE}."', id="the same quote"),
        pytest.param(f'{HARBOUR} "{QUOTE}."', f"{BRIDGE} And {QUOTE}.", id="one reports the quote without marks"),
        pytest.param(f"{HARBOUR} “{QUOTE}.”", f"{BRIDGE} «{QUOTE}.»", id="marks in which no quote was found"),
        pytest.param(HARBOUR, BRIDGE, id="nothing"),
        pytest.param("", BRIDGE, id="an empty text"),
        pytest.param("At the end of the day, he said.", "He came at the end of the day.", id="a stock phrase"),
    ],
)
def test_not_shared_narration(a: str, b: str) -> None:
    assert shared(article("a", a), article("b", b)) == ()


def test_pairs_without_a_link_are_not_looked_at() -> None:
    assert shared(article("a", BRIDGE), article("b", BRIDGE), linked=[]) == ()


def test_what_an_outlet_prints_under_unrelated_stories_is_boilerplate() -> None:
    stories = [
        article(key, f"{text} {PLUG}", "Post")
        for key, text in zip("abcd", (BRIDGE, TOLL, HARBOUR, BRIDGE), strict=True)
    ]
    stories.append(article("e", f"{PLUG} {BRIDGE}", "Echo"))
    (found,) = shared(*stories, linked=[("a", "d")])
    assert found.rarest == BRIDGE[:-1]
    (lifted,) = shared(stories[1], stories[4])
    assert lifted.rarest == PLUG[:-1], "elsewhere, and in too few stories, the same words are a find"


@pytest.mark.parametrize(
    ("days", "stock"),
    [
        pytest.param(("2021-03-04", "2021-03-12", "2021-03-20"), True, id="a note under three stories"),
        pytest.param(("2021-03-04", "2021-03-05", "2021-03-06"), False, id="one story, brought up to date twice"),
        pytest.param((None, None, None), False, id="no dates"),
    ],
)
def test_a_quote_in_a_note_makes_no_story_of_all_that_carry_it(days: tuple[str | None, ...], stock: bool) -> None:
    said = f'{PLUG} "{QUOTE}," it says.'
    stories = [
        replace(article(key, f"{text} {said}", "Post"), published=day, date_precision="day" if day else None)
        for key, text, day in zip("abc", (BRIDGE, TOLL, HARBOUR), days, strict=True)
    ]
    found = shared(*stories, linked=[("a", "b"), ("b", "c"), ("a", "c")])
    assert (found == ()) == stock


def test_two_articles_of_one_outlet_about_one_story_are_no_boilerplate() -> None:
    (found,) = shared(article("a", BRIDGE, "Post"), article("b", f"{BRIDGE} {TOLL}", "Post"))
    assert found.share == 1.0


@pytest.mark.parametrize("worst", ['"', "“", "«", "a ", "a", "'", "\n", '" '])
def test_a_megabyte_of_the_worst_character_is_compared(worst: str) -> None:
    text = worst * (1_000_000 // len(worst))
    assert len(shared(article("a", text), article("b", text))) <= 1
