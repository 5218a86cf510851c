"""Why, in full: a link with every change and flag, a step with every piece of evidence and every other way."""

from collections.abc import Iterable, Iterator, Mapping

from quotetrace.models import Change, Evidence, Link, Step, Trace, Undecided
from quotetrace.render.lookup import Lookup
from quotetrace.render.names import BASES, RELATIONS, percent
from quotetrace.render.rows import Piece, Row, row
from quotetrace.render.safe import one_line

Names = Mapping[str, str]
OUTSIDE = Piece("outside these articles", "quiet")


def link_rows(link: Link, names: Names, by_id: Lookup) -> Iterator[Row]:
    """The two ends, the relation and how sure it is; then why, the changes, the flags."""
    ends = _end(link.a, names, by_id), Piece(" ↔ ", "quiet"), _end(link.b, names, by_id)
    yield row(*ends, f"  {relation(link)}", Piece(f"  {link.a}-{link.b}", "quiet"), indent=3, hang=2)
    yield from link_reasons(link, by_id, indent=5)


def relation(link: Link) -> str:
    """The relation, in the word of JSON and in readers' words, and how sure the link is."""
    said = RELATIONS[link.relation]
    more = f" ({said})" if said != link.relation else ""
    return f"{link.relation}{more}, {percent(link.score)} sure"


def link_reasons(link: Link, by_id: Lookup, *, indent: int) -> Iterator[Row]:
    """Why the two are linked, each change with its words, each flag with those that raised it."""
    if link.why:
        yield row(Piece("why: ", "quiet"), one_line(link.why), indent=indent, hang=2)
    a, b = by_id.quotes[link.a], by_id.quotes[link.b]
    for change in link.changes:
        yield _change(change, by_id.text(a), by_id.text(b), indent)
    for flag in link.flags:
        words = f": {one_line(flag.words)}" if flag.words else ""
        yield row(Piece("flag: ", "quiet"), Piece(f"{flag.name}{words}", "warning"), indent=indent, hang=2)


def _change(change: Change, text_a: str, text_b: str, indent: int) -> Row:
    moved = change.op == "move"
    gone = [Piece(one_line(change.a.of(text_a)), "moved" if moved else "dropped")] if change.a else []
    new = [Piece(one_line(change.b.of(text_b)), "moved" if moved else "added")] if change.b else []
    between = [Piece(" → ", "quiet")] if gone and new else []
    return row(Piece(f"{change.op}: ", "quiet"), *gone, *between, *new, indent=indent, hang=2)


def trace_rows(trace: Trace, names: Names, by_id: Lookup, quotes: Iterable[str]) -> Iterator[Row]:
    """The origin; each step that leads to one of ``quotes``, and each pair with one of them that stays open."""
    of = set(quotes)
    if trace.origin.quote or trace.origin.why:
        where = [_end(trace.origin.quote, names, by_id), Piece(", ", "quiet")] if trace.origin.quote else []
        yield row(Piece("origin: ", "quiet"), *where, one_line(trace.origin.why), indent=3, hang=2)
    for step in trace.steps:
        if step.target in of:
            yield from step_rows(step, names, by_id)
    for pair in trace.undecided:
        if of & {pair.a, pair.b}:
            yield from undecided_rows(pair, names, by_id)


def step_rows(step: Step, names: Names, by_id: Lookup) -> Iterator[Row]:
    """The way, its basis and how sure it is; all evidence; the other ways that fit, best first."""
    source = [_end(step.source, names, by_id), Piece(" → ", "quiet")] if step.source else []
    of = "" if step.source else " that it came from outside these articles"
    sure = Piece(f", {percent(step.confidence)} sure{of}", "quiet")
    target, basis = _end(step.target, names, by_id), Piece(f"  {BASES[step.basis]}", "basis")
    yield row(*source, target, basis, sure, indent=3, hang=2)
    yield row(Piece(f"{step.source} → {step.target}" if step.source else step.target, "quiet"), indent=5)
    yield from map(_evidence, step.evidence)
    for other in step.alternatives:
        by = f", {BASES[other.basis]}" if other.source else ""
        rest = Piece(f"{by}, {percent(other.confidence)} sure", "quiet")
        yield row(Piece("or from ", "quiet"), _end(other.source, names, by_id), rest, indent=5, hang=2)


def undecided_rows(pair: Undecided, names: Names, by_id: Lookup) -> Iterator[Row]:
    """A pair whose direction stays open: what the texts do show, what is missing, all evidence."""
    ends = _end(pair.a, names, by_id), Piece(" ↔ ", "quiet"), _end(pair.b, names, by_id)
    known = f"{BASES[pair.basis]}, " if pair.basis != "unknown" else ""
    yield row(*ends, f"  {known}cannot tell which way", indent=3, hang=2)
    yield row(Piece(f"{pair.a} ↔ {pair.b}", "quiet"), indent=5)
    if pair.why:
        yield row(Piece("why: ", "quiet"), one_line(pair.why), indent=5, hang=2)
    yield from map(_evidence, pair.evidence)


def _evidence(one: Evidence) -> Row:
    """A reason; its weight, where it has one, in points of log-odds."""
    weight = f" {one.weight:+.1f}" if one.weight else ""
    return row(Piece(f"{one_line(one.kind)}{weight}: ", "quiet"), one_line(one.text), indent=5, hang=2)


def _end(quote: str | None, names: Names, by_id: Lookup) -> Piece:
    return Piece(names[by_id.home[quote].id], "outlet") if quote else OUTSIDE
