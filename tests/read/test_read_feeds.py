"""RSS and Atom."""

from pathlib import Path

import pytest

from quotetrace.config import ReadOptions
from quotetrace.models import Article, Problem
from quotetrace.read import read


def rss(items: str, channel: str = "<title>Vesparin Herald</title><language>en-gb</language>") -> str:
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>{channel}{items}</channel></rss>'


def atom(entries: str) -> str:
    head = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Vesparin Herald</title>'
    return f'<?xml version="1.0" encoding="utf-8"?>{head}{entries}</feed>'


ITEM = (
    "<item><title>Ferry back</title><link>https://herald.example/ferry</link><guid>ferry-1</guid>"
    "<pubDate>Tue, 02 May 2023 17:40:00 +0200</pubDate>"
    "<description>&lt;p&gt;&lt;q&gt;She floats,&lt;/q&gt; he said.&lt;/p&gt;</description></item>"
)
ENTRY = (
    '<entry><title type="html">Ferry &amp;amp; bridge</title><link href="https://herald.example/ferry"/><id>tag:ferry</id>'
    '<updated>2023-05-03T08:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
    "<p>Old.</p><blockquote><p>She floats.</p></blockquote></div></content><summary>Short.</summary></entry>"
)


def items(folder: Path, content: str | bytes, name: str = "a.rss") -> list[Article | Problem]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read([str(path)], ReadOptions()))


def only(found: list[Article | Problem]) -> Article:
    (article,) = found
    assert isinstance(article, Article), article
    return article


def test_an_item_of_rss(tmp_path: Path) -> None:
    article = only(items(tmp_path, rss(ITEM)))
    assert (article.key, article.text, article.title) == ("ferry-1", "“She floats,” he said.", "Ferry back")
    assert (article.outlet, article.published) == ("Vesparin Herald", "2023-05-02T17:40:00+02:00")
    assert (article.url, article.language) == ("https://herald.example/ferry", "en")
    origins = dict(article.metadata_from)
    assert (origins["outlet"], origins["published"]) == ("feed: title", "entry: published")


def test_an_entry_of_atom(tmp_path: Path) -> None:
    article = only(items(tmp_path, atom(ENTRY), "a.atom"))
    assert (article.key, article.text, article.title) == ("tag:ferry", "Old.\n“She floats.”", "Ferry & bridge")
    assert (article.published, dict(article.metadata_from)["published"]) == (
        "2023-05-03T08:00:00+00:00",
        "entry: updated",
    )


@pytest.mark.parametrize(
    ("item", "text", "outlet"),
    [
        pytest.param("<item><title>“She floats”</title></item>", "“She floats”", "Vesparin Herald", id="a title alone"),
        pytest.param(
            '<item><description>Old.</description><source url="x">Mail</source></item>',
            "Old.",
            "Mail",
            id="of another outlet",
        ),
        pytest.param("<item><description>a &amp;lt; b</description></item>", "a < b", "Vesparin Herald", id="escapes"),
    ],
)
def test_what_an_item_may_lack(tmp_path: Path, item: str, text: str, outlet: str) -> None:
    article = only(items(tmp_path, rss(item)))
    assert (article.text, article.outlet) == (text, outlet)


def test_a_feed_that_was_cut_is_told_and_its_whole_items_are_read(tmp_path: Path) -> None:
    found = items(tmp_path, (rss(ITEM) + rss(ITEM))[:-200])
    assert any(isinstance(item, Article) for item in found)
    (problem,) = (item for item in found if isinstance(item, Problem))
    assert problem.what.startswith("a feed with a fault")


def test_an_item_with_nothing_is_told(tmp_path: Path) -> None:
    problem, article = items(tmp_path, rss("<item><link>https://a.example</link></item>" + ITEM))
    assert isinstance(problem, Problem)
    assert problem.what == "entry 1: no text and no title"
    assert isinstance(article, Article)
