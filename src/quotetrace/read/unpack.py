"""Files → streams of bytes: gzip, bzip2 and xz unpacked, a zip archive opened as if it were a folder."""

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import NamedTuple, cast

from quotetrace.models import Problem
from quotetrace.read.find import File
from quotetrace.read.formats import suffix
from quotetrace.read.stream import Chunks, Fetch, UnreadableError, on_disk, peek, stream_of, whole

FREE = 256 * 1024 * 1024
MOST_GROWTH = 500
"""What unpacks to more than ``FREE`` bytes and this many times its size was made to fill memory or disk."""
ZIP, OFFICE = b"PK\x03\x04", b"[Content_Types].xml"
DAMAGED = "what came before the damage was read; fetch it again"


class Entry(NamedTuple):
    """Something to read in one format: a file, or a member of an archive.

    ``name`` is what the user knows it by, ``path`` has its suffix and its place among its neighbours, which ``fetch``
    gives, up to ``root``. ``disk`` is the file whose bytes are those of ``stream``, where there is one.
    """

    name: str
    path: Path | None
    root: Path
    stream: BufferedReader
    disk: Path | None = None
    fetch: Fetch = on_disk


def entries(file: File) -> Iterator[Entry | Problem]:
    """``file`` itself, unpacked, or what is in it, if it is a zip archive.

    Raises:
        OSError: it cannot be opened.
        UnreadableError: it is damaged, or an archive made to do harm.
    """
    with file.path.open("rb") if file.path else _stdin() as raw:
        head, stream = peek(raw)
        inner = unpacked(head, stream)
        disk = file.path if inner is stream else None
        entry = Entry(file.name, file.path, file.root, inner, disk)
        if _is_zip(file.path, head):
            from quotetrace.read.zips import members

            yield from members(entry, raw if disk else io.BytesIO(whole(inner)))
        else:
            yield entry


@contextmanager
def _stdin() -> Iterator[BufferedReader]:
    yield cast(BufferedReader, sys.stdin.buffer)


def _is_zip(path: Path | None, head: bytes) -> bool:
    """By the suffix; standard input by its first bytes, which are those of a Word document too."""
    return suffix(path) == ".zip" if path else head.startswith(ZIP) and OFFICE not in head


def _gzip(stream: BufferedReader) -> Chunks:
    import gzip

    return gzip.GzipFile(fileobj=stream)


def _bzip2(stream: BufferedReader) -> Chunks:
    import bz2

    return bz2.BZ2File(stream)


def _xz(stream: BufferedReader) -> Chunks:
    import lzma

    return lzma.LZMAFile(stream)


PACKED: tuple[tuple[str, bytes, Callable[[BufferedReader], Chunks]], ...] = (
    ("gzip", b"\x1f\x8b", _gzip),
    ("bzip2", b"BZh", _bzip2),
    ("xz", b"\xfd7zXZ\0", _xz),
)
"""How each kind begins, whatever the file is called, and what unpacks it."""


def unpacked(head: bytes, stream: BufferedReader) -> BufferedReader:
    """``stream`` itself where it is not packed."""
    count = 0

    def more(size: int) -> bytes:
        nonlocal count
        data = stream.read1(size)
        count += len(data)
        return data

    for kind, start, unpack in PACKED:
        if head.startswith(start):
            return guarded(unpack(stream_of(more)), kind, lambda: count)
    return stream


def guarded(stream: Chunks, kind: str, packed: Callable[[], int]) -> BufferedReader:
    """``stream`` as it unpacks, up to where it is damaged or grows out of all proportion to ``packed()``."""
    count = 0

    def more(size: int) -> bytes:
        nonlocal count
        try:
            data = stream.read1(size)
        except Exception as error:
            if isinstance(error, UnreadableError) or (isinstance(error, OSError) and error.errno):
                raise
            raise UnreadableError(f"a damaged {kind} file: {error}", DAMAGED) from None
        count += len(data)
        if count > FREE and count > MOST_GROWTH * packed():
            what = f"a {kind} file that unpacks to more than {MOST_GROWTH} times its size"
            raise UnreadableError(what, "made to fill memory or disk; what came before was read")
        return data

    return stream_of(more)
