"""Two quotes that meet in other words: who of them is the earlier, and what is known of both."""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from quotetrace.match.corpus import Corpus, titled
from quotetrace.match.judge import Case
from quotetrace.match.likeness import Likeness
from quotetrace.match.named import names_of
from quotetrace.match.soft import Standing
from quotetrace.match.table import MANY, case

BEST = Likeness((), (0, 0, 0, 0), math.inf, math.inf, 0, 1.0, 1.0, overlap=False)


def met(texts: Corpus, standing: Standing) -> Iterator[tuple[int, int]]:
    """The quotes of two different texts, in different articles, each couple in the order of time."""
    article = texts.said.article
    for one, other in _couples(texts.quotes(standing.i), texts.quotes(standing.j)):
        if article[one] != article[other]:
            yield min(one, other), max(one, other)


def unaligned(texts: Corpus, a: int, b: int, standing: Standing) -> Case:
    """What is known of two quotes, where what is common, and the narration round them, is the best there can be."""
    title = titled(texts.printed(standing.i), texts.printed(standing.j))
    return case(texts.said, a, b, BEST, title=title, standing=standing)


def aligned(texts: Corpus, a: int, known: Case) -> Case | None:
    """The same with the alignment of the texts, the earlier quote ``a`` first; None if they have no word in common."""
    assert known.standing
    near = texts.likeness(known.standing.i, known.standing.j, loose=True)
    if not near:
        return None
    names = names_of(texts, known.standing.i, known.standing.j, near)
    return known._replace(alike=near if texts.text[a] == known.standing.i else near.flipped(), names=names)


def _couples(here: Sequence[int], there: Sequence[int]) -> Iterable[tuple[int, int]]:
    """All couples of quotes, or where there are too many, each with the first."""
    if len(here) * len(there) <= MANY:
        return product(here, there)
    return [*((here[0], side) for side in there), *((side, there[0]) for side in here[1:])]
