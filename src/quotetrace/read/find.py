"""Paths as the user gives them → the files to read, in a fixed order."""

import glob
import os
import stat
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from pathlib import Path, PurePath
from typing import NamedTuple

from quotetrace.models import Problem
from quotetrace.read.choose import IGNORE, Choice, chain, excluded, heed, wanted
from quotetrace.read.formats import SUFFIXES, suffix
from quotetrace.read.stream import Fetch, UnreadableError, on_disk

STDIN = "-"
METADATA_SUFFIXES = (".yml", ".yaml")
NOT_ARTICLES = ("readme", "license", "licence")
"""Files that speak of a folder and are no articles in it; one that the user names is read all the same."""


PAGE_FOLDERS = ("_files", "-Dateien", "_fichiers", "_archivos", "_bestanden", "_ficheiros", "_file", "-filer")
"""What browsers add to the name of a page, for the folder of what it shows; the word is that of their language."""


class File(NamedTuple):
    """A file to read: ``name`` is its path as given, ``root`` the folder where the search for sources.yml ends.

    ``path`` is None for standard input.
    """

    name: str
    path: Path | None
    root: Path


def shown(path: str | Path) -> str:
    """``path`` with undecodable bytes replaced, so that it can be written to any output."""
    return os.fsencode(path).decode("utf-8", "replace")


def find(paths: Sequence[str], by: Choice, output: os.stat_result | None = None) -> Iterator[File | Problem]:
    """The wanted files of those that ``paths`` stand for: files, folders, quoted globs, "-"; folders sorted, hidden
    entries skipped. A file that several paths lead to comes once, the one that ``output`` is of not at all."""
    found: set[str] = set()
    for item in _each(paths, by):
        if output and isinstance(item, File) and item.path and _is_at(item.path, output):
            yield Problem(item.name, "left out", "the output is printed to it", "notice")
            continue
        if isinstance(item, File) and item.path and len(paths) > 1:
            real = os.path.realpath(item.path)
            if real in found:
                continue
            found.add(real)
        yield item


def _is_at(path: Path, status: os.stat_result) -> bool:
    """Whether ``path`` leads to the file of that ``status``."""
    try:
        return os.path.samestat(status, path.stat())
    except OSError:
        return False


def _each(paths: Sequence[str], by: Choice) -> Iterator[File | Problem]:
    left: list[str] = []
    for given in paths:
        if given == STDIN:
            yield File(STDIN, None, Path())
            continue
        if not given:
            yield Problem("''", "an empty path", "a variable that is not set? This folder is .")
            continue
        path = Path(given)
        try:
            path.lstat()
            is_folder = path.is_dir()
        except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a NUL in the path
            yield from _glob(given, by) if glob.has_magic(given) else [_missing(given, path)]
        except OSError as error:
            yield cannot_read(shown(given), error)
        else:
            if is_folder:
                yield from _folder(given, by)
            elif excluded(path, Path(path.anchor), by):
                left.append(shown(given))
            else:
                yield from _named(given)
    if left:
        more = f", and so are {len(left) - 1} more that were named" if left[1:] else ""
        yield Problem(left[0], f"left out{more}", "--exclude holds for named files too", "notice")


def _missing(given: str, path: Path) -> Problem:
    return Problem(shown(given), "no such file or folder", _near(path))


def _near(path: Path) -> str:
    from difflib import get_close_matches

    try:
        near = get_close_matches(path.name, sorted(entry.name for entry in path.parent.iterdir()), n=1)
    except (OSError, ValueError):
        return f"there is no folder {shown(path.parent)!r} either; check the path"
    return f"did you mean {shown(path.parent / near[0])!r}?" if near else "check the path"


def _named(given: str) -> Iterator[File | Problem]:
    path = Path(given)
    try:
        regular = stat.S_ISREG(path.stat().st_mode)
    except OSError as error:
        yield cannot_read(shown(given), error)
        return
    if regular and suffix(path) in METADATA_SUFFIXES:
        yield Problem(shown(given), "metadata, not an article", "give the articles; it is found beside them", "notice")
    elif regular and suffix(path) not in SUFFIXES:
        what = f"not a format that can be read ({suffix(path) or 'no suffix'})"
        yield Problem(shown(given), what, f"known: {' '.join(SUFFIXES)}; plain text can be piped to -")
    else:
        yield File(shown(given), path, path.parent)


def _glob(pattern: str, by: Choice) -> Iterator[File | Problem]:
    root = _fixed(pattern)

    def hits() -> Iterator[File | Problem]:
        for given in sorted(glob.glob(pattern, recursive=True)):  # noqa: PTH207  (Path.glob takes no absolute pattern)
            path = Path(given)
            for folder in chain(path, root):
                yield from heeded(folder, by)
            if not path.is_dir():
                yield File(shown(given), path, root)
            elif "**" not in pattern and wanted(path, root, by, is_folder=True):  # ** matches what is in it as well
                yield from _walk(given, by, root)

    hint = "** reaches into sub-folders: 'news/**/*.txt'"
    yield from sifted(hits(), pattern, Problem(shown(pattern), "the pattern matches no article", hint), by)


