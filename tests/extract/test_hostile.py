"""Text that no newsroom writes: nothing raises, offsets hold, and a megabyte of anything comes to an end.

How the time grows is measured by `benchmarks/extract.py --scaling`. Here the square of a megabyte would outlast
any patience: pytest-timeout ends what hangs.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.attribute import attribute
from quotetrace.config import ExtractOptions
from quotetrace.extract import extract
from quotetrace.extract.inside import spoken_inside
from quotetrace.extract.marks import paragraphs, stretches
from quotetrace.lang import codes, load
from quotetrace.models import Article, Quote

MEGABYTE = 1_000_000
OPTIONS = ExtractOptions(thought=True)

UNITS = [
    *("“", "”", '"', "'", "''", "’", "«", "»", "‹", "„", "`", ",,", "´"),  # marks without words
    *('" ', '"a', ' "a', 'a" ', "“a ", "a” ", "«a ", "„a ", "‘a ", "’s ", "s' a "),  # marks without partners
    *("\n“a", "“a\n\n", "a”\n\n", "\n“a”", "Aa. b” ", "x y z” ", "“Aa. “B ‘c.’ d "),
    *("“a ‘b ’” ", "“«‹‘", "‘a ‘b ’ “x” ", "“a “b ”” ", "‘ s' a ", '="', '="a', "1'2\" "),  # nested, or nearly
    *("(", "[", "(a) ", ".”", "!”) ", ". ", ".", ", ", "— ", "-", "...", "a-", "a'", "&"),  # punctuation
    *("\n", "\r\n", "\r", " ", "\t", "\u00a0", "\u2028", "a\n", "a\nb", "A\n\n"),  # spaces and lines
    *("A", "a", "a ", "A ", "A. ", "1", "1 ", "x.", "A.B."),  # letters
    *("Mr. ", "said ", "He ", "who ", "and ", "that ", "of the ", "to ", "Ida Lund, ", "said that he "),  # words
    *("Ida Lund said. ", "According to ", "“A b c,” she said. ", "“A b,” said Ida Lund. ", "“A.” he said. "),
    *("the company said. ", "minister ", "**A:** b\n", "Q: a\n", "“I said, ‘A b,’ ” "),  # descriptions and turns
    *(
        "e\u0301",
        "\u0301",
        "\u202e\u05d0",
        "\u05d0 ",
        "😀",
        "👩\u200d🚒 ",
        "\ud800",
        "\ufeff",
        "\x1b[31m",
    ),  # rare letters
]
EVERY_UNIT = [pytest.param(unit, id=repr(unit)) for unit in UNITS]
ANY_UNIT = [*EVERY_UNIT, pytest.param("\x00", id="NUL")]


def grown(unit: str, size: int) -> str:
    """``unit`` over and over, up to ``size`` characters."""
    return unit * (size // len(unit))


def quotes(text: str, language: str = "en") -> tuple[Quote, ...]:
    return attribute(extract(Article("id", "key", text, language=language), OPTIONS), OPTIONS)


@pytest.mark.parametrize("unit", ANY_UNIT)
def test_nothing_raises_and_offsets_hold(unit: str) -> None:
    text = grown(unit, 2_000)
    assert [quote for quote in quotes(text) if quote.text != quote.span.of(text)] == []


@pytest.mark.parametrize("unit", [*EVERY_UNIT, "\x00"])
def test_the_article_after_it_is_read_rightly(unit: str) -> None:
    text = grown(unit, 2_000) + "\n\n“The wall holds,” she said.\n\nShe left.\n"
    last = stretches(text)[-1]
    assert (text[last.start : last.end], last.defects) == ("The wall holds,", ())


def assert_marks_are_read(text: str) -> None:
    assert all(0 <= stretch.start < stretch.end <= len(text) for stretch in stretches(text))
    assert all(0 <= start < end <= len(text) for start, end in paragraphs(text))


@pytest.mark.parametrize("unit", ["“", '"', "'", "''", "„", "\n", "A", " ", "\x00"])
def test_a_megabyte_of_the_worst_marks(unit: str) -> None:
    assert_marks_are_read(grown(unit, MEGABYTE))


@pytest.mark.slow
@pytest.mark.parametrize("unit", [*EVERY_UNIT, "\x00"])
def test_the_marks_of_a_megabyte(unit: str) -> None:
    assert_marks_are_read(grown(unit, MEGABYTE))


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("unit", ANY_UNIT)
def test_the_quotes_of_a_megabyte(unit: str) -> None:
    text = grown(unit, MEGABYTE)
    assert [quote for quote in quotes(text) if quote.text != quote.span.of(text)] == []


@pytest.mark.slow
def test_cues_inside_a_quotation_that_no_mark_closes() -> None:
    text = "“" + grown("ax, Lund said by ", 8 * MEGABYTE)
    assert len(spoken_inside(text, stretches(text), load("en"))) == 1


@pytest.mark.slow
def test_pronouns_beside_a_name_that_only_says_where() -> None:
    assert quotes(grown("To Ab Cd. “E f,” he said. ", 2 * MEGABYTE))


IN_OTHER_LANGUAGES = [
    pytest.param("de", "Die Ministerin sagte „Ja“ und ", id="de, quotations in one sentence"),
    pytest.param("de", "Lee hat gesagt, ", id="de, auxiliaries"),
    pytest.param("de", "„A“ und ", id="de, a list of names in marks"),
    pytest.param("fr", "— Non, dit-elle. Oui.\n", id="fr, dialogue"),
    pytest.param("fr", "— oui, ", id="fr, dashes in one line"),
]


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize(("language", "unit"), IN_OTHER_LANGUAGES)
def test_the_quotes_of_a_megabyte_in_other_languages(language: str, unit: str) -> None:
    text = grown(unit, MEGABYTE)
    assert [quote for quote in quotes(text, language) if quote.text != quote.span.of(text)] == []


WORDS = [
    *("“", "”", '"', "'", "’s ", "«", "»", "(", ")", "[", ". ", ", ", "? ", ": ", "— ", "\n", "\n\n", " ", "U.S. "),
    *("Ida Lund ", "Mr. Lund ", "the mayor ", "he ", "she ", "who ", "said ", "told ", "asked ", "saying ", "that "),
    *("according to ", "to ", "and ", "not ", "the wall ", "holds ", "Harbour Trust ", "1999 ", "é", "\u05d0", "😀"),
]
FOUND = [  # texts that once raised, or lost an offset, the shortest of their kind
    pytest.param("en", "According to 0: and saying", id="a source without a name, then a participle"),
    pytest.param("de", "— So ", id="a closing source at the end of the text"),
    pytest.param("it", '— Sì , dice "Ada', id="dialogue, a space before the comma"),
]


@pytest.mark.parametrize(("language", "text"), FOUND)
def test_a_text_that_fuzzing_found(language: str, text: str) -> None:
    assert all(quote.text == quote.span.of(text).strip() for quote in quotes(text, language))


ANY_TEXT = st.text() | st.lists(st.sampled_from(WORDS), max_size=40).map("".join)


@given(ANY_TEXT)
def test_any_text_has_quotes_at_their_offsets(text: str) -> None:
    for quote in quotes(text):
        assert quote.text == quote.span.of(text)
        assert quote.text == quote.text.strip()
        assert 0 <= quote.confidence <= 1
        assert quote.clause is None or quote.clause.end <= len(text)


@given(ANY_TEXT)
def test_the_same_text_gives_the_same_quotes(text: str) -> None:
    assert quotes(text) == quotes(text)


@st.composite
def texts_of_a_language(draw: st.DrawFn) -> tuple[str, str]:
    """A language, and words of its lists in any order, between marks and names."""
    code = draw(st.sampled_from(codes()))
    listed = [*load(code).words.values()]
    known = st.sampled_from([sorted(words) for words in listed if words]).flatmap(st.sampled_from)
    spelt = known | known.map(str.capitalize)
    return code, "".join(draw(st.lists(spelt.map("{} ".format) | st.sampled_from(WORDS), max_size=30)))


@given(texts_of_a_language())
def test_any_words_of_any_language_have_quotes_at_their_offsets(drawn: tuple[str, str]) -> None:
    language, text = drawn
    for quote in quotes(text, language):
        assert quote.text == quote.span.of(text) == quote.text.strip()
