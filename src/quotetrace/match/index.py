"""Candidate pairs of texts that share rare word n-grams or several rare words, in time near-linear in the texts.

No list of the texts that hold a gram is ever turned into all its pairs: the list is in the order of the texts, and each
text meets the next few in it. Texts that share several grams meet in several lists.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quotetrace.match.lexicon import Ints, Lexicon

FEW = 2  # words up to which one common gram is all there is
RAREST = 8  # grams that each text is looked up by
COMMON = 1000  # a gram in more texts than this says nothing
NEIGHBOURS = 12  # texts that each text meets in one list
BUCKETS = 1 << 22
RARE_WORDS = 16  # words that each text is looked up by
POSTINGS = 4_000_000  # meetings of texts over one word that are looked at, about, for each step of the list


def bigrams(texts: Lexicon) -> tuple[Ints, Ints]:
    """Grams and the text of each: every word with the next and with the one after it; a lone word with itself."""
    ids, owners = texts.ids.astype(np.int64), texts.owners()
    grams, homes = [], []
    for step in (1, 2):
        inside = owners[:-step] == owners[step:]
        grams.append((ids[:-step] * len(texts.vocabulary) + ids[step:])[inside])
        homes.append(owners[:-step][inside])
    lone = np.flatnonzero(np.diff(texts.starts) == 1)
    grams.append(ids[texts.starts[lone]] * (len(texts.vocabulary) + 1))
    homes.append(lone)
    return np.concatenate(grams), np.concatenate(homes)


def candidates(texts: Lexicon) -> Ints:
    """Pairs ``i < j`` of texts that share two of their rarest grams, or one where a text has no more than two words.

    The pairs are an array of two columns, in order.
    """
    sizes = np.diff(texts.starts)
    pairs, times = _meet(*_rarest(*bigrams(texts), sizes))
    i, j = pairs >> 32, pairs & 0xFFFFFFFF
    enough = (times > 1) | (np.minimum(sizes[i], sizes[j]) <= FEW)
    return np.stack((i[enough], j[enough]), axis=1)


def _rarest(grams: Ints, homes: Ints, lengths: Ints) -> tuple[Ints, Ints]:
    """The rarest grams of each text that others hold too: ``RAREST``, and one more for each word of the text."""
    buckets = (grams * 0x9E3779B97F4A7C1 >> 20) & (BUCKETS - 1)
    sizes = np.bincount(buckets, minlength=BUCKETS)[buckets]
    shared = (sizes > 1) & (sizes <= COMMON)
    grams, homes, sizes = grams[shared], homes[shared], sizes[shared]
    order = np.lexsort((grams, sizes, homes))
    grams, homes = grams[order], homes[order]
    first = np.searchsorted(homes, homes)
    kept = np.arange(len(homes)) - first < RAREST + lengths[homes]
    return grams[kept], homes[kept]


def _meet(grams: Ints, homes: Ints) -> tuple[Ints, Ints]:
    """Pairs of texts that stand near each other in the list of a gram, packed, and in how many lists they do."""
    order = np.lexsort((homes, grams))
    grams, homes = grams[order], homes[order]
    found = []
    for step in range(1, NEIGHBOURS + 1):
        same = (grams[:-step] == grams[step:]) & (homes[:-step] != homes[step:])
        found.append(homes[:-step][same] << 32 | homes[step:][same])
    return np.unique(np.concatenate(found), return_counts=True)


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """When and by whom each text was said first: a day number, NaN if unknown; a number for the name, -1 if unknown."""

    days: NDArray[np.float64]
    speakers: Ints

    def fits(self, i: Ints, j: Ints, apart: float) -> NDArray[np.bool_]:
        """Which pairs can be of one occasion: nothing known contradicts it."""
        far = np.abs(self.days[i] - self.days[j]) > apart
        named = (self.speakers[i] >= 0) & (self.speakers[j] >= 0)
        same: NDArray[np.bool_] = np.logical_not(far | (named & (self.speakers[i] != self.speakers[j])))
        return same


def rare_words(texts: Lexicon, bits: NDArray[np.float64], setting: Setting, apart: float, least: float) -> Ints:
    """Pairs ``i < j`` of texts of one setting whose shared rare words weigh ``least`` bits or more, in any order.

    The list of the texts that hold a word is in the order of their days, so that reports of one time meet.
    """
    words, homes = _rarest_words(texts, bits)
    time = np.argsort(np.argsort(setting.days, kind="stable"), kind="stable")
    order = np.lexsort((time[homes], words))
    words, homes = words[order], homes[order]
    reach = int(np.clip(POSTINGS // (len(words) + 1), 2 * NEIGHBOURS // 3, 8 * NEIGHBOURS))
    found, weight = [np.empty(0, np.int64)], [np.empty(0)]
    for step in range(1, reach + 1):
        here = np.flatnonzero(words[:-step] == words[step:])
        i, j = np.minimum(homes[here], homes[here + step]), np.maximum(homes[here], homes[here + step])
        fits = setting.fits(i, j, apart)
        found.append(i[fits] << 32 | j[fits])
        weight.append(bits[words[here[fits]]])
    return _heavy(np.concatenate(found), np.concatenate(weight), least)


def _rarest_words(texts: Lexicon, bits: NDArray[np.float64]) -> tuple[Ints, Ints]:
    """The ``RARE_WORDS`` weightiest words of each text that others hold too, and the text of each."""
    owners, ids = texts.owners(), texts.ids.astype(np.int64)
    distinct = np.unique(owners[bits[ids] > 0] << 32 | ids[bits[ids] > 0])
    homes, words = distinct >> 32, distinct & 0xFFFFFFFF
    sizes = np.bincount(words, minlength=len(texts.vocabulary))[words]
    useful = (sizes > 1) & (sizes <= COMMON)
    words, homes = words[useful], homes[useful]
    order = np.lexsort((words, -bits[words], homes))
    words, homes = words[order], homes[order]
    kept = np.arange(len(homes)) - np.searchsorted(homes, homes) < RARE_WORDS
    return words[kept], homes[kept]


def _heavy(pairs: Ints, weight: NDArray[np.float64], least: float) -> Ints:
    """The distinct pairs whose weights add up to ``least``."""
    distinct, where = np.unique(pairs, return_inverse=True)
    heavy = distinct[np.bincount(where, weights=weight, minlength=len(distinct)) >= least]
    return np.stack((heavy >> 32, heavy & 0xFFFFFFFF), axis=1)
