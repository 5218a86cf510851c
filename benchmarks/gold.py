"""Reading the annotated corpora that the training and benchmark scripts take."""

import gzip
import json
import re

SUFFIX = {"jr", "sr", "ii", "iii", "iv"}
NEAR = 40  # characters between a pronoun and what it is the source of


def load_corpus(path):
    """The records of a file of JSON lines, zipped or not."""
    with (gzip.open if str(path).endswith(".gz") else open)(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def heads(name):
    """The last words of the parts of ``name``, lower case."""
    out = set()
    for part in re.split(r"\s+and\s+|,\s*", name or ""):
        part = re.split(r"\s(?:of|for|from|in|at|with|on|who|to)\s", part)[0]
        words = [re.sub(r"['’]s?$", "", w.lower()).strip(".,;:()\"'") for w in part.split()]
        words = [w for w in words if w and w not in SUFFIX]
        if words:
            out.add(words[-1])
    return out


def overlap(record, stretch):
    """The attribution that the annotators gave the stretch, or None where they left it open or saw no speech."""
    for marked in record["marked"]:
        shared = min(marked["end"], stretch.outer_end) - max(marked["start"], stretch.outer_start)
        if shared > 0.8 * (stretch.outer_end - stretch.outer_start) and marked["gold"] == "pos":
            return record["attributions"][marked["attribution"]]
    return None


def verdict(record, stretch):
    """pos, neg or ign: whether the annotators saw speech in the stretch; neg where they did not mark it."""
    for marked in record["marked"]:
        shared = min(marked["end"], stretch.outer_end) - max(marked["start"], stretch.outer_start)
        if shared > 0.8 * (stretch.outer_end - stretch.outer_start):
            return marked["gold"]
    return "neg"


def nearest_pronoun(mentions, attribution):
    """The index of the pronoun that is the source of the attribution and whose name is given, or None."""
    if attribution["source_type"] != "pronoun" or not attribution["names"] or not attribution["heads"]:
        return None
    start, end = attribution["content"][0][0], attribution["content"][-1][1]
    found = [(i, m) for i, m in enumerate(mentions) if m.kind == "pronoun" and m.head in attribution["heads"]]
    distances = [(min(abs(m.end - start), abs(m.start - end)), i) for i, m in found]
    distance, index = min(distances, default=(NEAR, None))
    return index if distance < NEAR else None


def letters(text, spans):
    """The offsets of the letters and digits in ``spans`` of ``text``."""
    return {i for a, b in spans for i in range(a, b) if text[i].isalnum()}


def same_words(a, b):
    """Whether two sets of letters have at least half of all their letters in common."""
    return len(a & b) >= 0.5 * len(a | b)
