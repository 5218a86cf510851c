"""Which texts are nearest to each other in their words, in any order: for two translations of one statement."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from quotetrace.match.said import LOW

FLOOR = 0.2  # cosine that any two quotes of one time may have
FREE = 3.0  # bits of a word that count for nothing here
POWER = 0.5  # so that one rare name does not outweigh a sentence


@dataclass(frozen=True, slots=True)
class Standing:
    """Two texts that are nearest to each other of all that are not nearer to a third.

    ``margin``: how many times nearer than the next of those is to either. ``settled``: there are texts
    worded like each.
    """

    i: int
    j: int
    nearness: float
    margin: float
    settled: bool


Near = dict[int, list[tuple[int, float]]]
Same = Collection[int]  # two texts as one number, both ways round


def nearest(scores: Iterable[tuple[int, int, float]], alike: Collection[int]) -> list[Standing]:
    """The pairs of texts that are nearest to each other.

    Args:
        scores: pairs ``i < j``, not alike in wording, with their cosine.
        alike: pairs that are, each as ``i << 32 | j``. A text's own wording in another article is no rival, nor is the
            other's.
    """
    same = {*alike, *(_both(both & LOW, both >> 32) for both in alike)}
    worded = {both >> 32 for both in same}
    rivals: Near = defaultdict(list)
    partners: Near = defaultdict(list)
    pairs = []
    for i, j, score in sorted(scores, key=lambda row: (-row[2], row[0], row[1])):
        rivals[i].append((j, score))
        rivals[j].append((i, score))
        if _free(i, j, partners, same) and _free(j, i, partners, same):
            partners[i].append((j, score))
            partners[j].append((i, score))
            pairs.append((i, j, score))
    return [
        Standing(
            i,
            j,
            score,
            score / max(_rival(i, j, rivals, partners, same), _rival(j, i, rivals, partners, same), FLOOR),
            i in worded and j in worded,
        )
        for i, j, score in pairs
    ]


def _both(one: int, other: int) -> int:
    return one << 32 | other


def _free(one: int, other: int, partners: Near, same: Same) -> bool:
    """Whether ``one`` has no nearer partner than ``other``, but for texts worded like either."""
    return all(_both(partner, one) in same or _both(partner, other) in same for partner, _ in partners[one])


def _rival(one: int, other: int, rivals: Near, partners: Near, same: Same) -> float:
    """The cosine of ``one`` and the nearest text that could be meant instead of ``other``.

    Not one that is worded like either, and not one that has a nearer partner of its own.
    """
    for rival, score in rivals[one]:
        if rival == other or _both(rival, other) in same or _both(rival, one) in same:
            continue
        if all(near <= score or _both(partner, one) in same for partner, near in partners[rival]):
            return score
    return 0.0
