"""What the lines around the prose say: credit lines with outlet and date, and the dateline.

Only a line that says nothing else counts: a date in a sentence is not the date of the article.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from quotetrace.models import Credit, Span
from quotetrace.read.facts import Fact, host
from quotetrace.read.outlets import is_outlet
from quotetrace.read.words import one_of, words

TOP = 8
"""Lines at the start that may be about the article; the prose begins among them."""
MASTHEAD, BOTTOM = 3, 3
LONGEST = 200
"""Characters of a line that may be about the article."""
REACH = 100
"""Characters in which a dateline ends."""
_FIELDS = re.compile(r"[|•·()/]|\s[–—-]\s")
_PIECES = re.compile(r"[,;:]\s+|,$|:$|^,")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W_]+")
_DASH = re.compile(r"(?<=[\s)/])(?:[—–―]|--?)-?(?=\s)")
_DASHES = (" -", " —", " –", " ―", ")-", ")—", ")–", "/-")
_AGENCY = re.compile(r"\(([^()\n]{2,40})\)|/([^/()\n]{2,40})/\s*$")


class Line(NamedTuple):
    """A line's words, without the blanks around them; ``number`` counts from 1."""

    number: int
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def says(self, value: str) -> Fact:
        """``value`` as a fact that this line gives."""
        return Fact(value, f"line {self.number}")


class Told(NamedTuple):
    """What a line tells of the article: ``facts``, ``day`` (a month and day without a year), ``credits``."""

    facts: Mapping[str, Fact]
    day: Fact | None
    credits: tuple[Credit, ...]


def top(text: str, body: int) -> list[Line]:
    """The first lines from ``body`` on that hold anything."""
    found: list[Line] = []
    start, number = body, 1 + _breaks(text, 0, body)
    while start < len(text) and len(found) < TOP:
        end = _line_end(text, start)
        _add(found, text, start, end, number)
        start = end + (2 if text.startswith("\r\n", end) else 1)
        number += 1
    return found


def bottom(text: str, floor: int) -> list[Line]:
    """The last lines after ``floor`` that hold anything, long ones left out."""
    found: list[Line] = []
    end, seen = len(text), 0
    while end > floor and seen < BOTTOM:
        start = max(text.rfind("\n", floor, end), text.rfind("\r", floor, end), floor - 1) + 1
        if end - start <= LONGEST:
            _add(found, text, start, end, 0)
        seen += end > start
        end = start - 1
    return [line._replace(number=1 + _breaks(text, 0, line.start)) for line in reversed(found)]


def _add(found: list[Line], text: str, start: int, end: int, number: int) -> None:
    line = text[start:end]
    if words_of := line.strip():
        found.append(Line(number, start + len(line) - len(line.lstrip()), words_of))


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    lone = text.find("\r", start, end)
    return end if lone < 0 else lone


def _breaks(text: str, start: int, end: int) -> int:
    lone = text.count("\r", start, end)
    return text.count("\n", start, end) + (lone and lone - text.count("\r\n", start, end))


def told(lines: Sequence[Line]) -> Told:
    """What credit lines and the first dateline among ``lines`` tell; the first line to speak of a thing decides it."""
    facts: dict[str, Fact] = {}
    days: list[Fact] = []
    credited: list[Credit] = []
    named = [name_line(line) for line in masthead(lines) if not credit_line(line)]
    for item in (*named, *map(line_alone, lines)):
        if item:
            facts = {**item.facts, **facts}
            days += [item.day] if item.day else []
            credited += item.credits
    return Told(facts, days[0] if days else None, tuple(credited))


def line_alone(line: Line) -> Told | None:
    """What a line tells by itself; a dateline first: it may read like a credit line."""
    return dateline(line) or credit_line(line) or source_line(line)


def masthead(lines: Sequence[Line]) -> Sequence[Line]:
    """The first lines that are an outlet's name or a credit line, if a date is among them."""
    found = list(takewhile(lambda line: credit_line(line) or is_outlet(line.text), lines[:MASTHEAD]))
    return found if any(map(credit_line, found)) else []


def name_line(line: Line) -> Told:
    """A line that is an outlet's name and nothing else."""
    return Told({"outlet": line.says(line.text)}, None, (Credit("line", line.text, Span(line.start, line.end)),))


def credit_line(line: Line) -> Told | None:
    """ "Oria News, 13 October 2016", "13.10.2016", "By X | Oria | Oct. 5, 2016"; None for any other line."""
    if len(line.text) > LONGEST or line.text.endswith((".", "?", "!")) or not _DIGIT.search(line.text):
        return None
    match = _date().search(line.text)
    if not match:
        return None
    names = [name for side in (line.text[: match.start()], line.text[match.end() :]) for name in _names(side)]
    if len(names) > 3 or not all(_is_name(name) or is_byline(name) for name in names):
        return None
    outlet = next((name for name in names if is_outlet(name)), None) or _between_bars(line.text, names)
    facts, day = _when(line, match)
    if outlet:
        facts["outlet"] = line.says(outlet)
    span = Span(line.start, line.end)
    return Told(facts, day, (Credit("line", outlet, span),) if outlet else ())


