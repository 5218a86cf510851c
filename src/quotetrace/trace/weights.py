"""What each kind of evidence weighs, and how its words are shown."""

from quotetrace.models import Evidence

SHOWN = 160
WEIGHTS: dict[str, float] = {
    "credit": 1.4,
    "credit-carried": 0.8,
    "credit-beside": 1.5,
    "relayed": -1.0,
    "credited-back": -6.0,
    "named-back": -6.0,
    "elsewhere": -1.3,
    "common-credit": -1.0,
    "narration": 0.65,
    "own-narration": -3.5,
    "own-quotes": -1.1,
    "agency-text": -0.7,
    "agency-own": 0.3,
    "lacking": -0.5,
    "third-text": -1.7,
    "republished": 1.9,
    "headline": 0.1,
    "slip": 1.2,
    "kept": -0.6,
    "same-translation": 0.2,
    "same-words": 1.1,
    "other-words": -0.7,
    "not-contained": -1.9,
    "fuller": 0.3,
    "one-way-edit": 0.3,
    "prepared-text": -1.0,
}
"""Points of log-odds for one unit of each kind, fitted on simulated worlds: benchmarks/spread.py --fit."""
FIRST = {"own-narration": 0.0, "agency-own": 10.0}
"""How many times its weight a kind counts where the texts alone must tell which of two came first; 1 if not listed. Who
copies shortens as often as he adds; an agency's own text was there before those of its subscribers."""


def found(kind: str, text: str, units: float = 1.0) -> Evidence:
    """So many units of a kind of evidence, with the words it rests on."""
    return Evidence(kind, text, round(WEIGHTS[kind] * units, 2))


def short(text: str) -> str:
    """``text`` on one line, cut after a word near ``SHOWN`` characters."""
    line = " ".join(text.split())
    if len(line) <= SHOWN:
        return line
    return line[:SHOWN].rsplit(" ", 1)[0] + " …"
