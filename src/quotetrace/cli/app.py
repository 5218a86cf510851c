"""The commands. Each parses, calls, renders, exits; what it needs is imported when it runs."""

from importlib.resources import files
from typing import Annotated

import typer

from quotetrace._version import __version__
from quotetrace.cli import options as opt
from quotetrace.cli.output import ending, say
from quotetrace.cli.paths import ManyPaths
from quotetrace.cli.run import CHECKING, CHOOSING, METADATA, READING, SPEECH, Run, command, writing
from quotetrace.cli.sample import sample
from quotetrace.errors import QuotetraceError, unknown
from quotetrace.models import Article, Entry

SCHEMAS = files("quotetrace.render") / "schemas"

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
settings_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="The settings that count here.")
app.add_typer(settings_app, name="config")


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, help="Print the version.", callback=lambda on: _version(on))
    ] = False,
) -> None:
    """Who said it, in which words, and which outlet took the wording from whom."""


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"quotetrace {__version__}")
        raise typer.Exit


@command(app, writing("scan"), METADATA, READING, CHOOSING, SPEECH)
def scan(run: Run, paths: opt.Paths, by: opt.By = None) -> int:
    """Which statements several articles quote, and how they spread."""
    if by and by not in opt.SUMMARIES:
        raise unknown("summary", by, opt.SUMMARIES)
    write = run.writer(f"scan_by_{by}" if by else "scan")
    from quotetrace import pipeline

    write(pipeline.scan(run.read(paths), run.config, report=run.messages, watch=run.meter.analysed))
    return run.code()


@command(app, writing("diff"), READING, SPEECH)
def diff(
    run: Run,
    a: Annotated[str, typer.Argument(metavar="A", help="One article; - is stdin.", show_default=False)],
    b: Annotated[str, typer.Argument(metavar="B", help="The other.", show_default=False)],
) -> int:
    """What two articles share, and every word that differs. Exit code 0: the same text, 1: different, 2: trouble."""
    write = run.writer("diff")
    from quotetrace import pipeline

    found = pipeline.diff(_one(a, run), _one(b, run), run.config)
    write(found)
    return run.code(0 if found.same else 1)


@command(app, writing("extract"), METADATA, READING, CHOOSING, SPEECH)
def extract(run: Run, paths: opt.Paths) -> int:
    """The quotes alone: who said what, article by article."""
    write = run.writer("extract")
    from quotetrace import pipeline

    write(pipeline.extract(run.read(paths), run.config, report=run.messages), run.messages.problems)
    return run.code()


@command(app, writing("explain"), METADATA, READING, CHOOSING, SPEECH)
def explain(run: Run, asked: opt.Id, paths: opt.Paths) -> int:
    """Why a scan says so: each reason for what it found. Exit code 0: found, 1: not, 2: trouble."""
    write = run.writer("explain")
    from quotetrace import pipeline
    from quotetrace.cli.ids import NotFoundError, checked, subject_of
    from quotetrace.render.subject import part

    key = checked(asked)
    found = pipeline.scan(run.read(paths), run.config, report=run.messages, watch=run.meter.analysed)
    try:
        subject = subject_of(key, found)
    except NotFoundError as error:
        say("error", str(error), error.hint)
        return run.code(1)
    write(subject, part(found, subject))
    return run.code()


@command(app, CHECKING, writing("check"), READING, CHOOSING, cls=ManyPaths)
def check(run: Run, drafts: opt.Drafts, against: opt.Against) -> int:
    """Every quote of a draft held against its sources. Exit code 0: all hold, 1: not all, 2: trouble."""
    write = run.writer("check")
    from quotetrace import pipeline

    found = pipeline.check(run.read(drafts), run.read(against), run.config, report=run.messages)
    write(found)
    return run.code(0 if all(one.holds for one in found.checked) else 1)


@command(app, writing("find"), METADATA, READING, CHOOSING)
def find(run: Run, wording: opt.Wording, paths: opt.Paths) -> int:
    """Where a wording occurs, in marks or not, in which variants. Exit code 0: found, 1: not, 2: trouble."""
    write = run.writer("find")
    from quotetrace import pipeline

    found = pipeline.find(wording, run.read(paths), run.config, report=run.messages)
    write(found)
    return run.code(0 if found.variants else 1)


@command(app, writing("scan"), SPEECH)
def demo(run: Run) -> int:
    """A scan of the sample articles: six invented outlets, one flood."""
    write = run.writer("scan")
    from quotetrace import pipeline

    with sample() as folder:
        write(pipeline.scan(run.read([folder]), run.config, report=run.messages))
    return run.code()


@command(app, writing("doctor"))
def doctor(run: Run) -> int:
    """What is installed, and how to get what is missing."""
    from quotetrace.cli.doctor import findings

    run.writer("doctor")(findings())
    return run.code()


@command(settings_app, CHECKING, writing("config"), METADATA, READING, CHOOSING, name="show")
def config_show(run: Run) -> int:
    """Every setting, its value, and where it comes from."""
    run.writer("config")(tuple(Entry(one.name, one.value, one.origin) for one in run.settings))
    return run.code()


@app.command()
def schema(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="A command that has --json.", show_default=False, autocompletion=lambda: _schemas()
        ),
    ],
) -> None:
    """The JSON Schema of what a command prints with --json."""
    with ending(debug=False):
        if name not in _schemas():
            raise unknown("schema", name, _schemas())
        typer.echo((SCHEMAS / f"{name}.json").read_text("utf-8"), nl=False)


def _schemas() -> list[str]:
    return sorted(entry.name.removesuffix(".json") for entry in SCHEMAS.iterdir() if entry.name.endswith(".json"))


def _one(path: str, run: Run) -> Article:
    """The only article of ``path``; where it was lost, that has been told."""
    from quotetrace.pipeline import only

    try:
        return only(run.read([path]), path, run.messages)
    except QuotetraceError:
        if run.messages.code:
            raise typer.Exit(run.messages.code) from None
        raise
