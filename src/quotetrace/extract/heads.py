"""What the last word of a mention, and a pronoun, says of gender, number and kind; each is looked up once."""

from functools import cache
from typing import Final

from quotetrace.lang import Language

_REMEMBERED: Final = 1 << 14  # words that are looked up once


class Head:
    """What the last word of a name or a noun phrase says of it, in lower case.

    ``is_body``: it is a kind of organisation, and the name may go on; ``is_body_alone``: that, an acronym or a place.
    """

    __slots__ = ("gender", "is_body", "is_body_alone", "number", "word")

    def __init__(self, word: str, gender: str, number: str, is_body: bool, is_body_alone: bool) -> None:
        self.word: Final = word
        self.gender: Final = gender
        self.number: Final = number
        self.is_body: Final = is_body
        self.is_body_alone: Final = is_body_alone


class Heads(dict[str, Head]):
    """The words met so far that stood last; each is looked up once."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.lists = language.words
        self.feminine = tuple(sorted(language.words["feminine_role_endings"]))
        self.people = language.words["roles"] | language.words["titles"] if self.feminine else frozenset()
        self.plural_endings = tuple(sorted(language.words["plural_endings"]))

    def __missing__(self, word: str) -> Head:
        lower, lists = word.lower(), self.lists
        is_body = lower in lists["organisation_words"]
        ends_plural = lower.endswith(self.plural_endings) and not lower.endswith("ss")
        number = "p" if ends_plural or lower in lists["plurals"] else "s"
        alone = is_body or (word.isupper() and len(word) > 1) or lower in lists["places"]
        found = Head(lower, self._gender(lower, is_body), number, is_body, alone)
        if len(self) < _REMEMBERED:
            self[word] = found
        return found

    def _gender(self, word: str, is_body: bool) -> str:
        if word in self.lists["male"]:
            return "m"
        if word in self.lists["female"]:
            return "f"
        for ending in self.feminine:
            if word.endswith(ending) and not self.people.isdisjoint((word, word.removesuffix(ending))):
                return "f"
            if word in self.people and word + ending in self.people:
                return "m"
        return "n" if is_body or word in self.lists["documents"] else "x"


Pronoun = tuple[str, str, str, str, int]  # the word, its gender, person and number, and the letters to skip: "-t-il"


class Pronouns(dict[str, Pronoun]):
    """The pronouns met so far, by the letter of their class and their word; each is looked up once."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, tagged: str) -> Pronoun:
        language = self.language
        word = tagged[1:].lower().replace("’", "'").split("'")[0]
        if tagged[0] == "E":
            kind = language.possessives[word]
            word = next((p for p, k in language.pronouns.items() if k == kind), word)
        else:
            kind = language.pronouns.get(word, "x1s")
        skipped = 0
        if word.startswith("-"):
            word = word.rpartition("-")[2]
            skipped = len(tagged) - 1 - len(word)
        found = word, kind[0], kind[1:2], kind[2:] or "s", skipped
        if len(self) < _REMEMBERED:
            self[tagged] = found
        return found


@cache
def heads(language: Language) -> Heads:
    """What is known of the last words of mentions in ``language``, by the word."""
    return Heads(language)


@cache
def pronouns(language: Language) -> Pronouns:
    """The pronouns of ``language``, by the letter of their class and their word."""
    return Pronouns(language)


@cache
def sources_by_first_word(language: Language) -> dict[str, list[tuple[str, ...]]]:
    """The phrases that name a source, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in language.sources:
        found.setdefault(phrase[0], []).append(phrase)
    return found
