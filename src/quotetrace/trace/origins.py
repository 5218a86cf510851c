"""Where a family began: the event behind it, as far as the articles say."""

from collections import Counter
from collections.abc import Sequence

from quotetrace.models import Article, Quote
from quotetrace.trace.credits import NEAR, meant
from quotetrace.trace.dates import when
from quotetrace.trace.names import core
from quotetrace.trace.pairs import Setting
from quotetrace.trace.phrases import phrases


def event(setting: Setting, roots: Sequence[str]) -> str:
    """The occasion that the articles name, with the dates of ``roots``: "interview with TF1, 12-13 October 2016".

    "" when no article says on what occasion the words were spoken. Whom the speaker told something else does not
    belong to a speech or a post.
    """
    what = _occasion(setting)
    to = _addressee(setting, roots) if what in ("", "interview") else ""
    if to:
        what = f"interview with {to}"
    return ", ".join(part for part in (what, _dates([setting.articles[key] for key in roots])) if part) if what else ""


def told_to_itself(setting: Setting, root: str) -> str:
    """The words by which an article says that it was told to the outlet of ``root``: "told the Gazette"; ""."""
    outlet = setting.articles[root].outlet
    for key, found in setting.credits.items():
        for credit in found:
            if outlet and credit.kind == "told" and meant(credit, setting.articles[key], outlet):
                return credit.span.of(setting.articles[key].text)
    return ""


def _addressee(setting: Setting, roots: Sequence[str]) -> str:
    """Whom the speaker is said to have told it, by most articles, in the shortest form; no outlet of a root."""
    outlets = [outlet for root in roots if (outlet := setting.articles[root].outlet)]
    names: list[str] = []
    for key, found in setting.credits.items():
        article = setting.articles[key]
        told = (credit for credit in found if credit.kind == "told")
        names += {credit.name for credit in told if not any(meant(credit, article, outlet) for outlet in outlets)}
    if not names:
        return ""
    votes = Counter(core(name)[-1] for name in names)
    top = min(votes, key=lambda word: (-votes[word], word))
    return min((name for name in names if core(name)[-1] == top), key=lambda name: (len(name), name))


def _occasion(setting: Setting) -> str:
    """The kind of occasion that at least half of the articles name near the quote; "" when there is none."""
    votes: Counter[str] = Counter()
    for key, article in setting.articles.items():
        near = " ".join(_around(article, quote) for quote in setting.quotes[key])
        votes.update(name for name, pattern in phrases().occasions if pattern.search(near))
    places = [name for name, _ in phrases().occasions]
    top = min(votes, key=lambda name: (-votes[name], places.index(name)), default="")
    return top if 2 * votes[top] >= len(setting.articles) else ""


def _around(article: Article, quote: Quote) -> str:
    if quote.field != "text":
        return ""
    before = article.text[max(article.body, quote.span.start - NEAR) : quote.span.start]
    return f"{before} {article.text[quote.span.end : quote.span.end + NEAR]}"


def _dates(roots: Sequence[Article]) -> str:
    """The days of the dated ``roots``: "2 May 2016", "30 April-2 May 2016"; "" when none is dated to the day."""
    days = sorted(found.start for one in roots if (found := when(one)) and found.day)
    if not days:
        return ""
    first, last = days[0], days[-1]
    end = f"{last.day} {last:%B %Y}"
    if first.date() == last.date():
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}-{end}"
    return f"{first.day} {first:%B}{'' if first.year == last.year else f' {first.year}'}-{end}"
