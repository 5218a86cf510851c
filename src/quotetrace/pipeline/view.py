"""An article as a reader sees it, without hidden characters, and its quotes at their places in the text as read."""

from collections.abc import Sequence
from dataclasses import replace

from quotetrace.models import Article, Field, Quote, Span, quote_id
from quotetrace.text import Seen


def as_seen(article: Article, field: Field, view: Seen) -> Article:
    """``article`` with the text of ``field`` as ``view`` has it; its headline and body are where they are in that."""
    if field == "title":
        return replace(article, title=view.text)
    head = article.headline
    start, end = (view.at(head.start), view.at(head.end)) if head else (0, 0)
    return replace(
        article, text=view.text, headline=Span(start, end) if start < end else None, body=view.at(article.body)
    )


def as_read(article: Article, field: Field, view: Seen, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """``quotes`` of ``view`` with the offsets, the words and so the ids that they have in ``article``."""
    text = article.field_text(field)
    ids: dict[str, str] = {}
    spans: list[Span] = []
    for quote in quotes:
        spans.append(_placed(quote.span, view))
        ids[quote.id] = quote_id(quote.article, field, spans[-1].start, spans[-1].end, quote.kind)
    return tuple(
        replace(
            quote,
            id=ids[quote.id],
            span=span,
            text=span.of(text),
            clause=_placed(quote.clause, view) if quote.clause else None,
            utterance=ids[quote.utterance],
        )
        for quote, span in zip(quotes, spans, strict=True)
    )


def _placed(span: Span, view: Seen) -> Span:
    return Span(view.places[span.start], view.places[span.end - 1] + 1)
