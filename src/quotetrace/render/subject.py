"""What `explain` is asked about, and the part of a scan that it stands in."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from quotetrace.models import Article, Family, Link, Quote, Scan, Trace


class Between(NamedTuple):
    """Two quotes, by id: the link between them, and the way from one to the other."""

    a: str
    b: str


Subject = Article | Quote | Family | Between


def kind(subject: Subject) -> str:
    """What a reader calls it: article, quote, family or link."""
    return "link" if isinstance(subject, Between) else type(subject).__name__.lower()


def ids(subject: Subject) -> tuple[str, ...]:
    """Its id; the two of a link."""
    return tuple(subject) if isinstance(subject, Between) else (subject.id,)


def part(found: Scan, subject: Subject) -> Scan:
    """``found`` with only what concerns ``subject``: its links, whole families, and every quote and article they name.

    A family and a link keep the links among their own quotes, a quote and an article all that start or end there.
    """
    own = _own(found, subject)
    links = tuple(link for link in found.links if _concerns(link, own, subject))
    families = tuple(family for family in found.families if own & set(family.quotes))
    told = {family.id for family in families}
    traces = tuple(trace for trace in found.traces if trace.family in told)
    named = own | {side for link in links for side in (link.a, link.b)}
    named |= {quote for family in families for quote in family.quotes}
    named |= {quote for trace in traces for quote in _named(trace)}
    quotes = tuple(quote for quote in found.quotes if quote.id in named)
    homes = {quote.article for quote in quotes} | ({subject.id} if isinstance(subject, Article) else set())
    return replace(
        found,
        articles=tuple(article for article in found.articles if article.id in homes),
        quotes=quotes,
        links=links,
        families=families,
        traces=traces,
        reuse=tuple(pair for pair in found.reuse if {pair.a, pair.b} <= homes),
        flows=(),
    )


def _own(found: Scan, subject: Subject) -> set[str]:
    """The quotes that ``subject`` is, or is made of."""
    match subject:
        case Between():
            return set(subject)
        case Quote():
            return {subject.id}
        case Family():
            return set(subject.quotes)
        case Article():
            return {quote.id for quote in found.quotes if quote.article == subject.id}


def _concerns(link: Link, own: set[str], subject: Subject) -> bool:
    ends = {link.a, link.b}
    return ends <= own if isinstance(subject, Between | Family) else bool(ends & own)


def _named(trace: Trace) -> Iterator[str]:
    """The quotes that a trace speaks of."""
    for step in trace.steps:
        yield from filter(None, (step.source, step.target, *(other.source for other in step.alternatives)))
    for pair in trace.undecided:
        yield from (pair.a, pair.b)
    if trace.origin.quote:
        yield trace.origin.quote
