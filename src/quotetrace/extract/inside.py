"""Words that stand inside quotation marks though nobody speaks them: a signature, a cue whose mark is missing."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from quotetrace.extract.marks import nested
from quotetrace.lang import Language
from quotetrace.syntax import Stretch

UNCLOSED: Final = "missing-close-mark"
_SIGNED: Final = re.compile(r"(?P<dash>[—–―]|--?)?\s*(?P<name>[^\W\d_][^,\n]{1,40})(?:,\s[^\n]{1,60})?")
_NAME_WORDS: Final = range(2, 5)
_OFFICE_WORDS: Final = range(2, 7)  # of "Former Tarnholt mayor Ann Lee."
_SPOKEN: Final = frozenset("VvXHPS")  # letters of words that no signature has
_SENTENCE_END: Final = frozenset(".!?…")
_PAUSE: Final = re.compile(r"[,?!]\s+(?=\S)")
_BLANK: Final = re.compile(r"\s*")
_WORD: Final = re.compile(r"\s*([^\W\d_][\w.'’-]*)")
_CUE_WORDS: Final = 6
_TELLING: Final = frozenset({"say", "tell", "ask"})
_CLOSES: Final = frozenset(".,;:")
_OPENING: Final = "“"


def spoken_inside(text: str, marked: list[Stretch], language: Language) -> list[Stretch]:
    """``marked`` without signatures, and with stretches that lack their closing mark cut at a cue inside."""
    cut = [
        _before_cue(text, stretch, language) if _is_open(text, stretch) else stretch
        for stretch in _unsigned(text, marked, language)
    ]
    if cut == marked:
        return marked
    apart = [stretch.inside(-1) for stretch in cut]
    return nested(sorted(apart, key=lambda s: (s.outer_start, -s.outer_end)))


def _unsigned(text: str, marked: list[Stretch], language: Language) -> Iterator[Stretch]:
    """Those that are no signature: the last line inside marks that ran on, "– Ann Lee, clerk"."""
    signed = [
        before.continues
        and (_is_signature(text, before, stretch) or _is_signed_sentence(text, before, stretch, language))
        for before, stretch in pairwise(marked)
    ]
    for stretch, itself, following in zip(marked, [False, *signed], [*signed, False], strict=False):
        if following:
            yield Stretch(
                stretch.start,
                stretch.end,
                stretch.outer_start,
                stretch.outer_end,
                stretch.parent,
                False,
                stretch.defects,
            )
        elif not itself:
            yield stretch


def _is_signature(text: str, before: Stretch, stretch: Stretch) -> bool:
    """ "— Ann Lee, mayor", or "Ann Lee" below a whole sentence: a name, and no sentence."""
    match = _SIGNED.fullmatch(text, stretch.start, stretch.end)
    if match is None or text[stretch.end - 1] in _SENTENCE_END:
        return False
    words = match["name"].split()
    if not (words[0][0].isupper() and words[-1][0].isupper()):
        return False
    return match["dash"] is not None or (len(words) in _NAME_WORDS and text[before.end - 1] in _SENTENCE_END)


def _is_signed_sentence(text: str, before: Stretch, stretch: Stretch, language: Language) -> bool:
    """ "Former Tarnholt mayor Ann Lee.", "Ann Lee, River Watch.": a full stop behind the name, and no verb."""
    if stretch.outer_start < stretch.start or text[stretch.end - 1] != "." or text[before.end - 1] not in _SENTENCE_END:
        return False
    match = _SIGNED.fullmatch(text, stretch.start, stretch.end - 1)
    if match is None:
        return False
    words = match["name"].split()
    capitals = len(words) in _OFFICE_WORDS and all(word[0].isupper() for word in (words[0], *words[-2:]))
    return capitals and all(language.tags.get(word.lower(), "N") not in _SPOKEN for word in match[0].split())


def _is_open(text: str, stretch: Stretch) -> bool:
    """Whether a closing mark is missing, or what was taken for one is an opening mark behind a space."""
    if stretch.parent >= 0:
        return False
    return UNCLOSED in stretch.defects or (
        text[stretch.outer_end - 1] == _OPENING and text[stretch.outer_end - 2].isspace()
    )


def _before_cue(text: str, stretch: Stretch, language: Language) -> Stretch:
    """The stretch up to the pause before "Lee said" or "said Lee" inside it; itself where there is none."""
    for pause in _PAUSE.finditer(text, stretch.start, stretch.end):
        if _is_cue(text, pause.end(), stretch.end, language):
            end = pause.start() + 1
            return Stretch(stretch.start, end, stretch.outer_start, end, defects=(*stretch.defects, UNCLOSED)[:1])
    return stretch


def _is_cue(text: str, begin: int, end: int, language: Language) -> bool:
    """Whether a cue with its subject starts at ``begin``, and a stop or the end of the stretch is behind it."""
    words: list[str] = []
    for _ in range(_CUE_WORDS):
        match = _WORD.match(text, begin, end)
        if match is None:
            break
        words.append(match[1].rstrip("."))
        begin = match.end()
        if not _names(words[:-1], language):
            continue
        if language.cues.get(words[-1].lower()) in _TELLING:
            return (
                text[begin : begin + 1] in _CLOSES
                or text[begin - 1] == "."
                or _BLANK.fullmatch(text, begin, end) is not None
            )
    return len(words) > 1 and language.cues.get(words[0].lower()) in _TELLING and _names(words[1:2], language)


def _names(words: list[str], language: Language) -> bool:
    """Whether ``words`` may be a subject: a pronoun, or all with a capital."""
    if not words:
        return False
    return (
        words[0].lower() in language.pronouns
        if len(words) == 1 and words[0].islower()
        else all(word[0].isupper() for word in words)
    )
