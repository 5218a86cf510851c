"""The pair that `match` hands on: word numbers become places in the two articles."""

from collections.abc import Sequence

from quotetrace.match.likeness import Likeness
from quotetrace.models import Aligned, Evidence, Pair, Quote, Side, Span
from quotetrace.text import Block, Op, Word, words


def paired(a: Quote, b: Quote, alike: Likeness, score: float, support: tuple[Evidence, ...]) -> Pair:
    """The pair of two quotes whose folded words are aligned as ``alike`` says."""
    here, there = words(a.text, a.span.start), words(b.text, b.span.start)
    printed = _printed(a, here), _printed(b, there)
    rows = [row for block in alike.blocks for row in _rows(block, here, there, printed)]
    return Pair(
        Side(a, a.span.start, a.text),
        Side(b, b.span.start, b.text),
        Span(here[alike.a_from].start, here[alike.a_to - 1].end),
        Span(there[alike.b_from].start, there[alike.b_to - 1].end),
        tuple(rows),
        score,
        support,
    )


Printed = tuple[tuple[object, ...], ...]


def _printed(quote: Quote, folded: Sequence[Word]) -> Printed:
    """For each folded word what tells its print from another's: all words of its contraction, and stars in it."""
    together: dict[int, list[str]] = {}
    for word in folded:
        together.setdefault(word.start, []).append(word.key)
    start = quote.span.start
    return tuple((*together[word.start], "*" in quote.text[word.start - start : word.end - start]) for word in folded)


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
