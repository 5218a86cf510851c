"""Where a reported clause ends: the likeliest of the places where it may."""

import re
from bisect import bisect_left
from typing import Final

from quotetrace.attribute.occasions import before_occasion
from quotetrace.attribute.weights import Group, Groups, Names, highest, model_for, total
from quotetrace.lang import Language
from quotetrace.syntax import Clause, Extraction, Tokens

_PAUSES: Final = frozenset(",:;(-")
_BREAKS: Final = _PAUSES | set("CSWIY")  # classes of tokens at which a part of a clause may begin
_VERBS: Final = frozenset("XVvH")
# before a main verb, or its adverb, behind a cue in its subject
_BEFORE_VERB: Final = frozenset("aRNTPO#)")
_BEFORE_ADVERB: Final = frozenset("aRNTPO)")  # "praised Lee | early", "| last week"
_BEHIND_QUOTE: Final = frozenset("DaENRTPvVXM#OGgH")  # words that may go on behind marks
_CLAUSE: Final = re.compile(r",?C?M*[DaENRT#·p]*[NRaP]?M*X*M*[VvXH]")  # after a break, what may be a clause of its own
_LIST: Final = re.compile(r",[^SWVvXHQ;:,()-]{1,8}(?:,[^SWVvXHQ;:,()-]{1,8}){0,4},?C")
_VERB: Final = re.compile("[vVXHGg]")
_RELATES: Final = frozenset("SW")
_FINITE: Final = re.compile("[vVXH]")
_ASIDE: Final = re.compile(r",[^,;:SQ]{2,24},M*[XH]")  # "the row, | the third this year, might help"
_NAMED: Final = re.compile(r",[DaENRTI#e·pM-]{1,14},t(?![DENRTO])")  # "asked the envoy, | Ann Lee, to set a deadline"
_SUBJECT: Final = re.compile(r"D?[ENRT#a]")
_IS_FINITE: Final = frozenset("vVXH")
_TOLD: Final = frozenset({"say", "tell", "noun", "show"})  # groups of cues that report whole clauses
_CLAUSAL: Final = frozenset({"say", "tell", "show"})  # groups whose words have a verb of their own
_PREDICATE: Final = frozenset("vVXHt")
_OPENING: Final = 12  # tokens in which a clause has its verb
_NTH: Final = 4  # breaks before and after one that are told apart
_REACH: Final = 90  # tokens in which ends are looked for,
_MOST: Final = 24  # and how many of them are weighed
_SIZES: Final = (3, 6, 10, 16, 26)  # tokens, to sort lengths into a few sorts
_SORTS: Final = tuple(bisect_left(_SIZES, size + 1) for size in range(_SIZES[-1] + 1))
_LOOSE: Final = ".!,;:-"  # no clause ends with these
_SPOKEN: Final = "CSWIPMG"  # classes whose words say how a sentence goes on


def closed(extraction: Extraction, clause: Clause, language: Language) -> Clause:
    """``clause`` up to its likeliest end; one before its cue ends where it does.

    The weights know how English sentences go on, so that verbs which stand second or last leave a clause as it is.
    """
    clause = _before_colon(extraction, clause, language)
    if clause.position == "before" or language.does("verb_second"):
        return clause
    found = ends(extraction, clause, language)
    found = _before_main_verb(extraction.tokens, clause, found) or found
    stop = found[0]
    if len(found) > 1:
        stop = found[highest([total(features) for features in end_features(extraction, clause, found, language)])]
    stop = before_occasion(extraction.tokens, clause, stop, language)
    return clause if stop == clause.stop else ending_at(extraction.tokens, clause, stop)


