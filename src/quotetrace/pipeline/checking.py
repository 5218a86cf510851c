"""Quotes of drafts, and wordings, held against the whole text of sources."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from os.path import realpath
from typing import TYPE_CHECKING

from quotetrace.config import Config
from quotetrace.errors import QuotetraceError
from quotetrace.models import Article, Check, Checked, Found, Pair, Problem, Quote, Span
from quotetrace.pipeline.quotes import DEFAULT, Collected, Report, all_quotes, extract, in_order

if TYPE_CHECKING:
    from quotetrace.check import Sourced
    from quotetrace.match.locate import Library


def check(
    drafts: Iterable[Article | Problem],
    sources: Iterable[Article | Problem],
    config: Config = DEFAULT,
    *,
    report: Report | None = None,
) -> Check:
    """Every quote of ``drafts`` held against the whole text of ``sources``.

    A source from the file of a draft is left out, however its path is written: no draft vouches for itself. The
    result does not depend on the order of the sources.
    """
    from quotetrace.match.locate import library

    tell = Collected(report)
    plain = replace(config, extract=replace(config.extract, indirect=config.check.indirect))
    read = list(extract(drafts, plain, report=tell))
    own = {realpath(article.path) for article, _ in read if article.path}
    given = in_order(sources, tell)
    searched = [article for article in given if not (article.path and realpath(article.path) in own)]
    if given and not searched:
        tell(Problem(given[0].key, "no source is left: a draft is none of itself", "give other texts", "notice"))
    checker = _Checker(library(searched), config)
    checked = tuple(checker.verdict(quote, article) for article, quotes in read for quote in quotes)
    cited = {place.article for one in checked for place in (one.place, *one.also) if place}
    return Check(
        drafts=tuple(article for article, _ in read),
        sources=tuple(article for article in searched if article.id in cited),
        checked=checked,
        searched=len(searched),
        problems=tuple(tell.problems),
    )


def find(
    wording: str, sources: Iterable[Article | Problem], config: Config = DEFAULT, *, report: Report | None = None
) -> Found:
    """Where ``wording`` occurs in ``sources``, in marks or outside, in which variants.

    Raises:
        QuotetraceError: there is no word in ``wording``.
    """
    from quotetrace.check import variants
    from quotetrace.match.locate import library, locate
    from quotetrace.text import fold

    if not fold(wording):
        raise QuotetraceError("there is no word in the wording", hint='give some words: find "nobody rang us" news/')
    tell = Collected(report)
    searched = in_order(sources, tell)
    checker = _Checker(library(searched), config)
    asked = Quote("wording", "wording", Span(0, len(wording)), wording, "direct")
    located = [one for pair in locate(asked, checker.books, None) if (one := checker.sourced(pair))]
    found = {one.place.article for one in located}
    return Found(
        wording=wording,
        variants=variants(located, checker.homes),
        articles=tuple(article for article in searched if article.id in found),
        searched=len(searched),
        problems=tuple(tell.problems),
    )


LEAD = 80  # characters of a draft before a quote that its verdict may depend on


class _Checker:
    """Holds quotes against one library; knows the quotes of each source it has looked into."""

    def __init__(self, books: "Library", config: Config) -> None:
        self.books = books
        self.config = config
        self.classify = replace(config.classify, near=0.0)  # what was located is the same wording, however much is cut
        self.quotes: dict[str, Sequence[Quote]] = {}
        self.homes = {article.id: article for article, _ in books.homes}

    def verdict(self, quote: Quote, draft: Article) -> Checked:
        """The best verdict; where no single place has the words, that on the parts of the quote."""
        from quotetrace.check import best, parts, spliced

        options = self.config.check
        found = best(quote, self._judged(quote, draft), options)
        if found.verdict not in ("altered", "not-found"):
            return found
        pieces = [best(part, self._judged(part, draft), options) for part in parts(quote)]
        return spliced(quote, pieces, options) or found

    def _judged(self, quote: Quote, draft: Article) -> list[Checked]:
        from quotetrace.check import judge
        from quotetrace.match.locate import locate

        lead = draft.field_text(quote.field)[max(0, quote.span.start - LEAD) : quote.span.start]
        places = (self.sourced(pair, lead) for pair in locate(quote, self.books))
        return [judge(found, self.config.check) for found in places if found]

    def sourced(self, pair: Pair, lead: str = "") -> "Sourced | None":
        """A pair with what differs, and whose the words of the source are."""
        from quotetrace.check import Sourced, covering, place
        from quotetrace.classify import classify

        link, source = classify(pair, self.classify), pair.a.quote
        if link is None:
            return None
        home = self.homes[source.article]
        if home.id not in self.quotes:
            self.quotes[home.id] = all_quotes(home, self.config)
        span = covering(link.a_span, link.changes)
        return Sourced(pair, link, place(home, source.field, span, self.quotes[home.id]), lead)
