"""JSON and JSON Lines: records of trafilatura, newspaper4k, passim or anybody, one article each."""

import json
from collections.abc import Iterable, Iterator
from io import BufferedReader
from itertools import chain

from quotetrace.models import Problem
from quotetrace.read.facts import Raw
from quotetrace.read.records import article_in
from quotetrace.read.stream import BOMS, LIMIT, Source, UnreadableError, decode, peek, whole

MOST = 4 * LIMIT
"""Bytes of a file that is one piece of JSON; as JSON Lines it may have any number."""


def read_lines(source: Source) -> Iterator[Raw | Problem]:
    """One record a line, read line by line; a broken line is a Problem and the rest goes on."""
    head, stream = peek(source.stream)
    wide = head.startswith(tuple(bom for bom, name in BOMS if name != "utf-8"))
    yield from _each(_wide_lines(stream) if wide else _lines(stream), source, 1)


def _lines(stream: BufferedReader) -> Iterator[bytes]:
    while line := stream.readline(LIMIT):
        yield line


def _wide_lines(stream: BufferedReader) -> Iterator[bytes]:
    yield from (line.encode("utf-8", "surrogatepass") for line in decode(whole(stream)).text.split("\n"))


def _each(lines: Iterable[bytes], source: Source, start: int) -> Iterator[Raw | Problem]:
    for number, line in enumerate(lines, start):
        if line.strip():
            yield from _from(line.rstrip(), source, f"line {number}")


def read_json(source: Source) -> Iterator[Raw | Problem]:
    """A record, a list of them, {"articles": […]}; or JSON Lines in a file that is called .json, as passim's are.

    Raises:
        UnreadableError: the file is longer than one document can be.
    """
    blank, stream = 0, source.stream
    first = stream.readline(LIMIT)
    while first.isspace():
        blank += 1
        first = stream.readline(LIMIT)
    if _is_record(first):
        yield from _each(chain((first,), _lines(stream)), source, blank + 1)
    elif data := b"\n" * blank * bool(first) + first + whole(stream, MOST):
        yield from _from(data, source, "")


def _is_record(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _from(data: bytes, source: Source, place: str) -> Iterator[Raw | Problem]:
    """The articles in one piece of JSON; ``place`` names it in Problems ("line 7")."""
    prefix = f"{place}: " if place else ""
    try:
        text, assumed = decode(data)
        value = json.loads(text)
    except UnreadableError as error:
        yield Problem(source.name, f"{prefix}{error.what}", error.hint)
        return
    except (ValueError, RecursionError) as error:
        hint = "the rest is read" if place else "as JSON Lines, one record a line, the rest would be read"
        yield Problem(source.name, f"{prefix}broken JSON: {_why(error, place)}", f"mend it; {hint}")
        return
    if assumed:
        yield Problem(source.name, f"{prefix}not UTF-8; read as {assumed}", "save it as UTF-8 to be sure", "notice")
    yield from _articles(value, source, place)


def _why(error: ValueError | RecursionError, place: str) -> str:
    if not isinstance(error, json.JSONDecodeError):
        return "nested too deeply, or a number too long"
    line = "" if place else f"line {error.lineno}, "
    return f"{error.msg} at {line}column {error.colno}"


def _articles(value: object, source: Source, place: str) -> Iterator[Raw | Problem]:
    if isinstance(value, dict) and isinstance(value.get("articles"), list):
        value = value["articles"]
    if not isinstance(value, list):
        yield from article_in(value, source, place)
        return
    for number, record in enumerate(value, 1):
        yield from article_in(record, source, f"{place} record {number}".strip())
