"""How near texts are by the letters of their words."""

import math
from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.match.letters import RUN, Letters
from quotetrace.match.lexicon import lexicon
from quotetrace.match.weigh import weights

WORDS = ["ferry", "ferri", "drovak", "drovák", "drovaks", "a", "harbour"]


def near(one: str, other: str) -> float:
    texts = lexicon([one, other])
    return float(Letters(texts, weights({})).cosines(np.array([0]), np.array([1]))[0])


def vector(text: str) -> dict[str, float]:
    """The letter runs of a text of words that are all as rare."""
    found: dict[str, float] = defaultdict(float)
    for word in sorted(set(text.split())):
        padded = f" {word.replace('á', 'a')} "
        runs = [padded[i : i + RUN] for i in range(max(1, len(padded) - RUN + 1))]
        for run in runs:
            found[run] += 1 / math.sqrt(len(runs))
    length = math.sqrt(sum(value**2 for value in found.values())) or 1.0
    return {run: value / length for run, value in found.items()}


SAID = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)


@given(SAID, SAID)
def test_the_cosine_is_that_of_the_letter_runs(one: str, other: str) -> None:
    a, b = vector(one), vector(other)
    assert near(one, other) == pytest.approx(sum(value * b.get(run, 0.0) for run, value in a.items()))


def test_accents_and_order_do_not_count_and_an_inflection_counts_little() -> None:
    assert near("the Drovák ferry", "ferry the Drovak") == pytest.approx(1.0)
    assert 0.7 < near("drovak", "drovaks") < 1.0
    assert near("ferry", "harbour") == 0.0


def test_many_couples_are_compared_at_once() -> None:
    texts = lexicon(["ferry closed", "closed ferry", "", "harbour"])
    cosines = Letters(texts, weights({"ferri": 3})).cosines(np.array([0, 0, 0, 1, 3]), np.array([1, 2, 3, 1, 3]))
    assert cosines.tolist() == pytest.approx([1, 0, 0, 1, 1])
