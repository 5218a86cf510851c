"""How one list of words becomes another. Pure."""

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from quotetrace.models import Block

Run = tuple[int, int, int, int]
MOVED = 3  # words from which a run that was dropped and put in elsewhere was moved


def align(a: Sequence[str], b: Sequence[str], light: Sequence[bool] = ()) -> tuple[Block, ...]:
    """How list ``a`` becomes list ``b``: equal, replaced, inserted, deleted and moved runs, in the order of ``a``.

    The longest common subsequence decides; a lone word in common that is ``light`` in ``a`` ("the", "of") between two
    differences counts as part of them, and a deleted run of three words or more that was inserted elsewhere is moved.
    The blocks cover both lists without overlap; equal blocks run forward on both sides.

    >>> [tuple(block) for block in align(("we", "will", "yield"), ("we", "never", "yield", "again"))]
    [('equal', 0, 1, 0, 1), ('replace', 1, 2, 1, 2), ('equal', 2, 3, 2, 3), ('insert', 3, 3, 3, 4)]
    """
    return _moved(fill(common_runs(a, b, light), len(a), len(b)), a, b)


def common_runs(a: Sequence[str], b: Sequence[str], light: Sequence[bool] | bytes = ()) -> list[Run]:
    """The equal blocks of `align`: first word and the one after the last, in both.

    >>> common_runs(("we", "will", "yield"), ("we", "never", "yield", "again"))
    [(0, 1, 0, 1), (2, 3, 2, 3)]
    """
    blocks = LCSseq.editops(a, b).as_matching_blocks()
    common = [(x.a, x.a + x.size, x.b, x.b + x.size) for x in blocks if x.size]
    return _firm(_slid(common, a, b), light) if len(common) > 1 or light else common


def _firm(common: list[Run], light: Sequence[bool] | bytes) -> list[Run]:
    """The common runs without those that are a lone light word with a difference on either hand."""
    if not any(light):
        return common
    firm: list[Run] = []
    for i, run in enumerate(common):
        lone = run[1] - run[0] == 1 and light[run[0]]
        before = common[i - 1] if i else (0, 0, 0, 0)
        gap = max(run[0] - before[1], run[2] - before[3])
        if not lone or gap == 0:
            firm.append(run)
            continue
        after = common[i + 1] if i + 1 < len(common) else None
        if after and max(after[0] - run[1], after[2] - run[3]) <= 1 and gap <= 1:
            firm.append(run)
    return firm


def _slid(common: list[Run], a: Sequence[str], b: Sequence[str]) -> list[Run]:
    """The common runs, each joined to the next where its words stand before the next as well.

    "I like it, I like it here" / "I like it here": the words in common are the last four, not three and one.
    """
    slid: list[Run] = []
    for run in reversed(common):
        if slid:
            a_from, a_to, b_from, b_to = slid[-1]
            size = run[1] - run[0]
            again = a[a_from - size : a_from] == a[run[0] : run[1]], b[b_from - size : b_from] == b[run[2] : run[3]]
            if all(again) and (run[1] == a_from or run[3] == b_from):
                slid[-1] = (a_from - size, a_to, b_from - size, b_to)
                continue
        slid.append(run)
    return slid[::-1]


def fill(common: list[Run], a_end: int, b_end: int) -> list[Block]:
    """Blocks that cover both lists, made from the runs they have in common."""
    blocks: list[Block] = []
    i = j = 0
    for a_from, a_to, b_from, b_to in [*common, (a_end, a_end, b_end, b_end)]:
        if i < a_from or j < b_from:
            if i < a_from and j < b_from:
                blocks.append(Block("replace", i, a_from, j, b_from))
            else:
                blocks.append(Block("delete" if i < a_from else "insert", i, a_from, j, b_from))
        if a_from < a_to:
            blocks.append(Block("equal", a_from, a_to, b_from, b_to))
        i, j = a_to, b_to
    return blocks


def _moved(blocks: list[Block], a: Sequence[str], b: Sequence[str]) -> tuple[Block, ...]:
    """The blocks, with a run that was dropped in one place and put in at another as one ``move``."""
    if not any(block.op == "delete" and block.a_to - block.a_from >= MOVED for block in blocks):
        return tuple(blocks)
    inserted = {tuple(b[x.b_from : x.b_to]): x for x in blocks if x.op == "insert" and x.b_to - x.b_from >= MOVED}
    moved: list[Block] = []
    gone: set[Block] = set()
    for block in blocks:
        there = inserted.pop(tuple(a[block.a_from : block.a_to]), None) if block.op == "delete" else None
        moved.append(Block("move", block.a_from, block.a_to, there.b_from, there.b_to) if there else block)
        if there:
            gone.add(there)
    return tuple(block for block in moved if block not in gone)
