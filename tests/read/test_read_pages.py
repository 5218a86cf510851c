"""Web pages: the marks that elements stand for, what a page says of itself, and its encoding."""

import json
from pathlib import Path

import pytest
import trafilatura
from lxml.html import fromstring
from made import SAVED, page

from quotetrace.config import ReadOptions
from quotetrace.models import Article, Problem
from quotetrace.pipeline import extract
from quotetrace.read import read
from quotetrace.read.markup import lines, marks_of, write_marks

MARKS = marks_of("en", "")
PROSE = "<p>The ferry across the Ilven sailed again on Tuesday, seven weeks after the flood tore it from its chain.</p>"


def items(path: Path) -> list[Article | Problem]:
    return list(read([str(path)], ReadOptions()))


def only(path: Path) -> Article:
    (article,) = items(path)
    assert isinstance(article, Article), article
    return article


def written(folder: Path, content: str | bytes, name: str = "a.html") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("name", ["ferry.html", "ferry.mhtml"])
def test_a_page_saved_by_a_browser_keeps_its_marks(name: str) -> None:
    ((article, quotes),) = extract(read([str(SAVED / name)], ReadOptions()))
    assert (article.outlet, article.published) == ("Vesparin Herald", "2023-05-02T17:40:00+02:00")
    assert article.title == "Ilven ferry sails again after seven weeks"
    assert all(quote.span.of(article.text) == quote.text for quote in quotes)
    assert [(quote.speaker, quote.text) for quote in quotes if quote.kind != "indirect"] == [
        ("Osk Tarreby", "She floats, she steers and she is late, so everything is as it was,"),
        (
            "Edda Corvane",
            "We were told that a bridge would be cheaper, and that may be. "
            "But nobody has ever written a song about a culvert.",
        ),
        ("Edda Corvane", "The crossing stays free of charge until the bridge in Weir Street has been rebuilt."),
        ("Edda Corvane", "not the faintest idea, and a surveyor who says ‘soon’ every month"),
        ("Bram Ollish", "It is four minutes each way, and I counted them,"),
        ("Ilven Ferries", "The company regrets the delay and has nothing to add,"),
        ("Sunniva Malm", "Ask me when they have paid,"),
    ]


LEAD = "VESPARIN (SNA) — Osk Tarreby, who steered the <b>ferry</b> for thirty years, gave up his post on Monday."
LINK = "<li><a href='/{}'>Article: Another story about a ferry and its chain</a><p><em>SNA - a day ago</em></p></li>"


@pytest.mark.parametrize("between", ["", "<!-- story -->", "<script>var a = 1;</script>"])
def test_the_first_sentences_may_stand_in_no_paragraph(tmp_path: Path, between: str) -> None:
    links = "".join(LINK.format(i) for i in range(6))
    box = f"<div class='bd'><div><ul>{links}</ul></div>{between}{LEAD}<p>Tarreby sold his boat.</p>{PROSE * 6}</div>"
    article = only(written(tmp_path, f"<html><body><div class='art-content'>{box}</div></body></html>"))
    assert "Osk Tarreby, who steered the ferry for thirty years" in article.text
    assert article.text.index("Osk") < article.text.index("sold his boat")


