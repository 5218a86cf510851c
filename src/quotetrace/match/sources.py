"""Whole texts as one array of words, and where in them a run of words may stand."""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quotetrace.match.lexicon import Ints
from quotetrace.match.likeness import LEAST
from quotetrace.match.stem import stem
from quotetrace.match.weigh import weights
from quotetrace.text import TOKEN, keys

BOUNDARY = 0  # the number of no word: it stands before each text and after the last
UNKNOWN = -1  # the number of a word that no text has
ENOUGH = 4096  # places that the grams of one wording are looked up in, its rarest first
RAREST = 4  # grams that are looked up however often they stand somewhere


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """Words ``[first, stop)`` round a run of text number ``text`` that may be the wording; the text may end sooner."""

    text: int
    first: int
    stop: int


@dataclass(frozen=True, slots=True, eq=False)
class Sources:
    """Folded words of several texts, one after the other.

    ``ids`` are their numbers in ``numbers``, with a `BOUNDARY` before each text; ``starts`` and ``ends`` the places of
    each word in its text; ``begins[i]`` the word that text ``i`` begins with. ``grams`` are all pairs of neighbours as
    one number each, in order, and ``order`` the place of each. ``bits`` is what each word says, by its number.
    """

    numbers: dict[str, int]
    ids: NDArray[np.int32]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    begins: Ints
    grams: Ints
    order: NDArray[np.int32]
    bits: NDArray[np.float64]

    def bounds(self, text: int) -> tuple[int, int]:
        """The words of a text, as the first and the one after the last."""
        return int(self.begins[text]), int(self.begins[text + 1]) - 1

    def whole(self, first: int, stop: int, text: int) -> tuple[int, int]:
        """``[first, stop)`` with the other words of a token at either end: "that's" is two words in one place."""
        begin, end = self.bounds(text)
        while first > begin and self.starts[first - 1] == self.starts[first]:
            first -= 1
        while stop < end and self.starts[stop] == self.starts[stop - 1]:
            stop += 1
        return first, stop

    def numbered(self, wanted: Sequence[str]) -> Ints:
        """The numbers of folded words; `UNKNOWN` for those that no text has."""
        return np.array([self.numbers.get(word, UNKNOWN) for word in wanted], dtype=np.int64)

    def windows(self, wanted: Ints, gap: int) -> list[Window]:
        """Where the words ``wanted`` may stand, most in common first; ``gap``: words that may lie between two hits."""
        hits, offsets, weight = self._hits(wanted)
        if not len(hits):
            return []
        order = np.argsort(hits, kind="stable")
        hits, offsets, weight = hits[order], offsets[order], weight[order]
        text = np.searchsorted(self.begins, hits, side="right")
        cluster = np.concatenate(([0], np.cumsum((np.diff(hits) > gap) | (np.diff(text) > 0))))
        _, once = np.unique(cluster * (len(wanted) + 1) + offsets, return_index=True)
        total = np.bincount(cluster[once], weights=weight[once])
        first = np.searchsorted(cluster, np.arange(len(total)))
        last = np.append(first[1:], len(hits)) - 1
        lead = np.minimum.reduceat(offsets, first)
        tail = len(wanted) - np.maximum.reduceat(offsets, first)
        rows = np.lexsort((hits[first], -total))
        return [
            Window(int(text[first[i]]) - 1, int(hits[first[i]] - lead[i]), int(hits[last[i]] + tail[i])) for i in rows
        ]

    def _hits(self, wanted: Ints) -> tuple[Ints, Ints, NDArray[np.float64]]:
        """Where pairs of neighbours of ``wanted`` stand: the word, its offset in ``wanted``, what the pair says."""
        single = len(wanted) == 1
        size = len(self.bits)
        low = wanted * size if single else wanted[:-1] * size + wanted[1:]
        known = wanted >= 0 if single else (wanted[:-1] >= 0) & (wanted[1:] >= 0)
        first = np.searchsorted(self.grams, low)
        stop = np.searchsorted(self.grams, low + (size if single else 1))
        count = np.where(known, stop - first, 0)
        chosen = _rarest(count)
        count = count[chosen]
        row = np.repeat(np.arange(len(chosen)), count)
        place = np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count) + first[chosen][row]
        says = np.log2(len(self.grams) / np.maximum(count, 1))
        return self.order[place].astype(np.int64), chosen[row], says[row]


def _rarest(count: Ints) -> Ints:
    """The grams to look up: the rarest, as long as their places are few in all."""
    order = np.argsort(count, kind="stable")
    order = order[count[order] > 0]
    few = np.cumsum(count[order]) <= ENOUGH
    few[:RAREST] = True
    return np.sort(order[few])


def sources(texts: Iterable[str]) -> Sources:
    """The words of ``texts``, to be searched. Time and memory grow with their length: about 24 bytes a word."""
    numbers: dict[str, int] = {"": BOUNDARY}
    ids, starts, ends, begins = array("i"), array("i"), array("i"), array("q")
    for text in (*texts, None):
        ids.append(BOUNDARY)
        starts.append(0)
        ends.append(0)
        begins.append(len(ids))
        for found in TOKEN.finditer(text or ""):
            for key in keys(found[0]):
                ids.append(numbers.setdefault(key, len(numbers)))
                starts.append(found.start())
                ends.append(found.end())
    words = np.array(ids, dtype=np.int32)
    grams = words[:-1].astype(np.int64) * len(numbers) + words[1:]
    order = np.argsort(grams, kind="stable").astype(np.int32)
    return Sources(
        numbers,
        words,
        np.array(starts, dtype=np.int32),
        np.array(ends, dtype=np.int32),
        np.array(begins, dtype=np.int64),
        grams[order],
        order,
        _bits(numbers, np.bincount(words, minlength=len(numbers)).tolist()),
    )


def _bits(numbers: Mapping[str, int], counts: Sequence[int]) -> NDArray[np.float64]:
    """What sharing each word says, in bits."""
    stems = {word: stem(word) for word in numbers if word}
    said: Counter[str] = Counter()
    for word, number in numbers.items():
        if word:
            said[stems[word]] += counts[number]
    known = weights(said)
    return np.array([max(known.of(stems[word]), LEAST) if word else LEAST for word in numbers])
