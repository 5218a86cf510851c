"""What a renderer is told of the place its output goes to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """``width`` in columns; ``color``: whether the place shows colours."""

    width: int = 80
    color: bool = False
