"""Where results and messages go: format, colours, streams, exit codes."""

import io
import os
import shutil
import stat
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import typer

from quotetrace.cli.options import Color
from quotetrace.errors import QuotetraceError
from quotetrace.models import Problem
from quotetrace.render import Format, for_file, named, renderer
from quotetrace.render.page import Page
from quotetrace.render.safe import one_line

TROUBLE = 2


def format_of(name: str | None, as_json: bool, as_jsonl: bool, output: str | None, color: Color) -> Format:
    """The format asked for; else the one of the file's suffix; else a table on a terminal and plain in a pipe."""
    asked = [*([name] if name else []), *(["json"] if as_json else []), *(["jsonl"] if as_jsonl else [])]
    if len(set(asked)) > 1:
        raise QuotetraceError(f"more than one format: {', '.join(asked)}", hint="give one of -f, --json, --jsonl")
    if asked:
        return named(asked[0])
    if output:
        return for_file(output)
    return named("table" if sys.stdout.isatty() or in_color(color) else "plain")


def in_color(color: Color) -> bool:
    """Whether stdout gets colours: the flag, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal."""
    if color is not Color.auto:
        return color is Color.always
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "") not in ("", "0"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def writer(command: str, form: Format, output: str | None, color: Color) -> Callable[..., None]:
    """A function that writes the result of ``command`` in a format, to the file ``output`` or to stdout."""
    render = renderer(form, command)

    def write(*result: object) -> None:
        emit(render(*result, page(color, output)), form, output)

    return write


def page(color: Color, output: str | None) -> Page:
    """The page that stdout or a file is."""
    shown = color is Color.always if output else in_color(color)
    return Page(width=shutil.get_terminal_size().columns, color=shown)


def emit(pieces: Iterable[str], form: Format, output: str | None) -> None:
    """Write ``pieces`` as they come, to the file ``output`` or to stdout."""
    if output:
        try:
            with Path(output).open("w", encoding="utf-8", errors=form.errors, newline="\n") as file:
                file.writelines(pieces)
        except OSError as error:
            raise QuotetraceError(f"{output}: cannot be written ({error.strerror})", hint="check -o") from error
        return
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors=form.errors)
    sys.stdout.writelines(pieces)


def printed_to() -> os.stat_result | None:
    """The status of the file that stdout is, as in ``scan . --json > out.json``; None where it is none."""
    try:
        status = os.fstat(1)
    except OSError:
        return None
    return status if stat.S_ISREG(status.st_mode) else None


class Messages:
    """Problems on stderr, a line each, as they are met; keeps them, and whether an input was lost.

    ``quiet``: notices are kept and not told.
    """

    def __init__(self, debug: bool = False, quiet: bool = False) -> None:
        self.debug = debug
        self.quiet = quiet
        self.problems: list[Problem] = []

    def __call__(self, problem: Problem) -> None:
        self.problems.append(problem)
        if problem.severity == "error" or not self.quiet:
            say(problem.severity, f"{problem.path}: {problem.what}", problem.hint)
        if self.debug and sys.exc_info()[0]:
            traceback.print_exc()

    @property
    def code(self) -> int:
        """The exit code: 2 if an input, or part of one, was lost."""
        return TROUBLE if any(problem.severity == "error" for problem in self.problems) else 0


def say(kind: str, what: str, hint: str) -> None:
    """One line on stderr, above the progress where that is shown."""
    with suppress(OSError):  # a full disk below stderr changes no exit code
        typer.echo(one_line(f"{kind}: {what} (hint: {hint})" if hint else f"{kind}: {what}"), file=sys.stderr)


@contextmanager
def ending(debug: bool) -> Iterator[None]:
    """Turns what can go wrong in a command into a line on stderr and an exit code."""
    try:
        yield
        sys.stdout.flush()
    except typer.Exit:
        raise
    except BrokenPipeError:
        _close_stdout()
        raise typer.Exit(0) from None
    except OSError as error:
        _close_stdout()
        if debug:
            traceback.print_exc()
        say("error", f"cannot read or write: {error}", "check the disk, and where the output goes")
        raise typer.Exit(TROUBLE) from None
    except QuotetraceError as error:
        say("error", str(error), error.hint)
        raise typer.Exit(TROUBLE) from None
    except Exception as error:
        if debug:
            traceback.print_exc()
        say("error", f"{type(error).__name__}: {error}", "a fault of quotetrace: please report it; --debug shows more")
        raise typer.Exit(TROUBLE) from None


def _close_stdout() -> None:
    """What is still to be written goes nowhere, so that nothing is said of it when Python ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
