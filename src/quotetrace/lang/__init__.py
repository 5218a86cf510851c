"""What varies by language, as data: one YAML file per language, read once, checked strictly."""

from quotetrace.lang.detect import detect
from quotetrace.lang.language import Language, codes, everywhere, load, modals

__all__ = ["Language", "codes", "detect", "everywhere", "load", "modals"]