def source_line(line: Line) -> Told | None:
    """ "Source: Oria"; None for any other line. The name is taken as it stands, an address by its host."""
    match = _source().match(line.text)
    name = match.group(1).strip(" .;)]") if match else ""
    name = host(name) or name
    if not name or not (name[0].isupper() or is_outlet(name) or "." in name):
        return None
    return Told({}, None, (Credit("line", name, Span(line.start, line.end)),))


def _when(line: Line, match: re.Match[str]) -> tuple[dict[str, Fact], Fact | None]:
    fact = line.says(match.group())
    return ({}, fact) if match.group("day") else ({"published": fact}, None)


def _names(side: str) -> Iterator[str]:
    """The pieces of a credit line, without times and words such as "Published"."""
    w = words()
    for field in _FIELDS.split(side):
        for piece in _PIECES.split(field):
            known = [word for word in _WORD.findall(piece) if not word[0].isdigit()]
            if any(
                word not in w.date_labels and word.casefold() not in w.date_labels and word not in w.weekdays
                for word in known
            ):
                yield piece.strip(" ,;:.")


def _is_name(piece: str) -> bool:
    """Whether a piece is a name or byline: few words, capitals all but joiners."""
    parts = _WORD.findall(piece)
    joiners = words().joiners
    return 0 < len(parts) <= 7 and all(p[0].isupper() or p[0].isdigit() or p in joiners or len(p) == 1 for p in parts)


def is_byline(piece: str) -> bool:
    """ "By Ana Ode": a byline word, then a name."""
    first, _, rest = piece.partition(" ")
    names = " ".join(word for word in rest.split() if word not in words().byline_words)
    return first in words().bylines and _is_name(names)


def _between_bars(line: str, names: Sequence[str]) -> str | None:
    """The one name beside a byline in a line with bars; after a comma it could as well be a place."""
    others = [name for name in names if not is_byline(name)]
    return others[0] if "|" in line and len(others) == 1 < len(names) else None


def dateline(line: Line) -> Told | None:
    """ "PORT ELLERY, October 12 (Oria) –" at the start of a line; None for any other line."""
    start = line.text[:REACH]
    dash = _DASH.search(start) if any(mark in start for mark in _DASHES) else None
    if not dash:
        return None
    head = line.text[: dash.start()].strip()
    bracket = _AGENCY.search(head)
    agency = (bracket.group(1) or bracket.group(2)) if bracket else None
    place = head.replace(bracket.group(), " ") if bracket else head
    date = _date().search(place)
    place = place.replace(date.group(), " ").strip(" ,.;") if date else place.strip(" ,.;")
    if not _is_dateline(place, agency, date is not None):
        return None
    facts, day = _when(line, date) if date else ({}, None)
    span = Span(line.start, line.start + dash.end())
    named = re.split(r"\s*[/,;]\s*", agency) if agency else []
    return Told(facts, day, tuple(Credit("dateline", name.strip(), span) for name in named if name.strip()))


def _is_dateline(place: str, agency: str | None, dated: bool) -> bool:
    shouted = place.isupper() and len(place) > 2
    if place and (len(place) > 60 or not _is_name(place)):
        return False
    if agency:
        return is_outlet(re.split("[/,;]", agency)[0].strip()) or (_is_name(agency) and (shouted or dated))
    return bool(place) and (dated or (shouted and not place.startswith(words().bylines)))


@cache
def _source() -> re.Pattern[str]:
    """The label may follow a mark, or the same word in another language and a slash."""
    return re.compile(rf"[^\w\n]{{0,4}}(?:\w{{1,12}}/)?{one_of(words().source_labels)}[ \t]*([^\n]{{2,100}})$")


@cache
def _date() -> re.Pattern[str]:
    """A date with its month in words or figures; group ``day`` where the year is missing."""
    month = rf"(?i:{one_of(name for names in words().months for name in names)})\b\.?"
    number, year = r"\d{1,2}(?:st|nd|rd|th|er|[.º])?", r"[12]\d{3}"
    filler = r"(?:,? (?:(?:de|of) )?|,)"
    full = rf"{number}(?: de| of)? {month}{filler}{year}|{month} {number},? {year}|{month},? {year}"
    figures = (
        r"\d{1,2}(?P<stop>[./-])\d{1,2}(?P=stop)[12]\d{3}|[12]\d{3}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?"
    )
    return re.compile(rf"(?<![\w.])(?:{full}|{figures}|(?P<day>{number} {month}|{month} {number}))(?![\w/-])")
