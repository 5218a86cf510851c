"""A scan as blocks: each statement that several articles report, its wordings, and how it spread."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from quotetrace.models import Family, Reuse, Scan
from quotetrace.render.lookup import Lookup, lookup
from quotetrace.render.names import count, outlet, percent, told_apart, troubles
from quotetrace.render.rows import Block, Piece, Row, row
from quotetrace.render.safe import one_line
from quotetrace.render.spread import Told, spread
from quotetrace.render.wordings import wordings

TOLD = 0.05  # of the shorter narration; less is a phrase that any two reports may share


def blocks(found: Scan) -> Iterator[Block]:
    """What `scan` shows, in order: the families that two articles or more report, shared narration, the sum."""
    by_id = lookup(found)
    families = shared(found)
    told = Told()
    for number, family in enumerate(families, 1):
        yield _family(number, family, by_id, told)
    if found.reuse:
        yield _reuse(found.reuse, by_id)
    yield Block(tuple(_sum(found, families)))


def shared(found: Scan) -> list[Family]:
    """The families that two articles or more report, in the order of their numbers, which start at 1."""
    home = {quote.id: quote.article for quote in found.quotes}
    return [family for family in found.families if len({home[quote] for quote in family.quotes}) > 1]


def _family(number: int, family: Family, by_id: Lookup, told: Told) -> Block:
    reports = {by_id.home[quote].id: by_id.home[quote] for quote in family.quotes}
    trace = by_id.traces.get(family.id)
    counts = [
        count(len({outlet(article) for article in reports.values()}), "outlet"),
        count(len(family.wordings), "wording"),
        *([f"{trace.independent_origins} independent origins"] if trace and trace.independent_origins > 1 else []),
    ]
    who = Piece(one_line(family.speaker), "speaker") if family.speaker else Piece("speaker not named", "quiet")
    head = row(Piece(f"{number}", "number"), "  ", who, Piece(f"  {', '.join(counts)}", "quiet"))
    way = tuple(spread(trace, told_apart(reports.values()), by_id, number, told)) if trace else ()
    return Block((head,), tuple(wordings(family, by_id)), way)


def _reuse(found: Sequence[Reuse], by_id: Lookup) -> Block:
    names = told_apart({side: by_id.articles[side] for pair in found for side in (pair.a, pair.b)}.values())
    ordered = sorted(found, key=lambda pair: -pair.share)
    head = row(Piece("Narration that stands in both", "number"))
    told = [pair for pair in ordered if pair.share >= TOLD]
    lines = [line for pair in told for line in _shared(pair, names, by_id)]
    if less := len(found) - len(told):
        lines.append(row(Piece(f"{count(less, 'pair')} with less than {percent(TOLD)}", "quiet"), indent=3))
    return Block((head,), tuple(lines))


def _shared(pair: Reuse, names: Mapping[str, str], by_id: Lookup) -> Iterator[Row]:
    ends = sorted((by_id.articles[pair.a], by_id.articles[pair.b]), key=lambda end: (end.published or "9999", end.key))
    one, other = (Piece(names[end.id], "outlet") for end in ends)
    share = Piece(f"  {percent(pair.share)} of the shorter one", "quiet")
    yield row(one, Piece(" ↔ ", "quiet"), other, share, indent=3, hang=2)
    if pair.rarest:
        yield row(Piece(f"“{one_line(pair.rarest)}”", "quiet"), indent=5, brief=True)


def _sum(found: Scan, families: Sequence[Family]) -> Iterator[Row]:
    steps = Counter(step.basis for trace in found.traces for step in trace.steps)
    parts = [
        count(len(found.articles), "article"),
        count(len(found.quotes), "quote"),
        count(len(families), "family", "families"),
        f"{count(steps['copied'], 'step')} called copied",
        *troubles(found.problems),
    ]
    yield row(", ".join(parts))
    alone = len(found.quotes) - len({quote for family in families for quote in family.quotes})
    if alone:
        stands = count(alone, "quote stands", "quotes stand")
        yield row(Piece(f"{stands} alone; `quotetrace extract` lists every quote", "quiet"))
