"""Which stretches of a text stand in quotation marks. Marks in, stretches out; says nothing of whether they are speech."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quotetrace.models import Stretch

# Doubled apostrophes first; a single mark between two letters is an apostrophe and never seen here.
_MARK = re.compile(r"''|‘‘|’’|``|,,(?=\w)|[\"“”„‟«»‹›＂]|(?<!\w)['’‘‛‚`´](?=\S)|(?<=\S)['’‘´](?!\w)")
_PARAGRAPH = re.compile(r"\n[^\S\n]*(?:\n\s*)?")
_SENTENCE_END = re.compile(r"[.!?…][\"”’'»)\]]*\s+(?=[\"“‘'«(\[]?[^\W_a-zß-öø-ÿ])")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|St|Prof|Jr|Sr|vs|No))\.\s+$")
_ELISION = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|n|bout|round|cuz|s)\b", re.I)
_ATTRIBUTE = re.compile(r'"[^"\n<>]*"')
_OPENS_BEFORE = frozenset("([{<—–-―/=*_>|")
_CLOSED_BEFORE = frozenset(".,!?…'’”\"")  # a mark between two spaces closes only after one of these
_FAMILY = {c: "d" for c in ('"', "“", "”", "„", "‟", "''", "‘‘", "’’", "``", ",,", "＂")}
_FAMILY |= {"«": "g", "»": "g", "‹": "h", "›": "h"}
_ONLY_OPEN = frozenset({"„", "‟", ",,", "``", "‚", "‛", "`", "‘‘"})
_CURLY_OPEN, _CURLY_CLOSE = frozenset("“‘"), frozenset({"”", "’’"})
_LONG_GAP = 5  # paragraphs without a mark that an open quotation may run over


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark at ``[start, end)``: its family and what its neighbours allow it to be."""

    start: int
    end: int
    family: str  # d double, s single, g guillemets, h single guillemets
    opens: bool
    closes: bool
    glyph: str


@dataclass(slots=True)
class _Open:
    mark: Mark
    start: int
    outer: int
    defects: tuple[str, ...] = ()


