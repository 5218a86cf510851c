"""How alike two texts are: their alignment, and the stretch of it in which they run together."""

from collections.abc import Sequence
from typing import NamedTuple

from quotetrace.models import Block
from quotetrace.text import Run, align, fill

LOSS = 0.6  # what a bit of differing words takes from a bit of common ones
LEAST = 0.5  # bits that any word counts
SMALL = 2  # words that may differ between the stretch and more equal words
RESUMED = 3  # equal words that go on after words which only one side has
LIGHT = 3.0  # bits below which a lone common word is chance


class Likeness(NamedTuple):
    """``blocks`` is the alignment; ``stretch`` is the common one: first word and the one after the last, in both.

    ``gain``: bits of the words in common in the stretch, less ``LOSS`` times the bits that differ inside it.
    ``common``: bits in common in the stretch, in ``words`` words. ``part`` and ``whole``: ``common`` as a share of the
    shorter and of the longer text. ``overlap``: the stretch ends one text and begins the other.
    """

    blocks: tuple[Block, ...]
    stretch: tuple[int, int, int, int]
    gain: float
    common: float
    words: int
    part: float
    whole: float
    overlap: bool

    def flipped(self) -> "Likeness":
        """The same, seen from the other text."""
        blocks = sorted((_flipped(block) for block in self.blocks), key=lambda block: (block.a_from, block.b_from))
        return self._replace(blocks=tuple(blocks), stretch=(*self.stretch[2:], *self.stretch[:2]))


def likeness(
    a: Sequence[str], b: Sequence[str], a_bits: Sequence[float], b_bits: Sequence[float], *, loose: bool = False
) -> Likeness | None:
    """The likeness of two texts of stems; None when no stretch of them runs together.

    Args:
        a, b: stems, or strings of one character a stem.
        a_bits, b_bits: what each says, at least ``LEAST``, so that a run of small words is worth more than nothing.
        loose: take the whole of the two texts for the stretch, as long as they have a word in common.
    """
    blocks = _held(a, b) or align(a, b, [bits < LIGHT for bits in a_bits])
    gains = [_gain(block, a_bits, b_bits) for block in blocks]
    first, last, gain = (0, len(blocks) - 1, sum(gains)) if loose else _best_run(gains)
    first, last = _reach(blocks, first, -1), _reach(blocks, last, 1)
    inside = zip(blocks[first : last + 1], gains[first : last + 1], strict=True)
    same = [(block, value) for block, value in inside if block.op == "equal"]
    if not same:
        return None
    common = sum(value for _, value in same)
    shorter, longer = sorted((sum(a_bits), sum(b_bits)))
    (head, _), (tail, _) = same[0], same[-1]
    words = sum(block.a_to - block.a_from for block, _ in same)
    bounds = (head.a_from, tail.a_to, head.b_from, tail.b_to)
    starts, ends = (head.a_from == 0, head.b_from == 0), (tail.a_to == len(a), tail.b_to == len(b))
    overlap = (starts, ends) in (((True, False), (False, True)), ((False, True), (True, False)))
    return Likeness(blocks, bounds, gain, common, words, common / shorter, common / longer, overlap)


def identity(bits: Sequence[float]) -> Likeness:
    """The likeness of a text to itself."""
    size, common = len(bits), sum(bits)
    return Likeness((Block("equal", 0, size, 0, size),), (0, size, 0, size), common, common, size, 1.0, 1.0, False)


def held(a: str, b: str) -> list[Run]:
    """The one run in common where one text holds the other whole, which is most of what there is; else nothing."""
    size = min(len(a), len(b))
    i, j = (a.find(b), 0) if len(a) > len(b) else (0, b.find(a))
    return [(i, i + size, j, j + size)] if size and i >= 0 and j >= 0 else []


def _held(a: Sequence[str], b: Sequence[str]) -> tuple[Block, ...]:
    """The alignment where one text holds the other whole; empty where it does not."""
    if not (isinstance(a, str) and isinstance(b, str)):
        return ()
    return tuple(fill(held(a, b), len(a), len(b))) if held(a, b) else ()


def _flipped(block: Block) -> Block:
    op = block.op
    turned = "insert" if op == "delete" else "delete" if op == "insert" else op
    return Block(turned, block.b_from, block.b_to, block.a_from, block.a_to)


def _gain(block: Block, a_bits: Sequence[float], b_bits: Sequence[float]) -> float:
    here, there = sum(a_bits[block.a_from : block.a_to]), sum(b_bits[block.b_from : block.b_to])
    return here if block.op == "equal" else -LOSS * max(here, there)


def _reach(blocks: Sequence[Block], end: int, step: int) -> int:
    """The end of a stretch, moved out to equal words that follow a small difference, or words only one side has."""
    while 0 <= end + 2 * step < len(blocks) and blocks[end + 2 * step].op == "equal":
        between, beyond = blocks[end + step], blocks[end + 2 * step]
        dropped = between.op in ("insert", "delete") and beyond.a_to - beyond.a_from >= RESUMED
        if not dropped and max(between.a_to - between.a_from, between.b_to - between.b_from) > SMALL:
            break
        end += 2 * step
    return end


def _best_run(gains: Sequence[float]) -> tuple[int, int, float]:
    """First and last index of the run with the greatest sum, and that sum (Kadane); the earliest on a tie."""
    best = (0, -1, 0.0)
    start, total = 0, 0.0
    for i, gain in enumerate(gains):
        if total <= 0:
            start, total = i, 0.0
        total += gain
        if total > best[2] + 1e-9:
            best = (start, i, total)
    return best
