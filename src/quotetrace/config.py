"""What a user may set: frozen options, one class per stage."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Metadata that flags give for every article; each beats what the file says of itself."""

    outlet: str | None = None
    published: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class ExtractOptions:
    """``indirect``: report speech without marks. ``thought``: count thoughts, wishes and plans as reported too."""

    indirect: bool = True
    thought: bool = False


@dataclass(frozen=True, slots=True)
class MatchOptions:
    """How candidate pairs are found."""


@dataclass(frozen=True, slots=True)
class TraceOptions:
    """How much counts as shared narration."""


@dataclass(frozen=True, slots=True)
class Config:
    """The options of every stage."""

    read: ReadOptions = field(default_factory=ReadOptions)
    extract: ExtractOptions = field(default_factory=ExtractOptions)
    match: MatchOptions = field(default_factory=MatchOptions)
    trace: TraceOptions = field(default_factory=TraceOptions)
