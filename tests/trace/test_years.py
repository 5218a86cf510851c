"""A dateline without a year beside dated articles with the same statements."""

from dataclasses import replace

import pytest
from build import article

from quotetrace.models import Article, Link, Quote, Span
from quotetrace.trace.years import with_years

FERRY = "“She floats,” said Ada Brell."


def links(a: str, b: str, count: int, score: float = 0.95) -> list[Link]:
    return [Link(f"{a}.{n}", f"{b}.{n}", "edited", score, Span(1, 2), Span(1, 2)) for n in range(count)]


def dated(month_day: str, *others: tuple[str, int, float]) -> Article:
    """The article with a month and day, beside others: date, statements in common, score."""
    one = replace(article("one", FERRY), month_day=(month_day, "line 5"))
    found = [article(f"o{n}", FERRY, published=published or None) for n, (published, _, _) in enumerate(others)]
    quotes = [
        Quote(f"{key}.{n}", key, Span(1, 2), "x", "direct") for key in ("one", *(o.id for o in found)) for n in range(5)
    ]
    made = [link for n, (_, count, score) in enumerate(others) for link in links("one", f"o{n}", count, score)]
    return with_years({a.id: a for a in (one, *found)}, made, quotes)["one"]


@pytest.mark.parametrize(
    ("month_day", "others", "published"),
    [
        pytest.param("--10-12", [("2016-10-13", 2, 0.95)], "2016-10-12", id="a day before"),
        pytest.param("--10-12", [("2016-10-13T08:00:00+02:00", 2, 0.95)], "2016-10-12", id="known to the minute"),
        pytest.param("--12-31", [("2017-01-01", 2, 0.95)], "2016-12-31", id="over the new year"),
        pytest.param("--02-29", [("2016-03-01", 2, 0.95)], "2016-02-29", id="in a leap year"),
        pytest.param("--02-29", [("2017-03-01", 2, 0.95)], None, id="a day that was not"),
        pytest.param("--10-12", [("2016-10-13", 1, 0.95)], None, id="one statement alone"),
        pytest.param("--10-12", [("2016-10-13", 3, 0.5)], None, id="links that are not sure"),
        pytest.param("--10-12", [("2016-10-30", 2, 0.95)], None, id="weeks away"),
        pytest.param("--10-12", [("2016-10", 2, 0.95)], None, id="a month alone"),
        pytest.param("--10-12", [("", 2, 0.95)], None, id="no date there either"),
        pytest.param("--10-12", [("2016-10-13", 2, 0.95), ("", 2, 0.95)], "2016-10-12", id="another without a date"),
        pytest.param("--10-12", [("2016-10-13", 2, 0.95), ("2016-10-11", 2, 0.95)], "2016-10-12", id="two that agree"),
        pytest.param("--10-12", [("2016-10-13", 2, 0.95), ("2017-10-12", 2, 0.95)], None, id="two that do not"),
        pytest.param(
            "--10-12", [("2016-10-13", 2, 0.95), ("2018-03-01", 2, 0.95)], None, id="one that came back to it"
        ),
    ],
)
def test_the_year_of_a_dateline(month_day: str, others: list[tuple[str, int, float]], published: str | None) -> None:
    assert dated(month_day, *others).published == published


def test_it_says_where_the_year_is_from() -> None:
    found = dated("--10-12", ("2016-10-13", 2, 0.95))
    assert found.date_precision == "day"
    assert dict(found.metadata_from)["published"] == "line 5, its year from o0: the same statements on 2016-10-13"


def test_a_date_that_is_known_stays() -> None:
    one = replace(article("one", FERRY, published="2015-10-12"), month_day=("--10-12", "line 5"))
    other = article("o0", FERRY, published="2016-10-12")
    quotes = [Quote(f"{key}.{n}", key, Span(1, 2), "x", "direct") for key in ("one", "o0") for n in range(2)]
    assert with_years({"one": one, "o0": other}, links("one", "o0", 2), quotes)["one"] == one
