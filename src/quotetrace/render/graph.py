"""Who took what from whom, as a graph of articles: what dot, graphml and mermaid draw."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from quotetrace.models import Article, Basis, Scan, Step, Undecided
from quotetrace.render.names import BASES, count, day, outlet, percent


@dataclass(frozen=True, slots=True)
class Edge:
    """A way between two articles, for a number of quotes.

    ``confidence`` is that of the least sure of its steps; None where the texts do not tell the direction.
    """

    a: str
    b: str
    basis: Basis
    quotes: int
    confidence: float | None = None

    @property
    def label(self) -> str:
        """Basis, quotes and confidence, as readers say them."""
        quotes = count(self.quotes, "quote")
        if self.confidence is not None:
            return f"{BASES[self.basis]}, {quotes}, {percent(self.confidence)} sure"
        known = "" if self.basis == "unknown" else f"{BASES[self.basis]}, "
        return f"{known}{quotes}, cannot tell which way"


def nodes(found: Scan) -> tuple[Article, ...]:
    """The articles that share a statement with another, in the order of the scan."""
    home = {quote.id: quote.article for quote in found.quotes}
    told = [{home[quote] for quote in family.quotes} for family in found.families]
    shared = {article for articles in told if len(articles) > 1 for article in articles}
    return tuple(article for article in found.articles if article.id in shared)


def label(article: Article) -> tuple[str, str]:
    """The two lines of a node."""
    return outlet(article), day(article)


def edges(found: Scan) -> Iterator[Edge]:
    """One edge for all steps between two articles on the same basis, then those whose direction stays open."""
    home = {quote.id: quote.article for quote in found.quotes}
    ways: dict[tuple[str, str, Basis], list[Step]] = defaultdict(list)
    open_ways: dict[tuple[str, str, Basis], list[Undecided]] = defaultdict(list)
    for trace in found.traces:
        for step in trace.steps:
            if step.source:
                ways[home[step.source], home[step.target], step.basis].append(step)
        for pair in trace.undecided:
            a, b = sorted((home[pair.a], home[pair.b]))
            open_ways[a, b, pair.basis].append(pair)
    for way, steps in ways.items():
        yield Edge(*way, len(steps), min(step.confidence for step in steps))
    for way, pairs in open_ways.items():
        yield Edge(*way, len(pairs))
