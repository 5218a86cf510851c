"""From families to traces: how each wording reached each article, with the evidence."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from quotetrace.models import (
    Alternative,
    Article,
    Evidence,
    Family,
    Link,
    Origin,
    Quote,
    Reuse,
    Step,
    Trace,
    Undecided,
)
from quotetrace.trace.arrivals import Found, arrival, name, sure
from quotetrace.trace.bounds import open_, settled, taken
from quotetrace.trace.candidates import Weighed, weighed
from quotetrace.trace.evidence import EVIDENCE, Kind
from quotetrace.trace.origins import event, told_to_itself
from quotetrace.trace.pairs import Pair, Setting
from quotetrace.trace.reached import handed, joining, reached
from quotetrace.trace.verdict import Candidate, Verdict, decide

MOST_SURE = 0.99  # of a step; rounding makes none certain
BOTH_WAYS = (
    "credit",
    "common-credit",
    "narration",
    "agency-text",
    "republished",
    "other-order",
    "slip",
    "same-translation",
    "same-words",
    "date",
)
"""Evidence that reads the same whichever of the two came first; a credit names the other by itself."""


def trace(
    families: Sequence[Family],
    links: Sequence[Link],
    quotes: Sequence[Quote],
    articles: Mapping[str, Article],
    reuse: Sequence[Reuse],
    *,
    kinds: tuple[Kind, ...] = EVIDENCE,
) -> tuple[Trace, ...]:
    """The trace of every family, in the order of ``families``.

    Each quote of a family is the origin, the target of one step, or in ``undecided`` alone. No step runs from a later
    to an earlier article where both are dated to the day or better. ``kinds`` of evidence can be left out to see what
    each adds. The result does not depend on the order of any argument but ``families``.
    """
    named: set[tuple[str, str]] = set()
    done: dict[int, Trace] = {}
    waiting: list[tuple[int, Setting, Weighed, dict[str, Verdict]]] = []
    for i, (family, candidates) in enumerate(weighed(families, links, quotes, articles, reuse, kinds)):
        verdicts = _decided(candidates)
        named.update((one.source.pair.source.id, target) for target, one in verdicts.items() if one.source)
        if any(map(open_, verdicts.values())):
            waiting.append((i, family, candidates, verdicts))
        else:
            done[i] = _trace(family, candidates, verdicts)
    known = taken(articles, named)
    for i, family, candidates, verdicts in waiting:
        done[i] = _trace(family, candidates, _uncircled(settled(verdicts, known)))
    return tuple(done[i] for i in range(len(done)))


def _decided(candidates: Weighed) -> dict[str, Verdict]:
    turned: dict[str, dict[str, Candidate]] = {key: {} for key in candidates}
    for target, found in candidates.items():
        for one in found:
            turned[one.pair.source.id][target] = one
    return _uncircled({target: decide(target, found, turned[target]) for target, found in candidates.items()})


def _trace(family: Setting, candidates: Weighed, verdicts: Mapping[str, Verdict]) -> Trace:
    verdicts = _of_thirds(_mirrored(verdicts, candidates), family.wired)
    verdicts = _of_thirds(verdicts, handed(family, verdicts, candidates))
    others = {target: _not_below(target, candidates[target], verdicts) for target in verdicts}
    arrived = reached(family, verdicts, others)
    roots = [target for target, verdict in verdicts.items() if not verdict.source and not verdict.undecided]
    origin = _origin(family, verdicts, others, roots)
    steps = [
        step
        for target in sorted(verdicts, key=family.when)
        for step in _steps(family, verdicts[target], others[target], arrived.get(target), origin)
    ]
    undecided = [one for target in verdicts for one in _undecided(family, verdicts[target])]
    unique = {(one.a, one.b): one for one in undecided}
    return Trace(
        family.family.id,
        origin,
        tuple(steps),
        tuple(unique[key] for key in sorted(unique)),
        _independent(verdicts, others, arrived),
    )


def _uncircled(verdicts: Mapping[str, Verdict]) -> dict[str, Verdict]:
    """The verdicts, with those undecided that together would run in a circle."""
    kept = dict(verdicts)
    for start in sorted(kept):
        path = [start]
        while (found := kept[path[-1]].source) and found.pair.source.id not in path:
            path.append(found.pair.source.id)
        if found:
            for key in path[path.index(found.pair.source.id) :]:
                kept[key] = replace(kept[key], source=None, undecided=kept[key].source)
    return kept


def _mirrored(verdicts: Mapping[str, Verdict], candidates: Weighed) -> dict[str, Verdict]:
    """The verdicts, where of two articles that may each have it from the other both are undecided, not one alone."""
    kept = dict(verdicts)
    for key, verdict in verdicts.items():
        if verdict.source or verdict.undecided:
            continue
        crossed = [one for one in candidates[key] if one.weight("credited-back")]
        likeliest = [one for one, _ in verdict.others[:1] if one] or [one for one in candidates[key] if one.basis]
        for one in crossed + likeliest:
            twin = verdicts[one.pair.source.id].undecided
            if twin and twin.pair.source.id == key and one.pair.order != "after":
                kept[key] = replace(verdict, undecided=one)
                break
    return kept


def _of_thirds(verdicts: Mapping[str, Verdict], thirds: Collection[str]) -> dict[str, Verdict]:
    """The verdicts; what is undecided between two articles, one of whose texts is a third's, came from outside."""

    def settled(verdict: Verdict) -> bool:
        found = verdict.undecided
        if not found or found.directed or not found.weight("narration"):
            return False
        of_third = [key in thirds for key in (verdict.target, found.pair.source.id)]
        return all(of_third) if found.pair.same_outlet else any(of_third)

    undecided = {key: one.undecided.pair.source.id for key, one in verdicts.items() if one.undecided}
    outside = {key for key, verdict in verdicts.items() if settled(verdict)}
    while held := outside & {source for key, source in undecided.items() if key not in outside}:
        outside -= held
    return {
        key: replace(one, confidence=1 - one.confidence, undecided=None) if key in outside else one
        for key, one in verdicts.items()
    }


