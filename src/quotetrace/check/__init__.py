"""Check: the places where a quote's words stand → a verdict, with the reason and the words that differ."""

from quotetrace.check.place import covering, place
from quotetrace.check.variants import variants
from quotetrace.check.verdict import Sourced, best, judge, parts, spliced

__all__ = ["Sourced", "best", "covering", "judge", "parts", "place", "spliced", "variants"]
