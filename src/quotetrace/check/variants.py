"""The places where a wording occurs, gathered by what they say."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from quotetrace.check.verdict import Sourced, told
from quotetrace.models import Article, Occurrence, Variant
from quotetrace.text import fold


def variants(located: Iterable[Sourced], homes: Mapping[str, Article]) -> tuple[Variant, ...]:
    """The distinct texts, once folded, in which a wording occurs: the nearest to it first, then the commonest."""
    by_words: dict[tuple[str, ...], list[Sourced]] = {}
    for found in located:
        text = found.place.span.of(homes[found.place.article].field_text(found.place.field))
        by_words.setdefault(fold(text), []).append(found)
    groups = [sorted(group, key=lambda found: _age(found, homes)) for group in by_words.values()]
    groups.sort(key=lambda group: (-round(group[0].pair.score, 3), -len(group), _age(group[0], homes)))
    return tuple(_variant(group, homes) for group in groups)


def _variant(group: list[Sourced], homes: Mapping[str, Article]) -> Variant:
    first = group[0].place
    text = first.span.of(homes[first.article].field_text(first.field))
    return Variant(
        text, tuple(Occurrence(found.place, replace(found.link, flags=told(found)).flipped()) for found in group)
    )


def _age(found: Sourced, homes: Mapping[str, Article]) -> tuple[bool, str, str, str, int]:
    """The oldest first, those without a date last."""
    home = homes[found.place.article]
    return home.published is None, home.published or "", home.key, found.place.field, found.place.span.start
