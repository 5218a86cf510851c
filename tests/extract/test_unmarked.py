"""Speech without marks: the turns of a transcript, and lines that open with a dash."""

import pytest

from quotetrace.attribute import attribute
from quotetrace.config import ExtractOptions
from quotetrace.extract import extract
from quotetrace.extract.marks import stretches
from quotetrace.extract.unmarked import unmarked
from quotetrace.lang import load
from quotetrace.models import Article


def spoken(text: str, code: str = "en") -> list[str]:
    found = unmarked(text, 0, stretches(text), load(code))
    return [text[s.start : s.end] for s in found if s.parent < 0]


INTERVIEW = """Mara Osten: No. I had a ticket. I have it still.

Interviewer: Did you call them?

MO: Twice. They said "we cannot help you today" and rang off.

I walked home then.

(Laughter)

Interviewer: And now?

MO: Now I walk."""


def test_turns_are_read_whole_and_go_on_in_the_next_paragraph() -> None:
    assert spoken(INTERVIEW) == [
        "No. I had a ticket. I have it still.",
        "Did you call them?",
        'Twice. They said "we cannot help you today" and rang off.',
        "I walked home then.",
        "And now?",
        "Now I walk.",
    ]


def test_initials_stand_for_the_full_label_and_marks_within_a_turn_are_quotes_of_their_own() -> None:
    quotes = attribute(extract(Article("a", "a", INTERVIEW), ExtractOptions()), ExtractOptions())
    assert [(q.kind, q.speaker, q.speaker_text) for q in quotes] == [
        ("direct", "Mara Osten", "Mara Osten"),
        ("direct", None, "Interviewer"),
        ("direct", "Mara Osten", "MO"),
        ("mixed", None, "They"),
        ("direct", "Mara Osten", "MO"),
        ("direct", None, "Interviewer"),
        ("direct", "Mara Osten", "MO"),
    ]
    assert quotes[2].utterance == quotes[4].utterance != quotes[0].utterance


def test_a_question_from_the_floor_is_nobodys_name() -> None:
    text = "PREMIER ROE: Thank you.\nQUESTION: Will you go?\nPREMIER ROE: No.\nQUESTION: When?\nPREMIER ROE: Next."
    quotes = attribute(extract(Article("a", "a", text), ExtractOptions()), ExtractOptions())
    assert [(q.speaker, q.speaker_text) for q in quotes[:3]] == [
        ("ROE", "PREMIER ROE"),
        (None, "QUESTION"),
        ("ROE", "PREMIER ROE"),
    ]


@pytest.mark.parametrize("label", ["**{}:** ", "**{}**: ", "__{}:__ ", "*{}:* "])
def test_labels_in_markdown(label: str) -> None:
    labels = ["Mara Osten", "Emil Brandt", "MO", "EB", "MO", "EB"]
    turns = list(zip(labels, ["No. I walk.", "Why?", "I had a ticket.", "Had you?", "I had.", "So?"], strict=True))
    text = "\n\n".join(label.format(who) + said for who, said in turns)
    quotes = attribute(extract(Article("a", "a", text), ExtractOptions()), ExtractOptions())
    assert [q.speaker for q in quotes] == ["Mara Osten", "Emil Brandt"] * 3
    assert [q.text for q in quotes] == [said for _, said in turns]


IN_MARKS = """They met on stage. An excerpt:

"RETTER: You shut the quay.
TOVE: It was falling into the sea, as “The Echo” says.
RETTER: That is not what I read.
TOVE: Then read on."

"RETTER: Not tonight."

Both left."""


def test_labels_inside_marks_are_no_words_of_the_turns() -> None:
    quotes = attribute(extract(Article("a", "a", IN_MARKS), ExtractOptions()), ExtractOptions())
    assert [(q.speaker, q.text) for q in quotes if q.kind == "direct"] == [
        ("RETTER", "You shut the quay."),
        ("TOVE", "It was falling into the sea, as “The Echo” says."),
        ("RETTER", "That is not what I read."),
        ("TOVE", "Then read on."),
        ("RETTER", "Not tonight."),
    ]
    assert len({q.utterance for q in quotes}) == len(quotes)


def test_a_heading_with_a_colon_is_no_turn() -> None:
    text = "Interview: Ida Lund on the quay\n\nQ: Who owns it?\n\nA: Nobody does.\n\nQ: Since when?\n\nA: Since 1980."
    assert spoken(text) == ["Who owns it?", "Nobody does.", "Since when?", "Since 1980."]


