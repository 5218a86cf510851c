"""The language-dependent words of this stage, from credits.yml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Words:
    """credits.yml as it stands; what each list means is said there."""

    months: tuple[tuple[str, ...], ...]
    date_fillers: tuple[str, ...]
    zones: Mapping[str, str]


@cache
def words() -> Words:
    """The words, loaded once."""
    from quotetrace.read.yamls import load_mapping

    data = load_mapping(files(__package__).joinpath("credits.yml").read_text("utf-8"))
    fields = {str(name): _frozen(value) for name, value in data.items()}
    return Words(**fields)


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value
