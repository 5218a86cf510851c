"""Where settings come from, which one counts, and what is said of one that cannot be used."""

import json
import re
from importlib.metadata import requires
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from quotetrace.cli.app import app
from quotetrace.cli.doctor import CORE
from quotetrace.cli.settings import KINDS

CASES = Path(__file__).parent.parent / "cases"


def run(*args: str, env: dict[str, str] | None = None) -> Any:
    return CliRunner().invoke(app, args, env={"NO_COLOR": "1", "FORCE_COLOR": "", **(env or {})})


def shown(*args: str, env: dict[str, str] | None = None) -> dict[str, tuple[object, str]]:
    """Each setting that is not the default: value and origin."""
    done = run("config", "show", "--json", *args, env=env)
    assert done.exit_code == 0, done.stderr
    found = json.loads(done.stdout)["settings"]
    return {one["name"]: (one["value"], one["from"]) for one in found if one["from"] != "default"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path


def test_each_place_beats_the_one_further_off(folder: Path) -> None:
    name = "match.days"
    assert name not in shown()
    near, named = folder / "quotetrace.yml", folder / "other.yml"
    near.write_text("match:\n  days: 3\n")
    assert shown()[name] == (3, str(near))
    named.write_text("match: {days: 4}\n")
    assert shown("--config", str(named))[name] == (4, str(named))
    assert shown("--config", str(named), env={"QUOTETRACE_MATCH_DAYS": "5"})[name] == (5, "QUOTETRACE_MATCH_DAYS")


def test_a_flag_beats_everything(folder: Path) -> None:
    (folder / "quotetrace.yml").write_text("read: {language: fr}\n")
    assert shown("--language", "de", env={"QUOTETRACE_READ_LANGUAGE": "it"})["read.language"] == ("de", "flag")


def test_the_nearest_file_counts_and_no_other(folder: Path) -> None:
    (folder / "quotetrace.yml").write_text("match: {days: 3}\nextract: {thought: yes}\n")
    table = folder / "desk" / "pyproject.toml"
    table.write_text("[tool.quotetrace.match]\ndays = 2\n")
    assert shown() == {"match.days": (2, "pyproject.toml [tool.quotetrace]")}
    table.write_text("[tool.other]\n")
    assert shown()["extract.thought"] == (True, str(folder / "quotetrace.yml"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("extrct: {thought: true}", "no stage named 'extrct' (hint: did you mean 'extract'?)", id="stage"),
        pytest.param("extract: {thougt: true}", "no option of extract named 'thougt' (hint: did you mean", id="option"),
        pytest.param("extract: {thought: maybe}", "extract.thought: 'maybe' is not true or false", id="switch"),
        pytest.param("match: {days: soon}", "match.days: 'soon' is not a whole number", id="whole number"),
        pytest.param("match: {days: 0}", "match.days: 0 is below 1", id="too small"),
        pytest.param("match: {certainty: 2}", "match.certainty: 2.0 is not between 0 and 1", id="no share"),
        pytest.param("match: {days: [1]}", "match.days: ['1'] is not a whole number", id="a list for a number"),
        pytest.param("check: {fail_on: {a: b}}", "check.fail_on: {'a': 'b'} is no list of words", id="no list"),
        pytest.param("check: {fail_on: [not-fond]}", "no verdict or flag named 'not-fond'", id="no verdict"),
        pytest.param("read: {language: qq}", "read.language: no language named 'qq'", id="no language"),
        pytest.param("extract: thought", "extract has no options below it", id="no options"),
        pytest.param("- extract", "not a list of 'key: value' lines", id="no mapping"),
        pytest.param("extract: {", "broken YAML", id="no YAML"),
    ],
)
def test_a_setting_that_cannot_be_used_is_an_error_that_names_its_file(folder: Path, text: str, said: str) -> None:
    (folder / "quotetrace.yml").write_text(text)
    done = run("extract", str(CASES / "articles" / "gazette.txt"))
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"error: {folder / 'quotetrace.yml'}: ")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_misspelt_variable_is_an_error(folder: Path) -> None:
    done = run("config", "show", env={"QUOTETRACE_EXTRACT_THOUGT": "1"})
    assert done.exit_code == 2
    assert "did you mean 'QUOTETRACE_EXTRACT_THOUGHT'?" in done.stderr


