"""Progress: on a terminal, after a moment, gone before the result; elsewhere nothing."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = "from quotetrace.cli import main, progress; progress.AFTER = {after}; main()"


def messages(folder: Path, *args: str, after: float = -1) -> tuple[str, str]:
    """What `quotetrace scan` writes to a pipe, and what to the terminal that its stderr is."""
    terminal, end = os.openpty()
    command = [sys.executable, "-c", PROGRAM.format(after=after), "scan", str(folder), *args]
    env = os.environ | {"TERM": "xterm", "COLUMNS": "80", "LINES": "24"}
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=end, env=env, check=False)
    os.close(end)
    shown = b""
    try:
        while piece := os.read(terminal, 65536):
            shown += piece
    except OSError:
        pass  # a terminal without anybody at its other end
    finally:
        os.close(terminal)
    return done.stdout.decode(), shown.decode()


@pytest.fixture
def news(tmp_path: Path) -> Path:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"“We sang {number} songs,” said Ida Lund.", encoding="utf-8")
    return tmp_path


def test_articles_are_counted_and_the_count_goes_away(news: Path) -> None:
    result, shown = messages(news)
    words = re.sub(r"\x1b\[\d*m", "", shown)
    assert re.search(r"[123] articles read", words)  # the line is drawn ten times a second, and three are read sooner
    assert re.search(r"\d/3 articles analysed, time left", words)
    assert "3 articles analysed; their quotes are compared" in words
    assert shown.endswith("\x1b[2K")  # the line is wiped
    assert "articles analysed" not in result


def test_a_message_has_lines_of_its_own(news: Path) -> None:
    (news / "bad.txt").write_bytes(b"\0")
    _, shown = messages(news)
    lines = [re.sub(r"\x1b\[[\d?]*[A-Za-z]", "", line) for line in re.split(r"[\r\n]+", shown)]
    assert any(line.startswith("error: ") for line in lines)
    assert not any("error: " in line for line in lines if "articles" in line)


@pytest.mark.parametrize(
    ("args", "after"),
    [pytest.param(("-q",), -1, id="refused"), pytest.param((), 3600, id="over in a moment")],
)
def test_nothing_is_shown(news: Path, args: tuple[str, ...], after: float) -> None:
    assert messages(news, *args, after=after)[1] == ""


def test_a_pipe_is_told_nothing(news: Path) -> None:
    command = [sys.executable, "-c", PROGRAM.format(after=-1), "scan", str(news)]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stderr == b""
