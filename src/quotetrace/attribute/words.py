"""The words of an article that name a speaker, a cue and a listener."""

import re
from bisect import bisect_left
from typing import Final

from quotetrace.attribute.resolve import Resolver
from quotetrace.lang import Language, load
from quotetrace.syntax import Extraction, Mention, Predicate

_DESCRIPTION: Final = 12  # tokens of "said a friend of the minister" that are read
# "the former mayor and | current candidate"
_JOINED: Final = re.compile("(?:^|(?<=[.,|QSC;:]))(?:D[aNRT#·]+(?:I[aNRT·]+)?|[aR#]{1,3})C$")
# "the pilot and | two deckhands"; not "a door slams and | two deckhands"
_BOTH: Final = re.compile("(?:^|(?<=[.,|QSC;:]))(?:D(?:[aNRT#·]{0,4}[NRT·]|a)(?:I[aNRT·]+)?|[aR#]{1,3})C$")
# "one of | her ads", "four in 10 | voters", "half of | all bakers"
_PART: Final = re.compile("[Da#]I[#D]?[aNRT]{0,5}$")
_PARTS: Final = 8  # tokens before a noun in which it begins
_JOINED_BEHIND: Final = re.compile(
    "(?:I[aN]{1,3}|,[DE#][DEIaNRT#·]{0,8},)?(C)(?:E[aR]{1,2},)?"
)  # "…, a clerk, and his aide, |"
_LISTED: Final = 5  # mentions within "Lee, a clerk of Tarn, and his aide, Roe"
_PARTY: Final = re.compile(",[a#],")
_ONE_PHRASE: Final = frozenset(",Q.")  # what a phrase such as the next does not go over
_REPORT: Final = 8  # tokens of a phrase such as "laut dem im Mai gedruckten Bericht"
_AUXILIARIES: Final = 4  # tokens of "has now said" that are read


def speaker_text(extraction: Extraction, mention: Mention, predicate: Predicate | None) -> str:
    """The words that name the speaker; a description in full, "a friend of the minister", up to its verb or comma."""
    if mention.kind == "pronoun":
        return mention.text
    last = mention.last
    if predicate is not None and _is_summed_up(extraction, mention, predicate):
        return _between(extraction, mention.first, extraction.tokens.tags.find("e", mention.first) - 1, mention.start)
    if mention.kind == "nominal" and predicate is not None and (predicate.inverted or predicate.verb > last):
        tags = extraction.tokens.tags
        stop = last + _DESCRIPTION if predicate.inverted else predicate.verb
        if predicate.group == "colon" and tags[last + 1] in "eI":  # "Lee's reaction: “…”", "Lee on the dam: “…”"
            stop = last + 1
        language = load(extraction.language)
        if language.does("verb_second") or (
            (predicate.inverted or predicate.participle) and language.does("subject_follows")
        ):
            stop = _complements_end(extraction, last + 1, stop, language)
        while last + 1 < stop and tags[last + 1] in "IDEaNRT#e·CptO":
            last += 1
        nouns_end_it, words = language.does("nouns_capitalised"), extraction.tokens.words
        while (tags[last] in "IDECteO" and tags[last - 1 : last + 1] not in ("IE", "tE", "DD", "IO")) or (
            nouns_end_it and last > mention.last and words[last][0].islower()
        ):
            last -= 1
        last += tags[last - 1 : last + 2] == "I#Y"  # "esta mujer de 81 años"
    first = _opening(extraction, mention)
    return _between(extraction, first, max(last, mention.last), mention.start if first == mention.first else None)


def _is_part(extraction: Extraction, i: int, first: int) -> bool:
    """ "one of her ads", "four in 10 voters", "half of us": whether what begins at token ``i`` counts the noun."""
    tokens, lists = extraction.tokens, load(extraction.language).words
    link = tokens.lower[i + 1]
    if link in lists["partitives"]:
        alone = lists["singular_subjects"] | lists["plural_subjects"]
        return tokens.lower[i] in alone | lists["shares"] and i + 2 == first
    return tokens.tags[i] in "D#" and tokens.tags[i + 2] == "#" and link in lists["place_prepositions"]


