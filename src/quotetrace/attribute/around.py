"""What stands around a quotation and may speak: the subjects and mentions of its sentence and of those near by."""

import re
from functools import lru_cache
from typing import Final

from quotetrace.attribute import features
from quotetrace.attribute.candidate import SPEECH, Candidate
from quotetrace.attribute.features import size
from quotetrace.attribute.looks import Looks
from quotetrace.attribute.place import Last, Place
from quotetrace.attribute.resolve import Resolver
from quotetrace.attribute.weights import REMEMBERED, Group, model_for
from quotetrace.syntax import Extraction, Predicate

_ADVERBIAL: Final = re.compile(r"[MYO#]*(?:[It][DaENTR#Y·eM-]*)?,?:?")
_MARKS: Final = frozenset('"”“»')
_OF_NOUN: Final = re.compile("I[DaENRTe·#Y]{1,8}")  # "in a statement | released on Monday"
_SIGNATURE: Final = re.compile(r"-*[NT·,#J]{1,8}\.?")  # a name alone on its line, under a quotation
_DASHED: Final = re.compile(r"-{1,2}[NT·R#J]{1,8}(?:,[^VvXHQ]*)?\.?-?")  # "- Ann Lee, in a letter to the council."
_PLAIN: Final = re.compile(r"[NT·#J]{2,8},[^VvXHSQ|,]{1,12}\.?")  # "Ann Lee, in the Courier"
# "Ann Lee, mayor.”": in the marks of the one above it
_CLOSED: Final = re.compile(r"a?[NTR·#J]{1,8}(?:,[^VvXHQ|]*)?\.?-")
_SEPARATE: Final = frozenset("SWCQVGHg")
_VERBAL: Final = frozenset("VvXHGg")
_REACH: Final = 100  # tokens between a quotation and what its sentence says of its speaker
_SIGNED: Final = 400  # tokens of a paragraph with a signature, at most, on either side of a quotation
_SENTENCE: Final = 3  # words of a quotation over a signature, at least
_MODIFIERS: Final = 6  # tokens before the head of a subject that are read
_MODIFYING: Final = frozenset("DEaNRTe#·v")
_STARTS: Final = frozenset(".|!;:")
_ZONES: Final = ((-1, "prev"), (-2, "prev2"), (1, "next"))  # sentences near by, from the quotation's


