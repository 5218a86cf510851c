"""Titles, peoples and agencies, told from the words beside them."""

import re
from functools import cache
from typing import Final

from quotetrace.lang import Language

_NEAR: Final = 5  # tokens of "a Tarn North MP"
_OFFICE: Final = re.compile("T·?ID?")  # "Secretary of the | Interior Ida Lund"


def offices(words: list[str], tags: list[str], shapes: str, joined: str, language: Language) -> None:
    """Change the ``tags`` of what an office is of; ``joined`` are all tags, ``shapes`` as in `case.mend`."""
    for match in _OFFICE.finditer(joined):
        _office(words, tags, shapes, match.end(), language)


def unsettled(language: Language) -> frozenset[str]:
    """The words, in lower case, that `settle` may change besides roles and times: those of the lists that it asks, and
    those that the grammar makes roles."""
    lists = language.words
    names = ("dotted_titles", "saints", "surname_titles", "organisation_words", "surname_times", "epithets")
    return language.peoples.union(*[lists[name] for name in names], map(str.lower, _acronyms(language)))


def settle(words: list[str], tags: list[str], capitals: list[int], language: Language) -> None:
    """Change the ``tags`` of words with a capital that are a name, or none, whatever their sentence.

    ``capitals``: those that may be `unsettled`, roles and times.
    """
    _dotted(words, tags, capitals, language)
    _saints(words, tags, capitals, language)
    _surnames(words, tags, capitals, language)
    _occupations(words, tags, capitals, language)
    _bodies(words, tags, capitals, language)
    _members(words, tags, capitals, language)
    _of_a_people(words, tags, capitals, language)
    _news_agencies(words, tags, capitals, language)
    _named_like_months(words, tags, capitals, language)
    _named_like_days(words, tags, capitals, language)


def is_first_name(word: str, language: Language) -> bool:
    """Whether a word in lower case is a first name."""
    return word in language.first_names


def _surnames(words: list[str], tags: list[str], capitals: list[int], language: Language) -> None:
    """A title that is somebody's last name ("Emil King", "Mr King") is one all through the article."""
    known = language.words["surname_titles"]
    alone = [
        i
        for i in capitals
        if tags[i] == "T" and words[i].lower() in known and tags[i + 1] not in "NT·" and tags[i - 1] != "D"
    ]
    found = {words[i] for i in alone if _follows_name(words, tags, i, language)}
    for i in alone:
        if words[i] in found:
            tags[i] = "N"


def _occupations(words: list[str], tags: list[str], capitals: list[int], language: Language) -> None:
    """ "Emil Driver", "Ms. Driver": an occupation that the article has only as a last name is one all through it."""
    roles = [i for i in capitals if tags[i] == "R" and not words[i].endswith("s")]
    named = {words[i] for i in roles if _ends_name(words, tags, i, language)}
    if not named or language.does("nouns_capitalised"):
        return
    plain = set(words)
    for i in roles:
        if words[i] in named and words[i].lower() not in plain:
            tags[i] = "N"


def _ends_name(words: list[str], tags: list[str], i: int, language: Language) -> bool:
    """Whether a first name, or a title cut short, stands right before token ``i``."""
    if tags[i - 2 : i] == ["T", "·"]:
        return True
    first = words[i - 1].lower()
    return tags[i - 1] == "N" and is_first_name(first, language) and not language.has("places", first)


def _dotted(words: list[str], tags: list[str], capitals: list[int], language: Language) -> None:
    """ "Del. Lund": a title by its dot, where the word is a first name too."""
    known = language.words["dotted_titles"]
    for i in capitals:
        if tags[i + 1] == "·" and tags[i + 2] == "N" and tags[i - 1] not in "N," and words[i].lower() in known:
            tags[i] = "T"


def _saints(words: list[str], tags: list[str], capitals: list[int], language: Language) -> None:
    """ "doctors at St Ann's Hospital": a saint's name behind a preposition is a place's."""
    known = language.words["saints"]
    for i in capitals:
        if tags[i] == "T" and tags[i - 1] == "I" and words[i].lower() in known:
            tags[i] = "N"


def _bodies(words: list[str], tags: list[str], capitals: list[int], language: Language) -> None:
    """ "the Grey House said": a title that is a body's last word, in no office ("Grey House clerk"); "the Bakers’
    Union"."""
    known = language.words["organisation_words"]
    for i in capitals:
        if tags[i - 1] == "e" and tags[i] in "RTN" and _is_of_many(words, tags, i) and words[i].lower() in known:
            tags[i - 2 : i + 1] = "NNN"
        if tags[i] != "T" or tags[i - 1] != "N" or tags[i - 2] in "NT" or tags[i + 1] in "NTRa·-":
            continue
        if words[i].lower() in known:
            tags[i] = "N"


