"""The people and organisations of one article: its name mentions gathered under their fullest form."""

import re
from typing import Final

from quotetrace.lang import Language
from quotetrace.syntax import Extraction, Mention

_OWNED: Final = re.compile("[Ee][aR]{0,3}R,?$")  # "her eldest son, | Bo Lund"
# "Kai Lund, a rower of Tarn, is | a mother | of four", "Kai Lund, | the oldest sister | of Bo"
_CALLED: Final = re.compile(
    r"(?:,[DaRNTI#Y·-]{1,12}+,)?X(?P<is>D[aNRT-]{1,5})(?=[.,IWC|])|,(?P<aside>D[aNRT-]{1,5})(?=[.,IW])"
)
_SAID_OF: Final = 20  # tokens behind a name that are read for that
_APART: Final = 6  # tokens before a name that are read for that
_SMALL: Final = frozenset({"of", "for", "on", "the", "and"})  # words that give no initial
_FULL: Final = 2  # words of a first and a last name
_NEAR: Final = 30  # namesakes looked at, latest first
_AROUND: Final = ".,;:!?()[]…—–-\"“”‘’'"  # a word
_EDGE: Final = " .,;:'’\"„“”»«‚‘›‹"


class Entity:
    """One person or organisation: ``name`` is the fullest form, ``mentions`` the indices of its mentions, in order.

    ``junior``: "Bo Lund Jr.", "Abel King III". ``owned``: "her son, Bo Lund". ``shortened``: how often its surname
    alone stands for it.
    """

    __slots__ = ("gender", "junior", "mentions", "name", "owned", "roles", "shortened", "words")

    def __init__(
        self, name: str, words: tuple[str, ...], gender: str, junior: bool = False, owned: bool = False
    ) -> None:
        self.name = name
        self.words = words
        self.gender = gender
        self.junior = junior
        self.owned = owned
        self.mentions: list[int] = []
        self.shortened = 0
        self.roles: set[str] = set()

    @property
    def head(self) -> str:
        """The last word of the name, lower case."""
        return self.words[-1]


class Antecedent:
    """The entity a mention stands for (-1: cannot tell) and how sure that is, in [0, 1]."""

    __slots__ = ("confidence", "entity")

    def __init__(self, entity: int, confidence: float) -> None:
        self.entity: Final = entity
        self.confidence: Final = confidence


def entities(extraction: Extraction, language: Language) -> tuple[list[Entity], list[int]]:
    """All entities of the article, and for each mention the index of its entity (-1: none).

    "Lund" joins "Ida Lund", "Ms Lund" and "Ida"; a surname that two people share goes to the one whose
    gender fits the title, who has the title, who has been called by it, or named, most often, or last; to a
    junior not before the elder of that name. An acronym joins the name whose initials it is.
    """
    found: list[Entity] = []
    entity_of = [-1] * len(extraction.mentions)
    by_word: dict[str, dict[int, None]] = {}
    initials: dict[str, int] = {}
    names = [(i, _words(extraction, m, language)) for i, m in enumerate(extraction.mentions) if m.kind == "name"]
    last_words = {words[-1] for _, words in names if len(words) > 1}
    whole = last_words | _namesakes(extraction, names, language)
    spelt = {extraction.tokens.words[extraction.mentions[i].last] for i, _ in names}
    for i, words in names:
        mention = extraction.mentions[i]
        gender = _gender(extraction, mention, words, language, last_words)
        if gender == "n" and _is_surname_of(extraction, mention, words, last_words, language):
            gender = "x"
        shouted = mention.text.isupper() and len(mention.text) > 1
        junior = extraction.tokens.tags.find("J", mention.first, _end(extraction, mention, language)) >= 0
        index = _match(found, by_word, words, "x" if shouted else gender, mention.role, whole)
        if junior and index >= 0 and _is_senior(found[index], mention):
            index = next((i for i in by_word[words[-1]] if found[i].junior and _same(found[i].words, words)), -1)
        if index >= 0 and len(words) > 1 and _is_of_group(found[index], language):
            index = -1  # "the Social Liberals" after "the Liberals"
        if shouted and index >= 0 and _begins_with_acronym(found[index], words, language):
            accord = found[index]
            if accord.gender == "x" and any(_has_article(extraction, k) for k in accord.mentions):
                accord.gender = "n"  # "the U.N. Tarn Accord" is nobody
            index = -1  # and not the U.N.
        if index < 0 and shouted:
            index = initials.get(words[-1], -1)
        if index < 0:
            index = len(found)
            owned = not junior and _is_owned(extraction.tokens.tags, mention.first)
            found.append(Entity(_display(extraction, mention, spelt, language), words, gender, junior, owned))
            if len(words) > 1:
                for short in _initials(found[index].name.lower().split()):
                    initials[short] = index
        entity = found[index]
        if entity.gender != gender and not shouted and entity.name.isupper():
            entity.gender = gender  # a surname in capitals, not an acronym
        beside = words[1:] == entity.words and len(entity.words) > 1 and words[0] in last_words  # "bat Lee | Ida Roe"
        if len(words) > len(entity.words) and entity.words[-1] == words[-1] and not beside:
            entity.name, entity.words, entity.junior = _display(extraction, mention, spelt, language), words, junior
        if entity.gender == "x":
            entity.gender = gender
        entity.mentions.append(i)
        entity.shortened += len(words) == 1
        if mention.role:
            entity.roles.update(mention.role.split())
        entity_of[i] = index
        for word in words:
            by_word.setdefault(word, {})[index] = None
    in_full = _in_full(names, language)
    for entity in found:
        alone = len(entity.words) == 1 and entity.head not in last_words and not entity.junior
        full = in_full.get(entity.words[0], -1) if alone else -1
        if full >= 0:
            entity.name = found[entity_of[full]].name
        if entity.gender == "x" and not entity.roles and all(_has_article(extraction, i) for i in entity.mentions):
            entity.gender = "n"  # "the Lantern" is nobody
    return found, entity_of


