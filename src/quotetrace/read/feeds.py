"""RSS and Atom: an article an entry, with what the feed has of its text."""

import io
from collections.abc import Iterator, Mapping
from typing import Any

from quotetrace.models import Problem
from quotetrace.read.extras import needs
from quotetrace.read.facts import Fact, Raw, value_of
from quotetrace.read.stream import Source, UnreadableError, whole

NAMES = (("published", "published"), ("published", "updated"), ("url", "link"))
"""Our field, and the entry's; the first to say something counts."""
_HTML = ("text/html", "application/xhtml+xml")


def read_feed(source: Source) -> Iterator[Raw | Problem]:
    """An article an entry: its content, else its summary, else its title, with the marks of `<q>` and `<blockquote>`.

    Raises:
        UnreadableError: no feed, or the extra is not installed.
    """
    with needs("feeds"):
        import feedparser
        import lxml.html  # noqa: F401  (for ``markup``)

    data = whole(source.stream)
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    fault = str(feed.get("bozo_exception", "")).split("\n")[0][:200]
    if not feed.entries and (fault or not feed.get("version")):
        raise UnreadableError(f"no RSS or Atom feed{f': {fault}' if fault else ''}", "a page is read as .html")
    if feed.get("bozo") and "declared as" not in fault:  # an encoding that was declared wrongly was mended
        hint = "entries after the fault may be missing; fetch it again"
        yield Problem(source.name, f"a feed with a fault: {fault}", hint)
    for number, entry in enumerate(feed.entries, 1):
        text = _text(entry, feed.feed.get("language"))
        if text:
            yield Raw(text, _facts(entry, feed.feed), str(entry.get("id") or entry.get("link") or "") or None)
        else:
            yield Problem(source.name, f"entry {number}: no text and no title", "nothing to read in it")


def _text(entry: Mapping[str, Any], language: str | None) -> str:
    details = [*entry.get("content", ()), entry.get("summary_detail"), entry.get("title_detail")]
    texts = (_plain(detail, language) for detail in details if detail)
    return next((text for text in texts if text.strip()), "")


def _plain(detail: Mapping[str, Any], language: str | None) -> str:
    value = str(detail.get("value") or "").replace("\0", "")
    if detail.get("type") not in _HTML:
        return value
    from lxml.html import fromstring

    from quotetrace.read.markup import lines, marks_of, write_marks

    tree = fromstring(f"<div>{value}</div>")
    write_marks(tree, marks_of(detail.get("language") or language, tree.text_content()))
    return lines(tree)


def _facts(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> dict[str, Fact]:
    language = feed.get("language")
    title = _plain(entry.get("title_detail", {}), language).strip()
    facts = {"title": Fact(title, "entry: title")} if title else {}
    for field, name in NAMES:
        if field not in facts and (value := value_of(field, entry.get(name))):
            facts[field] = Fact(value, f"entry: {name}")
    outlets = ((entry.get("source", {}).get("title"), "entry: source"), (feed.get("title"), "feed: title"))
    for said, origin in outlets:
        if "outlet" not in facts and (outlet := value_of("outlet", said)):
            facts["outlet"] = Fact(outlet, origin)
    if code := value_of("language", feed.get("language")):
        facts["language"] = Fact(code, "feed: language")
    return facts