def _is_summed_up(extraction: Extraction, mention: Mention, predicate: Predicate) -> bool:
    """ "The captain's reply was that …": whose reply it is, and no letter that speaks for itself."""
    tokens, verb = extraction.tokens, predicate.verb
    owned = "e" in tokens.tags[mention.first + 1 : mention.last] and verb == mention.last + 1
    copula = predicate.group == "other" and tokens.lower[verb] in load(extraction.language).words["passives"]
    return owned and copula and tokens.tags[verb + 1 : verb + 2] in ("S", ",", ":", "Q")


def _opening(extraction: Extraction, mention: Mention) -> int:
    """Where a description begins: "Lund's former | aides", "Drovian dam | officials", "state and city | clerks", not
    "in Tarnholt | police"."""
    tags, first = extraction.tokens.tags, mention.first
    if mention.kind != "nominal" or mention.head in load(extraction.language).words["indefinite_pronouns"]:
        return first
    part = _PART.search(tags, max(first - _PARTS, 0), first)
    if part and _is_part(extraction, part.start(), first):
        return part.start()
    if tags[first] in "DE":
        return _joined(tags, first)
    while first > 0 and first > mention.first - _DESCRIPTION and tags[first - 1] in "NaRT#e·":
        first -= 1
    if tags[first - 1] == "I" and _is_body(extraction, first - 2):
        first -= 2
        while tags[first - 1] in "NaRT":
            first -= 1
    while tags[first] == "e":
        first += 1
    if first > 0 and tags[first - 1] in "DE":
        return _joined(tags, first - 1)
    return mention.first if first > 0 and tags[first - 1] == "I" else _joined(tags, first)


def _is_body(extraction: Extraction, i: int) -> bool:
    """ "a | Ministry | of Works spokesman": whether token ``i`` is the kind of a body, with a capital."""
    tokens = extraction.tokens
    return (
        i > 0 and tokens.words[i][0].isupper() and load(extraction.language).has("organisation_words", tokens.lower[i])
    )


def _joined(tags: str, first: int) -> int:
    """ "| the pilot and two deckhands": where the first begins of those whom "and" joins, ``first`` where none do."""
    if tags[first - 1] != "C":
        return first
    joined = (_BOTH if tags[first] in "DE" else _JOINED).search(tags, max(first - _DESCRIPTION, 0), first)
    return joined.start() if joined else first


def _complements_end(extraction: Extraction, start: int, stop: int, language: Language) -> int:
    """Where adverbials and objects begin after a subject: "sagte der Chef der Bank | im Radio"."""
    tags, words = extraction.tokens.tags, extraction.tokens.words
    nouns_end_it = language.does("nouns_capitalised")
    for i in range(start, min(stop, len(words))):
        word, before = extraction.tokens.lower[i], tags[i - 1]
        owns = word in language.words["genitives"] and before != "N"  # "des BVX | der Stadt"
        if tags[i] == "I" and not owns and word not in language.words["organisation_links"]:
            return i
        if tags[i] in "DE#" and before != "I":
            return i
        if (
            nouns_end_it and tags[i] == "a" and words[i][0].islower() and before in "aRN"
        ):  # "der Autor | folgenden Satz"
            return i
    return stop


def name_with_companion(extraction: Extraction, index: int, resolver: Resolver, entity: int) -> str:
    """The name, and those of others who are joined to it: "Ann Lee and Bo Roe", "Ann Lee, Bo Roe and Kai Venn"."""
    found, joint = _joined_before(extraction, index), _joint(extraction, index)
    if len(found) == 1:
        found, joint = _joined_behind(extraction, index)
    named = [entity if i == index else resolver.entity_of[i] for i in found]
    if len(found) == 1 or -1 in named or len(set(named)) < len(named):
        return resolver.entities[entity].name
    *names, last = [resolver.entities[one].name for one in named]
    return f"{', '.join(names)} {extraction.tokens.words[joint]} {last}"


def _joined_before(extraction: Extraction, index: int) -> list[int]:
    """Mention ``index`` behind those that a list which it closes has before it."""
    other = _companion(extraction, index)
    return [index] if other < 0 else [*_listed(extraction, other), other, index]


