"""The quotes of a run as `match` works on them: distinct texts, their stems and weights, when and by whom said."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from quotetrace.match.index import Setting
from quotetrace.match.lexicon import Ints, Lexicon, Small, letters, lexicon
from quotetrace.match.likeness import LEAST, Likeness, likeness
from quotetrace.match.said import UNKNOWN, Said, said
from quotetrace.match.stem import stem
from quotetrace.match.weigh import FREE as COMMONEST
from quotetrace.match.weigh import Weights, weights
from quotetrace.models import Article, Quote, Side

SURE = 0.5  # confidence below which a speaker keeps no two quotes from meeting
SMALL = frozenset({"with", "from", "into", "over", "upon", "about"})


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """The distinct texts of the quotes of a run, in order; quotes are told by their rank.

    ``text`` is the number of each quote's text, -1 for one without a word. ``order[bounds[i]:bounds[i + 1]]`` are the
    quotes whose folded words are text ``i``, the earliest first. ``clauses`` are the quotes that are compared by the
    clause around them. ``reported``: texts that have no marks of their own, wherever they stand. For each word of the
    lexicon, ``surprise`` is its weight in bits and ``worth`` what sharing it says.
    """

    said: Said
    clauses: Mapping[int, Side]
    text: Small
    order: Small
    bounds: Ints
    lexicon: Lexicon
    weights: Weights
    setting: Setting
    reported: NDArray[np.bool_]
    surprise: NDArray[np.float32]
    worth: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.lexicon)

    def side(self, rank: int) -> Side:
        """One half of a pair."""
        quote = self.said.quotes[rank]
        return self.clauses.get(rank) or Side(quote, quote.span.start, quote.text)

    def quotes(self, text: int) -> list[int]:
        """The quotes that have a text, the earliest first."""
        found: list[int] = self.order[self.bounds[text] : self.bounds[text + 1]].tolist()
        return found

    def printed(self, text: int) -> str:
        """A text as the earliest quote prints it."""
        rank = int(self.order[self.bounds[text]])
        return self.clauses[rank].text if rank in self.clauses else self.said.quotes[rank].text

    def strings(self, texts: Ints) -> list[str]:
        """Some texts, each as a string of one character a stem."""
        words = self.lexicon.of(texts)
        row = letters(words.ids)
        return [row[start:end] for start, end in pairwise(words.starts.tolist())]

    def outlets(self) -> Small:
        """The one outlet that printed each text, `UNKNOWN` where it was not one, or is not known."""
        if not len(self):
            return np.empty(0, dtype=np.int32)
        own, first = self.said.outlet[self.order], self.bounds[:-1]
        low, high = np.minimum.reduceat(own, first), np.maximum.reduceat(own, first)
        return np.where(low == high, low, UNKNOWN)

    def likeness(self, i: int, j: int, *, loose: bool = False) -> Likeness | None:
        """How alike two texts are, word by word."""
        return likeness(letters(self._own(i)), letters(self._own(j)), self.bits(i), self.bits(j), loose=loose)

    def bits(self, text: int) -> list[float]:
        """What sharing each word of a text says, ``LEAST`` at the least."""
        found: list[float] = self.worth[self._own(text)].tolist()
        return found

    def _own(self, text: int) -> Small:
        return self.lexicon.ids[self.lexicon.starts[text] : self.lexicon.starts[text + 1]]


def corpora(quotes: Sequence[Quote], articles: Mapping[str, Article]) -> tuple[Corpus, Corpus]:
    """The quotes by their own words, and by what they report: a fragment in marks with the clause around it."""
    known = said(quotes, articles)
    clauses = {
        rank: Side(quote, quote.clause.start, quote.clause.of(known.home(rank).field_text(quote.field)))
        for rank, quote in enumerate(known.quotes)
        if quote.kind == "mixed" and quote.clause
    }
    words = lexicon(chain((quote.text for quote in quotes), (side.text for side in clauses.values())))
    wordings = _corpus(known, {}, words.of(known.came), None)
    if not clauses:
        return wordings, wordings
    own = known.came.copy()
    own[list(clauses)] = np.arange(len(quotes), len(words))
    return wordings, _corpus(known, clauses, words.of(own), wordings.weights)


def _corpus(known: Said, clauses: Mapping[int, Side], words: Lexicon, heavy: Weights | None) -> Corpus:
    """Gather the quotes by their folded words; those without a word are left out."""
    text, first = words.same()
    told = np.flatnonzero(text >= 0).astype(np.int32)
    order = told[np.argsort(text[told], kind="stable")]
    bounds = np.searchsorted(text[order], np.arange(len(first) + 1))
    stems = words.of(first).stemmed(stem)
    heavy = heavy or _weights(stems, np.diff(bounds))
    surprise = np.array([heavy.surprise(stem) for stem in stems.vocabulary], dtype=np.float32)
    worth = np.maximum(surprise - COMMONEST, LEAST).astype(np.float32)
    setting = _setting(known, order, bounds)
    reported = _reported(known, clauses)[order]
    if len(stems):
        reported = np.logical_and.reduceat(reported, bounds[:-1])
    return Corpus(known, clauses, text, order, bounds, stems, heavy, setting, reported, surprise, worth)


def _reported(known: Said, clauses: Mapping[int, Side]) -> NDArray[np.bool_]:
    """Which quotes are speech without marks, or a clause around a fragment in marks."""
    found: NDArray[np.bool_] = known.unmarked > 0
    found[[rank for rank, side in clauses.items() if side.text != side.quote.text]] = True
    return found


def _weights(words: Lexicon, times: Ints) -> Weights:
    """Weights of the stems by how often they are said, a text as often as it is quoted."""
    counts = words.counts(times)
    return weights(dict(zip(words.vocabulary, counts.tolist(), strict=True)))


def _setting(known: Said, order: Small, bounds: Ints) -> Setting:
    """Day of the first report of each text, and its surest speaker, told by the last word of the name."""
    if not len(order):
        return Setting(np.empty(0), np.empty(0, dtype=np.int32))
    days = known.days[order[bounds[:-1]]]
    sure = np.where(known.surname[order] == UNKNOWN, 0.0, known.trust[order])
    most = np.maximum.reduceat(sure, bounds[:-1])
    at = np.flatnonzero(sure == np.repeat(most, np.diff(bounds)))
    surest = order[at[np.searchsorted(at, bounds[:-1])]]
    return Setting(np.where(days == UNKNOWN, np.nan, days), np.where(most < SURE, UNKNOWN, known.surname[surest]))


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
