"""Where a reported clause begins: what belongs to the cue, and what it reports."""

import re
from typing import Final

from quotetrace.extract.behind_comma import is_told, told_by_noun
from quotetrace.extract.instead import NOUN_OPENS, Instead, phrase_end
from quotetrace.extract.verb_groups import VerbGroups
from quotetrace.lang import Language
from quotetrace.syntax import Mention, Predicate, Tokens

_NOT_BEFORE_THAT: Final = frozenset("SVvXHGgPWQ.!;:|")
_DESCRIBES: Final = frozenset("aRNTDEe#v·")
_SPOKEN: Final = frozenset({"say", "tell", "ask"})
_RELATIVE: Final = 20  # tokens of a relative clause before the reported one
_MIDDLE: Final = 20  # tokens between a verb and the comma or colon before its clause
REPORT: Final = 8  # tokens from a preposition to the noun that says what was told
_THAT: Final = 16  # tokens between a cue and its "that"
_DESCRIBED: Final = 8  # words before a subject that describe it: "Ann Lee's former lawyer Oskar Venn"
_LINK: Final = re.compile("[SWXvVH]")
_DONE: Final = frozenset({"ask", "judge", "promise"})  # groups of verbs whose object or infinitive comes first
_OBJECT: Final = frozenset({"ask", "judge"})  # groups of verbs that have an object, and no clause
_PLACED_CUES: Final = _OBJECT | {"say"}
_VERB: Final = re.compile("[vVXH]")
_TOLD: Final = re.compile("XM?a?:")  # "Lund's message was simple: …"
_BY: Final = re.compile(r"ID?aY?(?=[It])")  # "talked by telephone | with", "spoke on the phone | to"
_TOPIC: Final = re.compile("[IDaNRT#·eEOPMYpt-]{1,14}")  # whom somebody talked to, when and where, before "about"
_PLACED: Final = "IMYDaENRT#e·p"  # letters of when and where something was said
_WHEN: Final = re.compile("[MY]*")  # "spoke | on Monday morning | from York"
_TIMES: Final = re.compile(
    r"(?:[:,]|Y(?![#eaR])|Y#(?=[PDSt])|M(?!X|Y[#eaR])|ID?Y(?=[PDEt,]))*"
)  # "there was" opens a clause


