"""What a verb does with words: it says, tells, asks, judges …, as the data has it and as its place makes it."""

import re
from functools import cache
from typing import Final

from quotetrace.lang import Language
from quotetrace.syntax import Tokens

_AFTER_MARKS: Final = re.compile("Q[DENTRPa·]{0,5}$")
_ISSUED: Final = re.compile(r"[DEaM#]{0,5}(?P<noun>[aRV])(?:I?[DaNY#·]{1,4}){0,3}:")
_CLAUSE: Final = re.compile(r"(?:P|D?[aNRT#·]{1,6})M?[XvVH]")
_NAMED: Final = re.compile(",[vV]N{1,5},")  # "the club, | called Tarn Rowers, has …"
_REDUCED: Final = re.compile("[aRNM][vV]D?Q[vXHWS]")  # "the pump | called “upper weir” has …"
_WORDS: Final = 5  # "made an ever more urgent case that"
_NEAR: Final = 12  # tokens before "put it" in which "as" stands


@cache
def first_words(language: Language, phrases: str) -> frozenset[str]:
    """The words that the ``phrases`` of a list begin with."""
    return frozenset(phrase.split()[0] for phrase in language.words[phrases])


@cache
def _idioms(language: Language) -> dict[str, tuple[tuple[int, list[str]], ...]]:
    """The idioms of a language by their verbs of speech, each with the place of its verb."""
    found: dict[str, tuple[tuple[int, list[str]], ...]] = {}
    for phrase in sorted(language.words["idioms"]):
        words = phrase.split()
        at = next(i for i, word in enumerate(words) if word in language.cues)
        found[words[at]] = (*found.get(words[at], ()), (at, words))
    return found


@cache
def _last_words(language: Language, phrases: str) -> frozenset[str]:
    return frozenset(phrase.split()[-1] for phrase in language.words[phrases])


@cache
def _silent(language: Language) -> frozenset[str]:
    """The verbs that may say nothing by an idiom, as an example, as a name or behind another word."""
    lists = language.words
    return lists["examples"].union(lists["naming"], _idioms(language), _last_words(language, "impersonal_cues"))


@cache
def _promoted(language: Language) -> frozenset[str]:
    """The words that may be verbs of speech by what stands beside them, though no group, or a lesser one, has them."""
    lists = language.words
    return lists["manner_verbs"] | lists["issuing"] | first_words(language, "stating_cues")


