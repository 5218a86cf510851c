"""WARC, the format of web archives: the pages among the responses of a crawl."""

import io
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import BufferedReader
from typing import TYPE_CHECKING

from quotetrace.models import Problem
from quotetrace.read.extras import INSTALL, needs
from quotetrace.read.facts import Fact, Raw
from quotetrace.read.pages import MOST, NoArticleError, article_of
from quotetrace.read.stream import Source, UnreadableError, whole, why

if TYPE_CHECKING:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.recordloader import ArcWarcRecord

PAGES = ("text/html", "application/xhtml+xml")
_CUT = "the pages before were read; fetch the archive again"


def read_warc(source: Source) -> Iterator[Raw | Problem]:
    """The article of each page that was answered with status 200; its address is the key. One page is in memory.

    The day of the crawl is no date of publication, and is left out.

    Raises:
        UnreadableError: no WARC or a damaged one, or an extra is not installed.
    """
    with needs("warc"):
        from warcio.archiveiterator import ArchiveIterator

    others: Counter[str] = Counter()
    answers = 0
    for record in _records(ArchiveIterator(_AsItComes(source.stream))):
        if isinstance(record, str):
            yield Problem(source.name, record, "the pages before and after it were read", "notice")
        elif record.rec_type == "response":
            answers += 1
            if kind := _no_page(record):
                others[kind] += 1
            else:
                yield from _page(record, source.name)
    if others:
        told = ", ".join(f"{number} × {kind}" for kind, number in sorted(others.items()))
        yield Problem(source.name, f"left out, no pages: {told}", "only pages with status 200 are read", "notice")
    if not answers:
        raise UnreadableError("no answer of a server in this web archive", "give the one that holds the pages")


def _records(archive: "ArchiveIterator") -> Iterator["ArcWarcRecord | str"]:
    """The records, or what warcio tells on stderr of one that is not as long as it says.

    Raises:
        UnreadableError: the archive is damaged.
    """
    record: ArcWarcRecord | None = None
    while True:
        told = io.StringIO()
        try:
            with redirect_stderr(told):
                record = next(archive, None)
        except UnreadableError:
            raise
        except Exception as error:
            raise UnreadableError(f"a damaged web archive: {why(error)}", _CUT) from None
        if told.getvalue():
            yield "a record that is not as long as it says"
        if record is None:
            return
        yield record


class _AsItComes:
    """A stream that hands on what comes before some damage before it tells of it."""

    def __init__(self, stream: BufferedReader) -> None:
        self._stream = stream

    def read(self, size: int) -> bytes:
        return self._stream.read1(size)


def _no_page(record: "ArcWarcRecord") -> str | None:
    """What a response is, if it is not a page that was found."""
    headers = record.http_headers
    if not headers or headers.get_statuscode() != "200":
        return f"status {headers.get_statuscode()}" if headers else "no answer"
    kind = (headers.get_header("Content-Type") or "no type").split(";")[0].strip().lower()
    return None if kind in PAGES else kind[:40]


def _page(record: "ArcWarcRecord", name: str) -> Iterator[Raw | Problem]:
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    said = record.http_headers.get_header("Content-Type") or ""
    charset = said.lower().partition("charset=")[2].split(";")[0].strip(" \"'") or None
    try:
        page = whole(record.content_stream(), MOST)
        if record.raw_stream.limit > 0:
            raise UnreadableError("a page that was cut", _CUT)
        for item in article_of(page, f"{name}: {address}", charset, Fact(address, "WARC-Target-URI")):
            yield item._replace(key=address) if isinstance(item, Raw) else item
    except NoArticleError as error:
        yield Problem(name, f"{address}: {error.what}", error.hint, "notice")
    except UnreadableError as error:
        if error.hint.startswith(INSTALL):
            raise
        yield Problem(name, f"{address}: {error.what}", error.hint)
