"""Speech that runs on: split by its cue, over sentences and paragraphs; and what is printed in forms of its own.

A row is a text and its utterances: each a list of the stretches in marks, after the speaker (as in test_speakers.py).
"""

import pytest
from reading import in_marks, quotes, who

from quotetrace.models import Quote

BOILERPLATE = pytest.mark.xfail(strict=True, reason="a title of an article in marks is taken for speech")
INNER = pytest.mark.xfail(strict=True, reason="a name inside the marks is not the speaker of the quote within")
CASE = pytest.mark.xfail(strict=True, reason="in a headline in title case or capitals every word may be a name")
SHORT = pytest.mark.xfail(strict=True, reason="a headline's short quotes without a name are left out")
TURN = pytest.mark.xfail(
    strict=True, reason="without a cue the speaker before is kept, though another person was named since"
)

LONG = "We heard the river before we heard the siren."


def utterances(text: str, headline: str = "") -> list[tuple[str, list[str]]]:
    grouped: dict[str, list[Quote]] = {}
    for quote in in_marks(text, headline=headline):
        grouped.setdefault(quote.utterance, []).append(quote)
    return [(who(group[0]), [q.text for q in group]) for group in grouped.values()]


SPLIT = [
    pytest.param(
        '"I ask for the log," Ida Lund said, "not for a head."',
        [("Ida Lund", ["I ask for the log,", "not for a head."])],
        id="one sentence, split by its cue",
    ),
    pytest.param(
        '"The gates," said Ida Lund, the mayor, "were shut."',
        [("Ida Lund", ["The gates,", "were shut."])],
        id="split by a cue with an apposition",
    ),
    pytest.param(
        '"It holds," said Ida Lund of the "old" wall.',
        [("Ida Lund", ["It holds,"]), ("Ida Lund", ["old"])],
        id="a word in marks later in the sentence is no other half",
    ),
    pytest.param(
        '"I ask for the log," Ida Lund said. "I do not ask for a head."',
        [("Ida Lund", ["I ask for the log,", "I do not ask for a head."])],
        id="the next sentence goes on",
    ),
    pytest.param(
        '"I ask for the log." Ida Lund paused. "I do not ask for a head."',
        [("Ida Lund", ["I ask for the log."]), ("Ida Lund", ["I do not ask for a head."])],
        id="a gesture between makes two",
    ),
    pytest.param(
        '"It holds," Ida Lund said. The crowd booed. "It does hold," she said.',
        [("Ida Lund", ["It holds,"]), ("Ida Lund", ["It does hold,"])],
        id="narration between makes two",
    ),
    pytest.param(
        '"It holds," Ida Lund said.\n\n"I asked.\n\n"Nobody came.\n\n"It leaks," said Oskar Venn.',
        [("Ida Lund", ["It holds,"]), ("Oskar Venn", ["I asked.", "Nobody came.", "It leaks,"])],
        id="the cue of another at the end of paragraphs that run on",
    ),
    pytest.param(
        '"It holds," Ida Lund said. "It leaks," said Oskar Venn.',
        [("Ida Lund", ["It holds,"]), ("Oskar Venn", ["It leaks,"])],
        id="another speaker makes two",
    ),
    pytest.param(
        "“It leaks,” Ida Lund said Friday. “If it leaks, why is it full?\n\n“It is late,” added Oskar Venn.",
        [
            ("Ida Lund", ["It leaks,", "If it leaks, why is it full?"]),
            ("Oskar Venn", ["It is late,"]),
        ],
        id="a mark that is missing before another speaker",
    ),
    pytest.param(
        '"It leaks. Look." Ida Lund pointed at the wall.',
        [("Ida Lund", ["It leaks. Look."])],
        id="two sentences in marks",
    ),
    pytest.param(
        'Lund called the plan "old," "thin" and "late."',
        [("Lund", ["old,"]), ("Lund", ["thin"]), ("Lund", ["late."])],
        id="a list of fragments",
    ),
    pytest.param(
        "“The wall leaks,” Ida Lund said. Oskar Venn laughed. “It has leaked for a hundred years.”",
        [("Ida Lund", ["The wall leaks,"]), ("Oskar Venn", ["It has leaked for a hundred years."])],
        id="a gesture by another person",
    ),
]

