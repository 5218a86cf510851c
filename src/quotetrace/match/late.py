"""What speaks for and against two quotes once all pairs are judged: what else their articles share, who else says it.

Points as in `judge.py`.
"""

from quotetrace.match.judge import Case
from quotetrace.models import Evidence

REFRAIN = 8  # words up to which a statement that comes back is a slogan
REFRAINS = 3  # times from which few words that come back are a slogan
VOICES = 3  # speakers from which few words are a slogan
HELD = 0.95  # share of the shorter quote from which it is held whole in the longer
MORE = 2.4  # points that ``late`` can add


def neighbours(case: Case, shared: int) -> Evidence | None:
    """The two articles share ``shared`` other quotes: more for two renderings, or one held whole in the other."""
    if not shared or not (case.standing or case.alike.part >= HELD):
        return None
    count = f"{shared} other {'quote' if shared == 1 else 'quotes'}"
    return Evidence("neighbours", f"the two articles share {count}", 1.5 if case.standing else 0.8 * min(shared, 3))


def refrain(case: Case, returns: int) -> Evidence | None:
    """The same few words come back at ``returns`` times, a week or more apart: a slogan, not a statement."""
    if case.standing or returns < REFRAINS or case.alike.words > REFRAIN:
        return None
    return Evidence("refrain", f"the same words come back at {returns} times", -min(returns - 1.0, 3.0))


def boilerplate(case: Case, notes: int) -> Evidence | None:
    """An outlet's own sentence, which it prints under many articles, at ``notes`` times."""
    if case.standing or notes < REFRAINS:
        return None
    return Evidence("boilerplate", f"an outlet's own words, which come back at {notes} times", -6.0)


def voices(case: Case, said_by: int) -> Evidence | None:
    """So many people say the same few words: a slogan, which two of them share as little as any others."""
    if case.standing or case.occasion.speaker is not False or said_by < VOICES or case.alike.words > REFRAIN:
        return None
    return Evidence("voices", f"{said_by} people say the same words", -2.0 * min(said_by - 1.0, 4.0))


def late(case: Case, shared: int, returns: int, said_by: int = 1, notes: int = 0) -> tuple[Evidence, ...]:
    """What speaks for and against it once all pairs are judged."""
    found = neighbours(case, shared), refrain(case, returns), boilerplate(case, notes), voices(case, said_by)
    return tuple(evidence for evidence in found if evidence)
