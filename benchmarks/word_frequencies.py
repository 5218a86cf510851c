"""Writes src/quotetrace/match/words-en.txt: how common English words are, as bits of surprise.

    pip install symspellpy==6.10.1   (MIT; its list is Google's public counts of the words that SCOWL knows)
    python benchmarks/word_frequencies.py

Counts are added up over our own folded and stemmed words, so the list holds what `match` looks up and no more. Words
rarer than one in 2**19 are left out: they count as rare. Run again whenever folding or the stemmer changes.
"""

import math
from collections import Counter, defaultdict
from importlib.resources import files
from pathlib import Path

from quotetrace.match.stem import stem
from quotetrace.text import fold

TARGET = Path(__file__).parent.parent / "src" / "quotetrace" / "match" / "words-en.txt"
RAREST = 19
HEADER = """\
# English words by bits of surprise, -log2 of their share of all words; folded and stemmed as `match` does.
# Made by benchmarks/word_frequencies.py from the list in symspellpy 6.10.1 (MIT), itself Google's public word
# counts for the words of SCOWL. A line: the bits, then the words.
"""


def main() -> None:
    """Count, convert, write."""
    source = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt")
    counts: Counter[str] = Counter()
    for line in source.read_text(encoding="utf-8-sig").splitlines():
        word, number = line.split()
        for key in fold(word):
            counts[stem(key)] += int(number)
    total = sum(counts.values())
    by_bits: dict[int, list[str]] = defaultdict(list)
    for word, number in counts.items():
        by_bits[round(-math.log2(number / total))].append(word)
    lines = [f"{bits} {' '.join(sorted(by_bits[bits]))}" for bits in sorted(by_bits) if bits <= RAREST]
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
