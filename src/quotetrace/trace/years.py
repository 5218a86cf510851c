"""A dateline gives month and day; the year follows from dated articles that report the same statements that week."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from quotetrace.models import Article, Link, Quote
from quotetrace.trace.dates import NEAR, when

SURE = 0.9
"""The least score of a link that counts."""
FEWEST = 2
"""Statements that two articles must share: one alone may be a saying that comes back every year."""


def with_years(
    articles: Mapping[str, Article], links: Sequence[Link], quotes: Sequence[Quote]
) -> Mapping[str, Article]:
    """``articles``, in which one without a date, but with a month and day, has the year that those beside it give.

    It gets one where each dated article that shares at least two statements with it is from within three days of that
    day in one and the same year. ``metadata_from`` says so; the id stays.
    """
    home = {quote.id: quote.article for quote in quotes}
    shared: dict[str, dict[str, int]] = {}
    for link in links:
        for one, other in ((home[link.a], home[link.b]), (home[link.b], home[link.a])):
            if link.score >= SURE and not articles[one].published and articles[one].month_day:
                counts = shared.setdefault(one, {})
                counts[other] = counts.get(other, 0) + 1
    dated = {
        key: found
        for key, counts in shared.items()
        if (found := _dated(articles[key], [articles[other] for other in sorted(counts) if counts[other] >= FEWEST]))
    }
    return {key: dated.get(key, article) for key, article in articles.items()}


def _dated(article: Article, others: Sequence[Article]) -> Article | None:
    """``article`` with the day that ``others`` agree on; None where they do not, or none has a date."""
    if not article.month_day:
        return None
    written, origin = article.month_day
    days = [(other, _nearest(written, other)) for other in others if other.published]
    if not days or len({day for _, day in days}) != 1 or not days[0][1]:
        return None
    first = min((other for other, _ in days), key=lambda other: (other.published or "", other.key))
    why = f"{origin}, its year from {first.key}: the same statements on {(first.published or '')[:10]}"
    known = (*article.metadata_from, ("published", why))
    return replace(article, published=days[0][1], date_precision="day", metadata_from=known)


def _nearest(month_day: str, other: Article) -> str | None:
    """The day that "--10-12" is near the date of ``other``; None if none is, or that date is coarse."""
    at = when(other)
    if not at or not at.day:
        return None
    for year in (at.start.year - 1, at.start.year, at.start.year + 1):
        try:
            day = date.fromisoformat(f"{year}-{month_day[2:]}")
        except ValueError:
            continue
        if abs(day - at.start.date()) <= NEAR:
            return day.isoformat()
    return None
