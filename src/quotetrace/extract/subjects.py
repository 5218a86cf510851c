"""Which mention is the subject of which verb: a walk over the tag letters, no parser."""

import re
from typing import Final

from quotetrace.extract.inversion import Inversion
from quotetrace.extract.participles import UNSPOKEN, Participles, spoken
from quotetrace.extract.phrases import Phrases
from quotetrace.extract.verb_groups import VerbGroups
from quotetrace.extract.verb_second import VerbSecond
from quotetrace.lang import Language
from quotetrace.syntax import Predicate, Tokens

_VERBS: Final = frozenset("VGHgv")
_BARRIERS: Final = frozenset("CSQ:;")
_COMPLEMENT: Final = re.compile(
    r"a?I[DaENRT#e·]{1,8}(?:IY[YM]?|I[DaENRT#e·]{1,8})?(?=[,(-])|IY[YM]?I[DaENRT#e·]{1,8}(?=[,(-])"
)  # "two people close to Ann Lee, …"
_ONE_CLAUSE: Final = re.compile("[^,;:SWQCPO.]{1,12}")
_UNBROKEN: Final = re.compile("[DaENRTeOIMY#·tvP]*(?:(?<=N),N{1,2}·?,)?X?M?")  # no comma, conjunction or finite verb
_NAMED: Final = re.compile("[DaENRTeOIMY#·tvP]*(?<![N·]),([NT][NT·]*)(?:,#)?,X?M?")  # an unbroken one, and who it is of
# "quotes an official | at the ministry as saying"
_QUOTED: Final = re.compile("(?:I[DEaNRT·#e]{1,6}){0,2}(?:IG|,?Q|:)")
_PAUSE: Final = frozenset(",Q")
_DOING: Final = "VvXHGgMt"
_NEAR: Final = 12  # tokens between a document and its participle
_STEPS: Final = 60  # to the left of a verb, at most


