"""What is known of each quote of a run, and of two that meet, as columns of numbers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from operator import attrgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quotetrace.match.lexicon import Ints, Small
from quotetrace.match.occasion import day, one_name
from quotetrace.models import Article, Quote
from quotetrace.text import NAME_PARTICLES, OPEN, folded_chunk, name_words

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
UNKNOWN = -1
LOW = 0xFFFFFFFF


def packed(a: NDArray[Any], b: NDArray[Any]) -> Ints:
    """Two numbers below 2 ** 32 as one."""
    both: Ints = a.astype(np.int64) << 32 | b
    return both


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """The quotes of a run in the order of their rank, and a column for each thing known of them.

    Rank: dated articles first, by date, then by key and by place in the article; ``came`` is the place of each quote
    among those that were given. Numbers stand for names, `UNKNOWN` for none; ``article`` is a place in ``articles``,
    ``begins`` has the first quote of each, and one more for the end. ``surname`` is the last word of the speaker.
    ``days`` is the first day that the date can mean, ``slack`` how many more it leaves open. ``size`` is the length of
    the quote.
    """

    quotes: Sequence[Quote]
    came: Ints
    articles: Sequence[Article]
    begins: Ints
    names: Sequence[str]
    speaker: Small
    surname: Small
    article: Small
    outlet: Small
    addressee: Small
    days: Small
    slack: Small
    unmarked: Small
    size: Small
    trust: Floats

    def home(self, rank: int) -> Article:
        """The article of a quote."""
        return self.articles[int(self.article[rank])]

    def of(self, article: int) -> Sequence[Quote]:
        """The quotes of an article, in the order of their places."""
        return self.quotes[int(self.begins[article]) : int(self.begins[article + 1])]

    def one_speaker(self, a: Small, b: Small) -> Ints:
        """1 for one speaker, 0 for two, `UNKNOWN` where either is not known."""
        same = self.speaker[a] == self.speaker[b]
        told = np.where(same & (self.speaker[a] != UNKNOWN), 1, UNKNOWN)
        apart = np.flatnonzero(~same)
        told[apart] = self._two_speakers(a[apart], b[apart])
        return told

    def _two_speakers(self, a: Small, b: Small) -> Ints:
        couples, where = np.unique(packed(self.speaker[a] + 1, self.speaker[b] + 1), return_inverse=True)
        verdicts = [
            one_name(self.names[one - 1], self.names[other - 1]) if one and other else None
            for one, other in zip((couples >> 32).tolist(), (couples & LOW).tolist(), strict=True)
        ]
        codes = [UNKNOWN if verdict is None else int(verdict) for verdict in verdicts]
        return np.array(codes, dtype=np.int64)[where]

    def apart(self, a: Small, b: Small) -> Small:
        """The fewest days between two reports, `UNKNOWN` where one has no date; as `occasion.days_apart`."""
        swapped = (self.days[a] > self.days[b]) | ((self.days[a] == self.days[b]) & (self.slack[a] > self.slack[b]))
        first, second = np.where(swapped, b, a), np.where(swapped, a, b)
        days = np.maximum(self.days[second] - self.days[first] - self.slack[first], 0)
        return np.where((self.days[a] < 0) | (self.days[b] < 0), UNKNOWN, days)

    def one(self, column: Small, a: Small, b: Small) -> Flags:
        """Whether two quotes have the same known value."""
        same: Flags = (column[a] == column[b]) & (column[a] != UNKNOWN)
        return same


def said(quotes: Sequence[Quote], articles: Mapping[str, Article]) -> Said:
    """What is known of ``quotes``, in any order. They are looked at as they come: to jump between a million is slow."""
    placed = _placed(articles)
    number = {key: i for i, key in enumerate(placed)}
    homes = [articles[key] for key in placed]
    when = [day(home.published) for home in homes]
    article = _column(map(number.__getitem__, map(attrgetter("article"), quotes)))
    del number
    order = _order(quotes, article)
    article = article[order]
    speaker, names = _numbered(map(attrgetter("speaker"), quotes))
    speaker = speaker[order]
    surnames = np.append(_numbered(_last_words(names))[0], np.int32(UNKNOWN))
    return Said(
        [quotes[i] for i in order.tolist()],
        order,
        homes,
        np.searchsorted(article, np.arange(len(homes) + 1, dtype=np.int32)),
        names=names,
        speaker=speaker,
        surname=surnames[speaker],
        article=article,
        outlet=_numbered(map(attrgetter("outlet"), homes))[0][article],
        addressee=_numbered(map(_addressee, quotes))[0][order],
        days=_column(found[0].toordinal() if found else UNKNOWN for found in when)[article],
        slack=_column(found[1] if found else 0 for found in when)[article],
        unmarked=_column(map("indirect".__eq__, map(attrgetter("kind"), quotes)))[order],
        size=_column(map(len, map(attrgetter("text"), quotes)))[order],
        trust=np.fromiter(map(attrgetter("confidence"), quotes), dtype=np.float64)[order],
    )


def _last_words(names: Iterable[str]) -> Iterator[str | None]:
    """The last of `name_words` of each name, mostly told by what stands behind its last space."""
    known: dict[str, str | None] = {}
    for name in names:
        *before, chunk = name.rsplit(" ", 2)
        if chunk not in known:
            words = [word for word in folded_chunk(chunk) or () if word not in NAME_PARTICLES]
            known[chunk] = words[-1] if words else None
        if known[chunk] is None or (before and OPEN.search(before[-1])):
            yield next(iter(name_words(name)[-1:]), None)
        else:
            yield known[chunk]


def _addressee(quote: Quote) -> str | None:
    return quote.addressee and " ".join(name_words(quote.addressee))


def _order(quotes: Sequence[Quote], article: Small) -> Ints:
    """The places of the quotes in the order of their articles and of their places there."""
    ends, starts = (_column(map(attrgetter(f"span.{bound}"), quotes)) for bound in ("end", "start"))
    titles = _column(map("title".__eq__, map(attrgetter("field"), quotes)))
    return np.lexsort((ends, starts, titles, article))


def _placed(articles: Mapping[str, Article]) -> list[str]:
    """The articles by date, those without one last, then by key."""
    dated: dict[tuple[bool, str], list[str]] = {}
    for name, article in articles.items():
        when = article.published if day(article.published) else None
        dated.setdefault((when is None, when or ""), []).append(name)
    return [
        name
        for when in sorted(dated)
        for name in sorted(dated[when], key=lambda name: (articles[name].key, articles[name].id))
    ]


def _column(values: Iterable[int]) -> Small:
    return np.fromiter(values, dtype=np.int32)


def _numbered(values: Iterable[str | None]) -> tuple[Small, tuple[str, ...]]:
    """The number of each value, and the values in the order they first come."""
    numbers: defaultdict[str | None, int] = defaultdict(count().__next__, {None: UNKNOWN})
    return _column(map(numbers.__getitem__, values)), tuple(value for value in numbers if value is not None)
