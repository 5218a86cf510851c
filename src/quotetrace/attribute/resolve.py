"""Whose name a pronoun or a noun phrase stands for; abstains rather than guesses."""

from bisect import bisect_left
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import Final

from quotetrace.attribute import features
from quotetrace.attribute.barred import Barred
from quotetrace.attribute.describe import APPOSITION, GOES_ON, UNKNOWN, Descriptions
from quotetrace.attribute.looks import Looks, kind_of
from quotetrace.attribute.names import Antecedent, Entity, fits, is_named_in
from quotetrace.attribute.noun_phrases import NounPhrases
from quotetrace.attribute.people import People, bylines
from quotetrace.attribute.relatives import RELATIVE, Relatives
from quotetrace.attribute.topics import Topics
from quotetrace.attribute.unnamed import Unnamed
from quotetrace.attribute.weights import Group, best, total
from quotetrace.lang import Language
from quotetrace.syntax import Extraction, Mention

_REACH: Final = 12  # sentences that an antecedent may lie back
_LOOKED_AT: Final = 150  # mentions before a pronoun that are looked at,
_NAMED: Final = 60  # before a description,
_SPOKEN: Final = 40  # and to find who spoke last
_LATE: Final = 2  # sentences after which no "it" takes up a body, where somebody else has spoken
_OPTIONS: Final = 8  # entities that are weighed
_COUNTED: Final = 6  # mentions before a pronoun
_OFTEN: Final = 4  # times that somebody speaks, from which on no more are counted

# what is left of the confidence in a "he" or "she" that no title, first name or speech backs
HARDLY_A_PERSON: Final = 0.6
HARDLY_A_BODY: Final = 0.5  # and in an "it" that stands for two words that may be a person's name
SELDOM_NAMED: Final = 2.0  # log-odds against somebody who speaks of himself by name


