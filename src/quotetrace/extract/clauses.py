"""Reported clauses: the words that a cue reports, with or without marks, and their exact bounds."""

import re

from quotetrace.extract.source_clauses import SourceClauses
from quotetrace.extract.summed_up import summed_up
from quotetrace.lang import Language
from quotetrace.syntax import Clause, Mention, Predicate, Tokens

_CLAUSE_GROUPS = frozenset({"say", "tell", "ask", "judge", "promise", "show", "thought", "noun", "colon"})
_TAIL = re.compile(r"(?:[MYO#]|I[DaENTR#Y·eMp-]*|,)*[.!]?")
_SPOKEN = frozenset({"say", "tell", "ask"})
_CLOSE = ("", ".", "|", "!", "?", ")")  # what may follow a cue that closes its sentence
_MAIN = re.compile("[vVXH]")
_MANNER = re.compile("I[DE]?a{1,2}(?=,)")  # "The wall, she said | with a shrug, is old"
_HAPPENS = re.compile(r"I[^,;:SWQCPVvXHGg.]{1,12}(?:P[^,;:SWQ.]{0,3}[vXH]|X|[vH](?![aNRTI]))")
_THING = re.compile(r"[DE]?[aM#RTN]{1,4}(?![DEQaRN#])")
_COUNTED = re.compile("I[Da]?#")  # "About 40 people have left"
_UNREAL = frozenset({"thought", "promise"})  # verbs before an infinitive that leave open whether it was done
_VERBAL = frozenset("vVXHGg")
_FINITE = frozenset("VXHPSWQ|,")
_SCENE = 24  # tokens between a cue and the colon behind where it was said
_BEFORE = 60  # tokens of a sentence before a cue that stands behind an office and a name
_FAR = 400  # tokens behind a cue in which other marks are looked for
_BESIDE = frozenset("ISYM(agtW")  # letters of words after a cue that may tell when, where or how it was said


def clauses(
    tokens: Tokens, mentions: list[Mention], predicates: tuple[tuple[Predicate, ...], ...], language: Language
) -> tuple[Clause, ...]:
    """The reported clauses of all sentences, in order of their predicates. Linear in the tokens."""
    finder = _Finder(tokens, mentions, language)
    found: list[Clause] = []
    summing = language.words["summing_pronouns"]
    for sentence, (a, b) in enumerate(tokens.sentences):
        here = predicates[sentence]
        found += summed_up(tokens, sentence, here, predicates[sentence - 1], language) if summing else ()
        for order, predicate in enumerate(here):
            if predicate.group == "source":
                found += finder.source(sentence, a, b, predicate)
            elif predicate.group in _CLAUSE_GROUPS:
                found += finder.clause(sentence, a, b, here, order)
    return tuple(found)


