"""Which files are wanted: what --include, --exclude and each folder's .quotetraceignore say, in gitignore's syntax."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quotetrace.config import ReadOptions
from quotetrace.errors import QuotetraceError
from quotetrace.read.formats import suffix
from quotetrace.read.stream import BESIDE, Fetch, UnreadableError, decode

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE = ".quotetraceignore"
MOST_STARS = 4
"""In one pattern; the time to try it grows with the length of a path to the power of their number."""


class Choice(NamedTuple):
    """``include`` and ``exclude``: the patterns of the flags. ``ignored``: folder → those of its .quotetraceignore,
    filled as folders are entered."""

    include: "GitIgnoreSpec | None"
    exclude: "GitIgnoreSpec | None"
    ignored: "dict[Path, GitIgnoreSpec | None]"

    def leaves_out(self) -> bool:
        """Whether anything has been said that could leave a file out."""
        return bool(self.include or self.exclude or any(self.ignored.values()))


def choice(options: ReadOptions) -> Choice:
    """What the flags choose; no folder is entered yet.

    Raises:
        QuotetraceError: a pattern cannot be used.
    """
    return Choice(_flag("--include", options.include), _flag("--exclude", options.exclude), {})


def wanted(path: Path, root: Path, by: Choice, is_folder: bool = False) -> bool:
    """Whether what is at ``path`` in the folder ``root`` is to be read: by the flags, then by the nearest
    .quotetraceignore that speaks of it."""
    return not (
        excluded(path, root, by, is_folder)
        or _is_not_included(path, root, by, is_folder)
        or _is_ignored(path, root, by, is_folder)
    )


def excluded(path: Path, root: Path, by: Choice, is_folder: bool = False) -> bool:
    """Whether --exclude leaves out what is at ``path``."""
    return bool(by.exclude and _says(by.exclude, path, root, is_folder))


def _is_not_included(path: Path, root: Path, by: Choice, is_folder: bool) -> bool:
    """--include says nothing of a folder or an archive, only of what is in it."""
    if not by.include or is_folder or suffix(path) == ".zip":
        return False
    return not _says(by.include, path, root, is_folder)


def _is_ignored(path: Path, root: Path, by: Choice, is_folder: bool) -> bool:
    for folder in path.parents:
        spec = by.ignored.get(folder)
        said = _says(spec, path, folder, is_folder) if spec else None
        if said is not None:
            return said
        if folder == root:
            break
    return False


def _says(spec: "GitIgnoreSpec", path: Path, root: Path, is_folder: bool) -> bool | None:
    return spec.check_file(path.relative_to(root).as_posix() + "/" * is_folder).include


def heed(folder: Path, by: Choice, fetch: Fetch) -> None:
    """Take note of the .quotetraceignore in ``folder``, if it has one; patterns beside one that cannot be used count.

    ``folder`` may be one of an archive, which ``fetch`` looks into.

    Raises:
        OSError: it cannot be opened.
        UnreadableError: it is no text, too long, or a line of it is no pattern.
    """
    if folder in by.ignored:
        return
    by.ignored[folder] = None
    data = fetch(folder / IGNORE)
    if data is None:
        return
    if len(data) > BESIDE:
        raise UnreadableError(f"longer than {BESIDE >> 20} MB", "leave out folders, not files one by one")
    lines = decode(data).text.splitlines()
    faults = {number: why for number, line in enumerate(lines, 1) if (why := _fault(line))}
    by.ignored[folder] = _spec([line for number, line in enumerate(lines, 1) if number not in faults])
    for number, why in faults.items():
        raise UnreadableError(f"line {number}: {why}", "the syntax is that of .gitignore; the other lines count")


def chain(path: Path, root: Path) -> Iterator[Path]:
    """The folders from ``root`` down to the one that holds ``path``.

    >>> [folder.as_posix() for folder in chain(Path("news/may/a.txt"), Path("news"))]
    ['news', 'news/may']
    """
    above = [*path.parents]
    yield from reversed(above[: above.index(root) + 1] if root in above else above[:1])


def _flag(name: str, patterns: Sequence[str]) -> "GitIgnoreSpec | None":
    for pattern in patterns:
        if why := _fault(pattern):
            raise QuotetraceError(f"{name}: {why}", hint="the syntax is that of .gitignore: '*.txt', 'sport/'")
    return _spec(patterns) if patterns else None


def _spec(lines: Sequence[str]) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(lines)


def _fault(line: str) -> str | None:
    """Why a line is no pattern that can be used; None where it is one, a comment or blank."""
    if line.startswith("#"):
        return None
    if line.count("*") > MOST_STARS:
        return f"more than {MOST_STARS} stars in {line[:80]!r}"
    try:
        _spec([line])
    except (ValueError, re.error):
        return f"not a pattern: {line[:80]!r}"
    return None
