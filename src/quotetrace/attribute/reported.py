"""Whether a clause is reported speech, told from the cue, its subject and the words that open the clause."""

from bisect import bisect_right
from itertools import groupby
from typing import Final

from quotetrace.attribute.ends import closed, closed_before
from quotetrace.attribute.own import added, has_own
from quotetrace.attribute.weights import Group, Groups, Names, model_for, names, total
from quotetrace.config import ExtractOptions
from quotetrace.lang import Language
from quotetrace.syntax import Clause, Extraction, Predicate, Tokens

# log-odds above which a clause is reported speech, by its weights
THRESHOLDS: Final = {"clause": -0.8, "clause-en": -0.9}
ADAPTED_THRESHOLD: Final = -0.6  # and where a language adds weights of its own
Scored = tuple[float, Clause]
# before a verb whose subject is not read, and not named: "asked about the wall, Lee …", "and have pledged to go"
_WHO_SAYS: Final = {"ask": "S|.C;:", "promise": "C;:", "judge": "C;:"}
_NOBODY: Final = "SQ:-"  # the same, where no subject can stand: "so says the law"
_TELLS: Final = frozenset({"say", "tell"})
_SPOKEN: Final = frozenset({"say", "tell", "ask"})
_FINITE: Final = frozenset("vXVH")
_LABELLED: Final = 1.0  # log-odds at least of a headline that a label closes
_VERBAL: Final = _FINITE | {"t"}
_TURNED: Final = 0.0  # log-odds at least of a report that an inverted cue closes, where inversion is common
_WHOLE: Final = 4  # tokens of such a report, at least: "Il entend, a-t-il dit, partir" goes on
_BESIDE: Final = "MYIDaNRTOPp#"  # when, where and to whom it was said
_DOUBT: Final = 1.0  # how much less sure, in log-odds, a report is that nobody makes: “claims that …”
_RELAYED: Final = 8  # tokens of a report up to its verb, where another closes the sentence


def reported_clauses(likely: list[Scored], extraction: Extraction, language: Language) -> list[Scored]:
    """Those of ``likely`` that are reports.

    No two share words: what is told inside a report ("Lee said that Venn had promised to go") is a part of it.
    """
    sentences = groupby(likely, key=lambda pair: pair[1].sentence)
    return [scored for _, here in sentences for scored in _alone(list(here), extraction, language)]


def likely_clauses(extraction: Extraction, found: list[Clause], language: Language) -> list[Scored]:
    """Those of ``found`` that are likely reported, each with the log-odds that it is."""
    adapted = has_own("clause", language)
    threshold = ADAPTED_THRESHOLD if adapted else THRESHOLDS[model_for("clause", language)]
    weighed = ((_log_odds(extraction, clause, language, adapted), clause) for clause in found)
    return [(score, clause) for score, clause in weighed if score > threshold]


def possible_clauses(extraction: Extraction, options: ExtractOptions, language: Language) -> list[Clause]:
    """The clauses that may be reported speech: said by somebody, to their likeliest ends; with ``options.thought``
    thoughts too."""
    thought = options.thought
    return [
        closed(extraction, clause, language)
        for clause in extraction.clauses
        if (thought or _is_said(extraction, clause, language)) and _has_source(extraction, clause, language)
    ]


def thoughts_around_marks(extraction: Extraction, language: Language) -> list[Clause]:
    """The clauses with marks in them that nobody said, to their likeliest ends: "hopes to “stay”"."""
    return [
        closed(extraction, clause, language)
        for clause in extraction.clauses
        if extraction.tokens.tags.find("Q", clause.first, clause.stop) >= 0
        and not _is_said(extraction, clause, language)
        and _has_source(extraction, clause, language)
    ]


def _log_odds(extraction: Extraction, clause: Clause, language: Language, adapted: bool) -> float:
    groups = clause_features(extraction, clause, language)
    if not adapted:
        if _is_labelled(extraction.tokens, clause):
            return max(total(groups), _LABELLED)
        told = _is_turned(clause, language) or _is_told(extraction.tokens, clause, language)
        told = told or _is_closed(extraction, clause)
        return max(total(groups), _TURNED) if told else total(groups)
    return total(groups) + added("clause", language, (*names(groups), *own_features(extraction, clause, language)))


