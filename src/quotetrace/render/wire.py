"""The wire format: plain dictionaries in the fields, names and order of docs/reference/json.md."""

import json
from collections.abc import Mapping
from typing import Any

from quotetrace._version import __version__
from quotetrace.models import (
    Article,
    Change,
    Checked,
    Evidence,
    Family,
    Flow,
    Link,
    Occurrence,
    Place,
    Problem,
    Quote,
    Reuse,
    Span,
    Step,
    Trace,
    Undecided,
    Variant,
)
from quotetrace.render.safe import STEERING

Record = dict[str, Any]
CONTEXT = 32  # characters of a TextQuoteSelector's prefix and suffix
NEAR = 80  # characters on either side of words that were searched for


def dumps(value: object) -> str:
    r"""JSON on one line, readable in any script; controls, bidirectional marks and surrogates are escaped.

    >>> dumps("“é”\u202e\x9b\x1b")
    '"“é”\\u202e\\u009b\\u001b"'
    """
    return STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))


def header(command: str) -> Record:
    """What opens every document: the schema it keeps to and the tool that wrote it."""
    return {"schema": f"quotetrace.{command}/1", "tool": {"name": "quotetrace", "version": __version__}}


def article(value: Article) -> Record:
    """An article without its text."""
    return {
        "id": value.id,
        "key": value.key,
        "path": value.path,
        "outlet": value.outlet,
        "published": value.published,
        "date_precision": value.date_precision,
        "title": value.title,
        "language": value.language,
        "url": value.url,
        "credits": [{"kind": credit.kind, "name": credit.name, **span(credit.span)} for credit in value.credits],
        "metadata_from": dict(value.metadata_from),
    }


def quote(value: Quote, home: Article) -> Record:
    """A quote of the article ``home``, with W3C Web Annotation selectors into the field it stands in."""
    return {
        "id": value.id,
        "article": value.article,
        "field": value.field,
        **span(value.span),
        "text": value.text,
        "kind": value.kind,
        "clause": span(value.clause) if value.clause else None,
        "speaker": value.speaker,
        "speaker_text": value.speaker_text,
        "speaker_basis": value.speaker_basis,
        "cue": value.cue,
        "addressee": value.addressee,
        "utterance": value.utterance,
        "in_headline": value.in_headline,
        "defects": list(value.defects),
        "confidence": ratio(value.confidence),
        "selectors": selectors(value, home.field_text(value.field)),
    }


def selectors(value: Quote, text: str) -> list[Record]:
    """The quote's words with what stands around them, and its place: one of the two survives most edits of a page."""
    start, end = value.span.start, value.span.end
    return [
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - CONTEXT) : start],
            "suffix": text[end : end + CONTEXT],
        },
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]


def link(value: Link, texts: Mapping[str, str]) -> Record:
    """A link; ``texts`` gives for a quote's id the text that its offsets count in."""
    return {
        "a": value.a,
        "b": value.b,
        "relation": value.relation,
        "score": ratio(value.score),
        **_differences(value, texts[value.a], texts[value.b]),
        "a_span": span(value.a_span),
        "b_span": span(value.b_span),
        "why": value.why,
    }


def change(value: Change, text_a: str, text_b: str) -> Record:
    """One change; a side that has no words is null."""
    return {
        "op": value.op,
        "a": words(value.a, text_a) if value.a else None,
        "b": words(value.b, text_b) if value.b else None,
    }


def family(value: Family, trace: Trace | None) -> Record:
    """A family; the number of independent origins is a finding of its trace."""
    return {
        "id": value.id,
        "text": value.text,
        "speaker": value.speaker,
        "quotes": list(value.quotes),
        "wordings": [{"id": one.id, "text": one.text, "quotes": list(one.quotes)} for one in value.wordings],
        "independent_origins": trace.independent_origins if trace else None,
    }


def trace(value: Trace) -> Record:
    """A trace; every step names the quote it comes from, or null for what lies outside the corpus."""
    return {
        "family": value.family,
        "origin": {"quote": value.origin.quote, "why": value.origin.why},
        "steps": [step(one) for one in value.steps],
        "undecided": [undecided(one) for one in value.undecided],
    }


