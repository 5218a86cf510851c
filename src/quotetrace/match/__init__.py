"""Quotes → pairs that report the same statement, aligned word by word."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from quotetrace.config import MatchOptions
from quotetrace.match.index import candidates
from quotetrace.match.judge import Case, judge
from quotetrace.match.lexicon import lexicon
from quotetrace.match.likeness import Likeness, likeness
from quotetrace.match.occasion import day, occasion
from quotetrace.match.paired import paired
from quotetrace.match.stem import stem
from quotetrace.match.weigh import Weights, weights
from quotetrace.models import Article, Pair, Quote
from quotetrace.text import fold

Texts = dict[tuple[str, ...], list[Quote]]


def match(quotes: Sequence[Quote], articles: Mapping[str, Article], options: MatchOptions | None = None) -> list[Pair]:
    """Pairs of quotes of different articles that report the same statement.

    Args:
        quotes: in any order; the result does not depend on it.
        articles: by id; every quote's article must be there.
        options: see `MatchOptions`.

    Returns:
        Pairs in the order of their articles' dates, keys and places; in each the earlier article's quote is ``a``.
    """
    options = options or MatchOptions()
    ordered = sorted(quotes, key=lambda quote: _place(quote, articles[quote.article]))
    rank = {quote.id: i for i, quote in enumerate(ordered)}
    texts: Texts = defaultdict(list)
    for quote in ordered:
        if keys := fold(quote.text):
            texts[keys].append(quote)
    known = weights(tuple(map(stem, fold(quote.text))) for quote in ordered)
    found = []
    for alike, a, b in _alike(texts, known):
        if rank[a.id] > rank[b.id]:
            alike, a, b = alike.flipped(), b, a
        if pair := _pair(alike, a, b, articles, options):
            found.append(pair)
    return sorted(found, key=lambda pair: (rank[pair.a.quote.id], rank[pair.b.quote.id]))


def _place(quote: Quote, article: Article) -> tuple[bool, str, str, str, str, int, int]:
    """Dated articles first, by date; then by key and by place."""
    when = day(article.published)
    return (
        when is None,
        article.published or "",
        article.key,
        article.id,
        quote.field,
        quote.span.start,
        quote.span.end,
    )


def _alike(texts: Texts, known: Weights) -> Iterator[tuple[Likeness, Quote, Quote]]:
    """Quotes of one text, and those of texts that run alike, in different articles."""
    distinct = sorted(texts)
    stems = [tuple(map(stem, keys)) for keys in distinct]
    same = [(i, i) for i, keys in enumerate(distinct) if len(texts[keys]) > 1]
    for i, j in [*same, *candidates(lexicon(stems)).tolist()]:
        if alike := likeness(stems[i], stems[j], known):
            here, there = texts[distinct[i]], texts[distinct[j]]
            both = combinations(here, 2) if i == j else product(here, there)
            yield from ((alike, a, b) for a, b in both if a.article != b.article)


def _pair(alike: Likeness, a: Quote, b: Quote, articles: Mapping[str, Article], options: MatchOptions) -> Pair | None:
    """The pair, if it is sure enough."""
    score, support = judge(Case(alike, occasion(a, b, articles[a.article], articles[b.article])), options)
    return paired(a, b, alike, score, support) if score >= options.certainty else None
