"""In which order two articles tell what they share: who copies seldom moves more than a paragraph."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from quotetrace.models import Link, Quote, Reuse, Span

Places = Mapping[tuple[str, str], Sequence[tuple[Span, Span]]]
"""For two articles, by id and in that order, where each has what both have."""


def places(links: Iterable[Link], quotes: Mapping[str, Quote], shared: Collection[tuple[str, str]]) -> Places:
    """Where the quotes in marks stand that the pairs in ``shared`` have in common, each quote once."""
    found: dict[tuple[str, str], list[tuple[Span, Span]]] = defaultdict(list)
    used: set[tuple[str, str]] = set()
    for link in sorted(links, key=lambda one: (-one.score, one.a, one.b)):
        a, b = sorted((quotes[link.a], quotes[link.b]), key=lambda one: one.article)
        if (a.article, b.article) not in shared or {(a.id, b.article), (b.id, a.article)} & used:
            continue
        if a.kind == b.kind == "direct" and a.field == b.field == "text" and link.relation != "rendering":
            used |= {(a.id, b.article), (b.id, a.article)}
            found[a.article, b.article].append((a.span, b.span))
    return found


def moved(reuse: Reuse | None, known: Places) -> tuple[tuple[Span, Span], ...]:
    """The quotes and runs of narration of two articles that would have to be moved for both to have one order."""
    if not reuse:
        return ()
    both = sorted([*known.get((reuse.a, reuse.b), ()), *reuse.stretches], key=lambda one: (one[0].start, one[1].start))
    kept = set(_rising([there.start for _, there in both]))
    return tuple(one for i, one in enumerate(both) if i not in kept)


def _rising(numbers: Sequence[int]) -> list[int]:
    """The places of a longest row of rising numbers.

    >>> _rising([40, 10, 20, 90, 30])
    [1, 2, 4]
    """
    ends: list[int] = []
    last: list[int] = []
    before: dict[int, int | None] = {}
    for i, number in enumerate(numbers):
        at = bisect_left(ends, number)
        before[i] = last[at - 1] if at else None
        ends[at : at + 1] = [number]
        last[at : at + 1] = [i]
    row = last[-1:]
    while row and (earlier := before[row[-1]]) is not None:
        row.append(earlier)
    return row[::-1]
