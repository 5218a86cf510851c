"""What the kinds of evidence look at: a family, and two of its articles seen as source and target."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from quotetrace.models import Article, Credit, Evidence, Family, Link, Quote, Reuse, Span
from quotetrace.text import fold
from quotetrace.trace.credits import Spoken, around, at_foot, bearing, of_speaker
from quotetrace.trace.dates import Order, order
from quotetrace.trace.phrases import translation_words
from quotetrace.trace.sentences import Sentences, covered, own, whole

LOWER = re.compile(r"\b[^\W\d_A-Z][^\W\d_]*")
STOCK = 4
"""Words in lower case of a shared stretch that tell nothing: those of titles and stock phrases."""
BY_CHANCE = 10
"""Fewer telling words than this are shared by reporters who never read one another."""
IN_A_SENTENCE = 7
"""The same, where a whole sentence is among them."""
Deviation = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True)
class Setting:
    """One family: its quotes and the credits that bear on them by article, its links by pair of articles, and what is
    worked out once for all pairs. ``wired``: the articles whose narration stands under an agency's name elsewhere."""

    family: Family
    articles: Mapping[str, Article]
    quotes: Mapping[str, tuple[Quote, ...]]
    credits: Mapping[str, tuple[Credit, ...]]
    links: Mapping[tuple[str, str], tuple[Link, ...]]
    spoken: Spoken
    wired: Mapping[str, Evidence]

    def when(self, article: str) -> tuple[str, str, str]:
        """What to sort an article by: its date, undated ones last, then its key and id."""
        found = self.articles[article]
        return found.published or "9999", found.key, found.id

    def quote(self, key: str) -> Quote:
        """The quote of the family with the id ``key``."""
        return next(one for quotes in self.quotes.values() for one in quotes if one.id == key)

    @cached_property
    def words(self) -> dict[str, tuple[str, ...]]:
        """The folded words of each quote of the family."""
        return {quote.id: fold(quote.text) for quotes in self.quotes.values() for quote in quotes}

    @cached_property
    def fields(self) -> dict[str, str]:
        """For each quote the text in which its offsets count: that of its article, or its title."""
        quotes = (quote for quotes in self.quotes.values() for quote in quotes)
        homes = ((quote, self.articles[quote.article]) for quote in quotes)
        return {quote.id: (one.title or "") if quote.field == "title" else one.text for quote, one in homes}

    @cached_property
    def in_marks(self) -> dict[str, bool]:
        """For each quote whether it is in marks."""
        return {quote.id: quote.kind != "indirect" for quotes in self.quotes.values() for quote in quotes}

    @cached_property
    def translated(self) -> str:
        """The words by which an article of the family says that the statement was translated, or was made to foreign
        media; "" without any. Two renderings alone do not show it: transcripts of one language differ as well."""
        for key, one in self.articles.items():
            named = [said for said in self.spoken.get(key, ()) if said[2]]
            for span in translation_words(one.text):
                if at_foot(one.text, span, named) or of_speaker(span.start, self.quotes[key], named):
                    return " ".join(around(one.text, span).split())
        return ""

    @cached_property
    def deviations(self) -> dict[str, frozenset[Deviation]]:
        """For each article where its wording leaves the commonest one: (common words, its words)."""
        usual = _commonest(self.family)
        found: dict[str, set[Deviation]] = defaultdict(set)
        for (_, b), links in self.links.items():
            for link in links:
                if link.a in usual and link.b not in usual and link.relation == "edited":
                    found[b].update(self._replaced(link))
        return {article: frozenset(deviations) for article, deviations in found.items()}

    def _replaced(self, link: Link) -> Iterable[Deviation]:
        for change in link.changes:
            if change.op == "replace" and change.a and change.b:
                yield fold(change.a.of(self.fields[link.a])), fold(change.b.of(self.fields[link.b]))

    @cached_property
    def deviants(self) -> Counter[Deviation]:
        """In how many articles each deviation stands."""
        return Counter(one for deviations in self.deviations.values() for one in deviations)


def _commonest(family: Family) -> frozenset[str]:
    """The quotes of the commonest wording; none when no wording is commoner than all others."""
    counts = Counter({wording.id: len(wording.quotes) for wording in family.wordings})
    top = counts.most_common(2)
    if not top or (len(top) == 2 and top[0][1] == top[1][1]):
        return frozenset()
    return frozenset(q for wording in family.wordings if wording.id == top[0][0] for q in wording.quotes)