def test_trafilatura_alone_keeps_two_marks_of_seven() -> None:
    """What is not in marks is the reporter's: five of seven quotations would be words of the paper's own."""
    alone = trafilatura.extract((SAVED / "ferry.html").read_text(encoding="utf-8"), include_comments=False)
    assert alone is not None
    assert alone.count("“") == 2
    assert only(SAVED / "ferry.html").text.count("“") == 7


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param("<p>He said <q>No.</q> Then he left.</p>", "He said “No.” Then he left.", id="a quotation"),
        pytest.param("<p><q> No, </q> he said.</p>", "“No,” he said.", id="blanks inside"),
        pytest.param("<p><q>No <b>way</b></q>, he said.</p>", "“No way”, he said.", id="an element at its end"),
        pytest.param("<p><q>A <q>b</q> c</q></p>", "“A ‘b’ c”", id="one in another"),
        pytest.param("<p><q><q>b</q></q></p>", "“‘b’”", id="nothing else in it"),
        pytest.param("<p>“<q>No</q>” he said.</p>", "“No” he said.", id="marks around it"),
        pytest.param("<p><q>“No”</q> he said.</p>", "“No” he said.", id="marks in it"),
        pytest.param("<p><q></q>x<q> </q></p>", "x", id="empty"),
        pytest.param("<p>x<q><script>y</script></q></p>", "x", id="nothing that is shown"),
        pytest.param("<p>“A,” <q>B</q></p>", "“A,” “B”", id="after another quotation"),
        pytest.param("<blockquote>It is closed.</blockquote>", "“It is closed.”", id="a block"),
        pytest.param(
            "<blockquote><p>One.</p> <p>Two.</p></blockquote>",
            "“One.\n“Two.”",
            id="paragraphs open anew and close once",
        ),
        pytest.param("<blockquote><p>No <q>b</q></p></blockquote>", "“No ‘b’”", id="a quotation in a block"),
        pytest.param("<blockquote><p>“No.”</p></blockquote>", "“No.”", id="a block with marks"),
        pytest.param(
            "<blockquote><p>No.</p><cite>Ana Ode</cite></blockquote>", "“No.”\nAna Ode", id="its source stays outside"
        ),
        pytest.param(
            "<blockquote><p>No.</p><footer>Ana Ode</footer></blockquote>", "“No.”\nAna Ode", id="… in a footer"
        ),
        pytest.param(
            '<blockquote class="twitter-tweet"><p>No.</p>— Ana Ode (@ode) <a>2 May</a></blockquote>',
            "“No.”\n— Ana Ode (@ode) 2 May",
            id="… after a dash, as in a post",
        ),
        pytest.param("<blockquote><a href='x'>Another story</a></blockquote>", "Another story", id="a link to a page"),
        pytest.param("<blockquote><h2>A</h2><p>B.</p></blockquote>", "A\nB.", id="a part of the page, set in"),
        pytest.param(
            "<blockquote>" + "<p>A.</p>" * 9 + "</blockquote>", "\n".join(["A."] * 9), id="a whole story, set in"
        ),
        pytest.param("<blockquote><script>x</script></blockquote>", "", id="a block with nothing that is shown"),
    ],
)
def test_marks_that_elements_stand_for(body: str, text: str) -> None:
    tree = fromstring(f"<div>{body}</div>")
    write_marks(tree, MARKS)
    assert lines(tree) == text


@pytest.mark.parametrize(
    ("language", "text", "marks"),
    [
        ("en-GB", "", (("“", "”"), ("‘", "’"))),
        ("de", "", (("„", "“"), ("‚", "‘"))),
        ("fr", "", (("«", "»"), ("‘", "’"))),
        ("nl", "", (("‘", "’"), ("“", "”"))),
        ("xx", "Der Minister sagte, dass er nicht in der Stadt war.", (("„", "“"), ("‚", "‘"))),
        (None, "", (("“", "”"), ("‘", "’"))),
    ],
)
def test_marks_are_those_of_the_language(language: str | None, text: str, marks: tuple[tuple[str, str], ...]) -> None:
    assert marks_of(language, text) == marks


def ld(**values: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **values})}</script>'


