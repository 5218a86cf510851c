"""What each format makes of the values in render_samples.py, as files. `UPDATE_GOLDEN=1 pytest` rewrites them."""

import os
from pathlib import Path

import pytest
import render_samples as samples

from quotetrace._version import __version__
from quotetrace.errors import QuotetraceError
from quotetrace.render import FORMATS, Format, named, renderer
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
HIDDEN = {"explain": ("csv", "jsonl")}  # formats that do not show a command's result, beside those for one command


@pytest.mark.parametrize(
    ("command", "form", "width"),
    [
        pytest.param(
            command, form.name, width, id=f"{command}-{form.name}-{width}" if width else f"{command}-{form.name}"
        )
        for command in COMMANDS
        for form in FORMATS
        if form.only in ("", command) and form.name not in HIDDEN.get(command, ())
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


@pytest.mark.parametrize("form", [form for form in FORMATS if form.only], ids=lambda form: form.name)
def test_a_format_for_one_command_says_so_to_the_others(form: Format) -> None:
    renderer(form, form.only)
    for other in sorted({*COMMANDS} - {form.only}):
        with pytest.raises(QuotetraceError, match=f"{form.name} cannot show what") as raised:
            renderer(form, other)
        assert raised.value.hint == f"it is for {form.only}; try: -f json"


def test_no_suffix_stands_for_two_formats() -> None:
    suffixes = [suffix for form in FORMATS for suffix in form.suffixes]
    assert len(set(suffixes)) == len(suffixes)
