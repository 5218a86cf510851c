"""JSON and JSON Lines: records of trafilatura, newspaper4k, passim or anybody, one article each."""

import json
import re
from collections.abc import Iterator, Mapping
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
    for number, line in enumerate(_wide_lines(stream) if wide else _lines(stream), 1):
        if line.strip():
            yield from _from_line(line, path, number)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    while line := stream.readline(LIMIT):
        yield line


def _wide_lines(stream: BinaryIO) -> Iterator[bytes]:
    yield from (line.encode("utf-8", "surrogatepass") for line in decode(whole(stream)).text.split("\n"))


def _from_line(line: bytes, path: str, number: int) -> Iterator[Raw | Problem]:
    place = f"line {number}"
    try:
        text, assumed = decode(line.rstrip())
        value = json.loads(text)
    except UnreadableError as error:
        yield Problem(path, f"{place}: {error.what}", error.hint)
        return
    except (ValueError, RecursionError) as error:
        yield _broken(path, place, error)
        return
    if assumed:
        yield Problem(path, f"{place}: not UTF-8; read as {assumed}", "save it as UTF-8 to be sure", "notice")
    yield from records(value, path, place)


def read_json(stream: BinaryIO, path: str) -> Iterator[Raw | Problem]:
    """A record, a list of them, {"articles": […]}; or JSON Lines in a file that is called .json, as passim's are.

    Raises:
        UnreadableError: the bytes are no text, or too many.
    """
    head, stream = peek(stream)
    if _is_lines(head):
        yield from read_lines(stream, path)
        return
    text, assumed = decode(whole(stream))
    if assumed:
        yield Problem(path, f"not UTF-8; read as {assumed}", "save it as UTF-8 to be sure of every character", "notice")
    if not text.strip():
        return
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        if text.lstrip().startswith("{") and "Extra data" in str(error):
            for number, line in enumerate(text.split("\n"), 1):
                if line.strip():
                    yield from _from_line(line.encode("utf-8", "surrogatepass"), path, number)
            return
        yield _broken(path, "", error)
        return
    yield from records(value, path, "")


def _is_lines(head: bytes) -> bool:
    first, newline, rest = head.partition(b"\n")
    try:
        return bool(newline and rest.strip()) and isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def _broken(path: str, place: str, error: ValueError | RecursionError) -> Problem:
    why = f"{error.msg} at column {error.colno}" if isinstance(error, json.JSONDecodeError) else "nested too deeply"
    if isinstance(error, json.JSONDecodeError) and not place:
        why = f"{error.msg} in line {error.lineno}, column {error.colno}"
    return Problem(path, f"{place}: broken JSON: {why}".removeprefix(": "), "mend or remove it; the rest is read")


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