def _is_surname_of(
    extraction: Extraction, mention: Mention, words: tuple[str, ...], last_words: set[str], language: Language
) -> bool:
    """ "York said", in an article with Ann York: a place alone that is somebody's last name, and not "in York"."""
    placed = mention.first > 0 and extraction.tokens.tags[mention.first - 1] == "I"
    return len(words) == 1 and words[0] in last_words and words[0] in language.words["places"] and not placed


def _in_full(names: list[tuple[int, tuple[str, ...]]], language: Language) -> dict[str, int]:
    """By first name, the first mention of the one who alone has it: "Ann", where "Ann Lee" is named only later."""
    found: dict[str, int] = {}
    whole: dict[str, tuple[str, ...]] = {}
    for i, words in names:
        if len(words) != _FULL or words[0] not in language.first_names or words[0] in language.words["places"]:
            continue
        if whole.setdefault(words[0], words) == words:
            found.setdefault(words[0], i)
        else:
            found[words[0]] = -1
    return found


def _namesakes(extraction: Extraction, names: list[tuple[int, tuple[str, ...]]], language: Language) -> frozenset[str]:
    """Words that begin the names of several, or of things, and stand for none of them: "Keldra" beside "Keldra Water"
    and "Keldra Oars"."""
    tokens = extraction.tokens
    ends: dict[str, set[str]] = {}
    for i, words in names:
        first, after = extraction.mentions[i].first, extraction.mentions[i].last + 1
        if len(words) == 1 or words[0] in language.first_names:
            continue
        ends.setdefault(words[0], set()).add(words[-1])
        if first and language.has("indefinites", tokens.lower[first - 1]) and tokens.tags[after] not in "aRTN-e":
            ends[words[0]].add("")  # "a Keldra Boat"
    return frozenset(word for word, found in ends.items() if len(found) > 1)


def _begins_with_acronym(who: Entity, words: tuple[str, ...], language: Language) -> bool:
    """Whether one word in capitals, no first name, only begins a longer name, in capitals there too."""
    if words[0] in language.first_names:
        return False
    first = who.name.split(maxsplit=1)[0].replace(".", "")
    return len(words) == 1 < len(who.words) and who.words[-1] != words[0] and first.isupper() and first.isalpha()


def _initials(words: list[str]) -> tuple[str, str]:
    """ "foo" and "fo" of "Federal Office of Oars": with and without small words."""
    return "".join([word[0] for word in words]), "".join([word[0] for word in words if word not in _SMALL])


def _is_owned(tags: str, first: int) -> bool:
    return tags[first - 1] in "R," and _OWNED.search(tags, max(first - _APART, 0), first) is not None


