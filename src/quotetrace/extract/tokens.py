"""The words of an article outside its quotation marks, each under one letter of class; sentences over them.

A stretch in marks is one token, ``Q``, so that the syntax around it reads as the reporter wrote it.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cache

from quotetrace.extract import grammar
from quotetrace.extract.marks import paragraphs
from quotetrace.lang import Language
from quotetrace.models import Stretch, Tokens

_PATTERN = (
    r"[A-Z](?:\.[A-Z]){1,7}\.(?!\w)"  # U.S.
    r"|[^\W\d_][^\W_]*(?:(?:['’&](?![sS](?!\w))(?=[^\W\d_])|-(?=\w))[^\W_]*)*"  # words, hyphens, inner apostrophes
    r"|['’][sS](?!\w)"  # the possessive
    r"|\d+(?:[.,:/]\d+)*(?:-?[^\W_]+)*"
    r"|\.\.\.+|--+|[^\w\s]|_+"
)
_PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", ".": ".", "!": "!", "?": "!", "…": ",", "...": ",",
    "-": "-", "–": "-", "—": "-", "--": "-", "―": "-", "―": "-", "'s": "e", "’s": "e", "&": "C", "'": "e", "’": "e", "/": "-",
}  # fmt: skip
_HYPHEN = r"-(?=\w)"
QUOTED = " "  # the word of a stretch in marks: no token of a text is white space
_REMEMBERED = 200_000
_LONGEST = 250  # tokens; a longer sentence is read in parts, so that all that follows is linear
_CAPITAL = re.compile("[uU]")
_COMPOUND = frozenset({"based", "led", "backed", "born", "style", "linked", "era", "area", "wide", "only", "free"})


def tokenise(text: str, start: int, stretches: list[Stretch], language: Language) -> Tokens:
    """The tokens of ``text`` from ``start``, with the outermost of ``stretches`` as single tokens."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    stretch_at: dict[int, int] = {}
    outer = [(s.outer_start, s.outer_end, i) for i, s in enumerate(stretches) if s.parent < 0]
    position = 0
    find_words = _finder(language)
    for begin, end in paragraphs(text, start):
        cursor = begin
        while position < len(outer) and outer[position][0] < end:
            a, b, index = outer[position]
            _take(find_words, text, cursor, a, words, starts, ends)
            stretch_at[len(words)] = index
            words.append(QUOTED)
            starts.append(a)
            ends.append(b)
            cursor = max(cursor, b)
            position += 1
        if cursor < end:
            _take(find_words, text, cursor, end, words, starts, ends)
        words.append("\n")
        starts.append(end)
        ends.append(end)
    return _tagged(text, words, starts, ends, stretch_at, stretches, language)


@cache
def _finder(language: Language) -> Callable[[str, int, int], list[str]]:
    """Finds the tokens of a stretch of text; elided words ("l'", "qu'") and clitics ("-il") are tokens of their own."""
    listed = sorted(language.tags, key=lambda word: (-len(word), word))
    elided = "|".join(word[:-1] for word in listed if word.endswith("'"))
    clitics = "|".join(word for word in listed if word.startswith("-"))
    pattern = _PATTERN
    if clitics:
        clitic = rf"(?i:{clitics})(?!\w)"
        pattern = clitic + "|" + pattern.replace(_HYPHEN, f"(?!{clitic}){_HYPHEN}")
    if elided:
        pattern = rf"(?<!\w)(?i:{elided})['’](?=\w)|{pattern}"
    return re.compile(pattern).findall


def _take(
    find_words: Callable[[str, int, int], list[str]],
    text: str,
    begin: int,
    end: int,
    words: list[str],
    starts: list[int],
    ends: list[int],
) -> None:
    """Only white space stands between tokens, so that each is found where the one before ends."""
    found = find_words(text, begin, end)
    find, position = text.find, begin
    for word in found:
        position = find(word, position)
        starts.append(position)
        position += len(word)
        ends.append(position)
    words += found


def _tagged(
    text: str,
    words: list[str],
    starts: list[int],
    ends: list[int],
    stretch_at: dict[int, int],
    stretches: list[Stretch],
    language: Language,
) -> Tokens:
    if language.elides:
        words[:] = [word.replace("’", "'") if word[-1] == "’" else word for word in words]
    tags = list(map(_letters(language).__getitem__, words))
    _dots(words, tags, language)
    sentences, paragraph_of = _split(text, words, tags, stretch_at, stretches, language.does("subject_follows"))
    grammar.before_names(words, tags, sentences, language)
    _mend(words, tags, sentences, language)
    grammar.after_names(words, tags, language)
    return Tokens(words, starts, ends, "".join(tags), stretch_at, sentences, paragraph_of)


