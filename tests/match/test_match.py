"""Which quotes of invented articles are the same statement, and which only look alike."""

import random

import pytest

from quotetrace.match import match
from quotetrace.models import Article, Pair, Quote, Span, content_id

DAY = "2021-05-03"


def told(
    name: str, said: str, *, published: str | None = DAY, speaker: str | None = "Ilka Brandovar"
) -> tuple[Article, Quote]:
    """An article that holds one quote."""
    text = f'The hall was full. "{said}" she said.'
    article = Article(content_id(name), name, text, outlet=name, published=published)
    start = text.index(said)
    span = Span(start, start + len(said))
    return article, Quote(content_id(name, start), article.id, span, said, "direct", speaker=speaker)


def pairs(*sources: tuple[Article, Quote]) -> list[Pair]:
    return match([quote for _, quote in sources], {article.id: article for article, _ in sources})


SAME = [
    ("We will rebuild the harbour wall before the winter.", "we will rebuild the harbor wall before the winter"),
    ("We will rebuild the harbour wall before the winter.", "rebuild the harbour wall"),
    ("We will rebuild the harbour wall before the winter.", "We will rebuild the harbour wall well before winter"),
    ("Nobody was paid. The ferry sank at two in the morning.", "The ferry sank at two in the morning. I saw it go."),
]
OTHER = [
    ("We will rebuild the harbour wall before the winter.", "We close the ferry office this year before the winter."),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_statement_is_a_pair(one: str, other: str) -> None:
    assert len(pairs(told("a", one), told("b", other))) == 1


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_another_statement_is_no_pair(one: str, other: str) -> None:
    assert pairs(told("a", one), told("b", other)) == []


def test_the_order_of_the_quotes_does_not_matter() -> None:
    sources = [told(f"a{i}", said) for i, said in enumerate(text for row in SAME + OTHER for text in row)]
    once = pairs(*sources)
    random.Random(1).shuffle(sources)
    assert pairs(*sources) == once


def test_nothing_matches_nothing() -> None:
    assert match([], {}) == []
