"""The linear models: a weight for each feature, read from weights.json, and the choice of the best candidate.

Features are strings, so that a person can read them, and come in groups. A group is looked up by what it says, so that
in a run each is spelled out and weighed once.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from importlib.resources import files
from math import exp
from sys import intern
from typing import Final

from quotetrace.lang import Language

REMEMBERED: Final = 1 << 14  # groups of each sort
Names = tuple[str, ...]  # of features


class Group:
    """Features that go together, and the sum of their weights in the model they were made for, in hundredths.

    Whole hundredths, as in the file, so that no sum depends on the order of its parts. ``head``: the first two of those
    that lead, by which a candidate is told.
    """

    __slots__ = ("_names", "head", "said", "spell", "weight")

    def __init__(self, spell: Callable[..., Names], said: tuple[object, ...], leads: bool) -> None:
        names, known, weight = spell(*said[1:]), weights(str(said[0])), 0
        for name in names:
            weight += known.get(name, 0)  # an unknown feature weighs nothing
        self.weight: Final = weight
        self.head: Final = (intern(names[0]), intern(names[1])) if leads else ("", "")
        self.spell: Final = spell
        self.said: Final = said
        self._names: Names | None = None

    @property
    def names(self) -> Names:
        """All features. Only training asks, and a language with weights of its own: so most are not kept."""
        if self._names is None:
            self._names = tuple([intern(name) for name in self.spell(*self.said[1:])])  # most stand in many groups
        return self._names


class Groups(dict[tuple[object, ...], Group]):
    """The groups of one sort, each looked up by its model and the arguments of the function that spells it out.

    ``leads``: those of a candidate begin with one of them. So many words come along in a large corpus that all is
    forgotten from time to time.
    """

    def __init__(self, spell: Callable[..., Names], leads: bool = False) -> None:
        super().__init__()
        self.spell = spell
        self.leads = leads

    def __missing__(self, said: tuple[object, ...]) -> Group:
        if len(self) == REMEMBERED:
            self.clear()
        found = self[said] = Group(self.spell, said, self.leads)
        return found


def _read() -> dict[str, dict[str, int]]:
    data = json.loads(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))
    return {model: {name: round(100 * value) for name, value in found.items()} for model, found in data.items()}


def _own(models: Iterable[str]) -> dict[str, dict[str, str]]:
    """By language, then by model, the whole sets of weights that a language has for itself."""
    found: dict[str, dict[str, str]] = {}
    for name in models:
        model, _, code = name.partition("-")
        found.setdefault(code, {})[model] = name
    return found


_MODELS: Final = _read()
_OWN: Final = _own(_MODELS)
_SHARED: Final = _OWN[""]


def weights(model: str) -> dict[str, int]:
    """The weights of one model, in hundredths: "speaker", "antecedent", "speech", "clause" or "end"."""
    return _MODELS.setdefault(model, {})


def model_for(model: str, language: Language) -> str:
    """The weights of ``model`` that a language is judged by: its own ("speaker-en") if it has a whole set of them.

    Those know its words; the ones that all other languages share know places and classes of words only.
    """
    return _OWN.get(language.code, _SHARED).get(model, model)


def names(groups: Sequence[Group]) -> Names:
    """All features of ``groups``, in order."""
    return tuple(name for each in groups for name in each.names)


def total(groups: tuple[Group, ...]) -> float:
    """The sum of the weights of ``groups``: log-odds, up to what all options of one choice share."""
    whole = 0
    for each in groups:
        whole += each.weight
    return whole / 100


def shares(scores: list[float]) -> list[float]:
    """The share of each of ``scores`` in the whole (softmax), in [0, 1]; they add up to 1."""
    raised, whole = _raised(scores)
    return [value / whole for value in raised]


def best(scores: list[float]) -> tuple[int, float]:
    """The index of the highest of ``scores``, the first of equals, and its share of the whole (softmax)."""
    return highest(scores), 1 / _raised(scores)[1]


def highest(scores: list[float]) -> int:
    """The index of the highest of ``scores``, the first of equals."""
    found, top = 0, scores[0]
    for i, value in enumerate(scores):
        if value > top:
            found, top = i, value
    return found


def _raised(scores: list[float]) -> tuple[list[float], float]:
    """The exponentials of ``scores``, the highest of which becomes 1, and their sum."""
    top, whole = scores[highest(scores)], 0.0
    raised: list[float] = []
    for value in scores:
        power = exp(value - top)
        raised.append(power)
        whole += power
    return raised, whole