def _is_closed(extraction: Extraction, clause: Clause) -> bool:
    """ "The gate must be shut by noon, the bill states.": a cue right behind its subject closes the sentence."""
    tags, predicate = extraction.tokens.tags, clause.predicate
    if clause.position != "before" or predicate.group not in _TELLS or predicate.subject < 0:
        return False
    beside = extraction.mentions[predicate.subject].last == predicate.verb - 1 and tags[clause.stop] == ","
    whole = clause.stop - clause.first >= _WHOLE and not _FINITE.isdisjoint(tags[clause.first : clause.stop])
    framed = tags[clause.first] in "ISg" or tags[clause.first : clause.first + 2] in ("MI", "MS")
    return beside and whole and tags[predicate.verb + 1] in ".|" and not framed


def _is_labelled(tokens: Tokens, clause: Clause) -> bool:
    """ "Clerk charged with theft of boats: police": a headline with a verb, and who says so behind its colon."""
    closed = clause.predicate.group == "colon" and clause.predicate.inverted
    whole = closed and clause.stop - clause.first >= _WHOLE
    return whole and not _VERBAL.isdisjoint(tokens.tags[clause.first : clause.stop])


def _is_turned(clause: Clause, language: Language) -> bool:
    """ "La décision tombera en juin, a annoncé le tribunal": an inverted cue closes what it reports, as it seldom does
    in the language that the common weights were learnt from."""
    predicate = clause.predicate
    told = predicate.group in _TELLS and predicate.inverted and predicate.subject >= 0
    whole = clause.position == "before" and clause.stop - clause.first >= _WHOLE
    return told and whole and language.does("subject_follows")


def _is_told(tokens: Tokens, clause: Clause, language: Language) -> bool:
    """ "Le maire a dit en juin | que le pont tiendra", "aseguró | no recordar nada", "ammette | di averci provato":
    right behind a verb of speech, or when and where, and no "did not say that …"."""
    verb, first, tags = clause.predicate.verb, clause.first, tokens.tags
    if clause.position != "after" or not language.does("subject_follows"):
        return False
    if clause.predicate.group not in _TELLS:  # "a suo dire, | la porta era aperta"
        owned = clause.predicate.group == "source" and clause.predicate.subject >= 0
        return owned and tokens.lower[verb] in language.words["report_nouns"]
    if tags[verb] != "V" or tags[verb + 1 : first].strip(_BESIDE) or _is_negated(tokens, verb, language):
        return False
    if tokens.lower[first] in language.words["that"]:
        return not _FINITE.isdisjoint(tags[first : clause.stop]) or clause.stop - first >= _WHOLE
    begin = first + (tags[first] == "I")
    while tags[begin] in "OMX" and tokens.lower[begin] not in language.words["infinitives"] and begin < clause.stop:
        begin += 1
    ends = tuple(sorted(language.words["infinitive_endings"]))
    return tokens.lower[begin] in language.words["infinitives"] or (
        bool(ends) and tags[begin] in "av" and tokens.lower[begin].endswith(ends) and clause.stop - first > 1
    )


def _is_negated(tokens: Tokens, verb: int, language: Language) -> bool:
    """ "n'a pas dit", "no dijo": a word of negation among those that stand with the verb."""
    k = verb
    while k > 0 and tokens.tags[k - 1] in "XMOP":
        k -= 1
    behind = verb + 1 + (tokens.tags[verb + 1] == "X")  # "ne dit pas", but "asegura | no recordar"
    return not language.words["negations"].isdisjoint(tokens.lower[k : behind if k < verb else verb])


