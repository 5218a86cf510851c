"""The input formats, one reader each; a new one is a file with its reader and a line in ``FORMATS``."""

from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import BinaryIO, NamedTuple

from quotetrace.models import Problem
from quotetrace.read.facts import Raw
from quotetrace.read.prose import read_prose
from quotetrace.read.records import read_json, read_lines

Reader = Callable[[BinaryIO, str], Iterator[Raw | Problem]]


class Format(NamedTuple):
    """``reader`` gets the unpacked bytes and the path to name in Problems."""

    suffixes: tuple[str, ...]
    reader: Reader


FORMATS = (
    Format((".txt", ".text", ".md", ".markdown"), read_prose),
    Format((".jsonl", ".ndjson"), read_lines),
    Format((".json",), read_json),
)
SUFFIXES = tuple(suffix for known in FORMATS for suffix in known.suffixes)


def suffix(path: PurePath) -> str:
    """The suffix that tells the format, in lower case, without a packing suffix.

    >>> suffix(PurePath("news/2016.JSONL.gz")), suffix(PurePath("Makefile"))
    ('.jsonl', '')
    """
    end = path.suffix.casefold()
    return PurePath(path.stem).suffix.casefold() if end == ".gz" else end


def reader_for(path: PurePath, head: bytes) -> Reader:
    """The reader for a file by its suffix; what has none (a pipe, standard input) is told by its first bytes."""
    end = suffix(path)
    for known in FORMATS:
        if end in known.suffixes:
            return known.reader
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    is_list = start.startswith(b"[") and start[1:].lstrip().startswith(b"{")
    return read_json if start.startswith(b"{") or is_list else read_prose
