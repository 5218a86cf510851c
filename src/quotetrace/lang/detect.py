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
_REMEMBERED = 1 << 14  # chunks of text
Codes = tuple[str, ...]


class _Chunks(dict[str, tuple[Codes, ...]]):
    """The languages of each function word in what stands between two spaces; most of a text is met again."""

    def __missing__(self, chunk: str) -> tuple[Codes, ...]:
        found = tuple(languages for word in _WORD.findall(chunk) if (languages := _languages(word)))
        if len(self) < _REMEMBERED:
            self[chunk] = found
        return found


_chunks = _Chunks()


def _languages(word: str) -> Codes:
    markers = _markers()
    return markers.get(word) or (markers.get(word[:-1]) if word[-1] == "'" else None) or ()


@cache
def _markers() -> dict[str, Codes]:
    """Each function word with the languages that have it."""
    from quotetrace.lang.language import codes, load

    found: dict[str, Codes] = {}
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
    met: dict[Codes, int] = {}
    for chunk in text[:_SAMPLE].lower().replace("’", "'").split():
        for languages in _chunks[chunk]:
            met[languages] = met.get(languages, 0) + 1
    counts: dict[str, int] = {default: 0}
    for languages, times in met.items():
        for code in languages:
            counts[code] = counts.get(code, 0) + times * _WHOLE // len(languages)
    best = max(sorted(counts), key=lambda code: (counts[code], code == default))
    return best if counts[best] >= _LEAST else default
