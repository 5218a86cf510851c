"""The hook for pre-commit: `.pre-commit-hooks.yaml` at the top of the repository, where pre-commit looks for it."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from quotetrace.cli.app import app
from quotetrace.read.formats import SUFFIXES

HOOKS = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
SAID = "The dam above Orrin is old."


@pytest.fixture
def hook() -> dict[str, Any]:
    (found,) = yaml.safe_load(HOOKS.read_text("utf-8"))
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("quote", "code"),
    [
        pytest.param("The dam above Orrin is old,", 0, id="as it was said"),
        pytest.param("The dam above Orrin is not old,", 1, id="with a word more"),
    ],
)
def test_a_commit_passes_only_with_quotes_that_hold(
    hook: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quote: str, code: int
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("speech.txt").write_text(SAID)
    Path("good.md").write_text("“The dam above Orrin is old,” Runa Veldt said.")
    Path("draft.md").write_text(f"“{quote}” Runa Veldt said.", encoding="utf-8")
    program, *words = shlex.split(hook["entry"])
    done = CliRunner().invoke(app, [*words, "--against=speech.txt", "good.md", "draft.md"])
    assert (program, done.exit_code) == ("quotetrace", code), done.output
    assert "2 quotes" in done.stdout


def test_it_is_given_only_files_that_can_be_read(hook: dict[str, Any]) -> None:
    taken = [end for end in SUFFIXES if re.search(hook["files"], f"drafts/story{end}")]
    assert taken == [".txt", ".text", ".md", ".markdown"]
    assert not re.search(hook["files"], "drafts/notes.txt.yml")