class VerbGroups:
    """The groups of the verbs of one text."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self.tags = tokens.tags
        self.words = tokens.words
        self.lower = tokens.lower
        self.language = language
        self.cues = language.cues
        self.lists = language.words
        self.turns = language.does("subject_follows")
        self.examples = language.words["examples"]
        self.naming = language.words["naming"]
        self.impersonals = language.words["impersonals"]
        self.stating = first_words(language, "stating_cues")
        self.stated_words = _last_words(language, "stating_cues")
        self.phrasal = first_words(language, "phrasal_cues")
        self.idioms = _idioms(language)
        self.silent = _silent(language)
        self.promoted = _promoted(language)

    def group(self, i: int, a: int) -> str:
        """The group of the verb at token ``i`` in the sentence from token ``a`` on; "other" says nothing."""
        word = self.lower[i]
        group = self.cues.get(word, "other") if self.tags[i] in "VGHg" else self._of_two_words(i, a, word)
        if self.tags[i - 1] == "X" and self.language.is_split(self.words[i - 1], word):  # "a fait savoir"
            return self.cues[self.lower[i - 1]]
        if self.turns and group in ("say", "tell") and f"{word} {self.lower[i + 1]}" in self.lists["no_cues"]:
            return "other"  # "contaba con licencia"
        if group == "judge" and self.tags[i + 1] == ":":  # "Ann Lee blasted: …"
            return "say"
        if word not in self.promoted:
            return group
        if group == "other" and word in self.lists["manner_verbs"] and (self._beside_marks(i) or self._says_that(i)):
            return "say"
        if group in ("other", "show") and word in self.lists["issuing"] and self._issues_words(i):
            return "say"
        if group == "other" and self.stated(i) > i:
            return "say"
        return group

    def stated(self, i: int) -> int:
        """ "made it clear | that it holds", "is adamant | that …": where the clause opens that ``i`` brings.

        ``i`` where it brings none.
        """
        if self.lower[i] not in self.stating:
            return i
        for k in range(i + 1, min(i + _WORDS, len(self.tags) - 1)):
            if self.lower[k] in self.stated_words and f"{self.lower[i]} {self.lower[k]}" in self.lists["stating_cues"]:
                return k + 1 if self.lower[k + 1] in self.lists["that"] or self._states(i, k + 1) else i
            if self.tags[k] not in "MDEPa":
                break
        return i

    def _states(self, i: int, first: int) -> bool:
        """ "made it clear | the wall holds", "was adamant | she would stay": a whole clause without its "that"."""
        whole = self.tags[i] == "X" or self.tags[i + 1] == "P"
        return whole and _CLAUSE.match(self.tags, first) is not None

    def says_nothing(self, i: int) -> bool:
        """ "It is hard to say", "Se dice que", "Lund, referred to as a fool", "of, say, ten boats", "to say the least".

        Nobody's words.
        """
        if self.tags[i - 1] == "t" and self.lower[i - 2] in self.impersonals:
            return True
        if self.tags[i + 1] == "t" and self.tags[i + 2] == "I" and self.lower[i] in self.cues:
            return True
        return self.lower[i] in self.silent and self._is_silent(i)

    def _is_silent(self, i: int) -> bool:
        if self.lower[i] in self.idioms and self._is_idiom(i):
            return True
        if self.lower[i] in self.examples and self.tags[i - 1] in ",(" and self.tags[i + 1] == ",":
            return self.tags[i + 2] != "Q"
        if self.lower[i] in self.naming and self._is_reduced(i):
            return True
        return self.tags[i - 2] in ".|,SC" and f"{self.lower[i - 1]} {self.lower[i]}" in self.lists["impersonal_cues"]

    def _is_reduced(self, i: int) -> bool:
        """Whether what is called so has another verb: "the club, called Tarn Rowers, has …"."""
        named = (_NAMED if self.tags[i - 1] == "," else _REDUCED).match(self.tags, i - 1)
        return named is not None and (named[0][-1] != "S" or self.lower[named.end() - 1] in self.lists["that"])

    def _is_idiom(self, i: int) -> bool:
        return any(self.lower[i - at : i - at + len(words)] == words for at, words in self.idioms[self.lower[i]])

    def _says_that(self, i: int) -> bool:
        """ "answered that it leaked"."""
        return self.tags[i + 1] == "S" and self.lower[i + 1] in self.lists["that"]

    def _issues_words(self, i: int) -> bool:
        """ "Lee made the following comment on Monday: …": whether speech is issued, behind a colon."""
        issued = _ISSUED.match(self.tags, i + 1)
        return issued is not None and self.lower[issued.end("noun") - 1] in self.lists["speech_nouns"]

    def _beside_marks(self, i: int) -> bool:
        """ "“…,” Lee chuckled", "“…,” chuckled Lee", "Lee chuckled “…”": whether only who did it stands between."""
        behind = self.tags[i + 1 : i + 3].lstrip(",:")
        return behind.startswith("Q") or _AFTER_MARKS.search(self.tags, max(i - 6, 0), i) is not None

    def _of_two_words(self, i: int, a: int, word: str) -> str:
        """ "As Ann Lee put it, …", "…," Lee went on: a verb of speech only with the word behind it."""
        if word not in self.phrasal or f"{word} {self.lower[i + 1]}" not in self.lists["phrasal_cues"]:
            return "other"
        after = i + 3 if self.tags[i + 2] == "M" else i + 2  # "fired back angrily: …"
        closed = self.tags[after] in ":Q" or (self.tags[after] in ",.!|" and "Q" in self.tags[max(i - 8, 0) : i + 4])
        compared = self.tags[i + 2] in "IYM),.Q" and any(  # "As Lee put it in a letter, …"
            self.lower[j] in self.lists["comparatives"] for j in range(max(i - _NEAR, a), i)
        )
        return "say" if closed or compared else "other"
