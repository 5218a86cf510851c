"""Folding keeps places and takes away what does not make a wording another one; alignment covers both lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.models import Block
from quotetrace.text import align, brackets, cuts, fold, name_words, same_name, seen, words

ANY = st.text(alphabet=st.sampled_from("abcAB .,'’“”-–—…[]()&%*19éİß\n\t日"), max_size=80) | st.text(max_size=40)
LIST = st.lists(st.sampled_from("abcde"), max_size=14)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("We Will Not Yield", "we will not yield", id="case"),
        pytest.param("“We will not yield,”", "We will not yield.", id="marks and edge punctuation"),
        pytest.param("We  will\nnot yield", "We will not yield", id="spacing"),
        pytest.param("a cut — and a row", "a cut - and a row", id="dashes"),
        pytest.param("the ﬁrst oﬃce", "the first office", id="ligatures"),
        pytest.param("That is O.K.", "That is OK", id="O.K."),
        pytest.param("That is okay", "That is OK", id="okay"),
        pytest.param("the F.B.I. said", "the FBI said", id="initials with stops"),
        pytest.param("2.6million crowns", "2.6 million crowns", id="number glued to its word"),
        pytest.param("10,000 crowns", "10000 crowns", id="thousands"),
        pytest.param("two-in-three voters", "2 in 3 voters", id="number words"),
        pytest.param("twenty-five boats", "25 boats", id="tens and ones"),
        pytest.param("40 per cent", "40%", id="per cent"),
        pytest.param("bread & butter", "bread and butter", id="ampersand"),
        pytest.param("the colour of labour", "the color of labor", id="our and or"),
        pytest.param("we organised a theatre", "we organized a theater", id="ise and re"),
        pytest.param("they travelled grey roads", "they traveled gray roads", id="double l"),
        pytest.param("We can't and won't", "We cannot and will not", id="not in short"),
        pytest.param("They’re gonna say it's ours", "They are going to say it is ours", id="contractions"),
        pytest.param("the f***ing dam", "the fucking dam", id="masked swear word"),
        pytest.param("paid into the fund", "paid in to the fund", id="into"),
        pytest.param("the mayor's log", "the mayor log", id="possessive"),
        pytest.param("the har\u00adbour is\u200bn’t o\u2060pen", "the harbour isn't open", id="hidden characters"),
    ],
)
def test_two_prints_are_one_wording(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("We will yield", "We will not yield", id="not"),
        pytest.param("two boats", "three boats", id="another number"),
        pytest.param("we called", "we cared", id="another word"),
        pytest.param("the b*zz", "the bass", id="stars that hide no swear word"),
        pytest.param("Lenna said it", "Helka said it", id="another name"),
    ],
)
def test_two_wordings_stay_two(one: str, other: str) -> None:
    assert fold(one) != fold(other)


SPOKEN = st.lists(
    st.sampled_from(
        [
            "twenty",
            "(Twenty",
            "five",
            "PER",
            "cent",
            "per",
            "F.B.I.",
            "K.",
            "can’t,",
            "f***ing",
            "“It",
            "2.6million",
            "²",
        ]
    ),
    max_size=8,
)


@given(SPOKEN, st.sampled_from([" ", "\n", "  ", " - "]))
def test_words_are_folded_alike_with_and_without_places(spoken: list[str], space: str) -> None:
    text = space.join(spoken)
    assert tuple(word.key for word in words(text)) == fold(text)


@given(ANY, st.integers(0, 1000))
def test_words_are_slices_of_the_text_in_order(text: str, offset: int) -> None:
    found = words(text, offset)
    assert tuple(word.key for word in found) == fold(text)
    assert all(0 <= word.start - offset < word.end - offset <= len(text) for word in found)
    assert [word.start for word in found] == sorted(word.start for word in found)


@given(ANY)
def test_cuts_and_brackets_are_places_of_the_text(text: str) -> None:
    assert all(text[place] in "[(.…" for place in cuts(text))
    assert all(text[start] + text[end - 1] in ("[]", "()") for start, end in brackets(text))


@pytest.mark.parametrize("worst", ["a.", "'", "*", "a*", "a'", "[", "(", "1,", "…", "twenty ", ". ", "é", "ab"])
def test_a_megabyte_of_anything_is_folded(worst: str) -> None:
    text = worst * (1_000_000 // len(worst))
    assert len(fold(text)) <= len(text)
    assert len(cuts(text)) + len(brackets(text)) <= len(text)


def kept(blocks: tuple[Block, ...]) -> list[Block]:
    return [block for block in blocks if block.op == "equal"]


@given(LIST, LIST)
def test_an_alignment_covers_both_lists_and_equal_is_equal(a: list[str], b: list[str]) -> None:
    blocks = align(a, b)
    assert sorted(i for x in blocks for i in range(x.a_from, x.a_to)) == list(range(len(a)))
    assert sorted(j for x in blocks for j in range(x.b_from, x.b_to)) == list(range(len(b)))
    assert all(a[x.a_from : x.a_to] == b[x.b_from : x.b_to] for x in blocks if x.op in ("equal", "move"))
    forward = kept(blocks)
    assert forward == sorted(forward, key=lambda x: x.b_from)


@given(LIST, LIST)
def test_an_alignment_keeps_as_much_as_the_longest_common_subsequence(a: list[str], b: list[str]) -> None:
    best = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a)):
        for j in range(len(b)):
            best[i + 1][j + 1] = best[i][j] + 1 if a[i] == b[j] else max(best[i][j + 1], best[i + 1][j])
    assert sum(x.a_to - x.a_from for x in kept(align(a, b))) == best[len(a)][len(b)]


def test_words_that_changed_places_are_moved() -> None:
    blocks = align(
        ["one", "two", "three", "four", "five", "six", "seven"], ["four", "five", "six", "seven", "one", "two", "three"]
    )
    assert [block.op for block in blocks] == ["move", "equal"] or [block.op for block in blocks] == ["equal", "move"]


def test_a_lone_light_word_does_not_hold_two_differences_together() -> None:
    a, b = ["we", "closed", "the", "ferry"], ["nobody", "saw", "the", "mayor"]
    assert [block.op for block in align(a, b)] == ["replace", "equal", "replace"]
    assert [block.op for block in align(a, b, [False, False, True, False])] == ["replace"]


def test_common_words_go_where_they_stand_together() -> None:
    blocks = align(["I", "like", "it", "I", "like", "it", "here"], ["I", "like", "it", "here"])
    assert [tuple(block) for block in blocks] == [("delete", 0, 3, 0, 0), ("equal", 3, 7, 0, 4)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Anna Varga", "Varga", True),
        ("Mr Varga", "Anna Varga", True),
        ("A. Varga", "Anna Varga", True),
        ("Vincente Foss", "Vicente Foss", True),
        ("Anna Varga", "Peter Varga", False),
        ("Anna Varga", "Anna Holm", False),
        ("Anna Varga", None, None),
        ("the", "Anna Varga", None),
    ],
)
def test_names_agree_contradict_or_say_nothing(one: str, other: str | None, same: bool | None) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def test_particles_do_not_tell_names_apart() -> None:
    assert name_words("Dr Anna Varga of the Board") == ("anna", "varga", "board")


@given(
    st.text("abé “”'\r\n\u2028\u00ad", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.sampled_from("\u00ad\u200b\u200c\u200d\u2060\ufeff"))),
)
def test_a_text_is_seen_without_what_is_hidden_in_it(text: str, put_in: list[tuple[int, str]]) -> None:
    hidden = text
    for place, character in put_in:
        hidden = hidden[:place] + character + hidden[place:]
    there = seen(hidden)
    if there is None:
        assert seen(text) is None
        assert not put_in
        return
    assert not set(there.text) & set("\u00ad\u200b\u200c\u200d\u2060\ufeff\u2028")
    assert seen(there.text) is None
    assert [hidden[place] for place in there.places[:-1]] == list(there.text) or "\n" in there.text
    assert there.places[-1] == len(hidden)
    assert all(there.at(place) == at for at, place in enumerate(there.places))
