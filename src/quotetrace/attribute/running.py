"""Reports that run on in the mood of reported speech, without a word that says whose they are.

"Lee lehnte den Plan ab. Er sei zu teuer. Die Stadt habe „kein Geld“.": all of it is Lee's.
"""

from functools import lru_cache

from quotetrace.attribute.features import size
from quotetrace.attribute.place import Place
from quotetrace.attribute.weights import REMEMBERED, Group, group, model_for
from quotetrace.lang import Language
from quotetrace.syntax import Extraction

_TELLING = frozenset({"say", "tell", "ask", "judge", "promise", "source", "noun", "thought"})
_REACH = 12  # sentences that are looked back


def running(extraction: Extraction, where: Place, language: Language) -> tuple[int, Group] | None:
    """The last one before the sentence of ``where`` who is said to have said something, with what speaks for that.

    Only in languages that have such a mood.
    """
    if not language.words["moods"]:
        return None
    unbroken = True
    for s in range(where.sentence - 1, max(where.sentence - _REACH, 0) - 1, -1):
        subject = _teller(extraction, s)
        if subject >= 0:
            here = in_mood(extraction, where.sentence, language)
            gap = min(where.paragraph - extraction.tokens.paragraph_of[s], 2)
            distance = size(where.sentence - s)
            return subject, _run(model_for("speaker", language), distance, gap, unbroken, here, where.shape)
        unbroken = unbroken and in_mood(extraction, s, language)
    return None


def in_mood(extraction: Extraction, sentence: int, language: Language) -> bool:
    """Whether a verb of the sentence is in the mood of reported speech: "Der Plan sei gut"."""
    words, moods = extraction.tokens.words, language.words["moods"]
    return any(words[p.verb].lower() in moods for p in extraction.predicates[sentence])


def _teller(extraction: Extraction, sentence: int) -> int:
    found = [p.subject for p in extraction.predicates[sentence] if p.group in _TELLING and p.subject >= 0]
    return found[-1] if found else -1


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
