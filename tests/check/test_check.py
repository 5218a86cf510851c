"""What a reader holds of a quote in a draft, with the sources at hand."""

from dataclasses import replace
from pathlib import Path

import pytest

from quotetrace.config import CheckOptions, Config
from quotetrace.models import Article, Check, Checked, Problem, content_id
from quotetrace.pipeline import check

SPEECH = (
    "Good evening. We will not sell the dam, and nobody who lives below it will pay more before the winter. I have "
    "told the board so twice. Whoever wants our water must ask the people who drink it. Three of the five gates were "
    "mended in May, and Holm Power paid for them. The others can wait, I think. That's "
    "good to know. I am not a swimmer, and it's easy to say."
)
STORY = (
    "“The offer was forty million crowns, and it was generous,” said Lasse Brandvik, who leads Holm Power. He called "
    "the mayor “a gifted gambler”.\n\nRuna Veldt would not say whether the council agreed.\n"
)


def article(text: str, key: str, speaker: str | None = None) -> Article:
    return Article(content_id(text), key, text, path=key, language="en", speaker=speaker)


SOURCES = [article(SPEECH, "speech.txt", "Runa Veldt"), article(STORY, "story.txt")]


def checked(draft: str, *, fail_on: tuple[str, ...] = CheckOptions().fail_on, indirect: bool = False) -> list[Checked]:
    config = Config(check=CheckOptions(indirect, fail_on))
    return list(check([article(draft, "draft.txt")], SOURCES, config).checked)


ROWS = [
    pytest.param("I am not a swimmer,", "exact", "", True, id="a contraction four words before"),
    pytest.param("We will not s\u00adell the dam\u200b,", "exact", "", True, id="hidden characters"),
    pytest.param("We will not sell the dam,", "exact", "", True, id="the end of a sentence is the draft's"),
    pytest.param("Whoever wants our water must ask the people who drink it.", "exact", "", True, id="whole sentence"),
    pytest.param("whoever wants our water must ask", "same-words", "", True, id="case"),
    pytest.param("We will not sell the dam – and nobody who lives below it", "same-words", "", True, id="marks"),
    pytest.param("3 of the 5 gates were mended in May,", "same-words", "", True, id="figures"),
    pytest.param("[The board] I have told so twice", "excerpt", "silent-cut", False, id="an editor's words elsewhere"),
    pytest.param("I have told the board [of Holm Power] so twice.", "same-words", "", True, id="an editor's addition"),
    pytest.param(
        "I have told the board [of Holm Power] so gladly twice.", "altered", "", False, id="and a word that is none"
    ),
    pytest.param("I have gladly told the board [of Holm Power] so twice.", "altered", "", False, id="one before it"),
    pytest.param("We will not sell the dam … I have told the board so twice.", "excerpt", "", True, id="marked cut"),
    pytest.param("Three of the gates were mended in May,", "excerpt", "silent-cut", False, id="silent cut"),
    pytest.param("We will sell the dam,", "altered", "negation silent-cut", False, id="a dropped not"),
    pytest.param("sell the dam,", "excerpt", "negation", False, id="not stands right before"),
    pytest.param("Three of the six gates were mended in May,", "altered", "number", False, id="a number"),
    pytest.param("and Lund Power paid for them. The others can wait,", "altered", "name", False, id="a name"),
    pytest.param("The others must wait, I think,", "altered", "modal", False, id="a modal"),
    pytest.param(
        "We will never sell the dam, and nobody who lives below it will ever pay more",
        "altered",
        "",
        False,
        id="words added",
    ),
    pytest.param(
        "The others can wait, I think. We will not sell the dam,", "altered", "splice", False, id="put together"
    ),
    pytest.param(
        "My cousin buys his winter coats and gloves from Holm Power,", "not-found", "", False, id="a name in common"
    ),
    pytest.param("The river is a thief and a friend,", "not-found", "", False, id="nowhere"),
    pytest.param("the gates", "not-found", "", False, id="few words stand so or not at all"),
    pytest.param("the people who", "exact", "", True, id="few words that stand so"),
    pytest.param("will pay the dam", "not-found", "", False, id="common words, another order"),
]


