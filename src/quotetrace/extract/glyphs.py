"""Which characters of a text are quotation marks, and what their neighbours let each of them be."""

import re
from typing import Final

_DOUBLE: Final = '"“”„‟＂«»‹›'
_SINGLE: Final = "'’‘‛‚`´"
_GLYPHS: Final[tuple[str, ...]] = (*_DOUBLE, *_SINGLE, ",,")
# Doubled glyphs are one mark; a single one between two letters is an apostrophe, and between two spaces nothing.
_SINGLE_MARK: Final = re.compile(
    rf"[{_SINGLE},]"
    rf"(?:(?<=')'|(?<=‘)‘|(?<=’)’|(?<=`)`|(?<=,),(?=\w)"
    rf"|(?<=[{_SINGLE}])(?<!\w.)(?=\S)|(?<=['’‘´])(?<=\S.)(?!\w))"
)
_FAMILY: Final = {"«": "g", "»": "g", "‹": "h", "›": "h"} | dict.fromkeys(_SINGLE, "s")
_OPENS_AFTER: Final = frozenset("([{<—–-―/=*_>|\"“„«‘'‹…:,")
_GLUED: Final = frozenset(".!?")  # "said Lee.“It holds”": a space is missing
_NEVER_CLOSES_AFTER: Final = frozenset("([{")
_CLOSED_BEFORE: Final = frozenset(".,!?…'’”\"")  # a mark between two spaces closes only after one of these
_NO_BREAK: Final = frozenset("\u00a0\u202f")  # the spaces inside French marks
_ELIDED: Final = re.compile(r"(?<!\w)[^\W\d_]{1,6}['’]$")  # "d’« Escale »", "dall’«Osservatorio»"
_LONGEST_ELIDED: Final = 8  # characters of it, and one before
_ELISION: Final = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|n|bout|round|cuz|s)\b", re.I)
_ATTRIBUTE: Final = re.compile(r"[\"“”][^\"“”\n<>]*[\"“”]")
_FEET: Final = re.compile(r"\d['’]\s?\d{1,2}$")
_INCHES: Final = re.compile(r"\s?\d{1,2}(?:[\"”]|'')")


class Mark:
    """One mark at ``[start, end)``: what its neighbours allow it to be.

    ``family``: d double, s single, g guillemets, h single guillemets, w guillemets that point one way in all the text
    (Swedish ``»…»``). Only marks of one family are partners.
    """

    __slots__ = ("closes", "end", "family", "glyph", "opens", "start")

    def __init__(self, start: int, end: int, family: str, glyph: str, opens: bool, closes: bool) -> None:
        self.start: Final = start
        self.end: Final = end
        self.family: Final = family
        self.glyph: Final = glyph
        self.opens: Final = opens
        self.closes: Final = closes


def marks(text: str, start: int = 0) -> list[Mark]:
    """The marks of ``text`` from ``start`` on; apostrophes, elisions, measures and attributes of tags are none."""
    found: list[Mark] = []
    one_way = ("«" in text) != ("»" in text)
    done = start
    for begin in _places(text, start):
        end = _mark_end(text, begin) if begin >= done else 0
        if not end:
            continue
        done = end
        before, after = text[begin - 1 : begin] or " ", text[end : end + 1] or " "
        if before == "=" and (attribute := _ATTRIBUTE.match(text, begin)):
            done = attribute.end()
            continue
        glyph = text[begin:end]
        if before.isdigit() and _is_measure(text, begin, glyph):
            continue
        family = _FAMILY.get(glyph, "d")
        opens, closes = _roles(text, begin, glyph, before, after)
        if family == "s" and not (closes or (opens and not _is_elision(text, end, glyph))):
            continue
        found.append(Mark(begin, end, "w" if one_way and family == "g" else family, glyph, opens, closes))
    return found


def _mark_end(text: str, begin: int) -> int:
    """Where the mark ends that begins with the glyph at ``begin``; 0 where it is none."""
    if text[begin] in _DOUBLE:
        return begin + 1
    match = _SINGLE_MARK.match(text, begin)
    return match.end() if match else 0


def _places(text: str, start: int) -> list[int]:
    """Where a mark may stand, in order: to look for each glyph by itself passes over the rest of a text fastest."""
    found: list[int] = []
    for glyph in _GLYPHS:
        single = glyph in _SINGLE
        place = text.find(glyph, start)
        while place >= 0:
            if not (single and text[place - 1 : place].isalnum() and text[place + 1 : place + 2].isalnum()):
                found.append(place)
            place = text.find(glyph, place + 1)
    return sorted(found)


def _roles(text: str, begin: int, glyph: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether a mark may open, and whether it may close, between the characters ``before`` and ``after``."""
    if glyph in "»›" and before.isspace() and not after.isalnum():
        return False, True
    if glyph in "«‹" and after in _NO_BREAK:
        return True, False
    if (
        before in "'’"
        and (after.isalnum() or glyph in "«‹")
        and _ELIDED.search(text, max(begin - _LONGEST_ELIDED, 0), begin)
    ):
        return True, False
    opens = before.isspace() or before in _OPENS_AFTER or not before.isprintable()
    opens = opens or (glyph in '“"' and before in _GLUED and after.isalpha())
    closes = not before.isspace() and before not in _NEVER_CLOSES_AFTER
    if after.isspace() or after in ",;)":
        if not before.isspace():
            return False, closes
        closes = text[max(0, begin - 3) : begin].rstrip()[-1:] in _CLOSED_BEFORE
    return opens, closes


def _is_measure(text: str, begin: int, glyph: str) -> bool:
    """Feet, inches, minutes and seconds: 6'2", 5' 11", 40°26'46"."""
    if glyph in {'"', "”", "''"}:
        return _FEET.search(text[max(0, begin - 6) : begin]) is not None
    return glyph in "'’" and _INCHES.match(text[begin + 1 : begin + 6]) is not None


def _is_elision(text: str, end: int, glyph: str) -> bool:
    """Letters left out at the start of a word: '90s, 'em, 'twas."""
    return glyph in "'’‘" and _ELISION.match(text, end) is not None
