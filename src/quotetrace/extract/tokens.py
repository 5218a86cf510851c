"""The words of an article outside its quotation marks, each under one letter of class; sentences over them.

A stretch in marks is one token, ``Q``, so that the syntax around it reads as the reporter wrote it.
"""

import re
from array import array
from collections.abc import Callable
from functools import cache
from itertools import accumulate
from operator import add

from quotetrace.extract import grammar
from quotetrace.extract.case import mend
from quotetrace.extract.letters import PARAGRAPH, QUOTED, letters
from quotetrace.extract.marks import paragraphs
from quotetrace.extract.sentences import sentences
from quotetrace.lang import Language
from quotetrace.models import Stretch, Tokens

_HYPHEN = r"-(?=\w)"
_PLAIN = r"[a-zA-Z]++(?![^\s,;:?!)])"  # most words: nothing that needs a closer look touches them
_PATTERN = (
    r"[A-Z](?:\.[A-Z]){1,7}\.(?!\w)"  # U.S.
    rf"|[^\W\d_][^\W_]*(?:(?:['’&](?![sS](?!\w))(?=[^\W\d_])|{_HYPHEN})[^\W_]*)*"  # words, hyphens, inner apostrophes
    r"|['’][sS](?!\w)"  # the possessive
    r"|\d+(?:[.,:/]\d+)*(?:-?[^\W_]+)*"
    r"|\.\.\.+|--+|[^\w\s]|_+"
)


def tokenise(text: str, start: int, stretches: list[Stretch], language: Language) -> Tokens:
    """The tokens of ``text`` from ``start``, with the outermost of ``stretches`` as single tokens."""
    taken = _Taken(text, language)
    outer = [(s.outer_start, s.outer_end, i) for i, s in enumerate(stretches) if s.parent < 0]
    position = 0
    for begin, end in paragraphs(text, start):
        cursor = begin
        while position < len(outer) and outer[position][0] < end:
            a, b, index = outer[position]
            taken.words_of(cursor, a)
            taken.stretch_at[len(taken.words)] = index
            taken.one(QUOTED, a, b)
            cursor = max(cursor, b)
            position += 1
        if cursor < end:
            taken.words_of(cursor, end)
        taken.one(PARAGRAPH, end, end)
    return _tagged(taken, stretches, language)


class _Taken:
    """The tokens found so far."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.find_words = _finder(language)
        self.words: list[str] = []
        self.starts = array("q")
        self.ends = array("q")
        self.stretch_at: dict[int, int] = {}

    def one(self, word: str, start: int, end: int) -> None:
        """Take a single token."""
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)

    def words_of(self, begin: int, end: int) -> None:
        """Take the words of ``text[begin:end]``; each is found with the white space after it, so lengths add up."""
        found = self.find_words(self.text, begin, end)
        if not found:
            return
        words = list(map(str.rstrip, found))
        first = self.text.find(found[0], begin)
        starts = list(accumulate(map(len, found[:-1]), initial=first))
        self.words += words
        self.starts.extend(starts)
        self.ends.extend(map(add, starts, map(len, words)))


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
    return re.compile(rf"(?:{_PLAIN}|{pattern})\s*").findall


def _tagged(taken: _Taken, stretches: list[Stretch], language: Language) -> Tokens:
    words = taken.words
    if language.elides:
        words = [word.replace("’", "'") if word[-1] == "’" else word for word in words]
    coded = "".join(map(letters(language).__getitem__, words))
    tags, shapes = list(coded[::2]), coded[1::2]
    found, paragraph_of = sentences(taken.text, words, tags, taken.stretch_at, stretches, language)
    grammar.before_names(words, tags, found, language)
    mend(words, tags, shapes, found, language)
    grammar.after_names(words, tags, language)
    return Tokens(words, taken.starts, taken.ends, "".join(tags), taken.stretch_at, found, paragraph_of)
