"""What a language has of its own in judging a quotation: features, and weights that add to the English ones.

weights.json holds them under "speech:de" and "speaker:de" (made by benchmarks/adapt_language.py). A language without
such weights is judged by the English ones alone.
"""

from bisect import bisect_left
from functools import cache
from typing import Final

from quotetrace.attribute.candidate import Candidate
from quotetrace.attribute.place import Place
from quotetrace.attribute.resolve import Resolver
from quotetrace.attribute.running import in_mood
from quotetrace.attribute.weights import weights
from quotetrace.lang import Language
from quotetrace.syntax import Clause, Extraction

_FINITE: Final = frozenset("VvXH")
_PRONOUNS: Final = frozenset("PEO")
_KNOWN: Final = frozenset("DISCXEWPMO")
_NEAR: Final = 20_000  # characters on either side in which the words of a quotation are looked for again
_BEFORE: Final = 5  # tokens before a mention in which its preposition or article is looked for
_EDGE: Final = ".,;:!?()[]„“”»«‚‘’\"'"


@cache
def has_own(model: str, language: Language) -> bool:
    """Whether the language has weights of its own for ``model``."""
    return bool(weights(f"{model}:{language.code}"))


def added(model: str, language: Language, features: tuple[str, ...]) -> float:
    """The log-odds that the language's own weights add for ``features``."""
    return sum(filter(None, map(weights(f"{model}:{language.code}").get, features))) / 100


def speaker_features(
    candidate: Candidate, reported: bool, extraction: Extraction, resolver: Resolver
) -> tuple[str, ...]:
    """The features of a candidate; what its words look like; and whether its sentence is in reported mood."""
    features = candidate.features
    mood = (f"mood:{features[0]}",) if reported else ()
    if candidate.mention < 0:
        return (*features, *mood)
    looks, zone = _looks(extraction, candidate.mention, resolver), "carry" if candidate.carried else features[0]
    before = _word_before(extraction, candidate.mention)
    governed = _governed(extraction, candidate.mention, resolver.language)
    about = _does(extraction, candidate, resolver.language)
    return (
        *features,
        *mood,
        f"looks:{looks}",
        f"looks:{looks}:{zone}",
        f"after:{before}",
        f"after:{before}:{zone}",
        f"gov:{governed}",
        f"gov:{governed}:{zone}",
        f"subj:{about}:{zone}",
        f"subj:{about}:{reported}:{zone}",
    )


def _does(extraction: Extraction, candidate: Candidate, language: Language) -> str:
    """The group of the verb that a candidate is the subject of; "mood" where it is in the mood of reported speech."""
    if candidate.predicate is None:
        return "none"
    word = extraction.tokens.lower[candidate.predicate.verb]
    return "mood" if word in language.words["moods"] else candidate.predicate.group


def _governed(extraction: Extraction, index: int, language: Language) -> str:
    """What a mention hangs on: its preposition, "oblique" behind an article of no subject, "genitive" behind a noun;
    else the mark before it, "^" at the start of a sentence."""
    tags, words, mention = extraction.tokens.tags, extraction.tokens.words, extraction.mentions[index]
    lower, k = extraction.tokens.lower, mention.first
    owns = mention.kind == "name" and words[mention.last].endswith("s") and k > 0 and tags[k - 1] in "NRa"
    if owns and words[k - 1][0].isupper():
        return "genitive"
    while k > 0 and k > mention.first - _BEFORE and tags[k - 1] in "DaET#R":
        k -= 1
    if k > 0 and tags[k - 1] == "I":
        return lower[k - 1]
    if any(lower[i] in language.words["obliques"] for i in range(k, mention.first + 1)):
        return "oblique"
    return "^" if not k or tags[k - 1] in ".|" else tags[k - 1] if tags[k - 1] in ",:S" else "-"


def _looks(extraction: Extraction, index: int, resolver: Resolver) -> str:
    """How much a mention looks like a speaker: a pronoun, a described one, a full name, a word with a capital."""
    mention, entity = extraction.mentions[index], resolver.entity_of[index]
    if mention.kind != "name" or entity < 0:
        return f"{mention.kind}:{bool(mention.role)}:{extraction.tokens.tags[mention.last]}"
    who = resolver.entities[entity]
    return f"name:{min(len(who.words), 2)}:{resolver.people.is_person(entity)}:{min(len(who.mentions), 2)}"


def _word_before(extraction: Extraction, index: int) -> str:
    """The article or preposition before a mention, or at its start; else the letter of the word before."""
    tokens, first = extraction.tokens, extraction.mentions[index].first
    if tokens.tags[first] in "DE":
        return tokens.lower[first]
    if first and tokens.tags[first - 1] in "ID":
        return tokens.lower[first - 1]
    return tokens.tags[first - 1] if first else "^"


def speech_features(extraction: Extraction, where: Place, best: Candidate, language: Language) -> tuple[str, ...]:
    """The words inside the marks, a noun right before them, and the mood around them."""
    tokens = extraction.tokens
    stretch, inside = where.stretch, where.inner
    words = inside.split()
    a, b = tokens.sentences[where.sentence]
    letters = [language.tags.get(word.strip(_EDGE).lower(), "-") for word in words]
    finite = not _FINITE.isdisjoint(letters)
    known = sum(letter in _KNOWN for letter in letters)
    somebody = not _PRONOUNS.isdisjoint(letters)
    share = "no" if not known else "few" if known * 4 < len(words) else "many"
    noun = where.token > a and tokens.tags[where.token - 1] in "aRN" and tokens.words[where.token - 1][0].isupper()
    mood = in_mood(extraction, where.sentence, language)
    length = "1" if len(words) == 1 else "2" if len(words) < 4 else "4" if len(words) < 8 else "8"
    case = where.case
    near = max(stretch.start - _NEAR, 0), stretch.end + _NEAR
    again = extraction.text.count(inside, *near) > 1 or inside in (extraction.article.title or "")
    before = tokens.lower[where.token - 1] if where.token > a else "^"
    opening = words[0][-2:] if words[0][0].islower() else "A"
    after = language.cues.get(tokens.lower[where.stop], "none") if where.stop < b else "$"
    reported = "beside" if best.cued and ":adj" in best.reach else _reported_by(extraction, where)
    said_by = best.predicate.group if best.predicate else "carry" if best.carried else "none"
    return (
        f"finite:{finite}:{length}",
        f"finite:{finite}:{case}:{share}",
        f"noun:{noun}:{case}:{finite}",
        f"noun:{noun}:{where.position}",
        f"known:{share}:{length}",
        f"pronoun:{somebody}:{length}",
        f"mood:{mood}:{said_by}",
        f"mood:{mood}:{length}",
        f"again:{again}:{length}",
        f"again:{again}:{case}",
        f"before:{before}",
        f"opening:{opening}:{length}",
        f"after:{after}:{length}",
        f"clause:{reported}:{length}",
        f"clause:{reported}:{case}",
        f"clause:{reported}:{mood}:{finite}",
    )


def _reported_by(extraction: Extraction, where: Place) -> str:
    """The group of the cue whose clause holds the quotation: "sagte, der Plan sei „gut“"; "none" where none does."""
    clauses, sentence = extraction.clauses, where.sentence
    for k in range(bisect_left(clauses, sentence, key=_sentence), len(clauses)):
        if clauses[k].sentence != sentence:
            break
        if clauses[k].first <= where.token < clauses[k].stop:
            return clauses[k].predicate.group
    return "none"


def _sentence(clause: Clause) -> int:
    return clause.sentence
