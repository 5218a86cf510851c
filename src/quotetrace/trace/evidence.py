"""What speaks for and against one article as the source of another. Every kind is one function over a pair."""

from collections import Counter
from collections.abc import Callable

from quotetrace.models import Evidence, Quote
from quotetrace.text import brackets, cuts
from quotetrace.trace.dates import told
from quotetrace.trace.names import same_house
from quotetrace.trace.pairs import Pair, bearing
from quotetrace.trace.phrases import phrases

Kind = Callable[[Pair], Evidence | None]

SAID = ("tag", "told", "according-to", "reported", "line", "dateline")
WIRE = ("tag", "dateline")
SHOWN = 160
CONTRACTED = ("n't", "n’t", "'re", "’re", "'ll", "’ll", "'ve", "’ve")


def date(pair: Pair) -> Evidence:
    """Both dates, with their origin. It decides what is possible; it proves nothing, so it weighs nothing."""
    a, b = told(pair.source), told(pair.target)
    match pair.order:
        case "before":
            text = f"{a} is before {b}"
        case "after":
            text = f"{a} is after {b}"
        case "same":
            text = f"{a} and {b} do not say which was first"
        case _:
            text = f"{a} and {b} cannot be put in order"
    return Evidence("date", text)


def credit(pair: Pair) -> Evidence | None:
    """The target names the source's outlet as where it has the quote from."""
    if pair.same_outlet or not pair.source.outlet:
        return None
    for one in bearing(pair.target, pair.targets):
        if same_house(one.name, pair.source.outlet):
            return Evidence("credit", one.span.of(pair.target.text), 6)
    return None


def common_credit(pair: Pair) -> Evidence | None:
    """Both name the same third house for the text, by a wire tag, a dateline or as the reporter of the words."""
    ours = [c for c in bearing(pair.source, pair.sources) if c.kind != "told"]
    for theirs in bearing(pair.target, pair.targets):
        if theirs.kind == "told" or (pair.source.outlet and same_house(theirs.name, pair.source.outlet)):
            continue
        if any(same_house(theirs.name, one.name) for one in ours):
            return Evidence("common-credit", f"both credit {theirs.name}", -5)
    return None


def narration(pair: Pair) -> Evidence | None:
    """The reporter's own sentences came along."""
    words = pair.here.bit_count() / 6
    if not pair.reuse or not words:
        return None
    weight = next(points for least, points in ((60, 6.0), (30, 5.0), (15, 3.5), (0, 2.0)) if words >= least)
    share = f"{pair.reuse.share:.0%} of the shorter text outside the quotes"
    return Evidence("narration", f"{share}, as in “{_short(pair.reuse.rarest)}”", weight)


def lacking(pair: Pair) -> Evidence | None:
    """The target shares narration with others which the source lacks: it did not get all of it here."""
    if pair.lacking.bit_count() < 30:
        return None
    start, end = _longest(pair.lacking)
    text = f"the target also has “{_short(pair.target.text[start:end])}”, which is not here"
    return Evidence("lacking", text, -min(6.0, pair.lacking.bit_count() / 40))


def third(pair: Pair) -> Evidence | None:
    """A third article shares with each of the two what they do not share with one another: neither has all of it."""
    if not pair.third:
        return None
    return Evidence("third-text", f"{pair.third.outlet or pair.third.key} has more of either than they share", -3)


def translation(pair: Pair) -> Evidence | None:
    """The same translation: two who translate on their own do not agree word for word."""
    if not pair.setting.translated:
        return None
    same = [
        link
        for link in pair.links
        if link.relation in ("verbatim", "excerpt", "edited") and link.a_span.end - link.a_span.start >= 40
    ]
    if not same:
        return None
    words = same[0].b_span.of(pair.target.text)
    return Evidence("same-translation", f"“{_short(words)}” in both, although {pair.setting.translated}", 1.5)


def deviation(pair: Pair) -> Evidence | None:
    """Both leave the commonest wording in the same way, and few others do."""
    known = pair.setting.deviations
    shared = known.get(pair.source.id, frozenset()) & known.get(pair.target.id, frozenset())
    if not shared:
        return None
    rarest = min(shared, key=lambda one: (pair.setting.deviants[one], one))
    usual, here = (" ".join(words) for words in rarest)
    return Evidence("slip", f"“{here}” in both, where most have “{usual}”", 2.5)


def lost(pair: Pair) -> Evidence | None:
    """The source leaves the commonest wording where the target has kept it."""
    known = pair.setting.deviations
    only = known.get(pair.source.id, frozenset()) - known.get(pair.target.id, frozenset())
    if not only:
        return None
    usual, here = (" ".join(words) for words in min(only))
    return Evidence("kept", f"the target has “{usual}” as most do, the source “{here}”", -1.5 * min(2, len(only)))


