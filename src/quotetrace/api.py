"""The library: what `import quotetrace` offers. The command line and these functions share one pipeline."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from quotetrace import pipeline
from quotetrace.config import Config
from quotetrace.errors import QuotetraceError
from quotetrace.models import Article, Check, Diff, Found, Problem, Quote, Scan
from quotetrace.pipeline import Report

Path = str | os.PathLike[str]
Item = Article | Problem | Path
Articles = Item | Iterable[Item]
"""Articles, problems and paths in any mixture, or one of them: what `read` and `article` give, or where they are."""
DEFAULT = Config()
VIEWS: tuple[tuple[type, str], ...] = ((Scan, "scan"), (Diff, "diff"), (Check, "check"), (Found, "find"))


def article(text: str, *, key: str = "text", **metadata: str) -> Article:
    """An article from a text that you have.

    Args:
        text: as it is; offsets of quotes count in its code points.
        key: the name it goes by in results.
        metadata: any of outlet, published (ISO 8601), title, url, kind, language, speaker. What is not given is looked
            for in the text, as in a file.

    Raises:
        QuotetraceError: there is nothing in the text, a field that is none, or a value that has not its form.

    >>> article("“We sang,” said Ida Lund.", outlet="Sunde Gazette", published="2024-05-02").date_precision
    'day'
    """
    from quotetrace.errors import unknown
    from quotetrace.read.article import article as made
    from quotetrace.read.facts import FIELDS, Raw, stated

    if not text.strip():
        raise QuotetraceError("there is nothing in the text", hint="a path goes to qt.read")
    for field in metadata:
        if field not in FIELDS:
            raise unknown("field", field, FIELDS)
    for item in made(Raw(text, {}, key), key, (), stated({field: metadata[field] for field in metadata}, "given")):
        if isinstance(item, Problem):
            raise QuotetraceError(item.what, hint=item.hint)
        found = replace(item, path=None)
    return found


def read(*paths: Path, config: Config = DEFAULT) -> Iterator[Article | Problem]:
    """The articles in files, folders and globs, one at a time; what cannot be read is a `Problem` in its place.

    Raises:
        QuotetraceError: an option in ``config.read`` cannot be used.
    """
    from quotetrace.read import read as articles

    return articles([os.fspath(path) for path in paths], config.read)


def extract(
    articles: Articles, config: Config = DEFAULT, *, report: Report | None = None
) -> Iterator[tuple[Article, tuple[Quote, ...]]]:
    """Who said what: each article with its quotes, one article at a time, in the order given.

    Args:
        report: called with every problem as it is met.

    Raises:
        QuotetraceError: there is a problem, and no ``report`` to take it.
    """
    return pipeline.extract(_items(articles, config), config, report=report)


def scan(articles: Articles, config: Config = DEFAULT, *, report: Report | None = None) -> Scan:
    """Quotes, links, families and traces of all ``articles``; problems are in the result, and go to ``report`` too."""
    return pipeline.scan(_items(articles, config), config, report=report)


def diff(a: Article | Path, b: Article | Path, config: Config = DEFAULT) -> Diff:
    """What two articles share, and every word that differs.

    Raises:
        QuotetraceError: a path that is not one article.
    """
    return pipeline.diff(_one(a, config), _one(b, config), config)


def check(drafts: Articles, sources: Articles, config: Config = DEFAULT, *, report: Report | None = None) -> Check:
    """Every quote of ``drafts`` held against the whole text of ``sources``."""
    return pipeline.check(_items(drafts, config), _items(sources, config), config, report=report)


def find(wording: str, sources: Articles, config: Config = DEFAULT, *, report: Report | None = None) -> Found:
    """Where ``wording`` occurs in ``sources``, in marks or not, in which variants.

    Raises:
        QuotetraceError: there is no word in ``wording``.
    """
    return pipeline.find(wording, _items(sources, config), config, report=report)


def render(
    result: Scan | Diff | Check | Found | Iterable[tuple[Article, Sequence[Quote]]],
    form: str = "plain",
    *,
    width: int = 80,
    color: bool = False,
) -> str:
    """A result as text, as the command prints it.

    Args:
        result: what `scan`, `diff`, `check`, `find` or `extract` gave.
        form: "table", "plain", "json", "jsonl", "csv", …: those of the command's ``-f``.
        width: columns of a table.

    Raises:
        QuotetraceError: there is no such format, or it does not show such a result.
    """
    from quotetrace.render import named, renderer
    from quotetrace.render.page import Page

    page = Page(width, color)
    for kind, view in VIEWS:
        if isinstance(result, kind):
            return "".join(renderer(named(form), view)(result, page))
    return "".join(renderer(named(form), "extract")(result, (), page))


def _items(given: Articles, config: Config) -> Iterator[Article | Problem]:
    """Articles and problems in ``given``; paths beside each other are read together, so that no file comes twice."""
    items = given if isinstance(given, Iterable) and not isinstance(given, str | bytes) else [given]
    for are_read, group in groupby(items, lambda item: isinstance(item, Article | Problem)):
        if are_read:
            yield from (item for item in group if isinstance(item, Article | Problem))
        else:
            yield from read(*map(_path, group), config=config)


def _one(given: Article | Path, config: Config) -> Article:
    if isinstance(given, Article):
        return given
    path = _path(given)
    return pipeline.only(read(path, config=config), path)


def _path(given: object) -> str:
    if isinstance(given, str | os.PathLike):
        return os.fspath(given)
    raise QuotetraceError(
        f"{type(given).__name__} where an article is wanted", hint="give paths, or what qt.read and qt.article give"
    )


__all__ = ["article", "check", "diff", "extract", "find", "read", "render", "scan"]
