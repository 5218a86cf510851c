"""Aligned pair → link: its relation, its changes, and flags where the meaning may have changed."""

from quotetrace.classify.flags import FLAGS
from quotetrace.classify.relations import RULES
from quotetrace.classify.view import view
from quotetrace.config import ClassifyOptions
from quotetrace.models import Change, Flag, Link, Pair


def classify(pair: Pair, options: ClassifyOptions | None = None) -> Link | None:
    """The link of a pair; None when the pair has no word in common.

    ``changes`` are the differences inside the stretches that correspond; what was cut off at the ends is what the
    stretches leave of the two quotes. The first of `RULES` that speaks gives the relation and the reason.
    """
    options = options or ClassifyOptions()
    seen = view(pair)
    if not seen.common:
        return None
    relation, why = next((name, why) for name, rule in RULES if (why := rule(seen, options)))
    changes = [Change(x.row.op, x.row.a, x.row.b) for x in seen.differences if x.row.op]
    flags = [Flag(name, *sides) for name, rule in FLAGS if (sides := rule(seen, relation))]
    return Link(
        pair.a.quote.id,
        pair.b.quote.id,
        relation,
        pair.score,
        seen.a.stretch,
        seen.b.stretch,
        tuple(changes),
        tuple(flags),
        f"{why}; {', '.join(evidence.text for evidence in pair.support)}",
    )
