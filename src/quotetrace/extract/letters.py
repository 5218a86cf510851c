"""One letter of class for each word, told from the word alone; each word is looked up once."""

import re
from functools import cache
from sys import intern
from typing import Final

from quotetrace.lang import Language

QUOTED: Final = " "  # the word of a stretch in marks: no token of a text is white space
PARAGRAPH: Final = "\n"  # the word at the end of a paragraph
_REMEMBERED: Final = 200_000  # words
_STOPS: Final = frozenset("-|.!Q")  # classes of words at which a sentence may end
_PUNCTUATION: Final = (
    {mark: mark for mark in ",;:.!()-"}
    | {QUOTED: "Q", PARAGRAPH: "|", "?": "!", "[": "(", "]": ")", "…": ",", "...": ",", "&": "C"}
    | dict.fromkeys(("–", "—", "―", "--", "/"), "-")
    | dict.fromkeys(("%", "$", "€", "£"), "#")
    | dict.fromkeys(("'s", "’s", "'", "’"), "e")
)
TIME: Final = re.compile(r"\d{1,2}[.:]\d\d(?:[ap]m)?")
_HANDLE: Final = re.compile(r"[a-z]{3,20}\d{2,6}")  # "weirman88 wrote": how a user calls himself


class Letters(dict[str, str]):
    """Four letters for each word met so far, at most 200,000: its class, its shape, whether it is a hook, and a stop.

    A hook, "h", may begin a phrase that names a source, or is a noun of speech. At a stop, "s", a sentence may end.
    """

    def __init__(self, language: Language) -> None:
        super().__init__({mark: f"{letter}--{_stop(mark, letter)}" for mark, letter in _PUNCTUATION.items()})
        self.language = language
        self.hooks = {phrase[0] for phrase in language.sources} | language.words["speech_nouns"]
        self.hooks |= language.words["closing_sources"] | language.words["following_sources"]
        self.hooks |= language.words["report_prepositions"] | language.words["report_adverbs"]
        self.hooks |= {phrase.split()[0] for phrase in language.words["reads"]}

    def __missing__(self, word: str) -> str:
        letter, hook = _letter(word, self.language), "h" if word.lower() in self.hooks else "-"
        found = intern(f"{letter}{shape(word)}{hook}{_stop(word, letter)}")  # a few hundred, and most words have one
        if len(self) < _REMEMBERED:
            self[word] = found
        return found


@cache
def letters(language: Language) -> Letters:
    """The letters of one language, by word."""
    return Letters(language)


def shape(word: str) -> str:
    """The case of a word: U and u with a capital, L and - without; U and L have four letters or more."""
    long = len(word) > 3 and word[0].isalpha()
    if word[0].isupper():
        return "U" if long else "u"
    return "L" if long else "-"


def _stop(word: str, letter: str) -> str:
    """Whether a sentence may end at a word: at a mark, at "U.S." or "p.m.", and at the time over an entry of a blog."""
    timed = letter == "#" and TIME.fullmatch(word) is not None
    return "s" if timed or letter in _STOPS or (letter in "Na" and word[-1] == ".") else "-"


def _letter(word: str, language: Language) -> str:
    first = word[0]
    lower = word.lower()
    if first.isdigit():
        return "#"
    if word[-1] == "'":
        return language.tags.get(lower, "a")
    if first == "@" and len(word) > 1:
        return "N"
    if not first.isalpha():
        return language.tags.get(lower, "-")
    if first.isupper():
        return _capital_letter(word, lower, language)
    if word[-1].isdigit() and _HANDLE.fullmatch(word):
        return "N"
    letter = language.tags.get(lower) or ("v" if language.has("moods", lower) else None)
    if letter is None:
        stem = _before_apostrophe(lower)
        if len(stem) < len(word) and language.tags.get(stem) == "P":  # they've
            return "P"
        if word[len(stem) + 1 :][:1].isupper():  # d'Auvigny
            return "N"
        particle, _, rest = word.partition("-")
        if rest[:1].isupper() and language.has("particles", particle):  # al-Marani
            return "N"
        plural = lower.endswith("s") and language.tags.get(lower[:-1]) == "R"
        letter = "R" if plural else language.ending(lower)
    return "a" if letter == "R" and language.does("nouns_capitalised") else letter


def _before_apostrophe(word: str) -> str:
    return word.replace("’", "'").partition("'")[0]


def _capital_letter(word: str, lower: str, language: Language) -> str:
    stem = _before_apostrophe(lower)
    if (len(stem) < len(word) or len(stem) == 1) and language.tags.get(stem) == "P":  # I, I'm, They've
        return "P"
    if word[1:2] == "-" and word[2:3].isupper() and language.has("party_letters", lower[0]):  # D-Ore
        return "a"
    if "-" in word and word[-1].islower() and word.rsplit("-", 1)[1] in language.words["compounds"]:
        return "a"
    if lower in language.words["capital_times"]:
        return "Y"
    if lower in language.words["suffixes"]:
        return "J"
    if len(word) > 1 and word.isupper() and lower not in language.words["titles"]:
        return "N"
    if lower in language.words["titles"] or ("-" in word and _is_compound_title(lower, language)):
        return "T"
    letter = language.tags.get(lower)
    if letter is None or letter == "p":
        return "R" if language.does("nouns_capitalised") and _is_role(lower, language) else "N"
    return letter  # a sentence's first word, or a name: _mend decides


def _is_compound_title(lower: str, language: Language) -> bool:
    """ "Editor-in-Chief", "Vice-President", "Secretary-General"; not "Smith-King"."""
    parts = lower.split("-")
    if not language.words["surname_titles"].isdisjoint(parts):
        return False
    return parts[0] in language.words["titles"] or parts[-1] in language.words["titles"]


def _is_role(lower: str, language: Language) -> bool:
    """A role, as the last part of a compound or in the genitive: "SPD-Politikers"."""
    stems = [lower, lower[:-1]] if lower[-1] in "sn" else [lower]
    return any(language.tags.get(stem) == "R" or language.ending(stem) == "R" for stem in stems)
