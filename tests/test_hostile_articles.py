"""An article that means ill: whatever it holds, every command in every format shows it and sends none of it."""

import json
from typing import Any

import pytest

from quotetrace import pipeline
from quotetrace.models import Article, content_id
from quotetrace.render import COMMANDS, FORMATS, named, renderer
from quotetrace.render.page import Page
from quotetrace.render.safe import STEERING
from quotetrace.render.subject import part

HOSTILE = [
    pytest.param("\x1b[31m", id="escape"),
    pytest.param("\x9b2J", id="C1 control"),
    pytest.param("\x00", id="NUL"),
    pytest.param("\u202e", id="right to left"),
    pytest.param("\u2028", id="line separator"),
    pytest.param("\ud800", id="half a character"),
    pytest.param("[bold]loud[/bold]", id="markup of rich"),
    pytest.param("=1+1,;\t", id="formula"),
    pytest.param("\\]; x -> y [label=\\", id="backslashes and brackets"),
    pytest.param("`|--> #quot; &amp; \\", id="signs of Mermaid and HTML"),
    pytest.param("::error file=x::%0A::set-output name=a::b", id="workflow command"),
]
SHOWN = [(command, form.name) for form in FORMATS for command in form.shows if command not in ("config", "doctor")]


def results(hostile: str) -> dict[str, tuple[Any, ...]]:
    """What each command finds in two articles whose words, names, outlets, titles and keys all hold ``hostile``."""
    said = f"We sang in the rain {hostile} and the jury had four umbrellas"
    one, other = (
        Article(
            content_id(key), f"{hostile}{key}", text, outlet=f"{key} {hostile}", title=f"{hostile} rain", language="en"
        )
        for key, text in (("a", f'"{said}," said Ida {hostile} Lund.\n'), ("b", f"“{said} up,” Lund {hostile} said.\n"))
    )
    scan = pipeline.scan([one, other])
    subject = scan.families[0]
    return {
        "scan": (scan,),
        "scan_by_outlet": (scan,),
        "extract": (list(pipeline.extract([one, other])), ()),
        "diff": (pipeline.diff(one, other),),
        "check": (pipeline.check([other], [one]),),
        "find": (pipeline.find("the jury had four umbrellas", [one, other]),),
        "explain": (subject, part(scan, subject)),
    }


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_in_an_article_steers_whoever_reads_the_result(hostile: str) -> None:
    found = results(hostile)
    assert {command for command, _ in SHOWN} == {*found} == {*COMMANDS} - {"config", "doctor"}
    for command, form in SHOWN:
        written = "".join(renderer(named(form), command)(*found[command], Page(80)))
        assert "umbrellas" in written or command == "scan_by_outlet" or form in ("dot", "graphml", "mermaid"), (
            command,
            form,
        )
        assert not STEERING.search(written), (command, form)


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("command", ["scan", "extract", "diff", "check", "explain"])
def test_json_gives_back_what_the_article_says(command: str, hostile: str) -> None:
    document = json.loads("".join(renderer(named("json"), command)(*results(hostile)[command], Page(80))))
    assert [quote["text"] for quote in document["quotes"] if hostile not in quote["text"]] == []
    assert document["quotes"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_an_annotation_is_one_line(hostile: str) -> None:
    (check,) = results(hostile)["check"]
    lines = "".join(renderer(named("github"), "check")(check, Page(80))).splitlines()
    assert len(lines) == 1 + sum(not one.holds for one in check.checked)
    assert [line for line in lines if not line.startswith(("::error file=", "::notice title=quotetrace::"))] == []
