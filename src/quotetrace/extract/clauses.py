"""Reported clauses: the words that a cue reports, with or without marks, and their exact bounds."""

import re

from quotetrace.lang import Language
from quotetrace.syntax import Clause, Mention, Predicate, Tokens

_CLAUSE_GROUPS = frozenset({"say", "tell", "ask", "judge", "promise", "show", "thought", "noun", "colon"})
_AHEAD = 24  # predicates that are looked at to find the end of a clause
_TAIL = re.compile(r"(?:[MYO#]|I[DaENTR#Y·eMp-]*|,)*[.!]?")
_NOT_BEFORE_THAT = frozenset("SVvXHGgPWQ.!;:|")
_ASIDE = re.compile(r",M?(?P<ing>[aGgv])|,C[MX]*(?P<verb>[vVH])|,(?P<relative>W)|,(?P<sub>S)|(?P<dash>-)(?=[DaNRIMG])")
_DESCRIBES = frozenset("aRNTDEe#v·")
_SPOKEN = frozenset({"say", "tell", "ask"})
_RELATIVE = 20  # tokens of a relative clause before the reported one
_SOURCE = 24  # words of a source that opens a sentence
_DESCRIBED = 8  # words before a subject that describe it: "Ann Lee's former lawyer Oskar Venn"
_APPOSITION = re.compile(r",D[aRTIeDN#·-]{1,14}(?=,[^W])")
_OBJECT = frozenset({"ask", "judge"})  # groups of verbs that have an object, and no clause
_NAMED = re.compile(r"[NT·]+[MX]?[XVvH]")
_TOPIC = re.compile(r"[NTR·J]{1,6}:")
_TIMES = re.compile(r"(?:[:,]|Y(?![eaR])|M(?!X)|ID?Y(?=[PDEt]))*")  # "there was" opens a clause
_MAIN = re.compile("[vVXH]")
_MAIN_VERB = re.compile(",M*[vVXH]")
_UNREAL = frozenset({"thought", "promise"})  # verbs before an infinitive that leave open whether it was done
_VERBAL = frozenset("vVXHGg")


def clauses(
    tokens: Tokens, mentions: list[Mention], predicates: tuple[tuple[Predicate, ...], ...], language: Language
) -> tuple[Clause, ...]:
    """The reported clauses of all sentences, in order of their predicates. Linear in the tokens."""
    finder = _Finder(tokens, mentions, language)
    found: list[Clause] = []
    for sentence, (a, b) in enumerate(tokens.sentences):
        here = predicates[sentence]
        for order, predicate in enumerate(here):
            if predicate.group == "source":
                found += finder.source(sentence, a, b, predicate)
            elif predicate.group in _CLAUSE_GROUPS:
                found += finder.clause(sentence, a, b, here, order)
    return tuple(found)


