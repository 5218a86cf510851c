"""Languages whose verb comes second, or last in a subordinate clause: subjects told by place and by case."""

from typing import Final

from quotetrace.extract.phrases import Phrases
from quotetrace.lang import Language
from quotetrace.syntax import Tokens

_LEFT: Final = 24  # tokens from a verb back to its auxiliary or to what opens its clause
_RIGHT: Final = 16  # tokens from a verb to the subject behind it
_CLOSED: Final = frozenset("VvGgH.:;!|")  # what no search for an auxiliary crosses
_BARRIERS: Final = frozenset("QSW:;,.!|VvH")


class VerbSecond:
    """Finds subjects by the place of the verb. Holds the lookups of one text; no state between sentences."""

    def __init__(self, tokens: Tokens, phrases: Phrases, language: Language) -> None:
        self.tags = tokens.tags
        self.words = tokens.words
        self.lower = tokens.lower
        self.phrases = phrases
        self.mentions = phrases.mentions
        self.language = language
        self.lists = language.words
        self.emerging = dict(phrase.partition(" ")[::2] for phrase in sorted(language.words["emerging"]))
        self.auxiliaries = language.words["perfect"] | language.words["passives"]

    def subject(self, i: int, a: int, b: int) -> tuple[int, bool] | None:
        """The subject of the verb at ``i`` (-1: nobody) and whether it stands behind; None: place tells nothing."""
        particle = self.emerging.get(self.lower[i])
        if particle is not None and (not particle or particle in self.lower[i : i + _RIGHT]):
            return self._written(i, a, b)
        auxiliary = self._auxiliary(i, a, b)
        passive = auxiliary >= 0 and self._is_passive(i, auxiliary)
        if self.lower[i] in self.lists["quoting"]:
            if not passive:
                return self._quoted(i, a, b)
        elif passive:
            return self._agent(i, a, b)
        if auxiliary > i or (auxiliary < 0 and self._follows_quotation(i, a)):
            return self._in_clause(i, a)
        anchor = auxiliary if auxiliary >= 0 else i
        begin = self._front(anchor, a)
        if begin < 0 and auxiliary < 0 and self.lower[i - 1] in self.lists["summing_pronouns"]:
            behind = self._behind(i + 1, min(b, i + _RIGHT))  # "Der Damm hält, das teilte | Lee mit"
            return (behind, True) if behind >= 0 else None
        if begin < 0 and auxiliary < 0 and self.lower[i - 1] in self.lists["closing_sources"]:
            behind = self._behind(i + 1, min(b, i + _RIGHT))  # "Der Damm, so sagt | Lee, hält"
            return None if behind < 0 else (behind, True)
        if begin < 0:
            if auxiliary >= 0 and self.tags[i - 1] == "Q":
                return self._in_clause(i, a)
            return self._framed(anchor, a) or self._turned(auxiliary, i)
        if self._opens_clause(begin) and auxiliary < 0 and self.tags[i + 1] in ",.!|":
            return self._in_clause(i, a)
        if not self._is_adverbial(begin, anchor):
            man = self._man_behind(begin, anchor, i if auxiliary >= 0 else min(b, i + _RIGHT))
            if man >= 0:
                return man, auxiliary < 0
            front = self._behind(begin, anchor) if auxiliary >= 0 else -1
            return None if front < 0 else (front, False)
        behind = self._behind(anchor + 1, i if auxiliary >= 0 else min(b, i + _RIGHT))
        if behind < 0:
            named = self._particle_name(begin, anchor)
            return None if named < 0 else (named, False)
        return behind, auxiliary < 0

    def _written(self, i: int, a: int, b: int) -> tuple[int, bool]:
        """ "Aus dem Brief geht hervor", "…, geht aus dem Brief hervor": in what one reads it."""
        first, prepositions = max(a, i - _LEFT), self.lists["reading_prepositions"]
        places = (*range(i - 1, first - 1, -1), *range(i + 1, min(b, i + _RIGHT)))
        k = next((k for k in places if self.tags[k] == "I" and self.lower[k] in prepositions), -1)
        subject = self.phrases.named_in(k + 1 + (self.tags[k + 1] == "I"), b) if k >= 0 else -1
        return subject, subject >= 0 and k > i

    def _man_behind(self, begin: int, anchor: int, stop: int) -> int:
        """ "Die Reform lobte der Minister", "Die Kritik wies Lee zurück": who stands behind the verb by an article that
        for a man is a subject's, or by a name behind a noun that can do nothing; -1: nobody."""
        front = self.phrases.mention_from[begin]
        index = self.phrases.starting_at(anchor + 1, stop)
        if index < 0 or (front >= 0 and self.mentions[front].kind != "nominal"):
            return -1
        man, article = self.mentions[index], self.lower[anchor + 1]
        if man.kind == "name" and man.first == anchor + 1:
            return index if front >= 0 and self._is_abstract(self.mentions[front].last) else -1
        if article not in self.lists["genitives"] or article not in self.lists["definites"]:
            return -1
        noun = man.last if man.kind == "nominal" else self._office(anchor + 1, man.last)
        word = self.lower[noun]
        hers = word.endswith("in") or self.language.is_oblique(article, word)
        return -1 if noun == anchor + 1 or hers or (man.kind == "nominal" and man.gender != "m") else index

    def _is_abstract(self, noun: int) -> bool:
        """ "Kritik", "Entscheidung": no role, and no person by its ending."""
        word = self.lower[noun]
        known = word in self.lists["speech_nouns"] or word.endswith(tuple(self.lists["noun_endings"]))
        return self.tags[noun] == "a" and known

    def _office(self, first: int, last: int) -> int:
        """The last office in the tokens from ``first`` to the name that ends at ``last``, or ``first``."""
        return next((k for k in range(last, first, -1) if self.tags[k] in "RT"), first)

    def _particle_name(self, begin: int, anchor: int) -> int:
        """ "Von der Leede sagte, …": a surname that opens the sentence with its particle, where no subject follows."""
        index = self.phrases.mention_to[anchor - 1]
        opened = self.lower[begin] in self.lists["particles"] and self.tags[begin:anchor] in (
            "IDa",
            "IDN",
            "IN",
        )
        return index if opened else -1

    def _framed(self, anchor: int, a: int) -> tuple[int, bool] | None:
        """ "Lee, eine der Ersten, die kamen, sagte": what opens the sentence, its aside closed by a comma."""
        if self.tags[anchor - 1] != "," or self.tags[anchor + 1] == "P" or "Q" in self.tags[a:anchor]:
            return None
        while a < anchor and self.tags[a] in "CM":
            a += 1
        index = self.phrases.mention_from[a]
        if index < 0 or self.is_oblique(index) or ":" in self.tags[a:anchor]:
            return None
        index = self.phrases.head_of(index)
        last = self._past_genitive(self.mentions[index].last)
        return (index, False) if last + 1 < anchor - 1 and self.tags[last + 1] in ",(" else None

    def _turned(self, auxiliary: int, i: int) -> tuple[int, bool] | None:
        """ "Die Mole halte, | hatte Lee am Montag gesagt": what stands behind the auxiliary that a comma precedes."""
        behind = self._behind(auxiliary + 1, i) if auxiliary > 0 and self.tags[auxiliary - 1] == "," else -1
        return None if behind < 0 else (behind, True)

    def _opens_clause(self, k: int) -> bool:
        """Whether a clause with its verb at the end begins at token ``k``: "weil …", "während Lee schwieg"."""
        word = self.words[k].lower()
        return self.tags[k] == "S" or (word in self.lists["opening_prepositions"] and self.tags[k - 1] in ".|,!:")

    def _past_genitive(self, last: int) -> int:
        """The last token of "das Oberhaupt | Norwins", "die Leiterin | des Amtes", whose noun is at ``last``."""
        if self.lower[last + 1] in self.lists["genitives"] and self.tags[last + 2] in "aNRT":
            return last + 2
        following = self.words[last + 1]
        return last + 1 if self.tags[last + 1] in "Na" and following.endswith("s") and following[0].isupper() else last

    def _auxiliary(self, i: int, a: int, b: int) -> int:
        """The auxiliary of the participle at ``i``, right behind it or before it in the clause, or -1."""
        if i + 1 < b and self.lower[i + 1] in self.auxiliaries:
            return i + 1
        if self.tags[i - 1] == "," and i + 1 < b and self.tags[i + 1] not in ",.;!|:XCIQ":
            return -1  # "Zwei wurden gerettet, | sagte Lee"
        for k in range(i - 1, max(a - 1, i - _LEFT), -1):
            if self.lower[k] in self.auxiliaries:
                return k
            if self.tags[k] in _CLOSED or (self.tags[k] in "Q," and k < i - 1) or self.tags[k] in "SW":
                if self.tags[k] == "S" and k + 2 == i:  # "als „…“ bezeichnet"
                    continue
                return -1
        return -1

    def _is_passive(self, i: int, auxiliary: int) -> bool:
        word = self.lower[i]
        infinitive = word.endswith("en") and "ge" not in word[:5]
        return self.lower[auxiliary] in self.lists["passives"] and not infinitive

    def _agent(self, i: int, a: int, b: int) -> tuple[int, bool]:
        """ "wird von Lee als „…“ bezeichnet": who does it; nobody, where that is not said."""
        for k in range(i - 1, max(a - 1, i - _LEFT), -1):
            if self.tags[k] in ":;":
                break
            if self.lower[k] in self.lists["passive_agents"]:
                agent = self.phrases.named_in(k + 1 + (self.tags[k + 1] == "I"), b)
                if agent >= 0:
                    return agent, False
        return -1, False

    def _quoted(self, i: int, a: int, b: int) -> tuple[int, bool] | None:
        """ "Die Zeitung zitiert Lee mit den Worten …": who is quoted."""
        found = [
            self.phrases.head_of(self.phrases.mention_from[j])
            for j in range(i + 1, min(i + 8, b))
            if self.phrases.mention_from[j] >= 0 and ":" not in self.tags[i:j] and "Q" not in self.tags[i:j]
        ]
        first = self.tags[i - 1] in "Q," and "Q" in self.tags[a:i]
        if len(found) > first:
            return found[first], True
        return None

    def _follows_quotation(self, i: int, a: int) -> bool:
        """ "weil die Stadt den Hafen als „Perle“ bezeichnet": the clause goes on around the marks."""
        return self.tags[i - 1] == "Q" and "S" in self.tags[max(a, i - _LEFT) : i - 1]

    def _in_clause(self, i: int, a: int) -> tuple[int, bool] | None:
        """The first mention after the word that opens the clause of the verb at ``i``, or after its auxiliary."""
        for k in range(i - 1, max(a - 1, i - _LEFT), -1):
            if self.tags[k] in "VvGgH.:;!|" and k != i - 1:
                return None
            if self._opens_clause(k) and self.tags[k + 1] != "Q":
                subject = self._behind(k + 1, i)
                return (subject, False) if subject >= 0 else None
            if self.lower[k] in self.lists["perfect"]:
                begin = self._front(k, a)
                subject = -1 if begin < 0 else self._behind(begin, k)
                subject = self._behind(k + 1, i) if subject < 0 else subject
                return (subject, False) if subject >= 0 else None
            if self.tags[k] == "W":
                return None
        return None

    def _front(self, anchor: int, a: int) -> int:
        """Where the words before the verb of a main clause begin: one phrase, or -1 where there is more than that."""
        for k in range(anchor - 1, a - 1, -1):
            if self.tags[k] in ":;Q" and k < anchor - 1:
                return k + 1
            if self.tags[k] in "QW,VvXH:;" or (self.tags[k] == "S" and k > a):
                return -1
        return a if a < anchor else -1

    def _is_adverbial(self, begin: int, anchor: int) -> bool:
        """Whether what stands before the verb is no subject: "In Bonn", "Damals", "Der Zeitung"."""
        if self.lower[anchor - 1] in self.lists["following_sources"]:  # "Lee zufolge soll …"
            return True
        while begin < anchor and self.tags[begin] in "CM,":
            begin += 1
        if begin == anchor or self.tags[begin] in "IYS":
            return True
        index = self.phrases.mention_from[begin]
        return index >= 0 and self.is_oblique(index)

    def _behind(self, first: int, stop: int) -> int:
        """The first mention from token ``first`` on that may be a subject."""
        governed = False
        for j in range(first, stop):
            if self.phrases.mention_from[j] >= 0 and not governed:
                index = self.phrases.mention_from[j]
                if not self.is_oblique(index) and self.lower[j] not in self.lists["object_pronouns"]:
                    return self.phrases.head_of(index)
            tag = self.tags[j]
            if tag in _BARRIERS:
                return -1
            if tag == "I":
                governed = True
            elif tag in "NRTY" or (tag == "a" and self.words[j][0].isupper()):
                governed = governed and self.tags[j + 1] in "NRT·"
        return -1

    def is_oblique(self, index: int) -> bool:
        """Whether its article says that a mention is no subject: "der Zeitung"."""
        mention = self.mentions[index]
        return self.language.is_oblique(self.lower[mention.first], self.lower[mention.last])
