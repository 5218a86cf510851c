"""links → families → traces, with the evidence for every step."""

from quotetrace.trace.narration import reuse
from quotetrace.trace.spread import trace

__all__ = ["reuse", "trace"]
