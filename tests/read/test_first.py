"""Files of every kind come out as articles, whatever they are packed in."""

import gzip
import json
from pathlib import Path

import pytest

from quotetrace.config import ReadOptions
from quotetrace.models import Article
from quotetrace.read import read

RECORD = {"id": "r1", "outlet": "The Courier", "published": "2031-05-02", "title": "Bridge", "text": "Mayor Ode spoke."}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.json", json.dumps(RECORD), id="a record"),
        pytest.param("a.json", json.dumps([RECORD], indent=2), id="a list"),
        pytest.param("a.json", json.dumps({"articles": [RECORD]}), id="articles under a key"),
        pytest.param("a.json", json.dumps(RECORD) + "\n" + json.dumps(RECORD), id="json lines called json"),
        pytest.param("a.jsonl", json.dumps(RECORD) + "\n\n", id="json lines"),
        pytest.param("a.jsonl.gz", json.dumps(RECORD), id="packed json lines"),
    ],
)
def test_records_in_every_form(tmp_path: Path, name: str, content: str) -> None:
    data = content.encode()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    for article in read([str(tmp_path)], ReadOptions()):
        assert isinstance(article, Article)
        assert (article.key, article.outlet, article.published) == ("r1", "The Courier", "2031-05-02")
        assert (article.title, article.text) == ("Bridge", "Mayor Ode spoke.")
