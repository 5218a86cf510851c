"""DOT, for Graphviz: who took what from whom."""

from collections.abc import Iterator

from quotetrace.models import Scan
from quotetrace.render import graph
from quotetrace.render.page import Page


def scan(found: Scan, page: Page) -> Iterator[str]:
    """A node an article that shares a statement, an edge a way between two."""
    yield "digraph quotetrace {\n  rankdir=LR\n  node [shape=box]\n"
    for article in graph.nodes(found):
        lines = r"\n".join(map(_escaped, graph.label(article)))
        yield f'  "{article.id}" [label="{lines}"]\n'
    for edge in graph.edges(found):
        style = "" if edge.confidence is not None else ", dir=none, style=dashed"
        yield f'  "{edge.a}" -> "{edge.b}" [label="{_escaped(edge.label)}"{style}]\n'
    yield "}\n"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