def _fixed(pattern: str) -> Path:
    """The folder that every path which ``pattern`` matches lies in.

    >>> _fixed("news/2024-*/may/*.txt").as_posix()
    'news'
    """
    return Path(*takewhile(lambda part: not glob.has_magic(part), Path(pattern).parts))


def _folder(given: str, by: Choice) -> Iterator[File | Problem]:
    hint = f"known: {' '.join(SUFFIXES)}, also in sub-folders"
    none = Problem(shown(given), "no articles in this folder", hint)
    yield from sifted(_walk(given, by, Path(given)), given, none, by)


def heeded(folder: Path, by: Choice, fetch: Fetch = on_disk) -> Iterator[Problem]:
    """Take note of what the .quotetraceignore in ``folder`` says; what is wrong with it."""
    name = shown(folder / IGNORE)
    try:
        heed(folder, by, fetch)
    except UnreadableError as error:
        yield Problem(name, error.what, error.hint, "notice")
    except OSError as error:
        yield replace(cannot_read(name, error), severity="notice")


def sifted(
    items: Iterator[File | Problem], given: str, none: Problem, by: Choice | None = None
) -> Iterator[File | Problem]:
    """The wanted of ``items``, without what is no article, a notice of the suffixes left out, and ``none`` where
    nothing is left and no error says why."""
    skipped: Counter[str] = Counter()
    count = 0
    for item in items:
        if by and isinstance(item, File) and item.path and not wanted(item.path, item.root, by):
            continue
        why = _skipped(item.path) if isinstance(item, File) and item.path else None
        if why is None:
            count += isinstance(item, File) or item.severity == "error"
            yield item
        elif why:
            skipped[why] += 1
    if skipped:
        what = "skipped, not formats that can be read: " + ", ".join(f"{n} × {s}" for s, n in sorted(skipped.items()))
        yield Problem(shown(given), what, f"known: {' '.join(SUFFIXES)}", "notice")
    if not count and by and by.leaves_out():
        yield Problem(shown(given), "every article is left out", f"see --include, --exclude and {IGNORE}", "notice")
    elif not count:
        yield none


def _skipped(path: Path) -> str | None:
    """None for a file to read, "" for one to pass over quietly, else the unknown suffix."""
    end = suffix(path)
    if end in METADATA_SUFFIXES or path.name == IGNORE or path.name.split(".")[0].casefold() in NOT_ARTICLES:
        return ""
    return None if end in SUFFIXES else end or "no suffix"


def _walk(given: str, by: Choice, root: Path) -> Iterator[File | Problem]:
    """Every file in a folder, depth first in the order of names; a folder is entered once, whatever links to it, and
    not at all where it is not wanted."""
    top = Path(given)
    stack, entered = [top], set()
    while stack:
        path = stack.pop()
        relative = path.relative_to(top).as_posix()
        name = shown(given if path == top else f"{given.rstrip('/')}/{relative}")
        try:
            status = path.stat()
            if not stat.S_ISDIR(status.st_mode):
                yield _entry(name, path, root, status.st_mode)
                continue
            if path != top and not wanted(path, root, by, is_folder=True):
                continue
            if (status.st_dev, status.st_ino) in entered:
                yield Problem(name, "links to a folder already read", "remove the link if it is a loop", "notice")
                continue
            entered.add((status.st_dev, status.st_ino))
            entries = sorted(path.iterdir(), reverse=True)
            yield from heeded(path, by)
            there = set(entries).__contains__
            stack.extend(e for e in entries if not e.name.startswith(".") and not belongs_to_page(e, there))
        except OSError as error:
            yield cannot_read(name, error)


def belongs_to_page(folder: PurePath, exists: Callable[[PurePath], bool]) -> bool:
    """Whether ``folder`` is what a browser saved beside a page: its pictures, styles and frames.

    >>> belongs_to_page(PurePath("news/Ferry_files"), {PurePath("news/Ferry.html")}.__contains__)
    True
    """
    page = next((folder.name.removesuffix(end) for end in PAGE_FOLDERS if folder.name.endswith(end)), None)
    return bool(page) and any(exists(folder.with_name(f"{page}{end}")) for end in (".html", ".htm", ".xhtml"))


def _entry(name: str, path: Path, root: Path, mode: int) -> File | Problem:
    if stat.S_ISREG(mode):
        return File(name, path, root)
    return Problem(name, "a pipe, socket or device, not a file", "name it on the command line to read it", "notice")


def cannot_read(name: str, error: OSError) -> Problem:
    """The Problem for a file that the system refuses to open or to go on reading."""
    hints = {
        PermissionError: "you may not read it: check its permissions",
        FileNotFoundError: "a link that leads nowhere, or removed meanwhile",
    }
    hint = hints.get(type(error), "check the disk, and that the file is whole")
    return Problem(name, f"cannot be read: {error.strerror or error}", hint)
