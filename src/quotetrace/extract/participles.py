"""Whose -ing forms are: “Lee left, adding …”, “won by saying”, “issued a letter saying”, “with Lee saying”."""

import re
from typing import Final

from quotetrace.extract.phrases import Phrases
from quotetrace.lang import Language
from quotetrace.syntax import Predicate, Tokens

UNSPOKEN: Final = frozenset({"other", "thought"})  # groups of verbs that say nothing
_ISSUED: Final = re.compile(
    r"(?:D?[YM]|(?:t|(?<=[aR])I)[DEaNRT·]{1,4}(?:C[DEaNRT·]{1,4})?)*$"
)  # "a statement this week saying", "an email to voters saying", "a comment on a site saying"
_PARTICLES: Final = re.compile("[Ia]?[DEa#N]*")  # "put out", "released its"
_ASIDE: Final = re.compile("[DEaNRTI#e·]{1,12}")  # "with Ann Lee, | a clerk of Tarn with long experience, | asking"
_NEAR: Final = 12  # tokens between a document and its participle
_RECENT: Final = 8  # verbs before that of a crowd


class Participles:
    """Finds whose the participles of one text are."""

    def __init__(self, tokens: Tokens, phrases: Phrases, language: Language) -> None:
        self.tags = tokens.tags
        self.words = tokens.words
        self.lower = tokens.lower
        self.phrases = phrases
        self.mentions = phrases.mentions
        self.language = language

    def subject(self, i: int, a: int, found: list[Predicate]) -> int:
        """The mention that does the participle at ``i``, after the verbs ``found`` in its sentence; -1: none."""
        crowd = self.crowd(i, found)
        if crowd >= 0:
            return crowd
        issuer = self._issuer(i, found)
        return issuer if issuer >= 0 else self._main_subject(i, a, found)

    def crowd(self, i: int, found: list[Predicate]) -> int:
        """ "Lee spoke where rowers held signs and chanted …": who shouts together, the nearest of many; -1: none."""
        if self.tags[i - 1] not in ",CQ" or not self.language.has("crowd_verbs", self.lower[i]):
            return -1
        for predicate in reversed(found[-_RECENT:]):
            if _is_finite(predicate):
                subject = self.mentions[predicate.subject]
                if subject.number == "p" and not self.language.has("documents", subject.head):
                    return predicate.subject
        return -1

    def _issuer(self, i: int, found: list[Predicate]) -> int:
        """ "Lee issued a statement saying …": who issued it, where the document follows such a verb."""
        if not found or found[-1].inverted or not self.language.has("issuing", self.lower[found[-1].verb]):
            return -1
        verb, between = found[-1].verb, _ISSUED.search(self.tags, max(i - _NEAR, 0), i)
        document = self.phrases.mention_to[between.start() - 1] if between else -1
        if document < 0 or self.mentions[document].kind != "nominal":
            return -1
        head = self.mentions[document].head
        written = self.language.has("documents", head) or self.language.has("speech_nouns", head)
        beside = _PARTICLES.fullmatch(self.tags, verb + 1, self.mentions[document].first)
        return found[-1].subject if written and beside else -1

    def _main_subject(self, i: int, a: int, found: list[Predicate]) -> int:
        """For ", adding" and "before calling": the subject of the speech verb before it, else of another verb."""
        k = i - 1
        while k > a and self.tags[k] == "M":
            k -= 1
        if self.tags[k] not in ",CI-Q" or k <= a:
            return -1
        if found and all(map(self._is_agent, found)):
            return self._opening(a, k)
        found = [p for p in found if not self._is_agent(p) and self.tags[p.verb - 1] != "W"]
        last = next((p for p in reversed(found) if p.group not in UNSPOKEN), None)
        if self.tags[k] == "C" and last is not None and last.participle:
            return last.subject
        if self.tags[k] == "I":  # "surprised them by calling": nearest, but not of "who complained by calling"
            return spoken(found, next((p for p in reversed(found) if _is_finite(p) and not self._is_relative(p)), None))
        beside = self._accompanying(k, a)
        if beside >= 0:
            return beside
        main = [p for p in found if _is_finite(p) and not self._is_relative(p)]
        adds = self.language.has("further_cues", self.lower[i])  # "a clerk who said it leaks, adding …"
        subject = spoken(found if adds else main or found)
        return subject if subject >= 0 or self.tags[k] != "," else self._opening(a, k)

    def _is_agent(self, predicate: Predicate) -> bool:
        """ "Lee was shouted down by rowers": whether the subject is who did it in the passive."""
        if not predicate.inverted or predicate.subject < 0:
            return False
        between = self.words[predicate.verb + 1 : self.mentions[predicate.subject].first]
        return not self.language.words["agent_prepositions"].isdisjoint(map(str.lower, between))

    def _is_relative(self, predicate: Predicate) -> bool:
        return self.language.pronouns.get(self.mentions[predicate.subject].head) == "w"

    def _accompanying(self, k: int, a: int) -> int:
        """ "with Ann Lee, a clerk of Tarn, asking": the name behind "with" whose aside the comma at ``k`` closes."""
        opened = self.tags.rfind(",", a, k)
        index = self.phrases.mention_to[opened - 1]
        if self.tags[k] != "," or index < 0 or not _ASIDE.fullmatch(self.tags, opened + 1, k):
            return -1
        before = self.lower[self.mentions[index].first - 1]
        return index if self.language.has("companions", before) else -1

    def _opening(self, a: int, stop: int) -> int:
        """The mention that opens a sentence in which no verb is known: "Then he cut into Ann Lee, calling her …"."""
        while a < stop and self.tags[a] in "CM":
            a += 1
        return self.phrases.starting_at(a, stop)


def spoken(found: list[Predicate], otherwise: Predicate | None = None) -> int:
    """The subject of the last speech verb so far, else of the verb ``otherwise``, else of the first verb."""
    finite = [p for p in found if _is_finite(p)]
    last = next((p for p in reversed(finite) if p.group not in UNSPOKEN), otherwise)
    return last.subject if last else finite[0].subject if finite else -1


def _is_finite(predicate: Predicate) -> bool:
    """A verb in a form that has a subject of its own."""
    return predicate.subject >= 0 and not predicate.participle and predicate.group not in ("source", "noun")
