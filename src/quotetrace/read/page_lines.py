"""Lines as they were printed → paragraphs: a PDF knows where words stand on a page, and not where a paragraph ends."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

LIGATURES = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        "\u00ad": "-",
        "\u00a0": " ",
        "\0": "",
    }
)
"""Signs that a printer sets for letters."""
FULL = 0.9
"""A line that the first word of the next would have filled to this share was broken for want of room."""
_FIGURES = re.compile(r"\d{1,9}")
_WORD = re.compile(r"\w+")
_HYPHENATED = re.compile(r"(?<!\w)([^\W\d_]{1,40})-$")


def paragraphs(pages: Sequence[str]) -> Iterator[str]:
    """The paragraphs of a document from the lines of its pages, without running heads and page numbers."""
    lines = [line for page in _without_heads([_lines(page) for page in pages]) for line in page]
    words = Counter(word.casefold() for line in lines for word in _WORD.findall(line))
    width = _width(lines)
    parts: list[str] = []
    for line in lines:
        if parts and _ends(parts[-1], line, width):
            yield "".join(parts)
            parts = []
        if parts:
            parts[-1] = _before(line, parts[-1], words)
        parts.append(line)
    if parts:
        yield "".join(parts)


def _lines(page: str) -> list[str]:
    rows = (" ".join(row.split()) for row in page.translate(LIGATURES).split("\n"))
    return [row for row in rows if row]


def _without_heads(pages: Sequence[list[str]]) -> Iterator[list[str]]:
    """Each page without a first or last line that most pages have too, but for figures, or that is a figure alone."""
    edges = Counter(_FIGURES.sub("#", line) for page in pages for line in {page[0], page[-1]} if page)
    for page in pages:
        for at in (0, -1):
            if page and (
                edges[key := _FIGURES.sub("#", page[at])] > max(2, len(pages) / 2) or (key == "#" and len(pages) > 1)
            ):
                page.pop(at)
        yield page


def _width(lines: Sequence[str]) -> int:
    """Characters of a full line: nine in ten are no longer."""
    lengths = sorted(map(len, lines))
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _ends(last: str, line: str, width: int) -> bool:
    """Whether a paragraph ends between two lines: the first had room left for the next word."""
    if line[0].islower() or _HYPHENATED.search(last):
        return False
    return len(last) + 1 + len(line.split(" ", 1)[0]) < FULL * width


def _before(line: str, last: str, words: Counter[str]) -> str:
    """``last`` as it stands before ``line`` in a paragraph.

    A hyphen at its end stays, unless the document has the word without it elsewhere: nothing else tells "well-known"
    from "govern-ment".
    """
    cut = _HYPHENATED.search(last)
    if not cut or not line[0].islower():
        return f"{last} "
    whole = cut.group(1) + _WORD.match(line).group()  # type: ignore[union-attr]
    return last[:-1] if words[whole.casefold()] else last
