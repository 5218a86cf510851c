"""A scan as blocks: each statement that several articles report, its wordings, and how it spread."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quotetrace.models import Article, Family, Link, Quote, Reuse, Scan, Step, Trace, Undecided, Wording
from quotetrace.render.names import BASES, RELATIONS, count, day, outlet, percent, told_apart
from quotetrace.render.rows import Block, Piece, Row, joined, row
from quotetrace.render.safe import one_line
from quotetrace.render.words import inline, shown, warnings

CHANGED = ("verbatim", "excerpt", "edited")  # relations whose differences are read word by word


@dataclass(frozen=True, slots=True)
class Index:
    """A scan, by id."""

    articles: Mapping[str, Article]
    quotes: Mapping[str, Quote]
    home: Mapping[str, Article]
    links: Mapping[frozenset[str], Link]
    traces: Mapping[str, Trace]

    def text(self, quote: Quote) -> str:
        """The text that the offsets of ``quote`` count in."""
        home = self.home[quote.id]
        return (home.title or "") if quote.field == "title" else home.text


def index(found: Scan) -> Index:
    """``found``, by id."""
    articles = {article.id: article for article in found.articles}
    return Index(
        articles=articles,
        quotes={quote.id: quote for quote in found.quotes},
        home={quote.id: articles[quote.article] for quote in found.quotes},
        links={frozenset((link.a, link.b)): link for link in found.links},
        traces={trace.family: trace for trace in found.traces},
    )


def blocks(found: Scan) -> Iterator[Block]:
    """What `scan` shows, in order: the families that two articles or more report, shared narration, the sum."""
    by_id = index(found)
    shared = [family for family in found.families if len({by_id.home[quote].id for quote in family.quotes}) > 1]
    for number, family in enumerate(shared, 1):
        yield _family(number, family, by_id)
    if found.reuse:
        yield _reuse(found.reuse, by_id)
    yield Block(tuple(_summary(found, shared, by_id)))


def _family(number: int, family: Family, by_id: Index) -> Block:
    told = {by_id.home[quote].id: by_id.home[quote] for quote in family.quotes}
    outlets = {outlet(article) for article in told.values()}
    counts = f"  {count(len(outlets), 'outlet')}, {count(len(family.wordings), 'wording')}"
    who = Piece(one_line(family.speaker), "speaker") if family.speaker else Piece("speaker not named", "quiet")
    head = row(Piece(f"{number}", "number"), "  ", who, Piece(counts, "quiet"))
    trace = by_id.traces.get(family.id)
    names = told_apart(told.values())
    return Block((head,), tuple(_wordings(family, by_id)), tuple(_spread(trace, names, by_id)) if trace else ())


def _wordings(family: Family, by_id: Index) -> Iterator[Row]:
    chief = next((one for one in family.wordings if one.text == family.text), family.wordings[0])
    others = [one for one in family.wordings if one is not chief]
    for letter, wording in enumerate((chief, *sorted(others, key=lambda one: -len(one.quotes)))):
        link = _between(chief, wording, by_id) if wording is not chief else None
        yield row(
            Piece(_letter(letter) + " ", "number"),
            *_label(link),
            *_words(wording, link, by_id),
            indent=3,
            hang=2,
        )
        yield row(*joined(_sources(wording, by_id), " · "), indent=5)


def _letter(index: int) -> str:
    """A, B, … Z, then numbers.

    >>> _letter(1), _letter(26)
    ('B', '27')
    """
    return chr(ord("A") + index) if index < 26 else str(index + 1)


def _between(chief: Wording, other: Wording, by_id: Index) -> Link | None:
    """The best link from a quote in the ``chief`` wording to one in the ``other``, seen from the former."""
    pairs = (frozenset((a, b)) for a in chief.quotes for b in other.quotes)
    links = [by_id.links[pair] for pair in pairs if pair in by_id.links]
    if not links:
        return None
    best = max(links, key=lambda link: link.score)
    return best if best.a in chief.quotes else best.flipped()


def _label(link: Link | None) -> Iterator[Piece]:
    if link and link.relation != "verbatim":
        yield from joined((Piece(RELATIONS[link.relation], "quiet"), *warnings(link)), ", ")
        yield Piece(": ", "quiet")


def _words(wording: Wording, link: Link | None, by_id: Index) -> Iterator[Piece]:
    """The wording as an article prints it; where it was edited, with the words of the chief wording that it lacks."""
    quote = by_id.quotes[link.b if link else wording.quotes[0]]
    text = by_id.text(quote)
    if link and link.relation in CHANGED:
        earlier = by_id.quotes[link.a]
        pieces = inline(link, shown(earlier, by_id.text(earlier), link.a_span), shown(quote, text, link.b_span))
    else:
        pieces = (Piece(one_line(shown(quote, text, quote.clause).words), "said"),)
    marks = ("“", "”") if quote.kind == "direct" else ("", "")
    yield from (Piece(marks[0], "said"), *pieces, Piece(marks[1], "said"))


def _sources(wording: Wording, by_id: Index) -> Iterator[Piece]:
    homes = {by_id.home[quote].id: by_id.home[quote] for quote in wording.quotes}
    for article in sorted(homes.values(), key=lambda home: (home.published or "9999", home.key)):
        yield Piece(f"{outlet(article)}, {day(article)}", "outlet")


def _spread(trace: Trace, names: Mapping[str, str], by_id: Index) -> Iterator[Row]:
    if trace.origin.quote:
        yield row(
            Piece("origin: ", "quiet"),
            Piece(names[by_id.home[trace.origin.quote].id], "outlet"),
            Piece(f", {one_line(trace.origin.why)}", "quiet"),
            indent=3,
            hang=2,
        )
    elif trace.origin.why:
        yield row(Piece(f"origin: {one_line(trace.origin.why)}", "quiet"), indent=3, hang=2)
    for step in trace.steps:
        yield from _step(step, names, by_id)
    for pair in trace.undecided:
        yield _open(pair, names, by_id)


def _step(step: Step, names: Mapping[str, str], by_id: Index) -> Iterator[Row]:
    source = (Piece(names[by_id.home[step.source].id], "outlet"), Piece(" → ", "quiet")) if step.source else ()
    target = Piece(names[by_id.home[step.target].id], "outlet")
    sure = f", {percent(step.confidence)}" if step.basis != "unknown" else ""
    basis = Piece(BASES[step.basis], "basis" if step.basis in ("copied", "credited") else "text")
    yield row(*source, target, "  ", basis, Piece(sure, "quiet"), indent=3, hang=2)
    for evidence in step.evidence:
        yield row(Piece(one_line(evidence.text), "quiet"), indent=5, hang=2)


def _open(pair: Undecided, names: Mapping[str, str], by_id: Index) -> Row:
    one, other = (Piece(names[by_id.home[quote].id], "outlet") for quote in (pair.a, pair.b))
    why = Piece(f": {one_line(pair.why)}", "quiet")
    return row(one, Piece(" ? ", "quiet"), other, "  ", BASES["unknown"], why, indent=3, hang=2)


def _reuse(found: Sequence[Reuse], by_id: Index) -> Block:
    rows = []
    for pair in sorted(found, key=lambda reuse: -reuse.share):
        one, other = (Piece(outlet(by_id.articles[side]), "outlet") for side in (pair.a, pair.b))
        words = f": “{one_line(pair.rarest)}”" if pair.rarest else ""
        rows.append(
            row(one, Piece(" ↔ ", "quiet"), other, f"  {percent(pair.share)}", Piece(words, "quiet"), indent=3, hang=2)
        )
    return Block((row("Narration that stands in both"),), tuple(rows))


def _summary(found: Scan, shared: Sequence[Family], by_id: Index) -> Iterator[Row]:
    steps = Counter(step.basis for trace in found.traces for step in trace.steps)
    parts = [
        count(len(found.articles), "article"),
        count(len(found.quotes), "quote"),
        f"{count(len(shared), 'family', 'families')} in several articles",
        f"{count(steps['copied'], 'step')} called copied",
        *([count(len(found.problems), "problem")] if found.problems else []),
    ]
    yield row(", ".join(parts))
    alone = len(found.quotes) - sum(len(family.quotes) for family in shared)
    if alone:
        yield row(
            Piece(
                f"{count(alone, 'quote stands', 'quotes stand')} alone; `quotetrace extract` lists every quote", "quiet"
            )
        )
