"""What stands before a cue and is reported: all of it, its first part, or a clause that the cue interrupts."""

import re
from collections.abc import Set as AbstractSet
from typing import Final

from quotetrace.extract.openings import Openings
from quotetrace.lang import Language
from quotetrace.syntax import Mention, Predicate, Tokens

Part = tuple[int, int, str]  # tokens ``[first, stop)`` of a clause, and its position

_TAIL: Final = re.compile(r"(?:[MYO#]|I[DaENTR#Y·eMp-]*|,)*[.!]?")
_SPOKEN: Final = frozenset({"say", "tell", "ask"})
_CLOSE: Final = ("", ".", "|", "!", "?", ")")  # what may follow a cue that closes its sentence
_BEFORE: Final = 60  # tokens of a sentence before a cue that stands behind an office and a name
_LONG: Final = 400  # tokens before a cue in which a colon is looked for, or behind it marks and a comma
_TOPIC: Final = re.compile(r"[NTR·J]{1,6}:")
_MAIN: Final = re.compile("[vVXH]")
_MANNER: Final = re.compile("I[DE]?a{1,2}(?=,)")  # "The wall, she said | with a shrug, is old"
_HAPPENS: Final = re.compile(r"I[^,;:SWQCPVvXHGg.]{1,12}(?:P[^,;:SWQ.]{0,3}[vXH]|X|[vH](?![aNRTI]))")
_SCENE: Final = 24  # tokens of where something was said
_FINITE: Final = frozenset("VXHPSWQ|,")
_COUNTED: Final = re.compile("I[Da]?#")  # "About 40 people have left"
_VERBAL: Final = frozenset("vVXHGg")
_OPEN: Final = frozenset("XDt")  # letters of words that end no clause: "It was, Lee said, the last of …"
_JOINS: Final = frozenset("SWC")  # letters of words that open one: "where, Lee said, it was shut"
_BESIDE: Final = frozenset("ISYM(agtW")  # letters of words after a cue that may tell when, where or how it was said


