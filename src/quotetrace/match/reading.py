"""What is kept of the pairs of a run, as numbers, and how they are read: aligned, with the reasons for them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np

from quotetrace.config import MatchOptions
from quotetrace.match.corpus import Corpus
from quotetrace.match.judge import circumstances, in_words, judge, probability
from quotetrace.match.late import late
from quotetrace.match.lexicon import Ints, Small
from quotetrace.match.likeness import Likeness
from quotetrace.match.meeting import aligned, unaligned
from quotetrace.match.named import names_of
from quotetrace.match.runs import alignments
from quotetrace.match.said import Flags, Floats, packed
from quotetrace.match.soft import Standing
from quotetrace.match.table import case
from quotetrace.models import Evidence, Pair

Reasons = tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Worded:
    """Pairs that are one statement by their wording: quotes ``a < b``, by their ranks; their texts are a ``couple``.

    ``i``, ``j``, ``title`` and ``part`` are of couples. Pairs of one ``kind`` have the same reasons, but for the words;
    ``noted`` has a row of numbers for each kind, those of `table.noted`. ``fallen`` are couples of quotes, in order, of
    which an article has a better one: they are no renderings either.
    """

    texts: Corpus
    options: MatchOptions
    i: Small
    j: Small
    title: Flags
    part: Floats
    couple: Small
    a: Small
    b: Small
    points: Floats
    kind: Small
    noted: Small
    fallen: Ints

    def pairs(self, some: Small) -> Iterator[Pair]:
        """Some of the pairs, aligned together."""
        side = cache(self.texts.side)
        known: dict[int, Reasons] = {}
        at, found = self._aligned(some)
        columns = (self.a, self.b, self.couple, self.kind, self.points)
        for which, a, b, couple, kind, points in zip(at.tolist(), *(x[some].tolist() for x in columns), strict=True):
            alike, words = found[which]
            if kind not in known:
                known[kind] = self._reasons(a, b, couple, kind, alike)
            support = (*words, *known[kind])
            yield Pair(side(a), side(b), alike.blocks, alike.stretch, probability(points), support)

    def _aligned(self, some: Small) -> tuple[Ints, list[tuple[Likeness, Reasons]]]:
        """For each of some pairs which alignment is its own, and the alignments of texts, either way round."""
        couple = self.couple[some]
        turned = self.texts.text[self.a[some]] != self.i[couple]
        own, at = np.unique(packed(couple, turned), return_inverse=True)
        found = alignments(self.texts, self.i[own >> 32], self.j[own >> 32], (own & 1) > 0)
        marked = ~(self.texts.reported[self.i[own >> 32]] | self.texts.reported[self.j[own >> 32]])
        pairs = zip(found, marked.tolist(), strict=True)
        seen = (alike if both or not alike.overlap else alike._replace(overlap=False) for alike, both in pairs)
        return at, [(alike, in_words(alike, self.options)) for alike in seen]

    def _reasons(self, a: int, b: int, couple: int, kind: int, alike: Likeness) -> Reasons:
        i, j = (int(self.texts.text[quote]) for quote in (a, b))
        names = names_of(self.texts, i, j, alike)
        two = case(self.texts.said, a, b, alike, title=bool(self.title[couple]), names=names)
        return *circumstances(two, self.options), *late(two, *self.noted[kind].tolist())

    def articles(self) -> Ints:
        """The two articles of each pair, as one number."""
        article = self.texts.said.article
        return packed(article[self.a], article[self.b])


class Rendering(NamedTuple):
    """Two quotes that are one statement in other words, by their ranks, and what that rests on; see `Case`, `late`."""

    a: int
    b: int
    standing: Standing
    scene: float
    copied: int
    points: float
    shared: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Rendered:
    """Pairs that are one statement in other words."""

    texts: Corpus
    options: MatchOptions
    rows: Sequence[Rendering]

    def pair(self, at: int) -> Pair:
        """One of the pairs, aligned."""
        a, b, standing, scene, copied, points, shared = self.rows[at]
        two = aligned(self.texts, a, unaligned(self.texts, a, b, standing)._replace(scene=scene, copied=copied))
        assert two, "they have a word in common"
        support, side = (*judge(two, self.options), *late(two, shared, 1)), self.texts.side
        return Pair(side(a), side(b), two.alike.blocks, two.alike.stretch, probability(points), support)
