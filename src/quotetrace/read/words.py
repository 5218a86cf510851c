"""The language-dependent words of this stage, from credits.yml."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from operator import itemgetter
from typing import Any

Strings = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """credits.yml as it stands; what each list means is said there."""

    months: tuple[Strings, ...]
    date_fillers: Strings
    zones: Mapping[str, str]
    weekdays: frozenset[str]
    date_labels: frozenset[str]
    bylines: Strings
    byline_words: frozenset[str]
    outlets: frozenset[str]
    outlet_words: frozenset[str]
    outlet_words_after_the: frozenset[str]
    outlet_words_last: frozenset[str]
    outlet_words_first: frozenset[str]
    not_outlets: frozenset[str]
    media_nouns: frozenset[str]
    media_adjectives: frozenset[str]
    nationalities: frozenset[str]
    articles: frozenset[str]
    joiners: frozenset[str]
    not_sources: frozenset[str]
    openers: frozenset[str]
    cues_before: Mapping[str, Strings]
    cues_after: Mapping[str, Strings]
    between: frozenset[str]
    source_labels: Strings


ORDERED = ("months", "date_fillers", "bylines", "source_labels")


@cache
def words() -> Words:
    """The words, loaded once."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the file is ours: the quick loader will do
    data = loader(files(__package__).joinpath("credits.yml").read_bytes()).get_single_data()
    return Words(**{name: _frozen(value, name in ORDERED) for name, value in data.items()})


def one_of(choices: Iterable[str]) -> str:
    """A regular expression for any of ``choices``, the longest first, that looks at each character once.

    >>> one_of(["told", "tells", "tell"])
    't(?:ell(?:s)?|old)'
    """
    heads = [
        (head, [word[1:] for word in group]) for head, group in groupby(sorted(set(choices)), itemgetter(slice(0, 1)))
    ]
    inner = "|".join(re.escape(head) + (one_of(rest) if any(rest) else "") for head, rest in heads if head)
    optional = not heads[0][0]
    return f"(?:{inner}){'?' if optional else ''}" if optional or len(heads) > 1 else inner


def _frozen(value: Any, ordered: bool) -> Any:
    if isinstance(value, dict):
        return {str(key): _frozen(item, True) for key, item in value.items()}
    if not isinstance(value, list):
        return value
    items = (_frozen(item, ordered) for item in value)
    return tuple(items) if ordered else frozenset(items)
