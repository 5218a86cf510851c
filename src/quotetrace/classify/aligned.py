"""The words of a pair at their places: which of them are the same in print, and which are not."""

from collections.abc import Sequence
from dataclasses import dataclass

from quotetrace.models import Block, Op, Pair, Side, Span
from quotetrace.text import Word


@dataclass(frozen=True, slots=True)
class Aligned:
    """Words that correspond: spans in the two articles, None on the side that has no words; ``op`` None if the same."""

    op: Op | None
    a: Span | None
    b: Span | None


def aligned(pair: Pair, a: Sequence[Word], b: Sequence[Word]) -> tuple[Aligned, ...]:
    """The blocks of a pair with places, split where words are alike but not the same.

    Args:
        a, b: the folded words of the two sides.
    """
    printed = _printed(pair.a, a), _printed(pair.b, b)
    return tuple(row for block in pair.blocks for row in _rows(block, a, b, printed))


Printed = tuple[tuple[object, ...], ...]


def _printed(side: Side, folded: Sequence[Word]) -> Printed:
    """For each folded word what tells its print from another's: all words of its contraction, and stars in it."""
    together: dict[int, list[str]] = {}
    for word in folded:
        together.setdefault(word.start, []).append(word.key)
    return tuple(
        (*together[word.start], "*" in side.text[word.start - side.start : word.end - side.start]) for word in folded
    )


def _rows(block: Block, a: Sequence[Word], b: Sequence[Word], printed: tuple[Printed, Printed]) -> list[Aligned]:
    """One block with places; where only the stems are equal, or a contraction was written out, words are replaced."""
    if block.op != "equal":
        return [Aligned(block.op, span(a[block.a_from : block.a_to]), span(b[block.b_from : block.b_to]))]
    runs: list[tuple[Op | None, int, int]] = []
    for i in range(block.a_to - block.a_from):
        op: Op | None = None if printed[0][block.a_from + i] == printed[1][block.b_from + i] else "replace"
        if runs and runs[-1][0] == op:
            runs[-1] = (op, runs[-1][1], i + 1)
        else:
            runs.append((op, i, i + 1))
    return [
        Aligned(op, span(a[block.a_from + i : block.a_from + j]), span(b[block.b_from + i : block.b_from + j]))
        for op, i, j in runs
    ]


def span(stretch: Sequence[Word]) -> Span | None:
    """From the first of some words to the last; None for none."""
    return Span(stretch[0].start, max(word.end for word in stretch)) if stretch else None
