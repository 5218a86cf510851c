"""HTML trees: the quotation marks that `<q>` and `<blockquote>` stand for put into the text, and blocks as lines.

A browser draws marks round `<q>`, and a reader takes a `<blockquote>` for quoted; the text itself has neither. Text
extractors drop the elements, and what somebody said becomes the reporter's own words. So the marks are written into the
tree before any text is taken out of it, as an editor would set them.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotetrace.lang import codes, detect, load

if TYPE_CHECKING:
    from lxml.html import HtmlElement

OPENING = frozenset("“\"„«»‘‚'‹›”’「『")
"""What a quotation may begin with that has marks of its own."""
MOST_PARAGRAPHS = 8
"""A longer block that is set in is the layout of the page."""
CREDITS = ("cite", "footer", "figcaption")
"""Elements within a blockquote that name its source."""
NOT_SPEECH = ("h1", "h2", "h3", "h4", "ul", "ol", "table", "form", "pre", "iframe", "video")
BLOCKS = frozenset(
    [
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "dd",
            "div",
            "dl",
            "dt",
            "figcaption",
            "figure",
            "footer",
            "form",
        ),
        *(
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "table",
        ),
        *("td", "th", "tr", "ul", "br"),
    ]
)
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
    for quote in tree.xpath(".//blockquote"):
        if not _is_layout(quote):
            _mark_block(quote, marks[0])
    for quote in tree.xpath(".//q"):
        _mark_inline(quote, marks[_depth(quote) % 2])
    for quote in tree.xpath(".//q"):
        quote.drop_tag()


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


def _depth(quote: "HtmlElement") -> int:
    """How many quotations ``quote`` stands in; a block without marks written into it is none."""
    return sum(1 for outer in quote.iterancestors("q", "blockquote") if outer.tag == "q" or outer.get("data-marked"))


def _mark_inline(quote: "HtmlElement", marks: tuple[str, str]) -> None:
    text = quote.text_content().strip()
    if not text or text[0] in OPENING or _before(quote)[-1:] in OPENING:
        return
    pieces = list(_pieces(quote))
    _prepend(pieces[0], marks[0])
    _append(pieces[-1], marks[1])


def _before(quote: "HtmlElement") -> str:
    """The text right before an element."""
    previous = quote.getprevious()
    if previous is not None:
        return (previous.tail or "").rstrip()
    parent = quote.getparent()
    return (parent.text or "").rstrip() if parent is not None else ""


def _is_layout(quote: "HtmlElement") -> bool:
    """Whether a blockquote is set in for another reason than that somebody said it."""
    text = quote.text_content().strip()
    links = sum(len(link.text_content()) for link in quote.xpath(".//a"))
    return (
        not text
        or len(quote.xpath(".//p")) > MOST_PARAGRAPHS
        or links > len(text) / 2
        or any(quote.find(f".//{tag}") is not None for tag in (*NOT_SPEECH, "blockquote"))
    )


def _mark_block(quote: "HtmlElement", marks: tuple[str, str]) -> None:
    """An opening mark at each paragraph and a closing one at the end, as print has it; the source stays outside."""
    pieces = list(_speech(quote))
    if not pieces or any(_text(first).strip()[0] in OPENING for first, new in pieces if new):
        return
    for piece, new in pieces:
        if new:
            _prepend(piece, marks[0])
    _append(pieces[-1][0], marks[1])
    quote.set("data-marked", "yes")


Piece = tuple["HtmlElement", str]
"""A stretch of text in a tree: the element, and "text" or "tail"."""


def _speech(quote: "HtmlElement") -> Iterator[tuple[Piece, bool]]:
    """The text of a blockquote up to its source, with whether each piece begins a paragraph."""
    last = None
    for piece in _pieces(quote):
        holder = piece[0] if piece[1] == "text" else piece[0].xpath("..")[0]
        inside = [holder, *holder.iterancestors()]
        if any(element.tag in CREDITS for element in inside[: inside.index(quote)]):
            return
        block = next(element for element in inside if element.tag in BLOCKS)
        if last is not None and _text(piece).lstrip()[:1] in "—–-" and block is not last:
            return
        yield piece, block is not last
        last = block


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


def _prepend(piece: Piece, mark: str) -> None:
    text = _text(piece)
    blank = text[: len(text) - len(text.lstrip())]
    setattr(*piece, f"{blank}{mark}{text.lstrip()}")


def _append(piece: Piece, mark: str) -> None:
    text = _text(piece)
    blank = text[len(text.rstrip()) :]
    setattr(*piece, f"{text.rstrip()}{mark}{blank}")
