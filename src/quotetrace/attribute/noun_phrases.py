"""What a noun phrase says: whether it is of somebody, points back, tells of what, of a man or a woman."""

from functools import cache
from typing import Final

from quotetrace.lang import Language
from quotetrace.syntax import Extraction, Mention

_EPITHET: Final = 2  # words of "the Nigerian"; of "le joueur nigérian" one more


@cache
def _endings(name: str, language: Language) -> tuple[str, ...]:
    """A word list, to be tried as endings."""
    return tuple(sorted(language.words[name]))


class NounPhrases:
    """Reads the noun phrases of one article; what differs between languages stands here."""

    def __init__(self, extraction: Extraction, language: Language) -> None:
        self.mentions = extraction.mentions
        self.tokens = extraction.tokens
        self.language = language
        self.adjectives_follow = language.does("adjectives_follow")
        self.longest_epithet = _EPITHET + self.adjectives_follow
        self.tell_gender = self.adjectives_follow  # a noun or its article tells of a man or a woman
        self.compounds = language.does("nouns_capitalised")  # "die Ministerin" may be the "Verkehrsministerin"
        self.role_endings = _endings("role_endings", language) if self.compounds else ()
        self.bodies = _endings("organisation_words", language)
        self.articles = sorted(language.words["definite_endings"], key=lambda ending: (-len(ending), ending))
        self.first_paragraph = extraction.tokens.tags.find("|")  # the token that ends it

    def is_of_somebody(self, index: int) -> bool:
        """ "the Drovian minister", "her spokesman", and in a headline "minister": of one, by a role or an epithet."""
        mention = self.mentions[index]
        if mention.number == "p" or not mention.role or self.language.has("documents", mention.head):
            return False
        if self.compounds and self.language.has("roles", f"{mention.head}in") and self.gender(mention) == "f":
            return False  # "die Forscher": several
        if self.is_epithet(mention):
            return True
        role = self.language.has("roles", mention.head) or self._is_compound_role(mention.head)
        role = role or self.language.has("office_acronyms", mention.head)
        if not role and not self.language.has("organisation_words", mention.head):
            return False
        return self.is_definite(mention) or self.is_owned(mention) or self._is_bare(mention)

    def _is_compound_role(self, head: str) -> bool:
        """ "Verkehrsministerin", no "Landtagsfraktion"."""
        return head.endswith(self.role_endings) and not head.endswith(self.bodies)

    def is_definite(self, mention: Mention) -> bool:
        if mention.first == mention.last and self.bare_noun(mention.head) != mention.head:
            return True
        return mention.first < mention.last and self.language.has("definites", self.tokens.lower[mention.first])

    def bare_noun(self, head: str) -> str:
        """ "åklagare" for "åklagaren", in a language whose article is an ending."""
        roles, endings = self.language.words["roles"], self.articles
        return next((head.removesuffix(e) for e in endings if head.endswith(e) and head.removesuffix(e) in roles), head)

    def is_owned(self, mention: Mention) -> bool:
        return self.tokens.tags[mention.first] == "E"

    def _is_bare(self, mention: Mention) -> bool:
        """ "minister" in the first paragraph, as headlines have it."""
        return mention.first == mention.last < self.first_paragraph and self.language.has("offices", mention.head)

    def is_epithet(self, mention: Mention) -> bool:
        """ "the Nigerian", "the 43-year-old", "the company": words that point back, and need no role."""
        if not self.is_definite(mention) or mention.last - mention.first >= self.longest_epithet:
            return False
        head = mention.head
        if self.is_of_something(mention):
            return False
        points_back = self.language.has("demonyms", head) or self.points_back(head)
        return head[0].isdigit() or points_back or head in self.language.bodies

    def points_back(self, head: str) -> bool:
        """ "the striker", "die SPD-Politikerin": a noun that the language lists, alone or behind a hyphen."""
        return self.language.has("epithets", head.rpartition("-")[2])

    def is_of_something(self, mention: Mention) -> bool:
        """ "la concejala de Cultura", "il capo della polizia", where that tells of what; not "le joueur de 19 ans"."""
        tokens, after = self.tokens, mention.last + 1
        if not self.adjectives_follow or tokens.lower[after] not in self.language.words["speech_noun_links"]:
            return False
        articles = tuple(sorted(self.language.words["definites"]))  # "guide de haute montagne", but "líder da torcida"
        plain = tokens.lower[after] in self.language.words["particles"] and not tokens.lower[after].endswith(articles)
        return tokens.tags[after + 1] in "DNT" or not (plain or tokens.tags[after + 1] == "#")

    def is_of_another(self, mention: Mention, known: frozenset[str]) -> bool:
        """ "o treinador do Vale": of what has a name that the article does not use of somebody it calls so."""
        if not self.is_of_something(mention):
            return False
        named = mention.last + 2
        named += self.tokens.tags[named] == "D"
        return self.tokens.tags[named] == "N" and self.tokens.lower[named] not in known

    def modifiers(self, mention: Mention) -> list[str]:
        """ "water" in "the water minister"; nothing in "le ministre français", since a people tells nobody apart."""
        if not self.adjectives_follow:
            return mention.text.split()[1:-1]
        words = self.tokens.words[mention.first + 1 : mention.last + 1]
        return [
            word for word in words if word.lower() != mention.head and not self.language.has("epithets", word.lower())
        ]

    def gender(self, mention: Mention) -> str:
        """That of the noun, else of its article."""
        article = self.tokens.lower[mention.first]
        if mention.gender != "x":
            return mention.gender
        if self.language.has("feminine_articles", article):
            return "f"
        return "m" if self.language.has("masculine_articles", article) else "x"

    def may_be_called(self, mention: Mention, gender: str) -> bool:
        """Whether the article of a noun lets "he" or "she" stand for it: not "elle" for "ce texte"."""
        article = self.tokens.lower[mention.first]
        if gender == "f":
            return not self.language.has("masculine_articles", article)
        return gender != "m" or not self.language.has("feminine_articles", article)
