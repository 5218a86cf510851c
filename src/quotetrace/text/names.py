"""Whether two names are one, and which is the fuller. Pure."""

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from quotetrace.text.folding import fold
from quotetrace.text.keys import listed

SPELLING = 85  # rapidfuzz ratio from which two longer words are spellings of one name
NAME_PARTICLES = frozenset(listed("jr sr ii iii iv phd md of the and for a an in on at to s mr mrs ms dr"))


@lru_cache(maxsize=1 << 15)
def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name that tell it from others: without "of", "the", "Mr", "Jr".

    >>> name_words("Dr Anna Varga of the Board")
    ('anna', 'varga', 'board')
    """
    return tuple(key for key in fold(name) if key not in NAME_PARTICLES)


def same_name(a: str | None, b: str | None) -> bool | None:
    """True if two names agree, False if they contradict each other, None where one is unknown.

    They agree when the words of one are all in the other, give or take a letter, or when they share the last word and
    one first name is the initial of the other.

    >>> same_name("Anna Varga", "Mr Varga"), same_name("Anna Varga", "Peter Varga"), same_name("A. Varga", "Anna Varga")
    (True, False, True)
    """
    if a and a == b:
        return True
    one, other = name_words(a or ""), name_words(b or "")
    if not one or not other:
        return None
    short, long = sorted((one, other), key=len)
    if all(any(_same_word(word, there) for there in long) for word in short):
        return True
    return _same_word(one[-1], other[-1]) and one[0][0] == other[0][0] and 1 in (len(one[0]), len(other[0]))


def full_name(name: str, known: Iterable[str]) -> str | None:
    """The one of the ``known`` names that begins or ends with the words of ``name``; None where none does, or several.

    >>> full_name("Varga", ["Anna Varga", "Peter Holm"]), full_name("Varga", ["Anna Varga", "Peter Varga"])
    ('Anna Varga', None)
    """
    wanted = name.casefold().split()
    count = len(wanted)
    fitting = {one for one in known if wanted in ((words := one.casefold().split())[:count], words[-count:])}
    return fitting.pop() if wanted and len(fitting) == 1 else None


def _same_word(one: str, other: str) -> bool:
    """Whether two words of names are one, or two spellings of one: "Vincente" and "Vicente"."""
    return one == other or (min(len(one), len(other)) > 4 and ratio(one, other) > SPELLING)
