"""How near texts are by the letters of their words, in any order: for two translations of one statement."""

import unicodedata
from collections.abc import Iterable
from itertools import chain

import numpy as np

from quotetrace.match.lexicon import Ints, Lexicon, distinct, places
from quotetrace.match.said import LOW, Floats, packed
from quotetrace.match.soft import FREE, POWER
from quotetrace.match.weigh import Weights

RUN = 4  # letters; a word is cut into overlapping runs of so many


class Letters:
    """The letter runs of texts of stems: "Drovák" and "Drovaks" share most of theirs; accents do not count.

    A text is a vector of length 1: for each of its letter runs, how rare the stems are that have it.
    """

    def __init__(self, texts: Lexicon, weights: Weights) -> None:
        self.texts, self.runs = texts, _spelled(texts.vocabulary)
        rarity = (max(weights.surprise(stem) - FREE, 0.0) ** POWER for stem in texts.vocabulary)
        self.weight = np.fromiter(rarity, dtype=np.float64) / np.sqrt(np.diff(self.runs.starts))

    def cosines(self, i: Ints, j: Ints) -> Floats:
        """The cosine of each couple of texts, from 0 to 1; 0 where a text says nothing."""
        own = distinct(np.concatenate((i, j)))
        known, value = self._vectors(own)
        starts = np.searchsorted(known, np.arange(len(own) + 1) << 32)
        one, other = np.searchsorted(own, i), np.searchsorted(own, j)
        here = places(starts[other], np.diff(starts)[other])
        couple = np.repeat(np.arange(len(i)), np.diff(starts)[other])
        sought = packed(one[couple], known[here] & LOW)
        there = np.searchsorted(known, sought).clip(max=len(known) - 1)
        both = np.where(known[there] == sought, value[there] * value[here], 0.0)
        found: Floats = np.bincount(couple, weights=both, minlength=len(i)).astype(np.float64)
        return found

    def _vectors(self, own: Ints) -> tuple[Ints, Floats]:
        """The vectors of some texts: each letter run behind the place of its text, in order, and its value."""
        words = self.texts.of(own).once()
        runs = self.runs.of(words.ids.astype(np.int64))
        counts = np.diff(runs.starts)
        entries = packed(np.repeat(words.owners(), counts), runs.ids)
        order = np.argsort(entries, kind="stable")
        entries = entries[order]
        new = np.append(True, entries[1:] != entries[:-1])[: len(entries)]
        value = np.bincount(np.cumsum(new) - 1, weights=np.repeat(self.weight[words.ids], counts)[order])
        entries = entries[new]
        length = np.sqrt(np.bincount(entries >> 32, weights=value * value, minlength=len(own)))
        return entries, value / np.where(length > 0, length, 1.0)[entries >> 32]


def _spelled(stems: Iterable[str]) -> Lexicon:
    """Stems as texts of letter runs, which are numbered in the order they first come."""
    numbers: dict[str, int] = {}
    rows = [[numbers.setdefault(run, len(numbers)) for run in _runs(stem)] for stem in stems]
    ids = np.fromiter(chain.from_iterable(rows), dtype=np.int32)
    return Lexicon(tuple(numbers), ids, np.cumsum([0, *map(len, rows)]))


def _runs(stem: str) -> tuple[str, ...]:
    padded = f" {_plain(stem)} "
    return tuple(padded[i : i + RUN] for i in range(max(1, len(padded) - RUN + 1)))


def _plain(word: str) -> str:
    if word.isascii():
        return word
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))