def _joined_behind(extraction: Extraction, index: int) -> tuple[list[int], int]:
    """Mention ``index`` before those that a list which it opens has behind it, and the token of "and"."""
    mentions, last = extraction.mentions, index
    opens = mentions[index].kind == "name" and extraction.tokens.tags[mentions[index].first - 1] in "VvIt"
    stop = len(mentions) - 1 if opens else index
    while last < stop and _is_listed(extraction, last):
        last += 1
    other, joint = _companion_behind(extraction, last, mentions[index].first)
    return ([*range(index, last + 1), other], joint) if other >= 0 else ([index], -1)


def _is_listed(extraction: Extraction, index: int) -> bool:
    """Whether only a comma stands between mention ``index`` and a name behind it."""
    following, last = extraction.mentions[index + 1], extraction.mentions[index].last
    return following.kind == "name" and following.first == last + 2 and extraction.tokens.tags[last + 1] == ","


def _listed(extraction: Extraction, index: int) -> list[int]:
    """The mentions of "Ann Lee, Bo Roe," before that of Kai Venn in "Ann Lee, Bo Roe, Kai Venn and …", in order; none
    in "In York, Kai Venn and …"."""
    mentions, tags = extraction.mentions, extraction.tokens.tags
    i, before = index, mentions[index].first - 1
    while i and before > 0 and tags[before] == "," and mentions[i - 1].last == before - 1:
        if mentions[i - 1].kind != "name":
            return []
        i, before = i - 1, mentions[i - 1].first - 1
    return list(range(i, index)) if tags[before] in "Q,.|SC" else []


def names_of_both(extraction: Extraction, index: int, resolver: Resolver) -> str | None:
    """ "Ann Lee and Bo Roe came. “…,” they said": the two that the sentence before has for a subject, or None."""
    pronoun, before = extraction.mentions[index], resolver.sentence_of[index] - 1
    if pronoun.kind != "pronoun" or (pronoun.role, pronoun.number) != ("3", "p") or before < 0:
        return None
    subject = next((i for i in resolver.mentions_in(before) if i in resolver.people.subject_in), -1)
    if subject < 0 or resolver.entity_of[subject] < 0:
        return None
    entity = resolver.entity_of[subject]
    names = name_with_companion(extraction, subject, resolver, entity)
    return names if names != resolver.entities[entity].name else None


def _companion(extraction: Extraction, index: int) -> int:
    """The mention of the name before "and" at mention ``index``, or -1; of "Lee of Tarn and Roe" that of Lee.

    In "Roe praised Lee and Venn said" it joins two clauses, in "bakers in Tarn and Venn said" places.
    """
    mentions, tags = extraction.mentions, extraction.tokens.tags
    joint, other = _joint(extraction, index), index - 1
    named = mentions[other]
    if joint < 0 or mentions[index].kind != "name" or named.kind != "name":
        return -1
    if _PARTY.fullmatch(tags, named.last + 1, joint):  # "Sen. Lee, D-York, and Rep. Roe", "Lee, 34, and Roe"
        return other
    if named.last != joint - 1 - (tags[joint - 1] == "," and bool(_listed(extraction, other))):
        return -1
    before = named.first - 1
    leads = tags[before] if before > 0 else ""
    if leads in ("v", "V", "H"):
        return -1
    if leads == "I" and _is_place(extraction, before):
        other -= 1
        if other < 0:
            return -1
        named = mentions[other]
        if named.last != before - 1:
            return -1
    return other if named.kind == "name" else -1


def _companion_behind(extraction: Extraction, index: int, first: int) -> tuple[int, int]:
    """The mention of the name behind "and" and mention ``index``, or -1, and the token of "and", in a list that begins
    at token ``first``.

    "…," said Lee of Tarn and Roe, or Lee, a clerk, and his aide, Roe; no "said Lee and Roe laughed".
    """
    mentions, tags = extraction.mentions, extraction.tokens.tags
    if mentions[index].kind != "name" or tags[first - 1] not in "VvIt":
        return -1, -1
    last = mentions[index].last
    last += mentions[index].first > first and tags.startswith(",C", last + 1)  # "Lee, Roe, and Venn"
    joined = _JOINED_BEHIND.match(tags, last + 1)
    if not joined:
        return -1, -1
    for other in range(index + 1, min(index + _LISTED, len(mentions))):
        named = mentions[other]
        if named.first == joined.end() and named.kind == "name" and tags[named.last + 1] in ".,;:|QI":
            return other, joined.start(1)
    return -1, -1


