"""How well traces hold up where the truth is known: simulated worlds, baselines, ablation, reliability, time.

    python benchmarks/spread.py                      the table: 5 seeds of 2,000 articles
    python benchmarks/spread.py --missing .3 --wrong .05
    python benchmarks/spread.py --rates silent       other rates: argued (the default), first, silent
    python benchmarks/spread.py --ablate
    python benchmarks/spread.py --scale 5000 50000

The quotes and links given to the trace stage are the true ones, so the figures leave out what extraction and matching
miss. docs/how-traces-are-made.md says in which other ways the simulation flatters.
"""

import argparse
import math
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.fuzz import ratio

from quotetrace.config import TraceOptions
from quotetrace.models import Basis, Reuse, Trace
from quotetrace.trace import reuse, trace
from quotetrace.trace.candidates import weighed
from quotetrace.trace.dates import order, when
from quotetrace.trace.evidence import EVIDENCE
from quotetrace.trace.verdict import CROWD, OUTSIDE
from quotetrace.trace.weights import WEIGHTS
from spread_world import RATES, Chances, World, simulate

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

OPTIONS = TraceOptions()
NAMED = ("copied", "credited")
THIRD = ("common-source", "credited")
BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 1.01)


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of one quote: the article it is said to come from, if any, by what, and how sure."""

    source: str | None
    basis: Basis
    confidence: float
    decided: bool = True
    others: tuple[str, ...] = ()


Answers = dict[str, Answer]


def ours(world: World, kinds: Sequence[Callable[..., object]] = EVIDENCE) -> Answers:
    """What quotetrace says of every quote."""
    shared = narration(world)
    traces = trace(world.families, world.links, world.quotes, world.articles, shared, kinds=tuple(kinds))  # type: ignore[arg-type]
    return read(world, traces)


@lru_cache(maxsize=16)
def narration(world: World) -> tuple[Reuse, ...]:
    """The narration that linked articles of ``world`` share."""
    return reuse(world.articles, world.quotes, world.links, OPTIONS)


def read(world: World, traces: Iterable[Trace]) -> Answers:
    """The steps, origins and undecided pairs of ``traces`` as answers."""
    home = {quote.id: quote.article for quote in world.quotes}
    answers: Answers = {}
    for one in traces:
        if one.origin.quote:
            answers[one.origin.quote] = Answer(None, "unknown", 1.0)
        for step in one.steps:
            others = tuple(home[a.source] for a in step.alternatives if a.source)
            source = home[step.source] if step.source else None
            answers[step.target] = Answer(source, step.basis, step.confidence, True, others)
        for pair in one.undecided:
            for quote, other in ((pair.a, pair.b), (pair.b, pair.a)):
                answers.setdefault(quote, Answer(None, pair.basis, 0.0, False, (home[other],)))
    return answers


def earliest(world: World) -> Answers:
    """The baseline of those who sort by date: everybody took it from the first."""
    answers: Answers = {}
    quotes = {quote.id: quote for quote in world.quotes}
    for family in world.families:
        dated = [
            (found.start, quotes[q].article)
            for q in family.quotes
            if (found := when(world.articles[quotes[q].article]))
        ]
        first = min(dated)[1] if dated else None
        for q in family.quotes:
            article = quotes[q].article
            answers[q] = Answer(None if article == first else first, "unknown" if article == first else "copied", 1.0)
    return answers


def nearest(world: World) -> Answers:
    """A MemeTracker-like baseline: everybody took it from the nearest wording that is dated earlier."""
    quotes = {quote.id: quote for quote in world.quotes}
    near: dict[str, list[tuple[float, float, str]]] = defaultdict(list)
    for link in world.links:
        for a, b in ((link.a, link.b), (link.b, link.a)):
            there, here = world.articles[quotes[a].article], world.articles[quotes[b].article]
            if order(there, here) == "before":
                found = when(there)
                assert found
                near[b].append((ratio(quotes[a].text, quotes[b].text), found.start.timestamp(), there.id))
    linked = {q for family in world.families for q in family.quotes}
    return {
        q: Answer(max(near[q])[2], "copied", 1.0) if near[q] else Answer(None, "unknown", 1.0) for q in sorted(linked)
    }


def score(world: World, answers: Answers) -> Counter[str]:
    """Counts from which the figures of the table are made."""
    count: Counter[str] = Counter()
    truth = world.truth
    traced, shown = traceable(world), showing(world)
    for quote in world.quotes:
        answer = answers.get(quote.id)
        if not answer:
            continue
        article, statement = quote.article, truth.statements[quote.id]
        parent, way = truth.parents[article, statement], truth.ways[article]
        named = answer.source if answer.basis in NAMED else None
        right = answer.source == parent
        count["copies"] += parent is not None
        count["traceable"] += (article, statement) in traced
        count["traceable right"] += (article, statement) in traced and named is not None and right
        count["named"] += named is not None
        count["named right"] += named is not None and right
        count["named or alternative"] += named is not None and (right or parent in answer.others)
        count["undecided"] += not answer.decided
        count["undecided right"] += not answer.decided and parent in answer.others
        if answer.decided and answer.source is None and answer.basis == "common-source":
            count["called common"] += 1
            count["called common right"] += has_third(world, article, statement)
        if way != "event":
            third = (
                answer.source is None
                and answer.decided
                and answer.basis in THIRD
                and has_third(world, article, statement)
            )
            count["not origin"] += 1
            known = (article, statement) in traced
            count["reachable"] += known or has_third(world, article, statement)
            count["shown"] += known or (article in shown and has_third(world, article, statement))
            count["not origin right"] += (parent is not None and right) or third
            near = not answer.decided and parent in answer.others
            count["not origin near"] += (parent is not None and right) or third or near
        if parent is None:
            count["independent" if way == "event" else "third"] += 1
            count["independent called copied" if way == "event" else "third called copied"] += named is not None
        if answer.source and {answer.source, article} <= truth.right_dates and _dated(world, answer.source, article):
            count["later"] += truth.times[answer.source] > truth.times[article]
        if answer.decided:
            place = next(i for i in range(5) if answer.confidence < BINS[i + 1])
            count[f"bin {place}"] += 1
            count[f"bin {place} right"] += right
            count[f"bin {place} sure"] += round(100 * answer.confidence)
    return count


@lru_cache(maxsize=16)
def traceable(world: World) -> frozenset[tuple[str, str]]:
    """The copies of which the texts show that they are copies, and the date or a credit from where."""
    found = set()
    shared = narration(world)
    for family, weighed_ in weighed(world.families, world.links, world.quotes, world.articles, shared):
        statement = world.truth.statements[family.family.quotes[0]]
        for target, candidates in weighed_.items():
            parent = world.truth.parents[target, statement]
            for one in candidates:
                known = one.pair.order == "before" or (one.pair.order != "after" and one.directed)
                if one.pair.source.id == parent and one.basis and known:
                    found.add((target, statement))
    return frozenset(found)


def has_third(world: World, article: str, statement: str) -> bool:
    """Whether the text goes back to an agency or a handout, directly or through other articles."""
    truth, seen = world.truth, {article}
    while (parent := truth.parents.get((article, statement))) and parent not in seen:
        seen.add(parent)
        article = parent
    return article in truth.agencies or truth.ways[article] in ("wire", "handout")


@lru_cache(maxsize=16)
def showing(world: World) -> frozenset[str]:
    """The articles whose text goes back to an agency or a handout and shows it: by a dateline or a tag, or by narration
    that another such article has too."""
    thirds = {article for article, statement in world.truth.parents if has_third(world, article, statement)}
    named = {key for key in thirds if any(one.kind in ("dateline", "tag") for one in world.articles[key].credits)}
    both = (one for one in narration(world) if {one.a, one.b} <= thirds)
    return frozenset(named.union(*((one.a, one.b) for one in both)))


def _dated(world: World, *articles: str) -> bool:
    return all(world.articles[key].published for key in articles)


def figures(count: Counter[str]) -> dict[str, float]:
    """The rows of the table."""
    share: Callable[[str, str], float] = lambda a, b: count[a] / count[b] if count[b] else float("nan")  # noqa: E731
    sure = count["bin 4"]
    return {
        "precision": share("named right", "named"),
        "precision, alternatives counted": share("named or alternative", "named"),
        "recall": share("named right", "copies"),
        "copies that leave a trace": share("traceable", "copies"),
        "recall of those": share("traceable right", "traceable"),
        "parent or common source": share("not origin right", "not origin"),
        "the same, or undecided with it": share("not origin near", "not origin"),
        "the same, for one who sees all signs": share("reachable", "not origin"),
        "the same, where the texts show them": share("shown", "not origin"),
        "common source said: goes back to one": share("called common right", "called common"),
        "later named": count["later"],
        "independent called copied": share("independent called copied", "independent"),
        "third called copied": share("third called copied", "third"),
        "right at confidence >= .9": count["bin 4 right"] / sure if sure else float("nan"),
        "undecided": share("undecided", "copies"),
        "undecided pair holds the parent": share("undecided right", "undecided"),
    }


def table(count: Counter[str]) -> str:
    """The figures as lines."""
    rows = [f"{name:38}{value:6.3f}" for name, value in figures(count).items()]
    for i in range(5):
        n = count[f"bin {i}"]
        if n:
            mean, right = count[f"bin {i} sure"] / 100 / n, count[f"bin {i} right"] / n
            rows.append(
                f"  confidence {BINS[i]:.1f}-{min(1.0, BINS[i + 1]):.1f}: n {n:6}  said {mean:.3f}  right {right:.3f}"
            )
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--size", type=int, default=2000)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4, 5])
    parser.add_argument("--rates", choices=sorted(RATES), default="argued")
    parser.add_argument("--missing", type=float, default=Chances.missing)
    parser.add_argument("--wrong", type=float, default=Chances.wrong)
    parser.add_argument("--timed", type=float, default=Chances.timed, help="outlets that print a clock time")
    parser.add_argument("--ablate", action="store_true")
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--scale", type=int, nargs="+", default=[])
    args = parser.parse_args()
    if args.scale:
        for size in args.scale:
            print(scale(size))
        return
    chances = replace(RATES[args.rates], missing=args.missing, wrong=args.wrong, timed=args.timed)
    worlds = [simulate(args.size, seed, chances) for seed in args.seeds]
    if args.fit:
        print(fit(worlds))
        return
    print("ours\n" + table(total(worlds, ours)))
    print("earliest date wins\n" + table(total(worlds, earliest)))
    print("nearest earlier wording wins\n" + table(total(worlds, nearest)))
    if args.ablate:
        ablate(worlds)


def total(worlds: Sequence[World], method: Callable[[World], Answers]) -> Counter[str]:
    """The counts of all ``worlds`` together."""
    return sum((score(world, method(world)) for world in worlds), Counter())


def ablate(worlds: Sequence[World]) -> None:
    """The table without each kind of evidence in turn."""
    for kind in EVIDENCE:
        rest = tuple(one for one in EVIDENCE if one is not kind)
        found = figures(total(worlds, lambda world, rest=rest: ours(world, rest)))  # type: ignore[misc]
        print(
            f"without {kind.__name__:16}",
            "  ".join(f"{name} {found[name]:.3f}" for name in ("precision", "recall", "parent or common source")),
        )


def fit(worlds: Sequence[World], steps: int = 400) -> dict[str, float]:
    """Weights for the kinds of evidence: a conditional logit over the possible sources of each article and "outside".

    Only sources with an earlier date are looked at, so that the weights say what the texts show, not which way it went.
    An article whose parent cannot be told from the texts (nothing shows copying) counts as come from outside, and so
    does one with an agency's text: which of those who have that text too brought it is not known.
    """
    kinds = sorted(WEIGHTS)
    rows, groups, chosen, agency, crowd = _examples(worlds, kinds)
    weights = np.array([WEIGHTS[kind] for kind in kinds] + [-OUTSIDE])
    rate, momentum, size = 0.5, np.zeros(len(weights)), int(groups.max()) + 1
    named = np.bincount(groups, chosen, minlength=size)[groups] > 0
    for _ in range(steps):
        odds = np.exp(np.clip(rows @ weights + crowd, -30, 30))
        total = 1.0 + np.bincount(groups, odds, minlength=size)
        outside = 1.0 + np.bincount(groups, odds * agency, minlength=size)
        wanted = np.where(agency & ~named, odds / outside[groups], chosen)
        gradient = rows.T @ (wanted - odds / total[groups]) / size - 0.0005 * weights
        momentum = 0.9 * momentum + rate * gradient
        weights = weights + momentum
    return dict(zip([*kinds, "outside"], (round(float(w), 2) for w in weights), strict=True))


def _examples(worlds: Sequence[World], kinds: Sequence[str]) -> tuple[Floats, Ints, Floats, Bools, Floats]:
    """Units of evidence of every possible source, the group each belongs to, whether it is the parent, whether its text
    is an agency's, and what the number of possible sources adds."""
    rows: list[list[float]] = []
    groups: list[int] = []
    chosen: list[float] = []
    agency: list[bool] = []
    crowd: list[float] = []
    group = 0
    for world in worlds:
        shared = narration(world)
        for family, found in weighed(world.families, world.links, world.quotes, world.articles, shared):
            statement = world.truth.statements[family.family.quotes[0]]
            for target, candidates in found.items():
                parent = world.truth.parents[target, statement]
                many = sum(one.pair.order != "after" for one in candidates)
                for one in candidates:
                    if one.pair.order != "before" or not (one.basis or one.weight("narration")):
                        continue
                    rows.append([one.weight(kind) / WEIGHTS[kind] for kind in kinds] + [1.0])
                    groups.append(group)
                    chosen.append(float(one.basis is not None and one.pair.source.id == parent))
                    agency.append(one.basis is None)
                    crowd.append(CROWD * math.log(many))
                group += 1
    return np.array(rows), np.array(groups), np.array(chosen), np.array(agency), np.array(crowd)


def scale(size: int) -> str:
    """CPU seconds of narration reuse and of traces."""
    world = simulate(size, 1)
    start = time.process_time()
    shared = reuse(world.articles, world.quotes, world.links, OPTIONS)
    middle = time.process_time()
    trace(world.families, world.links, world.quotes, world.articles, shared)
    end = time.process_time()
    return (
        f"{len(world.articles)} articles, {len(world.links)} links, {len(shared)} pairs with shared narration: "
        f"reuse {middle - start:.1f} s, traces {end - middle:.1f} s"
    )


if __name__ == "__main__":
    main()
