"""Quotes → pairs that report the same statement, aligned word by word."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise, product

from quotetrace.config import MatchOptions
from quotetrace.match.corpus import Corpus, corpus, is_title
from quotetrace.match.index import candidates, rare_words
from quotetrace.match.judge import MOST, SHORT, Case, judge, log_odds, said_alike
from quotetrace.match.likeness import LEAST, Likeness, likeness
from quotetrace.match.occasion import occasion
from quotetrace.match.paired import paired
from quotetrace.match.soft import Standing, cosine, grams, nearest
from quotetrace.models import Article, Evidence, Pair, Quote

SURE = 0.9  # score from which a pair speaks for the others of its two articles
RARE = 8.0  # bits of rare words that two renderings share at the least
RIVAL = 3.0  # log-odds by which a better match rules a doubtful pair out
MOSTLY = 0.8  # share of the shorter quote from which a pair is not doubtful
SPOKEN = 5  # words that a rendering has at the least
MANY = 400  # meetings of the quotes of two texts beyond which only some are looked at


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two quotes, texts ``i`` and ``j`` of the corpus, and what is known of them. ``a`` is the earlier."""

    i: int
    j: int
    a: Quote
    b: Quote
    case: Case

    @property
    def articles(self) -> tuple[str, str]:
        """The two articles, the earlier first."""
        return self.a.article, self.b.article


Judged = tuple[Meeting, float, tuple[Evidence, ...]]


def match(quotes: Sequence[Quote], articles: Mapping[str, Article], options: MatchOptions | None = None) -> list[Pair]:
    """Pairs of quotes of different articles that report the same statement.

    Args:
        quotes: in any order; the result does not depend on it.
        articles: by id; every quote's article must be there.
        options: see `MatchOptions`.

    Returns:
        Pairs in the order of their articles' dates, keys and places; in each the earlier article's quote is ``a``.
    """
    options = options or MatchOptions()
    texts = corpus(quotes, articles)
    worded = list(_worded(texts))
    shared = _shared(_judged(worded, options))
    kept = [row for row in _judged(_with_neighbours(worded, shared), options) if row[1] >= options.certainty]
    kept = list(_unrivalled(kept))
    kept += _renderings(texts, kept, options)
    kept.sort(key=lambda row: (texts.rank[row[0].a.id], texts.rank[row[0].b.id]))
    return [paired(row.a, row.b, row.case.alike, score, support) for row, score, support in kept]


def _judged(meetings: Iterable[Meeting], options: MatchOptions) -> Iterator[Judged]:
    for meeting in meetings:
        yield meeting, *judge(meeting.case, options)


def _worded(texts: Corpus) -> Iterator[Meeting]:
    """Quotes of one text, and of texts that run alike for a stretch."""
    same = [(i, i) for i, own in enumerate(texts.quotes) if len(own) > 1]
    for i, j in [*same, *_promising(texts, candidates(texts.lexicon).tolist())]:
        if alike := likeness(texts.stems[i], texts.stems[j], texts.weights):
            yield from _meetings(texts, i, j, alike)


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


def _meetings(texts: Corpus, i: int, j: int, alike: Likeness, standing: Standing | None = None) -> Iterator[Meeting]:
    """The quotes of two texts, in different articles, each pair in the order of time."""
    turned = alike.flipped() if i != j else alike
    shorter = min((i, j), key=lambda text: len(texts.stems[text]))
    title = is_title(texts.quotes[shorter][0].text)
    for one, other in _couples(texts.quotes[i], texts.quotes[j], same=i == j):
        if one.article == other.article:
            continue
        first = texts.rank[one.id] < texts.rank[other.id]
        a, b = (one, other) if first else (other, one)
        circumstances = occasion(a, b, texts.articles[a.article], texts.articles[b.article])
        yield Meeting(i, j, a, b, Case(alike if first else turned, circumstances, standing, title))


