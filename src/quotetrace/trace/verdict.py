"""From evidence to a verdict: what each possible source of one article scores, and which of them, if any, is named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from quotetrace.models import Basis, Evidence
from quotetrace.trace.pairs import Pair
from quotetrace.trace.weights import FIRST

OUTSIDE = -0.5  # log-odds of a way from outside the corpus,
CROWD = 0.5  # less so much of the logarithm of how many possible sources there are
SENT_OUT = 0.25  # what is outside of the odds of an agency's narration, where the agency's own article is here
NAMED_FROM = 0.75  # the chance from which on a source is named
FIRST_FROM = 0.86  # the chance from which on one of two is taken for the earlier, where dates do not tell
AGAINST = 1.0  # log-odds from which on the texts contradict an order that the dates tell
WORTH_SAYING = 0.1  # the chance from which on another way is listed


def told_by(one: Evidence) -> float:
    """What ``one`` says of which was first, in points of log-odds."""
    return one.weight * FIRST.get(one.kind, 1.0)


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
    def sent_out(self) -> bool:
        """The source was made for others to print."""
        return bool(self.weight("agency-own") or self.weight("handout"))

    @property
    def first(self) -> float:
        """What speaks for the source as the earlier of the two, whatever the dates, in points of log-odds. It tells
        something beside the same of the two turned about, where all that reads alike both ways falls out."""
        return sum(map(told_by, self.evidence))

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

    A candidate whose narration is an agency's cannot be named; its odds count for the agency, which is outside. Where
    the agency's own article is a candidate, that explains most of what its subscribers share: a quarter is outside.
    """
    away = OUTSIDE - CROWD * log(max(1, len(candidates)))
    top = max([away, *(one.score for one in candidates)])
    odds = [exp(one.score - top) if one.basis else 0.0 for one in candidates]
    agency = [exp(one.score - top) for one in candidates if not one.basis and one.weight("narration")]
    here = any(one.basis and one.weight("agency-own") for one in candidates)
    outside = exp(away - top) + sum(agency) * (SENT_OUT if here else 1.0)
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
    direction: tuple[Evidence, ...] = ()


def earlier(one: Candidate, turned: Candidate | None) -> float:
    """The chance that the source of ``one`` was there before its target: 1 where the dates or a credit say so, else as
    far as the texts tell. ``turned``: the two with the target as the source."""
    if one.pair.order == "before" or one.directed:
        return 1.0
    if not turned:
        return 0.5
    return 1 / (1 + exp(max(-30.0, min(30.0, turned.first - one.first))))


def decide(target: str, candidates: Sequence[Candidate], turned: Mapping[str, Candidate]) -> Verdict:
    """Which of ``candidates``, if any, ``target`` took its wording from. ``turned``: by source, the two turned about.

    The rules, in order: undecided, when the target credits a house, and has its narration, all dated later; from
    outside, when no candidate is likely enough to be named; from the likeliest, when its date is earlier, the target
    credits it, or the texts tell which came first; else undecided. A later article is never named.
    """
    if later := _credited_later(candidates):
        return Verdict(target, None, 0.0, undecided=later)
    ways = {one.pair.source.id: earlier(one, turned.get(one.pair.source.id)) for one in candidates}
    possible = [one for one in candidates if one.pair.order != "after" and ways[one.pair.source.id] > 1 - FIRST_FROM]
    each, outside = chances(possible)
    ranked = sorted(zip(each, possible, strict=True), key=lambda one: (-one[0], _rank(one[1])))
    if not ranked or ranked[0][0] < NAMED_FROM:
        return Verdict(target, None, outside, _others(ranked, None))
    chance, best = ranked[0]
    way = ways[best.pair.source.id]
    if way < FIRST_FROM or not _may_tell(best):
        return Verdict(target, None, chance, _others(ranked, best), undecided=best)
    if chance * way < NAMED_FROM or _against(best, turned.get(best.pair.source.id)):
        return Verdict(target, None, outside, _others([(chance * way, best), *ranked[1:]], None))
    others = (*_others(ranked, best), *_outside(outside))
    return Verdict(target, best, chance * way, others, direction=_direction(best, turned.get(best.pair.source.id)))


def _credited_later(candidates: Sequence[Candidate]) -> Candidate | None:
    """The source that the target credits, and whose narration it has, though it is dated later. Of a house that printed
    the story again, the earlier article is meant."""
    named = [one for one in candidates if one.directed and one.weight("narration")]
    in_time = {one.pair.source.outlet for one in named if one.pair.order != "after"}
    return next((one for one in named if one.pair.order == "after" and one.pair.source.outlet not in in_time), None)


def _direction(one: Candidate, turned: Candidate | None) -> tuple[Evidence, ...]:
    """By what the texts tell which was first, where the dates do not: what speaks most against the other way about,
    or that others are nearer to the source."""
    if one.pair.order == "before" or one.directed or not turned:
        return ()
    most = min(turned.evidence, key=told_by)
    nearer = next((x for x in one.evidence if x.kind == "nearer"), None)
    if nearer and told_by(nearer) > -told_by(most):
        return (Evidence("direction", f"the dates do not tell which was first; {nearer.text}"),)
    if one.sent_out or most.weight >= 0:
        return (Evidence("direction", "the dates do not tell which was first, the texts do"),)
    name = one.pair.target.outlet or one.pair.target.key
    return (Evidence("direction", f"the dates do not tell which was first; with {name} as the source, {most.text}"),)


def _may_tell(one: Candidate) -> bool:
    """Whether the texts may name the earlier of the two. Where both have a date and the dates do not part them, an
    agency's own text, a handout and a credit may: else one time in twenty the later would be named."""
    undated = not (one.pair.source.published and one.pair.target.published)
    return undated or one.pair.order == "before" or one.directed or one.sent_out


def _against(one: Candidate, turned: Candidate | None) -> bool:
    """Whether the texts tell the other way about than the dates: one of these may be wrong."""
    dated = one.pair.order == "before" and not one.directed
    return dated and turned is not None and turned.first - one.first > AGAINST


def _rank(candidate: Candidate) -> tuple[str, str, str]:
    source = candidate.pair.source
    return source.published or "9", source.key, source.id


def _others(
    ranked: Sequence[tuple[float, Candidate]], best: Candidate | None
) -> tuple[tuple[Candidate | None, float], ...]:
    return tuple((one, chance) for chance, one in ranked if one is not best and chance >= WORTH_SAYING)


def _outside(chance: float) -> tuple[tuple[Candidate | None, float], ...]:
    return ((None, chance),) if chance >= WORTH_SAYING else ()
