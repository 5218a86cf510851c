"""Where the words of a quote stand in whole texts: word for word, cut, or changed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotetrace.match.lexicon import SURROGATES, Ints
from quotetrace.match.likeness import LEAST, Likeness, identity, likeness
from quotetrace.match.sources import UNKNOWN, Sources, Window, sources
from quotetrace.models import Article, Block, Field, Pair, Quote, Side, Span, content_id
from quotetrace.text import brackets, cuts, words

FEW = 3  # words up to which nothing but the same words will do
AROUND = 4  # words of the source that are looked at on either side
GAP, CUT_GAP = 40, 400  # words that may be left out in one place: with no mark, with a mark
MOST = 12  # windows that are aligned, most in common first
PART = 0.5  # share of the wording that must be in common, by words and by bits
RUN = 3  # words of the wording that must stand together somewhere
SAID, LONG_RUN = 12.0, 6  # bits that must be in common, or words that must stand together
MOSTLY = 0.75  # share of the words, on both sides, that will do instead
UNHEARD = 12.0  # bits of a word that no source has


_CLOSED = re.compile('[,.!?…]{0,3}[”"]')
_OPENED = re.compile('(?:^|\\s)[“"]$')


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """Articles whose whole text is searched: ``homes[i]`` is the article and field of text ``i`` of ``index``."""

    homes: tuple[tuple[Article, Field], ...]
    index: Sources


class Wanted(NamedTuple):
    """The words of a wording by number, what each says in bits; how many are not an editor's, and what those say."""

    numbers: Ints
    bits: list[float]
    own: int
    counted: float


def library(articles: Sequence[Article]) -> Library:
    """The texts of ``articles``, and titles that do not stand in them, ready to be searched."""
    homes: list[tuple[Article, Field]] = []
    for article in articles:
        homes.append((article, "text"))
        if article.title and article.title not in article.text:
            homes.append((article, "title"))
    return Library(tuple(homes), sources(article.field_text(field) for article, field in homes))


def locate(quote: Quote, books: Library, most: int | None = MOST) -> list[Pair]:
    """The places where the words of ``quote`` stand in the texts of ``books``, the likeliest first.

    Args:
        most: windows that are looked into, those with most in common first; None: all of them.

    In each pair ``a`` is the source, a stretch of its text with a few words on either side as a quote of its own, and
    ``b`` is ``quote``. ``score`` is the share of the words of ``quote``, by what they say, that the source has.
    """
    wanted = _wanted(quote.text, books.index)
    if not wanted.bits:
        return []
    gap = len(wanted.bits) + (CUT_GAP if cuts(quote.text) else GAP)
    windows = books.index.windows(wanted.numbers, gap)[:most]
    found = {pair.a.quote.id: pair for window in windows for pair in _in_window(quote, wanted, window, books)}
    return sorted(found.values(), key=lambda pair: -pair.score)


def _wanted(text: str, index: Sources) -> Wanted:
    found = words(text)
    numbers = index.numbered([word.key for word in found])
    bits = [float(index.bits[n]) if n >= 0 else UNHEARD for n in numbers.tolist()]
    inside = brackets(text)
    own = [not any(x <= word.start < y for x, y in inside) for word in found]
    said = [b for b, mine in zip(bits, own, strict=True) if mine]
    if said:  # an editor's words are not looked for: they may stand elsewhere in the source
        bits = [b if mine else LEAST for b, mine in zip(bits, own, strict=True)]
        numbers = np.where(own, numbers, UNKNOWN)
    return Wanted(numbers, bits, len(said) or len(bits), sum(said) or sum(bits) or 1.0)


def _in_window(quote: Quote, wanted: Wanted, window: Window, books: Library) -> Iterator[Pair]:
    """Every place in a window where the words of ``quote`` stand."""
    begin, end = books.index.bounds(window.text)
    open_ = [(max(begin, window.first - AROUND), min(end, window.stop + AROUND))]
    while open_:
        first, stop = open_.pop()
        alike = _likeness(wanted, books.index.ids[first:stop], books.index)
        if alike is None or not _is_said(alike, wanted):
            continue
        a_from, a_to, b_from, b_to = alike.stretch
        near = first + a_from - b_from - AROUND, first + a_to + len(wanted.bits) - b_to + AROUND
        yield _pair(quote, wanted, max(begin, near[0]), min(end, near[1]), window.text, books)
        rest = ((first, first + a_from), (first + a_to, stop))
        open_ += [(x, y) for x, y in rest if 2 * (y - x) > len(wanted.bits)]


