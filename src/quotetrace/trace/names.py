"""Whether a name in a credit and the name of an outlet mean the same house."""

import re
from functools import lru_cache

from quotetrace.trace.phrases import phrases

WORD = re.compile(r"\w+")


@lru_cache(maxsize=1 << 14)
def core(name: str) -> tuple[str, ...]:
    """The telling words of ``name``, folded; all of its words where none is telling.

    >>> core("France's TF1 TV channel"), core("The Press Service")
    (('france', 'tf1'), ('the', 'press', 'service'))
    """
    generic = phrases().generic
    words = tuple(WORD.findall(name.casefold().replace("’", "'").replace(".", "")))
    return tuple(word for word in words if word not in generic) or words


@lru_cache(maxsize=1 << 14)
def _initials(name: str) -> str:
    """The first letters of the words of ``name`` that are not "the" or "of"; "" for fewer than two."""
    words = [word for word in WORD.findall(name.casefold()) if word not in {"the", "of", "and"}]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


@lru_cache(maxsize=1 << 16)
def same_house(name: str, outlet: str) -> bool:
    """The same telling words, or one is the initials of the other.

    >>> same_house("AP", "The Associated Press"), same_house("the Mehr news agency", "Mehr")
    (True, True)
    >>> same_house("Times", "New York Times")
    False
    """
    if not name or not outlet:
        return False
    ours, theirs = core(name), core(outlet)
    if ours == theirs:
        return True
    return "".join(ours) == _initials(outlet) or "".join(theirs) == _initials(name)


def has_name(text: str, outlet: str) -> bool:
    """Whether the whole name of ``outlet`` stands in ``text``, in its own capitals and with or without "the".

    >>> has_name("In a poll by the Harbour Post, 40", "The Harbour Post"), has_name("the first post", "Post")
    (True, False)
    """
    name = outlet.removeprefix("The ").removeprefix("the ")
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
