"""Who speaks in a title of its own, by the names that the text below gives in full."""

from collections.abc import Sequence
from dataclasses import replace

from quotetrace.models import Quote


def named_below(quotes: Sequence[Quote], below: Sequence[Quote], text: str) -> list[Quote]:
    """``quotes`` of a title, their speakers named as in the quotes ``below`` it, of ``text``; nobody whom it lacks.

    "Lund" over a text that quotes Ida Lund is she; "Fresh Help" in a title in capitals is nobody.
    """
    known = {quote.speaker for quote in below if quote.speaker}
    return [replace(quote, speaker=_named(quote, known, text)) for quote in quotes]


def _named(quote: Quote, known: set[str], text: str) -> str | None:
    words = (quote.speaker or quote.speaker_text or "").lower().split()
    fuller = [name for name in known if words in (_last(name, len(words)), name.lower().split()[: len(words)])]
    if words and len(fuller) == 1:
        return fuller[0]
    last = (quote.speaker or "").rpartition(" ")[2]
    return quote.speaker if last in text or (last.isupper() and last.title() in text) else None


def _last(name: str, count: int) -> list[str]:
    return name.lower().split()[-count:]
