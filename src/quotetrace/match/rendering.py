"""Quotes that say one thing in other words: two translations, or speech with marks and without."""

from collections import Counter
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel

from quotetrace.config import MatchOptions
from quotetrace.match.corpus import Corpus
from quotetrace.match.index import rare_words
from quotetrace.match.judge import Case, judge, probability
from quotetrace.match.late import MORE, late
from quotetrace.match.letters import Letters
from quotetrace.match.lexicon import Ints, Small, distinct, within
from quotetrace.match.meeting import aligned, met, unaligned
from quotetrace.match.reading import Rendered, Rendering, Worded
from quotetrace.match.said import LOW, UNKNOWN, Flags, packed
from quotetrace.match.scene import Scenes
from quotetrace.match.soft import FREE, Near, Standing, nearest

RARE = 8.0  # bits of rare words that two renderings share at the least
AT_ONCE = 1 << 12  # couples whose letters are compared together
SPOKEN = 5  # words that a rendering has at the least


def renderings(texts: Corpus, worded: Worded, options: MatchOptions) -> Rendered:
    """The pairs that are nearest to each other in their words, in any order, and are not alike in wording."""
    rows = list(_judged(texts, worded, options))
    stand = [probability(row.points) >= options.certainty for row in rows]
    homes = [_articles(texts, row.a, row.b) for row in rows]
    shared = Counter(two for two, own in zip(homes, stand, strict=True) if own)
    told = (_told(texts, row, shared[two] - own) for row, two, own in zip(rows, homes, stand, strict=True))
    return Rendered(texts, options, [row for row in told if probability(row.points) >= options.certainty])


def _judged(texts: Corpus, worded: Worded, options: MatchOptions) -> Iterator[Rendering]:
    """Those that the other pairs of the two articles could make one statement."""
    scenes, copies = Scenes(texts.said), np.sort(worded.articles())
    for a, b, standing, two in _hopeful(texts, worded, options):
        homes = _articles(texts, a, b)
        first, end = (np.searchsorted(copies, homes[0] << 32 | homes[1], side) for side in ("left", "right"))
        scene, copied = scenes.likeness(*homes), int(end - first)
        points = _points(two._replace(scene=scene, copied=copied), options)
        if _may_stand(points, options):
            yield Rendering(a, b, standing, scene, copied, points)


def _hopeful(texts: Corpus, worded: Worded, options: MatchOptions) -> Iterator[tuple[int, int, Standing, Case]]:
    """Those that the narration and the other pairs of the articles, at their best, make one statement."""
    for standing in _nearest(texts, _alike(texts, worded), options):
        for a, b in met(texts, standing):
            best = unaligned(texts, a, b, standing)
            if _may_stand(_points(best, options), options):
                two = aligned(texts, a, best)
                if two and _may_stand(_points(two, options), options):
                    yield a, b, standing, two


def _points(two: Case, options: MatchOptions) -> float:
    return sum([evidence.weight for evidence in judge(two, options)])


def _may_stand(points: float, options: MatchOptions) -> bool:
    return probability(points + MORE) >= options.certainty


def _articles(texts: Corpus, a: int, b: int) -> tuple[int, int]:
    return int(texts.said.article[a]), int(texts.said.article[b])


def _told(texts: Corpus, row: Rendering, shared: int) -> Rendering:
    """The same with the points of what is known once all are judged: the other pairs of the two articles."""
    more = late(unaligned(texts, row.a, row.b, row.standing), shared, 1) if shared else ()
    return row._replace(shared=shared, points=row.points + sum(evidence.weight for evidence in more))


def _alike(texts: Corpus, worded: Worded) -> Ints:
    """The couples of ``texts`` that are linked by their wording, in order, each as one number."""
    one, other = texts.text[worded.a], texts.text[worded.b]
    return distinct(packed(np.minimum(one, other), np.maximum(one, other))[one != other])


def _nearest(texts: Corpus, alike: Ints, options: MatchOptions) -> Iterator[Standing]:
    """Nearest texts among those in marks, among reports without, and between the two: no one kind rules out another."""
    reported, outlets = texts.reported, texts.outlets()
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
    share, own = Indel.normalized_similarity, distinct(np.concatenate((i, j)))
    string = dict(zip(own.tolist(), texts.strings(own), strict=True))
    return np.array([share(string[one], string[other]) for one, other in zip(i.tolist(), j.tolist(), strict=True)])


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