def paragraphs(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Spans of the paragraphs of ``text`` from ``start`` on, without their line ends.

    A single line break inside a sentence (the next line goes on in lower case, or the whole text is wrapped at one
    width) does not end a paragraph.
    """
    wrapped = _is_wrapped(text)
    spans: list[tuple[int, int]] = []
    begin = start
    for gap in _PARAGRAPH.finditer(text, start):
        end, after = gap.start(), gap.end()
        blank = text.count("\n", end, after) > 1
        if (
            not blank
            and after < len(text)
            and (text[after].islower() or wrapped)
            and not _ends(text, begin, end, wrapped)
        ):
            continue
        if end > begin:
            spans.append((begin, end))
        begin = after
    if begin < len(text):
        spans.append((begin, len(text)))
    return [s for s in spans if not text[s[0] : s[1]].isspace()]


def _ends(text: str, begin: int, end: int, wrapped: bool) -> bool:
    """Whether the line before a single line break is the end of its paragraph."""
    if not wrapped:
        return text[max(begin, end - 1) : end] in (".", "!", "?", ":", '"', "”")
    line = text.rfind("\n", begin, end) + 1
    return end - max(line, begin) < 45


def _is_wrapped(text: str) -> bool:
    """Whether the lines are broken at one width, as in old wire copy, rather than at paragraphs."""
    lines = [len(line) for line in text[:20_000].split("\n") if line.strip()]
    full = sum(45 <= n <= 90 for n in lines)
    return len(lines) > 8 and full > 0.6 * len(lines) and "\n\n" in text


def stretches(text: str, start: int = 0) -> list[Stretch]:
    """Every stretch of ``text`` in quotation marks, in order of its start; a nested one names its ``parent``.

    Marks are paired within a paragraph, by glyph and by neighbours. A quotation re-opened in the next paragraph
    ``continues``; a missing mark is a defect, and such a stretch never leaves its paragraph. Linear in the text.
    """
    marks = _marks(text, start)
    if not marks:
        return []
    found: list[Stretch] = []
    spans = paragraphs(text, start)
    carried: Mark | None = None
    index = 0
    for number, (begin, end) in enumerate(spans):
        here: list[Mark] = []
        while index < len(marks) and marks[index].start < end:
            if marks[index].start >= begin:
                here.append(marks[index])
            index += 1
        following = marks[index] if index < len(marks) else None
        carried = _paragraph(text, begin, end, here, carried, _reach(spans, number, following), found)
    return _nest(sorted(found, key=lambda s: (s.outer_start, -s.outer_end)))


def _reach(spans: list[tuple[int, int]], number: int, following: Mark | None) -> Mark | None:
    """The next mark after paragraph ``number``, if it is near enough to belong to a quotation left open here."""
    if following is None:
        return None
    last = min(number + _LONG_GAP, len(spans) - 1)
    return following if following.start < spans[last][1] else None


def _marks(text: str, start: int) -> list[Mark]:
    found = []
    last = len(text)
    skip_to = 0
    for match in _MARK.finditer(text, start):
        begin, end = match.span()
        glyph = match.group()
        before = text[begin - 1] if begin else " "
        after = text[end] if end < last else " "
        if begin < skip_to or _is_measure(text, begin, glyph, before):
            continue
        if before == "=" and (attribute := _ATTRIBUTE.match(text, begin)):
            skip_to = attribute.end()
            continue
        family = _FAMILY.get(glyph, "s")
        opens = before.isspace() or before in _OPENS_BEFORE or before in "\"“„«‘'‹…:," or not before.isprintable()
        closes = not before.isspace() and before not in "([{"
        if before.isspace() and after.isspace():
            closes = family != "s" and text[max(0, begin - 3) : begin].rstrip()[-1:] in _CLOSED_BEFORE
        elif after.isspace():
            opens = False
        if family == "s" and not _may_be_single(text, end, glyph, opens, closes):
            continue
        found.append(Mark(begin, end, family, opens, closes, glyph))
    return found


def _is_measure(text: str, begin: int, glyph: str, before: str) -> bool:
    """Feet, inches, minutes and seconds: 6'2", 5' 11", 40°26'46"."""
    if not before.isdigit() or glyph not in {'"', "'", "’", "”", "''"}:
        return False
    if glyph in {'"', "”", "''"}:
        return re.search(r"\d['’]\s?\d{1,2}$", text[max(0, begin - 6) : begin]) is not None
    return re.match(r"\s?\d{1,2}[\"”]|\s?\d{1,2}''", text[begin + 1 : begin + 6]) is not None


def _may_be_single(text: str, end: int, glyph: str, opens: bool, closes: bool) -> bool:
    if opens and not closes and glyph in "'’‘":
        return _ELISION.match(text, end) is None
    return opens or closes


def _paragraph(
    text: str,
    begin: int,
    end: int,
    marks: list[Mark],
    carried: Mark | None,
    following: Mark | None,
    found: list[Stretch],
) -> Mark | None:
    """Pair the ``marks`` of one paragraph, add its stretches to ``found``; the mark still open at its end, if any."""
    stack: list[_Open] = []
    if carried is not None:
        first = next((m for m in marks if m.family == carried.family), None)
        if first is None or not _reopens(text, begin, first):
            stack.append(_Open(carried, begin, begin))
    for position, mark in enumerate(marks):
        _step(text, begin, end, mark, marks, position, stack, found)
    return _close_all(text, begin, end, marks, stack, following, found)


def _reopens(text: str, begin: int, mark: Mark) -> bool:
    """Whether ``mark`` is at the very start of its paragraph."""
    return mark.opens and not text[begin : mark.start].strip()


def _step(
    text: str,
    begin: int,
    end: int,
    mark: Mark,
    marks: list[Mark],
    position: int,
    stack: list[_Open],
    found: list[Stretch],
) -> None:
    """Take one mark: it closes what is open, or opens, or lacks its partner."""
    mate = next((i for i in range(len(stack) - 1, -1, -1) if _mates(stack[i].mark, mark)), None)
    if mate is not None and _closes_now(text, mark, stack[mate].mark, marks, position):
        opened = stack[mate]
        del stack[mate:]
        _add(text, opened.start, mark.start, opened.outer, mark.end, opened.defects, found)
    elif mark.opens and not (mark.family == "s" and not _single_ends(text, mark, marks, position, end)):
        if mate is not None and mark.family != "s":
            opened = stack[mate]
            del stack[mate:]
            _abandon(text, opened, mark.start, found)
        stack.append(_Open(mark, mark.end, mark.start))
    elif mate is None and mark.closes and mark.family != "s":
        _orphan(text, begin, mark, found)


def _mates(opened: Mark, mark: Mark) -> bool:
    if opened.family != mark.family:
        return False
    if opened.family == "g":
        return opened.glyph != mark.glyph
    return not (opened.family == "s" and opened.glyph in "‘‚" and mark.glyph == "'")


def _closes_now(text: str, mark: Mark, opened: Mark, marks: list[Mark], position: int) -> bool:
    """Whether ``mark``, met while ``opened`` is open, is its closing mark."""
    if mark.start == opened.end or mark.glyph in _ONLY_OPEN:
        return False
    if not mark.closes:
        return False
    if mark.family == "s":
        return not mark.opens and not _is_possessive(text, mark, marks, position)
    if mark.glyph in _CURLY_CLOSE or not mark.opens or text[mark.start - 1].isspace():
        return True
    return mark.glyph not in _CURLY_OPEN or opened.glyph in "„‟,,"


def _is_possessive(text: str, mark: Mark, marks: list[Mark], position: int) -> bool:
    """ "the workers' rights": an s before, a word after, and a better closing mark to come."""
    if text[mark.start - 1] not in "sSzx" or not text[mark.end : mark.end + 2].strip():
        return False
    if not re.match(r"\s\w", text[mark.end : mark.end + 2]):
        return False
    return any(
        m.family == "s" and m.closes and not m.opens and text[m.start - 1] in ".,!?"
        for m in marks[position + 1 : position + 12]
    )


def _single_ends(text: str, mark: Mark, marks: list[Mark], position: int, end: int) -> bool:
    """Whether an opening single mark has a closing one later in its paragraph, before another opens."""
    return any(m.family == "s" and m.closes and not m.opens for m in marks[position + 1 : position + 12])


def _add(
    text: str,
    start: int,
    end: int,
    outer: int,
    outer_end: int,
    defects: tuple[str, ...],
    found: list[Stretch],
    continues: bool = False,
) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end and any(c.isalnum() for c in text[start:end]):
        found.append(Stretch(start, end, outer, outer_end, -1, continues, defects))


def _abandon(text: str, opened: _Open, limit: int, found: list[Stretch]) -> None:
    """A quotation whose closing mark is missing: it ends where its last whole sentence before ``limit`` ends."""
    if opened.mark.family == "s":
        return
    ends = (
        m
        for m in _SENTENCE_END.finditer(text, opened.start, limit)
        if not _ABBREVIATED.search(text[m.end() - 12 : m.end()])
    )
    stop = next((m.start() + 1 for m in ends), limit)
    _add(text, opened.start, stop, opened.outer, stop, (*opened.defects, "missing-close-mark"), found)


def _orphan(text: str, begin: int, mark: Mark, found: list[Stretch]) -> None:
    """A quotation whose opening mark is missing: it starts where its sentence starts."""
    floor = max([begin, *(s.outer_end for s in found[-3:] if s.outer_end <= mark.start)])
    start = floor
    body = text[floor : mark.start].rstrip(".!?…\"'”’ ")
    for stop in _SENTENCE_END.finditer(text, floor, floor + len(body)):
        if not _ABBREVIATED.search(text[max(floor, stop.end() - 12) : stop.end()]):
            start = stop.end()
    at_sentence_start = start > floor or floor == begin
    if at_sentence_start and len(text[start : mark.start].split()) >= 3:
        _add(text, start, mark.start, start, mark.end, ("missing-open-mark",), found)


def _close_all(
    text: str, begin: int, end: int, marks: list[Mark], stack: list[_Open], following: Mark | None, found: list[Stretch]
) -> Mark | None:
    """What is still open at the end of the paragraph: run on, or lacking its closing mark."""
    opened = next((o for o in stack if o.mark.family != "s"), None)
    if opened is None:
        return None
    later = following is not None and following.family == opened.mark.family
    assert following is None or following.start >= end
    if later and following is not None and _runs_on(text, end, following):
        _add(text, opened.start, end, opened.outer, end, opened.defects, found, continues=True)
        return opened.mark
    if any(m.start > opened.mark.start and m.family == opened.mark.family for m in marks):
        _abandon(text, opened, end, found)
    else:
        _add(text, opened.start, end, opened.outer, end, (*opened.defects, "missing-close-mark"), found)
    return None


def _runs_on(text: str, end: int, following: Mark) -> bool:
    """The next mark re-opens the next paragraph, or closes what was left open."""
    if following.opens and not text[end : following.start].strip():
        return True
    return following.closes and not following.opens


def _nest(found: list[Stretch]) -> list[Stretch]:
    out: list[Stretch] = []
    open_: list[int] = []
    for stretch in found:
        while open_ and out[open_[-1]].outer_end <= stretch.outer_start:
            open_.pop()
        out.append(replace(stretch, parent=open_[-1] if open_ else -1))
        open_.append(len(out) - 1)
    return out


def top_level(found: list[Stretch]) -> Iterator[tuple[int, Stretch]]:
    """The stretches that stand in no other, with their indices."""
    return ((i, s) for i, s in enumerate(found) if s.parent < 0)
