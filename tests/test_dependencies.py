"""The versions that pyproject.toml promises: `make lowest` tests the lowest, and a decision lists the ranges."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def requirements() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    every = (project["dependencies"], *project["optional-dependencies"].values())
    return {one for some in every for one in some if not one.startswith("quotetrace[")}


def test_lowest_versions_are_the_promised_ones() -> None:
    promised = sorted(re.sub(r">=([^,]+),.*", r" \1", requirement).split() for requirement in requirements())
    tested = dict(line.split("==") for line in (ROOT / "tests/lowest.txt").read_text(encoding="utf-8").split())
    assert sorted(tested) == [name for name, _ in promised]
    for name, version in promised:
        assert re.sub(r"(\.0)+$", "", tested[name]) == re.sub(r"(\.0)+$", "", version)


def test_every_dependency_has_its_decision() -> None:
    page = (ROOT / "docs/decisions/0018-ranges-of-versions.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| ([\w-]+) \| `([^`]+)` \| \[", page, re.M)
    assert {name + bounds for name, bounds in listed} == requirements()


def test_no_pattern_has_a_possessive_group() -> None:
    """Python 3.11.0 to 3.11.4, also that of Debian 12, loses letters in one: it finds "owne" in "owner."."""
    source = {path: path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py")}
    assert not [path for path, text in source.items() if re.search(r"\)[*+?]\+|\)\{[\d,]+\}\+|\(\?>", text)]


def test_no_compiled_module_has_a_cached_property() -> None:
    """mypyc computes it at every access, so that what takes time linear in a text takes its square."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = pyproject["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["mypyc"]["include"]
    compiled = [path for pattern in patterns for path in ROOT.glob(pattern)]
    assert len(compiled) > 50
    assert [path.name for path in compiled if "import cached_property" in path.read_text(encoding="utf-8")] == []
