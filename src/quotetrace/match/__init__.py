"""Quotes → pairs that report the same statement, aligned word by word."""

from collections.abc import Mapping, Sequence

from quotetrace.config import MatchOptions
from quotetrace.match.corpus import corpora
from quotetrace.match.pairs import Pairs
from quotetrace.match.rendering import renderings
from quotetrace.match.wording import worded
from quotetrace.models import Article, Quote


def match(quotes: Sequence[Quote], articles: Mapping[str, Article], options: MatchOptions | None = None) -> Pairs:
    """Pairs of quotes of different articles that report the same statement.

    Args:
        quotes: in any order; the result does not depend on it.
        articles: by id; every quote's article must be there.
        options: see `MatchOptions`.

    Returns:
        Pairs in the order of their articles' dates, keys and places; in each the earlier article's quote is ``a``. Two
        quotes make one pair at most. A pair is aligned when it is read.
    """
    options = options or MatchOptions()
    wordings, reports = corpora(quotes, articles)
    alike = worded(wordings, options)
    return Pairs(alike, renderings(reports, alike, options))
