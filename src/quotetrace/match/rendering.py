"""Quotes that say one thing in other words: two translations, or speech with marks and without."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from quotetrace.config import MatchOptions
from quotetrace.match.corpus import Corpus
from quotetrace.match.index import rare_words
from quotetrace.match.likeness import likeness
from quotetrace.match.meeting import Judged, Meeting, judged, meetings
from quotetrace.match.scene import Scenes
from quotetrace.match.soft import FREE, cosine, grams, nearest

RARE = 8.0  # bits of rare words that two renderings share at the least
SPOKEN = 5  # words that a rendering has at the least

Couple = tuple[int, int]


def renderings(texts: Corpus, scenes: Scenes, worded: Sequence[Judged], options: MatchOptions) -> list[Judged]:
    """The pairs that are nearest to each other in their words, in any order, and are not alike in wording."""
    alike = {couple for row in worded if (couple := _couple(texts, row.meeting))[0] != couple[1]}
    copied = Counter(row.meeting.articles for row in worded)
    rows = list(judged((_placed(row, scenes, copied) for row in _met(texts, alike, options)), options))
    stand = [row.score >= options.certainty for row in rows]
    shared = Counter(row.meeting.articles for row, stands in zip(rows, stand, strict=True) if stands)
    told = (row.told(shared[row.meeting.articles] - own, 1) for row, own in zip(rows, stand, strict=True))
    return [row for row in told if row.score >= options.certainty]


def _placed(row: Meeting, scenes: Scenes, copied: Counter[tuple[str, str]]) -> Meeting:
    """The meeting, told of the narration and the copies of the two articles."""
    scene, copies = scenes.likeness(*row.articles), copied[row.articles]
    return row._replace(case=row.case._replace(scene=scene, copied=copies))


def _couple(texts: Corpus, meeting: Meeting) -> Couple:
    """The numbers of the texts of a meeting, the smaller first."""
    i, j = sorted(texts.text[side.quote.id] for side in (meeting.a, meeting.b))
    return i, j


def _met(texts: Corpus, alike: set[Couple], options: MatchOptions) -> Iterator[Meeting]:
    """Nearest texts among those in marks, among reports without, and between the two: no one kind rules out another."""
    kinds: dict[tuple[bool, bool], list[tuple[int, int, float]]] = defaultdict(list)
    for i, j, score in _scores(texts, alike, options):
        one, other = sorted((_reported(texts, i), _reported(texts, j)))
        kinds[one, other].append((i, j, score))
    for kind in sorted(kinds):
        for found in nearest(kinds[kind], alike):
            strings = texts.strings[found.i], texts.strings[found.j]
            if near := likeness(*strings, texts.bits(found.i), texts.bits(found.j), loose=True):
                yield from meetings(texts, found.i, found.j, near, found)


def _reported(texts: Corpus, text: int) -> bool:
    """Whether a text is speech without marks, or a clause around a fragment in marks, wherever it stands."""
    return all(side.quote.kind == "indirect" or side.text != side.quote.text for side in texts.sides[text])


def _scores(texts: Corpus, alike: set[Couple], options: MatchOptions) -> Iterator[tuple[int, int, float]]:
    """How near texts are that share rare words and may be of one occasion, but for those alike in wording."""
    rarity = np.maximum(texts.surprise - FREE, 0.0).astype(np.float64)
    sizes = np.diff(texts.lexicon.starts)
    vectors: dict[int, Mapping[str, float]] = {}
    for i, j in rare_words(texts.lexicon, rarity, texts.setting, options.days, RARE).tolist():
        if min(sizes[i], sizes[j]) < SPOKEN or (i, j) in alike:
            continue
        if texts.one_outlet(i, j) and not (_reported(texts, i) or _reported(texts, j)):
            continue
        for text in (i, j):
            vectors[text] = vectors.get(text) or grams(texts.lexicon.words(text), texts.weights)
        yield i, j, cosine(vectors[i], vectors[j])
