"""Where it was said, behind what was said: "called for a ban | in an interview with the Courier"."""

import re
from typing import Final

from quotetrace.lang import Language
from quotetrace.syntax import Clause, Tokens

_PHRASE: Final = re.compile(r"I(?P<new>[DE])(?P<nouns>[aNRT#Y·-]{1,4})")
_VERBAL: Final = re.compile("[vVXHSW]")


def before_occasion(tokens: Tokens, clause: Clause, stop: int, language: Language) -> int:
    """Where ``clause``, which ends before token ``stop``, ends without the interview, the letter or the like that it
    closes with; ``stop`` where it has a verb, which may belong to it: "said he had been named in a letter"."""
    lists, tags = language.words, tokens.tags
    if clause.position != "after" or not lists["occasions"]:
        return stop
    verb = _VERBAL.search(tags, clause.first, stop)
    for found in _PHRASE.finditer(tags, clause.first + 1, stop):
        i = found.start()
        if (verb and verb.start() < i) or tags[found.end()] in "SW":
            break
        new = tags[i + 1] == "E" or tokens.lower[i + 1] in lists["indefinites"]
        if not new or "Q" in tags[i:stop] or tokens.lower[i] not in lists["occasion_prepositions"]:
            continue  # "described Lee in a letter as “late”"
        if not lists["occasions"].isdisjoint(tokens.lower[found.start("nouns") : found.end()]):
            return i
    return stop
