"""The headline at the top of a text: the first lines, if they end like no sentence and prose follows."""

import re
from collections.abc import Sequence

from quotetrace.models import Span
from quotetrace.read.lines import LONGEST, Line, credit_line, dateline, is_byline, masthead

MOST_LINES = 3
WRAPPED = 110
"""Characters of the longest line in a text whose prose is broken into lines."""
_SENTENCE_END = re.compile(r"[.…:;,]['\"”’»“)\]]*$")
_ITEM = re.compile(r"[-*•–—|>]\s|\d{1,2}[.)]\s")
_QUESTION = re.compile(r"Q\d{0,2}[:.]\s")
_MARKS = frozenset("\"“”„‟«»'‘’")


def headline(lines: Sequence[Line], title: str | None) -> Span | None:
    """Where the headline stands among the first ``lines``, or None; the outlet's name and the date may stand over it.

    It is what equals ``title``, where the article has one; else up to three lines that end without a stop.
    """
    lines = lines[len(masthead(lines)) :]
    return (_same_as(title, lines) if title else None) or _by_look(lines)


def _same_as(title: str, lines: Sequence[Line]) -> Span | None:
    wanted, found = _fold(title), ""
    for line in lines:
        found += _fold(line.text[: 2 * len(title)])
        if found == wanted:
            return Span(lines[0].start, line.end)
        if not wanted.startswith(found):
            break
    return None


def _fold(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _by_look(lines: Sequence[Line]) -> Span | None:
    block = _block(lines)
    if _is_wrapped(block):
        head = block if len(block) <= MOST_LINES and _looks(block[-1]) else []
    else:
        head = []
        for number, line in enumerate(lines[:MOST_LINES]):
            if not _looks(line) or masthead(lines[number:]) or (number and _is_text(lines, number)):
                break
            head.append(line)
    prose = any(_SENTENCE_END.search(line.text[-20:]) for line in lines[len(head) :])
    return Span(_words_start(head[0]), head[-1].end) if head and prose else None


def _words_start(line: Line) -> int:
    """Past the "#" of a Markdown heading."""
    return line.start + len(line.text) - len(line.text.lstrip("# "))


def _looks(line: Line) -> bool:
    text = line.text
    return (
        len(text) <= LONGEST
        and not _SENTENCE_END.search(text[-20:])
        and any(map(str.isalpha, text))
        and not (credit_line(line) or dateline(line) or is_byline(text))
    )


def _is_text(lines: Sequence[Line], number: int) -> bool:
    """Whether the line is an item of a list, or of lines that are a table, a transcript or a dialogue."""
    text, others = lines[number].text, [line.text for line in lines[number + 1 :]]
    following = others[:1]
    if _ITEM.match(text) or any(text.count(" | ") == other.count(" | ") > 0 for other in following):
        return True
    label, colon, _ = text.partition(":")
    if (colon and any(other.startswith(label + ":") for other in others)) or _QUESTION.match(text):
        return True
    return text[0] in _MARKS and text[-1] in _MARKS and any(other[0] in _MARKS for other in following)


def _block(lines: Sequence[Line]) -> list[Line]:
    """The first lines up to a blank one."""
    block = list(lines[:1])
    for line in lines[1:]:
        if line.number != block[-1].number + 1:
            break
        block.append(line)
    return block


def _is_wrapped(block: Sequence[Line]) -> bool:
    short = all(len(line.text) <= WRAPPED for line in block)
    return short and any(line.text[0].islower() for line in block[1:])
