"""Reported clauses: the words that a cue reports, with or without marks, and their exact bounds."""

import re
from collections.abc import Set as AbstractSet
from typing import Final

from quotetrace.extract.ahead import Ahead, Part
from quotetrace.extract.behind_comma import noun_clause_end, only_adds
from quotetrace.extract.endings import Endings
from quotetrace.extract.openings import Openings
from quotetrace.extract.senses import Senses
from quotetrace.extract.source_clauses import SourceClauses
from quotetrace.extract.summed_up import summed_up
from quotetrace.lang import Language
from quotetrace.syntax import Clause, Mention, Predicate, Tokens

_CLAUSE_GROUPS: Final = frozenset({"say", "tell", "ask", "judge", "promise", "show", "thought", "noun", "colon"})
_CUE: Final = re.compile(r"(?:P|D?a?[NTR·]{1,4})X?V")
_ALONE: Final = ("Q", "N")  # single tokens that may be a whole clause: marks, and a name ("praised Lee")


def clauses(
    tokens: Tokens,
    mentions: list[Mention],
    predicates: tuple[tuple[Predicate, ...], ...],
    language: Language,
    small: AbstractSet[int],
) -> tuple[Clause, ...]:
    """The reported clauses of all sentences, in order of their predicates. Linear in the tokens.

    ``small`` are the tokens of quotations that open with a small letter.
    """
    finder = _Finder(tokens, mentions, language, small)
    found: list[Clause] = []
    summing = language.words["summing_pronouns"]
    for sentence, (a, b) in enumerate(tokens.sentences):
        here = predicates[sentence]
        found += summed_up(tokens, sentence, here, predicates[sentence - 1], language) if summing else ()
        for order, predicate in enumerate(here):
            if predicate.group == "source":
                found += finder.all(sentence, predicate, finder.sources.parts(a, b, predicate))
            elif predicate.group in _CLAUSE_GROUPS:
                found += finder.clause(sentence, a, b, here, order)
    return tuple(found)


class _Finder:
    def __init__(self, tokens: Tokens, mentions: list[Mention], language: Language, small: AbstractSet[int]) -> None:
        self.tokens = tokens
        self.tags = tokens.tags
        self.mentions = mentions
        self.language = language
        self.openings = Openings(tokens, mentions, language)
        self.ahead = Ahead(tokens, mentions, language, self.openings, small)
        self.sources = SourceClauses(tokens, mentions, language, self.openings, self.ahead)
        self.endings = Endings(tokens, mentions, language)
        self.senses = Senses(tokens, mentions, language, self.openings.instead)

    def clause(self, sentence: int, a: int, b: int, here: tuple[Predicate, ...], order: int) -> list[Clause]:
        """What the verb reports: the words after it, or the words before where it closes the sentence."""
        predicate = here[order]
        if self.senses.is_silent(predicate):
            return []
        if predicate.group == "colon" and self.senses.is_topic(predicate, here):
            return []
        if predicate.group == "colon":
            first, stop = (a, predicate.verb) if predicate.inverted else (predicate.verb + 1, b)
            return self._make(sentence, predicate, first, stop, "before" if predicate.inverted else "after")
        opening = self.ahead.past_comparison(predicate, self.openings.opening(predicate), a)
        after = self.openings.after(predicate, b)
        parts = self.ahead.parts(a, b, predicate, opening, after)
        if parts is not None:
            return self.all(sentence, predicate, parts)
        start = self.openings.start(predicate, after, b)
        beside = self.ahead.is_scene(predicate, opening, start) or self.senses.is_of_what(predicate, opening)
        if beside or self.senses.is_object(start):
            start = -1
        found = self.all(sentence, predicate, self.ahead.told_before(a, predicate, opening, after, start))
        if start < 0:
            return found
        stop = self.endings.end(a, start, b, here, order)
        if predicate.group == "noun":
            stop = noun_clause_end(self.tokens, a, start, stop, self.language)
        if self.senses.names_thing(predicate, start, stop) or self.senses.is_gap(predicate, start, stop):
            return found
        if only_adds(self.tokens, start, stop, self.language):
            return found
        return found + self._make(sentence, predicate, start, stop, "after")

    def all(self, sentence: int, predicate: Predicate, parts: list[Part]) -> list[Clause]:
        """The clauses at ``parts`` that have words enough."""
        made: list[Clause] = []
        for first, stop, position in parts:
            made += self._make(sentence, predicate, first, stop, position)
        return made

    def _make(self, sentence: int, predicate: Predicate, first: int, stop: int, position: str) -> list[Clause]:
        while first < stop and (self.tags[first] in ",:-" or self.tokens.words[first][0] == "-"):  # "diz | -se …"
            first += 1
        while stop > first and (self.tags[stop - 1] in ".!,;:-" or self._closes_bracket(first, stop - 1)):
            stop -= 1
        if stop - first < 2 and self.tags[first:stop] not in _ALONE and not self._is_noun(predicate, first):
            return []
        if stop <= first or not self.tags[first:stop].strip("DMY"):  # "earlier this week"
            return []
        if predicate.group == "colon" and not self.tags[first:stop].strip("DNT·"):  # "Source: | The Courier"
            return []
        if self.tags[first] == "Y" and not self.tags[first:stop].strip("Y#,"):  # "announced | March 3, 1990"
            return []
        if self.tags[first - 1] == "," and _CUE.fullmatch(self.tags, first, stop):  # "a chance to reply, | he said"
            return []
        return [
            Clause(self.tokens.starts[first], self.tokens.end(stop - 1), first, stop, sentence, predicate, position)
        ]

    def _is_noun(self, predicate: Predicate, i: int) -> bool:
        """ "Lee denied | wrongdoing", "Lee called for | boats": one noun, the object of a cue with a subject."""
        if predicate.subject < 0 or predicate.participle or self.tags[predicate.verb - 1] not in "NRPXMt":
            return False
        if self.openings.follows:  # "no dijo | nada"
            return False
        direct = "V" if predicate.group != "ask" else ""  # "Lee ordered | boats" tells what he did
        if self.tags[i - 1] not in f"I{direct}" or self.tags[i] != "a" or self.tags[i + 1] not in ".|,;CSI)":
            return False
        lists, word = self.language.words, self.tokens.lower[i]
        return predicate.verb < i and word not in lists["vague"] and word not in lists["negations"]

    def _closes_bracket(self, first: int, i: int) -> bool:
        return self.tags[i] == ")" and "(" not in self.tags[first:i]
