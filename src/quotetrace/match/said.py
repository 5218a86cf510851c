"""What is known of each quote of a corpus, and of two that meet, as columns of numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quotetrace.match.corpus import Corpus
from quotetrace.match.lexicon import Ints
from quotetrace.match.occasion import day, one_name
from quotetrace.models import Side
from quotetrace.text import name_words

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
UNKNOWN = -1
LOW = 0xFFFFFFFF


def packed(a: Ints, b: Ints) -> Ints:
    """Two numbers below 2 ** 32 as one."""
    both: Ints = a.astype(np.int64) << 32 | b
    return both


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """The quotes of a corpus in the order of their rank, and a column for each thing known of them.

    Numbers stand for names, `UNKNOWN` for none. ``days`` is the first day that the date can mean, ``slack`` how many
    more it leaves open. ``text`` is the number of a quote's text, ``size`` its length.
    """

    sides: Sequence[Side]
    names: Sequence[str]
    speaker: Ints
    article: Ints
    outlet: Ints
    addressee: Ints
    days: Ints
    slack: Ints
    unmarked: Ints
    text: Ints
    size: Ints
    trust: Floats

    def one_speaker(self, a: Ints, b: Ints) -> Ints:
        """1 for one speaker, 0 for two, `UNKNOWN` where either is not known."""
        same = self.speaker[a] == self.speaker[b]
        told = np.where(same & (self.speaker[a] != UNKNOWN), 1, UNKNOWN)
        apart = np.flatnonzero(~same)
        told[apart] = self._two_speakers(a[apart], b[apart])
        return told

    def _two_speakers(self, a: Ints, b: Ints) -> Ints:
        couples, where = np.unique(packed(self.speaker[a] + 1, self.speaker[b] + 1), return_inverse=True)
        verdicts = [
            one_name(self.names[one - 1], self.names[other - 1]) if one and other else None
            for one, other in zip((couples >> 32).tolist(), (couples & LOW).tolist(), strict=True)
        ]
        codes = [UNKNOWN if verdict is None else int(verdict) for verdict in verdicts]
        return np.array(codes, dtype=np.int64)[where]

    def apart(self, a: Ints, b: Ints) -> Ints:
        """The fewest days between two reports, `UNKNOWN` where one has no date; as `occasion.days_apart`."""
        swapped = (self.days[a] > self.days[b]) | ((self.days[a] == self.days[b]) & (self.slack[a] > self.slack[b]))
        first, second = np.where(swapped, b, a), np.where(swapped, a, b)
        days = np.maximum(self.days[second] - self.days[first] - self.slack[first], 0)
        return np.where((self.days[a] < 0) | (self.days[b] < 0), UNKNOWN, days)

    def one(self, column: Ints, a: Ints, b: Ints) -> Flags:
        """Whether two quotes have the same known value."""
        same: Flags = (column[a] == column[b]) & (column[a] != UNKNOWN)
        return same


def said(texts: Corpus) -> Said:
    """The quotes of ``texts`` that have a word."""
    sides = sorted((side for own in texts.sides for side in own), key=lambda side: texts.rank[side.quote.id])
    homes = [texts.articles[side.quote.article] for side in sides]
    when = [day(home.published) for home in homes]
    ids = [side.quote.id for side in sides]
    names: dict[str, int] = {}
    return Said(
        sides,
        speaker=_numbered([side.quote.speaker for side in sides], names),
        names=tuple(names),
        article=_numbered([home.id for home in homes], {}),
        outlet=_numbered([home.outlet for home in homes], {}),
        addressee=_numbered([_addressee(side) for side in sides], {}),
        days=_column([found[0].toordinal() if found else UNKNOWN for found in when]),
        slack=_column([found[1] if found else 0 for found in when]),
        unmarked=_column([side.quote.kind == "indirect" for side in sides]),
        text=_column([texts.text[quote] for quote in ids]),
        size=_column([len(side.text) for side in sides]),
        trust=np.array([side.quote.confidence for side in sides], dtype=np.float64),
    )


def _column(values: Sequence[int]) -> Ints:
    return np.array(values, dtype=np.int64)


def _numbered(values: Sequence[str | None], numbers: dict[str, int]) -> Ints:
    """The number of each value, in the order they first come."""
    return _column([UNKNOWN if x is None else numbers.setdefault(x, len(numbers)) for x in values])


def _addressee(side: Side) -> str | None:
    addressee = side.quote.addressee
    return None if addressee is None else " ".join(name_words(addressee))
