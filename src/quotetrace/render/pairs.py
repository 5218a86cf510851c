"""Two articles as blocks: the quotes they share side by side, what only one has, the narration in both."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from quotetrace.models import Article, Diff, Link, Quote, Reuse, Span
from quotetrace.render.names import RELATIONS, count, day, outlet, percent
from quotetrace.render.quotes import who, words
from quotetrace.render.rows import Block, Piece, Row, joined, row
from quotetrace.render.safe import one_line
from quotetrace.render.shown import in_marks, shown
from quotetrace.render.words import sides, warnings
from quotetrace.text import Word
from quotetrace.text import words as folded


def blocks(found: Diff) -> Iterator[Block]:
    """The pairs in the order of ``a``, the quotes of one side, shared narration, the sum."""
    quotes = {quote.id: quote for quote in found.quotes}
    yield Block(tuple(_side(letter, article) for letter, article in (("A", found.a), ("B", found.b))))
    alike = Counter(_pair(link, quotes, found) for link in found.links)
    for number, (pair, times) in enumerate(alike.items(), 1):
        yield _numbered(number, pair, times)
    for letter, article, only in (("A", found.a, found.only_a), ("B", found.b, found.only_b)):
        if only:
            head = row(Piece(f"Only in {letter}", "number"), Piece(f"  {count(len(only), 'quote')}", "quiet"))
            yield Block((head,), tuple(_alone(quotes[one], article) for one in only))
    if found.reuse:
        yield _narration(found.reuse, found.a)
    yield Block((row(_sum(found)),))


def _side(letter: str, article: Article) -> Row:
    rest = f", {day(article)}, {one_line(article.key)}"
    return row(Piece(f"{letter}  ", "number"), Piece(outlet(article), "outlet"), Piece(rest, "quiet"))


def _pair(link: Link, quotes: Mapping[str, Quote], found: Diff) -> Block:
    a, b = quotes[link.a], quotes[link.b]
    label = joined((Piece(_relation(link, quotes, found), "quiet"), *warnings(link)), ", ")
    head = row(who(a if a.speaker else b), "  ", *label)
    here = shown(a, found.a.field_text(a.field), link.a_span)
    there = shown(b, found.b.field_text(b.field), link.b_span)
    left, right = sides(link, here, there)
    if left == right:
        return Block((head,), (row(*in_marks(a, here, left), indent=3),))
    return Block(
        (head,),
        (row(Piece("A ", "number"), *in_marks(a, here, left), indent=3, hang=2),),
        (row(Piece("B ", "number"), *in_marks(b, there, right), indent=3, hang=2),),
        even=True,
    )


def _numbered(number: int, pair: Block, times: int) -> Block:
    """A pair with its number, and how often it comes: a fragment in several places of an article has several."""
    head = pair.head[0]
    often = [Piece(f", {times} times", "quiet")] if times > 1 else []
    return replace(pair, head=(row(Piece(f"{number}  ", "number"), *head.pieces, *often),))


def _relation(link: Link, quotes: Mapping[str, Quote], found: Diff) -> str:
    a, b = quotes[link.a], quotes[link.b]
    if link.relation == "excerpt":
        if len(b.text) < len(a.text):
            flipped = [one.flipped() for one in found.links]
            return "split in B" if _in_parts(b, a, flipped, quotes) else "cut in B"
        return "split in A" if _in_parts(a, b, found.links, quotes) else "cut in A"
    if link.relation == "paraphrase" and "indirect" in (a.kind, b.kind):
        return f"without marks in {'B' if b.kind == 'indirect' else 'A'}"
    return RELATIONS[link.relation]


def _in_parts(part: Quote, longer: Quote, links: Iterable[Link], quotes: Mapping[str, Quote]) -> bool:
    """Whether all of ``longer`` stands in one stretch of speech with ``part``, with other words between the parts.

    ``links`` lead from the article of ``part`` to that of ``longer``.
    """
    together = [link for link in links if link.b == longer.id and quotes[link.a].utterance == part.utterance]
    spoken = folded(longer.text, longer.span.start)
    return len(together) > 1 and all(any(_holds(link.b_span, word) for link in together) for word in spoken)


def _holds(span: Span, word: Word) -> bool:
    return span.start <= word.start < span.end


def _alone(quote: Quote, home: Article) -> Row:
    return row(who(quote), ": ", *words(quote, home), indent=3, hang=2)


def _narration(reuse: Reuse, a: Article) -> Block:
    head = row(Piece("Narration in both", "number"), Piece(f"  {percent(reuse.share)} of the shorter one", "quiet"))
    return Block((head,), tuple(row(one_line(span.of(a.text)), indent=3, hang=2) for span, _ in reuse.stretches))


def _sum(found: Diff) -> str:
    if found.same:
        return "the same text"
    parts = [
        count(len(found.links), "pair"),
        f"{count(len(found.only_a), 'quote')} only in A",
        f"{len(found.only_b):,} only in B",
        f"{percent(found.reuse.share)} of the narration in both" if found.reuse else "no narration in both",
    ]
    return ", ".join(parts)
