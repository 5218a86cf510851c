"""A scan, by id."""

from collections.abc import Mapping
from dataclasses import dataclass

from quotetrace.models import Article, Link, Quote, Scan, Trace


@dataclass(frozen=True, slots=True)
class Lookup:
    """What a renderer asks a scan for. ``home`` is the article of a quote; a link's key is its two quotes."""

    articles: Mapping[str, Article]
    quotes: Mapping[str, Quote]
    home: Mapping[str, Article]
    links: Mapping[frozenset[str], Link]
    traces: Mapping[str, Trace]

    def text(self, quote: Quote) -> str:
        """The text that the offsets of ``quote`` count in."""
        return self.home[quote.id].field_text(quote.field)


def lookup(found: Scan) -> Lookup:
    """``found``, by id."""
    articles = {article.id: article for article in found.articles}
    return Lookup(
        articles=articles,
        quotes={quote.id: quote for quote in found.quotes},
        home={quote.id: articles[quote.article] for quote in found.quotes},
        links={frozenset((link.a, link.b)): link for link in found.links},
        traces={trace.family: trace for trace in found.traces},
    )