def _is_place(extraction: Extraction, preposition: int) -> bool:
    """Whether a place stands behind ``preposition``: "in Tarn", not "according to Lee" or "from Lee"."""
    words, hooks = load(extraction.language).words, extraction.tokens.hooks
    word = extraction.tokens.lower[preposition]
    hook = bisect_left(hooks, preposition - 1)
    if hooks[hook : hook + 1] == [preposition - 1] or word in words["source_prepositions"]:
        return False
    return word in words["place_prepositions"]


def _joint(extraction: Extraction, index: int) -> int:
    """The token of "and" before mention ``index`` and its article, or -1."""
    tags, first = extraction.tokens.tags, extraction.mentions[index].first
    if first > 0 and tags[first - 1] == "D":
        first -= 1
    return first - 1 if index and first > 0 and tags[first - 1] == "C" else -1


def cue(extraction: Extraction, predicate: Predicate | None, language: Language) -> str | None:
    """The words of the cue: "has said", "was quoted as saying", "according to"."""
    if predicate is None or predicate.group == "other":
        return None
    tags, verb = extraction.tokens.tags, predicate.verb
    first = verb
    if predicate.group == "source":
        reports = language.words["report_prepositions"]
        opens = (k for k in range(verb, max(verb - _REPORT, -1), -1) if extraction.tokens.lower[k] in reports)
        named = tags[verb] == "V" or (extraction.tokens.lower[verb],) in language.sources
        first = verb if named else next((k for k in opens if _ONE_PHRASE.isdisjoint(tags[k:verb])), verb)
        while (
            first > 0 and tags[first - 1] in ("IaXO" if tags[verb] == "V" else "Ia") and verb - first < _AUXILIARIES - 1
        ):
            first -= 1
    elif predicate.inverted:  # "…", a déclaré Jean Dorval
        while first > 0 and tags[first - 1] == "X":
            first -= 1
    else:
        while first > 0 and tags[first - 1] in "XMtv" and verb - first < _AUXILIARIES:
            if tags[first - 1 : first + 1] == "vV" or _is_apart(extraction, first):  # "The note that Lee sent | said"
                break
            first -= 1
        while tags[first] == "M":
            first += 1
    return _between(extraction, first, verb + _is_phrasal(extraction, verb, language))


def _is_phrasal(extraction: Extraction, verb: int, language: Language) -> bool:
    """ "lashed | out": whether its particle, which elsewhere may close a clause, stands right behind the verb."""
    lower = extraction.tokens.lower
    return language.is_split(lower[verb], lower[verb + 1]) and not language.does("verb_second")


def _is_apart(extraction: Extraction, i: int) -> bool:
    """ "The clerk I spoke to | said": a finite verb is no infinitive."""
    finite = load(extraction.language).words["never_nouns"]
    return extraction.tokens.tags[i - 1] == "t" and extraction.tokens.lower[i] in finite


def addressee(extraction: Extraction, predicate: Predicate | None) -> str | None:
    """Who was told: the mention right after "told"."""
    if predicate is None or predicate.group != "tell" or predicate.inverted:
        return None
    tags, first = extraction.tokens.tags, predicate.verb + 1
    stop = first
    while tags[stop] in "DEaNRTOe#·p" and not (stop > first and (tags[stop] == "D" or tags[stop - 1] == "O")):
        stop += 1
    return _between(extraction, first, stop - 1) if stop > first else None


def _between(extraction: Extraction, first: int, last: int, start: int | None = None) -> str:
    """The text of the tokens ``first`` to ``last``, or from offset ``start``, on one line."""
    tokens = extraction.tokens
    start = tokens.starts[first] if start is None else start
    return " ".join(extraction.text[start : tokens.end(last)].split())
