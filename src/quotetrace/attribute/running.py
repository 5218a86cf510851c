"""Reports that run on in the mood of reported speech, without a word that says whose they are.

"Lee lehnte den Plan ab. Er sei zu teuer. Die Stadt habe „kein Geld“.": all of it is Lee's.
"""

from functools import lru_cache
from typing import NamedTuple

from quotetrace.attribute.features import size
from quotetrace.attribute.place import Place
from quotetrace.attribute.weights import REMEMBERED, Group, group, model_for
from quotetrace.lang import Language
from quotetrace.syntax import Clause, Extraction, Predicate, Tokens

_TELLING = frozenset({"say", "tell", "ask", "judge", "promise", "source", "noun", "thought"})
_VERBS = frozenset("vVXH")
_REACH = 12  # sentences that are looked back


class Running(NamedTuple):
    """The last one before a sentence who is said to have said something, with what speaks for that.

    ``alone``: nobody else can be meant, since the sentence opens in reported mood, in the paragraph of ``mention``.
    """

    mention: int
    group: Group
    alone: bool


def running(extraction: Extraction, where: Place, language: Language) -> Running | None:
    """Who told something last before the sentence of ``where``; only in languages that have a mood for reports."""
    if not language.words["moods"]:
        return None
    unbroken = True
    for s in range(where.sentence - 1, max(where.sentence - _REACH, 0) - 1, -1):
        teller = _telling(extraction, s)
        if teller is not None:
            here = in_mood(extraction, where.sentence, language)
            gap = min(where.paragraph - extraction.tokens.paragraph_of[s], 2)
            distance = size(where.sentence - s)
            found = _run(model_for("speaker", language), distance, gap, unbroken, here, where.shape)
            return Running(teller.subject, found, not gap and _runs_on(extraction, where.sentence, language))
        unbroken = unbroken and in_mood(extraction, s, language)
    return None


def free_reports(extraction: Extraction, language: Language) -> list[Clause]:
    """The sentences in which a report runs on: in the mood of reported speech, right behind one who told something.

    The predicate of each is the verb of the sentence that says who told it. Only in languages that have such a mood.
    """
    if not language.words["moods"]:
        return []
    tokens, found = extraction.tokens, list[Clause]()
    told: Predicate | None = None
    for s, (a, b) in enumerate(tokens.sentences):
        if s and tokens.paragraph_of[s] != tokens.paragraph_of[s - 1]:
            told = None
        teller = _telling(extraction, s)
        if teller is None and told is not None and _opens_in_mood(tokens, a, b, language):
            stop = b
            while stop > a and tokens.tags[stop - 1] in ".!|":
                stop -= 1
            found.append(Clause(tokens.starts[a], tokens.end(stop - 1), a, stop, s, told, "free"))
        else:
            told = teller
    return found


def _runs_on(extraction: Extraction, sentence: int, language: Language) -> bool:
    """Whether a sentence opens in reported mood and says nothing of who tells that."""
    a, b = extraction.tokens.sentences[sentence]
    return _opens_in_mood(extraction.tokens, a, b, language) and _telling(extraction, sentence) is None


def _opens_in_mood(tokens: Tokens, a: int, b: int, language: Language) -> bool:
    """Whether the first verb of the sentence is in the mood of reported speech."""
    moods = language.words["moods"]
    for i in range(a, b):
        if tokens.lower[i] in moods:
            return True
        if tokens.tags[i] in _VERBS:
            return False
    return False


def _telling(extraction: Extraction, sentence: int) -> Predicate | None:
    """The last verb of the sentence that says who told something."""
    found = [p for p in extraction.predicates[sentence] if p.group in _TELLING and p.subject >= 0]
    return found[-1] if found else None


def in_mood(extraction: Extraction, sentence: int, language: Language) -> bool:
    """Whether a verb of the sentence is in the mood of reported speech: "Der Plan sei gut"."""
    lower, moods = extraction.tokens.lower, language.words["moods"]
    return any(lower[p.verb] in moods for p in extraction.predicates[sentence])


@lru_cache(REMEMBERED)
def _run(model: str, distance: str, gap: int, unbroken: bool, here: bool, shape: str) -> Group:
    return group(
        model,
        "run",
        f"run:{distance}:{unbroken}:{here}",
        f"run:p{gap}:{unbroken}:{here}",
        f"run:{shape}:{here}",
        f"run:{shape}:{unbroken}:{distance}",
    )