def test_a_missing_settings_file_is_an_error(folder: Path) -> None:
    done = run("config", "show", "--config", "nowhere.yml")
    assert (done.exit_code, "nowhere.yml: cannot be read" in done.stderr) == (2, True)


def test_a_setting_does_what_its_flag_does(folder: Path) -> None:
    (folder / "desk" / "a.txt").write_text("Ida Lund said that the wall would hold. “It will,” she said.")
    by_flag = run("extract", "a.txt", "--no-indirect", "--json").stdout
    assert by_flag != run("extract", "a.txt", "--json").stdout
    (folder / "quotetrace.yml").write_text("extract: {indirect: false}\n")
    assert run("extract", "a.txt", "--json").stdout == by_flag
    assert run("extract", "a.txt", "--json", "--indirect").stdout != by_flag


def test_every_setting_is_documented() -> None:
    page = (CASES.parents[1] / "docs" / "reference" / "configuration.md").read_text("utf-8")
    assert [name for name in KINDS if f"`{name}`" not in page] == []


@pytest.mark.parametrize("command", [("config", "show"), ("doctor",)])
def test_what_the_tool_says_of_itself_keeps_to_its_schema(folder: Path, command: tuple[str, ...]) -> None:
    schema = json.loads(run("schema", command[0]).stdout)
    Draft202012Validator(schema).validate(json.loads(run(*command, "--json").stdout))
    assert run(*command).stdout == run(*command, "-f", "plain").stdout


def test_doctor_knows_every_library_of_the_core() -> None:
    needed = [line for line in requires("quotetrace") or () if "extra ==" not in line]
    assert sorted(re.split(r"[<>=]", line)[0].strip() for line in needed) == sorted(CORE)


def test_the_demo_scans_the_sample(folder: Path) -> None:
    done = run("demo", "--json")
    assert done.exit_code == 0
    assert len(json.loads(done.stdout)["articles"]) == 8


def test_quiet_tells_what_is_lost_and_no_notice(folder: Path) -> None:
    (folder / "desk" / "a.txt").write_text("“We sang,” said Ida Lund.")
    (folder / "desk" / "b.xyz").write_text("no article")
    assert "notice: " in run("extract", ".").stderr
    assert run("extract", ".", "-q").stderr == ""
    assert "error: nowhere" in run("extract", ".", "nowhere", "-q").stderr


def test_verbose_tells_settings_and_articles(folder: Path) -> None:
    (folder / "desk" / "a.txt").write_text("“We sang,” said Ida Lund.")
    done = run("extract", "a.txt", "-v", "--language", "en", "--json")
    assert done.stderr == "setting: read.language is en (flag)\nread: a.txt, en, 25 characters\n"
    assert done.stdout == run("extract", "a.txt", "--language", "en", "--json").stdout


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("schema d", {"diff", "doctor"}),
        ("scan -f js", {"json", "jsonl"}),
        ("explain -f js", {"json"}),
        ("scan --by o", {"outlet"}),
    ],
    ids=["schema", "format", "format that the command can show", "summary"],
)
def test_the_shell_completes(folder: Path, words: str, offered: set[str]) -> None:
    env = {
        "_QUOTETRACE_COMPLETE": "complete_bash",
        "COMP_WORDS": f"quotetrace {words}",
        "COMP_CWORD": str(len(words.split())),
    }
    assert set(CliRunner().invoke(app, [], prog_name="quotetrace", env=env).stdout.split()) == offered
