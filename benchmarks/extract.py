"""Extraction and attribution, measured: quotetrace, a naive regex and textacy on one corpus in one run.

    python benchmarks/extract.py CORPUS.jsonl.gz --scorer score_quotes.py   scores, speed, memory
    python benchmarks/extract.py CORPUS.jsonl.gz --scaling                  time and memory by size of text
    python benchmarks/extract.py CORPUS.jsonl.gz --profile                  where the time goes

CORPUS: a line of JSON an article with id, outlet, text, and for scores what the scorer wants. SCORER: a module with
``read_lines(path)``, ``read_predictions(path)`` and ``score(gold, predictions)``. textacy gets an environment of its
own under --env, made at first use from requirements-textacy.txt. Prints Markdown tables. What the figures leave out,
and which way they are unfair, is in docs/benchmarks.md.
"""

import argparse
import cProfile
import importlib.util
import json
import os
import platform
import pstats
import subprocess
import sys
import tempfile
import time
import venv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from statistics import median
from types import ModuleType
from typing import Any

HERE = Path(__file__).parent
WORKER = HERE / "extract_worker.py"
REQUIREMENTS = HERE / "requirements-textacy.txt"
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}
Figures = dict[str, Any]


def lines(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A Markdown table line by line, first column left, the others right."""
    rule = ["---", *["---:"] * (len(head) - 1)]
    for row in chain((head, rule), rows):
        yield "| " + " | ".join(row) + " |"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The same in one piece."""
    return "\n".join(lines(head, rows))


def machine() -> str:
    """What the figures were measured on, in one line."""
    load = os.getloadavg()[0]
    return (
        f"{time.strftime('%Y-%m-%d')}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, load {load:.1f} at the end"
    )


def worker(python: str, *args: str, timeout: float | None = None) -> Figures | None:
    """The figures of one worker process; None where it ran out of time."""
    command = [python, str(WORKER), *args]
    try:
        done = subprocess.run(
            command, stdout=subprocess.PIPE, check=True, timeout=timeout, env={**os.environ, **ONE_THREAD}
        )
    except subprocess.TimeoutExpired:
        return None
    return dict(json.loads(done.stdout))


def environment(folder: Path) -> str:
    """The Python of textacy's environment, made from the requirements file unless it is there."""
    python = folder / "bin" / "python"
    if not (folder / "done").exists():
        venv.create(folder, with_pip=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", "--requirement", str(REQUIREMENTS)], check=True)
        (folder / "done").touch()
    return str(python)


def command_line(corpus: str) -> tuple[float, int]:
    """CPU seconds and peak bytes of `quotetrace extract CORPUS --json`, start-up, reading and printing included."""
    program = str(Path(sys.executable).with_name("quotetrace"))
    process = subprocess.Popen([program, "extract", corpus, "--json"], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"quotetrace extract ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def load(path: str) -> ModuleType:
    """The scorer at ``path``."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rate(figures: Figures) -> list[float]:
    """KB of text per CPU second, a number for each repeat."""
    return [figures["characters"] / 1000 / seconds for seconds in figures["seconds"]]


def compare(args: argparse.Namespace, folder: Path) -> str:
    """Two tables: speed and memory, and (with a scorer) the scores of all tools."""
    tools: dict[str, tuple[str, list[str]]] = {
        "quotetrace": (sys.executable, ["--repeats", str(args.repeats)]),
        "naive": (sys.executable, ["--repeats", str(args.repeats)]),
    }
    if not args.no_textacy:
        extra = ["--sample", str(args.sample)] if args.sample else []
        for tool in ("textacy", "textacy-batched"):
            tools[tool] = (environment(args.env), ["--repeats", str(args.textacy_repeats), *extra])
    results: dict[str, Figures] = {}
    for tool, (python, options) in tools.items():
        figures = worker(python, tool, args.corpus, "--out", str(folder / tool), *options)
        assert figures is not None
        results[tool] = figures
    seconds, peak = command_line(args.corpus)
    parts = [
        speed(results),
        f"`quotetrace extract {Path(args.corpus).name} --json`: {seconds:.1f} CPU seconds, {peak / 1e6:.0f} MB.",
    ]
    if args.scorer:
        parts += [scores(load(args.scorer), args.corpus, folder, results)]
    return "\n\n".join(parts)


def speed(results: dict[str, Figures]) -> str:
    """Medians of KB per CPU second with the spread, start-up and peak memory."""
    slowest = median(rate(results["textacy"])) if "textacy" in results else None
    rows = []
    for tool, figures in results.items():
        rates = rate(figures)
        ratio = f"{median(rates) / slowest:.0f}" if slowest else "–"
        rows.append(
            [
                tool,
                str(figures["articles"]),
                f"{figures['characters'] / 1000:.0f}",
                f"{median(rates):.0f}",
                f"{min(rates):.0f}–{max(rates):.0f} ({len(rates)})",
                ratio,
                f"{figures['start_up']:.2f}",
                f"{figures['peak'] / 1e6:.0f}",
            ]
        )
    head = ["tool", "articles", "KB", "KB/CPU s", "spread (repeats)", "× textacy", "start-up, CPU s", "peak, MB"]
    return table(head, rows)


def scores(scorer: ModuleType, corpus: str, folder: Path, results: dict[str, Figures]) -> str:
    """The scorer's figures for each tool, each on the articles that it was given."""
    gold = scorer.read_lines(corpus)
    rows = []
    for tool, figures in results.items():
        found = {row["id"] for row in map(json.loads, (folder / tool).read_text(encoding="utf-8").splitlines())}
        whole, outlets = scorer.score(
            [a for a in gold if a["id"] in found], scorer.read_predictions(str(folder / tool))
        )
        name, worst = min(outlets.items(), key=lambda item: (item[1]["joint"]["f1"], item[0]))
        f1 = [whole[measure]["f1"] for measure in ("span", "exact", "joint")]
        values = [*f1, whole["resolved"], whole["content"]["f1"], whole["content_speech_recall"]]
        row = [tool, str(len(found)), *(f"{value:.3f}" for value in values), f"{worst['joint']['f1']:.3f} {name}"]
        rows.append([*row, str(figures["skipped"])])
    head = ["tool", "articles", "span F1", "exact", "joint F1", "resolved", "content F1", "speech recall"]
    return table([*head, "worst outlet, joint", "paragraphs refused"], rows)


def scaling(args: argparse.Namespace) -> Iterator[list[str]]:
    """CPU seconds and peak memory for each kind of text at each size, with the ratio to the size before."""
    from extract_worker import TEXTS

    for kind in TEXTS:
        before = 0.0
        for size in (size for size in SIZES if size <= args.largest):
            repeats = "3" if size <= 100_000 else "1"
            options = ["--text", kind, "--size", str(size), "--repeats", repeats]
            figures = worker(sys.executable, "quotetrace", args.corpus, *options, timeout=args.patience)
            if figures is None:
                yield [kind, f"{size // 1000}", f"more than {args.patience:.0f} by the clock", "–", "–"]
                break
            seconds = min(figures["seconds"])
            ratio = f"{seconds / before:.1f}" if before else "–"
            yield [kind, f"{size // 1000}", f"{seconds:.3f}", ratio, f"{figures['peak'] / 1e6:.0f}"]
            before = seconds


def profile(args: argparse.Namespace) -> str:
    """Own time by module and by function; what a built-in takes counts for the function that calls it."""
    from extract_worker import WARM_UP, once, quotetrace, sample

    run, texts = quotetrace(), sample(args.corpus, args.sample)
    run(WARM_UP)
    profiler = cProfile.Profile()
    profiler.enable()
    once(run, texts)
    profiler.disable()
    functions: Counter[tuple[str, str]] = Counter()
    for place, name, seconds in _own_times(pstats.Stats(profiler)):
        functions[place, name] += seconds  # type: ignore[assignment]
    modules: Counter[str] = Counter()
    for (place, _), seconds in functions.items():
        modules[place] += seconds
    total = sum(modules.values())

    def share(seconds: float) -> str:
        return f"{100 * seconds / total:.1f}"

    by_module = [[place, share(seconds)] for place, seconds in modules.most_common() if seconds > total / 200]
    by_function = [[f"{place}: {name}", share(seconds)] for (place, name), seconds in functions.most_common(15)]
    return table(["module", "% of time"], by_module) + "\n\n" + table(["function", "% of time"], by_function)


def _own_times(stats: pstats.Stats) -> Iterator[tuple[str, str, float]]:
    """Module, function and own seconds; those of built-ins and of other packages are passed on to their callers."""
    for key, (_, _, own, _, callers) in stats.stats.items():  # type: ignore[attr-defined]
        if _module(key[0]):
            yield _module(key[0]), key[2], own
        else:
            for caller, (_, _, seconds, _) in callers.items():
                yield _module(caller[0]) or "(other)", caller[2] if _module(caller[0]) else "", seconds


def _module(file: str) -> str:
    """ "extract.marks" for .../quotetrace/extract/marks.py; empty for anything else."""
    parts = Path(file).with_suffix("").parts
    return ".".join(parts[parts.index("quotetrace") + 1 :]) if "quotetrace" in parts and file.endswith(".py") else ""


def main() -> None:
    """Parse, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", metavar="CORPUS")
    parser.add_argument("--scorer", metavar="FILE", help="a module that scores what was found")
    parser.add_argument("--env", type=Path, default=Path.home() / ".cache" / "quotetrace-benchmarks" / "textacy")
    parser.add_argument("--sample", type=int, metavar="N", help="articles for textacy and --profile, spread evenly")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--textacy-repeats", type=int, default=3)
    parser.add_argument("--no-textacy", action="store_true")
    parser.add_argument("--scaling", action="store_true")
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="characters of the largest text of --scaling")
    parser.add_argument("--patience", type=float, default=300, help="seconds for one text of --scaling")
    parser.add_argument("--profile", action="store_true")
    args = parser.parse_args()
    if args.scaling:
        for line in lines(["text", "KB", "CPU s", "× the size before", "peak, MB"], scaling(args)):
            print(line, flush=True)
    elif args.profile:
        print(profile(args))
    else:
        with tempfile.TemporaryDirectory() as folder:
            print(compare(args, Path(folder)))
    print(f"\n{machine()}")


if __name__ == "__main__":
    main()
