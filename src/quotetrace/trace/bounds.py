"""When an article must have been out: before those that have something from it, after those it has something from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from quotetrace.models import Article, Evidence
from quotetrace.trace.arrivals import name
from quotetrace.trace.dates import order, told
from quotetrace.trace.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Taken:
    """For each article those that have a statement from it, and those from which it has one, in any family."""

    articles: Mapping[str, Article]
    takers: Mapping[str, Sequence[str]]
    givers: Mapping[str, Sequence[str]]

    def before(self, a: str, b: str) -> Evidence | None:
        """Why ``a`` was out before ``b``: a third that has something from ``a`` is dated before ``b``, or one from
        which ``b`` has something after ``a``; None where neither is so."""
        for key in self.takers.get(a, ()):
            if key != b and order(self.articles[key], self.articles[b]) == "before":
                return self._shown(key, a, f"is before {told(self.articles[b])}")
        for key in self.givers.get(b, ()):
            if key != a and order(self.articles[a], self.articles[key]) == "before":
                return self._shown(b, key, f"is after {told(self.articles[a])}", key)
        return None

    def _shown(self, target: str, source: str, then: str, dated: str = "") -> Evidence:
        has = f"{name(self.articles[target])} has something from {name(self.articles[source])}"
        return Evidence("direction", f"{has}, and {told(self.articles[dated or target])} {then}")


def taken(articles: Mapping[str, Article], named: Iterable[tuple[str, str]]) -> Taken:
    """The (source, target) pairs of all steps that name a source, by article."""
    takers: dict[str, list[str]] = defaultdict(list)
    givers: dict[str, list[str]] = defaultdict(list)
    for source, target in sorted(set(named)):
        takers[source].append(target)
        givers[target].append(source)
    return Taken(articles, takers, givers)


def open_(verdict: Verdict) -> bool:
    """Undecided for want of a date or a time, with no credit the other way about."""
    found = verdict.undecided
    return found is not None and found.pair.order in ("same", "unknown") and not found.weight("credited-back")


def settled(verdicts: Mapping[str, Verdict], known: Taken) -> dict[str, Verdict]:
    """The verdicts, of which those that want a time have the order that other articles tell, if they tell one."""
    return {key: _settled(one, known) if open_(one) else one for key, one in verdicts.items()}


def _settled(verdict: Verdict, known: Taken) -> Verdict:
    found = verdict.undecided
    assert found
    source = found.pair.source.id
    first, second = known.before(source, verdict.target), known.before(verdict.target, source)
    if bool(first) == bool(second):
        return verdict
    if first:
        return replace(verdict, source=found, undecided=None, direction=(first,))
    return replace(verdict, confidence=1 - verdict.confidence, undecided=None)
