"""Articles → quotes, one article at a time; every fault goes to whoever asked for it."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Protocol, TypeVar

from quotetrace.config import Config
from quotetrace.errors import QuotetraceError
from quotetrace.models import Article, Field, Problem, Quote, content_id
from quotetrace.pipeline.titles import named_below
from quotetrace.pipeline.view import as_read, as_seen
from quotetrace.text import seen

Report = Callable[[Problem], None]
DEFAULT = Config()
T = TypeVar("T")


class Watch(Protocol):
    """Passes ``items`` on, ``total`` at the most, and may count them."""

    def __call__(self, items: Iterable[T], total: int) -> Iterable[T]: ...


def unwatched(items: Iterable[T], total: int) -> Iterable[T]:
    """``items``, counted by nobody."""
    return items


class Collected:
    """Keeps every problem it is called with, and passes it on to ``report``."""

    def __init__(self, report: Report | None) -> None:
        self.report = report
        self.problems: list[Problem] = []

    def __call__(self, problem: Problem) -> None:
        self.problems.append(problem)
        if self.report:
            self.report(problem)


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
    for article in _distinct(articles_in(items, tell)):
        try:
            quotes = all_quotes(article, config)
        except Exception as error:
            tell(_fault(article, error))
            continue
        yield article, quotes


def articles_in(items: Iterable[Article | Problem], tell: Report) -> Iterator[Article]:
    """The articles among ``items``; the problems go to ``tell``."""
    for item in items:
        if isinstance(item, Problem):
            tell(item)
        else:
            yield item


def only(items: Iterable[Article | Problem], name: str, report: Report | None = None) -> Article:
    """The one article among ``items``, which come from the path ``name``.

    Raises:
        QuotetraceError: there is none, or more than one.
    """
    articles = list(articles_in(items, report or _refuse))
    if len(articles) != 1:
        found = f"{len(articles)} articles" if articles else "no article"
        raise QuotetraceError(f"{name}: {found} where diff takes one", hint="give one article on each side")
    return articles[0]


def in_order(items: Iterable[Article | Problem], tell: Report) -> list[Article]:
    """The articles of ``items`` in an order of their own."""
    return list(_distinct(sorted(articles_in(items, tell), key=lambda article: (article.key, article.id))))


def all_quotes(article: Article, config: Config) -> tuple[Quote, ...]:
    """The quotes of the text, then those of a title that does not stand in it."""
    with _no_search_for_cycles():
        found = list(_quotes(article, "text", config))
        if article.title and article.title not in article.text:
            found += named_below(_quotes(article, "title", config), found, article.text)
        return tuple(found)


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Python's collector rests: an article is thousands of values, and none refers to what refers to it."""
    rested = not gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not rested:
            gc.enable()


def _quotes(article: Article, field: Field, config: Config) -> Sequence[Quote]:
    """The quotes of one field. The clipped grammar of a title hides what is reported without marks."""
    from quotetrace.attribute import attribute
    from quotetrace.extract import extract

    options = config.extract if field == "text" else replace(config.extract, indirect=False)
    view = seen(article.field_text(field))
    if view is None:
        return attribute(extract(article, options, field), options)
    quotes = attribute(extract(as_seen(article, field, view), options, field), options)
    return as_read(article, field, view, quotes)


def _distinct(articles: Iterable[Article]) -> Iterator[Article]:
    """Articles of the same content get ids of their own, counted in the order given."""
    count: dict[str, int] = {}
    for article in articles:
        times = count[article.id] = count.get(article.id, 0) + 1
        yield article if times == 1 else replace(article, id=content_id(article.id, times))


def _refuse(problem: Problem) -> None:
    raise QuotetraceError(f"{problem.path}: {problem.what}", hint=problem.hint)


def _fault(article: Article, error: Exception) -> Problem:
    what = f"could not be analysed ({type(error).__name__}: {error})"
    return Problem(
        article.path or article.key, what, "a fault of quotetrace: please report it with the text; --debug shows more"
    )
