"""Whether two quotes are one statement: points for and against, each with its reason, and the score.

Points are natural logarithms of odds, set by hand on the development pairs that docs/how-links-are-made.md names.
"""

import math
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from quotetrace.config import MatchOptions
from quotetrace.match.likeness import Likeness
from quotetrace.match.occasion import NOWHERE, Occasion
from quotetrace.match.soft import Standing
from quotetrace.models import Evidence

BIT, PART, WHOLE, DOUBT = 0.25, 8.0, 2.0, 12.0  # points for a bit in common, for all of the shorter, of the longer
ENOUGH = 60.0  # bits in common beyond which more say nothing
SHORT = 5  # words in common below which the occasion must be the same
STOCK = 8.0  # bits below which a short phrase is one that anyone may use
OVERLAP = 3  # words from which two quotes overlap
TOPIC = 8.0  # bits in common, in one order, that a topic alone may give
SAID = 6.0  # bits in common beside names that are more than the names
ALL_THE_SAME = 0.6  # share of the shorter clause below which two clauses may only speak of one thing
AGAIN = 0.95  # share of the longer quote from which an outlet may have printed it again
LONG_AFTER = 30  # days


class Case(NamedTuple):
    """What is known of two quotes when they are judged. ``unmarked``: how many of them are reported
    without marks.

    ``standing`` is there when they are compared as two renderings, by their words in any order. ``title``: both are
    printed like the name of a book or a programme. For a rendering: ``copied``, how many quotes the two articles
    share in one wording; ``scene``, how alike their narration is, from 0 to 1. ``names``: what the names in common say
    of two of which one is reported without marks, in bits.
    """

    alike: Likeness
    occasion: Occasion
    standing: Standing | None = None
    title: bool = False
    scene: float = 0.0
    copied: int = 0
    unmarked: int = 0
    names: float = 0.0


Support = Callable[[Case, MatchOptions], Evidence | None]


Number = TypeVar("Number", float, NDArray[np.float64])


def said_alike(gain: Number, part: Number, whole: Number) -> Number:
    """Points for wording: bits in common, `ENOUGH` at the most, and their share of the shorter and of the longer."""
    return BIT * gain + PART * part + WHOLE * whole - DOUBT


def said_of_names(common: Number, names: Number) -> NDArray[np.float64]:
    """Points for ``names`` in common, if little else is: all that they count for, and more."""
    beside = np.minimum(np.maximum(common - names, 0.0) / SAID, 1.0)
    return np.where(names > 0, -(8.0 + BIT * np.minimum(names, ENOUGH)) * (1.0 - beside) ** 2, 0.0)


MOST = 6.0  # points that circumstances can add


def wording(case: Case, options: MatchOptions) -> Evidence | None:
    """How much they say in the same words, and how much of the shorter one that is."""
    alike = case.alike
    points = said_alike(min(alike.gain, ENOUGH), alike.part, alike.whole)
    count = f"{alike.words} {'word' if alike.words == 1 else 'words'} in common"
    return Evidence("wording", f"{count}, {round(100 * alike.part)}% of the shorter quote", points)


def nearness(case: Case, options: MatchOptions) -> Evidence | None:
    """How alike two renderings are, and by how much more than anything else is like either."""
    if not case.standing:
        return None
    points = 12.0 * (case.standing.nearness - 0.5) + 3.0 * math.log(min(case.standing.margin, 2.0)) - 1.6
    return Evidence("nearness", f"nearest to each other of all, {case.standing.margin:.1f} times the next", points)


def overlapping(part: Number) -> Number:
    """Points for an end that is the beginning of the other, by the share of the shorter text that is in common."""
    return 8.0 * (1.0 - part) - 0.5


def overlap(case: Case, options: MatchOptions) -> Evidence | None:
    """The end of one is the beginning of the other, as when two reporters cut one speech in two places.

    Both must be in marks: what reporters tell in their own words is not cut from one speech.
    """
    if not case.alike.overlap or case.alike.words < OVERLAP:
        return None
    return Evidence("overlap", "the end of one is the beginning of the other", overlapping(case.alike.part))


def order(case: Case, options: MatchOptions) -> Evidence | None:
    """Two renderings have something in common that stands in one order; a word or two may be the topic."""
    if not case.standing or case.alike.common >= TOPIC:
        return None
    return Evidence("order", "little in common stands in the same order", -2.0 * (1 - case.alike.common / TOPIC))


def settled(case: Case, options: MatchOptions) -> Evidence | None:
    """Both have a nearer match in their own wording."""
    if not case.standing or not case.standing.settled:
        return None
    return Evidence("settled", "each has a nearer match", -2.0)


def copies(case: Case, options: MatchOptions) -> Evidence | None:
    """Articles that share quotes word for word do not also render others in two ways."""
    if not case.standing or not case.copied:
        return None
    return Evidence(
        "copies", f"the two articles share {case.copied} quotes word for word", -min(0.7 * case.copied, 2.0)
    )


def scene(case: Case, options: MatchOptions) -> Evidence | None:
    """The reporters tell of the same things round two renderings."""
    if not case.standing:
        return None
    return Evidence("scene", f"the narration of the articles is {case.scene:.0%} alike", 4.0 * (case.scene - 0.25))


