"""What each language's data makes of short passages about invented people."""

from pathlib import Path

import pytest
import yaml
from _pytest.mark import ParameterSet

from quotetrace.attribute import attribute
from quotetrace.config import ExtractOptions
from quotetrace.extract import extract
from quotetrace.lang import codes
from quotetrace.models import Article

CASES = Path(__file__).parent / "cases"


def rows() -> list[ParameterSet]:
    found: list[ParameterSet] = []
    for path in sorted(CASES.glob("*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            marks = [pytest.mark.xfail(strict=True, reason=case["fails"])] if "fails" in case else []
            found.append(
                pytest.param(path.stem, case["text"], case["quotes"], id=f"{path.stem}-{case['id']}", marks=marks)
            )
    return found


@pytest.mark.parametrize(("code", "text", "expected"), rows())
def test_who_says_what(code: str, text: str, expected: list[list[str | None]]) -> None:
    article = Article("a", "a", text, language=code)
    quotes = attribute(extract(article, ExtractOptions()), ExtractOptions())
    found = [[q.kind, q.text, q.speaker, q.cue, q.speaker_text] for q in quotes]
    assert [row[: len(wanted)] for row, wanted in zip(found, expected, strict=False)] == expected
    assert len(found) == len(expected)


def test_every_language_but_english_has_its_cases() -> None:
    written = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in CASES.glob("*.yml")}
    assert set(written) == set(codes()) - {"en"}
    assert min(map(len, written.values())) >= 12
