"""Extract: article → stretches in marks, reported clauses, and the shallow syntax around them."""

from quotetrace.config import ExtractOptions
from quotetrace.extract.clauses import clauses
from quotetrace.extract.marks import stretches
from quotetrace.extract.mentions import mentions
from quotetrace.extract.subjects import Reader
from quotetrace.extract.tokens import tokenise
from quotetrace.lang import codes, detect, load
from quotetrace.models import Article, Extraction, Field

__all__ = ["extract"]


def extract(article: Article, options: ExtractOptions, field: Field = "text") -> Extraction:
    """The stretches, mentions and predicates of one field of ``article``. Linear in its length; never raises on text."""
    text = (article.text if field == "text" else article.title) or ""
    start = article.body if field == "text" else 0
    language = load(_code(article.language) or detect(text))
    marked = stretches(text, start)
    tokens = tokenise(text, start, marked, language)
    mentioned = mentions(text, tokens, language)
    reader = Reader(tokens, mentioned, language)
    predicates = tuple(tuple(reader.predicates(a, b)) for a, b in tokens.sentences)
    reported = clauses(tokens, mentioned, predicates, language) if options.indirect else ()
    return Extraction(
        article, field, text, language.code, tuple(marked), tokens, tuple(mentioned), predicates, reported
    )


def _code(language: str | None) -> str | None:
    """The two-letter code of a language tag ("en-GB"), if there is data for it."""
    code = (language or "")[:2].lower()
    return code if code in codes() else None