@dataclass(frozen=True, slots=True)
class Pair:
    """``source`` and ``target`` of a family, with their links (``a`` in the source) and shared narration (likewise).

    ``here`` and ``there``: bit masks of the shared narration in the text of the target and of the source, a bit a
    character; ``telling``: how many of its words are no names and no stock. ``lacking``: narration of the target that
    another may have given it and the source cannot; ``elsewhere``: what any of another outlet may have given it.
    ``third``: an article that shares narration with both which they do not share with one another, or None.
    ``nearer``: others that have narration of the source which the target lacks, and none of the target's which the
    source lacks, with a bit for each letter of the source; none where the dates tell the order.
    ``agency``: the words by which an article with the same narration, one of the two or a third, names an agency.
    ``own_quotes``: what the target quotes the same speaker as saying, and the source does not. ``beside``: by which
    the target names the source's outlet for another quote of the same speaker that both have, or None.
    ``relay``: another possible source that credits the source's outlet as the target does, or None.
    ``differ``: quotes of the target that report other statements of the source in other words. ``frames``: what stands
    beside a quote in both. ``moved``: what both have and in another order, in the article with the lower id and in the
    other. ``told``: the sentences that the target tells in its own words.
    """

    setting: Setting
    source: Article
    target: Article
    links: tuple[Link, ...]
    order: Order
    reuse: Reuse | None = None
    here: int = 0
    there: int = 0
    telling: int = 0
    lacking: int = 0
    elsewhere: int = 0
    third: Article | None = None
    nearer: tuple[tuple[Article, int], ...] = ()
    agency: str = ""
    own_quotes: tuple[str, ...] = ()
    beside: Credit | None = None
    relay: Article | None = None
    differ: tuple[Quote, ...] = ()
    frames: tuple[str, ...] = ()
    moved: tuple[tuple[Span, Span], ...] = ()
    told: Sentences = ()

    @property
    def sources(self) -> tuple[Quote, ...]:
        """The quotes of the family in the source."""
        return self.setting.quotes[self.source.id]

    @property
    def targets(self) -> tuple[Quote, ...]:
        """The quotes of the family in the target."""
        return self.setting.quotes[self.target.id]

    def said(self, link: Link) -> tuple[str, str]:
        """The stretches that ``link`` joins: the words of the source, and those of the target."""
        fields = self.setting.fields
        return link.a_span.of(fields[link.a]), link.b_span.of(fields[link.b])

    @property
    def covered(self) -> float:
        """The share of the target's narration that stands in the source, in [0, 1], at six letters a word."""
        if not self.reuse:
            return 0.0
        words = self.reuse.b_words if self.reuse.a == self.source.id else self.reuse.a_words
        return min(1.0, covered(self.here, self.told) / (6 * words)) if words else 0.0

    @property
    def of_source(self) -> float:
        """The share of the source's narration that stands in the target, likewise."""
        if not self.reuse:
            return 0.0
        words = self.reuse.a_words if self.reuse.a == self.source.id else self.reuse.b_words
        return min(1.0, self.there.bit_count() / (6 * words)) if words else 0.0

    @property
    def own_sentences(self) -> int:
        """How many sentences of the target do not stand in the source."""
        return own(self.here, self.told)

    @property
    def by_chance(self) -> bool:
        """They share so little narration that two who never read one another may have it."""
        return self.telling < BY_CHANCE and (self.telling < IN_A_SENTENCE or not self.whole)

    @property
    def whole(self) -> bool:
        """A whole sentence of the target stands in the source."""
        return whole(self.here, self.told)

    @property
    def same_outlet(self) -> bool:
        """Both stand in one outlet."""
        return bool(self.source.outlet) and self.source.outlet == self.target.outlet


def pair(setting: Setting, source: str, target: str, reuse: Reuse | None) -> Pair:
    """The two articles of ``setting`` seen as source and target."""
    a, b = setting.articles[source], setting.articles[target]
    return Pair(setting, a, b, setting.links[source, target], order(a, b), reuse)


def mask(spans: Iterable[tuple[int, int]]) -> int:
    """A number with a bit for every place in ``spans``.

    >>> bin(mask([(1, 3), (4, 5)]))
    '0b10110'
    """
    bits = 0
    for start, end in spans:
        bits |= ((1 << (end - start)) - 1) << start
    return bits


def telling(reuse: Reuse, text: str) -> int:
    """How many words of the shared narration tell something: those in lower case, less four for every stretch, for
    titles with names and stock phrases are shared by people who never read one another. ``text`` is that of ``a``."""
    return sum(max(0, len(LOWER.findall(a.of(text))) - STOCK) for a, _ in reuse.stretches)


def setting(
    family: Family,
    links: Sequence[Link],
    quotes: Mapping[str, Quote],
    articles: Mapping[str, Article],
    spoken: Spoken,
    wired: Mapping[str, Evidence],
) -> Setting:
    """A family with the links inside it, each seen from both sides. ``spoken`` is as `speakers` gives it."""
    by_article: dict[str, list[Quote]] = defaultdict(list)
    for key in family.quotes:
        by_article[quotes[key].article].append(quotes[key])
    both: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in links:
        a, b = quotes[link.a].article, quotes[link.b].article
        if a != b:
            both[a, b].append(link)
            both[b, a].append(link.flipped())
    here = {key: articles[key] for key in sorted(by_article)}
    ordered = {key: tuple(sorted(by_article[key], key=lambda q: (q.field, q.span, q.id))) for key in here}
    named = {key: bearing(one, ordered[key], spoken.get(key, ())) for key, one in here.items()}
    joined = {key: tuple(sorted(both[key], key=lambda x: (-x.score, x.a, x.b))) for key in sorted(both)}
    return Setting(family, here, ordered, named, joined, spoken, wired)
