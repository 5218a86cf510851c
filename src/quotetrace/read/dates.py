"""Dates as people write them → ISO 8601, no more precise than what was written. A wrong date is worse than none."""

import re
from datetime import datetime, timedelta, timezone
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from quotetrace.models import Precision
from quotetrace.read.words import words

if TYPE_CHECKING:
    from dateutil.parser import parser

LONGEST = 64
_ISO = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?")
_ISO_TIME = re.compile(r"(\d{4})-(\d{2})-(\d{2})[T ]\d")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_ORDINAL = re.compile(r"(?<=\d)(?:er|º|ª)\b")
_PRECISIONS: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}


@lru_cache(maxsize=1024)
def parse(written: str) -> str | None:
    """The date that ``written`` gives, as "2016-10-13T08:30:00+00:00", "2016-10-13", "2016-10" or "2016".

    None if it gives none, or no year. Day and month in figures with stops are day first (13.10.2016). With slashes or
    hyphens the order is told by a figure above 12; where both could be the month (12/10/2016) only the year is sure.
    A time of exactly midnight is what programs write when they know the day only, and is dropped.

    >>> parse("Thu, 13 Oct 2016 08:30:00 GMT"), parse("Oct. 2016"), parse("12/10/2016"), parse("12 October")
    ('2016-10-13T08:30:00+00:00', '2016-10', '2016', None)
    """
    written = written.strip()
    if not written or len(written) > LONGEST:
        return None
    if match := _ISO.fullmatch(written):
        return _checked(*match.group(1, 3, 4))
    if match := _COMPACT.fullmatch(written):
        return _checked(*match.groups())
    if match := _ISO_TIME.match(written):
        return _timestamp(written) or _checked(*match.groups())
    if match := _FIGURES.search(written):
        return _figures(*match.groups())
    return _in_words(written) if any(c.isalpha() for c in written) else None


def precision(iso: str) -> Precision:
    """How precise a date is that ``parse`` gave.

    >>> precision("2016-10")
    'month'
    """
    return _PRECISIONS.get(len(iso), "time")


def refines(finer: str, date: str) -> bool:
    """Whether ``finer`` is the same date, known more precisely.

    >>> refines("2016-10-13", "2016"), refines("2016-10-13", "2016-11")
    (True, False)
    """
    return len(finer) > len(date) and finer.startswith(date)


def completed(date: str, without_year: str) -> str | None:
    """The year of ``date`` with a month and day written ``without_year``; None if the latter gives no such day.

    >>> completed("2016", "October 12")
    '2016-10-12'
    """
    both = _on_two_defaults(without_year.strip()) if len(without_year) <= LONGEST else None
    if not both or both[0].month != both[1].month or both[0].day != both[1].day:
        return None
    return _checked(date[:4], str(both[0].month), str(both[0].day))


def _checked(year: str, month: str | None = None, day: str | None = None) -> str | None:
    if not 1000 <= int(year) <= 2999:
        return None
    try:
        iso = datetime(int(year), int(month or 1), int(day or 1)).date().isoformat()
    except ValueError:
        return None
    return iso if day else iso[:7] if month else iso[:4]


def _timestamp(written: str) -> str | None:
    try:
        return _moment(datetime.fromisoformat(written))
    except ValueError:
        return None


def _moment(moment: datetime) -> str | None:
    day = _checked(str(moment.year), str(moment.month), str(moment.day))
    return moment.isoformat(timespec="seconds") if day and moment.time() != datetime.min.time() else day


def _figures(one: str, stop: str, two: str, year: str) -> str | None:
    first, second = int(one), int(two)
    if stop == "." or first > 12 or first == second:
        return _checked(year, two, one)
    return _checked(year, one, two) if second > 12 else _checked(year)


def _in_words(written: str) -> str | None:
    both = _on_two_defaults(written)
    if not both or both[0].year != both[1].year:
        return None
    one, two = both
    year, month, day = str(one.year), str(one.month), str(one.day)
    if one.month != two.month:
        return _checked(year)
    if one.day != two.day:
        return _checked(year, month)
    return _moment(one) if _CLOCK.search(written) else _checked(year, month, day)


def _on_two_defaults(written: str) -> tuple[datetime, datetime] | None:
    """What dateutil reads on two defaults, both leap years: where the two differ, nothing was written."""
    clean = _ORDINAL.sub("", written)
    try:
        one = _parser().parse(clean, default=datetime(2000, 1, 1), tzinfos=_zone)
        return one, _parser().parse(clean, default=datetime(2004, 3, 3), tzinfos=_zone)
    except (ValueError, OverflowError, TypeError):
        return None


def _zone(name: str | None, offset: int | None) -> timezone | None:
    """The time zone that a date names, in seconds east of Greenwich; None for one we don't know."""
    if offset is None:
        hours = words().zones.get(name or "")
        offset = None if hours is None else int(hours) * 3600
    return None if offset is None else timezone(timedelta(seconds=offset))


@cache
def _parser() -> "parser":
    from dateutil.parser import parser, parserinfo

    info = type("Info", (parserinfo,), {"MONTHS": words().months, "JUMP": [*parserinfo.JUMP, *words().date_fillers]})
    return parser(info())
