"""What a reader found, and all that is known of it from elsewhere → an Article."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from quotetrace.config import ReadOptions
from quotetrace.models import Article, Credit, Problem, Span, content_id
from quotetrace.read import dates, lines, naming
from quotetrace.read.credits import credits_in
from quotetrace.read.dates import Date
from quotetrace.read.facts import FIELDS, Fact, Facts, Raw, first, stated
from quotetrace.read.headline import headline


def flags(options: ReadOptions) -> Facts:
    """The metadata that the user gave on the command line for every article."""
    return stated({"outlet": options.outlet, "published": options.published, "language": options.language}, "flag")


def article(raw: Raw, name: str, beside: Sequence[Facts], options: ReadOptions) -> Iterator[Article | Problem]:
    """The Article of ``raw``, read from the file ``name``; a date that cannot be read is a notice before it.

    Metadata comes from the first to give it: flags, files beside the article (``beside``), the record or front matter,
    lines in the text, the file's name, the address.
    """
    written = (flags(options), *beside, raw.facts)
    title, url = first(written, "title"), first(written, "url")
    top = lines.top(raw.text, raw.body)
    head = headline(top, title.value if title else None)
    last = lines.bottom(raw.text, top[-1].end) if top else []
    told = lines.told([line for line in (*top, *last) if not head or line.start >= head.end])
    file_name = naming.from_file_name(name) if raw.key is None else {}
    layers = (*written, told.facts, file_name, naming.from_url(url.value) if url else {})
    found = {field: fact for field in FIELDS if field != "published" and (fact := first(layers, field))}
    when = [(fact, dates.parse(fact.value)) for layer in layers if (fact := layer.get("published"))]
    for fact in (fact for fact, date in when if date is None):
        yield Problem(name, f"not a date: {fact.value!r} ({fact.origin})", "write it as 2016-10-13", "notice")
    date, origin = _published([(fact.origin, date) for fact, date in when if date], told.day)
    if date:
        found["published"] = Fact(date.iso, origin)
    yield _article(raw, name, found, date, Marks(head, _credits(raw, told.credits)))


class Marks(NamedTuple):
    """What stands where in the text."""

    headline: Span | None
    credits: tuple[Credit, ...]


def _published(known: Sequence[tuple[str, Date]], day: Fact | None) -> tuple[Date | None, str]:
    """The first date known; a year or month alone is made precise by a later one that agrees with it, or by ``day``.

    A month and day without a year (``day``) is no date by itself: nobody knows which year the article was printed in.
    """
    if not known:
        return None, ""
    origin, date = known[0]
    for other, finer in known[1:]:
        if dates.refined(date, finer):
            return finer, f"{origin}, {other}"
    written = dates.month_and_day(day.value) if day else None
    finer_day = dates.completed(date, written) if written else None
    return (finer_day, f"{origin}, {day.origin}") if day and finer_day else (date, origin)


def _credits(raw: Raw, around: Sequence[Credit]) -> tuple[Credit, ...]:
    """The credits of the text and those of the lines ``around`` it; within a dateline or credit line no second one."""
    spans = [credit.span for credit in around]
    inside = (c for c in credits_in(raw.text, raw.body) if not any(s.start <= c.span.start < s.end for s in spans))
    return tuple(sorted((*around, *inside), key=lambda credit: (credit.span, credit.kind)))


def _article(raw: Raw, name: str, found: Mapping[str, Fact], date: Date | None, marks: Marks) -> Article:
    values = {field: found[field].value if field in found else None for field in FIELDS}
    identity = (raw.text, values["title"], values["outlet"], values["published"], values["url"])
    return Article(
        id=content_id(*identity),
        key=raw.key or name,
        text=raw.text,
        path=name,
        date_precision=date.precision if date else None,
        headline=marks.headline,
        body=raw.body,
        credits=marks.credits,
        metadata_from=tuple((field, found[field].origin) for field in FIELDS if field in found),
        **values,
    )
