"""Sentences in marks that a cue leads over to: "Lund said it was old and added, “It leaks.”"."""

from quotetrace.attribute.ends import closed_before
from quotetrace.attribute.reported import Scored
from quotetrace.attribute.spoken import Said
from quotetrace.lang import Language
from quotetrace.syntax import Clause, Extraction


def is_led(extraction: Extraction, item: Said) -> bool:
    """ "Ann Lee said: “No.”": whether the quotation is a sentence, right behind the colon or comma of a cue."""
    where = item.where
    led = extraction.tokens.tags[where.token - 1] in ":," and item.candidate.cued
    return led and where.inner[0].isupper() and where.closing in ".!?…"


def up_to_cues(extraction: Extraction, spoken: list[Said], reported: list[Scored], language: Language) -> list[Scored]:
    """``reported``, each clause to its likeliest end before a cue in it that leads over to a sentence in marks.

    A clause that cannot end there is left out: that sentence is no part of what another cue reports.
    """
    cues: dict[int, list[tuple[int, int]]] = {}
    for item in spoken:
        predicate = item.candidate.predicate
        if predicate is not None and is_led(extraction, item):
            cues.setdefault(item.where.sentence, []).append((predicate.verb, item.where.token))
    if not cues:
        return reported
    closed = (
        (score, _up_to(extraction, clause, cues.get(clause.sentence, []), language)) for score, clause in reported
    )
    return [(score, clause) for score, clause in closed if clause is not None]


def _up_to(extraction: Extraction, clause: Clause, cues: list[tuple[int, int]], language: Language) -> Clause | None:
    for verb, token in cues:
        if clause.first <= verb < token < clause.stop:
            clause = closed_before(extraction, clause, verb, language)
            if clause.stop > verb:
                return None
    return clause
