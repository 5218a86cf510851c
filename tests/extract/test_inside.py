"""What stands inside marks though nobody speaks it."""

import pytest

from quotetrace.attribute import attribute
from quotetrace.config import ExtractOptions
from quotetrace.extract import extract
from quotetrace.models import Article


def said(text: str) -> list[tuple[str | None, str]]:
    quotes = attribute(extract(Article("a", "a", text, language="en"), ExtractOptions()), ExtractOptions())
    return [(quote.speaker, quote.text) for quote in quotes if quote.kind == "direct"]


SENTENCE = "Nobody mended it because nobody owned it."


@pytest.mark.parametrize(
    "signature",
    [
        pytest.param("Ida Lund, harbour master", id="a name and an office"),
        pytest.param("Ida Lund", id="a name"),
        pytest.param("— Ida Lund", id="behind a dash"),
        pytest.param("- Ida Lund, of the harbour office", id="behind a hyphen"),
        pytest.param("Ida Lund.", id="a full stop"),
        pytest.param("Ida Lund, River Watch.", id="a name and a body, a full stop"),
        pytest.param("Former Tarnholt mayor Ida Lund.", id="an office before the name, a full stop"),
    ],
)
def test_a_signature_inside_marks_is_not_spoken(signature: str) -> None:
    text = f'The quay fell.\n\n"{SENTENCE}\n{signature}"\n\nThe town has a new one now.'
    assert said(text) == [("Ida Lund", SENTENCE)]


def test_what_stands_in_a_quotation_stays_in_it_though_a_signature_is_left_out() -> None:
    text = f'"{SENTENCE}\nIda Lund, mayor"\n\n“Roe told me, ‘Mend it,’ and I did,” said Ida Lund.'
    found = extract(Article("a", "a", text, language="en"), ExtractOptions()).stretches
    assert [(text[s.start : s.end], s.parent) for s in found] == [
        (SENTENCE, -1),
        ("Roe told me, ‘Mend it,’ and I did,", -1),
        ("Mend it,", 1),
    ]


@pytest.mark.parametrize("last", ["Ask Emil Roe.", '"Emil Roe.', "Emil Roe is old.", "You know, Emil Roe.", "Roe."])
def test_a_last_paragraph_with_a_mark_or_a_verb_or_of_one_word_is_no_signature(last: str) -> None:
    text = f'Ida Lund met us. "{SENTENCE}\n\n{last}"\n\nIda Lund left.'
    found = extract(Article("a", "a", text, language="en"), ExtractOptions()).stretches
    assert [text[s.start : s.end] for s in found] == [SENTENCE, last.lstrip('"')]


def test_a_short_last_paragraph_is_no_signature() -> None:
    text = f'Ida Lund met us. "{SENTENCE}\n\n"Ask Emil Roe," said Ida Lund.'
    assert said(text) == [("Ida Lund", SENTENCE), ("Ida Lund", "Ask Emil Roe,")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            '"The quay is old, Emil Roe said. “It was always old.”', "The quay is old,", id="then an opening mark"
        ),
        pytest.param("“It was bound to fall, Roe said. “", "It was bound to fall,", id="an opening mark to close"),
        pytest.param('"Will it hold? she asked.', "Will it hold?", id="a pronoun, at the end of a paragraph"),
        pytest.param('"It will hold, said Roe, who built it.', "It will hold,", id="the verb first"),
        pytest.param(
            '"If he asks, Lund says nothing to him.',
            "If he asks, Lund says nothing to him.",
            id="a clause of the speech",
        ),
        pytest.param('"It fell," Roe said. "I said, I said."', "It fell,", id="no mark is missing"),
    ],
)
def test_a_quotation_without_its_closing_mark_ends_before_the_cue(text: str, expected: str) -> None:
    assert said(f"Emil Roe built the quay. Ida Lund runs it.\n\n{text}\n\nThe town waits.")[0][1] == expected
