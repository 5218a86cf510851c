"""What the neighbours decide: capitals inside a sentence are names; a verb form after "the" is a noun."""

import re
from typing import Final

from quotetrace.extract import nouns, titles
from quotetrace.extract.spots import shared_out, spots, table
from quotetrace.extract.titles import is_first_name
from quotetrace.lang import Language

_CAPITAL: Final = table("uU")
_VERBS: Final = "VHvGg"
_SETTLED: Final = frozenset("NTQ,.;:()-!·|eJ#aPYD" + _VERBS)  # letters that a capital alone does not change
_VERB: Final = table(_VERBS)
_OBJECTS: Final = frozenset("DEOPSQN#")
_IS: Final = re.compile("e(?<=[PMSW]e)")  # "he's late", "there's no wall", "that's all"
_NEARLY: Final = re.compile("I(?<![^.|!,CSQ;:(V]I)(?=[#D])")  # "About | 200 rowers"
_STRAY: Final = re.compile("Qe")  # '' 'Nobody rang,' ' she said
_PHRASE: Final = 6  # words of a noun phrase that are read
_TITLE_SHARE: Final = 0.8  # of the longer words of a headline have a capital,
_TOP: Final = 3  # sentences among which a headline in capitals may stand
_TITLE_WORDS: Final = 4  # and it has at least as many


def mend(
    words: list[str],
    lower: list[str],
    tags: list[str],
    shapes: str,
    unsettled: list[int],
    sentences: list[tuple[int, int]],
    language: Language,
) -> None:
    """Change the ``tags`` of names and nouns that only their sentence gives away.

    ``lower``: the words in lower case; ``shapes``: the case of each, as ``letters.shape`` tells it; ``unsettled``:
    those with a capital that `titles.settle` may change.
    """
    capitals = spots(shapes, _CAPITAL)
    joined = "".join(tags)
    titles.offices(words, tags, shapes, joined, language)
    for match in _STRAY.finditer(joined):
        if len(words[match.end() - 1]) == 1:
            tags[match.end() - 1] = "-"
    for match in _IS.finditer(joined):
        tags[match.end() - 1] = "X"
    for match in _NEARLY.finditer(joined) if language.words["approximations"] else ():
        i = match.start()
        counted = joined[i + 1] == "#" or lower[i + 1] in language.words["plural_subjects"]
        if joined[i - 1] == "V":  # "said | about one in ten left"
            share = lower[i + 1] in language.words["singular_subjects"] and joined[i + 2] == "I"
            counted = share and lower[i - 1] in language.words["sayers"]
        if counted and lower[i] in language.words["approximations"]:
            tags[i] = "M"
    doubtful = sorted(spots(joined, _VERB) + [i for i in capitals if tags[i] not in _SETTLED])
    headlines = (
        set() if language.does("nouns_capitalised") else {a for a, b in sentences if _in_title_case(shapes, a, b)}
    )
    if 2 * len(headlines) > len(sentences):
        headlines |= {a for a, b in sentences if _in_capitals(words[a:b])}
    elif not language.does("nouns_capitalised"):
        top = sentences[:_TOP]
        headlines |= {
            a for a, b in top if _is_line(joined, a, b) and b - a >= _TITLE_WORDS and _in_capitals(words[a:b])
        }
    titles.settle(words, tags, unsettled, language)
    begins = {a for a, _ in sentences}
    lines = {a: b for a, b in sentences if a in headlines and _is_line(joined, a, b)}
    above = {i for a, b in lines.items() for i in range(a, b)}
    named = [i for i in capitals if tags[i] == "N" and not (above and i in above)]
    names = {words[i] for i in named if i not in begins and tags[i - 1] not in ":-("}
    named_words = {lower[i] for i in named} if headlines else set[str]()
    mender = _Mender(words, lower, tags, shapes, names, named_words, language)
    shares = shared_out(doubtful, [b for _, b in sentences])
    for (a, b), spots_here in zip(sentences, shares, strict=True):
        if a in headlines:
            mender.headline(a, b, a in lines)
        else:
            mender.sentence(a, b, spots_here)


