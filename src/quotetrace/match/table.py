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
    OVERLAP,
    SHORT,
    STOCK,
    Case,
    circumstances,
    overlapping,
    said_alike,
    said_of_names,
)
from quotetrace.match.late import HELD, REFRAIN, REFRAINS, VOICES, late
from quotetrace.match.lexicon import Ints, Small, distinct
from quotetrace.match.likeness import Likeness, identity
from quotetrace.match.named import FEW, names_of, names_of_some
from quotetrace.match.occasion import occasion
from quotetrace.match.runs import Likenesses, identities, likenesses
from quotetrace.match.said import UNKNOWN, Flags, Floats, Said
from quotetrace.match.soft import Standing

COPIES = 6  # quotes of one text beyond which not all of them meet
SPAN = 1 << 62  # numbers that a key can have
MANY = 9  # meetings of the quotes of two texts beyond which not all are held


@dataclass(frozen=True, slots=True, eq=False)
class Couples:
    """Texts that are alike, ``i <= j``, and what their alignment says of them; see `Likeness`. ``points``: for that.

    ``title`` and ``names`` as in `Case`.
    """

    i: Small
    j: Small
    points: Floats
    common: Floats
    words: Small
    part: Floats
    whole: Floats
    title: Flags
    names: Floats

    def case(self, known: Said, k: int, a: int, b: int) -> Case:
        """What is known of two quotes that have the texts of a couple, its alignment left out."""
        numbers = float(self.common[k]), int(self.words[k]), float(self.part[k]), float(self.whole[k])
        alike = Likeness((), (0, 0, 0, 0), 0.0, *numbers, overlap=False)
        return case(known, a, b, alike, title=bool(self.title[k]), names=float(self.names[k]))


def couples(texts: Corpus, promising: Iterable[tuple[Ints, Ints]], least: float) -> Iterator[Couples]:
    """The texts said more than once, each with itself, and those of ``promising`` with at least so many points.

    Some at a time.
    """
    titles = _Titles(texts)
    own = np.flatnonzero(np.diff(texts.bounds) > 1)
    yield _couples(own, own, identities(texts, own), titles)
    for i, j in promising:
        alike = likenesses(texts, i, j)
        kept = np.flatnonzero((alike.words > 0) & (_worth(alike) >= least))
        yield _couples(i[kept], j[kept], alike.of(kept), titles)


def _couples(i: Ints, j: Ints, alike: Likenesses, titles: "_Titles") -> Couples:
    marked = ~(titles.texts.reported[i] | titles.texts.reported[j])
    beyond = np.where(alike.overlap & marked & (alike.words >= OVERLAP), overlapping(alike.part), 0.0)
    one, other, words = (column.astype(np.int32) for column in (i, j, alike.words))
    title = titles.of(one, other, alike.part)
    names = names_of_some(titles.texts, one, other, np.flatnonzero(~marked & (words <= FEW)))
    return Couples(one, other, _worth(alike) + beyond, alike.common, words, alike.part, alike.whole, title, names)


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
    """Quotes ``a < b``, by their ranks. ``i`` to ``title`` are columns of `Couples`, which ``couple`` counts.

    Meetings of one ``kind`` agree in all that the rules for circumstances look at.
    """

    texts: Corpus
    i: Small
    j: Small
    words: Small
    part: Floats
    title: Flags
    couple: Small
    a: Small
    b: Small
    points: Floats
    kind: Small

    @property
    def said(self) -> Said:
        """The columns of the quotes."""
        return self.texts.said

    def case(self, row: int) -> Case:
        """What is known of one meeting."""
        couple, a, b = (int(column[row]) for column in (self.couple, self.a, self.b))
        i, j = int(self.i[couple]), int(self.j[couple])
        alike = identity(self.texts.bits(i)) if i == j else self.texts.likeness(i, j)
        assert alike, "couples are alike"
        names = names_of(self.texts, i, j, alike)
        return case(self.said, a, b, alike, title=bool(self.title[couple]), names=names)

    def own_words(self) -> Ints:
        """Which are two reports without marks of one outlet."""
        some = np.flatnonzero(self.said.unmarked[self.a] & self.said.unmarked[self.b])
        found: Ints = some[self.said.one(self.said.outlet, self.a[some], self.b[some])]
        return found


