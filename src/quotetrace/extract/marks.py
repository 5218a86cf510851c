"""Which stretches of a text stand in quotation marks; whether they are speech is not asked here."""

import re
from functools import lru_cache
from typing import Final

from quotetrace.extract.glyphs import Mark, marks
from quotetrace.extract.pairing import Pairing
from quotetrace.syntax import Stretch

_PARAGRAPH: Final = re.compile(r"\n\s*")
_PARAGRAPH_STOPS: Final = frozenset('.!?:"”')
_SAMPLE: Final = 20_000  # characters that show whether the lines are broken at one width
_FULL_LINE: Final = range(45, 91)
_LONG_GAP: Final = 5  # paragraphs without a mark that an open quotation may run over


@lru_cache(maxsize=1)  # marks are paired, then words are taken, in the paragraphs of one text
def paragraphs(text: str, start: int = 0) -> tuple[tuple[int, int], ...]:
    """Spans of the paragraphs of ``text`` from ``start`` on, without their line ends.

    A single line break inside a sentence (the next line goes on in lower case, or the whole text is wrapped at one
    width) does not end a paragraph.
    """
    wrapped: bool | None = None  # asked only where a line is broken
    spans: list[tuple[int, int]] = []
    begin = start
    for gap in _PARAGRAPH.finditer(text, start):
        end, after = gap.span()
        if text[end - 1 : end] == "\r":
            end -= 1
        if text.count("\n", end, after) == 1:
            if wrapped is None:
                wrapped = _is_wrapped(text)
            if _goes_on(text, begin, end, after, wrapped):
                continue
        spans.append((begin, end))
        begin = after
    spans.append((begin, len(text)))
    return tuple([(begin, end) for begin, end in spans if begin < end and not _is_blank(text, begin, end)])


def _is_blank(text: str, begin: int, end: int) -> bool:
    return text[begin].isspace() and text[begin:end].isspace()


def _goes_on(text: str, begin: int, end: int, after: int, wrapped: bool) -> bool:
    """Whether the paragraph that starts at ``begin`` goes on after the single line break ``[end, after)``."""
    if after == len(text) or not (wrapped or text[after].islower()):
        return False
    if wrapped:
        line = max(begin, text.rfind("\n", begin, end) + 1)
        return end - line >= _FULL_LINE.start
    return begin == end or text[end - 1] not in _PARAGRAPH_STOPS


def _is_wrapped(text: str) -> bool:
    """Whether the lines are broken at one width, as in old wire copy, rather than at paragraphs."""
    if "\n\n" not in text and "\n\r\n" not in text:
        return False
    lines = [len(line) for line in text[:_SAMPLE].split("\n") if line.strip()]
    full = sum([length in _FULL_LINE for length in lines])
    return len(lines) > 8 and full > 0.6 * len(lines)


def stretches(text: str, start: int = 0) -> list[Stretch]:
    """Every stretch of ``text`` in quotation marks, in order of its start; a nested one names its ``parent``.

    Marks are paired within a paragraph, by glyph and by neighbours. A quotation re-opened in the next paragraph
    ``continues``; a missing mark is a defect, and such a stretch never leaves its paragraph. Linear in the text.
    """
    all_marks = marks(text, start)
    spans = paragraphs(text, start) if all_marks else ()
    found: list[Stretch] = []
    carried: Mark | None = None
    index = 0
    for number, (begin, end) in enumerate(spans):
        first = index
        while index < len(all_marks) and all_marks[index].start < end:
            index += 1
        if first == index and carried is None:
            continue
        reach = spans[min(number + _LONG_GAP, len(spans) - 1)][1]
        following = next((mark for mark in all_marks[index : index + 1] if mark.start < reach), None)
        pairing = Pairing(text, begin, end, all_marks[first:index])
        carried = pairing.run(carried, following)
        found += pairing.found
    return nested(sorted(found, key=lambda s: (s.outer_start, -s.outer_end)))


def nested(found: list[Stretch]) -> list[Stretch]:
    """The same stretches, each with the index of the one around it as its parent."""
    out: list[Stretch] = []
    around: list[int] = []
    for stretch in found:
        while around and out[around[-1]].outer_end <= stretch.outer_start:
            around.pop()
        out.append(stretch.inside(around[-1]) if around else stretch)
        around.append(len(out) - 1)
    return out
