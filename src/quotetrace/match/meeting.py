"""Two quotes that meet: who of them is the earlier, and what is known of both."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise, product

from quotetrace.config import MatchOptions
from quotetrace.match.corpus import Corpus, is_title
from quotetrace.match.judge import Case, judge
from quotetrace.match.likeness import Likeness
from quotetrace.match.occasion import occasion
from quotetrace.match.soft import Standing
from quotetrace.models import Evidence, Side

MANY = 400  # meetings of the quotes of two texts beyond which only some are looked at

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two quotes, the earlier first, and what is known of them."""

    a: Side
    b: Side
    case: Case

    @property
    def articles(self) -> Pair:
        """The two articles."""
        return self.a.quote.article, self.b.quote.article


@dataclass(frozen=True, slots=True)
class Judged:
    """A meeting, how likely it is one statement, and why."""

    meeting: Meeting
    score: float
    support: tuple[Evidence, ...]


def judged(meetings: Iterable[Meeting], options: MatchOptions) -> Iterator[Judged]:
    """Judge each meeting."""
    return (Judged(meeting, *judge(meeting.case, options)) for meeting in meetings)


def meetings(texts: Corpus, i: int, j: int, alike: Likeness, standing: Standing | None = None) -> Iterator[Meeting]:
    """The quotes of two texts, in different articles, each couple in the order of time."""
    turned = alike.flipped() if i != j else alike
    shorter = min((i, j), key=lambda text: len(texts.stems[text]))
    title = is_title(texts.sides[shorter][0].text)
    for one, other in _couples(texts.sides[i], texts.sides[j], same=i == j):
        if one.quote.article == other.quote.article:
            continue
        first = texts.rank[one.quote.id] < texts.rank[other.quote.id]
        a, b = (one, other) if first else (other, one)
        homes = texts.articles[a.quote.article], texts.articles[b.quote.article]
        case = Case(alike if first else turned, occasion(a.quote, b.quote, *homes), standing, title)
        yield Meeting(a, b, case)


def _couples(here: Sequence[Side], there: Sequence[Side], *, same: bool) -> Iterable[tuple[Side, Side]]:
    """All couples of quotes, or where there are too many: each with the first, and with the next of its own text."""
    if len(here) * len(there) <= MANY:
        return combinations(here, 2) if same else product(here, there)
    if same:
        return [*((here[0], side) for side in here[1:]), *pairwise(here[1:])]
    return [*((here[0], side) for side in there), *((side, there[0]) for side in here[1:])]


def told(meetings: Iterable[Meeting], shared: Counter[Pair], counted: Iterable[bool]) -> Iterator[Meeting]:
    """The meetings, told how many other pairs their articles share; ``counted`` says which are among ``shared``."""
    for meeting, own in zip(meetings, counted, strict=True):
        yield replace(meeting, case=replace(meeting.case, shared=shared[meeting.articles] - own))
