"""One link, family, quote or article as blocks: what it is, and every reason for what is said of it."""

from collections.abc import Iterable, Iterator

from quotetrace.models import Article, Family, Link, Quote, Scan
from quotetrace.render.lookup import Lookup, lookup
from quotetrace.render.names import count, day, outlet, percent, told_apart
from quotetrace.render.quotes import who, words
from quotetrace.render.reasons import Names, link_reasons, link_rows, relation, step_rows, trace_rows, undecided_rows
from quotetrace.render.rows import Block, Piece, Row, joined, row
from quotetrace.render.safe import one_line
from quotetrace.render.shown import in_marks, shown
from quotetrace.render.subject import Between, Subject
from quotetrace.render.wordings import wordings
from quotetrace.render.words import sides

SPEAKER_FROM = {
    "name": "named at the quote",
    "pronoun": "a pronoun at the quote",
    "title": "a title at the quote",
    "carried": "carried from a quote before",
    "none": "the article does not say who",
}


def blocks(subject: Subject, found: Scan) -> Iterator[Block]:
    """What is known of ``subject``; ``found`` is the part of a scan that it stands in."""
    names, by_id = told_apart(found.articles), lookup(found)
    match subject:
        case Family():
            return _family(subject, found, names, by_id)
        case Quote():
            return _quote(subject, found, names, by_id)
        case Between():
            return _between(subject, found, names, by_id)
        case Article():
            return _article(subject, found, names, by_id)


def _family(family: Family, found: Scan, names: Names, by_id: Lookup) -> Iterator[Block]:
    speaker = one_line(family.speaker) if family.speaker else "speaker not named"
    counts = [count(len(family.quotes), "quote"), count(len(family.wordings), "wording")]
    trace = by_id.traces.get(family.id)
    if trace:
        counts.append(count(trace.independent_origins, "independent origin"))
    head = _head("family", family.id, Piece(speaker, "speaker"), Piece(f"  {', '.join(counts)}", "quiet"))
    centre = row(Piece("A is the centre: the wording nearest to all others", "quiet"), indent=3)
    yield Block((head,), (*wordings(family, by_id), centre))
    yield from _titled("Quotes", (_listed(by_id.quotes[one], names, by_id) for one in family.quotes))
    yield from _links(found.links, names, by_id)
    if trace:
        yield from _titled("How it spread", trace_rows(trace, names, by_id, family.quotes))


def _quote(quote: Quote, found: Scan, names: Names, by_id: Lookup) -> Iterator[Block]:
    head = _head("quote", quote.id, who(quote))
    text = row(*words(quote, by_id.home[quote.id]), indent=3)
    yield Block((head,), (text, *_facts(quote, found, by_id)))
    yield from _links(found.links, names, by_id)
    for trace in found.traces:
        yield from _titled("How it came", trace_rows(trace, names, by_id, (quote.id,)))


def _facts(quote: Quote, found: Scan, by_id: Lookup) -> Iterator[Row]:
    home = by_id.home[quote.id]
    yield _fact("article", f"{outlet(home)}, {day(home)}, {one_line(home.key)}", f"  {home.id}")
    yield _fact(
        "place", f"{quote.field} {quote.span.start}-{quote.span.end}", ", headline" if quote.in_headline else ""
    )
    yield _fact("kind", quote.kind)
    if quote.clause:
        yield _fact("clause", f"{quote.field} {quote.clause.start}-{quote.clause.end}")
    if quote.cue:
        yield _fact("cue", one_line(quote.cue), f", to {one_line(quote.addressee)}" if quote.addressee else "")
    yield _fact("speaker", *_speaker(quote))
    if quote.utterance:
        yield _fact("utterance", one_line(quote.utterance))
    for defect in quote.defects:
        yield _fact("fault of the marks", defect.replace("-", " "))
    for family in found.families:
        yield _fact("family", family.id)


def _speaker(quote: Quote) -> Iterator[str]:
    """The name and how sure it is; what at the quote it was read from."""
    if quote.speaker:
        yield f"{one_line(quote.speaker)}, {percent(quote.confidence)} sure, "
    yield SPEAKER_FROM[quote.speaker_basis]
    if quote.speaker_text and quote.speaker_text != quote.speaker:
        yield f": “{one_line(quote.speaker_text)}”"


