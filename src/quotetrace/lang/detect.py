"""Which language a text is in, by its function words, common verbs, adverbs and callings."""

import re
from functools import cache

_WORD = re.compile(r"[^\W\d_]+['’]?")
_MARKED = re.compile(r"[“”„«»\"][^“”„«»\"\n]{1,400}[“”„«»\"]")
_OUTSIDE = 8  # times that a word outside marks counts as much as one in them
_SAMPLE = 800  # characters
_WHOLE = 2520  # what a function word counts; one that n languages share counts an nth of it, for each n up to 10
_LEAST = _OUTSIDE * _WHOLE * 3 // 2
_WORDS = 20  # words in small letters that show whether a text is in the language that it is most like
_SHARE = 0.4  # of them are known, at least; three in five are in news
_LISTED = (
    "determiners", "obliques", "prepositions", "conjunctions", "subordinators", "relatives", "auxiliaries",
    "pronouns", "object_pronouns", "possessives", "adverbs", "times", "verbs", "roles",
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
        listed = {word for name in _LISTED for word in language.words.get(name, ())}
        for word in sorted(listed | language.pronouns.keys() | language.possessives.keys() | language.cues.keys()):
            found[word] = (*found.get(word, ()), code)
    return found


def detect(text: str, default: str = "en") -> str:
    """The two-letter code of the language whose words are most frequent in ``text``.

    Looks at the first 800 characters. Words in quotation marks may be another language's, and count an eighth. A tie,
    a text with hardly any known words, and one in a language without data, give ``default``.

    >>> detect("Der Minister sagte, dass er nicht in der Stadt war und das Gesetz gut ist.")
    'de'
    >>> detect("Le ministre a répondu : « We will not close it, and that is all I have to say. »")
    'fr'
    >>> detect("Reykjavik 2031")
    'en'
    """
    parts = _parts(text[:_SAMPLE].lower().replace("’", "'"))
    best, count = _likeliest(parts, default)
    if count < _LEAST:  # all that is known stands in marks
        best, count = _likeliest([(part, _OUTSIDE) for part, _ in parts], default)
    return best if count >= _LEAST and _is_known(text[:_SAMPLE], best) else default


def _is_known(text: str, code: str) -> bool:
    """Whether enough of the words that are no names are of the language ``code``, and not of a sister of it."""
    small = [word for word in _WORD.findall(text.replace("’", "'")) if word[0].islower()]
    return len(small) < _WORDS or sum(code in _languages(word) for word in small) >= _SHARE * len(small)


def _likeliest(parts: list[tuple[str, int]], default: str) -> tuple[str, int]:
    """The language that most of the known words are of, and what they count."""
    met: dict[Codes, int] = {}
    for part, weight in parts:
        for chunk in part.split():
            for languages in _chunks[chunk]:
                met[languages] = met.get(languages, 0) + weight
    counts: dict[str, int] = {default: 0}
    for languages, times in met.items():
        for code in languages:
            counts[code] = counts.get(code, 0) + times * _WHOLE // len(languages)
    best = max(sorted(counts), key=lambda code: (counts[code], code == default))
    return best, counts[best]


def _parts(text: str) -> list[tuple[str, int]]:
    """What stands outside marks and in them, each with what a word of it counts."""
    found: list[tuple[str, int]] = []
    begin = 0
    for match in _MARKED.finditer(text):
        found += ((text[begin : match.start()], _OUTSIDE), (match[0], 1))
        begin = match.end()
    return [*found, (text[begin:], _OUTSIDE)]
