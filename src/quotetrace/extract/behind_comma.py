"""Clauses behind a comma that tell what was said, where every clause has its comma: "die Ansicht, der Damm sei alt"."""

from typing import Final

from quotetrace.lang import Language
from quotetrace.syntax import Predicate, Tokens

_FINITE: Final = frozenset("vVXH")
_CONTENT: Final = 80  # tokens of a clause in which its mood is looked for
_HELD: Final = 24  # tokens between a verb and the noun of speech that is its object
_BETWEEN: Final = 14  # tokens between a noun of speech and the comma behind it


def is_told(tokens: Tokens, first: int, b: int, language: Language) -> bool:
    """Whether the clause from token ``first`` on is in the mood of reported speech, or an infinitive closes it."""
    b = min(b, first + _CONTENT)
    stop = next((k for k in range(first, b) if tokens.tags[k] in ";:|"), b)
    moods = language.words["moods"]
    if any(word in moods for word in tokens.lower[first:stop]) or to_do(tokens, first, stop, language):
        return True
    comma = tokens.tags.find(",", first, stop)
    return comma > first and to_do(tokens, first, comma, language)


def to_do(tokens: Tokens, first: int, stop: int, language: Language) -> bool:
    """ "bat die Bauern, das Heu | zu wenden", "… einzubringen": an infinitive closes the clause."""
    words = language.words["infinitive_links"]
    while stop > first and tokens.tags[stop - 1] in ".!,":
        stop -= 1
    if stop - first < 2 or not words:
        return False
    last = tokens.lower[stop - 1]
    return last.endswith("n") and (tokens.lower[stop - 2] in words or any(word in last[2:-2] for word in words))


def only_adds(tokens: Tokens, first: int, stop: int, language: Language) -> bool:
    """ "verlangt Geduld, | um das Heu zu wenden", "schrieb ein Buch, | bei dem alle lachen": what a clause behind its
    comma is for, when it was, or what it is about, and nothing that was said."""
    tags, lower, lists = tokens.tags, tokens.lower, language.words
    if not language.does("clauses_in_commas") or tags[first - 1] != ",":
        return False
    if lower[first] in lists["purposes"]:
        return to_do(tokens, first, stop, language)
    if lower[first] in lists["time_subordinators"]:
        return True
    relative = first + (tags[first] == "I" and lower[first + 1] in lists["oblique_relatives"])
    opens = relative > first or lower[first] in lists["obliques"]
    if not opens or lower[relative] not in lists["oblique_relatives"] or tags[relative + 1] in "aRN#v":
        return False
    return not is_told(tokens, first, stop, language)


def noun_clause_end(tokens: Tokens, a: int, first: int, stop: int, language: Language) -> int:
    """ "Die Ansicht, der Damm sei alt, | ist falsch": where a clause ends that a noun opening its sentence tells."""
    tags = tokens.tags
    if not language.does("clauses_in_commas") or not _FINITE.isdisjoint(tags[a : first - 1]):
        return stop
    return next((k for k in range(first + 1, stop - 1) if tags[k] == "," and tags[k + 1] in _FINITE), stop)


def told_by_noun(tokens: Tokens, noun: int, b: int, language: Language) -> int:
    """ "die Ansicht, | der Damm sei alt", "der Vorwurf des Amtes, | dass …": where what a noun of speech names begins.

    -1 where nothing of the sort follows, or a clause that only describes the noun.
    """
    if not language.does("clauses_in_commas"):
        return -1
    tags = tokens.tags
    comma = next((k for k in range(noun + 1, min(noun + _BETWEEN, b)) if tags[k] in ",Q:;.!SWC|"), b)
    if comma + 2 >= b or tags[comma] != ",":
        return -1
    first = comma + 1
    if tags[first] == "S":
        return first if tokens.lower[first] in language.words["that"] else -1
    stop = next((k for k in range(first, min(first + _CONTENT, b)) if tags[k] in ",;:.!|"), b)
    moods = language.words["moods"]
    if any(tokens.lower[k] in moods for k in range(first, stop - 1)):
        return first
    return first if to_do(tokens, first, stop, language) else -1


def holder(tokens: Tokens, noun: int, before: Predicate, language: Language) -> int:
    """ "Die Werft vertritt die Ansicht, …": the subject of the verb whose object a noun of speech is, or -1."""
    words, tags = language.words, tokens.tags
    if not 0 < noun - before.verb < _HELD or not set(",;:SWQC").isdisjoint(tags[before.verb : noun]):
        return -1
    if tokens.lower[before.verb] in words["passives"]:
        return -1
    k = noun - 1
    while k > before.verb and (tags[k] in "aDEM#R" or tokens.lower[k] in words["obliques"]):
        k -= 1
    return -1 if tags[k] == "I" else before.subject
