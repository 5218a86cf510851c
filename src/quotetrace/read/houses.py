"""Credits to houses that only the other articles show to be houses: "told the Marsh Ledger", "(Norpress)"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from quotetrace.models import Article, Credit, Span
from quotetrace.read.credits import credits_in, kinds
from quotetrace.read.words import one_of, words

REACH = 40
"""Characters before or after a name in which its cue must stand."""
SHORTEST = 3
_NEXT = re.compile(r" (\w{2,})")


def with_houses(articles: Sequence[Article]) -> list[Article]:
    """``articles`` with the credits to an outlet of one of them, or to a house in a dateline, that its name alone does
    not show to be one. The order of ``articles`` does not matter."""
    names = sorted({name for article in articles for name in _named(article) if not _shown(name)})
    if not names:
        return list(articles)
    pattern = re.compile(rf"(?<!\w){one_of(names)}(?!\w)")
    return [_with(article, pattern) for article in articles]


def _named(article: Article) -> Iterator[str]:
    """The outlet of ``article`` and the houses in its dateline, without "the"."""
    houses = [article.outlet or "", *(credit.name for credit in article.credits if credit.kind == "dateline")]
    for name in houses:
        bare = name.removeprefix("The ").removeprefix("the ")
        if len(bare) >= SHORTEST and bare[0].isupper():
            yield bare


@cache
def _shown(name: str) -> bool:
    """Whether the name itself says that it is an outlet's."""
    return any(credit.name == name for credit in credits_in(f"told the {name}."))


def _with(article: Article, pattern: re.Pattern[str]) -> Article:
    known = [credit.span for credit in article.credits]
    found = [
        credit
        for match in pattern.finditer(article.text, article.body)
        if not _goes_on(article.text, match.end())
        and (credit := _credit(article.text, Span(*match.span())))
        and not any(span.start < credit.span.end and credit.span.start < span.end for span in known)
    ]
    if not found:
        return article
    return replace(article, credits=tuple(sorted((*article.credits, *found), key=lambda one: (one.span, one.kind))))


def _goes_on(text: str, end: int) -> bool:
    """Whether the name goes on behind ``end``: "the Marsh Ledger Building"."""
    following = _NEXT.match(text, end)
    return bool(following and following[1][0].isupper() and following[1] not in words().weekdays)


def _credit(text: str, name: Span) -> Credit | None:
    """The credit that a tag or a cue beside ``name`` makes of it, or None."""
    if text[name.start - 1 : name.start] == "(" and text[name.end : name.end + 1] == ")":
        return Credit("tag", name.of(text), Span(name.start - 1, name.end + 1))
    before, after = _before().search(text, max(0, name.start - REACH), name.start), _after().match(text, name.end)
    if before:
        return Credit(kinds()[before[1]][0], name.of(text), Span(before.start(1), name.end))
    return Credit(kinds()[after[1]][0], name.of(text), Span(name.start, after.end(1))) if after else None


@cache
def _before() -> re.Pattern[str]:
    cues = one_of(form for form, (_, follows) in kinds().items() if follows)
    return re.compile(rf"(?<!\w)({cues})\s(?:{one_of(words().articles)}\s)?$")


@cache
def _after() -> re.Pattern[str]:
    cues = one_of(form for form, (_, follows) in kinds().items() if not follows)
    return re.compile(rf"\s(?:{one_of(words().between)}\s)?({cues})(?!\w)")
