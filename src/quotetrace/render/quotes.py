"""An extraction as blocks: the quotes of each article, with who said them and how sure that is."""

from collections.abc import Iterable, Iterator, Sequence

from quotetrace.models import Article, Problem, Quote
from quotetrace.render.names import count, day, outlet, percent, troubles
from quotetrace.render.rows import Block, Piece, Row, joined, row
from quotetrace.render.safe import one_line
from quotetrace.render.shown import in_marks, shown


def blocks(found: Iterable[tuple[Article, tuple[Quote, ...]]], problems: Sequence[Problem]) -> Iterator[Block]:
    """A block an article, as they arrive; then the sum."""
    articles = quotes = named = 0
    for article, of_article in found:
        yield _article(article, of_article)
        articles += 1
        quotes += len(of_article)
        named += sum(quote.speaker is not None for quote in of_article)
    parts = [count(articles, "article"), count(quotes, "quote"), f"{named:,} with a named speaker", *troubles(problems)]
    yield Block((row(", ".join(parts)),))


def _article(article: Article, quotes: Sequence[Quote]) -> Block:
    rest = f", {day(article)}, {one_line(article.key)}, {count(len(quotes), 'quote')}"
    return Block((row(Piece(outlet(article), "outlet"), Piece(rest, "quiet")),), tuple(_quotes(article, quotes)))


def _quotes(article: Article, quotes: Sequence[Quote]) -> Iterator[Row]:
    before = ""
    for quote in quotes:
        details = joined(_details(quote, continues=bool(quote.utterance) and quote.utterance == before), ", ")
        yield row(who(quote), ": ", *words(quote, article), Piece("  ", "quiet"), *details, indent=3, hang=2)
        before = quote.utterance


def who(quote: Quote) -> Piece:
    """The speaker's name, or the words that stand for one."""
    if quote.speaker:
        return Piece(one_line(quote.speaker), "speaker")
    return Piece(one_line(quote.speaker_text) if quote.speaker_text else "speaker not named", "quiet")


def words(quote: Quote, article: Article) -> tuple[Piece, ...]:
    """The quote in marks; speech without marks as it stands; a fragment in its clause."""
    here = shown(quote, article.field_text(quote.field), quote.clause)
    return in_marks(quote, here, (Piece(one_line(here.words), "said"),))


def _details(quote: Quote, *, continues: bool) -> Iterator[Piece]:
    if continues:
        yield Piece("goes on", "quiet")
    if quote.kind != "direct":
        yield Piece(quote.kind, "quiet")
    if quote.in_headline or quote.field == "title":
        yield Piece("headline", "quiet")
    if told := _told(quote):
        yield Piece(told, "quiet")
    if quote.speaker:
        yield Piece(percent(quote.confidence), "quiet")
    for defect in quote.defects:
        yield Piece(defect.replace("-", " "), "warning")


def _told(quote: Quote) -> str:
    """What stands for the speaker at the quote, if it is no name, and the cue, which may be a colon."""
    name = quote.speaker_text if quote.speaker_text and quote.speaker_text != quote.speaker else ""
    between = " " if name and quote.cue and quote.cue[0].isalnum() else ""
    return one_line(f"{name}{between}{quote.cue or ''}")
