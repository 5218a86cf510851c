"""Words of a text folded for comparison, each with its offsets. Pure."""

import re
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from quotetrace.text.hidden import HIDDEN, PARTED
from quotetrace.text.keys import DIGITS, keys

LETTER = r"[^\W\d_]"
TOKEN = re.compile(
    rf"""
      (?i:twent|thirt|fort|fift|sixt|sevent|eight|ninet)y[-‐‑\ ](?:one|two|three|four|five|six|seven|eight|nine)\b
    | (?i:per\ cent)\b
    | (?:{LETTER}\.){{2,12}}(?:{LETTER}\b)?      # F.B.I.  O.K.
    | \d+(?:[.,]\d+)*                            # 2.6  275,000
    | {LETTER}+(?:\*+{LETTER}*|(?:{PARTED}|['’ʼ{HIDDEN}]){LETTER}+)*  # word  can't  f***ing
    | [&%]
    """,
    re.VERBOSE,
)
CUT = re.compile(r"[\[(]\s{0,2}(?:\.{3,4}|…)\s{0,2}[\])]|\.{3,4}|…|\.\ \.\ \.(?:\ \.)?")
BRACKET = re.compile(r"\[[^\[\]]{1,120}\]|\([^()]{1,60}\)")


class Word(NamedTuple):
    """One folded word and where it stands: half-open ``[start, end)``. Words of one contraction share a place."""

    key: str
    start: int
    end: int


def words(text: str, offset: int = 0) -> tuple[Word, ...]:
    """The folded words of ``text`` with their places, counted from ``offset``; may be empty.

    >>> words("It can’t!", 10)
    (Word(key='it', start=10, end=12), Word(key='can', start=13, end=18), Word(key='not', start=13, end=18))
    """
    return tuple(
        Word(key, offset + found.start(), offset + found.end())
        for found in TOKEN.finditer(text)
        for key in keys(found[0])
    )


def fold(text: str) -> tuple[str, ...]:
    """The folded words of ``text`` without places: ``tuple(word.key for word in words(text))``, but faster.

    >>> fold("The F.B.I. won't pay 2.6million") == fold("the FBI will not pay 2.6 million")
    True
    """
    found = [_folded(chunk) if len(chunk) <= LONGEST_CHUNK else _refolded(chunk) for chunk in text.split()]
    if None in found:
        return _refolded(text)
    return tuple(chain.from_iterable(found))  # type: ignore[arg-type]


LONGEST_CHUNK = 40  # characters between two spaces beyond which nothing is kept for the next time
TENS = "|".join(word for word, digits in DIGITS.items() if len(digits) > 1 and word.endswith("ty"))
OPEN = re.compile(rf"(?<!{LETTER})(?:per|{TENS})$", re.IGNORECASE)


def folded_chunk(chunk: str) -> tuple[str, ...] | None:
    """The folded words of what stands between two spaces; None where the last may go on after the space.

    >>> folded_chunk("can’t,"), folded_chunk("…"), folded_chunk("per")
    (('can', 'not'), (), None)
    """
    if OPEN.search(chunk) or chunk.endswith("\u00ad"):
        return None
    bare = chunk.rstrip(".,;:!?")
    return keys(bare) if bare.isalpha() else _refolded(chunk)


_folded = lru_cache(maxsize=1 << 16)(folded_chunk)


def _refolded(text: str) -> tuple[str, ...]:
    return tuple(key for token in TOKEN.findall(text) for key in keys(token))


def cuts(text: str) -> tuple[int, ...]:
    """Where ``text`` says that words were left out: the offset of each ellipsis, "…", "...", "[...]" or ". . .".

    >>> cuts("We will … not [...] yield")
    (8, 14)
    """
    return tuple(found.start() for found in CUT.finditer(text))


def brackets(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of an editor's words in brackets: "[the government]", "(local)"; a bracketed ellipsis is none.

    >>> brackets("They [the mayors] will not […] yield")
    ((5, 17),)
    """
    return tuple(found.span() for found in BRACKET.finditer(text) if not CUT.fullmatch(found[0]))
