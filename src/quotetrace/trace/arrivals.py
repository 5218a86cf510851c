"""What can be said of a wording that came from outside the corpus: a common source, a credit, one public event."""

from collections.abc import Callable, Sequence

from quotetrace.models import Basis, Credit, Evidence
from quotetrace.trace.dates import near, told
from quotetrace.trace.names import same_house
from quotetrace.trace.pairs import Pair, bearing
from quotetrace.trace.verdict import Candidate

Rule = Callable[[str, Sequence[Candidate]], tuple[Basis, tuple[Evidence, ...]] | None]
FIRST = 0.98
RIGHT: dict[Basis, float] = {"common-source": 0.6, "credited": 0.92, "same-event": 0.8, "unknown": 0.75}
"""How often a wording did come from outside in the simulated worlds: where no article is known that it could have come
from, and where there is one and nothing shows copying."""
SAME_WORDS = ("verbatim", "excerpt", "edited")


def common_house(target: str, others: Sequence[Candidate]) -> tuple[Basis, tuple[Evidence, ...]] | None:
    """Another article has the same words and credits the same house."""
    for one in others:
        if one.weight("common-credit") and _same_words(one.pair):
            return "common-source", tuple(e for e in one.evidence if e.kind in ("common-credit", "narration"))
    return None


def credited(target: str, others: Sequence[Candidate]) -> tuple[Basis, tuple[Evidence, ...]] | None:
    """The article says which house it has the words from, and that house is not in the family."""
    for pair in (one.pair for one in others[:1]):
        for credit in _outside_credits(pair):
            return "credited", (Evidence("credit", credit.span.of(pair.target.text)),)
    return None


def shared_text(target: str, others: Sequence[Candidate]) -> tuple[Basis, tuple[Evidence, ...]] | None:
    """Narration is shared, and which of the two had it first, or whether a third did, is not shown."""
    for one in others:
        if one.weight("narration"):
            return "common-source", tuple(e for e in one.evidence if e.kind in ("narration", "third-text", "lacking"))
    return None


def same_translation(target: str, others: Sequence[Candidate]) -> tuple[Basis, tuple[Evidence, ...]] | None:
    """The same translation of foreign speech stands elsewhere."""
    for one in others:
        if one.weight("same-translation"):
            return "common-source", tuple(e for e in one.evidence if e.kind == "same-translation")
    return None


def same_event(target: str, others: Sequence[Candidate]) -> tuple[Basis, tuple[Evidence, ...]] | None:
    """Others report the statement within three days, and nothing shows copying."""
    for one in others:
        if near(one.pair.source, one.pair.target):
            a, b = told(one.pair.source), told(one.pair.target)
            return "same-event", (*_told_to(one.pair), Evidence("date", f"{b}, near {a}; nothing shows copying"))
    return None


RULES: tuple[Rule, ...] = (common_house, credited, shared_text, same_translation, same_event)


def arrival(target: str, others: Sequence[Candidate]) -> tuple[Basis, tuple[Evidence, ...]]:
    """The basis of a step from outside, by the first rule that speaks; "unknown" when none does."""
    for rule in RULES:
        if found := rule(target, others):
            return found
    dates = tuple(e for one in others[:1] for e in one.evidence if e.kind == "date")
    return "unknown", (*(e for one in others[:1] for e in _told_to(one.pair)), *dates)


def sure(basis: Basis, outside: float, others: Sequence[Candidate]) -> float:
    """The chance that a wording came from outside, given that nothing says otherwise in ``outside`` (a chance too)."""
    if all(one.pair.order == "after" for one in others):
        return FIRST
    return round(outside * RIGHT[basis], 2)


def _same_words(pair: Pair) -> bool:
    return any(link.relation in SAME_WORDS for link in pair.links)


def _outside_credits(pair: Pair) -> tuple[Credit, ...]:
    """Credits of the target to a house whose article is not in the family; whom the speaker told is no such house."""
    outlets = [one.outlet for one in pair.setting.articles.values() if one.outlet]
    found = (c for c in bearing(pair.target, pair.targets) if c.kind not in ("told", "line"))
    return tuple(c for c in found if not any(same_house(c.name, outlet) for outlet in outlets))


def _told_to(pair: Pair) -> tuple[Evidence, ...]:
    told_to = (c for c in bearing(pair.target, pair.targets) if c.kind == "told")
    return tuple(Evidence("credit", c.span.of(pair.target.text)) for c in told_to)[:1]
