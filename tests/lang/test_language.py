"""A language is data: one YAML file adds it, and a mistake in the file is told by its name and key."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from quotetrace.attribute import attribute
from quotetrace.config import ExtractOptions
from quotetrace.errors import QuotetraceError
from quotetrace.extract import extract
from quotetrace.lang import codes, detect, language, load, modals
from quotetrace.models import Article

# An invented language: the verb first, names last, "mo" for "that", "zi" for "according to".
VARNIAN = """
name: Varnian
comma_outside: true
subject_follows: true
speech_verbs:
  say: [doru doruk, 'vel+ta']
  thought: [memu]
sources: [zi]
that: [mo]
pronouns: {ke: m3s, ka: f3s}
determiners: [lo, lu]
prepositions: [zi, pe]
conjunctions: [wa]
subordinators: [mo]
auxiliaries: [esu]
roles: [shenu]
titles: [dom]
male: [dom]
male_names: [tarvo]
"""


@pytest.fixture
def varnian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    (tmp_path / "vx.yaml").write_text(VARNIAN, encoding="utf-8")
    caches = (language.codes, language.load, detect.__globals__["_markers"], detect.__globals__["_places"])
    for cache in caches:
        cache.cache_clear()
    monkeypatch.setattr(language, "files", lambda _package: tmp_path)
    yield "vx"
    monkeypatch.undo()
    for cache in caches:
        cache.cache_clear()


def said(text: str, code: str) -> list[tuple[str, str | None, str | None]]:
    quotes = attribute(extract(Article("a", "a", text, language=code), ExtractOptions()), ExtractOptions())
    return [(quote.text, quote.speaker, quote.cue) for quote in quotes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“Esu lo maru pe tolin”, dorum.", [], id="a verb that is not listed"),
        pytest.param(
            "“Esu lo maru pe tolin”, doru Tarvo Mesk.",
            [("Esu lo maru pe tolin", "Tarvo Mesk", "doru")],
            id="the verb before its subject",
        ),
        pytest.param(
            "Zi Tarvo Mesk esu lo maru “tolin veka”.", [("tolin veka", "Tarvo Mesk", "Zi")], id="according to"
        ),
        pytest.param(
            "“Esu lo maru pe tolin”, vel Tarvo Mesk ta.",
            [("Esu lo maru pe tolin", "Tarvo Mesk", "vel")],
            id="a split verb",
        ),
    ],
)
def test_a_language_is_added_with_no_python(varnian: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(text, varnian) == expected


def test_an_added_language_is_found_from_the_text(varnian: str) -> None:
    assert codes() == ("vx",)
    assert detect("Doru ke mo esu lo maru wa lu tolin pe lo vek.") == varnian


def test_built_from_the_parsed_file() -> None:
    built = language.build("vx", yaml.safe_load(VARNIAN))
    assert (built.name, built.cues["doru"], built.tags["doruk"], built.pronouns["ka"]) == ("Varnian", "say", "V", "f3s")
    assert built.does("subject_follows")
    assert not built.does("nouns_capitalised")
    assert built.split_verbs == {"vel": frozenset({"ta"})}
    assert "vel" not in built.tags


@pytest.mark.parametrize(
    ("data", "message", "hint"),
    [
        pytest.param({"titels": ["dom"]}, "lang/vx.yaml: unknown key 'titels'", "did you mean 'titles'?", id="a key"),
        pytest.param(
            {"speech_verbs": {"sey": ["doru"]}},
            "lang/vx.yaml: unknown group of speech verbs 'sey'",
            "did you mean 'say'?",
            id="a group of verbs",
        ),
        pytest.param(
            {"prepositions": ["in", True]},
            "lang/vx.yaml: 'prepositions' holds a truth value",
            "put quotes around 'no' and 'on'",
            id="a word that YAML reads as true",
        ),
        pytest.param(
            {"pronouns": {True: "x3s"}},
            "lang/vx.yaml: 'pronouns' holds a truth value",
            "put quotes around 'no' and 'on'",
            id="a pronoun that YAML reads as true",
        ),
    ],
)
def test_a_mistake_names_file_and_key(data: dict[str, object], message: str, hint: str) -> None:
    with pytest.raises(QuotetraceError) as caught:
        language.build("vx", data)
    assert (str(caught.value), caught.value.hint) == (message, hint)


def test_a_modal_verb_of_two_languages_has_one_force() -> None:
    listed = [pair for code in codes() for pair in load(code).modals.items()]
    assert modals() == dict(listed)
    assert len(set(listed)) == len(modals())
    assert set(modals().values()) == {"must", "should", "can", "could", "may", "will", "would"}


def test_an_unknown_code_is_told_with_the_nearest() -> None:
    with pytest.raises(QuotetraceError, match="no language named 'dee'"):
        load("dee")


@pytest.mark.parametrize("code", codes())
def test_every_file_holds_what_its_letters_need(code: str) -> None:
    known = load(code)
    needed = ("determiners", "prepositions", "that", "sources", "male_names", "female_names", "roles")
    assert [name for name in needed if not known.words[name]] == []
    assert set(known.cues.values()) >= {"say", "ask", "judge", "promise", "thought"}
    assert all(word == word.lower() for word in (*known.tags, *known.cues))
    assert all(len(kind) in (1, 3) for kind in (*known.pronouns.values(), *known.possessives.values()))


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("worst", ["l'", "-t-il ", "Der der ", "teilte ", "« ", "D’", "Aa aa ", "hat "])
def test_a_long_text_of_one_word_is_read_in_time(code: str, worst: str) -> None:
    text = worst * (100_000 // len(worst))
    assert extract(Article("a", "a", text, language=code), ExtractOptions()).language == code