PARAGRAPHS = [
    pytest.param(
        "Emil Roe explained why he left:\n\n“We rowed on.”\n\n“Down with the wall!” reads this banner.\n\n"
        "“In the end, they sent us off.”",
        [
            ("Emil Roe", ["We rowed on."]),
            ("(this banner)", ["Down with the wall!"]),
            ("Emil Roe", ["In the end, they sent us off."]),
        ],
        id="a banner does not go on speaking",
    ),
    pytest.param(
        "Ida Lund said: “We heard the river first.\n\n“Then we heard the siren.”",
        [("Ida Lund", ["We heard the river first.", "Then we heard the siren."])],
        id="re-opened marks",
    ),
    pytest.param(
        "“We heard the river first,” Ida Lund said. “It was loud.\n\n“Then we heard the siren.\n\n“Then we ran.”",
        [("Ida Lund", ["We heard the river first,", "It was loud.", "Then we heard the siren.", "Then we ran."])],
        id="re-opened twice after a cue",
    ),
    pytest.param(
        "“We heard the river first,” Ida Lund said.\n\n“Then we heard the siren.”",
        [("Ida Lund", ["We heard the river first,", "Then we heard the siren."])],
        id="closed, and a new paragraph in marks goes on",
    ),
    pytest.param(f"Ida Lund took questions.\n\n“{LONG}”", [("Ida Lund", [LONG])], id="named in the paragraph before"),
    pytest.param(
        f"Ida Lund was asked about the wall:\n\n“{LONG}”", [("Ida Lund", [LONG])], id="paragraph ends in a colon"
    ),
    pytest.param(
        "“The wall leaks,” Ida Lund said.\n\nOskar Venn would have none of it.\n\n“Nobody rang us on Saturday night.”",
        [("Ida Lund", ["The wall leaks,"]), ("Oskar Venn", ["Nobody rang us on Saturday night."])],
        id="another person takes the word",
        marks=TURN,
    ),
    pytest.param(
        "“The wall leaks,” Ida Lund said.\n\n“Did nobody ring?” asked Oskar Venn.\n\n“Nobody rang us that night.”",
        [
            ("Ida Lund", ["The wall leaks,"]),
            ("Oskar Venn", ["Did nobody ring?"]),
            ("Ida Lund", ["Nobody rang us that night."]),
        ],
        id="who is asked replies",
    ),
    pytest.param(
        "“The wall leaks,” Ida Lund said.\n\nThen the fishermen spoke up.\n\n“Nobody rang us on Saturday night.”",
        [("Ida Lund", ["The wall leaks,"]), ("(the fishermen)", ["Nobody rang us on Saturday night."])],
        id="others speak up",
    ),
    pytest.param(
        "“The wall leaks,” Ida Lund said.\n\nOskar Venn made this comment:\n\n“Nobody rang us on Saturday night.”",
        [("Ida Lund", ["The wall leaks,"]), ("Oskar Venn", ["Nobody rang us on Saturday night."])],
        id="this comment",
    ),
    pytest.param(
        "“Nobody rang us,” Ida Lund said of those at the dam.\n\n“We rang,” the man at the gate, who is 61, said.",
        [("Ida Lund", ["Nobody rang us,"]), ("(the man at the gate)", ["We rang,"])],
        id="a cue behind an aside",
    ),
]

