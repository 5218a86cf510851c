"""Speech without quotation marks: the turns of a transcript, and lines that open with a dash."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from quotetrace.extract.interviews import answers
from quotetrace.extract.marks import nested, paragraphs
from quotetrace.lang import Language
from quotetrace.syntax import Stretch

_TURNS: Final = 3  # labelled paragraphs, at least, make a transcript,
_LABEL_WORDS: Final = 5
_LONG_TURN: Final = 4  # paragraphs without a label that a turn may go on for
_LABEL: Final = re.compile(
    r"\s*[\"“„«]?[*_]{0,3}(?P<label>[^\W\d_][\w.'’ -]{0,38})(?:\([^()\n]{1,40}\) ?)?[*_]{0,3}:[*_]{0,3} +(?=\S)"
)
_COUNTED: Final = " 0123456789"
_SENTENCE_ENDS: Final = frozenset('.!?…"”»“')
_QUOTES: Final = frozenset('"“”„»«')
_ASKED: Final = re.compile(r"\s*[*_]{0,3}(?P<label>[QA])(?:[*_]{0,3}[.)][*_]{0,3}\s+(?=\S)|(?<=Q)(?=[A-Z][a-z'’ ]))")
_DASH: Final = re.compile(r"\s*(?:[—–―‒]|-(?=\s))\s*")
_INNER: Final = re.compile(r"\s+[—–―‒]\s*|\s-\s+|(?<=\S)[—–―‒](?=\s|[.,;:])")
_BREAK: Final = re.compile(r"(?:,|(?<=[!?…]))\s+")
_PAUSE: Final = re.compile(r"[.,!?;:]+\s+|[.,!?;:]+$")
_WORD: Final = re.compile(r"[^\W\d_]+")
_AGE: Final = re.compile(r"\d{1,3}(?: [^\W\d_]+)?(?=[,.])")
_TELLING: Final = frozenset({"say", "tell", "ask", "judge", "promise"})
_OPENS: Final = frozenset(
    "PCSXOMtv"
)  # letters of words that open what is said after its cue, rather than describe the speaker
_LOOKED_AT: Final = 4  # words of a reporter's part in which its verb must stand,
_NEAR: Final = 60  # and characters
Part = tuple[int, int]


def unmarked(text: str, start: int, marked: list[Stretch], language: Language) -> list[Stretch]:
    """``marked`` with the turns and the lines of dialogue that no marks show, in order, and with parents told anew."""
    dashes = language.does("dialogue_dashes")
    if not (dashes or _has_turns(text, ":", start) or _has_turns(text, "?", start)):
        return marked
    spans = paragraphs(text, start)
    labels = _labels(text, spans)
    outer = [stretch for stretch in marked if stretch.parent < 0]
    found = list(_free(_turns(text, spans, labels, language) if labels else answers(text, spans, language), outer))
    if dashes:
        found += _free(_dialogue(text, spans, language), outer)
    split = _unlabelled(marked, labels)
    if dashes:
        split = [part for stretch in split for part in _split(text, stretch, language)]
    if not found and split == marked:
        return marked
    apart = [stretch.inside(-1) for stretch in split]
    return nested(sorted([*apart, *found], key=lambda s: (s.outer_start, -s.outer_end)))


def _has_turns(text: str, sign: str, start: int) -> bool:
    """Whether ``sign`` stands in ``text`` as often as a transcript or an interview has it; sooner told than counted."""
    for _ in range(_TURNS):
        start = text.find(sign, start) + 1
        if not start:
            return False
    return True


def _told_by(text: str, first: int, end: int, language: Language) -> bool:
    """Whether no clause follows a verb of speech, up to the next stop: "dice la alcaldesa", but not "dice que no"."""
    stop = _PAUSE.search(text, first, min(end, first + _NEAR))
    words = _WORD.finditer(text, first, stop.start() if stop else min(end, first + _NEAR))
    return language.words["that"].isdisjoint(match[0].lower() for match in words)


def _split(text: str, stretch: Stretch, language: Language) -> list[Stretch]:
    """ "«El puente —dijo Lee— aguantará»": what is said, without the reporter's part inside the marks."""
    if stretch.parent >= 0:
        return [stretch]
    parts = _between_dashes(text, stretch.start, stretch.end, language)
    if not parts and language.does("cue_in_marks") and text[stretch.start].isupper():
        parts = _between_commas(text, stretch.start, stretch.end, language)
    if not parts or any(not _WORD.search(text, first, stop) for first, stop in parts):
        return [stretch]
    outer = [[first, stop] for first, stop in parts]
    outer[0][0] = stretch.outer_start
    if parts[-1][1] == stretch.end:
        outer[-1][1] = stretch.outer_end
    return [stretch.part(first, stop, a, b, -1) for (first, stop), (a, b) in zip(parts, outer, strict=True)]


