"""Pairs that fall because an article has the same words of a quote in another, better place."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from quotetrace.match.corpus import Corpus
from quotetrace.match.lexicon import Ints, distinct, within
from quotetrace.match.likeness import Likeness
from quotetrace.match.reading import Rendered, Worded
from quotetrace.match.rivals import MOSTLY
from quotetrace.match.runs import alignments
from quotetrace.match.said import Flags, packed
from quotetrace.match.table import Meetings

Cell = tuple[int, int, int]  # a meeting; the quote that several meetings share; the other one


def told_once(rows: Meetings, sure: Flags) -> Flags:
    """Which sure ones stand: not the doubtful ones of which one quote has its words in a better one of an article.

    A speaker says much the same twice in a speech, and an article quotes both. The words of a quote are one of them.
    A lead that tells in the reporter's words what the quote below it says is no rival of the quote.
    """
    stands = np.ones(len(rows.a), dtype=np.bool_)
    doubtful = sure & ((rows.part < MOSTLY) & (rows.i != rows.j))[rows.couple]
    for group in _groups(rows, np.flatnonzero(doubtful), sure):
        own = [(cell, _place(rows, cell)) for cell in group]
        for (row, shared, other), place in own:
            better = (here for here in own if doubtful[row] and _more(rows, here[0][0], row))
            stands[row] &= not any(
                _two(rows.texts, other, rival) and _covers(rows.texts, int(rows.texts.text[shared]), place, held)
                for (_, _, rival), held in better
            )
    return stands


def has_copies(worded: Worded, rendered: Rendered) -> Flags:
    """Which renderings fall: the words that one quote has in common stand in its own wording in the other's article."""
    texts, home = rendered.texts, rendered.texts.said.article
    a, b = np.array([row[:2] for row in rendered.rows], dtype=np.int64).reshape(-1, 2).T
    sought = distinct(np.concatenate((packed(a, home[b]), packed(b, home[a]))))
    copies: dict[tuple[int, int], list[int]] = defaultdict(list)
    for one, other in ((worded.a, worded.b), (worded.b, worded.a)):
        some = np.flatnonzero(within(packed(one, home[other]), sought))
        for quote, copy in zip(one[some].tolist(), other[some].tolist(), strict=True):
            copies[quote, int(home[copy])].append(copy)
    found = [
        any(
            _apart(texts, here, copy) and _held(texts, there, here, copy)
            for here, there in ((row.a, row.b), (row.b, row.a))
            for copy in copies.get((there, int(home[here])), ())
        )
        for row in rendered.rows
    ]
    return np.array(found, dtype=np.bool_)


def _held(texts: Corpus, shared: int, other: int, copy: int) -> bool:
    """Whether most of what two quotes have in common stands in a copy as well."""
    i, j, k = (int(texts.text[quote]) for quote in (shared, other, copy))
    near, same = texts.likeness(i, j, loose=True), texts.likeness(i, k)
    return i == k or (near is not None and same is not None and _covers(texts, i, _equal(near), _equal(same)))


def _groups(rows: Meetings, doubtful: Ints, sure: Flags) -> Iterator[list[Cell]]:
    """The meetings of one quote with several of one article, where one of them is doubtful."""
    home, sides = rows.said.article, ((rows.a, rows.b), (rows.b, rows.a))
    sought = distinct(np.concatenate([packed(one[doubtful], home[other[doubtful]]) for one, other in sides]))
    keys, cells = [], []
    for one, other in sides:
        key = packed(one, home[other])
        at = np.flatnonzero(sure & within(key, sought))
        keys.append(key[at])
        cells.append(np.stack((at, one[at], other[at]), axis=1))
    key = np.concatenate(keys)
    order = np.argsort(key, kind="stable")
    table = np.concatenate(cells)[order]
    first = np.flatnonzero(np.append(True, key[order][1:] != key[order][:-1])[: len(order)])
    for start, end in pairwise([*first.tolist(), len(order)]):
        if end - start > 1:
            yield [(row, one, other) for row, one, other in table[start:end].tolist()]


def _place(rows: Meetings, cell: Cell) -> frozenset[int]:
    """The places of the words of the shared quote that the other has too."""
    row, shared, _ = cell
    couple = rows.couple[[row]]
    i, j = (column[couple].astype(np.int64) for column in (rows.i, rows.j))
    (alike,) = alignments(rows.texts, i, j, rows.texts.text[[shared]] != i)
    return _equal(alike)


def _equal(alike: Likeness) -> frozenset[int]:
    """The places of the words in common, in the first of two texts."""
    first, end = alike.stretch[:2]
    same = (range(block.a_from, block.a_to) for block in alike.blocks if block.op == "equal")
    return frozenset(place for run in same for place in run if first <= place < end)


def _more(rows: Meetings, one: int, other: int) -> bool:
    """Whether a meeting is surer than another, and has no less in common."""
    words = rows.words[rows.couple[[one, other]]]
    return bool(rows.points[one] > rows.points[other] and words[0] >= words[1])


def _two(texts: Corpus, one: int, other: int) -> bool:
    """Whether two quotes of one article are two statements, not a statement and a piece of it."""
    i, j = int(texts.text[one]), int(texts.text[other])
    alike = None if i == j else texts.likeness(i, j)
    return i != j and _apart(texts, one, other) and (alike is None or alike.part < MOSTLY)


def _apart(texts: Corpus, one: int, other: int) -> bool:
    """Whether two quotes of one article are of one kind, with marks or without, and neither stands in the other."""
    here, there = texts.said.quotes[one], texts.said.quotes[other]
    inside = here.field == there.field and here.span.start < there.span.end and there.span.start < here.span.end
    return not inside and bool(texts.reported[texts.text[one]] == texts.reported[texts.text[other]])


def _covers(texts: Corpus, text: int, place: frozenset[int], held: frozenset[int]) -> bool:
    """Whether most of what the words at some places say stands at the others as well."""
    bits = texts.bits(text)
    return sum(bits[i] for i in place & held) >= MOSTLY * sum(bits[i] for i in place)
