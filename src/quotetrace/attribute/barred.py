"""For whom a subject pronoun cannot stand, whatever else speaks for it."""

import re
from typing import Final

from quotetrace.lang import Language
from quotetrace.syntax import Extraction

_CLOSING: Final = re.compile("[,;:Q|SW]")  # what ends the clause of a pronoun
_TELLS: Final = re.compile(
    "P[XM]*V[DEaNRTO#·]{0,6}S"
)  # "he told Lee | that": what he tells is nothing of himself by name


class Barred:
    """The entities that the sentence of a pronoun rules out. ``begins``: the first mention of each sentence."""

    def __init__(
        self,
        extraction: Extraction,
        begins: list[int],
        sentence_of: list[int],
        entity_of: list[int],
        language: Language,
    ) -> None:
        self.mentions = extraction.mentions
        self.tokens = extraction.tokens
        self.begins = begins
        self.sentence_of = sentence_of
        self.entity_of = entity_of
        self.relatives = language.words["relatives"]
        self.agents = language.words["agent_prepositions"]

    def of(self, index: int) -> set[int]:
        """The entities that the pronoun at mention ``index`` cannot stand for."""
        barred = self._named_beside(index) | self._related_to(index)
        asking = self._asking(index)
        if asking >= 0:
            barred.add(self.entity_of[asking])
        return barred

    def _named_beside(self, index: int) -> set[int]:
        """ "He called Mr. Lund a fool": the names in the clause of a subject pronoun, for which it cannot stand."""
        first, here = self.mentions[index].first, self.sentence_of[index]
        if self.tokens.tags[first] != "P":
            return set()
        named = [i for i in range(index + 1, self.begins[here + 1]) if self.entity_of[i] >= 0]
        if not named:
            return set()
        told = _TELLS.match(self.tokens.tags, first)
        closed = _CLOSING.search(self.tokens.tags, told.end() if told else first, self.tokens.sentences[here][1])
        return {self.entity_of[i] for i in named if not closed or self.mentions[i].first <= closed.start()}

    def _related_to(self, index: int) -> set[int]:
        """ "Mr. Lund, who he called a fool": whom the relative clause of a pronoun is about."""
        before, relative = index - 1, self.mentions[index].first - 1
        if self.tokens.tags[relative + 1] != "P" or self.tokens.lower[relative] not in self.relatives:
            return set()
        if before >= 0 and self.mentions[before].last == relative:  # "who" is a mention, "whom" none
            before -= 1
        stop = relative - (self.tokens.tags[relative - 1] == ",")
        beside = before >= 0 and self.mentions[before].last == stop - 1
        return {self.entity_of[before]} if beside and self.entity_of[before] >= 0 else set()

    def _asking(self, index: int) -> int:
        """ "Asked by Mr. Lund why, he …": the mention of who did it, for whom the subject cannot stand, or -1."""
        sentence = self.sentence_of[index]
        a, first = self.tokens.sentences[sentence][0], self.begins[sentence]
        if first == index or not (self._is_agent(a + 1) or self._is_agent(a + 2)):
            return -1
        by = a + 1 if self._is_agent(a + 1) else a + 2
        return first if self.mentions[first].first - by in (1, 2) else -1

    def _is_agent(self, i: int) -> bool:
        tags = self.tokens.tags
        return tags[i : i + 1] == "I" and tags[i - 1] in "Vva" and self.tokens.lower[i] in self.agents
