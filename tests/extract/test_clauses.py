"""What a cue may report, before it is weighed: exact bounds and the side of the cue on which the words stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrace.config import ExtractOptions
from quotetrace.extract import extract
from quotetrace.models import Article
from quotetrace.syntax import Extraction

LISTENER = pytest.mark.xfail(strict=True, reason="a listener ends at its first preposition")
JOINT = pytest.mark.xfail(strict=True, reason="a second cue without a comma before it does not end the first clause")


def read(text: str) -> Extraction:
    return extract(Article("id", "key", text, language="en"), ExtractOptions())


def reported(text: str) -> list[tuple[str, str, str]]:
    """(cue, side, words) of each clause."""
    found = read(text)
    return [(found.tokens.words[c.predicate.verb], c.position, text[c.start : c.end]) for c in found.clauses]


ROWS = [
    pytest.param("Lund said that it rained.", [("said", "after", "that it rained")], id="that"),
    pytest.param("Lund said it rained.", [("said", "after", "it rained")], id="no that"),
    pytest.param("Lund spoke to the Courier on Monday about her boats.", [("spoke", "after", "her boats")], id="about"),
    pytest.param("Lund spoke with the bakers of Tarnholt.", [], id="spoke with, and nothing is told"),
    pytest.param("Lund asked Venn about the gates.", [("asked", "after", "the gates")], id="asked somebody about"),
    pytest.param(
        "Asked by Venn on Monday about the gates, Lund left.",
        [("Asked", "after", "the gates")],
        id="asked by somebody, one day, about",
    ),
    pytest.param(
        "When told the oven was cold, Lund laughed.",
        [("told", "after", "the oven was cold")],
        id="told, and the listener left out",
    ),
    pytest.param("Lund was told the oven was cold.", [("told", "after", "the oven was cold")], id="told, a passive"),
    pytest.param(
        "The gates stood open on most days, Lund said, including Sunday.",
        [("said", "around", "The gates stood open on most days, Lund said, including Sunday")],
        id="interrupted, and a preposition goes on",
    ),
    pytest.param("Lund rose to applaud the bakers.", [("applaud", "after", "the bakers")], id="an infinitive cue"),
    pytest.param("It rained, Lund said.", [("said", "before", "It rained")], id="before"),
    pytest.param("It rained, said Lund.", [("said", "before", "It rained")], id="before, inverted"),
    pytest.param(
        "It rained, Lund told the Courier on Monday.", [("told", "before", "It rained")], id="before, with a listener"
    ),
    pytest.param("According to Lund, it rained.", [("to", "after", "it rained")], id="according to, before"),
    pytest.param("It rained, according to Lund.", [("to", "before", "It rained")], id="according to, after"),
    pytest.param(
        "The wall, Lund said, would hold all year.",
        [("said", "around", "The wall, Lund said, would hold all year")],
        id="interrupted",
    ),
    pytest.param("Lund told Venn that it rained.", [("told", "after", "that it rained")], id="told"),
    pytest.param(
        "Lund told the mayor of Tarnholt it rained.",
        [("told", "after", "it rained")],
        id="a long listener",
        marks=LISTENER,
    ),
    pytest.param("Lund asked whether it rained.", [("asked", "after", "whether it rained")], id="whether"),
    pytest.param("Lund vowed to open the gates.", [("vowed", "after", "to open the gates")], id="infinitive"),
    pytest.param("Lund's claim that it rained.", [("claim", "after", "that it rained")], id="noun"),
    pytest.param('Lund said it was "wet" and cold.', [("said", "after", 'it was "wet" and cold')], id="marks inside"),
    pytest.param('It was "wet," Lund said.', [("said", "before", 'It was "wet,"')], id="marks at the end, cue after"),
    pytest.param(
        "Lund said it rained, adding that it froze.",
        [("said", "after", "it rained"), ("adding", "after", "that it froze")],
        id="adding",
    ),
    pytest.param(
        "Lund said it rained, but Venn said it froze.",
        [("said", "after", "it rained"), ("said", "after", "it froze")],
        id="but",
    ),
    pytest.param(
        "Lund said it rained and Venn said it froze.",
        [("said", "after", "it rained"), ("said", "after", "it froze")],
        id="and, no comma",
        marks=JOINT,
    ),
    pytest.param(
        "Lund said it rained and added that it froze.",
        [("said", "after", "it rained"), ("added", "after", "that it froze")],
        id="two verbs, no comma",
    ),
    pytest.param(
        "Lund said it rained all day, although Venn was dry.",
        [("said", "after", "it rained all day")],
        id="contrast at the end",
    ),
    pytest.param(
        "Lund said it rained all day, shaking her coat.",
        [("said", "after", "it rained all day")],
        id="aside at the end",
    ),
    pytest.param(
        "Lund said it rained all day, which Venn denied.",
        [("said", "after", "it rained all day")],
        id="relative at the end",
    ),
    pytest.param(
        "Lund, who said it rained all day, left early.",
        [("said", "after", "it rained all day")],
        id="inside a relative clause",
    ),
    pytest.param(
        "Lund said the wall, while old, would hold.",
        [("said", "after", "the wall, while old, would hold")],
        id="an aside before the verb",
    ),
    pytest.param(
        "When asked about the wall, Lund said, it held.",
        [("asked", "after", "the wall"), ("said", "rest", "it held")],
        id="when asked",
    ),
    pytest.param("Lund said nothing.", [], id="one word is no clause"),
    pytest.param("Lund spoke.", [], id="nothing reported"),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_clauses_of_each_cue(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert reported(text) == expected


WORDS = st.sampled_from(
    ["Lund", "said", "that", "told", "she", "vowed", "to", "and", ",", ".", "according", "the", "wall", '"it"']
)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=25))
def test_a_clause_lies_within_its_sentence_and_beside_its_cue(words: list[str]) -> None:
    found = read(" ".join(words))
    for clause in found.clauses:
        a, b = found.tokens.sentences[clause.sentence]
        assert a <= clause.first < clause.stop <= b
        assert (clause.first <= clause.predicate.verb < clause.stop) == (clause.position == "around")
        assert (clause.start, clause.end) == (found.tokens.starts[clause.first], found.tokens.end(clause.stop - 1))
