"""The quotes of one article: what stands in marks, what stands in quotations, and what is reported without marks."""

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from math import exp
from operator import attrgetter
from typing import Final

from quotetrace.attribute.candidate import Candidate
from quotetrace.attribute.frozen import changer, maker
from quotetrace.attribute.led import is_led, up_to_cues
from quotetrace.attribute.names import entities
from quotetrace.attribute.reported import (
    Scored,
    is_passive,
    likely_clauses,
    possible_clauses,
    reported_clauses,
    thoughts_around_marks,
)
from quotetrace.attribute.resolve import Resolver
from quotetrace.attribute.running import free_reports
from quotetrace.attribute.setting import setting
from quotetrace.attribute.spoken import Said, said
from quotetrace.attribute.words import addressee, cue, name_with_companion, names_of_both, speaker_text
from quotetrace.config import ExtractOptions
from quotetrace.lang import Language, load
from quotetrace.models import Kind, Quote, Span, SpeakerBasis, quote_id
from quotetrace.syntax import Clause, Extraction, Predicate
from quotetrace.text import full_name

_LONG_ENOUGH: Final = re.compile(r"[Q.,!:;()|·e-]*[^Q.,!:;()|·e-][Q.,!:;()|·e-]*[^Q.,!:;()|·e-]|[Na]\Z")
CERTAIN: Final = 0.95  # from which on two parts of an utterance, each told by a cue, have two speakers
SURE: Final = 0.5  # a pronoun is given a name only when that is likelier than not
MOST_SURE: Final = 0.999  # of a speaker; rounding makes nobody certain
_NO_TIE: Final = 0.4999  # of a thousandth
BOTH: Final = 0.8  # how sure it is that "they" are the two of the sentence before
_RUNS_ON: Final = 1.0  # log-odds that a sentence in the mood of reported speech, behind a report, goes on with it
_TOLD: Final = frozenset({"say", "tell"})
_SUBJECT: Final = 0.9  # how often the subject of a cue is the speaker of its clause;
_NOBODY: Final = 0.5  # and that nobody is
_TELLING: Final = ("say", "tell", "ask", "source")
_made: Final = maker(Quote)
_changed: Final = changer(Quote)
_spanned: Final = maker(Span)
_place: Final = attrgetter("span.start", "span.end", "kind")
_BASIS: Final[dict[str, SpeakerBasis]] = {"name": "name", "pronoun": "pronoun", "nominal": "title"}


def attribute(extraction: Extraction, options: ExtractOptions) -> tuple[Quote, ...]:
    """The quotes of ``extraction``, in the order of their starts."""
    if not extraction.stretches and not options.indirect:
        return ()
    language = load(extraction.language)
    found, entity_of = entities(extraction, language)
    resolver = Resolver(extraction, found, entity_of, language)
    likely = likely_clauses(extraction, possible_clauses(extraction, options, language), language)
    spoken = _spoken(extraction, likely, resolver)
    reported = up_to_cues(extraction, spoken, reported_clauses(likely, extraction, language), language)
    free = free_reports(extraction, language)
    reported = _outside(reported, free) + [(_RUNS_ON, clause) for clause in free]
    quotes = _in_marks(extraction, spoken, reported, resolver)
    quotes += _nested(extraction, quotes, resolver)
    quotes += _indirect(extraction, spoken, reported, resolver)
    return tuple(sorted(quotes, key=_place))


def _spoken(extraction: Extraction, likely: list[Scored], resolver: Resolver) -> list[Said]:
    """The stretches in marks that are speech, in a text of which ``likely`` are the reports."""
    thoughts = likely_clauses(extraction, thoughts_around_marks(extraction, resolver.language), resolver.language)
    return said(extraction, resolver, setting(extraction, likely + thoughts), resolver.language)


def _outside(reported: list[Scored], free: list[Clause]) -> list[Scored]:
    """Less those inside a report that runs on: "Er habe erklärt, dass …" is a part of what somebody else tells."""
    firsts = [clause.first for clause in free]
    out = []
    for score, clause in reported:
        k = bisect_right(firsts, clause.first) - 1
        if k < 0 or clause.first >= free[k].stop:
            out.append((score, clause))
    return out


