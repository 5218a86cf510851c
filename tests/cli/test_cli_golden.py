"""What the command line prints. A case is a folder: `cmd` in; `stdout`, and if any `stderr` and `code` out.

`UPDATE_GOLDEN=1 pytest` rewrites them, and the difference is reviewed like code.
"""

import os
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from quotetrace._version import __version__
from quotetrace.cli.app import app

CASES = Path(__file__).parent.parent / "cases"
FOLDERS = sorted((CASES / "cli").iterdir())


@pytest.mark.parametrize("case", FOLDERS, ids=lambda case: case.name)
def test_cli_prints_what_the_case_says(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CASES)
    args = shlex.split((case / "cmd").read_text(encoding="utf-8"))
    result = CliRunner().invoke(app, args, env={"COLUMNS": "80", "NO_COLOR": "1", "FORCE_COLOR": ""})
    assert "a fault of quotetrace" not in result.stderr
    printed = {
        "stdout": result.stdout.replace(f'"version": "{__version__}"', '"version": "X"'),
        "stderr": result.stderr,
        "code": f"{result.exit_code}\n" if result.exit_code else "",
    }
    if os.environ.get("UPDATE_GOLDEN"):
        for name, text in printed.items():
            write(case / name, text, always=name == "stdout")
    assert printed == {name: read(case / name) for name in printed}


def read(path: Path) -> str:
    return path.read_bytes().decode() if path.exists() else ""


def write(path: Path, text: str, *, always: bool) -> None:
    path.unlink(missing_ok=True)
    if text or always:
        path.write_bytes(text.encode())
