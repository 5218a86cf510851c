"""Where a reported clause ends at the latest: before a main clause, an aside of the reporter's, or the next cue."""

import re
from typing import Final

from quotetrace.extract.openings import REPORT
from quotetrace.lang import Language
from quotetrace.syntax import Mention, Predicate, Tokens

_AHEAD: Final = 24  # predicates that are looked at to find the end of a clause
_ASIDE: Final = re.compile(
    r",(?:M?(?P<ing>[aGgv])|C[MX]*(?P<verb>[vVH])|(?P<relative>W)|(?P<sub>S))|-(?P<dash>)(?=[DaNRIMG])"
)
_SUBJECT: Final = 40  # tokens of a subject, before an aside between it and its verb
_NO_CLAUSE: Final = frozenset({"promise", "judge", "ask"})  # groups of verbs whose content has no finite verb
_FINITE: Final = re.compile("(?<!t)[vVXH]")
_PREDICATE: Final = re.compile("[vVXHt]")
_DESCRIBED: Final = 6  # words before a subject that describe it
_GOES_ON: Final = re.compile("M*(?:[vVXH]|Q)")
_NOUN: Final = r"[DE]?(?:[aR#]{1,6}|[N·]{1,5}e?[aR#]{0,5})"
_OBJECT: Final = re.compile(rf"{_NOUN}(?:[IC]{_NOUN}){{0,4}}(?:(?P<and>)(?=CM?X)|(?=M?X(?!t)))")
_MAIN_VERB: Final = re.compile(",M*(?:[vVXH]|a(?=[DEP]))")  # "…, | klatschte der Chor"


