"""One story in every format: the same quotes from each."""

import json
from pathlib import Path

from made import MAKERS
from typer.testing import CliRunner

from quotetrace.cli.app import app
from quotetrace.config import ReadOptions
from quotetrace.models import Article, Quote
from quotetrace.pipeline import extract
from quotetrace.read import read
from quotetrace.read.formats import FORMATS, PACKED

ELSEWHERE = {".text", ".markdown", ".ndjson", ".tab", ".htm", ".xhtml", ".mhtml", ".mht", ".atom", ".xml"}
"""Other names of the same formats; .mhtml is tested with the pages that a browser saved."""


def said(article: Article, quotes: tuple[Quote, ...]) -> list[tuple[str | None, str, str]]:
    assert all(quote.span.of(article.field_text(quote.field)) == quote.text for quote in quotes)
    return [(quote.speaker, quote.kind, " ".join(quote.text.split())) for quote in quotes if quote.field == "text"]


def test_every_format_gives_the_same_quotes(tmp_path: Path) -> None:
    for name, make in MAKERS.items():
        make(tmp_path / name)
    found = {
        Path(article.path or "").name: said(article, quotes)
        for article, quotes in extract(read([str(tmp_path)], ReadOptions()))
    }
    assert len(found) == len(MAKERS)
    assert len(found["story.txt"]) == 9
    assert [speaker for speaker, kind, _ in found["story.txt"] if kind != "indirect"] == [
        "Halvard Ness",
        "Edda Corvane",
        "Edda Corvane",
        *["Halvard Ness"] * 3,
    ]
    for name, quotes in found.items():
        assert quotes == found["story.txt"], name


def test_no_format_is_left_out() -> None:
    made = {Path(name).suffix for name in MAKERS}
    assert {suffix for known in FORMATS for suffix in known.suffixes} - ELSEWHERE | {".zip", *PACKED} == made


def test_one_scan_over_all_of_them(tmp_path: Path) -> None:
    for name, make in MAKERS.items():
        make(tmp_path / name)
    result = CliRunner().invoke(app, ["scan", str(tmp_path), "--json"])
    assert (result.exit_code, result.stderr) == (0, "")
    scan = json.loads(result.stdout)
    assert len(scan["articles"]) == len(MAKERS)
    assert {len(family["quotes"]) for family in scan["families"]} == {len(MAKERS)}
