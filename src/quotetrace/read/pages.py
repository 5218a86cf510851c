"""Web pages: the article in them by trafilatura, with the marks that a page leaves to the browser."""

import re
from collections.abc import Iterator

from quotetrace.models import Problem
from quotetrace.read.extras import needs
from quotetrace.read.facts import Fact, Raw, host
from quotetrace.read.stream import BOMS, Decoded, Source, UnreadableError, decode, whole

MOST = 16 * 1024 * 1024
"""Bytes of a page."""
MANY, MOST_ELEMENTS = 5_000, 50_000
"""Elements of a page from which on it is read in one way only, and not in several to choose the best; and the most."""
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([\w.:-]{2,30})", re.I)
_HTML = re.compile("<html[ >]", re.I)
_HEAD = 4096
"""Characters in which a page begins that stands in an envelope, as archives of filings have it."""
_READ_AS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
"""Encodings that pages claim, and what every browser reads them as."""
_NO_ARTICLE = "a page of links or pictures has none; save its text as .txt if there is some"


class NoArticleError(UnreadableError):
    """A page that could be read, and holds none."""


def read_page(source: Source) -> Iterator[Raw | Problem]:
    """The article of one page.

    Raises:
        UnreadableError: no page, no article in it, or the extra is not installed.
    """
    yield from article_of(whole(source.stream, MOST), source.name)


def article_of(page: bytes, name: str, charset: str | None = None, url: Fact | None = None) -> Iterator[Raw | Problem]:
    """The article of a page at ``url`` whose server said ``charset``; ``name`` is told in Problems.

    Raises:
        UnreadableError: no page, no article in it, or the extra is not installed.
    """
    with needs("html"):
        from trafilatura import bare_extraction, load_html

        from quotetrace.read.markup import marks_of, set_loose_text, write_marks
        from quotetrace.read.page_facts import language, page_facts

    text, assumed = decoded(page, charset)
    if assumed:
        yield Problem(name, f"not UTF-8; read as {assumed}", "the page does not say its encoding", "notice")
    try:
        tree = load_html(text) if "<" in text else None
        if tree is None and (opening := _HTML.search(text, 0, _HEAD)):
            tree = load_html(text[opening.start() :])
        if tree is None:
            raise UnreadableError("no web page", "save the page anew, as HTML; plain text as .txt")
        elements = sum(1 for _ in tree.iter())
        if elements > MOST_ELEMENTS:
            raise UnreadableError(f"a page of {elements:,} elements", "no article is so long; save its text as .txt")
        facts, declared = page_facts(tree, text, url), tree.get("lang")
        set_loose_text(tree)
        write_marks(tree, marks_of(declared, tree.text_content()))
        found = bare_extraction(tree, include_comments=False, fast=elements > MANY)
        text = str(getattr(found, "text", None) or "")
    except (ValueError, TypeError, RecursionError, AttributeError) as error:
        raise UnreadableError(f"a page that cannot be read: {type(error).__name__}", _NO_ARTICLE) from None
    if not text.strip():
        raise NoArticleError("no article found in this page", _NO_ARTICLE)
    yield Raw(text, facts | language(declared, text))


def read_mhtml(source: Source) -> Iterator[Raw | Problem]:
    """The article of a page that a browser saved as a single file.

    Raises:
        UnreadableError: no such file, no page in it, no article in that, or the extra is not installed.
    """
    from email import message_from_bytes

    saved = message_from_bytes(whole(source.stream))
    page = next((part for part in saved.walk() if part.get_content_type() == "text/html"), None)
    content = page.get_payload(decode=True) if page else None
    if page is None or not isinstance(content, bytes):
        raise UnreadableError("no web page in this file", "save the page anew, as a single file")
    address = saved.get("Snapshot-Content-Location") or page.get("Content-Location") or ""
    url = Fact(address, "saved from") if host(address) else None
    yield from article_of(content, source.name, page.get_content_charset(), url)


def decoded(page: bytes, charset: str | None = None) -> Decoded:
    """A page's text: in UTF-8 where that is what its bytes are, else as the server or the page itself says.

    Raises:
        UnreadableError: the bytes are no text.
    """
    if page.startswith(tuple(bom for bom, _ in BOMS)):
        return decode(page)
    try:
        return Decoded(page.decode("utf-8").replace("\0", ""))
    except UnicodeDecodeError:
        declared = _CHARSET.search(page[:2048])
    claimed = charset or (declared.group(1).decode("ascii", "replace") if declared else "")
    try:
        return Decoded(page.decode(_READ_AS.get(claimed.lower(), claimed), "replace").replace("\0", ""))
    except (LookupError, UnicodeError):
        return decode(page)
