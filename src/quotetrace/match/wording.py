"""Quotes that run alike for a stretch: the same words, cut, changed or not."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np

from quotetrace.config import MatchOptions
from quotetrace.match.corpus import Corpus
from quotetrace.match.index import candidates
from quotetrace.match.judge import (
    BIT,
    DOUBT,
    ENOUGH,
    MORE,
    MOST,
    PART,
    REFRAIN,
    SHORT,
    VOICES,
    WHOLE,
    circumstances,
    in_words,
    late,
    odds,
    probability,
)
from quotetrace.match.lexicon import Ints, Small, distinct
from quotetrace.match.rivals import MOSTLY, unrivalled
from quotetrace.match.runs import alignments
from quotetrace.match.said import UNKNOWN, Floats, packed
from quotetrace.match.table import Meetings, couples, lately, meetings, noted
from quotetrace.models import Block, Evidence, Pair

SURE = 0.9  # score from which a pair speaks for the others of its two articles
AT_ONCE = 100_000  # pairs that are looked at together
FEW, FLAGS = 1 << 11, 1 << 12  # pairs, and words told apart, of the table of `in_common`
WEEK = 7  # days between two times at which a phrase comes back


Aligned = tuple[tuple[Block, ...], tuple[int, int, int, int], tuple[Evidence, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Worded:
    """The meetings that are one statement by their wording; ``near``, ``again`` and ``many`` as in `noted`."""

    options: MatchOptions
    rows: Meetings
    near: Small
    again: Small
    many: Small

    def pairs(self, some: Ints) -> Iterator[Pair]:
        """Some of the meetings with their alignment, and what supports them: the reasons of one kind are the same."""
        rows, side = self.rows, cache(self.rows.texts.side)
        at, aligned = self._aligned(some)
        known: dict[int, tuple[Evidence, ...]] = {}
        columns = (rows.a, rows.b, rows.points, rows.kind, self.near, self.again, self.many)
        told = zip(some.tolist(), at.tolist(), *(column[some].tolist() for column in columns), strict=True)
        for row, couple, a, b, points, kind, *counts in told:
            if kind not in known:
                known[kind] = circumstances(rows.case(row), self.options)
            blocks, stretch, support = aligned[couple]
            support = (*support, *known[kind], *(late(rows.case(row), *counts) if any(counts) else ()))
            yield Pair(side(a), side(b), blocks, stretch, probability(points), support)

    def _aligned(self, some: Ints) -> tuple[Ints, list[Aligned]]:
        """For each of some meetings which alignment is its own, and the alignments of texts, either way round."""
        rows = self.rows
        couple = rows.couple[some]
        turned = rows.texts.text[rows.a[some]] != rows.couples.i[couple]
        own, at = np.unique(packed(couple, turned), return_inverse=True)
        which = own >> 32
        found = alignments(rows.texts, rows.couples.i[which], rows.couples.j[which], (own & 1) > 0)
        return at, [(alike.blocks, alike.stretch, in_words(alike, self.options)) for alike in found]

    def copied(self) -> "Copied":
        """How many pairs two articles share."""
        return Copied(np.sort(self.rows.articles()))


@dataclass(frozen=True, slots=True, eq=False)
class Copied:
    """The two articles of each pair as one number, in order."""

    pairs: Ints

    def of(self, earlier: int, later: int) -> int:
        """How many pairs two articles share."""
        both = earlier << 32 | later
        return int(np.searchsorted(self.pairs, both, "right") - np.searchsorted(self.pairs, both))


def worded(texts: Corpus, options: MatchOptions) -> Worded:
    """The pairs that are one statement by their wording."""
    rows = meetings(texts, couples(texts, _promising(texts, candidates(texts.lexicon)), -MOST), options, -MORE)
    shorter = _shorter(rows)
    known = noted(rows, _shared(rows), _returns(rows, shorter), _voices(texts)[texts.text[shorter]])
    points = rows.points + lately(rows, *known)
    kept = np.flatnonzero(points >= odds(options.certainty))
    rows = rows.of(kept, points[kept])
    stands = np.flatnonzero(unrivalled(rows))
    return Worded(options, rows.of(stands, rows.points[stands]), *(column[kept[stands]] for column in known))


def _shared(rows: Meetings) -> Small:
    """For each meeting how many others of its two articles are sure."""
    sure = (rows.points >= odds(SURE)) & (rows.words() >= SHORT)
    articles = rows.articles()
    order = np.argsort(articles)
    articles = articles[order]
    group = np.cumsum(np.append(False, articles[1:] != articles[:-1])[: len(articles)], dtype=np.int32)
    found = np.empty(len(order), dtype=np.int32)
    found[order] = np.bincount(group, weights=sure[order]).astype(np.int32)[group]
    return found - sure


def _promising(texts: Corpus, pairs: Small) -> Iterator[tuple[Ints, Ints]]:
    """The pairs whose common words, if all stood together, could make them one statement; some at a time."""
    heavy = np.add.reduceat(np.append(texts.worth[texts.lexicon.ids], 0.0), texts.lexicon.starts)[:-1]
    for first in range(0, len(pairs), AT_ONCE):
        some = pairs[first : first + AT_ONCE].astype(np.int64)
        common, (i, j) = in_common(texts, some), some.T
        shorter, longer = np.minimum(heavy[i], heavy[j]), np.maximum(heavy[i], heavy[j])
        best = BIT * np.minimum(common, ENOUGH) + PART * np.minimum(common / shorter, 1) + WHOLE * common / longer
        keep = best + MOST > DOUBT
        yield i[keep], j[keep]


def in_common(texts: Corpus, pairs: Ints) -> Floats:
    """For pairs in order, what the words of the second say that the first has too; a few more by chance.

    A row of flags for each first text tells which words it has, by the last bits of their numbers: a table that stays
    in the processor's cache takes a tenth of the time of sorting the words of both.
    """
    words, bits, found = texts.lexicon, texts.worth.astype(np.float64), np.empty(len(pairs))
    table = np.zeros((FEW, FLAGS), dtype=np.bool_)
    for first in range(0, len(pairs), FEW):
        i, j = pairs[first : first + FEW].T
        new = np.append(True, i[1:] != i[:-1])
        row, own = np.cumsum(new) - 1, words.of(i[new])
        table[: len(own)] = False
        table[own.owners(), own.ids % FLAGS] = True
        other = words.of(j)
        says = bits[other.ids] * table[row[other.owners()], other.ids % FLAGS]
        found[first : first + FEW] = np.add.reduceat(says, other.starts[:-1])
    return found


def _shorter(rows: Meetings) -> Small:
    """The shorter quote of each meeting, the earlier one where none is."""
    return np.where(rows.said.size[rows.a] <= rows.said.size[rows.b], rows.a, rows.b)


def _returns(rows: Meetings, shorter: Small) -> Small:
    """For each meeting the weeks in which the words of its shorter quote are reported: alone and in longer quotes.

    Where the words in common are few; no rule asks for others.
    """
    known = rows.said
    asked = np.zeros(len(known.quotes), dtype=np.bool_)
    asked[shorter[rows.words() <= REFRAIN]] = True
    mostly = np.flatnonzero((rows.part() >= MOSTLY) & asked[shorter])
    days = np.concatenate((known.days[rows.a[mostly]], known.days[rows.b[mostly]]))
    told = packed(np.tile(shorter[mostly], 2), np.maximum(days, 0) // WEEK)[days != UNKNOWN]
    times = np.bincount(distinct(told) >> 32, minlength=len(known.quotes)).astype(np.int32)
    return times[shorter]


def _voices(texts: Corpus) -> Small:
    """How many people say each text; 1 where most reports of it name one. A name is told by its last word."""
    speaker, text = texts.said.speaker, texts.text
    named = np.flatnonzero((speaker != UNKNOWN) & (text != UNKNOWN))
    reports = np.bincount(text[named], minlength=len(texts))
    often = named[reports[text[named]] >= VOICES]
    people = distinct(packed(text[often], texts.said.surname[often] + 1))
    counts = np.bincount(people >> 32, minlength=len(reports))
    return np.where(2 * counts > reports, np.maximum(counts, 1), 1).astype(np.int32)