class Finder:
    """Finds the candidates for one quotation; holds what all of them are measured against."""

    def __init__(self, extraction: Extraction, where: Place, last: Last | None, resolver: Resolver) -> None:
        self.mentions = extraction.mentions
        self.predicates = extraction.predicates
        self.unmarked = where.stretch.unmarked
        self.tokens = extraction.tokens
        self.text = extraction.text
        self.tags = extraction.tokens.tags
        self.where = where
        self.shape = where.shape
        self.last = last
        self.resolver = resolver
        self.own = "none"
        self.model = model_for("speaker", resolver.language)
        self.inner = where.inner
        self.subjects: set[int] = set()
        self.source_prepositions = resolver.language.words["source_prepositions"]

    def same_sentence(self) -> list[Candidate]:
        """Every subject of the quotation's sentence by its nearest verb on either side."""
        token = self.where.token
        predicates = [p for p in self.predicates[self.where.sentence] if abs(p.verb - token) <= _REACH]
        nearest: dict[tuple[int, bool], int] = {}
        verb_second = self.resolver.language.does("verb_second")
        for order, predicate in enumerate(predicates):
            before = predicate.verb < token
            known = nearest.get((predicate.subject, before), -1)
            told = verb_second and known >= 0 and predicate.group not in SPEECH and predicates[known].group in SPEECH
            told = told or (known >= 0 and self._goes_with(predicates[known], predicate))
            turned = verb_second and known >= 0 and predicate.inverted
            helped = turned and self.tags[predicates[known].verb] == "X"  # "…, hatte Lee am Montag gesagt"
            if predicate.subject >= 0 and not told and (before or known < 0 or helped):
                nearest[predicate.subject, before] = order
        rivals = _rivals(predicates, token) if nearest else []
        self.subjects = {subject for subject, _ in nearest}
        return [
            Candidate(subject, predicates[order], self._verb(predicates[order], rivals[order]))
            for (subject, _), order in nearest.items()
            if rivals[order][0] or not self._is_passive(predicates[order])
        ]

    def _goes_with(self, cue: Predicate, verb: Predicate) -> bool:
        """ "Lee's answer was that …", "Lee said in a statement released on Monday: “…”": whether a verb only says what
        the noun of speech before it is, or is of a noun behind the cue."""
        between = self.tags[cue.verb + 1 : verb.verb]
        if verb.group != "other" or verb.verb < cue.verb:
            return False
        sums_up = cue.group == "noun" and not between.strip("XM")
        return sums_up or (
            cue.group in SPEECH and self.tags[verb.verb] == "v" and _OF_NOUN.fullmatch(between) is not None
        )

    def bare_in_sentence(self) -> list[Candidate]:
        """The other mentions of the quotation's sentence."""
        token, sentence, begins = self.where.token, self.where.sentence, self.resolver.begins
        a, _ = self.tokens.sentences[sentence]
        return [
            Candidate(index, None, self._bare(index, a))
            for index in range(begins[sentence], begins[sentence + 1])
            if index not in self.subjects and abs(self.mentions[index].first - token) <= _REACH
        ]

    def signed(self) -> list[Candidate]:
        """ "…," Ann Lee, in a letter to the council: behind the quotation no verb, but the name of who signed."""
        start = self.where.stop
        a, b = self.tokens.sentences[self.where.sentence]
        while start < b and self.tags[start] in "-,":
            start += 1
        labelled = self.where.position == "mid" and self.tags[self.where.token - 1 : self.where.token + 2] == ":Q-"
        if (
            not (self.where.position == "init" or labelled)
            or self.where.closing.isalnum()
            or not _VERBAL.isdisjoint(self.tags[start:b])
        ):
            return []
        named = (i for i in self.resolver.mentions_in(self.where.sentence) if self.mentions[i].first == start)
        names = [i for i in named if self.mentions[i].kind == "name" and self.tags[self.mentions[i].last + 1] in ",.|"]
        return [Candidate(i, None, self._bare(i, a)) for i in names]

    def dashed(self) -> list[Candidate]:
        """ "…" - keeper Ann Lee after the match: the name behind a dash at the end of a paragraph that a quotation
        opens, and in which no verb tells it."""
        tags, sentence, token = self.tags, self.where.sentence, self.where.token
        reach = max(token - _SIGNED, 0)
        a, b = tags.rfind("|", reach, token) + 1, tags.find("|", token, token + _SIGNED)
        if b < 0 or (reach and not a):
            return []
        start = tags.rfind("Q", a, b) + 1
        if tags[a] != "Q" or tags[start] != "-" or (token == a and self.where.words < _SENTENCE):
            return []
        while self.tokens.sentences[sentence][1] <= start:
            if any(p.group in SPEECH for p in self.predicates[sentence]):
                return []
            sentence += 1
        here = self.resolver.mentions_in(sentence)
        first = next((i for i in here if self.mentions[i].kind == "name" and self.mentions[i].first > start), -1)
        if first < 0 or tags[start : self.mentions[first].first].strip("-aRD"):
            return []
        closed = tags[self.mentions[first].last + 1] in ",.|I("
        return [Candidate(first, None, self._bare(first, a))] if closed else []

    def undersigned(self) -> list[Candidate]:
        """ "…" and in the next line "- Ann Lee, in a letter", or "Ann Lee, clerk" within the marks: the name there."""
        sentence = self.where.sentence + 1
        if self.where.position != "solo" or sentence >= len(self.tokens.sentences):
            return []
        if self.tokens.paragraph_of[sentence] - self.where.paragraph != 1:
            return []
        a, b = self.tokens.sentences[sentence]
        closed = _CLOSED.match(self.tags, a)
        marked = closed is not None and closed.end() >= b and self.tokens.words[closed.end() - 1] in _MARKS
        signs = marked or _DASHED.fullmatch(self.tags, a, b) or _PLAIN.fullmatch(self.tags, a, b)
        if not signs:
            return []
        named = (i for i in self.resolver.mentions_in(sentence) if self.mentions[i].kind == "name")
        signing = [i for i in named if "," not in self.tags[a : self.mentions[i].first]]
        return [c for c in self.near(sentence, "nextpar") if c.mention in signing[-1:]]

    def near_sentences(self) -> list[Candidate]:
        """The mentions of the two sentences before and of the one after; in the next paragraph only a signature."""
        sentences, paragraph_of = self.tokens.sentences, self.tokens.paragraph_of
        found: list[Candidate] = []
        for offset, zone in _ZONES:
            s = self.where.sentence + offset
            if not 0 <= s < len(sentences):
                continue
            gap = abs(paragraph_of[s] - self.where.paragraph)
            a, b = sentences[s]
            if gap > 1 or (offset > 0 and gap and not _SIGNATURE.fullmatch(self.tags, a, b)):
                continue
            found += self.near(s, zone + "par" if gap else zone)
        return found

    def near(self, sentence: int, zone: str) -> list[Candidate]:
        """The mentions of a sentence near by, which is in ``zone`` ("prev", "nextpar")."""
        tags, model, shape, own, resolver = self.tags, self.model, self.shape, self.own, self.resolver
        a, b = self.tokens.sentences[sentence]
        ends = tags[b - 1] if tags[b - 1] in ":," else "."
        quoted = tags.find("Q", a, b) >= 0
        found: dict[int, Candidate] = {}
        for order, predicate in enumerate(self.predicates[sentence]):
            index = predicate.subject
            if index >= 0 and index not in found:
                looks, group = resolver.look(index), predicate.group
                cue = "cue" if group in SPEECH else group
                verb = features.near_verb[model, zone, group, cue, shape, ends, min(order, 2), quoted, looks.kind, own]
                found[index] = Candidate(index, predicate, (verb, self._mention(index, looks, zone)))
        beside = zone + "b"
        for index in range(resolver.begins[sentence], resolver.begins[sentence + 1]):
            if index not in found:
                looks, before = resolver.look(index), tags[self.mentions[index].first - 1]
                bare = features.near_bare[model, zone, shape, ends, before, looks.kind, own]
                found[index] = Candidate(index, None, (bare, self._mention(index, looks, beside)))
        return list(found.values())

    def _verb(self, predicate: Predicate, rivals: tuple[int, int]) -> tuple[Group, ...]:
        where, subject = self.where, self.mentions[predicate.subject]
        rank, cues = rivals
        if predicate.verb < where.token:
            side = "b"
            gap = self.tags[max(predicate.verb, subject.last if predicate.inverted else 0) + 1 : where.token]
        else:
            side = "x" if subject.first < where.token else "a"  # x: the subject before, its verb after
            gap = self.tags[where.stop : min(predicate.verb, subject.first)]
            if predicate.inverted:
                gap = gap.rstrip("X")
        form = "inv" if predicate.inverted else "fin"
        if predicate.participle:  # "with bakers saying": its own subject right before it
            form = "own" if predicate.verb - subject.last == 1 else "ing"
        cue = "cue" if predicate.group in SPEECH else predicate.group
        looks, between = self.resolver.look(predicate.subject), _gap(gap)
        kind = looks.kind
        return (
            features.verb[self.model, side, predicate.group, form, between, self.shape, kind],
            features.worded[self.model, side, self._word(predicate), between[:3]],
            features.rivals[self.model, side, cue, min(rank, 3), min(cues, 2), min(gap.count("Q"), 2), self.shape],
            features.clause[self.model, side, cue, self._opener(subject.first), self._helper(predicate.verb)],
            self._mention(predicate.subject, looks, "own"),
        )

    def _word(self, predicate: Predicate) -> str:
        """The verb; of those of manner ("Lee snorted"), which are rare, the plain one that they stand for."""
        word, words = self.tokens.lower[predicate.verb], self.resolver.language.words
        manner = predicate.group == "say" and word in words["manner_verbs"]
        return next(iter(words["plain_cues"]), word) if manner else word

    def last_cue(self) -> str:
        """What the verb or noun of speech nearest before the quotation lacks: it is nobody's, or in the passive."""
        before = [p for p in self.predicates[self.where.sentence] if p.verb < self.where.token]
        if not before or before[-1].group not in SPEECH | {"noun"}:
            return "none"
        cue = before[-1]
        kind = "noun" if cue.group == "noun" else "verb"
        gap = _gap(self.tags[cue.verb + 1 : self.where.token])[:3]
        if cue.subject < 0:
            return f"ing:{gap}" if cue.participle else f"{kind}:{gap}"
        return f"passive:{gap}" if self._is_passive(cue) else "owned"

    def _is_passive(self, predicate: Predicate) -> bool:
        """ "Lund was told": the subject of a passive does not speak; of "was quoted" it does."""
        before = predicate.verb < self.where.token
        if not before or predicate.inverted or predicate.participle or predicate.group not in SPEECH:
            return False
        words = self.resolver.language.words
        quoted = self.tokens.lower[predicate.verb] in words["passive_speakers"]
        return not quoted and self._helper(predicate.verb) in words["passives"]

    def _opener(self, first: int) -> str:
        """What opens the clause whose subject starts at token ``first``: "when", a comma, a quotation; "^" nothing."""
        tags, k = self.tags, self.opening(first)
        if tags[k] in _STARTS:
            return "^"
        return self.tokens.lower[k] if tags[k] in "SICW" else tags[k]

    def opening(self, first: int) -> int:
        """The token before a subject that starts at token ``first``, past words that only describe it."""
        k, stop = first - 1, max(first - _MODIFIERS, 0)
        while k > stop and self.tags[k] in _MODIFYING:
            k -= 1
        return k

    def _helper(self, verb: int) -> str:
        """The word before a verb that says how its subject takes part: "to", "was", "would"; "" where none does."""
        k = verb - 1
        while self.tags[k] == "M":
            k -= 1
        return self.tokens.lower[k] if self.tags[k] in "tX" else ""

    def _bare(self, index: int, a: int) -> tuple[Group, ...]:
        mention, token, looks = self.mentions[index], self.where.token, self.resolver.look(index)
        before = mention.last < token
        distance = token - mention.last if before else mention.first - token
        previous = self.tags[mention.first - 1] if mention.first > a else "^"
        if previous == "I" and self.tokens.lower[mention.first - 1] in self.source_prepositions:
            previous = self.tokens.lower[mention.first - 1]
        following = self.tags[mention.last + 1]
        side = "mb" if before else "ma"
        bare = features.bare[self.model, side, size(distance), previous, following, self.shape, looks.kind, self.own]
        return bare, self._mention(index, looks, "bare")

    def _mention(self, index: int, looks: Looks, position: str) -> Group:
        """What a mention is wherever it stands; whether the quotation names it; whether it spoke last."""
        inside, last, shape = bool(looks.name) and looks.name in self.inner, "", ""
        if self.last is not None and self._is_last_speaker(index, looks.noun, self.last):
            last, shape = "par" if self.last.paragraph == self.where.paragraph else "far", self.shape
        return features.mention[
            self.model,
            looks.kind,
            looks.number,
            looks.owns,
            self.where.whole,
            looks.noun,
            looks.speaks,
            position,
            inside,
            last,
            shape,
        ]

    def _is_last_speaker(self, index: int, noun: str, last: Last) -> bool:
        """Whether the mention stands for the speaker of the quotation before."""
        if noun or last.entity < 0:
            return self.mentions[index].head == self.mentions[last.mention].head
        return self.resolver.resolve(index).entity == last.entity