def step(value: Step) -> Record:
    """One step, with the evidence it rests on."""
    return {
        "from": value.source,
        "to": value.target,
        "relation": value.relation,
        "basis": value.basis,
        "confidence": ratio(value.confidence),
        "evidence": [evidence(one) for one in value.evidence],
        "alternatives": [
            {"from": one.source, "basis": one.basis, "confidence": ratio(one.confidence)} for one in value.alternatives
        ],
    }


def undecided(value: Undecided) -> Record:
    """Two quotes whose direction the texts do not tell, and what is missing."""
    return {
        "a": value.a,
        "b": value.b,
        "basis": value.basis,
        "why": value.why,
        "evidence": [evidence(one) for one in value.evidence],
    }


def evidence(value: Evidence) -> Record:
    """One reason; ``weight`` in points of log-odds, 0 where it only tells the reader something."""
    return {"kind": value.kind, "text": value.text, "weight": ratio(value.weight)}


def narration(value: Reuse, text_a: str, text_b: str) -> Record:
    """Two articles' shared narration, with the words on both sides."""
    return {
        "a": value.a,
        "b": value.b,
        "share": ratio(value.share),
        "a_words": value.a_words,
        "b_words": value.b_words,
        "rarest": value.rarest,
        "stretches": [{"a": words(a, text_a), "b": words(b, text_b)} for a, b in value.stretches],
    }


def checked(value: Checked, draft: Article, homes: Mapping[str, Article]) -> Record:
    """The verdict on a quote of ``draft``; in its changes ``a`` is the source and ``b`` the draft."""
    record: Record = {"quote": value.quote.id, "verdict": value.verdict, "holds": value.holds, "why": value.why}
    record["place"] = place(value.place, homes[value.place.article]) if value.place else None
    source = homes[value.place.article].field_text(value.place.field) if value.place else ""
    record |= _differences(value.link, source, draft.field_text(value.quote.field))
    return record | {"also": [place(one, homes[one.article]) for one in value.also]}


def variant(value: Variant, wording: str, homes: Mapping[str, Article]) -> Record:
    """One variant of a wording; in the changes ``a`` is the wording as asked and ``b`` the text."""
    return {
        "text": value.text,
        "count": len(value.occurrences),
        "occurrences": [occurrence(one, wording, homes[one.place.article]) for one in value.occurrences],
    }


def occurrence(value: Occurrence, wording: str, home: Article) -> Record:
    """One place where a wording occurs, and what differs there."""
    text = home.field_text(value.place.field)
    return {"place": place(value.place, home), **_differences(value.link, wording, text)}


def _differences(value: Link | None, text_a: str, text_b: str) -> Record:
    return {
        "changes": [change(one, text_a, text_b) for one in value.changes] if value else [],
        "flags": [flag.name for flag in value.flags] if value else [],
        "flag_words": [{"flag": flag.name, "words": flag.words} for flag in value.flags] if value else [],
    }


def place(value: Place, home: Article) -> Record:
    """Words in the article ``home``, with what stands around them and whose they are there."""
    text, start, end = home.field_text(value.field), value.span.start, value.span.end
    return {
        "article": value.article,
        "field": value.field,
        **words(value.span, text),
        "line": value.line,
        "before": text[max(0, start - NEAR) : start],
        "after": text[end : end + NEAR],
        "speaker": value.speaker,
        "quote": value.quote,
    }


def flow(value: Flow) -> Record:
    """What one outlet took from another; ``relations`` and ``flags`` count steps, most first."""
    return {
        "from": value.source,
        "to": value.target,
        "statements": value.statements,
        "articles": value.articles,
        "copied": value.copied,
        "credited": value.credited,
        "confidence": ratio(value.confidence),
        "relations": dict(value.relations),
        "flags": dict(value.flags),
    }


def problem(value: Problem) -> Record:
    """A fault in one input, and the remedy."""
    return {"path": value.path, "what": value.what, "hint": value.hint, "severity": value.severity}


def span(value: Span) -> Record:
    """Half-open offsets in code points."""
    return {"start": value.start, "end": value.end}


def words(value: Span, text: str) -> Record:
    """A stretch of ``text`` with its offsets."""
    return {**span(value), "text": value.of(text)}


def ratio(value: float) -> float:
    """Three places: more would differ from machine to machine and say nothing."""
    return round(float(value), 3)