def _between(pair: Between, found: Scan, names: Names, by_id: Lookup) -> Iterator[Block]:
    for link in found.links:
        yield from _link(link, by_id)
    if not found.links:
        head = _head("no link", f"{pair.a}-{pair.b}", "the way between them rests on others of the family")
        yield Block((head,), tuple(_listed(by_id.quotes[one], names, by_id) for one in pair))
    yield from _titled("How it came", _ways(pair, found, names, by_id))


def _link(link: Link, by_id: Lookup) -> Iterator[Block]:
    a, b = by_id.quotes[link.a], by_id.quotes[link.b]
    here, there = shown(a, by_id.text(a), link.a_span), shown(b, by_id.text(b), link.b_span)
    left, right = sides(link, here, there)
    yield Block(
        (_head("link", f"{link.a}-{link.b}", relation(link)),),
        tuple(_side("A", a, in_marks(a, here, left), by_id)),
        tuple(_side("B", b, in_marks(b, there, right), by_id)),
        even=True,
    )
    yield from _titled("Reasons", link_reasons(link, by_id, indent=3))


def _side(letter: str, quote: Quote, pieces: Iterable[Piece], by_id: Lookup) -> Iterator[Row]:
    home = by_id.home[quote.id]
    yield row(Piece(f"{letter} ", "number"), who(quote), ": ", *pieces, indent=3, hang=2)
    yield row(Piece(f"{outlet(home)}, {day(home)}", "outlet"), Piece(f", {one_line(home.key)}", "quiet"), indent=5)


def _ways(pair: Between, found: Scan, names: Names, by_id: Lookup) -> Iterator[Row]:
    """The steps from one of the two to the other, and what stays open between them."""
    both = set(pair)
    for trace in found.traces:
        for step in trace.steps:
            if {step.source, step.target} == both:
                yield from step_rows(step, names, by_id)
        for one in trace.undecided:
            if {one.a, one.b} == both:
                yield from undecided_rows(one, names, by_id)


def _article(article: Article, found: Scan, names: Names, by_id: Lookup) -> Iterator[Block]:
    head = _head("article", article.id, Piece(outlet(article), "outlet"), Piece(f", {day(article)}", "quiet"))
    yield Block((head,), tuple(_known(article)))
    own = [quote for quote in found.quotes if quote.article == article.id]
    yield from _titled("Quotes", (_listed(quote, {}, by_id) for quote in own))
    ids = [quote.id for quote in own]
    for trace in found.traces:
        yield from _titled(f"How family {trace.family} came", trace_rows(trace, names, by_id, ids))


def _known(article: Article) -> Iterator[Row]:
    yield _fact("key", one_line(article.key))
    if article.title:
        yield _fact("title", one_line(article.title))
    for name, origin in article.metadata_from:
        yield _fact(f"{one_line(name)} from", one_line(origin))
    for credit in article.credits:
        yield _fact("credit", f"{one_line(credit.name)}, {credit.kind}: “{one_line(credit.span.of(article.text))}”")


def _links(links: Iterable[Link], names: Names, by_id: Lookup) -> Iterator[Block]:
    yield from _titled("Links", (one for link in links for one in link_rows(link, names, by_id)))


def _listed(quote: Quote, names: Names, by_id: Lookup) -> Row:
    """A quote with its id, and the name of its article, if it has one in ``names``."""
    home = by_id.home[quote.id]
    name = [Piece(names[home.id], "outlet")] if home.id in names else []
    told = joined((*name, who(quote)), ", ")
    return row(Piece(f"{quote.id}  ", "quiet"), *told, ": ", *words(quote, home), indent=3, hang=2)


def _head(what: str, key: str, *pieces: Piece | str) -> Row:
    return row(Piece(f"{what} {key}", "number"), "  ", *pieces)


def _titled(title: str, rows: Iterable[Row]) -> Iterator[Block]:
    """A block of ``rows``, if there are any."""
    if under := tuple(rows):
        yield Block((row(Piece(title, "number")),), under)


def _fact(label: str, *texts: str) -> Row:
    return row(Piece(f"{label}: ", "quiet"), *texts, indent=3, hang=2)