def _before_main_verb(tokens: Tokens, clause: Clause, found: list[int]) -> list[int]:
    """ "The claim that it leaks | is false", "A letter asking for help | was lost": the ends before what may be the
    verb of the noun that opens a sentence."""
    tags, first, i, noun = tokens.tags, clause.first, clause.predicate.verb, clause.predicate.group == "noun"
    if (first != i + 1 or tags[first] != "S") if noun else not clause.predicate.participle:
        return []
    if not noun and tags[i - 1] not in "RN" and tags[i - 2] not in "DEe.|":  # "Lee avoids discussing it"
        return []
    while tags[i - 1] in "DEaNRTe#·":
        i -= 1
    alone = i == clause.predicate.verb and not noun
    if i != tokens.sentences[clause.sentence][0] or alone or clause.position != "after":
        return []
    whole = noun or clause.predicate.group in _CLAUSAL  # what is told has a verb of its own
    return [k for k in found if tags[k] in "XVvHM" and (not whole or _FINITE.search(tags, first, k))]


def _before_colon(extraction: Extraction, clause: Clause, language: Language) -> Clause:
    """ "dijo que está tranquila: | «Me darán las gracias»": the words of a whole sentence in marks stand apart."""
    if clause.position != "after" or not language.does("subject_follows"):
        return clause
    tokens = extraction.tokens
    colon = tokens.tags.find(":Q", clause.first + 2, min(clause.stop, clause.first + _REACH))
    if colon < 0:
        return clause
    stretch = extraction.stretches[tokens.stretch_at[colon + 1]]
    inner = extraction.text[stretch.start : stretch.end]
    return ending_at(tokens, clause, colon) if inner[0].isupper() and " " in inner else clause


def closed_before(extraction: Extraction, clause: Clause, limit: int, language: Language) -> Clause:
    """``clause`` up to its likeliest end before the token ``limit``, if it has one behind a verb; else as it is."""
    if clause.position != "after" or clause.predicate.group not in _TOLD or language.does("verb_second"):
        return clause
    tags, first = extraction.tokens.tags, clause.first
    found = [i for i in ends(extraction, clause, language) if i <= limit and tags[i] in ",;C"]
    found = [i for i in found if _FINITE.search(tags, first, i)]
    if not found:
        return clause
    scores = [total(features) for features in end_features(extraction, clause, found, language)]
    return ending_at(extraction.tokens, clause, found[highest(scores)])


def ending_at(tokens: Tokens, clause: Clause, stop: int) -> Clause:
    """``clause`` up to the token ``stop``, less loose punctuation."""
    stop = _trimmed(tokens.tags, clause.first, stop)
    end = tokens.end(stop - 1)
    return Clause(clause.start, end, clause.first, stop, clause.sentence, clause.predicate, clause.position)


def ends(extraction: Extraction, clause: Clause, language: Language) -> list[int]:
    """The tokens before which ``clause`` may end: breaks in it, and its end."""
    tokens, first, stop = extraction.tokens, clause.first, clause.stop
    found: list[int] = []
    begin = _condition(tokens, clause, language) if clause.position != "around" else _behind(tokens.tags, clause)
    bare = first
    while bare < stop and tokens.tags[bare] not in _PREDICATE:
        bare += 1
    subject = _subject_end(tokens, clause, language)
    for i in _places(extraction, clause, begin, bare, language):
        if (i < subject and tokens.tags[i : i + 2] != ",P") or (
            tokens.tags[i] == "," and _NAMED.match(tokens.tags, i, stop)
        ):
            continue
        if len(found) < _MOST and not _inside(tokens, i, stop, i < bare, language):
            found.append(i)
    return [*found, stop]


def _subject_end(tokens: Tokens, clause: Clause, language: Language) -> int:
    """Before which token ``clause`` cannot end, since its subject waits for a verb.

    "said | the heat and the wind would last", whose cue has no other object; "noted that Lee, the mayor, | had left".
    """
    tags, first = tokens.tags, clause.first
    if clause.predicate.group not in _CLAUSAL or clause.position != "after" or tags[first] in "tQI":
        return first
    verb = _FINITE.search(tags, first, clause.stop)
    if verb is None:
        return first
    if tags[first - 1] == "V" and _SUBJECT.match(tags, first) and tokens.lower[first - 1] in language.words["sayers"]:
        quoted = tags.find("Q", first, verb.start())
        return quoted if quoted >= 0 else verb.start()
    comma = tags.find(",", first, verb.start())
    aside = _ASIDE.match(tags, comma, clause.stop) if comma >= 0 else None
    return aside.end() if aside else first


