"""Headlines, credit lines and datelines: what the lines around the prose say."""

import pytest

from quotetrace.read.headline import headline
from quotetrace.read.lines import Line, Told, credit_line, dateline, told, top

PROSE = "The bridge over the Ilm will stay closed until spring, Mayor Ode said on Monday.\n"
WRAPPED = "The bridge over the Ilm will stay closed until spring,\nMayor Ode of Port Ellery said\non Monday.\n"


def facts(found: Told | None) -> tuple[str | None, str | None, str | None] | None:
    """Outlet, date and day without year."""
    if found is None:
        return None
    outlet, published = (found.facts[f].value if f in found.facts else None for f in ("outlet", "published"))
    return outlet, published, found.day.value if found.day else None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Oria News, 13 October 2016", ("Oria News", "13 October 2016", None), id="outlet, date"),
        pytest.param("BBC, 13 October 2016", ("BBC", "13 October 2016", None), id="a known name"),
        pytest.param("The Courier (13 October 2016)", ("The Courier", "13 October 2016", None), id="in brackets"),
        pytest.param("Harbour Gazette, 13. Oktober 2016", ("Harbour Gazette", "13. Oktober 2016", None), id="German"),
        pytest.param("By Ana Lind | Oria | Oct. 5, 2016", ("Oria", "Oct. 5, 2016", None), id="between bars"),
        pytest.param("Oct. 5, 2016 | 10:05 | Oria News", ("Oria News", "Oct. 5, 2016", None), id="date first"),
        pytest.param("13.10.2016", (None, "13.10.2016", None), id="a lone date"),
        pytest.param("2016-10-13", (None, "2016-10-13", None), id="a lone ISO date"),
        pytest.param("Published: Thursday 13 October 2016, 10:05 GMT", (None, "13 October 2016", None), id="label"),
        pytest.param("Updated on October 13, 2016 at 10:05 am ET", (None, "October 13, 2016", None), id="label, time"),
        pytest.param("Port Ellery, 13 October 2016", (None, "13 October 2016", None), id="a place is no outlet"),
        pytest.param("By Ana Lind, 13 October 2016", (None, "13 October 2016", None), id="nor is a writer"),
        pytest.param("13 October", (None, None, "13 October"), id="no year"),
        pytest.param("The flood of 11 September 2001", None, id="a headline with a date"),
        pytest.param("He spoke on 13 October 2016.", None, id="a sentence with a date"),
        pytest.param("Oria News reported on 13 October 2016 that it was closed", None, id="prose without a stop"),
        pytest.param("Oria News", None, id="no date"),
        pytest.param("Bridge 13/10", None, id="no full date"),
        pytest.param("1999-2016-10-13-7", None, id="figures"),
        pytest.param("x" * 300 + " 13 October 2016", None, id="a long line"),
    ],
)
def test_credit_lines(line: str, expected: tuple[str | None, str | None, str | None] | None) -> None:
    assert facts(credit_line(Line(1, 0, line))) == expected


@pytest.mark.parametrize(
    ("line", "agency", "day"),
    [
        pytest.param("PORT ELLERY, October 12 (Oria) – The bridge", "Oria", "October 12", id="place, day, agency"),
        pytest.param("LONDON (AP) — The bridge", "AP", None, id="place, agency"),
        pytest.param("Washington (AFP) – The bridge", "AFP", None, id="in small letters"),
        pytest.param("Dec 29 (Reuters) - The bridge", "Reuters", "Dec 29", id="no place"),
        pytest.param("NEW YORK, Dec. 11, 2015 (UPI) — The bridge", "UPI", None, id="with the year"),
        pytest.param("PORT ELLERY, Oct. 12, 2016 /PRNewswire/ -- The bridge", "PRNewswire", None, id="slashes"),
        pytest.param("(CNN) -- The bridge", "CNN", None, id="agency only"),
        pytest.param("PORT ELLERY — The bridge", "", None, id="place only, in capitals"),
        pytest.param("ELLERY, Ilm. – The bridge", None, None, id="a place half in capitals is not sure"),
        pytest.param("Ode – a teacher – said", None, None, id="an aside"),
        pytest.param("Ana Ode (R-Ilm.) – who", None, None, id="a party in brackets"),
        pytest.param("We will not, Mayor Ode (Labour) said – and went", None, None, id="prose with brackets"),
        pytest.param("By Ana Lind - The bridge", None, None, id="a byline"),
        pytest.param("well-known", None, None, id="a hyphen"),
    ],
)
def test_datelines(line: str, agency: str | None, day: str | None) -> None:
    found = dateline(Line(1, 0, line))
    assert (found is None) == (agency is None)
    if found:
        assert [credit.name for credit in found.credits] == ([agency] if agency else [])
        assert all(credit.kind == "dateline" and line.startswith(credit.span.of(line)) for credit in found.credits)
        assert (found.day.value if found.day else None) == day


