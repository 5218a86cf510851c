"""What a language's grammar adds to the letters of single words; each rule is switched on by the language's data."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from quotetrace.extract.names_or_nouns import told_apart
from quotetrace.lang import Language
from quotetrace.syntax import Stretch

_REACH: Final = 40  # tokens between the two parts of a split verb
_BEHIND: Final = 10  # tokens of "…, chamado pela Câmara de “…”" that are read
_NAME_WORDS: Final = 5  # words of a name in marks, at most
_NAME: Final = re.compile(
    r"[^\W_a-z](?:[^.!?,:;]|\.(?=\w)|(?<=\w)!(?=\w))*|\w[\w-]*(?:\.[\w-]+)+"
)  # "Harbour Post", "bvx.net"
_PLAIN: Final = re.compile(r"\w[^.!?,:;]*")  # "harbour online"
_CLAUSE_ENDS: Final = frozenset(",.;:!?|QSCtVvXHGg")
_CLOSES: Final = frozenset(",.;:!?-|QSCt")


def before_names(
    words: list[str], tags: list[str], sentences: list[tuple[int, int]], parted: list[int], language: Language
) -> None:
    """What must be known before capitals are read: relatives, genitives and, at the tokens ``parted``, split verbs."""
    if language.object_possessives:
        _possessives(words, tags, language.object_possessives)
    if language.articles_that_relate or language.articles_as_objects or language.words["genitives"]:
        _articles(words, tags, language)
    if language.words["epithets"]:
        _epithets(words, tags, language)
    if language.words["infinitive_endings"]:
        _infinitives(words, tags, language)
        for i in [i for i, tag in enumerate(tags) if tag == "V" and tags[i - 1] == ","]:  # "…, difeso | da Lee, …"
            if words[i + 1].lower() in language.words["agent_prepositions"] and "Q" not in tags[i : i + _BEHIND]:
                tags[i] = "a"
        for begin, _ in sentences:  # "Preguntado por ello, el alcalde …"
            if tags[begin] == "V" and words[begin].lower() in language.words["asked"]:
                tags[begin] = "a"
    if language.stressed:
        _stressed(words, tags, language)
    if language.split_verbs and (language.does("subject_follows") or language.does("verb_second")):
        _split_verbs(words, tags, sentences, language)
    elif language.split_verbs:
        _phrasal_verbs(words, tags, parted, language)
    if language.words["verb_particles"]:
        _other_verbs(words, tags, language)


def _epithets(words: list[str], tags: list[str], language: Language) -> None:
    """ "dit | le technicien", "sade | författaren": who points back; not "le ministre belge"."""
    epithets, suffixed = language.words["epithets"], not language.words["feminine_articles"]
    for i in [i for i, tag in enumerate(tags) if tag in "aN" and words[i].lower() in epithets]:
        if suffixed or (tags[i - 1] == "D" and tags[i] == "a"):
            tags[i] = "R"


def _infinitives(words: list[str], tags: list[str], language: Language) -> None:
    """ "antes de | añadir que", not "quiso añadir que": an infinitive reports behind a preposition."""
    endings = tuple(sorted(language.words["infinitive_endings"]))
    for i in [i for i, tag in enumerate(tags) if tag == "G" and tags[i - 1] != "I"]:
        if words[i].lower().endswith(endings):
            tags[i] = "a"


def _stressed(words: list[str], tags: list[str], language: Language) -> None:
    """ "Selon | lui, …", "volgens | haar is …": a form of a pronoun that stands for somebody behind a source."""
    closing = {phrase[-1] for phrase in language.sources}
    for i in [i for i, tag in enumerate(tags) if tag in "OE" and words[i].lower() in language.stressed]:
        if words[i - 1].lower() in closing and tags[i + 1] in ",.vVXH":
            tags[i] = "P"


def _other_verbs(words: list[str], tags: list[str], language: Language) -> None:
    """ "schätzt die Lage | ein", "spricht das Thema | an": a particle that closes the clause makes another verb of one
    of speech."""
    particles = language.words["verb_particles"]
    for i in [i for i, tag in enumerate(tags) if tag == "V"]:
        last = next((k for k in range(i + 1, min(i + _REACH, len(tags))) if tags[k] in _CLAUSE_ENDS), i)
        part = words[last - 1].lower() if tags[last] in _CLOSES else ""
        if last > i + 1 and part in particles and part + words[i].lower() not in language.cues:
            tags[i] = "v"


def _possessives(words: list[str], tags: list[str], either: frozenset[str]) -> None:
    """ "aldus haar man", "ze vroeg haar te komen": words that own what follows, or are an object."""
    for i in [i for i, tag in enumerate(tags) if tag in "EO" and words[i].lower() in either]:
        tags[i] = "E" if tags[i + 1] in "aRNT#" else "O"


def after_names(words: list[str], tags: list[str], language: Language) -> None:
    """What needs the names: nouns told from names where every noun has a capital; particles between names."""
    if language.does("nouns_capitalised"):
        told_apart(words, tags, language)
    if language.linking_particles:
        _particles(words, tags, language)


def _articles(words: list[str], tags: list[str], language: Language) -> None:
    """ "…, der sagte" relates, "der Sprecher der Partei" means "of the", "lo ha detto" is an object."""
    relate, genitives = language.articles_that_relate, language.words["genitives"]
    objects = language.articles_as_objects
    for i in [i for i, tag in enumerate(tags) if tag == "D"]:
        word = words[i].lower()
        if word in relate and tags[i - 1] == "," and (tags[i + 1] in "IXVvHMPOYt" or tags[i + 1] == "D"):
            tags[i] = "W"
        elif word in genitives and i and tags[i - 1] in "aNR" and words[i - 1][0].isupper():
            tags[i] = "I"
        elif word in objects and tags[i + 1] == "X":
            tags[i] = "O"


def _split_verbs(words: list[str], tags: list[str], sentences: list[tuple[int, int]], language: Language) -> None:
    """ "teilte … mit", "a fait savoir": a speech verb where its particle closes the clause, or stands beside it."""
    ends, that = {end: begin for begin, end in sentences}, language.words["that"]
    stop = len(words)
    for i in range(len(words) - 1, -1, -1):
        if i + 1 in ends or tags[i] == "|":
            stop = i + 1
        particles = language.split_verbs.get(words[i].lower())
        if particles is None:
            continue
        if i and language.does("verb_second") and words[i - 1].lower() in particles and tags[i + 1] in _CLOSES:
            tags[i - 1], tags[i] = "M", "V"  # "wie die Stadt bekannt gab"
            continue
        adjacent = i + 1 if language.does("subject_follows") and not language.does("verb_second") else -1
        for j in range(i + 1, min(i + _REACH, stop)):
            if words[j].lower() not in particles:
                continue
            if j == adjacent:  # "a fait savoir"
                tags[i], tags[j] = "X", "V"
                break
            if tags[j + 1] in _CLOSES or words[j + 1].lower() in that:
                tags[i], tags[j] = "V", "M"
                break


def _phrasal_verbs(words: list[str], tags: list[str], parted: list[int], language: Language) -> None:
    """ "lashed out", "brushed aside claims": a speech verb with its particle right behind it."""
    split = language.split_verbs
    for i in [i for i in parted if tags[i] in "av"]:
        if words[i + 1].lower() in split[words[i]]:
            tags[i], tags[i + 1] = "G" if words[i] in language.participles else "V", "M"
            tags[i + 2] = "a" if tags[i + 2] == "V" else tags[i + 2]


def _particles(words: list[str], tags: list[str], language: Language) -> None:
    """ "Anna de Sousa", "Jan van der Berg": prepositions and articles between two names are part of the name.

    One that mostly says where to ("zu") is so only behind a first name.
    """
    particles, doubtful = language.linking_particles, language.words["particles_after_first_names"]
    first_names = language.first_names
    if not language.does("nouns_capitalised"):
        _capital_particles(words, tags, particles, first_names)
    last = len(tags) - 1
    verb_second = language.does("verb_second")
    surnames = {words[i] for i in range(1, last) if tags[i - 1 : i + 1] == ["N", "N"]} if verb_second else frozenset()
    for i in [i for i, tag in enumerate(tags) if tag in "ID" and words[i].lower() in particles]:
        if words[i].lower() in doubtful and words[i - 1].lower() not in first_names:
            continue
        if verb_second and _is_affiliation(words, tags, i, language, surnames):
            continue
        if i and (tags[i - 1] in "Np" or _is_titled(words, tags, i, language)) and words[i][0].islower():
            k = i
            while k < last and k - i < 3 and language.has("particles", words[k].lower()):
                k += 1
            if tags[k] == "N":
                tags[i:k] = "p" * (k - i)


def _is_titled(words: list[str], tags: list[str], i: int, language: Language) -> bool:
    """ "Mme | d'Aubrac", "Sr. | dos Santos": behind a title that is no office, as in "ministre de Bretagne"."""
    title = i - 1 if tags[i - 1] == "T" else i - 2 if tags[i - 2 : i] == ["T", "·"] else -1
    return title >= 0 and language.does("adjectives_follow") and not language.has("roles", words[title].lower())


def _capital_particles(
    words: list[str], tags: list[str], particles: frozenset[str], first_names: frozenset[str]
) -> None:
    """ "minister Van Dalen", "le juge Le Goff": a particle with a capital within a sentence is part of the name; so is
    the same one at the start of another, also "De la Cruz" of "Ida de la Cruz" and "Dall'Olio" of "Ida Dall'Olio"."""
    capitals = [i for i in range(1, len(tags) - 1) if tags[i] in "IDN" and words[i][0].isupper()]
    pairs = [i for i in capitals if tags[i] in "ID" and _leads_on(words, tags, i, particles)]
    named = {(words[i], words[i + 1]) for i in capitals if tags[i : i + 2] == ["N", "N"]} if pairs else set()
    inner = {(words[i], words[i + 1]) for i in pairs if tags[i - 1] in "aRTNIVC" and words[i - 1][0].islower()}
    joined = {
        _surname(words, tags, i)
        for i in range(1, len(tags) - 1 if pairs else 0)
        if tags[i] in "IDp" and words[i - 1].lower() in first_names and words[i] in particles
    }
    for i in pairs:
        particle = words[i].lower() in particles
        again = (words[i], words[i + 1]) in named or _surname(words, tags, i) in joined
        if again or (particle and ((words[i], words[i + 1]) in inner or tags[i - 1] in "TRN")):  # "Yann | Le | Goff"
            tags[i] = "N"
            if tags[i + 1] == "D":
                tags[i + 1] = "p"


def _surname(words: list[str], tags: list[str], i: int) -> tuple[str, ...]:
    """The particles from token ``i`` on, in lower case, and the name behind them."""
    stop = i + 2 if tags[i + 1] in "DpI" else i + 1
    return tuple(word.lower() for word in words[i : stop + 1])


def _leads_on(words: list[str], tags: list[str], i: int, particles: frozenset[str]) -> bool:
    """Whether a particle at ``i`` stands before a name, or before another particle of it: "De la Torre"."""
    return tags[i + 1] == "N" or (i + 2 < len(tags) and tags[i + 2] == "N" and words[i + 1] in particles)


def names_in_marks(
    text: str,
    words: list[str],
    lower: list[str],
    tags: list[str],
    stretch_at: dict[int, int],
    stretches: Sequence[Stretch],
    language: Language,
) -> None:
    """The paper „Harbour Post“, laut „Post“, …, schrieb „Die Post“: marks that hold a name make a name, no speech."""
    intros = tuple(sorted(language.words["name_intros"]))
    if not intros:
        return
    for i, index in list(stretch_at.items()):
        stretch = stretches[index]
        inner = text[stretch.start : stretch.end]
        if len(inner.split()) > _NAME_WORDS:
            continue
        named = _NAME.fullmatch(inner) and _introduced(words, tags, i, intros, language)
        if named or (_PLAIN.fullmatch(inner) and _compared(words, tags, i, language)):
            words[i], tags[i] = " ".join(inner.split()), "N"
            lower[i] = words[i].lower()
            del stretch_at[i]


def _introduced(words: Sequence[str], tags: Sequence[str], i: int, intros: tuple[str, ...], language: Language) -> bool:
    """Whether what stands before the marks at token ``i`` says that they hold a name."""
    if i and tags[i - 1] in "aRN" and words[i - 1].lower().endswith(intros):
        return True
    k = _before_article(words, tags, i, language)
    if k < 0:
        return False
    word = words[k].lower()
    prepositions = language.words["name_prepositions"]
    if (
        word in prepositions
        or f"{words[k - 1]} {word}".lower() in prepositions
        or _belongs(words, tags, k, i, language)
        or _is_told(tags, k, i)
    ):
        return True
    if tags[k] == "V":
        before = tags[k - 2 : k]
        told = k > 1 and "Q" in before and before[-1] in "Q," and tags[i + 1] not in "Qa"
        return told or (k < i - 1 and language.cues.get(word) == "say")  # "berichtet der linke „Hafenbote“"
    says = tags[i + 1] == "V" and language.cues.get(words[i + 1].lower()) in ("say", "ask")
    opens = (tags[k] in ".|" and k < i - 1) or (k == 0 and tags[0] == "D")
    return says and opens  # "Die „Neue Mitte“ fordert"


def _is_told(tags: Sequence[str], k: int, i: int) -> bool:
    """ "sagte Ada Lund der „Hafenpost“.": to whom somebody says it, whose name ends at token ``k``."""
    first = k
    while first > 0 and tags[first] in "NRT" and k - first < _NAME_WORDS:
        first -= 1
    return (
        tags[k] == "N"
        and k < i - 1
        and tags[first] in "DV"
        and tags[first - (tags[first] == "D")] == "V"
        and tags[i + 1] in ".,;"
    )


def _before_article(words: Sequence[str], tags: Sequence[str], i: int, language: Language) -> int:
    """The token before the article and the adjectives that stand before token ``i``; -1: none."""
    k = i - 1
    while k > 0 and tags[k] == "a" and words[k][0].islower():
        k -= 1
    begin, articles = k, language.words["obliques"] | language.words["genitives"]
    while k > 0 and (tags[k] == "D" or words[k].lower() in articles):
        k -= 1
    return k if k < begin or k == i - 1 else i - 1


def _belongs(words: Sequence[str], tags: Sequence[str], k: int, i: int, language: Language) -> bool:
    """ "Leiter von „Ener9“", "ein Artikel der „Hafenpost“": whose chief, in which paper."""
    if words[k].lower() in language.words["organisation_links"]:
        return k > 0 and tags[k - 1] in "RN"
    return tags[k] == "R" and k < i - 1 and words[k + 1].lower() in language.words["genitives"]


def _compared(words: Sequence[str], tags: Sequence[str], i: int, language: Language) -> bool:
    """ "wie der „Hafenbote“ meldet"."""
    k = _before_article(words, tags, i, language)
    return k >= 0 and words[k].lower() in language.words["comparatives"] and tags[i + 1] == "V"


def _is_affiliation(words: list[str], tags: list[str], i: int, language: Language, surnames: AbstractSet[str]) -> bool:
    """ "Ada Lund | van de Visbond", "wie Lund | von der Post": behind a first and a last name, or one of ``surnames``
    that follow another name in the text, a preposition says where somebody is from, or who did it."""
    named = tags[i - 1] == "N" and (tags[i - 2] in "Np" or words[i - 1] in surnames)
    return named and tags[i] == "I" and words[i - 1].lower() not in language.first_names
