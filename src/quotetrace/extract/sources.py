"""Phrases that name a source without a verb: "according to Lee", "Lee's claim", "LEE: …"."""

import re
from typing import Final

from quotetrace.extract.behind_comma import told_by_noun
from quotetrace.extract.heads import sources_by_first_word
from quotetrace.extract.openings import REPORT
from quotetrace.extract.phrases import Phrases
from quotetrace.lang import Language
from quotetrace.syntax import Predicate, Tokens

_LABEL: Final = re.compile(r"-{0,3}(?P<who>[NTR·J]{1,6})(?:\([^()]{1,8}\))?-{0,3}:")
_FROM: Final = re.compile(r"D?[a#R]{1,3}I(?P<who>[NTR·J]{1,6}):(?=Q)")  # in a headline: "A letter from Ann Lee: “…”"
_ABOUT: Final = re.compile(r"(?P<who>D?[aNRT·J#]{1,6})I[DaNRT·]{1,5}:(?=Q)")  # "Harbour Chief on Roe: “…”"
_OWNED: Final = re.compile(r"(?P<who>[NTR·aD#]{1,6})e[aR]{1,2}:(?=Q)")  # "Rowers' reaction: “…”"
_CREDITED: Final = re.compile(r"(?<=[^-]-)[NT·J]{1,6}:(?=Q)")  # "Two early polls differ - Ann Lee: “…”"
_ADVERBIALS: Final = re.compile("[MYIDaENRT#e·,-]*")  # "“…,” the mayor said on Tuesday in a letter, according to …"
_OF: Final = re.compile("(?:[Ip][DE]?[aNR]{1,3})*")
_VERBLESS: Final = re.compile("[^VvXHGgQ;:]*")
_BEHIND: Final = re.compile(r"(?:[:-][NT·J]{1,5}|:a?R)$")


def _longest(phrase: str) -> tuple[int, str]:
    return -phrase.count(" "), phrase


