"""Which words of two texts are names: what is said of a name is more than the name."""

import re
from collections.abc import Collection, Sequence

import numpy as np

from quotetrace.lang import codes, load
from quotetrace.match.corpus import SMALL, Corpus
from quotetrace.match.lexicon import Ints, Small
from quotetrace.match.likeness import Likeness
from quotetrace.match.said import Floats
from quotetrace.text import Word, words

STOP = re.compile(r"[.!?:]")
FEW = 10  # words in common that may be nothing but names
LONG = 4  # letters from which a headline prints a word with a capital, and an abbreviation has fewer: "Gov. Lund"


def named(text: str, titles: Collection[str]) -> frozenset[int]:
    """The places of the words of a text that are names, by their capitals, and titles beside them; none in a headline.

    A word that opens a sentence is one where a name follows it.

    >>> sorted(named("Today former Mayor Ilka Brandovar spoke. Nobody heard it.", {"former", "mayor"}))
    [1, 2, 3, 4]
    """
    found = words(text)
    capital = [text[word.start].isupper() and word.key != "i" for word in found]
    if all(capital[i] or word.key in SMALL or word.end - word.start < LONG for i, word in enumerate(found)):
        return frozenset()
    opens = [_opens(text, found, i) for i in range(len(found))]
    inside = [x and not y for x, y in zip(capital, opens, strict=True)]
    before_name = [*inside[1:], False]
    names = {i for i in range(len(found)) if inside[i] or (capital[i] and before_name[i])}
    for order, step in ((reversed(range(len(found))), 1), (range(len(found)), -1)):
        for i in order:
            if found[i].key in titles and i + step in names:
                names.add(i)
    return frozenset(names)


def _opens(text: str, found: Sequence[Word], i: int) -> bool:
    """Whether a word begins a sentence, or the text."""
    if not i:
        return True
    last = found[i - 1]
    gap = text[last.end : found[i].start]
    abbreviated = gap.startswith(".") and text[last.start].isupper() and last.end - last.start < LONG
    return bool(STOP.search(gap)) and not abbreviated


def names_of(texts: Corpus, i: int, j: int, alike: Likeness | None) -> float:
    """What the words in common say that are names in either text, in bits; 0 of two in marks, or of many words."""
    if not alike or alike.words > FEW or not (texts.reported[i] or texts.reported[j]):
        return 0.0
    code = texts.said.home(int(texts.order[texts.bounds[i]])).language
    titles, bits = load(code if code in codes() else "en").words["titles"], texts.bits(i)
    here, there = (named(texts.printed(text), titles) for text in (i, j))
    return sum(
        bits[k]
        for block in alike.blocks
        if block.op == "equal" and alike.stretch[0] <= block.a_from < alike.stretch[1]
        for k in range(block.a_from, block.a_to)
        if k in here or block.b_from + k - block.a_from in there
    )


def names_of_some(texts: Corpus, i: Small, j: Small, rows: Ints) -> Floats:
    """What the names in common say of some couples of texts; 0 of the others."""
    found = np.zeros(len(i))
    for row in rows.tolist():
        one, other = int(i[row]), int(j[row])
        found[row] = names_of(texts, one, other, texts.likeness(one, other))
    return found
