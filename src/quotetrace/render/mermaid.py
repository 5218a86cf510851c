"""Mermaid, for Markdown pages: who took what from whom."""

import re
from collections.abc import Iterator

from quotetrace.models import Scan
from quotetrace.render import graph
from quotetrace.render.page import Page

SPECIAL = re.compile(r'["#<>&`\\;]')


def scan(found: Scan, page: Page) -> Iterator[str]:
    """A node an article that shares a statement, an edge a way between two."""
    yield "flowchart LR\n"
    for article in graph.nodes(found):
        lines = "<br>".join(map(_escaped, graph.label(article)))
        yield f'  a{article.id}["{lines}"]\n'
    for edge in graph.edges(found):
        arrow = "-->" if edge.confidence is not None else "-.-"
        yield f'  a{edge.a} {arrow}|"{_escaped(edge.label)}"| a{edge.b}\n'


def _escaped(text: str) -> str:
    """Mermaid's own entities: "#34;" for a quotation mark."""
    return SPECIAL.sub(lambda match: f"#{ord(match[0])};", text)