FORMS = [
    pytest.param(
        f'"{LONG}," Ida Lund, in a letter to the council', [("Ida Lund", [f"{LONG},"])], id="signed, with its occasion"
    ),
    pytest.param(f'"{LONG}" — Ida Lund', [("Ida Lund", [LONG])], id="dash and name"),
    pytest.param(f'"{LONG}"\n— Ida Lund, mayor', [("Ida Lund", [LONG])], id="dash and name on a line of its own"),
    pytest.param(f'"{LONG}"\nIda Lund', [("Ida Lund", [LONG])], id="name on a line of its own"),
    pytest.param(f'"{LONG}" (Ida Lund)', [("Ida Lund", [LONG])], id="name in brackets"),
    pytest.param(
        'TARNHOLT, May 3 (SNA) – "It holds," Ida Lund said.', [("Ida Lund", ["It holds,"])], id="dateline before marks"
    ),
    pytest.param(
        'TARNHOLT (SNA) — Ida Lund said on Monday, "It holds."',
        [("Ida Lund", ["It holds."])],
        id="dateline before a name",
    ),
    pytest.param(
        '- "It holds," Ida Lund said.\n- "It leaks," Oskar Venn said.',
        [("Ida Lund", ["It holds,"]), ("Oskar Venn", ["It leaks,"])],
        id="a list",
    ),
    pytest.param(
        '1. Ida Lund: "It holds."\n2. Oskar Venn: "It leaks."',
        [("Ida Lund", ["It holds."]), ("Oskar Venn", ["It leaks."])],
        id="a numbered list",
    ),
    pytest.param(
        'Ida Lund on the wall. Photo: Emil Brandt\n\n"It holds," Lund said.',
        [("Ida Lund", ["It holds,"])],
        id="a caption",
    ),
    pytest.param(
        '"It holds," Ida Lund said.\n\nRead more: "Ten Walls That Fell"\n\nSign up for our "Morning River" letter',
        [("Ida Lund", ["It holds,"])],
        id="boilerplate in marks",
        marks=BOILERPLATE,
    ),
    pytest.param(
        'LUND: "It holds."\nVENN: "It leaks."',
        [("LUND", ["It holds."]), ("VENN", ["It leaks."])],
        id="a transcript in marks",
    ),
    pytest.param(
        'Q: "Does it hold?"\nA: "It does."', [("(Q)", ["Does it hold?"]), ("(A)", ["It does."])], id="Q and A"
    ),
    pytest.param(
        "“The gates were shut when we came.” — Ida Lund\n“Nobody rang us on Saturday.” — Oskar Venn",
        [("Ida Lund", ["The gates were shut when we came."]), ("Oskar Venn", ["Nobody rang us on Saturday."])],
        id="each with its own signature",
    ),
    pytest.param(
        '"A wall of shame and of lies" – former captain Ivo Stern',
        [("Ivo Stern", ["A wall of shame and of lies"])],
        id="a fragment, dash, office and name",
    ),
]

