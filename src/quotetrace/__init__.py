"""Who said it, in which words, and which outlet took the wording from whom.

>>> import quotetrace as qt
>>> found = qt.scan(["seeds/herald-meeting.txt", "seeds/lantern-fury.txt"])
>>> document = qt.render(found, "json")

The names are those of the modules `api`, `config`, `errors` and `models`; each is loaded when it is first used.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from quotetrace._version import __version__

if TYPE_CHECKING:
    from quotetrace.api import article, check, diff, extract, find, read, render, scan
    from quotetrace.config import (
        CheckOptions,
        ClassifyOptions,
        Config,
        ExtractOptions,
        MatchOptions,
        ReadOptions,
        TraceOptions,
    )
    from quotetrace.errors import QuotetraceError
    from quotetrace.models import (
        Article,
        Change,
        Check,
        Checked,
        Diff,
        Evidence,
        Family,
        Flag,
        Found,
        Link,
        Problem,
        Quote,
        Reuse,
        Scan,
        Span,
        Step,
        Trace,
        Undecided,
        Wording,
    )

__all__ = [
    "Article",
    "Change",
    "Check",
    "CheckOptions",
    "Checked",
    "ClassifyOptions",
    "Config",
    "Diff",
    "Evidence",
    "ExtractOptions",
    "Family",
    "Flag",
    "Found",
    "Link",
    "MatchOptions",
    "Problem",
    "Quote",
    "QuotetraceError",
    "ReadOptions",
    "Reuse",
    "Scan",
    "Span",
    "Step",
    "Trace",
    "TraceOptions",
    "Undecided",
    "Wording",
    "__version__",
    "article",
    "check",
    "diff",
    "extract",
    "find",
    "read",
    "render",
    "scan",
]
MODULES = ("api", "config", "errors", "models")


class _Package(ModuleType):
    """Some functions are called like the sub-package of their stage (`read`, `extract`); here the function counts."""

    def __getattr__(self, name: str) -> object:
        for module in MODULES if name in __all__ else ():
            if (found := getattr(import_module(f"quotetrace.{module}"), name, None)) is not None:
                return found
        raise AttributeError(f"module 'quotetrace' has no attribute {name!r}")

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):  # which Python sets when a sub-package is loaded
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted(__all__)


sys.modules[__name__].__class__ = _Package
