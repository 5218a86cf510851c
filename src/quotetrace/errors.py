"""One base for every error a user can cause; the command line turns it into a line and exit code 2."""

from collections.abc import Sequence
from difflib import get_close_matches


class QuotetraceError(Exception):
    """What is wrong, and in ``hint`` the remedy."""

    def __init__(self, message: str, *, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def unknown(what: str, name: str, known: Sequence[str]) -> QuotetraceError:
    """An error for a ``name`` that is not one of the ``known``, with the nearest as hint.

    >>> unknown("schema", "scna", ["scan", "diff"]).hint
    "did you mean 'scan'?"
    """
    near = get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
    return QuotetraceError(f"no {what} named {name!r}", hint=hint)