class _Letters(dict[str, str]):
    """The letter of each word met so far, at most 200,000."""

    def __init__(self, language: Language) -> None:
        super().__init__({QUOTED: "Q", "\n": "|", **_PUNCTUATION})
        self.language = language

    def __missing__(self, word: str) -> str:
        letter = _letter(word, self.language)
        if len(self) < _REMEMBERED:
            self[word] = letter
        return letter


@cache
def _letters(language: Language) -> _Letters:
    return _Letters(language)


class _Shapes(dict[str, str]):
    """The case of each word met so far: U and u with a capital, L and - without; U and L have four letters or more."""

    def __missing__(self, word: str) -> str:
        long = len(word) > 3 and word[0].isalpha()
        shape = ("U" if long else "u") if word[0].isupper() else "L" if long else "-"
        if len(self) < _REMEMBERED:
            self[word] = shape
        return shape


_SHAPES = _Shapes()


def _letter(word: str, language: Language) -> str:
    first = word[0]
    lower = word.lower()
    if first.isdigit():
        return "#"
    if word[-1] == "'":
        return language.tags.get(lower, "a")
    if not first.isalpha():
        return language.tags.get(lower, "-")
    if first.isupper():
        return _capital_letter(word, lower, language)
    letter = language.tags.get(lower)
    if letter is not None:
        return letter
    if lower.endswith("s") and language.tags.get(lower[:-1]) == "R":
        return "R"
    return language.ending(lower)


def _capital_letter(word: str, lower: str, language: Language) -> str:
    if language.tags.get("i") == "P" and word in ("I", "I'm", "I've", "I'd", "I'll", "I’m", "I’ve", "I’d", "I’ll"):
        return "P"
    if "-" in word and word[-1].islower() and word.rsplit("-", 1)[1] in _COMPOUND:
        return "a"
    if len(word) > 1 and word.isupper() and lower not in language.words["titles"]:
        return "N"
    if lower in language.words["suffixes"]:
        return "J"
    if lower in language.words["titles"]:
        return "T"
    letter = language.tags.get(lower)
    if letter is None or letter == "p":
        return "R" if language.does("nouns_capitalised") and language.ending(lower) == "R" else "N"
    return letter  # a sentence's first word, or a name: _mend decides


def _dots(words: list[str], tags: list[str], language: Language) -> None:
    """The dot of an abbreviation or an initial ends no sentence."""
    abbreviations = language.words["abbreviations"]
    ordinal = language.does("ordinal_dot")
    for i in [i for i, tag in enumerate(tags) if tag == "."]:
        before = words[i - 1] if i else "."
        initial = len(before) == 1 and before.isalpha() and before != "I"
        if before.lower() in abbreviations or initial or (ordinal and before.isdigit() and len(before) < 3):
            tags[i] = "·"


def _split(
    text: str, words: list[str], tags: list[str], stretch_at: dict[int, int], stretches: list[Stretch], follows: bool
) -> tuple[list[tuple[int, int]], list[int]]:
    sentences: list[tuple[int, int]] = []
    paragraph_of: list[int] = []
    begin = paragraph = 0
    last = len(words)

    def cut(end: int) -> None:
        nonlocal begin
        while begin < end:
            stop = min(end, begin + _LONGEST)
            sentences.append((begin, stop))
            paragraph_of.append(paragraph)
            begin = stop

    for i in [i for i, tag in enumerate(tags) if tag in "|.!Q-"]:
        tag = tags[i]
        if tag == "|":
            cut(i)
            begin = i + 1
            paragraph += 1
        elif tag == "-":
            if 0 < i - begin < 14 and (not begin or tags[begin - 1] == "|") and _is_dateline(words, tags, begin, i):
                cut(i + 1)
        elif tag == "Q":
            if _stops_after_quote(text, words, tags, i, stretches[stretch_at[i]], i == begin, follows):
                cut(i + 1)
        elif _sentence_stops(words, tags, i, last) and tags[i + 1] != ")":
            cut(i + 1)
    return sentences, paragraph_of


def _is_dateline(words: list[str], tags: list[str], begin: int, end: int) -> bool:
    """ "LONDON, May 3 (Agency) —" at the start of a paragraph."""
    return words[begin].isupper() and len(words[begin]) > 2 and all(t in "N,·.#Y()T-p" for t in tags[begin:end])


def _sentence_stops(words: list[str], tags: list[str], i: int, last: int) -> bool:
    following = words[i + 1] if i + 1 < last else "\n"
    return not following[0].islower() and tags[i + 1 if i + 1 < last else i] not in ".!,"


def _stops_after_quote(
    text: str, words: list[str], tags: list[str], i: int, stretch: Stretch, alone: bool, follows: bool
) -> bool:
    """Whether a quotation that ends like a sentence ends the reporter's sentence too.

    Where a subject ``follows`` its verb, a capital after the quotation opens a new sentence.
    """
    inner = text[stretch.end - 1]
    if inner not in ".!?…" or tags[i + 1] in ".!,;:-)e|":
        return False
    following = words[i + 1]
    if following[0].islower():
        return False
    if tags[i + 1] == "Q" or follows:
        return True
    if inner == "." and text[stretch.end - 3 : stretch.end] != "...":
        cue = _cue_follows(tags, i + 1, 3)
        return not (alone and cue and tags[cue + 1] in ".,IY|")
    return not _cue_follows(tags, i + 1, 5)


