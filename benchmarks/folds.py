"""Extraction and attribution on articles that nothing was learnt from.

    python benchmarks/folds.py CORPUS.jsonl.gz --scorer FILE [--folds 5] [--workers 2]

For each fold a copy of the package learns every model of English anew from the articles of the other folds, and reads
those of the fold: all stages together, as the command does. Prints the scorer's figures over all folds, and the worst
outlet. CORPUS and FILE: as benchmarks/README.md describes. About half a minute of CPU a fold for 840 articles.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from extract import load
from extract_worker import records

ROOT = Path(__file__).parent.parent
STEPS = ("antecedent,speaker-en", "clause-en", "end-en", "speech-en")
"""Models in the order in which one asks another; each step is a process of its own, which reads what the last wrote."""


def predicted(folder: Path, corpus: str, fold: int, folds: int) -> Path:
    """What a copy of the package in ``folder`` finds in a fold after learning from the others; a file of JSON."""
    for name in ("src", "benchmarks"):
        shutil.copytree(ROOT / name, folder / name)
    lines = [json.dumps(record) for record in records(corpus)]
    rest, held, out = folder / "rest.jsonl", folder / "held.jsonl", folder / "found.json"
    rest.write_text("".join(f"{line}\n" for i, line in enumerate(lines) if i % folds != fold), encoding="utf-8")
    held.write_text("".join(f"{line}\n" for line in lines[fold::folds]), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(folder / "src"), "OMP_NUM_THREADS": "1"}
    for models in STEPS:
        learn = [sys.executable, str(folder / "benchmarks/train_attribution.py"), str(rest), "--models", models]
        subprocess.run([*learn, "--write"], check=True, env=environment, stdout=subprocess.DEVNULL)
    with out.open("w", encoding="utf-8") as file:
        read = [sys.executable, "-m", "quotetrace", "extract", str(held), "--json"]
        subprocess.run(read, check=True, env=environment, stdout=file)
    return out


def main() -> None:
    """Learn and read each fold, and print the figures of all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus")
    parser.add_argument("--scorer", required=True, metavar="FILE")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    scorer = load(args.scorer)
    predictions: dict[str, Any] = {}
    with TemporaryDirectory() as name, ThreadPoolExecutor(args.workers) as pool:
        folders = [Path(name) / str(fold) for fold in range(args.folds)]
        ready = [pool.submit(predicted, folder, args.corpus, i, args.folds) for i, folder in enumerate(folders)]
        for each in ready:
            predictions |= scorer.read_predictions(str(each.result()))
    whole, outlets = scorer.score(scorer.read_lines(args.corpus), predictions)
    worst, figures = min(outlets.items(), key=lambda item: (item[1]["joint"]["f1"], item[0]))
    print(json.dumps(whole, indent=1))
    print(f"worst outlet, joint: {figures['joint']['f1']:.3f} {worst}")


if __name__ == "__main__":
    main()
