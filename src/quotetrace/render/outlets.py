"""A scan by outlet, as blocks: who takes from whom, how often, how sure that is, with what changes."""

from collections import Counter
from collections.abc import Iterator, Sequence

from quotetrace.models import Flow, Scan
from quotetrace.render.names import RELATIONS, count, percent, troubles
from quotetrace.render.rows import Block, Piece, Row, columns, joined, row
from quotetrace.render.safe import one_line

HEADS = ("from", "to", "statements", "copied", "credited", "sure")
NAMES = 2  # of these are names, to the left; the others are numbers, to the right
LONGEST = 20  # columns that a name may take before what follows is no longer aligned


def blocks(found: Scan) -> Iterator[Block]:
    """Two rows for every two outlets of which one takes from the other, the busiest first; the sum."""
    if found.flows:
        yield Block(tuple(_table(found.flows)))
    taken = count(len(found.flows), "way from outlet to outlet", "ways from outlet to outlet")
    yield Block((row(", ".join([count(len(found.articles), "article"), taken, *troubles(found.problems)])),))


def _table(flows: Sequence[Flow]) -> Iterator[Row]:
    cells = [_cells(flow) for flow in flows]
    widths = [min(LONGEST, max(map(columns, column))) for column in zip(HEADS, *cells, strict=True)]
    yield row(Piece(_names(HEADS, widths) + _numbers(HEADS, widths), "number"))
    for flow, texts in zip(flows, cells, strict=True):
        yield row(Piece(_names(texts, widths), "outlet"), _numbers(texts, widths))
        yield row(*joined(_details(flow), ", "), indent=3, hang=2)


def _cells(flow: Flow) -> tuple[str, ...]:
    numbers = (flow.statements, flow.copied, flow.credited)
    return one_line(flow.source), one_line(flow.target), *(f"{one:,}" for one in numbers), percent(flow.confidence)


def _names(cells: Sequence[str], widths: Sequence[int]) -> str:
    pairs = zip(cells[:NAMES], widths, strict=False)
    return "".join(text + " " * max(0, width - columns(text)) + "  " for text, width in pairs)


def _numbers(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(text.rjust(width) for text, width in zip(cells[NAMES:], widths[NAMES:], strict=True))


def _details(flow: Flow) -> Iterator[Piece]:
    """In how many articles; how many statements came in which relation, in readers' words; how many with which flag."""
    yield Piece(f"in {count(flow.articles, 'article')}", "quiet")
    told = Counter[str]()
    for name, number in flow.relations:
        told[_said(name)] += number
    for words, number in told.most_common():
        yield Piece(f"{words} {number:,}", "quiet")
    for name, number in flow.flags:
        yield Piece(f"{name} {number:,}", "warning")


def _said(relation: str) -> str:
    return {str(name): words for name, words in RELATIONS.items()}.get(relation, relation)
