"""What stands beside a quote in its own sentence: "“…,” the mayor said on Monday when asked"."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from quotetrace.models import Article, Link, Quote
from quotetrace.text import fold
from quotetrace.trace.credits import SENTENCE_END

FRAME = 2
"""Who speaks, and "said": so many words are beside a quote in every article."""
REACH = 200
MARKS = '"“”„«»'
Frames = Mapping[tuple[str, str], tuple[str, ...]]


def frames(links: Sequence[Link], quotes: Mapping[str, Quote], articles: Mapping[str, Article]) -> Frames:
    """For each pair of linked articles, both ways, what stands beside a quote in both: over ``FRAME`` words."""
    sides: dict[str, tuple[str, str]] = {}
    found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for link in links:
        a, b = quotes[link.a], quotes[link.b]
        for one in (a, b):
            if one.id not in sides:
                sides[one.id] = beside(articles[one.article], one)
        for ours, theirs in zip(sides[a.id], sides[b.id], strict=True):
            if ours and fold(ours) == fold(theirs) and len(fold(ours)) > FRAME:
                found[a.article, b.article][ours] = None
                found[b.article, a.article][ours] = None
    return {pair: tuple(same) for pair, same in found.items()}


def beside(article: Article, quote: Quote) -> tuple[str, str]:
    """The words of the sentence before and after ``quote``, up to another quote; ("", "") without marks.

    >>> from quotetrace.models import Span
    >>> text = "It rained. Asked twice, she said: “No.” He left."
    >>> beside(Article("a", "a", text), Quote("q", "a", Span(35, 38), "No.", "direct"))
    ('Asked twice, she said:', '')
    """
    if quote.field != "text" or quote.kind == "indirect":
        return "", ""
    text = article.text
    before = text[max(0, quote.span.start - REACH) : quote.span.start].rstrip(MARKS)
    ends = [end.end() - 1 for end in SENTENCE_END.finditer(before)]
    before = before[ends[-1] if ends else 0 :]
    last = max(quote.span.start, quote.span.end - 1)
    stop = SENTENCE_END.search(text, last, last + REACH)
    after = text[quote.span.end : stop.start() if stop else last + REACH].lstrip(MARKS + ",;")
    return _outside(before[::-1])[::-1].strip(), _outside(after).strip()


def _outside(text: str) -> str:
    """``text`` up to the first mark."""
    return text[: next((i for i, char in enumerate(text) if char in MARKS), len(text))]
