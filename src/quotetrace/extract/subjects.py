"""Which mention is the subject of which verb: a walk over the tag letters, no parser."""

import re
from bisect import bisect_left
from functools import cache
from itertools import compress

from quotetrace.lang import Language
from quotetrace.models import Mention, Predicate, Tokens

_SPEAKING = frozenset({"say", "tell", "ask", "judge", "promise"})
_REMEMBERED = 200_000  # words
_REACH = 3  # sentences over which a subject is left out
_VERB = re.compile("[VGHgvX]")
_LABEL = re.compile(r"[NTR·J]{1,6}:")
_BEHIND = re.compile(r"[:-][NT·J]{1,5}$")
_DESCRIBED = re.compile(r"(?:[aRN·]|I[DaER]{0,3}[aRN·])*,")
_ADVERBS = re.compile("M*")
_ADVERBIALS = re.compile(r"(?:[MYO#]|I[DaE#]{0,3}[YaN#·]+)*")


def with_dropped_subjects(
    predicates: tuple[tuple[Predicate, ...], ...], mentions: list[Mention], language: Language
) -> tuple[tuple[Predicate, ...], ...]:
    """The same predicates; in languages that leave subjects out, a speech verb without one has the last before it."""
    if not language.does("drops_subjects"):
        return predicates
    out: list[tuple[Predicate, ...]] = []
    last, age = -1, 0
    for sentence in predicates:
        filled: list[Predicate] = []
        age += 1
        for predicate in sentence:
            if predicate.subject >= 0:
                if mentions[predicate.subject].number == "s":
                    last, age = predicate.subject, 0
            elif predicate.group in _SPEAKING and age <= _REACH:
                predicate = predicate._replace(subject=last)
            filled.append(predicate)
        out.append(tuple(filled))
    return tuple(out)


