"""The lowest versions that pyproject.toml promises are those that `make lowest` tests."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_lowest_versions_are_the_promised_ones() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [requirement for extra in project["optional-dependencies"].values() for requirement in extra]
    wanted = {
        requirement for requirement in (*project["dependencies"], *extras) if not requirement.startswith("quotetrace[")
    }
    promised = sorted(re.sub(r">=([^,]+),.*", r" \1", requirement).split() for requirement in wanted)
    tested = dict(line.split("==") for line in (ROOT / "tests/lowest.txt").read_text(encoding="utf-8").split())
    assert sorted(tested) == [name for name, _ in promised]
    for name, version in promised:
        assert re.sub(r"(\.0)+$", "", tested[name]) == re.sub(r"(\.0)+$", "", version)
