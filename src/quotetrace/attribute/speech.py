"""Whether a stretch in marks is speech, or only a title, a nickname, a term or irony."""

from typing import Final

from quotetrace.attribute.candidate import Candidate
from quotetrace.attribute.place import Place
from quotetrace.attribute.setting import Setting, setting_features
from quotetrace.attribute.weights import Group, Groups, Names, model_for
from quotetrace.lang import Language
from quotetrace.syntax import Extraction

_LIST: Final = 24  # tokens of "“…” and “…”" that are read back to what they are
_FEW: Final = 3  # words of a term
_COUNTED: Final = 8  # words, from which on there are "many"


def speech_features(
    extraction: Extraction,
    where: Place,
    best: Candidate,
    confidence: float,
    language: Language,
    around: Setting,
) -> tuple[Group, ...]:
    """What speaks for and against speech: the words inside, the words around, and how sure the speaker is."""
    tokens = extraction.tokens
    words, case = where.inner.split(None, _COUNTED), where.case
    a, b = tokens.sentences[where.sentence]
    before = tokens.tags[where.token - 1] if where.token > a else "^"
    after = tokens.tags[where.stop] if where.stop < b else "$"
    length = "1" if len(words) == 1 else "2" if len(words) < 4 else "4" if len(words) < 8 else "8"
    count = str(len(words)) if len(words) < 5 else length
    closing = where.closing if not where.closing.isalnum() else "a"
    paragraph = min(where.paragraph, 1)
    cue, model = _predicate(best), model_for("speech", language)
    cues = sum(p.group not in ("other", "thought") for p in extraction.predicates[where.sentence])
    groups = (
        _inside[model, count, length, case, where.position, closing, paragraph],
        _beside[model, before, after, case, length],
        _said_by[model, cue, best.reach if best.predicate else cue, length, case, int(confidence * 5), paragraph],
        _around[model, min(cues, 2), min(tokens.tags.count("Q", a, b), 3), length, _first(words[0], language)],
        _hints[
            model,
            _looks(extraction, where, before, after, case, len(words))
            + _introduced(extraction, where, before, length, language)
            + tuple([f"defect:{d}" for d in where.stretch.defects]),
        ],
    )
    return groups + setting_features(model, extraction, where, length, around)


def in_headline(extraction: Extraction, where: Place) -> bool:
    """Whether the stretch stands in the headline that the text begins with."""
    headline = extraction.article.headline
    return headline is not None and extraction.tokens.starts[where.token] < headline.end


def of_first_person(where: Place, language: Language) -> bool:
    """ "I heard the river", "We are not afraid": only somebody who speaks says so."""
    return where.words > 3 and language.pronouns.get(where.inner.split(maxsplit=1)[0].lower(), "")[1:2] == "1"


def is_cried(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """Chants of "Lower it!" and "Now!": what many shouted."""
    tokens, token = extraction.tokens, where.token - 1
    stop = max(tokens.sentences[where.sentence][0], token - _LIST)
    while token > stop and tokens.tags[token] in "C," and tokens.tags[token - 1 : token] in ("Q", ","):
        token -= 1 if tokens.tags[token - 1] == "," else 2
    return token > stop and tokens.tags[token] == "I" and language.has("cries", tokens.lower[token - 1])


def is_inscribed(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """A poster which read "Rowers for Lee": what is written on a thing."""
    predicate = best.predicate
    if best.mention < 0 or predicate is None or predicate.group != "say" or predicate.verb != where.token - 1:
        return False
    return language.has("inscribed", extraction.mentions[best.mention].head)


def is_held(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """Viewed by many as “odd”: what somebody takes a thing for."""
    lower = extraction.tokens.lower
    if best.mention < 0 or best.predicate is None or not language.has("naming_links", lower[where.token - 1]):
        return False
    mention = extraction.mentions[best.mention]
    return mention.last == where.token - 2 and language.has("bylines", lower[mention.first - 1])


SPEECH: Final = (is_cried, is_inscribed, is_held)  # forms of a sentence that need no weighing


def is_aside(where: Place) -> bool:
    """The “help point” at the gate: a few words in small letters."""
    return where.words <= _FEW and where.case == "lower"


def _looks(extraction: Extraction, where: Place, before: str, after: str, case: str, words: int) -> tuple[str, ...]:
    """Names and titles that show by their place and case."""
    tags = extraction.tokens.tags
    _, b = extraction.tokens.sentences[where.sentence]
    found: tuple[str, ...] = ()
    if before in "N·" and after == "N" and words < 3:
        found += ("nickname",)
    if case != "title":
        return found
    if where.position == "solo" and before + after in ("^$", "^.") and tags[b : b + 1] in "|.":
        found += ("subhead",)
    if before == "e":
        found += (f"title of a work:{where.position}", f"title of a work:{after}")
    return found


def _introduced(extraction: Extraction, where: Place, before: str, length: str, language: Language) -> tuple[str, ...]:
    """The word before, with an article between or without: "the film", "titled"."""
    lower, intros = extraction.tokens.lower, language.words["title_intros"]
    a, _ = extraction.tokens.sentences[where.sentence]
    previous = lower[where.token - 1] if where.token > a else "^"
    behind_article = before == "D" and where.token > a + 1 and lower[where.token - 2] in intros
    if previous in intros or behind_article:
        return ("intro", f"intro:{length}")
    return (f"word:{previous}",) if before in "IDS" else ()


def _spell_inside(count: str, length: str, case: str, position: str, closing: str, paragraph: int) -> Names:
    return (
        "bias",
        f"len{count}",
        f"case:{case}:{length}",
        f"{position}:{length}",
        f"end:{closing}",
        f"paragraph{paragraph}:{case}",
    )


_inside: Final = Groups(_spell_inside)


def _spell_beside(before: str, after: str, case: str, length: str) -> Names:
    return f"case:{case}:{before}", f"prev:{before}", f"next:{after}", f"next:{after}:{length}"


_beside: Final = Groups(_spell_beside)


def _spell_said_by(cue: str, reach: str, length: str, case: str, sure: int, paragraph: int) -> Names:
    near = cue if reach.endswith("adj") else "far"
    return (
        f"by:{cue}:{length}",
        f"by:{cue}:{case}",
        f"reach:{reach}",
        f"sure:{sure}:{cue}",
        f"paragraph{paragraph}:{length}:{near}",
    )


_said_by: Final = Groups(_spell_said_by)


def _spell_around(cues: int, quotes: int, length: str, first: str) -> Names:
    return f"cues{cues}:{length}", f"quotes{quotes}", f"first:{first}"


_around: Final = Groups(_spell_around)


def _spell_hints(found: Names) -> Names:
    return found


_hints: Final = Groups(_spell_hints)


def _predicate(best: Candidate) -> str:
    if best.predicate is not None:
        return best.predicate.group
    return "carry" if best.carried else "bare" if best.mention >= 0 else "none"


def _first(word: str, language: Language) -> str:
    letter = language.tags.get(word.lower(), "a")
    return letter if letter in "PDISCXEWV" else "a"
