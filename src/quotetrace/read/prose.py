"""Plain text and Markdown: one file, one article, with YAML front matter if it has any."""

from collections.abc import Iterator

from quotetrace.models import Problem
from quotetrace.read.facts import Fact, Facts, Raw, recognised
from quotetrace.read.stream import Source, decode, whole
from quotetrace.read.yamls import BadYamlError, load_mapping

FENCE = "---"
LONGEST = 16 * 1024
"""Characters of front matter; a fence further down is a line in the text."""


def read_prose(source: Source) -> Iterator[Raw | Problem]:
    """One article: the whole file is its text, and ``body`` is where the front matter ends.

    Raises:
        UnreadableError: the bytes are no text, or too many.
    """
    text, assumed = decode(whole(source.stream))
    if assumed:
        yield Problem(
            source.name, f"not UTF-8; read as {assumed}", "save it as UTF-8 to be sure of every character", "notice"
        )
    body = _front_matter_end(text)
    facts: Facts = {}
    if body:
        try:
            values = load_mapping(text[:body].strip().strip("-."))
            facts = {field: Fact(value, "front matter") for field, _, value in recognised(values)}
        except BadYamlError as error:
            body = 0
            hint = "between two lines of --- it must be lines of 'key: value'; read as text"
            yield Problem(source.name, f"front matter: {error}", hint, "notice")
    yield Raw(text, facts, body=body)


def _front_matter_end(text: str) -> int:
    """Where the text after the closing fence starts; 0 without front matter."""
    if text[: len(FENCE) + 1].rstrip("\r\n") != FENCE:
        return 0
    start = text.find("\n") + 1
    while 0 < start < LONGEST:
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)].rstrip()
        if line in (FENCE, "..."):
            return end + 1 if end >= 0 else len(text)
        start = end + 1
    return 0
