"""The lowest versions that pyproject.toml promises are those that `make lowest` tests."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_lowest_versions_are_the_promised_ones() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    promised = [re.sub(r">=([\d.]+),.*", r" \1", requirement).split() for requirement in project["dependencies"]]
    tested = dict(line.split("==") for line in (ROOT / "tests/lowest.txt").read_text(encoding="utf-8").split())
    assert sorted(tested) == [name for name, _ in promised]
    for name, version in promised:
        assert tested[name].removesuffix(".0") == version.removesuffix(".0")
