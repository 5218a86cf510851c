"""Stretches in marks that are names somebody gave, not words somebody spoke."""

import re
from typing import Final

from quotetrace.attribute.candidate import Candidate
from quotetrace.attribute.place import Place
from quotetrace.lang import Language
from quotetrace.syntax import Extraction

_NEAR: Final = 4  # words before a title between "appeared" and its preposition
_LIST: Final = 24  # tokens of „A“, „B“ und „C“ that are read back to what they are
_REFERENCE: Final = 14  # tokens of "the Courier, May 3)"
_DATED: Final = re.compile(r"[,DNaR#]*Y[,NY#]*\)")
_OWNED: Final = re.compile("[Ee][aNvR#]{0,2}$")  # "her new | film"
_TITLE: Final = 5  # words of a title before who made it
_PHRASE: Final = 7  # tokens of "a weekly paper for young bakers"
_THING: Final = frozenset("DEeaRNvI#·-")  # letters of "its oldest boat", and of a verb before it
_MODIFYING: Final = frozenset("DaRNvI#·-")
_ENDS: Final = ".,!?"
_SAYS: Final = frozenset({"say", "tell", "ask", "judge"})
_TELLS: Final = frozenset({"say", "tell", "ask", "judge", "source", "colon"})


def is_label(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """A name that somebody gave, not words that somebody spoke: one of ``LABELS`` knows it, or one of ``TITLES``."""
    rules = LABELS + TITLES if where.case == "title" else LABELS
    return any(rule(extraction, where, best, language) for rule in rules)


def nickname(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """Inside a name: Ann "Bo" Lee."""
    tokens, token = extraction.tokens, where.token
    if where.words > 2 or token < 1 or tokens.tags[token + 1] != "N":
        return False
    opens = token - 1 == tokens.sentences[where.sentence][0] and tokens.tags[token - 1] == "a"
    return tokens.tags[token - 1] in "N·" or (opens and tokens.words[token - 1][0].isupper())


def named_so(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """Right after "dubbed", "titled", "the nickname", with or without an article; "die Modelle „A“ und „B“"."""
    tokens = extraction.tokens
    a, _ = tokens.sentences[where.sentence]
    before = where.token - 1
    stop = max(a + 1, before - _LIST)
    while before > stop and tokens.tags[before] in "C," and tokens.tags[before - 1] == "Q":
        before -= 2
    if before > a and tokens.tags[before] == "D":
        before -= 1
    if before < a or _named_by(extraction, before, best, language):
        return False
    word, labels = tokens.words[before], language.words["labels"]
    if f"{tokens.words[before - 1]} {word}".lower() in labels:  # "så kallade", "conocido como", "referred to as"
        if before > a + 2 and tokens.tags[before - 3] in "NP" and tokens.tags[before - 2] in "Vv":
            return False  # "what Ann Lee referred to as “a sieve”"
        return where.inner[0].isupper() or not language.does("nouns_capitalised")  # "nennt sich „einen Narren“"
    compound = language.does("nouns_capitalised") and word[0].isupper()
    if compound:
        return not where.inner[0].islower() and word.lower().endswith(tuple(labels))
    return word.lower() in labels


def _named_by(extraction: Extraction, verb: int, best: Candidate, language: Language) -> bool:
    """ "Ann Lee dubbed him “the little mayor”": who gave the name said it, unless it was only given ("was dubbed")."""
    predicate = best.predicate
    if best.mention < 0 or predicate is None or predicate.verb != verb or predicate.group != "judge":
        return False
    return predicate.inverted or extraction.tokens.lower[verb - 1] not in language.words["passives"]


def in_compound(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """The „Pro Kopf“-Modell, the „Steg“-Aufruf: a word made of what stands in marks and a noun."""
    tokens = extraction.tokens
    end, following = tokens.end(where.token), where.token + 2
    if not language.does("nouns_capitalised") or tokens.tags[where.token + 1] != "-" or following >= len(tokens.words):
        return False
    if best.predicate is not None and best.predicate.group in _SAYS:  # "sagte, an ein „Nein“-Lager sei …"
        return False
    return tokens.starts[following] == end + 1 and tokens.words[following][0].isupper()


def subheading(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """Alone on its line, a few words in title case."""
    tokens = extraction.tokens
    a, b = tokens.sentences[where.sentence]
    if where.position != "solo" or where.words > 8 or where.words < 2 or tokens.tags[b : b + 1] != "|":
        return False
    return not a or tokens.tags[a - 1] == "|"


def defined(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """A term that a contract or a release defines: Keldra Water (the "Company")."""
    tags, token = extraction.tokens.tags, where.token
    opening = tags.rfind("(", max(0, token - 2), token)
    if opening < 0 or tags[token + 1] != ")" or tags[opening + 1 : token] not in ("", "D"):
        return False
    words = where.inner.split()
    return len(words) < 5 and tags[opening - 1] in "NJa"


def reference(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """An article that a letter answers: ("Toll to double," the Courier, May 3)."""
    tags, token = extraction.tokens.tags, where.token
    opens = token > 0 and tags[token - 1] == "(" and where.words > 1 and where.inner[0].isupper()
    return opens and _DATED.match(tags, token + 1, token + _REFERENCE) is not None


def listed_work(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """Four books, among them "Mud" and "More Mud"; films such as "The Long Thaw": in title case."""
    tokens = extraction.tokens
    a, _ = tokens.sentences[where.sentence]
    k = where.token - 1
    stop = max(a + 3, k - _LIST)
    while k > stop and tokens.tags[k] in "C,Q":
        k -= 1
    if k < a + 3 or not (where.case == "title" or (where.words == 1 and where.inner[0].isupper())):
        return False
    listing = f"{tokens.lower[k - 1]} {tokens.lower[k]}"
    k -= 2 if listing in language.words["listings"] else 1 if tokens.lower[k] in language.words["listings"] else 0
    k -= tokens.tags[k] == ","
    noun = tokens.lower[k]
    return k < where.token - 1 and noun.endswith("s") and language.has("works", noun[:-1])


def single_letter(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """A mark at school, a blood group: "A"."""
    inner = where.inner.strip(".,;:")
    return len(inner) == 1 and inner.isalpha()


def work(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """The name of a programme, a film or a movement: the "Morning River" show, the comedy "Evening Table"."""
    tags, token = extraction.tokens.tags, where.token
    if language.does("nouns_capitalised"):
        return False
    words = where.inner.split(maxsplit=5)
    if not 1 < len(words) < 5 or words[-1][-1] in ".,!?":
        return False
    before = tags[max(token - 2, 0) : token]
    return (before[-1:] in ("D", "E") and tags[token + 1] in "aNRVv") or before in ("Da", "Ea")


def of_a_work(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """The author of "Below the Dam", his book "Below the Dam", her memoir, "The Wall.": in title case.

    Other languages write only the first word of a title with a capital: le film « La nuit des loups ».
    """
    tokens, token = extraction.tokens, where.token
    plain = language.does("subject_follows") or language.does("cue_in_marks")
    titled = where.case == "title" or (plain and where.inner[0].isupper() and where.inner[-1] not in ".!?…,")
    if token < 2:
        return False
    between, noun = tokens.tags[token - 1], tokens.lower[token - 2]
    owned = between == "," and _OWNED.search(tokens.tags, max(token - _NEAR, 0), token - 2) is not None
    if owned and where.closing == "," and where.inner[0].isupper() and language.has("owned_works", noun):
        return True
    if not titled:
        return False
    if between not in "I,":
        return language.has("works", tokens.lower[token - 1])
    aside = between == "I" or where.closing in ",." or tokens.tags[token + 1] == ","
    return (where.words > 1 or owned) and aside and language.has("work_nouns" if between == "I" else "works", noun)


def piece(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """Your editorial "Nobody asked the rowers" was right: what a paper has printed, with a capital."""
    before = extraction.tokens.lower[where.token - 1] if where.token > 0 else ""
    return where.words > 1 and where.inner[0].isupper() and language.has("pieces", before)


def credited(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """ "Broad River" star Ann Lee, the "Evening Table" host: a title, and who made it or is in it."""
    if where.words > _TITLE or where.inner[-1] in _ENDS:
        return False
    return language.has("credits", extraction.tokens.lower[where.token + 1])


def named_thing(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """A band called "The Weir", a blog named the "Feed": what the thing before the verb is called."""
    tokens, verb = extraction.tokens, where.token - 1
    verb -= tokens.tags[verb] == "D"
    if verb < 2 or tokens.lower[verb] not in language.words["named"]:
        return False
    if tokens.tags[where.stop] in "DEOa":  # "a clerk called “The Weir” a mess"
        return False
    k = verb - 1 - (tokens.tags[verb - 1] == ",")
    thing, stop = tokens.tags[k] in "aR", max(k - _PHRASE, -1)
    while thing and k > stop and tokens.tags[k] in _MODIFYING:
        if tokens.lower[k] in language.words["indefinites"]:
            return True
        k -= 1
    return False


def reduced(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """A part of the mill called “upper weir” holds no pump: the thing before the verb has another one behind it."""
    tokens, verb = extraction.tokens, where.token - 1
    verb -= tokens.tags[verb] == "D"
    if verb < 2 or tokens.lower[verb] not in language.words["named"] or where.inner[-1] in _ENDS:
        return False
    thing = verb - 1 - (tokens.tags[verb - 1] == "M")
    goes_on = tokens.tags[where.stop] in "VvXHW" or tokens.lower[where.stop] in language.words["that"]
    return goes_on and where.words <= _TITLE and tokens.tags[thing] in "aRN"


def kind_named(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """Press the “Open” button, a “Weir” option: one word with a capital, and the noun that it names."""
    tags, token = extraction.tokens.tags, where.token
    told = best.predicate is not None and best.predicate.group in _TELLS
    if told or where.words > 1 or not where.inner.isalnum() or not where.inner[0].isupper():
        return False
    if language.does("nouns_capitalised"):
        return False
    return tags[token + 1] == "a" and token > 0 and tags[token - 1] in "DEeaC"


def against(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """Races against “Wind and Water”, a role in “The Weir”: in title case behind a noun and a preposition."""
    tokens, token = extraction.tokens, where.token
    if where.words < 2 or token < 2 or where.inner[-1] in _ENDS or tokens.tags[token - 1] != "I":
        return False
    if language.does("nouns_capitalised"):
        return False
    noun = tokens.lower[token - 2]
    return tokens.tags[token - 2] == "a" and noun.removesuffix("s") not in language.cues


def christened(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """Has renamed its oldest boat "The Weir": what somebody named a thing, in title case."""
    tokens, k = extraction.tokens, where.token - 1
    stop = max(where.token - _PHRASE, 0)
    while k > stop and tokens.tags[k] in _THING and not language.has("christened", tokens.lower[k]):
        k -= 1
    return k >= 0 and language.has("christened", tokens.lower[k])


def listening(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """Ann Lee told "River Tonight" that it leaks: the listener is a programme."""
    tokens, token = extraction.tokens, where.token
    if token < 1 or where.words < 2 or tokens.tags[token - 1] != "V":
        return False
    return language.cues.get(tokens.lower[token - 1]) == "tell"


def source_title(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """According to "Below the Dam: A Life," by Ann Lee: the source is a book."""
    lower, token = extraction.tokens.lower, where.token
    if token < 2 or where.words < 2:
        return False
    return f"{lower[token - 2]} {lower[token - 1]}" in language.words["sources"]


def broadcast(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """RTV's "Evening Table", the RTV "Evening Table" show: the programme of a station whose name is capitals."""
    tokens, token = extraction.tokens, where.token
    owned = token > 1 and tokens.tags[token - 1] == "e"
    if token < 2 or where.inner[-1] in "!?" or not (owned or language.has("works", tokens.lower[token + 1])):
        return False
    station = tokens.words[token - 1 - owned]
    return len(station) > 1 and station.isupper()


def glossed(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """ "Pax," Latin for "peace"; from an old Latin word meaning "to turn": what a word of another language means."""
    tokens, token = extraction.tokens, where.token
    means = token > 0 and language.has("meaning", tokens.lower[token - 1])
    if token < 2 or not (means or tokens.tags[token - 1] == "I"):
        return False
    near = range(max(token - 1 - (_NEAR if means else 1), 0), token - 1)
    return any(tokens.words[k][0].isupper() and language.has("tongues", tokens.lower[k]) for k in near)


def heading_word(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """ "Related:", one word with a colon inside the marks: it leads to what follows."""
    return where.words == 1 and where.inner[-1] == ":"


def on_air(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """An interview with "River Tonight", later on "River Tonight", on Monday's "River Tonight"."""
    tokens, token = extraction.tokens, where.token
    if tokens.tags[max(token - 3, 0) : token] == "IYe" and where.inner[0].isupper():
        token -= 2
    if where.words < 2 or token < 2 or tokens.tags[token - 1] != "I":
        return False
    if tokens.lower[token - 1] in language.words["air_prepositions"] and where.inner[-1] not in "!?":
        return True
    before = tokens.lower[max(token - _NEAR, 0) : token - 1]
    return any(language.has("appearing", word) for word in before)


def performed(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """Sang "River Mine", starred in "The Last Gate", the music for "The Long Thaw": nobody told."""
    tokens, token = extraction.tokens, where.token
    if where.words < 2 or token < 2 or language.does("nouns_capitalised"):
        return False
    if language.has("performing", tokens.lower[token - 1 - (tokens.tags[token - 1] == "I")]):
        return where.closing not in ".!?"
    told = best.predicate is not None and best.predicate.group in _TELLS
    if told or tokens.tags[token - 1] != "I" or tokens.lower[token - 2].removesuffix("s") in language.cues:
        return False  # "met with chants of “…”"
    return sum(word[0].isupper() for word in where.inner.split()) > 1


def short_in_headline(extraction: Extraction, where: Place, best: Candidate) -> bool:
    """One or two words in a headline that no verb of saying or judging, and no "Lee: …", gives to somebody."""
    headline = extraction.article.headline
    start = extraction.tokens.starts[where.token]
    if headline is None or start >= headline.end or where.words > 2 or extraction.field == "title":
        return False
    return best.predicate is None or best.predicate.group not in _TELLS


LABELS: Final = (
    nickname,
    named_so,
    in_compound,
    reduced,
    of_a_work,
    piece,
    listed_work,
    reference,
    glossed,
    single_letter,
    heading_word,
)
TITLES: Final = (  # asked only of what is in title case
    named_thing,
    kind_named,
    against,
    christened,
    credited,
    performed,
    listening,
    source_title,
    broadcast,
    on_air,
    defined,
    work,
    subheading,
)