def _condition(tokens: Tokens, clause: Clause, language: Language) -> int:
    """Where a clause may first break: not in the condition or the frame that opens it, "that if it rains, | it will
    leak", "that among the rowers, | many were ill"."""
    first, tags = clause.first, tokens.tags
    opens = first + (tags[first : first + 2] == "SS")
    if clause.predicate.group == "ask":
        return first + 1
    comma = tags.find(",", opens, clause.stop)
    turned = tags[first : first + 2] == "SX"  # "that had it rained, | it would leak"
    framed = turned or tokens.lower[opens] in language.words["conditions"] or _is_frame(tokens, first, comma, language)
    return comma + 2 if comma >= 0 and framed else first + 1


def _is_frame(tokens: Tokens, first: int, comma: int, language: Language) -> bool:
    """ "that | by shutting the gate that leaked", "that | in May": a preposition behind "that", and no verb up to the
    ``comma`` but in a relative clause."""
    tags = tokens.tags
    if tags[first : first + 2] != "SI" or tokens.lower[first] not in language.words["that"]:
        return False
    verb = _FINITE.search(tags, first, comma)
    return verb is None or not _RELATES.isdisjoint(tags[first + 2 : verb.start()])


def _places(extraction: Extraction, clause: Clause, begin: int, bare: int, language: Language) -> list[int]:
    """The tokens from ``begin`` on at which ``clause``, whose first verb is at ``bare``, may break off, in order."""
    tags = extraction.tokens.tags
    stop = min(clause.stop, clause.first + _REACH)
    found = [i for i in range(begin, stop) if (tags[i] in _BREAKS or tags[i - 1] == "Q") and _is_break(extraction, i)]
    if model_for("end", language) == "end":  # the weights that languages share have seen no others
        return found
    told = clause.predicate.group in _CLAUSAL
    adverbs, verbs = list[int](), list[int]()
    if not told:
        adverbs = [i for i in range(begin, min(bare, stop)) if tags[i] == "M" and tags[i - 1] in _BEFORE_ADVERB]
    if _is_in_subject(extraction, clause, language):
        verb = _FINITE.search(tags, begin, stop) if told else None
        verbs = [i for i in range(verb.end() if verb else begin, stop) if _is_main(tags, i, stop)]
    return sorted({*found, *adverbs, *verbs}) if adverbs or verbs else found


def _is_break(extraction: Extraction, i: int) -> bool:
    """Whether a part of a clause may begin at token ``i``; behind marks, if a comma closes them: `"old," | still …`."""
    letter, before, at = extraction.tokens.tags[i], extraction.tokens.tags[i - 1], extraction.tokens.stretch_at
    if letter not in _BREAKS:
        return letter in _BEHIND_QUOTE and extraction.text[extraction.stretches[at[i - 1]].end - 1] == ","
    if letter in _PAUSES or before in _PAUSES:
        return before not in _PAUSES
    return before not in "IYD" if letter == "Y" else before != "C"


def _is_main(tags: str, i: int, stop: int) -> bool:
    """Whether token ``i`` is a verb, or an adverb right before one, behind a noun; or an auxiliary behind a verb."""
    if tags[i] == "X" and tags[i - 1] in "Vv":
        return True
    verb = i + (tags[i] == "M")
    return verb < stop and tags[verb] in _VERBS and tags[i - 1] in _BEFORE_VERB


def _is_in_subject(extraction: Extraction, clause: Clause, language: Language) -> bool:
    """ "Rowers who blamed Lee | left", "Groups backing Lee | paid", "Attacks on Lee | failed": may a verb follow
    in whose subject the cue stands?"""
    tags, predicate = extraction.tokens.tags, clause.predicate
    if clause.position != "after":
        return False
    if predicate.group == "noun":
        return True
    i = predicate.verb - 1
    if predicate.participle:
        return tags[i] in "aRN"
    while i > 0 and tags[i] in "XM":
        i -= 1
    return language.pronouns.get(extraction.tokens.lower[i]) == "w" and tags[i - 1] != ","


