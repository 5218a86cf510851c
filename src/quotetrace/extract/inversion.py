"""Subjects that follow their verb: “…”, said Ann Lee; “a-t-il dit”; “called reckless by Ann Lee”."""

import re
from typing import Final

from quotetrace.extract.phrases import Phrases
from quotetrace.lang import Language
from quotetrace.syntax import Tokens

_ADVERBS: Final = re.compile("M*")
_ADVERBIALS: Final = re.compile(r"(?:[MYO#]|I[DaE#]{0,3}[YaN#·]+)*")
_CLOSED: Final = re.compile(r",[DaE][^,VvXHWP]{0,12}(?:[WP]|[.|])")  # an apposition, and no verb that is not about it
_BESIDE: Final = re.compile(
    r"(?:[MYO#]|I(?:[DE#]{0,2}[aY#]+E?|E[Ia]|[DE]?[N·]+))*"
)  # "à la barre | Ada Lee", "en Cádiz | el alcalde"
_ADVERBIAL: Final = re.compile("[IMY][^,]*,$")  # "In the end, | said the mayor, …"
_CALLED: Final = re.compile("[IP]?[DE]?a{0,2}Q")  # "labelled as a | “…” by Ann Lee"
_MARKS_NEAR: Final = 6  # tokens behind "labelled" among which the marks are
_FINITE: Final = re.compile("[VvXH]")
_RELATIVE: Final = 40  # tokens of a relative clause before a verb
_WHERE: Final = re.compile(r"(?:I[DEaNR#Y·]{1,5})?,")  # "says Ann Lee | in the Courier,"
_TOLD: Final = re.compile("[aNR]v")  # "said | the bells rang in their ears": a clause, no subject


