"""Verbs of speech that report nothing: nothing was said, they mean another thing, or they only describe."""

import re
from functools import cache
from typing import Final

from quotetrace.extract.instead import Instead
from quotetrace.extract.verb_groups import first_words
from quotetrace.lang import Language
from quotetrace.syntax import Mention, Predicate, Tokens

_THING: Final = re.compile(r"[DE]?[aM#RTN]{1,4}(?![DEQaRN#])")
_FINITE: Final = frozenset("vVXH")
_OBJECT: Final = 30  # tokens of an object in which its verb is looked for
_RELATED: Final = 6  # tokens before a subject in which "which" stands
_GAP: Final = re.compile("S(?:[DaENRT#e·]{1,8}|P)[XM]{0,3}V")
_SPOKEN: Final = frozenset({"say", "tell", "ask"})
_TOLD: Final = frozenset({"ask", "tell"})
_UNREAL: Final = frozenset({"thought", "promise"})  # verbs before an infinitive that leave open whether it was done


@cache
def _ambiguous(language: Language) -> frozenset[str]:
    """The verbs of speech that may mean another thing, by what stands beside them."""
    lists = language.words
    return lists["denying_cues"] | lists["infinitive_intros"] | lists["callers"] | first_words(language, "no_cues")


@cache
def _taking_things(language: Language) -> frozenset[str]:
    """The verbs of speech whose object may be a thing, and no statement."""
    names = ("as_cues", "personal_cues", "advising", "infinitive_intros", "clausal_cues")
    return frozenset().union(*[language.words[name] for name in names])


