"""The marks of one paragraph, paired into stretches; marks without a partner become defects."""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from quotetrace.extract.glyphs import Mark
from quotetrace.syntax import Stretch

_SENTENCE_END: Final = re.compile(r"[.!?…][\"”’'»)\]]*\s+(?=[\"“‘'«(\[]?[^\W_a-zß-öø-ÿ])")
_ABBREVIATED: Final = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|St|Prof|Jr|Sr|vs|No))\.\s+$")
_ABBREVIATION: Final = 12  # characters that are looked at before a dot
_ONLY_OPEN: Final = frozenset({"„", "‟", ",,", "``", "‚", "‛", "`", "‘‘"})
_LOW: Final = frozenset({"„", "‟", ",,"})
_AHEAD: Final = 11  # marks that are looked at to find the partner of a doubtful one
_DEPTH: Final = 8  # marks open at once
_ORPHAN: Final = 3  # words a quotation without its opening mark must have


class Opened:
    """A mark that waits for its partner; in the next paragraph its words start anew."""

    __slots__ = ("mark", "outer", "start")

    def __init__(self, mark: Mark, start: int, outer: int) -> None:
        self.mark: Final = mark
        self.start: Final = start
        self.outer: Final = outer


class Pairing:
    """Pairs the ``marks`` of the paragraph ``[begin, end)`` of ``text``; ``found`` is in order of the ends."""

    def __init__(self, text: str, begin: int, end: int, marks: list[Mark]) -> None:
        self.text = text
        self.begin = begin
        self.end = end
        self.marks = marks
        self.opened: list[Opened] = []
        self.found: list[Stretch] = []
        self.floor = begin  # where the last stretch or lonely closing mark ends
        self.fresh = True  # whether a sentence may start at the floor
        steps = [(mark.glyph == "“") - (mark.glyph == "”") for mark in reversed(marks)]
        self.excess = [0, *accumulate(steps)][::-1]  # “ less ” from each mark to the end of the paragraph

    def run(self, carried: Mark | None, following: Mark | None) -> Mark | None:
        """Pair all marks. ``carried`` was left open by the paragraph before; ``following`` comes after this one.

        Returns the mark that is still open at the end and runs on into the next paragraph.
        """
        again = None
        if carried is not None:
            first = next((mark for mark in self.marks if mark.family == carried.family), None)
            again = first if first and _reopens(self.text, self.begin, first, carried) else None
            if again:
                self.opened.append(Opened(carried, again.end, again.start))
                self.fresh = False
            elif first is None or not _starts(self.text, self.begin, first):
                self.opened.append(Opened(carried, self.begin, self.begin))
                self.fresh = False
        for position, mark in enumerate(self.marks):
            if mark is not again:
                self._take(mark, position)
        return self._finish(following)

    def _take(self, mark: Mark, position: int) -> None:
        """One mark: it closes what is open, or opens, or lacks its partner."""
        opened = self.opened
        mate = next((i for i in range(len(opened) - 1, -1, -1) if _mates(opened[i].mark, mark)), None)
        if mate is not None and self._closes(mark, opened[mate].mark, position):
            self._add(opened[mate], mark.start, mark.end)
            del opened[mate:]
        elif mark.opens and (not self._is_doubtful(mark) or self._closers(mark, position)):
            if mate is not None and mark.family != "s" and not self._nests(mark, opened[mate], position):
                self._abandon(opened[mate], mark.start)
                del opened[mate:]
            if len(opened) < _DEPTH:
                opened.append(Opened(mark, mark.end, mark.start))
                self.floor, self.fresh = mark.end, False
        elif mate is None and mark.closes and mark.family != "s" and not self.text[mark.start - 1].isdigit():
            self._orphan(mark)

    def _closes(self, mark: Mark, opened: Mark, position: int) -> bool:
        """Whether ``mark``, met while ``opened`` is open, is its closing mark."""
        if mark.glyph in _ONLY_OPEN or (mark.start == opened.end and mark.opens):
            return False
        before = self.text[mark.start - 1]
        if not mark.closes:
            return before.isspace() and self.text[opened.end].isspace() and not _word_at(self.text, mark.end)
        if mark.family == "s":
            unlike = mark.glyph == "'" and opened.glyph in "‘‚" and before not in ".,!?"
            return not (mark.opens or unlike or self._is_possessive(mark, position))
        if before.isdigit() and self._is_inches(mark, position):
            return False
        if mark.glyph in ("”", "’’") or not mark.opens or before.isspace():
            return True
        return mark.glyph != "“" or opened.glyph in _LOW

    def _is_doubtful(self, mark: Mark) -> bool:
        """A single mark, or "said Lee."It holds"" with no space before it: it opens only what another one closes."""
        return mark.family == "s" or (mark.closes and mark.glyph == '"' and self.text[mark.start - 1] in ".!?")

    def _nests(self, mark: Mark, around: Opened, position: int) -> bool:
        """Whether ``mark`` opens a quotation inside one of its own family: two marks close both, here or further on."""
        if mark.start == around.start:
            return False
        if mark.glyph == '"' and around.mark.glyph == "“" and self.excess[position + 1] < 0:
            return True  # “a "b" c”
        later = self._later(mark, position)
        if len(later) < 2 or later[0].opens:
            return False
        together = not later[1].opens and later[0].end == later[1].start
        return together or (mark.glyph == around.mark.glyph == "“" and self.excess[position + 1] == -2)

    def _later(self, mark: Mark, position: int) -> list[Mark]:
        """The next marks of the family of ``mark``, which stands at ``position``."""
        ahead = self.marks[position + 1 : position + 1 + _AHEAD]
        return [later for later in ahead if later.family == mark.family]

    def _is_inches(self, mark: Mark, position: int) -> bool:
        """ "a 6” pipe": a word after, and the quotation closes later."""
        after = self.text[mark.end : mark.end + 2]
        later = self._later(mark, position)
        return after[:1].isspace() and after[1:].islower() and len(later) > 0 and not later[0].opens

    def _is_possessive(self, mark: Mark, position: int) -> bool:
        """ "the workers' rights": an s before, a word after, and a better closing mark to come."""
        before, after = self.text[mark.start - 1], self.text[mark.end : mark.end + 2]
        if before not in "sSzx" or len(after) < 2 or not (after[0].isspace() and after[1].isalnum()):
            return False
        return any(self.text[later.start - 1] in ".,!?" for later in self._closers(mark, position))

    def _closers(self, mark: Mark, position: int) -> list[Mark]:
        """Those of the next marks that may only close what ``mark`` opens."""
        return [later for later in self._later(mark, position) if later.closes and not later.opens]

    def _abandon(self, opened: Opened, limit: int) -> None:
        """A quotation whose closing mark is missing: it ends with its first sentence, before ``limit``."""
        if opened.mark.family == "s":
            return
        ends = _sentence_ends(self.text, opened.start, limit)
        stop = next((end.start() + 1 for end in ends), limit)
        for inner in reversed(self.found):
            if inner.outer_start < opened.start:
                break
            if inner.outer_start < stop:
                stop = max(stop, inner.outer_end)
        self._add(opened, stop, stop, "missing-close-mark")

    def _orphan(self, mark: Mark) -> None:
        """A quotation whose opening mark is missing: it starts where its sentence starts."""
        start, stop = self.floor, mark.start
        while stop > start and self.text[stop - 1] in ".!?…\"'”’ ":
            stop -= 1
        for end in _sentence_ends(self.text, start, stop):
            start, self.fresh = end.end(), True
        self.floor = mark.end
        if self._is_stray(mark):
            return
        if self.fresh and len(self.text[start : mark.start].split()) >= _ORPHAN:
            self._add(Opened(mark, start, start), mark.start, mark.end, "missing-open-mark")

    def _is_stray(self, mark: Mark) -> bool:
        """ "his systems” including …", `<a title="`: a mark where a sentence goes on, or in markup."""
        before, after = self.text[mark.start - 1], self.text[mark.end : mark.end + 2]
        if before == "=" or after[:1] == ">":
            return True
        return before.isalnum() and after[:1].isspace() and after[1:].islower()

    def _finish(self, following: Mark | None) -> Mark | None:
        """What is still open at the end of the paragraph runs on, or lacks its closing mark."""
        opened = next((opened for opened in self.opened if opened.mark.family != "s"), None)
        if opened is None:
            return None
        mark = opened.mark
        if following is not None and following.family == mark.family and self._runs_on(following):
            self._add(opened, self.end, self.end, continues=True)
            return mark
        if any(later.start > mark.start and later.family == mark.family for later in self.marks):
            self._abandon(opened, self.end)
        else:
            self._add(opened, self.end, self.end, "missing-close-mark")
        return None

    def _runs_on(self, following: Mark) -> bool:
        """The next mark re-opens the next paragraph, or closes what was left open."""
        return _starts(self.text, self.end, following) or (following.closes and not following.opens)

    def _add(self, opened: Opened, end: int, outer_end: int, *defects: str, continues: bool = False) -> None:
        """Keep the words from ``opened`` to ``end``, without the spaces around them, if there are any."""
        self.floor, self.fresh = max(self.floor, outer_end), False
        words = self.text[opened.start : end]
        if not any(map(str.isalnum, words)):
            return
        start = opened.start + len(words) - len(words.lstrip())
        stop = end - len(words) + len(words.rstrip())
        outer_start = start if opened.outer == opened.start else opened.outer
        outer_end = stop if outer_end == end else outer_end
        self.found.append(Stretch(start, stop, outer_start, outer_end, -1, continues, defects))


def _starts(text: str, begin: int, mark: Mark) -> bool:
    """Whether ``mark`` opens at the very start of the paragraph at ``begin``."""
    return mark.opens and not text[begin : mark.start].strip()


def _reopens(text: str, begin: int, mark: Mark, carried: Mark) -> bool:
    """ "«…\n\n»…»": whether the other mark of a pair opens the paragraph at ``begin`` again, as some languages do."""
    return carried.glyph in "«‹" and mark.glyph in "»›" and not text[begin : mark.start].strip()


def _word_at(text: str, position: int) -> bool:
    return text[position : position + 1].isalnum()


def _mates(opened: Mark, mark: Mark) -> bool:
    if opened.family != mark.family:
        return False
    if opened.family in "gh":
        return opened.glyph != mark.glyph
    return True


def _sentence_ends(text: str, start: int, limit: int) -> Iterator[re.Match[str]]:
    """The ends of sentences in ``text[start:limit]``, from the stop to the next word; abbreviations end none."""
    for match in _SENTENCE_END.finditer(text, start, limit):
        if not _ABBREVIATED.search(text[max(start, match.end() - _ABBREVIATION) : match.end()]):
            yield match
