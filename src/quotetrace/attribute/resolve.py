"""Whose name a pronoun or a noun phrase stands for; abstains rather than guesses."""

from bisect import bisect_left
from dataclasses import dataclass

from quotetrace.attribute.names import Entity
from quotetrace.attribute.weights import best
from quotetrace.lang import Language
from quotetrace.models import Extraction, Mention

_REACH = 12  # sentences that an antecedent may lie back


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
        self.memory: dict[int, Antecedent] = {}
        self.reached = 0  # every pronoun before this mention is resolved: each leans on those before it
        self.known: dict[int, frozenset[str]] = {}

    def resolve(self, index: int) -> Antecedent:
        """The entity that mention ``index`` stands for."""
        mention = self.extraction.mentions[index]
        if mention.kind == "name":
            return Antecedent(self.entity_of[index], 1.0)
        while self.reached < index:
            if self.extraction.mentions[self.reached].kind == "pronoun" and self.reached not in self.memory:
                self.memory[self.reached] = self._pronoun(self.reached)
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
        for i in range(index - 1, -1, -1):
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
        return Antecedent(options[chosen][0], confidence)

    def _nominal(self, index: int) -> Antecedent:
        """An apposition, or the person that the description fits best, if any."""
        beside = self._apposition(index)
        if beside >= 0:
            return Antecedent(beside, 0.9)
        options = self.holders(index)
        if len(options) < 2:
            return Antecedent(-1, 0.0)
        chosen, confidence = best([features for _, features in options], "holder")
        return Antecedent(options[chosen][0], confidence)

    def holders(self, index: int) -> list[tuple[int, tuple[str, ...]]]:
        """Entities that the noun phrase at ``index`` may describe, nobody (-1) first, with features."""
        extraction = self.extraction
        mention = extraction.mentions[index]
        words = mention.text.lower().split()
        if mention.number == "p" or words[0] in ("a", "an", "one", "another", "some") or mention.first == mention.last:
            return []
        determiner = "the" if words[0] == "the" else "poss"
        kind = "role" if mention.head in self.language.words["roles"] else "noun"
        organisation = mention.gender == "n"
        out: list[tuple[int, tuple[str, ...]]] = [
            (-1, ("none", f"none:{determiner}:{kind}", f"none:{kind}:{organisation}", f"none:w{min(len(words), 4)}"))
        ]
        here = self.sentence_of[index]
        recent = self._recent(index)
        ranks = sorted((-len(self.entities[e].mentions), e) for e, _ in recent)
        order_of = {entity: order for order, (_, entity) in enumerate(ranks)}
        for order, (entity, i) in enumerate(recent):
            who = self.entities[entity]
            if mention.gender in "mf" and who.gender not in (mention.gender, "x"):
                continue
            if organisation != (who.gender == "n") and who.gender != "x":
                continue
            known = self.descriptors(entity)
            shared = sum(w in known for w in words[1:-1])
            head = mention.head in known
            back = here - self.sentence_of[i]
            role = self.subject_in.get(i, "none")
            out.append((entity, (
                f"head:{head}", f"head:{head}:{min(shared, 2)}", f"head:{head}:{determiner}:{kind}",
                f"order{min(order, 4)}", f"order{min(order, 4)}:{head}", f"back{min(back, 5)}:{role}",
                f"rank{min(order_of[entity], 3)}", f"words{min(len(who.words), 2)}", f"gender:{who.gender}:{organisation}",
                f"role:{role}:{order}",
            )))  # fmt: skip
        return out

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
    if pronoun.gender == "n":
        return entity.gender in "nx"
    return True
