"""Texts as arrays of word numbers: what the index and the alignment work on."""

from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from quotetrace.text import fold, folded_chunk

FIRST = 0x20  # word numbers become characters from here on, so that a text of words is a string
SURROGATES = 0xD800
AT_ONCE = 1 << 16  # texts, or numbers, that are looked at together
LAST = 0x10FFFF - 0x800 - FIRST
OPEN = -1  # a chunk whose last word may go on after the space

Ints = NDArray[np.int64]
Small = NDArray[np.int32]
Whole = TypeVar("Whole", bound=np.integer[Any])


def distinct(numbers: NDArray[Whole]) -> NDArray[Whole]:
    """The distinct numbers in order: as `np.unique`, which hashes them since numpy 2.3, at ten times the cost."""
    ordered = np.sort(numbers)
    found: NDArray[Whole] = ordered[np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]]
    return found


def within(numbers: Ints, known: Ints) -> NDArray[np.bool_]:
    """Which numbers are among ``known``, which are in order: as `np.isin`, which hashes all of them."""
    found = np.zeros(len(numbers), dtype=np.bool_)
    for first in range(0, len(numbers) if len(known) else 0, AT_ONCE):
        some = numbers[first : first + AT_ONCE]
        found[first : first + AT_ONCE] = known[np.searchsorted(known, some).clip(max=len(known) - 1)] == some
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Texts of words: ``ids[starts[i]:starts[i + 1]]`` are the numbers of the words of text ``i`` in ``vocabulary``."""

    vocabulary: tuple[str, ...]
    ids: Small
    starts: Ints

    def __len__(self) -> int:
        return len(self.starts) - 1

    def words(self, text: int) -> list[str]:
        """The words of one text."""
        return [self.vocabulary[word] for word in self.ids[self.starts[text] : self.starts[text + 1]].tolist()]

    def owners(self) -> Ints:
        """For each place in ``ids`` the text it belongs to."""
        return np.repeat(np.arange(len(self)), np.diff(self.starts))

    def of(self, texts: Ints) -> "Lexicon":
        """Some of the texts, in an order of their own."""
        counts = np.diff(self.starts)[texts]
        starts = _starts(counts)
        ids = np.empty(starts[-1], dtype=np.int32)
        for some in _parts(len(texts)):
            ids[starts[some.start] : starts[some.stop]] = self.ids[places(self.starts[texts[some]], counts[some])]
        return Lexicon(self.vocabulary, ids, starts)

    def counts(self, times: Ints) -> Ints:
        """How often each word stands in the texts, if text ``i`` is told ``times[i]`` times."""
        found = np.zeros(len(self.vocabulary), dtype=np.int64)
        for some in _parts(len(self)):
            starts = self.starts[some.start : some.stop + 1]
            told = np.repeat(times[some], np.diff(starts))
            counts = np.bincount(self.ids[starts[0] : starts[-1]], weights=told, minlength=len(found))
            found += counts.astype(np.int64)
        return found

    def once(self) -> "Lexicon":
        """The texts with each of their words once, by number."""
        parts, counts = [np.empty(0, np.int32)], [np.zeros(1, np.int64)]
        for some in _parts(len(self)):
            starts = self.starts[some.start : some.stop + 1]
            owners = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
            held = distinct(owners << 32 | self.ids[starts[0] : starts[-1]])
            parts.append((held & 0xFFFFFFFF).astype(np.int32))
            counts.append(np.bincount(held >> 32, minlength=len(starts) - 1))
        return Lexicon(self.vocabulary, np.concatenate(parts), np.cumsum(np.concatenate(counts)))

    def stemmed(self, stem: Callable[[str], str]) -> "Lexicon":
        """The texts as stems, which are numbered in the order they first come."""
        first = np.full(len(self.vocabulary), len(self.ids), dtype=np.int64)
        first[self.ids[::-1]] = np.arange(len(self.ids), dtype=np.int32)[::-1]
        stems: dict[str, int] = {}
        number = np.zeros(len(first), dtype=np.int32)
        for word in np.argsort(first)[: np.count_nonzero(first < len(self.ids))].tolist():
            number[word] = stems.setdefault(stem(self.vocabulary[word]), len(stems))
        return Lexicon(tuple(stems), number[self.ids], self.starts)

    def same(self) -> tuple[Small, Ints]:
        """For each text its number among the distinct ones, which are in the order of their words, and the text that
        first has each; the number of a text without a word is -1."""
        rows: dict[bytes, int] = {}
        came = np.fromiter((rows.setdefault(row, len(rows)) for row in self._coded()), dtype=np.int32, count=len(self))
        words = list(rows)
        order = np.array(sorted(range(len(words)), key=words.__getitem__), dtype=np.int64)
        number, first = np.empty(len(order), dtype=np.int32), np.zeros(len(order), dtype=np.int64)
        empty = b"" in rows
        number[order] = np.arange(len(order)) - empty
        first[came[::-1]] = np.arange(len(came))[::-1]
        return number[came], first[order[empty:]]

    def _coded(self) -> Iterator[bytes]:
        """Each text as bytes, which compare as the numbers of its words do."""
        for some in _parts(len(self)):
            starts = self.starts[some.start : some.stop + 1]
            codes = self.ids[starts[0] : starts[-1]].astype(">i4").tobytes()
            yield from (codes[start:end] for start, end in pairwise((4 * (starts - starts[0])).tolist()))


def letters(ids: Small) -> str:
    """Words as a string of one character each, for rapidfuzz."""
    codes = (ids % LAST + FIRST).astype("<u4")
    codes[codes >= SURROGATES] += 0x800
    return codes.tobytes().decode("utf-32-le")


class _Chunks(dict[str, int]):
    """The number of each chunk of text that stood between two spaces. ``words`` are the words that the chunks hold, by
    number, ``ids`` those of all chunks in a row, ``counts`` how many each chunk has."""

    def __init__(self) -> None:
        self.words: dict[str, int] = {}
        self.ids, self.counts = array("i"), array("i")

    def __missing__(self, chunk: str) -> int:
        words = folded_chunk(chunk)
        self[chunk] = number = OPEN if words is None else self.add(words)
        return number

    def add(self, words: tuple[str, ...]) -> int:
        """The number of some words."""
        self.ids.extend([self.words.setdefault(word, len(self.words)) for word in words])
        self.counts.append(len(words))
        return len(self.counts) - 1

    def read(self, texts: Iterable[str]) -> tuple[Small, Ints]:
        """The words of texts in a row, and how many each has."""
        flat, sizes = array("i"), array("i")
        known = self.__getitem__
        for text in texts:
            row = [*map(known, text.split())]
            if OPEN in row:
                row = [self.add(fold(text))]
            flat.extend(row)
            sizes.append(len(row))
        chunks = np.array(flat, dtype=np.int32)
        counts = np.array(self.counts, dtype=np.int64)
        ids = np.array(self.ids, dtype=np.int32)[places((_starts(counts)[:-1])[chunks], counts[chunks])]
        words = _starts(counts[chunks])[_starts(np.array(sizes, dtype=np.int64))]
        return ids, np.diff(words)


def lexicon(texts: Iterable[str]) -> Lexicon:
    """Texts as arrays of folded words; the words are numbered in their own order, so that texts compare as they do."""
    chunks, texts = _Chunks(), iter(texts)
    ids, counts = [np.empty(0, dtype=np.int32)], [np.empty(0, dtype=np.int64)]
    while some := [*islice(texts, AT_ONCE)]:
        read, sizes = chunks.read(some)
        ids.append(read)
        counts.append(sizes)
    vocabulary = tuple(sorted(chunks.words))
    number = np.empty(len(vocabulary), dtype=np.int32)
    number[[chunks.words[word] for word in vocabulary]] = np.arange(len(vocabulary))
    ids = [number[part] for part in ids]
    return Lexicon(vocabulary, np.concatenate(ids), _starts(np.concatenate(counts)))


def _starts(counts: Ints) -> Ints:
    """Where runs of so many begin, and one more for the end."""
    found = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=found[1:])
    return found


def places(first: Ints, counts: Ints) -> Ints:
    """The places ``first[i]``, ``first[i] + 1``, … of each run, ``counts[i]`` of them."""
    ends = np.cumsum(counts)
    found: Ints = np.arange(ends[-1] if len(ends) else 0) + np.repeat(first - (ends - counts), counts)
    return found


def _parts(count: int) -> Iterator[slice]:
    return (slice(first, min(first + AT_ONCE, count)) for first in range(0, count, AT_ONCE))
