"""Who is spoken of: names, pronouns and noun phrases, found as patterns over the tag letters."""

import re
from bisect import insort
from collections.abc import Iterator
from operator import attrgetter
from typing import Final

from quotetrace.extract.heads import heads, pronouns
from quotetrace.extract.unlisted import unknown_sources, unlisted
from quotetrace.extract.verb_groups import first_words
from quotetrace.lang import Language
from quotetrace.syntax import Mention, Tokens

# behind the first word of a name; most have only such words
_NAMED: Final = r"N*+(?:(?=[T#·pJ]|,J)·?(?:N·?|T(?=N)|#(?=N))*(?:p{1,3}(?:N·?)+){0,2}(?:,?J·?)?)?"
_TITLES: Final = r"·?(?:ID?T(?=[NT]))?(?:T·?(?:ID?T(?=[NT]))?){0,5}"  # between a first title and the name
_OWNED_NOUN: Final = r"(?=[MX]{0,3}[VG]|,[NTR])"  # behind a noun phrase that begins after "'s"
_ROLE: Final = r"(?![RTN·]|ID?T{1,6}N)"  # behind a role or title that is not followed by the name
_SPEAKS: Final = r"(?=[MX]{0,3}V|X[MX]{0,2}G)"
_TOLD: Final = r"(?=[aN#TYRMeCXv-]{1,16}+[VG])"  # so far at most stands the verb of speech behind a noun phrase
_DESCRIBED: Final = (
    rf"{_TOLD}M?v?[aN#TYRMe-]{{0,6}}[aR#](?:C[aR]{{1,3}})?(?=[MX]{{0,3}}[VG])"
    rf"|(?=[aN#YMv·-]{{0,6}}+[RT])[aN#TYMv·-]{{0,6}}?[RT]+{_ROLE}"
)
_OPENING: Final = r"v?(?:[aN#TRe-]|Y(?!v)){0,5}[aR](?![aN#RT])"  # of a clause
# "some | of the bakers said", "one | of whom said"
_PART: Final = r"(?=IW[MX]{0,3}V|I(?:O|[DE]?[aN#TRe-]{0,5}[aRD#])(?:[MX]{0,2}[Vv]|,[aDENRT#S]))"
_MENTION: Final = re.compile(  # a branch for each letter that a mention opens with; the search passes over all others
    rf"N(?P<name>{_NAMED})"
    rf"|T(?:(?P<titled>{_TITLES}p{{0,3}}N{_NAMED})|(?<=eT)[aNRT]{{0,2}}[aR]{_OWNED_NOUN}|[RT]*{_ROLE})"
    rf"|P(?P<pronoun>)"
    rf"|D(?:{_DESCRIBED}|(?=[DEMXV])[DE]?{_SPEAKS}|(?<=VD)#?(?=[.,|])|(?<=VD)D?(?=I[DEO])"
    rf"|(?<![^.|Q,SC;M]D){_PART}|(?:(?<![^.|Q!,SC;:V(-]D)|(?<=VOD)){_OPENING})"
    rf"|E(?:{_DESCRIBED}|{_SPEAKS}|(?:(?<![^.|Q!,SC;:V(-]E)|(?<=VOE)){_OPENING})"
    rf"|R(?:(?<=eR)(?:[aNRT]{{0,2}}[aR])?{_OWNED_NOUN}|[RT]*{_ROLE})"
    rf"|#(?:[aN#TYMv·-]{{0,6}}?[RT]+{_ROLE}|(?<=V#)(?=I[DE])|(?<![^.|Q,SC;]#){_PART})"
    rf"|e(?P<owned>a(?:[aNRT]{{0,2}}[aR])?{_OWNED_NOUN}|N{{1,3}}T{_ROLE})"
)
_NAMES: Final = ("name", "titled")
_HELD: Final = re.compile(r"[RT](?P<name>N{1,4})")
_HELD_BEFORE: Final = re.compile(r"(?:[RT]|(?<=[.|Q])D)(?P<name>N{1,4})(?=a(?![aNRVXMvH,]))")
_OFFICE: Final = re.compile(r"[DE][aM]?(?P<office>[RT])(?:a{0,2}|a?(?:[Ip][DE]?[aN]{1,3}){0,2},)$")
_BEFORE: Final = 10  # tokens of "el presidente de la Junta de Alda, | Ada Lee" that are read
_MARKS: Final = "\"'“”‘’"
_place: Final = attrgetter("first", "last")
_PARTED: Final = re.compile("NpN")
_SHORT: Final = 2  # words of a nickname
_LEAST: Final = 2  # tokens of a name that has more than a first and a last one
_OWNED: Final = 3  # tokens of "his first claim"
_WITH_ADJECTIVE: Final = 2  # tokens behind the first of "le technicien catalan"