@pytest.mark.parametrize(("quote", "verdict", "flags", "holds"), ROWS)
def test_verdict_on_a_quote_of_the_speaker(quote: str, verdict: str, flags: str, holds: bool) -> None:
    (found,) = checked(f"“{quote}” Runa Veldt said on Saturday.\n")
    told = {flag.name for flag in found.link.flags} if found.link else set()
    assert (found.verdict, told, found.holds) == (verdict, set(flags.split()), holds)


@pytest.mark.parametrize(
    ("draft", "verdict", "speaker"),
    [
        pytest.param("“It was generous,” said Lasse Brandvik.", "same-words", "Lasse Brandvik", id="his"),
        pytest.param(
            "“It was generous,” said Mr Brandvik.", "same-words", "Lasse Brandvik", id="his, by his last name"
        ),
        pytest.param("“It was generous,” said Runa Veldt.", "misattributed", "Lasse Brandvik", id="another's"),
        pytest.param(
            "“I have told the board so twice,” said Lasse Brandvik.", "misattributed", "Runa Veldt", id="of a speech"
        ),
        pytest.param(
            "“The offer was forty million crowns.” The hall was silent.",
            "exact",
            "Lasse Brandvik",
            id="nobody named in the draft",
        ),
        pytest.param("“Runa Veldt would not say,” said Per Holm.", "exact", None, id="the reporter's words"),
    ],
)
def test_whose_words_they_are(draft: str, verdict: str, speaker: str | None) -> None:
    (found,) = checked(f"{draft}\n")
    assert found.place
    assert (found.verdict, found.place.speaker) == (verdict, speaker)
    told = [(flag.a, flag.b) for flag in found.link.flags if flag.name == "speaker"] if found.link else []
    assert told == ([(speaker, found.quote.speaker)] if verdict == "misattributed" else [])


@pytest.mark.parametrize(
    ("quote", "why"),
    [
        pytest.param("Whoever wants our water must ask", "letter for letter", id="nothing"),
        pytest.param("whoever wants our water must ask", "only case differs", id="case"),
        pytest.param("We will not sell the dam – and nobody who", "only marks and case differ", id="marks"),
        pytest.param("3 of the 5 gates", "spelling, figures or an editor's brackets differ", id="figures"),
        pytest.param(
            "We will not sell the dam … I have told the board so twice.",
            "words are left out where the quote marks a cut",
            id="marked cut",
        ),
        pytest.param("Three of the gates were mended in May,", "words are left out with no mark", id="silent cut"),
        pytest.param("I have told the board twice", "hesitations are left out", id="a filler"),
        pytest.param("sell the dam,", "the same words, without the negation right before them", id="not before it"),
        pytest.param("Three of the six gates were mended in May,", "the words differ in 1 place", id="one change"),
        pytest.param("Three of the six gates were mended in March,", "the words differ in 2 places", id="two changes"),
    ],
)
def test_why_names_the_kind_of_difference(quote: str, why: str) -> None:
    (found,) = checked(f"“{quote}” Runa Veldt said on Saturday.\n")
    assert found.why == why


def test_places_of_the_same_verdict_are_told_and_no_others() -> None:
    same, cut = article(f"Again: {SPEECH}", "same.txt"), article("We will sell, and nobody will pay.", "cut.txt")
    draft = article(
        "“We will not sell the dam, and nobody who lives below it will pay,” Runa Veldt said.\n", "draft.txt"
    )
    (found,) = check([draft], [*SOURCES, same, cut]).checked
    assert [place.article for place in (found.place, *found.also) if place] == [SOURCES[0].id, same.id]


def test_the_parts_of_a_quote_put_together_are_told_with_their_places() -> None:
    (found,) = checked("“The offer was forty million crowns. We will not sell the dam,” said Runa Veldt.\n")
    assert (found.verdict, found.holds) == ("altered", False)
    places = [place.article for place in (found.place, *found.also) if place]
    assert places == [SOURCES[1].id, SOURCES[0].id]
    assert {"splice", "speaker"} <= {flag.name for flag in found.link.flags} if found.link else False


def test_what_counts_against_a_quote_is_the_users_choice() -> None:
    draft = "“Three of the gates were mended in May,” said Runa Veldt.\n"
    assert [one.holds for one in checked(draft, fail_on=("not-found",))] == [True]
    assert [one.holds for one in checked(draft, fail_on=("excerpt",))] == [False]


