"""Narration that two articles share: the reporters' own words, with everything in quotation marks left out."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from quotetrace.config import TraceOptions
from quotetrace.models import Article, Link, Quote, Reuse, Span
from quotetrace.text import HIDDEN, plain
from quotetrace.trace.dates import near, order

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]

WORD = re.compile(rf"\w+(?:['’{HIDDEN}]\w+)*")
IN_MARKS = re.compile(r"“[^“”\n]{1,3000}”|\"[^\"\n]{1,3000}\"|«[^«»\n]{1,3000}»")
NO_HASHES: Hashes = np.empty(0, np.uint64)
MIX = np.uint64(0x9E3779B97F4A7C15)
ODD = np.uint64(0xBF58476D1CE4E5B9)


@dataclass(frozen=True, slots=True)
class Narration:
    """The words of an article outside quotation marks, and its shingles: runs of words that no quote interrupts.

    ``starts`` and ``ends``: the place of each word in the text. ``shingles``: sorted, each once; ``at``: the word where
    each begins. ``spoken``: the shingles inside quotes. ``size``: how many words are no boilerplate.
    """

    starts: Places
    ends: Places
    shingles: Hashes
    at: Places
    spoken: Hashes
    size: int


@dataclass(frozen=True, slots=True)
class Rarity:
    """Sorted shingles, and for each the logarithm of how few of the narrations have it."""

    shingles: Hashes
    weights: NDArray[np.float64]

    def of(self, shingles: Hashes) -> float:
        """The sum over ``shingles``, all of which are known."""
        return float(self.weights[np.searchsorted(self.shingles, shingles)].sum())


def reuse(
    articles: Mapping[str, Article], quotes: Sequence[Quote], links: Sequence[Link], options: TraceOptions
) -> tuple[Reuse, ...]:
    """The narration shared by each pair of articles that have a link, pairs without any left out.

    Shared are runs of at least ``options.stretch`` words, wherever they stand in either text. Not counted: words that
    either article has in quotation marks, and what an outlet prints under unrelated stories (boilerplate). The result
    is in the order of the articles' ids. Time is linear in the text plus the number of linked pairs.
    """
    home = {quote.id: quote.article for quote in quotes}
    pairs = sorted({(min(a, b), max(a, b)) for link in links if (a := home[link.a]) != (b := home[link.b])})
    if not pairs:
        return ()
    told = _narrations(articles, quotes, options.shingle)
    stock = _boilerplate(articles, told, pairs, options.boilerplate)
    told, rarity = _shared_only(
        {key: _without(one, stock.get(articles[key].outlet), options.shingle) for key, one in told.items()}
    )
    found = (_compare(articles[a], articles[b], told[a], told[b], rarity, options) for a, b in pairs)
    return tuple(one for one in found if one)


def _narrations(articles: Mapping[str, Article], quotes: Sequence[Quote], n: int) -> dict[str, Narration]:
    by_article: dict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        if quote.field == "text":
            by_article[quote.article].append(quote)
    vocabulary: dict[str, int] = {}
    return {key: narrate(article, by_article.get(key, ()), n, vocabulary) for key, article in articles.items()}


def narrate(article: Article, quotes: Sequence[Quote], n: int, vocabulary: dict[str, int]) -> Narration:
    """The narration of ``article``: shingles of ``n`` words, numbered by ``vocabulary``, which grows."""
    spoken = _merged([(q.span.start, q.span.end) for q in quotes if q.kind != "indirect"] + _marked(article.text))
    starts: list[int] = []
    ends: list[int] = []
    ids: list[int] = []
    segment: list[int] = []
    said: list[int] = []
    for number, (begin, end, is_speech) in enumerate(_segments(spoken, article.body, len(article.text))):
        for word in WORD.finditer(article.text, begin, end):
            key = vocabulary.setdefault(plain(word[0].casefold()), len(vocabulary) + 1)
            if is_speech:
                said.append(key)
                continue
            starts.append(word.start())
            ends.append(word.end())
            ids.append(key)
            segment.append(number)
        if is_speech:
            said.append(0)
    hashes, whole = _shingles(ids, segment, n)
    unique, at = np.unique(hashes[whole], return_index=True)
    spoken_of = _shingles(said, None, n)[0]
    return Narration(np.array(starts), np.array(ends), unique, np.flatnonzero(whole)[at], spoken_of, len(starts))


def _marked(text: str) -> list[tuple[int, int]]:
    """What stands between marks of one kind on one line, whether or not it was found to be a quote."""
    return [found.span() for found in IN_MARKS.finditer(text)]


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _segments(spoken: list[tuple[int, int]], begin: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The text from ``begin`` to ``end`` as runs of narration and of speech, in order."""
    for start, stop in spoken:
        if begin < start:
            yield begin, start, False
        if begin < stop:
            yield max(begin, start), stop, True
            begin = stop
    if begin < end:
        yield begin, end, False


def _shingles(ids: list[int], segment: list[int] | None, n: int) -> tuple[Hashes, NDArray[np.bool_]]:
    """A hash for every run of ``n`` words, and whether the run stays inside one segment."""
    if len(ids) < n:
        return NO_HASHES, np.empty(0, np.bool_)
    words = np.array(ids, np.uint64)
    count = len(ids) - n + 1
    hashes = np.zeros(count, np.uint64)
    for i in range(n):
        hashes = (hashes ^ (words[i : i + count] * MIX)) * ODD
        hashes ^= hashes >> np.uint64(29)
    if segment is None:
        return np.unique(hashes), np.ones(count, np.bool_)
    parts = np.array(segment)
    return hashes, parts[:count] == parts[n - 1 :]