def short(case: Case, options: MatchOptions) -> Evidence | None:
    """Few words in common prove little, and a stock phrase nothing."""
    if case.alike.words >= SHORT:
        return None
    if case.alike.words == 1 or case.alike.common < STOCK:
        return Evidence("short", "a phrase that anyone may use", -3.5)
    return Evidence("short", "a short phrase", -2.5)


def title(case: Case, options: MatchOptions) -> Evidence | None:
    """The name of a programme or a book, or a slogan printed like one."""
    return Evidence("title", "printed like a title", -8.0) if case.title else None


def outlet(case: Case, options: MatchOptions) -> Evidence | None:
    """One outlet seldom prints a statement in two wordings: what is half alike there is two statements."""
    if not case.occasion.outlet or case.alike.whole >= AGAIN:
        return None
    return Evidence("outlet", "different wordings in one outlet", -4.0)


def topic(case: Case, options: MatchOptions) -> Evidence | None:
    """Two reporters' clauses that agree in a noun phrase speak of one thing, and need not say one thing of it."""
    if case.standing or case.unmarked < 2 or case.alike.part >= ALL_THE_SAME:
        return None
    return Evidence("topic", "both without marks, and little more than a topic in common", -4.0)


def names(case: Case, options: MatchOptions) -> Evidence | None:
    """Who reports in own words says something of a name; the name alone is no statement."""
    points = float(said_of_names(case.alike.common, case.names))
    return Evidence("names", "little more than a name in common", points) if points else None


ONE_SPEAKER = (Evidence("speaker", "the same speaker", 1.5), Evidence("speaker", "the same speaker", 0.5))


def unmarked(case: Case, options: MatchOptions) -> Evidence | None:
    """Without marks the words are the reporter's, who may tell of the matter and not of what one person said."""
    if not case.unmarked or case.occasion.speaker:
        return None
    points = -3.0 if case.unmarked == 2 and not case.standing else -1.4
    return Evidence("unmarked", "reported without marks, and not known to be of one speaker", points)


def speaker(case: Case, options: MatchOptions) -> Evidence | None:
    """One speaker, or two."""
    match case.occasion.speaker:
        case True:
            return ONE_SPEAKER[case.standing is not None]
        case False:
            return Evidence("speaker", "different speakers", -2.5 * case.occasion.trust)
        case None:
            return None


def date(case: Case, options: MatchOptions) -> Evidence | None:
    """Reported near each other in time, or long after each other."""
    days = case.occasion.days
    return None if days is None else _apart(days, options.days, case.standing is not None, case.unmarked > 0)


@lru_cache(maxsize=1 << 12)
def _apart(days: int, near: int, rendering: bool, unmarked: bool) -> Evidence:
    """The points of ``days`` between two reports; renderings must be near, so that it says nothing for them.

    A report without marks that is like another of long ago speaks of the same matter, which came up again.
    """
    at_once, soon = (0.0, -1.5) if rendering else (2.0, 1.0)
    steps = ((2, at_once), (near, soon), (LONG_AFTER, soon - 2.0))
    points = next((points for limit, points in steps if days <= limit), -5.0 if unmarked else -3.0)
    apart = f"{days} {'day' if days == 1 else 'days'} apart" if days else "on one day"
    return Evidence("date", f"published {apart}", points)


def addressee(case: Case, options: MatchOptions) -> Evidence | None:
    """Said to the same interviewer or audience."""
    return Evidence("addressee", "said to the same addressee", 1.0) if case.occasion.addressee else None


IN_WORDS: tuple[Support, ...] = (wording, overlap)
AROUND: tuple[Support, ...] = (short, title, outlet, topic, names, unmarked, speaker, date, addressee)
RENDERED: tuple[Support, ...] = (
    nearness,
    order,
    settled,
    copies,
    scene,
    title,
    names,
    unmarked,
    speaker,
    date,
    addressee,
)


def judge(case: Case, options: MatchOptions) -> tuple[Evidence, ...]:
    """What speaks for and against two renderings of one statement."""
    return _heard(RENDERED, case, options)


def in_words(alike: Likeness, options: MatchOptions) -> tuple[Evidence, ...]:
    """What speaks for and against one statement in the words themselves, whoever says them when."""
    return _heard(IN_WORDS, Case(alike, NOWHERE), options)


def circumstances(case: Case, options: MatchOptions) -> tuple[Evidence, ...]:
    """What else speaks for and against two quotes that are worded alike."""
    return _heard(AROUND, case, options)


def _heard(supports: tuple[Support, ...], case: Case, options: MatchOptions) -> tuple[Evidence, ...]:
    return tuple([evidence for support in supports if (evidence := support(case, options))])


def odds(score: float) -> float:
    """The points that make a score between 0 and 1; infinite for 0 and 1."""
    return math.log(score / (1 - score)) if 0 < score < 1 else math.copysign(math.inf, score - 0.5)


def probability(points: float) -> float:
    """The score that points make.

    >>> probability(0.0)
    0.5
    """
    return 1 / (1 + math.exp(-points))
