"""JSON Lines: one flat record a quote, scalars first, for jq, csvkit, pandas, DuckDB and Datasette."""

from collections.abc import Iterable, Iterator, Sequence

from quotetrace.models import Article, Diff, Problem, Quote, Scan
from quotetrace.render import wire
from quotetrace.render.page import Page


def scan(found: Scan, page: Page) -> Iterator[str]:
    """A line a quote, with its family, its wording and the steps that brought it."""
    articles = {article.id: article for article in found.articles}
    family = {quote: family.id for family in found.families for quote in family.quotes}
    wording = {quote: one.id for family in found.families for one in family.wordings for quote in one.quotes}
    came = {step.target: step for trace in found.traces for step in trace.steps}
    for quote in found.quotes:
        step = came.get(quote.id)
        origin = {
            "family": family.get(quote.id),
            "wording": wording.get(quote.id),
            "from": step.source if step else None,
            "relation": step.relation if step else None,
            "basis": step.basis if step else None,
            "basis_confidence": wire.ratio(step.confidence) if step else None,
        }
        yield _line(quote, articles[quote.article], origin)


def extract(
    found: Iterable[tuple[Article, tuple[Quote, ...]]], problems: Sequence[Problem], page: Page
) -> Iterator[str]:
    """A line a quote, as the articles arrive."""
    for article, quotes in found:
        for quote in quotes:
            yield _line(quote, article, {})


def diff(found: Diff, page: Page) -> Iterator[str]:
    """A line a quote, with the quotes of the other article that it is linked to."""
    home = {found.a.id: found.a, found.b.id: found.b}
    for quote in found.quotes:
        partners = [
            {"quote": link.b if link.a == quote.id else link.a, "relation": link.relation}
            for link in found.links
            if quote.id in (link.a, link.b)
        ]
        yield _line(quote, home[quote.article], {"linked": bool(partners), "partners": partners})


def _line(quote: Quote, home: Article, found: wire.Record) -> str:
    """Scalars first, then lists: whatever reads columns can stop at the first list."""
    record = wire.quote(quote, home)
    clause = record.pop("clause") or {"start": None, "end": None}
    record |= {"clause_start": clause["start"], "clause_end": clause["end"]}
    told = {name: value for name, value in wire.article(home).items() if name not in ("id", "credits", "metadata_from")}
    record |= {**told, **found}
    flat = {name: value for name, value in record.items() if not isinstance(value, list)}
    lists = {name: value for name, value in record.items() if isinstance(value, list)}
    return wire.dumps({**flat, **lists}) + "\n"
