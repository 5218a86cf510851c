"""HTML trees: the quotation marks that `<q>` and `<blockquote>` stand for put into the text, and blocks as lines.

A browser draws marks round `<q>`, and a reader takes a `<blockquote>` for quoted; the text itself has neither. Text
extractors drop the elements, and what somebody said becomes the reporter's own words. So the marks are written into the
tree before any text is taken out of it, as an editor would set them.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quotetrace.lang import codes, detect, load

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SPACE = re.compile(r"\s+")
OPENING = frozenset("“\"„«»‘‚'‹›”’「『")
"""What a quotation may begin with that has marks of its own."""
MOST_PARAGRAPHS = 8
"""A longer block that is set in is the layout of the page."""
LEAST = 60
"""Characters of bare text that make a paragraph of their own."""
CREDITS = ("cite", "footer", "figcaption")
"""Elements within a blockquote that name its source."""
NOT_SPEECH = ("h1", "h2", "h3", "h4", "ul", "ol", "table", "form", "pre", "iframe", "video")
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section",
    "table", "td", "th", "tr", "ul",
))  # fmt: skip
HIDDEN = frozenset(["script", "style", "template", "noscript", "head", "svg", "iframe", "object"])

Marks = tuple[tuple[str, str], tuple[str, str]]
"""The marks of a quotation, and those of one within it."""


def marks_of(language: str | None, text: str) -> Marks:
    """The marks of a language by its code ("en-GB"); else of that which ``text`` is found to be in.

    >>> marks_of("de", "")
    (('„', '“'), ('‚', '‘'))
    """
    code = (language or "").split("-")[0].lower()
    pairs = load(code if code in codes() else detect(text)).marks
    single = next((pair for pair in pairs if pair[0] in "‘‚’"), ("‘", "’"))
    return (pairs[0], single) if pairs[0] != single else (single, pairs[1])


def write_marks(tree: "HtmlElement", marks: Marks) -> None:
    """Put the marks that elements stand for into the text of ``tree``; what has marks of its own is left as it is."""
    quotes = [quote for quote in tree.xpath(".//q") if _needs_marks(quote)]
    blocks = [speech for block in tree.xpath(".//blockquote") if not _is_layout(block) and (speech := _speech(block))]
    depths = [_depth(quote, {id(block) for block, _ in blocks}) for quote in quotes]
    for quote, depth in reversed(list(zip(quotes, depths, strict=True))):  # the innermost first: its marks stand inside
        if pieces := list(_pieces(quote)):
            _enclose(pieces[:1], pieces[-1], marks[depth % 2])
    for _, pieces_of in blocks:
        _enclose([piece for piece, begins in pieces_of if begins], pieces_of[-1][0], marks[0])
    for quote in tree.xpath(".//q"):
        quote.tag = "span"  # else an extractor makes a block of it


def set_loose_text(tree: "HtmlElement") -> None:
    """Put text that stands bare among paragraphs into one: extractors drop it, and it is often the first of a story."""
    for holder in dict.fromkeys(
        paragraph.getparent() for paragraph in tree.xpath(".//p[parent::div or parent::article]")
    ):
        before: HtmlElement | None = None  # the block that the bare text follows
        run: list[HtmlElement] = []
        for child in [*holder, None]:
            if child is None or not isinstance(child.tag, str) or child.tag in BLOCKS:
                _set_paragraph(holder, before, run)
                before, run = child, []
            else:
                run.append(child)


def _set_paragraph(holder: "HtmlElement", before: "HtmlElement | None", run: "list[HtmlElement]") -> None:
    """A paragraph of the text behind ``before``, or at the start of ``holder``, with the elements in ``run``."""
    bare = (holder.text if before is None else before.tail) or ""
    shown = ("" if child.tag in HIDDEN else child.text_content() for child in run)
    if len("".join([bare, *shown, *(child.tail or "" for child in run)]).strip()) < LEAST:
        return
    paragraph = holder.makeelement("p")
    paragraph.text = " ".join(bare.split()) + " " * bare[-1:].isspace()
    for child in run:
        child.tail = _SPACE.sub(" ", child.tail or "")
    holder.insert(0 if before is None else holder.index(before) + 1, paragraph)
    paragraph.extend(run)
    if before is None:
        holder.text = None
    else:
        before.tail = None


def lines(tree: "HtmlElement") -> str:
    """The text of ``tree``, each block a line; scripts and what else is never shown left out."""
    rows = (" ".join(row.split()) for row in "".join(_flow(tree)).split("\n"))
    return "\n".join(row for row in rows if row)


def _flow(element: "HtmlElement") -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in HIDDEN:
        return
    edge = "\n" if element.tag in BLOCKS else ""
    yield edge + " ".join((element.text or "").splitlines())
    for child in element:
        yield from _flow(child)
        yield " ".join((child.tail or "").splitlines())
    yield edge


def _depth(quote: "HtmlElement", marked: set[int]) -> int:
    """How many quotations ``quote`` stands in; ``marked`` are the blocks that get marks."""
    return sum(1 for outer in quote.iterancestors("q", "blockquote") if outer.tag == "q" or id(outer) in marked)


def _needs_marks(quote: "HtmlElement") -> bool:
    text = quote.text_content().strip()
    return bool(text) and text[0] not in OPENING and _before(quote)[-1:] not in OPENING


def _before(quote: "HtmlElement") -> str:
    """The text right before an element."""
    previous, parent = quote.getprevious(), quote.getparent()
    if previous is not None:
        return previous.tail or ""
    return (parent.text or "") if parent is not None else ""


def _is_layout(block: "HtmlElement") -> bool:
    """Whether a blockquote is set in for another reason than that somebody said it."""
    text = block.text_content().strip()
    links = sum(len(link.text_content()) for link in block.xpath(".//a"))
    return (
        len(block.xpath(".//p")) > MOST_PARAGRAPHS
        or links > len(text) / 2
        or any(block.find(f".//{tag}") is not None for tag in (*NOT_SPEECH, "blockquote"))
    )


Piece = tuple["HtmlElement", str]
"""A stretch of text in a tree: the element, and "text" or "tail"."""


def _speech(block: "HtmlElement") -> tuple["HtmlElement", list[tuple[Piece, bool]]] | None:
    """The text of a blockquote up to its source, with whether each piece begins a paragraph.

    None where there is none, or where a paragraph begins with a mark of its own.
    """
    found: list[tuple[Piece, bool]] = []
    last = None
    for piece in _pieces(block):
        holder = piece[0] if piece[1] == "text" else piece[0].xpath("..")[0]
        within = [holder, *holder.iterancestors()]
        paragraph = next(element for element in within if element.tag in BLOCKS)
        begins = _text(piece).lstrip()[0]
        if any(element.tag in CREDITS for element in within[: within.index(block)]) or (found and begins in "—–"):
            break
        if paragraph is not last and begins in OPENING:
            return None
        found.append((piece, paragraph is not last))
        last = paragraph
    return (block, found) if found else None


def _pieces(element: "HtmlElement") -> Iterator[Piece]:
    """The stretches of text in ``element`` that are more than blanks, in order."""
    if (element.text or "").strip():
        yield element, "text"
    for child in element:
        if isinstance(child.tag, str) and child.tag not in HIDDEN:
            yield from _pieces(child)
        if (child.tail or "").strip():
            yield child, "tail"


def _text(piece: Piece) -> str:
    return str(getattr(*piece))


def _enclose(first: Iterable[Piece], last: Piece, marks: tuple[str, str]) -> None:
    """Marks before each piece that begins a paragraph, as print has it, and one after the last; blanks stay outside."""
    for piece in first:
        text = _text(piece)
        setattr(*piece, text[: len(text) - len(text.lstrip())] + marks[0] + text.lstrip())
    text = _text(last)
    setattr(*last, text.rstrip() + marks[1] + text[len(text.rstrip()) :])