class Endings:
    """Finds where the clauses of one text end."""

    def __init__(self, tokens: Tokens, mentions: list[Mention], language: Language) -> None:
        self.tokens = tokens
        self.tags = tokens.tags
        self.mentions = mentions
        self.openings = {m.first for m in mentions}
        self.language = language
        self.contrasts = language.words["contrasts"]
        self.that = language.words["that"]
        self.participles = tuple(sorted(language.words["participle_endings"]))

    def end(self, a: int, start: int, b: int, here: tuple[Predicate, ...], order: int) -> int:
        """The end of the clause: the sentence's, or where a next cue of the sentence takes over."""
        predicate = here[order]
        for later in here[order + 1 : order + 1 + _AHEAD]:
            if later.verb <= start + (self.tags[start] != "Q") or later.group in ("other", "thought", "noun", "show"):
                continue
            if later.group == "source" and self._opens_with(start, later.verb):
                continue
            joint = self._joint(later, predicate, start)
            if joint > start:
                b = self._back(joint, start)
                break
        stop = self._main_clause(predicate, a, start, self._past_object(predicate, start, b))
        if predicate.group != "show":  # a poll found that many stay, while others leave
            stop = self._cut_aside(start, stop)
        return self._without_particle(start, stop)

    def _past_object(self, predicate: Predicate, start: int, stop: int) -> int:
        """ "denied the charge | and was cleared", "complaints about the wall | are old": the end of an object that a
        verb which is not its own follows."""
        beside = predicate.group == "judge" and start == predicate.verb + 1
        topic = predicate.group == "noun" and self.tags[start - 1] == "I"
        if not (beside or topic or "C" in self.tags[start:stop]):
            return stop
        found = _OBJECT.match(self.tags, start, stop)
        return found.end() if found and (found.lastgroup == "and" or beside or topic) else stop

    def _opens_with(self, start: int, source: int) -> bool:
        """ "sagte, | laut dem Bericht sei …": whether the source is in the clause, since it opens it."""
        reported = self.language.does("verb_second") and self.tags[start] == "I"
        return reported and source - start < REPORT and "," not in self.tags[start:source]

    def _without_particle(self, start: int, stop: int) -> int:
        """ "wies die Behauptung, dass der Damm alt sei, | zurück": the particle of the cue closes its sentence."""
        last = stop - 1
        while last > start and self.tags[last] in ".!|":
            last -= 1
        alone = last > start + 2 and self.tags[last - 1] == "," and self.tags[last] in "MI"
        return last - 1 if alone and self.language.does("verb_second") else stop

    def _main_clause(self, predicate: Predicate, a: int, start: int, stop: int) -> int:
        """Where the main clause begins after a cue in a subordinate one ("While Lee says …, the mayor …")."""
        if predicate.verb == a and self.tags[start] == "Q" and start + 1 in self.openings:  # "Citing “duties,” | Lee …"
            return start + 1
        if self._in_relative(predicate, a) or self._is_fronted(predicate, a):
            found = _MAIN_VERB.finditer(self.tags, start + 2, stop)
            return next((m.start() for m in found if self.tokens.words[m.end() - 1][0].islower()), stop)
        joint = "," if self.tokens.lower[a] in self.contrasts or self._asks(predicate, a) else ""
        i = self.tags.find(joint, start + 2, stop) if joint else -1
        while i >= 0:
            if i + len(joint) in self.openings:
                return i
            i = self.tags.find(joint, i + 1, stop)
        return stop

    def _is_fronted(self, predicate: Predicate, a: int) -> bool:
        """ "Während Lee sagt, er gehe, | bleibt Roe", "Sagte Lee noch, er gehe, | bleibt er nun": no main clause."""
        opens = predicate.verb == a or self.tags[a] == "S"
        opens = opens or self.tokens.lower[a] in self.language.words["opening_prepositions"]
        return opens and self.language.does("verb_second") and "," not in self.tags[a : predicate.verb]

    def _asks(self, predicate: Predicate, a: int) -> bool:
        """ "Asked if it holds, Lee …", "When asked about it, Lee …"."""
        opens = predicate.verb == a + (self.tags[a] == "S")
        return opens and self.tokens.lower[predicate.verb] in self.language.words["asked"]

    def _in_relative(self, predicate: Predicate, a: int) -> bool:
        """ "Ann Lee, who said the wall would hold, left": the cue's subject is a relative pronoun after a comma."""
        i = predicate.verb - 1
        while i > a and self.tags[i] in "XM":
            i -= 1
        return i > a + 1 and self.tags[i - 1] == "," and self._relates(i)

    def _relates(self, i: int) -> bool:
        return self.tags[i] == "W" or self.language.pronouns.get(self.tokens.lower[i]) == "w"

    def _cut_aside(self, start: int, stop: int) -> int:
        """Before what the reporter adds at the end: ", throwing …", ", and requested …", ", who …", " — a …"."""
        aside = _ASIDE.search(self.tags, start + 3, stop)
        while aside:
            i = aside.start()
            inside = self._lacks_verb(start, i) or self._closes_again(start, i, stop)
            if self._is_added(aside, stop) and not inside:
                return i
            aside = _ASIDE.search(self.tags, aside.end(), stop)
        return stop

    def _lacks_verb(self, start: int, i: int) -> bool:
        """ "that among old walls, | which leak, few are safe": no clause that a frame opens ends at ``i``, before its
        first finite verb."""
        opens = self.tokens.lower[start] in self.that and self.tags[start : start + 2] in ("SI", "S,", "SG", "Sg")
        return opens and _FINITE.search(self.tags, start + 1, i) is None

    def _is_added(self, aside: re.Match[str], stop: int) -> bool:
        """Whether what looks like an aside is one, by its words and the language."""
        form, i = aside.lastgroup, aside.start()
        if form == "relative":
            return not self.language.does("nouns_capitalised")
        if form == "ing":
            return self.tokens.words[aside.end() - 1].endswith(self.participles)
        if form == "sub":
            return self.tokens.lower[i + 1] in self.contrasts
        return form != "dash" or self._breaks_off(i, stop)

    def _breaks_off(self, i: int, stop: int) -> bool:
        """Whether the dash at ``i`` ends a clause of a language whose clauses are not ended by weights."""
        alone = not self.tokens.joins(i) and self.tags.find("-", i + 1, stop) < 0
        return alone and self.language.does("verb_second")

    def _closes_again(self, start: int, i: int, stop: int) -> bool:
        """ "the wall, while old, would hold": an aside at ``i`` between a subject and its verb is inside the clause."""
        opens = max(start, self.tags.rfind("S", max(start, i - _SUBJECT), i) + 1)  # "that the wall, which is old, …"
        if _FINITE.search(self.tags, opens, i):
            return False
        comma = self.tags.find(self.tags[i], i + 1, stop)
        return comma >= 0 and _GOES_ON.match(self.tags, comma + 1, stop) is not None

    def _joint(self, later: Predicate, predicate: Predicate, start: int) -> int:
        """The comma or conjunction that opens the part of the ``later`` cue, or -1 where it is inside the clause."""
        tags = self.tags
        if later.group == "source":
            return later.verb - 1
        joint = later.verb - 1
        while joint > start and tags[joint] in "MX":
            joint -= 1
        if (later.participle or later.inverted) and tags[joint] == "Q":  # "…," adding that; "…" says Lee
            return joint + 1
        if later.participle and tags[joint - 1 : joint + 1] == "XI":  # "was like saying"
            return -1
        if later.participle and tags[joint] == "I" and self._opens_part(joint):  # before adding that
            return joint
        if later.participle and tags[joint] != ",":
            return later.verb if self._adds(later, predicate, joint) else -1
        if later.participle:
            return joint
        if tags[joint] in "C,;" and later.subject == predicate.subject and not later.inverted:
            return -1 if self._depends(later, predicate, joint) else joint
        if later.subject >= 0 and not later.inverted:
            opening = self._before(later.subject)
            if tags[opening] == "," and tags[later.verb + 1] == "," and _PREDICATE.search(tags, start, opening):
                return opening  # "agreed to talk, rowers said, after a week"
            if opening > start and tags[opening] == "C" and tags[opening - 1] in ",Q-":
                return opening
            after = tags[later.verb + 1 : later.verb + 3]
            if opening >= start and (after[:1] == ":" or after == ",Q" or after[:1] == "Q"):
                return opening + 1
            if opening > start and (
                tags[opening] == ";" or (tags[opening] == "," and (after[:1] in ".|Y" or after == "IY"))
            ):
                return opening
        return -1

    def _before(self, subject: int) -> int:
        """The token before the subject and the words that describe it: "and | the painter Ann Lee"."""
        first = self.mentions[subject].first - 1
        opening = first
        while first - opening < _DESCRIBED and self.tags[opening] in "aRTDE·":
            opening -= 1
        return opening if self.tags[opening] in "C,;Q" else first - (self.tags[first] == "D")

    def _depends(self, later: Predicate, predicate: Predicate, joint: int) -> bool:
        """ "says she would row him home and scold him": a bare form beside one that is none hangs on another verb."""
        who = self.mentions[predicate.subject] if predicate.subject >= 0 else None
        several = who is None or who.number == "p" or self.tags[who.first - 1] == "C"
        if several or self.tags[joint] != "C" or self.tags[later.verb - 1] in "XM":
            return False
        return self._is_bare(later.verb) and not self._is_bare(predicate.verb)

    def _is_bare(self, verb: int) -> bool:
        """ "tell" and "deny", by the "tells" and "denies" that the language lists beside them."""
        word, cues = self.tokens.lower[verb], self.language.cues
        return f"{word}s" in cues or f"{word}es" in cues or f"{word[:-1]}ies" in cues

    def _adds(self, later: Predicate, predicate: Predicate, joint: int) -> bool:
        """ "vowed to go on with the work saying it was safe": a second cue of the same subject, with no comma."""
        spoken = later.group == "say" and predicate.group in _NO_CLAUSE and later.subject == predicate.subject
        return spoken and self.tags[joint] in "aNR"

    def _opens_part(self, i: int) -> bool:
        """A preposition with which the reporter's words go on at a participle: "before adding", "“…” by saying"."""
        return self.tags[i - 1] == "Q" or self.tokens.lower[i] in self.language.words["clause_prepositions"]

    def _back(self, i: int, start: int) -> int:
        while i > start and self.tags[i - 1] in "CM":  # "and then | said"
            i -= 1
        while i > start and self.tags[i - 1] in ",C-":  # "had rowed so far | , and"
            i -= 1
        return i
