"""What goes wrong, by kind: the table of docs/tricky-cases.md for one or more corpora.

    python benchmarks/error_kinds.py CORPUS.jsonl.gz [CORPUS.jsonl.gz …] --scorer SCORER.py [--show KIND]

CORPUS and SCORER: as benchmarks/README.md describes; the scorer also has ``predicted_spans``, ``pair_up``, ``iou``,
``trim``, ``head``, ``heads`` and ``word``. Each error has one kind, the first that fits; see ``wrong_speaker``.
``--show`` prints the errors of a kind with the words around them instead.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from quotetrace.attribute import attribute
from quotetrace.config import ExtractOptions
from quotetrace.extract import extract
from quotetrace.lang import load as language_of
from quotetrace.models import Article, Quote
from quotetrace.syntax import Extraction
from reliability import LIKE, Record, load, verdict

KINDS = (
    "a report where there is none",
    "the clause has other bounds",
    "no clause, though there is a cue",
    "the clause is weighed too light",
    "no verb of speech reports the clause",
    "marks that are no speech",
    "speech that looks like none",
    "a quotation inside a quotation",
    "a turn of an interview, without marks",
    "the wrong he",
    "the name is not read as a name",
    "no verb of speech says it",
    "somebody else has taken the word",
    "two cues in one sentence",
    "another speaker, for other reasons",
)
HALF = 0.5  # of the letters of two clauses that must be shared
AROUND = 110  # characters shown before and after
_WORD = re.compile(r"[^\W\d_]+")


class Error(NamedTuple):
    """One error: its kind, and the words it is about."""

    kind: str
    start: int
    end: int
    note: str = ""


class Read(NamedTuple):
    """One article with its annotation and what quotetrace makes of it."""

    record: Record
    extraction: Extraction
    quotes: tuple[Quote, ...]
    scorer: ModuleType


def read(record: Record, scorer: ModuleType) -> Read:
    """What quotetrace makes of one annotated article."""
    options = ExtractOptions()
    article = Article(record["id"], record["id"], record["text"], title=record.get("title"), language="en")
    extraction = extract(article, options)
    return Read(record, extraction, attribute(extraction, options), scorer)


def errors(here: Read) -> Iterator[Error]:
    """All errors of one article."""
    yield from in_marks(here)
    yield from in_clauses(here)


def in_marks(here: Read) -> Iterator[Error]:
    """Stretches too many and too few, and wrong speakers."""
    record, scorer = here.record, here.scorer
    spans: dict[str, list[tuple[tuple[int, int], Record]]] = {"pos": [], "neg": [], "ign": []}
    for mark in record["marked"]:
        spans[mark["gold"]].append((scorer.trim(record["text"], mark["start"], mark["end"]), mark))
    gold, ignored = ([span for span, _ in spans[kind]] for kind in ("pos", "ign"))
    rows = [row(quote) for quote in here.quotes]
    ours = [
        (span, quote)
        for span, quote in scorer.predicted_spans(record, rows)
        if not ignored or _most(scorer, span, ignored) <= max(0.3, _most(scorer, span, gold))
    ]
    pairs = scorer.pair_up([span for span, _ in ours], gold, LIKE, scorer.iou)
    both, known = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, (span, _) in enumerate(ours):
        if i not in both:
            around = [other for k, (other, _) in enumerate(ours) if k != i]
            yield Error(_too_many(here, span, around), span[0], span[1])
    for j, span in enumerate(gold):
        if j not in known:
            yield Error("speech that looks like none", span[0], span[1])
    for i, j in pairs:
        quote, source = ours[i][1], record["attributions"][spans["pos"][j][1]["attribution"]]
        told = verdict(scorer, quote, source)
        note = f"{quote['speaker'] or quote['speaker_text']} for {source['source']}"
        if not told.right:
            yield Error(wrong_speaker(here, quote, source), gold[j][0], gold[j][1], note)
        elif told.named is False and source["source_type"] == "pronoun":
            yield Error("the wrong he", gold[j][0], gold[j][1], note)


def row(quote: Quote) -> dict[str, Any]:
    """The fields of ``quote`` that the scorer and ``wrong_speaker`` want."""
    return {
        "start": quote.span.start,
        "end": quote.span.end,
        "kind": quote.kind,
        "speaker": quote.speaker,
        "speaker_text": quote.speaker_text,
        "speaker_basis": quote.speaker_basis,
        "cue": quote.cue,
        "confidence": quote.confidence,
    }


def _most(scorer: ModuleType, span: tuple[int, int], others: list[tuple[int, int]]) -> float:
    return max((scorer.iou(span, other) for other in others), default=0.0)


def _too_many(here: Read, span: tuple[int, int], others: list[tuple[int, int]]) -> str:
    if any(start <= span[0] and span[1] <= end for start, end in others):
        return "a quotation inside a quotation"
    unmarked = any(s.unmarked and s.start <= span[0] < s.end for s in here.extraction.stretches)
    return "a turn of an interview, without marks" if unmarked else "marks that are no speech"


def wrong_speaker(here: Read, quote: Record, source: Record) -> str:
    """The kind of a wrong speaker: is the right one a mention, is its cue a verb of speech, who was taken instead."""
    heads = {here.scorer.head(mention.text) for mention in here.extraction.mentions}
    if heads.isdisjoint(source["heads"]):
        return "the name is not read as a name"
    cues = language_of("en").cues
    if source["cue"] and not any(word.lower() in cues for word in _WORD.findall(source["cue"])):
        return "no verb of speech says it"
    if quote["speaker_basis"] == "carried":
        return "somebody else has taken the word"
    return "two cues in one sentence" if quote["cue"] else "another speaker, for other reasons"


def in_clauses(here: Read) -> Iterator[Error]:
    """Clauses too many, with other bounds, and too few; of those missed only reported speech counts."""
    gold = [a for a in here.record["attributions"] if a["kind"] != "direct"]
    known = [_letters(here, [tuple(part) for part in a["content"]]) for a in gold]
    parts = [quote.span if quote.kind == "indirect" else quote.clause for quote in here.quotes]
    spans = sorted({(part.start, part.end) for part in parts if part})
    given = [_letters(here, [span]) for span in spans]
    pairs = here.scorer.pair_up(given, known, HALF, _alike)
    hits, found = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, span in enumerate(spans):
        if i not in hits:
            touches = any(given[i] & letters for letters in known)
            kind = "the clause has other bounds" if touches else "a report where there is none"
            yield Error(kind, span[0], span[1])
    weighed = [_letters(here, [(c.start, c.end)]) for c in here.extraction.clauses]
    cues = language_of("en").cues
    for j, attribution in enumerate(gold):
        if j in found or not attribution["speech"] or not known[j] or any(known[j] & letters for letters in given):
            continue
        if any(_alike(known[j], letters) >= HALF for letters in weighed):
            kind = "the clause is weighed too light"
        elif any(word.lower() in cues for word in _WORD.findall(attribution["cue"] or "")):
            kind = "no clause, though there is a cue"
        else:
            kind = "no verb of speech reports the clause"
        yield Error(kind, attribution["content"][0][0], attribution["content"][-1][1], attribution["cue"] or "")


def _letters(here: Read, parts: list[tuple[int, int]]) -> frozenset[int]:
    text = here.record["text"]
    return frozenset(i for start, end in parts for i in range(start, min(end, len(text))) if text[i].isalnum())


def _alike(one: frozenset[int], other: frozenset[int]) -> float:
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def show(here: Read, kind: str) -> Iterator[str]:
    """The errors of one kind, with the words around them."""
    text = here.record["text"]
    for error in errors(here):
        if error.kind == kind:
            before, after = text[max(0, error.start - AROUND) : error.start], text[error.end : error.end + AROUND]
            yield f"{before}[[{text[error.start : error.end]}]]{after} {error.note}".replace("\n", " ")


def main() -> None:
    """Print the table, or the errors of one kind."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", nargs="+")
    parser.add_argument("--scorer", required=True, metavar="FILE")
    parser.add_argument("--show", choices=KINDS, metavar="KIND")
    args = parser.parse_args()
    scorer = load(args.scorer)
    counts = []
    for corpus in args.corpus:
        articles = (read(record, scorer) for record in scorer.read_lines(corpus))
        if args.show:
            print(*(line for here in articles for line in show(here, args.show)), sep="\n")
        else:
            counts.append(Counter(error.kind for here in articles for error in errors(here)))
    if counts:
        print("| kind |", *(f"{Path(corpus).name.split('.')[0]} |" for corpus in args.corpus))
        print("|---|" + "---|" * len(counts))
        for kind in KINDS:
            print(f"| {kind} |", *(f"{count[kind]} |" for count in counts))


if __name__ == "__main__":
    main()
