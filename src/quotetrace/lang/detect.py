"""Which language a text is in, by its function words."""

import re
from functools import cache

_WORD = re.compile(r"[^\W\d_]+['’]?")
_SAMPLE = 800  # characters
_LEAST = 1.5  # function words; one that n languages share counts 1/n
_CLOSED = (
    "determiners", "obliques", "prepositions", "conjunctions", "subordinators", "relatives", "auxiliaries",
    "pronouns", "object_pronouns", "possessives",
)  # fmt: skip


@cache
def _markers() -> dict[str, tuple[str, ...]]:
    """Each function word with the languages that have it."""
    from quotetrace.lang.language import codes, load

    found: dict[str, tuple[str, ...]] = {}
    for code in codes():
        language = load(code)
        listed = {word for name in _CLOSED for word in language.words.get(name, ())}
        for word in sorted(listed | language.pronouns.keys() | language.possessives.keys()):
            found[word] = (*found.get(word, ()), code)
    return found


def detect(text: str, default: str = "en") -> str:
    """The two-letter code of the language whose function words are most frequent in ``text``.

    Looks at the first 800 characters. A tie, or a text with hardly any function words, gives ``default``.

    >>> detect("Der Minister sagte, dass er nicht in der Stadt war und das Gesetz gut ist.")
    'de'
    >>> detect("Reykjavik 2031")
    'en'
    """
    markers = _markers()
    counts: dict[str, float] = {default: 0.0}
    for word in _WORD.findall(text[:_SAMPLE].lower().replace("’", "'")):
        languages = markers.get(word) or markers.get(word.rstrip("'"), ())
        for code in languages:
            counts[code] = counts.get(code, 0.0) + 1 / len(languages)
    best = max(sorted(counts), key=lambda code: (counts[code], code == default))
    return best if counts[best] >= _LEAST else default