def _is_line(tags: str, a: int, b: int) -> bool:
    """Whether a sentence is a paragraph by itself, the first one or without a full stop."""
    return tags[b] == "|" and (not a or (tags[a - 1] == "|" and tags[b - 1] not in ".!Q"))


def _in_title_case(shapes: str, a: int, b: int) -> bool:
    """A headline: nearly every longer word has a capital."""
    capital = shapes.count("U", a, b)
    long = capital + shapes.count("L", a, b)
    return long >= _TITLE_WORDS and capital > _TITLE_SHARE * long


def _in_capitals(words: list[str]) -> bool:
    return all(word.isupper() for word in words if word[0].isalpha())


class _Mender:
    """Mends the tags of one article.

    ``names`` are words that have a capital inside some sentence, ``named``, in lower case, those that have one
    anywhere but in a headline.
    """

    def __init__(
        self,
        words: list[str],
        lower: list[str],
        tags: list[str],
        shapes: str,
        names: set[str],
        named: set[str],
        language: Language,
    ) -> None:
        self.words = words
        self.lower = lower
        self.tags = tags
        self.shapes = shapes
        self.names = names
        self.known = set(words)
        self.named = named
        self.nouns = language.does("nouns_capitalised")
        self.language = language
        self.articles = language.words["articles"]
        self.links = language.words["organisation_links"]
        self.adjective_endings = tuple(language.words["adjective_endings"])
        self.never_name_plurals = tuple(language.words["never_name_plurals"])
        self.never_name_endings = tuple(language.words["never_name_endings"])

    def sentence(self, a: int, b: int, spots: list[int]) -> None:
        """Mend the capitals and verbs at ``spots``, and the first word, of a sentence that is no headline."""
        words, tags = self.words, self.tags
        first = self._first_word(a, b)
        capital = self.shapes[first] in "uU"  # no "weirman88", "@tarn"
        if tags[first] == "N" and self._is_several(first):
            tags[first] = "R"
        elif (
            tags[first] == "N"
            and capital
            and not (self.nouns or words[first] in self.names)
            and not self._name_like(first, b)
        ):
            tags[first] = "R" if self._are_people(self.lower[first]) else self.language.ending(self.lower[first])
        if tags[first] == "R" and self.lower[first + 1] in self.links and self._opens_a_body(first):
            tags[first] = "N"
        if tags[first] == "V" and tags[first + 1] == "X" and self.articles and self.lower[first].endswith("s"):
            tags[first] = "a"  # "Reports are that …"
        if self.articles and (self._speaks(first) or self._is_called(first)):
            tags[first] = "N"
        elif self.articles and tags[first] == "V" and self._opens_with_noun(first):
            tags[first] = "a"
        for i in spots:
            if i == first:
                continue
            if self.shapes[i] in "uU":
                tags[i] = self._inner_noun(tags[i]) if self.nouns else self._inner_capital(i)
            elif self._is_noun(i):
                tags[i] = self._noun(self.lower[i])

    def headline(self, a: int, b: int, alone: bool) -> None:
        """There a capital says nothing: a word is a name only where language and article know no other use of it.

        In a line ``alone``, the text below must have it with a capital too.
        """
        tags, language = self.tags, self.language
        for i in range(a, b):
            word = self.lower[i]
            if tags[i] in "NT" and self._is_common(i) and word not in language.words["titles"]:
                tags[i] = language.tags.get(word) or language.ending(word)
            elif tags[i] == "N" and len(word) > 1:
                named = word in self.named or not (alone and self.named)
                known = named and not (i == a and language.has("never_names", word))  # "According to Ida Lund, CEO …"
                tags[i] = language.tags.get(word, "N" if known else language.ending(word))
            if tags[i] in "VHvG" and i > a and self._is_noun(i):
                tags[i] = self._noun(word)

    def _noun(self, word: str) -> str:
        return "R" if word in self.language.words["roles"] else "a"

    def _is_common(self, i: int) -> bool:
        """Whether the article has the word without a capital."""
        word = self.lower[i]
        return word[0].islower() and word in self.known

    def _first_word(self, a: int, b: int) -> int:
        for i in range(a, b):
            if self.tags[i] not in "Q-(),:e":
                return i
        return a

    def _speaks(self, i: int) -> bool:
        """ "…," Read said: a verb or preposition with a capital that stands between marks and a speech verb."""
        if self.tags[i + 1] != "V" or self.tags[i] not in "VXIv" or not self.words[i][0].isupper():
            return False
        if self.tags[i - 1] != "Q" and self.tags[i - 2 : i] != ["Q", ","]:
            return False
        told = self.tags[i + 2] in "DO" and self.language.cues.get(self.lower[i + 1]) == "tell"
        return (told or self.tags[i + 2] in ".,") and self.lower[i] not in self.language.words["clause_prepositions"]

    def _is_called(self, i: int) -> bool:
        """ "Per Lund said": a preposition that is a first name too, before a last name and a speech verb."""
        named = self.tags[i] == "I" and self.tags[i + 1 : i + 3] == ["N", "V"]
        return named and is_first_name(self.lower[i], self.language)

    def _opens_with_noun(self, i: int) -> bool:
        """ "Calls to the dam were not returned": no verb without a subject."""
        singular = self.lower[i].removesuffix("s")
        return (
            singular != self.lower[i]
            and singular in self.language.words["noun_verbs"]
            and (self.tags[i + 1] in "Itg" or self.lower[i + 1] in self.articles)
        )

    def _is_several(self, i: int) -> bool:
        """ "Mourners said": a plural noun that opens a sentence, and is no part of a name elsewhere."""
        word = self.words[i]
        if self.tags[i + 1] in "NT" or word in self.names:
            return False
        plural = word.endswith(self.never_name_plurals) or self._are_people(self.lower[i])
        return plural and word[1:].islower()

    def _are_people(self, word: str) -> bool:
        """ "Pilots": several of those whom the language lists, and nobody's first name."""
        singular = word.removesuffix("s")
        several = singular != word and self.language.tags.get(singular) == "R"
        return several and not is_first_name(word, self.language)

    def _name_like(self, i: int, b: int) -> bool:
        """Whether the first word of a sentence, with a capital, reads like a name."""
        if self._opens(i, b) or self._describes(i, b) or not self._stands_like_name(i, b):
            return False
        return not self._is_common(i)

    def _stands_like_name(self, i: int, b: int) -> bool:
        if self.lower[i] in self.language.words["places"]:
            return True
        following = self.tags[i + 1] if i + 1 < b else "."
        joins = "CQ" if is_first_name(self.lower[i], self.language) else "C"  # "Ann and Bo", "Ann “Bo” Lee"
        joined = following in joins and self.tags[i + 2 : i + 3] == ["N"]
        if (
            following == "I" and self.lower[i + 1] in self.language.linking_particles
        ):  # "Ada de la Vega", "Ada dos Reis"
            named = self.tags[i + 2 : i + 4] == ["D", "N"] or self.tags[i + 2 : i + 3] == ["N"]
            joined = named and is_first_name(self.lower[i], self.language)
        joined = joined or (following == ":" and self.tags[i + 2 : i + 3] == ["Q"])  # "Lee: “…”"
        return following in "NVHXe(,v·GpJM" or joined or self.words[i].isupper()

    def _opens(self, i: int, b: int) -> bool:
        """ "Whatever Lee says", "Reluctantly, Lee came", "Certainly Lee is late": no name, and no part of one."""
        word = self.lower[i]
        if self.language.has("never_names", word):
            return True
        if i + 2 >= b or not word.endswith(self.never_name_endings) or is_first_name(word, self.language):
            return False
        if self.tags[i + 1] != "N":
            return self.words[i] not in self.names
        if self.tags[i + 2] == "N" and is_first_name(self.lower[i + 1], self.language):  # "Reading Ann Lee's book"
            return self.words[i] not in self.names
        return self.words[i + 1] in self.names and self.tags[i + 2] not in "NRVXvH"  # "Weirling Street said"

    def _describes(self, i: int, b: int) -> bool:
        """ "Defiant Ann Lee", "Comedian Ann Lee": no first name, before a name that begins with one or is whole."""
        if i + 2 >= b or self.tags[i + 1] != "N" or self.tags[i + 2] != "N":
            return False
        word, following = self.lower[i], self.lower[i + 1]
        if is_first_name(word, self.language):
            return False
        if self.language.ending(word) == "R":
            return True
        return is_first_name(following, self.language) or word.endswith(self.adjective_endings)

    def _inner_capital(self, i: int) -> str:
        tags = self.tags
        if tags[i] == "R":
            titled = tags[i - 1] in "NT" or tags[i - 2 : i] == ["T", "·"]  # "Ms. Singer"
            return "N" if titled or self._opens_a_body(i) else "R"
        within = tags[i + 1 : i + 2] == ["N"] and (tags[i - 1] == "N" or is_first_name(self.lower[i], self.language))
        return "N" if within or tags[i] not in "ISCp" else tags[i]

    def _opens_a_body(self, i: int) -> bool:
        """ "the Ministry of Water", "a Defesa Civil": the name of an organisation goes on after its noun."""
        lists = self.language.words
        if not self.words[i + 1 : i + 2] or self.lower[i] not in lists["organisation_words"]:
            return False
        named = self.tags[i + 1] == "N" or (self.tags[i + 1] == "R" and self.words[i + 1][0].isupper())
        if named and self.language.does("subject_follows"):  # "del Sindicato Médico Costero"
            return True
        return self.words[i + 1] in self.links and self.tags[i + 2 : i + 3] == ["N"]

    def _inner_noun(self, tag: str) -> str:
        """Where every noun has a capital: a verb with one is a noun, and all else is what it is."""
        return "a" if tag in "VHvGgX" else tag

    def _is_noun(self, i: int) -> bool:
        """Whether a verb form is a noun: "the report", "a warning", "denied reports", "in answer"."""
        word, lower = self.words[i], self.lower[i]
        before, lists = self.tags[i - 1], self.language.words
        if (
            self.tags[i] == "V"
            and self.articles
            and (
                self._is_adjective(i)
                or self._lacks_ending(i)
                or self._is_described(i)
                or nouns.is_plural(self.lower, self.tags, i, self.language)
            )
        ):
            return True
        if self.tags[i] in "Gg":
            if before == "I" and self.tags[i + 1] == "X":  # "an air of understanding has …"
                return True
            if before == "a" and self.tags[i - 2] in "DE" and self.tags[i + 1] == "X":  # "A yellow warning is …"
                return lower in lists["speech_nouns"]
            if before in "aeE" and lower in lists["activities"] and self.tags[i + 1] in "aRNT":
                return before != "a" or self.tags[i - 2] == "I"  # "its messaging system", "of river reporting"
            return before == "D" and not self._stands_alone(self.lower[i - 1], lower)
        if before not in "VvaRNT#DEeIt:":
            return False
        if before in "Vv" or (before == "a" and self.tags[i - 2] in "Xt"):  # "did not return calls"
            if word.endswith("s"):
                return word in lists["speech_nouns"] or word in lists["documents"] or word in lists["plural_nouns"]
            if before in "Vv" and self._is_repeated(i):
                return True
        if before == ":" and self.tags[i + 1] == "|":  # "Old walls leak: report"
            return word[0].islower()
        if before in "DEe":
            if self._stands_alone(self.lower[i - 1], lower) or lower in lists["never_nouns"]:
                return False
            return not word.endswith(self.language.verb_endings)
        if before == "t":
            return word.endswith("s") and lower in self.language.cues and not lower.endswith("ss")
        if before == "I" and self.lower[i - 1] not in lists["comparatives"]:
            return not word.endswith(self.language.verb_endings)
        if (
            before in "NT"
            and word.endswith("s")
            and lower in lists["speech_nouns"]
            and self.lower[i + 1] in lists["partitives"]
        ):
            return True  # "the Guild claims of …"
        if before == "a" and word.endswith("s") and lower in lists["speech_nouns"]:
            described = self.tags[i - 2] in "DE" and self.tags[i + 1] in "CVvXH"  # "the cruel remarks and …"
            if described or self.tags[i + 1] == "I":
                return True
        if before in "aR#" and self._is_counted(i):  # "three swing states", "12 points"
            return True
        if before == "#" and word.endswith("s") and lower in lists["speech_nouns"]:  # "300 questions"
            return True
        if before in "aR#" and lower in lists["plural_nouns"] and self.lower[i - 1] not in lists["documents"]:
            following = self.tags[i + 1]  # "swing states", not "the paper states that …"
            return following in "XVvHIWC.," or (following == "S" and self.tags[i + 2] in "XVvH")
        if before == "a" and self.lower[i - 2] in lists["superlatives"] and self.tags[i - 3] in "DEe":
            return lower in lists["speech_nouns"] or lower in lists["noun_verbs"]  # "Lee's most daring claim"
        if before in "aR" and self.tags[i - 2] in "DEe" and word.endswith("s") and lower in lists["roles"]:
            return self.tags[i + 1] in "VvXHI"
        return False

    def _is_counted(self, i: int) -> bool:
        """ "two border states", "the 13 states where", "by 12 points": no verb behind a number."""
        lists = self.language.words
        if self.lower[i] not in lists["plural_nouns"] and self.lower[i] not in lists["counted_nouns"]:
            return False
        k = i - 1 - (self.tags[i - 1] == "a" and not self.lower[i - 1].endswith("s"))
        counted = self.tags[k] == "#" or (self.tags[k] == "D" and self.lower[k] in lists["plural_determiners"])
        return counted and (k < i - 1 or self.lower[i + 1] not in lists["that"])  # not "article 12 states that …"

    def _is_adjective(self, i: int) -> bool:
        """ "the proposed wall", "her repeated warnings": after an article no past tense."""
        if not self.words[i].endswith(self.language.verb_endings):
            return False
        if self.tags[i - 1] == "e":
            return self.tags[i + 1] in "aRV" and not self.words[i + 1].endswith(self.language.verb_endings)
        k = i - 1
        if self.tags[k] == "M" and self.language.ending(self.lower[k]) == "M":  # "the widely reported talks"
            k -= 1
        article = self.tags[k] == "E" or (self.tags[k] == "D" and self.lower[k] in self.articles)
        return article and self.tags[i + 1] in "aRNTVvG#"

    def _is_described(self, i: int) -> bool:
        """ "her repeated warnings": what an adjective in -ed describes is no verb."""
        described = self.tags[i - 1] == "a" and self.tags[i - 2] in "DEe"
        return described and self.words[i].endswith("s") and self.words[i - 1].endswith(self.language.verb_endings)

    def _is_repeated(self, i: int) -> bool:
        """ "returned repeated calls": a past tense between a verb and a plural noun of speech."""
        nouns = self.language.words["speech_nouns"]
        after = self.lower[i + 1] in nouns and self.lower[i + 1][-1] == "s"
        return after and self.tags[i - 2] not in "DE" and self.words[i].endswith(self.language.verb_endings)

    def _lacks_ending(self, i: int) -> bool:
        """ "the council report", "Tarn call": a noun, since a verb would end in "s" after one person or thing."""
        if self.lower[i] not in self.language.words["noun_verbs"]:
            return False
        if (
            self.tags[i - 1] in "aNR"
            and self.lower[i - 2] in self.language.words["indefinites"]
            and self.tags[i + 1] == "S"
        ):
            return True  # "on a conference call that …"
        if self.tags[i + 1] in _OBJECTS and not nouns.is_related(self.lower, i, self.language):
            return False
        tags, k = self.tags, i - 1
        if tags[k] == "M" and tags[k - 1] == "D":  # "an early tweet"
            return self.lower[k - 1] in self.articles
        if tags[k] not in "aNRT#" or nouns.is_several(self.lower[k], self.language):
            return False
        while k >= 0 and tags[k] in "aNRT#M·" and i - k < _PHRASE:
            k -= 1
        if tags[k] == "D":
            return self.lower[k] in self.articles
        return tags[k] in "Ee" or (tags[k] in "I.|," and tags[k + 1] == "N" and tags[i - 1] in "NT")

    def _stands_alone(self, determiner: str, verb: str) -> bool:
        """ "others argue", "another says": a determiner that is the subject, by the number of the verb after it."""
        lists = self.language.words
        if determiner in lists["plural_subjects"]:
            return not verb.endswith("s")
        noun = verb in lists["speech_nouns"] or verb in lists["documents"]
        if determiner in lists["summing_pronouns"]:  # "Das teilte Lee mit"
            return True
        return determiner in lists["singular_subjects"] and not noun
