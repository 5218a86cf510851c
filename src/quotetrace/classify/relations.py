"""The five relations, each a rule with its reason."""

from collections.abc import Callable

from quotetrace.classify.view import View
from quotetrace.config import ClassifyOptions
from quotetrace.models import Relation

Rule = Callable[[View, ClassifyOptions], str | None]  # the reason, or None: "not mine"


def paraphrase(view: View, options: ClassifyOptions) -> str | None:
    """One side is reported without marks, the other with."""
    return "one side reports the statement without quotation marks" if view.indirect == 1 else None


def verbatim(view: View, options: ClassifyOptions) -> str | None:
    """The same words on both sides, an editor's brackets apart."""
    if not all(view.whole) or any(not difference.editor for difference in view.differences):
        return None
    return "the same words, an editor's brackets apart" if view.differences else "the same words"


def excerpt(view: View, options: ClassifyOptions) -> str | None:
    """The words in common are the same, and what is missing was cut off at an end or at a marked cut."""
    if any(not (difference.cut or difference.editor) for difference in view.differences):
        return None
    a_whole, b_whole = view.whole
    if not a_whole and not b_whole:
        return "the two overlap in the same words"
    return "one is cut from the other; the words kept are the same"


def edited(view: View, options: ClassifyOptions) -> str | None:
    """Mostly the same words in the same order."""
    if view.common < options.near:
        return None
    count = len(view.differences)
    return f"the same wording with {count} {'place' if count == 1 else 'places'} changed"


def retold(view: View, options: ClassifyOptions) -> str | None:
    """Both sides are reported without marks, in other words."""
    return "both sides report the statement without marks, in other words" if view.indirect == 2 else None


def rendering(view: View, options: ClassifyOptions) -> str | None:
    """Whatever is left: the same statement in other words."""
    return f"other words for the same statement; {view.common:.0%} of the words are the same"


RULES: tuple[tuple[Relation, Rule], ...] = (
    ("paraphrase", paraphrase),
    ("verbatim", verbatim),
    ("excerpt", excerpt),
    ("edited", edited),
    ("paraphrase", retold),
    ("rendering", rendering),
)  # the first reason wins
