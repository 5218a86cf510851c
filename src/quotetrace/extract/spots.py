"""Where a run of letters has some of them: one pass over bytes, many times as fast as a search for each."""

from collections.abc import Iterator
from itertools import accumulate
from typing import Final

_SPOT: Final = b"\n"
_OTHER: Final = b"-"


def table(wanted: str) -> bytes:
    """What `spots` needs to find the letters ``wanted``."""
    return b"".join(_SPOT if chr(code) in wanted else _OTHER for code in range(256))


def spots(letters: str, wanted: bytes) -> list[int]:
    """The places in ``letters`` of those that the table ``wanted`` was made of, in order.

    >>> spots("DNVIN.", table("N."))
    [1, 4, 5]
    """
    found = (letters.encode("latin-1").translate(wanted) + _SPOT).splitlines(keepends=True)  # each ends with a place
    return list(accumulate(map(len, found), initial=-1))[1:-1]


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
