"""The relation of two wordings, what changed, and the warnings, on sentences of our own."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.classify import classify
from quotetrace.match.likeness import likeness
from quotetrace.match.stem import stem
from quotetrace.models import Kind, Link, Pair, Quote, Side, Span
from quotetrace.text import fold

FULL = "We will rebuild the harbour wall before the winter, and nobody in Skarholt will pay for it."


def side(name: str, said: str, kind: Kind = "direct", speaker: str | None = "Ilka Brandovar") -> Side:
    return Side(Quote(name, name, Span(7, 7 + len(said)), said, kind, speaker=speaker), 7, said)


def link(a: Side, b: Side, *, loose: bool = False) -> Link:
    """The link of two texts as `match` would hand them on."""
    one, other = (tuple(map(stem, fold(side.text))) for side in (a, b))
    alike = likeness(one, other, [5.0] * len(one), [5.0] * len(other), loose=loose)
    assert alike
    found = classify(Pair(a, b, alike.blocks, alike.stretch, 0.9, ()))
    assert found
    return found


@pytest.mark.parametrize(
    ("later", "relation"),
    [
        pytest.param(FULL, "verbatim", id="the same"),
        pytest.param(FULL.upper().replace(",", " —"), "verbatim", id="case and punctuation"),
        pytest.param(FULL.replace("harbour", "harbor"), "verbatim", id="spelling"),
        pytest.param(FULL.replace("Skarholt", "Skarholt [the old town]"), "verbatim", id="an editor's brackets"),
        pytest.param("We will rebuild the harbour wall before the winter.", "excerpt", id="tail cut"),
        pytest.param("nobody in Skarholt will pay for it", "excerpt", id="head cut"),
        pytest.param("We will rebuild the harbour wall … and nobody in Skarholt will pay", "excerpt", id="marked cut"),
        pytest.param(
            "nobody in Skarholt will pay for it. I give you my word on that.", "excerpt", id="two cuts that overlap"
        ),
        pytest.param(FULL.replace("rebuild", "restore"), "edited", id="a word replaced"),
        pytest.param(FULL.replace(" before the winter", ""), "edited", id="cut inside, not marked"),
        pytest.param(FULL.replace("We will", "We'll"), "edited", id="a contraction"),
        pytest.param(FULL.replace("walls", "wall").replace("for it", "for them"), "edited", id="the last word"),
    ],
)
def test_relation_of_a_later_wording(later: str, relation: str) -> None:
    assert link(side("a", FULL), side("b", later)).relation == relation
    assert link(side("b", later), side("a", FULL)).relation == relation


def test_neighbours_that_merely_overlap_say_so() -> None:
    later = "nobody in Skarholt will pay for it. I give you my word on that."
    assert link(side("a", FULL), side("b", later)).why.startswith("the two overlap in the same words")
    assert link(side("a", FULL), side("b", later[:35])).why.startswith("one is cut from the other")


def test_other_words_in_marks_are_a_rendering() -> None:
    later = "Before winter comes the sea wall is going to stand again, at no cost to the people of Skarholt."
    assert link(side("a", FULL), side("b", later), loose=True).relation == "rendering"


def test_speech_without_marks_is_a_paraphrase() -> None:
    later = "that the harbour wall would be rebuilt before the winter"
    assert link(side("a", FULL), side("b", later, "indirect"), loose=True).relation == "paraphrase"


def test_two_reports_without_marks_are_compared_like_quotes() -> None:
    said = "that the harbour wall would be rebuilt"
    assert link(side("a", said, "indirect"), side("b", said, "indirect")).relation == "verbatim"


def test_reports_without_marks_are_cut_from_nothing() -> None:
    here, there = "that the council had rebuilt the old harbour wall", "that the council rebuilt the harbour wall"
    assert {flag.name for flag in link(side("a", here), side("b", there)).flags} == {"silent-cut"}
    assert not link(side("a", here, "indirect"), side("b", there, "indirect")).flags


RAISED = [
    pytest.param("negation", "We will pay for the ferry.", "We will not pay for the ferry.", id="not put in"),
    pytest.param("negation", "I never called her a thief.", "I called her a thief.", id="never dropped"),
    pytest.param("negation", "I was never a friend of the mayor.", "a friend of the mayor", id="cut off in front"),
    pytest.param("negation", "No ferry will be sold by us.", "The ferry will be sold by us.", id="no before a noun"),
    pytest.param("negation", "It is not the ferry that sank.", "It is the ferry that sank.", id="not before a noun"),
    pytest.param("negation", "Wir haben das nicht gewusst.", "Wir haben das gewusst.", id="German"),
    pytest.param("negation", "Nous ne vendrons pas le bac.", "Nous vendrons le bac.", id="French"),
    pytest.param("negation", "Nunca vendimos la barca vieja.", "Vendimos la barca vieja.", id="Spanish"),
    pytest.param("negation", "Non abbiamo venduto la barca.", "Abbiamo venduto la barca.", id="Italian"),
    pytest.param("negation", "Nós não vendemos a barca.", "Nós vendemos a barca.", id="Portuguese"),
    pytest.param("negation", "Wij hebben geen boot verkocht.", "Wij hebben een boot verkocht.", id="Dutch"),
    pytest.param("negation", "Vi har inte sålt vår färja.", "Vi har sålt vår färja.", id="Swedish"),
    pytest.param("number", "The siren went 40 minutes early.", "The siren went 14 minutes early.", id="digits"),
    pytest.param("number", "We lost two boats that night.", "We lost three boats that night.", id="words"),
    pytest.param("name", "The dam belongs to Helka Dorvane now.", "The dam belongs to Joram Dorvane now.", id="person"),
    pytest.param("name", "We will talk to Skarholt first.", "We will talk to Tarnholt first.", id="place"),
    pytest.param("modal", "The wall must be closed by June.", "The wall may be closed by June.", id="must and may"),
    pytest.param("modal", "We should sell the ferry now.", "We will sell the ferry now.", id="should and will"),
    pytest.param("modal", "Die Stadt muss die Mole schließen.", "Die Stadt kann die Mole schließen.", id="in German"),
    pytest.param("modal", "La ville doit fermer le port.", "La ville peut fermer le port.", id="in French"),
    pytest.param("silent-cut", FULL, FULL.replace(" before the winter", ""), id="words dropped"),
    pytest.param(
        "splice",
        "I love this town. The council lied to me for years. I will never leave it.",
        "I love this town. I will never leave it.",
        id="a sentence dropped between two",
    ),
    pytest.param(
        "scare-marks",
        "He is a friend of the town and of mine.",
        "He is a 'friend' of the town and of mine.",
        id="put in",
    ),
]
SILENT = [
    pytest.param("negation", "We can't pay for the ferry.", "We cannot pay for the ferry.", id="not in short"),
    pytest.param("negation", "No one was paid for it.", "Not anyone was paid for it.", id="no one, not anyone"),
    pytest.param("negation", "It is not so. We will pay for it.", "We will pay for it.", id="in a cut end"),
    pytest.param("negation", "No, we will pay for the ferry.", "We will pay for the ferry.", id="the no of an answer"),
    pytest.param("negation", "It is not just a ferry to us.", "It is a ferry to us.", id="not just"),
    pytest.param("negation", "Das ist nicht bloß ein Damm.", "Das ist ein Damm.", id="not just, in German"),
    pytest.param("negation", "It is a non-profit body of ours.", "It is a nonprofit body of ours.", id="a prefix"),
    pytest.param("number", "We lost two boats that night.", "We lost 2 boats that night.", id="words and digits"),
    pytest.param("number", "Not a single boat was lost here.", "Not one single boat was lost here.", id="one and a"),
    pytest.param("name", "It is watched by Drovák at night.", "It is watched by Drovak at night.", id="accent"),
    pytest.param("name", "We met old Qasimov in the town.", "We met old Gassimof in the town.", id="transliteration"),
    pytest.param("name", "We saw her. The mayor left early.", "We saw her. Our mayor left early.", id="sentence start"),
    pytest.param("modal", "We may be late, as you know.", "We might be late, as you know.", id="may and might"),
    pytest.param("modal", "The ferry stops in May, they say.", "The ferry stops in June, they say.", id="a month"),
    pytest.param("modal", "We asked old Will Lund to go.", "We asked old Emil Lund to go.", id="a first name"),
    pytest.param(
        "modal",
        "We close the old ferry landing today. The council must pay.",
        "We close the old ferry landing tomorrow. It rains.",
        id="in the sentence after the last words replaced",
    ),
    pytest.param(
        "negation",
        "That was never true. We close the old ferry landing.",
        "I heard it. They close the old ferry landing.",
        id="in the sentence before the first words replaced",
    ),
    pytest.param("silent-cut", FULL, "We will rebuild the harbour wall … and nobody in Skarholt", id="marked cut"),
    pytest.param("silent-cut", FULL, "We will rebuild the harbour wall before the winter.", id="end cut off"),
    pytest.param("silent-cut", "It is very, very late now.", "It is very late now.", id="a word said twice"),
    pytest.param("silent-cut", "Well, it is really late for us.", "It is late for us.", id="fillers"),
    pytest.param(
        "silent-cut", "I say that that's all of it.", "I say that's all of it.", id="a word said twice, in short"
    ),
    pytest.param(
        "scare-marks",
        "She asked me, 'Is the dam safe?' And so the mayor went home early.",
        "And so the mayor went home early.",
        id="the same small word in marks elsewhere",
    ),
    pytest.param("scare-marks", "I said, ‘This is not our dam.’", "This is not our dam.", id="a quote in a quote"),
    pytest.param("splice", "I love this old town. I stay.", "I love this town. I stay.", id="a word dropped"),
    pytest.param("scare-marks", "He is a 'friend' of ours.", "He is a ‘friend’ of ours.", id="other marks"),
]


@pytest.mark.parametrize(("flag", "a", "b"), RAISED)
def test_a_flag_is_raised_from_both_sides(flag: str, a: str, b: str) -> None:
    assert flag in {found.name for found in link(side("a", a), side("b", b)).flags}
    assert flag in {found.name for found in link(side("b", b), side("a", a)).flags}


@pytest.mark.parametrize(("flag", "a", "b"), SILENT)
def test_a_flag_is_not_raised(flag: str, a: str, b: str) -> None:
    assert flag not in {found.name for found in link(side("a", a), side("b", b)).flags}


@pytest.mark.parametrize(
    ("kind", "cue", "said", "told"),
    [
        pytest.param("indirect", "denied", "that the mayor had sold the ferry", "– / denied", id="denied"),
        pytest.param("indirect", "said", "that the mayor had sold the ferry", None, id="said"),
        pytest.param("indirect", "bestritt", "that the mayor had sold the ferry", "– / bestritt", id="in German"),
        pytest.param("indirect", "denied", "that the mayor had not sold the ferry", None, id="denied, and not"),
        pytest.param("direct", "denied", "the mayor had sold the ferry", None, id="denied in marks"),
    ],
)
def test_a_denial_is_a_negation_of_what_it_reports(kind: Kind, cue: str, said: str, told: str | None) -> None:
    one, other = side("a", "the mayor had sold the ferry", "indirect"), side("b", said, kind)
    found = link(one, Side(replace(other.quote, cue=cue), other.start, other.text))
    assert {flag.name: flag.words for flag in found.flags}.get("negation") == told


def test_would_for_will_in_reported_speech_is_no_other_modal() -> None:
    a, b = (
        side("a", "We will close the harbour in June."),
        side("b", "that they would close the harbour in June", "indirect"),
    )
    assert "modal" not in {flag.name for flag in link(a, b, loose=True).flags}


@pytest.mark.parametrize(
    ("one", "other", "raised"), [("Ilka Brandovar", "Joram Pell", True), ("Ilka Brandovar", "Ms Brandovar", False)]
)
def test_speakers_that_contradict_each_other_are_flagged(one: str, other: str, raised: bool) -> None:
    found = link(side("a", FULL, speaker=one), side("b", FULL, speaker=other))
    assert ("speaker" in {flag.name for flag in found.flags}) is raised


def test_changes_are_the_words_that_differ() -> None:
    later = FULL.replace("rebuild", "restore").replace(" before the winter", "")
    a, b = side("a", FULL), side("b", later)
    texts = [
        (change.op, *(span and span.of(" " * 7 + x.text) for span, x in ((change.a, a), (change.b, b))))
        for change in link(a, b).changes
    ]
    assert texts == [("replace", "rebuild", "restore"), ("delete", "before the winter", None)]


VOCABULARY = ("we", "will", "not", "pay", "2", "3", "Skarholt", "may", "[sic]", "…", "the", "ferry.", "town")
WORDS = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=12)


@given(WORDS, WORDS)
def test_every_span_of_a_link_is_inside_its_quote(one: list[str], other: list[str]) -> None:
    a, b = side("a", " ".join(one)), side("b", " ".join(other))
    keys = [tuple(map(stem, fold(x.text))) for x in (a, b)]
    alike = likeness(keys[0], keys[1], [5.0] * len(keys[0]), [5.0] * len(keys[1]))
    found = alike and classify(Pair(a, b, alike.blocks, alike.stretch, 0.9, ()))
    if found:
        spans = [
            (found.a_span, a),
            (found.b_span, b),
            *((c.a, a) for c in found.changes),
            *((c.b, b) for c in found.changes),
        ]
        assert all(x.start <= span.start < span.end <= x.start + len(x.text) for span, x in spans if span)


TOLD = [
    pytest.param(
        "number", "The siren went 40 minutes early.", "The siren went 14 minutes early.", "40 / 14", id="number"
    ),
    pytest.param("modal", "We close the ferry now.", "We will close the ferry now.", "– / will", id="put in"),
    pytest.param(
        "modal", "Wir müssen gehen, und ihr könnt.", "Wir dürfen gehen, und ihr könnt.", "müssen / dürfen", id="as said"
    ),
    pytest.param("silent-cut", "The old ferry is sold.", "The ferry is sold.", "old / –", id="left out"),
    pytest.param(
        "silent-cut",
        "The ferry was gone (so she said) to the town of Skarholt.",
        "The ferry was to the town of Skarholt.",
        "gone (so she said) / –",
        id="both brackets",
    ),
    pytest.param(
        "silent-cut",
        "The ferry was gone (so she said) to the town of Skarholt.",
        "The ferry was (she said) to the town of Skarholt.",
        "gone so / –",
        id="no bracket without the other",
    ),
    pytest.param("scare-marks", "He is a friend of us.", "He is a 'friend' of us.", "friend", id="the same words"),
]


@pytest.mark.parametrize(("flag", "a", "b", "words"), TOLD)
def test_a_flag_tells_the_words_of_either_side_in_the_order_of_the_link(flag: str, a: str, b: str, words: str) -> None:
    found = link(side("a", a), side("b", b))
    assert {one.name: one.words for one in found.flags}[flag] == words
    turned = link(side("b", b), side("a", a))
    assert {one.name: one.words for one in found.flipped().flags} == {one.name: one.words for one in turned.flags}
