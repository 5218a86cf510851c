"""Quotes that run alike for a stretch: the same words, cut, changed or not."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from quotetrace.config import MatchOptions
from quotetrace.match.corpus import Corpus
from quotetrace.match.index import candidates
from quotetrace.match.judge import BIT, DOUBT, ENOUGH, MOST, PART, SHORT, WHOLE, odds
from quotetrace.match.late import MORE, REFRAIN, REFRAINS, VOICES
from quotetrace.match.lexicon import Ints, Small, distinct
from quotetrace.match.reading import Worded
from quotetrace.match.retold import told_once
from quotetrace.match.rivals import MOSTLY, unrivalled
from quotetrace.match.said import UNKNOWN, Floats, packed
from quotetrace.match.table import Meetings, couples, grouped, lately, meetings, noted, used

SURE = 0.9  # score from which a pair speaks for the others of its two articles
AT_ONCE = 100_000  # pairs that are looked at together
FEW, FLAGS = 1 << 11, 1 << 12  # pairs, and words told apart, of the table of `in_common`
MEETINGS_AT_ONCE = 1 << 18  # meetings whose articles are counted together
WEEK = 7  # days between two times at which a phrase comes back


def worded(texts: Corpus, options: MatchOptions) -> Worded:
    """The pairs that are one statement by their wording."""
    rows = meetings(texts, couples(texts, _promising(texts, candidates(texts.lexicon)), -MOST), options, -MORE)
    shorter = _shorter(rows)
    said_by, notes = _voices(texts)[texts.text[shorter]], _notes(rows, shorter)
    told, counts = noted(rows, _shared(rows), _returns(rows, shorter), said_by, notes)
    del shorter
    points = rows.points.copy()
    points[told] += lately(rows, told, counts)
    first, group = grouped((rows.kind[told], *counts.T), len(told))
    kinds = int(rows.kind.max(initial=-1)) + 1
    kind = rows.kind.copy()
    kind[told] = kinds + group
    known = np.concatenate((np.zeros((kinds, counts.shape[1]), dtype=np.int32), counts[first]))
    rows = replace(rows, points=points, kind=kind)
    return _kept(rows, known, options)


def _kept(rows: Meetings, known: Small, options: MatchOptions) -> Worded:
    """What is kept of the meetings that are pairs; ``known`` is what is noted of each kind."""
    stands = rows.points >= odds(options.certainty)
    once = told_once(rows, stands)
    fallen = np.sort(packed(rows.a[~once], rows.b[~once]))
    stands &= unrivalled(rows, stands) & once
    some, couple = used(rows.couple[stands], len(rows.i))
    i, j, title, part = rows.i[some], rows.j[some], rows.title[some], rows.part[some]
    a, b, points, kind = rows.a[stands], rows.b[stands], rows.points[stands], rows.kind[stands]
    return Worded(rows.texts, options, i, j, title, part, couple, a, b, points, kind, known, fallen)


def _shared(rows: Meetings) -> Small:
    """For each meeting how many others of its two articles are sure; some articles at a time."""
    home, count = rows.said.article, len(rows.said.articles)
    sure = (rows.points >= odds(SURE)) & (rows.words >= SHORT)[rows.couple]
    found = np.empty(len(rows.a), dtype=np.int32)
    own, parts = home[rows.a], 1 + len(rows.a) // MEETINGS_AT_ONCE
    for part in range(parts):
        some = np.flatnonzero((own >= part * count // parts) & (own < (part + 1) * count // parts))
        articles, group = np.unique(packed(own[some], home[rows.b[some]]), return_inverse=True)
        found[some] = np.bincount(group, weights=sure[some], minlength=len(articles)).astype(np.int32)[group]
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
    asked[shorter[(rows.words <= REFRAIN)[rows.couple]]] = True
    mostly = np.flatnonzero((rows.part >= MOSTLY)[rows.couple] & asked[shorter])
    days = np.concatenate((known.days[rows.a[mostly]], known.days[rows.b[mostly]]))
    told = packed(np.tile(shorter[mostly], 2), np.maximum(days, 0) // WEEK)[days != UNKNOWN]
    times = np.bincount(distinct(told) >> 32, minlength=len(known.quotes)).astype(np.int32)
    return times[shorter]


def _notes(rows: Meetings, shorter: Small) -> Small:
    """For each meeting of two reports in an outlet's own words the weeks in which it prints them; 0 for others."""
    some = rows.own_words()
    some = some[(rows.part >= MOSTLY)[rows.couple[some]]]
    text, days = rows.texts.text[shorter[some]], rows.said.days
    weeks = np.concatenate((days[rows.a[some]], days[rows.b[some]])) // WEEK
    times = np.bincount(distinct(packed(np.tile(text, 2), weeks)[weeks >= 0]) >> 32, minlength=len(rows.texts))
    found = np.zeros(len(shorter), dtype=np.int32)
    found[some] = np.where(times >= REFRAINS, times, 0)[text]
    return found


def _voices(texts: Corpus) -> Small:
    """How many people say each text; 1 where most reports of it name one. A name is told by its last word."""
    speaker, text = texts.said.speaker, texts.text
    named = np.flatnonzero((speaker != UNKNOWN) & (text != UNKNOWN))
    reports = np.bincount(text[named], minlength=len(texts))
    often = named[reports[text[named]] >= VOICES]
    people = distinct(packed(text[often], texts.said.surname[often] + 1))
    counts = np.bincount(people >> 32, minlength=len(reports))
    return np.where(2 * counts > reports, np.maximum(counts, 1), 1).astype(np.int32)
