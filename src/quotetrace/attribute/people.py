"""What an article says of the people and organisations it names: whether they are persons, and how it calls them."""

import re
from typing import Final

from quotetrace.attribute.names import Entity
from quotetrace.lang import Language
from quotetrace.syntax import Extraction

_APPOSITION: Final = 9  # tokens of "…, the water minister of the north," that are read
_OFFICE: Final = 9  # tokens of "the water minister of the north, | Ann Lee" that are read
_BEFORE: Final = 4  # tokens of "water minister Ann Lee" that are read
_TURNED: Final = re.compile(r"D(?P<office>[aN]*[RT](?:I[DE]?[aN]{1,3}(?:p[DEp]?N{1,3})?)?),$")
_SAID_OF: Final = re.compile(r",([DERaT][^,.|Q!PWSVXH]*+)(?![VXH])|[,(](#)|I(N)|X{1,2}(D?[aN]*[RT])(?!e)")

_VERBAL: Final = frozenset("VvXHGg")


class People:
    """The entities of one article with what is known of them. ``subject_in``: "cue" or "verb", for a mention."""

    def __init__(self, extraction: Extraction, entities: list[Entity], language: Language) -> None:
        self.tokens = extraction.tokens
        self.mentions = extraction.mentions
        self.entities = entities
        self.groups = language.peoples, language.words["titles"]
        self.first_names = language.first_names
        self.full_titles = language.full_titles
        self.subject_in = _subjects(extraction)
        self._persons: dict[int, bool] = {}
        self._introduced: int | None = None
        self._spoken: dict[int, int] = {}
        self._descriptors: dict[int, frozenset[str]] = {}

    def is_person(self, entity: int) -> bool:
        """Whether the article treats the entity as a person: a title, a first name, a gender, or words spoken."""
        found = self._persons.get(entity)
        if found is None:
            found = self._persons[entity] = self._is_person(self.entities[entity])
        return found

    def is_named_person(self, entity: int) -> bool:
        """Whether an entity is a person by more than the words that it speaks: "Ann Lee", "Mr. Lee"; not "Vesparin"."""
        who = self.entities[entity]
        return self.is_person(entity) and (who.gender in "mf" or bool(who.roles) or len(who.words) > 1)

    def _is_person(self, who: Entity) -> bool:
        one = who.head.removesuffix("s")
        if who.gender == "n" or (one != who.head and any(one in words for words in self.groups)):  # "Republicans"
            return False
        return (
            self.has_first_name(who) or who.gender in "mf" or bool(who.roles) or len(who.words) > 1 or self._speaks(who)
        )

    def introduced(self) -> int:
        """The first mention of the person named most often before the first quotation, the first of equals, or -1."""
        if self._introduced is None:
            before = self.tokens.tags.find("Q")
            people = [
                [index for index in who.mentions if self.mentions[index].first < before]
                for entity, who in enumerate(self.entities)
                if self.is_person(entity)
            ]
            found = max(people, key=len, default=[])
            self._introduced = found[0] if found else -1
        return self._introduced

    def has_first_name(self, who: Entity) -> bool:
        """Whether the name begins with a first name."""
        return who.words[0] in self.first_names

    def _speaks(self, who: Entity) -> bool:
        return any(self.subject_in.get(i) == "cue" for i in who.mentions)

    def times_spoken(self, entity: int) -> int:
        """How often the entity, by name, is the subject of a speech verb in the article."""
        found = self._spoken.get(entity)
        if found is None:
            found = self._spoken[entity] = sum(self.subject_in.get(i) == "cue" for i in self.entities[entity].mentions)
        return found

    def descriptors(self, entity: int) -> frozenset[str]:
        """The words that the article uses of an entity beside its name: titles, roles, appositions."""
        if entity not in self._descriptors:
            found = (word for i in self.entities[entity].mentions for word in self._described(i))
            words = frozenset(found)
            titles = self.full_titles
            self._descriptors[entity] = words.union([titles[word] for word in words if word in titles])
        return self._descriptors[entity]

    def _described(self, index: int) -> list[str]:
        mention = self.mentions[index]
        words = [*mention.text.lower().replace(".", "").split(), *mention.role.split()]
        return words + self._before(mention.first) + self._after(mention.last + 1)

    def _before(self, first: int) -> list[str]:
        """The words of "water minister | Ann Lee" and of "The mayor, | Ann Lee," before a name at ``first``."""
        tags = self.tokens.tags
        turned = _TURNED.search(tags, max(0, first - _OFFICE), first) if tags[first - 1] == "," else None
        if turned:
            return self.tokens.lower[turned.start("office") : turned.end("office")]
        k = first
        while k > 0 and tags[k - 1] in "RaTN" and first - k < _BEFORE:
            k -= 1
        return self.tokens.lower[k:first]

    def _after(self, after: int) -> list[str]:
        """The words that say what the name before them is: "…, the mayor,", "…, 43,", "… of Drovia", "… is mayor"."""
        tags = self.tokens.tags
        match = _SAID_OF.match(tags, after, after + _APPOSITION) if tags[after] in ",(IX" else None
        group = match.lastindex or 0 if match else 0
        return self.tokens.lower[match.start(group) : match.end(group)] if match else []


def _subjects(extraction: Extraction) -> dict[int, str]:
    """For each mention that is a subject, the best kind of verb it is the subject of."""
    out: dict[int, str] = {}
    for predicates in extraction.predicates:
        for predicate in predicates:
            if predicate.subject >= 0 and out.get(predicate.subject) != "cue":
                out[predicate.subject] = "verb" if predicate.group in ("other", "thought") else "cue"
    return out


def bylines(extraction: Extraction, language: Language) -> frozenset[int]:
    """The sentences that only name who wrote the article, or where: "By Ann Lee, York Reporter", "YORK, May 3 -"."""
    tokens = extraction.tokens
    return frozenset(
        s
        for s, (a, b) in enumerate(tokens.sentences)
        if (tokens.tags[b - 1] == "-" and tokens.words[a].isupper())
        or (
            language.has("bylines", tokens.lower[a])
            and tokens.tags[a + 1] in "NT"
            and _VERBAL.isdisjoint(tokens.tags[a:b])
        )
    )
