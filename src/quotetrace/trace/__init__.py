"""links → families → traces, with the evidence for every step."""

from quotetrace.trace.families import families
from quotetrace.trace.narration import reuse
from quotetrace.trace.spread import trace
from quotetrace.trace.summary import flows

__all__ = ["families", "flows", "reuse", "trace"]
