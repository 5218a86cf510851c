"""Evidence from the names of houses: what each of two articles says of where it has its text from."""

from quotetrace.models import Evidence
from quotetrace.trace.credits import meant, sentence
from quotetrace.trace.names import has_name, same_house
from quotetrace.trace.pairs import Pair, mask
from quotetrace.trace.weights import found, short


def credit(pair: Pair) -> Evidence | None:
    """The target names the source's outlet as where it has the quote from. The words that say so may themselves have
    come along with the narration of somebody else ("credit-carried")."""
    if pair.same_outlet or not pair.source.outlet or _opposite(pair):
        return None
    for one in pair.setting.credits[pair.target.id]:
        if meant(one, pair.target, pair.source.outlet):
            span = mask([(one.span.start, one.span.end)])
            kind = "credit-carried" if pair.elsewhere & span == span else "credit"
            return found(kind, one.span.of(pair.target.text))
    return None


def _opposite(pair: Pair) -> bool:
    """All that links the two is a "not" apart, and told without marks: they are as likely opposite claims as one."""
    in_marks = pair.setting.in_marks
    return all(
        any(flag.name == "negation" for flag in link.flags) and not (in_marks[link.a] and in_marks[link.b])
        for link in pair.links
    )


def credited_back(pair: Pair) -> Evidence | None:
    """The source itself names the target's outlet as where it has the quote from: it cannot be the source."""
    if pair.same_outlet or not pair.target.outlet:
        return None
    for one in pair.setting.credits[pair.source.id]:
        if meant(one, pair.source, pair.target.outlet):
            return found("credited-back", f"the source has it from the target: “{one.span.of(pair.source.text)}”")
    return None


def credit_beside(pair: Pair) -> Evidence | None:
    """The target names the source's outlet for another quote of the same speaker that stands in the source as well."""
    if pair.same_outlet or not pair.beside or _opposite(pair) or credit(pair):
        return None
    words = pair.beside.span.of(pair.target.text)
    return found("credit-beside", f"for another quote of the same speaker: “{words}”")


def relayed(pair: Pair) -> Evidence | None:
    """Another possible source credits the same house: the quote and the credit may have come by way of it.

    Three units where the source is credited for another quote alone; three more where only the other has its words.
    Where narration of the source came along, the way is plain.
    """
    if not pair.relay or not pair.by_chance:
        return None
    other = pair.relay
    same = [
        any(x.relation == "verbatim" for x in pair.setting.links[key, pair.target.id])
        for key in (pair.source.id, other.id)
    ]
    units = (1 if credit(pair) else 3) + (3 if same == [False, True] else 0)
    return found("relayed", f"{other.outlet or other.key} credits {pair.source.outlet} too", units)


def named_back(pair: Pair) -> Evidence | None:
    """The source names the target's outlet in a sentence that the two share: the words were there before."""
    name = pair.target.outlet
    if pair.same_outlet or not name or not pair.reuse or credited_back(pair):
        return None
    text, side = pair.source.text, pair.reuse.a == pair.source.id
    for a, b in pair.reuse.stretches:
        start, end = sentence(text, a if side else b)
        if has_name(text[start:end], name) and not has_name((b if side else a).of(pair.target.text), name):
            return found(
                "named-back", f"the source names the target beside what they share: “{short(text[start:end])}”"
            )
    return None


def elsewhere(pair: Pair) -> Evidence | None:
    """The target names another house as its source, and the source does not name that house."""
    if pair.same_outlet:
        return None
    ours = [c.name for c in pair.setting.credits[pair.source.id]]
    for one in pair.setting.credits[pair.target.id]:
        known = meant(one, pair.target, pair.source.outlet or "") or any(same_house(one.name, name) for name in ours)
        if one.kind != "told" and not known:
            return found("elsewhere", f"the target has it from elsewhere: “{one.span.of(pair.target.text)}”")
    return None


def common_credit(pair: Pair) -> Evidence | None:
    """Both name the same third house for the text, and that house has no article in the family."""
    outlets = [one.outlet for one in pair.setting.articles.values() if one.outlet]
    ours = [c for c in pair.setting.credits[pair.source.id] if c.kind != "told"]
    for theirs in pair.setting.credits[pair.target.id]:
        if theirs.kind == "told" or any(meant(theirs, pair.target, outlet) for outlet in outlets):
            continue
        if any(same_house(theirs.name, one.name) for one in ours):
            return found("common-credit", f"both credit {theirs.name}")
    return None
