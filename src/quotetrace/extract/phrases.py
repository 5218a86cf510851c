"""Noun phrases around mentions: where one starts or ends, and which of its mentions is the head."""

import re
from functools import cache
from typing import Final

from quotetrace.lang import Language
from quotetrace.syntax import Mention, Tokens

_DESCRIBED: Final = re.compile(r"(?:[aRN·p]|I[DaER]{0,3}[aRN·p])*,")
_OFFICE: Final = re.compile(r"I[DE]?[aRN·p]{1,4}")
_FIELD: Final = re.compile("I[aR]{1,2}(?=N)")
_HELD_BY: Final = re.compile(r"D#?[aR]{1,3}(?=N)")
_PARTY: Final = re.compile(",(?:a,C?|#,C)")
_OFFICES: Final = re.compile("[RT]·?C")
_SECOND: Final = re.compile("C[aR]{0,4}(?=[TN])")  # "founder | and chief executive | Ann Lee"
_OPENING: Final = 24  # tokens of a sentence before a subject behind a phrase that opens it
_NEAR: Final = 6  # tokens that are looked at, after an owner without its "'s"
_ASIDE: Final = 14  # tokens of "…, porte-parole du RCV," that are read
_HOPS: Final = 20  # owners and titles that are passed on the way to a head


@cache
def _speaking(language: Language) -> frozenset[str]:
    return language.words["roles"] | language.words["documents"]


