"""The words that two wordings have in common, side by side: what stands between them, and what may be one block."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotetrace.models import Change, Link, Span
from quotetrace.render.shown import Shown
from quotetrace.text import Word, words

MANY = 1 / 3  # share of the words from which changes are shown in blocks
BETWEEN = 2  # words in common that a block takes in

Spans = list[Span]
Matched = tuple[list[Word], list[Word]]


def in_blocks(link: Link, a: Shown, b: Shown) -> Link:
    """The link; where over a third of the words changed, changes with hardly a word between them are one."""
    matched, total = _matched(link, a, b)
    moved = any(change.op == "move" for change in link.changes)
    if not matched or moved or total - 2 * len(matched[0]) <= MANY * total:
        return link
    changes: list[Change] = []
    last = -BETWEEN - 1
    for place, change in sorted(_placed(link, matched), key=lambda placed: placed[0]):
        if changes and place - last <= BETWEEN:
            between = [[Span(word.start, word.end) for word in side[last:place]] for side in matched]
            change = _one(changes.pop(), change, *between)
        changes.append(change)
        last = place
    return replace(link, changes=tuple(changes))


def punctuation(link: Link, a: Shown, b: Shown) -> tuple[Spans, Spans]:
    """What differs between words in common and is no word, on either side."""
    matched, _ = _matched(link, a, b)
    if not matched:
        return [], []
    changed = {place for place, _ in _placed(link, matched)}
    found: tuple[Spans, Spans] = ([], [])
    for place in range(len(matched[0]) + 1):
        gaps = [_gap(side, place, shown) for side, shown in zip(matched, (a, b), strict=True)]
        marks = ["".join(shown.text[slice(*gap)].split()) for shown, gap in zip((a, b), gaps, strict=True)]
        if place in changed or marks[0] == marks[1]:
            continue
        for spans, shown, gap in zip(found, (a, b), gaps, strict=True):
            spans += _bare(shown.text, *gap)
    return found


def _matched(link: Link, a: Shown, b: Shown) -> tuple[Matched | None, int]:
    """The words that no change touches, where they are as many on both sides, and how many words there are in all."""
    sides = [words(x.text[x.start : x.end], x.start) for x in (a, b)]
    changed = [change.a for change in link.changes], [change.b for change in link.changes]
    one, other = (_untouched(side, [x for x in spans if x]) for side, spans in zip(sides, changed, strict=True))
    alike = [word.key for word in one] == [word.key for word in other]
    return ((one, other) if alike else None), sum(map(len, sides))


def _untouched(side: Sequence[Word], spans: Spans) -> list[Word]:
    ordered = sorted(spans)
    free = []
    for word in side:
        at = bisect_left(ordered, word.end, key=lambda span: span.start) - 1
        if at < 0 or ordered[at].end <= word.start:
            free.append(word)
    return free


def _placed(link: Link, matched: Matched) -> Iterator[tuple[int, Change]]:
    """Each change, and how many words in common stand before it."""
    for change in link.changes:
        span, side = (change.a, matched[0]) if change.a else (change.b, matched[1])
        if span:
            yield bisect_left(side, span.start, key=lambda word: word.start), change


def _one(before: Change, after: Change, a: Spans, b: Spans) -> Change:
    """Two changes and the words between them as one."""
    one = [span for span in (before.a, *a, after.a) if span]
    other = [span for span in (before.b, *b, after.b) if span]
    spans = [Span(min(x.start for x in side), max(x.end for x in side)) if side else None for side in (one, other)]
    return Change("replace" if all(spans) else before.op, *spans)


def _gap(side: Sequence[Word], place: int, shown: Shown) -> tuple[int, int]:
    start = side[place - 1].end if place else shown.start
    end = side[place].start if place < len(side) else shown.end
    return start, max(start, end)


def _bare(text: str, start: int, end: int) -> Spans:
    """The stretch without the spaces at its ends; nothing where there is only space."""
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    return [Span(start, start + len(part.strip()))] if part.strip() else []
