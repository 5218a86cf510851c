"""The wire format against its own schemas, and what a reader of JSON may rely on."""

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
import render_samples as samples
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from quotetrace.models import Article, Quote
from quotetrace.render import json as as_json
from quotetrace.render import jsonl, wire
from quotetrace.render.page import Page
from quotetrace.render.subject import part

PAGE = Page()
DOCUMENTS = {
    "scan": lambda: as_json.scan(samples.SCAN, PAGE),
    "extract": lambda: as_json.extract(samples.EXTRACTED, samples.SCAN.problems, PAGE),
    "diff": lambda: as_json.diff(samples.DIFF, PAGE),
    "check": lambda: as_json.check(samples.CHECK, PAGE),
    "find": lambda: as_json.find(samples.FOUND, PAGE),
    "explain": lambda: as_json.explain(samples.BRIDGE, part(samples.SCAN, samples.BRIDGE), PAGE),
}


def schema(name: str) -> dict[str, Any]:
    text = (files("quotetrace.render") / "schemas" / f"{name}.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def closed(part: Any) -> Any:
    """The schema with no room for fields that it doesn't name: ours all have to be named, a user's need not be."""
    if isinstance(part, list):
        return [closed(one) for one in part]
    if not isinstance(part, dict):
        return part
    inner = {name: closed(value) for name, value in part.items()}
    return {"additionalProperties": False, **inner} if isinstance(part.get("properties"), dict) else inner


def printed(name: str) -> Any:
    return json.loads("".join(DOCUMENTS[name]()))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_keeps_to_its_schema_and_holds_nothing_that_the_schema_does_not_name(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    Draft202012Validator(closed(schema(name))).validate(printed(name))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_schema_lets_later_versions_add_fields(name: str) -> None:
    document = printed(name)
    lists = ("articles", "drafts", "sources", "quotes", "checks", "variants")
    for record in (document, document["tool"], *(one for name in lists for one in document.get(name, ()))):
        record["added_later"] = 1
    Draft202012Validator(schema(name)).validate(document)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_fields_stand_in_the_order_of_the_schema(name: str) -> None:
    told = schema(name)
    document = printed(name)
    assert list(document) == list(told["properties"])
    for quote in document.get("quotes", ()):
        assert list(quote) == list(told["$defs"]["quote"]["properties"])


def test_what_two_schemas_define_they_define_alike() -> None:
    definitions = [schema(name)["$defs"] for name in DOCUMENTS]
    for one in definitions:
        for other in definitions:
            assert {name: one[name] for name in one if name in other} == {
                name: other[name] for name in other if name in one
            }


def test_a_document_without_anything_in_it_is_whole() -> None:
    document = json.loads("".join(as_json.extract([], [], PAGE)))
    assert document["articles"] == document["quotes"] == document["problems"] == []


def test_each_record_has_a_line_of_its_own() -> None:
    lines = "".join(DOCUMENTS["extract"]()).splitlines()
    assert sum('"speaker"' in line for line in lines) == len(samples.SCAN.quotes)
    for line in lines:
        if '"speaker"' in line:
            json.loads(line.strip().rstrip(","))


def test_articles_are_written_as_they_arrive() -> None:
    arrived: list[str] = []

    def arriving() -> Iterator[tuple[Article, tuple[Quote, ...]]]:
        for home, quotes in samples.EXTRACTED:
            arrived.append(home.id)
            yield home, quotes

    pieces = as_json.extract(arriving(), [], PAGE)
    assert any(samples.EXTRACTED[0][0].id in piece for piece in pieces)
    assert arrived == [samples.EXTRACTED[0][0].id]


def test_selectors_find_the_words_in_the_text() -> None:
    record = wire.quote(samples.B, samples.EVENING)
    quoted, position = record["selectors"]
    text = samples.EVENING.text
    assert text[position["start"] : position["end"]] == quoted["exact"] == samples.B.text
    assert quoted["prefix"] + quoted["exact"] + quoted["suffix"] in text
    assert len(quoted["prefix"]) == wire.CONTEXT


def test_a_change_reads_as_words() -> None:
    link = printed("scan")["links"][0]
    assert [(one["op"], one["a"] and one["a"]["text"], one["b"] and one["b"]["text"]) for one in link["changes"]] == [
        ("replace", "forty", "fourteen"),
        ("insert", None, "nobody"),
    ]
    assert link["flags"] == ["number"]


def test_a_line_of_jsonl_has_its_scalars_first() -> None:
    for line in jsonl.scan(samples.SCAN, PAGE):
        kinds = [isinstance(value, list | dict) for value in json.loads(line).values()]
        assert kinds == sorted(kinds)


def test_a_line_of_jsonl_says_how_the_wording_came() -> None:
    lines = {record["id"]: record for record in map(json.loads, jsonl.scan(samples.SCAN, PAGE))}
    record = lines[samples.B.id]
    assert (record["family"], record["from"], record["basis"]) == (samples.BRIDGE.id, samples.A.id, "copied")
    assert lines[samples.A.id]["from"] is None


def test_lines_of_jsonl_all_have_the_same_fields() -> None:
    for lines in (
        jsonl.scan(samples.SCAN, PAGE),
        jsonl.extract(samples.EXTRACTED, [], PAGE),
        jsonl.diff(samples.DIFF, PAGE),
    ):
        assert len({tuple(json.loads(line)) for line in lines}) == 1


@given(st.text())
def test_json_carries_any_text_and_sends_no_control_character(text: str) -> None:
    written = wire.dumps(text)
    assert json.loads(written) == text
    assert not any(
        ord(letter) < 32 or 0x7F <= ord(letter) <= 0x9F or "\u202a" <= letter <= "\u202e" for letter in written
    )
    written.encode("utf-8")


@given(st.text())
def test_json_in_a_narrow_encoding_says_the_same(text: str) -> None:
    assert json.loads(wire.dumps(text).encode("ascii", "quotetrace-json")) == text
