"""Who takes from whom, as rows: what is added up, what is aligned, what an outlet's name may hold."""

import pytest

from quotetrace.models import Flow, Scan
from quotetrace.render import plain, table
from quotetrace.render.page import Page


def lines(*flows: Flow) -> list[str]:
    return "".join(plain.scan_by_outlet(Scan((), (), flows=flows), Page())).splitlines()


def test_relations_that_read_alike_are_one_count() -> None:
    flow = Flow("Gazette", "Mail", 3, 3, 3, 0, 0.9, (("verbatim", 3), ("rendering", 2), ("paraphrase", 2)))
    assert lines(flow)[2] == "   in 3 articles, in other words 4, the same words 3"


@pytest.mark.parametrize("name", ["Mail", "新华社", "a name that is longer than the column that it stands in"])
def test_numbers_stand_below_their_heads(name: str) -> None:
    head, first, *_ = lines(Flow("Gazette", "Mail", 12, 3, 2, 1, 0.5), Flow("Gazette", name, 1, 1, 1, 0, 0.5))
    assert first.index("12") + 2 == head.index("statements") + len("statements")


def test_rows_fit_a_terminal() -> None:
    flow = Flow("Sunde Gazette Weekly", "The Evening Mail, II", 1, 1, 1, 0, 1.0, (("edited", 1),))
    printed = "".join(table.scan_by_outlet(Scan((), (), flows=(flow,)), Page(80))).splitlines()
    assert printed[1].startswith("Sunde Gazette Weekly  The Evening Mail, II  ")
    assert printed[1].endswith("100%")
    assert max(map(len, printed)) <= 80


def test_nothing_taken_is_said() -> None:
    assert lines() == ["0 articles, 0 ways from outlet to outlet"]


def test_an_outlet_that_steers_the_terminal_is_shown() -> None:
    (row,) = [line for line in lines(Flow("\x1b[2JGazette\n[/red]", "Mail\u202e", 1, 1, 1, 0, 0.5)) if "Mail" in line]
    assert row.startswith("␛[2JGazette [/red]  Mail\\u202e")
