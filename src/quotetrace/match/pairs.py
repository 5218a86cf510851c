"""The pairs of a run, in order: kept as numbers, made when they are read."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import overload

import numpy as np
from numpy.typing import NDArray

from quotetrace.match.corpus import Corpus
from quotetrace.match.judge import HELD
from quotetrace.match.lexicon import Ints, within
from quotetrace.match.meeting import Judged
from quotetrace.match.rivals import partnered, told_apart
from quotetrace.match.said import LOW, Flags, packed
from quotetrace.match.wording import Worded
from quotetrace.models import Pair

AT_ONCE = 1 << 10  # pairs that are read together


class Pairs(Sequence[Pair]):
    """Each read aligns the two texts and gathers what supports the pair: the same pair, however often."""

    def __init__(self, alike: Worded, reports: Corpus, others: Sequence[Judged]) -> None:
        self._alike, self._reports = alike, reports
        more = np.array([row.meeting.a << 32 | row.meeting.b for row in others], dtype=np.int64)
        own = packed(alike.rows.a, alike.rows.b)
        new = ~within(more, np.sort(own))
        self._others = [row for row, fresh in zip(others, new.tolist(), strict=True) if fresh]
        self._ranks: Ints = np.concatenate((own, more[new]))
        order: NDArray[np.int64] = np.argsort(self._ranks)
        self._order = order[self._standing()[order]]

    def _standing(self) -> Flags:
        """Which pairs no better partners rule out."""
        rows, count = self._alike.rows, len(self._others)
        points = np.concatenate((rows.points, np.array([other.points for other in self._others], dtype=np.float64)))
        other_words = np.append(rows.couples.i != rows.couples.j, True)
        doubtful = other_words & np.append(rows.couples.part < HELD, True)
        couple = np.append(rows.couple, np.full(count, len(other_words) - 1))
        a, b = ((part.astype(np.int32)) for part in (self._ranks >> 32, self._ranks & LOW))
        known, rendered = self._reports.said, couple == len(other_words) - 1
        stands = partnered(known, a, b, points, other_words[couple], doubtful[couple])
        at = np.flatnonzero(stands)
        stands[at] = told_apart(known, a[at], b[at], other_words[couple][at], rendered[at])
        return stands

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, at: int) -> Pair: ...
    @overload
    def __getitem__(self, at: slice) -> list[Pair]: ...
    def __getitem__(self, at: int | slice) -> Pair | list[Pair]:
        if isinstance(at, slice):
            return [*self._pairs(self._order[at])]
        return next(self._pairs(self._order[[at]]))

    def __iter__(self) -> Iterator[Pair]:
        parts = (self._order[first : first + AT_ONCE] for first in range(0, len(self), AT_ONCE))
        return chain.from_iterable(map(self._pairs, parts))

    def ids(self) -> Iterator[tuple[str, str]]:
        """The two quotes of each pair, in order, without aligning them."""
        name = [quote.id for quote in self._reports.said.quotes].__getitem__

        def named(first: int) -> Iterator[tuple[str, str]]:
            some = self._ranks[self._order[first : first + AT_ONCE]]
            return zip(map(name, (some >> 32).tolist()), map(name, (some & LOW).tolist()), strict=True)

        return chain.from_iterable(map(named, range(0, len(self), AT_ONCE)))

    def _pairs(self, rows: Ints) -> Iterator[Pair]:
        """Some of the pairs, aligned together."""
        known = len(self._ranks) - len(self._others)
        worded = self._alike.pairs(rows[rows < known])
        return (next(worded) if row < known else self._other(row - known) for row in rows.tolist())

    def _other(self, row: int) -> Pair:
        meeting, support, _ = other = self._others[row]
        alike, side = meeting.case.alike, self._reports.side
        return Pair(side(meeting.a), side(meeting.b), alike.blocks, alike.stretch, other.score, support)
