"""Nouns told from names, in a language that writes both with a capital."""

import re
from collections import Counter
from functools import cache
from typing import Final

from quotetrace.lang import Language

_ATTRIBUTE: Final = 4  # tokens between an article and the verb's form before its noun,
_LONG_ATTRIBUTE: Final = 10  # and where a preposition stands behind the article
_APPOSED: Final = re.compile("[V(:]|,[WDERTN#]")  # behind "Jule Sand" in "Jule Sand, die Wirtin", "Jule Sand (SPD)"


def told_apart(words: list[str], tags: list[str], language: Language) -> None:
    """A word that ever follows an article, a number or an adjective is a noun, not a name, in all the text."""
    first_names = language.first_names
    obliques = language.words["obliques"] | language.words["genitives"]
    capitals = [i for i, tag in enumerate(tags) if tag == "N" and not (words[i].isupper() and len(words[i]) > 1)]
    found = [words[i] for i in capitals if _determined(words, tags, i, obliques)]
    determined = set(found)
    named = {words[i] for i in capitals if words[i].lower().partition("-")[0] in first_names}
    named |= {words[i] for i in capitals if tags[i - 1] == "T" or words[i - 1] in named}
    named |= {words[i] for i in capitals if _follows_particle(words, tags, i, named, language)}
    named |= _paired(words, tags, capitals, _mostly(found, [words[i] for i in capitals]), language)
    nouns = {
        words[i]
        for i in capitals
        if words[i] not in named and (words[i] in determined or _is_noun(words[i].lower(), language))
    }
    nouns |= _genitives(words, tags, capitals, language)
    described = {i for i in capitals if words[i + 1] not in named and _describes(words, tags, i, language)}
    for i in [i for i in capitals if words[i] in nouns or i in described]:
        tags[i] = "a"
    unproven = _unproven(words, tags, capitals, named, language)
    for i in [i for i in capitals if tags[i] == "N"]:
        if words[i] in unproven:
            tags[i] = "a"
        elif tags[i - 1] in ".|Q" and words[i] not in named:
            letter = language.ending(words[i].lower())
            tags[i] = "N" if letter == "a" else letter
    for i in [i for i, tag in enumerate(tags) if tag in "VH" and tags[i + 1] in "aR" and words[i + 1][0].isupper()]:
        if _is_attribute(words, tags, i, obliques, language):
            tags[i] = "a"
    endings = tuple(sorted(language.words["role_endings"]))
    for i in [i for i, tag in enumerate(tags) if tag == "#" and words[i].lower().endswith(endings)]:
        tags[i] = "R" if words[i].partition("-")[2][:1].isupper() else "#"  # "der 52-Jährige", "der 52-jährige Lee"
    for i in [i for i, tag in enumerate(tags) if tag in "aVH" and words[i][0].isupper()]:
        noun = tags[i] == "a" and words[i].lower() in language.words["roles"]  # "das Schreiben": a verb's form, too
        follows = words[i + 1].lower() in language.words["following_sources"] and tags[i - 1] not in "DEI"
        if noun or follows:  # "| Berichten zufolge"
            tags[i] = "R"
    _named_by_adjective(words, tags, language)


def _unproven(words: list[str], tags: list[str], capitals: list[int], named: set[str], language: Language) -> set[str]:
    """ "Sinn" in "in Sinn und Form": words with a capital that no place of the text shows to be a name."""
    proven = {words[i] for i in capitals if _is_like_name(words, tags, i, language)}
    return {words[i] for i in capitals} - proven - named


def _is_like_name(words: list[str], tags: list[str], i: int, language: Language) -> bool:
    """Whether the word at ``i`` stands where names do: beside a verb of speech, a title, a name or another noun."""
    before, after, lists = tags[i - 1], tags[i + 1], language.words
    if before in "RTNpVH·" or after in "NpVHRT·" or not words[i][1:].replace("-", "").islower():
        return True
    if words[i][0].islower() or words[i].lower() in lists["places"]:
        return True
    if after == "C" and tags[i + 2] == "N":
        return True
    if words[i + 1].lower() in lists["following_sources"] and before != "a":  # "Lund zufolge"
        return True
    if after == "X" and not words[i + 1].endswith(("n", "nd")):  # "auch Lund ist", no plural
        return True
    word = words[i - 1].lower()
    if before in "vX" and not word.endswith(("n", "nd")):
        return True
    noun = before == "a" and words[i - 1][0].isupper() and tags[i - 2] not in ".|Q"
    return noun or word in lists["particles"] or word in lists["closing_sources"] or (word,) in language.sources


def _mostly(found: list[str], words: list[str]) -> set[str]:
    """The words of which more than a third are in ``found``."""
    count = Counter(words)
    return {word for word, times in Counter(found).items() if 3 * times > count[word]}


