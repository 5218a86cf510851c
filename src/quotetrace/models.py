"""The values that flow from stage to stage. All are frozen; none knows how it is read or printed."""

from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import Literal, NamedTuple

Kind = Literal["direct", "mixed", "indirect"]
SpeakerBasis = Literal["name", "pronoun", "title", "carried", "none"]
Relation = Literal["verbatim", "excerpt", "edited", "rendering", "paraphrase"]
Basis = Literal["copied", "credited", "common-source", "same-event", "unknown"]
Precision = Literal["time", "day", "month", "year"]
Field = Literal["text", "title"]
Op = Literal["replace", "insert", "delete", "move"]
CreditKind = Literal["tag", "told", "according-to", "reported", "line", "dateline"]
Severity = Literal["error", "notice"]
Verdict = Literal["exact", "same-words", "excerpt", "altered", "misattributed", "not-found"]
_UNFED = blake2b(digest_size=8)


def content_id(*parts: object) -> str:
    """A 16-digit hexadecimal id of ``parts``, the same on every machine and in every run.

    >>> content_id("a", 1) == content_id("a", 1) != content_id("a1")
    True
    """
    return _digest("\x1f".join(map(str, parts)))


def _digest(text: str) -> str:
    """16 hexadecimal digits that tell ``text`` from any other, lone surrogates and all."""
    fed = _UNFED.copy()  # a third of what a new one costs
    fed.update(text.encode("utf-8", "surrogatepass"))
    return fed.hexdigest()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open ``[start, end)`` in code points of the article text as it was read."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The stretch of ``text`` that this span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in one input. A value, never raised: the rest of the run goes on.

    ``severity``: ``error`` an input, or part of one, was lost (exit code 2); ``notice`` all was read, on an assumption.
    """

    path: str
    what: str
    hint: str
    severity: Severity = "error"


@dataclass(frozen=True, slots=True)
class Credit:
    """What an article says of its own source, with the words that say so.

    ``kind``: ``tag`` "(AP)"; ``told`` "told France's TF1"; ``according-to`` "according to Itar Tass"; ``reported``
    "Mehr news agency reported"; ``line`` a credit line such as "BBC, 13 October 2016"; ``dateline``
    "MOSCOW, October 12 (Sputnik) –".
    """

    kind: CreditKind
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """One text from one outlet, with what is known of it.

    ``key`` is the file's path as given, or the record's own id. ``published`` is ISO 8601, cut to its
    ``date_precision``: "2016-10-13T08:30:00+00:00", "2016-10-13", "2016-10" or "2016". ``title`` is a field of its own
    only where the input has one (a record, front matter, sources.yml); a headline inside ``text`` is part of the
    text, and ``headline`` is its span. ``body`` is where the text proper starts (after front matter).
    ``metadata_from`` names the origin of each field, as pairs: ("outlet", "line 5"). ``month_day`` is what a dateline
    without a year tells, where ``published`` is not known, with its origin: ("--10-12", "line 5"). ``speaker`` is who
    speaks the whole text, where it is a speech or a turn of a transcript.
    """

    id: str
    key: str
    text: str
    path: str | None = None
    outlet: str | None = None
    published: str | None = None
    date_precision: Precision | None = None
    title: str | None = None
    url: str | None = None
    kind: str | None = None
    language: str | None = None
    headline: Span | None = None
    body: int = 0
    credits: tuple[Credit, ...] = ()
    metadata_from: tuple[tuple[str, str], ...] = ()
    month_day: tuple[str, str] | None = None
    speaker: str | None = None

    def field_text(self, field: Field) -> str:
        """The text that offsets in ``field`` count in."""
        return (self.title or "") if field == "title" else self.text


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of reported speech: ``article.text[start:end] == text``, marks left out.

    ``clause`` is, for a mixed quote, the whole reported clause around the fragment in marks. ``speaker`` is the fullest
    name the article gives, or None; ``speaker_text`` the words at the quote that name the speaker ("he", "a senior
    official"). Quotes that share ``utterance`` are one stretch of speech. ``confidence`` in [0, 1] is the chance that
    the speaker is right; where ``kind`` is indirect, that he is reported to have said this.
    """

    id: str
    article: str
    span: Span
    text: str
    kind: Kind
    field: Field = "text"
    clause: Span | None = None
    speaker: str | None = None
    speaker_text: str | None = None
    speaker_basis: SpeakerBasis = "none"
    cue: str | None = None
    addressee: str | None = None
    utterance: str = ""
    in_headline: bool = False
    defects: tuple[str, ...] = ()
    confidence: float = 0.0


