"""Who takes from whom, how often and with what changes: the steps of all traces, counted by outlet."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quotetrace.models import Article, Flow, Link, Quote, Step, Trace

NAMED = ("copied", "credited")


@dataclass(frozen=True, slots=True)
class Taken:
    """One article's way to one statement, with the link it rests on."""

    family: str
    article: str
    step: Step
    link: Link | None


def flows(
    traces: Sequence[Trace], links: Sequence[Link], quotes: Sequence[Quote], articles: Mapping[str, Article]
) -> tuple[Flow, ...]:
    """A row for every pair of outlets between which a step is copied or credited, the busiest first.

    Several quotes of one statement in one article count once. An article without an outlet stands under its key.
    Undecided pairs, common sources and same events are left out: they do not say who took it from whom.
    """
    home = {quote.id: articles[quote.article] for quote in quotes}
    linked = {pair: link for link in links for pair in ((link.a, link.b), (link.b, link.a))}
    rows: dict[tuple[str, str], dict[tuple[str, str], Taken]] = defaultdict(dict)
    for trace in traces:
        for step in trace.steps:
            if step.source and step.basis in NAMED:
                source, target = home[step.source], home[step.target]
                pair = (source.outlet or source.key, target.outlet or target.key)
                taken = Taken(trace.family, target.id, step, linked.get((step.source, step.target)))
                rows[pair].setdefault((trace.family, target.id), taken)
    found = [_flow(*pair, list(taken.values())) for pair, taken in rows.items()]
    return tuple(sorted(found, key=lambda one: (-one.statements, one.source, one.target)))


def _flow(source: str, target: str, taken: Sequence[Taken]) -> Flow:
    bases = Counter(one.step.basis for one in taken)
    return Flow(
        source,
        target,
        len({one.family for one in taken}),
        len({one.article for one in taken}),
        bases["copied"],
        bases["credited"],
        round(sum(one.step.confidence for one in taken) / len(taken), 2),
        _ranked(Counter(one.step.relation for one in taken if one.step.relation)),
        _ranked(Counter(name for one in taken if one.link for name in sorted({flag.name for flag in one.link.flags}))),
    )


def _ranked(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
