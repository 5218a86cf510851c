"""Records that hold quotations without their article: GDELT's quotation graph and Quotebank."""

import json
from pathlib import Path
from typing import Any

import pytest

from quotetrace.config import ReadOptions
from quotetrace.models import Article
from quotetrace.pipeline import extract
from quotetrace.read import read

GDELT = {
    "date": "2031-05-02T08:15:00Z",
    "url": "https://www.courier.example/bridge",
    "title": "Bridge closed",
    "lang": "ENGLISH",
    "quotes": [
        {
            "pre": "will be shut from Monday. Mayor Ana Ode told the council: ",
            "quote": "We will close the bridge for forty days",
            "post": ' and that was that. "Nobody will drown',
        },
        {
            "pre": 'forty days" and that was that. ',
            "quote": "Nobody drowns while I am mayor",
            "post": ", Ode said.",
        },
    ],
}
QUOTEBANK = {
    "quoteID": "2031-05-02-000017",
    "quotation": "We will close the bridge for forty days,",
    "speaker": "Ana Ode",
    "qids": ["Q1"],
    "date": "2031-05-02 00:00:00",
    "numOccurrences": 1,
    "probas": [["Ana Ode", "0.81"], ["None", "0.19"]],
    "urls": ["https://www.courier.example/bridge"],
    "phase": "E",
}
QUOTEBANK_ARTICLE = {
    "articleID": "2031050200017",
    "date": "2031-05-02 08:15:00",
    "title": "Bridge closed",
    "url": "https://www.courier.example/bridge",
    "names": [{"name": "Ana Ode"}],
    "quotations": [
        {
            "quoteID": "2031-05-02-000017",
            "quotation": "We will close the bridge for forty days,",
            "leftContext": "The bridge is old .",
            "rightContext": "Ana Ode said on Monday .",
            "globalTopSpeaker": "Ana Ode",
        }
    ],
}


def quoted(folder: Path, record: dict[str, Any]) -> tuple[Article, list[tuple[str | None, str]]]:
    path = folder / "a.jsonl"
    path.write_text(json.dumps(record))
    ((article, quotes),) = extract(read([str(path)], ReadOptions()))
    assert all(quote.span.of(article.field_text(quote.field)) == quote.text for quote in quotes)
    return article, [(quote.speaker, quote.text) for quote in quotes]


def test_an_article_of_the_quotation_graph(tmp_path: Path) -> None:
    article, quotes = quoted(tmp_path, GDELT)
    assert (article.outlet, article.published) == ("courier.example", "2031-05-02T08:15:00+00:00")
    assert (article.title, article.language) == ("Bridge closed", "en")
    assert quotes == [
        ("Ana Ode", "We will close the bridge for forty days"),
        ("Ana Ode", "Nobody drowns while I am mayor"),
    ]


def test_a_language_that_is_not_known_is_told_from_the_words(tmp_path: Path) -> None:
    article, _ = quoted(tmp_path, {**GDELT, "lang": "SWAHILI"})
    assert dict(article.metadata_from)["language"] == "words of the text"


def test_a_quotation_of_quotebank(tmp_path: Path) -> None:
    article, quotes = quoted(tmp_path, QUOTEBANK)
    assert (article.key, article.outlet, article.published) == ("2031-05-02-000017", "courier.example", "2031-05-02")
    assert quotes == [("Ana Ode", "We will close the bridge for forty days,")]


@pytest.mark.parametrize(
    ("changed", "outlet", "speaker"),
    [
        pytest.param({"urls": ["https://a.example/1", "https://b.example/1"]}, None, "Ana Ode", id="on several pages"),
        pytest.param({"speaker": "None"}, "courier.example", None, id="by nobody known"),
        pytest.param({"urls": "[https://a.example/1]"}, None, "Ana Ode", id="addresses as a string"),
    ],
)
def test_what_quotebank_does_not_say_stays_open(
    tmp_path: Path, changed: dict[str, Any], outlet: str | None, speaker: str | None
) -> None:
    article, quotes = quoted(tmp_path, {**QUOTEBANK, **changed})
    assert (article.outlet, article.url is None) == (outlet, outlet is None)
    assert quotes == [(speaker, QUOTEBANK["quotation"])]


def test_an_article_of_quotebank(tmp_path: Path) -> None:
    article, quotes = quoted(tmp_path, QUOTEBANK_ARTICLE)
    assert (article.key, article.published) == ("2031050200017", "2031-05-02T08:15:00")
    assert quotes == [("Ana Ode", "We will close the bridge for forty days,")]