INSIDE = [
    pytest.param(
        "“He told me, ‘Shut the gates,’ and I did,” Ida Lund said.",
        [("Ida Lund", ["He told me, ‘Shut the gates,’ and I did,"]), ("(He)", ["Shut the gates,"])],
        id="a quote inside a quote",
    ),
    pytest.param(
        "“I said, ‘Shut the gates,’ and they did,” Ida Lund said.",
        [("Ida Lund", ["I said, ‘Shut the gates,’ and they did,"]), ("Ida Lund", ["Shut the gates,"])],
        id="her own words inside",
    ),
    pytest.param(
        "“Oskar Venn told me, ‘Shut the gates,’” Ida Lund said.",
        [("Ida Lund", ["Oskar Venn told me, ‘Shut the gates,’"]), ("Oskar Venn", ["Shut the gates,"])],
        id="a quote inside a quote, its speaker named",
        marks=INNER,
    ),
    pytest.param(
        "Oskar Venn left. “Then Venn said, ‘Shut the gates now,’ and they did,” Ida Lund said.",
        [
            ("Ida Lund", ["Then Venn said, ‘Shut the gates now,’ and they did,"]),
            ("Oskar Venn", ["Shut the gates now,"]),
        ],
        id="a name inside, in full outside",
    ),
    pytest.param(
        "Mr. Venn left. “Then Oskar Venn said, ‘Shut the gates now,’ and they did,” Ida Lund said.",
        [
            ("Ida Lund", ["Then Oskar Venn said, ‘Shut the gates now,’ and they did,"]),
            ("Oskar Venn", ["Shut the gates now,"]),
        ],
        id="a name in full inside, without its first name outside",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPLIT + PARAGRAPHS + FORMS + INSIDE)
def test_stretches_of_one_utterance_and_its_speaker(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert utterances(text) == expected


HEADLINES = [
    pytest.param('Lund: "The Wall Holds"', [("Lund", ["The Wall Holds"])], id="name and colon"),
    pytest.param('Minister: "Wall holds"', [("(Minister)", ["Wall holds"])], id="office and colon"),
    pytest.param('"Wall holds" – minister', [("(minister)", ["Wall holds"])], id="dash and office", marks=SHORT),
    pytest.param(
        'Lund Says Wall "Will Outlive Us All"', [("Lund", ["Will Outlive Us All"])], id="title case", marks=CASE
    ),
    pytest.param(
        'LUND SAYS WALL "WILL OUTLIVE US ALL"', [("LUND", ["WILL OUTLIVE US ALL"])], id="capitals", marks=CASE
    ),
    pytest.param("Police hold four over 'terror' in Tarnholt", [], id="a label in marks"),
    pytest.param("Inside the 'Water Queen' affair", [], id="a nickname in marks"),
    pytest.param(
        "'I heard the river first': a night in Tarnholt",
        [("?", ["I heard the river first"])],
        id="nobody named",
    ),
    pytest.param("Lund vows to be 'more careful' with the gates", [("Lund", ["more careful"])], id="two words, vowed"),
    pytest.param(
        "Clerk calls Lund's dam 'ugly', 'useless'",
        [("(Clerk)", ["ugly"]), ("(Clerk)", ["useless"])],
        id="a second word",
    ),
    pytest.param("Wall 'will hold', says Lund", [("Lund", ["will hold"])], id="British headline"),
    pytest.param(
        "Fishermen Rip Lund As A ‘Shameless Fraud’",
        [("(Fishermen)", ["Shameless Fraud"])],
        id="a verb of judging",
        marks=CASE,
    ),
    pytest.param(
        "Lund Hammers Dam Chief: ‘You Should Have Opened The Gates’",
        [("Lund", ["You Should Have Opened The Gates"])],
        id="verb and colon",
        marks=CASE,
    ),
    pytest.param(
        "A letter from Lund: 'Be the one who opens the gates'",
        [("Lund", ["Be the one who opens the gates"])],
        id="from a name",
    ),
]


@pytest.mark.parametrize(("headline", "expected"), HEADLINES)
def test_speech_in_a_headline(headline: str, expected: list[tuple[str, list[str]]]) -> None:
    found = utterances(f"{headline}\n\nThe river has risen in Tarnholt since Monday.", headline)
    assert found == expected


def test_a_name_in_a_headline_is_given_in_full_by_the_text() -> None:
    text = 'Lund: "Wall holds"\n\nMayor Ida Lund spoke on Monday.'
    quote = in_marks(text, headline='Lund: "Wall holds"')[0]
    assert (quote.speaker, quote.in_headline) == ("Ida Lund", True)


TRANSCRIPT = "LUND: It holds.\nVENN: It leaks. You know it.\nLUND: I know no such thing."


def test_turns_of_a_transcript_without_marks() -> None:
    assert [(who(q), q.text) for q in quotes(TRANSCRIPT)] == [
        ("LUND", "It holds."),
        ("VENN", "It leaks. You know it."),
        ("LUND", "I know no such thing."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '"The gates," said Ida Lund, the mayor, "were shut."',
        '"If it leaks," Ida Lund said, "ask the porters."',
        '"Porters," Ida Lund said at noon, "let us row."',
    ],
)
def test_both_halves_of_a_sentence_are_direct_speech(text: str) -> None:
    assert [quote.kind for quote in in_marks(text)] == ["direct", "direct"]


@pytest.mark.parametrize(
    ("headline", "speaker", "said"),
    [
        pytest.param("DAM 'SAFE', SAYS MINISTER", "(MINISTER)", "SAFE", id="an office behind"),
        pytest.param("BRIDGE “A DEATH TRAP,” SAYS LUND", "Ida Lund", "A DEATH TRAP,", id="a surname behind"),
        pytest.param("LUND CALLS DAM 'A SIEVE'", "Ida Lund", "A SIEVE", id="a surname before"),
    ],
)
def test_a_headline_in_capitals_over_a_text_that_has_none(headline: str, speaker: str, said: str) -> None:
    text = f"{headline}\n\nThe river fell at noon. Ida Lund left the quay with the minister."
    (quote,) = in_marks(text, headline=headline)
    assert (who(quote), quote.span.of(text)) == (speaker, said)


DOUBT = 0.75  # below: another may have taken the turn
TURNS = [
    pytest.param("“I am late,” Ida Lund said. “And why?” “Because of the rain.”", True, id="side by side"),
    pytest.param("“Where is it?” asked Ida Lund.\n\n“It is in the old mill.”", True, id="behind a question"),
    pytest.param(
        "“It leaks,” said Oskar Venn.\n\n“It holds,” said Ida Lund.\n\n“You saw it yourself in May.”",
        True,
        id="after two have spoken in turn",
    ),
    pytest.param("“It leaks,” said Ida Lund.\n\n“You saw it yourself in May.”", False, id="one alone has spoken"),
    pytest.param("“It leaks. I was there.\n\n“You saw it too,” said Ida Lund. “We all did.”", False, id="one goes on"),
]


@pytest.mark.parametrize(("text", "doubtful"), TURNS)
def test_words_that_another_may_have_said_are_not_given_to_the_speaker_before_for_sure(
    text: str, doubtful: bool
) -> None:
    assert (in_marks(text)[-1].confidence < DOUBT) is doubtful