def _behind(tags: str, clause: Clause) -> int:
    """The second token after the cue that stands in the middle of ``clause``."""
    comma = tags.find(",", max(clause.predicate.verb, clause.first), clause.stop)
    return comma + 2 if comma >= 0 else clause.stop


def end_features(
    extraction: Extraction, clause: Clause, found: list[int], language: Language
) -> list[tuple[Group, ...]]:
    """What speaks for and against each of the ends ``found``."""
    tags, first, last = extraction.tokens.tags, clause.first, clause.stop
    model, cue = model_for("end", language), clause.predicate.group
    form, opening, two, under = _shared(extraction, clause, language)
    finite, quote = [i for i in range(first, last) if tags[i] in _IS_FINITE], tags.find("Q", first, last)
    b, count = extraction.tokens.sentences[clause.sentence][1], len(found) - 1
    out: list[tuple[Group, ...]] = []
    inside = 0  # finite verbs before the end at hand
    for k, i in enumerate(found):
        while inside < len(finite) and finite[inside] < i:
            inside += 1
        verb, more = "f" if inside else "n", inside < len(finite)
        at, word = ("$", "") if i == last else (tags[i : i + 3], _word(extraction.tokens, i, language))
        sign, pair = at[0], at[:2]
        near = more and finite[inside] < i + _OPENING
        whole = "c" if near and _CLAUSE.match(tags, i, min(i + _OPENING, last)) else ""
        if not whole and sign == "," and tags.find("C", i, last) > i and _LIST.match(tags, i, last):
            whole = "l"
        quoted = "Q" if tags[i - 1] == "Q" else "q" if 0 <= quote < i else ""
        commas = min(tags.count(",", first, i), 2)
        out.append(
            (
                _place[model, at, opening, verb],
                _goes_on[model, sign, word, verb, cue, tags[i - 1]],
                _under[model, pair, whole, verb, under],
                _cue[model, sign, verb, more, cue, form, opening, two],
                _size[model, _sort(i - first), _sort(last - i), sign, opening, verb],
                _marks[model, pair, quoted, commas, verb],
                _order[model, sign, verb, _sort(b - i), min(k, _NTH), min(count - k, _NTH)],
                _joints[
                    model,
                    sign,
                    verb,
                    _sort(i - tags.rfind(",", first, i)) if commas else -1,
                    tags.find("S", first, i) >= 0,
                    tags.find("W", first, i) >= 0,
                ],
            )
        )
    return out


def _shared(extraction: Extraction, clause: Clause, language: Language) -> tuple[str, str, str, str]:
    """What all ends of one clause share: the form of its cue, the class of the word and the classes of the two words
    that it begins with, and whether the cue stands in a part of a sentence that another part follows ("While Lee says
    …", "Lee, who says …")."""
    tokens, predicate, first = extraction.tokens, clause.predicate, clause.first
    tags, verb, a = tokens.tags, predicate.verb, tokens.sentences[clause.sentence][0]
    opening = tags[first]
    if opening == "S" and tokens.lower[first] in language.words["that"]:
        opening = "s"
    elif opening in "DaENRT#OYvM":
        opening = "n"
    form = "ing" if predicate.participle else "inv" if predicate.inverted else "fin"
    under = f"{tags[a] if tags[a] in 'SI' and verb > a else ''}{_joined(extraction, clause)}"
    return form, opening, tags[first : first + 2], under


def _joined(extraction: Extraction, clause: Clause) -> str:
    """The class of the word that joins the cue and its subject to what stands before: "after Lee said", "who said"."""
    tags, predicate = extraction.tokens.tags, clause.predicate
    i = predicate.verb - 1
    subject = extraction.mentions[predicate.subject] if predicate.subject >= 0 else None
    if subject and subject.last < predicate.verb and not tags[subject.last + 1 : predicate.verb].strip("XM"):
        i = subject.first - 1
    while i > 0 and tags[i] in "XMDat":
        i -= 1
    return tags[i] if i > 0 and tags[i] in "SWIC" else ""


