"""One record of a table or JSON file → one article: which of its fields is the text, and what the others say."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from quotetrace.errors import QuotetraceError, unknown
from quotetrace.models import Problem
from quotetrace.read.facts import FIELDS, Fact, Raw, recognised, value_of
from quotetrace.read.quotations import SHAPES
from quotetrace.read.stream import Source

TEXT = ("text", "body", "content", "raw_text", "article_text", "full_text", "maintext")
"""Names of the text, ours first."""
MAPPED = ("text", "id", *FIELDS)
"""What ``--map`` may give the name of."""
KINDS = {list: "a list", str: "a text", bool: "a yes or no", type(None): "null"}
"""What JSON has in the place of a record."""
_SURROGATE = re.compile("[\ud800-\udfff]")

Record = Mapping[str, Any]


@lru_cache(maxsize=8)
def mapping(written: str | None) -> Mapping[str, str]:
    """Our field → the name it has in the user's records, from "text=body,outlet=source".

    Raises:
        QuotetraceError: not of that form, or a field that no article has.

    >>> mapping("text=body, outlet=source.name")
    {'text': 'body', 'outlet': 'source.name'}
    """
    names = {}
    for pair in (written or "").split(","):
        field, equals, name = (part.strip() for part in pair.partition("="))
        if pair.strip() and not (field and equals and name):
            raise QuotetraceError(f"not a mapping: {pair.strip()!r}", hint="write it as text=body,outlet=source")
        if field and field not in MAPPED:
            raise unknown("field", field, MAPPED)
        if field:
            names[field] = name
    return names


def value_at(record: Record, name: str) -> object:
    """The value of a field; where there is none of that name, "source.name" is the field "name" of the field "source".

    >>> value_at({"source": {"name": "The Courier"}}, "source.name")
    'The Courier'
    """
    value: object = record
    if name in record:
        return record[name]
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def article_in(record: object, source: Source, place: str) -> Iterator[Raw | Problem]:
    """The article of one record; ``place`` names it in Problems ("line 7")."""
    prefix = f"{place}: " if place else ""
    if not isinstance(record, dict):
        what = KINDS.get(type(record), "a number")
        yield Problem(source.name, f"{prefix}not a record but {what}", 'a record looks like {"text": "…"}')
        return
    names = mapping(source.options.map)
    plain = record if "text" in names else next((made for shape in SHAPES if (made := shape(record))), record)
    text = _text(plain, names)
    if text is None:
        yield Problem(source.name, f"{prefix}{_lacking(record, names)}", _hint(names))
        return
    facts = {field: Fact(value, f"record: {name}") for field, name, value in recognised(plain) if field not in names}
    for field, name in names.items():
        if field in FIELDS and (value := value_of(field, value_at(record, name))):
            facts[field] = Fact(value, f"record: {name}")
    raw = Raw(text, facts, _key(value_at(record, names["id"]) if "id" in names else plain.get("id")))
    clean = Raw(_mended(raw.text), {n: Fact(_mended(f.value), f.origin) for n, f in raw.facts.items()}, raw.key)
    if clean != raw:
        what = f"{prefix}half characters (lone surrogates) were replaced by U+FFFD"
        yield Problem(source.name, what, "the program that wrote the record cut a character in two", "notice")
    yield clean


def _text(record: Record, names: Mapping[str, str]) -> str | None:
    """The first text that is one; None where there is none or only blanks."""
    texts = (value_at(record, name) for name in _wanted(names))
    return next((text for text in texts if isinstance(text, str) and text.strip()), None)


def _wanted(names: Mapping[str, str]) -> tuple[str, ...]:
    return (names["text"],) if "text" in names else TEXT


def _lacking(record: Record, names: Mapping[str, str]) -> str:
    """What to say of a record that `_text` finds none in."""
    if field := next((name for name in _wanted(names) if name in record), None):
        return f"a record whose field {field} holds none"
    return f"a record without text (its fields: {', '.join(str(key)[:40] for key in list(record)[:8])})"


def _hint(names: Mapping[str, str]) -> str:
    if "text" in names:
        return f"--map text={names['text']} names no text in it"
    return "--map text=NAME says which of them it is"


def _mended(text: str) -> str:
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def _key(key: object) -> str | None:
    return _mended(str(key)) if isinstance(key, str | int) and str(key).strip() else None
