"""Which stretches of a text stand in marks. A row gives a text and what a careful reader sees in it, in order:

``words`` in marks, one ``>`` before them for each quotation they stand in, and in brackets after them what is wrong
with their marks (``no opening mark``, ``no closing mark``) or that they ``run on`` into the next paragraph.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.extract.marks import paragraphs, stretches
from quotetrace.syntax import Stretch

NOTES = {"missing-open-mark": "no opening mark", "missing-close-mark": "no closing mark"}
ELIDED = pytest.mark.xfail(strict=True, reason="an opening mark before an elision is read as a doubled apostrophe")
PLURAL = pytest.mark.xfail(strict=True, reason="a possessive plural ends single marks unless a better end is in sight")
LENT = pytest.mark.xfail(strict=True, reason="the next paragraph's opening mark is taken for the same speaker's")


def seen(text: str) -> list[str]:
    found = stretches(text)
    return [told(text, found, stretch) for stretch in found]


def told(text: str, found: list[Stretch], stretch: Stretch) -> str:
    notes = [NOTES[defect] for defect in stretch.defects] + ["runs on"] * stretch.continues
    words = text[stretch.start : stretch.end] + (f" ({', '.join(notes)})" if notes else "")
    return "> " * depth(found, stretch) + words


def depth(found: list[Stretch], stretch: Stretch) -> int:
    return 0 if stretch.parent < 0 else 1 + depth(found, found[stretch.parent])


STYLES = [
    pytest.param('"It holds," she said. "For now."', ["It holds,", "For now."], id="straight"),
    pytest.param("“It holds,” she said. “For now.”", ["It holds,", "For now."], id="curly"),
    pytest.param("'It holds,' she said. 'For now.'", ["It holds,", "For now."], id="single straight"),
    pytest.param("‘It holds,’ she said. ‘For now.’", ["It holds,", "For now."], id="single curly"),
    pytest.param("''It holds,'' she said. ''I don't care.''", ["It holds,", "I don't care."], id="doubled apostrophes"),
    pytest.param("‘‘It holds,’’ she said.", ["It holds,"], id="doubled curly"),
    pytest.param("``It holds,'' she said. ``For now.''", ["It holds,", "For now."], id="LaTeX"),
    pytest.param("`It holds,' she said.", ["It holds,"], id="LaTeX, single"),
    pytest.param("«Elle tient», dit-elle.", ["Elle tient"], id="guillemets outward"),
    pytest.param("»Sie hält«, sagte sie. »Noch.«", ["Sie hält", "Noch."], id="guillemets inward"),
    pytest.param("»Den håller», sade hon. »Än så länge.»", ["Den håller", "Än så länge."], id="guillemets one way"),
    pytest.param("‹Elle tient›, dit-elle.", ["Elle tient"], id="single guillemets"),
    pytest.param("„Sie hält“, sagte sie. „Noch.“", ["Sie hält", "Noch."], id="low-high"),
    pytest.param("„Trzyma”, powiedziała. „Na razie.”", ["Trzyma", "Na razie."], id="low-high, closed by a right mark"),
    pytest.param("‚Sie hält‘, sagte sie.", ["Sie hält"], id="low-high, single"),
    pytest.param(",,Sie hält,“ sagte sie.", ["Sie hält,"], id="low mark typed as two commas"),
    pytest.param(
        "”Den håller”, sade hon. ”Än så länge.”", ["Den håller", "Än så länge."], id="right marks at both ends"
    ),
    pytest.param("＂It holds,＂ she said.", ["It holds,"], id="full-width"),
]

MIXED = [
    pytest.param('“It holds," she said. "For now.”', ["It holds,", "For now."], id="curly opens, straight closes"),
    pytest.param("“It holds,’’ she said. ‘‘For now.”", ["It holds,", "For now."], id="doubled and curly"),
    pytest.param('„Sie hält", sagte sie.', ["Sie hält"], id="low mark closed by a straight one"),
    pytest.param("‘It holds,' she said.", ["It holds,"], id="single curly closed by a straight one"),
    pytest.param(
        "\"It holds,\" she said. “It does,” he said. 'Does it?' asked Ada.",
        ["It holds,", "It does,", "Does it?"],
        id="three styles, one text",
    ),
]

NESTED_MARKS = [
    pytest.param(
        "“He said ‘go home’ and left,” she said.", ["He said ‘go home’ and left,", "> go home"], id="‘’ in “”"
    ),
    pytest.param(
        "'He said \"go home\" and left,' she said.", ['He said "go home" and left,', "> go home"], id="\"\" in ''"
    ),
    pytest.param("\"He said 'go home' and left.\"", ["He said 'go home' and left.", "> go home"], id="'' in \"\""),
    pytest.param("“He said, ‘Go home.’”", ["He said, ‘Go home.’", "> Go home."], id="both close together"),
    pytest.param(
        "“He calls it “a hell” and goes,” she said.",
        ["He calls it “a hell” and goes,", "> a hell"],
        id="one kind of mark, the inner pair in the middle",
    ),
    pytest.param(
        "“He said “go” and “stay” to us,” she said. “We went.”",
        ["He said “go” and “stay” to us,", "> go", "> stay", "We went."],
        id="one kind of mark, two inner pairs",
    ),
    pytest.param("“He said, ‘Go home.'”", ["He said, ‘Go home.'", "> Go home."], id="both close together, mixed"),
    pytest.param("«Il a dit «rentrez» hier», dit-elle.", ["Il a dit «rentrez» hier", "> rentrez"], id="«» in «»"),
    pytest.param("«Il a dit “rentrez” hier», dit-elle.", ["Il a dit “rentrez” hier", "> rentrez"], id="“” in «»"),
    pytest.param("„Er sagte ‚geh‘ und ging“, sagte sie.", ["Er sagte ‚geh‘ und ging", "> geh"], id="‚‘ in „“"),
    pytest.param("»Er sagte ›geh‹ und ging«, sagte sie.", ["Er sagte ›geh‹ und ging", "> geh"], id="›‹ in »«"),
    pytest.param("”Han sa ’gå’ och gick”, sade hon.", ["Han sa ’gå’ och gick", "> gå"], id="’’ in ””"),
    pytest.param(
        "“He called it “the wall.”” She left.", ["He called it “the wall.”", "> the wall."], id="“” in “”, at its end"
    ),
    pytest.param('"He said "the wall."" She left.', ['He said "the wall."', "> the wall."], id='"" in "", at its end'),
    pytest.param(
        "“She told me, ‘He cried “stop” twice.’”",
        ["She told me, ‘He cried “stop” twice.’", "> He cried “stop” twice.", "> > stop"],
        id="three deep",
    ),
    pytest.param("“He said “go” twice,” she said.", ["He said “go” twice,", "> go"], id="“” in “”"),
]

NO_MARKS = [
    pytest.param("They don't know O'Hara’s boat, and it’s late.", [], id="apostrophes"),
    pytest.param("Back in the '90s we'd tell 'em: rock 'n' roll. ’Twas fun.", [], id="elisions"),
    pytest.param("The boats' owners and the cooks' union met.", [], id="possessive plurals"),
    pytest.param("The wall is 6'2\" high and 5' 11\" wide.", [], id="feet and inches"),
    pytest.param("The wall is 6’2” high and 5’ 11” wide.", [], id="feet and inches, curly"),
    pytest.param('The first pipe was 12" and the last one 14" wide.', [], id="inches alone"),
    pytest.param("The wreck lies at 40°26'46\" north.", [], id="minutes and seconds"),
    pytest.param('<a href="http://a.test/b" title="The wall">Wall</a>', [], id="attributes"),
    pytest.param('She cut it short.\n\n<note about="the wall" date="\n', [], id="a mark in broken markup"),
    pytest.param(
        "They met at noon.\n\nThe clerk led Lund through a list of [his] boats” and four barges.",
        [],
        id="a stray mark inside a sentence",
    ),
    pytest.param("<a href=”http://a.test/b” target=“_blank”>Wall</a>", [], id="attributes in curly marks"),
    pytest.param('He wrote "" and “” and «», no more.', [], id="empty marks"),
    pytest.param("“…” was all. “?!” he wrote.", [], id="only punctuation in marks"),
    pytest.param("She left.” He said so.", [], id="a stray closing mark after too few words"),
    pytest.param("", [], id="no text"),
]

APOSTROPHES_INSIDE = [
    pytest.param("'We don't mind the '90s,' she said.", ["We don't mind the '90s,"], id="in single marks"),
    pytest.param(
        "'The boats' owners agree,' she said.", ["The boats' owners agree,"], id="a possessive plural in single marks"
    ),
    pytest.param(
        "“The boats’ owners agree,” she said.", ["The boats’ owners agree,"], id="a possessive plural in curly marks"
    ),
    pytest.param("“The gap is 5'6\" wide,” she said.", ["The gap is 5'6\" wide,"], id="feet and inches in curly marks"),
    pytest.param("“A 6” pipe burst,” she said.", ["A 6” pipe burst,"], id="inches in curly marks"),
    pytest.param('<p class="x">She said "go" twice.</p>', ["go"], id="a quotation between tags"),
    pytest.param("''Tis late,' he said.", ["'Tis late,"], id="an elision at the start", marks=ELIDED),
    pytest.param(
        "It was called 'the boats' home' for years.", ["the boats' home"], id="no comma at the end", marks=PLURAL
    ),
]

OVER_PARAGRAPHS = [
    pytest.param(
        "“One came.\n\n“Two came.\n\n“Three came,” she said.\n\n“No,” he said.",
        ["One came. (runs on)", "Two came. (runs on)", "Three came,", "No,"],
        id="re-opened and not closed",
    ),
    pytest.param(
        '"One came.\n\n"Two came," she said.', ["One came. (runs on)", "Two came,"], id="re-opened, straight marks"
    ),
    pytest.param(
        "«Un est venu.\n\n«Deux sont venus», dit-elle.",
        ["Un est venu. (runs on)", "Deux sont venus"],
        id="re-opened, French",
    ),
    pytest.param(
        "“One came.\n\nTwo came.\n\nThree came,” she said.\n\n“No,” he said.",
        ["One came. (runs on)", "Two came. (runs on)", "Three came,", "No,"],
        id="left open without re-opening",
    ),
    pytest.param(
        "She said: “One came.\n“Two came,” she said.", ["One came. (runs on)", "Two came,"], id="single line breaks"
    ),
    pytest.param(
        "“One came, she said.\n\n“Two came,” he said.",
        ["One came, she said. (no closing mark)", "Two came,"],
        id="not closed, and another speaker opens the next paragraph",
        marks=LENT,
    ),
]

MISSING = [
    pytest.param(
        "The mayor left. We heard it all night,” she said. “No,” he said.",
        ["We heard it all night, (no opening mark)", "No,"],
        id="no opening mark: from the start of the sentence",
    ),
    pytest.param(
        'We heard it all night", she said. "No," he said.',
        ["We heard it all night (no opening mark)", "No,"],
        id="no opening mark: from the start of the paragraph",
    ),
    pytest.param(
        "The mayor left. U.S. Sen. Ida Lund heard it,” she said.",
        ["U.S. Sen. Ida Lund heard it, (no opening mark)"],
        id="no opening mark: the dot of an abbreviation starts no sentence",
    ),
    pytest.param(
        "“No,” he said. We heard it all night,” she said.",
        ["No,", "We heard it all night, (no opening mark)"],
        id="no opening mark: not from before another quotation",
    ),
    pytest.param(
        "Nous l’avons entendu hier\u00a0», dit-elle.",
        ["Nous l’avons entendu hier (no opening mark)"],
        id="no opening mark, French",
    ),
    pytest.param(
        "He says,” the wall is old and tired.” She left.",
        ["the wall is old and tired. (no opening mark)"],
        id="an opening mark on the wrong side of its space",
    ),
    pytest.param(
        "“We heard it all night, she said.\n\nThe mayor left. “No,” he said.\n\nAll was quiet. “Yes,” she said.",
        ["We heard it all night, she said. (no closing mark)", "No,", "Yes,"],
        id="no closing mark: not beyond its paragraph",
    ),
    pytest.param(
        '"We heard it all night. The mayor left and said "no" to us.\n\nAll was quiet. "Yes," she said.',
        ["We heard it all night. (no closing mark)", "no", "Yes,"],
        id="no closing mark: its first sentence, before the next quotation",
    ),
    pytest.param(
        "“We heard Sen. Lund. The mayor left. “No,” he said.",
        ["We heard Sen. Lund. (no closing mark)", "No,"],
        id="no closing mark: the dot of an abbreviation ends no sentence",
    ),
    pytest.param(
        "“We heard ‘the river. Then’ it went. The mayor left. “No,” he said.",
        ["We heard ‘the river. Then’ (no closing mark)", "> the river. Then", "No,"],
        id="no closing mark: a nested quotation stays whole",
    ),
    pytest.param("“No,” he said.” The mayor left.", ["No,"], id="a stray closing mark"),
    pytest.param('"Go."She left."Stay."', ["Go.", "Stay."], id="no spaces around the marks"),
    pytest.param(
        '"We row," said Ida Lund."So that is the plan: to row."',
        ["We row,", "So that is the plan: to row."],
        id="no space before an opening mark",
    ),
    pytest.param(
        "“It is fine,” he says, and looks it up. It is so.“It is pure,” he adds. “It is rare.”",
        ["It is fine,", "It is pure,", "It is rare."],
        id="nor before a curly one",
    ),
    pytest.param(
        '“I long for it. On that "typical" day I row. I stay.”',
        ['I long for it. On that "typical" day I row. I stay.', "> typical"],
        id="straight marks inside curly ones",
    ),
]

SPACING = [
    pytest.param('He wrote " It holds " on it, " it does ".', ["It holds", "it does"], id="spaces inside, straight"),
    pytest.param("He wrote “ It holds ” on it.", ["It holds"], id="spaces inside, curly"),
    pytest.param("Elle dit : « Oui, demain », puis « non ».", ["Oui, demain", "non"], id="spaces inside, French"),
    pytest.param("Elle dit : «\u00a0Oui\u00a0», puis «\u00a0non\u00a0».", ["Oui", "non"], id="no-break spaces inside"),
    pytest.param(
        "Elle dit «\u202fOui\u202f», puis l’«\u202faffaire\u202f».", ["Oui", "affaire"], id="thin spaces inside"
    ),
    pytest.param('"It holds. " he said. "Yes."', ["It holds.", "Yes."], id="a space before the closing mark"),
    pytest.param("“It holds”—he said—“for now.”", ["It holds", "for now."], id="dashes at the marks"),
    pytest.param('He said:"It holds."', ["It holds."], id="no space after a colon"),
    pytest.param("(“It holds,” he said.) [“Yes.”]", ["It holds,", "Yes."], id="marks in brackets"),
    pytest.param(
        "“They [the council] (all) agree,” he said.", ["They [the council] (all) agree,"], id="brackets in marks"
    ),
    pytest.param("“It holds”", ["It holds"], id="marks at both ends of the text"),
    pytest.param("He said\n“it holds\nfor now” and\nleft.", ["it holds\nfor now"], id="lines broken in mid-sentence"),
    pytest.param("“One\r\ncame.\r\n\r\n“Two came,” she said.\r\n", ["One\r\ncame. (runs on)", "Two came,"], id="CRLF"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    STYLES + MIXED + NESTED_MARKS + NO_MARKS + APOSTROPHES_INSIDE + OVER_PARAGRAPHS + MISSING + SPACING,
)
def test_words_in_marks(text: str, expected: list[str]) -> None:
    assert seen(text) == expected


def test_a_stretch_ends_inside_its_marks_and_its_outer_bounds_hold_them() -> None:
    text = "He said, “ It holds. ” She left."
    assert [(text[s.start : s.end], text[s.outer_start : s.outer_end]) for s in stretches(text)] == [
        ("It holds.", "“ It holds. ”")
    ]


def test_what_stands_before_the_start_is_not_read() -> None:
    text = 'title: "The wall"\n\n“It holds,” she said.'
    start = text.index("\n")
    assert [text[s.start : s.end] for s in stretches(text, start)] == ["It holds,"]
    assert [text[a:b] for a, b in paragraphs(text, start)] == ["“It holds,” she said."]


WIRE = """\
The harbour council met on Monday to hear about the old wall, and the
Mayor said that the town could wait no longer for the works to begin.
Nobody spoke against it, and nobody spoke for it but the keeper of the
Ferry.

