"""What the user has set, and where: flags, then variables, then the file of --config, then the nearest one.

The names are those of `config.Config`: ``extract.thought`` is the option ``thought`` of the stage ``extract``, in
quotetrace.yml as in [tool.quotetrace], and QUOTETRACE_EXTRACT_THOUGHT as a variable.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, get_type_hints

from quotetrace.config import Config
from quotetrace.errors import QuotetraceError, unknown

FILE = "quotetrace.yml"
PROJECT = "pyproject.toml"
PREFIX = "QUOTETRACE_"
DEFAULT = "default"
FLAG = "flag"
SWITCH = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}
STAGES = {stage.name: type(getattr(Config(), stage.name)) for stage in fields(Config)}
KINDS = {
    f"{stage}.{option}": kind for stage, options in STAGES.items() for option, kind in get_type_hints(options).items()
}
"""The name of every setting → its type: bool, int, float, ``str | None`` or a tuple of strings."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The ``value`` of an option, and its ``origin``: "default", a flag, a variable, or a file."""

    name: str
    value: Any
    origin: str


def settings(flags: Mapping[str, Any], config_file: str | None) -> tuple[Setting, ...]:
    """Every setting with the value that counts, in the order of `config.Config`.

    Args:
        flags: setting → what its flag was given; None where it was not.
        config_file: the file of --config.

    Raises:
        QuotetraceError: a file that cannot be read, a name that is none, a value that cannot be used.
    """
    default = Config()
    found = {name: Setting(name, getattr(getattr(default, stage), option), DEFAULT) for name, stage, option in _names()}
    for setting in (*_nearest(Path.cwd()), *_named(config_file), *_variables(), *_flags(flags)):
        found[setting.name] = _usable(setting)
    return tuple(found.values())


def config(found: tuple[Setting, ...]) -> Config:
    """The options of every stage, as the settings have them."""
    return Config(
        **{
            stage: options(
                **{one.name.partition(".")[2]: one.value for one in found if one.name.startswith(stage + ".")}
            )
            for stage, options in STAGES.items()
        }
    )


def used(folder: Path) -> Path | None:
    """The configuration file that counts for ``folder``: the nearest, in it or above."""
    for place in (folder, *folder.parents):
        if (place / FILE).is_file():
            return place / FILE
        if _table(place / PROJECT) is not None:
            return place / PROJECT
    return None


def _names() -> Iterator[tuple[str, str, str]]:
    for name in KINDS:
        stage, _, option = name.partition(".")
        yield name, stage, option


def _nearest(folder: Path) -> Iterator[Setting]:
    path = used(folder)
    if path is None:
        return
    shown = path.name if path.parent == folder else str(path)
    if path.name == PROJECT:
        yield from _of(_table(path) or {}, f"{shown} [tool.quotetrace]")
    else:
        yield from _named(shown)


def _named(path: str | None) -> Iterator[Setting]:
    if path is None:
        return
    from quotetrace.read.yamls import BadYamlError, load_mapping

    try:
        values = load_mapping(Path(path).read_text("utf-8"))
    except OSError as error:
        raise QuotetraceError(f"{path}: cannot be read ({error.strerror})", hint="check --config") from None
    except (BadYamlError, UnicodeDecodeError) as error:
        raise QuotetraceError(
            f"{path}: {error}", hint="a setting is a line such as 'thought: true' below 'extract:'"
        ) from None
    yield from _of(values, path)


def _table(path: Path) -> Mapping[Any, Any] | None:
    """The table [tool.quotetrace] of a pyproject.toml; None where there is none."""
    if not path.is_file():
        return None
    import tomllib

    try:
        with path.open("rb") as file:
            table = tomllib.load(file).get("tool", {}).get("quotetrace")
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError, AttributeError):
        return None  # another tool's file, and another tool's fault
    return table if isinstance(table, dict) else None


def _of(values: Mapping[Any, Any], origin: str) -> Iterator[Setting]:
    """The settings of a file: a mapping of stages, each a mapping of options."""
    for stage, options in values.items():
        if stage not in STAGES:
            raise _at(origin, unknown("stage", str(stage), list(STAGES)))
        if not isinstance(options, Mapping):
            raise QuotetraceError(
                f"{origin}: {stage} has no options below it", hint=f"known: {', '.join(_options(stage))}"
            )
        for option, value in options.items():
            if option not in _options(stage):
                raise _at(origin, unknown(f"option of {stage}", str(option), _options(stage)))
            yield Setting(f"{stage}.{option}", value, origin)


def _variables() -> Iterator[Setting]:
    known = {PREFIX + name.replace(".", "_").upper(): name for name in KINDS}
    stages = tuple(f"{PREFIX}{stage.upper()}_" for stage in STAGES)
    for variable, value in sorted(os.environ.items()):
        if variable in known:
            yield Setting(known[variable], value, variable)
        elif variable.startswith(stages):
            raise unknown("variable", variable, list(known))


def _flags(flags: Mapping[str, Any]) -> Iterator[Setting]:
    for name, value in flags.items():
        if value is not None and value != []:
            yield Setting(name, value, FLAG)


def _options(stage: str) -> list[str]:
    return [option.name for option in fields(STAGES[stage])]


def _usable(setting: Setting) -> Setting:
    """The setting with a value of its type, which its stage takes."""
    stage, _, option = setting.name.partition(".")
    try:
        value = _value(KINDS[setting.name], setting.value)
        STAGES[stage](**{option: value})
        if setting.name == "read.language" and value:
            _language(value)
    except QuotetraceError as error:
        raise error if setting.origin == FLAG else _at(f"{setting.origin}: {setting.name}", error) from None
    return replace(setting, value=value)


def _value(kind: Any, given: Any) -> Any:
    """What is ``given``, as text or as TOML has it, in the type of its setting."""
    if kind == tuple[str, ...]:
        parts = given.split(",") if isinstance(given, str) else given
        if not isinstance(parts, list | tuple) or not all(isinstance(part, str) for part in parts):
            raise QuotetraceError(f"{given!r} is no list of words", hint="a list, or words with commas between them")
        return tuple(part.strip() for part in parts if part.strip())
    text = str(given) if not isinstance(given, list | tuple | Mapping) else None
    try:
        if text is None:
            raise ValueError
        if kind is bool:
            return SWITCH[text.strip().lower()]
        if kind in (int, float):
            return kind(text)
    except (KeyError, ValueError):
        wanted = {bool: "true or false", int: "a whole number", float: "a number"}.get(kind, "text")
        raise QuotetraceError(f"{given!r} is not {wanted}", hint=f"give {wanted}") from None
    return text or None


def _language(code: str) -> None:
    from quotetrace.lang import codes

    if code[:2].lower() not in codes():
        raise unknown("language", code, codes())


def _at(where: str, error: QuotetraceError) -> QuotetraceError:
    return QuotetraceError(f"{where}: {error}", hint=error.hint)
