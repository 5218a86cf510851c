"""What a mention looks like, from wherever it is looked at."""

from typing import Final

from quotetrace.syntax import Mention


class Looks:
    """What a mention looks like. ``kind``: which pronoun, a role or another noun, an organisation or a name, in a word.

    ``noun``: the head of a description, and ``name`` the last word of a name, else "". ``speaks``: how often its entity
    is the subject of a speech verb, up to four times. ``owns``: "'s" stands behind it.
    """

    __slots__ = ("kind", "name", "noun", "number", "owns", "speaks")

    def __init__(self, kind: str, number: str, noun: str, name: str, speaks: int, owns: bool) -> None:
        self.kind: Final = kind
        self.number: Final = number
        self.noun: Final = noun
        self.name: Final = name
        self.speaks: Final = speaks
        self.owns: Final = owns


def kind_of(mention: Mention) -> str:
    """Which pronoun it is, a role or another noun, an organisation or a name."""
    if mention.kind == "pronoun":
        return mention.pronoun
    if mention.kind == "nominal":
        return "role" if mention.role else "noun"
    return "org" if mention.gender == "n" else "name"
