"""What is known of an article, each piece with where it was found."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

FIELDS = ("outlet", "published", "title", "url", "kind", "language")
"""The metadata that flags, sources.yml, front matter and records may give."""


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
    found = {}
    for name in FIELDS:
        value = values.get(name)
        if isinstance(value, str) and value.strip():
            found[name] = Fact(value.strip(), origin)
    return found


def first(layers: Iterable[Facts], field: str) -> Fact | None:
    """What the first of ``layers`` to speak of ``field`` says of it."""
    return next((layer[field] for layer in layers if field in layer), None)
