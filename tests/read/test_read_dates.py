"""Dates as people and programs write them."""

import pytest

from quotetrace.read.dates import completed, parse, precision


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        pytest.param("2016-10-13", "2016-10-13", id="ISO"),
        pytest.param("2016-10", "2016-10", id="ISO month"),
        pytest.param("2016", "2016", id="year"),
        pytest.param("20161013", "2016-10-13", id="ISO without hyphens"),
        pytest.param("2016/10/3", "2016-10-03", id="year first with slashes"),
        pytest.param("2016-10-13T08:30:00Z", "2016-10-13T08:30:00+00:00", id="timestamp"),
        pytest.param("2016-10-13 08:30:12.5+02:00", "2016-10-13T08:30:12+02:00", id="timestamp with zone"),
        pytest.param("2016-10-13T08:30", "2016-10-13T08:30:00", id="timestamp without zone"),
        pytest.param("2016-10-13T00:00:00+00:00", "2016-10-13", id="midnight is no time"),
        pytest.param("2016-10-13T99:00", "2016-10-13", id="an impossible time leaves the day"),
        pytest.param("Thu, 13 Oct 2016 08:30:00 +0300", "2016-10-13T08:30:00+03:00", id="mail and feeds"),
        pytest.param("Oct 13, 2016 8:30 pm EDT", "2016-10-13T20:30:00-04:00", id="American, with time and zone"),
        pytest.param("13 October 2016", "2016-10-13", id="British"),
        pytest.param("Oct. 5, 2016", "2016-10-05", id="American"),
        pytest.param("5th of May 2031", "2031-05-05", id="ordinal"),
        pytest.param("October 2016", "2016-10", id="month in words"),
        pytest.param("13. Oktober 2016", "2016-10-13", id="German"),
        pytest.param("1er mai 2016", "2016-05-01", id="French"),
        pytest.param("12 août 2016", "2016-08-12", id="French with accent"),
        pytest.param("13 de octubre de 2016", "2016-10-13", id="Spanish"),
        pytest.param("13.10.2016", "2016-10-13", id="figures with stops are day first"),
        pytest.param("05.10.2016", "2016-10-05", id="… always"),
        pytest.param("10/13/2016", "2016-10-13", id="a figure above 12 is the day"),
        pytest.param("13/10/2016", "2016-10-13", id="… wherever it stands"),
        pytest.param("10/10/2016", "2016-10-10", id="the same either way"),
        pytest.param("12/10/2016", "2016", id="ambiguous: only the year is sure"),
        pytest.param("Wed 12-10-2016 08:30", "2016", id="ambiguous with a weekday"),
        pytest.param("13 October", None, id="no year"),
        pytest.param("Thursday", None, id="a weekday"),
        pytest.param("10:30", None, id="a time"),
        pytest.param("13.10.16", None, id="two-figure year"),
        pytest.param("31.02.2016", None, id="no such day"),
        pytest.param("0001-01-01", None, id="a placeholder"),
        pytest.param("1476345600", None, id="seconds"),
        pytest.param("yesterday", None, id="a word"),
        pytest.param("", None, id="nothing"),
        pytest.param("9" * 100_000, None, id="a long number"),
        pytest.param("may " * 16, None, id="words upon words"),
        pytest.param("2016-10-13" * 10_000, None, id="without end"),
    ],
)
def test_a_date_is_no_more_precise_than_written(written: str, iso: str | None) -> None:
    assert parse(written) == iso


def test_precision_is_told_by_the_form() -> None:
    dates = ["2016", "2016-10", "2016-10-13", "2016-10-13T08:30:00", "2016-10-13T08:30:00+00:00"]
    assert [precision(date) for date in dates] == ["year", "month", "day", "time", "time"]


@pytest.mark.parametrize(
    ("date", "day", "whole"),
    [
        ("2016", "October 12", "2016-10-12"),
        ("2016", "12 Oct.", "2016-10-12"),
        ("2015", "29 February", None),
        ("2016", "29 February", "2016-02-29"),
        ("2016", "Monday", None),
    ],
)
def test_a_year_completes_a_day(date: str, day: str, whole: str | None) -> None:
    assert completed(date, day) == whole
