"""Five real articles, kept outside the project: the first two share quotes, the third renders three of them."""

import os
from collections import Counter
from pathlib import Path

import pytest

from quotetrace.config import Config
from quotetrace.models import Problem, Scan
from quotetrace.pipeline import scan
from quotetrace.read import read

SEEDS = Path(os.environ.get("QUOTETRACE_SEEDS") or Path(__file__).parents[2] / ".." / "shared" / "seeds")
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real articles are not here: set QUOTETRACE_SEEDS")


@pytest.fixture(scope="module")
def found() -> Scan:
    return scan(read([str(SEEDS)], Config().read), report=lambda problem: None)


def between(found: Scan, relation: str) -> Counter[tuple[int, int]]:
    """How many links of a relation each two articles have, by their numbers, quotes in marks only."""
    number = {article.id: int(Path(article.key).name[:3]) for article in found.articles}
    home = {quote.id: number[quote.article] for quote in found.quotes}
    marked = {quote.id for quote in found.quotes if quote.kind != "indirect"}
    links = [link for link in found.links if link.relation == relation and {link.a, link.b} <= marked]
    return Counter(tuple(sorted((home[link.a], home[link.b]))) for link in links)  # type: ignore[misc]


def test_the_first_two_share_their_quotes_word_for_word(found: Scan) -> None:
    assert between(found, "verbatim")[0, 1] >= 5


def test_the_third_renders_three_statements_of_the_first_two(found: Scan) -> None:
    renderings = between(found, "rendering")
    assert renderings[0, 2] >= 3
    assert renderings[1, 2] >= 3


def test_the_other_two_are_of_other_occasions_and_link_to_nothing(found: Scan) -> None:
    number = {article.id: int(Path(article.key).name[:3]) for article in found.articles}
    home = {quote.id: number[quote.article] for quote in found.quotes}
    assert {home[end] for link in found.links for end in (link.a, link.b)} <= {0, 1, 2}


def test_nothing_is_lost_on_the_way(found: Scan) -> None:
    assert not [problem for problem in found.problems if isinstance(problem, Problem) and problem.severity == "error"]
