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
_REMEMBERED = 1 << 13  # chunks of text
_LANE = 32  # bits of a number that holds several
Lanes = int
"""Some chunks of a text, counted: how many words they have in small letters; then, for each language, what the words
that it has count, and how many of those in small letters it has. Adding two of them adds it all up."""


class _Chunks(dict[str, Lanes]):
    """The chunks met so far; most of a text is met again. Equal ones, such as those without a known word, are one."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[Lanes, Lanes] = {}

    def __missing__(self, chunk: str) -> Lanes:
        made = 0
        for word in [chunk] if chunk.isalpha() else _WORD.findall(chunk):
            made += _known(word.lower())[0]
            if word[0].islower():
                made += _known(word)[1] + 1
        made = self.kept.setdefault(made, made)
        if len(self) < _REMEMBERED:
            self[chunk] = made
        return made


_chunks = _Chunks()


def _known(word: str) -> tuple[Lanes, Lanes]:
    """What a word counts in the languages that have it as a function word, and 1 for each of them."""
    markers = _markers()
    return markers.get(word) or (markers.get(word[:-1]) if word[-1] == "'" else None) or (0, 0)


@cache
def _places() -> dict[str, int]:
    """Where in a number the lane of each language begins; the next one is its too."""
    from quotetrace.lang.language import codes

    return {code: _LANE * (2 * i + 1) for i, code in enumerate(codes())}


def _at(counted: Lanes, place: int) -> int:
    return counted >> place & (1 << _LANE) - 1


@cache
def _markers() -> dict[str, tuple[Lanes, Lanes]]:
    """Each function word, as `_known` tells it."""
    from quotetrace.lang.language import load

    found: dict[str, Lanes] = {}
    for code, place in _places().items():
        language = load(code)
        listed = {word for name in _LISTED for word in language.words.get(name, ())}
        for word in listed | language.pronouns.keys() | language.possessives.keys() | language.cues.keys():
            found[word] = found.get(word, 0) + (1 << place)
    return {word: (ones * (_WHOLE // ones.bit_count()), ones << _LANE) for word, ones in found.items()}


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
    outside, inside = [_counted(part) for part in _parts(text[:_SAMPLE].replace("’", "'"))]
    best, count = _likeliest(_OUTSIDE * outside + inside, default)
    if count < _LEAST:  # all that is known stands in marks
        best, count = _likeliest(_OUTSIDE * (outside + inside), default)
    return best if count >= _LEAST and _is_known(outside + inside, best) else default


def _counted(part: str) -> Lanes:
    return sum(map(_chunks.__getitem__, part.split()))


def _is_known(counted: Lanes, code: str) -> bool:
    """Whether enough of the words that are no names are of the language ``code``, and not of a sister of it."""
    small = _at(counted, 0)
    return small < _WORDS or _at(counted, _places()[code] + _LANE) >= _SHARE * small


def _likeliest(counted: Lanes, default: str) -> tuple[str, int]:
    """The language that most of the known words are of, and what they count."""
    counts = {default: 0} | {code: _at(counted, place) for code, place in _places().items()}
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