class Sources:
    """Finds the sources of one text. ``hooks``: the tokens at which one may begin."""

    def __init__(self, tokens: Tokens, phrases: Phrases, language: Language) -> None:
        self.tokens = tokens
        self.tags = tokens.tags
        self.words = tokens.words
        self.lower = tokens.lower
        self.phrases = phrases
        self.mentions = phrases.mentions
        self.language = language
        self.nouns_capitalised = language.does("nouns_capitalised")
        self.superlatives = language.words["superlatives"]
        self.closing = language.words["closing_sources"]
        self.reads = tuple(tuple(phrase.split()) for phrase in sorted(language.words["reads"], key=_longest))
        self.sources = sources_by_first_word(language)
        self.name_sources = {tuple(phrase.split()) for phrase in language.words["name_sources"]}
        self.report_prepositions = language.words["report_prepositions"]
        self.owners = language.words["genitives"] | language.words["speech_noun_links"] | language.words["obliques"]
        self.report_nouns = tuple(sorted(language.words["report_nouns"]))
        hooked = "IaGVRM" if self.closing else "IaGVR"
        if self.reads:
            hooked += "vXO"
        if language.words["report_adverbs"]:
            hooked += "S"
        self.links = language.words["source_prepositions"]
        self.hooks = {i for i in tokens.hooks if self.tags[i] in hooked or self._opens(i)}

    def _opens(self, i: int) -> bool:
        """ "…: According to Lee, …": a capital that only says that a sentence begins."""
        return self.tags[i] == "N" and self.tags[i - 1] in ":;"

    def at(self, i: int, a: int, b: int) -> Predicate | None:
        """The source that begins at token ``i``, of the sentence of tokens ``[a, b)``."""
        return self._reads(i, a, b) or self._source(i, b) or self._closing_source(i, a, b) or self._noun(i, a, b)

    def labels(self, a: int, b: int) -> list[Predicate]:
        """ "LEE: …", "Minister: …" before the words of a transcript or headline; "…: Lee" behind a headline."""
        labelled = self.tags.find(":", a, b) >= 0
        before = self._label(a, b) if labelled else None
        if before and self.phrases.mention_to[before.end("who") - 1] >= 0:
            return [Predicate(before.end() - 1, self.phrases.mention_to[before.end("who") - 1], "colon")]
        credited = _CREDITED.search(self.tags, a, b) if labelled else None
        if credited and self.phrases.mention_to[credited.end() - 2] >= 0:
            return [Predicate(credited.end() - 1, self.phrases.mention_to[credited.end() - 2], "colon")]
        behind = None if a or self.tags[b : b + 1] != "|" else _BEHIND.search(self.tags, max(3, b - 7), b)
        if behind and self.tags[b - 1] == "R" and _VERBLESS.fullmatch(self.tags, a, behind.start()):
            return []  # "Meet the new team: engineers"
        who = max(self.phrases.mention_from[behind.start() + 1], self.phrases.mention_to[b - 1]) if behind else -1
        return [Predicate(behind.start(), who, "colon", inverted=True)] if behind and who >= 0 else []

    def _label(self, a: int, b: int) -> re.Match[str] | None:
        about = _ABOUT.match(self.tags, a, b)
        about = about if about and self.lower[about.end("who")] in self.language.words["topics"] else None
        return _LABEL.match(self.tags, a, b) or self._from(a, b) or _OWNED.match(self.tags, a, b) or about

    def _from(self, a: int, b: int) -> re.Match[str] | None:
        before = _FROM.match(self.tags, a, b)
        return before if before and self.lower[before.start("who") - 1] in self.links else None

    def lead(self, a: int, b: int, verbal: bool) -> Predicate | None:
        """ "Déçu, le président Ada Lee: « … »": the name right before a colon, in a sentence without a verb."""
        colon = self.tags.find(":Q", a, b) if self.phrases.follows else -1
        if colon <= a:
            return None
        titled = self._titled(colon)
        if titled or verbal:
            return titled
        last = colon - 1
        if self.tags[last] == ")":
            last = self.tags.rfind("(", a, last) - 1
        index = self.phrases.mention_to[last]
        if index < 0 or self.mentions[index].kind != "name" or not _VERBLESS.fullmatch(self.tags, a, colon):
            return None
        return Predicate(colon, index, "colon")

    def _titled(self, colon: int) -> Predicate | None:
        """ "Crolla il tetto, il sindaco: «…»": who has an article, between a comma and a colon."""
        index = self.phrases.mention_to[colon - 1]
        if index < 0 or self.mentions[index].kind != "nominal":
            return None
        first = self.mentions[index].first
        first -= self.tags[first - 1] == "D" and self.tags[first] != "D"
        alone = self.tags[first] == "D" and self.tags[first - 1] == "," and self.tags[colon - 1] in "RT"
        return Predicate(colon, index, "colon") if alone else None

    def credits(self, phrase: Predicate, i: int, a: int, found: list[Predicate]) -> bool:
        """ "he said, according to the agency": the agency brought the words, it did not speak them."""
        if self.lower[i] in self.language.words["following_sources"]:
            return any(p.group == "say" and p.subject >= 0 for p in found)
        if phrase.group != "source" or not found or self.tags[i - 1] != "," or not phrase.inverted:
            return False
        verb = found[-1]
        if verb.group not in ("say", "tell"):
            return False
        if i - verb.verb == 2:
            return verb.inverted or self._beside(verb)
        placed = verb.inverted or self.tags[verb.verb + 1] in "MYI"  # not "told the Courier, according to …"
        quoted = placed and verb.subject >= 0 and "Q" in self.tags[a : verb.verb]
        return quoted and _ADVERBIALS.fullmatch(self.tags, verb.verb + 1, i) is not None

    def _beside(self, verb: Predicate) -> bool:
        """Whether the subject stands right before its verb: "Lee has said", not "Lee won by four points"."""
        return verb.subject >= 0 and not self.tags[self.mentions[verb.subject].last + 1 : verb.verb].strip("XM")

    def _reads(self, i: int, a: int, b: int) -> Predicate | None:
        """ "In dem Brief heißt es", "…, heißt es in dem Brief": what is written, and in what."""
        lower = self.lower[i : i + 4] if self.reads else []
        for phrase in self.reads:
            behind = i + len(phrase)
            if tuple(lower[: len(phrase)]) != phrase or behind > b:
                continue
            verb = next((k for k in range(i, behind) if self.tags[k] in "Vv"), behind - 1)
            while behind < b and self.tags[behind] == "M":
                behind += 1
            told = self.tags[i - 1] in ",Q" and "Q" in self.tags[a:i]
            opens = behind + (self.tags[behind] == ",")  # "Uit het rapport blijkt | dat …"
            that = behind < b and self.lower[opens] in self.language.words["that"]
            if len(phrase) == 1 and not told and not that and (behind >= b or self.tags[behind] not in ":Q"):
                continue
            if behind < b and self.lower[behind] in self.language.words["reading_prepositions"]:
                subject = self._within(behind + 1, b)
                if subject >= 0:
                    return Predicate(verb, subject, "say", inverted=True)
            subject = self._read_in(i, a)
            if subject < 0 and self.tags[i - 1] == "," and "Q" not in self.tags[a:i]:  # "Der Damm hält, heißt es"
                return Predicate(verb, -1, "source")
            return Predicate(verb, subject, "say", inverted="Q" in self.tags[a:i])
        return None

    def _read_in(self, i: int, a: int) -> int:
        """ "In dem Brief …": the first mention of what stands before token ``i``, where it opens with a preposition."""
        begin = a if self.tags[i - 1] == "," else i
        while begin > a and self.tags[begin - 1] not in ",:;SQVv":
            begin -= 1
        while begin < i and self.tags[begin] in "MCY":
            begin += 1
        return self._within(begin + 1, i) if self.tags[begin] == "I" else -1

    def _within(self, first: int, stop: int) -> int:
        """The first mention that starts within a few tokens of a phrase that opens at ``first``."""
        for j in range(first, min(first + 6, stop)):
            if self.phrases.mention_from[j] >= 0:
                return self.phrases.mention_from[j]
            if self.tags[j] not in "IDEa#RTYMv":
                break
        return -1

    def _source(self, i: int, b: int) -> Predicate | None:
        told = self._report(i, b) if self.nouns_capitalised else None
        if told:  # "laut ihren | Aussagen"
            return told
        for phrase in self.sources.get(self.lower[i], ()):
            n = len(phrase)
            if i + n > b or tuple(self.lower[i : i + n]) != phrase or (n == 1 and self._counts(i)):
                continue
            whose = self._relating(i, i + n, b)
            if whose:
                return whose
            subject = self.phrases.named_in(i + n, b)
            if subject >= 0 and self.phrases.follows:  # "d'après le maire, Jean Lund, …"
                subject = self.phrases.named_after(subject)
            told = self._told_by_verb(i + n, b)
            if told:
                return told
            named = phrase in self.name_sources
            if subject >= 0 and self._only_measures(subject):
                continue
            if subject >= 0 and (not named or self._may_open(i, subject, b)):
                return Predicate(i + n - 1, subject, "source", inverted=True)
            if subject < 0 and n > 1 and not named and i + n < b and self.tags[i + n] in "DaER#M":
                return Predicate(i + n - 1, -1, "source", inverted=True)
        return self._report(i, b) or self._following(i)

    def _counts(self, i: int) -> bool:
        """ "o | segundo furto", "nel | secondo tempo": a word that counts, and names no source."""
        return self.language.does("adjectives_follow") and self.tags[i - 1] in "DEI" and self.tags[i + 1] in "aRN"

    def _only_measures(self, subject: int) -> bool:
        """ "varie selon | les régions": on what something hangs, and nobody."""
        mention = self.mentions[subject]
        return mention.kind == "nominal" and self.language.has("no_sources", mention.head)

    def _told_by_verb(self, i: int, b: int) -> Predicate | None:
        """ "Según ha explicado | la alcaldesa, las obras empiezan": a source by a verb of speech; its subject stands
        behind it or is left out."""
        if not self.language.does("drops_subjects"):
            return None
        verb = i
        while self.tags[verb] in "XO" and verb < b:
            verb += 1
        if verb + 1 >= b or self.tags[verb] != "V" or self.lower[verb] not in self.language.cues:
            return None
        when = verb + 1
        while self.tags[when] in "MYD" and when < b and self.phrases.mention_from[when] < 0:
            when += 1
        return Predicate(verb, self.phrases.starting_at(when, b), "source", inverted=True)

    def _relating(self, i: int, after: int, b: int) -> Predicate | None:
        """ "Lee, secondo cui | la diga è vecchia", "ein Bericht, laut dem | Lee schwieg": who was named before."""
        if self.tags[i - 1] != "," or not self.phrases.follows or after + 1 >= b:
            return None
        last = after + (self.tags[after] == "D" and self.lower[after + 1] in self.phrases.relatives)
        listed = self.lower[last] in self.language.words["source_relatives"] and self.tags[last + 1] not in "aR#"
        if self.tags[last] != "W" and not listed:
            return None
        return Predicate(last, self.phrases.over_aside(i - 1), "source")

    def _report(self, i: int, b: int) -> Predicate | None:
        """ "Nach ersten Angaben der Stadt", "laut Medienberichten", "ihrer Meinung nach", "demnach": what was told."""
        if self.lower[i] in self.language.words["report_adverbs"] and self.tags[i - 1] in ".|,CXvVH":
            return Predicate(i, -1, "source")
        if self.lower[i] not in self.report_prepositions:
            return None
        if self.nouns_capitalised and self._is_report(i - 1) and self.tags[i - 2] in "DEIaN-":
            return Predicate(i, self._opinion(self.phrases.mention_to[i - 1]), "source")
        noun = next((k for k in range(i + 1, min(i + REPORT, b)) if self._is_report(k)), -1)
        if noun < 0 or self.tags[i + 1 : noun].strip("DEIaNYM#v-·"):
            return None
        if not self.nouns_capitalised:  # "a suo avviso, la diga regge"
            owner = self.tags.find("E", i + 1, noun)
            return Predicate(noun, self.phrases.mention_from[owner], "source", True) if owner >= 0 else None
        return Predicate(noun, self._owner(noun, b), "source", inverted=True)

    def _opinion(self, index: int) -> int:
        """ "| seiner Meinung nach": whose it is, where a possessive says so, else the noun."""
        owner = self.phrases.mention_to[self.mentions[index].first] if index >= 0 else -1
        return owner if owner >= 0 else index

    def _owner(self, noun: int, b: int) -> int:
        """ "Angaben | der Stadt", "Medienberichten": whose words a noun of reports stands for, else the noun; or -1."""
        subject = -1
        if noun + 1 < b and (self.tags[noun + 1] == "N" or self.lower[noun + 1] in self.owners):
            subject = self.phrases.named_in(noun + 1 + (self.tags[noun + 1] == "I"), b)
        return subject if subject >= 0 else self.phrases.mention_to[noun]

    def _is_report(self, i: int) -> bool:
        """ "Angaben", "Medienberichten", and no verb that looks so."""
        if i < 0 or (self.nouns_capitalised and not self.words[i][0].isupper()):
            return False
        return self.lower[i].endswith(self.report_nouns)

    def _may_open(self, i: int, subject: int, b: int) -> bool:
        """ "Para Ruiz …", and "Para la defensa, …" at the start of a sentence: who holds it."""
        mention = self.mentions[subject]
        opens = i == 0 or self.tags[i - 1] in ".|"
        if self.phrases.verb_second:  # "Für Ruiz ist das „Unsinn“"
            stop = mention.last + 1
            stop = self.tags.find(")", stop, stop + 4) + 1 if self.tags[stop] == "(" else stop
            judged = self.lower[stop] in self.language.words["copulas"]
            return opens and judged and self.tags.find("Q", stop, b) >= 0
        if self.tags[mention.last + 1] == "#":  # "para R$ 3"
            return False
        if mention.kind == "name":  # not "a victory for Ann Lee"
            return opens or self.tags[i - 1] in ",-;:Q(" or "Q" in self.tags[mention.last + 1 : b]
        of = _OF.match(self.tags, mention.last + 1, b)  # "Para o sindicato da categoria, …"
        closed = self.tags[of.end() if of else mention.last + 1] == ","
        bare = mention.first == mention.last and self.tags[mention.first] == "a" and mention.head[-1] != "s"
        holds = mention.kind == "nominal" and not (bare or self.language.has("no_holders", mention.head))
        return opens and closed and (holds or mention.role == "3")

    def _compares(self, i: int) -> bool:
        """ "Vorwürfe als „…“": the word opens no clause where the verb stands last."""
        return self.phrases.verb_second and self.lower[i] not in self.language.words["that"]

    def _following(self, i: int) -> Predicate | None:
        """ "Dem Bericht zufolge": a word that stands behind its source."""
        if self.lower[i] not in self.language.words["following_sources"]:
            return None
        return Predicate(i, self.phrases.mention_to[i - 1], "source")

    def _closing_source(self, i: int, a: int, b: int) -> Predicate | None:
        """ "…", so Ann Lee: a word that names the speaker only after what was said."""
        if i <= a or self.tags[i - 1] not in "Q,-" or self.lower[i] not in self.closing:
            return None
        subject = self.phrases.starting_at(self._past_summary(i + 1, b), b)
        if subject >= 0:
            return Predicate(i, subject, "source", inverted=True)
        noun = next((k for k in range(i + 1, min(i + 5, b)) if self._is_report(k)), -1)  # "so eine Auskunft des Amtes"
        return None if noun < 0 else Predicate(i, self._owner(noun, b), "source", inverted=True)

    def _past_summary(self, i: int, b: int) -> int:
        """ "…", so das Fazit der | Gutachter: where those begin whose words the noun of speech sums up, else ``i``."""
        noun = i + 1
        while noun < b and self.tags[i] in "DE" and self.tags[noun] == "a" and self.words[noun][0].islower():
            noun += 1
        words = self.language.words
        owned = noun < b and self.lower[noun] in words["speech_nouns"]
        return noun + 2 if owned and self.lower[noun + 1] in words["speech_noun_links"] else i

    def _agrees(self, i: int, word: str) -> bool:
        """ "Lee's loud fans reply": a verb in the plural behind a plural noun, no noun of speech."""
        if self.tags[i] != "V" or word.endswith("s") or self.tags[i - 1] not in "aR":
            return False
        return self.words[i - 1].endswith("s") and not self.words[i - 1].endswith("ss")

    def _in_words(self, owner: int, word: str) -> bool:
        """ "In Ann Lee's words, the wall is …", "(in clerk Ann Lee's words)": whether an owned noun stands for
        "according to"."""
        first = before = self.mentions[owner].first - 1
        while before > 0 and self.tags[before] in "aRT":
            before -= 1
        if self.tags[before - 1] != "(":
            before = first
        return f"{self.lower[before]} {word}" in self.language.words["owned_sources"]

    def _genitive(self, noun: int, b: int) -> int:
        """ "die Forderung | des Rates", "Lunds Forderung": whose words a noun stands for, or -1."""
        owner = self.phrases.mention_to[noun - 1]
        if owner >= 0 and self.mentions[owner].kind == "name" and self.lower[noun - 1].endswith("s"):
            return owner
        owned = noun + 1 < b and self.lower[noun + 1] in self.owners
        return self.phrases.named_in(noun + 1 + (self.tags[noun + 1] == "I"), b) if owned else -1

    def _noun(self, i: int, a: int, b: int) -> Predicate | None:
        """ "Lee's claim that …", "a statement from Lee": a noun of speech and the one who spoke."""
        word = self.lower[i]
        if self.tags[i] == "I" or word not in self.language.words["speech_nouns"] or self._agrees(i, word):
            return None
        j = i - 1
        while j > a and i - j < 4 and (self.tags[j] in "aRTM#" or self.lower[j] in self.superlatives):
            j -= 1
        owner = j - 1 if self.tags[j] == "e" else j if self.tags[j] == "E" else -1
        if owner >= 0 and self.phrases.mention_to[owner] >= 0:
            index = self.phrases.mention_to[owner]
            return Predicate(i, index, "source" if self._in_words(index, word) else "noun")
        if i + 1 < b and self.lower[i + 1] in self.language.words["speech_noun_links"] and self.tags[i] != "V":
            subject = self.phrases.starting_at(i + 2, b)
            if subject >= 0:
                return Predicate(i, subject, "noun", inverted=True)
        if self.tags[i] != "V" and i + 1 < b and self.tags[i + 1] == "S" and not self._compares(i + 1):
            return Predicate(i, -1, "noun")
        if self.tags[i] == "a" and told_by_noun(self.tokens, i, b, self.language) >= 0:
            return Predicate(i, self._genitive(i, b), "noun", inverted=True)
        colon = self.tags[i + 1] == ":" and (self.phrases.verb_second or self.tags[i + 2] == "Q")
        if self.tags[i] != "V" and colon and (self.phrases.verb_second or not self.phrases.follows):
            held = self.tags[j] == "D" and self.language.has("place_prepositions", self.lower[j - 1])
            told = held and self.tags.find("V", a, j) >= 0  # "said in a statement: “…”"
            return None if told else Predicate(i, -1, "noun")
        return None
