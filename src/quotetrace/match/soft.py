"""How alike two texts are word for word, in any order and in any inflection: for two translations of one statement."""

import math
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from quotetrace.match.said import LOW
from quotetrace.match.weigh import Weights

GRAM = 4  # letters; a word is cut into overlapping runs of so many
FLOOR = 0.2  # cosine that any two quotes of one time may have
FREE = 3.0  # bits of a word that count for nothing here
POWER = 0.5  # so that one rare name does not outweigh a sentence

Grams = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Letters:
    """The letter runs of stems, and what each of them weighs; kept once they are known."""

    weights: Weights
    known: dict[str, tuple[Sequence[str], float]] = field(default_factory=dict)

    def grams(self, stems: Iterable[str]) -> Grams:
        """The letter runs of words, weighed by how rare the words are, as a vector of length 1; empty without words.

        "Drovák" and "Drovaks" share most of theirs; accents do not count.
        """
        vector: dict[str, float] = {}
        for stem in sorted(set(stems)):
            runs, weight = self.known.get(stem) or self._known(stem)
            for run in runs:
                vector[run] = vector.get(run, 0.0) + weight
        length = math.sqrt(sum([value * value for value in vector.values()]))
        return {run: value / length for run, value in vector.items()} if length else {}

    def _known(self, stem: str) -> tuple[Sequence[str], float]:
        runs = _runs(stem)
        self.known[stem] = runs, max(self.weights.surprise(stem) - FREE, 0.0) ** POWER / math.sqrt(len(runs))
        return self.known[stem]


def _runs(stem: str) -> tuple[str, ...]:
    padded = f" {_plain(stem)} "
    return tuple(padded[i : i + GRAM] for i in range(max(1, len(padded) - GRAM + 1)))


def _plain(word: str) -> str:
    if word.isascii():
        return word
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))


def cosine(a: Grams, b: Grams) -> float:
    """Cosine of two vectors of length 1, from 0 to 1."""
    small, large = sorted((a, b), key=len)
    return sum(value * large[run] for run, value in small.items() if run in large)


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
