"""What is known of an article, each piece with where it was found."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

FIELDS = ("outlet", "published", "title", "url", "kind", "language", "speaker")
"""The metadata that flags, sources.yml, front matter and records may give."""
ALIASES: Mapping[str, tuple[str, ...]] = {
    "outlet": (
        *("outlet", "sitename", "source-hostname", "meta_site_name", "publisher", "series"),
        *("hostname", "source", "source_url"),
    ),
    "published": ("published", "date", "publish_date", "published_at", "publishedAt"),
    "title": ("title", "headline"),
    "url": ("url", "canonical_link", "source"),
    "kind": ("kind", "pagetype"),
    "language": ("language", "lang", "meta_lang"),
    "speaker": ("speaker",),
}
"""Our name for a field, and what others call it, the surest first.

trafilatura's ``build_json_output`` writes source (an address), source-hostname (the site's name), hostname, date and
pagetype; newspaper4k's ``Article.to_json`` publish_date, meta_site_name, meta_lang, source_url and canonical_link;
passim reads id, series, text and date.
"""
_WAYBACK = re.compile(r"https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(https?):/{1,2}", re.I)
_HOST = re.compile(r"https?://(?:www\.)?([^/\s?#:]+)", re.I)


class Fact(NamedTuple):
    """One value as written, and its origin as the user knows it: "flag", "sources.yml", "line 5"."""

    value: str
    origin: str


Facts = Mapping[str, Fact]


class Raw(NamedTuple):
    """An article as a format reader hands it over: the text untouched, and what the format itself says of it.

    ``key`` is the record's own id, or None: then the file's path is the key. ``body`` is where the text proper starts.
    """

    text: str
    facts: Facts
    key: str | None = None
    body: int = 0


def stated(values: Mapping[object, object], origin: str) -> dict[str, Fact]:
    """The known, non-empty fields of a mapping that a user wrote, all of one ``origin``.

    >>> stated({"outlet": "The Courier", "url": "", "colour": "red"}, "sources.yml")
    {'outlet': Fact(value='The Courier', origin='sources.yml')}
    """
    return {field: Fact(value, origin) for field in FIELDS if (value := value_of(field, values.get(field)))}


def recognised(values: Mapping[Any, object]) -> Iterator[tuple[str, str, str]]:
    """What a record says under any of the names in ``ALIASES``: our field, the name it has there, its value.

    >>> list(recognised({"date": "2031-05-02", "source": "https://www.courier.example/bridge"}))
    ... # doctest: +NORMALIZE_WHITESPACE
    [('outlet', 'source', 'courier.example'), ('published', 'date', '2031-05-02'),
     ('url', 'source', 'https://www.courier.example/bridge')]
    """
    for field, names in ALIASES.items():
        for name in names:
            if value := value_of(field, values.get(name)):
                yield field, name, value
                break


def value_of(field: str, value: object) -> str | None:
    """``value`` as a string if ``field`` can hold it: a url is an address; of an address the outlet is the host."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, date):
        value = value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not value.strip():
        return None
    value = value.strip()
    address = host(value)
    if field == "url":
        return value if address else None
    return address if field == "outlet" and address else value


def original(url: str) -> str:
    """The address that a copy in the Wayback Machine was made from; else ``url``.

    >>> original("https://web.archive.org/web/20310502080000/https://courier.example/bridge")
    'https://courier.example/bridge'
    """
    match = _WAYBACK.match(url)
    return f"{match[1]}://{url[match.end() :]}" if match else url


def host(url: str) -> str | None:
    """The host of an address, without "www."; None where ``url`` is no address.

    >>> host("https://www.courier.example/2031/bridge")
    'courier.example'
    """
    match = _HOST.match(original(url))
    return match.group(1).casefold() if match else None


def quoted(value: object) -> str:
    """``value`` in marks for a message, cut where it is long.

    >>> quoted("x" * 1000)
    "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'"
    """
    text = str(value)
    return repr(text if len(text) <= 40 else text[:39] + "…")


def first(layers: Iterable[Facts], field: str) -> Fact | None:
    """What the first of ``layers`` to speak of ``field`` says of it."""
    return next((layer[field] for layer in layers if field in layer), None)
