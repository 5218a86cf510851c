"""The wordings of a family as rows: the chief one whole, the others with what they change in place."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from quotetrace.lang import everywhere
from quotetrace.models import Family, Link, Quote, Wording
from quotetrace.render.lookup import Lookup
from quotetrace.render.names import RELATIONS, count, day, outlet
from quotetrace.render.rows import Piece, Row, joined, row
from quotetrace.render.safe import one_line
from quotetrace.render.shown import in_marks, shown
from quotetrace.render.words import inline, warnings
from quotetrace.text import fold, same_name

FRAGMENT = 4  # words; so few say little without the clause around them
Parts = Mapping[str, Mapping[str, str]]  # utterance → the ids of its wordings, each with its letter
IN_PLACE = ("verbatim", "excerpt", "edited")  # relations whose differences can be read word by word


def wordings(family: Family, by_id: Lookup) -> Iterator[Row]:
    """Two rows a wording, the commonest first after the chief one: its words; the articles that have it."""
    chief = next((one for one in family.wordings if one.text == family.text), family.wordings[0])
    others = [one for one in family.wordings if one is not chief]
    ordered = (chief, *sorted(others, key=lambda one: -len(one.quotes)))
    parts = _parts(ordered, by_id)
    rank: dict[str, int] = {}
    for number, wording in enumerate(ordered):
        link = _nearest(wording, rank, by_id)
        label = _label(link, rank, by_id) if link else ()
        yield row(Piece(f"{_letter(number)} ", "number"), *label, *_words(wording, link, by_id), indent=3, hang=2)
        yield row(*joined(_sources(wording, family.speaker, parts, by_id), " · "), indent=5)
        rank |= dict.fromkeys(wording.quotes, number)


def _parts(ordered: Sequence[Wording], by_id: Lookup) -> Parts:
    """For each stretch of speech the wordings that an article has it in: its own words may stand between them."""
    parts: dict[str, dict[str, str]] = {}
    for number, wording in enumerate(ordered):
        for quote in wording.quotes:
            if utterance := by_id.quotes[quote].utterance:
                parts.setdefault(utterance, {})[wording.id] = _letter(number)
    return parts


def _letter(number: int) -> str:
    """A, B, … Z, then numbers.

    >>> _letter(0), _letter(26)
    ('A', '27')
    """
    return chr(ord("A") + number) if number < 26 else str(number + 1)


def _nearest(wording: Wording, rank: Mapping[str, int], by_id: Lookup) -> Link | None:
    """The best link to the first of the wordings before it that it is linked to; ``rank`` has those of their quotes."""
    links = [link for quote in wording.quotes for link in by_id.links.get(quote, ()) if link.a in rank]
    return min(links, key=lambda link: (rank[link.a], -link.score), default=None)


def _label(link: Link, rank: Mapping[str, int], by_id: Lookup) -> Iterator[Piece]:
    """How the wording relates to the first, or to the one that it is held beside."""
    if link.relation != "verbatim":
        beside = f" (beside {_letter(rank[link.a])})" if rank[link.a] else ""
        yield from joined((Piece(_relation(link, by_id) + beside, "quiet"), *warnings(link)), ", ")
        yield Piece(": ", "quiet")


def _relation(link: Link, by_id: Lookup) -> str:
    a, b = by_id.quotes[link.a], by_id.quotes[link.b]
    if link.relation == "excerpt" and len(b.text) > len(a.text):
        return "longer"
    if link.relation == "paraphrase" and "indirect" in (a.kind, b.kind):
        return "without marks" if b.kind == "indirect" else "in marks"
    return RELATIONS[link.relation]


def _words(wording: Wording, link: Link | None, by_id: Lookup) -> tuple[Piece, ...]:
    """The wording as an article prints it; where it was edited, with the words of the chief wording that it lacks."""
    quote = by_id.quotes[link.b if link else wording.quotes[0]]
    text = by_id.text(quote)
    if link and link.relation in IN_PLACE:
        earlier, here = by_id.quotes[link.a], shown(quote, text, link.b_span)
        return in_marks(quote, here, inline(link, shown(earlier, by_id.text(earlier), link.a_span), here))
    here = shown(quote, text, quote.clause if len(quote.text.split()) <= FRAGMENT else None)
    return in_marks(quote, here, (Piece(one_line(here.words), "said"),))


def _sources(wording: Wording, speaker: str | None, parts: Parts, by_id: Lookup) -> Iterator[Piece]:
    """The articles that have it, the oldest first; with what each has beside it, or otherwise than the family.

    Those of one outlet and day that are told alike are counted.
    """
    quotes = {by_id.home[quote].id: by_id.quotes[quote] for quote in wording.quotes}
    homes = [by_id.articles[key] for key in quotes]
    alike: Counter[tuple[str, str, str]] = Counter()
    for article in sorted(homes, key=lambda home: (home.published or "9999", home.key)):
        quote = quotes[article.id]
        beside = [letter for text, letter in parts.get(quote.utterance, {}).items() if text != wording.id]
        together = f"with {' and '.join(beside)}" if beside else ""
        alike[f"{outlet(article)}, {day(article)}", _otherwise(quote, speaker), together] += 1
    for (name, otherwise, together), number in alike.items():
        notes = ", ".join(filter(None, (otherwise, together, count(number, "article") if number > 1 else "")))
        yield Piece(f"{name} ({notes})" if notes else name, "warning" if otherwise else "outlet")


def _otherwise(quote: Quote, speaker: str | None) -> str:
    """The speaker of a quote, where it is another; or that it was denied."""
    if quote.speaker and same_name(speaker, quote.speaker) is False:
        return f"speaker: {one_line(quote.speaker)}"
    return (
        "denied" if quote.kind != "direct" and not everywhere("denying_cues").isdisjoint(fold(quote.cue or "")) else ""
    )