def test_speech_without_marks_is_checked_when_asked() -> None:
    draft = "Runa Veldt said that three of the five gates were mended in May.\n"
    assert checked(draft) == []
    assert [one.verdict for one in checked(draft, indirect=True)] == ["same-words"]


def test_a_word_put_in_is_found_and_is_no_cut() -> None:
    (found,) = checked("What “Holm Power never paid for” is the gates, said Runa Veldt.\n")
    assert found.link
    assert (found.verdict, [flag.name for flag in found.link.flags]) == ("altered", ["negation"])


def test_words_that_differ_end_where_the_marks_of_the_source_do() -> None:
    story = article("The wall “leaks like a basket”, Ida Lund said. Her “old grey wall leaks” too.\n", "story.txt")
    draft = article("Ida Lund said it “leaks like a sieve” and that her “new grey wall leaks”.\n", "draft.txt")
    found = [
        (change.a and change.a.of(story.text), change.b and change.b.of(draft.text))
        for one in check([draft], [story]).checked
        if one.link
        for change in one.link.changes
    ]
    assert found == [("basket", "sieve"), ("old", "new")]


def test_a_negation_may_stand_before_the_marks() -> None:
    (lost,) = checked("Runa Veldt would “sell the dam, and nobody who lives below it will pay more”.\n")
    (kept,) = checked("Runa Veldt would not “sell the dam, and nobody who lives below it will pay more”.\n")
    assert (lost.verdict, lost.holds) == ("excerpt", False)
    assert (kept.verdict, kept.holds) == ("exact", True)


@pytest.mark.parametrize(
    ("said", "quote", "holds"),
    [
        pytest.param(
            "If the wall breaks, we leave at once.",
            "The wall breaks,",
            False,
            id="a condition right before",
            marks=pytest.mark.xfail(strict=True, reason="only a negation right before the words is looked at"),
        ),
        pytest.param(
            "We have three hundred thousand euros, no more than that.",
            "We have 300,000 euros, no more than that,",
            True,
            id="a figure of several words",
            marks=pytest.mark.xfail(strict=True, reason="numbers of several words are not read as figures"),
        ),
    ],
)
def test_what_a_verdict_does_not_see_yet(said: str, quote: str, holds: bool) -> None:
    draft = article(f"“{quote}” Runa Veldt said on Saturday.\n", "draft.txt")
    (found,) = check([draft], [article(said, "speech.txt", "Runa Veldt")]).checked
    assert found.holds is holds


def test_a_place_is_where_the_words_stand() -> None:
    (found,) = checked("“nobody who lives below it will pay more,” Runa Veldt said.\n")
    assert found.place
    assert found.place.span.of(SPEECH) == "nobody who lives below it will pay more"
    assert (found.place.line, found.place.speaker) == (1, "Runa Veldt")


def test_a_draft_among_its_sources_is_no_source() -> None:
    draft = article("“We sold the moon to Holm Power,” Runa Veldt said.\n", "draft.txt")
    for path in ("draft.txt", "./draft.txt", "news/../draft.txt", str(Path("draft.txt").absolute())):
        found = check([draft], [*SOURCES, replace(draft, path=path)])
        assert (found.searched, [one.verdict for one in found.checked], found.problems) == (2, ["not-found"], ())


def test_a_draft_alone_among_its_sources_is_told() -> None:
    draft = article("“We sold the moon to Holm Power,” Runa Veldt said.\n", "draft.txt")
    (problem,) = check([draft], [draft]).problems
    assert (problem.path, problem.severity) == ("draft.txt", "notice")


def test_the_order_of_the_sources_changes_nothing() -> None:
    draft = article("“We will not sell the dam,” Runa Veldt said. “It was generous,” he said.\n", "draft.txt")
    copy = article(SPEECH + " Thank you.", "copy.txt")

    def both(sources: list[Article]) -> Check:
        return check([draft], sources)

    assert both([*SOURCES, copy]) == both([copy, *reversed(SOURCES)])


def test_problems_of_drafts_and_sources_are_kept() -> None:
    lost = Problem("lost.txt", "no such file or folder", "check the path")
    found = check([lost, article("He left.\n", "draft.txt")], [lost, *SOURCES])
    assert found.problems == (lost, lost)