class _Hooks(dict[str, bool]):
    """Whether a word met so far may begin a phrase that names a source, or is a noun of speech; at most 200,000."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.words = {phrase[0] for phrase in language.sources} | language.words["speech_nouns"]
        self.words |= language.words["closing_sources"]

    def __missing__(self, word: str) -> bool:
        found = word.lower() in self.words
        if len(self) < _REMEMBERED:
            self[word] = found
        return found


@cache
def _hooks(language: Language) -> _Hooks:
    return _Hooks(language)


class Reader:
    """Finds the predicates of sentences. Holds the lookups that every step needs; no state between sentences."""

    def __init__(self, tokens: Tokens, mentions: list[Mention], language: Language) -> None:
        self.tags = tokens.tags
        self.words = tokens.words
        self.mentions = mentions
        self.language = language
        self.follows = language.does("subject_follows")
        self.complete = "XMtV" if self.follows else "XMt"  # after these an auxiliary is no verb of its own
        self.within = "XMP" if self.follows else "XM"
        self.between = _ADVERBIALS if self.follows else _ADVERBS
        self.perfect = language.words["perfect"]
        self.ends_at = {m.last: i for i, m in enumerate(mentions)}
        self.starts_at = {m.first: i for i, m in enumerate(mentions)}
        self.closing = language.words["closing_sources"]
        self.name_sources = {(word,) for word in language.words["name_sources"]}
        hooked = "IaGVRM" if self.closing else "IaGVR"
        hooks = compress(range(len(tokens.words)), map(_hooks(language).__getitem__, tokens.words))
        self.hooks = {i for i in hooks if self.tags[i] in hooked}
        self.spots = sorted({*self.hooks, *(match.start() for match in _VERB.finditer(self.tags))})

    def predicates(self, a: int, b: int) -> list[Predicate]:
        """The predicates of the sentence of tokens ``[a, b)``, in order."""
        found = self._labels(a, b)
        tags = self.tags
        done = a
        spots = self.spots
        for i in spots[bisect_left(spots, a) : bisect_left(spots, b)]:
            if i < done:
                continue
            tag = tags[i]
            if i in self.hooks:
                phrase = self._source(i, b) or self._closing_source(i, a, b) or self._noun(i, a, b)
                if phrase:
                    if not self._credits(phrase, i, found):
                        found.append(phrase)
                    done = phrase.verb + 1
                    continue
            if tag in "VGHgv" or (tag == "X" and self._alone(i, b)):
                found.append(self._predicate(i, a, b, found))
        return found

    def _labels(self, a: int, b: int) -> list[Predicate]:
        """ "LEE: …" and "Minister: …" before the words of a transcript or headline; "…: Lee" behind those of a headline."""
        before = _LABEL.match(self.tags, a, b)
        if before and before.end() - 2 in self.ends_at:
            return [Predicate(before.end() - 1, self.ends_at[before.end() - 2], "colon")]
        behind = _BEHIND.search(self.tags, max(a + 3, b - 7), b)
        if behind and not a and b < len(self.tags) and self.tags[b] == "|" and behind.start() + 1 in self.starts_at:
            return [Predicate(behind.start(), self.starts_at[behind.start() + 1], "colon", inverted=True)]
        return []

    def _alone(self, i: int, b: int) -> bool:
        """An auxiliary that is the verb itself: "is", "had" with no verb of its own after it."""
        j = i + 1
        while j < b and self.tags[j] in self.within:
            j += 1
        return j >= b or self.tags[j] not in "VGHgv" and self.tags[i - 1] not in self.complete

    def _credits(self, phrase: Predicate, i: int, found: list[Predicate]) -> bool:
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
                subject = self._named_in(i + n, b)
                if subject >= 0 and (self.mentions[subject].kind == "name" or phrase not in self.name_sources):
                    return Predicate(i + n - 1, subject, "source", inverted=True)
        return None

    def _closing_source(self, i: int, a: int, b: int) -> Predicate | None:
        """ "…", so Ann Lee: a word that names the speaker only after what was said."""
        if i <= a or self.tags[i - 1] not in "Q,-" or self.words[i].lower() not in self.closing:
            return None
        subject = self._mention_from(i + 1, b)
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
        if owner >= 0 and owner in self.ends_at:
            return Predicate(i, self.ends_at[owner], "noun")
        if i + 1 < b and self.words[i + 1].lower() in self.language.words["speech_noun_links"] and self.tags[i] != "V":
            subject = self._mention_from(i + 2, b)
            if subject >= 0:
                return Predicate(i, subject, "noun", inverted=True)
        if self.tags[i] != "V" and i + 1 < b and self.tags[i + 1] == "S":
            return Predicate(i, -1, "noun")
        return None

    def _mention_from(self, i: int, b: int) -> int:
        """The mention that starts at token ``i``, or after words that only describe it."""
        for j in range(i, min(i + 5, b)):
            if j in self.starts_at:
                return self._head_of(self.starts_at[j])
            if self.tags[j] not in "DEaN#RTMvY":
                break
        return -1

    def _named_in(self, i: int, b: int) -> int:
        """The mention that a noun phrase from token ``i`` ends in: its last name, else its last noun phrase."""
        best = -1
        for j in range(i, min(i + 12, b)):
            if j in self.starts_at:
                index = self.starts_at[j]
                if best < 0 or self.mentions[index].kind != "nominal" or self.mentions[best].kind == "nominal":
                    best = index
            if self.tags[j] not in "DEeaN#RTMvYVHp·P":
                break
        return best

    def _head_of(self, index: int) -> int:
        """For "Lee's spokesman" and "aides to Lee" the spokesman and the aides; for "official Ann Lee" Ann Lee."""
        mention = self.mentions[index]
        following = mention.last + 1
        if self.tags[following] == "e":
            for j in range(following + 1, following + 6):
                if j in self.starts_at:
                    return self._head_of(self.starts_at[j])
                if self.tags[j] not in "aNRTv#":
                    return index
        for j in range(following, following + 6):
            if j in self.starts_at and self.tags[j] in "NTR":
                return self._head_of(self.starts_at[j])
            if self.tags[j] not in "RTa#·":
                break
        return self._named_after(index) if self.follows else index

    def _named_after(self, index: int) -> int:
        """For "the minister of the interior, Ann Lee," Ann Lee."""
        following = self.mentions[index].last + 1
        described = _DESCRIBED.match(self.tags, following, following + 12)
        name = self.starts_at.get(described.end(), -1) if described and self.mentions[index].kind == "nominal" else -1
        if name < 0 or self.mentions[name].kind != "name":
            return index
        return name if self.tags[self.mentions[name].last + 1] in ",.(:Q" else index

    def _predicate(self, i: int, a: int, b: int, found: list[Predicate]) -> Predicate:
        tag = self.tags[i]
        word = self.words[i].lower()
        group = self.language.cues.get(word, "other") if tag in "VGHg" else "other"
        participle = tag in "Gg"
        inverted = self._agent(i, b) if tag in "Vv" else -1
        if (
            inverted < 0
            and not participle
            and (group == "say" or self.follows or (group == "ask" and self.tags[i - 1] == "Q"))
        ):
            inverted = self._inverted(i, a, b)
        if inverted < 0 and self.follows and not participle:
            inverted = self._pronoun_after(i, b)
        if inverted >= 0:
            return Predicate(i, inverted, group, inverted=True)
        anchor = self._auxiliary(i, a) if self.follows else i
        subject = self._main_subject(i, a, found) if participle else -1
        if subject < 0:
            subject = self._subject(anchor, a, found)
        if subject >= 0 and self.follows:
            subject = self._named_after(subject)
        if subject < 0 and self.follows and not participle:
            inverted = self._after(anchor, b)
            if inverted >= 0:
                return Predicate(i, inverted, group, inverted=anchor == i)
        if subject < 0 and participle:
            subject = self._spoken(found)
        return Predicate(i, subject, group, participle=participle)

    def _auxiliary(self, i: int, a: int) -> int:
        """ "Lee hat in einer Mail an die Presse bestätigt": the auxiliary far before the participle, beside the subject."""
        for k in range(i - 1, max(a - 1, i - 20), -1):
            if self.tags[k] in "VGHgvSWQ;:,C":
                break
            if self.words[k].lower() in self.perfect:
                return k
        return i

    def _pronoun_after(self, i: int, b: int) -> int:
        """ "Am Montag sagte er", "a-t-il dit": a subject pronoun right after its verb, unless it may be the object."""
        if i > 1 and self.tags[i - 1] == "P" and self.words[i - 2].lower() in self.perfect:
            return self.starts_at.get(i - 1, -1)
        if i + 1 >= b or self.tags[i + 1] != "P" or self.language.has("object_pronouns", self.words[i + 1].lower()):
            return -1
        return self.starts_at.get(i + 1, -1)

    def _after(self, i: int, b: int) -> int:
        """ "Am Montag erklärte in Bonn der Minister": the subject after the verb, past adverbials."""
        between = self.between.match(self.tags, i + 1, min(i + 12, b))
        return self._mention_from(between.end() if between else i + 1, b)

    def _main_subject(self, i: int, a: int, found: list[Predicate]) -> int:
        """For ", adding" and "before calling": the subject of the speech verb before it, else of the first verb."""
        k = i - 1
        while k > a and self.tags[k] == "M":
            k -= 1
        if self.tags[k] not in ",CI-Q" or k <= a:
            return -1
        return self._spoken(found)

    def _spoken(self, found: list[Predicate]) -> int:
        """The subject of the last speech verb so far, else of the first verb."""
        finite = [p for p in found if p.subject >= 0 and not p.participle and p.group not in ("source", "noun")]
        spoken = [p for p in finite if p.group not in ("other", "thought")]
        return spoken[-1].subject if spoken else finite[0].subject if finite else -1

    def _agent(self, i: int, b: int) -> int:
        """The agent of a passive: "called reckless by Ann Lee", "as described by Lee"."""
        for j in range(i + 1, min(i + 3, b)):
            if self.words[j].lower() in self.language.words["agent_prepositions"]:
                return self._mention_from(j + 1, b)
        return -1

    def _inverted(self, i: int, a: int, b: int) -> int:
        """ "…", said Ann Lee: the subject right after the verb, where none stands right before."""
        k = i
        while k > a and self.words[k - 1].lower() in self.perfect:
            k -= 1
        before = self.tags[k - 1] if k > a else "Q"
        if before not in "Q,M!-" or (before in ",M" and "Q" not in self.tags[a:k] and self.tags[k - 1] == "M"):
            return -1
        if before == "," and k - 2 >= a and self.tags[k - 2] in "NR)" and "Q" not in self.tags[a:k]:
            return -1
        subject = self._after(i, b)
        if subject < 0:
            return -1
        end = self.mentions[subject].last + 1
        return -1 if self.tags[end] in "VXvH" else subject

    def _subject(self, i: int, a: int, found: list[Predicate]) -> int:
        """The subject of the verb at ``i``, searched to the left within the sentence."""
        tags = self.tags
        framed = self._framed(i, a)
        if framed >= 0:
            return framed
        j = i - 1
        steps = 0
        while j >= a and steps < 60:
            steps += 1
            tag = tags[j]
            if j in self.ends_at:
                index = self.ends_at[j]
                before = self.words[self.mentions[index].first - 1].lower()
                if tags[i] in "Gg" and j == i - 1 and before not in self.language.words["place_prepositions"]:
                    return index
                outer = self._out_of_phrase(index, a)
                if outer != index and outer >= 0:
                    return outer
                if outer == index:
                    return index
                j = self.mentions[index].first - 1
                continue
            if tag in "XMY#tO-" or tag in "VGHgv":
                if tag in "VGHgv" and found:
                    return found[-1].subject if found[-1].verb == j else -1
                j -= 1
            elif tag in ",)":
                j = self._skip_back(j, a)
            elif tag in "CW":
                if tag == "W":
                    nearest = self.ends_at.get(j - 1, self.ends_at.get(j - 2, -1) if tags[j - 1] == "," else -1)
                    if nearest >= 0 and self.words[j].lower() != "who":
                        return nearest
                    j -= 2 if tags[j - 1] == "," else 1
                    continue
                return self._coordinate(j, found)
            elif tag == "S" or tag in ":;Q":
                return -1 if tag != "Q" else self._coordinate(j, found)
            else:
                j -= 1
        return -1

    def _framed(self, i: int, a: int) -> int:
        """ "Ann Lee, the mayor of York, told …": the mention that opens the clause whose aside closes before the verb."""
        tags = self.tags
        k = i - 1
        while k > a and tags[k] in "XM":
            k -= 1
        if tags[k] not in ",)-" or k <= a:
            return -1
        starts = [a, *(j + 1 for j in range(a, k) if tags[j] in "QS;:")]
        for begin in starts[-4:]:
            while begin < k and tags[begin] in ",CM-":
                begin += 1
            if begin in self.starts_at:
                index = self._head_of(self.starts_at[begin])
                following = self.mentions[index].last + 1
                if following < k and tags[following] in ",(-":
                    return index
        return -1

    def _out_of_phrase(self, index: int, a: int) -> int:
        """The head of the noun phrase around a mention that is the object of a preposition or an apposition; -1: go on."""
        mention = self.mentions[index]
        k = mention.first - 1
        while k >= a and self.tags[k] in "DaE#NMTv" and k not in self.ends_at:
            k -= 1
        if k < a:
            return index
        if self.tags[k] == "e" and k - 1 in self.ends_at:
            return index
        if self.words[k].lower() in self.language.words["clause_prepositions"]:
            return index
        if self.tags[k] == "I" or (self.tags[k] == "t" and k == mention.first - 1):
            return self._before_preposition(k, a, index)
        if self.tags[k] == "," and k - 1 in self.ends_at and mention.kind == "nominal":
            outer = self.mentions[self.ends_at[k - 1]]
            if outer.kind == "name" and (outer.first == a or self.tags[outer.first - 1] in ",CSQ-"):
                return self.ends_at[k - 1]
        return index

    def _before_preposition(self, k: int, a: int, index: int) -> int:
        j = k - 1
        if self.tags[j] == "Q":
            return -1
        if j in self.ends_at:
            outer = self._out_of_phrase(self.ends_at[j], a)
            return outer if outer >= 0 or self.follows else self.ends_at[j]
        while j >= a and self.tags[j] in "aNR#DEMv":
            if j in self.ends_at:
                return self._out_of_phrase(self.ends_at[j], a)
            j -= 1
        return -1 if j < a or self.follows or self.tags[j] in ",I" else index

    def _skip_back(self, j: int, a: int) -> int:
        """From a closing comma or bracket to the word before the phrase that it closes."""
        close = self.tags[j]
        opening = "," if close == "," else "("
        k = j - 1
        while k >= a and self.tags[k] != opening and j - k < 40:
            if self.tags[k] in "Q;:" and close == ",":
                return j - 1
            k -= 1
        return k - 1 if k >= a and self.tags[k] == opening else j - 1

    def _coordinate(self, j: int, found: list[Predicate]) -> int:
        """ "walked out and said": the subject of the verb before."""
        for predicate in reversed(found):
            if predicate.verb < j and predicate.subject >= 0 and not predicate.inverted and predicate.group != "noun":
                return predicate.subject
        return -1
