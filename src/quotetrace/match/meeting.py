"""Two quotes that meet: who of them is the earlier, and what is known of both."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from quotetrace.config import MatchOptions
from quotetrace.match.corpus import Corpus, titled
from quotetrace.match.judge import Case, judge, late, probability
from quotetrace.match.likeness import Likeness
from quotetrace.match.soft import Standing
from quotetrace.match.table import MANY, case
from quotetrace.models import Evidence, Side


class Meeting(NamedTuple):
    """Two quotes, the earlier first, and what is known of them."""

    a: Side
    b: Side
    case: Case

    @property
    def articles(self) -> tuple[str, str]:
        """The two articles."""
        return self.a.quote.article, self.b.quote.article


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


def meetings(texts: Corpus, i: int, j: int, alike: Likeness, standing: Standing) -> Iterator[Meeting]:
    """The quotes of two different texts, in different articles, each couple in the order of time."""
    turned = alike.flipped()
    title = titled(*(texts.sides[text][0].text for text in (i, j)))
    for one, other in _couples(texts.sides[i], texts.sides[j]):
        if one.quote.article == other.quote.article:
            continue
        first = texts.rank[one.quote.id] < texts.rank[other.quote.id]
        a, b = (one, other) if first else (other, one)
        seen = case(texts, a, b, alike if first else turned, title=title)
        yield Meeting(a, b, seen._replace(standing=standing))


def _couples(here: Sequence[Side], there: Sequence[Side]) -> Iterable[tuple[Side, Side]]:
    """All couples of quotes, or where there are too many, each with the first."""
    if len(here) * len(there) <= MANY:
        return product(here, there)
    return [*((here[0], side) for side in there), *((side, there[0]) for side in here[1:])]
