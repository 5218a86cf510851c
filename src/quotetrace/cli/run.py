"""What commands share: groups of options, each written once, and the run that they set up."""

import sys
from collections.abc import Callable, Iterator
from inspect import Parameter, Signature, signature
from itertools import chain, islice
from pathlib import Path
from typing import Any

import typer

from quotetrace.cli import options as opt
from quotetrace.cli.output import Messages, ending, format_of, printed_to, say, writer
from quotetrace.cli.progress import Meter, may_show
from quotetrace.cli.settings import DEFAULT, Setting, config, settings
from quotetrace.config import Config
from quotetrace.errors import QuotetraceError
from quotetrace.models import Article, Problem

STDIN = STDOUT = "-"
Group = dict[str, tuple[Any, Any]]
"""Name of a parameter → its annotation and its default."""

READING: Group = {
    "read.language": (opt.Language, None),
    "read.map": (opt.Map, None),
}
CHOOSING: Group = {
    "read.include": (opt.Include, None),
    "read.exclude": (opt.Exclude, None),
}
METADATA: Group = {
    "read.outlet": (opt.Outlet, None),
    "read.published": (opt.Published, None),
}
SPEECH: Group = {
    "extract.indirect": (opt.Indirect, None),
    "extract.thought": (opt.Thought, None),
}
CHECKING: Group = {
    "check.fail_on": (opt.FailOn, None),
    "check.indirect": (opt.CheckIndirect, None),
}
ENDING: Group = {
    "config_file": (opt.ConfigFile, None),
    "quiet": (opt.Quiet, False),
    "verbose": (opt.Verbose, False),
    "debug": (opt.Debug, False),
}


def writing(view: str) -> Group:
    """The options that say how and where the result of ``view`` is written."""
    return {
        "form": (opt.format_name(view), None),
        "as_json": (opt.AsJson, False),
        "as_jsonl": (opt.as_jsonl(view), False),
        "output": (opt.Output, None),
        "color": (opt.ColorWhen, opt.Color.auto),
    }


class Run:
    """One run of a command: its settings, its messages, and where its result goes."""

    def __init__(self, given: dict[str, Any]) -> None:
        flags = {name: value for name, value in given.items() if "." in name}
        self._given = given
        self._stdin_is_taken = False
        self._output: str | None = None if given["output"] == STDOUT else given["output"]
        self.settings: tuple[Setting, ...] = settings(flags, given["config_file"])
        self.config: Config = config(self.settings)
        self.messages = Messages(given["debug"], given["quiet"])
        self.meter = Meter(may_show(given["quiet"]))
        if given["verbose"]:
            self._tell_settings()

    def writer(self, view: str) -> Callable[..., None]:
        """A function that writes the result of ``view`` in the format asked for, to where it is to go."""
        color: opt.Color = self._given["color"]
        form = format_of(self._given["form"], self._given["as_json"], self._given["as_jsonl"], self._output, color)
        write = writer(view, form, self._output, color)

        def written(*result: object) -> None:
            if not self._output and sys.stdout.isatty():
                self.meter.stop()
            write(*result)

        return written

    def read(self, paths: list[str]) -> Iterator[Article | Problem]:
        """What `read` yields, its first item there already: a wrong option is told before anything is printed."""
        from quotetrace.read import read

        self._refuse_to_overwrite(paths)
        self._take_stdin(paths)
        items = self.meter.read(read(sorted(set(paths)), self.config.read, printed_to()))
        if self._given["verbose"]:
            items = _told(items)
        return chain([*islice(items, 1)], items)

    def _take_stdin(self, paths: list[str]) -> None:
        if STDIN not in paths:
            return
        if self._stdin_is_taken:
            raise QuotetraceError("stdin is given twice and can be read once", hint="save one of the two as a file")
        self._stdin_is_taken = True

    def _refuse_to_overwrite(self, paths: list[str]) -> None:
        """Also where the output is one of the files in a folder: those of the last run are no articles of the next."""
        from quotetrace.read import files

        output = self._output
        if not output or not Path(output).is_file():
            return
        read: list[str | Path] = [*paths, *files(paths, self.config.read)]
        if any(_is_file_at(output, path) for path in read):
            hint = "give -o another name, or leave the file out with --exclude"
            raise QuotetraceError(f"{output}: it is read, and would be overwritten", hint=hint)

    def _tell_settings(self) -> None:
        for one in self.settings:
            if one.origin != DEFAULT:
                say("setting", f"{one.name} is {one.value} ({one.origin})", "")

    def code(self, otherwise: int = 0) -> int:
        """The exit code: 2 if an input was lost, else ``otherwise``."""
        return self.messages.code or otherwise


def _is_file_at(output: str, path: str | Path) -> bool:
    """Whether two paths lead to one file that is there."""
    try:
        return Path(output).samefile(path)
    except (OSError, ValueError):
        return False


def _told(items: Iterator[Article | Problem]) -> Iterator[Article | Problem]:
    """``items``, each article told as it passes: its key, outlet, date and language where they are known."""
    for item in items:
        if isinstance(item, Article):
            known = ", ".join(filter(None, (item.key, item.outlet, item.published, item.language)))
            say("read", f"{known}, {len(item.text):,} characters", "")
        yield item


Command = Callable[..., int]


def command(app: typer.Typer, *groups: Group, **how: Any) -> Callable[[Command], Command]:
    """A command with the options of ``groups`` behind its own; it takes a `Run` first and returns its exit code.

    An option that is a setting is named like it, with a dot, which no parameter can be: typer is given another name.
    """
    shared = {name: option for group in (*groups, ENDING) for name, option in group.items()}

    def add(function: Command) -> Command:
        def called(**given: Any) -> None:
            with ending(given["debug"]):
                run = Run({name: given.pop(_parameter(name)) for name in shared})
                try:
                    code = function(run, **given)
                finally:
                    run.meter.stop()
            raise typer.Exit(code)

        own = list(signature(function, eval_str=True).parameters.values())[1:]
        added = [
            Parameter(_parameter(name), Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
            for name, (annotation, default) in shared.items()
        ]
        called.__signature__ = Signature([*own, *added])  # type: ignore[attr-defined]
        called.__annotations__ = {}
        called.__doc__, called.__name__ = function.__doc__, function.__name__
        app.command(**how)(called)
        return function

    return add


def _parameter(name: str) -> str:
    return name.replace(".", "_")
