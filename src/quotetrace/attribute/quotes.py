"""The quotes of one article, speaker by speaker in the order of the text."""

from quotetrace.attribute.candidates import Candidate, Last, Place, candidates, place
from quotetrace.attribute.names import entities
from quotetrace.attribute.resolve import Resolver
from quotetrace.attribute.speech import speech_features
from quotetrace.attribute.weights import best, score
from quotetrace.config import ExtractOptions
from quotetrace.lang import load
from quotetrace.models import Extraction, Kind, Quote, Span, SpeakerBasis, content_id

SPEECH_THRESHOLD = -0.4  # log-odds; a chance of 0.4 that the stretch is speech


def attribute(extraction: Extraction, options: ExtractOptions) -> tuple[Quote, ...]:
    """The quotes of ``extraction``, in the order of their starts."""
    language = load(extraction.language)
    found, entity_of = entities(extraction, language)
    resolver = Resolver(extraction, found, entity_of, language)
    out: list[Quote] = []
    last: Last | None = None
    utterance = ""
    previous_end = -1
    for sentence, (a, b) in enumerate(extraction.tokens.sentences):
        for token in range(a, b):
            if extraction.tokens.tags[token] != "Q":
                continue
            where = place(extraction, token, sentence)
            options_ = candidates(extraction, where, last, resolver)
            chosen, confidence = best([c.features for c in options_], "speaker")
            features = speech_features(extraction, where, options_[chosen], confidence, language)
            if score(features, "speech") < SPEECH_THRESHOLD:
                continue
            quote = _quote(extraction, where, options_[chosen], confidence, resolver)
            out.append(quote)
            if options_[chosen].mention >= 0:
                last = Last(
                    options_[chosen].mention,
                    resolver.resolve(options_[chosen].mention).entity,
                    sentence,
                    where.paragraph,
                    where.whole,
                )
    return tuple(out)


def _quote(extraction: Extraction, where: Place, candidate: Candidate, confidence: float, resolver: Resolver) -> Quote:
    stretch = extraction.stretches[extraction.tokens.stretch_at[where.token]]
    span = Span(stretch.start, stretch.end)
    mention = extraction.mentions[candidate.mention] if candidate.mention >= 0 else None
    speaker, basis = None, "none"
    if mention is not None:
        antecedent = resolver.resolve(candidate.mention)
        if antecedent.entity >= 0 and antecedent.confidence >= 0.5:
            speaker = resolver.entities[antecedent.entity].name
            confidence *= antecedent.confidence
        basis = (
            "carried" if candidate.carried else {"name": "name", "pronoun": "pronoun", "nominal": "title"}[mention.kind]
        )
    cue = extraction.tokens.words[candidate.predicate.verb] if candidate.predicate else None
    kind: Kind = "direct" if where.whole else "mixed"
    identity = content_id(extraction.article.id, extraction.field, span.start, span.end, kind)
    basis_: SpeakerBasis = basis  # type: ignore[assignment]
    return Quote(
        id=identity,
        article=extraction.article.id,
        span=span,
        text=span.of(extraction.text),
        kind=kind,
        field=extraction.field,
        speaker=speaker,
        speaker_text=mention.text if mention else None,
        speaker_basis=basis_,
        cue=cue,
        utterance=identity,
        defects=stretch.defects,
        confidence=round(confidence, 3),
    )
