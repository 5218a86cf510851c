"""Attribute: stretches in marks → quotes, with cue, speaker by name, and how sure that is."""

from quotetrace.attribute.quotes import attribute

__all__ = ["attribute"]
