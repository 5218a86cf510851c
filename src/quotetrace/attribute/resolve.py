"""Whose name a pronoun or a noun phrase stands for; abstains rather than guesses."""

from bisect import bisect_left
from dataclasses import dataclass
from math import exp

from quotetrace.attribute.names import Entity
from quotetrace.attribute.weights import best
from quotetrace.lang import Language
from quotetrace.models import Extraction, Mention

_REACH = 12  # sentences that an antecedent may lie back

# How well a description fits an entity, in log-odds, set by hand; NOBODY is the score of "none of them".
NOBODY = 2.0
HARDLY_A_PERSON = 0.6  # what is left of the confidence in a "he" or "she" that no title, first name or speech backs
FITS = {
    "same role": 3.0,  # "the minister", and the article called her a minister
    "other modifier": 0.5,  # "the water minister" for one who was called prime minister
    "both lead": 1.5,  # "the Drovian leader" for a president
    "modifier": 1.0,  # each further word in common, at most two
    "only person so far": 1.5,
    "last speaker": 1.0,
    "latest": 0.5,
}


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The entity a mention stands for (-1: cannot tell) and how sure that is, in [0, 1]."""

    entity: int
    confidence: float
    features: tuple[str, ...] = ()


class Resolver:
    """Resolves the mentions of one article. ``entity_of`` is filled for names from the start."""

    def __init__(self, extraction: Extraction, found: list[Entity], entity_of: list[int], language: Language) -> None:
        self.extraction = extraction
        self.entities = found
        self.entity_of = entity_of
        self.language = language
        self.sentence_of = _sentences(extraction)
        self.subject_in = _subjects(extraction)
        self.named = [Antecedent(entity, 1.0) for entity in range(len(found))]
        self.persons: dict[int, bool] = {}
        self.memory: dict[int, Antecedent] = {}
        self.reached = 0  # every pronoun and every speaking noun phrase before this mention is resolved: each leans on those before it
        self.known: dict[int, frozenset[str]] = {}

    def resolve(self, index: int) -> Antecedent:
        """The entity that mention ``index`` stands for."""
        mention = self.extraction.mentions[index]
        if mention.kind == "name":
            return self.named[self.entity_of[index]]
        while self.reached < index:
            kind = self.extraction.mentions[self.reached].kind
            if self.reached not in self.memory:
                if kind == "pronoun":
                    self.memory[self.reached] = self._pronoun(self.reached)
                elif kind == "nominal" and self.subject_in.get(self.reached) == "cue":
                    self.memory[self.reached] = self._nominal(self.reached)
            self.reached += 1
        if index not in self.memory:
            self.memory[index] = self._pronoun(index) if mention.kind == "pronoun" else self._nominal(index)
        return self.memory[index]

    def candidates(self, index: int) -> list[tuple[int, tuple[str, ...]]]:
        """Entities that the pronoun at ``index`` may stand for, with features for and against."""
        mentions = self.extraction.mentions
        pronoun = mentions[index]
        here = self.sentence_of[index]
        out: list[tuple[int, tuple[str, ...]]] = []
        seen: dict[int, int] = {}
        order = 0
        spoke = self._last_speaker(index)
        for i in range(index - 1, max(-1, index - 150), -1):
            back = here - self.sentence_of[i]
            if back > _REACH:
                break
            entity = self.entity_of[i] if mentions[i].kind == "name" else -1
            if mentions[i].kind == "pronoun" and mentions[i].head == pronoun.head and i in self.memory:
                entity = self.memory[i].entity
            if entity < 0 or entity in seen:
                continue
            seen[entity] = i
            if not _fits(pronoun, self.entities[entity]):
                continue
            out.append((entity, (*self._features(index, i, entity, back, order), f"spoke:{entity == spoke}")))
            order += 1
            if order >= 8:
                break
        return out

    def _last_speaker(self, index: int) -> int:
        """The entity that was last the subject of a speech verb before mention ``index``."""
        for i in range(index - 1, max(-1, index - 40), -1):
            if self.subject_in.get(i) == "cue":
                if self.entity_of[i] >= 0:
                    return self.entity_of[i]
                if i in self.memory and self.memory[i].entity >= 0:
                    return self.memory[i].entity
        return -1

    def _features(self, index: int, i: int, entity: int, back: int, order: int) -> tuple[str, ...]:
        mentions = self.extraction.mentions
        tags = self.extraction.tokens.tags
        mention, who = mentions[i], self.entities[entity]
        same_paragraph = self._paragraph(index) == self._paragraph(i)
        role = self.subject_in.get(i, "none")
        known = "known" if who.gender in "mf" else who.gender
        distance = f"s{min(back, 4)}"
        count = bisect_left(who.mentions, index)
        pronoun = mentions[index].pronoun
        previous = tags[mention.first - 1] if mention.first else "|"
        return (
            f"{distance}",
            f"{distance}:{role}",
            f"order{min(order, 4)}",
            f"order{min(order, 4)}:{distance}",
            f"role:{role}",
            f"gender:{known}:{pronoun}",
            f"par:{same_paragraph}:{distance}",
            f"count{min(count, 6)}",
            f"kind:{mention.kind}",
            f"words{min(len(who.words), 2)}",
            f"person:{self.is_person(entity)}:{pronoun}",
            f"prev{previous}",
            f"next{tags[mention.last + 1]}",
            f"first:{distance}:{mention.first == self.extraction.tokens.sentences[self.sentence_of[i]][0]}",
        )

    def _paragraph(self, index: int) -> int:
        return self.extraction.tokens.paragraph_of[self.sentence_of[index]]

    def _pronoun(self, index: int) -> Antecedent:
        pronoun = self.extraction.mentions[index]
        if pronoun.head not in self.language.pronouns or self.language.pronouns[pronoun.head][1:2] != "3":
            return Antecedent(-1, 0.0)
        if self.language.pronouns[pronoun.head][2:] == "p":
            return Antecedent(-1, 0.0)
        options = self.candidates(index)
        if not options:
            return Antecedent(-1, 0.0)
        chosen, confidence = best([features for _, features in options], "antecedent")
        entity = options[chosen][0]
        if pronoun.gender in "mf" and not self.is_person(entity):
            confidence *= HARDLY_A_PERSON
        return Antecedent(entity, confidence)

    def _nominal(self, index: int) -> Antecedent:
        """An apposition, or the one that the description fits best, if any."""
        beside = self._apposition(index)
        if beside >= 0:
            return Antecedent(beside, 0.9)
        mention = self.extraction.mentions[index]
        if mention.number == "p" or mention.text[:4].lower() != "the " or mention.first == mention.last:
            return Antecedent(-1, 0.0)
        if not mention.role or mention.head not in self.language.words["roles"]:
            return Antecedent(-1, 0.0)
        scored = self._holders(index)
        if not scored:
            return Antecedent(-1, 0.0)
        top, entity = max(scored, key=lambda pair: (pair[0], -pair[1]))
        whole = exp(NOBODY - top) + sum(exp(score - top) for score, _ in scored)
        return Antecedent(entity, 1 / whole)

    def _holders(self, index: int) -> list[tuple[float, int]]:
        """The entities that "the Drovian minister" at ``index`` may be, each with its score (see ``FITS``)."""
        mention = self.extraction.mentions[index]
        words = mention.text.lower().split()
        leaders = self.language.words["leaders"]
        spoke = self._last_speaker(index)
        recent = self._recent(index)
        people = [entity for entity, _ in recent if self.is_person(entity)]
        out: list[tuple[float, int]] = []
        for order, (entity, _) in enumerate(recent):
            who = self.entities[entity]
            if (mention.gender == "n") == self.is_person(entity) or not _agree(mention.gender, who.gender):
                continue
            known = self.descriptors(entity)
            score = FITS["latest"] * (order == 0) + FITS["last speaker"] * (entity == spoke)
            score += FITS["modifier"] * min(2, sum(word in known for word in words[1:-1]))
            modified = len(words) > 2 and not any(word in known for word in words[1:-1])
            if mention.head in known:
                score += FITS["other modifier"] if modified else FITS["same role"]
            elif mention.head in leaders and not leaders.isdisjoint(known):
                score += FITS["both lead"]
            if people == [entity]:
                score += FITS["only person so far"]
            out.append((score, entity))
        return out

    def is_person(self, entity: int) -> bool:
        """Whether the article treats the entity as a person: a title, a first name, a gender, or words spoken."""
        if entity not in self.persons:
            self.persons[entity] = self._is_person(entity)
        return self.persons[entity]

    def _is_person(self, entity: int) -> bool:
        who = self.entities[entity]
        if who.gender == "n":
            return False
        first = who.words[0]
        named = first in self.language.words["male_names"] or first in self.language.words["female_names"]
        return named or who.gender in "mf" or bool(who.roles) or len(who.words) > 1 or self._speaks(entity)

    def _speaks(self, entity: int) -> bool:
        return any(self.subject_in.get(i) == "cue" for i in self.entities[entity].mentions)

    def _recent(self, index: int) -> list[tuple[int, int]]:
        """The last eight entities named before mention ``index``, latest first, with their latest mention."""
        seen: dict[int, int] = {}
        for i in range(index - 1, max(-1, index - 60), -1):
            entity = self.entity_of[i]
            if entity < 0 and i in self.memory:
                entity = self.memory[i].entity
            if entity >= 0 and entity not in seen:
                seen[entity] = i
                if len(seen) == 8:
                    break
        return list(seen.items())

    def descriptors(self, entity: int) -> frozenset[str]:
        """The words that the article uses of an entity beside its name: titles, roles, appositions."""
        if entity not in self.known:
            tokens, mentions = self.extraction.tokens, self.extraction.mentions
            words: set[str] = set()
            for i in self.entities[entity].mentions:
                words.update(mentions[i].text.lower().replace(".", "").split())
                words.update(mentions[i].role.split())
                after = mentions[i].last + 1
                if tokens.tags[after] == "," and tokens.tags[after + 1] in "DERaT":
                    stop = after + 1
                    while tokens.tags[stop] not in ",.|Q!" and stop < after + 10:
                        words.add(tokens.words[stop].lower())
                        stop += 1
                first = mentions[i].first
                while first > 0 and tokens.tags[first - 1] in "RaTN" and mentions[i].first - first < 4:
                    first -= 1
                    words.add(tokens.words[first].lower())
            self.known[entity] = frozenset(words)
        return self.known[entity]

    def _apposition(self, index: int) -> int:
        mentions, tags = self.extraction.mentions, self.extraction.tokens.tags
        mention = mentions[index]
        if (
            index + 1 < len(mentions)
            and tags[mention.last + 1] == ","
            and mentions[index + 1].first == mention.last + 2
        ):
            after = mentions[index + 1]
            if after.kind == "name" and tags[after.last + 1] in ",.Q":
                return self.entity_of[index + 1]
        return -1


def _sentences(extraction: Extraction) -> list[int]:
    """The sentence of each mention."""
    out = []
    s = 0
    sentences = extraction.tokens.sentences
    for mention in extraction.mentions:
        while s + 1 < len(sentences) and mention.first >= sentences[s][1]:
            s += 1
        out.append(s)
    return out


def _subjects(extraction: Extraction) -> dict[int, str]:
    """For each mention that is a subject, the best kind of verb it is the subject of."""
    out: dict[int, str] = {}
    for predicates in extraction.predicates:
        for predicate in predicates:
            if predicate.subject >= 0:
                kind = "verb" if predicate.group in ("other", "thought") else "cue"
                if out.get(predicate.subject) != "cue":
                    out[predicate.subject] = kind
    return out


def _fits(pronoun: Mention, entity: Entity) -> bool:
    if pronoun.gender in "mf":
        return entity.gender in (pronoun.gender, "x")
    return pronoun.gender != "n" or entity.gender in "nx"


def _agree(described: str, known: str) -> bool:
    return described == known or described not in "mf" or known not in "mf"
