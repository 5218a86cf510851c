"""Candidates come from rare words, never from all pairs."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.match.index import NEIGHBOURS, Setting, candidates, rare_words
from quotetrace.match.lexicon import Lexicon, lexicon, within
from quotetrace.match.said import UNKNOWN, said
from quotetrace.match.soft import Near, nearest
from quotetrace.match.weigh import weights
from quotetrace.models import Article, Quote, Span
from quotetrace.text import fold, name_words


def texts(*words: str) -> Lexicon:
    return lexicon(words)


def anywhen(count: int) -> Setting:
    return Setting(np.full(count, np.nan), np.full(count, -1, dtype=np.int64))


def couples(found: np.ndarray) -> list[tuple[int, int]]:
    return [(i, j) for i, j in found.tolist()]


PIECES = [
    "We",
    "can’t",
    "super",
    "per",
    "cent",
    "twenty",
    "one,",
    "paper.",
    "U.S.",
    "2.6million",
    "…",
    "-",
    "F*** ",
    " the",
    "a.",
]


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join), max_size=5))
def test_texts_are_numbered_by_the_words_that_fold_gives(said: list[str]) -> None:
    words = texts(*said)
    assert [tuple(words.words(i)) for i in range(len(said))] == [fold(text) for text in said]


@given(st.lists(st.lists(st.sampled_from(["ferry", "a", "closed"]), max_size=4).map(" ".join), max_size=9))
def test_texts_of_the_same_words_are_one_and_stand_in_order(said: list[str]) -> None:
    number, first = texts(*said).same()
    distinct = sorted({text for text in said if text})
    assert [distinct[i] if i >= 0 else "" for i in number.tolist()] == said
    assert first.tolist() == [said.index(text) for text in distinct]


@given(
    st.lists(
        st.lists(st.sampled_from([*PIECES, "Ann", "of", "Jr.", "Lund-Venn"]), max_size=4).map(" ".join), max_size=5
    )
)
def test_a_speaker_is_told_by_the_last_word_of_the_name(names: list[str]) -> None:
    said_by = [Quote(str(i), "a", Span(0, 1), "x", "direct", speaker=name) for i, name in enumerate(names)]
    known = said(said_by, {"a": Article("a", "a", "x")})
    last = [name_words(name)[-1:] for name in names]
    one = [[x == y != UNKNOWN for x in known.surname.tolist()] for y in known.surname.tolist()]
    assert one == [[x == y != () for x in last] for y in last]


@given(st.lists(st.integers(0, 9)), st.lists(st.integers(0, 9)))
def test_within_finds_what_is_among_known_numbers(some: list[int], known: list[int]) -> None:
    found = within(np.array(some, dtype=np.int64), np.array(sorted(known), dtype=np.int64))
    assert found.tolist() == [number in known for number in some]


def test_texts_with_two_common_pairs_of_words_are_candidates() -> None:
    found = candidates(texts("we close the ferry office", "nobody closed a thing", "they close the ferry now"))
    assert couples(found) == [(0, 2)]


def test_two_words_are_enough_for_a_text_of_two() -> None:
    assert couples(candidates(texts("a sad harbour town", "sad harbour"))) == [(0, 1)]


def test_nothing_has_no_candidates() -> None:
    assert couples(candidates(texts())) == []


def test_a_phrase_of_a_thousand_texts_is_not_turned_into_all_pairs() -> None:
    count = 900
    said = [f"we will rebuild the wall {i} w{i} x{i}" for i in range(count)]
    found = candidates(texts(*said))
    assert 0 < len(found) <= count * NEIGHBOURS * 2


def test_renderings_meet_only_where_date_and_speaker_allow() -> None:
    words = texts("floodgates opened tonight", "tonight someone opened floodgates", "floodgates were opened")
    bits = np.full(len(words.vocabulary), 10.0)
    assert couples(rare_words(words, bits, anywhen(3), 7, 15)) == [(0, 1), (0, 2), (1, 2)]
    days = Setting(np.array([1.0, 5.0, 40.0]), np.full(3, -1, dtype=np.int64))
    assert couples(rare_words(words, bits, days, 7, 15)) == [(0, 1)]
    speakers = Setting(np.full(3, np.nan), np.array([1, 2, 1]))
    assert couples(rare_words(words, bits, speakers, 7, 15)) == [(0, 2)]


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=6).map(" ".join), max_size=12, unique=True))
def test_candidates_are_pairs_in_order_without_repetition(said: list[str]) -> None:
    found = couples(candidates(texts(*sorted(said))))
    assert found == sorted(set(found))
    assert all(0 <= i < j < len(said) for i, j in found)


def test_one_text_has_one_rendering_unless_its_copies_have_more() -> None:
    near = [Near(0, 1, 0.6, 0.6), Near(0, 2, 0.5, 0.5), Near(2, 3, 0.3, 0.3)]
    assert [(x.i, x.j) for x in nearest(near, set())] == [(0, 1), (2, 3)]
    assert [(x.i, x.j) for x in nearest(near, {1 << 32 | 2})] == [(0, 1), (0, 2)]


def test_of_two_renderings_in_the_same_words_the_one_in_the_same_order_is_meant() -> None:
    near = [Near(0, 1, 0.6, 0.2), Near(0, 2, 0.6, 0.5)]
    assert [(x.i, x.j) for x in nearest(near, set())] == [(0, 2)]


def test_a_word_weighs_by_general_english_in_a_small_corpus_and_by_itself_in_a_large_one() -> None:
    small = weights({"flood": 3, "the": 10})
    large = weights({"flood": 4000, "the": 90_000})
    assert small.of("flood") > 4 > large.of("flood")
    assert small.of("the") == large.of("the") == 0.0
    assert small.of("floodgat") > small.of("flood")
