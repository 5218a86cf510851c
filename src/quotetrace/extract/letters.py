"""One letter of class for each word, and what may come of it, told from the word alone; each is looked up once."""

import re
from functools import cache
from sys import intern
from typing import Final

from quotetrace.extract import titles
from quotetrace.lang import Language

# what may come of a word wherever it stands, a bit for each
HOOK: Final = 1  # it may begin a phrase that names a source, or is a noun of speech
STOP: Final = 2  # a sentence may end at it
SHORT: Final = 4  # it may be an abbreviation, an initial or an ordinal: the dot behind it need not end a sentence
SETTLED: Final = 8  # with a capital, it may be a name, or none, whatever its sentence: see `titles.settle`
PARTED: Final = 16  # it is a verb of speech with the particle behind it

QUOTED: Final = " "  # the word of a stretch in marks: no token of a text is white space
PARAGRAPH: Final = "\n"  # the word at the end of a paragraph
_FACTS: Final = "".join([chr(facts) for facts in range(2 * PARTED)])
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


Word = tuple[str, str, str]  # itself, in lower case, its letters


class Words(dict[str, Word]):
    """What is known of each word met so far, at most 200,000, as the texts spell it.

    Its letters are three: its class, its shape, and what may come of it, the bits of HOOK to PARTED.
    """

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language
        self.facts = _facts(language)

    def __missing__(self, word: str) -> Word:
        language = self.language
        spelt = _as_listed(word, language) if "’" in word else word
        lower, case, alpha = intern(spelt.lower()), shape(spelt), spelt.isalpha()
        capital = case in "uU"
        letter = _PUNCTUATION.get(spelt) or _letter(spelt, lower, capital, alpha, language)
        facts = self.facts.get(lower, 0) & ~(PARTED if capital else SETTLED)
        if capital and (letter == "R" or (letter == "Y" and lower in language.first_names)):
            facts |= SETTLED
        if not alpha or len(spelt) == 1:
            facts |= self._by_form(spelt, lower, letter)
        # one object with the same word elsewhere, and with all of the same letters: a look-up reads it once
        found = lower if lower == spelt else spelt, lower, intern(f"{letter}{case}{_FACTS[facts]}")
        if len(self) < _REMEMBERED:
            self[found[0] if spelt == word else word] = found
        return found

    def _by_form(self, word: str, lower: str, letter: str) -> int:
        """What may come of a word by its form: of an initial, of a figure, of a mark."""
        facts = STOP if _is_stop(word, letter) else 0
        if "-" in lower:  # "then-Sen."
            facts |= SHORT & self.facts.get(lower.rpartition("-")[2], 0)
        initial = (len(word) == 1 or word[-2] == "-") and word[-1].isalpha()
        return facts | SHORT if initial or (word.isdigit() and len(word) < 3) else facts


@cache
def known_words(language: Language) -> Words:
    """The words of one language met so far."""
    return Words(language)


def _facts(language: Language) -> dict[str, int]:
    """What may come of the words that ``language`` lists, in lower case."""
    lists = language.words
    found = dict.fromkeys([phrase[0] for phrase in language.sources], HOOK)
    for name in ("speech_nouns", "closing_sources", "following_sources", "report_prepositions", "report_adverbs"):
        found |= dict.fromkeys(lists[name], HOOK)
    found |= dict.fromkeys([phrase.split()[0] for phrase in lists["reads"]], HOOK)
    for flag, words in (
        (SHORT, lists["abbreviations"] | lists["numbered"]),
        (SETTLED, titles.unsettled(language)),
        (PARTED, language.split_verbs.keys()),
    ):
        for word in words:
            found[word] = found.get(word, 0) | flag
    return found


def _as_listed(word: str, language: Language) -> str:
    """The word as the language's data spells it, with a straight apostrophe: "didn't", "l'"; else as it is."""
    straight = word.replace("’", "'")
    return straight if (language.elides and word[-1] == "’") or straight.lower() in language.tags else word


def shape(word: str) -> str:
    """The case of a word: U and u with a capital, L and - without; U and L have four letters or more."""
    long = len(word) > 3 and word[0].isalpha()
    if word[0].isupper():
        return "U" if long else "u"
    return "L" if long else "-"


def _is_stop(word: str, letter: str) -> bool:
    """Whether a sentence may end at a word: at a mark, at "U.S." or "p.m.", and at the time over an entry of a blog."""
    timed = letter == "#" and TIME.fullmatch(word) is not None
    return timed or letter in _STOPS or (letter in "Na" and word[-1] == ".")


def _letter(word: str, lower: str, capital: bool, alpha: bool, language: Language) -> str:
    letter = None if alpha else _letter_by_form(word, lower, language)
    if letter is not None:
        return letter
    if capital:
        return _capital_letter(word, lower, language)
    letter = language.tags.get(lower) or ("v" if language.has("moods", lower) else None)
    if letter is None and not alpha:
        letter = _joined_letter(word, lower, language)
    if letter is None:
        plural = lower.endswith("s") and language.tags.get(lower[:-1]) == "R"
        letter = "R" if plural else language.ending(lower)
    return "a" if letter == "R" and language.does("nouns_capitalised") else letter


def _letter_by_form(word: str, lower: str, language: Language) -> str | None:
    """The letter of a figure, of a mark, of what a user calls himself, and of what ends in an apostrophe."""
    first = word[0]
    if first.isdigit():
        return "#"
    if word[-1] == "'":
        return language.tags.get(lower, "a")
    if first == "@" and len(word) > 1:
        return "N"
    if not first.isalpha():
        return language.tags.get(lower, "-")
    return "N" if word[-1].isdigit() and _HANDLE.fullmatch(word) else None


def _joined_letter(word: str, lower: str, language: Language) -> str | None:
    """The letter of a word in small letters that is joined to another, where that decides."""
    stem = _before_apostrophe(lower)
    if len(stem) < len(word) and language.tags.get(stem) == "P":  # they've
        return "P"
    if word[len(stem) + 1 :][:1].isupper():  # d'Auvigny
        return "N"
    particle, _, rest = word.partition("-")
    return "N" if rest[:1].isupper() and language.has("particles", particle) else None  # al-Marani


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
