"""Small worlds for the tests: articles with one quote each, all of one statement, and the trace of them."""

import re
from collections.abc import Sequence
from itertools import combinations

from quotetrace.config import TraceOptions
from quotetrace.models import (
    Article,
    Change,
    Credit,
    Evidence,
    Family,
    Link,
    Precision,
    Quote,
    Relation,
    Span,
    Trace,
    Wording,
)
from quotetrace.text import align, fold, words
from quotetrace.trace import reuse, trace
from quotetrace.trace.candidates import weighed

OPTIONS = TraceOptions()
MARKED = re.compile("“([^“”]{1,300})”")
CREDIT = {
    "tag": re.compile(r"\((?P<name>[A-Z]\w+)\)(?! –)"),
    "dateline": re.compile(r"[A-Z]{3,}, \w+ \d+ \((?P<name>[A-Z]\w+)\) –"),
    "told": re.compile(r"told (?P<name>(?:the )?[A-Z]\w+(?: [A-Z]\w+)*)"),
    "according-to": re.compile(r"according to (?P<name>(?:the )?[A-Z]\w+(?: [A-Z]\w+)*)"),
}


def article(
    key: str, text: str, outlet: str | None = None, published: str | None = None, title: str | None = None
) -> Article:
    """An article with the credits that stand in it."""
    precisions: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
    found = [
        Credit(kind, one["name"], Span(*one.span()))  # type: ignore[arg-type]
        for kind, pattern in CREDIT.items()
        for one in pattern.finditer(text)
    ]
    precision = precisions.get(len(published), "time") if published else None
    ordered = tuple(sorted(found, key=lambda credit: credit.span))
    return Article(
        key, key, text, outlet=outlet, published=published, date_precision=precision, title=title, credits=ordered
    )


def quotes_of(one: Article) -> list[Quote]:
    """What stands between curly marks in ``one``."""
    return [
        Quote(f"{one.id}.{i}", one.id, Span(*found.span(1)), found[1], "direct", speaker="Ada Brell", cue="said")
        for i, found in enumerate(MARKED.finditer(one.text))
    ]


def relation(a: str, b: str) -> Relation:
    """The relation of two wordings: the same, one in the other, or edited."""
    left, right = (f" {' '.join(fold(text))} " for text in (a, b))
    if left == right:
        return "verbatim"
    return "excerpt" if left in right or right in left else "edited"


def link(a: Quote, b: Quote) -> Link:
    """The link of two quotes, with the words that differ."""
    there, here = words(a.text, a.span.start), words(b.text, b.span.start)
    changes = tuple(
        Change(
            "replace",
            Span(there[x.a_from].start, there[x.a_to - 1].end),
            Span(here[x.b_from].start, here[x.b_to - 1].end),
        )
        for x in align([w.key for w in there], [w.key for w in here])
        if x.op == "replace"
    )
    return Link(a.id, b.id, relation(a.text, b.text), 0.9, a.span, b.span, changes)


def family(quotes: Sequence[Quote]) -> Family:
    """All ``quotes`` as one family."""
    texts: dict[tuple[str, ...], list[Quote]] = {}
    for quote in quotes:
        texts.setdefault(fold(quote.text), []).append(quote)
    wordings = tuple(
        Wording(f"w{i}", found[0].text, tuple(q.id for q in found)) for i, found in enumerate(texts.values())
    )
    return Family("family", quotes[0].text, "Ada Brell", tuple(q.id for q in quotes), wordings)


def traced(*articles: Article) -> Trace:
    """The trace of all quotes in ``articles``, taken as one statement."""
    quotes = [quote for one in articles for quote in quotes_of(one)]
    links = [link(a, b) for a, b in combinations(quotes, 2) if a.article != b.article]
    known = {one.id: one for one in articles}
    (found,) = trace([family(quotes)], links, quotes, known, reuse(known, quotes, links, OPTIONS))
    return found


def weights(source: str, target: str, *articles: Article) -> dict[str, Evidence]:
    """The evidence that ``target`` took the first quote's statement from ``source``, by kind, among ``articles``."""
    quotes = [quote for one in articles for quote in quotes_of(one)]
    links = [link(a, b) for a, b in combinations(quotes, 2) if a.article != b.article and is_same(a.text, b.text)]
    known = {one.id: one for one in articles}
    joined = {key for one in links for key in (one.a, one.b)}
    whole = family([quote for quote in quotes if quote.id in joined and is_same(quote.text, quotes[0].text)])
    ((_, found),) = weighed([whole], links, quotes, known, reuse(known, quotes, links, OPTIONS))
    (pair,) = [one for one in found[target] if one.pair.source.id == source]
    return {one.kind: one for one in pair.evidence}


def is_same(a: str, b: str) -> bool:
    """Two wordings of one statement: half of the shorter one's words are in the other."""
    left, right = set(fold(a)), set(fold(b))
    return 2 * len(left & right) >= min(len(left), len(right))
