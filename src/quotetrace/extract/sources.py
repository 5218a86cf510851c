"""Phrases that name a source without a verb: "according to Lee", "Lee's claim", "LEE: …"."""

import re

from quotetrace.extract.phrases import Phrases
from quotetrace.lang import Language
from quotetrace.syntax import Predicate, Tokens

_LABEL = re.compile(r"[NTR·J]{1,6}:")
_BEHIND = re.compile(r"[:-][NT·J]{1,5}$")


class Sources:
    """Finds the sources of one text. ``hooks``: the tokens at which one may begin."""

    def __init__(self, tokens: Tokens, phrases: Phrases, language: Language) -> None:
        self.tags = tokens.tags
        self.words = tokens.words
        self.phrases = phrases
        self.mentions = phrases.mentions
        self.language = language
        self.closing = language.words["closing_sources"]
        self.name_sources = {(word,) for word in language.words["name_sources"]}
        hooked = "IaGVRM" if self.closing else "IaGVR"
        self.hooks = {i for i in tokens.hooks if self.tags[i] in hooked}

    def at(self, i: int, a: int, b: int) -> Predicate | None:
        """The source that begins at token ``i``, of the sentence of tokens ``[a, b)``."""
        return self._source(i, b) or self._closing_source(i, a, b) or self._noun(i, a, b)

    def labels(self, a: int, b: int) -> list[Predicate]:
        """ "LEE: …", "Minister: …" before the words of a transcript or headline; "…: Lee" behind a headline."""
        before = _LABEL.match(self.tags, a, b)
        if before and before.end() - 2 in self.phrases.ends_at:
            return [Predicate(before.end() - 1, self.phrases.ends_at[before.end() - 2], "colon")]
        behind = _BEHIND.search(self.tags, max(a + 3, b - 7), b)
        if (
            behind
            and not a
            and b < len(self.tags)
            and self.tags[b] == "|"
            and behind.start() + 1 in self.phrases.starts_at
        ):
            return [Predicate(behind.start(), self.phrases.starts_at[behind.start() + 1], "colon", inverted=True)]
        return []

    def credits(self, phrase: Predicate, i: int, found: list[Predicate]) -> bool:
        """ "he said, according to the agency": the agency brought the words, it did not speak them."""
        if phrase.group != "source" or not found or self.tags[i - 1] != ",":
            return False
        return found[-1].group in ("say", "tell") and i - found[-1].verb == 2

    def _source(self, i: int, b: int) -> Predicate | None:
        for phrase in self.language.sources:
            n = len(phrase)
            if self.words[i].lower() == phrase[0] and all(
                i + k < b and self.words[i + k].lower() == phrase[k] for k in range(1, n)
            ):
                subject = self.phrases.named_in(i + n, b)
                if subject >= 0 and (self.mentions[subject].kind == "name" or phrase not in self.name_sources):
                    return Predicate(i + n - 1, subject, "source", inverted=True)
                if subject < 0 and n > 1 and i + n < b and self.tags[i + n] in "DaER#":
                    return Predicate(i + n - 1, -1, "source", inverted=True)
        return None

    def _closing_source(self, i: int, a: int, b: int) -> Predicate | None:
        """ "…", so Ann Lee: a word that names the speaker only after what was said."""
        if i <= a or self.tags[i - 1] not in "Q,-" or self.words[i].lower() not in self.closing:
            return None
        subject = self.phrases.starting_at(i + 1, b)
        return Predicate(i, subject, "source", inverted=True) if subject >= 0 else None

    def _noun(self, i: int, a: int, b: int) -> Predicate | None:
        """ "Lee's claim that …", "a statement from Lee": a noun of speech and the one who spoke."""
        word = self.words[i].lower()
        if self.tags[i] == "I" or word not in self.language.words["speech_nouns"]:
            return None
        j = i - 1
        while j > a and self.tags[j] in "aRTM#" and i - j < 4:
            j -= 1
        owner = j - 1 if self.tags[j] == "e" else j if self.tags[j] == "E" else -1
        if owner >= 0 and owner in self.phrases.ends_at:
            return Predicate(i, self.phrases.ends_at[owner], "noun")
        if i + 1 < b and self.words[i + 1].lower() in self.language.words["speech_noun_links"] and self.tags[i] != "V":
            subject = self.phrases.starting_at(i + 2, b)
            if subject >= 0:
                return Predicate(i, subject, "noun", inverted=True)
        if self.tags[i] != "V" and i + 1 < b and self.tags[i + 1] == "S":
            return Predicate(i, -1, "noun")
        return None
