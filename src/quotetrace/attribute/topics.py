"""Whom a sentence or its opening brings up, so that the next "he" or "she" is nobody else."""

import re
from typing import Final

from quotetrace.attribute.candidate import SPEECH
from quotetrace.attribute.describe import Descriptions
from quotetrace.attribute.names import fits
from quotetrace.attribute.people import People
from quotetrace.lang import Language
from quotetrace.syntax import Extraction

_OWNED: Final = re.compile("e[aRT]*")  # "Roe | 's former lawyer | Ann Lee"
_ASIDE: Final = re.compile(",(?:[DaRTMWP]|#[,.])[^QS;:]*")  # "Ann Lee | , clerk of Tarn."
_VERB: Final = re.compile("[vVXHGg]")


class Topics:
    """Finds whom a pronoun takes up. ``begins``: the first mention of each sentence; ``sentence_of``: the sentence of
    each mention, ``entity_of`` whom it names; ``bylines``: sentences that only say who wrote, or where."""

    def __init__(
        self,
        extraction: Extraction,
        people: People,
        descriptions: Descriptions,
        begins: list[int],
        sentence_of: list[int],
        entity_of: list[int],
        bylines: frozenset[int],
        language: Language,
    ) -> None:
        self.tokens = extraction.tokens
        self.mentions = extraction.mentions
        self.predicates = extraction.predicates
        self.people = people
        self.descriptions = descriptions
        self.begins = begins
        self.sentence_of = sentence_of
        self.entity_of = entity_of
        self.bylines = bylines
        self.language = language
        self.follows = language.does("subject_follows")

    def of(self, index: int, spoken: str) -> int:
        """The entity that the pronoun at mention ``index`` takes up, or -1. ``spoken``: the words it speaks, if it was
        led to somebody whom they name."""
        brought_up = max(self._named_in_opening(index), self._newcomer(index))
        brought_up = max(brought_up, max(self._spoke_for_another(index), self._spoke_last(index)))
        brought_up = max(brought_up, self._introduced(index))
        if brought_up >= 0 or spoken:
            return brought_up
        going_on = self._goes_on(index)
        return going_on if going_on >= 0 else self._turned_to(index)

    def _named_in_opening(self, index: int) -> int:
        """ "As for Ann Lee, she says …"."""
        a, before = self.tokens.sentences[self.sentence_of[index]][0], index - 1
        if before < 0 or self.entity_of[before] < 0 or self.tokens.tags[self.mentions[before].last + 1] != ",":
            return -1
        beside = self.mentions[before].last + 2 == self.mentions[index].first
        opening = " ".join(self.tokens.words[a : self.mentions[before].first]).lower()
        return self.entity_of[before] if beside and self.language.has("topic_openings", opening) else -1

    def _newcomer(self, index: int) -> int:
        """ "Ann Lee says the minister is late. “…,” she said": whom the sentence before is the first to name, before
        anybody else, and who alone speaks there."""
        here = self.sentence_of[index]
        before, first = here - 1, self.tokens.sentences[here][0]
        if before < 0 or self.tokens.tags.find("Q", first, self.mentions[index].first) < 0:
            return -1
        named = next((i for i in self._mentions_in(before) if self.entity_of[i] >= 0 and not self._describes(i)), -1)
        if named < 0 or self.people.entities[self.entity_of[named]].mentions[0] != named:
            return -1
        told = [predicate for predicate in self.predicates[before] if predicate.group in SPEECH]
        speaks = bool(told) and all(p.subject == named and p.group != "ask" for p in told)
        return self.entity_of[named] if speaks and self.people.is_person(self.entity_of[named]) else -1

    def _describes(self, name: int) -> bool:
        """ "Former | Venn campaign manager Ann Lee": a name that only says what the one named behind it is."""
        if name + 1 == len(self.mentions) or self.mentions[name + 1].kind != "name":
            return False
        between = self.tokens.tags[self.mentions[name].last + 1 : self.mentions[name + 1].first]
        return between.strip("aRT") == "" and between != ""

    def _introduced(self, index: int) -> int:
        """ "That irks Ann Lee, the clerk of Tarn. “…,” she said": the person whom the sentence before is the first to
        name, where an aside on her closes it, and nobody tells anything in it, or does it to her."""
        here, tags = self.sentence_of[index], self.tokens.tags
        before, first = here - 1, self.tokens.sentences[here][0]
        if before < 0 or index != self.begins[here] or tags.find("Q", first, self.mentions[index].first) < 0:
            return -1
        a, b = self.tokens.sentences[before]
        last = next((i for i in reversed(self._mentions_in(before)) if self._may_be(index, i)), -1)
        if last < 0 or self.people.entities[self.entity_of[last]].mentions[0] != last:
            return -1
        new = self.mentions[last]
        if not _ASIDE.fullmatch(tags, new.last + 1, b):
            return -1
        opening = max(tags.rfind("W", a, new.first), tags.rfind("S", a, new.first))
        doing = [p for p in self.predicates[before] if p.verb < new.first and self._is_somebody(p.subject)]
        told = any(p.group != "other" or self.mentions[p.subject].first > opening for p in doing)
        return -1 if told else self.entity_of[last]

    def _may_be(self, index: int, name: int) -> bool:
        """Whether mention ``name`` is that of a person for whom the pronoun at mention ``index`` may stand."""
        return self._is_person(name) and fits(self.mentions[index], self.people.entities[self.entity_of[name]])

    def _is_somebody(self, index: int) -> bool:
        """Whether mention ``index`` is that of a person, as far as it tells by itself."""
        if index < 0:
            return False
        mention = self.mentions[index]
        speaks = mention.kind == "pronoun" or self.tokens.tags[mention.last] == "R"
        return self._is_person(index) or (speaks and mention.gender != "n")

    def _is_person(self, index: int) -> bool:
        """Whether mention ``index`` names a person."""
        entity = self.entity_of[index]
        return entity >= 0 and self.people.is_named_person(entity)

    def _spoke_for_another(self, index: int) -> int:
        """ "Bo Roe's lawyer, Abel Lee, called it odd. “…,” he said", "A lawyer for Bo Roe, Abel Lee, …": the subject of
        the sentence before, and not whom he works for."""
        here, tags = self.sentence_of[index], self.tokens.tags
        if index != self.begins[here] or not here:
            return -1
        told = (p.subject for p in self.predicates[here - 1] if p.subject >= 0 and not p.participle)
        subject = next((i for i in told if self.language.pronouns.get(self.mentions[i].head) != "w"), -1)
        if subject < 0:
            return -1
        mention = self.mentions[subject]
        owned = subject > 0 and _OWNED.fullmatch(tags, self.mentions[subject - 1].last + 1, mention.first)
        if mention.kind == "name":
            return self.entity_of[subject] if owned else -1
        serves = owned or (tags[mention.last + 1] == "I" and self.entity_of[subject + 1] >= 0)
        return self.descriptions.apposition(subject) if serves and mention.kind == "nominal" else -1

    def _goes_on(self, index: int) -> int:
        """ "“…,” said Ann Lee. “…,” she continued.": who alone told the sentence before, where the pronoun tells the
        next; in another paragraph, if that opens with marks."""
        here, tags = self.sentence_of[index], self.tokens.tags
        if not here or self.people.subject_in.get(index) != "cue" or self.mentions[index].gender not in "mf":
            return -1
        before = here - 1
        while before and not tags[slice(*self.tokens.sentences[before])].strip("Q."):
            before -= 1  # "“…,” said Lee. “…” “…,” she added."
        told = [p for p in self.predicates[before] if p.group in SPEECH and not p.participle]
        subject = told[0].subject if len(told) == 1 and told[0].group in ("say", "tell") else -1
        entity = self.entity_of[subject] if subject >= 0 else -1
        named = any(self.entity_of[i] >= 0 for i in range(self.begins[here], index))
        if named or entity < 0 or not self.people.is_named_person(entity) or self._is_reported(subject):
            return -1
        leads = tags[self.tokens.sentences[here][0]] == "Q"
        return entity if self.tokens.paragraph_of[here] - self.tokens.paragraph_of[here - 1] <= leads else -1

    def _is_reported(self, index: int) -> bool:
        """ "She said that the Courier's Ann Lee had …": whether mention ``index`` opens a clause behind "that"."""
        before = self.tokens.tags[: self.mentions[index].first].rstrip("DEaNRTe#·")
        return before.endswith(("S", "W", "I"))

    def _spoke_last(self, index: int) -> int:
        """ "« … », dit Ann Lee. Elle …", where a subject follows its verb: the only one named in the sentence before,
        who speaks there behind marks."""
        here, tags = self.sentence_of[index], self.tokens.tags
        before = here - 1
        if not self.follows or before < 0 or self.tokens.sentences[here][0] != self.mentions[index].first:
            return -1
        told = [predicate for predicate in self.predicates[before] if predicate.group in SPEECH]
        speakers = {self.entity_of[predicate.subject] for predicate in told if predicate.subject >= 0}
        named = {self.entity_of[i] for i in self._mentions_in(before) if self.entity_of[i] >= 0}
        people = {entity for entity in named if self.people.is_person(entity)}
        turned = len(told) == 1 and told[0].inverted and tags.find("Q", *self.tokens.sentences[before]) >= 0
        return people.pop() if turned and people == speakers and len(people) == 1 else -1

    def _turned_to(self, index: int) -> int:
        """ "But Ann Lee was more blunt. “…,” she said": the only person whom the sentence before, in the same
        paragraph, names, as its subject."""
        here, tags, paragraphs = self.sentence_of[index], self.tokens.tags, self.tokens.paragraph_of
        before = here - 1
        if before < 0 or before in self.bylines or paragraphs[before] != paragraphs[here]:
            return -1
        if self.mentions[index].gender not in "mf":
            return -1
        a, b = self.tokens.sentences[before]
        named = [
            i for i in self._mentions_in(before) if self.entity_of[i] >= 0 and tags[self.mentions[i].last + 1] != "e"
        ]
        people = {self.entity_of[i] for i in named}
        fitting = [one for one in people if fits(self.mentions[index], self.people.entities[one])]
        if len(fitting) != 1 or not self.people.is_person(self.entity_of[named[0]]) or tags.find("Q", a, b) >= 0:
            return -1
        if any(predicate.group == "ask" for predicate in self.predicates[before]):
            return -1
        opening = tags[a : self.mentions[named[0]].first].rstrip("DaRTNPe#")
        return -1 if opening.endswith("I") or _VERB.search(opening) else self.entity_of[named[0]]

    def _mentions_in(self, sentence: int) -> range:
        return range(self.begins[sentence], self.begins[sentence + 1])
