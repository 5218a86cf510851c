"""Who is spoken of: names, pronouns and noun phrases, found as patterns over the tag letters."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from quotetrace.lang import Language
from quotetrace.syntax import Mention, Tokens

_MENTION = re.compile(
    r"(?=[NTPDER#]|(?<=e)a)(?:"  # what a mention may start with, for speed
    r"(?P<name>(?:T·?(?:IT(?=[NT]))?){0,6}(?:N·?)(?:N·?|T(?=N)|#(?=N))*(?:p{1,3}(?:N·?)+)?(?:,?J·?)?)"
    r"|(?P<pronoun>P)"
    r"|(?P<nominal>[DE][aN#TYRe-]{0,6}[aR#](?=[MX]{0,3}[VG])|(?<=e)[aNRT]{0,3}[aR](?=[MX]{0,3}[VG]|,[NT])"
    r"|(?:[DE#][aN#TYMv·-]{0,6}?)?[RT]+(?![N·])|[DE](?=[MX]?V)|(?<=V)D(?=[.,|])"
    r"|(?:^|(?<=[.|Q,SC;]))[D#](?=I[DE][aN#TR]{0,4}[aR][MX]?V)"
    r"|(?:^|(?<=[.|Q!,SC;:V(-]))[DE][aN#TYRve-]{0,5}[aR](?![aN#])))"
)
_OWNED = 3  # tokens of "his first claim"


def mentions(text: str, tokens: Tokens, language: Language) -> list[Mention]:
    """Every mention outside quotation marks, in order."""
    finder = _Finder(text, tokens, language)
    found: list[Mention] = []
    done = 0
    for match in _MENTION.finditer(tokens.tags):
        first, last = match.start(), match.end() - 1
        if first < done:
            continue
        kind = match.lastgroup
        if kind == "pronoun":
            found.append(finder.pronoun(first))
        elif kind == "name" and finder.is_of_a_people(first, last):
            found.append(finder.nominal(first - 1, last))
        elif kind == "name":
            last = finder.organisation_end(first, last)
            found.append(finder.name_in_marks(first, last, done) if first in tokens.ends else finder.name(first, last))
        else:
            last = finder.noun_end(first, last)
            found.append(finder.nominal(first, last))
        done = last + 1
    own = [finder.pronoun(i) for i in finder.speaking_possessives()]
    return sorted(found + own, key=lambda m: (m.first, m.last)) if own else found


class _Finder:
    """Reads the mentions of one text from their tokens."""

    def __init__(self, text: str, tokens: Tokens, language: Language) -> None:
        self.text = text
        self.words = tokens.words
        self.tags = tokens.tags
        self.starts = tokens.starts
        self.end = tokens.end
        self.language = language
        self.lists = language.words
        self.organisations = language.words["organisation_words"]
        self.places = language.words["places"]
        self.male, self.female = language.words["male"], language.words["female"]
        self.nouns_capitalised = language.does("nouns_capitalised")
        self.plural_endings = tuple(sorted(language.words["plural_endings"]))

    def speaking_possessives(self) -> Iterator[int]:
        """Tokens such as "his" in "his claim that …"."""
        nouns = self.lists["speech_nouns"]
        i = self.tags.find("E")
        while i >= 0:
            if any(word.lower() in nouns for word in self.words[i + 1 : i + 1 + _OWNED]):
                yield i
            i = self.tags.find("E", i + 1)

    def is_of_a_people(self, first: int, last: int) -> bool:
        """ "the Nigerian said": a word for one of a people that is nobody's name, since an article stands before it."""
        return first == last and self.tags[first - 1] == "D" and self.words[first].lower() in self.lists["demonyms"]

    def organisation_end(self, first: int, last: int) -> int:
        """ "Ministry of …", "Institute for … Studies": an organisation's name goes on after its preposition."""
        tags, words = self.tags, self.words
        links = self.lists["organisation_links"]
        while words[last + 1].lower() in links and words[last].lower() in self.organisations:
            k = last + 2
            if tags[k] == "D":
                k += 1
            if tags[k] not in "NT":
                break
            while tags[k] in "NT" or (tags[k] == "C" and tags[k + 1] == "N" and words[k].lower() in ("and", "&")):
                k += 1
            last = k - 1
        return last

    def pronoun(self, i: int) -> Mention:
        """The pronoun or possessive at token ``i``."""
        language = self.language
        word = self.words[i].lower().replace("’", "'").split("'")[0]
        if self.tags[i] == "E":
            kind = language.possessives[word]
            word = next((p for p, k in language.pronouns.items() if k == kind), word)
        else:
            kind = language.pronouns.get(word, "x1s")
        start, end = self.starts[i], self.end(i)
        if word.startswith("-"):  # "-t-il"
            word = word.rpartition("-")[2]
            start = end - len(word)
        return Mention(start, end, i, i, "pronoun", self.text[start:end], word, kind[0], kind[2:] or "s", kind[1:2])

    def name(self, first: int, last: int) -> Mention:
        """The name of tokens ``[first, last]``, with the titles in it and the role before it."""
        words, start, end = self.words, self.starts[first], self.end(last)
        name: Sequence[int] = range(first, last + 1)
        head = last
        roles: list[str] = []
        if self.tags[first : last + 1].strip("N"):
            name, head, roles = self._parts(first, last)
        if first and self.tags[first - 1] == "R":
            roles.append(words[first - 1].lower())
        gender = self._gender(roles)
        if gender == "x" and self._is_organisation(name):
            gender = "n"
        text, role = self.text[start:end], " ".join(roles)
        return Mention(start, end, first, last, "name", text, words[head].lower(), gender, "s", role)

    def name_in_marks(self, first: int, last: int, done: int) -> Mention:
        """The paper „Harbour Post“: the name with the words before it that say what it is, after token ``done``."""
        k = first
        while k > done and self.tags[k - 1] in "aR":
            k -= 1
        before = self.words[k - 1].lower()
        article = before in self.lists["obliques"] and before not in self.lists["prepositions"]
        if k > done and (self.tags[k - 1] == "D" or (article and k < first)):
            k -= 1
        named, start = self.name(first, last), self.starts[k]
        text = self.text[start : named.end]
        return Mention(start, named.end, k, last, "name", text, named.head, named.gender, named.number, named.role)

    def _parts(self, first: int, last: int) -> tuple[Sequence[int], int, list[str]]:
        """The tokens of a name without its titles, its head, and the titles."""
        tags = self.tags
        whole = range(first, last + 1)
        name = [i for i in whole if tags[i] in "Np#" or (tags[i] == "T" and "N" in tags[first:i])]
        stop = next((i for i in whole if tags[i] == "I" and i > name[0]), last + 1)
        head = max(takewhile(lambda i: i < stop, name), default=last)
        return name, head, [self.words[i].lower() for i in whole if tags[i] == "T"]

    def _is_organisation(self, name: Sequence[int]) -> bool:
        """Whether it says so itself, is an acronym, or is the name of a place."""
        if len(name) == 1 and self.words[name[0]].isupper() and len(self.words[name[0]]) > 1:
            return True
        words = [self.words[i].lower() for i in name]
        return not self.organisations.isdisjoint(words) or " ".join(words) in self.places

    def noun_end(self, first: int, last: int) -> int:
        """Where the noun stands that ends "die Regierung bestürzt" in a language that writes nouns with a capital."""
        if not self.nouns_capitalised:
            return last
        return next((i for i in range(last, first, -1) if not self.words[i][0].islower()), last)

    def nominal(self, first: int, last: int) -> Mention:
        """The noun phrase of tokens ``[first, last]``."""
        start, end = self.starts[first], self.end(last)
        head = self.words[last].lower()
        gender = self._gender([head])
        if gender == "x" and (head in self.organisations or head in self.lists["documents"]):
            gender = "n"
        ends_plural = head.endswith(self.plural_endings) and not head.endswith("ss")
        number = "p" if ends_plural or head in self.lists["plurals"] else "s"
        return Mention(start, end, first, last, "nominal", self.text[start:end], head, gender, number, head)

    def _gender(self, words: list[str]) -> str:
        for word in words:
            if word in self.male:
                return "m"
            if word in self.female:
                return "f"
        return "x"
