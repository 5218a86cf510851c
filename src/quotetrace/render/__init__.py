"""Render: results → text for people and programs.

A format is a module of this package with a function for each command it can show: ``scan``, ``scan_by_outlet``, …
Each yields pieces of text. To add a format: write the module, add its line to `FORMATS`, add its cases.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath

from quotetrace.errors import QuotetraceError, unknown

RECORDS = ("scan", "scan_by_outlet", "extract", "diff", "check", "find")
"""The commands whose result is a list of quotes, places or flows, one record each."""
COMMANDS = (*RECORDS, "explain", "config", "doctor")


@dataclass(frozen=True, slots=True)
class Format:
    """``suffixes`` of files that are written in it; ``shows``: the commands whose result it can show.

    ``errors`` spells what the encoding of a stream cannot hold.
    """

    name: str
    suffixes: tuple[str, ...] = ()
    shows: tuple[str, ...] = COMMANDS
    errors: str = "quotetrace-text"


FORMATS: tuple[Format, ...] = (
    Format("table"),
    Format("plain", (".txt",)),
    Format("json", (".json",), errors="quotetrace-json"),
    Format("jsonl", (".jsonl", ".ndjson"), RECORDS, errors="quotetrace-json"),
    Format("csv", (".csv",), RECORDS),
    Format("dot", (".dot", ".gv"), ("scan",)),
    Format("mermaid", (".mmd", ".mermaid"), ("scan",)),
    Format("graphml", (".graphml",), ("scan", "scan_by_outlet")),
    Format("github", shows=("check",)),
)


def that_show(command: str) -> tuple[str, ...]:
    """The names of the formats that can show what ``command`` finds.

    >>> that_show("explain")
    ('table', 'plain', 'json')
    """
    return tuple(form.name for form in FORMATS if command in form.shows)


def named(name: str) -> Format:
    """The format of that ``name``; an error that suggests the nearest if there is none."""
    for known in FORMATS:
        if known.name == name:
            return known
    raise unknown("format", name, [known.name for known in FORMATS])


def for_file(path: str) -> Format:
    """The format that the suffix of ``path`` stands for.

    >>> for_file("found.jsonl").name
    'jsonl'
    """
    suffix = PurePath(path).suffix.lower()
    for known in FORMATS:
        if suffix in known.suffixes:
            return known
    suffixes = ", ".join(suffix for known in FORMATS for suffix in known.suffixes)
    raise QuotetraceError(f"no format for a file named {path!r}", hint=f"known suffixes: {suffixes}; or give -f")


def renderer(form: Format, command: str) -> Callable[..., Iterator[str]]:
    """The function that writes the result of ``command`` in a format; an error if that format doesn't show it."""
    if command not in form.shows:
        what = f"{form.name} cannot show what {command.replace('_', ' ')} finds"
        raise QuotetraceError(what, hint=f"give one of: {', '.join(that_show(command))}")
    render: Callable[..., Iterator[str]] = getattr(import_module(f"quotetrace.render.{form.name}"), command)
    return render
