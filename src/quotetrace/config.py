"""What a user may set: frozen options, one class per stage. A value that cannot be used is refused at the door."""

from dataclasses import dataclass, field

from quotetrace.errors import QuotetraceError, unknown


def _share(value: float) -> None:
    if not 0 <= value <= 1:
        raise QuotetraceError(f"{value} is not between 0 and 1", hint="0.5 is half")


def _at_least_one(*values: int) -> None:
    for value in values:
        if value < 1:
            raise QuotetraceError(f"{value} is below 1", hint="give a whole number from 1 on")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Metadata that flags give for every article; each beats what the file says of itself.

    ``map``: the names that fields have in the user's records, as "text=body,outlet=source". ``include``, ``exclude``:
    patterns, as in .gitignore, of the files to read and of those to leave out; no ``include`` means all.
    """

    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    map: str | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExtractOptions:
    """``indirect``: report speech without marks. ``thought``: count thoughts, wishes and plans too."""

    indirect: bool = True
    thought: bool = False


@dataclass(frozen=True, slots=True)
class MatchOptions:
    """``certainty``: the least score of a pair that is kept. ``days``: how far apart two reports may be to count as
    near in time."""

    certainty: float = 0.5
    days: int = 7

    def __post_init__(self) -> None:
        _share(self.certainty)
        _at_least_one(self.days)


@dataclass(frozen=True, slots=True)
class ClassifyOptions:
    """``near``: the share of words in common from which two quotes in marks are one wording, edited."""

    near: float = 0.5

    def __post_init__(self) -> None:
        _share(self.near)


@dataclass(frozen=True, slots=True)
class TraceOptions:
    """How much counts as shared narration.

    ``shingle``: words in a run that is looked up. ``stretch``: words a common run must have to count. ``boilerplate``:
    in how many unrelated stories of one outlet a run stands before it is that outlet's boilerplate.
    """

    shingle: int = 5
    stretch: int = 7
    boilerplate: int = 3

    def __post_init__(self) -> None:
        _at_least_one(self.shingle, self.stretch, self.boilerplate)


FAILING = (
    *("exact", "same-words", "excerpt", "altered", "misattributed", "not-found"),
    *("negation", "number", "name", "modal", "silent-cut", "splice", "speaker"),
)
"""The verdicts on a checked quote, and the flags it may have."""
FAILS = ("altered", "misattributed", "not-found", "negation", "silent-cut")
"""Those that count against it where nothing else is said."""


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """``indirect``: check what a draft reports without marks, too. ``fail_on``: the verdicts and flags of which one is
    enough for a quote not to hold."""

    indirect: bool = False
    fail_on: tuple[str, ...] = FAILS

    def __post_init__(self) -> None:
        for name in self.fail_on:
            if name not in FAILING:
                raise unknown("verdict or flag", name, FAILING)


@dataclass(frozen=True, slots=True)
class Config:
    """The options of every stage."""

    read: ReadOptions = field(default_factory=ReadOptions)
    extract: ExtractOptions = field(default_factory=ExtractOptions)
    match: MatchOptions = field(default_factory=MatchOptions)
    classify: ClassifyOptions = field(default_factory=ClassifyOptions)
    trace: TraceOptions = field(default_factory=TraceOptions)
    check: CheckOptions = field(default_factory=CheckOptions)
