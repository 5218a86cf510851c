"""Checked quotes as blocks: the verdict on each, the words that differ in place, and where the source has them."""

from collections import Counter
from collections.abc import Iterator, Mapping

from quotetrace.models import Article, Check, Checked, Place, Verdict
from quotetrace.render.names import count, day, outlet, troubles
from quotetrace.render.quotes import who, words
from quotetrace.render.rows import Block, Piece, Role, Row, joined, row
from quotetrace.render.safe import one_line
from quotetrace.render.shown import Shown, in_marks, shown
from quotetrace.render.words import inline, warnings

VERDICTS: dict[Verdict, str] = {
    "exact": "exact",
    "same-words": "the same words",
    "excerpt": "cut",
    "altered": "altered",
    "misattributed": "misattributed",
    "not-found": "not found",
}
AROUND = 60  # characters of the source on either side of the words
PLACES = 3  # other places that are told in a row


def blocks(found: Check) -> Iterator[Block]:
    """A block a quote, in the order of the drafts; then the sum."""
    homes = {article.id: article for article in (*found.sources, *found.drafts)}
    for number, one in enumerate(found.checked, 1):
        yield _block(number, one, homes)
    yield Block((row(total(found)),))


def _block(number: int, one: Checked, homes: Mapping[str, Article]) -> Block:
    draft = homes[one.quote.article]
    sign, role = mark(one)
    label = joined((Piece(VERDICTS[one.verdict], role), *(warnings(one.link) if one.link else ())), ", ")
    where = f"  {one_line(draft.key)}:{line_of(one, draft)}"
    head = row(Piece(f"{number}  ", "number"), Piece(f"{sign} ", role), *label, Piece(where, "quiet"))
    return Block((head,), tuple(_rows(one, draft, homes)))


def mark(one: Checked) -> tuple[str, Role]:
    """The sign of a verdict, and the role it is shown in."""
    if not one.holds:
        return "!!", "warning"
    return ("ok" if one.verdict in ("exact", "same-words", "excerpt") else "--"), "quiet"


def line_of(one: Checked, draft: Article) -> int:
    """The line of the draft that a quote begins in, from 1."""
    return draft.field_text(one.quote.field).count("\n", 0, one.quote.span.start) + 1


def _rows(one: Checked, draft: Article, homes: Mapping[str, Article]) -> Iterator[Row]:
    place, here = one.place, shown(one.quote, draft.field_text(one.quote.field))
    if place and one.link and one.verdict in ("excerpt", "altered"):
        source = homes[place.article].field_text(place.field)
        said = in_marks(one.quote, here, inline(one.link, Shown(source, place.span.start, place.span.end), here))
    else:
        said = words(one.quote, draft)
    yield row(who(one.quote), ": ", *said, indent=3, hang=2)
    yield row(Piece(one_line(one.why), "quiet"), indent=3, hang=2)
    if place:
        yield row(*_source(place, homes[place.article]), indent=3, hang=2)
    if one.verdict not in ("exact", "same-words") and place:
        yield row(*_context(place, homes[place.article]), indent=5, hang=2)
    if one.also:
        more = f" and {len(one.also) - PLACES} more" if len(one.also) > PLACES else ""
        places = [Piece(f"{one_line(homes[p.article].key)}:{p.line}", "quiet") for p in one.also[:PLACES]]
        yield row(Piece("also in ", "quiet"), *joined(places, ", "), Piece(more, "quiet"), indent=3, hang=2)


def _source(place: Place, home: Article) -> Iterator[Piece]:
    yield Piece(outlet(home), "outlet")
    yield Piece(f", {day(home)}, {one_line(home.key)}:{place.line}", "quiet")
    if place.speaker:
        yield Piece(", ", "quiet")
        yield Piece(one_line(place.speaker), "speaker")


def _context(place: Place, home: Article) -> Iterator[Piece]:
    """The words of the source with what stands around them."""
    before, said, after = around(place, home)
    yield Piece(before, "quiet")
    yield Piece(said, "said")
    yield Piece(after, "quiet")


def around(place: Place, home: Article) -> tuple[str, str, str]:
    """What stands before the words of a place, the words, and what stands after them, on one line."""
    text, start, end = home.field_text(place.field).rstrip(), place.span.start, place.span.end
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if start > AROUND:
        before = f"…{before.partition(' ')[2]}"
    if end + AROUND < len(text):
        after = f"{after.rpartition(' ')[0]}…"
    return one_line(before), one_line(text[start:end]), one_line(after)


def total(found: Check) -> str:
    """How many quotes have which verdict, and how many hold."""
    verdicts = Counter(one.verdict for one in found.checked)
    holding = sum(one.holds for one in found.checked)
    parts = [f"{verdicts[name]:,} {VERDICTS[name]}" for name in VERDICTS if verdicts[name]]
    told = f": {', '.join(parts)}" if parts else ""
    ends = [
        f"{count(len(found.checked), 'quote')}{told}",
        f"{holding:,} of {len(found.checked):,} hold",
        f"{count(found.searched, 'source')} searched",
        *troubles(found.problems),
    ]
    return "; ".join(ends)
