"""Reports that run on in the mood of reported speech, without a word that says whose they are.

"Lee lehnte den Plan ab. Er sei zu teuer. Die Stadt habe „kein Geld“.": all of it is Lee's.
"""

from typing import Final, NamedTuple

from quotetrace.attribute.features import size
from quotetrace.attribute.place import Place
from quotetrace.attribute.weights import Group, Groups, Names, model_for
from quotetrace.lang import Language
from quotetrace.syntax import Clause, Extraction, Predicate, Tokens

_TELLING: Final = frozenset({"say", "tell", "ask", "judge", "promise", "source", "noun", "thought"})
_VERBS: Final = frozenset("vVXH")
_ASIDES: Final = 2  # sentences in another mood, behind which a report may still run on
_SHORT: Final = 4  # letters of no participle: "gut", "gern"
_REACH: Final = 12  # sentences that are looked back


class Running(NamedTuple):
    """The last one before a sentence who is said to have said something, with what speaks for that.

    ``alone``: nobody else can be meant, since the sentence opens in reported mood, in the paragraph of ``mention``.
    """

    mention: int
    group: Group
    alone: bool


def running(extraction: Extraction, where: Place, language: Language) -> Running | None:
    """Who told something last before the sentence of ``where``; only in languages that have a mood for reports."""
    if not language.words["moods"]:
        return None
    unbroken = True
    for s in range(where.sentence - 1, max(where.sentence - _REACH, 0) - 1, -1):
        teller = _telling(extraction, s)
        if teller is not None:
            here = in_mood(extraction, where.sentence, language)
            gap = min(where.paragraph - extraction.tokens.paragraph_of[s], 2)
            distance = size(where.sentence - s)
            found = _run[model_for("speaker", language), distance, gap, unbroken, here, where.shape]
            return Running(teller.subject, found, not gap and _runs_on(extraction, where.sentence, language))
        unbroken = unbroken and in_mood(extraction, s, language)
    return None


def free_reports(extraction: Extraction, language: Language) -> list[Clause]:
    """The runs of sentences in which a report goes on: in the mood of reported speech, and without a cue of their own.

    The predicate of each is the last verb of the paragraph that says who told something, if only a sentence or two
    stand between; without one a run is a report where its mood has no other meaning, and nobody's. Only in languages
    that have such a mood.
    """
    if not language.words["moods"]:
        return []
    tokens, found = extraction.tokens, list[Clause]()
    marked = False  # whether marks stand in the last run
    told, since = -1, 0  # the last sentence that tells something, and the sentences since then that do not run on
    for s, (a, b) in enumerate(tokens.sentences):
        apart = not s or tokens.paragraph_of[s] != tokens.paragraph_of[s - 1]
        if apart or since > _ASIDES:
            told = -1
        mood = _opening_mood(tokens, a, b, language)
        if _teller(extraction, s, mood) is not None:
            told, since = s, 0
            continue
        follows = bool(found) and not apart and found[-1].sentence == s - 1
        weak = mood >= 0 and tokens.lower[mood] in language.words["weak_moods"]
        if mood < 0 or (weak and told < 0 and not follows):
            since += 1
            continue
        teller = _teller(extraction, told, -1) if told >= 0 else None
        if tokens.lower[mood] in language.words["claims"]:  # who claims it is its subject
            teller = next((p for p in extraction.predicates[s] if p.verb == mood), None)
        run = _clause(tokens, s, teller or Predicate(mood, -1, "say"))
        before, marked = marked, "Q" in tokens.tags[a:b]
        goes_on = follows and not (before or marked or tokens.lower[mood] in language.words["claims"])
        found[-1:] = [_joined(found[-1], run)] if goes_on else [*found[-1:], run]
    return found


def _clause(tokens: Tokens, sentence: int, told: Predicate) -> Clause:
    """The whole of a sentence, less its closing mark."""
    first, stop = tokens.sentences[sentence]
    while stop > first + 1 and tokens.tags[stop - 1] in ".!|":
        stop -= 1
    return Clause(tokens.starts[first], tokens.end(stop - 1), first, stop, sentence, told, "free")


def _joined(one: Clause, following: Clause) -> Clause:
    """Two sentences in a row as one report, of the sentence that comes last."""
    return Clause(one.start, following.end, one.first, following.stop, following.sentence, one.predicate, "free")


def _runs_on(extraction: Extraction, sentence: int, language: Language) -> bool:
    """Whether a sentence opens in reported mood and says nothing of who tells that."""
    a, b = extraction.tokens.sentences[sentence]
    return _opening_mood(extraction.tokens, a, b, language) >= 0 and _telling(extraction, sentence) is None


