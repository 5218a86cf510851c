"""The quotes of one article, speaker by speaker in the order of the text."""

from bisect import bisect_left
from dataclasses import replace
from typing import NamedTuple

from quotetrace.attribute.candidates import Candidate, Last, Place, candidates, place
from quotetrace.attribute.names import entities
from quotetrace.attribute.reported import clause_features
from quotetrace.attribute.resolve import Resolver
from quotetrace.attribute.speech import is_label, speech_features
from quotetrace.attribute.weights import score, shares
from quotetrace.config import ExtractOptions
from quotetrace.lang import Language, load
from quotetrace.models import Clause, Extraction, Kind, Mention, Predicate, Quote, Span, SpeakerBasis, content_id

SPEECH_THRESHOLD = -0.4  # log-odds: a chance of 0.4 that the stretch is speech
CLAUSE_THRESHOLD = -0.8  # log-odds that a clause is reported speech
SHORTEST = 3  # words of a clause without marks
SURE = 0.5  # a pronoun is given a name only when that is likelier than not
_BASIS: dict[str, SpeakerBasis] = {"name": "name", "pronoun": "pronoun", "nominal": "title"}


class Said(NamedTuple):
    """A stretch that is speech, with the candidate that won."""

    where: Place
    candidate: Candidate
    confidence: float


def attribute(extraction: Extraction, options: ExtractOptions) -> tuple[Quote, ...]:
    """The quotes of ``extraction``, in the order of their starts."""
    if not extraction.stretches and not options.indirect:
        return ()
    language = load(extraction.language)
    known, entity_of = entities(extraction, language)
    resolver = Resolver(extraction, known, entity_of, language)
    said = _said(extraction, resolver, language)
    reported = _reported(extraction, options, language)
    quotes = _in_marks(extraction, said, reported, resolver)
    quotes += _nested(extraction, quotes)
    quotes += _indirect(extraction, said, reported, resolver)
    return tuple(sorted(quotes, key=lambda q: (q.span, q.kind)))


def _said(extraction: Extraction, resolver: Resolver, language: Language) -> list[Said]:
    """The stretches in marks that are speech, each with its likeliest speaker."""
    out: list[Said] = []
    last: Last | None = None
    tags = extraction.tokens.tags
    for sentence, (a, b) in enumerate(extraction.tokens.sentences):
        token = tags.find("Q", a, b)
        while token >= 0:
            where = place(extraction, token, sentence)
            found = candidates(extraction, where, last, resolver)
            best, confidence = winner(found, resolver)
            spoken = score(speech_features(extraction, where, best, confidence, language), "speech")
            if spoken >= SPEECH_THRESHOLD and not is_label(extraction, where, best, language):
                out.append(Said(where, best, confidence))
                if best.mention >= 0:
                    entity = resolver.resolve(best.mention).entity
                    last = Last(best.mention, entity, sentence, where.paragraph, where.whole, token)
            token = tags.find("Q", token + 1, b)
    return out


def winner(found: list[Candidate], resolver: Resolver) -> tuple[Candidate, float]:
    """The likeliest speaker, all mentions of one person taken together, by his likeliest mention; and the likelihood."""
    likely = shares([c.features for c in found], "speaker")
    together: dict[tuple[str, int], float] = {}
    who: list[tuple[str, int]] = []
    for candidate, share in zip(found, likely, strict=True):
        entity = resolver.resolve(candidate.mention).entity if candidate.mention >= 0 and share > 0.01 else -1
        key = ("entity", entity) if entity >= 0 else ("mention", candidate.mention)
        who.append(key)
        together[key] = together.get(key, 0.0) + share
    top = max(together, key=lambda key: together[key])
    chosen = max((i for i, key in enumerate(who) if key == top), key=lambda i: likely[i])
    return found[chosen], min(1.0, together[top])


def _reported(extraction: Extraction, options: ExtractOptions, language: Language) -> list[Clause]:
    """The clauses that are reported speech (with ``options.thought`` thoughts and wishes too)."""
    return [
        clause
        for clause in extraction.clauses
        if (options.thought or clause.predicate.group not in ("thought", "show"))
        and (clause.predicate.subject >= 0 or extraction.tokens.tags[clause.first] == "S")
        and score(clause_features(extraction, clause, language), "clause") >= CLAUSE_THRESHOLD
    ]


