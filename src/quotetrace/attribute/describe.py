"""Whom a noun phrase describes: "the minister", "the 43-year-old", "the company"; nobody, when two fit alike."""

import re
from collections.abc import Callable
from math import exp
from typing import Final

from quotetrace.attribute.names import Antecedent, Entity
from quotetrace.attribute.noun_phrases import NounPhrases
from quotetrace.attribute.people import People
from quotetrace.syntax import Extraction, Mention

_FIRST_AND_LAST: Final = 2  # words
_INSIDE: Final = 2  # times that a name stands behind "in" or "near", from which on it is a place
UNKNOWN: Final = Antecedent(-1, 0.0)
APPOSITION: Final = 0.9  # how sure "the mayor, Ann Lee," is, and
GOES_ON: Final = 0.8  # "the coach added" after "Lee said"
ONLY_HOLDER: Final = 0.8  # "the mayor" before the only mayor of the article is named
ALIKE: Final = 0.5  # two that differ by less than this, in log-odds, fit alike

# How well a description fits an entity, in log-odds, set by hand; NOBODY is the score of "none of them".
NOBODY: Final = 2.0
FITS: Final = {
    "same role": 3.0,  # "the minister", and the article called her a minister; "the 43-year-old" after "Lee, 43,"
    "other modifier": 0.5,  # "the water minister" for a prime minister; nothing for "the Drovian one"
    "both lead": 1.5,  # "the Drovian leader" for a president,
    "both lead there": 2.5,  # for a Drovian president
    "modifier": 1.0,  # each further word in common, at most two
    "of that gender": 0.5,  # and not of an unknown one, in a language where a noun or its article tells
    "epithet": 1.5,  # "the Nigerian" and "the company" point back to somebody
    "topic": 2.0,  # and to the subject of the sentence before; so does "the mayor" to the only one, who is nothing else
    "only one so far": 1.5,
    "last speaker": 1.0,
    "latest": 0.5,
    "just named": 0.5,  # in the sentence before, in a language where a noun tells of a man or a woman
}
# "of the town of York," "for Roads and Harbours," "of the Harbour Party (HP),"
_OF_WHAT: Final = re.compile(r"(?:[ItDaNRT·#Oep]|C[aNR]|\(N\)){0,9},")
_OF_WHAT_OR_WHEN: Final = re.compile(r"(?:[IDaNRT#OepM]|C[aN]|\(N\)){0,7},")
_DATELINE: Final = re.compile("[NT·p]{1,6}[N,·.#Y()Tp]{0,12}-")
# ", actress | Ann Lee", ", York's | Ann Lee", ", the late | Bo Roe", ", the | Rev Ann Lee"
_LEADING: Final = re.compile(",(?:[NT]{1,4}e|D(?=[avT]))?[aRv#]*")
_LEADING_OFFICE: Final = re.compile(",(?:D(?=[aR]{0,2}R))?[aR#]*")  # ", o médio | Ada Lee"
_APART: Final = 8  # tokens behind a description, up to the verb
_AROUND: Final = 5  # mentions before a description
_SAME_STEM: Final = 4  # letters that "Drovian" and "Drovia" share