def quote_id(article: str, field: Field, start: int, end: int, kind: Kind) -> str:
    """The id of a quote, by its place in its article."""
    return _digest(f"{article}\x1f{field}\x1f{start}\x1f{end}\x1f{kind}")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason, and the words it rests on. ``kind``: "narration", "credit", "date", "slip", …

    ``weight``: how far it moved the verdict, in points of log-odds; 0 where it only tells the reader something.
    """

    kind: str
    text: str
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Side:
    """One half of a pair: the quote, and the words of it that are compared, ``text`` from offset ``start``.

    ``text`` is the quote's own, or the whole reported clause around a fragment in marks.
    """

    quote: Quote
    start: int
    text: str


class Block(NamedTuple):
    """Words ``a_from:a_to`` of one list against ``b_from:b_to`` of the other; one side is empty for insert, delete."""

    op: Literal["equal", "replace", "insert", "delete", "move"]
    a_from: int
    a_to: int
    b_from: int
    b_to: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two quotes of different articles that report the same statement, their words aligned; what differs is unread.

    ``score`` in [0, 1] is how sure that is; ``support`` says what it rests on. ``blocks`` are places in the folded
    words of the two texts and cover both in the order of ``a``; ``stretch`` is where the two run together, as the first
    word and the one after the last in ``a``, then in ``b``.
    """

    a: Side
    b: Side
    blocks: tuple[Block, ...]
    stretch: tuple[int, int, int, int]
    score: float
    support: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two wordings: spans in the two quotes' articles, None on the side that has no words."""

    op: Op
    a: Span | None
    b: Span | None


@dataclass(frozen=True, slots=True)
class Flag:
    """A warning that meaning may have changed, with the words of either side that raised it; "" where it has none."""

    name: str
    a: str
    b: str = ""

    @property
    def words(self) -> str:
        """The words of both sides, in the order of the link, or once where they are the same.

        >>> Flag("number", "40", "14").words, Flag("silent-cut", "", "single").words, Flag("splice", "x", "x").words
        ('40 / 14', '– / single', 'x')
        """
        return self.a if self.a == self.b else f"{self.a or '–'} / {self.b or '–'}"

    def flipped(self) -> "Flag":
        """The same warning seen from the other side."""
        return Flag(self.name, self.b, self.a)


@dataclass(frozen=True, slots=True)
class Link:
    """Two quotes in different articles that report the same statement, and how ``b`` differs from ``a``.

    ``score`` in [0, 1] is how sure the link is. ``a_span`` and ``b_span`` are the stretches that correspond (a long
    quote may hold two statements). ``why`` is one sentence for the reader.
    """

    a: str
    b: str
    relation: Relation
    score: float
    a_span: Span
    b_span: Span
    changes: tuple[Change, ...] = ()
    flags: tuple[Flag, ...] = ()
    why: str = ""

    def flipped(self) -> "Link":
        """The same link seen from its other side."""
        turned: dict[Op, Op] = {"insert": "delete", "delete": "insert"}
        changes = tuple(Change(turned.get(change.op, change.op), change.b, change.a) for change in self.changes)
        flags = tuple(flag.flipped() for flag in self.flags)
        return replace(self, a=self.b, b=self.a, a_span=self.b_span, b_span=self.a_span, changes=changes, flags=flags)


@dataclass(frozen=True, slots=True)
class Wording:
    """One distinct text within a family after folding case, marks, spacing and edge punctuation."""

    id: str
    text: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """All quotes that report the same statement; ``text`` is the wording nearest to all others."""

    id: str
    text: str
    speaker: str | None
    quotes: tuple[str, ...]
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a family began: a quote of the corpus, or None where the event itself or nothing known is the origin."""

    quote: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another way in which a wording may have come; ``source`` is None for a way from outside the corpus."""

    source: str | None
    basis: Basis
    confidence: float


