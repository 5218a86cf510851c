"""Reported clauses of sources without a verb: "according to Lee", "laut Lund", "…, so Lund", "secondo cui"."""

import re
from typing import Final

from quotetrace.extract.ahead import Ahead, Part
from quotetrace.extract.openings import REPORT, Openings
from quotetrace.lang import Language
from quotetrace.syntax import Mention, Predicate, Tokens

_SOURCE: Final = 24  # words of a source that opens a sentence
_SHORT: Final = 4  # tokens behind a comma that are no main clause: ", R-Mass."
_LONG: Final = 400  # tokens before or behind a source in which a verb or a comma is looked for
_ASIDE: Final = 60  # tokens between a source and the verb behind it
_CLOSED: Final = re.compile(r"(?:\([^()]+\))?(?:,[^;:.Q|]+?,(?=[vVXH]))?")
_APPOSITION: Final = re.compile(r",(?:D|RI)[aRTIeDN#·-]{1,14}(?:[SWP][^,.;:Q|]{1,12})?(?=,[^W])")
_NAMED: Final = re.compile(r",N[N·]{0,3}(?=,[DEPaR#]{1,6}[MX]*[XvVH])")  # "the mayor, Ann Lee, | the wall holds"
_OF: Final = re.compile("(?:[Ip][DE]?[aN]{1,3})*")  # "of the town of York"
_FINITE: Final = re.compile("[vVXH]")


