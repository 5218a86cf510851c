"""How much a shared word says: its surprise in bits, from general English and from the corpus in hand."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

RAREST = 19.0  # bits of a word that the list does not know
FREE = 7.0  # bits that any word has: what is left is what it says
BACKGROUND = 20_000  # the list counts like so many words of corpus


@cache
def background() -> Mapping[str, float]:
    """Bits of surprise of the commoner English stems; a stem not in it is rarer than all of them."""
    lines = files("quotetrace.match").joinpath("words-en.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if not line.startswith("#"))
    return {word: float(bits) for bits, *words in rows for word in words}


@dataclass(frozen=True, slots=True)
class Weights:
    """Bits of surprise of the stems of a corpus."""

    bits: Mapping[str, float]

    def surprise(self, stem: str) -> float:
        """How unexpected a stem is, in bits: about 5 for "the", 19 for a word seen nowhere else."""
        return self.bits.get(stem, RAREST)

    def of(self, stem: str) -> float:
        """What sharing a stem says, in bits: 0 for "the", about 12 for a rare name."""
        return max(self.surprise(stem) - FREE, 0.0)


def weights(counts: Mapping[str, int]) -> Weights:
    """Weights from how often a corpus has each stem.

    A stem is as common as general English and the corpus together have it, two uses in the corpus apart: the two that
    are being compared. So five articles are weighed by general English, and a hundred thousand by themselves.
    """
    known, size = background(), sum(counts.values()) + BACKGROUND
    return Weights(
        {
            stem: -math.log2((max(count - 2, 0) + BACKGROUND * 2.0 ** -known.get(stem, RAREST)) / size)
            for stem, count in counts.items()
        }
    )
