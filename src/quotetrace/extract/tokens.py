"""The words of an article outside its quotation marks, each under one letter of class; sentences over them.

A stretch in marks is one token, ``Q``, so that the syntax around it reads as the reporter wrote it.
"""

import re
from collections.abc import Callable

from quotetrace.extract.marks import paragraphs
from quotetrace.lang import Language
from quotetrace.models import Stretch, Tokens

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}(?=[^\w]|$)"  # U.S.
    r"|['’][sS](?!\w)"  # the possessive
    r"|[^\W\d_](?:[^\W_]|['’&](?![sS](?!\w))(?=[^\W\d_])|-(?=\w))*"  # words, with hyphens and inner apostrophes
    r"|\d+(?:[.,:/]\d+)*(?:-?[^\W_]+)*"
    r"|\.\.\.+|--+|[^\w\s]|_+"
)
_PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", ".": ".", "!": "!", "?": "!", "…": ",", "...": ",",
    "-": "-", "–": "-", "—": "-", "--": "-", "―": "-", "―": "-", "'s": "e", "’s": "e", "&": "C", "'": "e", "’": "e", "/": "-",
}  # fmt: skip
_COMPOUND = frozenset({"based", "led", "backed", "born", "style", "linked", "era", "area", "wide", "only", "free"})


def tokenise(text: str, start: int, stretches: list[Stretch], language: Language) -> Tokens:
    """The tokens of ``text`` from ``start``, with the outermost of ``stretches`` as single tokens."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    stretch_at: dict[int, int] = {}
    outer = [(s.outer_start, s.outer_end, i) for i, s in enumerate(stretches) if s.parent < 0]
    position = 0
    for begin, end in paragraphs(text, start):
        cursor = begin
        while position < len(outer) and outer[position][0] < end:
            a, b, index = outer[position]
            _take(text, cursor, a, words, starts, ends)
            stretch_at[len(words)] = index
            words.append("\x00")
            starts.append(a)
            ends.append(b)
            cursor = max(cursor, b)
            position += 1
        if cursor < end:
            _take(text, cursor, end, words, starts, ends)
        words.append("\n")
        starts.append(end)
        ends.append(end)
    return _tagged(text, words, starts, ends, stretch_at, stretches, language)


def _take(text: str, begin: int, end: int, words: list[str], starts: list[int], ends: list[int]) -> None:
    for match in _TOKEN.finditer(text, begin, end):
        words.append(match.group())
        starts.append(match.start())
        ends.append(match.end())


def _tagged(
    text: str,
    words: list[str],
    starts: list[int],
    ends: list[int],
    stretch_at: dict[int, int],
    stretches: list[Stretch],
    language: Language,
) -> Tokens:
    cache = tagger(language)
    tags = [cache(word) for word in words]
    _dots(words, tags, language)
    sentences, paragraph_of = _split(text, words, tags, stretch_at, stretches)
    _mend(words, tags, sentences, language)
    return Tokens(words, starts, ends, "".join(tags), stretch_at, sentences, paragraph_of)


_TAGGERS: dict[str, dict[str, str]] = {}


def tagger(language: Language) -> Callable[[str], str]:
    """A function from a word to its letter, remembered per language (at most 200,000 words)."""
    known = _TAGGERS.setdefault(language.code, {"\x00": "Q", "\n": "|", **_PUNCTUATION})

    def tag(word: str) -> str:
        letter = known.get(word)
        if letter is None:
            if len(known) > 200_000:
                known.clear()
                known.update({"\x00": "Q", "\n": "|", **_PUNCTUATION})
            letter = known[word] = _letter(word, language)
        return letter

    return tag


def _letter(word: str, language: Language) -> str:
    first = word[0]
    lower = word.lower()
    if first.isdigit():
        return "#"
    if not first.isalpha():
        return "-"
    if first.isupper():
        return _capital_letter(word, lower, language)
    letter = language.tags.get(lower)
    if letter is not None:
        return letter
    if lower.endswith("s") and language.tags.get(lower[:-1]) == "R":
        return "R"
    return _by_ending(lower, language)


def _by_ending(lower: str, language: Language) -> str:
    if language.code == "en":
        if lower.endswith("ly") and len(lower) > 4:
            return "M"
        if lower.endswith("ed") and len(lower) > 4:
            return "v"
    return "a"


def _capital_letter(word: str, lower: str, language: Language) -> str:
    if word in ("I", "I'm", "I've", "I'd", "I'll", "I’m", "I’ve", "I’d", "I’ll"):
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
        return "N"
    return letter  # a sentence's first word, or a name: _mend decides


def _dots(words: list[str], tags: list[str], language: Language) -> None:
    """The dot of an abbreviation or an initial ends no sentence."""
    abbreviations = language.words["abbreviations"]
    for i in range(1, len(words)):
        if words[i] == ".":
            before = words[i - 1]
            if before.lower() in abbreviations or (len(before) == 1 and before.isalpha() and before != "I"):
                tags[i] = "·"


def _split(
    text: str, words: list[str], tags: list[str], stretch_at: dict[int, int], stretches: list[Stretch]
) -> tuple[list[tuple[int, int]], list[int]]:
    sentences: list[tuple[int, int]] = []
    paragraph_of: list[int] = []
    begin = paragraph = 0
    last = len(words)
    for i, tag in enumerate(tags):
        if tag == "-" and 0 < i - begin < 14 and (i == 1 or tags[begin - 1] == "|") and _is_dateline(words, tags, begin, i):
            sentences.append((begin, i + 1))
            paragraph_of.append(paragraph)
            begin = i + 1
        elif tag == "|":
            if i > begin:
                sentences.append((begin, i))
                paragraph_of.append(paragraph)
            begin = i + 1
            paragraph += 1
        elif (tag in ".!" and _sentence_stops(words, tags, i, last)) or (
            tag == "Q" and _stops_after_quote(text, words, tags, i, stretches[stretch_at[i]], i == begin)
        ):
            if i + 1 < last and tags[i + 1] == ")":
                continue
            sentences.append((begin, i + 1))
            paragraph_of.append(paragraph)
            begin = i + 1
    return sentences, paragraph_of


def _is_dateline(words: list[str], tags: list[str], begin: int, end: int) -> bool:
    """ "LONDON, May 3 (Agency) —" at the start of a paragraph."""
    return words[begin].isupper() and len(words[begin]) > 2 and all(t in "N,·.#Y()T-p" for t in tags[begin:end])


def _sentence_stops(words: list[str], tags: list[str], i: int, last: int) -> bool:
    following = words[i + 1] if i + 1 < last else "\n"
    return not following[0].islower() and tags[i + 1 if i + 1 < last else i] not in ".!,"


def _stops_after_quote(text: str, words: list[str], tags: list[str], i: int, stretch: Stretch, alone: bool) -> bool:
    """Whether a quotation that ends like a sentence ends the reporter's sentence too."""
    inner = text[stretch.end - 1]
    if inner not in ".!?…" or tags[i + 1] in ".!,;:-)e|":
        return False
    following = words[i + 1]
    if following[0].islower():
        return False
    if tags[i + 1] == "Q":
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
    lower = {w for w in words if w[0].islower()}
    names = {words[i] for a, b in sentences for i in range(a + 1, b) if tags[i] == "N" and tags[i - 1] not in ":-"}
    for a, b in sentences:
        if _in_title_case(words, tags, a, b):
            _untitle(words, tags, a, b, lower, language)
            continue
        first = _first_word(tags, a, b)
        for i in range(a, b):
            tag = tags[i]
            if i == first:
                if tag == "N" and words[i] not in names and not _name_like(words, tags, i, b, lower):
                    tags[i] = _by_ending(words[i].lower(), language)
            elif tag not in "NTQ,.;:()-!·|eJ#aPYD" and words[i][0].isupper():
                tags[i] = _inner_capital(words, tags, i)
            elif tag in "VHv" and _is_noun(words, tags, i, language):
                tags[i] = "R" if words[i].lower() in language.words["roles"] else "a"


