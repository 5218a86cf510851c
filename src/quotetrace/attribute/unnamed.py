"""Who speaks or acts without a name: “a clerk said”, “his mother wept”, “said juror No. 6”."""

from typing import Final

from quotetrace.attribute.people import People
from quotetrace.lang import Language
from quotetrace.syntax import Extraction

_SAY_NOTHING: Final = ("other", "thought", "ask")  # groups of verbs; who asks does not go on


class Unnamed:
    """Tells descriptions that no name stands for. ``sentence_of``: the sentence of each mention."""

    def __init__(self, extraction: Extraction, people: People, sentence_of: list[int], language: Language) -> None:
        self.mentions = extraction.mentions
        self.tokens = extraction.tokens
        self.predicates = extraction.predicates
        self.subject_in = people.subject_in
        self.sentence_of = sentence_of
        self.language = language
        self.follows = language.does("subject_follows")

    def may_be(self, index: int, gender: str) -> bool:
        """Whether mention ``index``, a subject, describes one person or thing that may be of that gender."""
        mention = self.mentions[index]
        if mention.kind != "nominal" or mention.number != "s" or mention.gender not in (gender, "x"):
            return False
        speaks = self.subject_in.get(index) == "cue"
        return speaks if self.follows else self._is_new(index)

    def _is_new(self, index: int) -> bool:
        """ "A clerk said …", "“…,” said one of the clerks", "His mother wept": whom no name before can stand for."""
        mention, tags, sentence = self.mentions[index], self.tokens.tags, self.sentence_of[index]
        start = self.mentions[index - 1].first if tags[mention.first - 1] == "e" and index else mention.first
        first, after = self.tokens.lower[start], mention.last + 1
        named = tags[after] == "," and tags[after + 1] in "aTN"
        if named or (self.language.has("definites", first) and "e" not in tags[start : mention.last]):
            return False
        opening = self.tokens.sentences[sentence][0]
        opens = start == opening + (tags[opening] == "C")  # "But a clerk said"
        if opens and mention.gender in "mf":
            return True
        before = tags[max(0, start - 2) : start]
        beside = before == "QV" or before.endswith("Q") or (opens and self.language.has("indefinites", first))
        someone = self.language.has("singular_subjects", first) or self.language.has("roles", mention.head)
        told = (p.group for p in self.predicates[sentence] if p.subject == index)
        return beside and someone and any(group not in _SAY_NOTHING for group in told)