class _Finder:
    def __init__(self, tokens: Tokens, mentions: list[Mention], language: Language) -> None:
        self.tokens = tokens
        self.tags = tokens.tags
        self.mentions = mentions
        self.openings = {m.first for m in mentions}
        self.language = language
        self.source_openings = {phrase[0] for phrase in language.sources}
        self.participles = tuple(sorted(language.words["participle_endings"]))

    def source(self, sentence: int, a: int, b: int, predicate: Predicate) -> list[Clause]:
        """ "According to Lee, …" and "…, according to Lee"."""
        after = self.mentions[predicate.subject].last if predicate.subject >= 0 else predicate.verb
        end = self._phrase_end(after + 1, b)
        first = self._source_start(a, predicate.verb)
        if all(t in "MCS,(" for t in self.tags[a:first]) or self.tags[first - 1] in ":;(":
            return self._make(sentence, predicate, self._source_end(end, b) + 1, b, "after")
        start = self._clause_start(a, first - 1)
        if self._goes_on(end, b) and self._is_fragment(start, first - 1):
            return self._make(sentence, predicate, start, b, "around")
        return self._make(sentence, predicate, a, first, "before")

    def _source_start(self, a: int, verb: int) -> int:
        """The first word of a phrase such as "according to", of which ``verb`` is the last."""
        first = next((i for i in range(verb, max(a, verb - 4) - 1, -1) if self._names_source(i)), verb)
        return first - 1 if first > a and self._names_source(first - 1) else first

    def _source_end(self, end: int, b: int) -> int:
        """The comma after a source that opens the sentence: past "conducted by …" and ", an engineer in York"."""
        if self.tags[end] != ",":
            comma = self.tags.find(",", end, min(end + _SOURCE, b))
            end = comma if comma >= 0 else end
        aside = _APPOSITION.match(self.tags, end, b)
        return aside.end() if aside else end

    def _goes_on(self, i: int, b: int) -> bool:
        """Whether a clause that a cue interrupts goes on at the comma ``i``."""
        return self.tags[i] == "," and self.tags[i + 1] not in "GgvIW" and _MAIN.search(self.tags, i, b) is not None

    def _is_fragment(self, first: int, stop: int) -> bool:
        """No clause by itself: "The wall", "If the rain stops", "In May, when it rained"."""
        begin = first + (self.tokens.words[first].lower() in self.language.words["that"])
        end = next((i for i in range(begin, stop) if self.tags[i] in "SW"), stop)
        return begin < stop and _MAIN.search(self.tags, begin, end) is None

    def clause(self, sentence: int, a: int, b: int, here: tuple[Predicate, ...], order: int) -> list[Clause]:
        """What the verb reports: the words after it, or the words before where it closes the sentence."""
        predicate = here[order]
        if self._only_intended(predicate):
            return []
        if predicate.group == "colon" and self._is_topic(predicate, here):
            return []
        if predicate.group == "colon":
            first, stop = (a, predicate.verb) if predicate.inverted else (predicate.verb + 1, b)
            return self._make(sentence, predicate, first, stop, "before" if predicate.inverted else "after")
        opening = self._opening(predicate)
        after = self._after(predicate, b)
        if self._quoted_before(a, opening) and not predicate.participle:
            first = self._clause_start(a, opening)
            return self._make(sentence, predicate, first, opening, "before")
        if opening > a and self.tags[opening - 1] == "," and not predicate.participle:
            tail = _TAIL.match(self.tags, after, b)
            closes = tail is not None and tail.end() >= b - 1
            if closes or self._closes(after, b):
                return self._interrupted(sentence, a, b, predicate, opening, after, closes)
        start = self._start(predicate, after, b)
        if start < 0:
            return []
        stop = self._end(a, start, b, here, order)
        return self._make(sentence, predicate, start, stop, "after")

    def _interrupted(
        self, sentence: int, a: int, b: int, predicate: Predicate, opening: int, after: int, closes: bool
    ) -> list[Clause]:
        """The words before the cue and, unless it ``closes`` the sentence, those after it."""
        first = self._clause_start(a, opening - 1)
        comma = -1 if closes else self.tags.find(",", after, min(after + 12, b))
        if comma >= 0 and self._goes_on(comma, b) and self._is_fragment(first, opening - 1):
            return self._make(sentence, predicate, first, b, "around")
        found = self._make(sentence, predicate, first, opening - 1, "before")
        if comma >= 0 and self.tags[comma + 1] not in "GgvI":
            found += self._make(sentence, predicate, comma + 1, b, "rest")
        return found

    def _quoted_before(self, a: int, opening: int) -> bool:
        """`The plan "is a mistake," Lee said`: the sentence up to a closing mark, the reporter's words before it."""
        if opening <= a + 1 or self.tags[opening - 1] != "Q":
            return False
        return any(tag in _VERBAL for tag in self.tags[a : opening - 1]) or self.tags[opening - 2] in "NRaP"

    def _closes(self, after: int, b: int) -> bool:
        """ "…, she vowed, …": a comma right after the cue, and a clause that goes on."""
        return after < b and self.tags[after] == ","

    def _only_intended(self, predicate: Predicate) -> bool:
        """ "declined to say", "wanted to ask": nothing was said; "went on to say", "led her to say" are speech."""
        i = predicate.verb - 1
        if i < 1 or self.tags[i] != "t":
            return False
        word, lists = self.tokens.words[i - 1].lower(), self.language.words
        if word in lists["unable"]:
            return True
        return self.language.cues.get(word) in _UNREAL and word not in lists["infinitive_intros"]

    def _is_topic(self, label: Predicate, here: tuple[Predicate, ...]) -> bool:
        """ "DAM INQUIRY: … says Lee": a topic before the colon, since the speaker stands at the end."""
        return not label.inverted and here[-1].inverted and here[-1].group in _SPOKEN

    def _opening(self, predicate: Predicate) -> int:
        """The first token of the cue with its subject and the words that describe it."""
        if predicate.inverted or predicate.subject < 0:
            return predicate.verb
        first = min(self.mentions[predicate.subject].first, predicate.verb)
        described = first
        while self.tags[described - 1] in _DESCRIBES and first - described < _DESCRIBED:
            described -= 1
        return described if self.tags[described - 1] in ",Q" else first

    def _after(self, predicate: Predicate, b: int) -> int:
        """The first token after the cue, its subject and its listener."""
        i = predicate.verb + 1
        if predicate.inverted and predicate.subject >= 0:
            i = self._phrase_end(self.mentions[predicate.subject].last + 1, b)
        elif predicate.group == "tell":
            i = self._listener_end(i, b)
        return i

    def _phrase_end(self, i: int, b: int) -> int:
        """Past "of the council", and past ", the mayor," after a name."""
        while i < b and self.tags[i] in "IDaNRT#eMYp·-":
            i += 1
        return i

    def _listener_end(self, i: int, b: int) -> int:
        while i < b and self.tags[i] in "DEaNRTOe#·pP":
            if self.tags[i] in "DP" and i > 0 and self.tags[i - 1] in "aNRO":
                break
            i += 1
        return i

    def _clause_start(self, a: int, stop: int) -> int:
        """Where a clause that the cue follows begins: the sentence, less a leading "but" or the topic of a headline."""
        topic = _TOPIC.match(self.tags, a, stop)
        a = topic.end() if topic else a
        while a < stop and self.tags[a] in "C-,":
            a += 1
        return a

    def _start(self, predicate: Predicate, after: int, b: int) -> int:
        """Where the clause after the cue begins, or -1."""
        if predicate.inverted and predicate.group not in ("noun",):
            return -1
        if after >= b or self.tags[after] in ".!;|":
            return -1
        if predicate.group == "noun":
            return after if self._opens_content(after) and not self._said_in(predicate) else -1
        if self.tags[after] == "S" and self._tells_when(predicate, after):
            return -1
        if self._names_agent(after) or self._is_silence(predicate, after):
            return -1
        if predicate.group in _OBJECT and _NAMED.match(self.tags, after, b):  # "a man called Emil Brandt was freed"
            return -1
        i = after
        while i < min(after + 16, b) and self.tags[i] not in _NOT_BEFORE_THAT:
            i += 1
        if i < b and self.tags[i] == "S" and self.tokens.words[i].lower() in self.language.words["that"]:
            return self._past_relative(i, b)
        times = _TIMES.match(self.tags, after, b)
        i = times.end() if times else after
        if i > after and self.tags[i - 1] == "," and (self.tags[i] in "GgvI" or self._names_source(i)):
            return -1
        return i if i < b and self.tags[i] not in ".!;|C" else -1

    def _names_agent(self, i: int) -> bool:
        """ "was confirmed by her nephew": who spoke, not what was said; "answered by saying …" goes on with a verb."""
        return (
            self.tokens.words[i].lower() in self.language.words["agent_prepositions"] and self.tags[i + 1] in "DENRTOP"
        )

    def _is_silence(self, predicate: Predicate, after: int) -> bool:
        """ "declined to say", "refused to be drawn": nothing was said."""
        words, lists = self.tokens.words, self.language.words
        if words[predicate.verb].lower() not in lists["refusals"] or self.tags[after] != "t":
            return False
        verb = words[after + 1 + (self.tags[after + 1] == "X")].lower()
        return verb in lists["silences"] or self.language.cues.get(verb) in _SPOKEN

    def _past_relative(self, i: int, b: int) -> int:
        """ "wrote in a letter that has become famous that …": the "that" after one that relates."""
        if self.tags[i + 1] not in "XVvH" or self.tags[i - 1] not in "aRN":
            return i
        for k in range(i + 2, min(i + _RELATIVE, b)):
            if self.tags[k] in ".:;Q":
                break
            if self.tokens.words[k] == self.tokens.words[i] and self.tags[k + 1] not in "XVvH":
                return k
        return i

    def _names_source(self, i: int) -> bool:
        """ "Lee said, according to …", "by four points, according to …": no clause of the word before the source."""
        return self.tokens.words[i].lower() in self.source_openings

    def _opens_content(self, i: int) -> bool:
        """ "the claim that …", "his promise to …", "their criticism of …": what a noun of speech reports."""
        if self.tags[i] == "I":
            return self.tokens.words[i].lower() in self.language.words["speech_noun_objects"]
        return self.tags[i] in "St"

    def _said_in(self, noun: Predicate) -> bool:
        """ "Lee said in a statement that …": the clause is what Lee said."""
        k = noun.verb - 1
        while self.tags[k] in "aDRE#N":
            k -= 1
        return noun.subject < 0 and self.tags[k] == "I" and self.tags[k - 1] in "VG"

    def _tells_when(self, predicate: Predicate, after: int) -> bool:
        """ "…," Lee said when she left: an adverbial, since what was said stands in marks before."""
        opening = self._opening(predicate)
        quoted = self.tags[opening - 1] == "Q" and predicate.verb == after - 1
        return quoted and self.tokens.words[after].lower() not in self.language.words["that"]

    def _end(self, a: int, start: int, b: int, here: tuple[Predicate, ...], order: int) -> int:
        """The end of the clause: the sentence's, or where a next cue of the sentence takes over."""
        predicate = here[order]
        for later in here[order + 1 : order + 1 + _AHEAD]:
            if later.verb <= start + (self.tags[start] != "Q") or later.group in ("other", "thought", "noun", "show"):
                continue
            joint = self._joint(later, predicate, start)
            if joint > start:
                b = self._back(joint, start)
                break
        return self._cut_aside(start, self._main_clause(here[order], a, start, b))

    def _main_clause(self, predicate: Predicate, a: int, start: int, stop: int) -> int:
        """Where the main clause begins after a cue in a subordinate one ("While Lee says …, the mayor …")."""
        if self._in_relative(predicate, a):
            after = _MAIN_VERB.search(self.tags, start + 2, stop)
            return after.start() if after else stop
        joint = "," if self.tags[a] in "SI" or predicate.verb == a else ",C" if predicate.group == "promise" else ""
        i = self.tags.find(joint, start + 2, stop) if joint else -1
        while i >= 0:
            if i + len(joint) in self.openings:
                return i
            i = self.tags.find(joint, i + 1, stop)
        return stop

    def _in_relative(self, predicate: Predicate, a: int) -> bool:
        """ "Ann Lee, who said the wall would hold, left": the cue's subject is a relative pronoun after a comma."""
        i = predicate.verb - 1
        while i > a and self.tags[i] in "XM":
            i -= 1
        return i > a + 1 and self.tags[i - 1] == "," and self._relates(i)

    def _relates(self, i: int) -> bool:
        return self.tags[i] == "W" or self.language.pronouns.get(self.tokens.words[i].lower()) == "w"

    def _cut_aside(self, start: int, stop: int) -> int:
        """Before what the reporter adds at the end: ", throwing …", ", and requested …", ", who …", " — a …"."""
        for match in _ASIDE.finditer(self.tags, start + 3, stop):
            i = match.start()
            if match.lastgroup == "ing" and not self.tokens.words[match.end() - 1].endswith(self.participles):
                continue
            if match.lastgroup == "sub" and self.tokens.words[i + 1].lower() not in self.language.words["contrasts"]:
                continue
            if match.lastgroup == "dash" and (self.tokens.joins(i) or self.tags.find("-", i + 1, stop) >= 0):
                continue
            return i
        return stop

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
        if later.participle and tags[joint] == "I" and self._opens_part(joint):  # before adding that
            return joint
        if later.participle:
            return joint if tags[joint] == "," else -1
        if tags[joint] in "C,;" and later.subject == predicate.subject and not later.inverted:
            return joint
        if later.subject >= 0 and not later.inverted:
            opening = self.mentions[later.subject].first - 1
            if opening > start and tags[opening] == "C" and tags[opening - 1] in ",Q-":
                return opening
            after = tags[later.verb + 1 : later.verb + 3]
            if opening >= start and (after[:1] == ":" or after == ",Q" or after[:1] == "Q"):
                return opening + 1
            if opening > start and (tags[opening] == ";" or (tags[opening] == "," and after[:1] in ".|")):
                return opening
        return -1

    def _opens_part(self, i: int) -> bool:
        """A preposition with which the reporter's words go on at a participle: "before adding", "“…” by saying"."""
        return self.tags[i - 1] == "Q" or self.tokens.words[i].lower() in self.language.words["clause_prepositions"]

    def _back(self, i: int, start: int) -> int:
        while i > start and self.tags[i - 1] in ",CM-":
            i -= 1
        return i

    def _make(self, sentence: int, predicate: Predicate, first: int, stop: int, position: str) -> list[Clause]:
        while first < stop and self.tags[first] in ",:-":
            first += 1
        while stop > first and (self.tags[stop - 1] in ".!,;:-" or self._closes_bracket(first, stop - 1)):
            stop -= 1
        if stop - first < 2 and "Q" not in self.tags[first:stop]:
            return []
        if stop <= first:
            return []
        return [
            Clause(self.tokens.starts[first], self.tokens.end(stop - 1), first, stop, sentence, predicate, position)
        ]

    def _closes_bracket(self, first: int, i: int) -> bool:
        return self.tags[i] == ")" and "(" not in self.tags[first:i]
