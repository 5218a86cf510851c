"""Families gather round a wording that all are near to, and never by a chain."""

import random

from hypothesis import given
from hypothesis import strategies as st

from quotetrace.models import Link, Quote, Relation, Span
from quotetrace.trace.families import families

TEXTS = {
    "full": "We will rebuild the harbour wall, and the ferry will sail on Sunday.",
    "wall": "We will rebuild the harbour wall",
    "wall2": "we will rebuild the harbor wall.",
    "sunday": "the ferry will sail on Sunday",
    "alone": "Nobody was paid.",
}


def quote(name: str, text: str = "") -> Quote:
    text = text or f"{name} said so"
    return Quote(name, f"article of {name}", Span(0, len(text)), text, "direct", speaker="Ilka Brandovar")


def link(a: str, b: str, relation: Relation = "edited", score: float = 0.9) -> Link:
    return Link(a, b, relation, score, Span(0, 1), Span(0, 1))


QUOTES = [quote(name, text) for name, text in TEXTS.items()]


def test_members_are_near_the_centre_and_wordings_are_folded_texts() -> None:
    links = [link("full", "wall", "excerpt"), link("full", "sunday", "excerpt"), link("wall", "wall2", "verbatim", 1.0)]
    (family,) = families(links, QUOTES)
    assert family.quotes == ("full", "wall", "wall2", "sunday")
    assert family.text == TEXTS["full"]
    assert [wording.quotes for wording in family.wordings] == [("full",), ("wall", "wall2"), ("sunday",)]
    assert family.speaker == "Ilka Brandovar"


def test_a_wording_with_copies_is_the_centre() -> None:
    quotes = [quote("a", "one"), quote("b", "one"), quote("c", "two"), quote("d", "three")]
    links = [link("a", "b", "verbatim", 1.0), *(link(x, "c") for x in "ab"), *(link(x, "d", score=1.0) for x in "ab")]
    (family,) = families(links, quotes)
    assert family.quotes == ("a", "b", "c", "d")
    assert family.text == "one"


def test_a_chain_does_not_make_a_family() -> None:
    chain = [quote(name) for name in "abcde"]
    found = families([link(x, y) for x, y in ("ab", "bc", "cd", "de")], chain)
    assert [family.quotes for family in found] == [("a", "b", "c"), ("d", "e")]


def test_a_quote_that_is_linked_to_nothing_has_no_family() -> None:
    assert families([], QUOTES) == ()


NAMES = "abcdefg"
PAIRS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda x: x[0] < x[1]), unique=True)


@given(PAIRS, st.randoms(use_true_random=False))
def test_families_part_the_quotes_in_any_order(rows: list[tuple[str, str]], chance: random.Random) -> None:
    quotes = [quote(name) for name in NAMES]
    links = [link(a, b, score=0.5 + 0.01 * i) for i, (a, b) in enumerate(rows)]
    found = families(links, quotes)
    members = [member for family in found for member in family.quotes]
    assert len(members) == len(set(members))
    assert all(len(family.quotes) > 1 for family in found)
    chance.shuffle(links)
    assert families(links, quotes) == found
    assert families([one.flipped() for one in links], quotes) == found
