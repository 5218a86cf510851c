"""Which capitalised words name an outlet or agency: a known name, or what stands in or beside it says so.

"told Marsh Daily News", "told Oria's TF1 TV channel", "the newspaper Oria" do; "told Congress", "told Smith" do not.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from quotetrace.models import Span
from quotetrace.read.words import words

REACH = 70
"""Characters after (or before) a cue in which the name must stand."""
LONGEST_NAME = 7
_TOKEN = re.compile(r"[\w&](?:[\w&.!'’/-]*[\w!])?")
_POSSESSIVE = ("'s", "’s", "s'", "s’")


class Token(NamedTuple):
    """A word; ``joined`` if only blanks part it from the word before, ``owner`` if it ends in a possessive."""

    text: str
    start: int
    end: int
    joined: bool
    owner: bool


class Named(NamedTuple):
    """An outlet's ``name``, and the stretch from its first word to the words that say what it is."""

    name: Span
    phrase: Span


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """The words of ``text[start:end]``."""
    last = start
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        owner = word.endswith(_POSSESSIVE)
        stop = match.end() - (2 if owner and word[-1] == "s" else 1 if owner else 0)
        gap = text[last : match.start()]
        joined = len(gap) <= 2 and (not gap or gap.isspace()) and gap.count("\n") < 2
        yield Token(text[match.start() : stop], match.start(), stop, joined, owner)
        last = match.end()


def after(text: str, start: int) -> Named | None:
    """The outlet named right after a cue that ends at ``start``, or None."""
    opening = _TOKEN.search(text, start, start + REACH)
    if not opening or not _may_open(opening.group()):
        return None
    row = list(takewhile(lambda token: token.joined, tokens(text, start, min(len(text), start + REACH))))
    if len(row) > 1 and row[-1].end == start + REACH:
        row.pop()  # may be cut
    if not row:
        return None
    first = _skip_prelude(row)
    with_the = any(token.text in ("the", "The") for token in row[: first + 1])
    before = any(_is_noun(token.text) for token in row[:first])
    end = _run_end(row, first)
    return _judge(row, first, end, with_the, before)


def before(text: str, end: int) -> Named | None:
    """The outlet named right before a cue that starts at ``end``, or None."""
    row = list(tokens(text, max(0, end - REACH), end))
    if not row or not text[row[-1].end : end].isspace():
        return None
    w = words()
    last = len(row)
    while last and row[last - 1].text in w.between and last > 1:
        last -= 1
    first = last
    while first and (first == last or row[first].joined) and last - first <= LONGEST_NAME:
        word = row[first - 1].text
        if not (_capital(word) or word in w.joiners or _is_media(word)) or _stops(word):
            break
        first -= 1
    row = row[:last]
    for start in range(first, last):
        if row[start].text in w.openers or not (_capital(row[start].text) or row[start].text in w.outlets):
            continue
        with_the = row[start].text == "The" or (start > 0 and row[start - 1].text in ("the", "The"))
        stop = _run_end(row, start)
        named = _judge(row, start, stop, with_the, False)
        if named and named.phrase.end == row[-1].end:
            return named
    return None


def is_outlet(name: str) -> bool:
    """Whether a name that stands alone is an outlet's, by the name itself."""
    row = list(tokens(name, 0, len(name)))
    if not row or not all(token.joined for token in row[1:]):
        return False
    named = _judge(row, 0, _run_end(row, 0), row[0].text in ("The", "the"), False)
    return named is not None and named.phrase.end == row[-1].end


def _may_open(word: str) -> bool:
    """Whether a word can begin what follows a cue: most do not, and need no further look."""
    return _capital(word) or word in words().articles or _is_media(word) or word in words().outlets


def _skip_prelude(row: list[Token]) -> int:
    """Index of the first word of the name: articles, "French", "state-run", "news agency", "France's" go before it."""
    w = words()
    index = 0
    while index < len(row) - 1 and row[index].joined and row[index + 1].joined and index < LONGEST_NAME:
        token = row[index]
        owner = token.owner and _capital(token.text) and token.text not in w.outlets
        lower = not _capital(token.text) or token.text.casefold() in ("tv-channel", "tv")
        media = lower and _is_media(token.text)
        if not (token.text in w.articles or token.text in w.nationalities or owner or media) or token.text == "The":
            break
        index += 1
    return index


