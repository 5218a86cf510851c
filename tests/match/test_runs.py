"""Many couples of texts are measured at once as each is alone."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.match.corpus import Corpus, corpora
from quotetrace.match.likeness import identity
from quotetrace.match.runs import Likenesses, identities, likenesses
from quotetrace.match.wording import in_common
from quotetrace.models import Article, Quote, Span

WORDS = ["the", "of", "we", "ferry", "harbour", "bridge", "council", "nobody", "Drovak", "12", "closed", "opens"]
SAID = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)


def corpus(said: list[str]) -> Corpus:
    articles = {str(i): Article(str(i), str(i), text) for i, text in enumerate(said)}
    quotes = [Quote(str(i), str(i), Span(0, len(text)), text, "direct") for i, text in enumerate(said)]
    return corpora(quotes, articles)[0]


def rows(alike: Likenesses) -> list[tuple[float, ...]]:
    return list(zip(*(column.tolist() for column in alike.columns()), strict=True))


def check(said: list[str]) -> None:
    texts = corpus(said)
    count = len(texts)
    i, j = np.triu_indices(count, 1)
    found = rows(likenesses(texts, i, j))
    for one, other, row in zip(i.tolist(), j.tolist(), found, strict=True):
        alike = texts.likeness(one, other)
        assert row == ((*alike[2:],) if alike else (0.0, 0.0, 0, 0.0, 0.0, False))
    own = rows(identities(texts, np.arange(count)))
    assert own == [identity(texts.bits(text))[2:] for text in range(count)]


@given(st.lists(SAID, min_size=1, max_size=6))
def test_columns_say_what_likeness_says(said: list[str]) -> None:
    check(said)


@given(st.lists(SAID, min_size=2, max_size=6))
def test_what_two_texts_have_in_common_is_never_underrated(said: list[str]) -> None:
    texts = corpus(said)
    pairs = np.stack(np.triu_indices(len(texts), 1), axis=1)
    for (i, j), found in zip(pairs.tolist(), in_common(texts, pairs).tolist(), strict=True):
        alike = texts.likeness(i, j)
        assert found >= (alike.common if alike else 0.0)


def test_words_that_changed_places_are_measured_as_likeness_does() -> None:
    check(
        [
            "we close the harbour bridge and nobody from the council opens Drovak ferry",
            "nobody from the council opens Drovak ferry we close the harbour bridge and",
            "and the ferry we close the harbour bridge nobody from the council opens",
        ]
    )
