"""Libraries that are installed on demand: `pip install 'quotetrace[html]'`."""

from collections.abc import Iterator
from contextlib import contextmanager

from quotetrace.read.stream import UnreadableError

INSTALL = "pip install "


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
