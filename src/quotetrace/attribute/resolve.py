"""Whose name a pronoun or a noun phrase stands for; abstains rather than guesses."""

from dataclasses import dataclass

from quotetrace.attribute.names import Entity
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

    def resolve(self, index: int) -> Antecedent:
        """The entity that mention ``index`` stands for."""
        mention = self.extraction.mentions[index]
        if mention.kind == "name":
            return Antecedent(self.entity_of[index], 1.0)
        if index not in self.memory:
            self.memory[index] = Antecedent(-1, 0.0)
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
            out.append((entity, self._features(index, i, entity, back, order)))
            order += 1
            if order >= 8:
                break
        return out

    def _features(self, index: int, i: int, entity: int, back: int, order: int) -> tuple[str, ...]:
        mentions = self.extraction.mentions
        tags = self.extraction.tokens.tags
        mention, who = mentions[i], self.entities[entity]
        same_paragraph = self._paragraph(index) == self._paragraph(i)
        role = self.subject_in.get(i, "none")
        known = "known" if who.gender in "mf" else who.gender
        distance = f"s{min(back, 4)}"
        count = sum(1 for k in who.mentions if k < index)
        pronoun = mentions[index].head
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
        for i in range(max(0, index - 30), index):
            if self.extraction.mentions[i].head == pronoun.head and i not in self.memory:
                self.resolve(i)
        options = self.candidates(index)
        if not options:
            return Antecedent(-1, 0.0)
        from quotetrace.attribute.weights import best

        chosen, confidence = best([features for _, features in options], "antecedent")
        return Antecedent(options[chosen][0], confidence)

    def _nominal(self, index: int) -> Antecedent:
        """An apposition, or a role that exactly one person of the article holds."""
        mention = self.extraction.mentions[index]
        beside = self._apposition(index)
        if beside >= 0:
            return Antecedent(beside, 0.9)
        if self.extraction.tokens.tags[mention.first] not in "D" or not mention.role:
            return Antecedent(-1, 0.0)
        if self.extraction.text[mention.start : mention.start + 2].lower() in ("a ", "an"):
            return Antecedent(-1, 0.0)
        holders = [
            i
            for i, e in enumerate(self.entities)
            if mention.role in e.roles and e.mentions[0] < index and e.gender != "n"
        ]
        if not holders:
            return Antecedent(-1, 0.0)
        latest = max(holders, key=lambda i: max(k for k in self.entities[i].mentions if k < index))
        return Antecedent(latest, 0.85 if len(holders) == 1 else 0.5)

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
