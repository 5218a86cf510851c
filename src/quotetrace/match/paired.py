"""The pair that `match` hands on: word numbers become places in the two articles."""

from collections.abc import Sequence

from quotetrace.match.meeting import Judged
from quotetrace.models import Aligned, Pair, Side, Span
from quotetrace.text import Block, Op, Word, words


def paired(row: Judged) -> Pair:
    """The pair of two quotes whose folded words are aligned as their likeness says."""
    a, b, alike = row.meeting.a, row.meeting.b, row.meeting.case.alike
    here, there = words(a.text, a.start), words(b.text, b.start)
    printed = _printed(a, here), _printed(b, there)
    return Pair(
        a,
        b,
        Span(here[alike.a_from].start, here[alike.a_to - 1].end),
        Span(there[alike.b_from].start, there[alike.b_to - 1].end),
        tuple(line for block in alike.blocks for line in _rows(block, here, there, printed)),
        row.score,
        row.support,
    )


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
        return [_row(block, a, b)]
    rows: list[Block] = []
    for here, there in zip(range(block.a_from, block.a_to), range(block.b_from, block.b_to), strict=True):
        op: Op = "equal" if printed[0][here] == printed[1][there] else "replace"
        if rows and rows[-1].op == op:
            rows[-1] = rows[-1]._replace(a_to=here + 1, b_to=there + 1)
        else:
            rows.append(Block(op, here, here + 1, there, there + 1))
    return [_row(row, a, b) for row in rows]


def _row(block: Block, a: Sequence[Word], b: Sequence[Word]) -> Aligned:
    return Aligned(block.op, _span(a[block.a_from : block.a_to]), _span(b[block.b_from : block.b_to]))


def _span(stretch: Sequence[Word]) -> Span | None:
    return Span(stretch[0].start, stretch[-1].end) if stretch else None
