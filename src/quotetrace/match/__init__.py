"""Quotes → pairs that report the same statement, aligned word by word."""

from collections.abc import Mapping, Sequence

from quotetrace.config import MatchOptions
from quotetrace.match.corpus import corpora
from quotetrace.match.rendering import renderings
from quotetrace.match.scene import scenes
from quotetrace.match.wording import worded
from quotetrace.models import Article, Pair, Quote


def match(quotes: Sequence[Quote], articles: Mapping[str, Article], options: MatchOptions | None = None) -> list[Pair]:
    """Pairs of quotes of different articles that report the same statement.

    Args:
        quotes: in any order; the result does not depend on it.
        articles: by id; every quote's article must be there.
        options: see `MatchOptions`.

    Returns:
        Pairs in the order of their articles' dates, keys and places; in each the earlier article's quote is ``a``. Two
        quotes make one pair at most.
    """
    options = options or MatchOptions()
    wordings, reports = corpora(quotes, articles)
    alike = worded(wordings, options)
    linked = {(row.meeting.a.quote.id, row.meeting.b.quote.id) for row in alike}
    others = [
        row
        for row in renderings(reports, scenes(quotes, articles), alike, options)
        if (row.meeting.a.quote.id, row.meeting.b.quote.id) not in linked
    ]
    rank = wordings.rank
    found = sorted([*alike, *others], key=lambda row: (rank[row.meeting.a.quote.id], rank[row.meeting.b.quote.id]))
    return [
        Pair(
            row.meeting.a,
            row.meeting.b,
            row.meeting.case.alike.blocks,
            row.meeting.case.alike.stretch,
            row.score,
            row.support,
        )
        for row in found
    ]
