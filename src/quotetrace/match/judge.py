"""Whether an aligned pair is the same statement: points for and against, each with its reason, and the score."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from quotetrace.config import MatchOptions
from quotetrace.match.likeness import Likeness
from quotetrace.match.occasion import Occasion
from quotetrace.models import Evidence

ENOUGH = 60.0  # bits in common beyond which more say nothing
DOUBT = -10.0  # points that any two quotes start from
LONG_AFTER = 30  # days


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of two quotes when they are judged."""

    alike: Likeness
    occasion: Occasion


Points = tuple[float, Evidence]
Support = Callable[[Case, MatchOptions], Points | None]


def wording(case: Case, options: MatchOptions) -> Points | None:
    """How much they say alike: a quarter of a point for each bit."""
    points = 0.25 * min(case.alike.gain, ENOUGH)
    return points, Evidence("wording", f"{case.alike.words} words in common, worth {case.alike.common:.0f} bits")


def share(case: Case, options: MatchOptions) -> Points | None:
    """How much of the shorter one that is."""
    return 8.0 * case.alike.part, Evidence("share", f"{case.alike.part:.0%} of the shorter quote")


def speaker(case: Case, options: MatchOptions) -> Points | None:
    """One speaker, or two."""
    match case.occasion.speaker:
        case True:
            return 1.0, Evidence("speaker", "the same speaker")
        case False:
            return -2.0, Evidence("speaker", "different speakers")
        case None:
            return None


def date(case: Case, options: MatchOptions) -> Points | None:
    """Reported near each other in time, or long after each other."""
    days = case.occasion.days
    if days is None or options.days < days <= LONG_AFTER:
        return None
    if days <= options.days:
        return 1.0, Evidence("date", f"published {days} days apart" if days else "published on one day")
    return -2.0, Evidence("date", f"published {days} days apart")


def addressee(case: Case, options: MatchOptions) -> Points | None:
    """Said to the same interviewer or audience."""
    return (1.0, Evidence("addressee", "said to the same addressee")) if case.occasion.addressee else None


SUPPORTS: tuple[Support, ...] = (wording, share, speaker, date, addressee)


def judge(case: Case, options: MatchOptions) -> tuple[float, tuple[Evidence, ...]]:
    """The score in [0, 1] that the pair is one statement, and what speaks for and against it."""
    found = [points for support in SUPPORTS if (points := support(case, options))]
    total = DOUBT + sum(points for points, _ in found)
    return 1 / (1 + math.exp(-total)), tuple(evidence for _, evidence in found)
