"""What stands around a stretch in marks, and in its text, that tells speech from a term, a title or a heading."""

from collections.abc import Set as AbstractSet
from typing import Final

from quotetrace.attribute.candidate import Candidate
from quotetrace.attribute.place import Place
from quotetrace.attribute.reported import Scored
from quotetrace.attribute.weights import Group, Groups, Names
from quotetrace.syntax import Extraction, Stretch

_NEAR: Final = 20_000  # characters on either side in which the words of a stretch are looked for again
_LONG: Final = 60  # characters from which on words do not recur as a term
_SINGLE: Final = "'‘’‚‛`"
_HEADING: Final = 8  # words, at most
_EDGE: Final = ".,;:!?"


class Setting:
    """What is told once of a text, for all its stretches.

    ``rare``: it quotes in double marks, so that single ones on their own are for headings and terms. ``reported``: the
    tokens of stretches inside what is likely a report: "Lee said the wall was “old” and would go".
    """

    __slots__ = ("rare", "reported")

    def __init__(self, rare: bool, reported: AbstractSet[int]) -> None:
        self.rare: Final = rare
        self.reported: Final = reported


def setting(extraction: Extraction, likely: list[Scored]) -> Setting:
    """The setting of the stretches of a text of which ``likely`` are the reports."""
    tags, reported = extraction.tokens.tags, set()
    for _, clause in likely:
        token = tags.find("Q", clause.first, clause.stop)
        while token >= 0:
            reported.add(token)
            token = tags.find("Q", token + 1, clause.stop)
    return Setting(_singles_are_rare(extraction), reported)


def _singles_are_rare(extraction: Extraction) -> bool:
    outer = [stretch for stretch in extraction.stretches if stretch.parent < 0 and not stretch.unmarked]
    return 2 * sum([_in_single(extraction.text, stretch) for stretch in outer]) < len(outer)


def _in_single(text: str, stretch: Stretch) -> bool:
    """Whether a single mark opens the stretch, and not two that are one mark."""
    first = text[stretch.outer_start]
    return first in _SINGLE and text[stretch.outer_start + 1] != first


def is_heading(extraction: Extraction, where: Place, best: Candidate, around: Setting) -> bool:
    """A few words alone on their line, in marks of the rarer sort, that no verb tells: ‘Nobody rang’ over a section."""
    tokens = extraction.tokens
    a, b = tokens.sentences[where.sentence]
    if not around.rare or where.position != "solo" or where.words > _HEADING or best.predicate is not None:
        return False
    alone = a > 0 and tokens.tags[a - 1] == "|" and tokens.tags[b : b + 1] == "|"
    return alone and _in_single(extraction.text, where.stretch)


def setting_features(
    model: str, extraction: Extraction, where: Place, length: str, around: Setting
) -> tuple[Group, ...]:
    """The words beside it; whether its words recur, stand in marks of the rarer sort, or in a report."""
    tokens, token = extraction.tokens, where.token
    a, b = tokens.sentences[where.sentence]
    return (
        _before[model, tokens.lower[token - 2] if token - 2 >= a else "^"],
        _behind[model, tokens.lower[token + 1] if token + 1 < b else "$"],
        _term[
            model,
            _recurs(extraction, where),
            where.case,
            length,
            around.rare and _in_single(extraction.text, where.stretch),
        ],
        _reported[model, token in around.reported],
    )


def _recurs(extraction: Extraction, where: Place) -> bool:
    """Whether the words of the stretch stand elsewhere in the text, in marks or not."""
    inner = where.inner.strip(_EDGE)
    if len(inner) > _LONG:
        return False
    near = max(where.stretch.start - _NEAR, 0), where.stretch.end + _NEAR
    text = extraction.text
    return text.find(inner, near[0], where.stretch.start) >= 0 or text.find(inner, where.stretch.end, near[1]) >= 0


def _spell_before(word: str) -> Names:
    return (f"word:-2:{word}",)


_before: Final = Groups(_spell_before)


def _spell_behind(word: str) -> Names:
    return (f"word:+1:{word}",)


_behind: Final = Groups(_spell_behind)


def _spell_term(recurs: bool, case: str, length: str, minor: bool) -> Names:
    recurring = f"recurs:{recurs}:{case}:{length}"
    return (recurring, "single") if minor else (recurring,)


_term: Final = Groups(_spell_term)


def _spell_reported(reported: bool) -> Names:
    return ("reported",) if reported else ()


_reported: Final = Groups(_spell_reported)
