"""How alike two texts are: their alignment, and the stretch of it in which they run together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotetrace.match.weigh import Weights
from quotetrace.text import Block, Op, align

LOSS = 0.6  # what a bit of differing words takes from a bit of common ones
LEAST = 0.5  # bits that any word counts
LIGHT = 3.0  # bits below which a lone common word is chance


@dataclass(frozen=True, slots=True)
class Likeness:
    """``blocks`` is the alignment; words ``a_from:a_to`` and ``b_from:b_to`` are the common stretch.

    ``gain``: bits of the words in common in the stretch, less ``LOSS`` times the bits that differ inside it.
    ``common``: bits in common in the stretch, in ``words`` words. ``part`` and ``whole``: ``common`` as a share of the
    shorter and of the longer text.
    """

    blocks: tuple[Block, ...]
    a_from: int
    a_to: int
    b_from: int
    b_to: int
    gain: float
    common: float
    words: int
    part: float
    whole: float

    def flipped(self) -> "Likeness":
        """The same, seen from the other text."""
        blocks = sorted((_flipped(block) for block in self.blocks), key=lambda block: (block.a_from, block.b_from))
        return replace(
            self, blocks=tuple(blocks), a_from=self.b_from, a_to=self.b_to, b_from=self.a_from, b_to=self.a_to
        )


def likeness(a: Sequence[str], b: Sequence[str], weights: Weights) -> Likeness | None:
    """The likeness of two texts of stems; None when no stretch of them runs together.

    Every word counts half a bit at least, so that a run of small words is worth more than nothing.
    """
    a_bits = [max(weights.of(stem), LEAST) for stem in a]
    b_bits = [max(weights.of(stem), LEAST) for stem in b]
    blocks = align(a, b, light=lambda stem: weights.of(stem) < LIGHT)
    gains = [_gain(block, a_bits, b_bits) for block in blocks]
    first, last, gain = _best_run(gains)
    if gain <= 0:
        return None
    stretch = blocks[first : last + 1]
    same = [block for block in stretch if block.op == "equal"]
    common = sum(value for value in gains[first : last + 1] if value > 0)
    shorter, longer = sorted((sum(a_bits), sum(b_bits)))
    return Likeness(
        blocks,
        same[0].a_from,
        same[-1].a_to,
        same[0].b_from,
        same[-1].b_to,
        gain,
        common,
        sum(block.a_to - block.a_from for block in same),
        common / shorter,
        common / longer,
    )


FLIPS: dict[Op, Op] = {"insert": "delete", "delete": "insert"}


def _flipped(block: Block) -> Block:
    return Block(FLIPS.get(block.op, block.op), block.b_from, block.b_to, block.a_from, block.a_to)


def _gain(block: Block, a_bits: Sequence[float], b_bits: Sequence[float]) -> float:
    here, there = sum(a_bits[block.a_from : block.a_to]), sum(b_bits[block.b_from : block.b_to])
    return here if block.op == "equal" else -LOSS * max(here, there)


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
