"""The quotes of a run as `match` works on them: distinct texts, their stems and weights, when and by whom said."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quotetrace.match.index import Setting
from quotetrace.match.lexicon import Lexicon, lexicon
from quotetrace.match.likeness import LEAST
from quotetrace.match.occasion import day
from quotetrace.match.stem import stem
from quotetrace.match.weigh import FREE as COMMONEST
from quotetrace.match.weigh import Weights, weights
from quotetrace.models import Article, Quote, Side
from quotetrace.text import fold, folded, name_words

SMALL = frozenset({"with", "from", "into", "over", "upon", "about"})


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """Distinct texts in order; ``sides[i]`` are the quotes whose folded words are text ``i``, the earliest first.

    ``text`` is the number of each quote's text, by id; ``rank`` its place among the quotes: dated articles first, by
    date, then by key and by place in the article. ``strings[i]`` is text ``i`` with one character a stem. For each
    word of the lexicon, ``surprise`` is its weight in bits and ``worth`` what sharing it says.
    """

    articles: Mapping[str, Article]
    sides: tuple[tuple[Side, ...], ...]
    text: Mapping[str, int]
    rank: Mapping[str, int]
    lexicon: Lexicon
    strings: Sequence[str]
    weights: Weights
    setting: Setting
    surprise: NDArray[np.float32]
    worth: NDArray[np.float32]

    def one_outlet(self, i: int, j: int) -> bool:
        """Whether two texts were only printed by one outlet, which does not translate a statement twice."""
        outlets = {self.articles[side.quote.article].outlet for text in (i, j) for side in self.sides[text]}
        return len(outlets) == 1 and None not in outlets

    def bits(self, text: int) -> list[float]:
        """What sharing each word of a text says, ``LEAST`` at the least."""
        starts = self.lexicon.starts
        found: list[float] = self.worth[self.lexicon.ids[starts[text] : starts[text + 1]]].tolist()
        return found


def corpora(quotes: Sequence[Quote], articles: Mapping[str, Article]) -> tuple[Corpus, Corpus]:
    """The quotes by their own words, and by what they report: a fragment in marks with the clause around it."""
    ordered = sorted(quotes, key=lambda quote: _place(quote, articles[quote.article]))
    rank = {quote.id: i for i, quote in enumerate(ordered)}
    sides = (Side(quote, quote.span.start, quote.text) for quote in ordered)
    read = zip(sides, folded(quote.text for quote in ordered), strict=True)
    if not any(quote.kind == "mixed" and quote.clause for quote in ordered):
        wordings = _corpus(read, rank, articles, None)
        return wordings, wordings
    own = list(read)
    wordings = _corpus(own, rank, articles, None)
    whole = [_reported(side, words, articles[side.quote.article]) for side, words in own]
    return wordings, _corpus(whole, rank, articles, wordings.weights)


def _reported(side: Side, words: str, article: Article) -> tuple[Side, str]:
    quote = side.quote
    if quote.kind != "mixed" or not quote.clause:
        return side, words
    clause = quote.clause.of(article.field_text(quote.field))
    return Side(quote, quote.clause.start, clause), " ".join(fold(clause))


def _corpus(
    said: Iterable[tuple[Side, str]], rank: Mapping[str, int], articles: Mapping[str, Article], known: Weights | None
) -> Corpus:
    """Gather the quotes by their folded words; those without a word are left out."""
    texts: dict[str, list[Side]] = {}
    for side, words in said:
        if words:
            texts.setdefault(words, []).append(side)
    distinct = sorted(texts)
    same = tuple(tuple(texts[words]) for words in distinct)
    stems = lexicon(distinct, stem)
    known = known or _weights(stems, [len(own) for own in same])
    surprise = np.array([known.surprise(stem) for stem in stems.vocabulary], dtype=np.float32)
    return Corpus(
        articles,
        same,
        {side.quote.id: i for i, own in enumerate(same) for side in own},
        rank,
        stems,
        stems.strings(),
        known,
        _setting([own[0].quote for own in same], articles),
        surprise,
        np.maximum(surprise - COMMONEST, LEAST).astype(np.float32),
    )


def _weights(words: Lexicon, times: Sequence[int]) -> Weights:
    """Weights of the stems by how often they are said, a text as often as it is quoted."""
    said = np.repeat(np.array(times, dtype=np.int64), np.diff(words.starts))
    counts = np.bincount(words.ids, weights=said, minlength=len(words.vocabulary)).astype(np.int64)
    return weights(dict(zip(words.vocabulary, counts.tolist(), strict=True)))


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
    """Whether words are printed like a title: two or more, each with a capital but for "the", "with" and the like.

    >>> is_title("The Late Show with Mira Oll"), is_title("Nobody rang us"), is_title("Evening Table")
    (True, False, True)
    """
    if any(word.islower() and len(word) > 3 and word.isalpha() and word not in SMALL for word in text.split()):
        return False
    letters = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3 and word not in SMALL]
    return 2 <= len(letters) <= 8 and all(word[0].isupper() for word in letters)


def names(text: str, title: str) -> bool:
    """Whether a text has the words of a title with their capitals, and others beside them.

    >>> names("on Evening Table last week", "Evening Table"), names("at the evening table", "Evening Table")
    (True, False)
    """
    told, sought = (re.findall(r"[^\W\d_]+", part) for part in (text, title))
    return len(told) > len(sought) and {word for word in sought if word[0].isupper() and len(word) > 3} <= set(told)


def titled(one: str, other: str) -> bool:
    """Whether two texts are printed like a title, or the shorter is and stands so in the longer."""
    shorter, longer = sorted((one, other), key=len)
    return is_title(shorter) and (is_title(longer) or names(longer, shorter))
