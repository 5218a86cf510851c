""" "Der Hafen bleibt zu. Das teilte die Stadt mit.": a report of the sentence before it."""

from typing import Final

from quotetrace.lang import Language
from quotetrace.syntax import Clause, Predicate, Tokens

_TELLS: Final = frozenset({"say", "tell"})
_REPORTS: Final = frozenset({"say", "tell", "ask", "judge", "source", "colon"})
_GIVES: Final = frozenset("S:Q")  # in a sentence that gives the words itself
_LEAST: Final = 4  # tokens of a sentence that is a statement


def summed_up(
    tokens: Tokens, sentence: int, here: tuple[Predicate, ...], before: tuple[Predicate, ...], language: Language
) -> list[Clause]:
    """The sentence before ``sentence``, which opens with "das" and a verb of speech, where nobody reports in it yet."""
    pronouns, (a, b) = language.words["summing_pronouns"], tokens.sentences[sentence]
    if tokens.lower[a] not in pronouns or not here or tokens.tags[a + 1 : here[0].verb].strip("X"):
        return []
    told, apart = here[0].group in _TELLS, tokens.paragraph_of[sentence] != tokens.paragraph_of[sentence - 1]
    if not told or not here[0].inverted or apart or not sentence or not _GIVES.isdisjoint(tokens.tags[a + 1 : b]):
        return []
    first, stop = tokens.sentences[sentence - 1]
    while stop > first and tokens.tags[stop - 1] in ".!,|":
        stop -= 1
    if stop - first < _LEAST or any(predicate.group in _REPORTS for predicate in before):
        return []
    return [Clause(tokens.starts[first], tokens.end(stop - 1), first, stop, sentence, here[0], "before")]
