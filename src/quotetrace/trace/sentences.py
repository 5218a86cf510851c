"""The sentences that an article tells in its own words, and how many of them another article has as well."""

from collections.abc import Iterator, Sequence

from quotetrace.models import Article, Quote
from quotetrace.trace.credits import SENTENCE_END
from quotetrace.trace.narration import IN_MARKS

Sentences = Sequence[tuple[int, int]]
LEAST = 30
"""In letters: what is shorter is no sentence."""
STOP = 2
"""In letters: what may stand at the end of a sentence and is no word."""


def sentences(article: Article, quotes: Sequence[Quote]) -> Sentences:
    """The sentences of the body, or what quotes leave of them, as half-open spans in their order."""
    return tuple(one for one in _pieces(article, quotes) if one[1] - one[0] >= LEAST)


def _pieces(article: Article, quotes: Sequence[Quote]) -> Iterator[tuple[int, int]]:
    spoken = [found.span() for found in IN_MARKS.finditer(article.text, article.body)]
    spoken += [(q.span.start, q.span.end) for q in quotes if q.field == "text"]
    at = article.body
    for start, end in sorted([*spoken, (len(article.text), len(article.text))]):
        for found in SENTENCE_END.finditer(article.text, at, max(at, start)):
            yield at, found.start() + 1
            at = found.end() - 1 if found[0] != "\n" else found.end()
        yield at, max(at, start)
        at = max(at, end)


def covered(shared: int, told: Sentences) -> int:
    """How many letters of the text stand in ``shared``, a bit a letter, or in a sentence of which more than half does:
    it was edited."""
    whole = shared.bit_count()
    for start, end in told:
        here = (shared >> start & (1 << (end - start)) - 1).bit_count()
        if 2 * here > end - start:
            whole += end - start - here
    return whole


def own(shared: int, told: Sentences) -> int:
    """How many sentences have no more than half of their letters in ``shared``."""
    return sum(2 * (shared >> start & (1 << (end - start)) - 1).bit_count() <= end - start for start, end in told)


def whole(shared: int, told: Sentences) -> bool:
    """Whether a sentence stands in ``shared`` from its first word to its last."""
    return any((shared >> start & (1 << (end - start)) - 1).bit_count() >= end - start - STOP for start, end in told)
