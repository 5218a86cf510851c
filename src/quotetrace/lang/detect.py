"""Which language a text is in, by its function words, common verbs, adverbs and callings."""

import re
from collections import Counter
from functools import cache
from itertools import chain

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
_REMEMBERED = 1 << 13  # chunks of text
Codes = tuple[str, ...]
Chunk = tuple[tuple[Codes, ...], tuple[Codes, ...]]
"""Of what stands between two spaces, the languages of each function word, and those of each word in small letters."""


class _Chunks(dict[str, Chunk]):
    """The chunks met so far; most of a text is met again. Equal ones, such as those without a known word, are one."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[Chunk, Chunk] = {}

    def __missing__(self, chunk: str) -> Chunk:
        found = [(word[0].islower(), _languages(word.lower()), _languages(word)) for word in _WORD.findall(chunk)]
        made = tuple([known for _, known, _ in found if known]), tuple([known for small, _, known in found if small])
        made = self.kept.setdefault(made, made)
        if len(self) < _REMEMBERED:
            self[chunk] = made
        return made


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
    outside, inside = [[_chunks[chunk] for chunk in part.split()] for part in _parts(text[:_SAMPLE].replace("’", "'"))]
    best, count = _likeliest(outside, inside, 1, default)
    if count < _LEAST:  # all that is known stands in marks
        best, count = _likeliest(outside, inside, _OUTSIDE, default)
    return best if count >= _LEAST and _is_known(outside + inside, best) else default


def _is_known(chunks: list[Chunk], code: str) -> bool:
    """Whether enough of the words that are no names are of the language ``code``, and not of a sister of it."""
    small = [languages for _, words in chunks for languages in words]
    return len(small) < _WORDS or sum([code in languages for languages in small]) >= _SHARE * len(small)


def _likeliest(outside: list[Chunk], inside: list[Chunk], weight: int, default: str) -> tuple[str, int]:
    """The language that most of the known words are of, and what they count; ``weight``: of a word ``inside`` marks."""
    counts: dict[str, int] = {default: 0}
    for chunks, each in ((outside, _OUTSIDE), (inside, weight)):
        for languages, times in Counter(chain.from_iterable([known for known, _ in chunks])).items():
            for code in languages:
                counts[code] = counts.get(code, 0) + each * times * _WHOLE // len(languages)
    best = max(sorted(counts), key=lambda code: (counts[code], code == default))
    return best, counts[best]


def _parts(text: str) -> tuple[str, str]:
    """What stands outside marks, and what stands in them."""
    outside, inside, begin = list[str](), list[str](), 0
    for match in _MARKED.finditer(text):
        outside.append(text[begin : match.start()])
        inside.append(match[0])
        begin = match.end()
    return " ".join([*outside, text[begin:]]), " ".join(inside)