def test_two_agencies_in_a_dateline_are_two_credits() -> None:
    found = dateline(Line(1, 0, "LONDON/PARIS (Reuters/AFP) - The bridge"))
    assert found is not None
    assert [credit.name for credit in found.credits] == ["Reuters", "AFP"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Source: Oria News", "Oria News"),
        ("Kaynak/Source: Oria", "Oria"),
        ("(Source: Oria)", "Oria"),
        ("Source: https://www.oria.example/bridge", "oria.example"),
        ("Source:", None),
        ("Source: the mayor's office", None),
        ("The Source: a film by Ana Lind", None),
    ],
)
def test_source_lines(line: str, name: str | None) -> None:
    assert [credit.name for credit in told(top(line, 0)).credits] == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Bridge closed\n\n" + PROSE, "Bridge closed", id="a line and a blank line"),
        pytest.param("Bridge closed\n" + PROSE, "Bridge closed", id="no blank line"),
        pytest.param("\n\n  Bridge closed  \n\n" + PROSE, "Bridge closed", id="blanks around it"),
        pytest.param(
            "Bridge closed\nTown waits for spring\n" + PROSE, "Bridge closed\nTown waits for spring", id="two"
        ),
        pytest.param("Bridge closed\r\n\r\n" + PROSE, "Bridge closed", id="CRLF"),
        pytest.param("Bridge closed\r\r" + PROSE, "Bridge closed", id="CR"),
        pytest.param("Will it ever open?\n" + PROSE, "Will it ever open?", id="a question"),
        pytest.param("'We will not yield'\n" + PROSE, "'We will not yield'", id="a quote as headline"),
        pytest.param("# Bridge closed\n\n" + PROSE, "Bridge closed", id="Markdown"),
        pytest.param("BRIDGE CLOSED\n\n13.10.2016\n\n" + PROSE, "BRIDGE CLOSED", id="then a date"),
        pytest.param("Bridge closed\n\nFrom Ana Lind in Ellery\n\n" + PROSE, "Bridge closed", id="then a byline"),
        pytest.param("Bridge closed\nELLERY (AP) — " + PROSE, "Bridge closed", id="then a dateline"),
        pytest.param(
            "Bridge closed over the\nriver Ilm\n\n" + PROSE, "Bridge closed over the\nriver Ilm", id="wrapped"
        ),
        pytest.param("Oria News\n13 October 2016\nBridge closed\n" + PROSE, "Bridge closed", id="under a masthead"),
        pytest.param(
            "Oria News, 13 October 2016\n\nBridge closed\n" + PROSE, "Bridge closed", id="under a credit line"
        ),
        pytest.param("Bridge closed\nOria News\n13 October 2016\n" + PROSE, "Bridge closed", id="over a masthead"),
        pytest.param("Oria News on trial\n" + PROSE, "Oria News on trial", id="one that begins with an outlet"),
        pytest.param("Oria News\n13 October 2016\n" + PROSE, None, id="a masthead and prose"),
        pytest.param(PROSE + PROSE, None, id="prose at once"),
        pytest.param(WRAPPED + WRAPPED, None, id="prose broken into lines"),
        pytest.param('Bridge closed\n\n* "It fell" – Ada Lund\n' + PROSE, "Bridge closed", id="a list below"),
        pytest.param("Bridge closed\n\nPort | Boats\nTarn | 4\n" + PROSE, "Bridge closed", id="a table below"),
        pytest.param(
            "Bridge closed\n\nLund: Why?\nRoe: It fell.\nLund: When?\nRoe: Today.\n",
            "Bridge closed",
            id="a transcript below",
        ),
        pytest.param('Bridge closed\n\n"Did it fall?"\n\n"Today."\n\n' + PROSE, "Bridge closed", id="a dialogue below"),
        pytest.param("Bridge closed\n\n" + WRAPPED, "Bridge closed", id="headline over broken prose"),
        pytest.param("Bridge closed", None, id="nothing follows"),
        pytest.param("Bridge\n\nTown\n\nSpring\n", None, id="no prose follows"),
        pytest.param("x" * 400 + "\n" + PROSE, None, id="too long"),
        pytest.param("ODE: Good evening.\nLIND: Thank you.\n", None, id="a transcript"),
        pytest.param("* * *\n" + PROSE, None, id="no letters"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_headlines_by_their_look(text: str, expected: str | None) -> None:
    found = headline(top(text, 0), None)
    assert (found.of(text) if found else None) == expected


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        pytest.param("Bridge closed.\n\n" + PROSE, "Bridge closed", "Bridge closed.", id="with a stop"),
        pytest.param("BRIDGE; \nTOWN.\n\n" + PROSE, "Bridge; Town", "BRIDGE; \nTOWN.", id="over two lines"),
        pytest.param(PROSE, "Bridge closed", None, id="not in the text"),
        pytest.param("Bridge closed until\n" + PROSE, "Bridge", "Bridge closed until", id="another one: by its look"),
    ],
)
def test_headlines_that_repeat_the_title(text: str, title: str, expected: str | None) -> None:
    found = headline(top(text, 0), title)
    assert (found.of(text) if found else None) == expected


@pytest.mark.parametrize(
    ("text", "body", "number"),
    [("a\nb", 2, 2), ("a\r\nb", 3, 2), ("a\rb", 2, 2), ("a\n\n\n b", 0, 1), ("---\nx: y\n---\nb", 13, 4)],
)
def test_lines_are_counted_from_the_top_of_the_file(text: str, body: int, number: int) -> None:
    assert top(text, body)[0].number == number
