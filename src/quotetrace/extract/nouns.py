"""Forms of a verb of speech that their phrase makes a noun: "two posts", "the crisis address he gave"."""

from typing import Final

from quotetrace.lang import Language

_ADJECTIVES: Final = 4  # between a determiner and its noun
_SUBJECTS: Final = ("m3s", "f3s", "x3p", "x1s", "x1p")
_SINGULAR: Final = ("ss", "is", "us")
_OPENS: Final = frozenset("|.,IQ;:-(VvXCSt")  # before a noun phrase that is nobody's object in a relative clause


def is_plural(lower: list[str], tags: list[str], i: int, language: Language) -> bool:
    """ "two new posts", "the loud protests of", "of early reports of", "whose four-year terms will".

    Whether the form in "s" at ``i`` cannot be a verb.
    """
    word, lists = lower[i], language.words
    if not word.endswith("s") or word[:-1] not in lists["noun_verbs"]:
        return False
    if tags[i - 1] == "C" and tags[i - 2] == "a" and tags[i - 3] in "SID|." and is_several(lower[i - 2], language):
        return tags[i + 1] in "IXVvH"  # "that thefts and attacks on hives are …"
    k = i - 1
    while k > i - _ADJECTIVES and tags[k] in "a#":
        k -= 1
    if k == i - 1:
        return False
    if tags[k] == "D" and lower[k] in lists["plural_determiners"]:
        return True
    described = tags[i - 1] == "a"
    if lower[i + 1] in lists["partitives"]:
        return described and tags[k] in "DEIVvt"
    if tags[i + 1] != "X":
        return False
    if language.possessives.get(lower[k]) == "w":
        return True
    return tags[k] in "DE" and tags[k - 1] in _OPENS and (tags[i - 1] == "#" or tags[k - 1] in "|.")


def is_related(lower: list[str], i: int, language: Language) -> bool:
    """ "the crisis address | he will give", not "the logs of the wool return show | he fled".

    Whether a pronoun that is nobody's object stands behind the verb form at ``i``.
    """
    return language.pronouns.get(lower[i + 1]) in _SUBJECTS and language.cues.get(lower[i]) != "show"


def is_several(word: str, language: Language) -> bool:
    """ "rowers", "police"; not "crisis", "press", "bus"."""
    return word in language.words["plurals"] or (word.endswith("s") and not word.endswith(_SINGULAR))
