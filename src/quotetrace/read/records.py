"""JSON and JSON Lines: records of trafilatura, newspaper4k, passim or anybody, one article each."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import BinaryIO

from quotetrace.models import Problem
from quotetrace.read.facts import Fact, Raw, recognised
from quotetrace.read.stream import BOMS, LIMIT, UnreadableError, decode, peek, whole

TEXT = ("text", "body", "content")
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_lines(stream: BinaryIO, path: str) -> Iterator[Raw | Problem]:
    """One record a line, read line by line; a broken line is a Problem and the rest goes on."""
    head, stream = peek(stream)
    wide = head.startswith(tuple(bom for bom, name in BOMS if name != "utf-8"))
    yield from _each(_wide_lines(stream) if wide else _lines(stream), path, 1)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    while line := stream.readline(LIMIT):
        yield line


def _wide_lines(stream: BinaryIO) -> Iterator[bytes]:
    yield from (line.encode("utf-8", "surrogatepass") for line in decode(whole(stream)).text.split("\n"))


def _each(lines: Iterable[bytes], path: str, start: int) -> Iterator[Raw | Problem]:
    for number, line in enumerate(lines, start):
        if line.strip():
            yield from _from(line.rstrip(), path, f"line {number}")


def read_json(stream: BinaryIO, path: str) -> Iterator[Raw | Problem]:
    """A record, a list of them, {"articles": […]}; or JSON Lines in a file that is called .json, as passim's are.

    Raises:
        UnreadableError: the file is longer than one document can be.
    """
    blank = 0
    first = stream.readline(LIMIT)
    while first.isspace():
        blank += 1
        first = stream.readline(LIMIT)
    if _is_record(first):
        yield from _each(chain((first,), _lines(stream)), path, blank + 1)
    elif data := b"\n" * blank * bool(first) + first + whole(stream):
        yield from _from(data, path, "")


def _is_record(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _from(data: bytes, path: str, place: str) -> Iterator[Raw | Problem]:
    """The articles in one piece of JSON; ``place`` names it in Problems ("line 7")."""
    prefix = f"{place}: " if place else ""
    try:
        text, assumed = decode(data)
        value = json.loads(text)
    except UnreadableError as error:
        yield Problem(path, f"{prefix}{error.what}", error.hint)
        return
    except (ValueError, RecursionError) as error:
        hint = "the rest is read" if place else "as JSON Lines, one record a line, the rest would be read"
        yield Problem(path, f"{prefix}broken JSON: {_why(error, place)}", f"mend it; {hint}")
        return
    if assumed:
        yield Problem(path, f"{prefix}not UTF-8; read as {assumed}", "save it as UTF-8 to be sure", "notice")
    yield from records(value, path, place)


def _why(error: ValueError | RecursionError, place: str) -> str:
    if not isinstance(error, json.JSONDecodeError):
        return "nested too deeply, or a number too long"
    line = "" if place else f"line {error.lineno}, "
    return f"{error.msg} at {line}column {error.colno}"


def records(value: object, path: str, place: str) -> Iterator[Raw | Problem]:
    """The articles in one JSON value; ``place`` names it in Problems ("line 7")."""
    if isinstance(value, dict) and isinstance(value.get("articles"), list):
        value = value["articles"]
    if not isinstance(value, list):
        yield from _record(value, path, place)
        return
    for number, record in enumerate(value, 1):
        yield from _record(record, path, f"{place} record {number}".strip())


def _record(record: object, path: str, where: str) -> Iterator[Raw | Problem]:
    prefix = f"{where}: " if where else ""
    if not isinstance(record, dict):
        yield Problem(path, f"{prefix}not a record but a {type(record).__name__}", 'a record looks like {"text": "…"}')
        return
    text = next((record[name] for name in TEXT if isinstance(record.get(name), str)), None)
    if not text or text.isspace():
        keys = ", ".join(str(key)[:40] for key in list(record)[:8])
        yield Problem(
            path, f"{prefix}a record without text (its fields: {keys})", f"text is taken from: {', '.join(TEXT)}"
        )
        return
    facts = {field: Fact(value, f"record: {name}") for field, name, value in recognised(record)}
    raw = Raw(text, facts, _key(record))
    clean = Raw(_mended(raw.text), {n: Fact(_mended(f.value), f.origin) for n, f in raw.facts.items()}, raw.key)
    if clean != raw:
        what = f"{prefix}half characters (lone surrogates) were replaced by U+FFFD"
        yield Problem(path, what, "the program that wrote the record cut a character in two", "notice")
    yield clean


def _mended(text: str) -> str:
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def _key(record: Mapping[str, object]) -> str | None:
    key = record.get("id")
    return _mended(str(key)) if isinstance(key, str | int) and str(key).strip() else None
