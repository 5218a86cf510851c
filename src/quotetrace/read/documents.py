"""PDF, Word and RTF documents → their text, a paragraph a line.

What the properties of a file say of a date is left out: it is when the file was made, not when the article was printed.
"""

import io
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from zipfile import ZipFile

from quotetrace.models import Problem
from quotetrace.read.extras import needs
from quotetrace.read.facts import Raw
from quotetrace.read.page_lines import Line, paragraphs
from quotetrace.read.stream import LIMIT, Source, UnreadableError, whole, why

if TYPE_CHECKING:
    from lxml.etree import _Element
    from pypdf import PageObject, PdfReader

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COPY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
LEFT_OUT = frozenset([_W + "del", _W + "moveFrom", _COPY])
"""What a Word document holds and does not show: text that was struck out or moved away, copies for old programs."""
MOST_FONTS = 32 * 1024
"""Characters of an RTF document's table of fonts."""
_BRACE = re.compile(r"[{}]")
CHARACTERS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}


def read_docx(source: Source) -> Iterator[Raw | Problem]:
    """The text of a Word document: paragraphs, tables and text boxes in their order; changes that are tracked, as made.

    Raises:
        UnreadableError: no Word document, or the extra is not installed.
    """
    with needs("docs"):
        from docx import Document

    data = io.BytesIO(whole(source.stream))
    try:
        size = sum(info.file_size for info in ZipFile(data).infolist())
        body = Document(data).element.body if size <= 2 * LIMIT else None
    except Exception as error:
        raise UnreadableError(f"no Word document: {why(error)}", "open it in Word and save it as .docx") from None
    if body is None:
        raise UnreadableError(f"a Word document that unpacks to {size >> 20} MB", "made to fill memory; not read")
    shown = (one for one in body.iter(_W + "p") if not any(outer.tag in LEFT_OUT for outer in one.iterancestors()))
    yield Raw("\n".join("".join(_shown(paragraph)) for paragraph in shown), {})


def _shown(element: "_Element") -> Iterator[str]:
    """The text of a paragraph; paragraphs within it (of a text box) come for themselves."""
    for child in element:
        if child.tag == _W + "t":
            yield child.text or ""
        elif child.tag in CHARACTERS:
            yield CHARACTERS[child.tag]
        elif child.tag not in LEFT_OUT and child.tag != _W + "p":
            yield from _shown(child)


def read_rtf(source: Source) -> Iterator[Raw | Problem]:
    """The text of an RTF document.

    Raises:
        UnreadableError: no RTF document, or the extra is not installed.
    """
    with needs("docs"):
        from striprtf.striprtf import rtf_to_text

    data = whole(source.stream)
    if not data.lstrip().startswith(b"{\\rtf"):
        raise UnreadableError("no RTF document", "open it in a word processor and save it as RTF")
    plain = _tamed(data.decode("cp1252", "replace"))
    try:
        text = rtf_to_text(plain, errors="replace")
    except Exception as error:
        raise UnreadableError(f"a damaged RTF document: {why(error)}", "open it and save it anew") from None
    whole_characters = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    yield Raw(whole_characters.replace("\0", ""), {})


def _tamed(rtf: str) -> str:
    """``rtf`` without what makes striprtf slow or talkative: addresses of links would come into the text.

    Raises:
        UnreadableError: a table of fonts without end.
    """
    start = rtf.find("\\fonttbl")
    depth = 1
    for brace in _BRACE.finditer(rtf, start, start + MOST_FONTS) if start >= 0 else ():
        depth += 1 if brace.group() == "{" else -1
        if not depth:
            break
    if start >= 0 and depth:
        raise UnreadableError("a damaged RTF document: a table of fonts without end", "open it and save it anew")
    return rtf.replace("\\fldinst", "\\datafield")


def read_pdf(source: Source) -> Iterator[Raw | Problem]:
    """The text of a PDF, its lines joined to paragraphs.

    Raises:
        UnreadableError: no PDF, none with text, or the extra is not installed.
    """
    with needs("docs"):
        from pypdf import PdfReader
        from pypdf.errors import DependencyError, FileNotDecryptedError

    stream = source.disk.open("rb") if source.disk else io.BytesIO(whole(source.stream))
    with stream:
        try:
            text = "\n".join(paragraphs(_pages(PdfReader(stream))))
        except UnreadableError:
            raise
        except (DependencyError, FileNotDecryptedError):
            raise UnreadableError("an encrypted PDF", "open it with its password and print it to a new PDF") from None
        except Exception as error:
            raise UnreadableError(f"a damaged PDF: {why(error)}", "open it and print it to a new PDF") from None
    if not text:
        raise UnreadableError("a PDF without text: pictures of pages", "run text recognition on it, as ocrmypdf does")
    yield Raw(text, {})


def _pages(reader: "PdfReader") -> list[list[Line]]:
    pages, size = [], 0
    for page in reader.pages:
        pages.append(_lines(page))
        size += sum(len(line.text) for line in pages[-1])
        if size > LIMIT:
            raise UnreadableError(f"a PDF with more than {LIMIT >> 20} MB of text", "split it: no article is so long")
    return pages


def _lines(page: "PageObject") -> list[Line]:
    """The lines of a page, each with the place and size of its first letter."""
    lines = [Line("", 0, 0, 0)]

    def visit(text: str, at: Sequence[float], matrix: Sequence[float], _font: object, size: float) -> None:
        for number, piece in enumerate(text.split("\n")):
            if number or not lines[-1].text.strip():
                x = matrix[4] * at[0] + matrix[5] * at[2] + at[4]
                y = matrix[4] * at[1] + matrix[5] * at[3] + at[5]
                lines.append(Line(piece, x, y, size))
            else:
                lines[-1] = lines[-1]._replace(text=lines[-1].text + piece)

    page.extract_text(visitor_text=visit)
    return lines
