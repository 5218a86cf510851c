"""Which stretches in marks are speech, and whose, one after the other in the order of the text."""

from typing import Final

from quotetrace.attribute import own
from quotetrace.attribute.candidate import Candidate
from quotetrace.attribute.candidates import candidates
from quotetrace.attribute.labels import is_label, short_in_headline
from quotetrace.attribute.place import Last, Place, place
from quotetrace.attribute.resolve import Resolver
from quotetrace.attribute.running import in_mood
from quotetrace.attribute.setting import Setting, is_heading
from quotetrace.attribute.speech import SPEECH, in_headline, is_aside, of_first_person, speech_features
from quotetrace.attribute.weights import model_for, names, shares, total
from quotetrace.lang import Language
from quotetrace.syntax import Extraction, Stretch

SPEECH_THRESHOLD: Final = {"speech": 0.3, "speech-en": 0.05}  # log-odds, by model: from which on a stretch is speech,
ADAPTED_THRESHOLD: Final = -0.4  # and where a language adds weights of its own
RUNS_ON: Final = 0.9  # how sure it is that a report in reported mood is of the one who told something before it
IN_HEADLINE: Final = 1.0  # the same for one or two words of a headline that nobody is said to have said
UNTOLD: Final = 0.5  # how sure it is that nobody is named as speaker of a turn that nothing is said of
IN_TURN: Final = 0.7  # what is left of the confidence that somebody goes on, where another may take the turn
_TURNS: Final = 3  # quotations, and paragraphs, in which two have spoken in turn
_ASKED_WITHIN: Final = 2  # paragraphs in which whom somebody asks has spoken
_NOBODY_ELSE: Final = 1.0  # how sure it is that nobody said it, where there is no other candidate
_UNLIKELY: Final = 0.01  # a mention less likely than that is not resolved


class Said:
    """A stretch that is speech, with the candidate that won."""

    __slots__ = ("candidate", "confidence", "where")

    def __init__(self, where: Place, candidate: Candidate, confidence: float) -> None:
        self.where: Final = where
        self.candidate: Final = candidate
        self.confidence: Final = confidence


def said(extraction: Extraction, resolver: Resolver, around: Setting, language: Language) -> list[Said]:
    """The stretches in marks that are speech, each with its likeliest speaker."""
    out: list[Said] = []
    last: Last | None = None
    tags = extraction.tokens.tags
    for sentence, (a, b) in enumerate(extraction.tokens.sentences):
        token = tags.find("Q", a, b)
        while token >= 0:
            where = place(extraction, token, sentence, language)
            found = candidates(extraction, where, last, resolver)
            if _answered(extraction, where, language):
                found = [candidate for candidate in found if candidate.mention < 0] or found
            best, confidence = winner(found, resolver, _own_scores(extraction, where, found, resolver, language))
            if len(found) == 1 and best.mention < 0 and where.stretch.unmarked:
                confidence = UNTOLD
            if out and _goes_on(out[-1].where):
                best, confidence = Candidate(out[-1].candidate.mention, None, (), carried=True), out[-1].confidence
            if _is_speech(extraction, where, best, confidence, language, around):
                if best.carried and out and _may_take_turn(out, where, resolver):
                    confidence *= IN_TURN
                out.append(Said(where, best, confidence))
                if best.mention >= 0 and not language.has("inscribed", extraction.mentions[best.mention].head):
                    resolver.hear(best.mention, where.inner)
                    last = said_last(best, where, last, resolver)
            token = tags.find("Q", token + 1, b)
    return out


def said_last(best: Candidate, where: Place, before: Last | None, resolver: Resolver) -> Last:
    """What the next quotation sees of the one at ``where``, which ``best`` has said; ``before``: what that one saw."""
    entity = resolver.resolve(best.mention).entity
    asked = _asked(best, entity, where, before)
    return Last(best.mention, entity, where.sentence, where.paragraph, where.whole, where.token, asked)


def _asked(best: Candidate, entity: int, where: Place, last: Last | None) -> int:
    """ "“It holds,” Lee said.", "“Is it old?” asked Roe.": the mention of Lee, of whom Roe asks it; else -1."""
    asks = best.cued and best.predicate is not None and best.predicate.group == "ask" and where.inner.endswith("?")
    near = last is not None and last.entity != entity and where.paragraph - last.paragraph <= _ASKED_WITHIN
    return last.mention if last is not None and asks and near else -1


def _may_take_turn(out: list[Said], where: Place, resolver: Resolver) -> bool:
    """ "“And why?” “Because.”", side by side; a paragraph in marks after a question, or after two in which two have
    spoken in turn."""
    before = out[-1].where
    if where.stretch.unmarked or before.stretch.continues:
        return False
    if where.paragraph == before.paragraph:
        return where.token == before.token + 1
    if where.position != "solo" or where.paragraph != before.paragraph + 1:
        return False
    if before.inner.endswith("?"):
        return True
    near = [said for said in out[-_TURNS:] if where.paragraph - said.where.paragraph < _TURNS]
    return len({resolver.resolve(i).entity for said in near if (i := said.candidate.mention) >= 0}) > 1


