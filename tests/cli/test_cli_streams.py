"""What only a process shows: what it imports, pipes, encodings, hash seeds. Each costs a start of Python, so few."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

CASES = Path(__file__).parent.parent / "cases"
MAIN = "from quotetrace.cli import main; main()"
LOADED = "import atexit, sys; atexit.register(lambda: print([n for n in {} if n in sys.modules], file=sys.stderr)); "
QUIET = {"NO_COLOR": "", "FORCE_COLOR": "", "COLUMNS": "80"}


def run(*args: str, code: str = MAIN, env: Mapping[str, str] | None = None, cwd: Path = CASES) -> Any:
    return subprocess.run(
        [sys.executable, "-c", code, *args],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, **QUIET, **(env or {})},
        timeout=60,
        check=False,
    )


def test_version_loads_nothing_heavy() -> None:
    heavy = ("numpy", "rapidfuzz", "yaml", "rich", "dateutil", "charset_normalizer", "quotetrace.pipeline")
    done = run("--version", code=LOADED.format(heavy) + MAIN)
    assert done.stdout.startswith(b"quotetrace ")
    assert done.stderr.strip() == b"[]"


def test_the_module_is_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "quotetrace", "--version"], capture_output=True, check=False)
    assert done.stdout == run("--version").stdout


def test_extract_loads_no_numpy() -> None:
    done = run("extract", "articles", "--json", code=LOADED.format(("numpy", "rich")) + MAIN)
    assert done.stderr.strip() == b"[]"


def test_the_file_that_the_output_is_printed_to_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text('"It holds," Ida Lund said.\n', encoding="utf-8")
    with (tmp_path / "out.json").open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-c", MAIN, "scan", ".", "--json"],
            stdout=out,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            check=False,
        )
    assert (done.returncode, b"out.json: left out" in done.stderr) == (0, True)
    assert len(json.loads((tmp_path / "out.json").read_bytes())["articles"]) == 1


@pytest.mark.parametrize(
    "args",
    [
        pytest.param(("scan",), id="scan"),
        pytest.param(("explain", "1"), id="explain"),
        pytest.param(("find", "close the bridge"), id="find"),
        pytest.param(("check", "articles/mail.txt", "--against"), id="check"),
    ],
)
def test_two_runs_print_the_same_bytes_whatever_the_hash_seed_and_the_order_of_files(args: tuple[str, ...]) -> None:
    names = [f"articles/{name}.txt" for name in ("gazette", "mail", "other")]
    first = run(*args, *names, "--json", env={"PYTHONHASHSEED": "1"})
    second = run(*args, *names[::-1], "--json", env={"PYTHONHASHSEED": "2"})
    assert first.stdout == second.stdout != b""


@pytest.mark.parametrize(
    "args",
    [
        pytest.param(("diff", "articles/gazette.txt", "articles/mail.txt"), id="diff"),
        pytest.param(("explain", "1", "articles"), id="explain"),
        pytest.param(("scan", "articles", "--by", "outlet"), id="scan by outlet"),
    ],
)
def test_a_reader_that_stops_early_hears_no_complaint(args: tuple[str, ...]) -> None:
    """Exit code 0, whatever the command would have said of its result."""
    process = subprocess.Popen(
        [sys.executable, "-c", MAIN, *args],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=CASES,
    )
    assert process.stdout is not None
    process.stdout.close()
    _, complaint = process.communicate(timeout=60)
    assert (process.returncode, complaint) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        args = [sys.executable, "-c", MAIN, "extract", "articles"]
        done = subprocess.run(args, stdout=full, stderr=subprocess.PIPE, cwd=CASES, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(b"error: cannot read or write: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_messages_that_nobody_can_get_change_no_exit_code() -> None:
    with Path("/dev/full").open("wb") as full:
        args = [sys.executable, "-c", MAIN, "extract", "articles", "nowhere"]
        done = subprocess.run(args, stdout=subprocess.PIPE, stderr=full, cwd=CASES, check=False)
    assert done.returncode == 2
    assert b"Mara Ilkov" in done.stdout


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
@pytest.mark.parametrize(
    ("closed", "code"),
    [pytest.param("<&-", 2, id="stdin"), pytest.param(">&-", 0, id="stdout"), pytest.param("2>&-", 0, id="stderr")],
)
def test_a_closed_stream_leads_nowhere(closed: str, code: int) -> None:
    paths = "-" if closed == "<&-" else "articles"
    line = f'"$0" -c "{MAIN}" extract {paths} {closed}'
    done = subprocess.run(["/bin/sh", "-c", line, sys.executable], capture_output=True, cwd=CASES, check=False)
    assert done.returncode == code
    assert b"a fault of quotetrace" not in done.stderr


@pytest.mark.parametrize("env", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"}])
def test_a_narrow_encoding_is_no_reason_to_crash(env: dict[str, str]) -> None:
    done = run("scan", "articles", "-f", "table", env=env)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"nobody will drown" in done.stdout


def test_json_in_ascii_says_what_json_in_utf8_says(tmp_path: Path) -> None:
    (tmp_path / "naïve.txt").write_text("Ågot Sørli said: “Blåbær 😀 — for all.”\n", encoding="utf-8")
    narrow = run("extract", ".", "--json", env={"PYTHONIOENCODING": "ascii"}, cwd=tmp_path)
    wide = run("extract", ".", "--json", env={"PYTHONIOENCODING": "utf-8"}, cwd=tmp_path)
    assert json.loads(narrow.stdout) == json.loads(wide.stdout)
    assert "Blåbær 😀".encode() in wide.stdout
    assert narrow.stdout.isascii()
