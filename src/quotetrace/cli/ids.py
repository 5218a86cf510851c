"""What an id on the command line stands for: a quote, a family, an article, the link of two quotes."""

import re
from collections.abc import Iterable

from quotetrace.errors import QuotetraceError
from quotetrace.models import Article, Family, Quote, Scan
from quotetrace.render.families import shared
from quotetrace.render.subject import Between, Subject

LEAST = 6  # hexadecimal digits; fewer decimal ones are the number of a family
NUMBER = re.compile(rf"[0-9]{{1,{LEAST - 1}}}")
ID = re.compile(rf"([0-9a-f]{{{LEAST},16}})(?:[-~]([0-9a-f]{{{LEAST},16}}))?")
WHERE = "ids are those of `quotetrace scan --json` with the same paths; families have a number in its table"


class NotFoundError(QuotetraceError):
    """Nothing in the articles has the id."""


def checked(asked: str) -> str:
    """``asked`` in lower case.

    Raises:
        QuotetraceError: it cannot be an id.
    """
    if NUMBER.fullmatch(asked) or ID.fullmatch(asked.lower()):
        return asked.lower()
    raise QuotetraceError(
        f"{asked!r} is no id", hint=f"{LEAST} to 16 digits 0-9 a-f, two of those joined by -, or a number"
    )


def subject_of(asked: str, found: Scan) -> Subject:
    """What ``asked``, as `checked` returns it, stands for in ``found``.

    Raises:
        NotFoundError: nothing has that id, or nothing is between the two quotes.
        QuotetraceError: more than one id starts so.
    """
    if NUMBER.fullmatch(asked):
        return _numbered(int(asked), found)
    one, other = ID.fullmatch(asked).groups()  # type: ignore[union-attr]
    if other:
        return _between(one, other, found)
    everything: list[Quote | Family | Article] = [*found.quotes, *found.families, *found.articles]
    by_id = {thing.id: thing for thing in everything}
    return by_id[_only(one, by_id, "quote, family or article")]


def _numbered(number: int, found: Scan) -> Subject:
    families = shared(found)
    if 1 <= number <= len(families):
        return families[number - 1]
    known = f"there are {len(families)}, numbered from 1" if families else "no two articles share a statement here"
    raise NotFoundError(f"no family has the number {number}", hint=known)


def _between(one: str, other: str, found: Scan) -> Subject:
    quotes = [quote.id for quote in found.quotes]
    asked = _only(one, quotes, "quote"), _only(other, quotes, "quote")
    for a, b in (asked, asked[::-1]):
        if any((link.a, link.b) == (a, b) for link in found.links):
            return Between(a, b)
    steps = ({step.source, step.target} for trace in found.traces for step in trace.steps)
    pairs = ({pair.a, pair.b} for trace in found.traces for pair in trace.undecided)
    if any(both == set(asked) for both in (*steps, *pairs)):
        return Between(*asked)
    raise NotFoundError(
        f"nothing links {asked[0]} and {asked[1]}", hint="explain one of them to see what it is linked to"
    )


def _only(start: str, ids: Iterable[str], what: str) -> str:
    """The one id that starts with ``start``."""
    fitting = sorted(key for key in ids if key.startswith(start))
    if not fitting:
        raise NotFoundError(f"no {what} has an id that starts with {start}", hint=WHERE)
    if len(fitting) > 1:
        raise QuotetraceError(
            f"{len(fitting)} ids start with {start}", hint=f"give more of it: {', '.join(fitting[:3])}"
        )
    return fitting[0]