def _in_marks(extraction: Extraction, said: list[Said], reported: list[Clause], resolver: Resolver) -> list[Quote]:
    out: list[Quote] = []
    in_sentence: dict[int, list[Clause]] = {}
    for reported_clause in reported:
        in_sentence.setdefault(reported_clause.sentence, []).append(reported_clause)
    for index, item in enumerate(said):
        stretch = extraction.stretches[extraction.tokens.stretch_at[item.where.token]]
        clause = _clause_around(extraction, item, in_sentence.get(item.where.sentence, []))
        kind: Kind = "mixed" if clause or not item.where.whole else "direct"
        quote = _quote(extraction, Span(stretch.start, stretch.end), kind, item.candidate, item.confidence, resolver)
        quote = replace(quote, clause=clause, defects=stretch.defects)
        if out and _goes_on(extraction, said[index - 1], item):
            quote = replace(quote, utterance=out[-1].utterance)
        out.append(quote)
    return out


def _nested(extraction: Extraction, outer: list[Quote]) -> list[Quote]:
    """Quotations inside quotations, where the inner text says who spoke: `"She told me, 'No'," he said`."""
    out: list[Quote] = []
    language = load(extraction.language)
    around = {quote.span.start: quote for quote in outer}
    for index, inner in extraction.nested:
        stretch = extraction.stretches[index]
        quote = around.get(stretch.start)
        if quote is None:
            continue
        resolver = Resolver(inner, *entities(inner, language), language)
        for item in _said(inner, resolver, language):
            if _spoken_inside(inner, item):
                out.append(_moved(_in_marks(inner, [item], [], resolver)[0], quote, stretch.start))
    return out


def _spoken_inside(inner: Extraction, item: Said) -> bool:
    """Whether a nested stretch reads like speech of somebody else: a clause with a speech verb and a third person."""
    predicate = item.candidate.predicate
    if predicate is None or predicate.group not in ("say", "tell", "ask", "source") or not item.where.whole:
        return False
    speaker = inner.mentions[item.candidate.mention] if item.candidate.mention >= 0 else None
    return speaker is not None and (speaker.kind != "pronoun" or speaker.role == "3") and item.confidence >= SURE


def _moved(own: Quote, outer: Quote, by: int) -> Quote:
    """A nested quote in the offsets of its article."""
    span = Span(own.span.start + by, own.span.end + by)
    identity = content_id(own.article, own.field, span.start, span.end, own.kind)
    return replace(own, id=identity, utterance=identity, span=span, in_headline=outer.in_headline)


def _clause_around(extraction: Extraction, item: Said, reported: list[Clause]) -> Span | None:
    """The smallest reported clause that holds the stretch and words of the reporter's beside it."""
    token = item.where.token
    around = [c for c in reported if c.first <= token < c.stop and _has_words(extraction, c)]
    if not around:
        return None
    clause = min(around, key=lambda c: (c.stop - c.first, c.first))
    return Span(clause.start, clause.end)


def _has_words(extraction: Extraction, clause: Clause) -> bool:
    return any(tag not in "Q.,!-:;()|" for tag in extraction.tokens.tags[clause.first : clause.stop])


def _word_count(extraction: Extraction, clause: Clause) -> int:
    return sum(tag not in "Q.,!-:;()|·e" for tag in extraction.tokens.tags[clause.first : clause.stop])


def _goes_on(extraction: Extraction, before: Said, item: Said) -> bool:
    """Whether two neighbouring quotations are one stretch of speech: only their cue, or a paragraph's end, between."""
    first = extraction.stretches[extraction.tokens.stretch_at[before.where.token]]
    if first.continues:
        return True
    if before.where.sentence == item.where.sentence:
        same = before.candidate.predicate is not None and before.candidate.predicate == item.candidate.predicate
        return same and before.where.whole and item.where.token > before.candidate.predicate.verb > before.where.token  # type: ignore[union-attr]
    next_sentence = item.where.sentence - before.where.sentence == 1
    same_speaker = item.candidate.carried or item.candidate.mention == before.candidate.mention
    return (
        next_sentence and same_speaker and item.where.position == "solo" and before.where.position in ("solo", "init")
    )


def _indirect(extraction: Extraction, said: list[Said], reported: list[Clause], resolver: Resolver) -> list[Quote]:
    """The reported clauses in which no stretch of speech stands."""
    tokens = sorted(item.where.token for item in said)
    out: list[Quote] = []
    for clause in reported:
        if (
            bisect_left(tokens, clause.first) < bisect_left(tokens, clause.stop)
            or _word_count(extraction, clause) < SHORTEST
        ):
            continue
        candidate = Candidate(clause.predicate.subject, clause.predicate, ())
        chance = 0.9 if clause.predicate.subject >= 0 else 0.5
        out.append(_quote(extraction, Span(clause.start, clause.end), "indirect", candidate, chance, resolver))
    return list({(q.span.start, q.span.end): q for q in out}.values())