def _run_end(row: list[Token], first: int) -> int:
    """End of the capitalised words from ``first`` on, joiners between them included."""
    w = words()
    end = index = first
    while index < len(row) and index - first < LONGEST_NAME and (index == first or row[index].joined):
        word = row[index].text
        if index > first and (_stops(word) or row[index - 1].owner):
            break
        if _capital(word) or (word.isdigit() and index > first) or (index == first and word in w.outlets):
            end = index + 1
        elif word not in w.joiners or index == first:
            break
        index += 1
    return end


def _judge(row: list[Token], first: int, end: int, with_the: bool, named_before: bool) -> Named | None:
    """The outlet that the capitalised words ``row[first:end]`` name, if they name one."""
    w = words()
    if end <= first or first >= len(row) or all(token.text in w.nationalities for token in row[first:end]):
        return None
    if known := _known_end(row, first, end):
        end = _through_outlet_words(row, known, end)
    elif not (named_before or _nouns_end(row, end) > end):
        end = _outlet_words_end(row, first, end, with_the)
    nouns = _nouns_end(row, end) if end else 0
    if not end or row[end - 1].text in w.not_outlets or (nouns < len(row) and row[nouns].text in w.not_sources):
        return None
    if nouns > end > first + 1 and row[end - 1].text.casefold() in ("tv", "t.v"):
        end -= 1  # "Oria TV channel": the name is Oria
    named = first + (row[first].text == "The" and (end - first == 1 or row[first + 1].text in w.outlets))
    if named == end:
        return None
    return Named(Span(row[named].start, row[end - 1].end), Span(row[first].start, row[nouns - 1].end))


def _known_end(row: list[Token], first: int, end: int) -> int:
    """End of the longest known name that the run begins with; 0 if none."""
    w = words()
    for stop in range(min(end, first + 4), first, -1):
        name = " ".join(token.text for token in row[first:stop])
        if name in w.outlets or name.removeprefix("The ") in w.outlets or name in _shouted():
            return stop
    return 0


@cache
def _shouted() -> frozenset[str]:
    return frozenset(name.upper() for name in words().outlets if len(name) > 3)


def _through_outlet_words(row: list[Token], index: int, end: int) -> int:
    """Past what a known name may go on with: "BBC Radio 4", "Anadolu News Agency"."""
    w = words()
    while index < end and (row[index].text in w.outlet_words or row[index].text.isdigit()):
        index += 1
    ends = index < end and row[index - 1].text in w.outlet_words and row[index].text in w.outlet_words_last
    return index + ends


def _outlet_words_end(row: list[Token], first: int, end: int, with_the: bool) -> int:
    """End of a name by the words in it: after the last word such as "News", or the whole run; 0 if no outlet."""
    w = words()
    if w.not_outlets & {row[first].text, row[end - 1].text}:
        return 0
    if inside := [index for index in range(first, end) if _is_outlet_word(row[index].text, index > first)]:
        last = inside[-1] + 1
        return last + (last < end and row[last].text in w.outlet_words_last)
    if end - first > 1 and row[first].text in w.outlet_words_first and row[first + 1].text not in w.joiners:
        return end
    return end if with_the and row[end - 1].text in w.outlet_words_after_the else 0


def _is_outlet_word(word: str, follows: bool) -> bool:
    """ "News" where it ``follows`` other words of the name; "QNRW-TV" anywhere."""
    known = words().outlet_words
    return (follows and word in known) or ("-" in word and word.rpartition("-")[2] in known)


def _nouns_end(row: list[Token], end: int) -> int:
    """End of the words such as "news agency" that follow a name; ``end`` itself without any."""
    index = end
    while index < len(row) and row[index].joined and not row[index - 1].owner and _is_media(row[index].text):
        index += 1
    while index > end and not _is_noun(row[index - 1].text):
        index -= 1
    lower = any(token.text.islower() for token in row[end:index])
    return index if lower else end


def _is_noun(word: str) -> bool:
    return word.casefold() in words().media_nouns or word in words().media_nouns


def _is_media(word: str) -> bool:
    return _is_noun(word) or word.casefold() in words().media_adjectives


def _stops(word: str) -> bool:
    return word in words().weekdays or word.casefold() in _months()


@cache
def _months() -> frozenset[str]:
    return frozenset(name for names in words().months for name in names)


def _capital(word: str) -> bool:
    return word[0].isupper()
