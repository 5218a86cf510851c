"""Libraries that are installed on demand: `pip install 'quotetrace[html]'`."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from quotetrace.read.stream import UnreadableError

INSTALL = "pip install "
CHATTY = ("trafilatura", "htmldate", "courlan", "justext", "pypdf", "warcio")
"""Libraries that log what they meet; what the user must know comes as a Problem."""


@contextmanager
def needs(extra: str) -> Iterator[None]:
    """Around the imports of a library that comes with ``extra``.

    Raises:
        UnreadableError: it is not installed; the hint is the command that installs it.
    """
    try:
        yield
    except ImportError as error:
        hint = f"{INSTALL}'quotetrace[{extra}]'"
        raise UnreadableError(f"needs {error.name}, which is not installed", hint) from None
    for name in CHATTY:
        if not logging.getLogger(name).handlers:
            logging.getLogger(name).addHandler(logging.NullHandler())
