"""Two quotes that meet: who of them is the earlier, and what is known of both."""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from quotetrace.config import MatchOptions
from quotetrace.match.corpus import Corpus, titled
from quotetrace.match.judge import Case, judge, late, probability
from quotetrace.match.likeness import Likeness
from quotetrace.match.said import Said
from quotetrace.match.soft import Standing
from quotetrace.match.table import MANY, case
from quotetrace.models import Evidence

BEST = Likeness((), (0, 0, 0, 0), math.inf, math.inf, 0, 1.0, 1.0, overlap=False)


class Meeting(NamedTuple):
    """Two quotes, by their ranks, and what is known of them."""

    said: Said
    a: int
    b: int
    case: Case

    @property
    def articles(self) -> tuple[int, int]:
        """The two articles."""
        return int(self.said.article[self.a]), int(self.said.article[self.b])


class Judged(NamedTuple):
    """A meeting, what speaks for and against one statement, and the points of that together."""

    meeting: Meeting
    support: tuple[Evidence, ...]
    points: float

    @property
    def score(self) -> float:
        """How likely the two are one statement, from 0 to 1."""
        return probability(self.points)

    def told(self, shared: int, returns: int) -> "Judged":
        """The same with what is known once all are judged: the other pairs of the articles, the times it comes back."""
        more = late(self.meeting.case, shared, returns)
        return Judged(self.meeting, (*self.support, *more), self.points + sum(evidence.weight for evidence in more))


def judged(meetings: Iterable[Meeting], options: MatchOptions) -> Iterator[Judged]:
    """Judge each meeting."""
    for meeting in meetings:
        support = judge(meeting.case, options)
        yield Judged(meeting, support, sum([evidence.weight for evidence in support]))


def meetings(texts: Corpus, standing: Standing) -> Iterator[Meeting]:
    """The quotes of two different texts, in different articles, each couple in the order of time.

    Nothing is aligned: their words in common, and the narration round them, are taken to be the best there can be.
    """
    i, j, known = standing.i, standing.j, texts.said
    title = titled(texts.printed(i), texts.printed(j))
    for one, other in _couples(texts.quotes(i), texts.quotes(j)):
        if known.article[one] != known.article[other]:
            a, b = sorted((one, other))
            yield Meeting(known, a, b, case(known, a, b, BEST, title=title, standing=standing))


def aligned(texts: Corpus, row: Meeting, standing: Standing) -> Iterator[Meeting]:
    """The same with the alignment of its texts, if they have a word in common."""
    if near := texts.likeness(standing.i, standing.j, loose=True):
        seen = near if texts.text[row.a] == standing.i else near.flipped()
        yield Meeting(row.said, row.a, row.b, row.case._replace(alike=seen))


def _couples(here: Sequence[int], there: Sequence[int]) -> Iterable[tuple[int, int]]:
    """All couples of quotes, or where there are too many, each with the first."""
    if len(here) * len(there) <= MANY:
        return product(here, there)
    return [*((here[0], side) for side in there), *((side, there[0]) for side in here[1:])]
