"""In which variants a wording occurs, and where."""

import pytest

from quotetrace.errors import QuotetraceError
from quotetrace.models import Article, Found, content_id
from quotetrace.pipeline import find


def article(text: str, key: str, published: str | None = None) -> Article:
    return Article(content_id(text, key), key, text, path=key, published=published, language="en")


NEWS = [
    article("“Nobody rang us,” said Ada Brell.\n", "new.txt", "2023-05-02"),
    article("“Nobody rang us, nobody,” said Ada Brell. She left.\n", "undated.txt"),
    article("Nobody rang us, the people of Orrin say.\n", "old.txt", "2023-05-01"),
    article("“Nobody ever rang us on that day,” Ms Brell said.\n", "other.txt", "2023-05-03"),
]


def places(found: Found) -> list[list[str]]:
    home = {one.id: one.key for one in found.articles}
    return [[home[one.place.article] for one in variant.occurrences] for variant in found.variants]


def test_variants_the_nearest_first_and_places_the_oldest_first() -> None:
    found = find("nobody rang us", NEWS)
    assert places(found) == [["old.txt", "new.txt", "undated.txt"]]
    assert found.variants[0].text == "Nobody rang us"


def test_longer_wordings_are_found_with_what_differs() -> None:
    found = find("Nobody rang us on that day", NEWS)
    assert places(found) == [["other.txt"]]
    (change,) = found.variants[0].occurrences[0].link.changes
    assert change.b
    assert (change.op, change.b.of(NEWS[3].text)) == ("insert", "ever")


def test_speaker_of_words_in_marks_and_none_of_the_reporters_own() -> None:
    (variant,) = find("nobody rang us", NEWS).variants
    assert [(one.place.speaker, bool(one.place.quote)) for one in variant.occurrences][1:] == [
        ("Ada Brell", True),
        ("Ada Brell", True),
    ]


def test_a_cut_in_the_wording_matches_what_is_left_out() -> None:
    text = "We will not sell the dam, said the mayor, and not the river or the road, ever.\n"
    found = find("We will not sell … or the road, ever", [article(text, "a.txt")])
    assert [variant.text for variant in found.variants] == [text.removesuffix(".\n")]


@pytest.mark.parametrize("wording", ["", "…", "“”", " . "])
def test_a_wording_without_a_word_is_an_error(wording: str) -> None:
    with pytest.raises(QuotetraceError, match="no word"):
        find(wording, NEWS)


def test_the_order_of_the_articles_changes_nothing() -> None:
    assert find("nobody rang us", NEWS) == find("nobody rang us", reversed(NEWS))
