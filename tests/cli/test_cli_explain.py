"""`explain`: what an id stands for, what is printed of it, exit codes."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from quotetrace.cli.app import app
from quotetrace.cli.ids import NotFoundError, checked, subject_of
from quotetrace.errors import QuotetraceError
from quotetrace.models import Article, Family, Link, Origin, Quote, Scan, Span, Step, Trace, Undecided
from quotetrace.render.subject import Between, part

CASES = Path(__file__).parent.parent / "cases"
Run = Callable[..., Any]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(CASES)
    env = {"NO_COLOR": "", "FORCE_COLOR": "", "COLUMNS": "80"}
    return lambda *args: CliRunner().invoke(app, ["explain", *args], env=env)


def named(key: str, home: str) -> Quote:
    return Quote(key * 4, home, Span(0, 4), "Mud.", "direct")


HOMES = tuple(Article(f"{n}" * 16, f"{n}.txt", "Mud. Water.") for n in (1, 2, 3))
A, B, C, D = named("abcd", "1" * 16), named("beef", "2" * 16), named("cafe", "3" * 16), named("abce", "3" * 16)
LINK = Link(A.id, B.id, "verbatim", 1.0, A.span, B.span)
FAMILY = Family("f" * 16, "Mud.", None, (A.id, B.id, C.id), ())
TRACE = Trace(
    FAMILY.id,
    Origin(A.id, ""),
    (Step(B.id, C.id, "verbatim", "copied", 0.9),),
    (Undecided(A.id, C.id, "unknown", "no dates"),),
)
SCAN = Scan(HOMES, (A, B, C, D), (LINK,), (FAMILY,), (TRACE,))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param("abcdab", A, id="the start of a quote's id"),
        pytest.param("ABCDabcdABCDabcd", A, id="a whole id in any case"),
        pytest.param("222222", HOMES[1], id="an article by digits alone"),
        pytest.param("ffffff", FAMILY, id="a family"),
        pytest.param("1", FAMILY, id="a family by its number"),
        pytest.param("abcdab-beefbe", Between(A.id, B.id), id="a link"),
        pytest.param("beefbe~abcdab", Between(A.id, B.id), id="a link from its other end"),
        pytest.param("cafeca-beefbe", Between(C.id, B.id), id="a step without a link"),
        pytest.param("abcdab-cafeca", Between(A.id, C.id), id="a pair that stays open"),
    ],
)
def test_an_id_stands_for(asked: str, found: object) -> None:
    assert subject_of(checked(asked), SCAN) == found


@pytest.mark.parametrize(
    ("asked", "error", "told"),
    [
        pytest.param("abcde", QuotetraceError, "no id", id="too short"),
        pytest.param("abcdab-", QuotetraceError, "no id", id="half a link"),
        pytest.param("a" * 17, QuotetraceError, "no id", id="too long"),
        pytest.param("٣", QuotetraceError, "no id", id="a digit of another script"),
        pytest.param("1\n", QuotetraceError, "no id", id="a line break"),
        pytest.param("012345", NotFoundError, "no quote, family or article", id="nothing starts so"),
        pytest.param("ffffff-abcdab", NotFoundError, "no quote has", id="a family is no end of a link"),
        pytest.param("abcdab-abceab", NotFoundError, "nothing links", id="two quotes apart"),
        pytest.param("2", NotFoundError, "number 2", id="one more than there are"),
        pytest.param("0", NotFoundError, "number 0", id="they start at 1"),
    ],
)
def test_an_id_that_stands_for_nothing(asked: str, error: type[QuotetraceError], told: str) -> None:
    with pytest.raises(QuotetraceError, match=told) as caught:
        subject_of(checked(asked), SCAN)
    assert type(caught.value) is error
    assert caught.value.hint


def test_the_start_of_two_ids_is_too_little() -> None:
    twin = replace(A, id="abcdab" + "0" * 10)
    with pytest.raises(QuotetraceError, match="2 ids start with abcdab") as caught:
        subject_of("abcdab", replace(SCAN, quotes=(*SCAN.quotes, twin)))
    assert not isinstance(caught.value, NotFoundError)
    assert twin.id in caught.value.hint


@pytest.mark.parametrize("subject", [A, D, FAMILY, HOMES[2], Between(A.id, B.id), Between(C.id, B.id)])
def test_a_part_of_a_scan_names_nothing_that_it_lacks(subject: Any) -> None:
    found = part(SCAN, subject)
    quotes = {quote.id for quote in found.quotes}
    assert {side for link in found.links for side in (link.a, link.b)} <= quotes
    assert {quote for family in found.families for quote in family.quotes} <= quotes
    assert {quote.article for quote in found.quotes} <= {home.id for home in found.articles}
    assert [trace.family for trace in found.traces] == [family.id for family in found.families]


def test_a_quote_alone_needs_only_its_article() -> None:
    assert part(SCAN, D) == replace(SCAN, articles=HOMES[2:], quotes=(D,), links=(), families=(), traces=())


@pytest.mark.parametrize(
    ("args", "code"),
    [
        pytest.param(("1", "articles"), 0, id="found"),
        pytest.param(("0123abcd", "articles"), 1, id="not found"),
        pytest.param(("bridge", "articles"), 2, id="no id"),
        pytest.param(("1", "articles", "missing.txt"), 2, id="found, and an input is missing"),
        pytest.param(("9", "articles", "missing.txt"), 2, id="not found, but an input is missing"),
    ],
)
def test_exit_codes(run: Run, args: tuple[str, ...], code: int) -> None:
    done = run(*args)
    assert done.exit_code == code
    assert bool(done.stdout) is (args[0] == "1")
    assert all(re.fullmatch(r"error: .+ \(hint: .+\)", line) for line in done.stderr.splitlines())


@pytest.mark.parametrize("kind", ["articles", "quotes", "families", "links"])
def test_everything_that_a_scan_names_can_be_explained(run: Run, kind: str) -> None:
    scan = json.loads(CliRunner().invoke(app, ["scan", "articles", "--json"]).stdout)
    assert scan[kind]
    for record in scan[kind]:
        asked = [record["id"]] if "id" in record else [record["a"], record["b"]]
        document = json.loads(run("-".join(asked), "articles", "--json").stdout)
        assert document["about"]["ids"] == asked
        assert record in document[kind]
        assert run("-".join(key[:8] for key in asked), "articles").stdout.startswith(
            f"{document['about']['kind']} {'-'.join(asked)}  "
        )


def test_a_number_is_that_of_the_table(run: Run) -> None:
    head = CliRunner().invoke(app, ["scan", "articles"]).stdout.splitlines()
    assert run("1", "articles").stdout.splitlines()[1:3] == head[1:3]


HOSTILE = (
    'Sly {0}\n\nThe quay fell. "It is \x1b[31mred\x1b[0m and \u202eback\u2069 [/red] for {0} days," said Mara Ilkov.\n'
)


@pytest.mark.parametrize("form", ["plain", "table", "json"])
def test_what_an_article_holds_is_shown_and_never_sent(run: Run, form: str, tmp_path: Path) -> None:
    for name in ("four", "nine"):
        (tmp_path / f"{name}\x1b[2J.txt").write_text(HOSTILE.format(name), encoding="utf-8")
    known = (str(tmp_path), "--outlet", "\x1b[2JSly\nMail")
    scan = json.loads(CliRunner().invoke(app, ["scan", *known, "--json"]).stdout)
    link = scan["links"][0]
    for asked in ("1", link["a"], scan["articles"][0]["id"], f"{link['a']}-{link['b']}"):
        printed = run(asked, *known, "-f", form).stdout
        assert "[/red]" in printed
        assert not set("\x1b\u202e\u2069") & set(printed)


def test_json_keeps_what_plain_text_shows(run: Run) -> None:
    document = json.loads(run("1", "articles", "--json").stdout)
    plain = run("1", "articles").stdout
    for step in document["traces"][0]["steps"]:
        for evidence in step["evidence"]:
            assert evidence["text"] in plain
    for link in document["links"]:
        assert link["why"] in plain