def _in_marks(extraction: Extraction, spoken: list[Said], reported: list[Scored], resolver: Resolver) -> list[Quote]:
    out: list[Quote] = []
    in_sentence: dict[int, list[Clause]] = {}
    for _, clause in reported:
        in_sentence.setdefault(clause.sentence, []).append(clause)
    cut = _cut(extraction, spoken)
    halves = cut | {index - 1 for index in cut}
    for index, item in enumerate(spoken):
        stretch = item.where.stretch
        reported_here = [] if index in halves else in_sentence.get(item.where.sentence, [])
        holding = _clause_around(extraction, item, reported_here)
        whole = stretch.unmarked or index in halves or (not holding and _is_sentence(extraction, item))
        kind: Kind = "direct" if whole else "mixed"
        start, end, defects = stretch.start, stretch.end, stretch.defects
        around = _span(holding.start, holding.end) if holding else None
        who, confidence = _teller(extraction, item, holding, resolver.language)
        out.append(_quote(extraction, start, end, kind, who, confidence, resolver, around, defects))
    return _one_voice(_joined(spoken, out, cut))


def _cut(extraction: Extraction, spoken: list[Said]) -> set[int]:
    """The quotations that go on with the sentence of the one before: "hold.", in "The gates," Lee said, "hold."."""
    return {index for index, (before, item) in enumerate(pairwise(spoken), 1) if _interrupted(extraction, before, item)}


def _interrupted(extraction: Extraction, before: Said, item: Said) -> bool:
    """Whether nothing but a cue, with a comma behind it, cuts one stretch of speech in two quotations."""
    first, second, predicate = before.where, item.where, before.candidate.predicate
    if first.sentence != second.sentence or predicate is None or predicate is not item.candidate.predicate:
        return False
    last = second.token - 1
    ends = extraction.tokens.tags[last] == "," or last == predicate.verb or extraction.tokens.words[last][-1] == "."
    opens = first.whole or (first.position == "init" and first.closing == ",")
    return opens and ends and first.token < predicate.verb < second.token


def _joined(spoken: list[Said], quotes: list[Quote], cut: set[int]) -> list[Quote]:
    """``quotes`` with one utterance for what is one stretch of speech; ``cut``: what `_cut` gives."""
    out = quotes[:1]
    last = 0  # of the quotations that run on from the one at hand, over paragraphs
    for index in range(1, len(quotes)):
        last = max(last, index)
        while spoken[last].where.stretch.continues and last + 1 < len(quotes):
            last += 1
        quote, before, item = quotes[index], spoken[index - 1], spoken[index]
        opens = item.where.paragraph > before.where.paragraph and not before.where.stretch.continues
        told = quotes[last] if opens else quote
        if (index in cut or _goes_on(before, item)) and not _contradicts(told, out[-1]):
            quote = _changed(quote, utterance=out[-1].utterance)
        out.append(quote)
    return out


def _contradicts(quote: Quote, before: Quote) -> bool:
    """Whether a cue of its own gives a quotation to another speaker than the one before it surely has."""
    told = quote.cue is not None and quote.speaker_basis != "carried"
    return told and min(quote.confidence, before.confidence) >= CERTAIN and quote.speaker != before.speaker


def _is_sentence(extraction: Extraction, item: Said) -> bool:
    """Whether the stretch reads like a sentence, its comma or full stop inside the marks or right behind them."""
    where = item.where
    if where.whole:
        return True
    text, behind = where.inner, extraction.tokens.tags[where.token + 1]
    opens = text[0].isupper() and where.position in ("init", "solo") and (where.closing in ".!?,…" or behind in ",.")
    if is_led(extraction, item):
        return True
    alone = extraction.tokens.tags.find("Q", where.token + 1, extraction.tokens.sentences[where.sentence][1]) < 0
    if where.words > 2 or (alone and _is_told(item)):
        return opens
    return opens and where.words == 2 and text.split()[0].lower() in load(extraction.language).pronouns  # "It holds,"


def _is_told(item: Said) -> bool:
    """ "“Never,” said Ann Lee": whether a verb of speech right behind the quotation says who spoke."""
    return item.candidate.carried or item.candidate.reach.startswith(("a:say:ad", "a:tell:ad", "a:ask:ad"))


def _one_voice(quotes: list[Quote]) -> list[Quote]:
    """One utterance has one speaker: where its parts were given several, that of the surest part."""
    surest: dict[str, Quote] = {}
    for quote in quotes:
        known = surest.get(quote.utterance)
        if known is None or quote.confidence > known.confidence:
            surest[quote.utterance] = quote
    return [_spoken_by(quote, surest[quote.utterance]) for quote in quotes]