def _word(tokens: Tokens, i: int, language: Language) -> str:
    """The word that says how the sentence goes on at token ``i``, else its class; "ing" for any participle."""
    at = i if tokens.tags[i] in "CSWI" else i + 1
    letter, word = tokens.tags[at], tokens.lower[at]
    if letter in _SPOKEN:
        return word
    return "ing" if letter in "ag" and word.endswith(tuple(language.words["participle_endings"])) else letter


def _inside(tokens: Tokens, i: int, stop: int, bare: bool, language: Language) -> bool:
    """No break: a hyphen in a word, "and" between two words, a preposition unlike "after" or "despite".

    As long as words are ``bare`` of a verb, any preposition and any time may close them: "Lee | at a rally on Monday".
    """
    tag = tokens.tags[i]
    if tag == "Y":
        return not (bare and language.words["venue_prepositions"] and tokens.words[i][0].isupper())
    if tag == "I":
        word = tokens.lower[i]
        return word not in language.words["closing_prepositions"] and not (
            bare and word in language.words["venue_prepositions"]
        )
    if tag == "C":
        return i + 2 >= stop or not _VERB.search(tokens.tags, i + 1, stop)
    return tag == "-" and tokens.joins(i)


def _trimmed(tags: str, first: int, stop: int) -> int:
    while stop > first + 1 and (tags[stop - 1] in _LOOSE or (tags[stop - 1] == ")" and "(" not in tags[first:stop])):
        stop -= 1
    return stop


def _sort(size: int) -> int:
    return _SORTS[min(size, _SIZES[-1])]


def _spell_place(at: str, opening: str, verbs: str) -> Names:
    return (
        f"at:{at}",
        f"at:{at[:2]}:{opening}:{verbs}",
        f"at:{at}:{opening}:{verbs}",
    )


_place: Final = Groups(_spell_place)


def _spell_goes_on(at: str, word: str, verbs: str, cue: str, before: str) -> Names:
    return (
        f"word:{at}:{word}",
        f"word:{at}:{word}:{verbs}",
        f"word:{at}:{word}:{cue}",
        f"before:{before}:{at}:{word[:1]}",
    )


_goes_on: Final = Groups(_spell_goes_on)


def _spell_under(at: str, whole: str, verbs: str, under: str) -> Names:
    return (
        f"clause:{whole}:{at}:{verbs}",
        f"clause:{whole}:{at[0]}:{verbs}:{under}",
        f"under:{under}:{at[0]}:{verbs}",
    )


_under: Final = Groups(_spell_under)


def _spell_cue(at: str, verb: str, more: bool, cue: str, form: str, opening: str, two: str) -> Names:
    return (
        f"verbs:{verb}{'+' if more else '-'}:{at}:{opening}",
        f"cue:{cue}:{form}:{at}:{verb}:{opening}",
        f"two:{two}:{at}:{verb}",
    )


_cue: Final = Groups(_spell_cue)


def _spell_size(inside: int, left: int, at: str, opening: str, verbs: str) -> Names:
    return f"size:{inside}:{at}", f"size:{inside}:{opening}:{verbs}", f"left:{left}:{at}"


_size: Final = Groups(_spell_size)


def _spell_order(at: str, verbs: str, behind: int, before: int, after: int) -> Names:
    return f"behind:{behind}:{at}:{verbs}", f"order:{before}:{after}:{verbs}"


_order: Final = Groups(_spell_order)


def _spell_joints(at: str, verbs: str, comma: int, joined: bool, relates: bool) -> Names:
    return f"comma:{comma}:{at}:{verbs}", f"joined:{joined}:{relates}:{at}:{verbs}"


_joints: Final = Groups(_spell_joints)


def _spell_marks(at: str, quoted: str, commas: int, verbs: str) -> Names:
    return f"quoted:{quoted}:{at}", f"commas:{commas}:{at}:{verbs}"


_marks: Final = Groups(_spell_marks)