@pytest.mark.parametrize(
    ("head", "field", "value", "origin"),
    [
        pytest.param(
            ld(datePublished="2023-05-02T17:40:00Z"),
            "published",
            "2023-05-02T17:40:00+00:00",
            "JSON-LD",
            id="a time in JSON-LD",
        ),
        pytest.param(ld(datePublished="2023-05-02"), "published", "2023-05-02", "JSON-LD", id="a day in JSON-LD"),
        pytest.param(
            '<meta property="article:published_time" content="2023-05-02T08:00:00+02:00">',
            "published",
            "2023-05-02T08:00:00+02:00",
            "meta article:published_time",
            id="a meta tag",
        ),
        pytest.param(ld(dateModified="2023-05-04"), "published", None, None, id="a date of change is none"),
        pytest.param(
            '<meta property="article:modified_time" content="2023-05-04">',
            "published",
            None,
            None,
            id="… in a meta tag",
        ),
        pytest.param(
            '<link rel="canonical" href="https://a.example/2023/05/02/ferry">',
            "published",
            "2023-05-02",
            "url",
            id="in the address",
        ),
        pytest.param('<img src="/2019/01/05/boat.jpg">', "published", None, None, id="the name of a picture"),
        pytest.param(
            ld(publisher={"@type": "Organization", "name": "Vesparin Herald"}),
            "outlet",
            "Vesparin Herald",
            "JSON-LD",
            id="the publisher",
        ),
        pytest.param(
            '<meta property="og:site_name" content="Vesparin Herald">',
            "outlet",
            "Vesparin Herald",
            "meta og:site_name",
            id="the site",
        ),
        pytest.param(
            '<meta property="og:site_name" content="Vesparin Herald - All the news of the valley">',
            "outlet",
            "Vesparin Herald",
            "meta og:site_name",
            id="the site, less its motto",
        ),
        pytest.param(
            '<meta property="og:site_name" content="The Watch - Canal 4">',
            "outlet",
            "The Watch - Canal 4",
            "meta og:site_name",
            id="a programme and its channel",
        ),
        pytest.param(
            '<meta property="og:site_name" content="https://www.herald.example">',
            "outlet",
            "herald.example",
            "meta og:site_name",
            id="the site, as an address",
        ),
        pytest.param(
            '<meta property="og:site_name" content="https://www.facebook.com/herald">'
            '<link rel="canonical" href="https://www.herald.example/ferry">',
            "outlet",
            "herald.example",
            "url",
            id="no network where the outlet has a page",
        ),
        pytest.param(
            '<link rel="canonical" href="https://web.archive.org/web/20230502080000/https://herald.example/ferry">',
            "outlet",
            "herald.example",
            "url",
            id="a copy in the Wayback Machine",
        ),
        pytest.param(
            '<link rel="canonical" href="https://web.archive.org/web/20230502080000/https://herald.example/ferry">',
            "url",
            "https://herald.example/ferry",
            "page",
            id="the address that was copied",
        ),
        pytest.param(
            '<link rel="canonical" href="https://www.herald.example/ferry">',
            "outlet",
            "herald.example",
            "url",
            id="the host",
        ),
        pytest.param(
            '<title>The ferry of St. Orm is back | Herald</title><meta name="title" content="Home">'
            '<link rel="canonical" href="https://www.herald.example/ferry">',
            "outlet",
            "herald.example",
            "url",
            id="no site by the name of the article",
        ),
        pytest.param(
            '<meta property="og:title" content="Ferry back">', "title", "Ferry back", "meta og:title", id="the title"
        ),
        pytest.param(
            '<meta property="og:site_name" content="Tarn Lantern">'
            '<meta property="og:title" content="Ferry back - in part | Tarn Lantern Local">',
            "title",
            "Ferry back - in part",
            "meta og:title",
            id="the title, without the site and its section",
        ),
        pytest.param("<!-- x -->", "language", "en", "html lang", id="the language"),
    ],
)
def test_what_a_page_says_of_itself(
    tmp_path: Path, head: str, field: str, value: str | None, origin: str | None
) -> None:
    article = only(written(tmp_path, page(PROSE * 3, head)))
    assert (getattr(article, field), dict(article.metadata_from).get(field)) == (value, origin)


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0031)https://www.herald.example/ferry -->",
        "<!--\n Page saved with SingleFile \n url: https://www.herald.example/ferry \n saved date: today\n-->",
    ],
)
def test_the_address_that_a_browser_wrote_into_the_page(tmp_path: Path, comment: str) -> None:
    article = only(written(tmp_path, page(PROSE * 3).replace("<head>", f"<head>{comment}")))
    assert (article.url, article.outlet) == ("https://www.herald.example/ferry", "herald.example")
    assert dict(article.metadata_from)["url"] == "saved from"


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("", id="plain"),
        pytest.param(
            "<script>" + "if (it.is_the_one && they.have) { return for_the(it) }; " * 20 + "</script>", id="code"
        ),
        pytest.param(
            "<ul>" + "<li><a href='/'>All the news of the day, and more of it</a></li>" * 20 + "</ul>", id="menu"
        ),
    ],
)
def test_a_language_that_a_template_claims_is_not_believed(tmp_path: Path, before: str) -> None:
    german = "<p>Die Fähre über die Ilven fuhr am Dienstag wieder, nachdem die Flut sie von der Kette riss.</p>"
    assert only(written(tmp_path, page(german * 3).replace("<main>", f"{before}<main>"))).language == "de"


