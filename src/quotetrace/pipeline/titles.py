"""Who speaks in a title of its own, by the names that the text below gives in full."""

from collections.abc import Sequence
from dataclasses import replace

from quotetrace.models import Quote
from quotetrace.text import full_name


def named_below(quotes: Sequence[Quote], below: Sequence[Quote], text: str) -> list[Quote]:
    """``quotes`` of a title, their speakers named as in the quotes ``below`` it, of ``text``; nobody whom it lacks.

    "Lund" over a text that quotes Ida Lund is she; "Fresh Help" in a title in capitals is nobody.
    """
    known = {quote.speaker for quote in below if quote.speaker}
    return [replace(quote, speaker=_named(quote, known, text)) for quote in quotes]


def _named(quote: Quote, known: set[str], text: str) -> str | None:
    fuller = full_name(quote.speaker or quote.speaker_text or "", known)
    if fuller:
        return fuller
    last = (quote.speaker or "").rpartition(" ")[2]
    return quote.speaker if last in text or (last.isupper() and last.title() in text) else None
