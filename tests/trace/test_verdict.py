"""Which of several possible sources is named, by their evidence alone."""

from dataclasses import replace

import pytest
from build import article

from quotetrace.models import Evidence
from quotetrace.trace.pairs import Pair
from quotetrace.trace.verdict import Candidate, chances, decide

POST = article("post", "“It leaks.”", "Harbour Post", "2021-03-02")
TARGET = article("target", "“It leaks.”", "Marsh Echo", "2021-03-04")


def candidate(**weights: float) -> Candidate:
    """A possible source, printed before its target, with so many points of each kind of evidence."""
    pair = Pair(None, POST, TARGET, (), "before")  # type: ignore[arg-type]
    return Candidate(pair, tuple(Evidence(kind.replace("_", "-"), "…", weight) for kind, weight in weights.items()))


def test_an_agency_that_is_here_explains_what_its_subscribers_share() -> None:
    own = candidate(narration=1.0, agency_own=0.6)
    unsigned = candidate(narration=1.6)
    subscriber = candidate(narration=1.5, agency_text=-0.2)
    here, away = (chances([one, subscriber, subscriber]) for one in (own, unsigned))
    assert here[0][0] > away[0][0]
    assert sum(here[0]) + here[1] == pytest.approx(1.0)


def test_a_little_that_speaks_for_the_other_order_is_outweighed_by_the_dates() -> None:
    source = candidate(narration=4.0)
    turned = replace(source, evidence=(*source.evidence, Evidence("slip", "…", 0.8)))
    assert decide("target", [source], {"post": turned}).source == source
    much = replace(source, evidence=(*source.evidence, Evidence("slip", "…", 1.6)))
    assert decide("target", [source], {"post": much}).source is None
