"""The word lists of phrases.yaml."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from quotetrace.models import Span


@dataclass(frozen=True, slots=True)
class Phrases:
    """Word lists, lower case; the patterns find whole words whatever the case."""

    generic: frozenset[str]
    occasions: tuple[tuple[str, re.Pattern[str]], ...]
    translated: re.Pattern[str]
    prepared: re.Pattern[str]
    handouts: re.Pattern[str]
    neutral: frozenset[str]
    coloured: frozenset[str]


@cache
def phrases() -> Phrases:
    """The lists as shipped."""
    data = yaml.safe_load(files("quotetrace.trace").joinpath("phrases.yaml").read_text(encoding="utf-8"))
    return Phrases(
        generic=frozenset(data["generic"]),
        occasions=tuple((name, _any(words)) for name, words in data["occasions"].items()),
        translated=re.compile(
            rf"{_any(data['translated']).pattern}"
            rf"|{_any(data['speaking']).pattern} {_any(data['tongues']).pattern}"
            rf"|{_any(data['foreign']).pattern} (?:state )?{_any(data['media']).pattern}",
            re.IGNORECASE,
        ),
        prepared=_any(data["prepared"]),
        handouts=re.compile(
            rf"^\W*({_any(data['handouts']).pattern})[ \t]*(?:[:–—|-]|$)", re.IGNORECASE | re.MULTILINE
        ),
        neutral=frozenset(data["neutral"]),
        coloured=frozenset(data["coloured"]),
    )


@lru_cache(maxsize=1 << 13)
def translation_words(text: str) -> tuple[Span, ...]:
    """Where ``text`` says that a speech was not in its own language."""
    return tuple(Span(*found.span()) for found in phrases().translated.finditer(text))


@lru_cache(maxsize=1 << 13)
def prepared_words(text: str) -> str:
    """The first words by which ``text`` says that it quotes a speech as prepared; "" without any."""
    found = phrases().prepared.search(text)
    return found[0] if found else ""


@lru_cache(maxsize=1 << 13)
def handout_words(head: str) -> str:
    """The words that head a text which is sent out to the press; "" without any."""
    found = phrases().handouts.search(head)
    return found[1] if found else ""


def _any(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
