"""Lines as they stand on a printed page → paragraphs: a PDF knows where words are, and not where a paragraph ends."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

LIGATURES = str.maketrans(
    dict(zip("ﬀﬁﬂﬃﬄﬅﬆ\u00ad\u00a0\0", ("ff", "fi", "fl", "ffi", "ffl", "st", "st", "-", " ", ""), strict=True))
)
"""Signs that a printer sets for letters."""
WIDER = 1.25
"""A gap between two lines is that between paragraphs from so many times the usual one on."""
COMMON = 0.1
"""The share of all distances between lines from which one is common."""
INDENT = 0.6
"""A line that starts further right than the one before, by this share of the size of its letters, is indented."""
SHORT = 0.75
"""A line that with the next word would have been shorter than this share of the width had room for it."""
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»“)\]]{0,3}$")
_FIGURES = re.compile(r"\d{1,9}")
_WORD = re.compile(r"\w+")
_HYPHENATED = re.compile(r"(?<!\w)([^\W\d_]{1,40})-$")


class Line(NamedTuple):
    """One printed line: where it starts, in points from the left and from the bottom, and the size of its letters."""

    text: str
    x: float
    y: float
    size: float


def paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """The paragraphs of a document from the lines of its pages, without running heads and page numbers."""
    lines = [line for page in _without_heads([_clean(page) for page in pages]) for line in page]
    words = Counter(word.casefold() for line in lines for word in _WORD.findall(line.text))
    step, width = _step(lines), max((len(line.text) for line in lines), default=0)
    parts: list[str] = []
    last = None
    for line in lines:
        if last and _ends(last, line, step, width):
            yield "".join(parts)
            parts = []
        elif last:
            parts[-1] = _before(line.text, last.text, words)
        parts.append(line.text)
        last = line
    if parts:
        yield "".join(parts)


def _clean(page: Sequence[Line]) -> list[Line]:
    lines = (line._replace(text=" ".join(line.text.translate(LIGATURES).split())) for line in page)
    return [line for line in lines if line.text]


def _without_heads(pages: Sequence[list[Line]]) -> Iterator[list[Line]]:
    """Each page without a first or last line that is a figure, or that most pages have too, figures aside."""
    shapes = [[_FIGURES.sub("#", page[at].text) for at in (0, -1)] for page in pages if page]
    edges = Counter(shape for page in shapes for shape in set(page))
    for page in pages:
        for at in (0, -1):
            shape = _FIGURES.sub("#", page[at].text) if page else ""
            if len(pages) > 1 and (shape == "#" or edges[shape] > max(2, len(pages) / 2)):
                page.pop(at)
        yield page


def _step(lines: Sequence[Line]) -> float:
    """The distance from a line to the next of its paragraph: the least that is common. 0 where there is none."""
    gaps = Counter(round(one.y - two.y, 1) for one, two in pairwise(lines) if one.y > two.y)
    common = [gap for gap, count in gaps.items() if count >= max(2, COMMON * gaps.total())]
    return min(common or gaps, default=0.0)


def _ends(last: Line, line: Line, step: float, width: int) -> bool:
    """Whether a paragraph ends between two lines."""
    sentence_ended = _SENTENCE_END.search(last.text) is not None
    if abs(last.size - line.size) > 0.1 * last.size:
        return True
    if _HYPHENATED.search(last.text) or line.text[0].islower():
        return False
    if line.y >= last.y:  # the next column, or the next page
        return sentence_ended
    if last.y - line.y > WIDER * step or line.x - last.x > INDENT * line.size:
        return True
    return sentence_ended and len(last.text) + 1 + len(line.text.split(" ", 1)[0]) < SHORT * width


def _before(line: str, last: str, words: Counter[str]) -> str:
    """``last`` as it stands before ``line`` in a paragraph.

    A hyphen at its end stays, unless the document has the word without it elsewhere: nothing else tells "well-known"
    from "govern-ment".
    """
    cut, rest = _HYPHENATED.search(last), _WORD.match(line)
    if not cut or not rest or not line[0].islower():
        return f"{last} "
    return last[:-1] if words[(cut.group(1) + rest.group()).casefold()] else last