def case(
    known: Said,
    a: int,
    b: int,
    alike: Likeness,
    *,
    title: bool,
    names: float = 0.0,
    standing: Standing | None = None,
) -> Case:
    """What is known of two quotes, the earlier first; the narration round two renderings is taken to be the same."""
    two = occasion(known.quotes[a], known.quotes[b], known.home(a), known.home(b))
    unmarked = int(known.unmarked[a] + known.unmarked[b])
    return Case(alike, two, standing, title, 1.0 if standing else 0.0, 0, unmarked, names)


def meetings(texts: Corpus, alike: Iterable[Couples], options: MatchOptions, least: float) -> Meetings:
    """The quotes of each couple of texts, in different articles, with the points of their wording and circumstances.

    Those with more than ``least`` points.
    """
    columns: list[list[NDArray[Any]]] = [[] for _ in range(10)]
    couples = kinds = 0
    for some in alike:
        met = _met(texts, some, options, least)
        met[5] += np.int32(couples)
        met[9] += np.int32(kinds)
        couples, kinds = couples + len(met[0]), int(met[9].max(initial=kinds - 1)) + 1
        for column, part in zip(columns, met, strict=True):
            column.append(part)
    return Meetings(texts, *(np.concatenate(columns.pop(0)) for _ in range(len(columns))))


def _met(texts: Corpus, alike: Couples, options: MatchOptions, least: float) -> list[NDArray[Any]]:
    """The columns of `Meetings` for some couples."""
    known = texts.said
    which, here, there = _places(alike.i, alike.j, texts.bounds)
    one, other = texts.order[here], texts.order[there]
    apart = known.article[one] != known.article[other]
    which, one, other = which[apart], one[apart], other[apart]
    a, b = np.minimum(one, other), np.maximum(one, other)
    first, kind = grouped(_kinds(known, alike, which, a, b), len(which))
    firsts = zip(which[first].tolist(), a[first].tolist(), b[first].tolist(), strict=True)
    worth = [sum(e.weight for e in circumstances(alike.case(known, *row), options)) for row in firsts]
    points = alike.points[which] + np.array(worth, dtype=np.float64)[kind]
    kept = points > least
    some, couple = used(which[kept], len(alike.i))
    found = [column[some] for column in (alike.i, alike.j, alike.words, alike.part, alike.title)]
    return [*found, couple, a[kept], b[kept], points[kept], kind[kept].astype(np.int32)]


def used(numbers: Ints | Small, count: int) -> tuple[Ints, Small]:
    """The numbers below ``count`` that stand in a column, and the column told by their places."""
    found = np.zeros(count, dtype=np.bool_)
    found[numbers] = True
    return np.flatnonzero(found), (np.cumsum(found, dtype=np.int32) - np.int32(1))[numbers]


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


def _kinds(known: Said, alike: Couples, which: Ints, a: Small, b: Small) -> Iterator[Ints | Small]:
    """All that the rules for circumstances look at: meetings that agree in these columns get the same points."""
    yield np.minimum(alike.words, SHORT)[which]
    yield (alike.common < STOCK)[which].astype(np.int64)
    yield (alike.whole >= AGAIN)[which].astype(np.int64)
    yield alike.title[which].astype(np.int64)
    yield np.unique(said_of_names(alike.common, alike.names), return_inverse=True)[1][which]
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


def noted(rows: Meetings, shared: Small, returns: Small, said_by: Small, notes: Small) -> tuple[Ints, Small]:
    """What is known once all are judged, as in `late`: 0 where no rule asks. The meetings that have some of it."""
    few = (rows.words <= REFRAIN)[rows.couple]
    near = np.where((rows.part >= HELD)[rows.couple], shared, 0)
    again, many = (np.where(few & (x >= least), x, 0) for x, least in ((returns, REFRAINS), (said_by, VOICES)))
    asked = np.flatnonzero(many)
    many[asked[rows.said.one_speaker(rows.a[asked], rows.b[asked]) != 0]] = 0
    told = np.flatnonzero(near | again | many | notes)
    return told, np.stack((near[told], again[told], many[told], notes[told]), axis=1)


def lately(rows: Meetings, told: Ints, counts: Small) -> Floats:
    """The points of what is noted of some meetings."""
    first, group = grouped(counts.T, len(told))
    firsts = zip(told[first].tolist(), counts[first].tolist(), strict=True)
    worth = [sum(e.weight for e in late(rows.case(row), *known)) for row, known in firsts]
    return np.array(worth, dtype=np.float64)[group]
