"""Whether a clause is reported speech, told from the cue, its subject and the words that open the clause."""

from quotetrace.lang import Language
from quotetrace.models import Clause, Extraction

_FINITE = frozenset("vXVH")


def clause_features(extraction: Extraction, clause: Clause, language: Language) -> tuple[str, ...]:
    """What speaks for and against: cue, form of the verb, subject, opening, length."""
    tokens, predicate = extraction.tokens, clause.predicate
    tags, words = tokens.tags, tokens.words
    cue = words[predicate.verb].lower()
    a, b = tokens.sentences[clause.sentence]
    opening = tags[clause.first]
    if opening == "S":
        opening = words[clause.first].lower() if words[clause.first].lower() in language.words["that"] else "S"
    inner = tags[clause.first : clause.stop]
    finite = not _FINITE.isdisjoint(inner)
    size = clause.stop - clause.first
    length = "2" if size < 3 else "4" if size < 5 else "8" if size < 9 else "16" if size < 20 else "big"
    subject = extraction.mentions[predicate.subject] if predicate.subject >= 0 else None
    who = "none" if subject is None else subject.kind if subject.kind != "pronoun" else subject.pronoun
    before = tags[predicate.verb - 1] if predicate.verb > a else "^"
    near = subject is not None and 0 < predicate.verb - subject.last < 3
    form = "inv" if predicate.inverted else "ing" if predicate.participle else "fin"
    after = tags[predicate.verb + 1] if predicate.verb + 1 < b else "$"
    quoted = "Q" in inner
    return (
        "bias",
        f"{predicate.group}:{clause.position}",
        f"cue:{cue}",
        f"cue:{cue}:{opening}",
        f"{clause.position}:{opening}:{finite}",
        f"{predicate.group}:{clause.position}:{opening}:{finite}",
        f"who:{who}:{predicate.group}",
        f"who:{who}:{near}:{form}",
        f"before:{before}:{form}",
        f"before:{before}:{predicate.group}",
        f"after:{after}:{clause.position}",
        f"after:{after}:{predicate.group}",
        f"length:{length}:{finite}",
        f"quoted:{quoted}:{predicate.group}",
        f"in:{subject is not None and subject.gender == 'n'}:{predicate.group}",
        f"quotes:{'Q' in tags[a : clause.first]}:{clause.position}:{opening}",
        f"first:{words[clause.first].lower()}:{predicate.group}" if opening in "It" else f"first:{opening}",
    )
