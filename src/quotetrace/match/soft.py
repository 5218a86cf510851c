"""How alike two texts are word for word, in any order and in any inflection: for two translations of one statement."""

import math
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from quotetrace.match.weigh import Weights

GRAM = 4  # letters; a word is cut into overlapping runs of so many
CLOSE = 1.0  # margin from which two texts count as nearest to each other
FLOOR = 0.2  # cosine that any two quotes of one time may have
FREE = 3.0  # bits of a word that count for nothing here
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
    """Two texts that are nearest to each other, or nearly so.

    ``margin``: how many times nearer than the next best of either. ``settled``: each is nearer to a text that is worded
    like it.
    """

    i: int
    j: int
    nearness: float
    margin: float
    settled: bool


def nearest(scores: Iterable[tuple[int, int, float]], alike: Collection[tuple[int, int]]) -> list[Standing]:
    """The pairs of texts, not alike in wording, that are nearest to each other.

    Args:
        scores: pairs ``i < j`` with their cosine; those ``alike`` among them.
        alike: pairs that are near in wording. A text's own wording in another article is no rival, nor is the other's.
    """
    same = {*alike, *((j, i) for i, j in alike)}
    rivals: dict[int, list[tuple[int, float]]] = defaultdict(list)
    ranked = sorted(scores, key=lambda row: (-row[2], row[0], row[1]))
    for i, j, score in ranked:
        rivals[i].append((j, score))
        rivals[j].append((i, score))
    found = []
    for i, j, score in ranked:
        margin = score / max(_rival(i, j, rivals, same), _rival(j, i, rivals, same), FLOOR)
        if (i, j) not in same and margin >= CLOSE:
            nearer = [any((r, one) in same and near > score for r, near in rivals[one]) for one in (i, j)]
            found.append(Standing(i, j, score, margin, all(nearer)))
    return found


def _rival(
    one: int, other: int, rivals: Mapping[int, Sequence[tuple[int, float]]], same: Collection[tuple[int, int]]
) -> float:
    """The cosine of ``one`` and the nearest text that is not ``other``, and is worded like neither."""
    return next(
        (
            score
            for rival, score in rivals[one]
            if rival != other and (rival, other) not in same and (rival, one) not in same
        ),
        0.0,
    )