def _spoken_by(quote: Quote, surest: Quote) -> Quote:
    if quote.speaker == surest.speaker:
        return quote
    return _changed(
        quote,
        speaker=surest.speaker,
        speaker_text=surest.speaker_text,
        speaker_basis="carried" if surest.speaker_text else "none",
        cue=None,
        confidence=surest.confidence,
    )


def _nested(extraction: Extraction, outer: list[Quote], known: Resolver) -> list[Quote]:
    """Quotations inside quotations, where the inner text says who spoke: `"She told me, 'No'," he said`."""
    out: list[Quote] = []
    language = load(extraction.language)
    around = {quote.span.start: quote for quote in outer}
    for index, inner in extraction.nested:
        start = extraction.stretches[index].start
        told = any(predicate.group in _TELLING for sentence in inner.predicates for predicate in sentence)
        if start not in around or not told:
            continue
        resolver = Resolver(inner, *entities(inner, language), language)
        turn = extraction.stretches[index].unmarked
        likely = likely_clauses(inner, possible_clauses(inner, ExtractOptions(), language), language)
        for item in _spoken(inner, likely, resolver):
            if not _spoken_inside(inner, item, turn):
                continue
            by_teller = inner.mentions[item.candidate.mention].role == "1"
            for quote in _in_marks(inner, [item], [], resolver):
                own = _changed(quote, speaker=around[start].speaker) if by_teller else quote
                out.append(_moved(own, around[start], start, known))
    return out


def _spoken_inside(inner: Extraction, item: Said, turn: bool) -> bool:
    """Whether a nested stretch reads like speech: a clause with a speech verb and somebody else, or "I said, ‘…’".

    In a ``turn`` of a transcript, whose words are in no marks, a part of a sentence will do.
    """
    predicate = item.candidate.predicate
    if predicate is None or predicate.group not in _TELLING or not (item.where.whole or turn):
        return False
    speaker = inner.mentions[item.candidate.mention] if item.candidate.mention >= 0 else None
    if speaker is None or item.confidence < SURE:
        return False
    return speaker.kind != "pronoun" or speaker.role == "3" or (speaker.role == "1" and speaker.number == "s")


def _moved(own: Quote, outer: Quote, by: int, known: Resolver) -> Quote:
    """A nested quote in the offsets of its article, its speaker in the fullest form that the article has."""
    span = Span(own.span.start + by, own.span.end + by)
    identity = quote_id(own.article, own.field, span.start, span.end, own.kind)
    speaker = own.speaker and (full_name(own.speaker, [who.name for who in known.entities]) or own.speaker)
    return _changed(own, id=identity, utterance=identity, span=span, speaker=speaker, in_headline=outer.in_headline)


def _teller(extraction: Extraction, item: Said, clause: Clause | None, language: Language) -> tuple[Candidate, float]:
    """Who said it, and how likely: where nobody is likelier, the subject of the verb whose ``clause`` has the stretch,
    as in "Lee said that he had reached the view that “it leaks”"."""
    if item.candidate.mention < 0 and clause is not None and clause.predicate.group in _TOLD:
        subject = _speaker_of(extraction, clause.predicate, language)
        if subject >= 0 and extraction.mentions[subject].last < clause.first:
            return Candidate(subject, clause.predicate, ()), _SUBJECT
    return item.candidate, item.confidence


def _clause_around(extraction: Extraction, item: Said, reported: list[Clause]) -> Clause | None:
    """The smallest reported clause that holds the stretch and words of the reporter's beside it."""
    token = item.where.token
    around = [c for c in reported if c.first <= token < c.stop and _has_words(extraction, c)]
    if not around:
        return None
    return min(around, key=lambda c: (c.stop - c.first, c.first))


def _has_words(extraction: Extraction, clause: Clause) -> bool:
    return extraction.tokens.tags[clause.first : clause.stop].strip("Q.,!-:;()|") != ""


def _goes_on(before: Said, item: Said) -> bool:
    """Whether a quotation of the next sentence is one stretch of speech with the one before."""
    if before.where.stretch.continues:
        return True
    if item.where.sentence - before.where.sentence != 1:
        return False
    carried = item.candidate.carried and before.candidate.mention < 0
    same_speaker = carried or item.candidate.mention == before.candidate.mention
    return same_speaker and item.where.position == "solo" and before.where.position in ("solo", "init")


