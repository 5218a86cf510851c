"""The words of an article outside its quotation marks, each under one letter of class; sentences over them.

A stretch in marks is one token, ``Q``, so that the syntax around it reads as the reporter wrote it.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any, Final

from quotetrace.extract import grammar
from quotetrace.extract.case import mend
from quotetrace.extract.letters import HOOK, PARAGRAPH, PARTED, QUOTED, SETTLED, SHORT, STOP, known_words
from quotetrace.extract.marks import paragraphs
from quotetrace.extract.sentences import mark_dots, sentences
from quotetrace.extract.spots import bit, spots
from quotetrace.lang import Language
from quotetrace.syntax import Stretch, Tokens

_HYPHEN: Final = r"-(?=\w)"
_BROKEN: Final = (
    r"(?<=[\u00c2\u00c3\u0302\u0303])[\u0080-\u0084\u0086-\u009f\u00a1-\u00bf]"  # "RenÃ©e": UTF-8, read as Latin-1
)
_REST: Final = rf"(?:[^\W_]++|[\u0300-\u036f]++|{_BROKEN})*"  # of a word; an accent may be a character of its own
_SITE: Final = r"(?:\.(?:com|org|net|gov|edu|info|tv|io)(?!\w))?"  # "Dam.org"
_PLAIN: Final = r"[a-zA-Z]++(?![^\s,;:?!)])"  # most words: nothing that needs a closer look touches them
_PATTERN: Final = (
    r"[A-Z](?:\.[A-Z]){1,7}\.(?!\w)|Ph\.D\.(?!\w)"  # U.S.
    rf"|[^\W\d_]{_REST}(?:(?:['’&](?![sS](?!\w))(?=[^\W\d_])|{_HYPHEN}){_REST})*{_SITE}(?:(?<=\d)\.\d+)?"  # words
    r"|['’][sS](?!\w)"  # the possessive
    r"|\d+(?:[.,:/]\d+)*(?:-?[^\W_]+)*"
    r"|(?<![\w.])@[^\W\d]\w*"  # a handle
    r"|\.\.\.+|--+|[^\w\s]|_+"
)

_BEHIND: Final = frozenset(",.;:?!)")  # single marks behind a word
_CHUNK: Final = re.compile(r"\S+\s*")  # no token crosses white space
_HOOK: Final = bit(HOOK)
_STOP: Final = bit(STOP)
_SHORT: Final = bit(SHORT)
_SETTLED: Final = bit(SETTLED)
_PARTED: Final = bit(PARTED)
_REMEMBERED: Final = 1 << 14  # chunks
_LONG: Final = 40  # characters of a chunk that is not remembered
Chunk = tuple[Any, ...]  # four items for each word: itself, in lower case, its letters, the way to the next word


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
            taken.stretch_at[taken.count] = index
            taken.one(QUOTED, a, b)
            cursor = max(cursor, b)
            position += 1
        if cursor < end:
            taken.words_of(cursor, end)
        taken.one(PARAGRAPH, end, end)
    return _tagged(taken, stretches, language)


class _Taken:
    """The tokens found so far: one after the other, the four items of each (see `Chunk`)."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.chunks = _chunks(language)
        self.items: list[Any] = []
        self.first = 0  # where the first token starts,
        self.next = 0  # and the one behind the last, by the ways told so far
        self.ends: dict[int, int] = {}
        self.stretch_at: dict[int, int] = {}

    @property
    def count(self) -> int:
        """How many tokens there are."""
        return len(self.items) // 4

    def one(self, word: str, start: int, end: int) -> None:
        """Take a single token."""
        self.ends[self.count] = end
        self._go_to(start)
        self.items += self.chunks[word]

    def words_of(self, begin: int, end: int) -> None:
        """Take the words of ``text[begin:end]``, chunk by chunk; the chunks follow each other without a gap."""
        while begin < end and self.text[begin].isspace():
            begin += 1
        if begin == end:
            return
        self._go_to(begin)
        items, chunks = self.items, self.chunks
        for chunk in _cut(self.text[begin:end]):
            items += chunks[chunk]
        self.next = end if self.text[end - 1].isspace() else end + 1

    def _go_to(self, start: int) -> None:
        """Let the next token start there."""
        if self.items:
            self.items[-1] += start - self.next
        else:
            self.first = start
        self.next = start

    def starts(self) -> list[int]:
        """Where each token starts."""
        found, place = list[int](), self.first
        ways: list[int] = self.items[3::4]
        for way in ways:
            found.append(place)
            place += way
        return found


