"""A scan, by id."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quotetrace.models import Article, Link, Quote, Scan, Trace


@dataclass(frozen=True, slots=True)
class Lookup:
    """What a renderer asks a scan for. ``home``: a quote's article. ``links``: those of a quote, which is their b."""

    articles: Mapping[str, Article]
    quotes: Mapping[str, Quote]
    home: Mapping[str, Article]
    links: Mapping[str, Sequence[Link]]
    traces: Mapping[str, Trace]

    def text(self, quote: Quote) -> str:
        """The text that the offsets of ``quote`` count in."""
        return self.home[quote.id].field_text(quote.field)


def lookup(found: Scan) -> Lookup:
    """``found``, by id."""
    articles = {article.id: article for article in found.articles}
    links: dict[str, list[Link]] = defaultdict(list)
    for link in found.links:
        links[link.b].append(link)
        links[link.a].append(link.flipped())
    return Lookup(
        articles=articles,
        quotes={quote.id: quote for quote in found.quotes},
        home={quote.id: articles[quote.article] for quote in found.quotes},
        links=links,
        traces={trace.family: trace for trace in found.traces},
    )