def _free(found: Iterator[Stretch], outer: list[Stretch]) -> Iterator[Stretch]:
    """Those that no stretch in marks opens, surrounds or crosses."""
    starts = [stretch.outer_start for stretch in outer]
    for stretch in found:
        first = bisect_left(starts, stretch.start)
        before = outer[first - 1].outer_end if first else 0
        after = outer[bisect_left(starts, stretch.end) - 1] if first < bisect_left(starts, stretch.end) else None
        opened = first < len(starts) and starts[first] == stretch.start and outer[first].outer_end >= stretch.end - 1
        if before <= stretch.start and not opened and (after is None or after.outer_end <= stretch.end):
            yield stretch


def _labels(text: str, spans: Sequence[Part]) -> list[re.Match[str] | None]:
    """The label of each paragraph, in a text in which labels take turns; else an empty list.

    A label that stands nowhere else is a heading where its words close no sentence ("Interview: Ann Lee on cod") or no
    other label follows.
    """
    labels = [_label(text, begin, end) for begin, end in spans]
    if len(spans) - labels.count(None) < _TURNS:
        return []
    names = _names(labels)
    count = Counter(names)
    closed = [text[end - 1] in _SENTENCE_ENDS for _, end in spans]
    followed = [following is not None for following in labels[1:]] + [True]
    labels = [
        match if match and (count[name] > 1 or all(whole)) else None
        for match, name, *whole in zip(labels, names, closed, followed, strict=True)
    ]
    return labels if _is_transcript(text, spans, labels) else []


def _names(labels: Sequence[re.Match[str] | None]) -> list[str]:
    """Whose turn each label opens; turns may be counted: "Question 1", "Question 2", but "Speaker 1" comes back."""
    whole = [match["label"].strip() if match else "" for match in labels]
    count = Counter(whole)
    return [name.rstrip(_COUNTED) if count[name] == 1 else name for name in whole]


def _unlabelled(marked: list[Stretch], labels: Sequence[re.Match[str] | None]) -> list[Stretch]:
    """ "“LEE: Yes. …": the stretches in marks of a transcript, without the labels that stand inside the marks."""
    ends = {match.start("label"): match.end() for match in labels if match}
    return [_without(stretch, ends) if stretch.parent < 0 and stretch.start in ends else stretch for stretch in marked]


def _without(stretch: Stretch, ends: Mapping[int, int]) -> Stretch:
    first = ends[stretch.start]
    return Stretch(first, stretch.end, first, stretch.outer_end, defects=stretch.defects)


def _turns(
    text: str, spans: Sequence[Part], labels: Sequence[re.Match[str] | None], language: Language
) -> Iterator[Stretch]:
    """ "LEE: Yes. …": the paragraphs of a text in which labels take turns, without their labels."""
    last = max(i for i, match in enumerate(labels) if match)
    owed = 0  # paragraphs that the turn may still go on for
    for i, ((begin, end), match) in enumerate(zip(spans[: last + 1], labels, strict=False)):
        owed = _LONG_TURN if match else owed - 1
        if not match and not (owed > 0 and _is_own(text, begin, end, language)):
            owed = 0
            continue
        first = match.end() if match else begin
        stop = _stop(text, first, end)
        goes_on = i < last and labels[i + 1] is None and owed > 1 and _is_own(text, *spans[i + 1], language)
        yield Stretch(first, stop, first, stop, continues=goes_on)


def _is_own(text: str, begin: int, end: int, language: Language) -> bool:
    """Whether a paragraph without a label goes on with a turn: it says "I" or "you", and quotes nobody."""
    if text[begin] in "([*" or not _QUOTES.isdisjoint(text[begin:end]):
        return False
    kinds = (language.pronouns.get(match[0].lower(), "") for match in _WORD.finditer(text, begin, end))
    return any(kind[1:2] in ("1", "2") for kind in kinds)


def _label(text: str, begin: int, end: int) -> re.Match[str] | None:
    """The label of a turn: a name, initials or a role, each word with a capital; "Q." or "A."."""
    match = _LABEL.match(text, begin, end) if text.find(":", begin, end) >= 0 else None
    if match is None:
        return _ASKED.match(text, begin, end)
    words = match["label"].strip().rstrip(_COUNTED).split()
    shown = all(word[0].isupper() for word in words) or len(words) == 1
    return match if shown and words[0][0].isupper() and len(words) <= _LABEL_WORDS else None