def _rivals(predicates: list[Predicate], token: int) -> list[tuple[int, int]]:
    """For each of a sentence's predicates, how many subjects and how many cues have verbs between it and ``token``."""
    out: list[tuple[int, int]] = [(0, 0)] * len(predicates)
    subjects = cues = 0
    for order in range(len(predicates) - 1, -1, -1):
        if predicates[order].verb < token:
            out[order] = subjects, cues
            subjects += predicates[order].subject >= 0
            cues += predicates[order].group in SPEECH
    subjects = cues = 0
    for order, predicate in enumerate(predicates):
        if predicate.verb >= token:
            out[order] = subjects, cues
            subjects += predicate.subject >= 0
            cues += predicate.group in SPEECH
    return out


@lru_cache(REMEMBERED)
def _gap(gap: str) -> str:
    """The words between a predicate and a quotation, by their letters, in one word."""
    if gap in ("", ",", ":", ",:"):
        return "adj" + gap[-1:]
    if gap[0] == "S":
        return "that" + size(len(gap))
    if len(gap) < 14 and _ADVERBIAL.fullmatch(gap):
        return "adv" + (gap[-1] if gap[-1] in ",:" else "")
    return ("gap" if _SEPARATE.isdisjoint(gap) else "far") + size(len(gap))
