"""Where a quotation stands in its sentence, and what shape it has."""

from typing import Final

from quotetrace.lang import Language
from quotetrace.syntax import Extraction, Stretch

_MARKS: Final = "'\"’”"  # that close a quotation inside the quotation
_OPENING: Final = 8  # words that mostly tell how capitals are used
_POSITIONS: Final = {(False, False): "solo", (False, True): "init", (True, False): "fin", (True, True): "mid"}


class Place:
    """Where a quotation stands: its stretch, token, sentence and paragraph, and its shape.

    ``inner``: what stands in the marks, and ``words`` how many words that is. ``position``: solo, init, fin or mid, the
    place in its sentence. ``whole``: it reads like a sentence of its own. ``closing`` is the character that closes it,
    inside its marks or, in most languages, outside; ``stop`` the token after that. ``shape``: the position, and W for a
    whole sentence or f for a fragment. ``case``: how capitals are used in it, as `letter_case` tells it.
    """

    __slots__ = (
        "case", "closing", "inner", "paragraph", "position", "sentence", "shape", "stop", "stretch", "token", "whole",
        "words",
    )  # fmt: skip

    def __init__(
        self,
        stretch: Stretch,
        token: int,
        sentence: int,
        paragraph: int,
        inner: str,
        words: int,
        position: str,
        whole: bool,
        closing: str,
        stop: int,
        case: str,
    ) -> None:
        self.stretch: Final = stretch
        self.token: Final = token
        self.sentence: Final = sentence
        self.paragraph: Final = paragraph
        self.inner: Final = inner
        self.words: Final = words
        self.position: Final = position
        self.whole: Final = whole
        self.closing: Final = closing
        self.stop: Final = stop
        self.shape: Final = position + ("W" if whole else "f")
        self.case: Final = case


class Last:
    """The quotation before this one: who said it, and where. ``asked``: whom it asks, who spoke before, or -1."""

    __slots__ = ("asked", "entity", "mention", "paragraph", "sentence", "token", "whole")

    def __init__(
        self, mention: int, entity: int, sentence: int, paragraph: int, whole: bool, token: int, asked: int
    ) -> None:
        self.asked: Final = asked
        self.mention: Final = mention
        self.entity: Final = entity
        self.sentence: Final = sentence
        self.paragraph: Final = paragraph
        self.whole: Final = whole
        self.token: Final = token


def place(extraction: Extraction, token: int, sentence: int, language: Language) -> Place:
    """The place of the stretch at ``token`` in ``sentence``."""
    tokens = extraction.tokens
    a, b = tokens.sentences[sentence]
    stretch = extraction.stretches[tokens.stretch_at[token]]
    inner = extraction.text[stretch.start : stretch.end]
    before = tokens.tags[a:token].strip(",-(") != ""
    after = tokens.tags[token + 1 : b].strip(".,!-)") != ""
    words = inner.count(" ") + 1
    closing, stop = inner.rstrip(_MARKS)[-1:] or inner[-1], token + 1
    if stop < b and tokens.tags[stop] == "," and language.does("comma_outside"):
        closing, stop = tokens.words[stop], stop + 1
    whole = words > 2 and inner[0].isupper() and (closing in ".!?,…" or not after or words > 9)
    position, paragraph = _POSITIONS[before, after], tokens.paragraph_of[sentence]
    case = letter_case(inner, language)
    return Place(stretch, token, sentence, paragraph, inner, words, position, whole, closing, stop, case)


def letter_case(text: str, language: Language) -> str:
    """Title: every longer word but prepositions and "that" has a capital; upper, lower, or first: only the first
    word has one."""
    words, small = text.split(None, _OPENING), "" if language.does("nouns_capitalised") else "ISC"
    plain = any(
        len(word) > 3 and word[0].islower() and not _is_small(word, small, language) for word in words[:_OPENING]
    )
    if not plain:
        words = text.split()
        if all(word.isupper() for word in words):
            return "upper"
    first, titled = words[0][0].isupper(), False
    for word in words if not plain and (len(words) > 1 or first) else ():
        if len(word) > 3 and word[0].isalpha() and not _is_small(word, small, language):
            titled = word[0].isupper()
            if not titled:
                break
    return "title" if titled else "first" if first else "lower"


def _is_small(word: str, small: str, language: Language) -> bool:
    """Whether a word has one of the letters ``small``: it has no capital in a title."""
    return language.tags.get(word, " ") in small
