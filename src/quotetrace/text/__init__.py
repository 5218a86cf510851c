"""Words folded for comparison, names, and the alignment of two lists of words; pure functions of text."""

from quotetrace.text.alignment import MOVED, Run, align, common_runs, fill
from quotetrace.text.folding import OPEN, TOKEN, Word, brackets, cuts, fold, folded_chunk, words
from quotetrace.text.hidden import HIDDEN, Seen, plain, seen
from quotetrace.text.keys import keys
from quotetrace.text.names import NAME_PARTICLES, full_name, name_words, same_name

__all__ = [
    "HIDDEN",
    "MOVED",
    "NAME_PARTICLES",
    "OPEN",
    "TOKEN",
    "Run",
    "Seen",
    "Word",
    "align",
    "brackets",
    "common_runs",
    "cuts",
    "fill",
    "fold",
    "folded_chunk",
    "full_name",
    "keys",
    "name_words",
    "plain",
    "same_name",
    "seen",
    "words",
]