def _in_title_case(words: list[str], tags: list[str], a: int, b: int) -> bool:
    """A headline: nearly every longer word has a capital."""
    long = [w for w in words[a:b] if len(w) > 3 and w[0].isalpha()]
    return len(long) > 3 and sum(w[0].isupper() for w in long) >= 0.8 * len(long)


def _untitle(words: list[str], tags: list[str], a: int, b: int, lower: set[str], language: Language) -> None:
    """In a headline a capital says nothing: a word is a name only where the language and the article know no other use."""
    for i in range(a, b):
        word = words[i].lower()
        if tags[i] in "NT" and word in lower and word not in language.words["titles"]:
            tags[i] = language.tags.get(word) or _by_ending(word, language)
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
        return "N" if tags[i - 1] == "N" else "R"
    if tags[i] in "ISCp" and not (tags[i - 1] == "N" and tags[i + 1 : i + 2] == ["N"]):
        return tags[i]
    return "N"


def _is_noun(words: list[str], tags: list[str], i: int, language: Language) -> bool:
    before = tags[i - 1]
    if before in "DEe":
        return not words[i].endswith("ed")
    if before == "t":
        return words[i].endswith("s") and words[i].lower() in language.cues and not words[i].lower().endswith("ss")
    if before == "I" and words[i - 1].lower() not in ("as", "than"):
        return not words[i].endswith("ed")
    if (
        before in "aR"
        and tags[i - 2] in "DEe"
        and words[i].endswith("s")
        and words[i].lower() in language.words["roles"]
    ):
        return tags[i + 1] in "VvXHI"
    return False