def _is_transcript(text: str, spans: Sequence[Part], labels: list[re.Match[str] | None]) -> bool:
    """Whether at least two labels take three turns or more, come back, and mostly close their sentences."""
    spoken = [(name, end) for name, (_, end) in zip(_names(labels), spans, strict=True) if name]
    count = Counter(label for label, _ in spoken)
    closed = sum(text[end - 1] in _SENTENCE_ENDS for _, end in spoken)
    alternate = sum(a != b for (a, _), (b, _) in pairwise(spoken))
    labelled = [i for i, match in enumerate(labels) if match]
    return (
        len(spoken) >= _TURNS
        and len(count) >= 2
        and 3 * len(count) <= 2 * len(spoken)
        and 2 * alternate >= len(spoken) - 1
        and 4 * closed >= 3 * len(spoken)
        and 3 * len(spoken) >= labelled[-1] - labelled[0] + 1
    )


def _stop(text: str, first: int, end: int) -> int:
    while end > first + 1 and text[end - 1].isspace():
        end -= 1
    return end


def _dialogue(text: str, spans: Sequence[Part], language: Language) -> Iterator[Stretch]:
    """Lines that open with a dash, without the reporter's parts; only in a text that has such a part."""
    lines = [
        (match.end(), _stop(text, match.end(), end)) for begin, end in spans if (match := _DASH.match(text, begin, end))
    ]
    parts = [_parts(text, first, end, language) for first, end in lines if first < end]
    if not any(told for _, told in parts):
        return
    for found, told in parts:
        for first, stop in found:
            if _WORD.search(text, first, stop) and (told or text[stop - 1] in _SENTENCE_ENDS):
                yield Stretch(first, stop, first, stop)


def _parts(text: str, first: int, end: int, language: Language) -> tuple[list[Part], bool]:
    """What is said in a line of dialogue, and whether a reporter's part tells by whom."""
    for split in (_between_dashes, _between_commas):
        found = split(text, first, end, language)
        if found:
            return found, True
    return [(first, end)], False


def _between_dashes(text: str, first: int, end: int, language: Language) -> list[Part]:
    """ "No lo sé —dijo ella—. Mañana.": dashes around the reporter's part."""
    found: list[Part] = []
    begin, told = first, False
    dashes = iter(_INNER.finditer(text, first, end))
    for dash in dashes:
        if not _tells(text, dash.end(), end, language):
            continue
        told = True
        found.append((begin, dash.start()))
        closing = next(dashes, None)
        if closing is None:
            return found
        begin = closing.end()
        while begin < end and (text[begin] in ".,;:" or text[begin].isspace()):
            begin += 1
    return [*found, *([(begin, end)] if begin < end else [])] if told else []


def _between_commas(text: str, first: int, end: int, language: Language) -> list[Part]:
    """ "Non, dit-elle. Demain.": a comma before the reporter's part, and a stop behind it; a dash may open the rest."""
    found: list[Part] = []
    begin = first
    while begin < end:
        pauses = _BREAK.finditer(text, begin, end)
        told = next((pause for pause in pauses if _tells(text, pause.end(), end, language)), None)
        if told is None:
            break
        found.append((begin, _stop(text, begin, told.start())))
        begin = _resumes(text, told.end(), end, language)
        dash = _DASH.match(text, begin, end)
        if dash is None:
            break
        begin = dash.end()
    return [*found, (begin, end)] if found and begin < end else found


def _resumes(text: str, first: int, end: int, language: Language) -> int:
    """Where speech goes on after the reporter's part that starts at ``first``, or ``end``."""
    for pause in _PAUSE.finditer(text, first, end):
        word = _WORD.match(text, pause.end(), end)
        if text[pause.start()] == "," and _AGE.match(text, pause.end(), end):  # "soupire Ada, 58 ans, ouvrière"
            continue
        if text[pause.start()] != "," or word is None or _is_left_out(text, first, pause.start(), language):
            return pause.end()
        if language.tags.get(word[0], "a") in _OPENS:
            return pause.end()
    return end


def _is_left_out(text: str, first: int, stop: int, language: Language) -> bool:
    """ "dit-elle", "añade": whether a pronoun or the verb ends the reporter's part, which describes nobody."""
    last = [match[0].lower() for match in _WORD.finditer(text, first, stop)][-1:]
    return any(word in language.pronouns or word in language.cues for word in last)


def _tells(text: str, first: int, end: int, language: Language) -> bool:
    """Whether a reporter's part starts here: a verb of speech before its subject, behind auxiliaries at most."""
    for match, _ in zip(_WORD.finditer(text, first, min(end, first + _NEAR)), range(_LOOKED_AT), strict=False):
        word = match[0].lower()
        if match.start() > first and text[match.start() - 1] == "-":  # a-t-il
            continue
        if language.cues.get(word) in _TELLING or word in language.words["closing_sources"]:
            return _told_by(text, match.end(), end, language)
        if language.tags.get(word, language.tags.get(word + "'", "a")) not in "XOM":
            return False
    return False
