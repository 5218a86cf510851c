"""Workflow commands of GitHub Actions: a quote that does not hold is annotated on its line of the draft.

Source: GitHub Docs, "Workflow commands for GitHub Actions".
"""

from collections.abc import Iterator

from quotetrace.models import Article, Check, Checked
from quotetrace.render.checked import VERDICTS, line_of, total
from quotetrace.render.page import Page
from quotetrace.render.safe import one_line, visible

DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = DATA | str.maketrans({":": "%3A", ",": "%2C"})


def check(found: Check, page: Page) -> Iterator[str]:
    """A line for each quote that does not hold, and one for the sum."""
    drafts = {article.id: article for article in found.drafts}
    homes = {article.id: article for article in found.sources}
    for one in found.checked:
        if not one.holds:
            yield _annotation(one, drafts[one.quote.article], homes)
    yield f"::notice title=quotetrace::{visible(total(found)).translate(DATA)}\n"


def _annotation(one: Checked, draft: Article, homes: dict[str, Article]) -> str:
    line = line_of(one, draft)
    last = line + one.quote.text.count("\n")
    flags = [flag.name for flag in one.link.flags] if one.link else []
    place = {"file": draft.path or draft.key, "line": line, "endLine": last}
    place["title"] = ", ".join([f"quotetrace: {VERDICTS[one.verdict]}", *flags])
    properties = ",".join(f"{name}={visible(str(value)).translate(PROPERTY)}" for name, value in place.items())
    return f"::error {properties}::{_message(one, homes).translate(DATA)}\n"


def _message(one: Checked, homes: dict[str, Article]) -> str:
    lines = [f"“{one_line(one.quote.text)}”: {one_line(one.why)}"]
    if one.place:
        home = homes[one.place.article]
        said = one_line(one.place.span.of(home.field_text(one.place.field)))
        lines.append(f"{one_line(home.key)}, line {one.place.line}: “{said}”")
    return "\n".join(lines)
