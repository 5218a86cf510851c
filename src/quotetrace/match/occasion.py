"""Whether two quotes can be of one occasion: who spoke, when it was reported, to whom it was said."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from quotetrace.models import Article, Quote
from quotetrace.text import name_words, same_name

DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
NEAR_ENOUGH = {3: 0, 2: 31, 1: 366}  # days that a date of so many parts leaves open


def day(published: str | None) -> tuple[date, int] | None:
    """The first day that an ISO date, cut to its precision, can mean, and how many days more it leaves open."""
    found = DATE.match(published or "")
    if not found:
        return None
    parts = [int(part) for part in found.groups() if part]
    try:
        return date(*([*parts, 1, 1])[:3]), NEAR_ENOUGH[len(parts)]
    except ValueError:
        return None


def days_apart(a: Article, b: Article) -> int | None:
    """The fewest days that can lie between two articles; None where one has no date."""
    one, other = day(a.published), day(b.published)
    if one is None or other is None:
        return None
    (first, slack), (second, _) = sorted((one, other))
    return max((second - first).days - slack, 0)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What speaks for or against one occasion. ``speaker`` as in `same_name`, ``days`` as in `days_apart`."""

    speaker: bool | None
    days: int | None
    addressee: bool
    outlet: bool  # the same one
    trust: float = 1.0  # in [0, 1], how sure both speakers are
    dates: tuple[int, ...] = ()  # the days, as numbers, of those articles that have one


def addressed(quotes: Sequence[Quote]) -> bool:
    """Whether all quotes were said to one named addressee."""
    names = {name_words(quote.addressee or "") for quote in quotes}
    return len(names) == 1 and names != {()}


def occasion(a: Quote, b: Quote, home_a: Article, home_b: Article) -> Occasion:
    """Compare the circumstances of two quotes."""
    dates = tuple(when[0].toordinal() for home in (home_a, home_b) if (when := day(home.published)))
    same = home_a.outlet is not None and home_a.outlet == home_b.outlet
    return Occasion(
        same_name(a.speaker, b.speaker),
        days_apart(home_a, home_b),
        addressed((a, b)),
        same,
        a.confidence * b.confidence,
        dates,
    )
