"""From evidence to a verdict: what each possible source of one article scores, and which of them, if any, is named."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from quotetrace.models import Basis, Evidence
from quotetrace.trace.pairs import Pair

OUTSIDE = -2.3
WORTH_SAYING = 0.1
NAMED_FROM = 0.86


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
    def directed(self) -> bool:
        """The texts show the direction whatever the dates: the target names the source."""
        return bool(self.weight("credit") or self.weight("credit-beside"))

    @property
    def one_way(self) -> bool:
        """The texts show the direction where a date is missing: the source has more of the statement."""
        undated = not (self.pair.source.published and self.pair.target.published)
        return undated and bool(self.weight("fuller") and self.weight("narration"))

    @property
    def basis(self) -> Basis | None:
        """Credited or copied, where the evidence shows it; None where it does not, whatever the score.

        Narration that stands under an agency's name shows a common source, unless an outlet prints its own text again.
        """
        if self.weight("credited-back") or self.weight("named-back"):
            return None
        if self.weight("credit") or self.weight("credit-beside"):
            return "credited"
        if self.weight("narration") and (self.weight("republished") or not self.weight("agency-text")):
            return "copied"
        return None


def chances(candidates: Sequence[Candidate]) -> tuple[tuple[float, ...], float]:
    """The chance of each candidate, and of a way from outside the corpus; they add up to 1.

    A candidate whose narration is an agency's cannot be named; its odds count for the agency, which is outside.
    """
    top = max([OUTSIDE, *(one.score for one in candidates)])
    odds = [exp(one.score - top) if one.basis else 0.0 for one in candidates]
    agency = [exp(one.score - top) for one in candidates if not one.basis and one.weight("narration")]
    outside = exp(OUTSIDE - top) + sum(agency)
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


def decide(target: str, candidates: Sequence[Candidate]) -> Verdict:
    """Which of ``candidates``, if any, ``target`` took its wording from.

    The rules, in order: undecided, when the target credits an article, and has its narration, that is dated later; from
    outside, when no candidate is likely enough to be named; from the likeliest, when its date is earlier or the target
    credits it; else undecided. A later article is never named.
    """
    for one in candidates:
        if one.pair.order == "after" and one.directed and one.weight("narration"):
            return Verdict(target, None, 0.0, undecided=one)
    possible = [one for one in candidates if one.pair.order != "after"]
    each, outside = chances(possible)
    ranked = sorted(zip(each, possible, strict=True), key=lambda one: (-one[0], _rank(one[1])))
    if not ranked or ranked[0][0] < NAMED_FROM:
        return Verdict(target, None, outside, _others(ranked, None))
    chance, best = ranked[0]
    if best.pair.order == "before" or best.directed or best.one_way:
        return Verdict(target, best, chance, (*_others(ranked, best), *_outside(outside)))
    return Verdict(target, None, chance, _others(ranked, best), undecided=best)


def _rank(candidate: Candidate) -> tuple[str, str, str]:
    source = candidate.pair.source
    return source.published or "9", source.key, source.id


def _others(
    ranked: Sequence[tuple[float, Candidate]], best: Candidate | None
) -> tuple[tuple[Candidate | None, float], ...]:
    return tuple((one, chance) for chance, one in ranked if one is not best and chance >= WORTH_SAYING)


def _outside(chance: float) -> tuple[tuple[Candidate | None, float], ...]:
    return ((None, chance),) if chance >= WORTH_SAYING else ()
