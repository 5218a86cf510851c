"""The pairs of a run, in order: kept as numbers, made when they are read."""

from collections.abc import Iterator, Sequence
from typing import overload

import numpy as np
from numpy.typing import NDArray

from quotetrace.match.lexicon import Ints
from quotetrace.match.meeting import Judged
from quotetrace.match.said import packed
from quotetrace.match.wording import Worded
from quotetrace.models import Pair

AT_ONCE = 1 << 16  # pairs whose ids are looked up together


class Pairs(Sequence[Pair]):
    """Each read aligns the two quotes again and gathers what supports them: the same pair, however often."""

    def __init__(self, alike: Worded, others: Sequence[Judged]) -> None:
        self._alike = alike
        rank = alike.texts.rank
        ids = [(row.meeting.a.quote.id, row.meeting.b.quote.id) for row in others]
        more = np.array([rank[a] << 32 | rank[b] for a, b in ids], dtype=np.int64)
        own = packed(*alike.ranks())
        new = np.isin(more, own, invert=True)
        self._others = [row for row, fresh in zip(others, new.tolist(), strict=True) if fresh]
        self._ranks: Ints = np.concatenate((own, more[new]))
        self._order: NDArray[np.int64] = np.argsort(self._ranks)

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, at: int) -> Pair: ...
    @overload
    def __getitem__(self, at: slice) -> list[Pair]: ...
    def __getitem__(self, at: int | slice) -> Pair | list[Pair]:
        if isinstance(at, slice):
            return [self._pair(row) for row in self._order[at].tolist()]
        return self._pair(int(self._order[at]))

    def __iter__(self) -> Iterator[Pair]:
        return (self._pair(row) for row in self._order.tolist())

    def ids(self) -> Iterator[tuple[str, str]]:
        """The two quotes of each pair, in order, without aligning them."""
        sides, rows = self._alike.rows.said.sides, self._alike.rows
        known = len(self._order) - len(self._others)
        for first in range(0, len(self._order), AT_ONCE):
            some = self._order[first : first + AT_ONCE]
            own = np.minimum(some, max(known - 1, 0))
            a, b = ((column[own] if known else own).tolist() for column in (rows.a, rows.b))
            for row, one, other in zip(some.tolist(), a, b, strict=True):
                if row < known:
                    yield sides[one].quote.id, sides[other].quote.id
                else:
                    meeting = self._others[row - known].meeting
                    yield meeting.a.quote.id, meeting.b.quote.id

    def _pair(self, row: int) -> Pair:
        known = len(self._order) - len(self._others)
        if row < known:
            return self._alike.pair(row)
        meeting, support, _ = other = self._others[row - known]
        alike = meeting.case.alike
        return Pair(meeting.a, meeting.b, alike.blocks, alike.stretch, other.score, support)
