"""Which language a text is in, by its commonest function words."""

import re
from functools import cache

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 1500


@cache
def _markers() -> dict[str, tuple[str, ...]]:
    """Each marker word with the languages that list it under ``detect``."""
    from quotetrace.lang.language import codes, load

    found: dict[str, tuple[str, ...]] = {}
    for code in codes():
        for word in sorted(load(code).words["detect"]):
            found[word] = (*found.get(word, ()), code)
    return found


def detect(text: str, default: str = "en") -> str:
    """The two-letter code of the language whose marker words are most frequent in ``text``.

    Looks at the first 1,500 characters. A text with fewer than three marker words gives ``default``.

    >>> detect("The minister said that he was not in the city and that the law is good.")
    'en'
    """
    markers = _markers()
    counts: dict[str, float] = {}
    for word in _WORD.findall(text[:_SAMPLE].lower()):
        for code in markers.get(word, ()):
            counts[code] = counts.get(code, 0) + 1
    best = max(sorted(counts), key=lambda code: counts[code], default=default)
    return best if counts.get(best, 0) >= 3 else default