The works begin in the spring, and the ferry will run from the north
Quay until they end, which nobody on the council thought would be soon
Enough for the fishermen who land there at every hour of the day and
Of the night, in winter as in summer, and have done so since the first
Wall was built.
"""

PARAGRAPHS = [
    pytest.param("One came.\n\nTwo came.", ["One came.", "Two came."], id="a blank line"),
    pytest.param("One came.\n \t\n\nTwo came.", ["One came.", "Two came."], id="blank lines with spaces"),
    pytest.param("One came.\nTwo came.", ["One came.", "Two came."], id="a line break after a sentence"),
    pytest.param("One\nTwo", ["One", "Two"], id="a line break before a capital"),
    pytest.param("One\ncame.\nTwo came.", ["One\ncame.", "Two came."], id="a line break in mid-sentence"),
    pytest.param("One came.\ntwo came.", ["One came.", "two came."], id="a line break after a sentence, lower case"),
    pytest.param("One\r\ncame.\r\ntwo\r\n\r\nThree", ["One\r\ncame.", "two", "Three"], id="CRLF"),
    pytest.param(WIRE, WIRE.rstrip().split("\n\n"), id="lines of one width"),
    pytest.param(
        WIRE.replace("\n", "\r\n"), WIRE.replace("\n", "\r\n").rstrip().split("\r\n\r\n"), id="the same in CRLF"
    ),
    pytest.param("\n\nOne came.\n\n", ["One came."], id="blank lines at both ends"),
    pytest.param(" \n\t\n", [], id="nothing but space"),
]


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in paragraphs(text)] == expected


GLYPHS = ['"', "“", "”", "„", "'", "‘", "’", "‚", "''", "``", "`", "´", ",,", "«", "»", "‹", "›", "＂"]
OTHERS = ["a", "Wall ", "boats", " ", "\u00a0", ". ", "! ", ", ", "\n", "\n\n", "\r\n", "(", "]", "—", "=", "9", "é"]
ANY_TEXT = st.text() | st.lists(st.sampled_from(GLYPHS + OTHERS), max_size=40).map("".join)


@given(ANY_TEXT)
def test_a_stretch_holds_words_without_space_around_them(text: str) -> None:
    for found in stretches(text):
        assert 0 <= found.outer_start <= found.start < found.end <= found.outer_end <= len(text)
        words = text[found.start : found.end]
        assert words == words.strip()
        assert any(map(str.isalnum, words))


@given(ANY_TEXT)
def test_stretches_are_nested_or_apart_and_name_their_parent(text: str) -> None:
    found = stretches(text)
    assert found == sorted(found, key=lambda s: (s.outer_start, -s.outer_end))
    for i, inner in enumerate(found):
        around = [j for j in range(i) if found[j].outer_end > inner.outer_start]
        assert inner.parent == max(around, default=-1)
        assert all(found[j].start <= inner.outer_start and inner.outer_end <= found[j].outer_end for j in around)


@given(ANY_TEXT)
def test_a_lone_mark_leaves_its_paragraph_only_where_it_runs_on(text: str) -> None:
    spans = paragraphs(text)
    for found in stretches(text):
        assert any(start <= found.start and found.end <= end for start, end in spans)
        assert not (found.continues and found.defects)


@given(ANY_TEXT)
def test_paragraphs_are_in_order_and_leave_only_space_between_them(text: str) -> None:
    spans = paragraphs(text)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    assert not "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)).strip()


@given(ANY_TEXT)
def test_the_same_text_gives_the_same_stretches(text: str) -> None:
    assert [facts(s) for s in stretches(text)] == [facts(s) for s in stretches(text)]


def facts(s: Stretch) -> tuple[object, ...]:
    return s.start, s.end, s.outer_start, s.outer_end, s.parent, s.continues, s.defects


@given(st.lists(st.sampled_from(["wall", "river", "boat's", "’90s", "it", "[sic]"]), min_size=1, max_size=9))
def test_any_words_between_curly_marks_are_one_stretch(words: list[str]) -> None:
    text = f"She said, “{' '.join(words)},” and left."
    assert [text[s.start : s.end] for s in stretches(text)] == [" ".join(words) + ","]
