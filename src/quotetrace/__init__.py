"""Who said it, in which words, and which outlet took the wording from whom."""

from quotetrace._version import __version__

__all__ = ["__version__"]