def _pair(quote: Quote, wanted: Wanted, first: int, stop: int, text: int, books: Library) -> Pair:
    """The pair of ``quote`` and words ``[first, stop)``, which hold the same and a few on either side."""
    index = books.index
    first, stop = index.whole(first, stop, text)
    article, field = books.homes[text]
    alike = _likeness(wanted, index.ids[first:stop], index)
    assert alike
    first, stop = _within_marks(alike, wanted, first, stop, article.field_text(field), index)
    alike = _likeness(wanted, index.ids[first:stop], index) or alike
    span = Span(int(index.starts[first]), int(index.ends[stop - 1]))
    said = span.of(article.field_text(field))
    identity = content_id(article.id, field, span.start, span.end, "source")
    source = Quote(identity, article.id, span, said, "direct", field)
    sides = Side(source, span.start, said), Side(quote, quote.span.start, quote.text)
    return Pair(*sides, alike.blocks, alike.stretch, _share(alike, wanted), ())


def _within_marks(alike: Likeness, wanted: Wanted, first: int, stop: int, text: str, index: Sources) -> tuple[int, int]:
    """The words ``[first, stop)`` less those outside the source's own marks, where the wording differs at that end.

    "leaks like a sieve" beside “It leaks like a basket,” Lee said: its last word is another, and "Lee said" is none.
    """
    a_from, a_to, b_from, b_to = alike.stretch
    begin, end = first + a_from, first + a_to
    if b_to < len(wanted.bits):
        gaps = (text[index.ends[i - 1] : index.starts[i]] for i in range(end + 1, stop))
        stop = next((i for i, gap in enumerate(gaps, end + 1) if _CLOSED.match(gap)), stop)
    if b_from > 0:
        gaps = (text[index.ends[i - 1] : index.starts[i]] for i in range(begin - 1, first, -1))
        first = next((begin - 1 - i for i, gap in enumerate(gaps) if _OPENED.search(gap)), first)
    return first, stop


def _likeness(wanted: Wanted, here: NDArray[np.int32], index: Sources) -> Likeness | None:
    """The likeness of the words ``here`` to those ``wanted``, which may stand among them word for word."""
    at = _exact(here, wanted.numbers)
    if at >= 0:
        return _held(at, len(here), identity(wanted.bits))
    if len(wanted.numbers) <= FEW:
        return None
    return likeness(_string(here), _string(wanted.numbers), index.bits[here].tolist(), wanted.bits)


def _share(alike: Likeness, wanted: Wanted) -> float:
    """How much of what the wording says is in common, in [0, 1]."""
    return min(1.0, alike.common / wanted.counted)


def _is_said(alike: Likeness, wanted: Wanted) -> bool:
    """Whether what is in common is more than any two texts have in common."""
    run = max(block.a_to - block.a_from for block in alike.blocks if block.op == "equal")
    if run == len(wanted.bits):
        return True
    dense = alike.words >= MOSTLY * max(wanted.own, alike.stretch[1] - alike.stretch[0])
    if run < RUN:
        return dense and alike.common >= SAID
    said = (alike.common >= SAID and alike.words >= PART * wanted.own) or run >= LONG_RUN
    return dense or (said and _share(alike, wanted) >= PART)


def _exact(here: NDArray[np.int32], wanted: Ints) -> int:
    """Where ``wanted`` stands word for word in ``here``; -1: nowhere."""
    size = len(wanted)
    if len(here) < size:
        return -1
    places = np.flatnonzero((np.lib.stride_tricks.sliding_window_view(here, size) == wanted).all(axis=1))
    return int(places[0]) if len(places) else -1


def _held(at: int, size: int, alike: Likeness) -> Likeness:
    """The likeness of a text of ``size`` words to one that stands in it whole, from word ``at`` on."""
    length = alike.words
    blocks = [Block("delete", 0, at, 0, 0), *alike.blocks, Block("delete", at + length, size, length, length)]
    blocks[1] = Block("equal", at, at + length, 0, length)
    kept = tuple(block for block in blocks if block.a_from < block.a_to)
    return alike._replace(blocks=kept, stretch=(at, at + length, 0, length))


def _string(numbers: Ints | NDArray[np.int32]) -> str:
    """One character a word, for rapidfuzz; a word that no text has is like no other."""
    codes = np.where(numbers < 0, 1, numbers % 0x10F000 + 0x20)
    codes[codes >= SURROGATES] += 0x800
    return codes.astype("<u4").tobytes().decode("utf-32-le")
