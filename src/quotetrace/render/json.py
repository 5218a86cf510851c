"""JSON: one document, one record a line inside it, so that it can be read, grepped and compared line by line."""

from collections.abc import Iterable, Iterator, Sequence
from tempfile import SpooledTemporaryFile

from quotetrace.models import Article, Check, Diff, Entry, Found, Problem, Quote, Scan
from quotetrace.render import wire
from quotetrace.render.page import Page
from quotetrace.render.subject import Subject, ids, kind
from quotetrace.render.wire import dumps

IN_MEMORY = 8_000_000  # bytes of quotes kept before they are spooled to disk


def scan(found: Scan, page: Page) -> Iterator[str]:
    """The document ``quotetrace.scan/1``."""
    yield from _opening("scan")
    yield from _found(found)
    yield from _array("flows", map(wire.flow, found.flows))
    yield from _array("problems", map(wire.problem, found.problems), last=True)


scan_by_outlet = scan  # the document has the flows whatever is asked


def explain(subject: Subject, found: Scan, page: Page) -> Iterator[str]:
    """The document ``quotetrace.explain/1``: the part of a scan that ``subject`` stands in."""
    yield from _opening("explain")
    yield f' "about": {dumps({"kind": kind(subject), "ids": ids(subject)})},\n'
    yield from _found(found)
    yield from _array("problems", map(wire.problem, found.problems), last=True)


def _found(found: Scan) -> Iterator[str]:
    articles = {article.id: article for article in found.articles}
    home = {quote.id: articles[quote.article] for quote in found.quotes}
    texts = {quote.id: home[quote.id].field_text(quote.field) for quote in found.quotes}
    traces = {trace.family: trace for trace in found.traces}
    yield from _array("articles", map(wire.article, found.articles))
    yield from _array("quotes", (wire.quote(quote, home[quote.id]) for quote in found.quotes))
    yield from _array("links", (wire.link(link, texts) for link in found.links))
    yield from _array("families", (wire.family(family, traces.get(family.id)) for family in found.families))
    yield from _array("traces", map(wire.trace, found.traces))
    pairs = ((reuse, articles[reuse.a].text, articles[reuse.b].text) for reuse in found.reuse)
    yield from _array("reuse", (wire.narration(*pair) for pair in pairs))


def extract(
    found: Iterable[tuple[Article, tuple[Quote, ...]]], problems: Sequence[Problem], page: Page
) -> Iterator[str]:
    """The document ``quotetrace.extract/1``, written as articles arrive: quotes wait outside memory for their turn."""
    with SpooledTemporaryFile(IN_MEMORY, "w+", encoding="utf-8", newline="\n") as waiting:

        def articles() -> Iterator[wire.Record]:
            for article, quotes in found:
                waiting.writelines(dumps(wire.quote(quote, article)) + "\n" for quote in quotes)
                yield wire.article(article)

        yield from _opening("extract")
        yield from _array("articles", articles())
        waiting.seek(0)
        yield from _lines("quotes", (line.rstrip("\n") for line in waiting))
    yield from _array("problems", map(wire.problem, problems), last=True)


def diff(found: Diff, page: Page) -> Iterator[str]:
    """The document ``quotetrace.diff/1``."""
    home = {found.a.id: found.a, found.b.id: found.b}
    texts = {quote.id: home[quote.article].field_text(quote.field) for quote in found.quotes}
    yield from _opening("diff")
    yield f' "same": {dumps(found.same)},\n'
    yield from _array("articles", map(wire.article, (found.a, found.b)))
    yield from _array("quotes", (wire.quote(quote, home[quote.article]) for quote in found.quotes))
    yield from _array("pairs", (wire.link(link, texts) for link in found.links))
    yield f' "only_a": {dumps(found.only_a)},\n "only_b": {dumps(found.only_b)},\n'
    shared = wire.narration(found.reuse, found.a.text, found.b.text) if found.reuse else None
    yield f' "reuse": {dumps(shared)}\n}}\n'


def check(found: Check, page: Page) -> Iterator[str]:
    """The document ``quotetrace.check/1``."""
    drafts = {article.id: article for article in found.drafts}
    homes = {article.id: article for article in found.sources}
    quotes = [one.quote for one in found.checked]
    yield from _opening("check")
    yield f' "searched": {found.searched},\n'
    yield from _array("drafts", map(wire.article, found.drafts))
    yield from _array("quotes", (wire.quote(quote, drafts[quote.article]) for quote in quotes))
    yield from _array("checks", (wire.checked(one, drafts[one.quote.article], homes) for one in found.checked))
    yield from _array("sources", map(wire.article, found.sources))
    yield from _array("problems", map(wire.problem, found.problems), last=True)


def find(found: Found, page: Page) -> Iterator[str]:
    """The document ``quotetrace.find/1``."""
    homes = {article.id: article for article in found.articles}
    yield from _opening("find")
    yield f' "wording": {dumps(found.wording)},\n "searched": {found.searched},\n'
    yield from _array("variants", (wire.variant(one, found.wording, homes) for one in found.variants))
    yield from _array("articles", map(wire.article, found.articles))
    yield from _array("problems", map(wire.problem, found.problems), last=True)


def config(found: Sequence[Entry], page: Page) -> Iterator[str]:
    """The document ``quotetrace.config/1``."""
    yield from _opening("config")
    records = ({"name": one.name, "value": one.value, "from": one.note} for one in found)
    yield from _array("settings", records, last=True)


def doctor(found: Sequence[Entry], page: Page) -> Iterator[str]:
    """The document ``quotetrace.doctor/1``."""
    yield from _opening("doctor")
    records = ({"name": one.name, "value": one.value, "note": one.note} for one in found)
    yield from _array("findings", records, last=True)


def _opening(command: str) -> Iterator[str]:
    schema = wire.header(command)
    yield f'{{"schema": {dumps(schema["schema"])},\n "tool": {dumps(schema["tool"])},\n'


def _array(name: str, records: Iterable[wire.Record], *, last: bool = False) -> Iterator[str]:
    return _lines(name, map(dumps, records), last=last)


def _lines(name: str, lines: Iterable[str], *, last: bool = False) -> Iterator[str]:
    """A member whose value is an array, each element on a line of its own; then the comma, or the document's end."""
    yield f' "{name}": ['
    between = "\n  "
    for line in lines:
        yield between + line
        between = ",\n  "
    yield ("]" if between == "\n  " else "\n ]") + ("\n}\n" if last else ",\n")
