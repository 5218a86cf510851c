"""GraphML, for Gephi, yEd, igraph and networkx: who took what from whom, as a graph of articles or of outlets."""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from quotetrace.models import Scan
from quotetrace.render import graph
from quotetrace.render.page import Page
from quotetrace.render.safe import one_line
from quotetrace.render.wire import flow, ratio

Values = Mapping[str, object]
ARTICLES = {"label": "string", "outlet": "string", "published": "string", "key": "string"}
WAYS = {"label": "string", "basis": "string", "weight": "int", "confidence": "double"}
OUTLETS = {"label": "string"}
FLOWS = {"weight": "int", "articles": "int", "copied": "int", "credited": "int", "confidence": "double"}
NO_XML = dict.fromkeys((0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}")
CLOSING = "  </graph>\n</graphml>\n"


def scan(found: Scan, page: Page) -> Iterator[str]:
    """A node an article that shares a statement, an edge a way from one to another; ``weight`` counts quotes.

    Ways whose direction stays open are left out: few programs read a graph that has edges of both kinds.
    """
    yield from _opening(ARTICLES, WAYS)
    for article in graph.nodes(found):
        outlet, day = graph.label(article)
        known = {"outlet": article.outlet, "published": article.published, "key": article.key}
        yield _element(f'node id="{article.id}"', "node", {"label": f"{outlet}, {day}", **known})
    for way in graph.edges(found):
        if way.confidence is not None:
            values = {"label": way.label, "basis": way.basis, "weight": way.quotes, "confidence": ratio(way.confidence)}
            yield _element(f'edge source="{way.a}" target="{way.b}"', "edge", values)
    yield CLOSING


def scan_by_outlet(found: Scan, page: Page) -> Iterator[str]:
    """A node an outlet, an edge for every two of which one takes from the other; ``weight`` counts statements."""
    yield from _opening(OUTLETS, FLOWS)
    for name in dict.fromkeys(name for one in found.flows for name in (one.source, one.target)):
        yield _element(f"node id={_quoted(name)}", "node", {"label": name})
    for one in found.flows:
        values = flow(one)
        values["weight"] = values["statements"]
        ends = f"edge source={_quoted(one.source)} target={_quoted(one.target)}"
        yield _element(ends, "edge", {name: values[name] for name in FLOWS})
    yield CLOSING


def _opening(nodes: Mapping[str, str], edges: Mapping[str, str]) -> Iterator[str]:
    """The start of a graph, with the name and type of what its nodes and edges have."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for kind, keys in (("node", nodes), ("edge", edges)):
        for name, value in keys.items():
            yield f'  <key id="{kind}-{name}" for="{kind}" attr.name="{name}" attr.type="{value}"/>\n'
    yield '  <graph edgedefault="directed">\n'


def _element(start: str, kind: str, values: Values) -> str:
    """A node or edge, with the ``values`` that are known."""
    data = "".join(
        f'<data key="{kind}-{name}">{escape(_text(value))}</data>'
        for name, value in values.items()
        if value is not None
    )
    return f"    <{start}>{data}</{kind}>\n"


def _quoted(name: str) -> str:
    return quoteattr(_text(name))


def _text(value: object) -> str:
    return one_line(str(value)).translate(NO_XML)