class Subjects:
    """Finds the subjects of one text. Holds the lookups that every step needs; no state between sentences."""

    def __init__(self, tokens: Tokens, phrases: Phrases, language: Language) -> None:
        self.tags = tokens.tags
        self.words = tokens.words
        self.lower = tokens.lower
        self.phrases = phrases
        self.mentions = phrases.mentions
        self.language = language
        self.follows = language.does("subject_follows")
        self.complete = "XMtV" if self.follows else "XMt"  # after these an auxiliary is no verb of its own
        self.within = "XMP" if self.follows else "XM"
        self.perfect = language.words["perfect"]
        self.perfect_participles = language.words["perfect_participles"]
        self.partitives = language.words["partitives"]
        self.relates_over = language.does("adjectives_follow")
        self.relating = language.words["subject_relatives"]
        self.groups = VerbGroups(tokens, language)
        self.participles = Participles(tokens, phrases, language)
        self.inversion = Inversion(tokens, phrases, language)
        self.verb_second = VerbSecond(tokens, phrases, language) if language.does("verb_second") else None

    def is_verb(self, i: int, b: int) -> bool:
        """Whether token ``i`` is a verb, or an auxiliary that has no verb of its own after it."""
        return self.tags[i] in "VGHgv" or (self.tags[i] == "X" and self._alone(i, b))

    def _alone(self, i: int, b: int) -> bool:
        """An auxiliary that is the verb itself: "is", "had" with no verb of its own after it."""
        j = i + 1
        while j < b and self.tags[j] in self.within:
            j += 1
        return j >= b or (self.tags[j] not in "VGHgv" and self.tags[i - 1] not in self.complete)

    def predicate(self, i: int, a: int, b: int, found: list[Predicate]) -> Predicate:
        """The verb at ``i`` of the sentence of tokens ``[a, b)``, after those ``found`` so far."""
        tag = self.tags[i]
        group = self.groups.group(i, a)
        perfect = tag in "Vv" and self.lower[i - 1] in self.perfect_participles
        participle = tag in "Gg" or perfect  # "having called it …"
        if self.groups.says_nothing(i) or self._is_of_what_is_told(i, found):
            return Predicate(i, -1, "other", participle=participle)
        placed = self.verb_second.subject(i, a, b) if self.verb_second and tag in "VvH" else None
        if placed is not None:
            return Predicate(i, placed[0], group, inverted=placed[1])
        quoted = self._quoted(i, tag)
        if quoted >= 0:
            return Predicate(i, quoted, group, inverted=True)
        inverted = self.inversion.agent(i, b, group) if tag in "VvH" else -1
        phrasal = tag == "v" and group == "say"
        turns = group == "say" or self.follows or (group not in UNSPOKEN and self.tags[i - 1] == "Q")
        if inverted < 0 and not participle and turns and not phrasal:
            inverted = self.inversion.subject(i, a, b)
            if inverted >= 0 and self._is_judged(group, self.mentions[inverted].last + 1):
                inverted = -1
        if inverted < 0 and self.follows and not participle:
            inverted = self.inversion.pronoun(i, b)
        if inverted >= 0:
            return Predicate(i, inverted, group, inverted=True)
        anchor = self._auxiliary(i, a) if self.follows else i
        subject = self.participles.subject(i - perfect, a, found) if participle else -1
        if subject < 0:
            subject = self._subject(anchor, a, found)
        if subject >= 0 and self.follows:
            subject = self.phrases.named_after(subject)
        if subject < 0 and self.follows and not participle:
            inverted = self.inversion.after(anchor, b)
            if inverted >= 0:
                return Predicate(i, inverted, group, inverted=self.mentions[inverted].first > i)
        if subject < 0 and participle:
            subject = spoken(found)
        return Predicate(i, subject, group, participle=participle)

    def _is_judged(self, group: str, end: int) -> bool:
        """ "Lee's book, “The Dam,” describes Roe | as …", "Lee, star of “Mud,” called the wall | “old”": an object."""
        return (group == "judge" and self.tags[end] == "I") or (group in ("judge", "ask") and self.tags[end] == "Q")

    def _is_of_what_is_told(self, i: int, found: list[Predicate]) -> bool:
        """ "a wall that the clerk said was old": the subject of an auxiliary right behind a cue is not the clerk."""
        return self.tags[i] == "X" and bool(found) and found[-1].verb == i - 1 and found[-1].group in ("say", "thought")

    def _quoted(self, i: int, tag: str) -> int:
        """ "The Courier quoted Ann Lee as saying …", "… quotes her: …": who is quoted; -1 where nobody is."""
        if tag != "V" or self.lower[i] not in self.inversion.quoters:
            return -1
        index = self.phrases.mention_from[i + 1]
        if index < 0:
            return -1
        index = self.phrases.head_of(index)
        told = _QUOTED.match(self.tags, self.mentions[index].last + 1)
        return index if told else -1

    def _auxiliary(self, i: int, a: int) -> int:
        """ "Lee hat in einer Mail an die Presse bestätigt": the auxiliary far before, beside the subject."""
        for k in range(i - 1, max(a - 1, i - 20), -1):
            if self.tags[k] in "VGHgvSWQ;:,C":
                break
            if self.lower[k] in self.perfect:
                return k
        return i

    def closed_before(self, predicate: Predicate, verb: int) -> bool:
        """Whether a comma, or a quotation, closes the clause of ``verb`` before the subject of ``predicate``."""
        first = self.mentions[predicate.subject].first
        return first > verb and self.tags[first - 1] in ",QNTDaRE#·" and not _PAUSE.isdisjoint(self.tags[verb:first])

    def _subject(self, i: int, a: int, found: list[Predicate]) -> int:
        """The subject of the verb at ``i``, searched to the left within the sentence; -1: none."""
        if self._is_purpose(i, found):
            return found[-1].subject
        left = self._left_to(i, found)
        if left >= 0:
            return left
        shouting = self.participles.crowd(i, found)
        if shouting >= 0:
            return shouting
        written = self._writing(i)
        if written >= 0:
            return written
        framed = self._framed(i, a)
        if framed >= 0:
            return framed
        related = self._past_relative(i, found)
        if related < 0 and (self.relating or self.tags[i] == "V"):
            related = self._past_that(i, a)
        if related < 0:
            related = self._past_object(i, found)
        if related >= 0:
            return related
        if self._is_listed(i, a) and found:
            shared = spoken(found)
            if shared >= 0:
                return shared
        j = i - 1
        for _ in range(_STEPS):
            if j < a:
                break
            if self.phrases.mention_to[j] >= 0:
                index = self.phrases.mention_to[j]
                if self.follows and self._is_in_relative(self.mentions[index].first, a):
                    j = self.mentions[index].first - 3
                    continue
                if self.tags[j + 1] == "M" and self.language.has("durations", self.lower[j]):
                    j = self.mentions[index].first - 1  # "two weeks ago"
                    continue
                if self._is_object(j):
                    j -= 1
                    continue
                subject = index if self._is_beside(i, j, index) else self.phrases.out_of_phrase(index, a)
                if subject >= 0:
                    return subject
                j = self.mentions[index].first - 1
            elif self._relates(j):
                return self.phrases.mention_to[j - 2 if self.tags[j - 1] == "," else j - 1]
            elif self.tags[j] in _BARRIERS or (self.tags[j] in _VERBS and found):
                if self.verb_second and self.tags[j] in _VERBS and "," in self.tags[j:i]:
                    return -1  # "Sie sagte, Ziel sei es …"
                return self._at_barrier(j, a, found)
            elif self.tags[j] == "W":
                before = j - 2 if self.tags[j - 1] in ",-" else j - 1
                nearest = self.phrases.mention_to[j - 1]
                nearest = nearest if nearest >= 0 else self.phrases.mention_to[before]
                if self.relates_over and self.tags[j - 1] == ",":
                    nearest = self.phrases.over_aside(j - 1)
                if nearest >= 0 and self.language.pronouns.get(self.lower[j]) != "w":
                    return nearest
                j = before
            else:
                j = self._skip_back(j, a) if self.tags[j] in ",)" else j - 1
        return -1

    def _is_object(self, j: int) -> bool:
        """ "Lee changed | it | for a text calling for help": a pronoun of both cases between a verb and no verb."""
        if self.tags[j] != "P" or self.language.pronouns.get(self.lower[j]) != "n3s" or self.tags[j + 1] in _DOING:
            return False
        return self.tags[j - 1] in "vVGgH" or self.lower[j - 1].endswith(self.phrases.participle_endings)

    def _relates(self, j: int) -> bool:
        """ "il presidente Ida Lee, | che ai microfoni ha detto": a word that also opens what is told, behind a name."""
        if self.tags[j] != "S" or self.lower[j] not in self.relating:
            return False
        return self.tags[j - 1] == "," and self.phrases.mention_to[j - 2] >= 0

    def _writing(self, i: int) -> int:
        """ "Lee held a sign that read …", "mugs that say “…”": what is written on, before "that"; -1: no such thing."""
        if self.tags[i - 1] != "S" or self.lower[i - 1] not in self.language.words["that"]:
            return -1
        index = self.phrases.mention_to[i - 2]
        beside = self.tags.startswith(("Q", ",Q"), i + 1)
        return index if index >= 0 and (beside or self.language.has("documents", self.mentions[index].head)) else -1

    def _is_purpose(self, i: int, found: list[Predicate]) -> bool:
        """ "Lee rowed past the Orwick gates to report …": who does it, unless somebody stands right before "to"."""
        if (
            self.tags[i - 1] != "t"
            or self.phrases.mention_to[i - 2] >= 0
            or not found
            or found[-1].group not in UNSPOKEN
        ):
            return False
        return _ONE_CLAUSE.fullmatch(self.tags, found[-1].verb + 1, i - 1) is not None

    def _left_to(self, i: int, found: list[Predicate]) -> int:
        """ "It was left to Ann Lee to say that …", "It is for Lee to tell them": who stands before "to"; -1: nobody."""
        index = self.phrases.mention_to[i - 2] if self.tags[i - 1] == "t" else -1
        if index < 0 or not found or found[-1].subject < 0 or self.mentions[index].kind == "pronoun":
            return -1
        impersonal = self.mentions[found[-1].subject].pronoun == "it"
        return index if impersonal and self.tags[self.mentions[index].first - 1] in "tI" else -1

    def _past_relative(self, i: int, found: list[Predicate]) -> int:
        """ "An official who saw the letter said": over a relative clause that no comma closes, what it describes."""
        finite = self.tags[i] in "VvX" or (self.tags[i] in "Gg" and self.tags[i - 1] in "XM")
        if not finite or not found or found[-1].participle or found[-1].subject < 0:
            return -1
        relative, verb = self.mentions[found[-1].subject], found[-1].verb
        if self.language.pronouns.get(relative.head) != "w" or relative.first > verb:
            return -1
        if self.language.has("haves", self.lower[verb]):  # "Lee, who has at times described …"
            return -1
        if self.tags[i] == "X" and found[-1].group != "other":  # "A man who thinks the dam is safe"
            return -1
        if found[-1].inverted:
            return -1
        named = _NAMED.fullmatch(self.tags, verb + 1, i)
        if named:  # "The clerk who found it, Ann Lee, said"
            return self.phrases.mention_from[named.start(1)]
        if not _UNBROKEN.fullmatch(self.tags, verb + 1, i):
            return -1
        if self._has_own_subject(i):  # "clerks who say she should call it a heap"
            return -1
        described = relative.first - 2 if self.tags[relative.first - 1] == "," else relative.first - 1
        return self.phrases.mention_to[described]

    def _is_in_relative(self, first: int, a: int) -> bool:
        """ "la jefa del coro | que fundó Ada Lee | dice …": a name that closes what is said of a noun."""
        related = first - 3 >= a and self.tags[first - 2] in "SW" and self.tags[first - 1] in "av"
        return related and self.tags[first - 3] in "aRN"

    def _past_that(self, i: int, a: int) -> int:
        """ "Una vecina que no da su nombre | relata …": who opens a sentence, over a relative clause that no comma
        closes."""
        opening = self.phrases.mention_from[a]
        that = self.mentions[opening].last + 1 if opening >= 0 else a
        if opening < 0 or self.tags[that] != "S" or not self._opens_relative(that):
            return -1
        k = i
        while self.tags[k - 1] in "XOM" and k > that + 1:
            k -= 1
        inner = self.tags[that + 1 : k]
        return opening if k > that + 2 and not inner.strip("XOMVvHaDENR#ITpY") and self.tags[k - 1] in "aNRY#" else -1

    def _opens_relative(self, that: int) -> bool:
        """ "la vecina | que vive allí", "the firm | that runs it": a word that relates, with no subject behind it."""
        if self.lower[that] in self.relating:
            return True
        verb = self.lower[that + 1]
        doing = self.tags[that + 1] in "XvVH" or (self.tags[that + 1] == "a" and verb[-1] == "s" and verb[-2:] != "ss")
        return doing and self.lower[that] in self.language.words["articles"]

    def _has_own_subject(self, i: int) -> bool:
        """Whether "he", "she", "we" or "they" stands right before the auxiliary of a verb."""
        k = i - 1
        if self.tags[k] not in "XM":
            return False
        while self.tags[k] in "XM":
            k -= 1
        found = self.language.pronouns.get(self.lower[k], "") if self.tags[k] == "P" else ""
        return found[:1] in ("m", "f") or found[1:] in ("1s", "1p", "3p")

    def _past_object(self, i: int, found: list[Predicate]) -> int:
        """ "The note that Ann Lee sent said", "The clerk I spoke to said": over the verb before, and its subject, what
        the relative clause is about."""
        if not found or found[-1].subject < 0 or self.follows or self.tags[i] != "V":
            return -1
        first, gap = self.mentions[found[-1].subject].first, i - found[-1].verb
        if gap == 1 and (self.lower[first - 1] in self.language.words["that"] or self.tags[first - 1] == "W"):
            return self.phrases.mention_to[first - 2]
        linked = gap == 1 or (gap == 2 and self.tags[i - 1] in "It")
        bare = linked and self.tags[first] == "P" and not found[-1].inverted
        return self.phrases.mention_to[first - 1] if bare else -1

    def _is_listed(self, i: int, a: int) -> bool:
        """ "Lee slams Roe, praises Poe": a speech verb right after the only comma of its clause."""
        if (self.follows and not self.verb_second) or self.tags[i] != "V" or self.tags[i - 1] != ",":
            return False
        k = i - 2
        while k >= a and self.tags[k] not in ",QS;:W(-":
            k -= 1
        return k < a or self.tags[k] in "Q;:"

    def _is_beside(self, i: int, j: int, index: int) -> bool:
        """ "Lee saying", but not "at a party celebrating": the mention right before a participle."""
        if self.tags[i] not in "Gg" or self.tags[j + 1 : i].strip("M") != "":
            return False
        k = self.mentions[index].first - 1
        if self.lower[k] in self.partitives:
            if self.language.has("recordings", self.lower[k - 1]):  # "footage of Lee saying"
                return True
            if self.tags[k - 1] in "D#":  # "with one of her aides saying"
                k -= 2
        return self.lower[k] not in self.language.words["place_prepositions"]

    def _at_barrier(self, j: int, a: int, found: list[Predicate]) -> int:
        """The subject that is shared over another verb, a conjunction or a quotation at ``j``; none over a "that"."""
        if self.tags[j] in _VERBS:
            return found[-1].subject if found[-1].verb == j else -1
        if self.tags[j] == "C" and not found and self.relating:  # "La empresa cierra la mina y | dice …"
            return self.phrases.starting_at(a, j)
        return self._coordinate(j, found) if self.tags[j] in "CQ" else -1

    def _framed(self, i: int, a: int) -> int:
        """ "Ann Lee, the mayor of York, told …": the mention that opens a clause whose aside closes before the verb."""
        tags = self.tags
        k = i - 1
        while k > a and tags[k] in "XM":
            k -= 1
        if tags[k] not in ",)-Q" or k <= a:
            return -1
        starts = [a, *(j + 1 for j in range(a, k) if tags[j] in "QS;:")]
        for begin in starts[-4:]:
            while begin < k and (
                tags[begin] in ",CM-"
                or self.lower[begin] in self.language.words["comparatives"]
                or (tags[begin] in ("av#" if self.verb_second else "avR#") and tags[begin + 1] in "NTR")
            ):
                begin += 1
            if self.phrases.mention_from[begin] >= 0:
                index = self.phrases.last_of_party(self.phrases.head_of(self.phrases.mention_from[begin]))
                following = self.mentions[index].last + 1
                if following < k and (tags[following] in ",(-" or _COMPLEMENT.match(tags, following, k)):
                    return index
        return -1

    def _skip_back(self, j: int, a: int) -> int:
        """From a closing comma or bracket to the word before the phrase that it closes."""
        close = self.tags[j]
        if close == "," and self.tags[j - 1] == ")" and self._names_party(j - 1, a):
            return j - 1
        if close == "," and (self.tags[j - 1] == "J" or self.tags.startswith("J·", j - 2)):  # "Bo Lund, Jr., said"
            return j - 1
        opening = "," if close == "," else "("
        k = j - 1
        while k >= a and self.tags[k] != opening and j - k < 40:
            if self.tags[k] in "Q;:" and close == ",":
                return j - 1
            k -= 1
        return k - 1 if k >= a and self.tags[k] == opening else j - 1

    def _is_done(self, predicate: Predicate) -> bool:
        """Whether a verb is in the infinitive or the passive: its subject does not say what the next verb says."""
        before = self.tags[predicate.verb - 1]
        if before == "X":
            return self.language.has("passives", self.lower[predicate.verb - 1])
        return before == "t"

    def _names_party(self, j: int, a: int) -> bool:
        """Whether the bracket that closes at ``j`` stands behind a name: "Ann Lee (D-York)"."""
        opening = self.tags.rfind("(", max(a, j - _NEAR), j)
        return opening > 0 and self.tags[opening - 1] in "N·" and self.phrases.mention_to[opening - 1] >= 0

    def _coordinate(self, j: int, found: list[Predicate]) -> int:
        """ "walked out and said": the subject of the speech verb before, else of the verb before."""
        turned = self.verb_second is not None
        before = [p for p in found if p.verb < j and p.subject >= 0 and (turned or self._leads(p, j))]
        before = [p for p in before if p.group not in ("noun", "source")]
        spoken = [p for p in before if not p.participle and p.group not in UNSPOKEN and not self._is_done(p)]
        plain = [p for p in spoken if self.tags[p.verb - 1] not in "XM"]
        if plain and self.tags[j - 1] == "," and self.tags[j + 1] == "V" and self.tags[spoken[-1].verb - 1] == "X":
            spoken = plain  # "Her brother said she had begged for it, and joked that …"
        if spoken and self._is_set_aside(spoken[-1], before[-1]):
            spoken = []
        return (spoken or before)[-1].subject if before else -1

    def _leads(self, predicate: Predicate, j: int) -> bool:
        """Whether a subject before its verb, or in "…, sade hon och tillade" right before the conjunction at ``j``."""
        return not predicate.inverted or (self.follows and self.mentions[predicate.subject].last == j - 1)

    def _is_set_aside(self, told: Predicate, latest: Predicate) -> bool:
        """ "When her aide told her, Lee laughed and said …": the cue's clause ends before the last subject."""
        opener = self.mentions[told.subject].first - 1
        aside = opener >= 0 and self.tags[opener] == "S" and self.lower[opener] not in self.language.words["that"]
        return aside and self.closed_before(latest, told.verb)
