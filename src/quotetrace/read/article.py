"""What a reader found, and all that is known of it from elsewhere → an Article."""

from collections.abc import Iterator, Sequence

from quotetrace.config import ReadOptions
from quotetrace.models import Article, Problem, content_id
from quotetrace.read import dates
from quotetrace.read.facts import Facts, Raw, first, stated


def flags(options: ReadOptions) -> Facts:
    """The metadata that the user gave on the command line for every article."""
    return stated({"outlet": options.outlet, "published": options.published, "language": options.language}, "flag")


def article(raw: Raw, name: str, beside: Sequence[Facts], options: ReadOptions) -> Iterator[Article | Problem]:
    """The Article of ``raw``, read from the file ``name``; a date that cannot be read is a notice before it."""
    layers = (flags(options), *beside, raw.facts)
    found = {field: fact for field in ("outlet", "title", "url", "kind", "language") if (fact := first(layers, field))}
    date = None
    for layer in layers:
        if "published" in layer:
            written, source = layer["published"]
            date = dates.parse(written)
            if date:
                break
            yield Problem(name, f"not a date: {written!r} ({source})", "write it as 2016-10-13", "notice")
    origins = [(field, fact.origin) for field, fact in found.items()]
    values = {field: fact.value for field, fact in found.items()}
    if date:
        origins.append(("published", source))
    outlet, title, url = (values.get(field) for field in ("outlet", "title", "url"))
    iso = date.iso if date else None
    yield Article(
        id=content_id(raw.text, title, outlet, iso, url),
        key=raw.key or name,
        text=raw.text,
        path=name,
        outlet=outlet,
        published=iso,
        date_precision=date.precision if date else None,
        title=title,
        url=url,
        kind=values.get("kind"),
        language=values.get("language"),
        body=raw.body,
        metadata_from=tuple(sorted(origins)),
    )
