"""Characters that no reader sees: soft hyphens and zero-width marks inside words, line ends of other systems. Pure."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

HIDDEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphen, zero-width space and joiners, byte order mark
_BREAKS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
PARTED = r"\u00ad\r?\n"  # a word goes on in the next line
_HIDDEN = re.compile(rf"[{HIDDEN}](?:(?<=\u00ad)\r?\n(?=[^\W\d_])|[{HIDDEN}]*)")
_BREAK = re.compile(rf"[{_BREAKS}](?!(?<=\r)\n)")
_PLAIN = str.maketrans("’ʼ", "''", HIDDEN + "\r\n")


class Seen(NamedTuple):
    """``text`` as a reader sees it; ``places`` has the offset of each of its characters, and of its end, as read."""

    text: str
    places: Sequence[int]

    def at(self, place: int) -> int:
        """Where in ``text`` the character at offset ``place`` of the text as read stands, or the first after it."""
        return bisect_left(self.places, place)


def plain(word: str) -> str:
    r"""``word`` without hidden characters and with straight apostrophes.

    >>> plain("can’t"), plain("har\u00adbour")
    ("can't", 'harbour')
    """
    return word if word.isascii() else word.translate(_PLAIN)


def seen(text: str) -> Seen | None:
    r"""``text`` without hidden characters and with "\n" for every line end; None where that is ``text`` itself.

    A line end behind a soft hyphen parts a word, and is hidden with it. "\r\n" stays as it is.

    >>> view = seen("the har\u00ad\nbour\rfell")
    >>> view.text, view.places[7]
    ('the harbour\nfell', 9)
    """
    if not any(character in text for character in HIDDEN + _BREAKS):
        return None
    shown = _BREAK.sub("\n", text)
    hidden = [found.span() for found in _HIDDEN.finditer(shown)]
    if not hidden:
        return None if shown == text else Seen(shown, range(len(text) + 1))
    parts: list[str] = []
    places: list[int] = []
    begin = 0
    for start, stop in [*hidden, (len(text), len(text))]:
        parts.append(shown[begin:start])
        places += range(begin, start)
        begin = stop
    return Seen("".join(parts), [*places, len(text)])
