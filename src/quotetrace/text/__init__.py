"""Words folded for comparison, names, and the alignment of two lists of words; pure functions of text."""

from quotetrace.text.alignment import MOVED, Run, align, common_runs, fill
from quotetrace.text.folding import OPEN, TOKEN, Word, brackets, cuts, fold, folded_chunk, words
from quotetrace.text.keys import keys
from quotetrace.text.names import NAME_PARTICLES, name_words, same_name

__all__ = [
    "MOVED",
    "NAME_PARTICLES",
    "OPEN",
    "TOKEN",
    "Run",
    "Word",
    "align",
    "brackets",
    "common_runs",
    "cuts",
    "fill",
    "fold",
    "folded_chunk",
    "keys",
    "name_words",
    "same_name",
    "words",
]
