"""The verbs and source phrases of each sentence, each with the mention that is its subject."""

import re
from typing import Final

from quotetrace.extract.behind_comma import holder
from quotetrace.extract.participles import spoken
from quotetrace.extract.phrases import Phrases
from quotetrace.extract.sources import Sources
from quotetrace.extract.spots import shared_out, spots, table
from quotetrace.extract.subjects import Subjects
from quotetrace.lang import Language
from quotetrace.syntax import Mention, Predicate, Tokens

_SPEAKING: Final = frozenset({"say", "tell", "ask", "judge", "promise"})
_TOLD: Final = _SPEAKING | {"source", "thought"}
_REACH: Final = 3  # sentences over which a subject is left out
_OPENS: Final = re.compile("[-CIMQ,]*")  # before an -ing form that opens its sentence
_VERBS: Final = "VGHgvX"
_VERB: Final = table(_VERBS)


def predicates(tokens: Tokens, mentions: list[Mention], language: Language) -> tuple[tuple[Predicate, ...], ...]:
    """The predicates of each sentence, in order."""
    phrases = Phrases(tokens, mentions, language)
    sources, subjects = Sources(tokens, phrases, language), Subjects(tokens, phrases, language)
    hooks = [i for i in tokens.hooks if tokens.tags[i] not in _VERBS and i in sources.hooks]
    places = sorted(spots(tokens.tags, _VERB) + hooks)
    shares = shared_out(places, [b for _, b in tokens.sentences])
    found = [
        tuple(_sentence(a, b, here, tokens, sources, subjects))
        for (a, b), here in zip(tokens.sentences, shares, strict=True)
    ]
    return _with_dropped_subjects(tuple(found), tokens, phrases, language)


def _verb(predicate: Predicate) -> int:
    return predicate.verb


def _sentence(
    a: int, b: int, places: list[int], tokens: Tokens, sources: Sources, subjects: Subjects
) -> list[Predicate]:
    """The predicates of the sentence of tokens ``[a, b)``; only verbs and hooks, at ``places``, can be one."""
    labels = sources.labels(a, b)
    found, done = [*labels], a
    for i in places:
        if i < done:
            continue
        phrase = sources.at(i, a, b) if i in sources.hooks and not _is_paper(i, subjects) else None
        if phrase:
            if phrase.group == "noun" and phrase.subject < 0 and subjects.tags[phrase.verb + 1] == ":":
                if subjects.verb_second and any(p.group != "other" for p in found):
                    continue  # "zitierte Lund mit den | Worten: „…“"
                teller = found[-1].subject if subjects.verb_second and found else spoken(found)
                phrase = Predicate(phrase.verb, teller, "noun")  # "Lee has a new message: “…”"
            elif phrase.group == "noun" and phrase.subject < 0 and phrase.inverted and found:
                phrase = Predicate(phrase.verb, holder(tokens, phrase.verb, found[-1], sources.language), "noun", True)
            if not sources.credits(phrase, i, a, found):
                found.append(phrase)
            done = phrase.verb + 1
        elif subjects.is_verb(i, b):
            found.append(subjects.predicate(i, a, b, found))
    if labels:
        found.sort(key=_verb)
    lead = None if any(p.group != "other" for p in found) else sources.lead(a, b, bool(found))
    return [lead] if lead else _with_opening(found, a, subjects)


def _is_paper(i: int, subjects: Subjects) -> bool:
    """ "one told the Post: “…”": a noun of speech with a capital behind a small article is a name."""
    if subjects.words[i - 1] not in subjects.language.words["definites"]:
        return False
    return subjects.words[i][0].isupper() and not subjects.language.does("nouns_capitalised")


def _with_opening(found: list[Predicate], a: int, subjects: Subjects) -> list[Predicate]:
    """ "Calling it a sieve, Ann Lee left": the subject of an -ing form that opens a sentence follows its comma."""
    opening = next((p for p in found if p.participle and p.subject < 0), None)
    if opening is None or not _OPENS.fullmatch(subjects.tags, a, opening.verb):
        return found
    later = (p for p in found if p.verb > opening.verb and p.subject >= 0 and not p.participle)
    main = next((p for p in later if subjects.closed_before(p, opening.verb)), None)
    if main is None:
        return found
    owned = Predicate(opening.verb, main.subject, opening.group, participle=True)
    return [owned if p is opening else p for p in found]


def _with_dropped_subjects(
    predicates: tuple[tuple[Predicate, ...], ...], tokens: Tokens, phrases: Phrases, language: Language
) -> tuple[tuple[Predicate, ...], ...]:
    """The same predicates; in languages that leave subjects out, a speech verb without one has the last before it.

    What stands behind a verb of speech is in its clause: "Lee dijo que el Estado tardó. «…», añadió" is Lee's.
    """
    if not language.does("drops_subjects"):
        return predicates
    out: list[tuple[Predicate, ...]] = []
    mentions = phrases.mentions
    last, age = -1, 0
    for (a, b), sentence in zip(tokens.sentences, predicates, strict=True):
        filled: list[Predicate] = []
        age, told = age + 1, False
        known = any(predicate.subject >= 0 for predicate in sentence)
        opens = -1 if known or tokens.tags[a] == "P" else phrases.starting_at(a, b)
        if opens >= 0 and mentions[opens].number == "s" and _does(tokens.tags, mentions[opens].last + 1):
            last, age = opens, 0
        for predicate in sentence:
            if predicate.subject >= 0:
                speaks, who = predicate.group in _TOLD, mentions[predicate.subject]
                inner = who.first > 0 and tokens.tags[who.first - 1] in "SW"  # "Lee teme que su muro ceda"
                if who.number == "s" and (speaks or not (told or inner)):
                    last, age, told = predicate.subject, 0, speaks
            elif age <= _REACH and (predicate.group in _SPEAKING or _is_spoken(predicate, tokens, language)):
                predicate = Predicate(predicate.verb, last, predicate.group, predicate.inverted, predicate.participle)
                told = True
            filled.append(predicate)
        out.append(tuple(filled))
    return tuple(out)


def _does(tags: str, after: int) -> bool:
    """ "La nipote, Ada, studia", "Ada studia": whether a word that may be a verb follows who opens a sentence."""
    return tags[after] in "aO," and "." not in tags[after : after + 2]


def _is_spoken(predicate: Predicate, tokens: Tokens, language: Language) -> bool:
    """ "Según explicó": whether a source is a verb of speech, whose subject may be left out."""
    return predicate.group == "source" and tokens.lower[predicate.verb] in language.cues
