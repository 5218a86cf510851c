"""Quotes that meet, as columns of numbers: a hundred thousand quotes meet half a million times.

What a meeting is worth hangs on few distinct circumstances. Each of those is judged once, by the rules of `judge`; a
meeting becomes a `Case` again when its pair is read.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quotetrace.config import MatchOptions
from quotetrace.match.corpus import Corpus, is_title, titled
from quotetrace.match.judge import (
    AGAIN,
    ALL_THE_SAME,
    ENOUGH,
    HELD,
    OVERLAP,
    REFRAIN,
    SHORT,
    STOCK,
    VOICES,
    Case,
    circumstances,
    late,
    overlapping,
    said_alike,
)
from quotetrace.match.lexicon import Ints, Small, distinct
from quotetrace.match.likeness import Likeness
from quotetrace.match.occasion import occasion
from quotetrace.match.runs import Likenesses, identities, likenesses
from quotetrace.match.said import UNKNOWN, Flags, Floats, Said, packed
from quotetrace.match.soft import Standing

COPIES = 6  # quotes of one text beyond which not all of them meet
SPAN = 1 << 62  # numbers that a key can have
AT_ONCE = 1 << 17  # couples that are looked at together
MANY = 9  # meetings of the quotes of two texts beyond which not all are held


@dataclass(frozen=True, slots=True, eq=False)
class Couples:
    """Texts that are alike, ``i <= j``, and what their alignment says of them; see `Likeness`. ``points``: for that."""

    i: Small
    j: Small
    points: Floats
    common: Floats
    words: Small
    part: Floats
    whole: Floats
    title: Flags


def couples(texts: Corpus, promising: Iterable[tuple[Ints, Ints]], least: float) -> Couples:
    """The texts said more than once, each with itself, and those of ``promising`` with at least so many points."""
    parts = zip(*_couples(texts, promising, least), strict=True)
    return Couples(*map(np.concatenate, parts))


def _couples(texts: Corpus, promising: Iterable[tuple[Ints, Ints]], least: float) -> Iterator[tuple[NDArray[Any], ...]]:
    """The columns of `Couples`, for some of them at a time."""
    titles = _Titles(texts)
    own = np.flatnonzero(np.diff(texts.bounds) > 1)
    yield _columns(own, own, identities(texts, own), titles)
    for i, j in promising:
        alike = likenesses(texts, i, j)
        kept = np.flatnonzero((alike.words > 0) & (_worth(alike) >= least))
        yield _columns(i[kept], j[kept], alike.of(kept), titles)


def _columns(i: Ints, j: Ints, alike: Likenesses, titles: "_Titles") -> tuple[NDArray[Any], ...]:
    beyond = np.where(alike.overlap & (alike.words >= OVERLAP), overlapping(alike.part), 0.0)
    one, other, words = (column.astype(np.int32) for column in (i, j, alike.words))
    title = titles.of(one, other, alike.part)
    return one, other, _worth(alike) + beyond, alike.common, words, alike.part, alike.whole, title


class _Titles:
    """Which texts are printed like a title; each is looked at once."""

    def __init__(self, texts: Corpus) -> None:
        self.texts, self.known = texts, np.full(len(texts), UNKNOWN, dtype=np.int8)

    def of(self, i: Small, j: Small, part: Floats) -> Flags:
        """Where both texts are printed like a title, or the shorter is, held whole and printed so in the longer."""
        for text in distinct(np.concatenate((i, j))).tolist():
            if self.known[text] == UNKNOWN:
                self.known[text] = is_title(self.texts.printed(text))
        one, other = self.known[i] > 0, self.known[j] > 0
        found: Flags = one & other
        for row in np.flatnonzero((one ^ other) & (part >= HELD)).tolist():
            found[row] = titled(*(self.texts.printed(int(text[row])) for text in (i, j)))
        return found


def _worth(alike: Likenesses) -> Floats:
    return said_alike(np.minimum(alike.gain, ENOUGH), alike.part, alike.whole)


@dataclass(frozen=True, slots=True, eq=False)
class Meetings:
    """Quotes ``a < b``, by their ranks; ``couple`` is that of the texts.

    Meetings of one ``kind`` agree in all that the rules for circumstances look at.
    """

    texts: Corpus
    couples: Couples
    couple: Small
    a: Small
    b: Small
    points: Floats
    kind: Small

    def of(self, rows: Ints, points: Floats) -> "Meetings":
        """Some of the meetings, with other points."""
        couple, a, b, kind = (column[rows] for column in (self.couple, self.a, self.b, self.kind))
        return Meetings(self.texts, self.couples, couple, a, b, points, kind)

    @property
    def said(self) -> Said:
        """The columns of the quotes."""
        return self.texts.said

    def part(self) -> Floats:
        """The share of the shorter text that is in common."""
        return self.couples.part[self.couple]

    def words(self) -> Small:
        """The words in common."""
        return self.couples.words[self.couple]

    def articles(self) -> Ints:
        """The two articles of each, as one number."""
        return packed(self.said.article[self.a], self.said.article[self.b])

    def case(self, row: int) -> Case:
        """What is known of one meeting, its alignment left out."""
        couple = int(self.couple[row])
        alike = Likeness(
            (),
            (0, 0, 0, 0),
            0.0,
            float(self.couples.common[couple]),
            int(self.couples.words[couple]),
            float(self.couples.part[couple]),
            float(self.couples.whole[couple]),
            overlap=False,
        )
        return case(self.said, int(self.a[row]), int(self.b[row]), alike, title=bool(self.couples.title[couple]))


def case(known: Said, a: int, b: int, alike: Likeness, *, title: bool, standing: Standing | None = None) -> Case:
    """What is known of two quotes, the earlier first; the narration round two renderings is taken to be the same."""
    two = occasion(known.quotes[a], known.quotes[b], known.home(a), known.home(b))
    unmarked = int(known.unmarked[a] + known.unmarked[b])
    return Case(alike, two, standing, title, 1.0 if standing else 0.0, 0, unmarked)


def meetings(texts: Corpus, alike: Couples, options: MatchOptions, least: float) -> Meetings:
    """The quotes of each couple of texts, in different articles, with the points of their wording and circumstances.

    Those with more than ``least`` points.
    """
    parts = [_met(texts, alike, first, options, least) for first in range(0, max(len(alike.i), 1), AT_ONCE)]
    counts = [int(part[4].max(initial=-1)) + 1 for part in parts]
    which, a, b, points, kind = (np.concatenate([part[column] for part in parts]) for column in range(5))
    kind += np.repeat(np.cumsum([0, *counts[:-1]]), [len(part[4]) for part in parts]).astype(np.int32)
    return Meetings(texts, alike, which, a, b, points, kind)


def _met(
    texts: Corpus, alike: Couples, first: int, options: MatchOptions, least: float
) -> tuple[Small, Small, Small, Floats, Small]:
    """The couple, the quotes, the points and the kind of each meeting, for the couples from ``first`` on."""
    known = texts.said
    some = slice(first, first + AT_ONCE)
    which, here, there = _places(alike.i[some], alike.j[some], texts.bounds)
    one, other = texts.order[here], texts.order[there]
    apart = known.article[one] != known.article[other]
    which, one, other = (which[apart] + first).astype(np.int32), one[apart], other[apart]
    no_kind = np.zeros(len(which), dtype=np.int32)
    rows = Meetings(texts, alike, which, np.minimum(one, other), np.maximum(one, other), alike.points[which], no_kind)
    firsts, kind = grouped(_kinds(rows), len(which))
    worth = [sum(e.weight for e in circumstances(rows.case(row), options)) for row in firsts.tolist()]
    points = rows.points + np.array(worth, dtype=np.float64)[kind]
    kept = points > least
    return which[kept], rows.a[kept], rows.b[kept], points[kept], kind[kept].astype(np.int32)


def _places(i: Small, j: Small, bounds: Ints) -> tuple[Ints, Ints, Ints]:
    """The quotes of each couple of texts that meet, as places in the list of all quotes by their texts.

    All meet, or where there are too many: each with the first, and with the next of its own text.
    """
    one, other, same = bounds[i + 1] - bounds[i], bounds[j + 1] - bounds[j], i == j
    every = np.where(same, one <= COPIES, one * other <= MANY)
    counts = np.where(every, one * other, np.where(same, 2 * one - 3, one + other - 1))
    which = np.repeat(np.arange(len(counts)), counts)
    k = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
    one, other, same, every = one[which], other[which], same[which], every[which]
    chain, star = same & (k >= one - 1), np.where(same, k + 1, k)
    x = np.where(every, k // other, np.where(chain, k - one + 2, np.where(star < other, 0, star - other + 1)))
    y = np.where(every, k % other, np.where(chain, k - one + 3, np.where(star < other, star, 0)))
    kept = ~(same & every) | (x < y)
    which, x, y = which[kept], x[kept], y[kept]
    return which, bounds[i[which]] + x, bounds[j[which]] + y


def _kinds(rows: Meetings) -> Iterator[Ints | Small]:
    """All that the rules for circumstances look at: meetings that agree in these columns get the same points."""
    known, alike, which, a, b = rows.said, rows.couples, rows.couple, rows.a, rows.b
    yield np.minimum(alike.words, SHORT)[which]
    yield (alike.common < STOCK)[which].astype(np.int64)
    yield (alike.whole >= AGAIN)[which].astype(np.int64)
    yield alike.title[which].astype(np.int64)
    unmarked = known.unmarked[a] + known.unmarked[b]
    yield unmarked
    yield ((unmarked == 2) & (alike.part < ALL_THE_SAME)[which]).astype(np.int8)
    yield known.apart(a, b)
    yield known.one(known.outlet, a, b).astype(np.int64)
    yield known.one(known.addressee, a, b).astype(np.int64)
    speaker = known.one_speaker(a, b)
    yield speaker
    yield np.unique(np.where(speaker == 0, known.trust[a] * known.trust[b], 0.0), return_inverse=True)[1]


def grouped(columns: Iterable[Ints | Small], count: int) -> tuple[Ints, Ints]:
    """The first of each group of the ``count`` rows that agree in all columns, and the group of each row."""
    key = np.zeros(count, dtype=np.int64)
    span = 1
    for column in columns:
        if not count:
            break
        low = int(column.min())
        size = int(column.max()) - low + 1
        if span * size >= SPAN:
            key, span = np.unique(key, return_inverse=True)[1], count
        key, span = key * size + (column - low), span * size
    return np.unique(key, return_index=True, return_inverse=True)[1:]


def noted(rows: Meetings, shared: Small, returns: Small, said_by: Small) -> tuple[Small, Small, Small]:
    """What is known once all are judged, as in `late`; 0 where no rule asks for it."""
    few, two = rows.words() <= REFRAIN, rows.said.one_speaker(rows.a, rows.b) == 0
    near = np.where(rows.part() >= HELD, shared, 0)
    return near, np.where(few & (returns > 2), returns, 0), np.where(few & two & (said_by >= VOICES), said_by, 0)


def lately(rows: Meetings, near: Small, again: Small, many: Small) -> Floats:
    """The points of what is noted once all are judged: other pairs of the articles, when and by whom it is said."""
    told = np.flatnonzero(near | again | many)
    first, group = grouped((near[told], again[told], many[told]), len(told))
    worth = [
        sum(e.weight for e in late(rows.case(row), int(near[row]), int(again[row]), int(many[row])))
        for row in told[first].tolist()
    ]
    points = np.zeros(len(near))
    points[told] = np.array(worth, dtype=np.float64)[group]
    return points
