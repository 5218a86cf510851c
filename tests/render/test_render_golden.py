"""What each format makes of the values in render_samples.py, as files. `UPDATE_GOLDEN=1 pytest` rewrites them."""

import os
from importlib import import_module
from pathlib import Path

import pytest
import render_samples as samples

from quotetrace._version import __version__
from quotetrace.errors import QuotetraceError
from quotetrace.render import COMMANDS as ALL
from quotetrace.render import FORMATS, Format, named, renderer, that_show
from quotetrace.render.page import Page
from quotetrace.render.subject import part

CASES = Path(__file__).parent.parent / "cases" / "render"
COMMANDS = {
    "scan": (samples.SCAN,),
    "scan_by_outlet": (samples.SCAN,),
    "extract": (samples.EXTRACTED, samples.SCAN.problems),
    "diff": (samples.DIFF,),
    "check": (samples.CHECK,),
    "find": (samples.FOUND,),
    "explain": (samples.BRIDGE, part(samples.SCAN, samples.BRIDGE)),
}
PAGES = {"table": (80, 160)}


@pytest.mark.parametrize(
    ("command", "form", "width"),
    [
        pytest.param(
            command, form.name, width, id=f"{command}-{form.name}-{width}" if width else f"{command}-{form.name}"
        )
        for command in COMMANDS
        for form in FORMATS
        if command in form.shows
        for width in PAGES.get(form.name, (0,))
    ],
)
def test_a_result_is_written_as_the_case_says(command: str, form: str, width: int) -> None:
    case = CASES / f"{command}-{form}{f'-{width}' if width else ''}.txt"
    written = "".join(renderer(named(form), command)(*COMMANDS[command], Page(width or 80)))
    written = written.replace(f'"version": "{__version__}"', '"version": "X"')
    if os.environ.get("UPDATE_GOLDEN"):
        case.write_bytes(written.encode())
    assert written == case.read_bytes().decode()


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_format_has_a_function_for_each_command_that_it_shows_and_no_other(form: Format) -> None:
    module = import_module(f"quotetrace.render.{form.name}")
    assert tuple(command for command in ALL if hasattr(module, command)) == form.shows
    for other in sorted({*ALL} - {*form.shows}):
        with pytest.raises(QuotetraceError, match=f"{form.name} cannot show what") as raised:
            renderer(form, other)
        assert raised.value.hint == f"give one of: {', '.join(that_show(other))}"


def test_no_suffix_stands_for_two_formats() -> None:
    suffixes = [suffix for form in FORMATS for suffix in form.suffixes]
    assert len(set(suffixes)) == len(suffixes)
