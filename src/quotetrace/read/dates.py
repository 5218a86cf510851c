"""Dates as people write them → ISO 8601, no more precise than what was written. A wrong date is worse than none."""

import re
from datetime import datetime, timedelta, timezone
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from quotetrace.models import Precision
from quotetrace.read.words import words

if TYPE_CHECKING:
    from dateutil.parser import parser

LONGEST = 64
_ISO = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?")
_ORDINAL = re.compile(r"(?<=\d)(?:er|º|ª)\b")
_ISO_START = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d")
_COMPACT = re.compile(r"\d{8}")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
_CLOCK = re.compile(r"\d{1,2}:\d{2}")


class Date(NamedTuple):
    """``iso`` is cut to its ``precision``: "2016-10-13T08:30:00+00:00", "2016-10-13", "2016-10" or "2016"."""

    iso: str
    precision: Precision


def parse(written: str) -> Date | None:
    """The date that ``written`` gives; None if it gives none, or no year.

    Day and month in figures with stops are day first (13.10.2016). With slashes or hyphens the order is told by a
    figure above 12; where both could be the month (12/10/2016) only the year is sure. A time of exactly midnight is
    what programs write when they know the day only, and is dropped.

    >>> parse("Thu, 13 Oct 2016 08:30:00 GMT")
    Date(iso='2016-10-13T08:30:00+00:00', precision='time')
    >>> parse("12/10/2016")
    Date(iso='2016', precision='year')
    """
    written = written.strip()
    if not written or len(written) > LONGEST:
        return None
    if match := _ISO.fullmatch(written):
        return _checked(*(int(part) if part else None for part in match.group(1, 3, 4)))
    if _COMPACT.fullmatch(written):
        return _checked(int(written[:4]), int(written[4:6]), int(written[6:]))
    if _ISO_START.match(written):
        return _timestamp(written)
    if match := _NUMERIC.search(written):
        return _numeric(*match.groups())
    return _in_words(written) if any(c.isalpha() for c in written) else None


def _checked(year: int | None, month: int | None = None, day: int | None = None) -> Date | None:
    if year is None or not 1000 <= year <= 2999:
        return None
    try:
        whole = datetime(year, month or 1, day or 1).date().isoformat()
    except ValueError:
        return None
    if day:
        return Date(whole, "day")
    return Date(whole[:7], "month") if month else Date(whole[:4], "year")


def _timestamp(written: str) -> Date | None:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return _checked(*(int(part) for part in written[:10].split("-")))
    return _moment(moment)


def _moment(moment: datetime) -> Date | None:
    day = _checked(moment.year, moment.month, moment.day)
    if day is None or moment.time() == datetime.min.time():
        return day
    return Date(moment.isoformat(timespec="seconds"), "time")


def _numeric(one: str, stop: str, two: str, year: str) -> Date | None:
    first, second = int(one), int(two)
    if stop == "." or first > 12 or first == second:
        return _checked(int(year), second, first)
    if second > 12:
        return _checked(int(year), first, second)
    return _checked(int(year))


def month_and_day(written: str) -> str | None:
    """The month and day of a date that was written without its year, as "10-12"; None for any other."""
    both = _on_two_defaults(written.strip()) if len(written) <= LONGEST else None
    if not both or both[0].year == both[1].year or both[0].month != both[1].month or both[0].day != both[1].day:
        return None
    return both[0].strftime("%m-%d")


def refined(date: Date, finer: Date) -> bool:
    """Whether ``finer`` is the same date, known more precisely."""
    return date.precision in ("year", "month") and finer.iso.startswith(date.iso) and len(finer.iso) > len(date.iso)


def completed(date: Date, day: str) -> Date | None:
    """A year (or year and month) with a month and day such as "10-12" from elsewhere; None if the two disagree."""
    if date.precision not in ("year", "month"):
        return None
    finer = _checked(int(date.iso[:4]), int(day[:2]), int(day[3:]))
    return finer if finer and refined(date, finer) else None


def _in_words(written: str) -> Date | None:
    both = _on_two_defaults(written)
    if not both or both[0].year != both[1].year:
        return None
    one, two = both
    if one.month != two.month:
        return _checked(one.year)
    if one.day != two.day:
        return _checked(one.year, one.month)
    return _moment(one) if _CLOCK.search(written) else _checked(one.year, one.month, one.day)


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