def mentions(text: str, tokens: Tokens, language: Language) -> list[Mention]:
    """Every mention outside quotation marks, in order."""
    finder = _Finder(text, tokens, language)
    found: list[Mention] = []
    done = 0
    for match in _MENTION.finditer(tokens.tags):
        kind = match.lastgroup
        first, stop = match.span("owned") if kind == "owned" else match.span()
        if first < done:
            if kind not in _NAMES or stop <= done:
                continue
            first = done  # "head of the Department of Works | Ann Lee"
        if kind in _NAMES:
            if finder.is_region(first, stop - 1) or finder.is_kicker(first, stop):
                continue
            link = finder.no_office(first, stop - 1)
            if link > first:
                found.append(finder.nominal(first - (tokens.tags[first - 1] == "D"), link - 1))
                first = link + 1 + (tokens.tags[link + 1] == "D")
            first = finder.past_body(finder.past_office(first, stop - 1), stop - 1)
            first -= first > done and finder.is_parted(first)
        if kind == "pronoun" and finder.is_nobody(first):
            continue
        if kind == "pronoun":
            mention = finder.pronoun(first)
        elif kind not in _NAMES and finder.only_describes(first, stop - 1):
            continue
        elif kind not in _NAMES:
            mention = finder.named_office(first, stop - 1) or finder.nominal(first, stop - 1)
        elif finder.is_of_a_people(first, stop - 1) or (first > done and finder.is_seat(first, stop - 1)):
            mention = finder.nominal(first - 1, first)
        elif first in tokens.ends:
            mention = finder.name_in_marks(first, finder.organisation_end(first, stop - 1), done)
        else:
            mention = finder.name(first, finder.organisation_end(first, finder.past_nickname(stop - 1)))
        found.append(mention)
        done = mention.last + 1
    own = [finder.pronoun(i) for i in finder.speaking_possessives()]
    sources = unknown_sources(tokens, language)
    known = {mention.last for mention in found} if sources else set()
    own += [finder.nominal(first, last) for first, last in sources if last not in known]
    own += [finder.nominal(first, last) for first, last in unlisted(tokens, found + own, language)]
    for mention in own:
        insort(found, mention, key=_place)
    return found