def own_features(extraction: Extraction, clause: Clause, language: Language) -> tuple[str, ...]:
    """What only languages with weights of their own look at: the mood of the clause, and whether it has a verb."""
    tokens = extraction.tokens
    moods = language.words["moods"]
    mood = any(word in moods for word in tokens.lower[clause.first : clause.stop])
    finite = not _FINITE.isdisjoint(tokens.tags[clause.first : clause.stop])
    cue, position = clause.predicate.group, clause.position
    summed = clause.first < tokens.sentences[clause.sentence][0]  # "Das teilte die Stadt mit" behind it
    return (
        f"summed:{summed}",
        f"mood:{mood}:{position}",
        f"mood:{mood}:{finite}:{cue}",
        f"verb:{finite}:{position}:{cue}:{tokens.tags[clause.first]}",
        f"verb:{finite}:{_length(clause.stop - clause.first)}:{position}",
        f"comma:{tokens.tags[clause.first - 1] if clause.first else '^'}:{finite}:{position}",
    )


def _alone(here: list[Scored], extraction: Extraction, language: Language) -> list[Scored]:
    """Of the reports of one sentence those that no other takes the place of."""
    return here if len(here) == 1 else _apart(_without_relays(here, extraction), extraction, language)


def _without_relays(scored: list[Scored], extraction: Extraction) -> list[Scored]:
    """Less one of two reports, the later of which closes a sentence that is the other with its cue.

    A paper passes on what was said ("Lee said it rained, the Courier reported"); a person tells who said it.
    """
    out = set(range(len(scored)))
    for k, (_, outer) in enumerate(scored[1:], 1):
        inner = scored[k - 1][1]
        if _relays(outer, inner):
            out.discard(k if _is_body(extraction, outer.predicate.subject) else k - 1)
    return [scored[k] for k in sorted(out)]


def _relays(outer: Clause, inner: Clause) -> bool:
    """Whether what ``outer`` gives is a report: its cue near the start, its clause all the rest."""
    if outer.position != "before" or inner.predicate.group not in _TELLS or inner.stop != outer.stop:
        return False
    return outer.first <= inner.predicate.verb < outer.first + _RELAYED


def _is_body(extraction: Extraction, subject: int) -> bool:
    """An organisation or a name with an article: "the Courier"."""
    if subject < 0:
        return False
    mention = extraction.mentions[subject]
    return mention.gender == "n" or (mention.kind == "name" and extraction.tokens.tags[mention.first - 1] == "D")


def _apart(scored: list[Scored], extraction: Extraction, language: Language) -> list[Scored]:
    """Those of one sentence that share no words, in order: of two that do, the surer one, and the first of equals.

    Of two cues with the same words the last: "denied claims that …" tells what was claimed. The cue behind a clause is
    no part of another. One that holds the cue of a surer one ends before it, where its sentence lets it: "denied that
    it had rained, as Venn vowed to …".
    """
    stops: list[int] = []  # of the clauses in ``kept``, in the order of the text
    kept: list[Scored] = []
    nearest = {(clause.first, clause.stop): (score, clause) for score, clause in scored}
    for score, clause in sorted(nearest.values(), key=lambda pair: _DOUBT * (pair[1].predicate.subject < 0) - pair[0]):
        stop = max(clause.stop, clause.predicate.verb + 1) if clause.position == "before" else clause.stop
        place = bisect_right(stops, clause.first)
        if place < len(kept) and clause.first < kept[place][1].first < stop:
            verb = kept[place][1].predicate.verb
            clause = closed_before(extraction, clause, verb, language)
            stop = clause.stop if clause.stop <= verb else stop
        if place == len(kept) or kept[place][1].first >= stop:
            stops.insert(place, stop)
            kept.insert(place, (score, clause))
    return kept


def _is_said(extraction: Extraction, clause: Clause, language: Language) -> bool:
    """Speech, or what a document, a poll or a body found; no thought, and nothing that a person found or showed.

    "A study showing that …" reports; "a video showing divers" describes.
    """
    predicate = clause.predicate
    if _is_bare(extraction, clause, language) or _introduces(extraction, clause, language):
        return False
    if _is_unanswered(extraction.tokens, predicate, language):
        return False
    if predicate.group == "show":
        opening = extraction.tokens.lower[clause.first]
        if predicate.subject < 0 or (predicate.participle and opening not in language.words["that"]):
            return False
        who = extraction.mentions[predicate.subject]
        finds = opening in language.words["that"] and who.kind == "nominal" and who.head in language.words["finders"]
        return who.gender == "n" or finds
    return predicate.group != "thought"


