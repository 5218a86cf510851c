"""How alike many couples of texts are, as columns of numbers: what `likeness` says of each, and no blocks.

The runs that two texts have in common are found one couple at a time, by rapidfuzz. All that follows is done for all
couples at once: a run or a gap weighs the difference of two running totals. Weights have 24 bits, so that a total is
exact and the sums are those of `likeness`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from quotetrace.match.corpus import Corpus
from quotetrace.match.lexicon import Ints, Lexicon, Small, distinct, letters, within
from quotetrace.match.likeness import LIGHT, LOSS, RESUMED, SMALL, Likeness, held
from quotetrace.text import MOVED, common_runs, fill

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Likenesses:
    """A column for each number of `Likeness`; ``words`` is 0 where no stretch runs together."""

    gain: Floats
    common: Floats
    words: Ints
    part: Floats
    whole: Floats
    overlap: Flags

    def of(self, rows: Ints) -> "Likenesses":
        """Some of the couples."""
        return Likenesses(*(column[rows] for column in self.columns()))

    def columns(self) -> list[NDArray[Any]]:
        """All columns, in order."""
        return [getattr(self, column.name) for column in fields(self)]


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """The runs that couples have in common: ``bounds`` has a row for each, those of couple ``k`` from ``first[k]`` on.

    ``weight`` is what a run says, ``loss`` what the gap between it and the next of its couple takes away. ``joined``:
    the gap is so small that a stretch goes on beyond it, ``back``: seen from the run after it.
    """

    bounds: Ints
    first: Ints
    weight: Floats
    loss: Floats
    joined: Flags
    back: Flags


@dataclass(frozen=True, slots=True, eq=False)
class Passages:
    """Some texts of a corpus in a row: a character a stem, the running total of the weights, which words are light."""

    words: Lexicon
    letters: str
    sums: Floats
    light: Flags


def _passages(texts: Corpus, own: Ints) -> Passages:
    words = texts.lexicon.of(own)
    worth = texts.worth[words.ids]
    sums = np.zeros(len(worth) + 1)
    np.cumsum(worth, dtype=np.float64, out=sums[1:])
    return Passages(words, letters(words.ids), sums, worth < LIGHT)


def identities(texts: Corpus, own: Ints) -> Likenesses:
    """The likeness of each of some texts to itself; as `identity`."""
    known = _passages(texts, own)
    first, end = known.words.starts[:-1], known.words.starts[1:]
    common, ones = known.sums[end] - known.sums[first], np.ones(len(own))
    return Likenesses(common, common, end - first, ones, ones, np.zeros(len(own), dtype=np.bool_))


def likenesses(texts: Corpus, i: Ints, j: Ints) -> Likenesses:
    """The likeness of each couple of texts."""
    found = _measured(texts, i, j)
    for k in np.flatnonzero(found.moving).tolist():
        _put(found.columns, k, texts.likeness(int(i[k]), int(j[k])))
    return found.columns


def alignments(texts: Corpus, i: Ints, j: Ints, turned: Flags) -> Iterator[Likeness]:
    """The likeness of each couple of texts that are alike, with its blocks; seen from the other where ``turned``."""
    found = _measured(texts, i, j)
    first, flip = found.runs.first, turned[:, None]
    couple = np.repeat(np.arange(len(i)), np.diff(first))
    bounds = np.where(flip[couple], found.runs.bounds[:, [2, 3, 0, 1]], found.runs.bounds)
    ends = np.stack((bounds[found.head], bounds[found.tail]), axis=1)[:, [0, 1, 0, 1], [0, 1, 2, 3]]
    sizes = np.where(flip, found.sizes[:, ::-1], found.sizes)
    numbers = zip(*(column.tolist() for column in found.columns.columns()), strict=True)
    rows = zip(pairwise(first.tolist()), sizes.tolist(), map(tuple, ends.tolist()), numbers, strict=True)
    for k, (runs, size, stretch, columns) in enumerate(rows):
        if found.moving[k]:
            yield _seen(texts.likeness(int(i[k]), int(j[k])), turned[k])
        else:
            yield Likeness(tuple(fill(bounds[slice(*runs)].tolist(), *size)), stretch, *columns)


def _seen(alike: Likeness | None, turned: bool) -> Likeness:
    assert alike, "couples are alike"
    return alike.flipped() if turned else alike


def _put(columns: Likenesses, k: int, alike: Likeness | None) -> None:
    for column in fields(columns):
        getattr(columns, column.name)[k] = getattr(alike, column.name) if alike else 0


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """The runs of couples, the first and the last run of the best stretch of each, the number of words of both texts.

    ``moving``: `likeness` must look at the couple itself.
    """

    runs: Runs
    head: Ints
    tail: Ints
    sizes: Ints
    columns: Likenesses
    moving: Flags


def _measured(texts: Corpus, i: Ints, j: Ints) -> Measured:
    own = distinct(np.concatenate((i, j)))
    known, i, j = _passages(texts, own), np.searchsorted(own, i), np.searchsorted(own, j)
    bounds, first = _common(known, i, j)
    sums, starts = known.sums, known.words.starts
    sizes = np.stack((starts[i + 1] - starts[i], starts[j + 1] - starts[j]), axis=1)
    runs = _runs(bounds, first, sums, starts[i], starts[j])
    head, tail, gain = _best(runs)
    found = _stretched(runs, head, tail, gain, sizes=(sizes[:, 0], sizes[:, 1]))
    weights = sums[starts[i + 1]] - sums[starts[i]], sums[starts[j + 1]] - sums[starts[j]]
    shorter, longer = np.minimum(*weights), np.maximum(*weights)
    columns = Likenesses(*found[:3], found[1] / shorter, found[1] / longer, found[3])
    return Measured(runs, head, tail, sizes, columns, _may_move(runs, sizes[:, 0], sizes[:, 1]))


def _common(texts: Passages, i: Ints, j: Ints) -> tuple[Ints, Ints]:
    """The runs of all couples, and where those of each begin; one more beginning for the end. As `common_runs`."""
    bounds, couple, whole = _aligned(texts, i, j)
    starts = texts.words.starts[i], texts.words.starts[j]
    last = np.append(couple[1:] != couple[:-1], True)[: len(couple)]
    slides = distinct(couple[_may_slide(bounds, couple, last, texts.words.ids, starts)])
    kept = whole[couple] | ~_alone(bounds, couple, last, texts.light[starts[0][couple] + bounds[:, 0]])
    kept &= ~within(couple, slides)
    bounds, couple = bounds[kept], couple[kept]
    slid = [_slid(texts, int(i[row]), int(j[row])) for row in slides.tolist()]
    bounds = np.concatenate((bounds, *slid))
    couple = np.append(couple, np.repeat(slides, [len(runs) for runs in slid]))
    order = np.argsort(couple, kind="stable") if len(slides) else slice(None)
    return bounds[order], np.searchsorted(couple[order], np.arange(len(i) + 1))


def _slid(texts: Passages, i: int, j: int) -> Ints:
    (a, b), (c, d) = (texts.words.starts[text : text + 2].tolist() for text in (i, j))
    return np.array(common_runs(texts.letters[a:b], texts.letters[c:d], texts.light[a:b].tolist())).reshape(-1, 4)


def _aligned(texts: Passages, i: Ints, j: Ints) -> tuple[Ints, Ints, Flags]:
    """The runs as rapidfuzz finds them, the couple of each, and whether one text of a couple holds the other whole."""
    flat: list[int] = []
    whole, counts = [], []
    add, editops = flat.append, LCSseq.editops
    letters, starts = texts.letters, texts.words.starts
    places = [column.tolist() for column in (starts[i], starts[i + 1], starts[j], starts[j + 1])]
    for a_start, a_end, b_start, b_end in zip(*places, strict=True):
        a, b = letters[a_start:a_end], letters[b_start:b_end]
        before, own = len(flat), held(a, b)
        if own:
            flat += own[0]
        else:
            for run in editops(a, b).as_matching_blocks()[:-1]:
                add(run.a)
                add(run.a + run.size)
                add(run.b)
                add(run.b + run.size)
        whole.append(bool(own))
        counts.append((len(flat) - before) // 4)
    couple = np.repeat(np.arange(len(i)), counts)
    return np.array(flat, dtype=np.int64).reshape(-1, 4), couple, np.array(whole, dtype=np.bool_)


def _may_slide(bounds: Ints, couple: Ints, last: Flags, words: Small, starts: tuple[Ints, Ints]) -> Ints:
    """The runs that touch the next one on one side, and whose first and last word stand before it on both."""
    at = np.flatnonzero(~last[:-1] & (bounds[1:, [0, 2]] == bounds[:-1, [1, 3]]).any(axis=1))
    size = bounds[at, 1] - bounds[at, 0]
    at = at[(bounds[at + 1][:, [0, 2]] >= size[:, None]).all(axis=1)]
    size, head, tail = bounds[at, 1] - bounds[at, 0], bounds[at, 0], bounds[at, 1] - 1
    same = np.ones(len(at), dtype=np.bool_)
    for side, next_ in zip(starts, bounds[at + 1][:, [0, 2]].T, strict=True):
        place, own = side[couple[at]], starts[0][couple[at]]
        same &= words[own + tail] == words[place + next_ - 1]
        same &= words[own + head] == words[place + next_ - size]
    found: Ints = at[same]
    return found


def _alone(bounds: Ints, couple: Ints, last: Flags, light: Flags) -> Flags:
    """Which runs are a lone light word with a difference on either hand; as `text.common_runs` drops them."""
    first = np.append(True, couple[1:] != couple[:-1])[: len(couple)]
    before = np.where(first[:, None], 0, np.roll(bounds, 1, axis=0))
    gap = np.maximum(bounds[:, 0] - before[:, 1], bounds[:, 2] - before[:, 3])
    near = ~last & (np.roll(gap, -1) <= 1) & (gap <= 1)
    lone: Flags = light & (bounds[:, 1] - bounds[:, 0] == 1) & (gap > 0) & ~near
    return lone


def _runs(bounds: Ints, first: Ints, sums: Floats, a: Ints, b: Ints) -> Runs:
    """Weigh the runs and the gaps between them; ``a`` and ``b`` are where the words of the two texts begin."""
    couple = np.repeat(np.arange(len(a)), np.diff(first))
    a_from, a_to, b_from, b_to = (bounds + np.stack((a, a, b, b), axis=1)[couple]).T
    a_next, b_next = np.append(a_from[1:], 0), np.append(b_from[1:], 0)
    last = np.append(couple[1:] != couple[:-1], True)[: len(couple)]
    a_next, b_next = np.where(last, a_to, a_next), np.where(last, b_to, b_next)
    loss = LOSS * np.maximum(sums[a_next] - sums[a_to], sums[b_next] - sums[b_to])
    gaps = np.stack((a_next - a_to, b_next - b_to))
    size = a_to - a_from
    small, dropped = gaps.max(axis=0) <= SMALL, gaps.min(axis=0) == 0
    beyond = np.append(size[1:], 0)
    joined = ~last & (small | (dropped & (beyond >= RESUMED)))
    back = ~last & (small | (dropped & (size >= RESUMED)))
    return Runs(bounds, first, sums[a_to] - sums[a_from], loss, joined, back)


def _best(runs: Runs) -> tuple[Ints, Ints, Floats]:
    """For each couple the first and the last run of its best stretch, and the gain; by Kadane, as in `likeness`."""
    count = np.diff(runs.first)
    start, total = runs.first[:-1].copy(), np.zeros(len(count))
    head, tail, best = start.copy(), start - 1, np.zeros(len(count))
    for step in range(int(count.max(initial=0))):
        open_ = np.flatnonzero(count > step)
        run = runs.first[open_] + step
        sums = total[open_]
        start[open_] = np.where(sums <= 0, run, start[open_])
        sums = np.maximum(sums, 0.0) + runs.weight[run]
        better = sums > best[open_] + 1e-9
        won = open_[better]
        head[won], tail[won], best[won] = start[won], run[better], sums[better]
        total[open_] = sums - runs.loss[run]
    return _reached(runs, head, tail, best)


def _reached(runs: Runs, head: Ints, tail: Ints, gain: Floats) -> tuple[Ints, Ints, Floats]:
    """The stretches, moved out to runs that follow a small gap."""
    moving = np.flatnonzero(tail >= head)
    while len(moving := moving[(head[moving] > runs.first[moving]) & runs.back[head[moving] - 1]]):
        head[moving] -= 1
    moving = np.flatnonzero(tail >= head)
    while len(moving := moving[runs.joined[tail[moving]]]):
        tail[moving] += 1
    return head, tail, gain


def _stretched(
    runs: Runs, head: Ints, tail: Ints, gain: Floats, *, sizes: tuple[Ints, Ints]
) -> tuple[Floats, Floats, Ints, Flags]:
    """The gain of each stretch, the bits and the words in common, whether it ends one text and begins the other."""
    weight = np.concatenate(([0.0], np.cumsum(runs.weight)))
    words = np.concatenate(([0], np.cumsum(runs.bounds[:, 1] - runs.bounds[:, 0])))
    some = tail >= head
    common, count = weight[tail + 1] - weight[head], words[tail + 1] - words[head]
    bounds = np.append(runs.bounds, [[0, 0, 0, 0]], axis=0)
    a_starts, b_starts = bounds[head, 0] == 0, bounds[head, 2] == 0
    a_ends, b_ends = bounds[tail, 1] == sizes[0], bounds[tail, 3] == sizes[1]
    overlap = (a_starts != b_starts) & (a_ends != b_ends) & (a_starts == b_ends)
    return gain, np.where(some, common, 0.0), np.where(some, count, 0), some & overlap


def _may_move(runs: Runs, a_size: Ints, b_size: Ints) -> Flags:
    """Whether words dropped in one place may stand in another, so that the alignment itself must be looked at."""
    count, rows = np.diff(runs.first), runs.bounds
    couple = np.repeat(np.arange(len(count)), count)
    edge = np.zeros((len(count), 4), dtype=np.int64)
    edge[:, 1], edge[:, 3] = a_size, b_size
    head = np.isin(np.arange(len(rows)), runs.first[:-1][count > 0])
    before = np.where(head[:, None], 0, np.roll(rows, 1, axis=0))
    gaps = [(couple, rows[:, 0] - before[:, 1], rows[:, 2] - before[:, 3])]
    tail = runs.first[1:][count > 0] - 1
    gaps.append((couple[tail], (a_size[count > 0] - rows[tail, 1]), (b_size[count > 0] - rows[tail, 3])))
    dropped, added = np.zeros(len(count), dtype=np.bool_), np.zeros(len(count), dtype=np.bool_)
    for which, here, there in gaps:
        dropped[which[(there == 0) & (here >= MOVED)]] = True
        added[which[(here == 0) & (there >= MOVED)]] = True
    return dropped & added
