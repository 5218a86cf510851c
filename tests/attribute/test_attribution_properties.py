"""What holds for the quotes of any text: mixtures of what newspapers print and of random characters."""

import os
import subprocess
import sys
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st
from reading import in_marks, quotes, who

from quotetrace.attribute.quotes import rounded
from quotetrace.models import Quote

UNHURRIED = settings(max_examples=60, deadline=None)
HERE = str(Path(__file__).parent)
SENTENCES = [
    *(
        "Ida Lund said the wall would hold. ",
        "“The wall holds,” she said. ",
        '"It leaks," said Oskar Venn, "and badly." ',
    ),
    *(
        "The mayor called it “a sieve.” ",
        "According to Mr. Venn, the gates were shut. ",
        "He vowed to open the gates. ",
    ),
    *(
        "Her claim that “it holds” was wrong. ",
        "“We heard the river first.\n\n",
        "“Then we ran,” Venn told the Courier. ",
    ),
    *(
        "TARNHOLT (SNA) — ",
        "LUND: It holds.\n",
        "“It holds.” — Ida Lund\n\n",
        "Officials, who asked not to be named, said ",
    ),
    *("that ", "and ", ", adding that ", "“", "”", '"', "‘", "’", "''", "\n", "\n\n", ": ", "— ", "(", ")", ".", ", "),
]
ANY_TEXT = st.lists(st.sampled_from(SENTENCES) | st.text(max_size=6), max_size=14).map("".join)


def fields(found: tuple[Quote, ...]) -> list[object]:
    return [(q.span, q.kind, q.speaker, q.speaker_text, q.cue, q.clause, q.utterance, q.confidence) for q in found]


@UNHURRIED
@given(ANY_TEXT)
@example(":&£ – Bo")
def test_offsets_point_to_the_words(text: str) -> None:
    for quote in quotes(text, thought=True):
        assert text[quote.span.start : quote.span.end] == quote.text
        assert any(map(str.isalnum, quote.text))


@UNHURRIED
@given(ANY_TEXT)
def test_the_clause_holds_the_fragment(text: str) -> None:
    for quote in quotes(text, thought=True):
        if quote.clause is not None:
            assert quote.kind == "mixed"
            assert quote.clause.start <= quote.span.start
            assert quote.span.end <= quote.clause.end <= len(text)


@UNHURRIED
@given(ANY_TEXT)
def test_the_words_that_name_the_speaker_stand_in_the_text(text: str) -> None:
    folded = " ".join(text.split())
    for quote in quotes(text, thought=True):
        for words in (quote.speaker_text, quote.cue, quote.addressee):
            assert words is None or " ".join(words.split()) in folded


@UNHURRIED
@given(ANY_TEXT)
@example('that “We heard the river first.\n\n"It leaks," said Oskar Venn, "and badly." ')
@example("“We have no orders left,” said Oskar Venn.")
def test_a_speaker_has_words_that_name_him_and_a_basis(text: str) -> None:
    for quote in quotes(text, thought=True):
        assert (quote.speaker_text is None) == (quote.speaker_basis == "none")
        assert quote.speaker is None or quote.speaker_text is not None
        assert 0.0 <= quote.confidence < 1.0


@UNHURRIED
@given(ANY_TEXT)
def test_quotes_are_in_order_and_each_stands_once(text: str) -> None:
    found = quotes(text, thought=True)
    assert list(found) == sorted(found, key=lambda q: (q.span, q.kind))
    assert len({(q.span, q.kind) for q in found}) == len({q.id for q in found}) == len(found)


@UNHURRIED
@given(ANY_TEXT)
@example("“‘Officials, who asked not to be named, said A‘")
def test_the_same_text_gives_the_same_quotes(text: str) -> None:
    assert fields(quotes(text)) == fields(quotes(text))


@UNHURRIED
@given(ANY_TEXT)
def test_thoughts_only_add_to_what_is_said(text: str) -> None:
    marked = [(q.span, q.speaker_text) for q in quotes(text) if q.kind != "indirect"]
    assert marked == [(q.span, q.speaker_text) for q in quotes(text, thought=True) if q.kind != "indirect"]


@UNHURRIED
@given(ANY_TEXT)
def test_quotes_of_one_utterance_have_one_speaker(text: str) -> None:
    grouped: dict[str, list[int]] = {}
    marked = in_marks(text)
    for i, quote in enumerate(marked):
        grouped.setdefault(quote.utterance, []).append(i)
    for at in grouped.values():
        assert len({marked[i].speaker for i in at}) == 1


def test_the_hash_seed_changes_nothing() -> None:
    text = "".join(SENTENCES[:9]) * 3
    code = "import sys, reading; print([*reading.quotes(sys.argv[1], thought=True)])"
    printed = [
        subprocess.run(
            [sys.executable, "-c", code, text],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join([HERE, *sys.path])},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert printed[0] == printed[1] != b"[]\n"


NAME = st.sampled_from(["Ida Lund", "Oskar Venn", "Marten de la Cruz", "Anna Keech-Lund", "Sean O'Mallory", "Lund"])
CUE = st.sampled_from(["said", "added", "told reporters", "wrote", "warned", "replied", "insisted", "has said"])
WORDS = st.sampled_from(
    ["The wall will hold for another year", "We heard the river before the siren", "Nobody rang us on Saturday night"]
)


@UNHURRIED
@given(NAME, CUE, WORDS, st.sampled_from(['"{w}," {n} {c}.', '{n} {c}, "{w}."', "“{w},” {n} {c} on Monday."]))
def test_any_name_with_any_cue_beside_the_marks_is_the_speaker(name: str, cue: str, words: str, form: str) -> None:
    assert [who(q) for q in in_marks(form.format(n=name, c=cue, w=words))] == [name]


@UNHURRIED
@given(NAME, CUE, st.sampled_from(["the wall would hold", "nobody had rung on Saturday", "he had seen the log"]))
def test_any_cue_with_that_reports_the_whole_clause(name: str, cue: str, words: str) -> None:
    assert [q.text for q in quotes(f"{name} {cue} that {words}.")] == [f"that {words}"]


@given(st.floats(0, 1))
@example(0.0625)
@example(0.9985)
def test_confidence_is_rounded_as_python_rounds(chance: float) -> None:
    assert rounded(chance) == round(chance, 3)