class SourceClauses:
    """Finds the clauses that sources report, in one text."""

    def __init__(
        self, tokens: Tokens, mentions: list[Mention], language: Language, openings: Openings, ahead: Ahead
    ) -> None:
        self.tokens = tokens
        self.tags = tokens.tags
        self.mentions = mentions
        self.language = language
        self.openings = openings
        self.ahead = ahead
        self.romance = language.does("subject_follows") and not language.does("verb_second")

    def parts(self, a: int, b: int, predicate: Predicate) -> list[Part]:
        """ "According to Lee, …" and "…, according to Lee", in the sentence of tokens ``[a, b)``."""
        if self.tokens.lower[predicate.verb] in self.language.words["report_adverbs"]:  # "…, wonach | der Damm hält"
            if predicate.verb > a and self.tags[predicate.verb - 1] not in ",C":  # "Der Damm soll demnach halten"
                return [(self.ahead.clause_start(a, predicate.verb), b, "around")]
            return [(predicate.verb + 1, b, "after")]
        if not predicate.inverted and self._is_relative(predicate.verb):  # "Lee, secondo cui | la diga regge, rise"
            first = predicate.verb + 1
            return [(first, self._subordinate_end(first, a, first, b), "after")]
        after = self.mentions[predicate.subject].last if predicate.subject >= 0 else predicate.verb
        end = self.openings.phrase_end(max(after, predicate.verb) + 1, b)
        first = self._source_start(a, predicate.verb)
        if self._is_told(a, first):
            return []
        if a <= after < predicate.verb:  # "Dem Bericht zufolge …"
            first = self._object_start(a, self.mentions[predicate.subject].first)
        joined = self.tags[first - 2 : first] == "C,"  # "The wall is old, but, according to Lee, | it holds"
        opener = first - 1 - (self.tags[first - 1] == ",")  # "The trouble is that, according to Lee, | it leaks"
        led = opener > a and self.tags[opener] == "S" and self.tags[opener - 1] != "I"
        joined = joined or (led and self.tokens.lower[opener] in self.ahead.that)
        if joined or all(t in "MCS,(" for t in self.tags[a:first]) or self.tags[first - 1] in ":;(":
            if led and after < predicate.verb and self.tags[end] != ",":  # "The trouble is that in its view | it leaks"
                return [(end, b, "after")]
            inverted = self._inverted(max(after, predicate.verb) + 1, end)
            unparted = inverted or self._unparted(max(after, predicate.verb) + 1, b)
            begin = unparted or self._source_end(end, b, self._is_one(predicate.subject)) + 1
            if begin < b and self.openings.instead.names_agent(begin):  # "According to a note by Lee: …"
                return []
            begin += 2 if self.tags[begin : begin + 2] == "M," else 0  # "Secondo Lee, invece, | la diga regge"
            return [(begin, b, "after")]
        start = self.ahead.clause_start(a, first - 1)
        if self.language.does("verb_second") and self._is_inside(start, first, after):
            under = self._subordinate(start, first)
            return [(under, self._subordinate_end(under, start, after, b), "around")]
        if self._is_unfinished(first - 1) and self.tags[end] == "," and not self.ahead.is_who(end + 1):
            return [(start, b, "around")]
        if self.ahead.is_who(end):  # "according to rowers who had seen it, …"
            end = self._source_end(end, b)
        if self._is_fronted(start, first - 1) and self.tags[end] == "," and b - end > _SHORT:
            return [(start, b, "around")]
        if self.ahead.goes_on(end, b) and self.ahead.is_fragment(start, first - 1):
            return [(start, b, "around")]
        return [(a, first, "before")]

    def _unparted(self, first: int, b: int) -> int:
        """ "Secondo la sindaca di Alda | i lavori dureranno mesi": where a clause begins that no comma parts from its
        source, in a language that does so; or 0."""
        if not self.romance:
            return 0
        of = _OF.match(self.tags, first, b)
        first = of.end() if of else first
        verb, comma = _FINITE.search(self.tags, first, b), self.tags.find(",", first, b)
        parted = comma >= 0 and (verb is None or comma < verb.start())
        return 0 if parted or self.tags[first] not in "DENRTPaXvV#M" else first

    def _is_relative(self, i: int) -> bool:
        return self.tags[i] == "W" or self.tokens.lower[i] in self.language.words["source_relatives"]

    def _is_fronted(self, start: int, comma: int) -> bool:
        """ "While it holds, | according to Lee, it leaks": whether only a clause under another stands before."""
        word, lists = self.tokens.lower[start], self.language.words
        under = self.tags[start] == "S" and word not in self.ahead.that and word not in lists["headless"]
        return under and self.tags.find(",", start, comma + 1) == comma

    def _is_told(self, a: int, first: int) -> bool:
        """ "Lund sagte, | laut dem Bericht sei …": the source opens what somebody else says."""
        told = self.language.does("verb_second") and self.tags[first - 1] == ","
        return told and self.tags.find("V", max(a, first - _LONG), first) >= 0

    def _source_start(self, a: int, verb: int) -> int:
        """The first word of a phrase such as "according to", of which ``verb`` is the last."""
        reports = self.language.words["report_prepositions"]
        if self.tokens.lower[verb] in reports and self.tags[verb - 1] in "aNR":  # "| ihrer Meinung nach"
            return self._object_start(a, verb - 1)
        first = next((i for i in range(verb, max(a, verb - 4) - 1, -1) if self.openings.names_source(i)), verb)
        if first == verb and reports and (self.tokens.lower[verb],) not in self.language.sources:
            comma = self.tags.rfind(",", max(a, verb - REPORT), verb)
            opens = range(verb, max(a, verb - REPORT, comma) - 1, -1)
            first = next((i for i in opens if self.tokens.lower[i] in reports), verb)
        return first - 1 if first > a and self.openings.names_source(first - 1) else first

    def _inverted(self, first: int, end: int) -> int:
        """Where the verb of "Laut Lund | fehlt Geld" stands: at ``first`` or, behind the source, at ``end``; or 0."""
        if not self.language.does("verb_second"):
            return 0
        closed = _CLOSED.match(self.tags, end, end + _ASIDE)
        if closed and closed.end() > end:  # "Laut Lund (51), der dort wohnt, | fehlt Geld"
            return closed.end()
        if (
            self.tags[first] == "a"
            and self.language.does("nouns_capitalised")
            and self.tokens.words[first][0].islower()
        ):
            return first
        if self.tags[end] not in "vVXH" and not self.language.does("nouns_capitalised"):
            known = (k for k in range(first, end) if self.tags[k] == "a" and self.tags[k - 1] in "NRP")
            return next((k for k in known if self.tokens.words[k][0].islower()), 0)  # "Enligt Lund | läcker båten"
        return end if self.tags[end] in "vVXH" else 0

    def _is_inside(self, start: int, first: int, after: int) -> bool:
        """ "Der Damm ist laut Lund „tot“", with no comma around it: the source is in its clause."""
        return self.tags[first - 1] != "," and self.tags[after + 1] not in ",.|" and first - start < _SOURCE

    def _subordinate(self, start: int, first: int) -> int:
        """ "Da steht eine Werft, | die laut Lund leckt": where the clause around the source at ``first`` begins."""
        comma = self.tags.rfind(",", start, first)
        opens = comma + 1 + (self.tags[comma + 1 : comma + 3] == "IW")
        return comma + 1 if comma >= 0 and self.tags[opens] in "SW" else start

    def _subordinate_end(self, under: int, start: int, after: int, b: int) -> int:
        """Where a clause that begins ``under`` another ends: "Die Werft, die laut Lund leckt, | schließt"."""
        stop = min(b, after + _LONG)
        comma = self.tags.find(",", after, stop) if under > start else -1
        while comma >= 0 and self.tags[comma + 1] not in "vVXH":
            comma = self.tags.find(",", comma + 1, stop)
        return comma if comma >= 0 else b

    def _is_unfinished(self, comma: int) -> bool:
        """ "Der Damm sei, | so Lund, alt": an auxiliary or pronoun right before the reporter's part at ``comma``."""
        return self.language.does("subject_follows") and self.tags[comma] == "," and self.tags[comma - 1] in "XHOP"

    def _object_start(self, a: int, first: int) -> int:
        """Where "| dem neuen Bericht zufolge" begins, whose mention starts at ``first``."""
        while first > a and self.tags[first - 1] in "DaEIMY" and self.tags[first] not in "IY":
            first -= 1
        return first

    def _source_end(self, end: int, b: int, one: bool = False) -> int:
        """The comma after a source that opens the sentence: past "conducted by …" and ", an engineer in York", and,
        of ``one`` person, past ", Ann Lee"."""
        if self.tags[end] != ",":
            comma = self.tags.find(",", end, min(end + _SOURCE, b))
            end = comma if comma >= 0 else end
        aside = _APPOSITION.match(self.tags, end, b) or (_NAMED.match(self.tags, end, b) if one else None)
        return aside.end() if aside else end

    def _is_one(self, source: int) -> bool:
        """ "Lund's biographer", "the mayor", not "police" or "the report": one whose name may follow."""
        if source < 0:
            return False
        who = self.mentions[source]
        return who.kind == "nominal" and who.number == "s" and who.role != "" and who.gender != "n"
