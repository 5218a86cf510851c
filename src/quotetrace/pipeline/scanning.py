"""The whole path, once: articles → quotes → links → families → traces. The only module that joins the stages.

Stages are imported where they run, so that `extract` never loads what only `scan` needs.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from quotetrace.config import Config
from quotetrace.errors import QuotetraceError
from quotetrace.models import (
    Article,
    Diff,
    Family,
    Field,
    Flow,
    Link,
    Problem,
    Quote,
    Reuse,
    Scan,
    Trace,
    content_id,
)

Report = Callable[[Problem], None]
DEFAULT = Config()


def extract(
    items: Iterable[Article | Problem], config: Config = DEFAULT, *, report: Report | None = None
) -> Iterator[tuple[Article, tuple[Quote, ...]]]:
    """The quotes of each article, one article at a time, in the order of ``items``.

    Args:
        items: what `read` yields. An article whose id is taken by an earlier one gets an id of its own.
        report: called with every problem, those among ``items`` and those met here, while its exception is handled.

    Raises:
        QuotetraceError: there is a problem, and no ``report`` to take it.
    """
    tell = report or _refuse
    for article in _distinct(_articles(items, tell)):
        try:
            quotes = tuple(quote for field in _fields(article) for quote in _quotes(article, field, config))
        except Exception as error:
            tell(_fault(article, error))
            continue
        yield article, quotes


def scan(items: Iterable[Article | Problem], config: Config = DEFAULT, *, report: Report | None = None) -> Scan:
    """All that can be said of ``items``, in an order of its own, whatever theirs.

    Args:
        report: called with every problem as it is met; all of them are in the result as well.
    """
    problems: list[Problem] = []

    def tell(problem: Problem) -> None:
        problems.append(problem)
        if report:
            report(problem)

    read = sorted(_articles(items, tell), key=lambda article: (article.key, article.id))
    found = list(extract(read, config, report=tell))
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
        problems=tuple(sorted(problems, key=lambda problem: (problem.path, problem.what))),
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


def _articles(items: Iterable[Article | Problem], tell: Report) -> Iterator[Article]:
    for item in items:
        if isinstance(item, Problem):
            tell(item)
        else:
            yield item


def _fields(article: Article) -> Iterator[Field]:
    """The text, and a title that does not stand in it."""
    yield "text"
    if article.title and article.title not in article.text:
        yield "title"


def _quotes(article: Article, field: Field, config: Config) -> Sequence[Quote]:
    """The quotes of one field. The clipped grammar of a title hides what is reported without marks."""
    from quotetrace.attribute import attribute
    from quotetrace.extract import extract

    options = config.extract if field == "text" else replace(config.extract, indirect=False)
    return attribute(extract(article, options, field), options)


def _distinct(articles: Iterable[Article]) -> Iterator[Article]:
    """Articles of the same content get ids of their own, counted in the order given."""
    count: dict[str, int] = {}
    for article in articles:
        seen = count[article.id] = count.get(article.id, 0) + 1
        yield article if seen == 1 else replace(article, id=content_id(article.id, seen))


def _refuse(problem: Problem) -> None:
    raise QuotetraceError(f"{problem.path}: {problem.what}", hint=problem.hint)


def _fault(article: Article, error: Exception) -> Problem:
    what = f"could not be analysed ({type(error).__name__}: {error})"
    return Problem(
        article.path or article.key, what, "a fault of quotetrace: please report it with the text; --debug shows more"
    )


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
    return found, trace(found, links, quotes, articles, shared, config.trace), shared


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
