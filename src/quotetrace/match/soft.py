"""How alike two texts are word for word, in any order and in any inflection: for two translations of one statement."""

import math
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from quotetrace.match.weigh import Weights

GRAM = 4  # letters; a word is cut into overlapping runs of so many
FLOOR = 0.2  # cosine that any two quotes of one time may have
FREE = 3.0  # bits of a word that count for nothing here
POWER = 0.5  # so that one rare name does not outweigh a sentence

Grams = Mapping[str, float]


def grams(stems: Iterable[str], weights: Weights) -> Grams:
    """The letter runs of the words, weighed by how rare the words are, as a vector of length 1; empty without words.

    "Drovák" and "Drovaks" share most of theirs; accents do not count.
    """
    vector: dict[str, float] = defaultdict(float)
    for stem in sorted(set(stems)):
        runs = _runs(stem)
        weight = max(weights.surprise(stem) - FREE, 0.0) ** POWER / math.sqrt(len(runs))
        for run in runs:
            vector[run] += weight
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {run: value / length for run, value in vector.items()} if length else {}


@lru_cache(maxsize=1 << 16)
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
Same = Collection[tuple[int, int]]


def nearest(scores: Iterable[tuple[int, int, float]], alike: Collection[tuple[int, int]]) -> list[Standing]:
    """The pairs of texts that are nearest to each other.

    Args:
        scores: pairs ``i < j``, not alike in wording, with their cosine.
        alike: pairs that are. A text's own wording in another article is no rival, nor is the other's.
    """
    same = {*alike, *((j, i) for i, j in alike)}
    worded = {i for i, _ in same}
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


def _free(one: int, other: int, partners: Near, same: Same) -> bool:
    """Whether ``one`` has no nearer partner than ``other``, but for texts worded like either."""
    return all((partner, one) in same or (partner, other) in same for partner, _ in partners[one])


def _rival(one: int, other: int, rivals: Near, partners: Near, same: Same) -> float:
    """The cosine of ``one`` and the nearest text that could be meant instead of ``other``.

    Not one that is worded like either, and not one that has a nearer partner of its own.
    """
    for rival, score in rivals[one]:
        if rival == other or (rival, other) in same or (rival, one) in same:
            continue
        if all(near <= score or (partner, one) in same for partner, near in partners[rival]):
            return score
    return 0.0
