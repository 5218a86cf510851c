"""sources.yml (glob → metadata) and article.txt.yml, beside the articles or in a parent folder of the given path."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from fnmatch import translate
from pathlib import Path
from typing import NamedTuple

from quotetrace.models import Problem
from quotetrace.read.facts import ALIASES, FIELDS, Facts, quoted, stated
from quotetrace.read.find import cannot_read, shown
from quotetrace.read.stream import Fetch, UnreadableError, decode, on_disk
from quotetrace.read.yamls import BadYamlError, load_mapping

TABLES = ("sources.yml", "sources.yaml")
SIDECARS = (".yml", ".yaml")


class Rule(NamedTuple):
    """One line of sources.yml: the articles whose path ``matches``, and what is known of them."""

    matches: re.Pattern[str]
    facts: Facts


Cache = dict[Path, tuple[Rule, ...]]
"""Folder → the rules of its sources.yml, filled during one run."""


def facts_beside(path: Path, root: Path, cache: Cache, fetch: Fetch = on_disk) -> Iterator[Facts | Problem]:
    """What the sidecar of a file, and then each sources.yml from its folder up to ``root``, say of it.

    A later rule of one sources.yml beats an earlier one, and a nearer sources.yml one further up. A Problem comes out
    the first time the file that holds it is met.
    """
    for end in SIDECARS:
        yield from _sidecar(path.with_name(path.name + end), fetch)
    for folder in (path.parent, *path.parent.parents) if path.is_relative_to(root) else (path.parent,):
        if folder not in cache:
            rules = list(_rules(folder, fetch))
            cache[folder] = tuple(rule for rule in rules if isinstance(rule, Rule))
            yield from (rule for rule in rules if isinstance(rule, Problem))
        relative = path.relative_to(folder).as_posix()
        yield from (rule.facts for rule in reversed(cache[folder]) if rule.matches.match(relative))
        if folder == root:
            return


def _load(path: Path, fetch: Fetch) -> Mapping[object, object] | Problem | None:
    try:
        data = fetch(path)
        return None if data is None else load_mapping(decode(data).text)
    except OSError as error:
        return cannot_read(shown(path), error)
    except UnreadableError as error:
        return Problem(shown(path), error.what, error.hint)
    except BadYamlError as error:
        return Problem(shown(path), str(error), "quote patterns and values that hold a colon, * or #")


def _sidecar(path: Path, fetch: Fetch) -> Iterator[Facts | Problem]:
    values = _load(path, fetch)
    if isinstance(values, Problem):
        yield values
    elif values is not None:
        yield from _unknown_keys(values, path, "")
        yield stated(values, shown(path.name))


def _rules(folder: Path, fetch: Fetch) -> Iterator[Rule | Problem]:
    for name in TABLES:
        path = folder / name
        table = _load(path, fetch)
        if isinstance(table, Problem):
            yield table
        elif table is not None:
            for pattern, values in table.items():
                yield from _rule(str(pattern), values, path)


def _rule(pattern: str, values: object, path: Path) -> Iterator[Rule | Problem]:
    if not isinstance(values, dict):
        hint = f"indent under it lines such as 'outlet: The Courier'; known: {', '.join(FIELDS)}"
        yield Problem(shown(path), f"{quoted(pattern)} has no metadata", hint, "notice")
        return
    yield from _unknown_keys(values, path, f"{quoted(pattern)}: ")
    anywhere = "" if "/" in pattern else "(?:.*/)?"
    yield Rule(re.compile(anywhere + translate(pattern.removeprefix("./")), re.S), stated(values, path.name))


def _unknown_keys(values: Mapping[object, object], path: Path, place: str) -> Iterator[Problem]:
    for key in values:
        if key not in FIELDS:
            same = [field for field, names in ALIASES.items() if str(key) in names]
            near = same or get_close_matches(str(key), FIELDS, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(FIELDS)}"
            yield Problem(shown(path), f"{place}unknown key {quoted(key)}", hint, "notice")
