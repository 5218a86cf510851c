"""Whom a relative pronoun is about: “Ann Lee, who said …”, “a man who said …”."""

import re
from typing import Final

from quotetrace.attribute.describe import UNKNOWN
from quotetrace.attribute.names import Antecedent
from quotetrace.attribute.people import People
from quotetrace.lang import Language
from quotetrace.syntax import Extraction

RELATIVE: Final = 0.95  # how sure "Ann Lee, who" is
_OPTIONS: Final = 8  # mentions before an aside that are looked at
_ASIDE: Final = re.compile(",(?:#,)?D?[aNRTeIDE#·C-]+,")  # "Ann Lee, 34, the head of the Bank of York, who"
_ASIDE_TOKENS: Final = 20
# "Ann Lee, 34, of the Helios Institute, who", "Ann Lee, of Dam Road, York, who", "Ann Lee (D-York), who"
_WITHIN: Final = re.compile(r"(?:,#)?,I[DaNRT]{1,6}(?:,N{1,2})?,$|\([aN#,·-]{1,6}\),?$")


class Relatives:
    """Finds what the relative pronouns of one article are about. ``entity_of``: the entity of each name, else -1."""

    def __init__(self, extraction: Extraction, people: People, entity_of: list[int], language: Language) -> None:
        self.mentions = extraction.mentions
        self.tokens = extraction.tokens
        self.people = people
        self.entities = people.entities
        self.entity_of = entity_of
        self.language = language

    def antecedent(self, index: int) -> Antecedent:
        """ "Ann Lee, who said", "Ann Lee of York, 61, who said": the name right before, if it is a person's."""
        tags, stop = self.tokens.tags, self.mentions[index].first
        within = _WITHIN.search(tags, max(0, stop - _ASIDE_TOKENS), stop) if tags[stop - 1] in ",)" else None
        named = self._person_before(index, within.start()) if within else -1
        if named >= 0:
            return Antecedent(named, RELATIVE)
        for i in range(index - 1, max(-1, index - 3), -1):
            before, entity = self.mentions[i], self.entity_of[i]
            if entity < 0 or tags[before.last + 1 : stop] not in ("", ",", "-", ",#,", "I", "ID"):
                break
            if tags[before.last + 1 : stop] == "" and self._belongs(i):
                break
            place = self.language.has("place_prepositions", self.tokens.lower[before.first - 1])
            if self.people.is_person(entity) or (self.entities[entity].gender == "x" and not place):
                return Antecedent(entity, RELATIVE)
            stop = before.first
        return self._over_aside(index)

    def described(self, index: int) -> int:
        """ "A man who said …", "the mayor of Tarn, who …": the noun phrase before mention ``index``, or ``index``."""
        tags, before, stop = self.tokens.tags, index - 1, self.mentions[index].first
        stop -= tags[stop - 1] == ","
        while before >= 0 and self.mentions[before].last == stop - 1:
            mention, stop = self.mentions[before], self.mentions[before].first
            if tags[stop - 1] != "I":
                return before if mention.kind == "nominal" else index
            stop -= 1
            before -= 1
            if (
                before < 0 or self.mentions[before].last != stop - 1
            ):  # "hit back at bakers who"; not "rows of the hall which"
                joins = self.tokens.lower[stop] in self.language.words["office_links"]
                somebody = mention.kind == "nominal" and mention.gender != "n" and "#" not in tags[stop : mention.last]
                return before + 1 if somebody and not joins else index
        return index

    def _belongs(self, index: int) -> bool:
        """ "a friend of Ann Lee who said": whether the name belongs to a noun phrase, which the clause is about."""
        first, before = self.mentions[index].first, self.mentions[index - 1]
        if not index or before.kind != "nominal" or self.language.has("documents", before.head):
            return False
        return before.last == first - 2 and self.tokens.tags[first - 1] == "I"

    def _person_before(self, index: int, stop: int) -> int:
        """The person whose name ends right before token ``stop``, not far before mention ``index``, or -1."""
        near = range(index - 1, max(-1, index - _OPTIONS), -1)
        named = next((self.entity_of[i] for i in near if self.mentions[i].last == stop - 1), -1)
        return named if named >= 0 and self.people.is_person(named) else -1

    def _over_aside(self, index: int) -> Antecedent:
        """ "Ann Lee, the head of the Bank of York, who said": the person whose aside ends before the pronoun."""
        tags, first = self.tokens.tags, self.mentions[index].first
        for i in range(index - 1, max(-1, index - _OPTIONS), -1):
            before, entity = self.mentions[i], self.entity_of[i]
            if before.last < first - _ASIDE_TOKENS:
                break
            if entity >= 0 and self.people.is_person(entity) and _ASIDE.fullmatch(tags, before.last + 1, first):
                return Antecedent(entity, RELATIVE)
        return UNKNOWN
