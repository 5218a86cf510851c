"""Candidate pairs of texts that share rare word n-grams or several rare words, in time near-linear in the texts.

No list of the texts that hold a gram is ever turned into all its pairs: the list is in the order of the texts, and each
text meets the next few in it. Texts that share several grams meet in several lists.

A gram is a hash of 32 bits, at the place of its first word. What is sorted is one number of 64 bits an entry, some
millions of entries at a time: a sort of whole numbers is the fastest thing that numpy has, and memory stays flat.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quotetrace.match.lexicon import Ints, Lexicon, Small

FEW = 2  # words up to which one common gram is all there is
RAREST = 8  # grams that each text is looked up by, and one more for each of its words
COMMON = 1000  # a gram in more texts than this says nothing
NEIGHBOURS = 12  # texts that each text meets in one list
AT_ONCE = 1 << 21  # entries that are sorted together, about
RARE_WORDS = 16  # words that each text is looked up by
POSTINGS = 4_000_000  # meetings of texts over one word that are looked at, about, for each step of the list

Hashes = NDArray[np.uint32]
LOW = 0xFFFFFFFF


def candidates(texts: Lexicon) -> Small:
    """Pairs ``i < j`` of texts that share two of their rarest grams, or one where a text has no more than two words.

    The pairs are an array of two columns, in order.
    """
    sizes = np.diff(texts.starts)
    found = [np.empty((0, 2), dtype=np.int32)]
    for pairs in _meet(_postings(texts), len(texts)):
        first = np.flatnonzero(np.append(True, pairs[1:] != pairs[:-1])[: len(pairs)])
        i, j = pairs[first] >> 32, pairs[first] & LOW
        enough = (np.diff(np.append(first, len(pairs))) > 1) | (np.minimum(sizes[i], sizes[j]) <= FEW)
        found.append(np.stack((i[enough], j[enough]), axis=1).astype(np.int32))
    return np.concatenate(found)


def grams(texts: Lexicon) -> Hashes:
    """At each word its gram with the next, then for all words again that with the one after it; 0 where there is none.

    A lone word is a gram with itself.
    """
    count = len(texts.ids)
    found = np.zeros(2 * count, dtype=np.uint32)
    size = np.uint64(len(texts.vocabulary) + 1)
    for first, end in _parts(texts):
        starts = texts.starts[first : end + 1]
        ids = texts.ids[starts[0] : starts[-1]].astype(np.uint64)
        left = np.repeat(starts[1:] - starts[0], np.diff(starts)) - np.arange(len(ids))
        for step, half in ((1, 0), (2, count)):
            inside = np.flatnonzero(left > step)
            found[inside + (starts[0] + half)] = _hashed(ids[inside] * size + ids[inside + step])
        lone = starts[:-1][np.diff(starts) == 1]
        found[lone] = _hashed(ids[lone - starts[0]] * (size + np.uint64(1)))
    return found


def _parts(texts: Lexicon) -> Iterator[tuple[int, int]]:
    """The texts in parts: the first of each, and the one after its last."""
    size = AT_ONCE >> 5
    return ((first, min(first + size, len(texts))) for first in range(0, len(texts), size))


def _hashed(numbers: NDArray[np.uint64]) -> Hashes:
    return ((numbers + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15) >> np.uint64(32)).astype(np.uint32)


def _postings(texts: Lexicon) -> Ints:
    """The rarest grams of each text that others hold too, each with the text in its lower 32 bits, in order."""
    hashes = grams(texts)
    times = _times(hashes)
    found, count = np.empty(len(hashes), dtype=np.int64), 0
    for first, end in _parts(texts):
        starts = texts.starts[first : end + 1]
        owners = np.repeat(np.arange(end - first), np.diff(starts))
        halves = [slice(starts[0] + half, starts[-1] + half) for half in (0, len(texts.ids))]
        own, often = (np.concatenate([column[half] for half in halves]) for column in (hashes, times))
        kept = _rarest(own, often, owners) + first
        found[count : count + len(kept)] = kept
        count += len(kept)
    found[:count].sort()
    return found[:count]


def _times(hashes: Hashes) -> NDArray[np.uint16]:
    """In how many places each gram stands, `COMMON` and one more at the most."""
    found = np.zeros(len(hashes), dtype=np.uint16)
    parts = -(-len(hashes) // AT_ONCE)
    for part in range(parts):
        lowest, end = ((part + x) * (LOW + 1) // parts for x in (0, 1))
        places = np.flatnonzero((hashes >= max(lowest, 1)) & (hashes <= end - 1))
        entries = hashes[places].astype(np.int64) << 32 | places
        entries.sort()
        gram = entries >> 32
        first = np.flatnonzero(np.append(True, gram[1:] != gram[:-1])[: len(gram)])
        count = np.diff(np.append(first, len(gram)))
        found[entries & LOW] = np.repeat(np.minimum(count, COMMON + 1), count)
    return found


def _rarest(hashes: Hashes, times: NDArray[np.uint16], owners: Ints) -> Ints:
    """The grams that some texts are looked up by; ``owners`` are those of one half of the grams."""
    shared = np.flatnonzero((times > 1) & (times <= COMMON))
    homes = owners[shared % max(len(owners), 1)]
    order = np.argsort(homes << 43 | times[shared].astype(np.int64) << 32 | hashes[shared])
    homes, shared = homes[order], shared[order]
    rank = np.arange(len(homes)) - np.searchsorted(homes, homes)
    kept = rank < RAREST + np.bincount(owners)[homes]
    found: Ints = hashes[shared[kept]].astype(np.int64) << 32 | homes[kept]
    return found


def _meet(postings: Ints, texts: int) -> Iterator[Ints]:
    """Pairs of texts that stand near each other in the list of a gram, packed, once for each list, in order.

    Those of one part of the texts at a time.
    """
    parts = 1 + len(postings) * NEIGHBOURS // AT_ONCE
    homes = (postings & LOW).astype(np.uint32)
    for part in range(parts):
        lowest, end = ((part + x) * texts // parts for x in (0, 1))
        here = np.flatnonzero((homes >= lowest) & (homes < end))
        found = []
        for step in range(1, NEIGHBOURS + 1):
            here = here[: np.searchsorted(here, len(postings) - step)]
            here = here[postings[here] >> 32 == postings[here + step] >> 32]
            i, j = homes[here].astype(np.int64), homes[here + step]
            found.append((i << 32 | j)[i != j])
        pairs = np.concatenate(found)
        pairs.sort()
        yield pairs


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """When and by whom each text was said first: a day number, NaN if unknown; a number for the name, -1 if unknown."""

    days: NDArray[np.float64]
    speakers: Small

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
    by_day = np.argsort(setting.days, kind="stable")
    postings = _rarest_words(texts, bits, np.argsort(by_day, kind="stable"))
    words = (postings >> 32).astype(np.int32)
    postings &= LOW
    homes = by_day.astype(np.int32)[postings]
    del postings
    reach = int(np.clip(POSTINGS // (len(words) + 1), 2 * NEIGHBOURS // 3, 8 * NEIGHBOURS))
    found, shared = [np.empty(0, np.int64)], [np.empty(0, np.int32)]
    here = np.arange(len(words), dtype=np.int32)
    for step in range(1, reach + 1):
        here = here[: np.searchsorted(here, np.int32(len(words) - step))]
        here = here[words[here] == words[here + step]]
        i, j = np.minimum(homes[here], homes[here + step]), np.maximum(homes[here], homes[here + step])
        fits = setting.fits(i, j, apart)
        found.append(i[fits].astype(np.int64) << 32 | j[fits])
        shared.append(words[here[fits]])
    pairs, own = np.concatenate(found), np.concatenate(shared)
    del found, shared
    heavy = [np.empty((0, 2), dtype=np.int64)]
    parts = 1 + 8 * len(pairs) // AT_ONCE
    for part in range(parts):
        lowest, end = ((part + x) * len(texts) // parts << 32 for x in (0, 1))
        some = np.flatnonzero((pairs >= lowest) & (pairs < end))
        heavy.append(_heavy(pairs[some], bits[own[some]], least))
    return np.concatenate(heavy)


def _rarest_words(texts: Lexicon, bits: NDArray[np.float64], time: Ints) -> Ints:
    """The ``RARE_WORDS`` weightiest words of each text that others hold too, in order: the time of the text is in the
    lower 32 bits."""
    held = texts.once()
    sizes = held.counts(np.ones(len(held), dtype=np.int64))
    useful = (sizes > 1) & (sizes <= COMMON) & (bits > 0)
    weightiest = np.lexsort((np.arange(len(bits)), -bits))
    place = np.argsort(weightiest)
    found = [np.empty(0, dtype=np.int64)]
    for first, end in _parts(held):
        starts = held.starts[first : end + 1]
        words = held.ids[starts[0] : starts[-1]]
        shared = np.flatnonzero(useful[words])
        entries = np.repeat(np.arange(end - first), np.diff(starts))[shared] << 32 | place[words[shared]]
        entries.sort()
        homes = entries >> 32
        kept = np.arange(len(homes)) - np.searchsorted(homes, homes) < RARE_WORDS
        found.append(weightiest[entries[kept] & LOW] << 32 | time[homes[kept] + first])
    postings = np.concatenate(found)
    postings.sort()
    return postings


def _heavy(pairs: Ints, weight: NDArray[np.float64], least: float) -> Ints:
    """The distinct pairs whose weights add up to ``least``."""
    order = np.argsort(pairs, kind="stable")
    pairs, weight = pairs[order], weight[order]
    first = np.flatnonzero(np.append(True, pairs[1:] != pairs[:-1])[: len(pairs)])
    heavy = pairs[first][np.add.reduceat(weight, first) >= least] if len(first) else pairs
    return np.stack((heavy >> 32, heavy & LOW), axis=1)