def _is_senior(who: Entity, mention: Mention) -> bool:
    """Whether ``mention``, of a junior, is of another: "President Lund" and "Bo Lund" stood without "Jr." before."""
    return not who.junior and (len(who.words) > 1 or bool(who.roles - set(mention.role.split())))


def _is_of_group(who: Entity, language: Language) -> bool:
    """ "Liberals": a name of several people, by what each of them is."""
    one = who.head.removesuffix("s")
    return len(who.words) == 1 and one != who.head and (language.has("roles", one) or one in language.peoples)


def _has_article(extraction: Extraction, index: int) -> bool:
    first = extraction.mentions[index].first
    return first > 0 and extraction.tokens.tags[first - 1] == "D"


def _core(extraction: Extraction, mention: Mention, language: Language) -> int:
    """The token where the name proper begins, after titles: "Foreign Minister | Ann Lee", "French President | Roe".

    An organisation keeps its whole name ("State Department").
    """
    tags, first, last = extraction.tokens.tags, mention.first, mention.last
    while tags[first] in "DIaR" and first < last:  # the words before a name in marks
        first += 1
    if not tags[first : last + 1].strip("N"):
        return first
    if extraction.tokens.lower[last] in language.words["organisation_words"]:
        return first if tags[first] != "T" or tags[first + 1] not in "·." else first + 2
    titled = last
    while titled >= first and tags[titled] != "T" and tags[titled - 1 : titled + 1] != "T·":
        titled -= 1
    while titled < last and tags[titled + 1] in "It·":
        titled += 1
    return titled + 1 if titled < last else first


def _end(extraction: Extraction, mention: Mention, language: Language) -> int:
    """Past the last token of the name, without honours after it: "Ann Lee | KC", "Ann Lee | , MD"."""
    end = mention.last + 1
    while end > mention.first + 1 and language.has("honours", extraction.tokens.lower[end - 1]):
        end -= 1 + (extraction.tokens.tags[end - 2] == ",")
    return end


def _words(extraction: Extraction, mention: Mention, language: Language) -> tuple[str, ...]:
    tokens = extraction.tokens
    if mention.first == mention.last and tokens.tags[mention.first] == "N":
        name = tokens.lower[mention.first]  # in marks it is one token, of several words
        if name.isalpha():
            return (name,)
        return tuple([_without_particle(word, language) for word in name.split()])
    first = _core(extraction, mention, language)
    words = [
        _without_particle(tokens.lower[i] if tokens.tags[i] != "Q" else _nickname(extraction, i), language)
        for i in range(first, _end(extraction, mention, language))
        if tokens.tags[i] not in "·,J" and tokens.words[i] not in "'’"
    ]
    stop = next((k for k, i in enumerate(words) if k and language.has("organisation_links", i)), len(words))
    if stop < len(words) and (not language.has("particles", words[stop]) or _is_body(mention, tokens.words)):
        words = words[stop:] + words[:stop]  # an organisation's head word comes last: "defence of ministry"
    return tuple(words) or (mention.head,)


def _nickname(extraction: Extraction, i: int) -> str:
    """ "bo" of "Ann “Bo” Lee"."""
    return extraction.text[extraction.tokens.starts[i] : extraction.tokens.end(i)].strip(_AROUND).lower()


def _is_body(mention: Mention, words: list[str]) -> bool:
    """ "Bank von Norwin", "Lee von BVX-Radio"; no "Ada von der Leede"."""
    return mention.gender == "n" or words[mention.last].isupper() or "-" in words[mention.last]


def _without_particle(word: str, language: Language) -> str:
    """ "marani" of "al-marani"."""
    if "-" not in word:
        return word
    particle, _, rest = word.partition("-")
    return rest if rest and language.has("particles", particle) else word


def _display(extraction: Extraction, mention: Mention, spelt: set[str], language: Language) -> str:
    """The name as printed, without titles before it; "Ann Lee" of "DR ANN LEE" where she is "Lee" elsewhere.

    ``spelt``: the last words of all names, as printed.
    """
    tokens = extraction.tokens
    first = _core(extraction, mention, language)
    last = _end(extraction, mention, language) - 1
    text = extraction.text[tokens.starts[first] : tokens.end(last)]
    if first < last and text.isupper() and tokens.words[last].capitalize() in spelt:
        text = text.title()
    short = tokens.tags[last] == "·" or (tokens.words[last][-1] == "." and "." in tokens.words[last][:-1])
    return (" ".join(text.split()).strip(_EDGE) or mention.text.rstrip(".")) + "." * short  # "Ann Lee Jr.", "the U.S."


