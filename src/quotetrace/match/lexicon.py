"""Texts as arrays of word numbers: what the index and the alignment work on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

FIRST = 0x20  # word numbers become characters from here on, so that a text of words is a string
SURROGATES = 0xD800
LAST = 0x10FFFF - 0x800 - FIRST

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Folded texts: ``ids[starts[i]:starts[i + 1]]`` are the numbers of the words of text ``i`` in ``vocabulary``."""

    vocabulary: tuple[str, ...]
    ids: NDArray[np.int32]
    starts: Ints

    def __len__(self) -> int:
        return len(self.starts) - 1

    def of(self, text: int) -> NDArray[np.int32]:
        """The word numbers of one text."""
        return self.ids[self.starts[text] : self.starts[text + 1]]

    def owners(self) -> Ints:
        """For each place in ``ids`` the text it belongs to."""
        return np.repeat(np.arange(len(self)), np.diff(self.starts))

    def strings(self) -> list[str]:
        """Each text as a string of one character a word, for rapidfuzz."""
        codes = (self.ids % LAST + FIRST).astype("<u4")
        codes[codes >= SURROGATES] += 0x800
        whole = codes.tobytes().decode("utf-32-le")
        bounds = self.starts.tolist()
        return [whole[start:end] for start, end in pairwise(bounds)]


def lexicon(texts: Iterable[Sequence[str]]) -> Lexicon:
    """The texts of folded words as arrays; words are numbered in the order they first come."""
    numbers: dict[str, int] = {}
    flat: list[int] = []
    starts = [0]
    for keys in texts:
        flat.extend([numbers.setdefault(key, len(numbers)) for key in keys])
        starts.append(len(flat))
    return Lexicon(tuple(numbers), np.array(flat, dtype=np.int32), np.array(starts, dtype=np.int64))