def _is_unanswered(tokens: Tokens, predicate: Predicate, language: Language) -> bool:
    """ "did not immediately respond to a request for comment": nothing was said."""
    if not language.has("replies", tokens.lower[predicate.verb]):
        return False
    i = predicate.verb - 1
    while i > 0 and tokens.tags[i] == "M":
        i -= 1
    return tokens.lower[i] in language.words["negations"] or tokens.lower[i].endswith("n't")


def _is_bare(extraction: Extraction, clause: Clause, language: Language) -> bool:
    """ "rejects the claim", "replied to claims of …", "said little about it": names words that it does not give."""
    tokens, first, lists = extraction.tokens, clause.first, language.words
    company = clause.position == "after" and tokens.lower[first - 1] in lists["companions"]
    if company and not tokens.tags[first : clause.stop].strip("NT·"):  # "agreed with Ann Lee"
        return True
    begin = first + (tokens.lower[first] in lists["definites"] or tokens.lower[first] in lists["scoping_adverbs"])
    if begin < clause.stop and tokens.lower[begin] in lists["vague"]:
        return _FINITE.isdisjoint(tokens.tags[begin : clause.stop])
    if tokens.tags[first] == "t" and first + 1 < clause.stop and tokens.tags[first + 1] != "V":
        return tokens.lower[first + 1] in lists["speech_nouns"]
    return begin > first and clause.stop - first == 2 and tokens.lower[begin] in lists["speech_nouns"]


def _introduces(extraction: Extraction, clause: Clause, language: Language) -> bool:
    """ "explained it this way: “…”", "asked the crowd, “…”": how or whom, and then a whole sentence in marks."""
    tokens, first, last = extraction.tokens, clause.first, clause.stop - 1
    tags = tokens.tags
    if language.does("verb_second") or tags[last] != "Q" or tags[last - 1] not in ",:" or tags[first] in "QSGgtW":
        return False
    if clause.position != "after" or not _FINITE.isdisjoint(tags[first:last]):
        return False
    if tags[last - 1] == "," and clause.predicate.group not in _SPOKEN:
        return False
    if (
        "Q" in tags[first:last]
        or tags[last - 2] in "IG"
        or tokens.lower[first - 1] in language.words["content_prepositions"]
    ):
        return False
    stretch = extraction.stretches[tokens.stretch_at[last]]
    inner = extraction.text[stretch.start : stretch.end]
    return inner[0].isupper() and inner[-1] in ".!?,…" and " " in inner


def _has_source(extraction: Extraction, clause: Clause, language: Language) -> bool:
    """A subject, or a form of words that needs none: "according to one index", "a claim that", "47% say", "asked"."""
    predicate, tags = clause.predicate, extraction.tokens.tags
    if predicate.subject >= 0 or predicate.group == "source" or tags[clause.first] == "S":
        return True
    if clause.position != "after":
        return False
    noted = (
        predicate.group == "noun" or tags[predicate.verb] == "V"
    )  # "trotz der Warnung, …", "Lee wurde vorgeworfen, …"
    if noted and language.does("verb_second") and tags[clause.first - 1] == ",":
        return True
    if tags[predicate.verb] != "V":
        return False
    i = predicate.verb - 1
    while i > 0 and tags[i] in "XM":
        i -= 1
    if predicate.group in _TELLS:
        return tags[i] not in _NOBODY
    return tags[i] in _WHO_SAYS.get(predicate.group, "")


