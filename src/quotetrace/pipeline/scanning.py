"""Articles → quotes → links → families → traces.

Stages are imported where they run, so that `extract` never loads what only `scan` needs.
"""

from collections.abc import Iterable, Mapping, Sequence

from quotetrace.config import Config
from quotetrace.models import Article, Diff, Family, Flow, Link, Problem, Quote, Reuse, Scan, Trace
from quotetrace.pipeline.quotes import DEFAULT, Collected, Report, Watch, extract, in_order, unwatched


def scan(
    items: Iterable[Article | Problem],
    config: Config = DEFAULT,
    *,
    report: Report | None = None,
    watch: Watch = unwatched,
) -> Scan:
    """All that can be said of ``items``, in an order of its own, whatever theirs.

    Args:
        report: called with every problem as it is met; all of them are in the result as well.
        watch: given the articles as their quotes are found, and how many there are, it passes them on.
    """
    tell = Collected(report)
    read = _with_houses(in_order(items, tell))
    found = list(watch(extract(read, config, report=tell), len(read)))
    articles: Mapping[str, Article] = {article.id: article for article, _ in found}
    quotes = [quote for _, of_article in found for quote in of_article]
    links = _links(quotes, articles, config)
    articles = _with_years(articles, links, quotes)
    families, traces, reuse = _traces(links, quotes, articles, config)
    return Scan(
        articles=tuple(articles.values()),
        quotes=tuple(quotes),
        links=links,
        families=families,
        traces=traces,
        reuse=reuse,
        flows=_flows(traces, links, quotes, articles),
        problems=tuple(sorted(tell.problems, key=lambda problem: (problem.path, problem.what))),
    )


def diff(a: Article, b: Article, config: Config = DEFAULT) -> Diff:
    """What ``a`` and ``b`` share and what only one has.

    Raises:
        QuotetraceError: one of the two could not be analysed.
    """
    (a, of_a), (b, of_b) = extract((a, b), config)
    articles, quotes = {a.id: a, b.id: b}, (*of_a, *of_b)
    home = {quote.id: quote.article for quote in quotes}
    found = _links(quotes, articles, config)
    links = tuple(link if home[link.a] == a.id else link.flipped() for link in found)
    linked = {quote for link in links for quote in (link.a, link.b)}
    return Diff(
        a=a,
        b=b,
        quotes=quotes,
        links=links,
        only_a=tuple(quote.id for quote in of_a if quote.id not in linked),
        only_b=tuple(quote.id for quote in of_b if quote.id not in linked),
        reuse=_shared(a, b, found, quotes, config),
        same=a.text.split() == b.text.split() and a.title == b.title,
    )


def _with_houses(articles: Sequence[Article]) -> Sequence[Article]:
    from quotetrace.read.houses import with_houses

    return with_houses(articles)


def _links(quotes: Sequence[Quote], articles: Mapping[str, Article], config: Config) -> tuple[Link, ...]:
    from quotetrace.classify import classify
    from quotetrace.match import match

    place = {quote.id: index for index, quote in enumerate(quotes)}
    links = (classify(pair, config.classify) for pair in match(quotes, articles, config.match))
    return tuple(sorted((link for link in links if link), key=lambda link: (place[link.a], place[link.b])))


def _traces(
    links: Sequence[Link], quotes: Sequence[Quote], articles: Mapping[str, Article], config: Config
) -> tuple[tuple[Family, ...], tuple[Trace, ...], tuple[Reuse, ...]]:
    """Families, widest spread first, with their traces in the same order, and the narration that articles share."""
    from quotetrace.trace import reuse, trace
    from quotetrace.trace.families import families

    shared = reuse(articles, quotes, links, config.trace)
    home = {quote.id: articles[quote.article] for quote in quotes}
    place = {quote.id: index for index, quote in enumerate(quotes)}

    def rank(family: Family) -> tuple[int, int, int, int]:
        told = [home[quote] for quote in family.quotes]
        outlets = {article.outlet or article.key for article in told}
        first = min(place[quote] for quote in family.quotes)
        return -len(outlets), -len({article.id for article in told}), -len(family.quotes), first

    found = tuple(sorted(families(links, quotes), key=rank))
    return found, trace(found, links, quotes, articles, shared), shared


def _with_years(
    articles: Mapping[str, Article], links: Sequence[Link], quotes: Sequence[Quote]
) -> Mapping[str, Article]:
    from quotetrace.trace.years import with_years

    return with_years(articles, links, quotes)


def _flows(
    traces: Sequence[Trace], links: Sequence[Link], quotes: Sequence[Quote], articles: Mapping[str, Article]
) -> tuple[Flow, ...]:
    from quotetrace.trace import flows

    return flows(traces, links, quotes, articles)


def _shared(a: Article, b: Article, links: Sequence[Link], quotes: Sequence[Quote], config: Config) -> Reuse | None:
    from quotetrace.trace import reuse

    for shared in reuse({a.id: a, b.id: b}, quotes, links, config.trace):
        if shared.a == a.id:
            return shared
        stretches = sorted((of_b, of_a) for of_a, of_b in shared.stretches)
        return Reuse(a.id, b.id, shared.share, tuple(stretches), shared.rarest, shared.b_words, shared.a_words)
    return None
