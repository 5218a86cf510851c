"""The input formats, one reader each; a new one is a file with its reader and a line in ``FORMATS``."""

from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import NamedTuple

from quotetrace.models import Problem
from quotetrace.read.documents import read_docx, read_pdf, read_rtf
from quotetrace.read.facts import Raw
from quotetrace.read.feeds import read_feed
from quotetrace.read.jsons import read_json, read_lines
from quotetrace.read.pages import read_mhtml, read_page
from quotetrace.read.parquet import read_parquet
from quotetrace.read.prose import read_prose
from quotetrace.read.stream import Source
from quotetrace.read.tables import looks_like_table, read_table
from quotetrace.read.warc import read_warc

Reader = Callable[[Source], Iterator[Raw | Problem]]


class Format(NamedTuple):
    """What files are called, who reads them, and how they begin, in small letters and after blanks."""

    suffixes: tuple[str, ...]
    reader: Reader
    starts: tuple[bytes, ...] = ()


FORMATS = (
    Format((".txt", ".text", ".md", ".markdown"), read_prose),
    Format((".jsonl", ".ndjson"), read_lines),
    Format((".json",), read_json, (b"{",)),
    Format((".csv", ".tsv", ".tab"), read_table),
    Format((".html", ".htm", ".xhtml"), read_page, (b"<!doctype html", b"<html")),
    Format((".mhtml", ".mht"), read_mhtml, (b"from: <saved by",)),
    Format((".warc",), read_warc, (b"warc/",)),
    Format((".rss", ".atom", ".xml"), read_feed, (b"<?xml", b"<rss", b"<feed")),
    Format((".parquet",), read_parquet, (b"par1",)),
    Format((".pdf",), read_pdf, (b"%pdf-",)),
    Format((".docx",), read_docx, (b"pk\x03\x04",)),
    Format((".rtf",), read_rtf, (b"{\\rtf",)),
)
PACKED = (".gz", ".bz2", ".xz")
SUFFIXES = (*(suffix for known in FORMATS for suffix in known.suffixes), ".zip")


def suffix(path: PurePath) -> str:
    """The suffix that tells the format, in lower case, without a packing suffix.

    >>> suffix(PurePath("news/2016.JSONL.gz")), suffix(PurePath("Makefile"))
    ('.jsonl', '')
    """
    end = path.suffix.casefold()
    return PurePath(path.stem).suffix.casefold() if end in PACKED else end


def reader_for(path: PurePath, head: bytes) -> Reader:
    """The reader for a file by its suffix; what has none (a pipe, standard input) is told by its first bytes."""
    end = suffix(path)
    return next((known.reader for known in FORMATS if end in known.suffixes), None) or _told_by(head)


def _told_by(head: bytes) -> Reader:
    """A list is JSON where a record follows; the longest start wins: RTF begins with a brace too."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"[") and start[1:].lstrip().startswith(b"{"):
        return read_json
    small = start[:100].lower()
    found = [(len(first), known) for known in FORMATS for first in known.starts if small.startswith(first)]
    if found:
        return max(found, key=lambda pair: pair[0])[1].reader
    return read_table if looks_like_table(start.decode("utf-8", "replace")) else read_prose
