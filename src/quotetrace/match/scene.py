"""How much the reporters' own words round the quotes of two articles tell of one occasion."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from quotetrace.match.said import Said
from quotetrace.match.soft import FREE, POWER
from quotetrace.match.stem import stem
from quotetrace.match.weigh import RAREST, background
from quotetrace.text import fold

TELLING = 10.0  # bits from which a word tells of a scene
ENOUGH = 4  # such words that tell of one
LONGEST = 20_000  # characters of an article that are looked at


@dataclass(frozen=True, slots=True)
class Scenes:
    """The narration of articles: their text without the quotes. Vectors are made when they are asked for, and kept.

    With each vector, how many of its words tell of a scene.
    """

    said: Said
    vectors: dict[int, tuple[Mapping[str, float], int]] = field(default_factory=dict)

    def likeness(self, a: int, b: int) -> float:
        """Cosine of the words of two narrations, by general English weights; less where one is but a few words."""
        (one, told), (other, told_there) = self._vector(a), self._vector(b)
        alike = sum(weight * other[word] for word, weight in one.items() if word in other)
        return min(told / ENOUGH, told_there / ENOUGH, 1.0) * alike

    def _vector(self, article: int) -> tuple[Mapping[str, float], int]:
        if article not in self.vectors:
            words = {stem(key) for key in fold(self._narration(article))}
            known = background()
            weights = {word: max(known.get(word, RAREST) - FREE, 0.0) ** POWER for word in sorted(words)}
            length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
            vector = {word: weight / length for word, weight in weights.items() if weight}
            self.vectors[article] = vector, sum(known.get(word, RAREST) >= TELLING for word in vector)
        return self.vectors[article]

    def _narration(self, article: int) -> str:
        text, parts, end = self.said.articles[article].text[:LONGEST], [], 0
        for span in (quote.span for quote in self.said.of(article) if quote.field == "text"):
            parts.append(text[end : max(span.start, end)])
            end = max(end, span.end)
        return "".join([*parts, text[end:]])
