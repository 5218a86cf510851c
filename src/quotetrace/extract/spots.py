"""Where a run of letters has some of them: one pass over bytes makes them one letter, which is quick to find."""

from collections.abc import Iterator
from typing import Final

_SPOT: Final = "x"
_OTHER: Final = "-"


def table(wanted: str) -> bytes:
    """What `spots` needs to find the letters ``wanted``."""
    return "".join(_SPOT if chr(code) in wanted else _OTHER for code in range(256)).encode()


def bit(flag: int) -> bytes:
    """What `spots` needs to find the characters whose number has the bit ``flag``."""
    return table("".join([chr(code) for code in range(256) if code & flag]))


def spots(letters: str, wanted: bytes) -> list[int]:
    """The places in ``letters`` of those that the table ``wanted`` was made of, in order.

    >>> spots("DNVIN.", table("N."))
    [1, 4, 5]
    """
    marked = letters.encode("latin-1").translate(wanted).decode("latin-1")
    found: list[int] = []
    place = marked.find(_SPOT)
    while place >= 0:
        found.append(place)
        place = marked.find(_SPOT, place + 1)
    return found


def shared_out(places: list[int], stops: list[int]) -> Iterator[list[int]]:
    """The places before each of ``stops`` that are not before the one before it; both are in order.

    >>> list(shared_out([1, 4, 5], [3, 4, 9]))
    [[1], [], [4, 5]]
    """
    done = 0
    for stop in stops:
        begin = done
        while done < len(places) and places[done] < stop:
            done += 1
        yield places[begin:done]
