"""The shallow syntax of one text, as `extract` reads it and `attribute` uses it.

An article has thousands of mentions and verbs. They are plain classes, since those are made and read fastest, compiled
or not; ``Final`` keeps them frozen.
"""

from dataclasses import dataclass
from typing import Final, Literal

from quotetrace.models import Article, Field

_PRONOUNS: Final = {
    "m3s": "he", "f3s": "she", "n3s": "it", "x3p": "they", "m3p": "they", "f3p": "they",
    "x1s": "i", "x1p": "we", "x2s": "you", "x2p": "you", "ws": "who",
}  # fmt: skip


class Stretch:
    """Words in quotation marks, or a turn: ``[start, end)`` inside them, ``[outer_start, outer_end)`` with them.

    ``parent`` is the index of the stretch around this one, or -1. ``continues``: the next paragraph re-opens the marks.
    """

    __slots__ = ("continues", "defects", "end", "outer_end", "outer_start", "parent", "start")

    def __init__(
        self,
        start: int,
        end: int,
        outer_start: int,
        outer_end: int,
        parent: int = -1,
        continues: bool = False,
        defects: tuple[str, ...] = (),
    ) -> None:
        self.start: Final = start
        self.end: Final = end
        self.outer_start: Final = outer_start
        self.outer_end: Final = outer_end
        self.parent: Final = parent
        self.continues: Final = continues
        self.defects: Final = defects

    def inside(self, parent: int) -> "Stretch":
        """The same stretch inside the one of index ``parent``, or in none (-1)."""
        return self.part(self.start, self.end, self.outer_start, self.outer_end, parent)

    def part(self, start: int, end: int, outer_start: int, outer_end: int, parent: int) -> "Stretch":
        """A part of this stretch, with its defects."""
        return Stretch(start, end, outer_start, outer_end, parent, self.continues, self.defects)

    @property
    def unmarked(self) -> bool:
        """The turn of a transcript or a line of dialogue: spoken, though no marks stand around it."""
        return self.start == self.outer_start and self.end == self.outer_end


class Mention:
    """Words that stand for somebody: a name, a pronoun or a noun phrase.

    ``first`` and ``last`` are indices of tokens (inclusive). ``head`` is its chief word, in lower case: the
    last one of a person's name, the noun of a noun phrase. ``gender`` is one of m f n x (unknown), ``number`` s or p.
    ``role``: the titles of a name; the noun of a noun phrase that can speak, else ""; of a pronoun its person (1 2 3).
    ``pronoun``: the English one of this gender, person and number; the weights of all languages know it by that name.
    """

    __slots__ = ("end", "first", "gender", "head", "kind", "last", "number", "pronoun", "role", "start", "text")

    def __init__(
        self,
        start: int,
        end: int,
        first: int,
        last: int,
        kind: Literal["name", "pronoun", "nominal"],
        text: str,
        head: str,
        gender: str = "x",
        number: str = "s",
        role: str = "",
    ) -> None:
        self.start: Final = start
        self.end: Final = end
        self.first: Final = first
        self.last: Final = last
        self.kind: Final = kind
        self.text: Final = text
        self.head: Final = head
        self.gender: Final = gender
        self.number: Final = number
        self.role: Final = role
        self.pronoun: Final = _PRONOUNS.get(f"{gender}{role}{number}", head) if kind == "pronoun" else head


class Tokens:
    """Parallel sequences: ``words``, the same in lower case, their ``starts`` in the text, and ``tags``, a letter each.

    ``tags``: N name word, T title, R role noun, P pronoun, V/G speech verb (finite, -ing), H/g the same for thought,
    v other verb, X auxiliary, M adverb, D determiner, E possessive pronoun, e possessive ending, O object pronoun,
    I preposition, t infinitive marker, C conjunction, S subordinator, W relative, Y time, # number, a any other word,
    Q a stretch in marks, J name suffix, p name particle, "·" the dot of an abbreviation, "|" the end of a paragraph.
    ``stretch_at`` maps the index of each Q token to its stretch, ``ends`` each Q and | token to its end in the text.
    ``hooks``: tokens at which a source may be named. ``sentences`` are half-open ranges of tokens.
    """

    __slots__ = ("ends", "hooks", "lower", "paragraph_of", "sentences", "starts", "stretch_at", "tags", "words")

    def __init__(
        self,
        words: list[str],
        lower: list[str],
        starts: list[int],
        ends: dict[int, int],
        tags: str,
        hooks: list[int],
        stretch_at: dict[int, int],
        sentences: list[tuple[int, int]],
        paragraph_of: list[int],
    ) -> None:
        self.words: Final = words
        self.lower: Final = lower
        self.starts: Final = starts
        self.ends: Final = ends
        self.tags: Final = tags
        self.hooks: Final = hooks
        self.stretch_at: Final = stretch_at
        self.sentences: Final = sentences
        self.paragraph_of: Final = paragraph_of

    def end(self, i: int) -> int:
        """Where token ``i`` ends in the text."""
        end = self.ends.get(i)
        return self.starts[i] + len(self.words[i]) if end is None else end

    def joins(self, i: int) -> bool:
        """Whether token ``i`` is a hyphen or a stroke inside a word: "the U.S.-led force", "a Post/Courier poll"."""
        return self.words[i] in "-/" and self.end(i - 1) == self.starts[i] and self.end(i) == self.starts[i + 1]


class Predicate:
    """A verb at token ``verb`` with its subject (index of a mention, or -1).

    ``group`` is the speech verb's group, "other" for any other verb, "source" for "according to". ``inverted``: the
    subject follows. ``participle``: it is a form such as "saying".
    """

    __slots__ = ("group", "inverted", "participle", "subject", "verb")

    def __init__(
        self,
        verb: int,
        subject: int,
        group: str,
        inverted: bool = False,
        participle: bool = False,
    ) -> None:
        self.verb: Final = verb
        self.subject: Final = subject
        self.group: Final = group
        self.inverted: Final = inverted
        self.participle: Final = participle


class Clause:
    """Words that ``predicate`` reports: ``[start, end)`` in the text, tokens ``[first, stop)`` of ``sentence``.

    ``position``: before or after its cue; around a cue that interrupts it, or the rest behind one.
    """

    __slots__ = ("end", "first", "position", "predicate", "sentence", "start", "stop")

    def __init__(
        self,
        start: int,
        end: int,
        first: int,
        stop: int,
        sentence: int,
        predicate: Predicate,
        position: str,
    ) -> None:
        self.start: Final = start
        self.end: Final = end
        self.first: Final = first
        self.stop: Final = stop
        self.sentence: Final = sentence
        self.predicate: Final = predicate
        self.position: Final = position


@dataclass(frozen=True, slots=True)
class Extraction:
    """An article as the extract stage read it: what stands in marks, and the shallow syntax around it.

    ``predicates[i]`` are those of ``tokens.sentences[i]``. ``clauses`` are what those predicates may report.
    ``nested``: each stretch that holds others, by index, read as a text of its own that starts where the stretch does.
    """

    article: Article
    field: Field
    text: str
    language: str
    stretches: tuple[Stretch, ...]
    tokens: Tokens
    mentions: tuple[Mention, ...]
    predicates: tuple[tuple[Predicate, ...], ...]
    clauses: tuple[Clause, ...] = ()
    nested: tuple[tuple[int, "Extraction"], ...] = ()
