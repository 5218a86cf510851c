"""How fast and how well quotes are matched: quotetrace, rensa (MinHash) and rapidfuzz over all pairs, in one run.

    python3 -m venv /tmp/rensa && /tmp/rensa/bin/pip install -r benchmarks/requirements-rensa.txt
    python benchmarks/match.py 100000 --rensa /tmp/rensa/bin/python

Every figure comes from a process of its own. Measured: CPU seconds of matching, from quotes in memory to the ids of the
last pair, and in a second run until every pair was read, which aligns it word by word and gathers what supports it; the
peak memory of the process, quotes included, as each tool takes them; recall and precision over all pairs of quotes of
one statement, after both sides' pairs are joined into groups. Left out: making the quotes, reading, extraction,
classification.

The quotes are synthetic, with known truth: invented words with the frequencies of a natural text (Zipf-Mandelbrot) and
preferred successors, statements of 4 to 60 words, groups of Zipf size, and in a group exact copies, cuts and edits of
one to three words. One quote in fifty is a slogan, the same four words said by many at many times; one in ten holds a
stock phrase. Slogans are nobody's statement here: a pair of them counts as wrong.

Unfair to rensa: it sees only words, not who spoke and when, which quotetrace uses. Unfair to quotetrace: it also
judges every pair by its circumstances; rensa only finds pairs that rapidfuzz then accepts.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from array import array
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

WORDS = 30_000
SLOGANS = 40
STOCK = 60
LARGEST = 60
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "il", "os", "ur")]


@dataclass(frozen=True, slots=True)
class Told:
    """One synthetic quote. ``truth`` is the number of its statement; slogans have one each."""

    text: str
    truth: int
    day: int
    speaker: str


class Tongue:
    """An invented language: words by frequency, and for each a few that often follow it."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        names: dict[str, None] = {}
        while len(names) < WORDS:
            names["".join(rng.choices(SYLLABLES, k=1 + min(len(names) // 150, 1) + rng.randrange(2)))] = None
        self.words = list(names)
        self.sums = list(accumulate(1 / (rank + 2.7) for rank in range(WORDS)))
        self.next = [[self.draw() for _ in range(6)] for _ in range(WORDS)]

    def draw(self) -> int:
        """A word by its frequency."""
        return bisect(self.sums, self.rng.random() * self.sums[-1])

    def say(self, length: int) -> list[str]:
        """A run of words: one in three is a usual follower of the word before."""
        told = [self.draw()]
        while len(told) < length:
            told.append(self.rng.choice(self.next[told[-1]]) if self.rng.random() < 1 / 3 else self.draw())
        return [self.words[word] for word in told]


def retold(words: Sequence[str], tongue: Tongue) -> list[str]:
    """The statement as a second outlet prints it: whole, cut, or with one to three words changed."""
    rng, words = tongue.rng, list(words)
    kind = rng.random()
    if kind < 0.45 or len(words) < 6:
        return words
    if kind < 0.7:
        size = rng.randrange(max(5, len(words) // 3), len(words))
        start = rng.randrange(len(words) - size + 1)
        return words[start : start + size]
    for _ in range(rng.randrange(1, 4)):
        place, change = rng.randrange(len(words)), rng.randrange(3)
        words[place : place + (change != 1)] = [] if change == 0 else tongue.say(1)
    return words


def quotes(count: int, seed: int = 1) -> list[Told]:
    """So many quotes, in an order that says nothing."""
    rng = random.Random(seed)
    tongue = Tongue(rng)
    slogans, stock = ([tongue.say(rng.randrange(3, 6)) for _ in range(n)] for n in (SLOGANS, STOCK))
    sizes = list(accumulate(size**-2.2 for size in range(1, LARGEST + 1)))
    found: list[Told] = []
    truth = 0
    while len(found) < count:
        truth += 1
        day, speaker = rng.randrange(730), f"{tongue.say(1)[0]} {tongue.say(1)[0]}".title()
        if rng.random() < 0.03:
            found.append(Told(printed(rng.choice(slogans), rng), truth, day, speaker))
            continue
        said = tongue.say(min(60, max(4, round(rng.lognormvariate(2.8, 0.5)))))
        if rng.random() < 0.1:
            said[len(said) // 2 : len(said) // 2] = rng.choice(stock)
        for _ in range(1 + bisect(sizes, rng.random() * sizes[-1])):
            found.append(Told(printed(retold(said, tongue), rng), truth, day + rng.randrange(3), speaker))
    rng.shuffle(found)
    return found[:count]


def printed(words: Sequence[str], rng: random.Random) -> str:
    """The words as print: a capital, a comma, a full stop or none."""
    text = " ".join(words)
    return text[0].upper() + text[1:] + rng.choice((".", ",", "", "!"))


def joined(pairs: Iterable[tuple[int, int]], count: int) -> list[int]:
    """The number of the group of each quote, when pairs are joined."""
    parent = list(range(count))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, j in pairs:
        parent[root(i)] = root(j)
    return [root(i) for i in range(count)]


def quality(groups: Sequence[int], truths: Sequence[int]) -> tuple[float, float]:
    """Recall and precision over pairs of quotes of one statement."""

    def couples(sizes: Iterable[int]) -> int:
        return sum(size * (size - 1) // 2 for size in sizes)

    both = couples(Counter(zip(groups, truths, strict=True)).values())
    return both / couples(Counter(truths).values()), both / max(1, couples(Counter(groups).values()))


def ours(told: list[Told], *, read: bool = False) -> tuple[float, Iterable[tuple[int, int]]]:
    """CPU seconds and pairs of `quotetrace.match`."""
    import numpy as np

    from quotetrace.match import match
    from quotetrace.models import Article, Quote, Span

    articles, found = {}, []
    days = [(date(2021, 1, 1) + timedelta(day)).isoformat() for day in range(800)]
    for name, quote in zip(map(str, range(len(told))), told, strict=True):
        articles[name] = Article(name, name, quote.text, outlet=f"outlet {name}", published=days[quote.day])
        span = Span(0, len(quote.text))
        found.append(Quote(name, name, span, quote.text, "direct", speaker=quote.speaker, confidence=0.9))
    told.clear()
    began = time.process_time()
    pairs = match(found, articles)
    assert all(a != b for a, b in pairs.ids())
    seconds = time.process_time() - began
    if read:
        assert all(pair.support for pair in pairs)
        seconds = time.process_time() - began
    ids = np.fromiter((int(a) << 32 | int(b) for a, b in pairs.ids()), dtype=np.int64)
    return seconds, ((both >> 32, both & 0xFFFFFFFF) for both in map(int, ids))


def minhash(told: list[Told]) -> tuple[float, list[tuple[int, int]]]:
    """CPU seconds and pairs of rensa: word pairs with one skip, 128 permutations, 32 bands, rapidfuzz to accept."""
    from rapidfuzz import fuzz
    from rensa import RMinHash, RMinHashLSH

    began = time.process_time()
    texts = [quote.text.lower().strip(".,!") for quote in told]
    told.clear()
    first: dict[str, int] = {}
    pairs = [(i, first.setdefault(text, i)) for i, text in enumerate(texts)]
    index, hashes = RMinHashLSH(0.5, 128, 32), {}
    for text, i in first.items():
        words = text.split()
        hashes[i] = RMinHash(128, 42)
        hashes[i].update([f"{a} {b}" for step in (1, 2) for a, b in zip(words, words[step:], strict=False)] or words)
        index.insert(i, hashes[i])
    for i, sketch in hashes.items():
        for j in index.query(sketch):
            if j < i and accepted(texts[i], texts[j], fuzz.partial_ratio(texts[i], texts[j])):
                pairs.append((i, j))
    return time.process_time() - began, pairs


def accepted(one: str, other: str, partial: float) -> bool:
    """One is nearly held in the other, and is long enough for that to mean something."""
    return partial >= 88 and min(len(one), len(other)) >= 20


def all_pairs(told: list[Told]) -> tuple[float, list[tuple[int, int]]]:
    """CPU seconds and pairs of rapidfuzz over every pair."""
    import numpy as np
    from rapidfuzz import fuzz, process

    began = time.process_time()
    texts = [quote.text.lower().strip(".,!") for quote in told]
    pairs = []
    for i in range(0, len(texts), 500):
        scores = process.cdist(texts[i : i + 500], texts, scorer=fuzz.partial_ratio, score_cutoff=88, dtype=np.uint8)
        for a, b in np.argwhere(scores).tolist():
            if i + a < b and accepted(texts[i + a], texts[b], float(scores[a, b])):
                pairs.append((i + a, b))
    return time.process_time() - began, pairs


def read(told: list[Told]) -> tuple[float, Iterable[tuple[int, int]]]:
    """The same with every pair read: aligned, and with what supports it."""
    return ours(told, read=True)


MATCHERS = {"quotetrace": ours, "quotetrace-read": read, "rensa": minhash, "all-pairs": all_pairs}


def measure(name: str, count: int, seed: int) -> None:
    """Print the figures of one matcher as a line of JSON."""
    told = quotes(count, seed)
    truths = array("q", (quote.truth for quote in told))
    seconds, found = MATCHERS[name](told)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pairs = list(found)
    recall, precision = quality(joined(pairs, count), truths)
    figures = {"matcher": name, "quotes": count, "cpu_seconds": round(seconds, 1), "memory_mb": round(memory)}
    print(json.dumps({**figures, "recall": round(recall, 4), "precision": round(precision, 4), "pairs": len(pairs)}))


def main() -> None:
    """Run each matcher in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("quotes", type=int, nargs="?", default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rensa", metavar="PYTHON", help="a python that has requirements-rensa.txt installed")
    parser.add_argument("--only", choices=MATCHERS)
    args = parser.parse_args()
    if args.only:
        measure(args.only, args.quotes, args.seed)
        return
    runs = {"quotetrace": sys.executable, "quotetrace-read": sys.executable}
    if args.rensa:
        runs["rensa"] = args.rensa
    if args.quotes <= 3_000:
        runs["all-pairs"] = sys.executable
    for name, python in runs.items():
        command = [python, __file__, str(args.quotes), "--seed", str(args.seed), "--only", name]
        subprocess.run(command, check=True, cwd=Path(__file__).parent)


if __name__ == "__main__":
    main()