class Phrases:
    """Looks up the mentions of one text by the tokens they start and end at."""

    def __init__(self, tokens: Tokens, mentions: list[Mention], language: Language) -> None:
        self.tags = tokens.tags
        self.words = tokens.words
        self.lower = tokens.lower
        self.mentions = mentions
        self.follows = language.does("subject_follows")
        self.verb_second = language.does("verb_second")
        self.nouns_capitalised = language.does("nouns_capitalised")
        self.first_names = language.first_names
        self.relatives = language.words["relatives"]
        self.datives = language.words["datives"]
        self.definites = language.words["definites"]
        self.partitives = language.words["partitives"]
        self.authors = language.words["agent_prepositions"]
        self.speaking = _speaking(language)
        self.companions = language.words["companions"]
        self.places = language.words["places"]
        self.locatives = language.words["locatives"]
        self.participle_endings = tuple(sorted(language.words["participle_endings"]))
        self.clause_prepositions = language.words["clause_prepositions"]
        self.mention_to = [-1] * (len(tokens.words) + _NEAR)  # the mention that ends at each token, or -1,
        self.mention_from = self.mention_to.copy()  # and the one that starts there
        for i, mention in enumerate(mentions):
            self.mention_to[mention.last] = self.mention_from[mention.first] = i

    def starting_at(self, i: int, b: int) -> int:
        """The mention that starts at token ``i``, or after words that only describe it."""
        for j in range(i, min(i + (_NEAR + 2 if self.verb_second else 5), b)):
            if self.mention_from[j] >= 0:
                return self.head_of(self.mention_from[j])
            if self.tags[j] not in "DEaN#RTMvY":
                return self._of_field(i, j)
        return -1

    def _of_field(self, first: int, following: int) -> int:
        """ "master of ceremonies Ann Lee": the name behind what an office, from token ``first``, is of; not in
        "a friend of mayor Ann Lee", "friends of mayor Ann Lee"."""
        field = _FIELD.match(self.tags, following)
        name = self.mention_from[field.end()] if field else -1
        if name < 0 or self.lower[following] not in self.partitives or self.lower[following - 1][-1] == "s":
            return -1
        bare = self.tags[first] not in "D#" or "e" in self.tags[first:following]
        return name if bare and self.lower[self.mentions[name].first] in self.first_names else -1

    def named_in(self, i: int, b: int) -> int:
        """The mention that a noun phrase from token ``i`` ends in: its last name, else its last noun phrase."""
        best = -1
        for j in range(i, min(i + 12, b)):
            if self.nouns_capitalised and best >= 0 and self._goes_on_without(best, j):
                break
            if self.mention_from[j] >= 0 and (best < 0 or j > self.mentions[best].last):
                index = self.mention_from[j]
                if best >= 0 and self.mentions[index].head in self.relatives:
                    break
                if (
                    best < 0
                    or not self.verb_second
                    or self.mentions[index].kind != "nominal"
                    or self.mentions[best].kind == "nominal"
                ):
                    best = index
            if self.tags[j] not in "DEeaN#RTMvYVHp·P" or (self.verb_second and best >= 0 and self.tags[j + 1] in "D#"):
                break
        return best

    def _goes_on_without(self, index: int, j: int) -> bool:
        """ "nach Angaben des Amtes | gewann er": a small letter behind a phrase that describes nothing in it."""
        return j > self.mentions[index].last and self.tags[j] not in "p·#-" and self.words[j][0].islower()

    def head_of(self, index: int) -> int:
        """For "Lee's spokesman" the spokesman; for "official Ann Lee" Ann Lee."""
        for _ in range(_HOPS):
            following = self.mentions[index].last + 1
            inner = -1
            if self.lower[following] in self.datives:  # "sagte der Vater | seinem Sohn Ole Roe"
                return index
            if self.tags[following] == "e":
                inner, stop = self._next(following + 1, "aNRTv#", "")
                if inner < 0 and stop:
                    return index
            if inner < 0:
                inner, _ = self._next(following, "RTa#·", "NTR")
            if inner < 0:
                inner = max(self._of_two_offices(following), self._of_field(self.mentions[index].first, following))
            if inner < 0:
                inner = max(self._of_body(following), self._of_one_holder(index))
            if inner < 0:
                break
            index = inner
        return self.named_after(index) if self.follows else index

    def last_of_party(self, index: int) -> int:
        """ "Sen. Lee, D-York, and Rep. Roe, R-Vale, said", "Lee, 34, and Roe, 36, said": the last of those of whom each
        party or age is told."""
        for _ in range(_HOPS):
            party = _PARTY.match(self.tags, self.mentions[index].last + 1)
            following = self.mention_from[party.end()] if party else -1
            if following < 0 or self.mentions[following].kind != "name":
                break
            index = following
        return index

    def _of_two_offices(self, following: int) -> int:
        """ "former Drovian Gov. and Roads Committee Chairman Ann Lee": the name behind two offices."""
        offices = _OFFICES.match(self.tags, following)
        index = self.mention_from[offices.end()] if offices else -1
        if index < 0 or self.mentions[index].kind != "name":
            return -1
        held = self.tags[self.mentions[index].first : self.mentions[index].last]
        return index if "T" in held else -1

    def _of_body(self, following: int) -> int:
        """ "head of the Tarn Works Department | Ann Lee": the name right behind that of a body, which is no mention."""
        j = following + 1
        while self.tags[following] in "It" and self.tags[j] in "DN":
            if self.mention_from[j] >= 0:
                return self.mention_from[j] if self._is_behind_body(j) else -1
            j += 1
        return -1

    def _of_one_holder(self, index: int) -> int:
        """ "founder and chief executive | Ann Lee", "the mill's owner and …": the name behind two offices of one, which
        have no article."""
        first = self.mentions[index]
        second = _SECOND.match(self.tags, first.last + 1)
        name = self.mention_from[second.end()] if second else -1
        if name < 0 or first.kind == "name" or first.number == "p" or self.mentions[name].kind != "name":
            return -1
        office = self.tags[first.last + 2 : self.mentions[name].last].rstrip("N")  # "CEO Ann", "director Ann"
        owned = "e" in self.tags[first.first : first.last]
        bare = self.tags[first.first] == "R" and self.tags[first.first - 1] not in "DE#"
        return name if office and (owned or bare) else -1

    def _is_behind_body(self, first: int) -> bool:
        return self.tags[first - 1] == "N" and self.mention_to[first - 1] < 0

    def _next(self, first: int, passed: str, opening: str) -> tuple[int, bool]:
        """The mention that starts within a few tokens, past letters in ``passed``; and whether another one stopped."""
        for j in range(first, first + _NEAR):
            if self.mention_from[j] >= 0 and (not opening or self.tags[j] in opening):
                return self.mention_from[j], False
            if self.tags[j] not in passed or (self.nouns_capitalised and self.words[j][0].islower()):
                return -1, True
        return -1, False

    def named_after(self, index: int) -> int:
        """For "the minister of the interior, Ann Lee," Ann Lee."""
        following = self.mentions[index].last + 1
        for j in range(following + 2, following + _NEAR):  # "la ministre de la Pêche | Ada Kervadec"
            if self.mention_from[j] >= 0 and _OFFICE.fullmatch(self.tags, following, j):
                name = self.mention_from[j]
                if self._may_hold(name) and self.mentions[index].kind == "nominal":
                    return name
        described = _DESCRIBED.match(self.tags, following, following + 12)
        name = self.mention_from[described.end()] if described and self.mentions[index].kind == "nominal" else -1
        any_article = self.follows and not self.verb_second  # "O autor do golo, | o médio Ada Lee,"
        if name < 0 and described and (any_article or self.lower[self.mentions[index].first] not in self.definites):
            name = self._of_one(described.end())  # "Um deles, | o motorista Cleto Sousa, 29, contou"
        if name < 0 or self.mentions[name].kind != "name":
            return index
        return name if self.tags[self.mentions[name].last + 1] in ",.(:Q" else index

    def over_aside(self, comma: int) -> int:
        """ "Ann Lee, porte-parole du RCV, pour qui …": who is named before the aside that a comma closes, else the
        mention right before it."""
        nearest = self.mention_to[comma - 1]
        opened = self.tags.rfind(",", max(0, comma - _ASIDE), comma)
        index = self.mention_to[opened - 1] if opened > 0 else -1
        if index < 0 or self.mentions[index].kind != "name" or self.tags[opened + 1] not in "aRDIT#":
            return nearest
        return nearest if self.tags[opened + 1 : comma].strip("DaENRTI#·pe") else index

    def _of_one(self, first: int) -> int:
        """The name behind an article and a noun that begin at token ``first``, or -1."""
        office = _HELD_BY.match(self.tags, first)
        return self.mention_from[office.end()] if office else -1

    def _may_hold(self, index: int) -> bool:
        """Whether a name may hold an office: where any noun has a capital, one of two words or with a first name."""
        mention = self.mentions[index]
        plain = self.nouns_capitalised and mention.first == mention.last
        return mention.kind == "name" and not plain

    def out_of_phrase(self, index: int, a: int) -> int:
        """The head of the noun phrase around an object of a preposition or an apposition; -1: go on."""
        mention = self.mentions[index]
        k = mention.first - 1
        if mention.kind == "pronoun" and not (k >= a and self.tags[k] in "It"):
            return index
        while k >= a and self.tags[k] in "DaE#NMTvR" and self.mention_to[k] < 0:
            k -= 1
        if self.mention_to[k] >= 0 and self._qualifies(k, mention):  # "for | Labour mayoral candidate | Ann Lee"
            k = self.mentions[self.mention_to[k]].first - 1
        if k < a:
            return index
        if self.tags[k] == "e" and self.mention_to[k - 1] >= 0:
            return self._past_owner(self.mention_to[k - 1], a, index)
        if self.mention_to[k] >= 0 and self.lower[k + 1].endswith(self.participle_endings):
            return self.out_of_phrase(self.mention_to[k], a)  # "a man | carrying two bags | said"
        doing = self.lower[mention.last + 1].endswith(self.participle_endings) and self.tags[mention.last + 1] in "aGg"
        if self._is_behind_body(mention.first):
            return index
        if self.lower[k] in self.clause_prepositions or (doing and self.lower[k] in self.companions):
            return index  # "with | Ann Lee | taking to the radio to call …"
        if self.tags[k] == "C":
            before = self.mention_to[k - 4 if self.tags[k - 3 : k] == "(N)" else k - 1]  # "the Dam Board (DB) and"
            if before >= 0:
                return self._of_several(before, index)
        if self.tags[k] == "," and self._is_place(index) and self.mention_to[k - 1] >= 0:
            return self.out_of_phrase(self.mention_to[k - 1], a)
        if self._opens_anew(k, mention, a):
            return index
        if self.tags[k] == "I" or (
            self.tags[k] == "t" and (self.tags[k + 1] in "NTRDE" or self.mention_to[k - 1] >= 0)
        ):
            return self._before_preposition(k, a, index)
        closed = self.tags[mention.last + 1] not in "VX"  # "Lee, the mayor said, …" is no apposition
        if closed and self.tags[k] == "," and self.mention_to[k - 1] >= 0 and mention.kind == "nominal":
            outer = self.mentions[self.mention_to[k - 1]]
            leads = self.tags[outer.first - 1]
            listed = leads == "C" and self.mention_to[outer.first - 2] >= 0  # "in Tarn and York, a man at Lee's said"
            if outer.kind == "name" and (outer.first == a or (leads in ",CSQ-" and not listed)):
                return self.mention_to[k - 1]
        return index

    def _opens_anew(self, k: int, mention: Mention, a: int) -> bool:
        """ "Fuori dall'aula | la vedova ha detto": an article behind the noun that the preposition at ``k`` governs,
        at the start of a sentence."""
        romance = self.follows and not self.verb_second
        if not romance or self.tags[k] != "I" or self.tags[mention.first] != "D" or self.tags[mention.first - 1] != "a":
            return False
        return mention.first - a < _OPENING and not self.tags[a : mention.first].strip("IDaMYE#,")

    def _qualifies(self, k: int, mention: Mention) -> bool:
        """ "Labour mayoral candidate Ann Lee": whether a name at token ``k`` only says what kind of office it is."""
        before = self.mentions[self.mention_to[k]]
        office = self.tags[k + 1 : mention.first]
        return before.kind == mention.kind == "name" and office[-1:] == "R" and not office.strip("aR")

    def _past_owner(self, owner: int, a: int, index: int) -> int:
        """ "Ann Lee of York's mill said", "a spokesman for Lee's campaign": the head around what is owned."""
        k = self.mentions[owner].first - 1
        if self.follows or k <= a or self.tags[k] != "I" or self.mention_to[k - 1] < 0:
            return index
        head = self.mentions[self.mention_to[k - 1]]
        described = head.kind == "nominal" and (self.tags[head.last] == "R" or head.head in self.speaking)
        linked = described or (self.lower[k] in self.partitives and head.kind != "pronoun")
        return self.out_of_phrase(self.mention_to[k - 1], a) if linked else index

    def _of_several(self, before: int, index: int) -> int:
        """ "A group of clerks and guards said": whose parts the last two mentions are, if anybody's."""
        for _ in range(_HOPS):
            k = self.mentions[before].first - 1
            if self.tags[k] != "," or self.mention_to[k - 1] < 0:
                break
            before = self.mention_to[k - 1]
        while self.tags[k] in "aN#D":
            k -= 1
        if self.tags[k] == "I" and self.mention_to[k - 1] >= 0 and self._is_list_of(k, before, index):
            return self.out_of_phrase(self.mention_to[k - 1], 0)
        listed = self.mentions[index].kind == self.mentions[before].kind == "nominal"
        if not listed or self.lower[k] not in self.partitives or self.mention_to[k - 1] < 0:
            return index
        return self.mention_to[k - 1] if self.mentions[self.mention_to[k - 1]].number == "s" else index

    def _is_list_of(self, k: int, before: int, index: int) -> bool:
        """ "A study by | Ann Lee and Bo Roe", "guards in | Tarn and Vale", "staff at | the Dam Board and the Guild":
        whether two names say whose or where the noun phrase before token ``k`` is."""
        head, first, last = self.mentions[self.mention_to[k - 1]], self.mentions[before], self.mentions[index]
        known = self.tags[head.last] == "R" or head.number == "p" or head.head in self.speaking
        if head.kind != "nominal" or not first.kind == last.kind == "name" or not known:
            return False
        places = self._is_town(first) and self._is_town(last)
        joins = self.lower[k] in self.companions or self.lower[k] in self.clause_prepositions
        bodies = first.gender == last.gender == "n" and not joins
        return bodies or places or self.lower[k] in self.partitives or self.lower[k] in self.authors

    def _is_town(self, name: Mention) -> bool:
        """A name of one word, or one that is known as a place's: "York", "Los Angeles"."""
        return name.first == name.last or name.text.lower() in self.places

    def _is_place(self, index: int) -> bool:
        return self.mentions[index].kind == "name" and self.mentions[index].text.lower() in self.places

    def _before_preposition(self, k: int, a: int, index: int) -> int:
        j = k - 1
        if self.tags[j] == "Q":
            return -1
        if self.mention_to[j] >= 0:
            if self._of_field(self.mentions[self.mention_to[j]].first, k) == index:
                return index
            outer = self.out_of_phrase(self.mention_to[j], a)
            return outer if outer >= 0 or self.follows else self.mention_to[j]
        while j >= a and self.tags[j] in "aNR#DEMv":
            if self.mention_to[j] >= 0:
                return self.out_of_phrase(self.mention_to[j], a)
            j -= 1
        if j > a and not self.follows and self.tags[j] in "VvG" and self.mention_to[j - 1] >= 0:
            return self.out_of_phrase(self.mention_to[j - 1], a)  # "officials | briefed on the plan | said"
        if j < a and not self.follows and self.tags[k + 1 : self.mentions[index].first].strip("DE"):
            return index  # "In the hall | Ann Lee | said": what the preposition governs ends before her
        located = self.tags[k - 1] == "a" and self.lower[k] in self.locatives  # "as that blogger in York said"
        located = located and self.mentions[index].kind == "name"
        return -1 if j < a or self.follows or located or self.tags[j] in ",IX" else index
