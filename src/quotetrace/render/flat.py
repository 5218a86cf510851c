"""Flat records, one a quote: what it is, what is known of its article, how it came. Scalars first, then lists."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from quotetrace.models import Article, Check, Diff, Flow, Found, Link, Place, Quote, Scan, Step
from quotetrace.render import wire
from quotetrace.render.wire import Record

ELSEWHERE = ("id", "credits", "metadata_from")  # fields of an article that a quote's record does not repeat


def scan(found: Scan) -> Iterator[Record]:
    """With each quote its family, its wording, and the step that brought it."""
    articles = {article.id: article for article in found.articles}
    family = {quote: family.id for family in found.families for quote in family.quotes}
    wording = {quote: one.id for family in found.families for one in family.wordings for quote in one.quotes}
    came = {step.target: step for trace in found.traces for step in trace.steps}
    for quote in found.quotes:
        way = _way(family.get(quote.id), wording.get(quote.id), came.get(quote.id))
        yield _record(quote, articles[quote.article], way)


def flows(found: Iterable[Flow]) -> Iterator[Record]:
    """What one outlet took from another, with the counts of relations and flags as text: "edited 2, verbatim 1"."""
    for flow in found:
        yield wire.flow(flow) | {"relations": _counts(flow.relations), "flags": _counts(flow.flags)}


def extract(found: Iterable[tuple[Article, tuple[Quote, ...]]]) -> Iterator[Record]:
    """The quotes alone, as the articles arrive."""
    return (_record(quote, article, {}) for article, quotes in found for quote in quotes)


def diff(found: Diff) -> Iterator[Record]:
    """With each quote those of the other article that it is linked to."""
    home = {found.a.id: found.a, found.b.id: found.b}
    partners: dict[str, list[Record]] = defaultdict(list)
    for link in found.links:
        partners[link.a].append({"quote": link.b, "relation": link.relation})
        partners[link.b].append({"quote": link.a, "relation": link.relation})
    for quote in found.quotes:
        yield _record(quote, home[quote.article], _linked(partners[quote.id]))


def check(found: Check) -> Iterator[Record]:
    """With each quote of a draft its verdict, and the words of the source."""
    drafts = {article.id: article for article in found.drafts}
    homes = {article.id: article for article in found.sources}
    for one in found.checked:
        more = {"verdict": one.verdict, "holds": one.holds, "why": one.why, "flags": _flags(one.link)}
        source = _source(one.place, homes[one.place.article] if one.place else None)
        yield _record(one.quote, drafts[one.quote.article], more | source)


def find(found: Found) -> Iterator[Record]:
    """A record for each place where a wording occurs, with the number of its variant."""
    homes = {article.id: article for article in found.articles}
    for number, variant in enumerate(found.variants, 1):
        for one in variant.occurrences:
            source = _source(one.place, homes[one.place.article])
            yield {"wording": found.wording, "variant": number, "flags": _flags(one.link)} | source


def _flags(link: Link | None) -> str:
    return ", ".join(flag.name for flag in link.flags) if link else ""


def _source(place: Place | None, home: Article | None) -> Record:
    """The scalars of a place and of its article; all null where there is none."""
    record = wire.place(place, home) if place and home else {}
    article = wire.article(home) if home else {}
    fields = ("key", "path", "outlet", "published")
    there = {f"source_{name}": article.get(name) for name in fields}
    return there | {f"source_{name}": record.get(name) for name in ("field", "start", "end", "line", "text", "speaker")}


def _way(family: str | None, wording: str | None, step: Step | None) -> Record:
    return {
        "family": family,
        "wording": wording,
        "from": step.source if step else None,
        "relation": step.relation if step else None,
        "basis": step.basis if step else None,
        "basis_confidence": wire.ratio(step.confidence) if step else None,
    }


def _counts(counts: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{name} {number}" for name, number in counts)


def _linked(partners: list[Record]) -> Record:
    return {"linked": bool(partners), "partners": partners}


def _record(quote: Quote, home: Article, more: Record) -> Record:
    record = wire.quote(quote, home)
    clause = record.pop("clause") or {"start": None, "end": None}
    record |= {"clause_start": clause["start"], "clause_end": clause["end"]}
    record |= {name: value for name, value in wire.article(home).items() if name not in ELSEWHERE} | more
    return dict(sorted(record.items(), key=lambda item: isinstance(item[1], list)))