def _couples(here: Sequence[Quote], there: Sequence[Quote], *, same: bool) -> Iterable[tuple[Quote, Quote]]:
    """All couples of quotes, or where there are too many: each with the first, and with the next of its own text."""
    if len(here) * len(there) <= MANY:
        return combinations(here, 2) if same else product(here, there)
    if same:
        return dict.fromkeys([*((here[0], quote) for quote in here[1:]), *pairwise(here)])
    return dict.fromkeys([*((here[0], quote) for quote in there), *((quote, there[0]) for quote in here)])


def _shared(judged: Iterable[Judged]) -> Counter[tuple[str, str]]:
    """How many sure pairs two articles have."""
    return Counter(row.articles for row, score, _ in judged if score >= SURE and row.case.alike.words >= SHORT)


def _with_neighbours(meetings: Iterable[Meeting], shared: Counter[tuple[str, str]]) -> Iterator[Meeting]:
    """The meetings, told of the other sure pairs of the two articles."""
    for meeting in meetings:
        others = shared[meeting.articles] - 1 if meeting.case.alike.words >= SHORT else shared[meeting.articles]
        yield replace(meeting, case=replace(meeting.case, shared=max(others, 0)))


def _unrivalled(judged: Sequence[Judged]) -> Iterator[Judged]:
    """The pairs but for the doubtful ones of which one quote has a far better match, in a third article.

    A doubtful pair shares a part of either quote. It stands if the better match is linked to its other quote as well.
    """
    links: dict[str, dict[str, float]] = defaultdict(dict)
    homes = {quote.id: quote.article for row, _, _ in judged for quote in (row.a, row.b)}
    for row, score, _ in judged:
        links[row.a.id][row.b.id] = links[row.b.id][row.a.id] = log_odds(score)
    for row, score, support in judged:
        bar = log_odds(score) + RIVAL
        ends = ((row.a, row.b), (row.b, row.a))
        better = (
            points >= bar and rival not in links[other.id] and homes[rival] != other.article
            for one, other in ends
            for rival, points in links[one.id].items()
        )
        if row.case.alike.part >= MOSTLY or not any(better):
            yield row, score, support


def _renderings(texts: Corpus, worded: Sequence[Judged], options: MatchOptions) -> list[Judged]:
    """Pairs that are nearest to each other in their words, whatever the order, and are not alike in wording."""
    alike = {(row.i, row.j) for row, _, _ in worded if row.i != row.j}
    apart = rare_words(texts.lexicon, texts.rarity(), texts.setting, options.days, RARE).tolist()
    spoken = ((i, j) for i, j in map(tuple, apart) if min(len(texts.stems[i]), len(texts.stems[j])) >= SPOKEN)
    vectors: dict[int, Mapping[str, float]] = {}
    scores = []
    for i, j in sorted({*alike, *spoken}):
        if texts.one_outlet(i, j):
            continue
        for text in (i, j):
            vectors[text] = vectors.get(text) or grams(texts.stems[text], texts.weights)
        scores.append((i, j, cosine(vectors[i], vectors[j])))
    meetings = [
        meeting
        for found in nearest(scores, alike)
        if (near := likeness(texts.stems[found.i], texts.stems[found.j], texts.weights, loose=True))
        for meeting in _meetings(texts, found.i, found.j, near, found)
    ]
    copied = Counter(row.articles for row, _, _ in worded)
    meetings = [
        replace(row, case=replace(row.case, scene=texts.scenes.likeness(*row.articles), copied=copied[row.articles]))
        for row in meetings
    ]
    alone = [(row, score >= options.certainty) for row, score, _ in _judged(meetings, options)]
    others = Counter(row.articles for row, stands in alone if stands)
    told = [replace(row, case=replace(row.case, shared=others[row.articles] - stands)) for row, stands in alone]
    return [row for row in _judged(told, options) if row[1] >= options.certainty]
