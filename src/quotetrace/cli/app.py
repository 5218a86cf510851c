"""The commands. Each parses, calls, renders, exits; what it needs is imported when it runs."""

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from itertools import chain, islice
from typing import Annotated

import typer

from quotetrace._version import __version__
from quotetrace.cli import options as opt
from quotetrace.cli.output import Messages, ending, format_of, say, writer
from quotetrace.cli.paths import ManyPaths
from quotetrace.config import FAILING, FAILS, CheckOptions, Config, ExtractOptions, ReadOptions
from quotetrace.errors import QuotetraceError, unknown
from quotetrace.models import Article, Problem

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


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


@app.command()
def scan(
    paths: opt.Paths,
    by: opt.By = None,
    form: opt.FormatName = None,
    as_json: opt.AsJson = False,
    as_jsonl: opt.AsJsonl = False,
    output: opt.Output = None,
    color: opt.ColorWhen = opt.Color.auto,
    outlet: opt.Outlet = None,
    published: opt.Published = None,
    language: opt.Language = None,
    names: opt.Map = None,
    no_indirect: opt.NoIndirect = False,
    thought: opt.Thought = False,
    debug: opt.Debug = False,
) -> None:
    """Which statements several articles quote, in which wordings, and how they spread."""
    with ending(debug):
        if by and by not in opt.SUMMARIES:
            raise unknown("summary", by, opt.SUMMARIES)
        view = f"scan_by_{by}" if by else "scan"
        write = writer(view, format_of(form, as_json, as_jsonl, output, color), output, color)
        from quotetrace import pipeline

        config = _config(outlet, published, language, names, no_indirect, thought)
        messages = Messages(debug)
        write(pipeline.scan(_read(paths, config), config, report=messages))
    raise typer.Exit(messages.code)


@app.command()
def diff(
    a: Annotated[str, typer.Argument(metavar="A", help="One article; - is stdin.", show_default=False)],
    b: Annotated[str, typer.Argument(metavar="B", help="The other.", show_default=False)],
    form: opt.FormatName = None,
    as_json: opt.AsJson = False,
    as_jsonl: opt.AsJsonl = False,
    output: opt.Output = None,
    color: opt.ColorWhen = opt.Color.auto,
    language: opt.Language = None,
    names: opt.Map = None,
    no_indirect: opt.NoIndirect = False,
    thought: opt.Thought = False,
    debug: opt.Debug = False,
) -> None:
    """What two articles share, and every word that differs. Exit code 0: the same text, 1: different, 2: trouble."""
    with ending(debug):
        write = writer("diff", format_of(form, as_json, as_jsonl, output, color), output, color)
        from quotetrace import pipeline

        config = _config(None, None, language, names, no_indirect, thought)
        messages = Messages(debug)
        found = pipeline.diff(_one(a, config, messages), _one(b, config, messages), config)
        write(found)
    raise typer.Exit(messages.code or (0 if found.same else 1))


@app.command()
def extract(
    paths: opt.Paths,
    form: opt.FormatName = None,
    as_json: opt.AsJson = False,
    as_jsonl: opt.AsJsonl = False,
    output: opt.Output = None,
    color: opt.ColorWhen = opt.Color.auto,
    outlet: opt.Outlet = None,
    published: opt.Published = None,
    language: opt.Language = None,
    names: opt.Map = None,
    no_indirect: opt.NoIndirect = False,
    thought: opt.Thought = False,
    debug: opt.Debug = False,
) -> None:
    """The quotes alone: who said what, article by article."""
    with ending(debug):
        write = writer("extract", format_of(form, as_json, as_jsonl, output, color), output, color)
        from quotetrace import pipeline

        config = _config(outlet, published, language, names, no_indirect, thought)
        messages = Messages(debug)
        write(pipeline.extract(_read(paths, config), config, report=messages), messages.problems)
    raise typer.Exit(messages.code)


@app.command()
def explain(
    asked: opt.Id,
    paths: opt.Paths,
    form: opt.FormatName = None,
    as_json: opt.AsJson = False,
    output: opt.Output = None,
    color: opt.ColorWhen = opt.Color.auto,
    outlet: opt.Outlet = None,
    published: opt.Published = None,
    language: opt.Language = None,
    names: opt.Map = None,
    no_indirect: opt.NoIndirect = False,
    thought: opt.Thought = False,
    debug: opt.Debug = False,
) -> None:
    """Why a scan says so: every reason for a link, family, quote or article. Exit code 0: found, 1: not, 2: trouble."""
    with ending(debug):
        write = writer("explain", format_of(form, as_json, False, output, color), output, color)
        from quotetrace import pipeline
        from quotetrace.cli.ids import NotFoundError, checked, subject_of
        from quotetrace.render.subject import part

        key, config, messages = (
            checked(asked),
            _config(outlet, published, language, names, no_indirect, thought),
            Messages(debug),
        )
        found = pipeline.scan(_read(paths, config), config, report=messages)
        try:
            subject = subject_of(key, found)
        except NotFoundError as error:
            say("error", str(error), error.hint)
            raise typer.Exit(messages.code or 1) from None
        write(subject, part(found, subject))
    raise typer.Exit(messages.code)


