"""Where in an article words stand, and whose they are there."""

from collections.abc import Iterable, Sequence

from quotetrace.models import Article, Change, Field, Place, Quote, Span


def place(article: Article, field: Field, span: Span, quotes: Sequence[Quote]) -> Place:
    """The place of ``span`` in ``article``, whose ``quotes`` tell who speaks there."""
    telling = [quote for quote in quotes if quote.field == field and (quote.speaker or quote.kind != "indirect")]
    inside = [quote for quote in telling if 2 * _shared(quote, span) >= span.end - span.start]
    quote = min(inside, key=lambda quote: quote.span.end - quote.span.start, default=None)
    line = article.field_text(field).count("\n", 0, span.start) + 1
    speaker = quote.speaker if quote else article.speaker
    return Place(article.id, field, span, line, speaker, quote.id if quote else None)


def _shared(quote: Quote, span: Span) -> int:
    whole = quote.clause or quote.span
    start, end = min(quote.span.start, whole.start), max(quote.span.end, whole.end)
    return min(end, span.end) - max(start, span.start)


def covering(linked: Span, changes: Iterable[Change]) -> Span:
    """The stretch of the source that a link compares, with the words that differ at its ends."""
    spans = [linked, *(change.a for change in changes if change.a)]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
