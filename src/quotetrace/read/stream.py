"""Streams of bytes, and bytes → text."""

import codecs
import io
from collections.abc import Callable
from io import BufferedReader
from pathlib import Path
from typing import NamedTuple, Protocol

from quotetrace.config import ReadOptions

HEAD = 4096
LIMIT = 64 * 1024 * 1024
"""Bytes of one document or one JSON line; what is longer is no article, and may be an archive made to fill memory."""
BESIDE = 1024 * 1024
"""Bytes of a file that speaks of articles: metadata, patterns."""
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ENCODINGS = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "mac_roman"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
]
"""What news text comes in, if not in Unicode; rarer encodings would only win by chance on short texts."""
LIKELIEST = "cp1252"
"""What is assumed where it fits as well as another: Western European is the commonest by far."""
MOST_DAMAGE = 200
"""UTF-8 with less than one damaged character in so many is damaged, and not another encoding."""


class UnreadableError(Exception):
    """One document that is no text; caught where the document is known and turned into a Problem."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(what)
        self.what, self.hint = what, hint


def why(error: Exception, less: str = "") -> str:
    r"""What a library says of a fault, on one line without ``less``, or the fault's kind where it says nothing.

    >>> why(ValueError("no header\nat byte 7")), why(KeyError())
    ('no header', 'KeyError')
    """
    return (str(error).replace(less, "").splitlines() or [type(error).__name__])[0][:200]


class Source(NamedTuple):
    """What a format reader reads: ``stream``, already unpacked, the name to tell in Problems, and what the user set.

    ``disk`` is the file that has the bytes of ``stream``, where there is one.
    """

    stream: BufferedReader
    name: str
    options: ReadOptions = ReadOptions()
    disk: Path | None = None


class Decoded(NamedTuple):
    """``assumed`` names an encoding that was guessed, None where the bytes themselves say it."""

    text: str
    assumed: str | None = None


Fetch = Callable[[Path], bytes | None]
"""Path → the first bytes of what is there, one more than `BESIDE`; None if nothing is."""


def on_disk(path: Path) -> bytes | None:
    """What is at ``path`` in the file system."""
    if not path.exists():
        return None
    with path.open("rb") as file:
        return file.read(BESIDE + 1)


class _Stream(io.RawIOBase):
    def __init__(self, more: Callable[[int], bytes]) -> None:
        self._more = more

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._more(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class Chunks(Protocol):
    """A stream that gives what it has: what stands before some damage comes before the error."""

    def read1(self, size: int, /) -> bytes:
        """Up to ``size`` bytes; none at the end."""


def stream_of(more: Callable[[int], bytes]) -> BufferedReader:
    """A stream of what ``more`` gives: at most so many bytes at a time, none at the end."""
    return BufferedReader(_Stream(more), 1 << 16)


def peek(stream: BufferedReader) -> tuple[bytes, BufferedReader]:
    """The first bytes of ``stream`` (up to 4096), and a stream that still begins with them, and then has its faults."""
    head, fault = b"", None
    try:
        while len(head) < HEAD and (data := stream.read1(HEAD - len(head))):
            head += data
    except UnreadableError as error:
        fault = error
    left = head

    def more(count: int) -> bytes:
        nonlocal left
        if not left and fault:
            raise fault
        data, left = left[:count] or stream.read1(count), left[count:]
        return data

    return head, stream_of(more)


def whole(stream: BufferedReader, limit: int = LIMIT) -> bytes:
    """All bytes of one document.

    Raises:
        UnreadableError: there are more than ``limit``, which is more than an article can have.
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise UnreadableError(
            f"larger than {limit >> 20} MB, which no article is", "give many articles as JSON Lines: one record a line"
        )
    return data


def decode(data: bytes) -> Decoded:
    """The text of ``data``: by its byte order mark, else as UTF-8, else as charset-normalizer finds most likely.

    Newlines stay as they are, and the byte order mark is no part of the text.

    Raises:
        UnreadableError: NUL bytes, or bytes that no encoding turns into text.
    """
    for bom, name in BOMS:
        if data.startswith(bom):
            return _by_mark(data[len(bom) :], name)
    if b"\0" in data:
        raise UnreadableError(
            "binary data, not text", "a text: save it as UTF-8; an archive, image or office file has another suffix"
        )
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _guessed(data)


def _by_mark(data: bytes, name: str) -> Decoded:
    try:
        text = data.decode(name)
        assumed = None
    except UnicodeDecodeError:
        text = data.decode(name, "replace")
        assumed = f"{name} with damaged places"
    if "\0" in text:
        raise UnreadableError("binary data, not text", "it begins like text and holds NUL characters")
    return Decoded(text, assumed)


def _guessed(data: bytes) -> Decoded:
    damaged = data.decode("utf-8", "replace")
    if damaged.count("\ufffd") * MOST_DAMAGE < len(damaged) and any(ord(c) > 127 and c != "\ufffd" for c in damaged):
        return Decoded(damaged, "UTF-8 with damaged places")
    from charset_normalizer import from_bytes

    matches = from_bytes(data, cp_isolation=ENCODINGS)
    best = matches.best()
    if best is None:
        raise UnreadableError("not text in any known encoding", "save it as UTF-8")
    equal = [m for m in matches if (m.chaos, m.coherence) == (best.chaos, best.coherence)]
    western = any(LIKELIEST in m.could_be_from_charset for m in equal)
    name = LIKELIEST if western else best.encoding
    return Decoded(data.decode(name), name)
