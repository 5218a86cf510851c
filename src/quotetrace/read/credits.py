"""What an article says of its own sources: "(AP)", "told Oria TV", "according to Oria News".

Credit lines, datelines and "Source: Oria" are lines of their own: see ``lines``.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import cast

from quotetrace.models import Credit, CreditKind, Span
from quotetrace.read.outlets import Named, after, before, is_outlet
from quotetrace.read.words import one_of, words

_TAG = re.compile(r"\(([A-Z][\w .&'’-]{0,40})\)")


def credits_in(text: str, start: int = 0) -> tuple[Credit, ...]:
    """Every credit in the running text from ``start`` on, in the order of their spans."""
    found = (credit for rule in RULES for credit in rule(text, start))
    return tuple(sorted(found, key=lambda credit: (credit.span, credit.kind)))


def tags(text: str, start: int) -> Iterator[Credit]:
    """ "(AP)", anywhere."""
    for match in _TAG.finditer(text, start):
        if is_outlet(match.group(1)):
            yield Credit("tag", match.group(1), Span(*match.span()))


def cues(text: str, start: int) -> Iterator[Credit]:
    """A cue with an outlet's name after it ("told Oria TV") or before it ("Oria TV reported")."""
    opening = _cue().match(text, start)
    for match in chain((opening,) if opening else (), _cue_inside().finditer(text, start)):
        cue = Span(*match.span(1))
        kind, follows = kinds()[match.group(1)]
        named = after(text, cue.end) if follows else before(text, cue.start)
        if named:
            yield Credit(kind, named.name.of(text), _around(cue, named))


RULES: tuple[Callable[[str, int], Iterator[Credit]], ...] = (tags, cues)


def _around(cue: Span, named: Named) -> Span:
    return Span(min(cue.start, named.phrase.start), max(cue.end, named.phrase.end))


@cache
def kinds() -> Mapping[str, tuple[CreditKind, bool]]:
    """Cue, as it stands or capitalised → its kind, and whether the name follows it."""
    sides = ((words().cues_before, True), (words().cues_after, False))
    return {
        form: (cast(CreditKind, kind), follows)
        for side, follows in sides
        for kind, phrases in side.items()
        for phrase in phrases
        for form in (phrase, phrase[0].upper() + phrase[1:])
    }


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(rf"({one_of(kinds())})\b")


@cache
def _cue_inside() -> re.Pattern[str]:
    return re.compile(rf"[\s(\"“]{_cue().pattern}")
