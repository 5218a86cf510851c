"""What readers are shown for ids and codes: outlets, dates, relations, bases, how sure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from quotetrace.models import Article, Basis, Problem, Relation
from quotetrace.render.safe import one_line

RELATIONS: dict[Relation, str] = {
    "verbatim": "the same words",
    "excerpt": "cut",
    "edited": "edited",
    "rendering": "in other words",
    "paraphrase": "in other words",
}
BASES: dict[Basis, str] = {
    "copied": "copied",
    "credited": "credited",
    "common-source": "common source",
    "same-event": "same event",
    "unknown": "cannot tell",
}


def outlet(article: Article) -> str:
    """The outlet of an article, or the name of its file where none is known."""
    return one_line(article.outlet or PurePath(article.key).stem or article.key)


def day(article: Article) -> str:
    """The date of an article without its time, or that it has none."""
    return one_line(article.published[:10]) if article.published else "no date"


def told_apart(articles: Iterable[Article]) -> Mapping[str, str]:
    """A name for each article's id: the outlet, and where that is not enough its date, file, key or the id too."""
    open_, names = {article.id: article for article in articles}, dict[str, str]()
    for name in (outlet, _dated, _filed, _keyed, _full):
        here = {article.id: name(article) for article in open_.values()}
        shared = Counter(here.values())
        names |= {key: found for key, found in here.items() if shared[found] == 1}
        open_ = {key: article for key, article in open_.items() if key not in names}
    return names


def _dated(article: Article) -> str:
    return f"{outlet(article)} {day(article)}"


def _filed(article: Article) -> str:
    return f"{outlet(article)} ({one_line(PurePath(article.key).name or article.key)})"


def _keyed(article: Article) -> str:
    return f"{outlet(article)} ({one_line(article.key)})"


def _full(article: Article) -> str:
    return f"{_keyed(article)} {article.id}"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> count(1, "family", "families"), count(1200, "quote")
    ('1 family', '1,200 quotes')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def troubles(problems: Sequence[Problem]) -> list[str]:
    """How many inputs were lost in whole or in part, and how many were read on an assumption."""
    errors = sum(problem.severity == "error" for problem in problems)
    notices = len(problems) - errors
    return [*([count(errors, "problem")] if errors else []), *([count(notices, "notice")] if notices else [])]


def percent(ratio: float) -> str:
    """A ratio as readers say it; never rounded up to certainty, nor down to nothing.

    >>> percent(0.974), percent(0.999), percent(0.004)
    ('97%', '99%', 'under 1%')
    """
    whole = int(ratio * 100 + 1e-9)
    return f"{whole}%" if whole or not ratio else "under 1%"