def _members(words: list[str], tags: list[str], capitals: list[int], language: Language) -> None:
    """ "Harbour MP Ida Lund", "a Harbour MP", "MPs": an office in capitals is a title, but behind a name an honour."""
    known = _acronyms(language)
    for i in capitals:
        if words[i] not in known or tags[i] != "N":
            continue
        k = i - 1
        while tags[k] in "aN" and i - k < _NEAR:
            k -= 1
        before_name = tags[i + 1] == "N" and not language.has("honours", words[i + 1].lower())
        if before_name or words[i][-1] == "s" or tags[k] in "DE" or tags[i - 1] == "e":
            tags[i] = "T"


@cache
def _acronyms(language: Language) -> frozenset[str]:
    """ "MP", "MPs": the offices that are written in capitals."""
    known = [word.upper() for word in sorted(language.words["office_acronyms"])]
    return frozenset([*known, *(f"{word}s" for word in known)])


def _is_of_many(words: list[str], tags: list[str], i: int) -> bool:
    """ "the Bakers’ | Union": whether those with a capital whom a body is of, more than one, stand before it."""
    capital = words[i - 2][0].isupper() and tags[i - 2] in "NRTa"
    return capital and words[i - 2].endswith("s") and words[i - 1] in ("'", "’")


def _news_agencies(words: list[str], tags: list[str], capitals: list[int], language: Language) -> None:
    """A word without a capital inside an organisation's name: "the Tarn news Agency"."""
    known = language.words["organisation_words"]
    for i in capitals:
        if tags[i - 1] == "a" and tags[i - 2] == "N" and words[i - 1] in known and words[i].lower() in known:
            tags[i - 1] = "N"


def _named_like_months(words: list[str], tags: list[str], capitals: list[int], language: Language) -> None:
    """ "June Roe", "Elsie May": a first name before or behind a name; not in "last June Roe said", "Elsie, May 3",
    where months have a capital."""
    dated = "" if language.does("subject_follows") else "IMDaYC#"
    for i in capitals:
        if tags[i] != "Y" or not is_first_name(words[i].lower(), language):
            continue
        undated = not i or tags[i - 1] not in dated
        behind = i and tags[i - 1] == "N" and tags[i + 1] != "#" and is_first_name(words[i - 1].lower(), language)
        if behind or (tags[i + 1] in "Np" and undated):
            tags[i] = "N"


def _named_like_days(words: list[str], tags: list[str], capitals: list[int], language: Language) -> None:
    """ "Doris Day sang", "Mr. Day sang", and then "Day left": a time with a capital that is a surname, behind a first
    name or a title cut short."""
    listed = language.words["surname_times"]
    times = [i for i in capitals if tags[i] in "YN" and words[i].lower() in listed and tags[i - 1] != "I"]
    times = [i for i in times if tags[i + 1 : i + 2] != ["#"]]  # "told Doris March 3"
    surnames = {words[i].lower() for i in times if _is_surname(words, tags, i, language)}
    for i in times:
        if words[i].lower() in surnames:
            tags[i] = "N"


def _is_surname(words: list[str], tags: list[str], i: int, language: Language) -> bool:
    """Whether a first name, not in "on Victoria Day", or "Mr." stands right before token ``i``."""
    if tags[i - 1] == "N":
        return tags[i - 2] != "I" and is_first_name(words[i - 1].lower(), language)
    before = i - 2 if tags[i - 1] == "·" else i - 1
    return tags[before] == "T" and language.has("abbreviations", words[before].lower())


def _of_a_people(words: list[str], tags: list[str], capitals: list[int], language: Language) -> None:
    """ "Drovian bakers", "South Drovian fish": what a noun without a capital follows describes it, and is no name."""
    known = language.peoples
    for i in capitals:
        if tags[i] == "N" and tags[i + 1] in "aR" and words[i + 1][0].islower() and words[i].lower() in known:
            tags[i] = "a"
            if tags[i - 1] == "N" and words[i - 1].lower() in language.words["demonym_adjectives"]:
                tags[i - 1] = "a"


def _office(words: list[str], tags: list[str], shapes: str, start: int, language: Language) -> None:
    """What an office is of belongs to the title, where a first and a last name follow: "Mayor of Tarn Ida Lund"."""
    i = start
    while (shapes[i] in "uU" and tags[i] in "NTRa") or (i > start and tags[i] == "C" and shapes[i + 1] in "uU"):
        if i > start and tags[i] == "N" and shapes[i + 1] in "uU" and is_first_name(words[i].lower(), language):
            tags[start:i] = "T" * (i - start)
            return
        i += 1


def _follows_name(words: list[str], tags: list[str], i: int, language: Language) -> bool:
    k = i - 2 if tags[i - 1] == "·" else i - 1
    if tags[k] == "N":
        return tags[k - 1] != "D"
    return tags[k] == "T" and language.has("abbreviations", words[k].lower())
