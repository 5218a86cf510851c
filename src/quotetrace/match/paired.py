"""The pair that `match` hands on: word numbers become places in the two articles."""

from collections.abc import Sequence

from quotetrace.match.likeness import Likeness
from quotetrace.models import Aligned, Evidence, Pair, Quote, Side, Span
from quotetrace.text import Block, Word, words


def paired(a: Quote, b: Quote, alike: Likeness, score: float, support: tuple[Evidence, ...]) -> Pair:
    """The pair of two quotes whose folded words are aligned as ``alike`` says."""
    here, there = words(a.text, a.span.start), words(b.text, b.span.start)
    rows = [row for block in alike.blocks for row in _rows(block, here, there)]
    return Pair(
        Side(a, a.span.start, a.text),
        Side(b, b.span.start, b.text),
        Span(here[alike.a_from].start, here[alike.a_to - 1].end),
        Span(there[alike.b_from].start, there[alike.b_to - 1].end),
        tuple(rows),
        score,
        support,
    )


def _rows(block: Block, a: Sequence[Word], b: Sequence[Word]) -> list[Aligned]:
    """One block with places; stems that are equal in words that are not are replaced words."""
    if block.op != "equal":
        return [_row(block, a, b)]
    rows: list[Block] = []
    for i in range(block.a_to - block.a_from):
        here, there = block.a_from + i, block.b_from + i
        op = "equal" if a[here].key == b[there].key else "replace"
        if rows and rows[-1].op == op:
            rows[-1] = rows[-1]._replace(a_to=here + 1, b_to=there + 1)
        else:
            rows.append(Block("equal" if op == "equal" else "replace", here, here + 1, there, there + 1))
    return [_row(row, a, b) for row in rows]


def _row(block: Block, a: Sequence[Word], b: Sequence[Word]) -> Aligned:
    return Aligned(block.op, _span(a[block.a_from : block.a_to]), _span(b[block.b_from : block.b_to]))


def _span(stretch: Sequence[Word]) -> Span | None:
    return Span(stretch[0].start, stretch[-1].end) if stretch else None
