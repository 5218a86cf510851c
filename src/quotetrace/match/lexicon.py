"""Texts as arrays of word numbers: what the index and the alignment work on."""

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

FIRST = 0x20  # word numbers become characters from here on, so that a text of words is a string
SURROGATES = 0xD800
AT_ONCE = 1 << 17  # texts that are looked at together
LAST = 0x10FFFF - 0x800 - FIRST

Ints = NDArray[np.int64]


def distinct(numbers: Ints) -> Ints:
    """The distinct numbers in order: as `np.unique`, which hashes them since numpy 2.3, at ten times the cost."""
    ordered = np.sort(numbers)
    found: Ints = ordered[np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]]
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Texts of stems: ``ids[starts[i]:starts[i + 1]]`` are the numbers of the words of text ``i`` in ``vocabulary``."""

    vocabulary: tuple[str, ...]
    ids: NDArray[np.int32]
    starts: Ints

    def __len__(self) -> int:
        return len(self.starts) - 1

    def words(self, text: int) -> list[str]:
        """The stems of one text."""
        return [self.vocabulary[word] for word in self.ids[self.starts[text] : self.starts[text + 1]].tolist()]

    def owners(self) -> Ints:
        """For each place in ``ids`` the text it belongs to."""
        return np.repeat(np.arange(len(self)), np.diff(self.starts))

    def once(self) -> "Lexicon":
        """The texts with each of their stems once, by number."""
        parts, counts = [np.empty(0, np.int32)], [np.zeros(1, np.int64)]
        for first in range(0, len(self), AT_ONCE):
            starts = self.starts[first : first + AT_ONCE + 1]
            owners = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
            held = distinct(owners << 32 | self.ids[starts[0] : starts[-1]])
            parts.append((held & 0xFFFFFFFF).astype(np.int32))
            counts.append(np.bincount(held >> 32, minlength=len(starts) - 1))
        return Lexicon(self.vocabulary, np.concatenate(parts), np.cumsum(np.concatenate(counts)))

    def strings(self) -> list[str]:
        """Each text as a string of one character a word, for rapidfuzz."""
        codes = (self.ids % LAST + FIRST).astype("<u4")
        codes[codes >= SURROGATES] += 0x800
        whole = codes.tobytes().decode("utf-32-le")
        return [whole[start:end] for start, end in pairwise(self.starts.tolist())]


def lexicon(texts: Iterable[str], stem: Callable[[str], str]) -> Lexicon:
    """Texts of folded words, parted by spaces, as arrays of stems; stems are numbered in the order they first come."""
    words: dict[str, int] = {}
    flat, starts = array("i"), array("q", [0])
    for text in texts:
        flat.extend([words.setdefault(word, len(words)) for word in text.split(" ")])
        starts.append(len(flat))
    stems: dict[str, int] = {}
    stemmed = np.array([stems.setdefault(stem(word), len(stems)) for word in words], dtype=np.int32)
    ids = stemmed[np.array(flat, dtype=np.int32)] if flat else np.empty(0, np.int32)
    return Lexicon(tuple(stems), ids, np.array(starts, dtype=np.int64))
