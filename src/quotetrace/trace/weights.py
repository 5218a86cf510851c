"""What each kind of evidence weighs, and how its words are shown."""

from quotetrace.models import Evidence

SHOWN = 160
WEIGHTS: dict[str, float] = {
    "credit": 2.6,
    "credit-carried": 2.6,
    "credit-beside": 3.2,
    "relayed": -0.6,
    "credited-back": -6.0,
    "named-back": -6.0,
    "elsewhere": -1.7,
    "common-credit": -1.7,
    "narration": 1.0,
    "own-narration": -2.7,
    "own-report": -2.1,
    "of-source": 1.3,
    "own-quotes": -1.8,
    "agency-text": -0.2,
    "agency-own": 0.6,
    "handout": 1.5,
    "lacking": -0.5,
    "only-here": 0.5,
    "third-text": -1.5,
    "nearer": 0.1,
    "other-order": -0.7,
    "republished": 6.1,
    "slip": 0.8,
    "kept": -0.8,
    "same-translation": 0.2,
    "same-words": 0.9,
    "same-frame": 0.4,
    "other-words": -0.8,
    "not-contained": -2.1,
    "one-way-edit": 1.3,
    "prepared-text": -1.0,
}
"""Points of log-odds for one unit of each kind, fitted on simulated worlds: benchmarks/spread.py --fit. The
weights of "handout" and "nearer" were set by hand: no handout stands in those worlds, and all dates that are fitted on
tell an order."""
FIRST = {
    "own-narration": 0.0,
    "own-report": 0.0,
    "own-quotes": 0.3,
    "of-source": 0.0,
    "only-here": 0.0,
    "agency-own": 5.0,
    "handout": 2.0,
    "nearer": 5.0,
    "other-order": 0.0,
}
"""How many times its weight a kind counts where the texts alone must tell which of two came first; 1 if not listed. Who
copies shortens as often as he adds, and may have heard more; an agency's own text was there before those of its
subscribers, and a handout before what was made of it."""


def found(kind: str, text: str, units: float = 1.0) -> Evidence:
    """So many units of a kind of evidence, with the words it rests on."""
    return Evidence(kind, text, round(WEIGHTS[kind] * units, 2))


def short(text: str) -> str:
    """``text`` on one line, without the stop of a sentence before it, cut after a word near ``SHOWN`` characters."""
    line = " ".join(text.split()).lstrip(".,;: ")
    if len(line) <= SHOWN:
        return line
    return line[:SHOWN].rsplit(" ", 1)[0] + " …"
