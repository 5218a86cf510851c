"""Records that hold quotations without their article: of GDELT's quotation graph, and of Quotebank.

Each becomes a small article of what the record has: the quotation in marks, and the words around it or the speaker's
name before it. Offsets count in that text. Nothing is added to it but marks, a colon, and "Unknown" for no name.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from quotetrace.lang import codes, load

Record = Mapping[str, Any]
_MARK = re.compile('["“”„«»]')
NOBODY = ("None", "")
"""Quotebank's speaker of a quotation whose speaker its model does not know …"""
UNKNOWN = "Unknown"
"""… and ours."""


def gdelt(record: Record) -> Record | None:
    """A record of GDELT's Global Quotation Graph: an article's address, and its quotes with what stands around them.

    A paragraph each. The words around are cut at the next mark: what stands beyond it is another quote of the list.

    >>> gdelt({"url": "https://a.example", "quotes": [{"pre": "so” he said, adding", "quote": "No", "post": ". “We"}]})
    {'url': 'https://a.example', 'text': 'he said, adding “No” .', 'lang': None}
    """
    quotes = record.get("quotes")
    if not isinstance(quotes, list) or "text" in record:
        return None
    text = _paragraphs(
        (quote.get("pre"), quote.get("quote"), quote.get("post")) for quote in quotes if _is_record(quote)
    )
    rest = {name: value for name, value in record.items() if name != "quotes"}
    return {**rest, "text": text, "lang": _code(record.get("lang"))} if text else None


def quotebank(record: Record) -> Record | None:
    """A record of Quotebank: one quotation and its likeliest speaker.

    Its addresses are all the pages that have it. Only where it is a single one does it say what the outlet is.

    >>> quotebank({"quoteID": "2031-05-02-000001", "quotation": "No.", "speaker": "Ana Ode", "date": "2031-05-02"})
    {'id': '2031-05-02-000001', 'text': 'Ana Ode: “No.”', 'date': '2031-05-02', 'url': None}
    """
    quotation, speaker, urls = (record.get(name) for name in ("quotation", "speaker", "urls"))
    if not isinstance(quotation, str) or not quotation.strip() or "text" in record:
        return None
    name = speaker if isinstance(speaker, str) and speaker not in NOBODY else UNKNOWN
    url = urls[0] if isinstance(urls, list) and len(urls) == 1 else None
    return {
        "id": record.get("quoteID"),
        "text": f"{name}: “{quotation.strip()}”",
        "date": record.get("date"),
        "url": url or record.get("url"),
    }


def quotebank_article(record: Record) -> Record | None:
    """An article of Quotebank: its address and title, and its quotations with what stands around them."""
    quotes = record.get("quotations")
    if not isinstance(quotes, list) or "text" in record:
        return None
    sides = ("leftContext", "quotation", "rightContext")
    text = _paragraphs(tuple(quote.get(side) for side in sides) for quote in quotes if _is_record(quote))
    known = {name: record.get(name) for name in ("date", "title", "url")}
    return {"id": record.get("articleID"), "text": text, **known} if text else None


SHAPES: tuple[Callable[[Record], Record | None], ...] = (gdelt, quotebank, quotebank_article)
"""Each gives the record that says the same with a text, or None for a record of another kind."""


def _is_record(value: object) -> bool:
    return isinstance(value, dict)


def _paragraphs(quotes: Iterable[tuple[object, object, object]]) -> str:
    return "\n\n".join(_paragraph(*quote) for quote in quotes if isinstance(quote[1], str) and quote[1].strip())


def _paragraph(before: object, quote: object, after: object) -> str:
    left = _MARK.split(before.rstrip(' "“„«»'))[-1].strip() if isinstance(before, str) else ""
    right = _MARK.split(after.lstrip(' "”“«»'))[0].strip() if isinstance(after, str) else ""
    return " ".join(part for part in (left, f"“{str(quote).strip()}”", right) if part)


def _code(name: object) -> str | None:
    """The code of a language by its English name; None for one whose words we do not know."""
    return _codes().get(name.casefold()) if isinstance(name, str) else None


@cache
def _codes() -> Mapping[str, str]:
    return {load(code).name.casefold(): code for code in codes()} | {code: code for code in codes()}
