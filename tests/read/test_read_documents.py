"""Word, RTF and PDF documents, and how printed lines become paragraphs."""

from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from made import SAVED, STORY
from pypdf import PdfReader, PdfWriter

from quotetrace.config import ReadOptions
from quotetrace.models import Article, Problem
from quotetrace.read import read
from quotetrace.read.page_lines import Line, paragraphs


def items(path: Path) -> list[Article | Problem]:
    return list(read([str(path)], ReadOptions()))


def text_of(path: Path) -> str:
    (article,) = items(path)
    assert isinstance(article, Article), article
    return article.text


def word(folder: Path, *paragraphs_of: str) -> Path:
    """A Word document of paragraphs, each the XML of its runs."""
    document = docx.Document()
    for paragraph in paragraphs_of:
        xml = f"<w:p {nsdecls('w')} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>{paragraph}</w:p>"
        document.element.body.insert(len(document.element.body) - 1, parse_xml(xml))
    document.save(str(folder / "a.docx"))
    return folder / "a.docx"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        pytest.param(run("“No,” ") + run("he said."), "“No,” he said.", id="runs"),
        pytest.param(
            run("It is ") + f"<w:ins>{run('not ')}</w:ins>" + run("closed."),
            "It is not closed.",
            id="text that was inserted",
        ),
        pytest.param(
            run("It is ") + "<w:del><w:r><w:delText>not </w:delText></w:r></w:del>" + run("closed."),
            "It is closed.",
            id="text that was struck out",
        ),
        pytest.param(
            run("A") + f"<w:moveFrom>{run('B')}</w:moveFrom><w:moveTo>{run('C')}</w:moveTo>",
            "AC",
            id="text that was moved",
        ),
        pytest.param(f"<w:hyperlink>{run('a link')}</w:hyperlink>", "a link", id="a link"),
        pytest.param(f"<w:sdt><w:sdtContent>{run('a field')}</w:sdtContent></w:sdt>", "a field", id="a form field"),
        pytest.param(
            run("A") + "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/></w:r>",
            "A\tb\nc-",
            id="tabs and breaks",
        ),
        pytest.param("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("A"), "A", id="a field code"),
        pytest.param(
            f"<mc:AlternateContent><mc:Choice Requires='wps'>{run('A')}</mc:Choice>"
            f"<mc:Fallback>{run('A')}</mc:Fallback></mc:AlternateContent>",
            "A",
            id="a copy for old programs",
        ),
    ],
)
def test_what_a_word_document_shows(tmp_path: Path, xml: str, text: str) -> None:
    assert text_of(word(tmp_path, xml)) == text


def test_a_text_box_and_a_table_come_in_their_place(tmp_path: Path) -> None:
    text = f"<w:txbxContent><w:p>{run('In the box.')}</w:p></w:txbxContent>"
    copies = f"<mc:Choice Requires='wps'>{text}</mc:Choice><mc:Fallback><w:pict>{text}</w:pict></mc:Fallback>"
    box = f"<w:r><mc:AlternateContent>{copies}</mc:AlternateContent></w:r>"
    path = word(tmp_path, run("Before.") + box, run("Between."))
    document = docx.Document(str(path))
    document.add_table(1, 2).rows[0].cells[1].text = "In the table."
    document.add_paragraph("After.")
    document.save(str(path))
    assert [line for line in text_of(path).split("\n") if line] == [
        "Before.",
        "In the box.",
        "Between.",
        "In the table.",
        "After.",
    ]


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        pytest.param(r"{\rtf1\ansi \ldblquote No,\rdblquote  he said.}", "“No,” he said.", id="marks by name"),
        pytest.param(
            r"{\rtf1\ansi\ansicpg1252 \'93No,\'94 he said.\par It\'92s closed.}",
            "“No,” he said.\nIt’s closed.",
            id="marks by code",
        ),
        pytest.param(
            r"{\rtf1\ansi\uc1 \u8220?Z\u0246?o\u8221? \u-10179?\u-8704?}", "“Zöo” 😀", id="Unicode, and beyond 16 bits"
        ),
        pytest.param(
            r"{\rtf1{\fonttbl{\f0 Times;}}{\info{\title X}}{\*\generator Y;}\f0 A.}", "A.", id="only what is shown"
        ),
        pytest.param(
            r'{\rtf1 A {\field{\*\fldinst{HYPERLINK "https://a.example"}}{\fldrslt{\ul link}}} b.}',
            "A link b.",
            id="a link without its address",
        ),
        pytest.param(r"{\rtf1 A. {\pict\pngblip 89504e47}B.}", "A. B.", id="a picture"),
    ],
)
def test_what_an_rtf_document_shows(tmp_path: Path, rtf: str, text: str) -> None:
    path = tmp_path / "a.rtf"
    path.write_text(rtf)
    assert text_of(path).strip() == text


def test_a_story_printed_by_a_browser_has_its_paragraphs() -> None:
    assert text_of(SAVED / "story.pdf").split("\n") == [
        paragraph for paragraph in STORY.strip().split("\n") if paragraph
    ]


def test_a_pdf_that_is_encrypted_or_has_no_text(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(tmp_path / "blank.pdf")
    locked = PdfWriter(clone_from=PdfReader(SAVED / "story.pdf"))
    locked.encrypt("secret", algorithm="RC4-128")
    locked.write(tmp_path / "locked.pdf")
    found = [item.what for item in items(tmp_path) if isinstance(item, Problem)]
    assert found == ["a PDF without text: pictures of pages", "an encrypted PDF"]


FULL = "The ferry sailed again, seven weeks after"
"""As wide as the column."""


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([(FULL, 10, 90), ("the flood.", 10, 78)], [f"{FULL} the flood."], id="one paragraph"),
        pytest.param(
            [("It did.", 10, 90), (FULL, 10, 78), ("the flood.", 10, 66), ("It is free.", 10, 46)],
            ["It did.", f"{FULL} the flood.", "It is free."],
            id="wider gaps, and lines that end early",
        ),
        pytest.param(
            [(FULL, 22, 90), ("the flood. The next", 10, 78), (FULL, 22, 66)],
            [f"{FULL} the flood. The next", FULL],
            id="first lines indented",
        ),
        pytest.param([("A headline", 10, 90), (FULL, 10, 78)], ["A headline", FULL], id="letters of another size"),
        pytest.param([(FULL, 10, 20), ("the flood.", 300, 90)], [f"{FULL} the flood."], id="on in the next column"),
        pytest.param(
            [("It did.", 10, 20), ("The flood.", 300, 90)],
            ["It did.", "The flood."],
            id="a sentence ends with the column",
        ),
        pytest.param(
            [("The govern-", 10, 90), ("ment fell. The government", 10, 78)],
            ["The government fell. The government"],
            id="a hyphen of the printer",
        ),
        pytest.param(
            [("A well-", 10, 90), ("known man, and much, much more of it", 10, 78)],
            ["A well-known man, and much, much more of it"],
            id="a hyphen of the word",
        ),
        pytest.param([("The ﬂood\u00a0ﬁlled", 10, 90)], ["The flood filled"], id="ligatures"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_printed_lines_become_paragraphs(lines: list[tuple[str, int, int]], expected: list[str]) -> None:
    assert (
        list(paragraphs([[Line(text, x, y, 20 if text == "A headline" else 10) for text, x, y in lines]])) == expected
    )


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        [Line(f"Herald, page {n}", 10, 99, 10), Line(f"Story {n}.", 10, 70, 10), Line(str(n), 10, 5, 10)]
        for n in range(1, 6)
    ]
    assert list(paragraphs(pages)) == [f"Story {n}." for n in range(1, 6)]
