"""Files → articles. Whatever cannot be read is a Problem in its place, and the rest goes on."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from quotetrace.config import ReadOptions
from quotetrace.models import Article, Problem, Severity
from quotetrace.read.article import article, flags
from quotetrace.read.choose import Choice, chain, choice, wanted
from quotetrace.read.extras import INSTALL
from quotetrace.read.facts import Facts, Raw
from quotetrace.read.find import File, cannot_read, find, heeded
from quotetrace.read.formats import reader_for
from quotetrace.read.records import mapping
from quotetrace.read.sources import Cache, facts_beside
from quotetrace.read.stream import Source, UnreadableError, peek
from quotetrace.read.unpack import Entry, entries

__all__ = ["files", "read"]

MOST_PROBLEMS = 5
"""Problems of one file that are told one by one; a table of 10,000 rows without text has one fault, not 10,000."""

NO_RECORD = 'an article is a record, such as {"text": "…"}, or a row below a header with a column "text"'


def read(
    paths: Sequence[str], options: ReadOptions, output: os.stat_result | None = None
) -> Iterator[Article | Problem]:
    """Every article in ``paths``: files, folders, quoted globs, "-" for standard input; in a fixed order.

    Nothing is raised for a bad input: it comes out as a Problem, of severity "error" where something was lost and
    "notice" where all was read on an assumption. Articles stream: one record or one file is in memory at a time.

    Args:
        output: the status of the file that results are printed to, which is no article, wherever it lies.

    Raises:
        QuotetraceError: an option cannot be used (a date, a mapping or a pattern that is none).
    """
    mapping(options.map)
    run = _Run(options, flags(options), choice(options), {}, {})
    for item in find(paths, run.choice, output):
        if isinstance(item, Problem):
            yield item
        else:
            yield from _few(_once(_file(item, run), run.missing), item.name)
    for hint, (name, more) in run.missing.items():
        if more:
            yield Problem(name, f"and {more} more that need it", hint)


def files(paths: Sequence[str], options: ReadOptions) -> Iterator[Path]:
    """The files that `read` would open, in its order, without opening any."""
    return (item.path for item in find(paths, choice(options)) if isinstance(item, File) and item.path)


class _Run(NamedTuple):
    """What is the same for every file. ``missing``: hint to install an extra → who needs it first, how many more."""

    options: ReadOptions
    given: Facts
    choice: Choice
    cache: Cache
    missing: dict[str, tuple[str, int]]


def _once(items: Iterable[Article | Problem], missing: dict[str, tuple[str, int]]) -> Iterator[Article | Problem]:
    """``items``, with each extra that is not installed told once in a run: a folder of pages has one fault."""
    for item in items:
        if isinstance(item, Problem) and item.hint.startswith(INSTALL):
            first, more = missing.get(item.hint, (item.path, -1))
            missing[item.hint] = first, more + 1
            if more >= 0:
                continue
        yield item


def _few(items: Iterable[Article | Problem], name: str) -> Iterator[Article | Problem]:
    """``items`` of one file, with Problems beyond the first few counted instead of told one by one."""
    counts: Counter[Severity] = Counter()
    for item in items:
        if not isinstance(item, Problem):
            yield item
            continue
        counts[item.severity] += 1
        if counts[item.severity] <= MOST_PROBLEMS:
            yield item
    for severity, count in counts.items():
        if count > MOST_PROBLEMS:
            yield Problem(name, f"and {count - MOST_PROBLEMS} more in this file", "see those above", severity)


def _file(file: File, run: _Run) -> Iterator[Article | Problem]:
    try:
        for entry in entries(file):
            if isinstance(entry, Problem):
                yield entry
                continue
            if entry.path and entry.path != file.path:
                for folder in chain(entry.path, file.path or Path(file.name)):
                    yield from heeded(folder, run.choice, entry.fetch)
                if not wanted(entry.path, entry.root, run.choice):
                    continue
            yield from _entry(entry, file, run)
    except UnreadableError as error:
        yield Problem(file.name, error.what, error.hint)
    except OSError as error:
        yield cannot_read(file.name, error)


def _entry(entry: Entry, file: File, run: _Run) -> Iterator[Article | Problem]:
    beside: list[Facts] = []
    for known in _beside(entry, file, run.cache):
        if isinstance(known, Problem):
            yield known
        else:
            beside.append(known)
    empty = True
    for item in _raws(entry, run):
        empty = False
        if isinstance(item, Raw) and not item.text[item.body :].strip():
            yield Problem(entry.name, "an empty article", "remove it, or put its text back")
        elif isinstance(item, Raw):
            yield from article(item, entry.name, beside, run.given)
        else:
            yield item
    if empty:
        yield Problem(entry.name, "no record in this file", NO_RECORD)


def _beside(entry: Entry, file: File, cache: Cache) -> Iterator[Facts | Problem]:
    """What lies beside a file says of it; of a member of an archive, in the archive first, then of the archive."""
    if entry.path:
        yield from facts_beside(entry.path, entry.root, cache, entry.fetch)
    if file.path and entry.path != file.path:
        yield from facts_beside(file.path, file.root, cache)


def _raws(entry: Entry, run: _Run) -> Iterator[Raw | Problem]:
    try:
        head, stream = peek(entry.stream)
        yield from reader_for(entry.path or PurePath(), head)(Source(stream, entry.name, run.options, entry.disk))
    except UnreadableError as error:
        yield Problem(entry.name, error.what, error.hint)
    except OSError as error:
        yield cannot_read(entry.name, error)
    except Exception as error:
        what = f"could not be read ({type(error).__name__}: {str(error)[:200]})"
        yield Problem(entry.name, what, "a fault of quotetrace: please report it with the file")
