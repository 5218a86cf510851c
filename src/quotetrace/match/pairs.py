"""The pairs of a run, in order: kept as numbers, made when they are read."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import overload

import numpy as np

from quotetrace.match.late import HELD
from quotetrace.match.lexicon import Small, within
from quotetrace.match.reading import Rendered, Worded
from quotetrace.match.retold import has_copies
from quotetrace.match.rivals import partnered, told_apart
from quotetrace.match.said import Flags, packed
from quotetrace.models import Pair

AT_ONCE = 1 << 10  # pairs that are read together: where they are more, the collector of rubbish visits them too often

IDS_AT_ONCE = 1 << 16  # pairs whose ids are looked up together


class Pairs(Sequence[Pair]):
    """Each read aligns the two texts and gathers what supports the pair: the same pair, however often."""

    def __init__(self, worded: Worded, rendered: Rendered) -> None:
        own = packed(worded.a, worded.b)
        more = np.array([row.a << 32 | row.b for row in rendered.rows], dtype=np.int64)
        new = ~(within(more, np.sort(own)) | within(more, worded.fallen))
        new &= ~has_copies(worded, rendered)
        rows = [row for row, fresh in zip(rendered.rows, new.tolist(), strict=True) if fresh]
        self._worded, self._rendered = worded, replace(rendered, rows=rows)
        self._others = np.array([row[:2] for row in rows], dtype=np.int32).reshape(-1, 2)
        order = np.argsort(np.concatenate((own, more[new]))).astype(np.int32)
        del own
        self._order = order[self._standing()[order]]

    def _standing(self) -> Flags:
        """Which pairs no better partners rule out."""
        worded, count = self._worded, len(self._rendered.rows)
        points = np.append(worded.points, [row.points for row in self._rendered.rows])
        other_words = np.append((worded.i != worded.j)[worded.couple], np.ones(count, dtype=np.bool_))
        doubtful = other_words & np.append((worded.part < HELD)[worded.couple], np.ones(count, dtype=np.bool_))
        a, b = np.append(worded.a, self._others[:, 0]), np.append(worded.b, self._others[:, 1])
        known, rendered = worded.texts.said, np.arange(len(a)) >= len(worded.a)
        stands = partnered(known, a, b, points, other_words, doubtful)
        at = np.flatnonzero(stands)
        stands[at] = told_apart(known, a[at], b[at], other_words[at], rendered[at])
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
        name = [quote.id for quote in self._worded.texts.said.quotes].__getitem__
        own = len(self._worded.a)

        def named(first: int) -> Iterator[tuple[str, str]]:
            rows = self._order[first : first + IDS_AT_ONCE]
            some, sides = rows < own, []
            for worded, other in ((self._worded.a, 0), (self._worded.b, 1)):
                ranks = np.empty(len(rows), dtype=np.int32)
                ranks[some], ranks[~some] = worded[rows[some]], self._others[rows[~some] - own, other]
                sides.append(map(name, ranks.tolist()))
            return zip(*sides, strict=True)

        return chain.from_iterable(map(named, range(0, len(self), IDS_AT_ONCE)))

    def _pairs(self, rows: Small) -> Iterator[Pair]:
        """Some of the pairs, aligned together."""
        own = len(self._worded.a)
        worded = self._worded.pairs(rows[rows < own])
        return (next(worded) if row < own else self._rendered.pair(row - own) for row in rows.tolist())
