"""A trace as rows: where the statement began, and a line for each way it took, with the reasons that weigh most."""

from collections.abc import Iterator, Mapping, Sequence

from quotetrace.models import Evidence, Step, Trace, Undecided
from quotetrace.render.lookup import Lookup
from quotetrace.render.names import BASES, percent
from quotetrace.render.rows import Piece, Row, row
from quotetrace.render.safe import one_line

Names = Mapping[str, str]
REASONS = 2  # shown for a step; JSON has them all
ALIGNED = 40  # columns that a route may take before its basis is no longer aligned with the others
DECIDED = ("copied", "credited")


def spread(trace: Trace, names: Names, by_id: Lookup) -> Iterator[Row]:
    """Rows for the origin, each way between two articles, and each pair whose direction stays open."""
    yield from _origin(trace, names, by_id)
    ways = _ways(trace.steps, by_id)
    routes = [_route(way[0], names, by_id) for way in ways]
    width = max((length for route in routes if (length := _length(route)) <= ALIGNED), default=0)
    for way, route in zip(ways, routes, strict=True):
        gap = " " * max(0, width - _length(route)) + "  "
        yield row(*route, gap, *_verdict(way), indent=3, hang=2)
        for reason in _reasons(way):
            yield row(Piece(one_line(reason.text), "quiet"), indent=5, brief=True)
    for pair in trace.undecided:
        yield from _open(pair, names, by_id)


def _origin(trace: Trace, names: Names, by_id: Lookup) -> Iterator[Row]:
    where = [Piece(names[by_id.home[trace.origin.quote].id], "outlet")] if trace.origin.quote else []
    why = [Piece(f"{', ' if where else ''}{one_line(trace.origin.why)}", "quiet")] if trace.origin.why else []
    if where or why:
        yield row(Piece("origin: ", "quiet"), *where, *why, indent=3, hang=2)


def _ways(steps: Sequence[Step], by_id: Lookup) -> list[list[Step]]:
    """Steps between the same two articles on the same basis, together: a statement may be several quotes of one."""
    ways: dict[tuple[str, str, str], list[Step]] = {}
    for step in steps:
        source = by_id.home[step.source].id if step.source else ""
        ways.setdefault((source, by_id.home[step.target].id, step.basis), []).append(step)
    return list(ways.values())


def _route(step: Step, names: Names, by_id: Lookup) -> tuple[Piece, ...]:
    target = Piece(names[by_id.home[step.target].id], "outlet")
    if step.source is None:
        return (target,)
    return Piece(names[by_id.home[step.source].id], "outlet"), Piece(" → ", "quiet"), target


def _length(route: Sequence[Piece]) -> int:
    return sum(len(piece.text) for piece in route)


def _verdict(way: Sequence[Step]) -> Iterator[Piece]:
    """The basis; how sure the source is, where there is one: the least sure of the steps."""
    yield Piece(BASES[way[0].basis], "basis" if way[0].basis in DECIDED else "text")
    if way[0].source and way[0].basis != "unknown":
        yield Piece(f", {percent(min(step.confidence for step in way))} sure", "quiet")


def _reasons(way: Sequence[Step]) -> list[Evidence]:
    """What weighs most, each once; what only tells the reader something stands in where nothing weighs."""
    found = list({(one.kind, one.text): one for step in way for one in step.evidence}.values())
    weighty = sorted((one for one in found if one.weight > 0), key=lambda one: -one.weight)
    return (weighty or found)[:REASONS]


def _open(pair: Undecided, names: Names, by_id: Lookup) -> Iterator[Row]:
    one, other = (Piece(names[by_id.home[quote].id], "outlet") for quote in (pair.a, pair.b))
    known = "" if pair.basis == "unknown" else f", {BASES[pair.basis]}"
    yield row(one, Piece(" ? ", "quiet"), other, f"  {BASES['unknown']} which way{known}", indent=3, hang=2)
    yield row(Piece(one_line(pair.why), "quiet"), indent=5)
