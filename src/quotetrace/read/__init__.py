"""Files → articles. Whatever cannot be read is a Problem in its place, and the rest goes on."""

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from quotetrace.config import ReadOptions
from quotetrace.models import Article, Problem, Severity
from quotetrace.read.article import article, flags
from quotetrace.read.facts import Facts, Raw
from quotetrace.read.find import File, cannot_read, find
from quotetrace.read.formats import reader_for
from quotetrace.read.sources import Cache, facts_beside
from quotetrace.read.stream import UnreadableError, opened, peek

__all__ = ["read"]

MOST_PROBLEMS = 5
"""Problems of one file that are told one by one; a table of 10,000 rows without text has one fault, not 10,000."""


def read(paths: Sequence[str], options: ReadOptions) -> Iterator[Article | Problem]:
    """Every article in ``paths``: files, folders, quoted globs, "-" for standard input; in a fixed order.

    Nothing is raised for a bad input: it comes out as a Problem, of severity "error" where something was lost and
    "notice" where all was read on an assumption. Articles stream: one record or one file is in memory at a time.

    Raises:
        QuotetraceError: an option cannot be used (a date that is none).
    """
    given = flags(options)
    cache: Cache = {}
    for item in find(paths):
        if isinstance(item, Problem):
            yield item
        else:
            yield from _few(_file(item, given, cache), item.name)


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


def _file(file: File, given: Facts, cache: Cache) -> Iterator[Article | Problem]:
    beside: list[Facts] = []
    for known in facts_beside(file.path, file.root, cache) if file.path else ():
        if isinstance(known, Problem):
            yield known
        else:
            beside.append(known)
    empty = True
    for item in _raws(file):
        empty = False
        if isinstance(item, Raw) and not item.text[item.body :].strip():
            yield Problem(file.name, "an empty article", "remove it, or put its text back")
        elif isinstance(item, Raw):
            yield from article(item, file.name, beside, given)
        else:
            yield item
    if empty:
        yield Problem(file.name, "no record in this file", 'a record is a line such as {"text": "…"}')


def _raws(file: File) -> Iterator[Raw | Problem]:
    try:
        with opened(file.path) as stream:
            head, stream = peek(stream)
            yield from reader_for(file.path or PurePath(), head)(stream, file.name)
    except (EOFError, zlib.error) as error:
        yield Problem(
            file.name, f"a damaged gzip file: {error}", "what came before the damage was read; fetch it again"
        )
    except UnreadableError as error:
        yield Problem(file.name, error.what, error.hint)
    except OSError as error:
        yield cannot_read(file.name, error)
