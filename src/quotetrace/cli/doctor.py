"""What is installed, and what that means for what can be read."""

import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from quotetrace._version import __version__
from quotetrace.cli.settings import used
from quotetrace.lang import codes
from quotetrace.models import Entry
from quotetrace.read.extras import INSTALL

EXTRAS = (
    ("html", "saved pages", ("trafilatura", "lxml")),
    ("feeds", "RSS and Atom", ("feedparser", "lxml")),
    ("data", "Parquet", ("duckdb",)),
    ("warc", "web archives", ("warcio", "trafilatura", "lxml")),
    ("docs", "PDF, Word, RTF", ("pypdf", "python-docx", "striprtf")),
)
"""Each extra, what it reads, and the libraries it needs."""
CORE = ("charset-normalizer", "numpy", "pathspec", "python-dateutil", "pyyaml", "rapidfuzz", "rich", "typer")


def findings() -> tuple[Entry, ...]:
    """A line for the tool, each library, each extra, the languages, the settings file and the terminal."""
    file = used(Path.cwd())
    return (
        Entry("quotetrace", __version__, ""),
        Entry("Python", platform.python_version(), platform.system()),
        *(Entry(name, _version(name), "") for name in CORE),
        *(_extra(*extra) for extra in EXTRAS),
        Entry("languages", codes(), ""),
        Entry("settings file", str(file) if file else None, "" if file else "no quotetrace.yml here or above"),
        Entry("output", sys.stdout.encoding, "a terminal" if sys.stdout.isatty() else "a pipe or a file"),
    )


def _extra(name: str, reads: str, libraries: tuple[str, ...]) -> Entry:
    missing = [library for library in libraries if _version(library) is None]
    if missing:
        return Entry(f"[{name}]", None, f"{reads}: needs {', '.join(missing)}; {INSTALL}'quotetrace[{name}]'")
    return Entry(f"[{name}]", tuple(f"{library} {_version(library)}" for library in libraries), reads)


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