def defect(pair: Pair) -> Evidence | None:
    """The same fault in the marks of the same quote."""
    quotes = {q.id: q for q in (*pair.sources, *pair.targets)}
    for link in pair.links:
        both = (
            set(quotes[link.a].defects) & set(quotes[link.b].defects) if link.a in quotes and link.b in quotes else ()
        )
        if both:
            return Evidence("slip", f"{min(both)} in both", 2)
    return None


def contained(pair: Pair) -> Evidence | None:
    """Words of the statement that the target has and the source lacks cannot come from the source."""
    words = pair.setting.words
    here = Counter(word for q in pair.targets if pair.setting.in_marks[q.id] for word in words[q.id])
    there = {word for q in pair.sources for word in words[q.id]}
    more = [word for word in here if word not in there]
    if len(more) < 4:
        return None
    return Evidence("not-contained", f"the source lacks “{' '.join(more[:8])}”", -min(4.0, 0.5 * len(more)))


def one_way(pair: Pair) -> Evidence | None:
    """Edits that make sense one way: cut, bracketed, contracted, coloured."""
    for link in pair.links:
        a, b = link.a_span.of(pair.source.text), link.b_span.of(pair.target.text)
        for what, ahead in _edits(a, b):
            return Evidence("one-way-edit", what, 1.0 if ahead else -1.0)
    a_cues, b_cues = _cues(pair.sources), _cues(pair.targets)
    known = phrases()
    if b_cues & known.coloured and a_cues and a_cues <= known.neutral:
        return Evidence("one-way-edit", f"“{min(a_cues)}” became “{min(b_cues & known.coloured)}”", 0.5)
    return None


def _edits(a: str, b: str) -> list[tuple[str, bool]]:
    """What was done to ``a`` to make ``b`` (True), or the other way about (False)."""
    done: list[tuple[str, bool]] = []
    if len(cuts(a)) != len(cuts(b)):
        done.append(("words left out, with an ellipsis", len(cuts(b)) > len(cuts(a))))
    if len(brackets(a)) != len(brackets(b)):
        done.append(("words explained in brackets", len(brackets(b)) > len(brackets(a))))
    short_a, short_b = (sum(text.count(form) for form in CONTRACTED) for text in (a, b))
    if short_a != short_b:
        done.append(("words contracted", short_b > short_a))
    return done


def _cues(quotes: tuple[Quote, ...]) -> set[str]:
    return {q.cue.casefold() for q in quotes if q.cue}


def headline(pair: Pair) -> Evidence | None:
    """The same headline, where it is a field of its own."""
    a, b = (" ".join((one.title or "").split()) for one in (pair.source, pair.target))
    if len(a.split()) < 4 or a.casefold() != b.casefold():
        return None
    return Evidence("headline", f"“{_short(a)}” is the headline of both", 2.5)


def republished(pair: Pair) -> Evidence | None:
    """The same outlet, with its own sentences again."""
    if not pair.same_outlet or pair.here.bit_count() < 60:
        return None
    return Evidence("republished", f"both stand in {pair.source.outlet}", 1.5)


def prepared(pair: Pair) -> Evidence | None:
    """One has the text as prepared, the other the words as delivered: neither comes from the other."""
    a, b = (phrases().prepared.search(one.text) for one in (pair.source, pair.target))
    if bool(a) == bool(b) or all(link.relation == "verbatim" for link in pair.links):
        return None
    found = a or b
    return Evidence("prepared-text", f"“{found[0] if found else ''}” in one, other words in the other", -2)


EVIDENCE: tuple[Kind, ...] = (
    credit,
    common_credit,
    narration,
    lacking,
    third,
    republished,
    headline,
    deviation,
    lost,
    defect,
    translation,
    contained,
    one_way,
    prepared,
    date,
)


def weigh(pair: Pair, kinds: tuple[Kind, ...] = EVIDENCE) -> tuple[Evidence, ...]:
    """All that ``kinds`` have to say, in their order."""
    return tuple(found for kind in kinds if (found := kind(pair)))


def _short(text: str) -> str:
    """``text`` on one line, cut after a word near ``SHOWN`` characters."""
    line = " ".join(text.split())
    if len(line) <= SHOWN:
        return line
    return line[:SHOWN].rsplit(" ", 1)[0] + " …"


def _longest(bits: int) -> tuple[int, int]:
    """The longest run of ones in ``bits``, as a half-open span.

    >>> _longest(0b1101110)
    (1, 4)
    """
    best = (0, 0)
    at = 0
    while bits:
        gap = (bits & -bits).bit_length() - 1
        bits >>= gap
        run = (~bits & (bits + 1)).bit_length() - 1
        if run > best[1] - best[0]:
            best = (at + gap, at + gap + run)
        bits >>= run
        at += gap + run
    return best
