"""The linear models: a weight for each feature, read from weights.json, and the choice of the best candidate."""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp


@cache
def weights(model: str) -> dict[str, float]:
    """The weights of one model: "speaker", "antecedent" or "speech"."""
    data = json.loads(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))
    return {str(name): float(value) for name, value in data.get(model, {}).items()}


def score(features: Sequence[str], model: str) -> float:
    """The sum of the weights of ``features``; an unknown feature weighs nothing."""
    return sum(filter(None, map(weights(model).get, features)))


def shares(options: Sequence[Sequence[str]], model: str) -> list[float]:
    """The share of each option in the whole (softmax); they add up to 1."""
    get = weights(model).get
    scores = [sum(filter(None, map(get, features))) for features in options]
    top = max(scores)
    raised = [exp(value - top) for value in scores]
    whole = sum(raised)
    return [value / whole for value in raised]


def best(options: Sequence[Sequence[str]], model: str) -> tuple[int, float]:
    """The option of highest score and its share of the whole (softmax), in [0, 1]. The first wins a tie."""
    get = weights(model).get
    scores = [sum(filter(None, map(get, features))) for features in options]
    top = max(scores)
    return scores.index(top), 1 / sum([exp(value - top) for value in scores])
