"""How alike two texts are word for word, in any order and in any inflection: for two translations of one statement."""

import math
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from quotetrace.match.weigh import Weights

GRAM = 4  # letters; a word is cut into overlapping runs of so many
FREE = 4.0  # bits of a word that count for nothing here
POWER = 0.7  # so that one rare name does not outweigh a sentence

Grams = Mapping[str, float]


def grams(stems: Iterable[str], weights: Weights) -> Grams:
    """The letter runs of the words, weighed by how rare the words are, as a vector of length 1; empty without words.

    "Kropík" and "Kropiks" share most of theirs; accents do not count.
    """
    vector: dict[str, float] = defaultdict(float)
    for stem in sorted(set(stems)):
        weight = max(weights.surprise(stem) - FREE, 0.0) ** POWER
        padded = f" {_plain(stem)} "
        runs = [padded[i : i + GRAM] for i in range(max(1, len(padded) - GRAM + 1))]
        for run in runs:
            vector[run] += weight / math.sqrt(len(runs))
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {run: value / length for run, value in vector.items()} if length else {}


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
    """Two texts that are each other's nearest. ``margin``: how many times nearer than the next best of either."""

    i: int
    j: int
    nearness: float
    margin: float


def nearest(scores: Sequence[tuple[int, int, float]], alike: Collection[tuple[int, int]]) -> list[Standing]:
    """The pairs of texts that are mutually nearest.

    Args:
        scores: pairs ``i < j`` with their cosine.
        alike: pairs that are near in wording. Of two texts alike, one is no rival of the other.
    """
    rivals: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for i, j, score in scores:
        rivals[i].append((-score, j))
        rivals[j].append((-score, i))
    for ranked in rivals.values():
        ranked.sort()
    same = {*alike, *((j, i) for i, j in alike)}
    found = []
    for i, j, score in scores:
        if all(_leads(one, other, rivals, same) for one, other in ((i, j), (j, i))):
            next_best = max(_rival(i, j, rivals, same), _rival(j, i, rivals, same), 0.05)
            found.append(Standing(i, j, score, score / next_best))
    return found


Rivals = Mapping[int, Sequence[tuple[float, int]]]
Alike = Collection[tuple[int, int]]


def _leads(one: int, other: int, rivals: Rivals, same: Alike) -> bool:
    """Whether ``other``, or a text that is worded like it, is what ``one`` is nearest to."""
    first = rivals[one][0][1]
    return first == other or (first, other) in same


def _rival(one: int, other: int, rivals: Rivals, same: Alike) -> float:
    """The cosine of ``one`` and the nearest text that is neither ``other`` nor worded like it."""
    return next((-score for score, text in rivals[one] if text != other and (text, other) not in same), 0.0)