def _goes_on(before: Place) -> bool:
    """Whether the turn of a transcript at ``before`` goes on in the paragraph after it."""
    return before.stretch.unmarked and before.stretch.continues


def _answered(extraction: Extraction, where: Place, language: Language) -> bool:
    """What somebody only answers ("reacted to accusations that “…”") is said by nobody who is named."""
    lower, tags = extraction.tokens.lower, extraction.tokens.tags
    first = extraction.tokens.sentences[where.sentence][0]
    noun = where.token - 2
    if noun <= first or lower[noun + 1] not in language.words["that"]:
        return False
    k = noun - 1
    while k > first and tags[k] in "Da":
        k -= 1
    return lower[noun] in language.words["speech_nouns"] and lower[k] in language.words["answering"]


def _is_speech(
    extraction: Extraction,
    where: Place,
    best: Candidate,
    confidence: float,
    language: Language,
    around: Setting,
) -> bool:
    if where.stretch.unmarked or _is_part(where.stretch):
        return True
    labelled = best.predicate is not None and best.predicate.group == "colon"
    if in_headline(extraction, where) and (labelled or of_first_person(where, language)):
        return True
    if is_heading(extraction, where, best, around):
        return False
    if any(form(extraction, where, best, language) for form in SPEECH):
        return True
    if best.mention < 0 and confidence == _NOBODY_ELSE and is_aside(where) and where.token not in around.reported:
        return False
    groups = speech_features(extraction, where, best, confidence, language, around)
    chance, threshold = total(groups), SPEECH_THRESHOLD[model_for("speech", language)]
    if own.has_own("speech", language):
        chance += own.added(
            "speech", language, (*names(groups), *own.speech_features(extraction, where, best, language))
        )
        told = _follows_colon(where, best) or _opens_with_cue(extraction, where, best)
        threshold = chance if told else ADAPTED_THRESHOLD
    if short_in_headline(extraction, where, best):
        threshold = max(threshold, IN_HEADLINE)
    return chance >= threshold and not is_label(extraction, where, best, language)


def _is_part(stretch: Stretch) -> bool:
    """Whether the reporter speaks between the same marks: « Non, dit-elle. Demain. »"""
    opens, closes = stretch.outer_start < stretch.start, stretch.end < stretch.outer_end
    return opens != closes and not stretch.defects and not stretch.continues


def _follows_colon(where: Place, best: Candidate) -> bool:
    """ "Er sagte: ‚Gehen Sie weg‘": a sentence behind a verb of speech and a colon."""
    return where.whole and best.cued and best.reach.endswith("adj:")


def _opens_with_cue(extraction: Extraction, where: Place, best: Candidate) -> bool:
    """ "„Nee“, murmelt Lee": marks that open a sentence, and right behind them the cue and its subject."""
    opens = where.token == extraction.tokens.sentences[where.sentence][0]
    beside = best.predicate is not None and best.predicate.inverted and best.predicate.verb == where.stop
    return opens and beside and extraction.tokens.tags[where.stop - 1] == ","


def _own_scores(
    extraction: Extraction, where: Place, found: list[Candidate], resolver: Resolver, language: Language
) -> list[float] | None:
    """The scores of the candidates in a language that has weights of its own, else None."""
    if not own.has_own("speaker", language):
        return None
    reported = in_mood(extraction, where.sentence, language)
    features = (own.speaker_features(c, reported, extraction, resolver) for c in found)
    return [total(c.groups) + own.added("speaker", language, f) for c, f in zip(found, features, strict=True)]


def winner(found: list[Candidate], resolver: Resolver, scores: list[float] | None = None) -> tuple[Candidate, float]:
    """The likeliest speaker, with all mentions of one person taken together, and the likelihood.

    Of the mentions of the one that wins, the likeliest. ``scores``: of the candidates, where they are not their own.
    """
    likely = shares(scores or [total(candidate.groups) for candidate in found])
    together: dict[int, float] = {}
    who: list[int] = []
    for i, candidate in enumerate(found):
        mention, share = candidate.mention, likely[i]
        entity = resolver.resolve(mention).entity if mention >= 0 and share > _UNLIKELY else -1
        key = entity if entity >= 0 else -2 - mention  # below zero: nobody, or somebody without a name
        who.append(key)
        together[key] = together.get(key, 0.0) + share
    top, most = who[0], 0.0
    for key, share in together.items():
        if share > most:
            top, most = key, share
    best, highest = found[0], -1.0
    for i, key in enumerate(who):
        if key == top and likely[i] > highest:
            best, highest = found[i], likely[i]
    if resolver.language.does("subject_follows") and (best.carried or best.elsewhere):  # «…», añadió: the cue beside it
        best = next((c for c in found if c.mention == best.mention >= 0 and c.cued), best)
    if best.elsewhere and any(c.carried and c.mention == best.mention for c in found):
        best = Candidate(best.mention, best.predicate, best.groups, carried=True)
    return best, min(RUNS_ON if len(found) == 1 and best.carried else 1.0, most)
