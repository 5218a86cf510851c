"""Quotes that run alike for a stretch: the same words, cut, changed or not."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quotetrace.config import MatchOptions
from quotetrace.match.corpus import Corpus
from quotetrace.match.index import candidates
from quotetrace.match.judge import MOST, SHORT, log_odds, said_alike
from quotetrace.match.likeness import LEAST, likeness
from quotetrace.match.meeting import Judged, Meeting, judged, meetings, told

SURE = 0.9  # score from which a pair speaks for the others of its two articles
RIVAL = 3.0  # log-odds by which a better match rules a doubtful pair out
MOSTLY = 0.8  # share of the shorter quote from which a pair is not doubtful
WEEK = 7  # days between two times at which a phrase comes back


def worded(texts: Corpus, options: MatchOptions) -> list[Judged]:
    """The pairs that are one statement by their wording."""
    met = list(_refrains(_met(texts)))
    sure = [row.score >= SURE and row.meeting.case.alike.words >= SHORT for row in judged(met, options)]
    shared = Counter(meeting.articles for meeting, counts in zip(met, sure, strict=True) if counts)
    kept = [row for row in judged(told(met, shared, sure), options) if row.score >= options.certainty]
    return list(_unrivalled(kept))


def _met(texts: Corpus) -> Iterator[Meeting]:
    """Quotes of one text, and of texts that run alike for a stretch."""
    same = [(i, i) for i, own in enumerate(texts.sides) if len(own) > 1]
    for i, j in [*same, *_promising(texts, candidates(texts.lexicon).tolist())]:
        if alike := likeness(texts.stems[i], texts.stems[j], texts.weights):
            yield from meetings(texts, i, j, alike)


def _promising(texts: Corpus, pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pairs whose common words, if all stood together, could make them one statement."""
    bits = {stem: max(texts.weights.of(stem), LEAST) for stem in texts.lexicon.vocabulary}
    words = [frozenset(stems) for stems in texts.stems]
    sizes = [sum(bits[stem] for stem in stems) for stems in texts.stems]
    for i, j in pairs:
        common = sum(bits[stem] for stem in words[i] & words[j])
        shorter, longer = sorted((sizes[i], sizes[j]))
        if said_alike(common, common / shorter, common / longer) + MOST > 0:
            yield i, j


def _refrains(met: Iterable[Meeting]) -> Iterator[Meeting]:
    """The meetings, told at how many times the words of the shorter quote are reported."""
    rows = list(met)
    times: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        if row.case.alike.part >= MOSTLY:
            times[_shorter(row)].update(day // WEEK for day in row.case.occasion.dates)
    for row in rows:
        yield replace(row, case=replace(row.case, returns=len(times[_shorter(row)])))


def _shorter(meeting: Meeting) -> str:
    return min((meeting.a, meeting.b), key=lambda side: (len(side.text), side.quote.id)).quote.id


def _unrivalled(rows: Sequence[Judged]) -> Iterator[Judged]:
    """The pairs but for the doubtful ones of which one quote has a far better match, in a third article.

    A doubtful pair shares a part of either quote. It stands if the better match is linked to its other quote as well.
    """
    links: dict[str, dict[str, float]] = defaultdict(dict)
    homes = {side.quote.id: side.quote.article for row in rows for side in (row.meeting.a, row.meeting.b)}
    for row in rows:
        a, b = row.meeting.a.quote.id, row.meeting.b.quote.id
        links[a][b] = links[b][a] = log_odds(row.score)
    for row in rows:
        a, b = row.meeting.a.quote.id, row.meeting.b.quote.id
        better = (
            points >= log_odds(row.score) + RIVAL and rival not in links[other] and homes[rival] != homes[other]
            for one, other in ((a, b), (b, a))
            for rival, points in links[one].items()
        )
        if row.meeting.case.alike.part >= MOSTLY or not any(better):
            yield row
