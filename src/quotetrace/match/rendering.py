"""Quotes that say one thing in other words: two translations, or speech with marks and without."""

from collections import Counter
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel

from quotetrace.config import MatchOptions
from quotetrace.match.corpus import Corpus
from quotetrace.match.index import rare_words
from quotetrace.match.judge import MORE, judge, probability
from quotetrace.match.letters import Letters
from quotetrace.match.lexicon import Ints, Small, distinct, within
from quotetrace.match.meeting import Judged, Meeting, aligned, judged, meetings
from quotetrace.match.said import LOW, UNKNOWN, Flags, packed
from quotetrace.match.scene import Scenes
from quotetrace.match.soft import FREE, Near, Standing, nearest
from quotetrace.match.wording import Copied, Worded

RARE = 8.0  # bits of rare words that two renderings share at the least
AT_ONCE = 1 << 14  # couples whose letters are compared together
SPOKEN = 5  # words that a rendering has at the least


def renderings(texts: Corpus, scenes: Scenes, worded: Worded, options: MatchOptions) -> list[Judged]:
    """The pairs that are nearest to each other in their words, in any order, and are not alike in wording."""
    copied = worded.copied()
    rows = list(judged((_placed(row, scenes, copied) for row in _hopeful(texts, worded, options)), options))
    stand = [row.score >= options.certainty for row in rows]
    shared = Counter(row.meeting.articles for row, stands in zip(rows, stand, strict=True) if stands)
    told = (row.told(shared[row.meeting.articles] - own, 1) for row, own in zip(rows, stand, strict=True))
    return [row for row in told if row.score >= options.certainty]


def _hopeful(texts: Corpus, worded: Worded, options: MatchOptions) -> Iterator[Meeting]:
    """Those that the narration and the other pairs of the articles, at their best, make one statement."""
    for standing in _nearest(texts, _alike(texts, worded), options):
        for row in meetings(texts, standing):
            if _may_stand(row, options):
                yield from (near for near in aligned(texts, row, standing) if _may_stand(near, options))


def _may_stand(row: Meeting, options: MatchOptions) -> bool:
    return probability(sum([e.weight for e in judge(row.case, options)]) + MORE) >= options.certainty


def _placed(row: Meeting, scenes: Scenes, copied: Copied) -> Meeting:
    """The meeting, told of the narration and the copies of the two articles."""
    scene, copies = scenes.likeness(*row.articles), copied.of(*row.articles)
    return Meeting(row.said, row.a, row.b, row.case._replace(scene=scene, copied=copies))


def _alike(texts: Corpus, worded: Worded) -> Ints:
    """The couples of ``texts`` that are linked by their wording, in order, each as one number."""
    one, other = texts.text[worded.rows.a], texts.text[worded.rows.b]
    return distinct(packed(np.minimum(one, other), np.maximum(one, other))[one != other])


def _nearest(texts: Corpus, alike: Ints, options: MatchOptions) -> Iterator[Standing]:
    """Nearest texts among those in marks, among reports without, and between the two: no one kind rules out another."""
    reported, outlets = texts.reported(), texts.outlets()
    i, j = _couples(texts, alike, reported, outlets, options)
    same = _among(_copies(alike, outlets), distinct(np.concatenate((i, j)))).tolist()
    letters = Letters(texts.lexicon, texts.weights)
    scores = np.concatenate([letters.cosines(*some) for some in _parts(i, j)])
    orders = _orders(texts, i, j)
    kinds = reported[i].astype(np.int8) + reported[j]
    for kind in distinct(kinds):
        some = kinds == kind
        yield from nearest(map(Near, *(column[some].tolist() for column in (i, j, scores, orders))), same)


def _copies(alike: Ints, outlets: Small) -> Ints:
    """Those of the couples that one may have from the other: not the two wordings of one outlet, which knows both."""
    one, other = outlets[alike >> 32], outlets[alike & LOW]
    found: Ints = alike[(one != other) | (one == UNKNOWN)]
    return found


def _orders(texts: Corpus, i: Ints, j: Ints) -> NDArray[np.float64]:
    """The share of the words of each couple that stand in one order on both sides."""
    share, string = Indel.normalized_similarity, texts.string
    return np.array([share(string(one), string(other)) for one, other in zip(i.tolist(), j.tolist(), strict=True)])


def _among(alike: Ints, some: Ints) -> Ints:
    """The couples that have one of these texts."""
    found: Ints = alike[within(alike >> 32, some) | within(alike & LOW, some)]
    return found


def _couples(texts: Corpus, alike: Ints, reported: Flags, outlets: Small, options: MatchOptions) -> tuple[Ints, Ints]:
    """Texts that share rare words and may be of one occasion, but for those alike in wording.

    One outlet does not translate a statement twice.
    """
    rarity = np.maximum(texts.surprise - FREE, 0.0).astype(np.float64)
    sizes = np.diff(texts.lexicon.starts)
    i, j = rare_words(texts.lexicon, rarity, texts.setting, options.days, RARE).T
    twice = (outlets[i] == outlets[j]) & (outlets[i] != UNKNOWN) & ~reported[i] & ~reported[j]
    kept = ~within(packed(i, j), alike) & (np.minimum(sizes[i], sizes[j]) >= SPOKEN) & ~twice
    return i[kept], j[kept]


def _parts(i: Ints, j: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Some of the couples at a time."""
    return ((i[first : first + AT_ONCE], j[first : first + AT_ONCE]) for first in range(0, max(len(i), 1), AT_ONCE))