def _quote(
    extraction: Extraction, span: Span, kind: Kind, candidate: Candidate, confidence: float, resolver: Resolver
) -> Quote:
    mention = extraction.mentions[candidate.mention] if candidate.mention >= 0 else None
    speaker = None
    basis: SpeakerBasis = "none"
    if mention is not None:
        antecedent = resolver.resolve(candidate.mention)
        basis = "carried" if candidate.carried else _BASIS[mention.kind]
        if antecedent.entity >= 0 and antecedent.confidence >= SURE:
            speaker = _with_companion(extraction, candidate.mention, resolver, antecedent.entity)
            confidence *= antecedent.confidence
    article = extraction.article
    identity = content_id(article.id, extraction.field, span.start, span.end, kind)
    headline = article.headline
    return Quote(
        id=identity,
        article=article.id,
        span=span,
        text=span.of(extraction.text),
        kind=kind,
        field=extraction.field,
        speaker=speaker,
        speaker_text=_speaker_text(extraction, mention, candidate.predicate) if mention else None,
        speaker_basis=basis,
        cue=_cue(extraction, candidate.predicate),
        addressee=_addressee(extraction, candidate.predicate),
        utterance=identity,
        in_headline=extraction.field == "title" or (headline is not None and span.end <= headline.end),
        confidence=round(confidence, 3),
    )


def _speaker_text(extraction: Extraction, mention: Mention, predicate: Predicate | None) -> str:
    """The words that name the speaker; a description in full, "a friend of the minister", up to its verb or comma."""
    last = mention.last
    if mention.kind == "nominal" and predicate is not None and (predicate.inverted or predicate.verb > last):
        tags = extraction.tokens.tags
        stop = last + 12 if predicate.inverted else predicate.verb
        while last + 1 < stop and tags[last + 1] in "IDEaNRT#e·Cp":
            last += 1
        while tags[last] in "IDEC":
            last -= 1
    return " ".join(extraction.text[mention.start : extraction.tokens.ends[max(last, mention.last)]].split())


def _with_companion(extraction: Extraction, index: int, resolver: Resolver, entity: int) -> str:
    """The name, and before it that of another who is joined to it by "and": "Ann Lee and Bo Roe"."""
    name = resolver.entities[entity].name
    mention = extraction.mentions[index]
    before = extraction.mentions[index - 1] if index else None
    if mention.kind != "name" or before is None or before.kind != "name" or before.last != mention.first - 2:
        return name
    joint = extraction.tokens.words[mention.first - 1]
    other = resolver.entity_of[index - 1]
    if extraction.tokens.tags[mention.first - 1] != "C" or other < 0 or other == entity:
        return name
    return f"{resolver.entities[other].name} {joint} {name}"


def _cue(extraction: Extraction, predicate: Predicate | None) -> str | None:
    """The words of the cue: "has said", "was quoted as saying", "according to"."""
    if predicate is None or predicate.group == "other":
        return None
    tokens = extraction.tokens
    first = predicate.verb
    if predicate.group == "source":
        while first > 0 and tokens.tags[first - 1] in "Ia" and predicate.verb - first < 3:
            first -= 1
    elif not predicate.inverted:
        while first > 0 and tokens.tags[first - 1] in "XMtv" and predicate.verb - first < 4:
            first -= 1
        while tokens.tags[first] == "M":
            first += 1
    return " ".join(extraction.text[tokens.starts[first] : tokens.ends[predicate.verb]].split())


def _addressee(extraction: Extraction, predicate: Predicate | None) -> str | None:
    """Who was told: the mention right after "told"."""
    if predicate is None or predicate.group != "tell" or predicate.inverted:
        return None
    tokens = extraction.tokens
    stop = predicate.verb + 1
    while tokens.tags[stop] in "DEaNRTOe#·p" and not (tokens.tags[stop] == "D" and stop > predicate.verb + 1):
        stop += 1
    if stop == predicate.verb + 1:
        return None
    return " ".join(extraction.text[tokens.starts[predicate.verb + 1] : tokens.ends[stop - 1]].split())