class _Finder:
    """Reads the mentions of one text from their tokens."""

    def __init__(self, text: str, tokens: Tokens, language: Language) -> None:
        self.text = text
        self.tokens = tokens
        self.words = tokens.words
        self.lower = tokens.lower
        self.tags = tokens.tags
        self.starts = tokens.starts
        self.language = language
        self.lists = language.words
        self.heads = heads(language)
        self.pronouns = pronouns(language)
        self.plural_articles = language.words["plural_articles"]
        self.organisations = language.words["organisation_words"]
        self.places = language.words["places"]
        self.publications = language.words["publications"]
        self.first_names = language.first_names
        self.links = language.words["organisation_links"]
        self.office_links = language.words["office_links"]
        self.indefinites = language.words["indefinite_pronouns"]
        self.masculine_articles = language.words["masculine_articles"]
        self.kickers = first_words(language, "kickers")
        self.ends_of_names: set[str] | None = None  # this and the next are told where they are asked
        self.parted: set[tuple[str, str]] | None = None  # ("de", "Lee") of "Ann de Lee"
        self.follows = language.does("subject_follows")
        self.impersonal = tuple(sorted(language.words["impersonal_verbs"]))
        self.nouns_capitalised = language.does("nouns_capitalised")
        self.adjectives_follow = language.does("adjectives_follow")
        self.no_nouns = language.articles_as_objects | language.words["summing_pronouns"]

    def is_parted(self, first: int) -> bool:
        """ "said de | Lee", after "Ann de Lee": whether the particle of the name at ``first`` stands before it."""
        if not first or self.tags[first - 1 : first + 1] != "pN":
            return False
        if self.parted is None:
            found = [match.start() + 1 for match in _PARTED.finditer(self.tags)]
            self.parted = {(self.lower[i], self.words[i + 1]) for i in found}
        return (self.lower[first - 1], self.words[first]) in self.parted

    def speaking_possessives(self) -> Iterator[int]:
        """Tokens such as "his" in "his claim that …"."""
        nouns = self.lists["speech_nouns"]
        i = self.tags.find("E")
        while i >= 0:
            if any(word in nouns for word in self.lower[i + 1 : i + 1 + _OWNED]):
                yield i
            i = self.tags.find("E", i + 1)

    def is_of_a_people(self, first: int, last: int) -> bool:
        """ "the Nigerian said": a word for one of a people that is nobody's name, since an article stands before it."""
        return first == last and self.tags[first - 1] == "D" and self.lower[first] in self.lists["demonyms"]

    def is_nobody(self, i: int) -> bool:
        """ "Il s'agit de …", "il faut": a pronoun whose verb has nobody for its subject."""
        if not self.impersonal or self.lower[i] not in self.lists["impersonal_pronouns"]:
            return False
        return f"{' '.join(self.lower[i + 1 : i + 4])} ".startswith(self.impersonal)

    def is_seat(self, first: int, last: int) -> bool:
        """ "des Landgerichts | Nordheim": the place of the body before it, where every noun has a capital."""
        if not self.nouns_capitalised or first < last or self.lower[first] not in self.places:
            return False
        return self.tags[first - 1] in "aR" and self.words[first - 1][0].isupper()

    def is_region(self, first: int, last: int) -> bool:
        """ "in Aspen, Colo., said": the state that a place is in, cut short."""
        cut = self.tags[last] == "·" and self.tags[first - 1 : last + 1] == ",N·"
        return cut and self.lower[first] in self.lists["regions"]

    def is_kicker(self, first: int, stop: int) -> bool:
        """ "FACT CHECK: …", "OPINION": what stands over an article and names nobody."""
        if self.lower[first] not in self.kickers or not self.words[first].isupper():
            return False
        return " ".join(self.lower[first:stop]) in self.lists["kickers"]

    def no_office(self, first: int, last: int) -> int:
        """ "Each Democrat | on the Senate Dam Committee": the preposition that joins no office to what it is of."""
        link = self.tags.find("I", first, last) if first < last and self.office_links else -1
        if link < 0 or self.tags[first:link].strip("T·") or self.lower[link] in self.office_links:
            return -1
        return link

    def past_office(self, first: int, last: int) -> int:
        """ "la ministre de la Pêche | Ada Kervadec": where the name begins that follows what an office is of."""
        if self.adjectives_follow and first < last and self._is_acronym_before_name(first):  # "à l'AZP | Ada Lee"
            return first + 1
        if not self.follows or last - first < _LEAST or self.tags[first : last + 1].strip("N"):
            return first
        if self.lower[first] in self.organisations:  # "la Asociación Marina Pesquera"
            return first
        k = first - 1
        while self.tags[k] in "DI":
            k -= 1
        if k == first - 1 or self.tags[k] not in "RT" or self.lower[first] in self.first_names:
            return first
        return next((i for i in range(first + 1, last) if self.lower[i] in self.first_names), first)

    def _is_acronym_before_name(self, i: int) -> bool:
        shouted = self.words[i].isupper() and len(self.words[i]) > 1
        return shouted and self.tags[i - 1] in "DI" and self.lower[i + 1] in self.first_names

    def past_nickname(self, last: int) -> int:
        """ "Ann “Bo” | Lee": the last token of a name that has a nickname in marks inside it."""
        tags = self.tags
        if tags[last + 1] != "Q" or tags[last + 2] != "N":
            return last
        nickname = self.text[self.starts[last + 1] : self.tokens.end(last + 1)].strip(_MARKS).split()
        if len(nickname) > _SHORT or not all(word[0].isupper() and word.isalpha() for word in nickname):
            return last
        last += 2
        while tags[last + 1] == "N":
            last += 1
        return last

    def organisation_end(self, first: int, last: int) -> int:
        """ "Ministry of …", "Institute for … Studies": an organisation's name goes on after its preposition."""
        tags, words = self.tags, self.words
        while self.lower[last + 1] in self.links and self.heads[words[last]].is_body:
            k = last + 2
            if tags[k] == "D":
                k += 1
            if tags[k] not in "NT" and not self._is_of_many(k):
                break
            while tags[k] in "NT" or self._is_of_many(k) or self._joins_names(k):
                if k > last + 2 and self._heads(k, first):
                    break
                k += 1
            last = k - 1
        return self._joined_body_end(first, last)

    def past_body(self, first: int, last: int) -> int:
        """ "head of the Tarn Works Department | Ann Lee", "envoy to Drovia | Ann Lee": where the name begins of who
        heads a body, or is sent somewhere."""
        if last <= first + 1 or self.tags[first - 1] not in "IDt":
            return first
        if self.adjectives_follow:  # "la portavoz de la Asociación Marina Pesquera": its name stands behind the body
            return first
        place = self.tags[first] == "N" and not self._may_be_somebody(self.lower[first])
        for k in range(first + 1, last):
            if (place or self.lower[k - 1] in self.organisations) and self._heads(k, first):
                return k
        return first

    def _may_be_somebody(self, word: str) -> bool:
        """ "aide to | Democrat Ann Lee": a first name, or what somebody is called before one."""
        called = word in self.language.peoples or self.language.ending(word) == "R"
        return called or word in self.first_names

    def _heads(self, k: int, first: int) -> bool:
        """Whether a first name and a last name stand at ``k``, and what holds an office in a body before ``first``."""
        k += 2 * (self.tags[k : k + 2] == "N·")
        if self.tags[k : k + 2] != "NN" or self.lower[k] not in self.first_names or self.lower[k] in self.places:
            return False
        link = first - 1 - (self.tags[first - 1] == "D")
        held = self.tags[link] in "It" and self.tags[link - 1] in "RT"
        return held and self.heads[self.words[link - 1]].number == "s"

    def _joins_names(self, k: int) -> bool:
        beside = self.tags[k - 1] != "R" and self.tags[k : k + 2] == "CN"
        return beside and self.lower[k] in ("and", "&")

    def _is_of_many(self, k: int) -> bool:
        """ "League of | Women Voters": those with a capital whom a body is of."""
        return self.tags[k] == "R" and self.words[k][0].isupper() and self.heads[self.words[k]].number == "p"

    def _joined_body_end(self, first: int, last: int) -> int:
        """ "the Food and Works Administration": one body, where the word before "and" is no name of its own."""
        tags, words = self.tags, self.words
        if tags[last + 1] != "C" or tags[last + 2] != "N" or tags[first - 1] != "D":
            return last
        if self.lower[last + 1] not in ("and", "&"):
            return last
        stop = last + 2
        while tags[stop] == "N":
            stop += 1
        joined = self.lower[stop - 1] in self.organisations and not self.heads[words[last]].is_body_alone
        return stop - 1 if joined and not self._ends_some_name(words[last]) else last

    def _ends_some_name(self, word: str) -> bool:
        """Whether some name which no other is joined to ends in ``word``."""
        if self.ends_of_names is None:  # a cached property is none where it is compiled
            ends = [i for i, tag in enumerate(self.tags) if tag == "N" and self.tags[i + 1] not in "CN"]
            self.ends_of_names = {self.words[i] for i in ends}
        return word in self.ends_of_names

    def pronoun(self, i: int) -> Mention:
        """The pronoun or possessive at token ``i``."""
        word, gender, role, number, skipped = self.pronouns[self.tags[i] + self.words[i]]
        start = self.starts[i] + skipped
        end = start + len(word) if self.tags[i] == "P" else self.tokens.end(i)  # "he", not "he'd"
        return Mention(start, end, i, i, "pronoun", self.text[start:end], word, gender, number, role)

    def name(self, first: int, last: int) -> Mention:
        """The name of tokens ``[first, last]``, with the titles in it and the role before it."""
        words, tags, start, end = self.words, self.tags, self.starts[first], self.tokens.end(last)
        head, roles, body = last, "", False
        if first == last and tags[first] == "N":
            body = self.heads[words[first]].is_body_alone
        elif tags[first : last + 1].strip("N"):
            name, head, roles = self._parts(first, last)
            titled = tags.rfind("T", first, last)
            body = bool(name) and self._is_body([self.lower[i] for i in name if i > titled], words[name[-1]])
        else:
            body = self._is_body(self.lower[first : last + 1], words[last])
        if first and tags[first - 1] == "R":
            roles = f"{roles} {self.lower[first - 1]}".lstrip()
        gender = self._gender(roles) if roles else "x"
        if gender == "x" and (body or self.lower[last + 1] in self.publications):
            gender = "n"
        if gender == "x" and self.adjectives_follow:
            gender = self._by_office(first)
        return Mention(start, end, first, last, "name", self.text[start:end], self.lower[head], gender, "s", roles)

    def name_in_marks(self, first: int, last: int, done: int) -> Mention:
        """The paper „Harbour Post“: the name with the words before it that say what it is, after token ``done``."""
        k = first
        while k > done and self.tags[k - 1] in "aR":
            k -= 1
        before = self.lower[k - 1]
        article = before in self.lists["obliques"] and before not in self.lists["prepositions"]
        if k > done and (self.tags[k - 1] == "D" or (article and k < first)):
            k -= 1
        named, start = self.name(first, last), self.starts[k]
        text = self.text[start : named.end]
        return Mention(start, named.end, k, last, "name", text, named.head, named.gender, named.number, named.role)

    def _parts(self, first: int, last: int) -> tuple[list[int], int, str]:
        """The tokens of a name without its titles, its head, and the titles."""
        tags, named = self.tags, self.tags.find("N", first, last)
        name: list[int] = []
        titles: list[str] = []
        head, goes_on = last, True  # the head is the last word before what the name is of: "Ministry | of Works"
        for i in range(first, last + 1):
            if tags[i] == "T":
                titles.append(self.lower[i])
            if tags[i] in "Np#" or (tags[i] == "T" and 0 <= named < i):
                name.append(i)
                head = i if goes_on else head
            elif tags[i] == "I" and name:
                goes_on = False
        return name, head, " ".join(titles)

    def _is_body(self, name: list[str], last: str) -> bool:
        """Whether a name is that of an organisation: it says so itself, is an acronym, or is the name of a place.

        ``name``: its words in lower case; ``last``: the last of them as it stands.
        """
        if len(name) == 1:
            return self.heads[last].is_body_alone
        return not self.organisations.isdisjoint(name) or " ".join(name) in self.places

    def _gender(self, roles: str) -> str:
        """The gender of the first of several words that has one."""
        for role in roles.split():
            gender = self.heads[role].gender
            if gender in "mf":
                return gender
        return "x"

    def _by_office(self, first: int) -> str:
        """ "la portavoz del grupo, | Ada Lee", "le chimiste | Luc Fabre": the gender of an office or its article."""
        held = _OFFICE.search(self.tags, max(0, first - _BEFORE), first)
        if not held:
            return "x"
        article, gender = self.lower[held.start()], self.heads[self.words[held.start("office")]].gender
        if gender == "n" or article in self.lists["feminine_articles"]:
            return "x" if gender == "n" else "f"
        return "m" if article in self.lists["masculine_articles"] else gender

    def only_describes(self, first: int, last: int) -> bool:
        """ "Sir, …", "said no"; "la escribió", an object; "die alte" in "die alte Königin Ida": no noun."""
        if first == last and self.tags[first] == "T" and self.tags[last + 1] == "," and self.tags[first - 1] in "|.!":
            return True
        if first == last and self.lower[first] in self.no_nouns:
            return True
        if first == last and self.tags[first] == "D" and self.lower[first] in self.lists["negations"]:
            return True  # "Lee said no."
        if not self.nouns_capitalised or self.tags[last] != "a":
            return False
        named = self.tags[last + 1] in "TNR"
        if not named and (first == last or self.lower[first] not in self.lists["definites"]):
            return False
        return all(self.words[i][0].islower() for i in range(first + 1, last + 1))

    def named_office(self, first: int, last: int) -> Mention | None:
        """ "sagte der Vorsitzende Falk Ohmer knapp", "La dottoressa Ada Lei sorride": the name in what looks like one
        noun phrase."""
        if not (self.nouns_capitalised or self.adjectives_follow):
            return None
        held = (_HELD if self.nouns_capitalised else _HELD_BEFORE).search(self.tags, first, last + 1)
        return self.name(held.start("name"), held.end() - 1) if held else None

    def noun_end(self, first: int, last: int) -> int:
        """Where the noun stands that ends "die Regierung bestürzt" or "der Autor folgenden Kommentar", in a language
        that writes nouns with a capital; "Dieser" in "Dieser bestehe" has none."""
        if not self.nouns_capitalised or first == last:
            return last
        noun = next((i for i in range(first + 1, last + 1) if self._is_noun(i, first)), first)
        while noun < last and noun > first and not self.words[noun + 1][0].islower():
            noun += 1
        return noun

    def _noun(self, first: int, last: int) -> int:
        """ "le | technicien catalan": the noun before its adjectives, if a list knows it, else the last word."""
        if not self.adjectives_follow or last - first < _WITH_ADJECTIVE:
            return last
        known = (i for i in range(first + 1, last) if self.tags[i] in "RT" or self.lower[i] in self.lists["epithets"])
        return next(known, last)

    def _is_noun(self, i: int, first: int) -> bool:
        """Whether token ``i`` has a capital, and measures nothing: "die drei Meter hohe Mauer"."""
        measures = self.tags[i] in "Y#" or (i > first and self.tags[i - 1] == "#" and self.words[i + 1][0].islower())
        return not self.words[i][0].islower() and not (measures and self.tags[i + 1] in "a#")

    def nominal(self, first: int, last: int) -> Mention:
        """The noun phrase of tokens ``[first, last]``; of "on the wall somebody", the last word alone."""
        last = self.noun_end(first, last)
        if self.lower[last] in self.indefinites:
            first = last
        start, end, head = self.starts[first], self.tokens.end(last), self.heads[self.words[self._noun(first, last)]]
        word, several = head.word, first < last and self.lower[first] in self.plural_articles
        one = first < last and self.lower[first] in self.masculine_articles  # "der Sprecher"
        number = "p" if several else "s" if one else head.number
        return Mention(start, end, first, last, "nominal", self.text[start:end], word, head.gender, number, word)
