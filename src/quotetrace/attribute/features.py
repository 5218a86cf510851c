"""What speaks for and against a candidate, in groups that are made once for each thing they can say."""

from functools import lru_cache

from quotetrace.attribute.weights import REMEMBERED, Group, group


def size(n: int) -> str:
    """A count in coarse steps: 0, 1, 2, 4, 8, 16 or "big"."""
    if n <= 2:
        return str(max(n, 0))
    return "4" if n <= 4 else "8" if n <= 8 else "16" if n <= 16 else "big"


@lru_cache(REMEMBERED)
def nobody(shape: str, words: str, cues: int, unowned: bool) -> Group:
    """Nobody said it: few cues, or a noun of speech that is nobody's."""
    return group("speaker", "none", f"none:noun{unowned}", f"none:{shape}", f"none:cues{cues}", f"none:w{words}")


@lru_cache(REMEMBERED)
def verb(side: str, cue: str, form: str, gap: str, shape: str, kind: str) -> Group:
    """A verb of the same sentence: what it is, how far from the quotation, and what its subject is."""
    coarse = gap[:3]
    return group(
        "speaker",
        f"{side}:{cue}",
        f"{side}:{cue}:{gap}",
        f"{side}:{form}:{gap}",
        f"{side}:{cue}:{shape}",
        f"{side}:{form}:{shape}:{gap}",
        f"{side}:{cue}:{coarse}",
        f"{side}:{cue}:{coarse}:{kind}",
    )


@lru_cache(REMEMBERED)
def rivals(side: str, cue: str, rank: int, cues: int, quotes: int, shape: str) -> Group:
    """What stands between a verb and the quotation: other verbs, other cues, other quotations."""
    return group("speaker", f"{side}:rank{rank}", f"{side}:cues{cues}:{cue}", f"{side}:q{quotes}:{shape}")


@lru_cache(REMEMBERED)
def bare(side: str, distance: str, previous: str, following: str, shape: str) -> Group:
    """A mention of the same sentence that is the subject of nothing."""
    return group(
        "speaker",
        side,
        f"{side}:d{distance}",
        f"{side}:prev{previous}",
        f"{side}:next{following}",
        f"{side}:{shape}",
        f"{side}:{shape}:d{distance}:prev{previous}",
    )


@lru_cache(REMEMBERED)
def mention(kind: str, number: str, whole: bool, possessor: bool) -> Group:
    """What a mention is, wherever it stands."""
    owns = ("possessor",) if possessor else ()
    return group("speaker", f"kind:{kind}", f"number:{number}:{whole}", *owns)


@lru_cache(REMEMBERED)
def same_as_last(near: str, shape: str) -> Group:
    """The mention stands for the speaker of the quotation before."""
    return group("speaker", f"same as last:{near}", f"same as last:{near}:{shape}")


@lru_cache(REMEMBERED)
def near_verb(zone: str, predicate: str, cue: str, shape: str, ends: str, order: int, quoted: bool) -> Group:
    """A verb of a sentence near by."""
    return group(
        "speaker",
        f"{zone}:{predicate}",
        f"{zone}:{cue}:{shape}",
        f"{zone}:{cue}:{ends}",
        f"{zone}:order{order}:{cue}",
        f"{zone}:quoted{quoted}:{cue}",
        f"{zone}:{shape}:{ends}:quoted{quoted}",
    )


@lru_cache(REMEMBERED)
def near_bare(zone: str, shape: str, ends: str, previous: str) -> Group:
    """A mention of a sentence near by that is the subject of nothing."""
    return group("speaker", f"{zone}:bare", f"{zone}:bare:{shape}:{ends}", f"{zone}:prev{previous}")


@lru_cache(REMEMBERED)
def carry(near: str, shape: str, own: str, last: str, who: str, joint: str) -> Group:
    """The speaker of the quotation before goes on."""
    return group(
        "speaker",
        "carry",
        f"carry:{near}",
        f"carry:{near}:{shape}",
        f"carry:{shape}:{own}",
        f"carry:{near}:{own}:{last}",
        f"carry:{who}",
        f"carry:{joint}",
        f"carry:{joint}:{own}",
    )
