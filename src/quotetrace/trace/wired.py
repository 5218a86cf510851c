"""Whose text an article's narration is where it names no agency itself: another that shares it does."""

from collections.abc import Mapping, Sequence

from quotetrace.models import Article, Evidence
from quotetrace.trace.credits import agency, own_line
from quotetrace.trace.weights import found

THIRD = 80
"""In characters: what must be shared with a third text."""


def wired(
    articles: Mapping[str, Article], near: Mapping[str, Sequence[str]], masks: Mapping[tuple[str, str], int]
) -> dict[str, Evidence]:
    """The articles that share narration with another outlet's that names an agency, and the words by which it does.

    An agency's own article is not meant: its text stands under its own name everywhere.
    """
    words: dict[str, Evidence] = {}
    for key in sorted(near):
        if not agency(articles[key]):
            continue
        for other in near[key]:
            houses = articles[key].outlet, articles[other].outlet
            few = masks[key, other].bit_count() < THIRD or houses[0] == houses[1]
            if few or other in words or own_line(articles[other]):
                continue
            if said := agency(articles[key], *houses):
                text = f"what it shares with {houses[0] or articles[key].key} stands there under “{said}”"
                words[other] = found("agency-text", text)
    return words
