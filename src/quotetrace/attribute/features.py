"""What speaks for and against a candidate, in groups that are made once for each thing they can say."""

from typing import Final

from quotetrace.attribute.weights import Groups, Names


def size(n: int) -> str:
    """A count in coarse steps: 0, 1, 2, 4, 8, 16 or "big"."""
    if n <= 2:
        return "0" if n <= 0 else "1" if n == 1 else "2"
    return "4" if n <= 4 else "8" if n <= 8 else "16" if n <= 16 else "big"


def _spell_nobody(shape: str, words: str, cues: int, last: str, own: str) -> Names:
    """Nobody said it: few cues, or one that is nobody's or in the passive."""
    return (
        "none",
        f"none:noun{last.startswith('noun')}",
        f"none:last {last}",
        f"none:last {last}:{shape}",
        f"none:{shape}",
        f"none:cues{cues}",
        f"none:w{words}",
        f"none:own {own}",
        f"none:own {own}:{shape}",
        f"none:{shape}:w{words}",
    )


nobody: Final = Groups(_spell_nobody, leads=True)


def _spell_verb(side: str, cue: str, form: str, gap: str, shape: str, kind: str) -> Names:
    """A verb of the same sentence: what it is, how far from the quotation, and what its subject is."""
    coarse = gap[:3]
    return (
        f"{side}:{cue}",
        f"{side}:{cue}:{gap}",
        f"{side}:{form}:{gap}",
        f"{side}:{cue}:{shape}",
        f"{side}:{form}:{shape}:{gap}",
        f"{side}:{cue}:{coarse}",
        f"{side}:{cue}:{coarse}:{kind}",
        f"{side}:{gap}:{kind}",
    )


verb: Final = Groups(_spell_verb, leads=True)


def _spell_worded(side: str, word: str, coarse: str) -> Names:
    """The verb itself, and how far from the quotation in a word of three letters."""
    return f"{side}:verb {word}", f"{side}:verb {word}:{coarse}"


worded: Final = Groups(_spell_worded)


def _spell_rivals(side: str, cue: str, rank: int, cues: int, quotes: int, shape: str) -> Names:
    """What stands between a verb and the quotation: other verbs, other cues, other quotations."""
    return f"{side}:rank{rank}", f"{side}:cues{cues}:{cue}", f"{side}:q{quotes}:{shape}"


rivals: Final = Groups(_spell_rivals)


def _spell_clause(side: str, cue: str, opener: str, helper: str) -> Names:
    """What opens the clause of a verb, and the auxiliary before it."""
    return f"{side}:opens {opener}", f"{side}:opens {opener}:{cue}", f"{side}:helped {helper}:{cue}"


clause: Final = Groups(_spell_clause)


def _spell_bare(side: str, distance: str, previous: str, following: str, shape: str, kind: str, own: str) -> Names:
    """A mention of the same sentence that is the subject of nothing."""
    return (
        side,
        f"{side}:d{distance}",
        f"{side}:prev{previous}",
        f"{side}:next{following}",
        f"{side}:{shape}",
        f"{side}:{shape}:d{distance}:prev{previous}",
        f"{side}:prev{previous}:{kind}",
        f"{side}:d{distance}:{kind}",
        f"{side}:own {own}:{kind}",
    )


bare: Final = Groups(_spell_bare, leads=True)


def _spell_mention(
    kind: str,
    number: str,
    owns: bool,
    whole: bool,
    head: str,
    speaks: int,
    position: str,
    inside: bool,
    last: str,
    shape: str,
) -> Names:
    """What a mention is, wherever it stands.

    The noun of a description; how often else the one who is named speaks, and whether the quotation names him.
    ``last``: how far off it was the last to speak, and then the ``shape`` of the quotation; else both are "".
    """
    found = [f"kind:{kind}", f"number:{number}:{whole}", f"{kind}:{position}"]
    if owns:
        found.append("possessor")
    if head:
        found.append(f"noun {head}")
    else:
        found += [f"speaks{speaks}:{kind}", f"speaks{speaks}:{position}"]
        found += ["inside", f"inside:{position}"] if inside else []
    if last:
        found += [f"same as last:{last}", f"same as last:{last}:{shape}"]
    return tuple(found)


mention: Final = Groups(_spell_mention)


def _spell_near_verb(
    zone: str,
    predicate: str,
    cue: str,
    shape: str,
    ends: str,
    order: int,
    quoted: bool,
    kind: str,
    own: str,
) -> Names:
    """A verb of a sentence near by."""
    return (
        f"{zone}:{predicate}",
        f"{zone}:{cue}:{shape}",
        f"{zone}:{cue}:{ends}",
        f"{zone}:order{order}:{cue}",
        f"{zone}:quoted{quoted}:{cue}",
        f"{zone}:{shape}:{ends}:quoted{quoted}",
        f"{zone}:{cue}:{kind}",
        f"{zone}:{cue}:own {own}",
        f"{zone}:own {own}:{shape}",
    )


near_verb: Final = Groups(_spell_near_verb, leads=True)


def _spell_near_bare(zone: str, shape: str, ends: str, previous: str, kind: str, own: str) -> Names:
    """A mention of a sentence near by that is the subject of nothing."""
    return (
        f"{zone}:bare",
        f"{zone}:bare:{shape}:{ends}",
        f"{zone}:prev{previous}",
        f"{zone}:bare:{kind}",
        f"{zone}:bare:own {own}",
    )


near_bare: Final = Groups(_spell_near_bare, leads=True)


def _spell_carry(near: str, shape: str, cued: str, own: str, last: str, who: str, joint: str, led: str) -> Names:
    """The speaker of the quotation before goes on."""
    return (
        "carry",
        f"carry:{near}",
        f"carry:{near}:{shape}",
        f"carry:{shape}:{cued}",
        f"carry:{near}:{cued}:{last}",
        f"carry:{joint}:{cued}",
        f"carry:{shape}:{own}",
        f"carry:{near}:{own}:{last}",
        f"carry:{who}",
        f"carry:{joint}",
        f"carry:{joint}:{own}",
        f"carry:{near}:{who}",
        f"carry:{shape}:{near}:{own}",
        f"carry:{shape}:{joint}:{last}",
        f"carry:led{led}:{own}",
        f"carry:led{led}:{shape}",
    )


carry: Final = Groups(_spell_carry, leads=True)


def _spell_position(back: int, role: str, order: int, same_paragraph: bool, opens: bool, spoke: bool) -> Names:
    """Where the mention stands from the pronoun, and what it does there."""
    return (
        f"s{back}",
        f"s{back}:{role}",
        f"order{order}",
        f"order{order}:s{back}",
        f"role:{role}",
        f"par:{same_paragraph}:s{back}",
        f"first:s{back}:{opens}",
        f"spoke:{spoke}",
    )


position: Final = Groups(_spell_position)


def _spell_identity(known: str, pronoun: str, person: bool, count: int, kind: str, words: int) -> Names:
    """Who the entity is, and how often it was mentioned."""
    return (
        f"gender:{known}:{pronoun}",
        f"person:{person}:{pronoun}",
        f"count{count}",
        f"kind:{kind}",
        f"words{words}",
    )


identity: Final = Groups(_spell_identity)


def _spell_neighbours(previous: str, following: str) -> Names:
    """What stands before and behind the mention."""
    return f"prev{previous}", f"next{following}"


neighbours: Final = Groups(_spell_neighbours)
