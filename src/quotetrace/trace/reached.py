"""How a wording reached the articles of a family that have it from no other, each by itself and then all together."""

from collections.abc import Mapping, Sequence

from quotetrace.models import Article, Basis, Evidence
from quotetrace.trace.arrivals import Found, arrival, name
from quotetrace.trace.candidates import Weighed
from quotetrace.trace.credits import own_line
from quotetrace.trace.evidence import REPORT
from quotetrace.trace.pairs import Setting
from quotetrace.trace.verdict import Candidate, Verdict
from quotetrace.trace.weights import short

HARDLY = 0.2
"""The chance below which a later article does not count as a possible copy."""
PART = 0.1
"""The share of an article's narration that stands for a sentence and not for a phrase."""
MANY = 0.125
"""The share of a family's articles whose text is a third's, from which on one sentence of it says as much."""
SENTENCE = 30
"""In characters: how much must stand in a third article."""
PHRASE = 5
"""In telling words: fewer are a phrase that any two may share."""
OPEN = ("same-event", "unknown")
JOINS = ("common-credit", "narration", "same-translation")


def reached(family: Setting, verdicts: Mapping[str, Verdict], candidates: Weighed) -> dict[str, Found]:
    """The basis of each step from outside. A text that others have from a third is a third's here too."""
    found = _each(family, verdicts, candidates)
    texts = _common_texts(family, found, candidates, [k for k, (basis, _) in found.items() if basis in OPEN])
    return found | {key: ("common-source", (text,)) for key, text in texts.items()}


def handed(family: Setting, verdicts: Mapping[str, Verdict], candidates: Weighed) -> frozenset[str]:
    """The undecided articles with a sentence that two others have from a third."""
    found = _each(family, verdicts, candidates)
    return frozenset(_common_texts(family, found, candidates, [k for k, one in verdicts.items() if one.undecided]))


def _each(family: Setting, verdicts: Mapping[str, Verdict], candidates: Weighed) -> dict[str, Found]:
    return {
        key: _alone(family, verdict, candidates[key], verdicts)
        for key, verdict in verdicts.items()
        if not verdict.source and not verdict.undecided
    }


def _common_texts(
    family: Setting, found: Mapping[str, Found], candidates: Weighed, wanted: Sequence[str]
) -> dict[str, Evidence]:
    agencys = {key for key in candidates if key in family.wired}
    third = {key for key, (basis, _) in found.items() if basis == "common-source"} | agencys
    if len(third) < MANY * len(candidates):
        return {}
    texts = ((key, _common_text(candidates, key, third, bool(agencys))) for key in wanted)
    return {key: text for key, text in texts if text}


def _alone(
    family: Setting, verdict: Verdict, candidates: Sequence[Candidate], verdicts: Mapping[str, Verdict]
) -> Found:
    basis, evidence = arrival(family, verdict.target, candidates)
    if basis == "same-event" and (passed_on := _handed_out(verdict.target, candidates, verdicts)):
        return "common-source", tuple(e for e in passed_on.evidence if e.kind in ("narration", "own-narration"))
    if basis != "credited" and (doubt := _doubt(verdict)):
        return _agencys(verdict, family, doubt)
    return basis, evidence


def _handed_out(target: str, candidates: Sequence[Candidate], verdicts: Mapping[str, Verdict]) -> Candidate | None:
    """A later article with a sentence of ``target`` that it hardly took from there: both were handed it."""
    for one in candidates:
        if one.pair.order == "after" and one.pair.whole and one.weight("narration"):
            verdict = verdicts[one.pair.source.id]
            from_here = (chance for found, chance in verdict.others if found and found.pair.source.id == target)
            if not verdict.source and not verdict.undecided and next(from_here, 0.0) < HARDLY:
                return one
    return None


def _common_text(candidates: Weighed, target: str, third: set[str], agencys: bool) -> Evidence | None:
    """A sentence of ``target`` that two of other outlets have, one of whom has its text from a third.

    The target has little else; or, where no text of the family is an agency's, it has the whole sentence, and both have
    theirs from a third: a handout is used in parts, an agency's text is printed.
    """
    shared = [
        (one.pair, other)
        for one in candidates[target]
        if one.pair.reuse and not one.pair.same_outlet and one.pair.source.id in third
        if not own_line(one.pair.target) and (other := _also(one, candidates[one.pair.source.id]))
    ]
    houses = {pair.source.outlet for pair, _ in shared if pair.telling >= PHRASE}
    for pair, other in shared:
        little = pair.covered > PART and pair.own_sentences < REPORT
        if pair.reuse and (little or (pair.whole and len(houses) > 1 and not agencys)):
            both = f"{name(pair.source)}, which has it from a third, and {name(other)}"
            return Evidence("common-text", f"{both} have “{short(pair.reuse.rarest)}” too")
    return None


def _also(one: Candidate, candidates: Sequence[Candidate]) -> Article | None:
    """An article of a third outlet that shares with the source of ``one`` what that shares with the target."""
    pair = one.pair
    for other in (x.pair for x in candidates):
        again = other.source.id == pair.target.id or other.same_outlet or other.source.outlet == pair.target.outlet
        if not again and (other.here & pair.there).bit_count() >= SENTENCE:
            return other.source
    return None


def _doubt(verdict: Verdict) -> tuple[Evidence, ...]:
    """That an article is likelier the source than outside is, and still not sure enough to be named; and why."""
    for one, chance in verdict.others:
        if one and chance > verdict.confidence:
            doubt = Evidence(
                "doubt", f"{one.basis} from {name(one.pair.source)} would be {chance:.0%} sure, too little to name it"
            )
            return doubt, *one.evidence
    return ()


def _agencys(verdict: Verdict, family: Setting, doubt: tuple[Evidence, ...]) -> tuple[Basis, tuple[Evidence, ...]]:
    """Common source where the likeliest is an agency's own article, or the text stands under an agency's name
    elsewhere: it is the agency's, by way of whomever."""
    likeliest = next(one for one, chance in verdict.others if one and chance > verdict.confidence)
    if word := family.wired.get(verdict.target):
        return "common-source", (doubt[0], word, *doubt[1:])
    return "common-source" if likeliest.weight("agency-own") else "unknown", doubt


def joining(candidates: Sequence[Candidate], found: Found) -> Candidate | None:
    """The article with which a common source joins another."""
    text = any(one.kind == "common-text" for one in found[1])
    joined = (one for one in candidates if any(one.weight(kind) for kind in JOINS) or (text and one.pair.reuse))
    return next(joined, None)
