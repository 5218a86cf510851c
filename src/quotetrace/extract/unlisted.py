"""Noun phrases that no list knows: what a writing is called, and compounds that open their sentence."""

import re
from collections.abc import Iterator

from quotetrace.lang import Language
from quotetrace.syntax import Tokens

_OPENING = re.compile(r"(?:^|(?<=[.|]))a(?=[VXvH])")
_WRITING = re.compile(r"(?:[DIE]|ID)(?P<noun>a{1,3})(?:I[aRN]{1,2})?")  # with what it is of
_WORDS = 6  # tokens between a writing and the verb that says what it reads


def unlisted(tokens: Tokens, taken: set[int], language: Language) -> list[tuple[int, int]]:
    """The first and the last token of each, none of which is ``taken`` by another mention."""
    found = {*_writings(tokens, language), *(_compounds(tokens) if language.does("nouns_capitalised") else ())}
    return sorted((first, last) for first, last in found if taken.isdisjoint(range(first, last + 1)))


def _writings(tokens: Tokens, language: Language) -> Iterator[tuple[int, int]]:
    """ "Auf der Internetseite heißt es", "…, heißt es auf der Internetseite": what is read."""
    verbs = {phrase.split()[0] for phrase in language.words["reads"]}
    prepositions, capitals = language.words["reading_prepositions"], language.does("nouns_capitalised")
    for i in tokens.hooks:
        if tokens.words[i].lower() not in verbs:
            continue
        for match in _beside(i, tokens, prepositions):
            first, last = match.start(), match.end("noun") - 1
            first += tokens.words[first].lower() in prepositions
            if first <= last and not (capitals and tokens.words[last][0].islower()):
                yield first, last


def _beside(i: int, tokens: Tokens, prepositions: frozenset[str]) -> list[re.Match[str]]:
    """The noun phrases that end right before the verb at ``i``, and the one behind its preposition."""
    first, stop = i, min(i + _WORDS, len(tokens.words))
    while first > 0 and i - first < _WORDS and tokens.tags[first - 1] in "aDEIRN":
        first -= 1
    found = [match for match in _WRITING.finditer(tokens.tags, first, i) if match.end() == i]
    behind = next((k for k in range(i + 1, stop) if tokens.words[k].lower() in prepositions), -1)
    written = _WRITING.match(tokens.tags, behind) if behind > i else None
    return [*found, written] if written else found


def _compounds(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """ "Netz-Nordland gab bekannt": a noun with a hyphen that opens its sentence, right before the verb."""
    for match in _OPENING.finditer(tokens.tags):
        i = match.start()
        before, _, last = tokens.words[i].rpartition("-")
        if before and last[:1].isupper():
            yield i, i
