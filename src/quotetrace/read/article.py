"""What a reader found, and all that is known of it from elsewhere → an Article."""

import re
from collections.abc import Iterator, Mapping, Sequence

from quotetrace.config import ReadOptions
from quotetrace.errors import QuotetraceError
from quotetrace.lang import detect
from quotetrace.models import Article, Credit, Problem, Span, content_id
from quotetrace.read import dates, lines, naming
from quotetrace.read.credits import credits_in
from quotetrace.read.facts import FIELDS, Fact, Facts, Raw, first, quoted, stated
from quotetrace.read.find import STDIN
from quotetrace.read.headline import headline

FORMS = {
    "published": ("date", "write it as 2016-10-13"),
    "language": ("language code", "write it as en, de, pt-BR"),
}
"""Fields whose value must have a form: what it is called, and how to write it."""
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8}){0,3}")


def flags(options: ReadOptions) -> Facts:
    """The metadata that the user gave on the command line for every article.

    Raises:
        QuotetraceError: the date is none, or the language no code.
    """
    given = stated({"outlet": options.outlet, "published": options.published, "language": options.language}, "flag")
    for field, fact in given.items():
        if _clean(field, fact.value) is None:
            what, hint = FORMS[field]
            raise QuotetraceError(f"not a {what}: {quoted(fact.value)}", hint=hint)
    return _cleaned(given)


def article(raw: Raw, name: str, beside: Sequence[Facts], given: Facts) -> Iterator[Article | Problem]:
    """The Article of ``raw``, read from the file ``name``; a date or language that is none is a notice before it.

    Metadata comes from the first to give it: flags (``given``), files beside the article (``beside``), the record or
    front matter, lines in the text, the file's name, the address; the language, at last, from the words of the text.
    """
    written = (given, *beside, raw.facts)
    title, url = first(written, "title"), first(written, "url")
    head, told = _lines(raw, title)
    file_name = naming.from_file_name(name) if raw.key is None else {}
    layers = (*written, told.facts, file_name, naming.from_url(url.value) if url else {}, _detected(raw.text))
    yield from _wrong(layers, name)
    found = _found([_cleaned(layer) for layer in layers], told.day)
    values = {field: found[field].value if field in found else None for field in FIELDS}
    yield Article(
        id=content_id(raw.text, *(values[field] for field in ("title", "outlet", "published", "url"))),
        key=raw.key or name,
        text=raw.text,
        path=None if name == STDIN else name,
        date_precision=dates.precision(values["published"]) if values["published"] else None,
        headline=head,
        body=raw.body,
        credits=_credits(raw, told.credits),
        metadata_from=tuple((field, found[field].origin) for field in FIELDS if field in found),
        month_day=_month_day(told.day) if "published" not in found else None,
        **values,
    )


def _detected(text: str) -> Facts:
    code = detect(text, default="")
    return {"language": Fact(code, "words of the text")} if code else {}


def _lines(raw: Raw, title: Fact | None) -> tuple[Span | None, lines.Told]:
    """The headline, and what the first and last lines after it tell."""
    top = lines.top(raw.text, raw.body)
    head = headline(top, title.value if title else None)
    last = lines.bottom(raw.text, top[-1].end) if top else []
    return head, lines.told(
        [line for line in (*top, *last) if not head or line.start >= head.end or line.end <= head.start]
    )


def _clean(field: str, value: str) -> str | None:
    """``value`` in the form that ``field`` has in an Article; None if it has no such form."""
    if field == "published":
        return dates.parse(value)
    if field == "language":
        code = _LANGUAGE.fullmatch(value)
        return code.group(1).lower() if code else None
    return value


def _cleaned(facts: Facts) -> Facts:
    return {f: Fact(value, fact.origin) for f, fact in facts.items() if (value := _clean(f, fact.value)) is not None}


def _wrong(layers: Sequence[Facts], name: str) -> Iterator[Problem]:
    for layer in layers:
        for field, (what, hint) in FORMS.items():
            if field in layer and _clean(field, layer[field].value) is None:
                value, origin = layer[field]
                yield Problem(name, f"not a {what}: {quoted(value)} ({origin})", hint, "notice")


def _found(layers: Sequence[Facts], day: Fact | None) -> Mapping[str, Fact]:
    """Each field from the first layer to give it; a year or month alone made precise by what agrees with it.

    A month and day without a year (``day``) is no date by itself: this article does not say when it was printed.
    """
    found = {field: fact for field in FIELDS if (fact := first(layers, field))}
    date = found.get("published")
    if date and dates.precision(date.value) in ("year", "month"):
        later = [layer["published"] for layer in layers if "published" in layer]
        whole = dates.completed(date.value, day.value) if day else None
        if day and whole:
            later.append(Fact(whole, day.origin))
        finer = next((fact for fact in later if dates.refines(fact.value, date.value)), None)
        if finer:
            found["published"] = Fact(finer.value, f"{date.origin}, {finer.origin}")
    return found


def _month_day(day: Fact | None) -> tuple[str, str] | None:
    """A month and day as ISO 8601 had it, "--10-12", with its origin."""
    iso = dates.completed("2000", day.value) if day else None
    return (f"--{iso[5:]}", day.origin) if day and iso else None


def _credits(raw: Raw, around: Sequence[Credit]) -> tuple[Credit, ...]:
    """The credits of the text and those of the lines ``around`` it; within a dateline or credit line no second one."""
    spans = [credit.span for credit in around]
    inside = (c for c in credits_in(raw.text, raw.body) if not any(s.start <= c.span.start < s.end for s in spans))
    return tuple(sorted((*around, *inside), key=lambda credit: (credit.span, credit.kind)))
