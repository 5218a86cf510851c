"""One answer to "who said it?", with what speaks for and against it."""

from typing import Final

from quotetrace.attribute.weights import Group, names
from quotetrace.syntax import Predicate

SPEECH: Final = frozenset({"say", "tell", "ask", "judge", "promise", "source", "colon"})  # groups of cues


class Candidate:
    """One answer to "who said it?": a mention and the predicate that says so; ``mention`` -1 stands for nobody."""

    __slots__ = ("carried", "groups", "mention", "predicate")

    def __init__(
        self, mention: int, predicate: Predicate | None, groups: tuple[Group, ...], carried: bool = False
    ) -> None:
        self.mention: Final = mention
        self.predicate: Final = predicate
        self.groups: Final = groups
        self.carried: Final = carried

    @property
    def features(self) -> tuple[str, ...]:
        """All that speaks for and against it, as the training reads it."""
        return names(self.groups)

    @property
    def cued(self) -> bool:
        """Whether a verb of speech in the quotation's own sentence says so."""
        return self.predicate is not None and self.predicate.group in SPEECH and not self.elsewhere

    @property
    def elsewhere(self) -> bool:
        """Whether it stands in a sentence near by, not in the quotation's own."""
        return self.groups[0].head[0].startswith(("prev", "next"))

    @property
    def verb(self) -> int:
        """The token of its verb, or -1."""
        return self.predicate.verb if self.predicate is not None else -1

    @property
    def reach(self) -> str:
        """The feature that says how a predicate reaches the quotation: side, group, and the words between."""
        return self.groups[0].head[1]
