"""From evidence to a verdict: what each possible source of one article scores, and which of them, if any, is named."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from quotetrace.models import Basis, Evidence
from quotetrace.trace.pairs import Pair

OUTSIDE = -0.78
DIRECTED = 3.0
WORTH_SAYING = 0.1
SHOWS_COPYING = ("narration", "credit-carried")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible source, with what speaks for and against it."""

    pair: Pair
    evidence: tuple[Evidence, ...]

    @property
    def score(self) -> float:
        """The sum of the weights, in points of log-odds."""
        return sum(one.weight for one in self.evidence)

    def weight(self, kind: str) -> float:
        """The weight of the evidence of one kind; 0 without any."""
        return sum(one.weight for one in self.evidence if one.kind == kind)

    @property
    def basis(self) -> Basis | None:
        """ "credited" or "copied" where the evidence shows it; None where it does not, whatever the score."""
        if self.weight("credit"):
            return "credited"
        if any(self.weight(kind) for kind in SHOWS_COPYING):
            return "copied"
        return None


def chances(candidates: Sequence[Candidate]) -> tuple[tuple[float, ...], float]:
    """The chance of each candidate, and of a way from outside the corpus; they add up to 1."""
    top = max([OUTSIDE, *(one.score for one in candidates)])
    odds = [exp(one.score - top) if one.basis else 0.0 for one in candidates]
    outside = exp(OUTSIDE - top)
    total = sum(odds) + outside
    return tuple(one / total for one in odds), outside / total


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the wording reached one article: from ``source`` if there is one, else from outside, or ``undecided``."""

    target: str
    source: Candidate | None
    confidence: float
    others: tuple[tuple[Candidate | None, float], ...] = ()
    undecided: Candidate | None = None


def decide(target: str, candidates: Sequence[Candidate], backward: Sequence[float]) -> Verdict:
    """Which of ``candidates``, if any, ``target`` took its wording from.

    Args:
        candidates: none of them dated after the target.
        backward: for each candidate the score of the opposite step.

    The rules, in order: from outside, when nothing that shows copying outweighs it; from the likeliest candidate, when
    its date is earlier or the texts alone show the direction; from the likeliest earlier one, when it is as likely;
    else undecided.
    """
    each, outside = chances(candidates)
    ranked = sorted(zip(each, candidates, backward, strict=True), key=lambda one: (-one[0], _rank(one[1])))
    if not ranked or outside >= ranked[0][0]:
        return Verdict(target, None, outside, _others(ranked, None))
    chance, best, back = ranked[0]
    if best.pair.order == "before" or best.score - back >= DIRECTED:
        return Verdict(target, best, chance, (*_others(ranked, best), *_outside(outside)))
    for other, one, _ in ranked:
        if one.pair.order == "before" and other >= chance:
            return Verdict(target, one, other, (*_others(ranked, one), *_outside(outside)))
    return Verdict(target, None, chance, _others(ranked, best), undecided=best)


def _rank(candidate: Candidate) -> tuple[str, str, str]:
    source = candidate.pair.source
    return source.published or "9", source.key, source.id


def _others(
    ranked: Sequence[tuple[float, Candidate, float]], best: Candidate | None
) -> tuple[tuple[Candidate | None, float], ...]:
    return tuple((one, chance) for chance, one, _ in ranked if one is not best and chance >= WORTH_SAYING)


def _outside(chance: float) -> tuple[tuple[Candidate | None, float], ...]:
    return ((None, chance),) if chance >= WORTH_SAYING else ()