def clause_features(extraction: Extraction, clause: Clause, language: Language) -> tuple[Group, ...]:
    """What speaks for and against: cue, form of the verb, subject, opening, length."""
    tokens, predicate, position = extraction.tokens, clause.predicate, clause.position
    tags, verb, cue = tokens.tags, predicate.verb, predicate.group
    a, b = tokens.sentences[clause.sentence]
    begin = _begin(extraction, clause, language)
    first, opening = tokens.lower[begin], tags[begin]
    if opening == "S" and first in language.words["that"]:
        opening = first
    inner = tags[clause.first : clause.stop]
    finite = not _FINITE.isdisjoint(inner)
    subject = extraction.mentions[predicate.subject] if predicate.subject >= 0 else None
    who = "none" if subject is None else subject.kind if subject.kind != "pronoun" else subject.pronoun
    near = subject is not None and 0 < verb - subject.last < 3
    form = "inv" if predicate.inverted else "ing" if predicate.participle else "fin"
    before = tags[verb - 1] if verb > a else "^"
    if before == "t" and verb > a + 1:
        before = f"t{tags[verb - 2]}"
    elif is_passive(tokens, predicate, language):
        before = "be"
    after = "," if position == "around" else tags[verb + 1] if verb + 1 < b else "$"
    organisation = subject is not None and subject.gender == "n"
    quoted, quoted_before = "Q" in inner, tags.find("Q", a, clause.first) >= 0
    model = model_for("clause", language)
    return (
        _cue[model, tokens.lower[verb], opening, finite],
        _frame[model, cue, position, opening, finite, quoted_before],
        _subject[model, who, cue, near, form, organisation],
        _beside[model, before, after, form, cue, position],
        _inside[model, _length(clause.stop - clause.first), finite, quoted, cue],
        _opening[model, f"{first}:{cue}" if opening in "It" else opening],
        _sentence[model, tags[a], _length(verb - a), position],
    )


def is_passive(tokens: Tokens, predicate: Predicate, language: Language) -> bool:
    """ "was told", "has been asked": the subject does not speak."""
    i = predicate.verb - 1
    while i > 0 and tokens.tags[i] == "M":
        i -= 1
    return tokens.tags[predicate.verb] in "VH" and tokens.lower[i] in language.words["passives"]


def _begin(extraction: Extraction, clause: Clause, language: Language) -> int:
    """The first token of the clause, or of the preposition that links it to its cue: "called for …"."""
    tokens, begin, linking = extraction.tokens, clause.first, language.words["content_prepositions"]
    while clause.position == "after" and begin - 1 > clause.predicate.verb:
        if tokens.tags[begin - 1] not in "It" or tokens.lower[begin - 1] not in linking:
            break
        begin -= 1
    return begin


def _length(size: int) -> str:
    return "2" if size < 3 else "4" if size < 5 else "8" if size < 9 else "16" if size < 20 else "big"


def _spell_cue(word: str, opening: str, finite: bool) -> Names:
    known = ("bias", f"cue:{word}", f"cue:{word}:{opening}")
    return known if opening == "t" else (*known, f"cue:{word}:{finite}")


_cue: Final = Groups(_spell_cue)


def _spell_frame(cue: str, position: str, opening: str, finite: bool, quoted_before: bool) -> Names:
    return (
        f"{cue}:{position}",
        f"{position}:{opening}:{finite}",
        f"{cue}:{position}:{opening}:{finite}",
        f"quotes:{quoted_before}:{position}:{opening}",
    )


_frame: Final = Groups(_spell_frame)


def _spell_subject(who: str, cue: str, near: bool, form: str, organisation: bool) -> Names:
    return f"who:{who}:{cue}", f"who:{who}:{near}:{form}", f"in:{organisation}:{cue}"


_subject: Final = Groups(_spell_subject)


def _spell_beside(before: str, after: str, form: str, cue: str, position: str) -> Names:
    return (
        f"before:{before}:{form}",
        f"before:{before}:{cue}",
        f"after:{after}:{position}",
        f"after:{after}:{cue}",
    )


_beside: Final = Groups(_spell_beside)


def _spell_inside(length: str, finite: bool, quoted: bool, cue: str) -> Names:
    return f"length:{length}:{finite}", f"quoted:{quoted}:{cue}"


_inside: Final = Groups(_spell_inside)


def _spell_opening(what: str) -> Names:
    return (f"first:{what}",)


_opening: Final = Groups(_spell_opening)


def _spell_sentence(opening: str, before: str, position: str) -> Names:
    return f"sentence:{opening}:{before == '2'}:{position}", f"before:{before}:{position}"


_sentence: Final = Groups(_spell_sentence)
