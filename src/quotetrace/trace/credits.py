"""Which credits of an article bear on a quote, and which house they mean."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from quotetrace.models import Article, Credit, Quote, Span
from quotetrace.trace.names import core, same_house

SENTENCE_END = re.compile(r"[.!?][\"”’»)]*\s+[^\Wa-z\d_]|\n")
ENDS_LINE = re.compile(r"[.\s]{0,3}(?:\n|$)")
NEAR = 300
LEAD = 600
TOLD = 1500
FOOT = 80
"""In characters: how far a credit reaches, the head of an article, how far on "told the Gazette" holds, and the longest
last line that is no part of the story."""


def agency(article: Article, *but: str | None) -> str:
    """The words of a wire tag or dateline by which ``article`` names an agency that is not its own outlet, nor one of
    ``but``; "". A tag inside a paragraph is of the words before it, and not of the article."""
    for credit in article.credits:
        whole = credit.kind == "dateline" or (credit.kind == "tag" and ENDS_LINE.match(article.text, credit.span.end))
        if whole and not any(same_house(credit.name, x or "") for x in (article.outlet, *but)):
            return credit.span.of(article.text)
    return ""


def own_line(article: Article) -> str:
    """The words of a dateline by which ``article`` names its own outlet, as an agency does; ""."""
    own = (c for c in article.credits if c.kind == "dateline" and same_house(c.name, article.outlet or ""))
    return next((credit.span.of(article.text) for credit in own), "")


Said = tuple[int, int, str | None]
"""Where a quote begins and ends, and who speaks."""
Spoken = Mapping[str, Sequence[Said]]


def speakers(quotes: Iterable[Quote]) -> Spoken:
    """For each article where its quotes begin and end, in order, and who speaks."""
    found: dict[str, list[Said]] = defaultdict(list)
    for quote in quotes:
        if quote.field == "text":
            found[quote.article].append((quote.span.start, quote.span.end, quote.speaker))
    return {key: sorted(said, key=lambda one: (one[0], one[1], one[2] or "")) for key, said in found.items()}


def bearing(article: Article, quotes: Sequence[Quote], spoken: Sequence[Said]) -> tuple[Credit, ...]:
    """The credits of ``article`` to other houses that bear on ``quotes``, all of one family.

    A dateline and a credit line hold for the whole article; so does a tag at its head or foot, and "the Gazette
    reported" at its head. Elsewhere these and "according to" hold for their own sentence, and "told" for what the same
    speaker says nearby.
    """
    return tuple(
        credit
        for credit in article.credits
        if not same_house(credit.name, article.outlet or "") and _bears(credit, article, quotes, spoken)
    )


def _bears(credit: Credit, article: Article, quotes: Sequence[Quote], spoken: Sequence[Said]) -> bool:
    at = credit.span.start
    if credit.kind in ("line", "dateline"):
        return True
    if credit.kind in ("tag", "reported") and at < article.body + LEAD:
        return True
    if credit.kind == "tag" and at > len(article.text) - NEAR:
        return True
    if credit.kind == "told":
        return of_speaker(at, quotes, spoken)
    return any(_one_sentence(article.text, credit, q) for q in _near(at, quotes, NEAR))


def of_speaker(at: int, quotes: Sequence[Quote], spoken: Sequence[Said]) -> bool:
    """Whether what stands at ``at`` is of him who speaks in one of ``quotes``, and not far before it or just after."""
    return any(q.speaker == _nearest(spoken, at) for q in _near(at, quotes, TOLD))


def _near(at: int, quotes: Sequence[Quote], reach: int) -> list[Quote]:
    return [q for q in quotes if q.field == "text" and q.span.start - reach <= at <= q.span.end + NEAR]


def _nearest(spoken: Sequence[Said], at: int) -> str | None:
    """Who speaks in the quote nearest to ``at``: in "“…,” she told the Post. He …" it is she."""
    return min(spoken, key=lambda one: max(one[0] - at, at - one[1], 0))[2] if spoken else None


def _one_sentence(text: str, credit: Credit, quote: Quote) -> bool:
    """No sentence ends between the credit and the quote."""
    first, second = sorted((credit.span, quote.span))
    return not SENTENCE_END.search(text[first.end : max(first.end, second.start)])


def meant(credit: Credit, article: Article, outlet: str) -> bool:
    """Whether ``credit`` of ``article`` means ``outlet``: the same house, or the last words of its name where the
    article has the whole name too ("the Times", after "the New York Times")."""
    if same_house(credit.name, outlet):
        return True
    short, full = core(credit.name), core(outlet)
    return len(short) < len(full) and full[-len(short) :] == short and " ".join(full) in article.text.casefold()


def sentence(text: str, span: Span) -> tuple[int, int]:
    """From where the sentence begins in which ``span`` begins, at most ``NEAR`` characters before it, to its end."""
    first = max(0, span.start - NEAR)
    ends = [found.end() - 1 for found in SENTENCE_END.finditer(text, first, span.start + 1)]
    return (ends[-1] if ends else first), span.end


def around(text: str, span: Span, most: int = 40) -> str:
    """``span`` with the words of its sentence that begin and end at most ``most`` characters from it.

    >>> text = "It rained. She told French media so, by phone. It dried."
    >>> around(text, Span(20, 32))
    'She told French media so, by phone.'
    """
    start = max(sentence(text, span)[0], span.start - most)
    end = min(len(text), span.end + most)
    ended = SENTENCE_END.search(text, span.end, end)
    before, after = text[start : span.start], text[span.end : ended.start() + 1 if ended else end]
    if start == span.start - most:
        before = before.partition(" ")[2]
    if not ended and end < len(text):
        after = after.rpartition(" ")[0]
    return f"{before}{text[span.start : span.end]}{after}"


def at_foot(text: str, span: Span, spoken: Sequence[Said]) -> bool:
    """Whether ``span`` stands in a short last line without a quote, which holds for the whole of ``text``:
    "(Translation: Halpress)"."""
    start = text.rfind("\n", 0, span.start) + 1
    line = text[start:].strip()
    return len(line) <= FOOT and "\n" not in line and all(at < start for at, _, _ in spoken)