class Ahead:
    """Finds the reports that stand before their cues, in one text."""

    def __init__(
        self, tokens: Tokens, mentions: list[Mention], language: Language, openings: Openings, small: AbstractSet[int]
    ) -> None:
        self.tokens = tokens
        self.small = small
        self.tags = tokens.tags
        self.mentions = mentions
        self.language = language
        self.openings = openings
        self.that = language.words["that"]
        self.participles = openings.participles

    def parts(self, a: int, b: int, predicate: Predicate, opening: int, after: int) -> list[Part] | None:
        """What a cue that opens at ``opening`` and ends before ``after`` reports, where nothing behind it is reported
        apart; None where that is still to be seen."""
        if predicate.participle:
            return None
        if self._is_joined(predicate):
            return None
        if self._is_who_says(predicate):
            return [] if self.tags[after] == "," else None
        if self._is_fronted(a, opening, after):
            return None
        if self._quoted_before(a, opening) or self._opens_before_marks(predicate, opening, after, b):
            return [(self.clause_start(a, opening), opening, "before")]
        if opening <= a or self.tags[opening - 1] != ",":
            return None
        manner = _MANNER.match(self.tags, after, b)
        after = manner.end() if manner else after
        tail = _TAIL.match(self.tags, after, b)
        closes = tail is not None and (self.tags[tail.end() : b] in _CLOSE or self.tags[tail.end()] in ";-")
        closes = closes and not (self.tags[after] == "," and self._continues(after + 1))
        if not self._follows_its_name(predicate, a, opening) and (closes or self._closes(after, b)):
            return self._interrupted(a, b, predicate, opening, after, closes)
        return None

    def past_comparison(self, predicate: Predicate, opening: int, a: int) -> int:
        """ "…, | as Lee said", "…, | wie die Stadt mitteilte", "…, | das teilte sie mit": the word is the cue's."""
        if opening <= a:
            return opening
        if self.openings.compares(predicate, opening):
            return opening - (self.tags[opening - 2] == ",")
        compares = self.openings.compared(opening)
        if compares >= a:
            return compares
        if self.tags[opening - 2] != ",":
            return opening
        summing = self.tokens.lower[opening - 1] in self.language.words["summing_pronouns"]
        so = self.language.does("verb_second") and self.tags[opening - 1] == "M"  # "…, zo blijkt uit stukken"
        return opening - (summing or so)

    def _is_joined(self, predicate: Predicate) -> bool:
        """ "On Monday, Lee left and | called for a vote": a second verb of the subject, far from what opens it."""
        i = predicate.verb - 1
        while i > 0 and self.tags[i] in "XM":
            i -= 1
        subject = predicate.subject
        return self.tags[i] == "C" and not predicate.inverted and subject >= 0 and self.mentions[subject].last < i

    def _is_who_says(self, predicate: Predicate) -> bool:
        """ "Then came Lee, who, after the flood, said …": what stands before a relative pronoun is not what it says."""
        subject = predicate.subject
        return subject >= 0 and not predicate.inverted and self.mentions[subject].pronoun == "who"

    def told_before(self, a: int, predicate: Predicate, opening: int, after: int, start: int) -> list[Part]:
        """ "It rained, Lee said on her way to a meeting": the words before the cue, where those after it may be no more
        than when and where."""
        if opening <= a or self.tags[opening - 1] != "," or predicate.participle or predicate.group not in _SPOKEN:
            return []
        first = self.clause_start(a, opening - 1)
        if self.tags[after] not in _BESIDE or (start >= 0 and self.tags[start] == "S"):
            return []
        if self._is_asked(first) or not self._has_main_verb(first, opening - 1):
            return []
        return [(first, opening - 1, "before")]

    def is_scene(self, predicate: Predicate, opening: int, start: int) -> bool:
        """ "“…,” Lee told me in the rain, and …", "Lee told me through the gate: “…”": where it was said, since what
        was said stands in marks."""
        if start < 0 or self.tags[start] != "I" or predicate.group not in _SPOKEN:
            return False
        colon = self.tags.find(":Q", start, start + _SCENE)
        led = colon >= 0 and _FINITE.isdisjoint(self.tags[start:colon])
        return led or (opening > 0 and self.tags[opening - 1] == "Q")

    def _points(self, i: int) -> bool:
        """ "That will be true, Lee said", "That old wall will hold, …": a subject or its article."""
        word, following = self.tokens.lower[i], self.tags[i + 1]
        if self.tags[i] != "S" or word not in self.that:
            return False
        return following in "XvVH" or (following in "aRe#" and word in self.language.words["articles"])

    def _is_asked(self, first: int) -> bool:
        """ "When asked about the wall, Lee said, …", "Asked if it holds, …": who is asked there says what follows."""
        if self.tags[first : first + 2] == "SV":
            return True
        return self.tags[first] == "V" and self.tokens.lower[first] in self.language.words["asked"]

    def _continues(self, i: int) -> bool:
        """ "It will hold, Lee said, unless it rains": a word that goes on with what was said, not with when."""
        return self.tokens.lower[i] in self.language.words["continuing"]

    def _is_clause(self, first: int, stop: int) -> bool:
        """ "Whether it holds is unclear, Lee said": a subject that is a clause, and its verb."""
        word, lists = self.tokens.lower[first], self.language.words
        if self.tags[first] != "S" or word not in self.that or word in lists["conditions"]:
            return False
        verb = _MAIN.search(self.tags, first, stop)
        return verb is not None and _MAIN.search(self.tags, verb.end() + 1, stop) is not None

    def _fronts(self, i: int) -> bool:
        """ "Ob es reicht, | bezweifelt Lee": a clause in place of a phrase, where the verb is second."""
        return self.language.does("verb_second") and self.tags[i] == "S" and self.tokens.lower[i] in self.that

    def _supposes(self, i: int) -> bool:
        """ "If it rains, she said, “…”": no time at which she said it, as after "when" and "as"."""
        return self.tags[i] == "S" and self.tags[i + 1] not in "XvVH" and self.tokens.lower[i] in self.that

    def _has_main_verb(self, first: int, stop: int) -> bool:
        """Whether a main clause stands there, and not only "As she has for weeks", "In May, when it rained"."""
        if self.tags[first] == "I" and self.language.does("verb_second"):  # "Bei dem Brand starben zwei, berichtet Lee"
            return _MAIN.search(self.tags, first, stop) is not None
        if self.tags[first] in "SIGg" and not _COUNTED.match(self.tags, first, stop):
            comma = self.tags.find(",", first, stop)
            if self.tags[comma + 1 : comma + 3] == "S,":  # "In all, though, …"
                comma += 2
            first = comma + 1 if comma >= 0 and self.tags[comma + 1] not in "SW" else stop
        return _MAIN.search(self.tags, first, stop) is not None

    def _happens(self, first: int, stop: int) -> bool:
        """ "In May the wall leaked, Lee said.": a finite verb behind a preposition, with no comma between."""
        found = _HAPPENS.match(self.tags, first, stop)
        word, lists = self.tokens.lower[first], self.language.words
        if found is None or word in lists["comparatives"] or self.language.does("verb_second"):
            return False
        if self.tokens.lower[found.end() - 1] in lists["negations"]:  # "For a mayor | not known for her wit"
            return False
        return word not in lists["companions"] or self.tags[found.end() - 1] == "X"  # "With the gates closed, …"

    def _interrupted(self, a: int, b: int, predicate: Predicate, opening: int, after: int, closes: bool) -> list[Part]:
        """The words before the cue and, unless it ``closes`` the sentence, those after it."""
        first, stop = self.clause_start(a, opening - 1), opening - 1
        comma = -1 if closes else self.tags.find(",", after, min(after + 12, b))
        framed = self._is_asked(first)
        if self._is_quoted_whole(first, stop, after, b):  # "“…”, dice la alcaldesa, que llegó tarde"
            return [(first, stop, "before")]
        if comma >= 0 and self._breaks_off(first, stop):
            return [(comma + 1, b, "rest")]
        if comma >= 0 and not framed and self._runs_through(first, stop, comma, b):
            return [(first, b, "around")]
        opens = self.tags[first] not in "SI" or self._points(first) or self._is_clause(first, stop)
        opens = opens or (predicate.inverted and self._fronts(first))
        opens = opens or (closes and predicate.group in _SPOKEN and self._happens(first, stop))
        whole = not framed and (opens or self._has_main_verb(first, stop))
        found = [(first, stop, "before")] if whole else []
        rest = comma >= 0 and self.tags[comma + 1] not in "GgvI"
        if rest and not (self._is_participle(comma + 1) or self.is_who(comma + 1)):
            found += [(comma + 1, b, "rest")]
        return found

    def _is_quoted_whole(self, first: int, stop: int, after: int, b: int) -> bool:
        """Whether marks alone stand before a cue, and nothing behind it goes on with them."""
        if not self.language.does("subject_follows") or self.tags[first:stop] != "Q":
            return False
        b = min(b, after + _LONG)
        comma = self.tags.find(",", after, b)
        return self.tags.find("Q", after, b) < 0 and (comma < 0 or self.tags[comma + 1] not in "vVXH")

    def _breaks_off(self, first: int, stop: int) -> bool:
        """ "It was shut, because, Lee said, it leaked": a joint right before the cue, no "That, Lee said, …"."""
        joined = stop > first + 1 and self.tags[stop - 1] in _JOINS
        return joined and self.tokens.lower[stop - 1] not in self.language.words["articles"]

    def _runs_through(self, first: int, stop: int, comma: int, b: int) -> bool:
        """Whether the clause that a cue interrupts at ``stop`` goes on behind the ``comma`` after it."""
        behind = self.tags[comma + 1]
        if first >= stop:
            return False
        if behind == "Q":  # "The streets were dry, Lee said, “but …”"
            return comma + 1 in self.small or self._supposes(first)
        if behind == "S" and self.tokens.lower[comma + 1] in self.that and self.tags[stop - 1] != "Q":
            return True  # "It is a lie, Lee said, that …"
        if behind == "X" or self.tags[stop - 1] in _OPEN:  # "What they made, Lee said, could be lost"
            return True
        if self.goes_on(comma, b) and (self._is_framing(first, stop) or self.is_fragment(first, stop)):
            return True
        return self._is_subject(first, stop, comma) or self._continues(comma + 1)

    def _is_framing(self, first: int, stop: int) -> bool:
        """ "If the rain stops", "In a race marked by fear": no main clause, and none of its own."""
        return self.tags[first] in "SI" and not self._points(first) and not self._has_main_verb(first, stop)

    def _follows_its_name(self, predicate: Predicate, a: int, opening: int) -> bool:
        """ "La ministra, Ada Ruiz, le respondió …", "…, Ada Ruiz, quien explicó …": no report before it."""
        if predicate.subject < 0 or predicate.inverted or not self.language.does("subject_follows"):
            return False
        if self.mentions[predicate.subject].pronoun == "who":
            return True
        if opening - a > _BEFORE:
            return False
        before = self.tags[a:opening]
        verbs = [match.start() + a for match in _MAIN.finditer(before)]
        perfect = self.language.words["perfect"]  # "Am Montag hatte die Ministerin, Ada Lund, zugesagt, …"
        return "Q" not in before and all(self.tokens.lower[k] in perfect for k in verbs)

    def _quoted_before(self, a: int, opening: int) -> bool:
        """`The plan "is a mistake," Lee said`: the sentence up to a closing mark, the reporter's words before it."""
        if opening <= a + 1 or self.tags[opening - 1] != "Q":
            return False
        if self.tags[a] == "I" and self.tokens.lower[opening - 2] in self.language.words["labels"]:
            return False  # "In a book titled “Mud,” Lee called it old"
        if self.tags[a] in "Gg" and _MAIN.search(self.tags, a, opening - 1) is None:  # "Citing “duties,” Lee told …"
            return False
        if any(tag in _VERBAL for tag in self.tags[a : opening - 1]) or self.tags[opening - 2] in "NRaP":
            return True
        return self.tags[a] in "IS" and self.tags[opening - 2] == ","

    def _is_fronted(self, a: int, opening: int, after: int) -> bool:
        """ "In a note headed “Mud,” Lee wrote that …": where it was said, since what was said follows."""
        if self.tags[a] != "I" or self.tags[opening - 1] != "Q" or opening < a + 2:
            return False
        tells = self.tags[after] in ":Q" or (self.tags[after] == "S" and self.tokens.lower[after] in self.that)
        return tells and _MAIN.search(self.tags, a, opening - 2) is None  # "headed" is before them

    def _opens_before_marks(self, predicate: Predicate, opening: int, after: int, b: int) -> bool:
        """ "The “ice is thin,” Lee said": words before marks that open with a small letter, and a cue that closes."""
        if opening - 1 not in self.small or self.language.does("subject_follows"):
            return False
        tail = _TAIL.match(self.tags, after, b)
        return predicate.inverted or (tail is not None and self.tags[tail.end() : b] in _CLOSE)

    def _closes(self, after: int, b: int) -> bool:
        """ "…, she vowed, …": a comma right after the cue, and a clause that goes on."""
        return after < b and self.tags[after] == ","

    def clause_start(self, a: int, stop: int) -> int:
        """Where a clause that the cue follows begins: the sentence, less a leading "but" or the topic of a headline."""
        topic = _TOPIC.match(self.tags, a, stop)
        a = topic.end() if topic else a
        if self.language.does("verb_second"):  # "Das Tor schmerzte: | „…“, sagte Lee"
            a = max(a, self.tags.rfind(":Q", max(a, stop - _LONG), stop) + 1)
        elif self._is_led(a, stop):
            return stop - 1
        else:
            colon = self.tags.rfind(":", a, stop)
            begins = colon > a and self.tags[colon + 1] == "D" and self.tokens.words[colon + 1][0].isupper()
            a = colon + 1 if begins else a  # "She has not changed her mind: | The wall, she said, leaks"
        while a < stop and self.tags[a] in "C-,":
            a += 1
        return a

    def _is_led(self, a: int, stop: int) -> bool:
        """ "Ann Lee wrote of the flood: | “It leaked,” she said": a sentence in marks, which what
        stands before a colon, a dash or a bracket is no part of."""
        opens = stop > a + 1 and self.tags[stop - 1] == "Q" and stop - 1 not in self.small
        return opens and self.tags[stop - 2] in ":-(" and not self.tokens.joins(stop - 2)

    def goes_on(self, i: int, b: int) -> bool:
        """Whether a clause that a cue interrupts goes on at the comma ``i``."""
        if self.tags[i] != "," or self.is_who(i + 1):
            return False
        return self.tags[i + 1] not in "GgvIW" and _MAIN.search(self.tags, i, b) is not None

    def _is_subject(self, first: int, stop: int, comma: int) -> bool:
        """ "The flood, she said, ruined the town", "…, she said, “ruined it”": a noun phrase and, behind, its verb."""
        noun = stop > first and self.tags[first] in "DENRa#" and self.tags[first:stop].strip("DENRTa#I·eCYM-") == ""
        return noun and self.tags[comma + 1] in "vH" and not self._is_participle(comma + 1)

    def _is_participle(self, i: int) -> bool:
        return self.tags[i] in "aGgv" and self.tokens.lower[i].endswith(self.participles)

    def is_who(self, i: int) -> bool:
        """A word that relates to somebody, as "quien" does after a name that stands behind its verb."""
        if self.tags[i] == "W" and self.language.does("subject_follows"):
            return True
        return self.language.pronouns.get(self.tokens.lower[i]) == "w"

    def is_fragment(self, first: int, stop: int) -> bool:
        """No clause by itself: "The wall", "If the rain stops", "In May, when it rained"."""
        begin = first + (self.tokens.lower[first] in self.that)
        end = next((i for i in range(begin, stop) if self.tags[i] in "SW"), stop)
        return begin < stop and _MAIN.search(self.tags, begin, end) is None