def _paired(words: list[str], tags: list[str], capitals: list[int], nouns: set[str], language: Language) -> set[str]:
    """ "Jule | Sand", "die Bloggerin | Jule | Sand": last names, behind a word that no list and no ending tells, and
    the first names of those whose calling stands before. A word in ``nouns`` needs its place to say so."""
    unlisted = {
        i for i in capitals if not (_is_noun(words[i].lower(), language) or _describes(words, tags, i, language))
    }
    pairs = [i for i in capitals if i - 1 in unlisted and tags[i + 1] != "N"]
    placed = {
        words[i]
        for i in pairs
        if tags[i - 2] in "RTNDIE"
        or _APPOSED.match("".join(tags[i + 1 : i + 3]))
        or (tags[i - 2] in ".|Q" and tags[i + 1] in "vXH")
    }
    others = {words[i] for i in pairs if i in unlisted} - nouns
    return placed | others | {words[i - 1] for i in pairs if tags[i - 2] == "R"}


def _describes(words: list[str], tags: list[str], i: int, language: Language) -> bool:
    """ "| Großer Jubel": an adjective that opens a sentence, before a noun."""
    opens = tags[i - 1] in ".|Q" and tags[i + 1] == "N"
    return (
        opens
        and words[i].lower().endswith(_endings(language, "adjective_endings"))
        and (words[i].lower() not in language.first_names)
    )


def _named_by_adjective(words: list[str], tags: list[str], language: Language) -> None:
    """ "das | Rote Kreuz", "der | Deutschen Welle": an adjective with a capital behind an article opens a name."""
    endings = tuple(sorted(language.words["name_adjectives"]))
    capitals = [i for i, tag in enumerate(tags) if tag in "aN" and words[i][0].isupper()]
    for i in capitals:
        article = tags[i - 1] in "DIE" and words[i - 1][0].islower()
        if article and words[i].lower().endswith(endings) and tags[i + 1] in "aNR" and words[i + 1][0].isupper():
            tags[i] = tags[i + 1] = "N"


def _is_noun(word: str, language: Language) -> bool:
    """ "zweifel", "hoffnung", "kauf-tipp": a noun that the language lists, or by its ending."""
    return word.rpartition("-")[2] in language.words["never_names"] or word.endswith(_endings(language, "noun_endings"))


def _follows_particle(words: list[str], tags: list[str], i: int, named: set[str], language: Language) -> bool:
    """ "Ada von der | Leede": the word behind a first name and its particles, not "Ada von der | Polizei"."""
    k, word, particles = i - 1, words[i].lower(), language.words["particles"]
    while k > i - 4 and words[k] in particles:
        k -= 1
    titled = words[k] in named or (tags[k] == "N" and tags[k - 1] in "TR")
    if k == i - 1 or not titled or tags[k + 1] != "I":
        return False
    return not language.has("organisation_words", word) and not word.endswith(_endings(language, "noun_endings"))


def _genitives(words: list[str], tags: list[str], capitals: list[int], language: Language) -> set[str]:
    """ "die Regierung | Norwins": whose it is, where the text also has "Norwin", or a list."""
    places, named = language.words["places"], {words[i] for i in capitals}
    return {
        words[i]
        for i in capitals
        if words[i].endswith("s")
        and (words[i][:-1] in named or words[i][:-1].lower() in places)
        and tags[i - 1] in "aRNT"
        and words[i - 1][0].isupper()
        and words[i - 1].lower() not in language.first_names
    }


def _determined(words: list[str], tags: list[str], i: int, obliques: frozenset[str]) -> bool:
    """Whether an article, a possessive, a number or a preposition with an adjective stands before token ``i``."""
    k = i - 1
    while k >= 0 and tags[k] == "a" and words[k][0].islower():
        k -= 1
    if k < 0 or (k == i - 1 and tags[k - 1 : i] == [",", "I"]):  # "ein Vorwurf, den | Lund bestreitet"
        return False
    return tags[k] in "DE#" or (tags[k] == "I" and (k < i - 1 or words[k].lower() in obliques))


def _is_attribute(words: list[str], tags: list[str], i: int, obliques: frozenset[str], language: Language) -> bool:
    """ "in einem gestern verteilten Schreiben", "die vom Amt verlangten Bilder": a verb's form between an article and
    its noun."""
    k = i - 1
    while k > i - _ATTRIBUTE and tags[k] in "MY":
        k -= 1
    article = tags[k] in "DE" or (tags[k] == "I" and words[k].lower() in obliques)
    if article:
        return tags[i + 1] == "a" or words[k].lower() != "das"  # "das sagte Sprecher Lee"
    while k > i - _LONG_ATTRIBUTE and tags[k] in "MYIDEaRNT#":
        if tags[k : k + 2] == ["D", "I"] and words[k + 1].lower() in language.words["prepositions"]:
            return tags[k - 1] not in "," and words[i].endswith(("e", "en", "er", "es", "em"))
        k -= 1
    return False


@cache
def _endings(language: Language, name: str) -> tuple[str, ...]:
    """The endings that the list ``name`` has."""
    return tuple(sorted(language.words[name]))
