"""Noun phrases that no list knows, and only their place in the sentence tells: plurals, writings, compounds."""

import re
from collections.abc import Iterator
from typing import Final

from quotetrace.extract.heads import heads, sources_by_first_word
from quotetrace.extract.openings import REPORT
from quotetrace.lang import Language
from quotetrace.syntax import Mention, Tokens

_OPENING: Final = re.compile(r"a(?<![^.|]a)(?=[VXvH])")
_SOURCE: Final = re.compile(r"[DIE]?(?P<noun>a{1,4})(?![NRT])")
_UNKNOWN: Final = re.compile(r"[DE]?M?[aNRT#ve·]{0,8}a(?=[.,|QIWY])|D(?=[.,|I])")
_TURNED: Final = re.compile(r"[DE]?M?[aNRT#ve·]{0,8}a(?=[.,|QIWYD])")  # "Secondo la donna | i lavori dureranno"
_WRITING: Final = re.compile(r"(?:[DIE]|ID)(?P<noun>a{1,3})(?:I[aRN]{1,2})?")  # with what it is of
_PLURAL: Final = re.compile(r"a(?<![^.|QNSC,;:]a)a{0,2}+(?P<behind>)[MX]{0,3}+(?:V|(?<=Ca)G)")
_AGENT: Final = re.compile(r"V[NTR·]{1,5}e(?P<noun>a{1,2})(?=[.,|])")
_CALLED: Final = re.compile("[Vv][IP]?[DE]?a{0,2}$")
_BY: Final = re.compile("[DE]?a{1,3}(?=[.,|;)CSI-])")
_APART: Final = re.compile("D,(?<![^.|Q]D,)(?=[^,;:QV.|]{1,60},[MX]{0,3}V)")
_COMPARED: Final = re.compile("I[DE]a{1,3}(?=[Vv])")
_SIGN: Final = re.compile("V(?<=[SW]V)(?P<marks>,?Q)?")  # what it relates to is read backwards
_DESCRIBED: Final = 3  # words, at most
_CALL: Final = 5  # tokens of "calling this a big old | “heap”"
_WORDS: Final = 6  # tokens between a writing and the verb that says what it reads


def unlisted(tokens: Tokens, known: list[Mention], language: Language) -> list[tuple[int, int]]:
    """The first and the last token of each, none of which is in a mention that is ``known``."""
    readers = (_signs, _callers, _apart, _compared)
    found = {*_agents(tokens), *(span for read in readers for span in read(tokens, language))}
    if language.does("bare_plurals"):
        found.update(_plurals(tokens, language))
    if language.words["reads"]:
        found.update(_writings(tokens, language))
    if language.does("nouns_capitalised"):
        found.update(_compounds(tokens), _named_sources(tokens, language))
    taken = {i for mention in known for i in range(mention.first, mention.last + 1)} if found else set()
    return sorted((first, last) for first, last in found if taken.isdisjoint(range(first, last + 1)))


def unknown_sources(tokens: Tokens, language: Language) -> list[tuple[int, int]]:
    """ "According to the weir office": the first and the last token of sources whose noun no list may know."""
    tags, lower, follows = tokens.tags, tokens.lower, language.does("subject_follows")
    found: list[tuple[int, int]] = []
    if not language.words["articles"] and (not follows or language.does("nouns_capitalised")):
        return found
    sources = sources_by_first_word(language)
    for i in tokens.hooks:
        for phrase in sources.get(lower[i], ()):
            first = i + len(phrase)
            if (len(phrase) == 1 and not follows) or tuple(lower[i:first]) != phrase:
                continue
            described = (_TURNED if follows else _UNKNOWN).match(tags, first)
            last = described.end() - 1 if described else -1
            if language.does("adjectives_follow") and tags[first] in "NT":  # "Per Ansaldi | servono stazioni nuove"
                continue
            if last >= 0 and language.does("verb_second"):  # "Volgens de gemeente | duurt het werk …"
                verb = tags.find("v", first, last)
                last = verb - 1 if verb > first else last
            counted = tags[last] != "D" or lower[last] in language.words["plural_subjects"]
            if last >= 0 and counted:
                found.append((max(first, tags.rfind("e", first, last) + 1), last))
    return found


def _plurals(tokens: Tokens, language: Language) -> Iterator[tuple[int, int]]:
    """ "Tarn harbour advocates say", "Local bakers praised": a plural before a verb of speech."""
    words, known = tokens.words, heads(language)
    for match in _PLURAL.finditer(tokens.tags):
        last = match.start("behind") - 1
        if known[words[last]].number == "p" and not words[match.end() - 1].endswith("s"):
            yield last, last


