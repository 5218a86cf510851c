"""Credits to houses that only the other articles show to be houses."""

import pytest

from quotetrace.models import Article, Credit, Span
from quotetrace.read.houses import with_houses

LEDGER = Article("a", "a", "It rained.", outlet="Brack Waters")
WIRE = Article("w", "w", "ORMEN (Norfjell) – It rained.", credits=(Credit("dateline", "Norfjell", Span(0, 18)),))


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        pytest.param("“So it is,” she told Brack Waters.", "told", "told Brack Waters", id="told"),
        pytest.param("She told the Brack Waters on Monday.", "told", "told the Brack Waters", id="with an article"),
        pytest.param("It fell, according to Brack Waters.", "according-to", "according to Brack Waters", id="a cue"),
        pytest.param("Brack Waters first reported it.", "reported", "Brack Waters first reported", id="a cue behind"),
        pytest.param("It fell. (Norfjell)", "tag", "(Norfjell)", id="a tag, known from a dateline"),
        pytest.param("Via Brack Waters I learnt of it.", "according-to", "Via Brack Waters", id="via"),
    ],
)
def test_a_house_of_the_corpus_is_credited(text: str, kind: str, words: str) -> None:
    (found,) = with_houses([LEDGER, WIRE, Article("b", "b", text)])[-1].credits
    assert (found.kind, found.span.of(text)) == (kind, words)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("She told Brack Waters Bank so.", id="the name goes on"),
        pytest.param("She told brack waters so.", id="no name"),
        pytest.param("She walked past Brack Waters.", id="no cue"),
        pytest.param("She told him. Brack Waters is a paper.", id="the cue is not beside it"),
    ],
)
def test_what_is_no_credit(text: str) -> None:
    assert with_houses([LEDGER, Article("b", "b", text)])[-1].credits == ()


def test_without_its_articles_a_name_is_nobody() -> None:
    assert with_houses([Article("b", "b", "“So it is,” she told Brack Waters.")])[0].credits == ()


def test_a_credit_that_was_read_is_not_told_twice() -> None:
    text = "She told Oria News."
    read = Credit("told", "Oria News", Span(4, 18))
    both = [Article("a", "a", "It rained.", outlet="Oria"), Article("b", "b", text, credits=(read,))]
    assert with_houses(both)[1].credits == (read,)


@pytest.mark.parametrize("worst", ["told ", "Brack ", "Brack Waters", "(Norfjell", "told the Brack "])
def test_a_megabyte_of_the_worst_words(worst: str) -> None:
    text = worst * (1_000_000 // len(worst))
    assert with_houses([LEDGER, WIRE, Article("b", "b", text)])[-1].text == text