def test_a_letter_for_a_question_is_nobodys_name() -> None:
    text = "Q: Who owns the boat?\nA: Nobody does. It was given.\nQ: When?\nA: In 1980, I think."
    quotes = attribute(extract(Article("a", "a", text), ExtractOptions()), ExtractOptions())
    assert [(q.text, q.speaker) for q in quotes] == [
        ("Who owns the boat?", None),
        ("Nobody does. It was given.", None),
        ("When?", None),
        ("In 1980, I think.", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Date: Monday, 3 May.\nPlace: The town hall.\nPrice: Nothing.\nNote: Bring a coat.",
        "LUND: It holds.\nVENN: It leaks.",
        "Score: 3\nScore: 4\nTotal: 7\nScore: 2\nTotal: 9",
        "Ida Lund: the wall holds.\n\nIt rained.\n\nIt rained.\n\nIt rained.\n\nOskar Venn: it leaks.\n\n"
        "It rained.\n\nIt rained.\n\n"
        "It rained.\n\nIt rained.\n\nIda Lund: no.\n\nIt rained.",
        "– Milk\n– Bread\n– Two eggs",
    ],
)
def test_lists_and_facts_are_no_turns(text: str) -> None:
    assert spoken(text) == []


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "— Non, dit-elle. Demain.", ["Non", "Demain."]),
        ("fr", "— Nous partons, a dit Luc Verdan, le maire de Lorbac.", ["Nous partons"]),
        ("fr", "— Le lait\n— Le pain", []),
        ("es", "—No —dijo ella—. Mañana.", ["No", "Mañana."]),
        ("es", "«El puente —explicó Luis Verdán— aguantará».", ["El puente", "aguantará"]),
        ("es", "«El puente —el viejo— aguantará».", ["El puente —el viejo— aguantará"]),
        ("sv", "– Nej, säger hon.\n– Varför?", ["Nej", "Varför?"]),
        ("de", "– Nein, sagt sie.", []),
        ("en", "– No, she says.", []),
    ],
)
def test_lines_that_open_with_a_dash(code: str, text: str, expected: list[str]) -> None:
    assert spoken(text, code) == expected


def test_a_label_is_a_name_though_nothing_else_says_so() -> None:
    text = "Gazette: Who paid?\nLund (laughing): We did. The town did.\nGazette: And now?\nLund: Now we rest."
    quotes = attribute(extract(Article("a", "a", text), ExtractOptions()), ExtractOptions())
    assert [q.speaker for q in quotes] == ["Gazette", "Lund", "Gazette", "Lund"]


ASKED = [
    ("What does a lock keeper do all day?", "I watch the water. Mostly it goes down."),
    ("Have you ever lost a boat?", "Only my own.\n\nIt was in the great flood. We never found it."),
    ("You have a deputy now. Is that easier?", "No. I have to talk to him."),
]


def interview(question: str = "{}", answer: str = "{}") -> str:
    turns = [f"{question.format(q)}\n\n{answer.format(a)}" for q, a in ASKED]
    return "\n\n".join(["Runa Veldt keeps the lock at Orrin. We met Veldt there.", *turns, "The lock opens at nine."])


ANSWERS = [
    "I watch the water. Mostly it goes down.",
    "Only my own.",
    "It was in the great flood. We never found it.",
    "No. I have to talk to him.",
]


@pytest.mark.parametrize("question", ["{}", "**{}**", "### {}", "_{}_"])
def test_answers_of_an_interview_without_labels(question: str) -> None:
    quotes = attribute(extract(Article("a", "a", interview(question)), ExtractOptions()), ExtractOptions())
    assert [q.span.of(interview(question)) for q in quotes] == ANSWERS
    assert {q.speaker for q in quotes} == {"Runa Veldt"}
    assert quotes[1].utterance == quotes[2].utterance


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Who pays?\n\nThe county pays.\n\nWhen does it open?\n\nIn May.\n\nIs it safe?\n\nThe county says so.",
            id="questions and answers that nobody speaks",
        ),
        pytest.param(
            "Why did I stay?\n\nI had no boat.\n\nWas I afraid?\n\nI was.\n\nDid I sleep?\n\nI never do.",
            id="questions to oneself",
        ),
        pytest.param("Do you pay?\n\nI do.\n\nDo you swim?\n\nI do.", id="two questions"),
        pytest.param(interview("{}", "“{}”"), id="answers in marks"),
    ],
)
def test_no_interview(text: str) -> None:
    assert [s for s in unmarked(text, 0, stretches(text), load("en")) if s.unmarked] == []


@pytest.mark.parametrize(
    ("asks", "tells"), [("Q. {}", "A. {}"), ("Q: {}", "A: {}"), ("Q{}", "A: {}"), ("**Q.** {}", "**A.** {}")]
)
def test_answers_behind_a_letter_are_of_whom_the_interview_is_with(asks: str, tells: str) -> None:
    text = interview(asks, tells)
    quotes = attribute(extract(Article("a", "a", text), ExtractOptions()), ExtractOptions())
    assert [q.speaker for q in quotes if q.span.of(text) in ANSWERS] == ["Runa Veldt"] * 4
    assert {q.speaker for q in quotes if q.span.of(text) not in ANSWERS} == {None}


@pytest.mark.parametrize("label", ["Veldt: {}", "Veldt:{}", "**Runa Veldt:** {}"])
def test_the_name_before_an_answer_is_no_part_of_it(label: str) -> None:
    text = interview("{}", label)
    quotes = attribute(extract(Article("a", "a", text), ExtractOptions()), ExtractOptions())
    assert [q.span.of(text) for q in quotes] == ANSWERS
    assert {q.speaker for q in quotes} == {"Runa Veldt"}


def test_lines_of_a_list_within_marks_are_no_answers() -> None:
    lines = ["“We row.", "“It has been late. You know it.", "• If it rained, we would stay.", "• We mend the wall.”"]
    text = "\n\n".join(["Tarn Water paid. Tarn Water gave out a memo, with key messages:", *lines, "It rained."])
    quotes = attribute(extract(Article("a", "a", text), ExtractOptions()), ExtractOptions())
    assert "Tarn Water" not in {q.speaker for q in quotes}
