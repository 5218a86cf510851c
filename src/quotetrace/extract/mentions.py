"""Who is spoken of: names, pronouns and noun phrases, found as patterns over the tag letters."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from quotetrace.lang import Language
from quotetrace.models import Mention, Tokens

_MENTION = re.compile(
    r"(?P<name>(?:T·?(?:IT(?=[NT]))?){0,6}(?:N·?)(?:N·?|T(?=N)|#(?=N))*(?:p{1,3}(?:N·?)+)?(?:,?J·?)?)"
    r"|(?P<pronoun>P)"
    r"|(?P<nominal>[DE][aN#TYRe-]{0,6}[aR#](?=[MX]{0,3}[VG])|(?<=e)[aNRT]{0,3}[aR](?=[MX]{0,3}[VG])"
    r"|(?:[DE#][aN#TYMv·-]{0,6}?)?[RT]+(?![N·])|[DE](?=[MX]?V)|(?<=V)D(?=[.,|])"
    r"|(?:^|(?<=[.|Q!,SC;:V(-]))[DE][aN#TYRve-]{0,5}[aR](?![aN#]))"
)


def mentions(text: str, tokens: Tokens, language: Language) -> list[Mention]:
    """Every mention outside quotation marks, in order."""
    found: list[Mention] = []
    done = 0
    for match in _MENTION.finditer(tokens.tags):
        first, last = match.start(), match.end() - 1
        if first < done:
            continue
        kind = match.lastgroup
        if kind == "pronoun":
            found.append(_pronoun(text, tokens, first, language))
        elif kind == "name":
            last = _organisation_end(tokens, first, last, language)
            found.append(_name(text, tokens, first, last, language))
        else:
            found.append(_nominal(text, tokens, first, last, language))
        done = last + 1
    own = [_pronoun(text, tokens, i, language) for i in _speaking_possessives(tokens, language)]
    return sorted(found + own, key=lambda m: (m.first, m.last)) if own else found


def _speaking_possessives(tokens: Tokens, language: Language) -> list[int]:
    """Tokens such as "his" in "his claim that …"."""
    nouns = language.words["speech_nouns"]
    out = []
    i = tokens.tags.find("E")
    while i >= 0:
        if any(tokens.words[k].lower() in nouns for k in range(i + 1, min(i + 4, len(tokens.words)))):
            out.append(i)
        i = tokens.tags.find("E", i + 1)
    return out


def _organisation_end(tokens: Tokens, first: int, last: int, language: Language) -> int:
    """ "Ministry of …", "Institute for … Studies": an organisation's name goes on after its preposition."""
    tags, words = tokens.tags, tokens.words
    links = language.words["organisation_links"]
    while words[last + 1].lower() in links and words[last].lower() in language.words["organisation_words"]:
        k = last + 2
        if tags[k] == "D":
            k += 1
        if tags[k] not in "NT":
            break
        while tags[k] in "NT" or (tags[k] == "C" and tags[k + 1] == "N" and words[k].lower() in ("and", "&")):
            k += 1
        last = k - 1
    return last


def _pronoun(text: str, tokens: Tokens, i: int, language: Language) -> Mention:
    word = tokens.words[i].lower().replace("’", "'").split("'")[0]
    if tokens.tags[i] == "E":
        kind = language.possessives[word]
        word = next((p for p, k in language.pronouns.items() if k == kind), word)
    else:
        kind = language.pronouns.get(word, "x1s")
    start, end = tokens.starts[i], tokens.ends[i]
    if word.startswith("-"):  # "-t-il"
        word = word.rpartition("-")[2]
        start = end - len(word)
    number = kind[2:] or "s"
    return Mention(start, end, i, i, "pronoun", text[start:end], word, kind[0], number, kind[1:2])


def _name(text: str, tokens: Tokens, first: int, last: int, language: Language) -> Mention:
    tags, words = tokens.tags, tokens.words
    start, end = tokens.starts[first], tokens.ends[last]
    if tags[first : last + 1].strip("N"):
        name, head, titles = _parts(words, tags, first, last)
    else:
        name, head, titles = range(first, last + 1), last, []
    before = words[first - 1].lower() if first and tags[first - 1] == "R" else ""
    gender = _gender([*titles, before], language)
    organisation = (
        any(words[i].lower() in language.words["organisation_words"] for i in name)
        or (len(name) == 1 and words[name[0]].isupper() and len(words[name[0]]) > 1)
        or " ".join(words[i].lower() for i in name) in language.words["places"]
    )
    return Mention(
        start, end, first, last, "name", text[start:end], words[head].lower(),
        "n" if organisation and gender == "x" else gender, "s", " ".join([*titles, before]).strip(),
    )  # fmt: skip


def _parts(words: list[str], tags: str, first: int, last: int) -> tuple[Sequence[int], int, list[str]]:
    """The tokens of a name without its titles, its head, and the titles."""
    name = [
        i for i in range(first, last + 1) if tags[i] in "Np#" or (tags[i] == "T" and i > first and "N" in tags[first:i])
    ]
    stop = next((i for i in range(first + 1, last + 1) if tags[i] == "I" and i > name[0]), last + 1)
    head = max((i for i in name if i < stop), default=last)
    return name, head, [words[i].lower() for i in range(first, last + 1) if tags[i] == "T"]


def _nominal(text: str, tokens: Tokens, first: int, last: int, language: Language) -> Mention:
    words = tokens.words
    start, end = tokens.starts[first], tokens.ends[last]
    head = words[last].lower()
    gender = _gender([head], language)
    if gender == "x" and (head in language.words["organisation_words"] or head in language.words["documents"]):
        gender = "n"
    number = (
        "p"
        if head.endswith(tuple(language.words["plural_endings"]))
        and not head.endswith("ss")
        or language.has("plurals", head)
        else "s"
    )
    return Mention(start, end, first, last, "nominal", text[start:end], head, gender, number, head)


def _gender(words: list[str], language: Language) -> str:
    for word in words:
        if word in language.words["male"]:
            return "m"
        if word in language.words["female"]:
            return "f"
    return "x"


def between(found: list[Mention], first: int, last: int) -> range:
    """Indices of the mentions whose first token is in ``[first, last)``."""
    low = bisect_left(found, first, key=lambda m: m.first)
    return range(low, bisect_left(found, last, key=lambda m: m.first))
