"""Extract: article → stretches in marks, reported clauses, and the shallow syntax around them."""

from collections.abc import Iterator
from dataclasses import replace

from quotetrace.config import ExtractOptions
from quotetrace.extract.clauses import clauses
from quotetrace.extract.inside import spoken_inside
from quotetrace.extract.marks import stretches
from quotetrace.extract.mentions import mentions
from quotetrace.extract.predicates import predicates
from quotetrace.extract.tokens import tokenise
from quotetrace.extract.unmarked import unmarked
from quotetrace.lang import Language, codes, detect, load
from quotetrace.models import Article, Field
from quotetrace.syntax import Extraction, Stretch

__all__ = ["extract"]


def extract(article: Article, options: ExtractOptions, field: Field = "text") -> Extraction:
    """The stretches, mentions and predicates of one field of ``article``. Linear in its length; never raises."""
    text = (article.text if field == "text" else article.title) or ""
    start = article.body if field == "text" else 0
    language = load(_code(article.language) or detect(text))
    marked = unmarked(text, start, spoken_inside(text, stretches(text, start), language), language)
    return _read(article, options, field, text, start, marked, language)


def _read(
    article: Article,
    options: ExtractOptions,
    field: Field,
    text: str,
    start: int,
    marked: list[Stretch],
    language: Language,
) -> Extraction:
    tokens = tokenise(text, start, marked, language)
    mentioned = mentions(text, tokens, language)
    found = predicates(tokens, mentioned, language)
    small = {token for token, index in tokens.stretch_at.items() if text[marked[index].start].islower()}
    reported = clauses(tokens, mentioned, found, language, small) if options.indirect else ()
    nested = tuple(_nested(article, options, field, text, marked, language))
    return Extraction(
        article, field, text, language.code, tuple(marked), tokens, tuple(mentioned), found, reported, nested
    )


def _nested(
    article: Article, options: ExtractOptions, field: Field, text: str, marked: list[Stretch], language: Language
) -> Iterator[tuple[int, Extraction]]:
    """Each quotation that holds others, read as a text of its own, with its index."""
    inside: dict[int, list[Stretch]] = {}
    for stretch in marked:
        outer = marked[stretch.parent]
        if stretch.parent >= 0 and outer.parent < 0 and stretch.end <= outer.end:  # a stray mark may end behind it
            inside.setdefault(stretch.parent, []).append(stretch)
    for index, found in inside.items():
        outer = marked[index]
        shifted = [_shifted(stretch, -outer.start) for stretch in found]
        plain = replace(options, indirect=False)
        yield index, _read(article, plain, field, text[outer.start : outer.end], 0, shifted, language)


def _shifted(stretch: Stretch, by: int) -> Stretch:
    outer_start, outer_end = stretch.outer_start + by, stretch.outer_end + by
    return Stretch(stretch.start + by, stretch.end + by, outer_start, outer_end, -1, False, stretch.defects)


def _code(language: str | None) -> str | None:
    """The two-letter code of a language tag ("en-GB"), if there is data for it."""
    code = (language or "")[:2].lower()
    return code if code in codes() else None