class Resolver:
    """Resolves the mentions of one article. ``entity_of`` is filled for names from the start."""

    def __init__(self, extraction: Extraction, found: list[Entity], entity_of: list[int], language: Language) -> None:
        self.mentions = extraction.mentions
        self.tokens = extraction.tokens
        self.predicates = extraction.predicates
        self.entities = found
        self.entity_of = entity_of
        self.language = language
        self.follows = language.does("subject_follows")
        self.nouns_capitalised = language.does("nouns_capitalised")
        self.people = People(extraction, found, language)
        self.phrases = NounPhrases(extraction, language)
        self.descriptions = Descriptions(extraction, self.people, entity_of, self.phrases)
        self.relatives = Relatives(extraction, self.people, entity_of, language)
        self.begins = _begins(extraction)
        self.sentence_of: list[int] = []  # of each mention
        self.unnamed = Unnamed(extraction, self.people, self.sentence_of, language)
        self.barred = Barred(extraction, self.begins, self.sentence_of, entity_of, language)
        for sentence, (begin, stop) in enumerate(pairwise(self.begins)):
            self.sentence_of += [sentence] * (stop - begin)
        self.named = [Antecedent(entity, 1.0) for entity in range(len(found))]
        self.memory: list[Antecedent | None] = [None] * len(self.mentions)
        self.stands_for = list(entity_of)  # the entity of each mention, as far as it is resolved, or -1
        self.speaking = sorted(i for i, kind in self.people.subject_in.items() if kind == "cue")
        self.looks: list[Looks | None] = [None] * len(self.mentions)
        self.bylines = bylines(extraction, language)
        self.topics = Topics(
            extraction, self.people, self.descriptions, self.begins, self.sentence_of, entity_of, self.bylines, language
        )
        self.waiting = [i for i in range(len(self.mentions) - 1, -1, -1) if self._is_leant_on(i)]  # to be resolved
        self.leads: list[tuple[str, bool, Group] | None] = [None] * len(self.mentions)

    def resolve(self, index: int) -> Antecedent:
        """The entity that mention ``index`` stands for. Each answer leans on those before it."""
        if self.entity_of[index] >= 0:
            return self.named[self.entity_of[index]]
        while self.waiting and self.waiting[-1] < index:
            i = self.waiting.pop()
            if self.memory[i] is None:
                self.settle(i, self._resolve(i))
        return self.memory[index] or self.settle(index, self._resolve(index))

    def hear(self, index: int, spoken: str) -> None:
        """Resolve a pronoun anew where the words that it speaks name whom it stands for."""
        entity = self.resolve(index).entity
        if self.mentions[index].kind == "pronoun" and entity >= 0 and is_named_in(spoken, self.entities[entity]):
            self.settle(index, self._pronoun(index, spoken))

    def settle(self, index: int, antecedent: Antecedent) -> Antecedent:
        """Remember what mention ``index`` stands for."""
        self.memory[index] = antecedent
        self.stands_for[index] = antecedent.entity
        return antecedent

    def look(self, index: int) -> Looks:
        """What mention ``index`` looks like, from wherever it is looked at."""
        found = self.looks[index]
        if found is None:
            found = self.looks[index] = self._look(index)
        return found

    def _look(self, index: int) -> Looks:
        mention, entity = self.mentions[index], self.entity_of[index]
        speaks = min(self.people.times_spoken(entity), _OFTEN) if entity >= 0 else 0
        noun = mention.head if mention.kind == "nominal" else ""
        name = self.tokens.words[mention.last] if mention.kind == "name" else ""
        return Looks(kind_of(mention), mention.number, noun, name, speaks, self.tokens.tags[mention.last + 1] == "e")

    def mentions_in(self, sentence: int) -> range:
        """The mentions of a sentence."""
        return range(self.begins[sentence], self.begins[sentence + 1])

    def mention_at(self, sentence: int, token: int) -> int:
        """The mention that begins at a token of a sentence, or -1."""
        return next((i for i in self.mentions_in(sentence) if self.mentions[i].first == token), -1)

    def candidates(self, index: int) -> list[tuple[int, tuple[Group, ...]]]:
        """Entities that the pronoun at ``index`` may stand for, with features for and against."""
        pronoun, here = self.mentions[index], self.sentence_of[index]
        word, spoke, paragraph = pronoun.pronoun, self._last_speaker(index), self.tokens.paragraph_of[here]
        earliest = max(index - _LOOKED_AT + 1, self.begins[max(here - _REACH, 0)])
        out: list[tuple[int, tuple[Group, ...]]] = []
        seen = self.barred.of(index)
        for i in range(index - 1, earliest - 1, -1):
            entity = self.stands_for[i]
            if entity < 0 or entity in seen or not self._may_lead(i, pronoun):
                continue
            if len(out) == _OPTIONS:
                break
            seen.add(entity)
            who, there = self.entities[entity], self.sentence_of[i]
            if fits(pronoun, who) and not (pronoun.gender in "mf" and self._is_no_person(entity)):
                role, opens, beside = self._lead(i)
                near = self.tokens.paragraph_of[there] == paragraph
                place = features.position[
                    "antecedent", min(here - there, 4), role, min(len(out), 4), near, opens, entity == spoke
                ]
                out.append((entity, (place, self._identity(entity, index, word, self.mentions[i].kind), beside)))
        return out

    def _is_no_person(self, entity: int) -> bool:
        """Whether a name only ever says where something is: "in Tarnholt", "near Orwick"; or, where every noun has a
        capital, nothing shows that it is somebody's."""
        if self.nouns_capitalised and not self.people.is_person(entity):
            return True
        known = self.people.has_first_name(self.entities[entity]) or bool(self.entities[entity].roles)
        return not known and self.descriptions.is_where(entity)

    def _is_leant_on(self, index: int) -> bool:
        """Whether later mentions ask what this one stands for: a pronoun, or a noun phrase that speaks."""
        kind = self.mentions[index].kind
        return kind == "pronoun" or (kind == "nominal" and self.people.subject_in.get(index) == "cue")

    def _resolve(self, index: int) -> Antecedent:
        return self._pronoun(index) if self.mentions[index].kind == "pronoun" else self._nominal(index)

    def _may_lead(self, index: int, pronoun: Mention) -> bool:
        """Whether a pronoun may stand for what mention ``index`` stands for: a name, or the same pronoun further up."""
        mention = self.mentions[index]
        if mention.kind == "name":
            return self.sentence_of[index] not in self.bylines
        return mention.kind == "nominal" or mention.head == pronoun.head

    def _last_speaker(self, index: int) -> int:
        """The entity that was last the subject of a speech verb before mention ``index``."""
        for k in range(bisect_left(self.speaking, index) - 1, -1, -1):
            i = self.speaking[k]
            if i <= index - _SPOKEN:
                break
            if self.stands_for[i] >= 0:
                return self.stands_for[i]
        return -1

    def _topic(self, index: int) -> int:
        """The entity that is the first subject of the last sentence before mention ``index`` with one, or -1."""
        here, topic, found = self.sentence_of[index], -1, -1
        for i in range(index - 1, max(-1, index - _SPOKEN), -1):
            sentence = self.sentence_of[i]
            if topic >= 0 and sentence < found:
                break
            if sentence < here and i in self.people.subject_in and self.stands_for[i] >= 0:
                topic, found = self.stands_for[i], sentence
        return topic

    def _lead(self, index: int) -> tuple[str, bool, Group]:
        """What mention ``index`` is for any pronoun: its role, whether it opens a sentence, what stands beside it."""
        found = self.leads[index]
        if found is None:
            tags, mention = self.tokens.tags, self.mentions[index]
            role = self.people.subject_in.get(index) or self._role_before(index)
            opens = mention.first == self.tokens.sentences[self.sentence_of[index]][0]
            beside = features.neighbours[
                "antecedent", tags[mention.first - 1] if mention.first else "|", tags[mention.last + 1]
            ]
            found = self.leads[index] = role, opens, beside
        return found

    def _role_before(self, index: int) -> str:
        """What "her lawyer" is in "her lawyer, Ann Lee, said": the role of a name that stands behind what it is."""
        entity, beside = self.entity_of[index], index - 1
        if beside < 0 or entity < 0 or self.stands_for[beside] != entity:
            return "none"
        return self.people.subject_in.get(beside, "none") if self.mentions[beside].kind == "nominal" else "none"

    def _identity(self, entity: int, index: int, pronoun: str, kind: str) -> Group:
        """Who the entity is for the ``pronoun`` at mention ``index``."""
        who = self.entities[entity]
        known = "known" if who.gender in "mf" else who.gender
        count = 0
        while count < min(len(who.mentions), _COUNTED) and who.mentions[count] < index:
            count += 1
        return features.identity[
            "antecedent", known, pronoun, self.people.is_person(entity), count, kind, min(len(who.words), 2)
        ]

    def _pronoun(self, index: int, spoken: str = "") -> Antecedent:
        """What the pronoun stands for; less likely for somebody whom the words ``spoken`` by it name."""
        pronoun = self.mentions[index]
        kind = self.language.pronouns.get(pronoun.head) or self.language.possessives.get(pronoun.head, "")
        if kind == "w":
            return self.relatives.antecedent(index)
        if kind[1:] not in ("3", "3s"):
            return UNKNOWN
        options = [] if self._is_of_no_name(index) else self.candidates(index)
        if not options:
            return UNKNOWN
        scores = [total(groups) for _, groups in options]
        if spoken:
            named = [is_named_in(spoken, self.entities[entity]) for entity, _ in options]
            scores = [score - SELDOM_NAMED * less for score, less in zip(scores, named, strict=True)]
        chosen, confidence = best(scores)
        entity, topic = options[chosen][0], self.topics.of(index, spoken)
        if topic >= 0 and fits(pronoun, self.entities[topic]):
            return Antecedent(topic, max(confidence, RELATIVE) if topic == entity else RELATIVE)
        if pronoun.gender == "n" and self._is_past(index, entity):
            return UNKNOWN
        if pronoun.gender in "mf" and not self.people.is_person(entity):
            confidence *= HARDLY_A_PERSON
        elif pronoun.gender == "n" and self.entities[entity].gender == "x" and len(self.entities[entity].words) > 1:
            confidence *= HARDLY_A_BODY
        return Antecedent(entity, confidence)

    def _is_past(self, index: int, entity: int) -> bool:
        """Whether an "it" comes too late for a body: others have spoken since, and it was named three sentences ago."""
        latest = next(i for i in range(index - 1, -1, -1) if self.stands_for[i] == entity)
        far = self.sentence_of[index] - self.sentence_of[latest] > _LATE
        return far and self._last_speaker(index) not in (-1, entity)

    def _nominal(self, index: int) -> Antecedent:
        """An apposition, or the one that the description fits best, if any."""
        beside = self.descriptions.apposition(index)
        if beside >= 0:
            return Antecedent(beside, APPOSITION)
        if not self.phrases.is_of_somebody(index) or self._is_introduced(index) or self._is_nameless(index):
            return UNKNOWN
        spoke, topic = self._last_speaker(index), self._topic(index)
        found = self.descriptions.holder(index, partial(self._recent, index), spoke, topic)
        return Antecedent(spoke, GOES_ON) if found.entity < 0 and self._goes_on(index, spoke) else found

    def _goes_on(self, index: int, spoke: int) -> bool:
        """ "“…,” Lee said. “…,” the coach added": whether ``spoke``, who had the word right before, has it still."""
        mention, before = self.mentions[index], bisect_left(self.speaking, index) - 1
        if before < 0 or spoke < 0 or self.stands_for[self.speaking[before]] != spoke or mention.number == "p":
            return False
        known = not self.phrases.is_owned(mention) and not self.phrases.is_of_something(mention)
        known = known and self.language.has("titles", mention.head)  # no "source", no "narrator"
        goes_on = known and self.language.has("going_on", self.tokens.lower[mention.last + 1])
        return goes_on and self.people.is_named_person(spoke) and self.descriptions.may_be(index, spoke)

    def described(self, index: int) -> int:
        """The mention that a relative pronoun of no name is about: "a man", in "a man who said …"; else ``index``."""
        if self.language.pronouns.get(self.mentions[index].head) != "w":
            return index
        return index if self.resolve(index).entity >= 0 else self.relatives.described(index)

    def _is_of_no_name(self, index: int) -> bool:
        """ "The board met. It said …", "A clerk laughed. “…,” she said": whether the subject before is a body or
        somebody that no name is known for."""
        pronoun, here = self.mentions[index], self.sentence_of[index]
        owns = self.tokens.tags[pronoun.first] != "P"
        if not self.follows and (pronoun.gender == "x" or (owns and pronoun.gender != "n")):
            return False
        for i in range(index - 1, max(-1, index - _NAMED), -1):
            if here - self.sentence_of[i] > 1:
                break
            entity, mention = self.stands_for[i], self.mentions[i]
            if i not in self.people.subject_in or (self.follows and self.tokens.tags[mention.first - 1] == "S"):
                continue  # "Ann Lee dit que l'enquête traîne. Elle …"
            if entity >= 0 and fits(pronoun, self.entities[entity]):
                break
            of_thing = mention.kind == "nominal" and mention.gender == "n" and (self.follows or pronoun.gender == "n")
            of_thing = of_thing and self.phrases.may_be_called(mention, pronoun.gender)
            if entity < 0 and (of_thing or self.unnamed.may_be(i, pronoun.gender)):
                return True
        return False

    def _is_introduced(self, index: int) -> bool:
        """ "Una vicina ha sentito le urla. «…», ha detto la donna": whether no name is known for whom the
        sentence before brings up, where a noun or its article tells of a man or a woman."""
        language, mention = self.language, self.mentions[index]
        gender = self.phrases.gender(mention)
        if not self.phrases.tell_gender or gender not in "mf" or language.has("epithets", mention.head):
            return False
        for i in range(index - 1, max(-1, index - _NAMED), -1):
            entity = self.stands_for[i]
            if self.sentence_of[index] - self.sentence_of[i] > 1:
                break
            if i not in self.people.subject_in or self.mentions[i].kind == "pronoun":
                continue
            if entity >= 0 and self.entities[entity].gender in (gender, "x"):
                return False
            new = entity < 0 and self.mentions[i].kind == "nominal" and self.mentions[i].number == "s"
            article = self.tokens.lower[self.mentions[i].first]
            if new and not language.has("definites", article) and self.phrases.gender(self.mentions[i]) == gender:
                return True
        return False

    def _is_nameless(self, index: int) -> bool:
        """ "“…,” a coach said. “…,” the coach added.": whether the last one called so spoke without a name, and nobody
        with a name is called so."""
        head, first = self.mentions[index].head, max(0, index - _NAMED)
        if head in self.language.bodies or not self.language.has("roles", head):
            return False
        for i in range(index - 1, first - 1, -1):
            other = self.mentions[i]
            if other.kind != "nominal" or other.head != head:
                continue
            if self.stands_for[i] >= 0:
                return False
            new = self.tokens.lower[other.first] in self.language.words["indefinites"] and other.number == "s"
            if new and self.people.subject_in.get(i) == "cue":
                named = {entity for entity in self.entity_of[first:index] if entity >= 0}
                return not any(head in self.people.descriptors(entity) for entity in named)
        return False

    def _recent(self, index: int, passes: Callable[[int], bool]) -> list[int]:
        """The last eight entities named before mention ``index`` that pass a test, latest first."""
        found: list[int] = []
        seen: set[int] = set()
        for i in range(index - 1, max(-1, index - _NAMED), -1):
            entity = self.stands_for[i]
            if entity >= 0 and entity not in seen and self.sentence_of[i] not in self.bylines:
                seen.add(entity)
                if passes(entity):
                    found.append(entity)
                    if len(found) == _OPTIONS:
                        break
        return found


def _begins(extraction: Extraction) -> list[int]:
    """The first mention of each sentence, or of those after it; and how many mentions there are."""
    mentions, begins, i = extraction.mentions, list[int](), 0
    for a, _ in extraction.tokens.sentences:
        while i < len(mentions) and mentions[i].first < a:
            i += 1
        begins.append(i)
    return [*begins, len(mentions)]
