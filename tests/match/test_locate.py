"""Where the words of a quote stand in whole texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.match.locate import Library, library, locate
from quotetrace.models import Article, Pair, Quote, Span, content_id
from quotetrace.text import fold

WORDS = ["the", "dam", "river", "of", "and", "will", "hold", "not", "Orrin", "forty", "gates", "I", "said", "water"]


def books(*texts: str) -> Library:
    return library([Article(content_id(i, text), f"{i}.txt", text) for i, text in enumerate(texts)])


def found(wording: str, *texts: str, most: int | None = None) -> list[Pair]:
    return locate(Quote("q", "draft", Span(0, len(wording)), wording, "direct"), books(*texts), most)


def words_at(pair: Pair) -> str:
    """The folded words of the source that the pair is about."""
    first, stop, *_ = pair.stretch
    return " ".join(fold(pair.a.text)[first:stop])


def test_a_wording_is_found_wherever_it_stands() -> None:
    text = "The dam will hold. The dam will hold, he said. Rain fell. " * 3
    assert [words_at(pair) for pair in found("the dam will hold", text)] == ["the dam will hold"] * 6


def test_words_on_either_side_of_a_border_between_texts_are_no_wording() -> None:
    assert found("the dam will hold", "Nobody knows about the dam", "will hold us up, she said") == []


def test_a_title_that_does_not_stand_in_the_text_is_searched() -> None:
    article = Article("a", "a.txt", "Rain fell.", title="The dam will hold, mayor says")
    quote = Quote("q", "draft", Span(0, 17), "the dam will hold", "direct")
    (pair,) = locate(quote, library([article]))
    assert pair.a.quote.field == "title"


@pytest.mark.parametrize("wording", ["…", "«»", "zebra", "zebra crossing at night"])
def test_nothing_is_found_where_no_word_is_shared(wording: str) -> None:
    assert found(wording, "The dam will hold.") == []


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=60), st.data())
def test_any_stretch_of_a_text_is_found_word_for_word(said: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(said) - 1))
    stop = data.draw(st.integers(start + 1, min(len(said), start + 20)))
    wording = " ".join(said[start:stop])
    best = found(wording, "Rain fell.", " ".join(said))[0]
    assert best.score == pytest.approx(1.0)
    assert words_at(best) == " ".join(fold(wording))


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30), st.lists(st.sampled_from(WORDS), max_size=60))
def test_blocks_cover_both_sides_and_offsets_hold(wanted: list[str], said: list[str]) -> None:
    text = " ".join(said)
    for pair in found(" ".join(wanted), text):
        assert pair.a.text == pair.a.quote.span.of(text)
        sizes = len(fold(pair.a.text)), len(fold(pair.b.text))
        assert sorted(i for x in pair.blocks for i in range(x.a_from, x.a_to)) == list(range(sizes[0]))
        assert sorted(i for x in pair.blocks for i in range(x.b_from, x.b_to)) == list(range(sizes[1]))


@pytest.mark.parametrize("unit", ["a ", "the dam ", "“", "é", "\x00", "… "])
def test_a_megabyte_of_anything_is_searched_and_sought(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    assert len(found("the dam will hold", text)) <= len(text)
    assert len(found(text, "The dam will hold.")) <= 1