class _Finder(SourceClauses):
    """Finds the clauses that verbs and nouns of speech report, in one text."""

    def _is_subject(self, first: int, stop: int, comma: int) -> bool:
        """ "The flood, she said, ruined the town", "…, she said, “ruined it”": a noun phrase and, behind, its verb."""
        noun = stop > first and self.tags[first] in "DENRa#" and self.tags[first:stop].strip("DENRTa#I·eCYM-") == ""
        return noun and self.tags[comma + 1] in "vHQ" and not self._is_participle(comma + 1)

    def _is_participle(self, i: int) -> bool:
        return self.tags[i] in "aGgv" and self.tokens.lower[i].endswith(self.endings.participles)

    def clause(self, sentence: int, a: int, b: int, here: tuple[Predicate, ...], order: int) -> list[Clause]:
        """What the verb reports: the words after it, or the words before where it closes the sentence."""
        predicate = here[order]
        if self._only_intended(predicate) or self._is_other_sense(predicate) or self._describes(predicate.verb):
            return []
        if predicate.group == "colon" and self._is_topic(predicate, here):
            return []
        if predicate.group == "colon":
            first, stop = (a, predicate.verb) if predicate.inverted else (predicate.verb + 1, b)
            return self._make(sentence, predicate, first, stop, "before" if predicate.inverted else "after")
        opening = self._past_comparison(self.openings.opening(predicate), a)
        after = self.openings.after(predicate, b)
        if self._quoted_before(a, opening) and not predicate.participle:
            first = self._clause_start(a, opening)
            return self._make(sentence, predicate, first, opening, "before")
        if opening > a and self.tags[opening - 1] == "," and not predicate.participle:
            manner = _MANNER.match(self.tags, after, b)
            after = manner.end() if manner else after
            tail = _TAIL.match(self.tags, after, b)
            closes = tail is not None and (self.tags[tail.end() : b] in _CLOSE or self.tags[tail.end()] in ";-")
            closes = closes and not (self.tags[after] == "," and self._continues(after + 1))
            if not self._follows_its_name(predicate, a, opening) and (closes or self._closes(after, b)):
                return self._interrupted(sentence, a, b, predicate, opening, after, closes)
        start = self.openings.start(predicate, after, b)
        if self._is_object(start) or self._is_scene(predicate, opening, start) or self._is_of_what(predicate, opening):
            start = -1
        found = self._told_before(sentence, a, predicate, opening, after, start)
        if start < 0:
            return found
        stop = self.endings.end(a, start, b, here, order)
        return found + self._make(sentence, predicate, start, stop, "after")

    def _past_comparison(self, opening: int, a: int) -> int:
        """ "…, | wie die Stadt mitteilte", "…, | das teilte sie mit": the word belongs to the cue."""
        if opening <= a:
            return opening
        compares = self.openings.compared(opening)
        summing = self.tokens.lower[opening - 1] in self.language.words["summing_pronouns"]
        so = self.language.does("verb_second") and self.tags[opening - 1] == "M"  # "…, zo blijkt uit stukken"
        return compares if compares >= a else opening - ((summing or so) and self.tags[opening - 2] == ",")

    def _told_before(
        self, sentence: int, a: int, predicate: Predicate, opening: int, after: int, start: int
    ) -> list[Clause]:
        """ "It rained, Lee said on her way to a meeting": the words before the cue, where those after it may be no more
        than when and where."""
        if opening <= a or self.tags[opening - 1] != "," or predicate.participle or predicate.group not in _SPOKEN:
            return []
        first = self._clause_start(a, opening - 1)
        if self.tags[after] not in _BESIDE or (start >= 0 and self.tags[start] == "S"):
            return []
        if self._is_asked(first) or not self._has_main_verb(first, opening - 1):
            return []
        return self._make(sentence, predicate, first, opening - 1, "before")

    def _is_scene(self, predicate: Predicate, opening: int, start: int) -> bool:
        """ "“…,” Lee told me in the rain, and …", "Lee told me through the gate: “…”": where it was said, since what
        was said stands in marks."""
        if start < 0 or self.tags[start] != "I" or predicate.group not in _SPOKEN:
            return False
        colon = self.tags.find(":Q", start, start + _SCENE)
        led = colon >= 0 and _FINITE.isdisjoint(self.tags[start:colon])
        return led or (opening > 0 and self.tags[opening - 1] == "Q")

    def _is_of_what(self, predicate: Predicate, opening: int) -> bool:
        """ "Asked what she would say | to the judge, …": what is said is "what", and to whom stands behind the verb."""
        lower, lists = self.tokens.lower, self.language.words
        asked = opening > 0 and not predicate.participle and lower[opening - 1] in lists["headless"]
        return asked and lower[predicate.verb + 1] in lists["listener_prepositions"]

    def _is_object(self, i: int) -> bool:
        """ "The man who posted it, …", "(“…,” as Lee put it)": a pronoun alone behind the verb, no clause."""
        return i >= 0 and self.tags[i] in "OP" and self.tags[i + 1] in ",);:" and self.tags[i + 2] != "M"

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

    def _interrupted(
        self, sentence: int, a: int, b: int, predicate: Predicate, opening: int, after: int, closes: bool
    ) -> list[Clause]:
        """The words before the cue and, unless it ``closes`` the sentence, those after it."""
        first = self._clause_start(a, opening - 1)
        comma = -1 if closes else self.tags.find(",", after, min(after + 12, b))
        framed = self._is_asked(first)
        goes_on = comma >= 0 and (self._goes_on(comma, b) or self._is_subject(first, opening - 1, comma))
        supposed = comma >= 0 and self.tags[comma + 1] == "Q" and self._supposes(first)
        if self._is_quoted_whole(first, opening - 1, after, b):  # "“…”, dice la alcaldesa, que llegó tarde"
            return self._make(sentence, predicate, first, opening - 1, "before")
        headless = comma >= 0 and self.tags[comma + 1] == "X"  # "What they made, Lee said, could be lost"
        if not framed and (supposed or headless or (goes_on and self._is_fragment(first, opening - 1))):
            return self._make(sentence, predicate, first, b, "around")
        if comma >= 0 and not framed and self._continues(comma + 1):
            return self._make(sentence, predicate, first, b, "around")
        whole = not framed and (
            self.tags[first] not in "SI"
            or self._points(first)
            or self._has_main_verb(first, opening - 1)
            or (closes and predicate.group in _SPOKEN and self._happens(first, opening - 1))
        )
        found = self._make(sentence, predicate, first, opening - 1, "before") if whole else []
        if (
            comma >= 0
            and self.tags[comma + 1] not in "GgvI"
            and not (self._is_participle(comma + 1) or self._is_who(comma + 1))
        ):
            found += self._make(sentence, predicate, comma + 1, b, "rest")
        return found

    def _is_quoted_whole(self, first: int, stop: int, after: int, b: int) -> bool:
        """Whether marks alone stand before a cue, and nothing behind it goes on with them."""
        if not self.language.does("subject_follows") or self.tags[first:stop] != "Q":
            return False
        comma = self.tags.find(",", after, min(b, after + _FAR))
        return self.tags.find("Q", after, min(b, after + _FAR)) < 0 and (
            comma < 0 or self.tags[comma + 1] not in "vVXH"
        )

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
        if self.tags[a] in "Gg" and _MAIN.search(self.tags, a, opening - 1) is None:  # "Citing “duties,” Lee told …"
            return False
        if any(tag in _VERBAL for tag in self.tags[a : opening - 1]) or self.tags[opening - 2] in "NRaP":
            return True
        return self.tags[a] in "IS" and self.tags[opening - 2] == ","

    def _closes(self, after: int, b: int) -> bool:
        """ "…, she vowed, …": a comma right after the cue, and a clause that goes on."""
        return after < b and self.tags[after] == ","

    def _only_intended(self, predicate: Predicate) -> bool:
        """ "declined to say", "wanted to ask": nothing was said; "went on to say", "led her to say" are speech.

        And "admitted having read it" tells only what was admitted.
        """
        i = predicate.verb - 1
        if i > 0 and self.tags[i - 1 : i + 1] == "VX" and self.tokens.words[i].endswith(self.endings.participles):
            return True
        if i < 1 or self.tags[i] != "t":
            return False
        word, lists = self.tokens.lower[i - 1], self.language.words
        if word in lists["unable"]:
            return True
        return self.language.cues.get(word) in _UNREAL and word not in lists["infinitive_intros"]

    def _is_other_sense(self, predicate: Predicate) -> bool:
        """ "thanks to", "called off"; "continued to row": the infinitive may report, "continued" does not."""
        lower, verb = self.tokens.lower, predicate.verb
        word, following = lower[verb], lower[verb + 1]
        if predicate.group == "noun" and self._is_denied(verb):
            return True
        if word in self.language.words["denying_cues"] and self.openings.is_passive(verb):  # "was denied a permit"
            return self.tags[verb + 1] in "Da"
        if word in self.language.words["infinitive_intros"] and self.tags[verb + 1] == "t":
            return True
        return f"{word} {following}" in self.language.words["no_cues"] or self._calls_for_all(verb)

    def _calls_for_all(self, verb: int) -> bool:
        """ "called a special session", "calls an election": a thing that is called, and nothing that it is called."""
        lists = self.language.words
        if self.tokens.lower[verb] not in lists["callers"]:
            return False
        thing = _THING.match(self.tags, verb + 1)
        end = thing.end() if thing else verb + 1
        new = self.tags[verb + 1] in "a#R" or self.tokens.lower[verb + 1] in lists["indefinites"]
        return new and self.tokens.lower[end - 1] in lists["called_things"]

    def _is_denied(self, noun: int) -> bool:
        """ "With no conclusion that …", "no clear claim that …": nobody says so."""
        while self.tags[noun - 1] in "aM":
            noun -= 1
        return self.tokens.lower[noun - 1] in self.language.words["negations"]

    def _describes(self, verb: int) -> bool:
        """ "The newly announced policy", "an alleged plot": a verb's form between an article and its noun."""
        i = verb - 1
        while i > 0 and self.tags[i] == "M":
            i -= 1
        article = self.tags[i] == "E" or self.tokens.lower[i] in self.language.words["articles"]
        return article and self.tags[verb] == "V" and self.tags[verb + 1] in "aRN" and self.tags[i] in "DE"

    def _is_topic(self, label: Predicate, here: tuple[Predicate, ...]) -> bool:
        """ "DAM INQUIRY: … says Lee": a topic before the colon, since the speaker stands at the end."""
        return not label.inverted and here[-1].inverted and here[-1].group in _SPOKEN