class Senses:
    """Tells which cues of one text report nothing."""

    def __init__(self, tokens: Tokens, mentions: list[Mention], language: Language, instead: Instead) -> None:
        self.tokens = tokens
        self.mentions = mentions
        self.instead = instead
        self.tags = tokens.tags
        self.language = language
        self.others = first_words(language, "no_cues")
        self.ambiguous = _ambiguous(language)
        self.taking_things = _taking_things(language)
        self.passives = tuple(sorted(language.words["passive_endings"]))
        self.participles = tuple(sorted(language.words["participle_endings"]))

    def is_silent(self, predicate: Predicate) -> bool:
        """Whether the verb at hand reports nothing, whatever follows it."""
        return (
            self._is_by_nobody(predicate)
            or self._only_intended(predicate)
            or self._is_other_sense(predicate)
            or self._describes(predicate.verb)
            or self._is_judged(predicate)
            or self._is_accused(predicate.verb)
        )

    def _is_by_nobody(self, predicate: Predicate) -> bool:
        """ "Nobody said that …", "no clerk has claimed …", "neither Lee nor Roe said …"."""
        if predicate.inverted:
            return False
        lower, i = self.tokens.lower, predicate.verb - 1
        while i > 0 and self.tags[i] in "XM":
            i -= 1
        first = i if predicate.subject < 0 else self.mentions[predicate.subject].first
        first -= first > 0 and self.tags[first - 1] == "D" and predicate.subject >= 0
        if self.tags[first - 1] == "C" and lower[first - 1] in self.language.words["negations"]:
            return True
        return lower[first] in self.language.words["negations"] and self.tags[first] in "DaRP"

    def _is_judged(self, predicate: Predicate) -> bool:
        """ "A man accused of theft said …", not "the rain, which Lee blamed for it": who is judged, not who judges."""
        lower, lists, verb = self.tokens.lower, self.language.words, predicate.verb
        if predicate.group != "judge" or predicate.subject < 0 or lower[verb + 1] not in lists["object_links"]:
            return False
        who = self.mentions[predicate.subject]
        gap = who.kind == "pronoun" or any(tag in "WSQ" for tag in self.tags[max(0, who.first - _RELATED) : who.first])
        past = lower[verb].endswith(self.language.verb_endings) and self.tags[verb - 1] not in "XM"
        return past and who.last < verb and not gap

    def _is_accused(self, verb: int) -> bool:
        """ "El hombre acusado de …", "L'uomo, accusato di …": a participle right behind its noun; he says nothing."""
        endings = self.passives
        if not endings or not self.tokens.lower[verb].endswith(endings) or self.tags[verb + 1] not in "IO":
            return False
        k = verb - 1 - (self.tags[verb - 1] == ",")
        return self.tags[k] in "aRN" and self.language.cues.get(self.tokens.lower[verb]) == "judge"

    def _only_intended(self, predicate: Predicate) -> bool:
        """ "declined to say", "wanted to ask", "was told to go": nothing was said; "went on to say" is speech.

        And "admitted having read it" tells only what was admitted.
        """
        i = predicate.verb - 1
        if i < 1 or self.tags[i] not in "tX":
            return False
        if self.tags[i] == "X":
            return self.tags[i - 1] == "V" and self.tokens.words[i].endswith(self.participles)
        word, lists = self.tokens.lower[i - 1], self.language.words
        if word in lists["unable"]:
            return True
        if self.language.cues.get(word) in _TOLD and self.instead.is_passive(i - 1):
            return True
        return self.language.cues.get(word) in _UNREAL and word not in lists["infinitive_intros"]

    def _is_other_sense(self, predicate: Predicate) -> bool:
        """ "thanks to", "called off"; "continued to row": the infinitive may report, "continued" does not."""
        lower, verb = self.tokens.lower, predicate.verb
        word, following = lower[verb], lower[verb + 1]
        if following[-1] == "'":  # "requis | l'anonymat"
            following += lower[verb + 2]
        if predicate.group == "noun" and self._is_denied(verb):
            return True
        if word not in self.ambiguous:
            return False
        if word in self.language.words["denying_cues"] and self.instead.is_passive(verb):  # "was denied a permit"
            return self.tags[verb + 1] in "Da"
        if word in self.language.words["infinitive_intros"] and self.tags[verb + 1] == "t":
            return True
        other = word in self.others and f"{word} {following}" in self.language.words["no_cues"]
        return other or self._calls_for_all(verb)

    def _calls_for_all(self, verb: int) -> bool:
        """ "called a special session", "calls an election", "called the police": what is called, and nothing that it is
        called."""
        lists = self.language.words
        if self.tokens.lower[verb] not in lists["callers"]:
            return False
        thing = _THING.match(self.tags, verb + 1)
        end = thing.end() if thing else verb + 1
        if self.tokens.lower[end - 1] in lists["summoned"]:
            return self.tags[end] in ".,|CISY"
        new = self.tags[verb + 1] in "a#R" or self.tokens.lower[verb + 1] in lists["indefinites"]
        return new and self.tokens.lower[end - 1] in lists["called_things"]

    def _is_denied(self, noun: int) -> bool:
        """ "With no conclusion that …", "no clear claim that …": nobody says so."""
        while self.tags[noun - 1] in "aM":
            noun -= 1
        return self.tokens.lower[noun - 1] in self.language.words["negations"]

    def _describes(self, verb: int) -> bool:
        """ "The newly announced policy", "an alleged plot", "in pledged votes": a verb's form before its noun."""
        i = verb - 1
        if self.tags[verb] != "V" or self.tags[verb + 1] not in "aRN":
            return False
        if self.tags[i] == "I" and self.tags[verb + 1] in "aR":
            word, lists = self.tokens.lower[i], self.language.words
            opens = word in lists["clause_prepositions"] or word in lists["comparatives"]
            return self.tokens.lower[verb].endswith(self.language.verb_endings) and not opens
        while i > 0 and (self.tags[i] == "M" or self.tokens.lower[i] in self.language.words["superlatives"]):
            i -= 1
        article = self.tags[i] == "E" or self.tokens.lower[i] in self.language.words["articles"]
        return article and self.tags[i] in "DE"

    def is_topic(self, label: Predicate, here: tuple[Predicate, ...]) -> bool:
        """ "DAM INQUIRY: … says Lee": a topic before the colon, since the speaker stands at the end."""
        return not label.inverted and here[-1].inverted and here[-1].group in _SPOKEN

    def names_thing(self, predicate: Predicate, first: int, stop: int) -> bool:
        """ "added sugar", "posted a profit that pleased the bank": no statement, behind a verb that reports no less."""
        lists, verb = self.language.words, self.tokens.lower[predicate.verb]
        if verb not in self.taking_things:
            return False
        if verb in lists["as_cues"]:  # "cast their votes", not "cast her as a fool"
            return "Q" not in self.tags[first:stop] and lists["comparatives"].isdisjoint(self.tokens.lower[first:stop])
        if verb in lists["personal_cues"] and self.tags[first] not in "tSQP" and self._is_by_thing(predicate):
            return True  # "the inn offers rooms"
        if verb in lists["advising"] and self.tags[first] not in "SQ":  # "advises the bank on its sale", not "to sell"
            return "t" not in self.tags[first:stop] and self.tags[first - 1] not in "I"
        if verb in lists["infinitive_intros"] and self.tags[first] not in "SQ":  # "continues losing money"
            return True
        if verb not in lists["clausal_cues"] or self.tags[first] in "SQPt" or self.tags[first - 1] == "I":
            return False  # "wrote of the flood"
        end = next(
            (i for i in range(first, min(stop, first + _OBJECT)) if self.tags[i] == "S" or self.instead.relates(i)),
            min(stop, first + _OBJECT),
        )
        return "Q" not in self.tags[first:stop] and _FINITE.isdisjoint(self.tags[first:end])

    def _is_by_thing(self, predicate: Predicate) -> bool:
        """ "The inn offers", not "clerks offer", "the report offers": a noun that no list has as somebody who speaks or
        as written, and that is no plural."""
        if predicate.participle or predicate.subject < 0:
            return False
        who = self.mentions[predicate.subject]
        alone = who.kind == "nominal" and who.number == "s" and who.gender != "n"
        return alone and self.tags[who.last] == "a"

    def is_gap(self, predicate: Predicate, first: int, stop: int) -> bool:
        """ "a charge that Lee denies", "a claim that hurt": a relative clause of a noun of speech, and no statement."""
        if predicate.group == "noun" and self.tags[first] == "S" and self.instead.is_finite(first + 1):
            return self.tokens.lower[first] in self.language.words["articles"]
        while stop > first and self.tags[stop - 1] in ".!,;":
            stop -= 1
        if predicate.group != "noun" or _GAP.fullmatch(self.tags, first, stop) is None:
            return False
        verb, lists = self.tokens.lower[stop - 1], self.language.words
        judged = self.language.cues.get(verb) == "judge" or verb in lists["denying_cues"]
        return judged and lists["passives"].isdisjoint(self.tokens.lower[first:stop])  # not "that nobody was accused"

    def is_of_what(self, predicate: Predicate, opening: int) -> bool:
        """ "Asked what she would say | to the judge, …": what is said is "what", and to whom stands behind the verb."""
        lower, lists = self.tokens.lower, self.language.words
        asked = opening > 0 and not predicate.participle and lower[opening - 1] in lists["headless"]
        return asked and lower[predicate.verb + 1] in lists["listener_prepositions"]

    def is_object(self, i: int) -> bool:
        """ "The man who posted it, …", "(“…,” as Lee put it)": a pronoun alone behind the verb, no clause."""
        return i >= 0 and self.tags[i] in "OP" and self.tags[i + 1] in ",);:" and self.tags[i + 2] != "M"