def test_what_stands_before_a_page_is_no_part_of_it(tmp_path: Path) -> None:
    envelope = "<DOCUMENT>\n<TYPE>EX-99\n<FILENAME>ferry.htm\n<DESCRIPTION>A notice\n<TEXT>\n"
    article = only(written(tmp_path, f"{envelope}<HTML><BODY>{PROSE * 3}</BODY></HTML>"))
    assert article.text.startswith("The ferry across the Ilven")


@pytest.mark.parametrize(
    ("encoding", "declared", "notices"),
    [
        pytest.param("utf-8", "utf-8", 0, id="as declared"),
        pytest.param("utf-8", "iso-8859-1", 0, id="UTF-8 whatever is declared"),
        pytest.param("cp1252", "iso-8859-1", 0, id="as browsers read Latin-1"),
        pytest.param("cp1251", "windows-1251", 0, id="another code page"),
        pytest.param("utf-16", "utf-16", 0, id="by its byte order mark"),
        pytest.param("cp1252", "no-such-encoding", 1, id="unknown: guessed"),
    ],
)
def test_the_encoding_of_a_page(tmp_path: Path, encoding: str, declared: str, notices: int) -> None:
    words = "Мэр сказал: “Нет.”" if encoding == "cp1251" else "Zoë Müller said: “Déjà vu.”"
    content = page(PROSE + f"<p>{words}</p>" + PROSE).replace('charset="utf-8"', f'charset="{declared}"')
    found = items(written(tmp_path, content.encode(encoding)))
    (article,) = (item for item in found if isinstance(item, Article))
    assert words in article.text
    assert len(found) == 1 + notices


@pytest.mark.parametrize(
    ("content", "what"),
    [
        pytest.param("", "no web page", id="empty"),
        pytest.param("no page", "no web page", id="text"),
        pytest.param("<html><body><script>render()</script></body></html>", "no article found", id="only a script"),
        pytest.param(b"\xff\xd8\xff\xe0" * 9, "not text in any known encoding", id="a picture"),
        pytest.param(b"<p>x" * 5_000_000, "larger than 16 MB", id="too large"),
    ],
)
def test_a_page_without_an_article(tmp_path: Path, content: str | bytes, what: str) -> None:
    (problem,) = items(written(tmp_path, content))
    assert isinstance(problem, Problem)
    assert what in problem.what
    assert problem.hint


@pytest.mark.parametrize("content", ["", "Subject: x\n\nno page", "Content-Type: text/plain\n\nno page"])
def test_a_single_file_without_a_page(tmp_path: Path, content: str) -> None:
    (problem,) = items(written(tmp_path, content, "a.mhtml"))
    assert isinstance(problem, Problem)
    assert problem.what == "no web page in this file"
