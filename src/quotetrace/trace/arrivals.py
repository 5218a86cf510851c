"""What can be said of a wording that came from outside the corpus: a common source, a credit, one public event."""

from collections.abc import Callable, Sequence
from pathlib import PurePath

from quotetrace.models import Article, Basis, Credit, Evidence
from quotetrace.trace.credits import meant
from quotetrace.trace.dates import NO_DATE, near, order, told
from quotetrace.trace.pairs import Pair, Setting
from quotetrace.trace.verdict import Candidate

Others = Sequence[Candidate]
Found = tuple[Basis, tuple[Evidence, ...]]
Rule = Callable[[Setting, str, Others], Found | None]
FIRST = 0.98
RIGHT: dict[Basis, float] = {"common-source": 0.8, "credited": 0.92, "same-event": 0.8, "unknown": 0.75}
"""How often a wording did come from outside in the simulated worlds: where no article is known that it could have come
from, and where there is one and nothing shows copying."""
BY_WAY: tuple[Basis, ...] = ("common-source", "credited")
"""What an article here may have handed on: where one is likely, fewer wordings came from outside than it seems."""
SAME_WORDS = ("verbatim", "excerpt", "edited")


def common_house(family: Setting, target: str, others: Others) -> Found | None:
    """Another article has the same words and credits the same house."""
    for one in others:
        if one.weight("common-credit") and _same_words(one.pair):
            return "common-source", tuple(e for e in one.evidence if e.kind in ("common-credit", "narration"))
    return None


def credited(family: Setting, target: str, others: Others) -> Found | None:
    """The article says which house it has the words from, and that house is not in the family."""
    for credit in _outside_credits(family, target):
        return "credited", (Evidence("credit", credit.span.of(family.articles[target].text)),)
    return None


def named_house(family: Setting, target: str, others: Others) -> Found | None:
    """The article credits a house that has articles here, and which of them, or by way of whom, is not shown."""
    for one in others:
        if one.weight("credit") and one.pair.order != "after":
            return "credited", tuple(e for e in one.evidence if e.kind in ("credit", "relayed"))
    return None


def shared_text(family: Setting, target: str, others: Others) -> Found | None:
    """A sentence is shared, and which of the two had it first, or whether a third did, is not shown."""
    for one in others:
        if one.weight("narration") and one.pair.order != "after" and one.pair.whole:
            shown = tuple(e for e in one.evidence if e.kind in ("narration", "third-text", "lacking"))
            word = family.wired.get(target)
            return "common-source", (*shown, word) if word else shown
    return None


def agency_text(family: Setting, target: str, others: Others) -> Found | None:
    """Narration that another article shares, even a later one, stands under the name of an agency."""
    for one in others:
        if one.weight("agency-text"):
            return "common-source", tuple(e for e in one.evidence if e.kind in ("narration", "agency-text"))
    return None


def same_translation(family: Setting, target: str, others: Others) -> Found | None:
    """The same translation of foreign speech stands elsewhere."""
    for one in others:
        if one.weight("same-translation"):
            return "common-source", tuple(e for e in one.evidence if e.kind == "same-translation")
    return None


def same_event(family: Setting, target: str, others: Others) -> Found | None:
    """Others report the statement within three days, and nothing shows copying."""
    for one in others:
        if near(one.pair.source, one.pair.target):
            both = (one.pair.source, one.pair.target)
            (a, x), (b, y) = sorted((told(x), name(x)) for x in both)  # as for the other of the two
            dated = f"{x} and {y}, both {a}" if a == b else f"{x}, {a}, near {y}, {b}"
            return "same-event", (*_told_to(family, target), Evidence("date", f"nothing shows copying; {dated}"))
    return None


def told_elsewhere(family: Setting, target: str, others: Others) -> Found | None:
    """The article says to whom the words were spoken."""
    found = _told_to(family, target)
    return ("credited", found) if found else None


RULES: tuple[Rule, ...] = (
    common_house,
    credited,
    named_house,
    shared_text,
    agency_text,
    same_translation,
    same_event,
    told_elsewhere,
)


def arrival(family: Setting, target: str, others: Others) -> Found:
    """The basis of a step from outside, by the first rule that speaks; "unknown" when none does."""
    for rule in RULES:
        if found := rule(family, target, others):
            return found
    return "unknown", _nothing(others)


def _nothing(others: Others) -> tuple[Evidence, ...]:
    """That another article has the statement, when, and that nothing shows a way from one to the other."""
    for one in others[:1]:
        when = told(one.pair.source)
        there = f"{name(one.pair.source)} has it too, {'without a date' if when == NO_DATE else when}"
        return (Evidence("date", f"{there}; nothing shows copying"),)
    return ()


def sure(basis: Basis, outside: float, others: Sequence[Candidate]) -> float:
    """The chance that a wording came from outside, given that nothing says otherwise in ``outside`` (a chance too)."""
    if all(one.pair.order == "after" for one in others):
        return FIRST
    if basis in BY_WAY:
        outside *= outside
    return round(outside * RIGHT[basis], 2)


def name(article: Article) -> str:
    """How an article is called in a sentence: by its outlet, else by its file."""
    return article.outlet or PurePath(article.key).name


def _same_words(pair: Pair) -> bool:
    return any(link.relation in SAME_WORDS for link in pair.links)


def _outside_credits(family: Setting, target: str) -> tuple[Credit, ...]:
    """Credits of the target to a house without an article in the family that it could mean, since there is none or
    all are dated later; whom the speaker told is no such house."""
    article = family.articles[target]
    outlets = [one.outlet for one in family.articles.values() if one.outlet and order(one, article) != "after"]
    found = (c for c in family.credits[target] if c.kind not in ("told", "line"))
    return tuple(c for c in found if not any(meant(c, article, outlet) for outlet in outlets))


def _told_to(family: Setting, target: str) -> tuple[Evidence, ...]:
    """The first words by which the target says to whom the words were spoken."""
    told_to = (c for c in family.credits[target] if c.kind == "told")
    return tuple(Evidence("credit", c.span.of(family.articles[target].text)) for c in told_to)[:1]
