"""Quotes that run alike for a stretch: the same words, cut, changed or not."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from quotetrace.config import MatchOptions
from quotetrace.match.corpus import Corpus
from quotetrace.match.index import candidates
from quotetrace.match.judge import BIT, DOUBT, ENOUGH, MORE, MOST, PART, SHORT, WHOLE, said_alike
from quotetrace.match.lexicon import Ints
from quotetrace.match.likeness import identity, likeness
from quotetrace.match.meeting import Judged, Meeting, judged, meetings
from quotetrace.match.occasion import day

SURE = 0.9  # score from which a pair speaks for the others of its two articles
RIVAL = 3.0  # log-odds by which a better match rules a doubtful pair out
MOSTLY = 0.8  # share of the shorter quote from which a pair is not doubtful
AT_ONCE = 100_000  # pairs that are looked at together
WEEK = 7  # days between two times at which a phrase comes back


def worded(texts: Corpus, options: MatchOptions) -> list[Judged]:
    """The pairs that are one statement by their wording."""
    rows = [row for row in judged(_met(texts), options) if row.points + MORE > 0]
    sure = [row.score >= SURE and row.meeting.case.alike.words >= SHORT for row in rows]
    shared = Counter(row.meeting.articles for row, counts in zip(rows, sure, strict=True) if counts)
    times = _times(rows)
    kept = [
        row.told(shared[row.meeting.articles] - counts, len(times.get(_shorter(row.meeting), ())))
        for row, counts in zip(rows, sure, strict=True)
    ]
    return list(_unrivalled([row for row in kept if row.score >= options.certainty]))


def _met(texts: Corpus) -> Iterator[Meeting]:
    """Quotes of one text, and of texts that run alike for a stretch."""
    for i, own in enumerate(texts.sides):
        if len(own) > 1:
            yield from meetings(texts, i, i, identity(texts.bits(i)))
    for i, j in _promising(texts, candidates(texts.lexicon)):
        alike = likeness(texts.strings[i], texts.strings[j], texts.bits(i), texts.bits(j))
        if alike and said_alike(alike.gain, alike.part, alike.whole) + MOST > 0:
            yield from meetings(texts, i, j, alike)


def _promising(texts: Corpus, pairs: Ints) -> Iterator[tuple[int, int]]:
    """The pairs whose common words, if all stood together, could make them one statement; some at a time."""
    words = texts.lexicon
    bits = texts.worth.astype(np.float64)
    size = len(words.vocabulary)
    known = np.unique(words.owners() * size + words.ids)
    homes, ids = known // size, known % size
    starts = np.searchsorted(homes, np.arange(len(words) + 1))
    heavy = np.bincount(words.owners(), weights=bits[words.ids], minlength=len(words))
    for first in range(0, len(pairs), AT_ONCE):
        i, j = pairs[first : first + AT_ONCE].T
        counts = starts[i + 1] - starts[i]
        row = np.repeat(np.arange(len(i)), counts)
        place = np.arange(len(row)) - np.repeat(np.cumsum(counts) - counts, counts) + np.repeat(starts[i], counts)
        wanted = j[row] * size + ids[place]
        held = known[np.minimum(np.searchsorted(known, wanted), len(known) - 1)] == wanted
        common = np.bincount(row, weights=bits[ids[place]] * held, minlength=len(i))
        shorter, longer = np.minimum(heavy[i], heavy[j]), np.maximum(heavy[i], heavy[j])
        best = BIT * np.minimum(common, ENOUGH) + PART * np.minimum(common / shorter, 1) + WHOLE * common / longer
        keep = best + MOST > DOUBT
        yield from zip(i[keep].tolist(), j[keep].tolist(), strict=True)


def _times(rows: Iterable[Judged]) -> dict[str, set[int]]:
    """For each quote the weeks in which its words are reported: by itself and by longer quotes that hold them."""
    times: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        if row.meeting.case.alike.part >= MOSTLY:
            known = [when for date in row.meeting.case.occasion.dates if (when := day(date))]
            times[_shorter(row.meeting)].update(when.toordinal() // WEEK for when, _ in known)
    return times


def _shorter(meeting: Meeting) -> str:
    a, b = meeting.a, meeting.b
    return a.quote.id if (len(a.text), a.quote.id) < (len(b.text), b.quote.id) else b.quote.id


def _unrivalled(rows: Sequence[Judged]) -> Iterator[Judged]:
    """The pairs but for the doubtful ones of which one quote has a far better match, in a third article.

    A doubtful pair shares a part of either quote. It stands if the better match is linked to its other quote as well.
    """
    links: dict[str, dict[str, float]] = defaultdict(dict)
    homes = {side.quote.id: side.quote.article for row in rows for side in (row.meeting.a, row.meeting.b)}
    for row in rows:
        a, b = row.meeting.a.quote.id, row.meeting.b.quote.id
        links[a][b] = links[b][a] = row.points
    for row in rows:
        a, b = row.meeting.a.quote.id, row.meeting.b.quote.id
        better = (
            points >= row.points + RIVAL and rival not in links[other] and homes[rival] != homes[other]
            for one, other in ((a, b), (b, a))
            for rival, points in links[one].items()
        )
        if row.meeting.case.alike.part >= MOSTLY or not any(better):
            yield row
