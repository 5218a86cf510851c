"""The options that commands share."""

from enum import StrEnum
from typing import Annotated, Any

import typer

from quotetrace.render import that_show


class Color(StrEnum):
    """When to colour; JSON never is."""

    auto = "auto"
    always = "always"
    never = "never"


Paths = Annotated[
    list[str], typer.Argument(metavar="PATH", help="Files, folders, globs; - is stdin.", show_default=False)
]
Id = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        show_default=False,
        help="A quote, family or article by its id in `scan --json`, of which 6 digits are enough; "
        "two quotes joined by -, for their link; or a family's number in the table of `scan`.",
    ),
]


def format_name(view: str) -> Any:
    """The option for the format of ``view``, which lists those that can show it."""
    shown = that_show(view)
    return Annotated[
        str | None,
        typer.Option(
            "-f",
            "--format",
            metavar="NAME",
            help=f"One of: {', '.join(shown)}.",
            autocompletion=lambda: list(shown),
        ),
    ]


def as_jsonl(view: str) -> Any:
    """The option for JSON Lines, which the help of ``view`` names where they can show it."""
    hidden = "jsonl" not in that_show(view)
    return Annotated[bool, typer.Option("--jsonl", hidden=hidden, help="The same as -f jsonl.")]


SUMMARIES = ("outlet",)
By = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="outlet",
        help="Instead, who takes from whom, how often, with what changes.",
        autocompletion=lambda: list(SUMMARIES),
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="The same as -f json.")]
Output = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write to FILE, in the format of its suffix; - is stdout."),
]
ColorWhen = Annotated[Color, typer.Option("--color", help="Colours; NO_COLOR and FORCE_COLOR count too.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of a crash.")]
Outlet = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="The outlet of every article.")]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="The date of every article, ISO 8601."),
]
Language = Annotated[
    str | None,
    typer.Option("--language", metavar="CODE", help="The language of every article."),
]
Map = Annotated[
    str | None,
    typer.Option(
        "--map", metavar="FIELD=NAME,…", help="What fields are called in your records: text=body,outlet=source."
    ),
]
Include = Annotated[
    list[str] | None,
    typer.Option("--include", metavar="PATTERN", help="Of folders, only files like '*.txt' or '2024/'; repeatable."),
]
Exclude = Annotated[
    list[str] | None, typer.Option("--exclude", metavar="PATTERN", help="No files like 'sport/'; repeatable.")
]
Drafts = Annotated[
    list[str], typer.Argument(metavar="DRAFT", help="The drafts to check; - is stdin.", show_default=False)
]
Against = Annotated[
    list[str],
    typer.Option(
        "--against", metavar="PATH…", help="The sources: all paths that follow; after = one.", show_default=False
    ),
]
Wording = Annotated[
    str, typer.Argument(metavar="WORDING", help="The words, in quotes; … stands for a cut.", show_default=False)
]
FailOn = Annotated[
    str | None,
    typer.Option("--fail-on", metavar="NAME,…", help="Verdicts and flags that count against a quote."),
]
CheckIndirect = Annotated[
    bool | None, typer.Option("--indirect/--no-indirect", help="Check what the draft reports without marks, too.")
]
Indirect = Annotated[
    bool | None, typer.Option("--indirect/--no-indirect", help="Whether speech without quotation marks counts.")
]
Thought = Annotated[
    bool | None, typer.Option("--thought/--no-thought", help="Whether thoughts, wishes and plans count.")
]
ConfigFile = Annotated[
    str | None,
    typer.Option("--config", metavar="FILE", help="Settings that beat those of the nearest quotetrace.yml."),
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="No notices, no progress: only what is lost is told.")]
Verbose = Annotated[
    bool, typer.Option("-v", "--verbose", help="Tell each setting that is no default, and each article as it is read.")
]
