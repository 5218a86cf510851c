"""Which of two was first, where their dates do not tell, by what a third has from one of them."""

import pytest
from build import article

from quotetrace.trace.bounds import taken

DAWN, NOON, NIGHT = (f"2021-03-04T{hour}:00:00" for hour in ("06", "12", "20"))


def first(dates: dict[str, str | None], *named: tuple[str, str]) -> tuple[str, str]:
    """What tells that a was before b, and that b was before a."""
    papers = {key: article(key, "…", f"Paper {key.upper()}", date) for key, date in dates.items()}
    known = taken(papers, named)
    ways = known.before("a", "b"), known.before("b", "a")
    return tuple(found.text if found else "" for found in ways)  # type: ignore[return-value]


def test_who_has_it_from_the_first_was_out_before_the_second() -> None:
    why = "Paper C has something from Paper A, and 2021-03-04 12:00 is before 2021-03-04 20:00"
    assert first({"a": "2021-03-04", "b": NIGHT, "c": NOON}, ("a", "c")) == (why, "")
    assert first({"a": None, "b": NIGHT, "c": NOON}, ("a", "c")) == (why, "")


def test_from_whom_the_second_has_it_was_out_after_the_first() -> None:
    why = "Paper B has something from Paper C, and 2021-03-04 20:00 is after 2021-03-04 12:00"
    assert first({"a": NOON, "b": "2021-03-04", "c": NIGHT}, ("c", "b")) == (why, "")


@pytest.mark.parametrize(
    ("dates", "named"),
    [
        pytest.param({"a": "2021-03-04", "b": NOON, "c": NIGHT}, [("a", "c")], id="too late to tell"),
        pytest.param({"a": "2021-03-04", "b": NIGHT, "c": "2021-03-04"}, [("a", "c")], id="no better dated"),
        pytest.param({"a": "2021-03-04", "b": NIGHT, "c": NOON}, [("c", "a")], id="the other way about"),
        pytest.param({"a": "2021-03-04", "b": NIGHT}, [("a", "b")], id="the two themselves"),
    ],
)
def test_what_tells_nothing(dates: dict[str, str | None], named: list[tuple[str, str]]) -> None:
    assert first(dates, *named) == ("", "")