def _boilerplate(
    articles: Mapping[str, Article], told: Mapping[str, Narration], pairs: Sequence[tuple[str, str]], enough: int
) -> dict[str | None, Hashes]:
    """For each outlet the shingles that stand in at least ``enough`` of its stories that have nothing to do with
    one another: articles of one outlet that are linked and dated within three days count as one story."""
    story = _stories(articles, pairs)
    grouped: dict[str, dict[str, list[Hashes]]] = defaultdict(lambda: defaultdict(list))
    for key, article in articles.items():
        if article.outlet:
            grouped[article.outlet][story[key]].append(told[key].shingles)
    stock: dict[str | None, Hashes] = {}
    for outlet, stories in grouped.items():
        if len(stories) >= enough:
            each = [np.unique(np.concatenate(parts)) for parts in stories.values()]
            hashes, counts = np.unique(np.concatenate(each), return_counts=True)
            stock[outlet] = hashes[counts >= enough]
    return stock


def _stories(articles: Mapping[str, Article], pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """For each article the first of the articles of its outlet that links join to it, none over three days apart."""
    head = {key: key for key in articles}

    def first(key: str) -> str:
        while head[key] != key:
            head[key] = key = head[head[key]]
        return key

    for a, b in pairs:
        apart = order(articles[a], articles[b]) in ("before", "after") and not near(articles[a], articles[b])
        if articles[a].outlet == articles[b].outlet and not apart:
            x, y = sorted((first(a), first(b)))
            head[y] = x
    return {key: first(key) for key in articles}


def _without(one: Narration, stock: Hashes | None, n: int) -> Narration:
    """The narration without the shingles that touch a word of the ``stock``, and without those words in its size."""
    if stock is None or not len(stock) or not len(one.shingles):
        return one
    known = stock[np.searchsorted(stock, one.shingles).clip(max=len(stock) - 1)] == one.shingles
    words = np.zeros(len(one.starts) + 1, np.int64)
    for i in range(n):
        words[one.at[known] + i + 1] = 1
    before = words.cumsum()
    return replace(_keep(one, before[one.at + n] == before[one.at]), size=one.size - int(before[-1]))


def _keep(one: Narration, keep: NDArray[np.bool_]) -> Narration:
    return replace(one, shingles=one.shingles[keep], at=one.at[keep])


def _shared_only(told: Mapping[str, Narration]) -> tuple[dict[str, Narration], Rarity]:
    """The narrations with only the shingles that at least two of them have, and how rare each of these is."""
    hashes, counts = np.unique(np.concatenate([one.shingles for one in told.values()]), return_counts=True)
    kept = {key: _keep(one, counts[np.searchsorted(hashes, one.shingles)] > 1) for key, one in told.items()}
    twice = counts > 1
    return kept, Rarity(hashes[twice], np.log((len(told) + 1) / counts[twice]))


def _compare(
    a: Article,
    b: Article,
    of_a: Narration,
    of_b: Narration,
    rarity: Rarity,
    options: TraceOptions,
) -> Reuse | None:
    """What two narrations share, or None."""
    common, in_a, in_b = np.intersect1d(of_a.shingles, of_b.shingles, assume_unique=True, return_indices=True)
    if not len(common):
        return None
    fresh = ~(np.isin(common, of_a.spoken) | np.isin(common, of_b.spoken))
    common, at_a, at_b = common[fresh], of_a.at[in_a[fresh]], of_b.at[in_b[fresh]]
    runs = _runs(common, at_a, at_b, rarity, options)
    if not runs:
        return None
    stretches = tuple((_span(of_a, i, size), _span(of_b, j, size)) for i, j, size, _ in runs)
    rarest = max(range(len(runs)), key=lambda i: (runs[i][3], -i))
    side, words = (0, of_a) if of_a.size <= of_b.size else (1, of_b)
    covered = np.zeros(len(words.starts), np.bool_)
    for run in runs:
        covered[run[side] : run[side] + run[2]] = True
    share = float(covered.sum()) / words.size
    text = max(stretches[rarest][0].of(a.text).split("\n\n"), key=len)  # no headline before a first sentence
    return Reuse(a.id, b.id, round(share, 4), stretches, text, of_a.size, of_b.size)


def _runs(
    common: Hashes, at_a: Places, at_b: Places, rarity: Rarity, options: TraceOptions
) -> list[tuple[int, int, int, float]]:
    """Runs of common words as (first word in a, first word in b, words, rarity), in the order of a."""
    by_place = np.argsort(at_a, kind="stable")
    common, at_a, at_b = common[by_place], at_a[by_place], at_b[by_place]
    breaks = np.flatnonzero((np.diff(at_a) != 1) | (np.diff(at_b) != 1)) + 1
    runs: list[tuple[int, int, int, float]] = []
    for begin, end in zip((0, *breaks.tolist()), (*breaks.tolist(), len(common)), strict=True):
        size = end - begin + options.shingle - 1
        if end > begin and size >= options.stretch:
            runs.append((int(at_a[begin]), int(at_b[begin]), size, rarity.of(common[begin:end])))
    return runs


def _span(one: Narration, first: int, size: int) -> Span:
    return Span(int(one.starts[first]), int(one.ends[first + size - 1]))
