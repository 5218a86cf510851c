"""What stands behind a cue where a report might, and is none: how long, when, where, by whom, to whom."""

import re
from typing import Final

from quotetrace.lang import Language
from quotetrace.syntax import Tokens

NOUN_OPENS: Final = frozenset("DENTRO")
_SPOKEN: Final = frozenset({"say", "tell", "ask"})
_VERB: Final = re.compile("[vVXH]")
_WHERE: Final = re.compile(r"[MY]?(?:I[DEaRN#·Y]{1,5}){0,3}(?=t)")  # "declined in two interviews | to comment"
_NAME: Final = re.compile(r"[NT·]+[,.;|)]")
_NAMED: Final = re.compile(r"[NT·]+[MX]?[XVvH]")


def phrase_end(tags: str, i: int, b: int) -> int:
    """The first token behind a noun phrase and its prepositions that open at ``i``, before ``b``."""
    while i < b and tags[i] in "IDaNRT#eMYp·-":
        i += 1
    return i


class Instead:
    """Tells what is no report, in one text."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self.tokens = tokens
        self.tags = tokens.tags
        self.language = language
        self.participles = tuple(sorted(language.words["participle_endings"]))

    def names_agent(self, i: int) -> bool:
        """ "was confirmed by her nephew", "by rowers": who spoke, not what was said; "answered by saying …" goes on."""
        if self.tokens.lower[i] not in self.language.words["agent_prepositions"]:
            return False
        behind = self.tokens.lower[i + 1]
        doing = self.tags[i + 1] == "a" and behind.endswith(self.participles) and "-" not in behind
        return self.tags[i + 1] in "aDENRTOP" and not doing

    def past_duration(self, i: int, b: int) -> int:
        """Past "for an hour", "for more than eleven minutes", how long, not what; ``i`` where none stands."""
        if self.tags[i] != "I":
            return i
        stop = next((k for k in range(i + 1, min(i + 7, b)) if self.tags[k] not in "DaI#M·Y"), min(i + 7, b))
        lasted = any(word in self.language.words["durations"] for word in self.tokens.lower[i + 1 : stop][:4])
        return stop if lasted else i

    def is_name_for(self, opening: int, after: int, b: int, titles: bool) -> bool:
        """ "a man called Emil Brandt was freed", "a dog called Rex", "“a ruin” is what Lee called the wall"."""
        named = _NAMED.match(self.tags, after, b) is not None
        named = named or (titles and _NAME.match(self.tags, after, b) is not None)
        return named or self.tags[opening - 2 : opening] == "XS"

    def is_passive(self, verb: int) -> bool:
        """ "was told", "were never asked"."""
        i = verb - 1
        while i > 0 and self.tags[i] == "M":
            i -= 1
        return self.tokens.lower[i] in self.language.words["passives"]

    def is_condition(self, group: str, after: int, i: int) -> bool:
        """ "vowed | to strike if the talks failed", "stressed | the harm if …": on what hangs what is reported."""
        done = self.tags[after] == "t" and self.tags[after + 1] not in NOUN_OPENS
        return (done or (group == "say" and self.tags[after] in "DE")) and self.tokens.lower[i] in self.language.words[
            "conditions"
        ]

    def is_place(self, verb: int, after: int, b: int) -> bool:
        """ "was called to the hearing", "was reported to the police": where and to whom, not to what."""
        doing = self.tokens.lower[verb].endswith(self.participles)  # "is pointing to"
        if self.tags[after] != "t" or doing or not self.is_passive(verb):
            return False
        return self.tags[after + 1] in NOUN_OPENS and self.tags[phrase_end(self.tags, after + 1, b)] not in "tSQ"

    def is_silence(self, verb: int, after: int) -> bool:
        """ "declined to say", "refused to be drawn": nothing was said."""
        lower, lists = self.tokens.lower, self.language.words
        if lower[verb] not in lists["refusals"]:
            return False
        where = _WHERE.match(self.tags, after)
        after = where.end() if where else after
        if self.tags[after] != "t":
            return False
        done = lower[after + 1 + (self.tags[after + 1] == "X")]
        return done in lists["silences"] or self.language.cues.get(done) in _SPOKEN

    def is_of_place(self, after: int, i: int, linked: bool) -> bool:
        """ "said in a film | that showed the mill": a relative clause behind where it was said."""
        placed = i > after and self.tags[after] == "I" and self.tags[i - 1] in "aRN" and not linked
        return placed and self.is_finite(i + 1)

    def is_finite(self, i: int) -> bool:
        """Whether a finite verb stands at ``i``, and no noun that looks like one: "that | orders had held up"."""
        return self.tags[i] in "XvVH" and not (self.tags[i] == "V" and self.tags[i + 1] == "X")

    def is_unlisted_verb(self, i: int) -> bool:
        """ "a plan that | negates the vote", not "that | half the town left": a word that no list has, right before an
        object."""
        word, shares = self.tokens.lower[i], self.language.words["shares"]
        acts = self.tags[i] == "a" and self.tags[i + 1] in "DEO" and not word.endswith(self.participles)
        return acts and bool(shares) and word not in shares

    def is_that_day(self, i: int) -> bool:
        """ "said in her speech | that night": a day, and no clause."""
        return self.tags[i : i + 2] == "SY" and self.tokens.words[i + 1][0].islower() and self.tags[i + 2] not in "XVvH"

    def tells_when(self, opening: int, after: int) -> bool:
        """ "…," Lee said when she left: an adverbial, since what was said stands in marks before."""
        quoted = self.tags[opening - 1] == "Q"
        return quoted and self.tokens.lower[after] not in self.language.words["that"]

    def is_aside(self, i: int, b: int) -> bool:
        """ "Lee said, using a rude word": what she did while she said it."""
        if self.tags[i] in "GgvI":
            return not self.language.does("verb_second")  # "versprach, | vor der Flut zu warnen" is a clause
        doing = self.tags[i] == "a" and self.tokens.words[i].endswith(self.participles)
        return doing and _VERB.search(self.tags, i, b) is None

    def relates(self, i: int) -> bool:
        """Whether "which", "who" or "whose" stands at ``i``."""
        return self.tags[i] == "W" or self.language.pronouns.get(self.tokens.lower[i]) == "w"