def _opening_mood(tokens: Tokens, a: int, b: int, language: Language) -> int:
    """The verb of the first main clause, where it is in the mood of reported speech; -1: it is not.

    Behind a clause that opens the sentence it follows a comma: "Da es regnete, | sei der Damm gebrochen".
    """
    moods, under = language.words["moods"], tokens.tags[a] == "S"
    joined = False  # whether a word that opens a clause with its verb at the end stands before
    for i in range(a, b):
        joined = joined or tokens.tags[i] == "S"
        if tokens.lower[i] in moods and tokens.words[i][0].islower():
            last = joined and tokens.tags[i + 1] in ",.!;|"  # "Niemand ahnte, dass er bräche."
            if not (under and last):
                return -1 if last or _is_own(tokens, i, a, language) or _is_no_report(tokens, i, a, language) else i
        verbal = tokens.tags[i] in _VERBS and tokens.lower[i] not in language.words["negations"]
        if verbal and (not under or tokens.tags[i - 1] == ","):
            return i if _is_hearsay(tokens, i, b, language) else -1
    return -1


def _is_hearsay(tokens: Tokens, verb: int, b: int, language: Language) -> bool:
    """ "Der Damm soll gebrochen sein", "Lee will nichts gewusst haben": a claim about what is past."""
    lists, lower = language.words, tokens.lower
    if lower[verb] not in lists["hearsay"] and lower[verb] not in lists["claims"]:
        return False
    for k in range(verb + 2, b):
        if tokens.tags[k] in ":;QS":
            return False
        if lower[k] in lists["past_infinitives"]:
            return len(lower[k - 1]) > _SHORT and tokens.words[k - 1][0].islower() and tokens.tags[k - 1] in "avVH"
        if f"{lower[k - 1]} {lower[k]}" in lists["past_infinitives"]:
            return True
    return False


def _is_own(tokens: Tokens, verb: int, a: int, language: Language) -> bool:
    """ "Ich denke", "Ich zum Beispiel habe", "bei der ich helfen werde": the form of the first person, which looks the
    same."""
    k = verb - 1
    while k > a and tokens.tags[k] not in ",;:-":
        k -= 1
    return any(language.pronouns.get(word, "").endswith("1s") for word in tokens.lower[max(k, a) : verb + 2])


def _is_no_report(tokens: Tokens, verb: int, a: int, language: Language) -> bool:
    """ "Man denke an den Damm", "– komme bald", "Die Ansicht, der Damm sei alt, …": a wish, an order, or what only the
    noun before it tells."""
    lower, tags = tokens.lower, tokens.tags
    idioms = language.words["mood_idioms"]
    wished = f"{lower[verb - 1]} {lower[verb]}" in idioms or f"{lower[verb]} {lower[verb + 1]}" in idioms
    if wished or not tags[a:verb].strip("-("):
        return True
    comma = tags.find(",", a, verb)
    told = comma > a and language.has("speech_nouns", _noun_before(tokens, a, comma, language))
    return told and comma < verb - 1 and _VERBS.isdisjoint(tags[a:comma])


def _noun_before(tokens: Tokens, a: int, comma: int, language: Language) -> str:
    """The noun of the phrase that opens a sentence and ends at a comma: "Die | Ansicht | der Stadt, …"."""
    k = next((k for k in range(a, comma) if tokens.words[k][0].isupper() and tokens.tags[k] not in "DEI"), comma - 1)
    return tokens.lower[k]


def _teller(extraction: Extraction, sentence: int, mood: int) -> Predicate | None:
    """The last verb of the sentence that tells something, whoever does.

    In a sentence whose main verb is the ``mood`` of reported speech only one that stands outside: "…, sagte Lee".
    """
    tags = extraction.tokens.tags
    for p in reversed(extraction.predicates[sentence]):
        if not _tells(extraction, p):
            continue
        outside = p.group == "source" or (p.inverted and tags[p.verb - 1] in ",Q-")
        outside = outside or (p.subject >= 0 and p.group in ("say", "tell", "ask") and not p.participle)
        if mood < 0 or outside:
            return p
    return None


def _telling(extraction: Extraction, sentence: int) -> Predicate | None:
    """The last verb of the sentence that says who told something."""
    found = [p for p in extraction.predicates[sentence] if _tells(extraction, p) and p.subject >= 0]
    return found[-1] if found else None


def _tells(extraction: Extraction, predicate: Predicate) -> bool:
    """Whether a verb says that somebody told something; "zeigte sich erfreut" does, too."""
    shows = predicate.group == "show" and extraction.tokens.tags[predicate.verb + 1] == "O"
    return predicate.group in _TELLING or (shows and predicate.subject >= 0)


def in_mood(extraction: Extraction, sentence: int, language: Language) -> bool:
    """Whether a verb of the sentence is in the mood of reported speech: "Der Plan sei gut"."""
    lower, moods = extraction.tokens.lower, language.words["moods"]
    return any(lower[p.verb] in moods for p in extraction.predicates[sentence])


def _spell_run(distance: str, gap: int, unbroken: bool, here: bool, shape: str) -> Names:
    return (
        "run",
        f"run:{distance}:{unbroken}:{here}",
        f"run:p{gap}:{unbroken}:{here}",
        f"run:{shape}:{here}",
        f"run:{shape}:{unbroken}:{distance}",
    )


_run: Final = Groups(_spell_run, leads=True)
