"""Reading a text through extract and attribute, and saying in few words what was found."""

from quotetrace.attribute import attribute
from quotetrace.config import ExtractOptions
from quotetrace.extract import extract
from quotetrace.models import Article, Quote, Span


def quotes(text: str, *, headline: str = "", thought: bool = False) -> tuple[Quote, ...]:
    """The quotes of an English text. ``headline`` is its first line, where that is one."""
    options = ExtractOptions(thought=thought)
    span = Span(0, len(headline)) if headline else None
    return attribute(extract(Article("id", "key", text, language="en", headline=span), options), options)


def in_marks(text: str, *, headline: str = "") -> list[Quote]:
    """The quotes that stand in marks."""
    return [q for q in quotes(text, headline=headline) if q.kind != "indirect"]


def who(quote: Quote) -> str:
    """The speaker's name; without one his description in brackets, and "?" where there is neither."""
    return quote.speaker or (f"({quote.speaker_text})" if quote.speaker_text else "?")


def clauses(text: str, *, thought: bool = False) -> list[str]:
    """The reported clauses, those around a fragment in marks among them, each once, in order."""
    spans = [q.clause or q.span for q in quotes(text, thought=thought) if q.kind != "direct"]
    return [span.of(text) for span in sorted(set(spans))]