class Inversion:
    """Finds what stands behind a verb and is its subject. Holds the lookups that every step needs."""

    def __init__(self, tokens: Tokens, phrases: Phrases, language: Language) -> None:
        self.tags = tokens.tags
        self.words = tokens.words
        self.lower = tokens.lower
        self.phrases = phrases
        self.mentions = phrases.mentions
        self.language = language
        self.perfect = language.words["perfect"]
        self.quoters = language.words["quoters"]
        self.agents = language.words["agent_prepositions"]
        self.verb_second = language.does("verb_second")
        self.romance = language.does("subject_follows") and not self.verb_second
        self.between = _ADVERBIALS if self.verb_second else _BESIDE if self.romance else _ADVERBS

    def pronoun(self, i: int, b: int) -> int:
        """ "Am Montag sagte er", "a-t-il dit": a subject pronoun right after its verb, unless it may be the object."""
        if i > 1 and self.tags[i - 1] == "P" and self.lower[i - 2] in self.perfect:
            return self.phrases.mention_from[i - 1]
        if i + 1 >= b or self.tags[i + 1] != "P" or self.language.has("object_pronouns", self.lower[i + 1]):
            return -1
        return self.phrases.mention_from[i + 1]

    def after(self, i: int, b: int) -> int:
        """ "Am Montag erklärte in Bonn der Minister": the subject after the verb, past adverbials."""
        between = self.between.match(self.tags, i + 1, min(i + 12, b))
        end = between.end() if between else i + 1
        if self.romance and self.tags.startswith("IDR", end) and not self._is_definite(end + 1):
            end += 3  # "dijo a este diario | Ada Lee"
        named = self.phrases.mention_to[end - 1]
        if self.romance and named >= 0 and self.tags[self.mentions[named].first - 1] == "N":
            return named  # "a dit à l'AZP | Ada Lee"
        return self.phrases.starting_at(end, b)

    def _is_definite(self, article: int) -> bool:
        return self.lower[article] in self.language.words["definites"]

    def agent(self, i: int, b: int, group: str) -> int:
        """The agent of a passive: "called reckless by Ann Lee", "as described by Lee", "called a “heap” by Lee"."""
        if self.lower[i] in self.quoters:  # "was quoted by the Courier as saying"
            return -1
        if self.tags[i + 1] == "O":  # "a clerk told me by letter"
            return -1
        for j in range(i + 1, min(i + 3, b)):
            if self.lower[j] in self.agents:
                return self._behind_by(j, b)
        if group == "say" or self.tags.find("Q", i + 1, min(i + _MARKS_NEAR, b)) < 0:
            return -1
        called = _CALLED.match(self.tags, i + 1, b)
        by = called.end() if called else b
        return self._behind_by(by, b) if by < b and self.lower[by] in self.agents else -1

    def _behind_by(self, by: int, b: int) -> int:
        """Who is named behind "by"; nobody in "interjected by hitting Lee"."""
        if self.lower[by + 1].endswith(self.phrases.participle_endings) and self.tags[by + 1] == "a":
            return -1
        return self.phrases.starting_at(by + 1, b)

    def subject(self, i: int, a: int, b: int) -> int:
        """ "…", said Ann Lee: the subject right after the verb, where none stands right before."""
        k = i - (i > a and self.romance and self.language.is_split(self.words[i - 1], self.lower[i]))
        while k > a and self.lower[k - 1] in self.perfect:
            k -= 1
        if self.romance and k > a and self.tags[k - 1] == "O":  # "comme l'a rappelé le ministre"
            k -= 1
        before = self.tags[k - 1] if k > a else "Q"
        compared = self.romance and before in "SM" and self.lower[k - 1] in self.language.words["comparatives"]
        adverbial = before == "M" and ("Q" not in self.tags[a:k] or self.tags[k - 2] == "P")  # "as she then told Lee"
        if not compared and (before not in "Q,M!-" or adverbial):
            return -1
        if self.verb_second and before == "Q" and self.tags[k - 2] in "DI":  # "Der Sprecher der „Nordbahn“ nannte"
            return -1
        if before == "Q" and self.tags[k - 2] == "I" and self._closes_aside(a, k - 1):
            return -1
        closed = before in ",-" if not self.verb_second else before == "," and self.tags[k - 2] in "NRJ)"
        framed = closed and k - 2 >= a and ("Q" not in self.tags[a:k] or self._opens_aside(a))
        subject = self.after(i, b)
        if subject < 0 or (before != "Q" and self._is_issued(i, subject)):
            return -1
        first, end = self.mentions[subject].first, self.mentions[subject].last + 1
        told = _TOLD.search(self.tags, first, end) is not None or self._goes_on(end, b)
        told = told or (before == "," and self._goes_on_with(subject))
        if framed and not told and self._is_aside(a, k, subject):
            return subject
        if framed and (told or not (_ADVERBIAL.match(self.tags, a, k) or self._has_verb(a, k))):
            return -1
        return -1 if self.tags[end] in ("VXH" if before == "Q" else "VXvH") else subject

    def _closes_aside(self, a: int, title: int) -> bool:
        """ "“…,” Ann Lee, author of | “A Dam,” told reporters": whether a quotation ends what is said of a name."""
        comma = self.tags.rfind(",", a, title)
        return comma > a and self.tags[comma - 1] == "N" and not self.tags[comma + 1 : title - 1].strip("DEaRC")

    def _goes_on_with(self, index: int) -> bool:
        """ "A boy, who gave no name, said | he swims there daily": a pronoun with words of its own behind it."""
        alone = self.tags[self.mentions[index].last + 1] in ",.;:!|Q-)"
        return self.mentions[index].kind == "pronoun" and not (alone or self.romance or self.verb_second)

    def _has_verb(self, a: int, k: int) -> bool:
        """ "Lee, who has a boat, | said": whether a verb stands there that is in no relative clause at the end."""
        comma = self.tags.rfind(",", max(a, k - _RELATIVE), k - 1)
        relative = self.tags[comma + 1] == "W" or self.language.pronouns.get(self.lower[comma + 1]) == "w"
        last = comma >= 0 and relative and not self.verb_second
        return _FINITE.search(self.tags, a, comma if last else k) is not None

    def _is_issued(self, verb: int, index: int) -> bool:
        """ "Ann Lee, who came late, wrote a letter": what a document's verb brings out is no subject."""
        lists = self.language.words
        head = self.mentions[index].head
        brought = head in lists["documents"] or head in lists["recordings"] or head in lists["speech_nouns"]
        return brought and self.lower[verb] in lists["issuing"]

    def _opens_aside(self, a: int) -> bool:
        """ "Ann Lee, the author of “A Dam”, said the town …": whether an aside follows what opens the sentence."""
        index = self.phrases.mention_from[a]
        return index >= 0 and self.tags[self.mentions[index].last + 1] == ","

    def _is_aside(self, a: int, k: int, index: int) -> bool:
        """ "The riddle, says Ann Lee of Tarn, is …": a name behind the cue, and what the comma at ``k`` - 1 closes off
        has no other comma."""
        end = self.mentions[index].last + 1
        named = self.mentions[index].kind == "name" and _WHERE.match(self.tags, end) is not None
        return named and not self.romance and not self.verb_second and self.tags.find(",", a, k) == k - 1

    def _ends(self, end: int, b: int) -> bool:
        """ "…, said Ann Lee, a baker in York who …": a name and what it is close the sentence."""
        return self.tags[end - 1] == "N" and _CLOSED.match(self.tags, end, b) is not None

    def _goes_on(self, end: int, b: int) -> bool:
        """Whether a verb follows a noun phrase that ends before token ``end``, or a quotation: "said Lee had won"."""
        while end < b and self.tags[end] not in ",.;:!-WP|(":
            if self.tags[end] in "VXHvQS":
                return True
            end += 1
        return False
