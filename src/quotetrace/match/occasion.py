"""Whether two quotes can be of one occasion: who spoke, when it was reported, to whom it was said."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from quotetrace.models import Article, Quote
from quotetrace.text import name_words, same_name

DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
NEAR_ENOUGH = {3: 0, 2: 31, 1: 366}  # days that a date of so many parts leaves open


@lru_cache(maxsize=1 << 14)
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


@lru_cache(maxsize=1 << 16)
def days_apart(a: str | None, b: str | None) -> int | None:
    """The fewest days that can lie between two dates of articles; None where one is unknown."""
    one, other = day(a), day(b)
    if one is None or other is None:
        return None
    (first, slack), (second, _) = sorted((one, other))
    return max((second - first).days - slack, 0)


class Occasion(NamedTuple):
    """What speaks for or against one occasion. ``speaker`` as in `same_name`, ``days`` as in `days_apart`."""

    speaker: bool | None
    days: int | None
    addressee: bool  # the same one, named
    outlet: bool  # the same one
    trust: float  # in [0, 1], how sure both speakers are
    dates: tuple[str | None, str | None]  # of the two articles


NOWHERE = Occasion(None, None, addressee=False, outlet=False, trust=0.0, dates=(None, None))  # nothing is known


def occasion(a: Quote, b: Quote, home_a: Article, home_b: Article) -> Occasion:
    """Compare the circumstances of two quotes."""
    return Occasion(
        None if a.speaker is None or b.speaker is None else one_name(a.speaker, b.speaker),
        days_apart(home_a.published, home_b.published),
        a.addressee is not None and b.addressee is not None and name_words(a.addressee) == name_words(b.addressee),
        home_a.outlet is not None and home_a.outlet == home_b.outlet,
        a.confidence * b.confidence,
        (home_a.published, home_b.published),
    )


one_name = lru_cache(maxsize=1 << 16)(same_name)
