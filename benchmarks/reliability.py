"""How far confidence can be trusted: quotes by confidence, and the share of each bin whose speaker is right.

    python benchmarks/reliability.py CORPUS.jsonl.gz [CORPUS.jsonl.gz …] --scorer score_quotes.py

CORPUS: as benchmarks/README.md describes. SCORER: a module with ``read_lines``, ``predicted_spans``, ``pair_up``,
``iou``, ``trim``, ``heads`` and ``word``. Counted are the stretches in marks that quotetrace and the annotators both
hold for speech, and all clauses without marks. A speaker is right where the head of his name, or of the words at the
quote, is a head of the annotated source; or where both name nobody. A clause must also be reported: with half of all
letters in common. "Named right" asks more: that the name is given, where the annotation has one. All are the scorer's
own tests. Prints a Markdown table for each corpus.
"""

import argparse
import importlib.util
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent))
from gold import letters, same_words
from quotetrace.attribute import attribute
from quotetrace.config import ExtractOptions
from quotetrace.extract import extract
from quotetrace.models import Article, Quote

EDGES = (0.0, 0.5, 0.7, 0.9, 0.97, 1.0)
LIKE = 0.8  # of the characters of two spans that must be shared

Record = dict[str, Any]


class Judged(NamedTuple):
    """One quote: its confidence, whether its speaker is right, and whether his name is (None: he has none)."""

    confidence: float
    right: bool
    named: bool | None


def load(path: str) -> ModuleType:
    """The scorer at ``path``."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def found(record: Record, indirect: bool) -> list[Record]:
    """The quotes of one article as the scorer reads them, with their confidence: in marks, or ``indirect``."""
    options = ExtractOptions(indirect=indirect)
    article = Article(record["id"], record["id"], record["text"], title=record.get("title"), language="en")
    quotes = attribute(extract(article, options), options)
    return [as_row(quote) for quote in quotes if (quote.kind == "indirect") == indirect]


def as_row(quote: Quote) -> Record:
    """The fields of ``quote`` that the scorer wants."""
    return {
        "start": quote.span.start,
        "end": quote.span.end,
        "kind": quote.kind,
        "speaker": quote.speaker,
        "speaker_text": quote.speaker_text,
        "confidence": quote.confidence,
    }


def judged(scorer: ModuleType, record: Record) -> Iterator[Judged]:
    """Every stretch of ``record`` that both sides hold for speech."""
    gold = [
        (scorer.trim(record["text"], m["start"], m["end"]), record["attributions"][m["attribution"]])
        for m in record["marked"]
        if m["gold"] == "pos"
    ]
    ours = scorer.predicted_spans(record, found(record, indirect=False))
    pairs = scorer.pair_up([span for span, _ in ours], [span for span, _ in gold], LIKE, scorer.iou)
    for i, j in pairs:
        yield verdict(scorer, ours[i][1], gold[j][1])


def clauses(scorer: ModuleType, record: Record) -> Iterator[Judged]:
    """Every clause of ``record`` without marks."""
    gold = [(letters(record["text"], source["content"]), source) for source in record["attributions"]]
    for clause in found(record, indirect=True):
        mine = letters(record["text"], [(clause["start"], clause["end"])])
        same = next((source for theirs, source in gold if same_words(mine, theirs)), None)
        yield verdict(scorer, clause, same) if same else Judged(clause["confidence"], False, None)


def verdict(scorer: ModuleType, quote: Record, source: Record) -> Judged:
    """Whether ``quote`` has the right speaker, as the scorer's ``joint`` and ``resolved`` see it."""
    speaker, words = quote["speaker"], quote["speaker_text"] or quote["speaker"]
    if source["source_type"] == "none":
        return Judged(quote["confidence"], not speaker, None)
    same = bool(scorer.word(words or "")) and scorer.word(words) == scorer.word(source["source"] or "")
    surface = same or bool((scorer.heads(words) | scorer.heads(speaker)) & set(source["heads"]))
    named = bool(scorer.heads(speaker) & set(source["names"]))
    return Judged(quote["confidence"], surface or named, named if source["names"] else None)


def share(flags: Sequence[bool]) -> str:
    """The share of ``flags`` that are true, or a dash where there are none."""
    return f"{sum(flags) / len(flags):.3f}" if flags else "–"


def bins(rows: Sequence[Judged]) -> Iterator[tuple[str, list[Judged]]]:
    """The name of each bin that is not empty, and what falls into it; the last one takes its upper edge too."""
    for low, high in pairwise(EDGES):
        last = high == EDGES[-1]
        here = [r for r in rows if low <= r.confidence and (last or r.confidence < high)]
        if here:
            yield f"{low:.2f}–{high:.2f}", here


def table(rows: Sequence[Judged]) -> Iterator[str]:
    """Lines of Markdown: a row for each bin, and one for all."""
    yield "| confidence | quotes | mean confidence | speaker right | named right |"
    yield "|---|---|---|---|---|"
    for name, here in bins(rows):
        yield line(name, here)
    yield line("all", rows)


def line(name: str, rows: Sequence[Judged]) -> str:
    """One row of the table."""
    mean = sum(row.confidence for row in rows) / len(rows)
    named = [row.named for row in rows if row.named is not None]
    return f"| {name} | {len(rows)} | {mean:.3f} | {share([row.right for row in rows])} | {share(named)} |"


def gap(rows: Sequence[Judged]) -> float:
    """The mean distance of confidence from the share that is right, over the bins, by their size."""
    return sum(abs(sum(row.confidence - row.right for row in here)) for _, here in bins(rows)) / len(rows)


def main(corpora: Iterable[str], scorer: ModuleType) -> None:
    """Print the table of each corpus."""
    for corpus in corpora:
        records = scorer.read_lines(corpus)
        for what, judge in (("in marks", judged), ("without marks", clauses)):
            rows = [row for record in records for row in judge(scorer, record)]
            print(f"{Path(corpus).name.split('.')[0]}, {what}\n", *table(rows), sep="\n")
            print(f"\nmean gap {gap(rows):.3f}\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", nargs="+")
    parser.add_argument("--scorer", required=True, metavar="FILE")
    args = parser.parse_args()
    main(args.corpus, load(args.scorer))
