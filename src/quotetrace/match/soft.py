"""Which texts are nearest to each other in their words, in any order: for two translations of one statement.

Which of several is the other translation is told by the order of the words as well.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from quotetrace.match.said import LOW

FLOOR = 0.15  # closeness that any two quotes of one time may have
FREE = 3.0  # bits of a word that count for nothing here
POWER = 0.5  # so that one rare name does not outweigh a sentence


class Near(NamedTuple):
    """Two texts ``i < j``: the cosine of their words in any order, and the share that stands in one order; 0 to 1."""

    i: int
    j: int
    nearness: float
    order: float

    @property
    def closeness(self) -> float:
        """Both together, from 0 to 1."""
        return (self.nearness + self.order) / 2


@dataclass(frozen=True, slots=True)
class Standing:
    """Two texts that are closest to each other of all that are not closer to a third.

    ``margin``: how many times closer than the next of those is to either. ``settled``: there are texts
    worded like each.
    """

    i: int
    j: int
    nearness: float
    margin: float
    settled: bool


Others = dict[int, list[tuple[int, float]]]
Same = Collection[int]  # two texts as one number, both ways round


def nearest(near: Iterable[Near], alike: Collection[int]) -> list[Standing]:
    """The pairs of texts that are closest to each other.

    Args:
        near: pairs that are not alike in wording.
        alike: pairs that are, each as ``i << 32 | j``. A text's own wording in another article is no rival, nor is the
            other's.
    """
    same = {*alike, *(_both(both & LOW, both >> 32) for both in alike)}
    worded = {both >> 32 for both in same}
    rivals: Others = defaultdict(list)
    partners: Others = defaultdict(list)
    pairs = []
    for row in sorted(near, key=lambda row: (-row.closeness, row.i, row.j)):
        i, j, score = row.i, row.j, row.closeness
        rivals[i].append((j, score))
        rivals[j].append((i, score))
        if _free(i, j, partners, same) and _free(j, i, partners, same):
            partners[i].append((j, score))
            partners[j].append((i, score))
            pairs.append(row)
    return [
        Standing(
            row.i,
            row.j,
            row.nearness,
            row.closeness
            / max(_rival(row.i, row.j, rivals, partners, same), _rival(row.j, row.i, rivals, partners, same), FLOOR),
            row.i in worded and row.j in worded,
        )
        for row in pairs
    ]


def _both(one: int, other: int) -> int:
    return one << 32 | other


def _free(one: int, other: int, partners: Others, same: Same) -> bool:
    """Whether ``one`` has no closer partner than ``other``, but for texts worded like either."""
    return all(_both(partner, one) in same or _both(partner, other) in same for partner, _ in partners[one])


def _rival(one: int, other: int, rivals: Others, partners: Others, same: Same) -> float:
    """How close to ``one`` the closest text is that could be meant instead of ``other``.

    Not one that is worded like either, and not one that has a closer partner of its own.
    """
    for rival, score in rivals[one]:
        if rival == other or _both(rival, other) in same or _both(rival, one) in same:
            continue
        if all(near <= score or _both(partner, one) in same for partner, near in partners[rival]):
            return score
    return 0.0