class Openings:
    """Finds where cues and their clauses begin, in one text."""

    def __init__(self, tokens: Tokens, mentions: list[Mention], language: Language) -> None:
        self.tokens = tokens
        self.tags = tokens.tags
        self.mentions = mentions
        self.language = language
        self.verb_second = language.does("verb_second")
        self.follows = language.does("subject_follows")
        self.participles = tuple(sorted(language.words["participle_endings"]))
        self.groups = VerbGroups(tokens, language)
        self.instead = Instead(tokens, language)
        self.infinitives = tuple(sorted(language.words["infinitive_endings"]))
        self.scoping = language.words["scoping_adverbs"]
        self.topical = language.words["topical_cues"]
        self.source_openings = {phrase[0] for phrase in language.sources}
        self.report_nouns = tuple(sorted(language.words["report_nouns"]))

    def opening(self, predicate: Predicate) -> int:
        """The first token of the cue with its subject and the words that describe it."""
        if predicate.subject < 0:
            return predicate.verb
        if predicate.inverted:
            return self._turned(predicate)
        first = min(self.mentions[predicate.subject].first, predicate.verb)
        described = self._described(first)
        if self.tags[described - 1] == "C":
            described = self._joined(described)
        if self.tags[described - 1] not in ",Q":
            return described if self.compared(described) >= 0 else first
        if self.tags[first] == "P":  # "a charge | she denies"
            return first
        return self._apposed(described)

    def _joined(self, first: int) -> int:
        """ "…, | Ann Lee and Bo Roe said", "…, | state and city engineers said": where the first of them begins, behind
        a comma or marks; else ``first``, right behind the "and"."""
        begin = self._described(first - 1)
        if (
            begin == first - 1
            or self.tags[begin - 1] not in ",Q"
            or self.tokens.lower[begin].endswith(self.participles)
        ):
            return first
        while self.tags[begin - 1] == ",":  # "…, | Lee, Roe and Poe said"
            named = self._described(begin - 1)
            if named == begin - 1 or self.tags[named - 1] != "," or self.tags[named : begin - 1].strip("NT·"):
                break
            begin = named
        return begin

    def _described(self, stop: int) -> int:
        """Where the words of one phrase that ends before ``stop`` begin."""
        first = stop
        while self.tags[first - 1] in _DESCRIBES and stop - first < _DESCRIBED:
            first -= 1
        return first

    def _turned(self, predicate: Predicate) -> int:
        """ "…, | sagte Lee", "…, | a annoncé Lee", "…, | hatte Lee am Montag gesagt": the verb or its auxiliary."""
        first = min(self.mentions[predicate.subject].first, predicate.verb)
        if first > 0 and self.language.is_split(self.tokens.words[first - 1], self.tokens.lower[first]):
            first -= 1  # "a | fait savoir le maire"
        while first > 0 and self.tokens.lower[first - 1] in self.language.words["perfect"]:
            first -= 1
        return first

    def _apposed(self, first: int) -> int:
        """ ", a spokeswoman, Ann Lee, said": where the words begin that describe the one named at ``first``."""
        k = first - 2
        while first - k < _DESCRIBED and self.tags[k] in "aRTEN·-":
            k -= 1
        described = k < first - 2 and self.tags[first - 1] == "," and self.tags[k] in "DE" and self.tags[first] == "N"
        return k if described and self.tags[k - 1] in ",Q" else first

    def after(self, predicate: Predicate, b: int) -> int:
        """The first token after the cue, its subject and its listener."""
        i = predicate.verb + 1
        while self.verb_second and i < b and self.tags[i] == "X":  # "gesagt haben soll: …"
            i += 1
        if predicate.inverted and predicate.subject >= 0:
            i = self.phrase_end(max(self.mentions[predicate.subject].last, predicate.verb) + 1, b)
        elif predicate.group == "tell" and not self._is_told(predicate.verb):
            i = self._listener_end(i, b)
        return i

    def _is_told(self, verb: int) -> bool:
        """ "Lee was told the wall …", "When told the wall …": the listener stands before the verb."""
        told = self.tags[verb - 1] in "S|." and self.tokens.lower[verb] in self.language.words["asked"]
        return told or self.instead.is_passive(verb)

    def start(self, predicate: Predicate, after: int, b: int) -> int:
        """Where the clause after the cue begins, or -1."""
        topic = self._topic(predicate, b) if self.tokens.lower[predicate.verb] in self.topical else 0
        if topic:
            return topic
        if self.tags[after] in "IMY" and self.compares(predicate, self.opening(predicate)):  # "As Lee noted in May, …"
            comma = self.tags.find(",", after, min(after + _THAT, b))
            if comma >= 0 and not self.tags[after:comma].strip(_PLACED):
                return comma + 1
        after += self.tags[after : after + 2] == "aY" and self.tokens.lower[after] in self.language.words["day_parts"]
        i = self._first(predicate, after, b)
        return self._past_prepositions(i, b) if after <= i else i

    def _topic(self, predicate: Predicate, b: int) -> int:
        """ "spoke to the Courier about …", "asked by Lee on Monday about …": where what was talked about stands.

        Or -1 where only the listener is named, and 0 where nothing tells.
        """
        verb, lower = predicate.verb, self.tokens.lower
        found = _TOPIC.match(self.tags, verb + 1, b)
        stop = found.end() if found else verb + 1
        about = next((i for i in range(verb + 1, stop) if lower[i] in self.language.words["topic_prepositions"]), 0)
        if about > verb + 1 and about + 1 < b and lower[about - 1] not in self.language.words["speech_nouns"]:
            return about + 1
        when = _WHEN.match(self.tags, verb + 1)
        lists, behind = self.language.words, lower[when.end() if when else verb + 1]
        by = _BY.match(self.tags, verb + 1) if behind not in lists["listener_prepositions"] else None
        listening = lower[by.end() if by else verb + 1] in lists["listener_prepositions"]
        where = behind in lists["venue_prepositions"] and behind not in lists["content_prepositions"]
        return -1 if (listening or where) and not about and predicate.group == "say" else 0

    def _past_prepositions(self, i: int, b: int) -> int:
        """ "called for", "spoke out about", "referred to": they belong to the cue; "vowed to open" opens a clause."""
        while i < b - 1 and self._links(i):
            i += 1
        return i

    def _links(self, i: int) -> bool:
        tag, following = self.tags[i], self.tags[i + 1]
        fits = following in NOUN_OPENS if tag == "t" else tag == "I" and following != "#"
        return fits and self.tokens.lower[i] in self.language.words["content_prepositions"]

    def _first(self, predicate: Predicate, after: int, b: int) -> int:
        """The first token of what the cue reports, with a preposition before it, or -1."""
        if predicate.inverted and predicate.group != "noun" and not self._is_fronted(predicate):
            return after if self._told_by(predicate, after) else -1
        if after >= b or self.tags[after] in ".!;|":
            return -1
        if predicate.group == "noun":
            told = _TOLD.match(self.tags, after, b) if predicate.subject >= 0 else None
            if told:
                return told.end()
            behind = told_by_noun(self.tokens, predicate.verb, b, self.language)
            if behind >= 0:
                return behind
            after = self._past_copula(predicate, after)
            return after if self._opens_content(after) and not self._said_in(predicate) else -1
        stated = self.groups.stated(predicate.verb) if predicate.group == "say" else 0
        if stated > predicate.verb:
            return stated
        when = after + (self.tags[after] == ",")
        if self.tags[when] == "S" and self.instead.tells_when(self.opening(predicate), when):
            return -1
        if when > after and self.instead.relates(when):  # "told Lee, who left"
            return -1
        if when > after and self._is_fronted_clause(predicate, when):
            return -1
        if self.instead.names_agent(after) or self.instead.is_silence(predicate.verb, after):
            return -1
        lasted = self.instead.past_duration(after, b)
        if lasted > after and (lasted >= b or self.tags[lasted] not in "SP"):
            return -1
        after = lasted
        if predicate.group in _OBJECT and self.instead.is_name_for(
            self.opening(predicate), after, b, self._titles(predicate)
        ):
            return -1
        if predicate.group in _PLACED_CUES and self.instead.is_place(predicate.verb, after, b):
            return -1
        if self._is_infinitive(after):  # "ammette | di aver paura, come …"
            return after
        i, stop = after, min(after + _THAT, b)
        if predicate.group in _DONE:  # "accused Lee of theft, a charge that …", "vowed to buy a boat that …"
            stop = next((k for k in range(i, stop) if self._closes_object(predicate, k)), stop)
        while i < stop and (self.tags[i] not in _NOT_BEFORE_THAT or self._is_passed(i)):
            i += 1
        if i < b and self.tags[i] == "S" and self.tokens.lower[i] in self.language.words["that"]:
            if self.instead.is_condition(predicate.group, after, i):
                return after
            i = self._past_relative(i, b)
            if self._describes_object(after, i):
                return after
            if self._describes_listener(predicate, i):
                return -1
            linked = self.follows or (predicate.group != "tell" and self._links(after))  # "dijo a este diario que …"
            return -1 if self.instead.is_of_place(after, i, linked) else i
        if (
            predicate.group == "ask" and self.tags[after] == "v" and self.tags[after + 1] in "I.,|CYM"
        ):  # "was charged and ordered held"
            return -1
        if self._is_addressed(predicate.verb, after) or (when > after and self._is_beside_marks(predicate, when, b)):
            return -1
        times = _TIMES.match(self.tags, after, b) if self.tags[after] in ":,YMI" else None
        i = self._before_scope(times.end(), after) if times else after
        i = self._past_middle(i, b) if self.verb_second else i
        if (
            i > after
            and self.tags[i - 1] == ","
            and (self.instead.is_aside(i, b) or self.names_source(i) or self._is_resumed(predicate, i))
        ):
            reported = self.verb_second and is_told(self.tokens, i, b, self.language)  # "sagte, nach der Flut sei …"
            return i if reported else -1
        return i if i < b and self.tags[i] not in ".!;|C" else -1

    def _before_scope(self, i: int, after: int) -> int:
        """ "said on Monday | only ten boats left", "said | perhaps it would rain": before words that tell nothing of
        when it was said."""
        while (
            i > after
            and self.tags[i] not in "It"
            and self.tags[after - 1] != "D"
            and self.tokens.lower[i - 1] in self.scoping
        ):
            i -= 1
        return i

    def _is_beside_marks(self, predicate: Predicate, i: int, b: int) -> bool:
        """ "“…,” Lee said, | a smile on her face": a phrase without a verb behind what stands in marks."""
        if predicate.group != "say" or self.tags[self.opening(predicate) - 1] != "Q":
            return False
        verb = _LINK.search(self.tags, i, b)
        doing = self.tags[i] in "ag" and self.tokens.lower[i].endswith(self.participles)
        return self.tags[i] not in "Qt" and (doing or verb is None or verb.group() in "SW")

    def _is_passed(self, i: int) -> bool:
        """ "in her speech that night", "in a letter read to the court that …", "on a day’s “Mud” that …": no "that", no
        verb of speech and no speech."""
        if self.tags[i - 2 : i + 1] == "YeQ":
            return True
        lower, nothing = self.tokens.lower, self.language.words["no_cues"]
        return self.instead.is_that_day(i) or (self.tags[i] == "V" and f"{lower[i]} {lower[i + 1]}" in nothing)

    def _is_resumed(self, predicate: Predicate, i: int) -> bool:
        """ "Lee, who told a story, | has died", not "The truth, Lee said, | is …": the main clause goes on."""
        goes_on = self.tags[i] == "X" and i > predicate.verb + 2
        return goes_on and self.tags[self.opening(predicate) - 1] not in ",Q"

    def _is_addressed(self, verb: int, after: int) -> bool:
        """ "wrote | to friends on Monday", "said | to cheers": to whom and to what it was said."""
        named = self.tags[after] == "t" and (self.tags[after + 1] in NOUN_OPENS or self.tags[after + 1] in "a#")
        return (
            named
            and self.tokens.lower[verb] in self.language.words["addressed_cues"]
            and not self.instead.is_passive(verb)
        )

    def _is_infinitive(self, i: int) -> bool:
        """ "di aver paura": a preposition and an infinitive, in a language that knows them by their ends."""
        word = self.tokens.lower[i + 1] if self.infinitives and self.tags[i] == "I" else ""
        return word != "" and (word in self.language.words["infinitives"] or word.endswith(self.infinitives))

    def _is_fronted(self, predicate: Predicate) -> bool:
        """ "In Bonn sagte Lee, …": the verb is second, so that what stands before it sends its subject behind it."""
        opening = self.opening(predicate)
        if not self.verb_second:
            return self.compared(opening) >= 0  # "Comme l'a dit Lee, …"
        return self.tags[opening - 1] not in ",Q.|:;!-"

    def _is_fronted_clause(self, predicate: Predicate, i: int) -> bool:
        """ "Als Lee das sagte, | lachte er": whether the main verb at ``i`` follows the clause of the cue."""
        k = self.opening(predicate) - 1
        under = k >= 0 and (self.tags[k] == "S" or self.tokens.lower[k] in self.language.words["opening_prepositions"])
        if not (self.verb_second and under) or self.compared(k + 1) >= 0:
            return False
        taken_up = self.tokens.lower[i] in self.language.words["correlates"]  # "Wenn Lee das sagte, dann | lachte er"
        i += taken_up
        unlisted = (
            self.tags[i] == "a" and self.tokens.words[i][0].islower() and (taken_up or self.tags[i + 1] in "DEPO")
        )
        return unlisted or self.tags[i] in "vVXH"

    def compares(self, predicate: Predicate, opening: int) -> bool:
        """ "as | Lee noted in the Courier": whether a cue that opens there says who says so, and not when."""
        words = self.language.words
        described = opening
        while self.tags[opening - 1] in _DESCRIBES and described - opening < _DESCRIBED:
            opening -= 1
        if opening < 1 or self.tags[opening - 1] != "I" or self.tokens.lower[opening - 1] not in words["comparatives"]:
            return False
        if opening > 1 and self.tags[opening - 2] not in ",.|CM:-":
            return False
        verb = self.tokens.lower[predicate.verb]
        if predicate.group != "say" or predicate.inverted or verb in self.topical or verb in words["infinitive_intros"]:
            return False
        last = self.mentions[predicate.subject].last if predicate.subject >= 0 else predicate.verb
        return last < predicate.verb and not self.tags[last + 1 : predicate.verb].strip("XM")

    def compared(self, opening: int) -> int:
        """ "| comme l'a dit Lee", "| wie Lee sagte": the word that compares, before a cue; or -1."""
        if not self.follows or opening < 1:
            return -1
        k = opening - 1 - (self.tags[opening - 1] == "O" and opening > 1)
        joins = self.tags[k] in "SM" and (k == 0 or self.tags[k - 1] in ",.|!-C")
        return k if joins and self.tokens.lower[k] in self.language.words["comparatives"] else -1

    def _past_middle(self, i: int, b: int) -> int:
        """ "sagte Lee | am Montag in Bonn, | die Mole sei alt": past what stands between the verb and its clause."""
        if self.tags[i] in "S:Q":
            return i
        comma = next((k for k in range(i, min(i + _MIDDLE, b)) if self.tags[k] in ",Q:;.VXHS"), b)
        if self.tags[comma : comma + 2] == ":Q" or (self.tags[comma] == ":" and _VERB.search(self.tags, comma, b)):
            return comma + 1  # "lobte die Helfer: | Ohne sie wäre das Haus weg"
        if comma + 1 >= b or self.tags[comma] != ",":
            return i
        if self.tags[i - 1] == "," and is_told(self.tokens, i, comma, self.language):  # "verlangt, | zu gehen, um …"
            return i
        return comma + 1 if is_told(self.tokens, comma + 1, b, self.language) else i

    def phrase_end(self, i: int, b: int) -> int:
        """Past "of the council", and past ", the mayor," after a name."""
        return phrase_end(self.tags, i, b)

    def _listener_end(self, i: int, b: int) -> int:
        while i < b and self.tags[i] in "DEaNRTOe#·pP":
            if self.tags[i - 1] == "O":  # "told them | Lee had won"
                break
            if self.tags[i] in "DEP" and self.tags[i - 1] in "aNRTO":
                break
            if self.tags[i - 1 : i + 1] == "EP":  # "told her | they would be back"
                break
            i += 1
        return i

    def _told_by(self, predicate: Predicate, after: int) -> bool:
        """ "was asked by Ann Lee whether …": who asked stands behind the verb, and then what was asked."""
        told = predicate.group in _SPOKEN and self.tags[after] == "S" and self.instead.names_agent(predicate.verb + 1)
        that = self.language.words["that"] - self.language.words["subject_relatives"]
        return told and self.tokens.lower[after] in that

    def _closes_object(self, predicate: Predicate, i: int) -> bool:
        """Whether what somebody is asked or accused of ends at ``i``: a comma, or "to" before a verb."""
        if self.tags[i] == ",":
            return predicate.group != "ask" or self.tags[i + 1] != "S"
        if self.tags[i] == "I" and predicate.group == "judge":  # "accused Lee of spreading rumours that …"
            return self.tokens.lower[i] in self.language.words["partitives"] and self.tags[i - 1] != "I"
        return self.tags[i] == "t" and self.tags[i + 1] != "S"

    def _describes_object(self, after: int, i: int) -> bool:
        """ "announced a plan | that would close the mill", "said the men | that left were …", "pointed to boats | that
        leak": no clause of its own."""
        after += self._links(after)
        finite = self.instead.is_finite(i + 1) or self.instead.is_unlisted_verb(i + 1)
        return self.tags[after] in "DEaR#" and finite and self.tags[i - 1] in "aNR"

    def _describes_listener(self, predicate: Predicate, i: int) -> bool:
        """ "told a crowd | that filled the hall": who was told, where nothing else says what."""
        told = predicate.verb + 1
        new = predicate.group == "tell" and self.tokens.lower[told] in self.language.words["indefinites"]
        return new and self.tags[i - 1] in "aR" and self.instead.is_finite(i + 1)

    def _past_relative(self, i: int, b: int) -> int:
        """ "wrote in a letter that has become famous that …": the "that" after one that relates."""
        if not self.instead.is_finite(i + 1) or self.tags[i - 1] not in "aRN":
            return i
        for k in range(i + 2, min(i + _RELATIVE, b)):
            if self.tags[k] in ".:;Q":
                break
            if self.tokens.words[k] == self.tokens.words[i] and self.tags[k + 1] not in "XVvH":
                return k
        return i

    def names_source(self, i: int) -> bool:
        """ "Lee said, according to …", "by four points, according to …": no clause of the word before the source."""
        if self.tokens.lower[i] in self.language.words["report_prepositions"]:
            return any(word.endswith(self.report_nouns) for word in self.tokens.lower[i + 1 : i + REPORT])
        return self.tokens.lower[i] in self.source_openings

    def _titles(self, predicate: Predicate) -> bool:
        """ "a dog called Rex": whether a word for a name stands behind what is described."""
        described = predicate.subject >= 0 and self.mentions[predicate.subject].kind == "nominal"
        return described and self.tokens.lower[predicate.verb] in self.language.words["title_intros"]

    def _opens_content(self, i: int) -> bool:
        """ "the claim that …", "his promise to …", "their criticism of …": what a noun of speech reports."""
        if self.tags[i] == "I":
            lower, lists = self.tokens.lower, self.language.words
            asked = lower[i + 1] in lists["silences"]  # "requests for comment"
            return self.tags[i + 1] not in "Y#" and not asked and lower[i] in lists["speech_noun_objects"]
        if self.instead.is_that_day(i):
            return False
        return self.tags[i] == "S" or (self.tags[i] == "t" and self.tags[i + 1] not in NOUN_OPENS)

    def _past_copula(self, noun: Predicate, i: int) -> int:
        """ "Lund's argument is | that …", where somebody owns the noun: past the verb."""
        copula = noun.subject >= 0 and self.tags[i : i + 2] == "XS"
        return i + 1 if copula and self.tokens.lower[i + 1] in self.language.words["that"] else i

    def _said_in(self, noun: Predicate) -> bool:
        """ "Lee said in a statement that …": the clause is what Lee said."""
        k = noun.verb - 1
        while self.tags[k] in "aDRE#N":
            k -= 1
        if noun.subject >= 0 or self.tags[k] != "I" or self.tokens.lower[k] in self.language.words["partitives"]:
            return False
        k -= 1
        if self.tags[k] in "VG":
            return True
        while self.tags[k] in "aDERNT#":  # "told bankers on a call that …"
            k -= 1
        return self.tags[k] in "VG" and self.language.cues.get(self.tokens.lower[k]) == "tell"
