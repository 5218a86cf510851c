"""Which language a text is in, by its function words."""

import re
from functools import cache

_WORD = re.compile(r"[^\W\d_]+['’]?")
_SAMPLE = 800  # characters
_WHOLE = 2520  # what a function word counts; one that n languages share counts an nth of it, for each n up to 10
_LEAST = _WHOLE * 3 // 2
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
    met: dict[tuple[str, ...], int] = {}
    for word in _WORD.findall(text[:_SAMPLE].lower().replace("’", "'")):
        languages = markers.get(word)
        if languages is None and word[-1] == "'":
            languages = markers.get(word[:-1])
        if languages is not None:
            met[languages] = met.get(languages, 0) + 1
    counts: dict[str, int] = {default: 0}
    for languages, times in met.items():
        for code in languages:
            counts[code] = counts.get(code, 0) + times * _WHOLE // len(languages)
    best = max(sorted(counts), key=lambda code: (counts[code], code == default))
    return best if counts[best] >= _LEAST else default
