"""Where a quotation stands in its sentence, and what shape it has."""

from typing import NamedTuple

from quotetrace.lang import Language
from quotetrace.syntax import Extraction

_POSITIONS = {(False, False): "solo", (False, True): "init", (True, False): "fin", (True, True): "mid"}


class Place(NamedTuple):
    """Where a quotation stands: its token, sentence and paragraph, and its shape.

    ``position``: solo, init, fin or mid, the place in its sentence. ``whole``: it reads like a sentence of its own.
    ``closing`` is the character that closes it, inside its marks or, in most languages, outside; ``stop`` the token
    after that.
    """

    token: int
    sentence: int
    paragraph: int
    position: str
    whole: bool
    words: int
    closing: str
    stop: int

    @property
    def shape(self) -> str:
        """The position, and W for a whole sentence or f for a fragment."""
        return self.position + ("W" if self.whole else "f")


class Last(NamedTuple):
    """The quotation before this one: who said it, and where."""

    mention: int
    entity: int
    sentence: int
    paragraph: int
    whole: bool
    token: int


def place(extraction: Extraction, token: int, sentence: int, language: Language) -> Place:
    """The place of the stretch at ``token`` in ``sentence``."""
    tokens = extraction.tokens
    a, b = tokens.sentences[sentence]
    stretch = extraction.stretches[tokens.stretch_at[token]]
    inner = extraction.text[stretch.start : stretch.end]
    before = tokens.tags[a:token].strip(",-(") != ""
    after = tokens.tags[token + 1 : b].strip(".,!-)") != ""
    words = inner.count(" ") + 1
    closing, stop = inner[-1], token + 1
    if stop < b and tokens.tags[stop] == "," and language.does("comma_outside"):
        closing, stop = tokens.words[stop], stop + 1
    whole = words > 2 and inner[0].isupper() and (closing in ".!?,…" or not after or words > 9)
    return Place(token, sentence, tokens.paragraph_of[sentence], _POSITIONS[before, after], whole, words, closing, stop)
