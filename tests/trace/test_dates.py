"""Which of two dates is the earlier, and when that cannot be said."""

import pytest

from quotetrace.models import Article, Precision
from quotetrace.trace.dates import Order, near, order, when


def dated(published: str | None) -> Article:
    precisions: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
    precision = precisions.get(len(published), "time") if published else None
    return Article("a", "a", "", published=published, date_precision=precision)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param("2021-03-04", "2021-03-05", "before", id="a day earlier"),
        pytest.param("2021-03-05", "2021-03-04", "after", id="a day later"),
        pytest.param("2021-03-04", "2021-03-04", "same", id="one day, no time"),
        pytest.param("2021-03-04T08:00:00+00:00", "2021-03-04T09:00:00+00:00", "before", id="an hour earlier"),
        pytest.param("2021-03-04T10:00:00+02:00", "2021-03-04T08:30:00+00:00", "before", id="zones are reckoned with"),
        pytest.param("2021-03-04T08:00:00+00:00", "2021-03-04T08:00:00+00:00", "same", id="the same minute"),
        pytest.param("2021-03-04", "2021-03-05T06:00:00+00:00", "same", id="a day has no zone beside a time"),
        pytest.param("2021-03-04", "2021-03-05T18:00:00+00:00", "before", id="far enough from any zone's day"),
        pytest.param("2021-03", "2021-03-05", "unknown", id="the day lies in the month"),
        pytest.param("2021-02", "2021-03-05", "before", id="a month before"),
        pytest.param("2020", "2021-03", "before", id="a year before"),
        pytest.param("2021-12", "2022-01-01", "before", id="over the new year"),
        pytest.param(None, "2021-03-05", "unknown", id="no date"),
        pytest.param("soon", "2021-03-05", "unknown", id="no date that can be read"),
        pytest.param("0000-00-00", "2021-03-05", "unknown", id="a date that does not exist"),
    ],
)
def test_order_of_two_dates(a: str | None, b: str | None, expected: Order) -> None:
    turned: dict[Order, Order] = {"before": "after", "after": "before"}
    assert order(dated(a), dated(b)) == expected
    assert order(dated(b), dated(a)) == turned.get(expected, expected)


def test_the_last_year_there_is_has_no_end_to_reckon_with() -> None:
    assert when(dated("9999")) is None


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2021-03-04", "2021-03-08", True),
        ("2021-03-04", "2021-03-09", False),
        ("2021-03", "2021-03-04", False),
        (None, "2021-03-04", False),
    ],
)
def test_near_is_three_days_between_good_dates(a: str | None, b: str | None, expected: bool) -> None:
    assert near(dated(a), dated(b)) is expected