def _cue_follows(tags: list[str], i: int, reach: int) -> int:
    """Where a finite speech verb follows a name or title within ``reach`` tokens, `"Why?" Ann Lee asked`; else 0."""
    for j in range(i, min(i + reach, len(tags))):
        if tags[j] == "V":
            return j if j > i and tags[i] in "NT" else 0
        if tags[j] not in "NT·pR":
            return 0
    return 0


def _mend(words: list[str], tags: list[str], sentences: list[tuple[int, int]], language: Language) -> None:
    """What the neighbours decide: capitals inside a sentence are names; a verb form after "the" is a noun."""
    lower = {w for w in set(words) if w[0].islower()}
    shapes = "".join(map(_SHAPES.__getitem__, words))
    begins = {a for a, _ in sentences}
    capitals = [match.start() for match in _CAPITAL.finditer(shapes)]
    names = {words[i] for i in capitals if tags[i] == "N" and i not in begins and tags[i - 1] not in ":-"}
    spots = sorted({*capitals, *(i for i, tag in enumerate(tags) if tag in "VHv")})
    spot = 0
    nouns = language.does("nouns_capitalised")
    for a, b in sentences:
        begin = spot
        spot = bisect_left(spots, b, begin)
        if not nouns and _in_title_case(shapes, a, b):
            _untitle(words, tags, a, b, lower, language)
            continue
        first = _first_word(tags, a, b)
        for i in spots[begin:spot]:
            tag = tags[i]
            if i == first:
                if tag == "N" and not nouns and words[i] not in names and not _name_like(words, tags, i, b, lower):
                    tags[i] = language.ending(words[i].lower())
            elif tag not in "NTQ,.;:()-!·|eJ#aPYD" and words[i][0].isupper():
                tags[i] = _inner_noun(tag) if nouns else _inner_capital(words, tags, i)
            elif tag in "VHv" and _is_noun(words, tags, i, language):
                tags[i] = "R" if words[i].lower() in language.words["roles"] else "a"


def _in_title_case(shapes: str, a: int, b: int) -> bool:
    """A headline: nearly every longer word has a capital."""
    capital = shapes.count("U", a, b)
    long = capital + shapes.count("L", a, b)
    return long > 3 and capital >= 0.8 * long


def _untitle(words: list[str], tags: list[str], a: int, b: int, lower: set[str], language: Language) -> None:
    """In a headline a capital says nothing: a word is a name only where the language and the article know no other use."""
    for i in range(a, b):
        word = words[i].lower()
        if tags[i] in "NT" and word in lower and word not in language.words["titles"]:
            tags[i] = language.tags.get(word) or language.ending(word)
        elif tags[i] == "N" and len(word) > 1:
            tags[i] = language.tags.get(word, "N")
        if tags[i] in "VHv" and i > a and _is_noun(words, tags, i, language):
            tags[i] = "R" if word in language.words["roles"] else "a"


def _first_word(tags: list[str], a: int, b: int) -> int:
    for i in range(a, b):
        if tags[i] not in "Q-(),:e":
            return i
    return a


def _name_like(words: list[str], tags: list[str], i: int, b: int, lower: set[str]) -> bool:
    if words[i].lower() in lower:
        return False
    following = tags[i + 1] if i + 1 < b else "."
    return following in "NVHXe(,v·GpJM" or words[i].isupper() or (following == "C" and tags[i + 2 : i + 3] == ["N"])


def _inner_capital(words: list[str], tags: list[str], i: int) -> str:
    if tags[i] == "R":
        return "N" if tags[i - 1] in "NT" else "R"
    if tags[i] in "ISCp" and not (tags[i - 1] == "N" and tags[i + 1 : i + 2] == ["N"]):
        return tags[i]
    return "N"


def _inner_noun(tag: str) -> str:
    """Where every noun has a capital: a verb with one is a noun, and all else is what it is."""
    return "a" if tag in "VHvGgX" else tag


def _is_noun(words: list[str], tags: list[str], i: int, language: Language) -> bool:
    before = tags[i - 1]
    if before in "DEe":
        return not words[i].endswith(language.verb_endings)
    if before == "t":
        return words[i].endswith("s") and words[i].lower() in language.cues and not words[i].lower().endswith("ss")
    if before == "I" and words[i - 1].lower() not in ("as", "than"):
        return not words[i].endswith(language.verb_endings)
    if (
        before in "aR"
        and tags[i - 2] in "DEe"
        and words[i].endswith("s")
        and words[i].lower() in language.words["roles"]
    ):
        return tags[i + 1] in "VvXHI"
    return False