@dataclass(frozen=True, slots=True)
class Step:
    """How the wording reached the quote ``target``; ``source`` is None where it came from outside the corpus.

    ``confidence`` in [0, 1] is the chance that the source (or "outside") is right. ``alternatives``, best first, are
    the other ways that fit; where the first of them fits as well as the source, the choice between them is a guess.
    """

    source: str | None
    target: str
    relation: Relation | None
    basis: Basis
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class Undecided:
    """Two quotes of which one came from the other, or both from a third: the texts do not tell which way.

    ``basis`` is what they do show; ``why`` is one sentence on what is missing.
    """

    a: str
    b: str
    basis: Basis
    why: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """A family in time. Each of its quotes is the origin, or the target of one step, or stands in ``undecided`` alone.

    ``independent_origins`` counts the renderings that did not come from one another, as far as the texts show.
    """

    family: str
    origin: Origin
    steps: tuple[Step, ...]
    undecided: tuple[Undecided, ...] = ()
    independent_origins: int = 1


@dataclass(frozen=True, slots=True)
class Flow:
    """What one outlet took from another, over a corpus. ``source`` and ``target`` are outlets, or keys of articles.

    ``statements``: in how many families; ``articles``: by how many articles. ``copied`` and ``credited`` count steps,
    one for each family and article. ``confidence`` is their mean. ``relations`` and ``flags``: (name, steps), most
    first.
    """

    source: str
    target: str
    statements: int
    articles: int
    copied: int
    credited: int
    confidence: float
    relations: tuple[tuple[str, int], ...] = ()
    flags: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Reuse:
    """Narration (the reporters' own sentences) that two articles share: copying, whatever the quotes say.

    ``share``: the part of the shorter narration's words that stand in both, in [0, 1]. ``stretches``: pairs of spans,
    in the order of ``a``; ``rarest`` is the text, in ``a``, of the one that says most. ``a_words`` and ``b_words``: how
    many words each narration has.
    """

    a: str
    b: str
    share: float
    stretches: tuple[tuple[Span, Span], ...] = ()
    rarest: str = ""
    a_words: int = 0
    b_words: int = 0


@dataclass(frozen=True, slots=True)
class Scan:
    """All that one run found, in a fixed order, whatever the order of the input."""

    articles: tuple[Article, ...]
    quotes: tuple[Quote, ...]
    links: tuple[Link, ...] = ()
    families: tuple[Family, ...] = ()
    traces: tuple[Trace, ...] = ()
    reuse: tuple[Reuse, ...] = ()
    flows: tuple[Flow, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Diff:
    """What two articles share, seen from ``a``: every link runs from a quote of ``a`` to a quote of ``b``.

    ``only_a`` and ``only_b`` are ids of quotes without a link. ``same``: the two texts and titles differ in spacing at
    most.
    """

    a: Article
    b: Article
    quotes: tuple[Quote, ...]
    links: tuple[Link, ...] = ()
    only_a: tuple[str, ...] = ()
    only_b: tuple[str, ...] = ()
    reuse: Reuse | None = None
    same: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Words in a text that was searched: ``line`` counts from 1; ``speaker`` is whose they are there, if it says so.

    ``quote`` is the id of the quote that holds them, None where they stand in no quotation.
    """

    article: str
    field: Field
    span: Span
    line: int
    speaker: str | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A quote of a draft held against the sources: the ``verdict``, whether that is good enough, and why.

    ``link`` runs from the words of the source (``a``, at ``place``) to the quote (``b``). ``also`` are other places:
    where the same words stand, or the further parts of a quote that was put together.
    """

    quote: Quote
    verdict: Verdict
    holds: bool
    why: str
    place: Place | None = None
    link: Link | None = None
    also: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """The quotes of some drafts, in order, each with its verdict. ``sources``: the articles in which places are."""

    drafts: tuple[Article, ...]
    sources: tuple[Article, ...]
    checked: tuple[Checked, ...]
    searched: int
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where a wording stands; ``link`` runs from the wording as asked (``a``) to the words there (``b``)."""

    place: Place
    link: Link


@dataclass(frozen=True, slots=True)
class Variant:
    """One distinct text in which a wording occurs, after folding, and its places, the oldest first."""

    text: str
    occurrences: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Where ``wording`` occurs: its variants, the nearest to it first. ``articles``: those in which it does."""

    wording: str
    variants: tuple[Variant, ...]
    articles: tuple[Article, ...]
    searched: int
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of what the tool says of itself: a setting and its origin, a library and how to get it."""

    name: str
    value: str | int | float | tuple[str, ...] | None
    note: str = ""
