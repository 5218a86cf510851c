"""Where a wording occurs, as blocks: each variant with what differs, under it its places, the oldest first."""

from collections.abc import Iterator, Mapping

from quotetrace.models import Article, Found, Occurrence, Variant
from quotetrace.render.checked import around
from quotetrace.render.names import count, day, outlet, troubles
from quotetrace.render.rows import Block, Piece, Row, joined, row
from quotetrace.render.safe import one_line
from quotetrace.render.shown import Shown
from quotetrace.render.words import inline, warnings


def blocks(found: Found) -> Iterator[Block]:
    """A block a variant, the nearest to the wording first; then the sum."""
    homes = {article.id: article for article in found.articles}
    for number, variant in enumerate(found.variants, 1):
        yield _block(number, variant, found.wording, homes)
    yield Block((row(total(found)),))


def _block(number: int, variant: Variant, wording: str, homes: Mapping[str, Article]) -> Block:
    first = variant.occurrences[0]
    text = homes[first.place.article].field_text(first.place.field)
    here = Shown(text, first.place.span.start, first.place.span.end)
    said = inline(first.link, Shown(wording, 0, len(wording)), here)
    places = count(len(variant.occurrences), "place")
    flags = warnings(first.link) if first.link.changes else ()
    label = joined((Piece(places, "quiet"), *flags), ", ")
    head = row(Piece(f"{number}  ", "number"), *said, "  ", *label, hang=3)
    return Block((head,), tuple(_place(one, homes[one.place.article]) for one in variant.occurrences))


def _place(one: Occurrence, home: Article) -> Row:
    before, said, after = around(one.place, home)
    where = f", {day(home)}, {one_line(home.key)}:{one.place.line}, "
    speaker = one.place.speaker
    whose = Piece(one_line(speaker), "speaker") if speaker else Piece(_nobody(one), "quiet")
    context = (Piece(before, "quiet"), said, Piece(after, "quiet"))
    return row(Piece(outlet(home), "outlet"), Piece(where, "quiet"), whose, "  ", *context, indent=3, hang=2)


def _nobody(one: Occurrence) -> str:
    return "speaker not named" if one.place.quote else "in no quotation"


def total(found: Found) -> str:
    """How many variants, places and articles."""
    if not found.variants:
        return ", ".join([f"not found in {count(found.searched, 'article')}", *troubles(found.problems)])
    places = sum(len(variant.occurrences) for variant in found.variants)
    parts = [
        count(len(found.variants), "variant"),
        count(places, "place"),
        f"in {count(len(found.articles), 'article')} of {found.searched:,}",
        *troubles(found.problems),
    ]
    return ", ".join(parts)