def _indirect(extraction: Extraction, spoken: list[Said], reported: list[Scored], resolver: Resolver) -> list[Quote]:
    """The reported clauses in which no stretch of speech stands."""
    tokens = [item.where.token for item in spoken]
    out: dict[tuple[int, int], Quote] = {}
    for score, clause in reported:
        spoken_in = bisect_left(tokens, clause.first) < bisect_left(tokens, clause.stop)
        if spoken_in or not _is_long_enough(extraction, clause):
            continue
        free = clause.position == "free"
        speaker = _speaker_of(extraction, clause.predicate, resolver.language)
        candidate = Candidate(speaker, None if free else clause.predicate, (), carried=free)
        chance = (_SUBJECT if candidate.mention >= 0 else _NOBODY) / (1 + exp(-score))
        start, end = clause.start, clause.end
        out[start, end] = _quote(extraction, start, end, "indirect", candidate, chance, resolver)
    return list(out.values())


def _is_long_enough(extraction: Extraction, clause: Clause) -> bool:
    """Two words or a name, and not signs alone."""
    tokens = extraction.tokens
    if not _LONG_ENOUGH.match(tokens.tags, clause.first, clause.stop):
        return False
    return any(word[0].isalnum() for word in tokens.words[clause.first : clause.stop])


def _speaker_of(extraction: Extraction, predicate: Predicate, language: Language) -> int:
    """The subject of a cue; nobody where it is in the passive and names no agent: "Lee was told that …"."""
    passive = not predicate.inverted and is_passive(extraction.tokens, predicate, language)
    return -1 if passive else predicate.subject


def _quote(
    extraction: Extraction,
    start: int,
    end: int,
    kind: Kind,
    candidate: Candidate,
    confidence: float,
    resolver: Resolver,
    clause: Span | None = None,
    defects: tuple[str, ...] = (),
) -> Quote:
    """The quote from ``start`` to ``end``, an utterance of its own."""
    article, span = extraction.article, _span(start, end)
    index = resolver.described(candidate.mention) if candidate.mention >= 0 else -1
    mention = extraction.mentions[index] if index >= 0 else None
    speaker, confidence = _speaker(extraction, index, confidence, resolver)
    basis: SpeakerBasis = "none" if mention is None else "carried" if candidate.carried else _BASIS[mention.kind]
    identity = quote_id(article.id, extraction.field, start, end, kind)
    headline = article.headline
    return _made(  # in the order of the fields, since names would take twice as long
        identity,
        article.id,
        span,
        extraction.text[start:end],
        kind,
        extraction.field,
        clause,
        speaker,
        speaker_text(extraction, mention, candidate.predicate) if mention else None,
        basis,
        cue(extraction, candidate.predicate, resolver.language),
        addressee(extraction, candidate.predicate),
        identity,  # its utterance
        extraction.field == "title" or (headline is not None and end <= headline.end),  # in the headline
        defects,
        min(rounded(confidence), MOST_SURE),
    )


def _span(start: int, end: int) -> Span:
    assert 0 <= start < end, f"not a span: {start}..{end}"
    return _spanned(start, end)


def rounded(chance: float) -> float:
    """``round(chance, 3)``, which goes over decimal digits and back, in a shorter way where no tie is near."""
    thousandths = int(chance * 1000 + 0.5)
    near = abs(chance * 1000 - thousandths)
    return thousandths / 1000 if near < _NO_TIE else round(chance, 3)


def _speaker(extraction: Extraction, mention: int, confidence: float, resolver: Resolver) -> tuple[str | None, float]:
    """The name of the ``mention``, where that is surer than not, and how sure the speaker is then."""
    if mention < 0:
        return None, confidence
    antecedent = resolver.resolve(mention)
    if antecedent.entity < 0 and (both := names_of_both(extraction, mention, resolver)):
        return both, confidence * BOTH
    if antecedent.entity < 0 or antecedent.confidence < SURE:
        return None, confidence
    name = name_with_companion(extraction, mention, resolver, antecedent.entity)
    if len(name) < 2:  # "Q: …" and "A: …" name nobody
        return None, confidence
    return name, confidence * antecedent.confidence
