"""The scripts that measure: each loads, and asks our modules for nothing that they do not have."""

import ast
import runpy
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.mark.parametrize("path", sorted(BENCHMARKS.glob("*.py")), ids=lambda path: path.stem)
def test_a_script_asks_for_what_there_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    names = runpy.run_path(str(path), run_name="loaded")
    ours = {
        name: value for name, value in names.items() if isinstance(value, ModuleType) and "quotetrace" in value.__name__
    }
    asked = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Attribute))
    of_ours = [
        (node.value.id, node.attr) for node in asked if isinstance(node.value, ast.Name) and node.value.id in ours
    ]
    assert [f"{name}.{attribute}" for name, attribute in of_ours if not hasattr(ours[name], attribute)] == []