def _not_below(target: str, candidates: Sequence[Candidate], verdicts: Mapping[str, Verdict]) -> tuple[Candidate, ...]:
    """The candidates that did not themselves take it from ``target``, directly or not."""

    def above(key: str) -> set[str]:
        seen: set[str] = set()
        while (found := verdicts[key].source) and found.pair.source.id not in seen:
            key = found.pair.source.id
            seen.add(key)
        return seen

    return tuple(one for one in candidates if target not in above(one.pair.source.id))


def _origin(family: Setting, verdicts: Mapping[str, Verdict], candidates: Weighed, roots: Sequence[str]) -> Origin:
    """The article from which all others took it, if they do and it has it from nobody; else the event they name."""
    settled = all(verdict.source for key, verdict in verdicts.items() if key not in roots)
    if len(roots) == 1 and settled and len(verdicts) > 1:
        exclusive = told_to_itself(family, roots[0])
        nobody = arrival(family, roots[0], candidates[roots[0]])[0] == "unknown"
        if nobody and (exclusive or not event(family, roots)):
            why = f"“{exclusive}”; " if exclusive else "it credits nobody; "
            return Origin(family.quotes[roots[0]][0].id, f"{why}all others took it from here, directly or not")
    unsourced = [key for key, verdict in sorted(verdicts.items()) if not verdict.source]
    return Origin(None, event(family, unsourced) or "the articles do not say where the words were spoken")


def _steps(
    family: Setting, verdict: Verdict, candidates: Sequence[Candidate], arrived: Found | None, origin: Origin
) -> Iterator[Step]:
    quotes = [quote for quote in family.quotes[verdict.target] if quote.id != origin.quote]
    others = tuple(
        Alternative(
            one.pair.sources[0].id if one else None, (one.basis if one else None) or "unknown", round(chance, 2)
        )
        for one, chance in verdict.others
    )
    if arrived:
        basis, evidence = arrived
        if len(quotes) < len(family.quotes[verdict.target]):
            basis, evidence = "same-event", (Evidence("repeat", "the article has it more than once"),)
        for quote in quotes:
            yield Step(None, quote.id, None, basis, sure(basis, verdict.confidence, candidates), evidence, others)
    if not verdict.source:
        return
    for quote in quotes:
        source, link = _from(verdict.source.pair, quote)
        yield Step(
            source,
            quote.id,
            link.relation if link else None,
            verdict.source.basis or "unknown",
            min(round(verdict.confidence, 2), MOST_SURE),
            (*verdict.source.evidence, *verdict.direction),
            others,
        )


def _from(found: Pair, quote: Quote) -> tuple[str, Link | None]:
    """The quote of the source from which ``quote`` came: the one with the best link, else the first of the family."""
    for link in found.links:
        if link.b == quote.id:
            return link.a, link
    return found.sources[0].id, None


def _undecided(family: Setting, verdict: Verdict) -> Iterator[Undecided]:
    if not verdict.undecided:
        return
    found = verdict.undecided
    for quote in family.quotes[verdict.target]:
        other, _ = _from(found.pair, quote)
        a, b = sorted((quote, family.quote(other)), key=lambda one: (family.when(one.article), one.id))
        shared = tuple(one for one in found.evidence if one.kind in BOTH_WAYS)
        yield Undecided(a.id, b.id, found.basis or "unknown", _why(found), shared)


def _why(found: Candidate) -> str:
    """What is missing to tell the direction."""
    a, b = found.pair.source, found.pair.target
    if found.weight("credited-back"):
        a, b = b, a
    if found.pair.order == "after" or found.weight("credited-back"):
        return (
            f"{name(b)} credits {name(a)}, whose article is dated later: a date is wrong, or another article is meant"
        )
    undated = [name(one) for one in (a, b) if not one.published]
    if undated:
        return f"{' and '.join(sorted(undated))} without a date; the texts alone do not tell which came first"
    if found.pair.order == "same":
        return "the dates do not part the two; the texts alone do not tell which came first"
    return "the dates are too coarse, and the texts alone do not tell which came first"


def _independent(verdicts: Mapping[str, Verdict], candidates: Weighed, arrived: Mapping[str, Found]) -> int:
    """How many renderings did not come from one another: groups of articles that no step, undecided pair or common
    source joins."""
    head = {key: key for key in verdicts}

    def first(key: str) -> str:
        while head[key] != key:
            key = head[key]
        return key

    for key, verdict in verdicts.items():
        joined = verdict.source or verdict.undecided
        if key in arrived and arrived[key][0] == "common-source":
            joined = joining(candidates[key], arrived[key])
        if joined:
            a, b = sorted((first(key), first(joined.pair.source.id)))
            head[b] = a
    return len({first(key) for key in head})
