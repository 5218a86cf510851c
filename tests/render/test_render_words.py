"""Word differences in place: rows of what two wordings look like in one line, and what holds for any two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.models import Change, Link, Span
from quotetrace.render.rows import Piece, signed
from quotetrace.render.safe import one_line
from quotetrace.render.shown import Shown
from quotetrace.render.words import inline, sides
from quotetrace.text import align, words


def changes(a: str, b: str) -> tuple[Change, ...]:
    """The word differences between two texts, as a stage would say them."""
    in_a, in_b = words(a), words(b)
    found = []
    for block in align([word.key for word in in_a], [word.key for word in in_b]):
        one, other = in_a[block.a_from : block.a_to], in_b[block.b_from : block.b_to]
        if block.op != "equal":
            spans = [Span(side[0].start, side[-1].end) if side else None for side in (one, other)]
            found.append(Change(block.op, *spans))
    return tuple(found)


def link(a: str, b: str) -> tuple[Link, Shown, Shown]:
    found = Link("a", "b", "edited", 1.0, Span(0, len(a)), Span(0, len(b)), changes(a, b))
    return found, Shown(a, 0, len(a)), Shown(b, 0, len(b))


def in_signs(pieces: tuple[Piece, ...]) -> str:
    return "".join(map(signed, pieces))


@pytest.mark.parametrize(
    ("a", "b", "line"),
    [
        pytest.param(
            "the bridge is old", "The bridge is old.", "The bridge is old.", id="case and stop are no difference"
        ),
        pytest.param("shut for forty days", "shut for nine days", "shut for [-forty-] {+nine+} days", id="replaced"),
        pytest.param("shut for many days", "shut for days", "shut for [-many-] days", id="dropped in the middle"),
        pytest.param("so we shut it", "we shut it", "[-so-] we shut it", id="dropped at the start"),
        pytest.param("we shut it today", "we shut it", "we shut it [-today-]", id="dropped at the end"),
        pytest.param("we shut it today", "we shut it.", "we shut it [-today-].", id="dropped before a stop"),
        pytest.param("we shut it", "we all shut it", "we {+all+} shut it", id="added"),
        pytest.param("we can't shut it", "we cannot shut it", "we cannot shut it", id="a contraction is no difference"),
        pytest.param(
            "we may not shut it, he said, and we may not sell it",
            "we may shut it, he said, and we may not sell it",
            "we may [-not-] shut it, he said, and we may not sell it",
            id="the dropped word is shown where it stood, not at its namesake",
        ),
        pytest.param(
            "open\r\nthe \x1b[31mgates", "open the \x1b[31mgates", "open the ␛[31mgates", id="terminal escape"
        ),
    ],
)
def test_a_wording_shows_what_the_other_has_instead(a: str, b: str, line: str) -> None:
    assert in_signs(inline(*link(a, b))) == line


def test_two_changes_side_by_side_do_not_run_their_words_together() -> None:
    a, b = "We shut it, and it's safe", "It is safe"
    changed = (Change("delete", Span(0, 15), None), Change("replace", Span(16, 20), Span(0, 5)))
    found = Link("a", "b", "edited", 1.0, Span(0, len(a)), Span(0, len(b)), changed)
    written = in_signs(inline(found, Shown(a, 0, len(a)), Shown(b, 0, len(b))))
    assert written == "[-We shut it, and it's-] {+It is+} safe"


def test_each_side_marks_the_words_that_the_other_lacks() -> None:
    left, right = sides(*link("shut for forty days", "shut for nine long days"))
    assert in_signs(left) == "shut for [-forty-] days"
    assert in_signs(right) == "shut for {+nine long+} days"


def quiet(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.text for piece in pieces if piece.role == "quiet"]


def test_punctuation_alone_that_differs_is_quiet_on_either_side() -> None:
    left, right = sides(*link("We shut it, and the dam, at noon", "We shut it and the dam - at noon!"))
    assert (quiet(left), quiet(right)) == ([",", ","], ["-", "!"])
    assert in_signs(left) == "We shut it, and the dam, at noon"


def test_punctuation_that_is_alike_or_beside_a_change_is_not_quiet() -> None:
    left, right = sides(*link("We shut it, and the dam, at noon", "We shut it,  and the weir – at noon"))
    assert [*quiet(left), *quiet(right)] == []


def test_many_changes_are_shown_as_blocks_and_few_are_not() -> None:
    left, right = sides(*link("we all saw the wall go at dawn", "they first heard the dam go by night and left"))
    assert in_signs(left) == "[-we all saw the wall go at dawn-]"
    assert in_signs(right) == "{+they first heard the dam go by night and left+}"
    left, _ = sides(*link("we all saw the wall go down at dawn and ran", "we all saw the dam go down by dawn and ran"))
    assert in_signs(left) == "we all saw the [-wall-] go down [-at-] dawn and ran"


def test_words_that_moved_are_marked_where_they_went() -> None:
    a, b = "today the bridge is shut", "the bridge is shut today"
    found = Link("a", "b", "edited", 1.0, Span(0, 24), Span(0, 24), (Change("move", Span(0, 5), Span(19, 24)),))
    shown = Shown(a, 0, len(a)), Shown(b, 0, len(b))
    assert in_signs(inline(found, *shown)) == "the bridge is shut {~today~}"
    assert tuple(map(in_signs, sides(found, *shown))) == (
        "{~today~} the bridge is shut",
        "the bridge is shut {~today~}",
    )


def test_the_marks_on_a_side_add_no_space() -> None:
    left, _ = sides(*link("he said (laughing) we go", "he said we go"))
    assert in_signs(left) == "he said ([-laughing-]) we go"


def test_words_around_the_linked_stretch_are_differences_too() -> None:
    a, b = "Well: shut it now", "He said: shut it, or else"
    found = Link("a", "b", "edited", 1.0, Span(6, 17), Span(9, 16), (Change("delete", Span(14, 17), None),))
    line = in_signs(inline(found, Shown(a, 0, len(a)), Shown(b, 0, len(b))))
    assert line == "[-Well-] {+He said+}: shut it [-now-], {+or else+}"


def test_a_stretch_that_stops_short_of_equal_words_grows_over_them() -> None:
    a, b = "I am asking for it.", "I am not asking you, I am asking for it"
    found = Link("a", "b", "excerpt", 1.0, Span(5, 18), Span(26, 39))
    line = in_signs(inline(found, Shown(a, 0, len(a)), Shown(b, 0, len(b))))
    assert line == "{+I am not asking you+}, I am asking for it"


VOCABULARY = ["a", "b", "c", "d", "e,", "f.", "[g]", "can't", "40", "—"]
TEXTS = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=12).map(" ".join)


@given(TEXTS, TEXTS)
def test_nothing_of_the_wording_shown_is_lost_or_made_up(a: str, b: str) -> None:
    pieces = inline(*link(a, b))
    assert "".join("".join(piece.text.split()) for piece in pieces if piece.role != "dropped") == "".join(b.split())


@given(TEXTS, TEXTS)
def test_each_side_is_whole(a: str, b: str) -> None:
    for text, pieces in zip((a, b), sides(*link(a, b)), strict=True):
        assert "".join("".join(piece.text.split()) for piece in pieces) == "".join(text.split())


ANY = st.text(min_size=1, max_size=60)


@given(ANY, ANY, st.data())
def test_changes_that_overlap_or_lie_outside_lose_no_words(a: str, b: str, data: st.DataObject) -> None:
    def span(text: str) -> Span:
        start = data.draw(st.integers(0, len(text) - 1))
        return Span(start, data.draw(st.integers(start + 1, len(text))))

    def side(text: str) -> Span | None:
        return span(text) if data.draw(st.booleans()) else None

    made = tuple(Change("replace", side(a), side(b)) for _ in range(data.draw(st.integers(0, 3))))
    pieces = inline(Link("a", "b", "edited", 1.0, span(a), span(b), made), Shown(a, 0, len(a)), Shown(b, 0, len(b)))
    kept = "".join(piece.text for piece in pieces if piece.role != "dropped")
    assert "".join(kept.split()) == "".join(one_line(b).split())
