"""Where sentences end, and which dots end none."""

import re
from typing import Final

from quotetrace.lang import Language
from quotetrace.syntax import Stretch

_LONGEST: Final = 250  # tokens; a longer sentence is read in parts, so that all that follows is linear
_ASIDE: Final = 30  # tokens of "“All aboard!” Ann Lee, a porter in York, called to us"
_NAMED_AND_DESCRIBED: Final = re.compile(r"[NT][NTRaep·]{0,6},[^,VvXHGgW.|]{1,20},V[.,t|]")
_TOLD: Final = re.compile("(?:P|[DE]?[aNTRp·]{0,5})[MX]?V")  # "“We sell fish,” | the clerk said"
_TOLD_TOKENS: Final = 9
_DATELINE: Final = 14  # tokens of "LONDON, May 3 (Agency) —"
_PLACED: Final = re.compile(r"[N,·.#YTp-]*(?:\([^()]*\)[N,·.#YTp-]*)?")  # their letters


def sentences(
    text: str,
    words: list[str],
    tags: list[str],
    stops: list[int],
    stretch_at: dict[int, int],
    stretches: list[Stretch],
    language: Language,
) -> tuple[list[tuple[int, int]], list[int]]:
    """Half-open ranges of tokens, and the paragraph of each. Dots that end no sentence have the letter "·".

    ``stops``: the tokens at which one may end, as `letters` tells them.
    """
    follows = language.does("subject_follows")
    found: list[tuple[int, int]] = []
    paragraph_of: list[int] = []
    begin = paragraph = 0
    for i in stops:
        tag = tags[i]
        if tag == "|":
            ends, after = i, i + 1
        elif tags[i + 1] == "Q" and _ends_before_quote(text, words, tags, i, stretches[stretch_at[i + 1]]):
            tags[i] = "." if tag == "·" and tags[i - 1] == "a" else tag
            ends = after = i + 1
        elif (
            (tag in ".!" and _ends_at_stop(words, tags, i))
            or (tag == "Q" and _ends_after_quote(text, words, tags, i, stretches[stretch_at[i]], i == begin, follows))
            or (tag in "Na" and words[i][-1] == "." and _opens(words, tags, i + 1))
            or (tag == "-" and _ends_dateline(words, tags, begin, i))
            or (tag == "#" and i == begin and tags[i - 1] == "|" and words[i + 1][0].isupper())
        ):
            ends = after = i + 1
        else:
            continue
        for part in range(begin, ends, _LONGEST):
            found.append((part, min(ends, part + _LONGEST)))
            paragraph_of.append(paragraph)
        begin = after
        paragraph += tag == "|"
    return found, paragraph_of


def mark_dots(words: list[str], lower: list[str], tags: list[str], shorts: list[int], language: Language) -> None:
    """The dot of an abbreviation or an initial ends no sentence.

    ``shorts``: the tokens to which a dot behind them may belong, as `letters` tells them.
    """
    lists, ordinal = language.words, language.does("ordinal_dot")
    letters = {word for word in language.tags if len(word) == 1} if language.does("subject_follows") else set()
    for k in shorts:
        if tags[k + 1] != ".":
            continue
        i, before, known = k + 1, words[k], lower[k].rpartition("-")[2]  # "then-Sen."
        initial = before[-1].isalpha() and before != "I" and (len(before) == 1 or before[-2] == "-")
        initial = initial and before not in letters
        short = initial or (known in lists["numbered"] and words[i + 1].isdigit())
        if not short and known in lists["abbreviations"]:
            short = not (before.islower() and known in lists["regions"])  # "he was ill."
        if (short and not _opens(words, tags, i + 1)) or (ordinal and before.isdigit() and len(before) < 3):
            tags[i] = "·"
            if initial and tags[i - 1] == "D" and before.isupper():
                tags[i - 1] = "N"  # "Ann A. Lee"


def _opens(words: list[str], tags: list[str], i: int) -> bool:
    """ "At 7 p.m. He said", "in the U.S. The bank is": a word that needs no capital there opens a sentence."""
    if tags[i] not in "PDESCIM" or not words[i][0].isupper() or len(words[i]) == 1:
        return False
    return tags[i] == "S" or words[i + 1][0].islower()


def _ends_dateline(words: list[str], tags: list[str], begin: int, end: int) -> bool:
    """ "LONDON, May 3 (Agency) —" at the start of a paragraph."""
    if not 0 < end - begin < _DATELINE or (begin and tags[begin - 1] != "|"):
        return False
    return words[begin].isupper() and len(words[begin]) > 2 and bool(_PLACED.fullmatch("".join(tags[begin:end])))


def _ends_at_stop(words: list[str], tags: list[str], i: int) -> bool:
    """Every paragraph ends in a token of its own, so that one follows."""
    return not words[i + 1][0].islower() and tags[i + 1] not in ".!,)"


def _ends_before_quote(text: str, words: list[str], tags: list[str], i: int, following: Stretch) -> bool:
    """ "It ends at 9 p.m. “We are no club,” Lee said", "… of Tarn Foods Inc. “We sell fish,” he said": words in marks
    that read like a sentence open one, even behind what was cut short."""
    if not text[following.start].isupper() or text[following.end - 1] not in ".!?,":
        return False
    if tags[i] == "·" and words[i - 1] == "m" and words[i - 3] in ("a", "p"):
        return True
    short = tags[i - 1] in "NJ" if tags[i] == "·" else tags[i] == "N" and words[i][-1] == "."
    return short and _TOLD.match("".join(tags[i + 2 : i + 2 + _TOLD_TOKENS])) is not None


def _ends_after_quote(
    text: str, words: list[str], tags: list[str], i: int, stretch: Stretch, alone: bool, follows: bool
) -> bool:
    """Whether a quotation that ends like a sentence ends the reporter's sentence too.

    Where a subject ``follows`` its verb, a capital after the quotation opens a new sentence.
    """
    inner = text[stretch.end - 1]
    if inner not in ".!?…" or tags[i + 1] in ".!,;:-)e|":
        return False
    following = words[i + 1]
    if following[0].islower():
        return False
    if tags[i + 1] == "Q" or follows:
        return True
    if inner == "." and text[stretch.end - 3 : stretch.end] != "...":
        cue = _cue_follows(tags, i + 1, 3)
        return not (alone and cue and tags[cue + 1] in ".,IY|")
    if alone and _NAMED_AND_DESCRIBED.match("".join(tags[i + 1 : i + 1 + _ASIDE])):
        return False
    return not _cue_follows(tags, i + 1, 5)


def _cue_follows(tags: list[str], i: int, reach: int) -> int:
    """Where a finite speech verb follows a name or title within ``reach`` tokens, `"Why?" Ann Lee asked`; else 0."""
    for j in range(i, min(i + reach, len(tags))):
        if tags[j] == "V":
            return j if j > i and tags[i] in "NT" else 0
        if tags[j] not in "NT·pR":
            return 0
    return 0