def _gender(
    extraction: Extraction, mention: Mention, words: tuple[str, ...], language: Language, last_words: set[str]
) -> str:
    """By title, else by what follows, else by first name; a last name that is a first name elsewhere ("Warren") says
    nothing."""
    if mention.gender != "x":
        return mention.gender
    told = _told(extraction, mention.last + 1, language) if len(words) > 1 else "x"
    if told != "x":
        return told
    alone = mention.head == words[0] and mention.head not in last_words and not language.has("last_names", words[0])
    if len(words) > 1 or alone:
        if words[0] in language.words["male_names"]:
            return "m" if words[0] not in language.words["female_names"] else "x"
        if words[0] in language.words["female_names"]:
            return "f"
    return "x"


def _told(extraction: Extraction, after: int, language: Language) -> str:
    """The gender of the noun that says what somebody is: "Kai Lund is a mother of four"; "x": none does."""
    tags = extraction.tokens.tags
    said = _CALLED.match(tags, after, after + _SAID_OF) if tags[after] in ",X" else None
    noun = extraction.tokens.lower[said.end() - 1] if said else ""
    if language.has("female", noun):
        return "f"
    return "m" if language.has("male", noun) else "x"


def _match(
    found: list[Entity],
    by_word: dict[str, dict[int, None]],
    words: tuple[str, ...],
    gender: str,
    role: str,
    whole: set[str],
) -> int:
    """The entity that a name is of, or -1. ``whole``: words that are no shorter form of a name that they begin."""
    known = by_word.get(words[-1])
    if known is None:
        return -1
    near = list(known)[-_NEAR:]
    fits = [
        i
        for i in near
        if _same(found[i].words, words)
        and (_agree(found[i].gender, gender) or found[i].name.isupper() or _is_surname(found[i].words, words))
    ]
    if len(fits) == 1:
        return fits[0]
    if fits:
        exact = [i for i in fits if found[i].words == words and len(words) > 1 and not found[i].junior]
        roles, elders = frozenset(role.split()), {found[i].words for i in fits if not found[i].junior}
        return max(exact or fits, key=lambda i: _claim(found[i], roles, elders))
    if len(words) == 1 and words[0] not in whole:
        return max((i for i in near if found[i].words[0] == words[0]), key=lambda i: found[i].mentions[-1], default=-1)
    return -1


def _claim(who: Entity, roles: frozenset[str], elders: set[tuple[str, ...]]) -> tuple[bool, bool, int, bool, int, int]:
    """How near a surname, with ``roles``, is to one of those who share it: the highest has it.

    ``elders``: the names of those who are no juniors.
    """
    named, younger = who.mentions, who.junior and who.words in elders
    return not younger, not roles.isdisjoint(who.roles), who.shortened, not who.owned, len(named), named[-1]


def _same(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether one name is the other, less some of its words: the last word is shared, first names don't clash."""
    if known[-1] != words[-1]:
        return False
    if len(known) == 1 or len(words) == 1:
        return True
    a, b = known[0].strip("."), words[0].strip(".")
    return a == b or (a[:1] == b[:1] and min(len(a), len(b)) == 1) or a in words or b in known


def _is_surname(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """ "García Montes" of "Ida García Montes", "Teles de Brito": two words or more, of which one may look like a first
    name."""
    return 1 < len(words) < len(known) and known[-len(words) :] == words


def _agree(known: str, given: str) -> bool:
    return known == given or "x" in (known, given)


def is_named_in(spoken: str, entity: Entity) -> bool:
    """Whether words name an entity: "Lee is late" and "Ann Lee is late", not "Bo Lee is late"."""
    head = entity.head
    if head not in spoken.lower():
        return False
    words = [word.strip(_AROUND).removesuffix("’s").removesuffix("'s") for word in spoken.split()]
    at = [k for k, word in enumerate(words) if word[:1].isupper() and word.lower() == head]
    return any(not k or words[k - 1].islower() or words[k - 1].lower() in entity.words for k in at)


def fits(pronoun: Mention, entity: Entity) -> bool:
    """Whether the gender of a pronoun allows an entity."""
    if pronoun.gender in "mf":
        return entity.gender in (pronoun.gender, "x")
    return pronoun.gender != "n" or entity.gender in "nx"
