"""Quotes that say one thing in other words: two translations, or speech with marks and without."""

from collections import Counter, defaultdict
from collections.abc import Iterator

import numpy as np

from quotetrace.config import MatchOptions
from quotetrace.match.corpus import Corpus
from quotetrace.match.index import rare_words
from quotetrace.match.judge import MORE, judge, probability
from quotetrace.match.lexicon import Ints, distinct, within
from quotetrace.match.meeting import Judged, Meeting, judged, meetings
from quotetrace.match.said import LOW, Flags, packed
from quotetrace.match.scene import Scenes
from quotetrace.match.soft import FREE, Grams, Letters, cosine, nearest
from quotetrace.match.wording import Copied, Worded

RARE = 8.0  # bits of rare words that two renderings share at the least
KEPT = 1 << 11  # vectors that are kept for the next pairs
SPOKEN = 5  # words that a rendering has at the least


def renderings(texts: Corpus, scenes: Scenes, worded: Worded, options: MatchOptions) -> list[Judged]:
    """The pairs that are nearest to each other in their words, in any order, and are not alike in wording."""
    alike = _alike(texts, worded)
    copied = worded.copied()
    hopeful = (row for row in _met(texts, alike, options) if _hopeful(row, options))
    rows = list(judged((_placed(row, scenes, copied) for row in hopeful), options))
    stand = [row.score >= options.certainty for row in rows]
    shared = Counter(row.meeting.articles for row, stands in zip(rows, stand, strict=True) if stands)
    told = (row.told(shared[row.meeting.articles] - own, 1) for row, own in zip(rows, stand, strict=True))
    return [row for row in told if row.score >= options.certainty]


def _hopeful(row: Meeting, options: MatchOptions) -> bool:
    """Whether the narration, which is best yet, and the other pairs of the articles could make it one statement."""
    return probability(sum([e.weight for e in judge(row.case, options)]) + MORE) >= options.certainty


def _placed(row: Meeting, scenes: Scenes, copied: Copied) -> Meeting:
    """The meeting, told of the narration and the copies of the two articles."""
    scene, copies = scenes.likeness(*row.articles), copied.of(*row.articles)
    return Meeting(row.said, row.a, row.b, row.case._replace(scene=scene, copied=copies))


def _alike(texts: Corpus, worded: Worded) -> Ints:
    """The couples of ``texts`` that are linked by their wording, in order, each as one number."""
    one, other = texts.text[worded.rows.a], texts.text[worded.rows.b]
    return distinct(packed(np.minimum(one, other), np.maximum(one, other))[one != other])


def _met(texts: Corpus, alike: Ints, options: MatchOptions) -> Iterator[Meeting]:
    """Nearest texts among those in marks, among reports without, and between the two: no one kind rules out another."""
    kinds: dict[tuple[bool, bool], list[tuple[int, int, float]]] = defaultdict(list)
    reported = texts.reported()
    for i, j, score in _scores(texts, alike, reported, options):
        one, other = sorted((bool(reported[i]), bool(reported[j])))
        kinds[one, other].append((i, j, score))
    scored = {text for rows in kinds.values() for i, j, _ in rows for text in (i, j)}
    same = _among(alike, np.array(sorted(scored), dtype=np.int64)).tolist()
    for kind in sorted(kinds):
        for found in nearest(kinds[kind], same):
            if near := texts.likeness(found.i, found.j, loose=True):
                yield from meetings(texts, found.i, found.j, near, found)


def _among(alike: Ints, some: Ints) -> Ints:
    """The couples that have one of these texts."""
    found: Ints = alike[within(alike >> 32, some) | within(alike & LOW, some)]
    return found


def _scores(texts: Corpus, alike: Ints, reported: Flags, options: MatchOptions) -> Iterator[tuple[int, int, float]]:
    """How near texts are that share rare words and may be of one occasion, but for those alike in wording."""
    rarity = np.maximum(texts.surprise - FREE, 0.0).astype(np.float64)
    sizes = np.diff(texts.lexicon.starts)
    vectors: dict[int, Grams] = {}
    letters = Letters(texts.weights)
    met = rare_words(texts.lexicon, rarity, texts.setting, options.days, RARE)
    far = ~within(packed(met[:, 0], met[:, 1]), alike)
    for i, j in met[far & (np.minimum(sizes[met[:, 0]], sizes[met[:, 1]]) >= SPOKEN)].tolist():
        if texts.one_outlet(i, j) and not (reported[i] or reported[j]):
            continue
        if len(vectors) > KEPT:
            vectors.clear()
        for text in (i, j):
            vectors[text] = vectors.get(text) or letters.grams(texts.lexicon.words(text))
        yield i, j, cosine(vectors[i], vectors[j])
