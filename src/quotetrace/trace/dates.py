"""Which of two articles is the earlier, as far as their dates can tell."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from quotetrace.models import Article

Order = Literal["before", "after", "same", "unknown"]

NO_DATE = "no date"
HALF_A_DAY = timedelta(hours=12)
NEAR = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class When:
    """Half-open ``[start, end)``; equal for a point in time. ``day``: known to the day or better."""

    start: datetime
    end: datetime
    day: bool


def when(article: Article) -> When | None:
    """The stretch of time in which ``article`` appeared; None without a date that can be read.

    A time without a zone counts as UTC.

    >>> when(Article("a", "a", "", published="2016-10", date_precision="month")).end.isoformat()
    '2016-11-01T00:00:00+00:00'
    """
    if not article.published:
        return None
    try:
        if article.date_precision == "time":
            moment = _utc(datetime.fromisoformat(article.published))
            return When(moment, moment, True)
        return _stretch(article.published)
    except (ValueError, OverflowError):
        return None


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _stretch(published: str) -> When:
    """The day, month or year that ``published`` names."""
    year, month, day = (*(int(part) for part in published[:10].split("-")), 0, 0)[:3]
    start = datetime(year, month or 1, day or 1, tzinfo=UTC)
    if day:
        return When(start, start + timedelta(days=1), True)
    if month:
        return When(start, datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC), False)
    return When(start, datetime(year + 1, 1, 1, tzinfo=UTC), False)


def order(a: Article, b: Article) -> Order:
    """Whether ``a`` appeared before or after ``b``.

    "same": both are known to the day or better and the dates do not part them; "unknown": a date is missing or coarse
    and they may overlap. A day has no zone, so beside a clock time it is widened by half a day at either end.

    >>> first = Article("a", "a", "", published="2016-10-12", date_precision="day")
    >>> order(first, Article("b", "b", "", published="2016-10-13", date_precision="day"))
    'before'
    """
    ours, theirs = when(a), when(b)
    if not ours or not theirs:
        return "unknown"
    slack = HALF_A_DAY if (ours.start == ours.end) != (theirs.start == theirs.end) else timedelta(0)
    if ours.end + slack <= theirs.start and ours.start < theirs.start:
        return "before"
    if theirs.end + slack <= ours.start and theirs.start < ours.start:
        return "after"
    return "same" if ours.day and theirs.day else "unknown"


def near(a: Article, b: Article) -> bool:
    """Both are dated to the day or better, and at most three days lie between them."""
    ours, theirs = when(a), when(b)
    if not (ours and theirs and ours.day and theirs.day):
        return False
    return max(ours.start, theirs.start) - min(ours.end, theirs.end) <= NEAR


def told(article: Article) -> str:
    """The date of ``article`` in words, with where it comes from: "2016-10-13 (line 5)", or "no date".

    >>> told(Article("a", "a", "", published="2016-10-13T18:05:00+00:00", date_precision="time"))
    '2016-10-13 18:05 UTC'
    """
    if not article.published:
        return NO_DATE
    origin = dict(article.metadata_from).get("published")
    shown = _shown(article.published) if article.date_precision == "time" else article.published
    return f"{shown} ({origin})" if origin else shown


def _shown(moment: str) -> str:
    """A clock time to the minute, or as it was given where it cannot be read."""
    try:
        found = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    zone = found.strftime("%z")
    zone = f"{zone[:3]}:{zone[3:5]}" if zone else ""
    return f"{found:%Y-%m-%d %H:%M}{' UTC' if zone == '+00:00' else zone}"