def _cut(part: str) -> list[str]:
    """The chunks of a part of a text that starts with one.

    Splitting is quicker than searching, and will do where one character stands between any two.
    """
    chunks = part.split()
    spaced = len(chunks) - 1 + part[-1].isspace()
    for chunk in chunks:
        spaced += len(chunk)
    return chunks if spaced == len(part) else _CHUNK.findall(part)


class _Chunks(dict[str, Chunk]):
    """The chunks met so far, the first 16,384 of a moderate length; most of a text is made of a few thousand.

    A chunk is what stands between two spaces; one without the white space after it has one character of it there.
    """

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.words = known_words(language)
        self.find_words = _finder(language)
        for word in (QUOTED, PARAGRAPH):  # which no text has between its spaces
            self[word] = *self.words[word], 0

    def __missing__(self, chunk: str) -> Chunk:
        words, found = self.words, list[Any]()
        for part in _parted(chunk, self.find_words):
            found += words[part.rstrip()]
            found.append(len(part))
        if not chunk[-1].isspace():
            found[-1] += 1
        made = tuple(found)
        if len(self) < _REMEMBERED and len(chunk) < _LONG:
            self[found[0] if found[0] == chunk else chunk] = made  # one object with its word: a look-up reads it once
        return made


def _parted(chunk: str, find_words: Callable[[str], list[str]]) -> list[str]:
    """The tokens of a chunk: mostly a word, or a word and a mark behind it."""
    if chunk.isalpha():
        return [chunk]
    if chunk[-1] in _BEHIND and chunk[:-1].isalpha():
        return [chunk[:-1], chunk[-1]]
    return find_words(chunk)


@cache
def _chunks(language: Language) -> _Chunks:
    return _Chunks(language)


def _finder(language: Language) -> Callable[[str], list[str]]:
    """Finds the tokens of a chunk, each with the white space after it.

    Elided words ("l'", "qu'") and clitics ("-il") are tokens of their own.
    """
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
    words, lower = taken.items[::4], taken.items[1::4]
    coded = "".join(taken.items[2::4])
    tags, shapes, facts = list(coded[::3]), coded[1::3], coded[2::3]
    mark_dots(words, lower, tags, spots(facts, _SHORT), language)
    stops = spots(facts, _STOP)
    found, paragraph_of = sentences(taken.text, words, tags, stops, taken.stretch_at, stretches, language)
    grammar.before_names(words, tags, found, spots(facts, _PARTED), language)
    mend(words, lower, tags, shapes, spots(facts, _SETTLED), found, language)
    _label_turns(words, tags, taken.stretch_at, stretches, language)
    grammar.after_names(words, tags, language)
    grammar.names_in_marks(taken.text, words, lower, tags, taken.stretch_at, stretches, language)
    starts, hooks = taken.starts(), spots(facts, _HOOK)
    return Tokens(words, lower, starts, taken.ends, "".join(tags), hooks, taken.stretch_at, found, paragraph_of)


def _label_turns(
    words: list[str], tags: list[str], stretch_at: dict[int, int], stretches: list[Stretch], language: Language
) -> None:
    """ "Lund: …" in a transcript: the label of a turn is a name, though no other place of the text may say so.

    "Q: …" and "QUESTION: …" name nobody.
    """
    for i, index in stretch_at.items():
        if i < 2 or tags[i - 1] != ":":
            continue
        if language.has("turn_labels", words[i - 2].lower()) and (i == 2 or tags[i - 3] in "|-"):
            tags[i - 2] = "R"
        k = i - 2 if stretches[index].unmarked else -1
        while k >= 0 and tags[k] != "|":
            if tags[k] == "a" and words[k][0].isupper():
                tags[k] = "N"
            k -= 1