class Descriptions:
    """Finds whom the descriptions of one article stand for, among the people and bodies named in it."""

    def __init__(self, extraction: Extraction, people: People, entity_of: list[int], phrases: NounPhrases) -> None:
        self.mentions = extraction.mentions
        self.tokens = extraction.tokens
        self.people = people
        self.entities = people.entities
        self.entity_of = entity_of
        self.phrases = phrases
        self.language = phrases.language
        self.leading = _LEADING_OFFICE if phrases.adjectives_follow else _LEADING
        self.holders_of: dict[str, list[int]] = {}  # the entities by title
        for entity, who in enumerate(self.entities):
            if not who.roles:
                continue
            for role in sorted({self.language.full_titles.get(role, role) for role in who.roles}):
                self.holders_of.setdefault(role, []).append(entity)
        self.only_places: dict[int, bool] = {}
        self.wheres: dict[int, bool] = {}

    def apposition(self, index: int) -> int:
        """The entity of "Ann Lee" in "the mayor, Ann Lee, …" or "Ann Lee, the mayor who …", or -1."""
        if self.mentions[index].number == "p":
            return -1
        found = self._named_ahead(index)
        if found < 0:
            found = self._called(index)
        found = found if found >= 0 else self._named_behind(index)
        return found if found >= 0 else self._unclosed(index)

    def _unclosed(self, index: int) -> int:
        """The entity of "Ann Lee" in "“…,” Ann Lee, the mayor told us", where no comma closes what she is, or -1."""
        tags, mention = self.tokens.tags, self.mentions[index]
        k = mention.first - 1
        while tags[k] in "DEaNRTI·":
            k -= 1
        named = next((i for i in range(index - 1, max(-1, index - _AROUND), -1) if self.mentions[i].last == k - 1), -1)
        if tags[k] != "," or named < 0 or tags[self.mentions[named].first - 1] != "Q":
            return -1
        entity = self.entity_of[named]
        return entity if tags[mention.last + 1] in "VXM" and entity >= 0 and self.people.is_person(entity) else -1

    def _called(self, index: int) -> int:
        """The entity of "Ann Lee" in "a clerk named Ann Lee", "a clerk identified only as Ann Lee", or -1."""
        tokens, after = self.tokens, index + 1
        verb = self.mentions[index].last + 1
        if after == len(self.mentions) or not self.language.has("naming", tokens.lower[verb]):
            return -1
        first = self.mentions[after].first
        between = tokens.lower[verb + 1 : first]
        closed = tokens.tags[self.mentions[after].last + 1] in ",.VXW"  # not "one clerk called Lee “…”"
        named = self.mentions[after].kind == "name" and all(self.language.has("naming_links", word) for word in between)
        return self.entity_of[after] if named and closed else -1

    def _named_behind(self, index: int) -> int:
        """The entity of "Ann Lee" in "the mayor, Ann Lee, …", or -1."""
        tags = self.tokens.tags
        passed = _OF_WHAT_OR_WHEN if self.language.does("subject_follows") else _OF_WHAT
        of = passed.match(tags, self.mentions[index].last + 1)
        if not of:
            return -1
        stop = of.end() - 1
        leading = self.leading.match(tags, stop)
        near = range(index + 1, min(index + 7, len(self.mentions)))
        after = next((i for i in near if leading and self.mentions[i].first == leading.end()), -1)
        if after < 0:
            return -1
        beside = self.mentions[after].kind == "name" and tags[self.mentions[after].last + 1] in ",.Q-(I"
        lies_in = tags[stop - 1] == "N" and not self.people.is_person(
            self.entity_of[after]
        )  # "a clerk in Aspen, Colorado,"
        return self.entity_of[after] if beside and not lies_in else -1

    def _named_ahead(self, index: int) -> int:
        """The entity of "Ann Lee" in "Ann Lee, the mayor who …" or "recalled Ann Lee, York's mayor", or -1.

        The name opens its clause, so that "met Ann Lee, the mayor said" and "Ann Lee, the mayor said, …" are others.
        """
        tags, mention = self.tokens.tags, self.mentions[index]
        k, before = mention.first - 1, index - 1
        if before >= 0 and tags[k] in "Ce" and self.mentions[before].last == k - 1:  # "York's | mayor"
            k, before = self.mentions[before].first - 1, before - 1
        if before < 0 or tags[k] != "," or self.mentions[before].last != k - 1 or self.entity_of[before] < 0:
            return -1
        stop = mention.last + 1
        while tags[stop] in "IDaENRT·e" and stop < mention.last + _APART:
            stop += 1
        if tags[stop] == "C" or (tags[stop] in "VvXH" and tags[k + 1] in "DE"):
            return -1
        first = self.mentions[before].first
        while first > 0 and tags[first - 1] in "aR#TD":
            first -= 1
        opens = tags[first - 1] in ".|!Q:" or tags[first - 2 : first] in ("QV", "QH", "Qv")
        return self.entity_of[before] if first == 0 or opens else -1

    def holder(
        self, index: int, recent: Callable[[Callable[[int], bool]], list[int]], spoke: int, topic: int
    ) -> Antecedent:
        """Whom mention ``index`` describes, if it is of somebody.

        ``recent`` gives the last entities before it that pass a test, latest first; ``spoke`` spoke last, and
        ``topic`` is the subject of the sentence before; both may be -1.
        """
        scored = self._scores(index, recent(lambda entity: self.may_be(index, entity)), spoke, topic)
        scored.sort(key=lambda pair: (-pair[0], pair[1]))
        if not scored or scored[0][0] <= NOBODY or (len(scored) > 1 and scored[0][0] - scored[1][0] <= ALIKE):
            return self._named_later(index)
        top, entity = scored[0]
        if topic not in (-1, entity) and self.may_be(index, topic) and self._may_hold(self.mentions[index], topic):
            return UNKNOWN  # "Lee cheered. The senator said …", and only Roe was called a senator
        return Antecedent(entity, 1 / (exp(NOBODY - top) + sum(exp(score - top) for score, _ in scored)))

    def may_be(self, index: int, entity: int) -> bool:
        """Whether an entity is of the kind described: a body or a person, of that gender."""
        mention, who = self.mentions[index], self.entities[entity]
        if mention.gender == "n" or mention.head in self.language.bodies:
            return self._may_be_body(mention.head, entity)
        if self.phrases.compounds and all(word.endswith(self.phrases.bodies) for word in self._before(entity)):
            return False  # "das Landgericht | Orwin"
        return self.people.is_person(entity) and _agree(self.phrases.gender(mention), who.gender)

    def _may_be_body(self, head: str, entity: int) -> bool:
        """No person, no place, and not a body of another kind: "the group" is no ministry."""
        who = self.entities[entity]
        person = len(who.words) == 1 and self.language.has("roles", who.head)  # "the AG"
        if person or (who.gender != "n" and not self._is_of_unknown_kind(who)):
            return False
        first = self.mentions[who.mentions[0]].first
        called = self.tokens.lower[first - 1] if first and self.tokens.tags[first - 1] in "aR" else ""  # "the journal"
        kinds = self.language.words["organisation_words"].intersection((*who.words, called))
        if kinds:
            return kinds <= {head, *self.language.bodies.get(head, "").split()} or head == who.head
        return not self.language.has("places", " ".join(who.words)) and not self._is_only_a_place(entity)

    def _is_of_unknown_kind(self, who: Entity) -> bool:
        """ "Keldra Water", or "Keldra" named twice: nothing says that it is a person, or a people."""
        if self.language.has("demonyms", " ".join(who.words)):
            return False
        named = len(who.words) > 1 or len(who.mentions) > 1
        return named and who.gender == "x" and not who.roles and not self.people.has_first_name(who)

    def _is_only_a_place(self, entity: int) -> bool:
        """Whether the name stands only behind words such as "in"."""
        if entity not in self.only_places:
            self.only_places[entity] = self.language.words["place_prepositions"].issuperset(self._before(entity))
        return self.only_places[entity]

    def is_where(self, entity: int) -> bool:
        """Whether the name stands only behind such words, a first and a last name not only behind "to" and "of"; or
        often enough behind "in" and "near"."""
        if entity not in self.wheres:
            alone = len(self.entities[entity].words) != _FIRST_AND_LAST
            inside = sum(self.language.has("locatives", word) for word in self._before(entity))
            self.wheres[entity] = inside >= _INSIDE or ((alone or inside > 0) and self._is_only_a_place(entity))
        return self.wheres[entity]

    def _before(self, entity: int) -> list[str]:
        """The word before each mention of a name, in lower case; in "in York, Ohio" the one before both."""
        found = self.entities[entity].mentions
        return [self._word_before(i) for i in found if not self._is_dateline(self.mentions[i].first)]

    def _word_before(self, index: int) -> str:
        first = self.mentions[index].first
        around = self.mentions[index - 1]
        if index and self.tokens.tags[first - 1] == "," and around.kind == "name" and around.last == first - 2:
            first = around.first
        return self.tokens.lower[first - 1] if first else ""

    def _is_dateline(self, first: int) -> bool:
        """ "| TARN, May 3 —" at the start of a paragraph."""
        opens = first == 0 or self.tokens.tags[first - 1] == "|"
        return opens and self.tokens.words[first].isupper() and _DATELINE.match(self.tokens.tags, first) is not None

    def _scores(self, index: int, recent: list[int], spoke: int, topic: int) -> list[tuple[float, int]]:
        """Each entity that may be described, with its score (see ``FITS``)."""
        mention = self.mentions[index]
        epithet = self.phrases.is_epithet(mention)
        gendered = epithet and self.phrases.tell_gender
        told = self.phrases.is_owned(mention) or self.phrases.is_of_something(mention)
        least = FITS["same role"] if told or (mention.gender == "n" and not epithet) else 0.0
        scored: list[tuple[float, int]] = []
        for order, entity in enumerate(recent):
            fit = self._fit(mention, entity)
            if fit < least or (order and entity != topic and self.phrases.points_back(mention.head)):
                continue
            score = fit + FITS["latest"] * (order == 0) + FITS["last speaker"] * (entity == spoke)
            alone = len(recent) == 1
            score += FITS["of that gender"] * (gendered and self._is_of_gender(mention, entity))
            score += FITS["only one so far"] * alone + FITS["epithet"] * epithet
            if gendered and not order and self._is_near(index, entity):
                score += FITS["just named"]
            if entity == topic and (epithet or (alone and self._may_hold(mention, entity))):
                score += FITS["topic"]
            if entity == topic and self._is_member(mention, entity):
                score += FITS["topic"] + FITS["epithet"]
            scored.append((score, entity))
        return scored

    def _is_member(self, mention: Mention, entity: int) -> bool:
        """ "the Tarn Republican", after "Sen. Lee was blunt": an office that members of parties hold, and a place."""
        if mention.last != mention.first + 2 or not self.phrases.is_definite(mention):
            return False
        place = self.tokens.words[mention.first + 1][0].isupper()
        elected = not self.language.words["elected"].isdisjoint(self.entities[entity].roles)
        return place and elected and self.language.has("party_members", mention.head)

    def _is_of_gender(self, mention: Mention, entity: int) -> bool:
        known = self.entities[entity].gender
        return known in "mf" and known == self.phrases.gender(mention)

    def _is_near(self, index: int, entity: int) -> bool:
        """Whether the sentence before mention ``index`` names an entity of the very gender that the mention has."""
        latest = max((i for i in self.entities[entity].mentions if i < index), default=-1)
        mention, who = self.mentions[index], self.entities[entity]
        known = who.gender in "mf" and self.phrases.gender(mention) in ("x", who.gender)
        stops = self.tokens.tags.count(".", self.mentions[latest].last, mention.first) if latest >= 0 else 2
        return known and stops < 2

    def _may_hold(self, mention: Mention, entity: int) -> bool:
        """Whether "the minister" may be somebody of whom the article names no role."""
        plain = self.language.has("offices", mention.head) and mention.last == mention.first + 1
        plain = plain and self.tokens.tags[mention.last + 1] != "I"  # "the mayor of nearby Tarn"
        return plain and self.language.words["roles"].isdisjoint(self.people.descriptors(entity))

    def _fit(self, mention: Mention, entity: int) -> float:
        """How well the words of the description fit what the article calls the entity."""
        known, leaders = self.people.descriptors(entity), self.language.words["leaders"]
        if self.phrases.is_of_another(mention, known):
            return 0.0
        modifiers = self.phrases.modifiers(mention)
        common = sum(_begins_one(_stem(word.lower()), known) for word in modifiers)
        fit = FITS["modifier"] * min(2, common)
        if (
            mention.head in known
            or self.language.full_titles.get(mention.head) in known
            or self.phrases.bare_noun(mention.head) in known
            or (mention.head[0].isdigit() and mention.head.split("-")[0] in known)
            or (self.phrases.compounds and any(word.endswith(mention.head) for word in known))
        ):
            if not modifiers or common:
                return fit + FITS["same role"]
            return FITS["other modifier"] if all(word.islower() for word in modifiers) else 0.0
        if mention.head in leaders and not leaders.isdisjoint(known):
            return fit + FITS["both lead there" if common else "both lead"]
        return fit

    def _named_later(self, index: int) -> Antecedent:
        """The only one whom the article gives the title, named after the description: "The mayor said … Mayor Lee"."""
        mention = self.mentions[index]
        if mention.last - mention.first > 1 or not self.language.has("offices", mention.head):
            return UNKNOWN
        holders = self.holders_of.get(mention.head, [])
        if len(holders) != 1 or self.mentions[self.entities[holders[0]].mentions[0]].first < mention.first:
            return UNKNOWN
        return Antecedent(holders[0], ONLY_HOLDER)


def _stem(word: str) -> str:
    """What "Drovian" has in common with "Drovia"."""
    return word[: max(_SAME_STEM, len(word) - 2)]


def _begins_one(stem: str, words: frozenset[str]) -> bool:
    return any(word.startswith(stem) for word in words)


def _agree(described: str, known: str) -> bool:
    return described == known or described not in "mf" or known not in "mf"