@app.command(cls=ManyPaths)
def check(
    drafts: opt.Drafts,
    against: opt.Against,
    fail_on: opt.FailOn = None,
    indirect: opt.Indirect = False,
    form: opt.FormatName = None,
    as_json: opt.AsJson = False,
    as_jsonl: opt.AsJsonl = False,
    output: opt.Output = None,
    color: opt.ColorWhen = opt.Color.auto,
    language: opt.Language = None,
    names: opt.Map = None,
    debug: opt.Debug = False,
) -> None:
    """Every quote of a draft held against its sources. Exit code 0: all hold, 1: not all, 2: trouble."""
    with ending(debug):
        write = writer("check", format_of(form, as_json, as_jsonl, output, color), output, color)
        from quotetrace import pipeline

        config = _config(None, None, language, names, False, False)
        config = replace(config, check=CheckOptions(indirect, _fails(fail_on)))
        messages = Messages(debug)
        found = pipeline.check(_read(drafts, config), _read(against, config), config, report=messages)
        write(found)
    raise typer.Exit(messages.code or (0 if all(one.holds for one in found.checked) else 1))


@app.command()
def find(
    wording: opt.Wording,
    paths: opt.Paths,
    form: opt.FormatName = None,
    as_json: opt.AsJson = False,
    as_jsonl: opt.AsJsonl = False,
    output: opt.Output = None,
    color: opt.ColorWhen = opt.Color.auto,
    outlet: opt.Outlet = None,
    published: opt.Published = None,
    language: opt.Language = None,
    names: opt.Map = None,
    debug: opt.Debug = False,
) -> None:
    """Where a wording occurs, in marks or not, in which variants. Exit code 0: found, 1: not, 2: trouble."""
    with ending(debug):
        write = writer("find", format_of(form, as_json, as_jsonl, output, color), output, color)
        from quotetrace import pipeline

        config = _config(outlet, published, language, names, False, False)
        messages = Messages(debug)
        found = pipeline.find(wording, _read(paths, config), config, report=messages)
        write(found)
    raise typer.Exit(messages.code or (0 if found.variants else 1))


@app.command()
def schema(
    name: Annotated[str, typer.Argument(metavar="NAME", help="scan, extract, diff or explain.", show_default=False)],
) -> None:
    """The JSON Schema of what a command prints with --json."""
    with ending(debug=False):
        folder = files("quotetrace.render") / "schemas"
        names = sorted(entry.name.removesuffix(".json") for entry in folder.iterdir() if entry.name.endswith(".json"))
        if name not in names:
            raise unknown("schema", name, names)
        typer.echo((folder / f"{name}.json").read_text("utf-8"), nl=False)


def _config(
    outlet: str | None, published: str | None, language: str | None, names: str | None, no_indirect: bool, thought: bool
) -> Config:
    from quotetrace.lang import codes

    if language and language[:2].lower() not in codes():
        raise unknown("language", language, codes())
    return Config(
        read=ReadOptions(outlet=outlet, published=published, language=language, map=names),
        extract=ExtractOptions(indirect=not no_indirect, thought=thought),
    )


def _fails(asked: str | None) -> tuple[str, ...]:
    """The verdicts and flags that count against a quote."""
    if asked is None:
        return FAILS
    found = tuple(name for part in asked.split(",") if (name := part.strip()))
    for name in found:
        if name not in FAILING:
            raise unknown("verdict or flag", name, FAILING)
    return found


def _read(paths: list[str], config: Config) -> Iterator[Article | Problem]:
    """What `read` yields, with the first item there already: a wrong option is told before anything is printed."""
    from quotetrace.read import read

    items = read(sorted(set(paths)), config.read)
    return chain([*islice(items, 1)], items)


def _one(path: str, config: Config, messages: Messages) -> Article:
    """The only article of ``path``; for `diff`, anything else is an error."""
    articles = []
    for item in _read([path], config):
        if isinstance(item, Problem):
            messages(item)
        else:
            articles.append(item)
    if not articles and messages.code:
        raise typer.Exit(messages.code)
    if len(articles) != 1:
        found = f"{len(articles)} articles" if articles else "no article"
        raise QuotetraceError(f"{path}: {found} where diff takes one", hint="give one article on each side")
    return articles[0]
