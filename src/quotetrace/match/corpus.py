"""The quotes of a run as `match` works on them: distinct texts, their stems and weights, when and by whom said."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quotetrace.match.index import Setting
from quotetrace.match.lexicon import Lexicon, lexicon
from quotetrace.match.occasion import day
from quotetrace.match.soft import FREE
from quotetrace.match.stem import stem
from quotetrace.match.weigh import Weights, weights
from quotetrace.models import Article, Quote, Side
from quotetrace.text import fold, name_words


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """Distinct texts in order; ``sides[i]`` are the quotes whose folded words are text ``i``, the earliest first.

    ``rank`` is the place of each quote, by id: dated articles first, by date, then by key and by place in the article.
    ``text`` is the number of each quote's text, by id.
    """

    articles: Mapping[str, Article]
    sides: tuple[tuple[Side, ...], ...]
    stems: tuple[tuple[str, ...], ...]
    text: Mapping[str, int]
    rank: Mapping[str, int]
    lexicon: Lexicon
    weights: Weights
    setting: Setting

    def one_outlet(self, i: int, j: int) -> bool:
        """Whether two texts were only printed by one outlet, which does not translate a statement twice."""
        outlets = {self.articles[side.quote.article].outlet for text in (i, j) for side in self.sides[text]}
        return len(outlets) == 1 and None not in outlets

    def rarity(self) -> NDArray[np.float64]:
        """How far each word of the lexicon is from the commonest, in bits."""
        words = self.lexicon.vocabulary
        return np.array([max(self.weights.surprise(stem) - FREE, 0.0) for stem in words], dtype=np.float64)


def corpora(quotes: Sequence[Quote], articles: Mapping[str, Article]) -> tuple[Corpus, Corpus]:
    """The quotes by their own words, and by what they report: a fragment in marks with the clause around it."""
    ordered = sorted(quotes, key=lambda quote: _place(quote, articles[quote.article]))
    own = [Side(quote, quote.span.start, quote.text) for quote in ordered]
    whole = [_reported(quote, articles[quote.article]) for quote in ordered]
    known = weights(tuple(map(stem, fold(side.text))) for side in own)
    return _corpus(own, articles, known), _corpus(whole, articles, known)


def _reported(quote: Quote, article: Article) -> Side:
    if quote.kind != "mixed" or not quote.clause:
        return Side(quote, quote.span.start, quote.text)
    return Side(quote, quote.clause.start, quote.clause.of(article.field_text(quote.field)))


def _corpus(ordered: Sequence[Side], articles: Mapping[str, Article], known: Weights) -> Corpus:
    """Gather the quotes by their folded words; those without a word are left out."""
    texts: dict[tuple[str, ...], list[Side]] = {}
    for side in ordered:
        if keys := fold(side.text):
            texts.setdefault(keys, []).append(side)
    distinct = sorted(texts)
    same = tuple(tuple(texts[keys]) for keys in distinct)
    stems = tuple(tuple(map(stem, keys)) for keys in distinct)
    return Corpus(
        articles,
        same,
        stems,
        {side.quote.id: i for i, own in enumerate(same) for side in own},
        {side.quote.id: i for i, side in enumerate(ordered)},
        lexicon(stems),
        known,
        _setting([own[0].quote for own in same], articles),
    )


def _place(quote: Quote, article: Article) -> tuple[bool, str, str, str, str, int, int]:
    dated = article.published if day(article.published) else None
    return (
        dated is None,
        dated or "",
        article.key,
        article.id,
        quote.field,
        quote.span.start,
        quote.span.end,
    )


def _setting(first: Sequence[Quote], articles: Mapping[str, Article]) -> Setting:
    """Day and speaker of the first report of each text; a speaker is told by the last word of the name."""
    numbers: dict[str, int] = {}
    names = [name_words(quote.speaker or "")[-1:] for quote in first]
    days = [day(articles[quote.article].published) for quote in first]
    return Setting(
        np.array([when[0].toordinal() if when else np.nan for when in days], dtype=np.float64),
        np.array([numbers.setdefault(name[0], len(numbers)) if name else -1 for name in names], dtype=np.int64),
    )


def is_title(text: str) -> bool:
    """Whether words are printed like a title or a slogan: two or more of them, each longer one with a capital.

    >>> is_title("The Late Show With Mira Oll"), is_title("Nobody rang us"), is_title("Old Water")
    (True, False, False)
    """
    letters = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return 2 <= len(letters) <= 8 and all(word[0].isupper() for word in letters)