def _agents(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """ "“…,” said Lee's introducer": what somebody is to the owner, behind a verb of speech."""
    for match in _AGENT.finditer(tokens.tags):
        yield match.start("noun"), match.end("noun") - 1


def _callers(tokens: Tokens, language: Language) -> Iterator[tuple[int, int]]:
    """ "called a “heap” by the rowers": who called it so."""
    quoted = tokens.tags.find("QI")
    while quoted >= 0:
        by = quoted + 1
        if language.has("agent_prepositions", tokens.lower[by]):
            caller = _BY.match(tokens.tags, by + 1)
            if caller and _CALLED.search(tokens.tags, max(quoted - _CALL, 0), quoted):
                yield by + 1, caller.end() - 1
        quoted = tokens.tags.find("QI", by)


def _apart(tokens: Tokens, language: Language) -> Iterator[tuple[int, int]]:
    """ "Others, tired of the rain, shouted": a determiner that an aside parts from its verb."""
    alone = language.words["plural_subjects"] | language.words["singular_subjects"]
    for match in _APART.finditer(tokens.tags) if alone else ():
        if tokens.lower[match.start()] in alone:
            yield match.start(), match.start()


def _compared(tokens: Tokens, language: Language) -> Iterator[tuple[int, int]]:
    """ "as one welder said", "as a regular put it": the noun between "as" and a verb of speech."""
    for match in _COMPARED.finditer(tokens.tags):
        verb = match.end()
        phrase = " ".join(tokens.lower[verb : verb + 2])
        told = tokens.tags[verb] == "V" or phrase in language.words["phrasal_cues"]
        if told and language.has("comparatives", tokens.lower[match.start()]):
            yield match.start() + 1, verb - 1


def _signs(tokens: Tokens, language: Language) -> Iterator[tuple[int, int]]:
    """ "A sign that read …", "mugs that say “…”": what is written on, before "that" and a verb of speech."""
    for match in _SIGN.finditer(tokens.tags):
        that = match.start() - 1
        related = tokens.tags[that] == "W"
        last = that - 1 - (related and tokens.tags[that - 1] in ",-")
        if last < 0 or tokens.tags[last] != "a":
            continue
        told = not related and tokens.lower[that] in language.words["that"]
        if language.has("documents", tokens.lower[last]) or (told and match["marks"]):
            yield _described(tokens.tags, last), last


def _described(tags: str, last: int) -> int:
    """Where the noun phrase begins that ends with the noun at token ``last``."""
    first = last
    while first > 0 and tags[first - 1] in "aN#" and last - first < _DESCRIBED:
        first -= 1
    return first - 1 if first > 0 and tags[first - 1] == "D" else first


def _writings(tokens: Tokens, language: Language) -> Iterator[tuple[int, int]]:
    """ "Auf der Internetseite heißt es", "…, heißt es auf der Internetseite", "Dem Befund zufolge": what is read."""
    verbs = {phrase.split()[0] for phrase in language.words["reads"]}
    prepositions, capitals = language.words["reading_prepositions"], language.does("nouns_capitalised")
    verbs |= language.words["following_sources"]
    for i in tokens.hooks:
        if tokens.lower[i] not in verbs:
            continue
        for match in _beside(i, tokens, prepositions):
            first, last = match.start(), match.end("noun") - 1
            first += tokens.lower[first] in prepositions
            if first <= last and not (capitals and tokens.words[last][0].islower()):
                yield first, last


def _beside(i: int, tokens: Tokens, prepositions: frozenset[str]) -> list[re.Match[str]]:
    """The noun phrases that end right before the verb at ``i``, and the one behind its preposition."""
    first, stop = i, min(i + _WORDS, len(tokens.words))
    while first > 0 and i - first < _WORDS and tokens.tags[first - 1] in "aDEIRN":
        first -= 1
    found = [match for match in _WRITING.finditer(tokens.tags, first, i) if match.end() == i]
    behind = next((k for k in range(i + 1, stop) if tokens.lower[k] in prepositions), -1)
    written = _WRITING.match(tokens.tags, behind) if behind > i else None
    return [*found, written] if written else found


def _named_sources(tokens: Tokens, language: Language) -> Iterator[tuple[int, int]]:
    """ "laut der Nebenklage", "nach Darstellung der Wirte", "“…”, so die Stimme": whose words these are."""
    words, tags = tokens.words, tokens.tags
    for i in tokens.hooks:
        first = _before_source(tokens, i, language) + 1
        source = _SOURCE.match(tags, first) if first else None
        if source is None:
            continue
        last = next((k for k in range(source.start("noun"), source.end()) if words[k][0].isupper()), -1)
        if last >= 0:
            yield last if tags[first] == "I" else first, last


def _before_source(tokens: Tokens, i: int, language: Language) -> int:
    """The token right before whose words the hook at ``i`` says these are, or -1."""
    lists, lower = language.words, tokens.lower
    if lower[i] in lists["closing_sources"]:
        return i if tokens.tags[i - 1] in ",Q-" else -1
    if lower[i] not in lists["report_prepositions"]:
        return -1
    nouns = tuple(sorted(lists["report_nouns"]))
    told = (k for k in range(i + 1, min(i + REPORT, len(lower))) if lower[k].endswith(nouns))
    noun = next((k for k in told if tokens.words[k][0].isupper()), -1)
    if noun >= 0 and lower[noun + 1] in lists["genitives"] | lists["speech_noun_links"]:
        return noun
    named = (lower[i],) in language.sources if noun < 0 else lower[noun] not in lists["report_nouns"]
    return i if named else -1  # "laut | Polizeiangaben"


def _compounds(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """ "Netz-Nordland gab bekannt": a noun with a hyphen that opens its sentence, right before the verb."""
    for match in _OPENING.finditer(tokens.tags):
        i = match.start()
        before, _, last = tokens.words[i].rpartition("-")
        if before and last[:1].isupper():
            yield i, i
