"""A trace as rows: where the statement began, and a line for each way it took, with the reasons that weigh most."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quotetrace.models import Evidence, Step, Trace, Undecided
from quotetrace.render.lookup import Lookup
from quotetrace.render.names import BASES, percent
from quotetrace.render.rows import Piece, Row, columns, joined, row
from quotetrace.render.safe import one_line

Names = Mapping[str, str]
REASONS = 2  # shown for a way; JSON has them all
ALIGNED = 40  # columns that a route may take before its basis is no longer aligned with the others
DECIDED = ("copied", "credited")
GROUNDS = ("narration", "credit", "credit-beside")  # without one of these nobody is named as a source
TOGETHER = ("common-source", "same-event", "unknown")  # arrivals from outside that are told in one line


class Told:
    """The reasons that a report has given, and under which number: each is printed in full once."""

    def __init__(self) -> None:
        self._where: dict[str, int] = {}

    def rows(self, reasons: Sequence[str], number: int) -> Iterator[Row]:
        """A row for each reason that is new, and one that points to where the others stand."""
        elsewhere = sorted({self._where.setdefault(text, number) for text in reasons} - {number})
        new = [text for text in reasons if self._where[text] == number]
        for text in new:
            yield row(Piece(text, "quiet"), indent=5, brief=True)
        if elsewhere:
            pointer = f"{'and ' if new else ''}as in {', '.join(map(str, elsewhere))}"
            yield row(Piece(pointer, "quiet"), indent=5)


def spread(trace: Trace, names: Names, by_id: Lookup, number: int, told: Told) -> Iterator[Row]:
    """Rows for the origin, each way between two articles, and each pair whose direction stays open.

    Args:
        number: that of the family in this report.
        told: the reasons given so far; those of this trace are added.
    """
    yield from _origin(trace, names, by_id)
    ways = _ways(trace.steps, by_id)
    routes = [_route(way, names, by_id) for way in ways]
    width = max((length for route in routes if (length := _length(route)) <= ALIGNED), default=0)
    for way, route in zip(ways, routes, strict=True):
        gap = " " * max(0, width - _length(route)) + "  "
        yield row(*route, gap, *_verdict(way), indent=3, hang=2)
        yield from told.rows(_reasons(one for step in way for one in step.evidence), number)
    for pairs in _open_ways(trace.undecided, by_id):
        yield _open(pairs, names, by_id)
        reasons = _reasons(one for pair in pairs for one in pair.evidence)
        yield from told.rows([*reasons, *{one_line(pair.why): None for pair in pairs}], number)


def _origin(trace: Trace, names: Names, by_id: Lookup) -> Iterator[Row]:
    where = [Piece(names[by_id.home[trace.origin.quote].id], "outlet")] if trace.origin.quote else []
    why = [Piece(f"{', ' if where else ''}{one_line(trace.origin.why)}", "quiet")] if trace.origin.why else []
    if where or why:
        yield row(Piece("origin: ", "quiet"), *where, *why, indent=3, hang=2)


def _ways(steps: Iterable[Step], by_id: Lookup) -> list[list[Step]]:
    """Steps that are one way: between the same two articles, or from outside, on the same basis."""
    ways: dict[tuple[str, str, str], list[Step]] = defaultdict(list)
    for step in steps:
        source = by_id.home[step.source].id if step.source else ""
        target = "" if not source and step.basis in TOGETHER else by_id.home[step.target].id
        ways[source, target, step.basis].append(step)
    return list(ways.values())


def _open_ways(undecided: Iterable[Undecided], by_id: Lookup) -> list[list[Undecided]]:
    """Pairs of the same two articles on the same basis, together."""
    ways: dict[tuple[frozenset[str], str], list[Undecided]] = defaultdict(list)
    for pair in undecided:
        ways[frozenset((by_id.home[pair.a].id, by_id.home[pair.b].id)), pair.basis].append(pair)
    return list(ways.values())


def _route(way: Sequence[Step], names: Names, by_id: Lookup) -> tuple[Piece, ...]:
    targets = {by_id.home[step.target].id: None for step in way}
    arrived = tuple(joined((Piece(names[target], "outlet") for target in targets), ", "))
    if way[0].source is None:
        return arrived
    return Piece(names[by_id.home[way[0].source].id], "outlet"), Piece(" → ", "quiet"), *arrived


def _length(route: Sequence[Piece]) -> int:
    return sum(columns(piece.text) for piece in route)


def _verdict(way: Sequence[Step]) -> Iterator[Piece]:
    """The basis; how sure the source is, where there is one: the least sure of the steps."""
    yield Piece(BASES[way[0].basis], "basis" if way[0].basis in DECIDED else "text")
    if way[0].source and way[0].basis != "unknown":
        yield Piece(f", {percent(min(step.confidence for step in way))} sure", "quiet")


def _reasons(evidence: Iterable[Evidence]) -> list[str]:
    """What a trace rests on, then what weighs most, the same words once; where nothing weighs, what only tells."""
    found = list({(one.kind, one.text): one for one in evidence}.values())
    weighty = sorted((one for one in found if one.weight > 0), key=lambda one: (one.kind not in GROUNDS, -one.weight))
    told: list[str] = []
    for text in (one_line(one.text) for one in weighty or found):
        words = text.partition("“")[2]
        if len(told) < REASONS and not (words and any(words in other for other in told)):
            told.append(text)
    return told


def _open(pairs: Sequence[Undecided], names: Names, by_id: Lookup) -> Row:
    """A way whose direction the texts do not tell, and what they do show."""
    one, other = (Piece(names[by_id.home[quote].id], "outlet") for quote in (pairs[0].a, pairs[0].b))
    basis = pairs[0].basis
    known = () if basis == "unknown" else (Piece(BASES[basis], "basis" if basis in DECIDED else "text"), Piece(", "))
    return row(one, Piece(" ↔ ", "quiet"), other, "  ", *known, "cannot tell which way", indent=3, hang=2)
