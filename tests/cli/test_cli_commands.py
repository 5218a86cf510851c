"""Commands run in process: exit codes, messages, colours, real output against the schemas."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from quotetrace import pipeline
from quotetrace.cli.app import app

CASES = Path(__file__).parent.parent / "cases"
QUIET = {"NO_COLOR": "", "FORCE_COLOR": "", "COLUMNS": "80"}
Run = Callable[..., Any]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(CASES)

    def invoke(*args: str, env: dict[str, str] | None = None, stdin: bytes = b"") -> Any:
        return CliRunner().invoke(app, args, env={**QUIET, **(env or {})}, input=stdin)

    return invoke


@pytest.mark.parametrize(
    "args",
    [
        pytest.param(("scan", "articles"), id="scan"),
        pytest.param(("extract", "articles"), id="extract"),
        pytest.param(("diff", "articles/gazette.txt", "articles/mail.txt"), id="diff"),
        pytest.param(("explain", "1", "articles"), id="explain"),
    ],
)
def test_real_output_keeps_to_the_shipped_schema(run: Run, args: tuple[str, ...]) -> None:
    schema = json.loads(run("schema", args[0]).stdout)
    document = json.loads(run(*args, "--json").stdout)
    Draft202012Validator(schema).validate(document)
    assert document["quotes"]


def test_offsets_count_in_the_text_as_read(run: Run) -> None:
    document = json.loads(run("extract", "articles", "--json").stdout)
    texts = {article["id"]: (CASES / article["path"]).read_text("utf-8") for article in document["articles"]}
    for quote in document["quotes"]:
        assert texts[quote["article"]][quote["start"] : quote["end"]] == quote["text"]


@pytest.mark.parametrize(
    ("a", "b", "code"),
    [
        pytest.param("gazette", "gazette", 0, id="itself"),
        pytest.param("gazette", "mail", 1, id="another telling"),
        pytest.param("gazette", "other", 1, id="nothing shared"),
        pytest.param("gazette", "nowhere", 2, id="no such file"),
    ],
)
def test_diff_exits_like_diff(run: Run, a: str, b: str, code: int) -> None:
    assert run("diff", f"articles/{a}.txt", f"articles/{b}.txt").exit_code == code


@pytest.mark.parametrize(
    ("args", "env", "coloured"),
    [
        pytest.param((), {}, False, id="a pipe"),
        pytest.param(("--color", "always"), {}, True, id="asked for"),
        pytest.param((), {"FORCE_COLOR": "1"}, True, id="FORCE_COLOR"),
        pytest.param((), {"FORCE_COLOR": "0"}, False, id="FORCE_COLOR=0"),
        pytest.param((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, id="NO_COLOR wins"),
        pytest.param(("--color", "never"), {"FORCE_COLOR": "1"}, False, id="the flag wins"),
        pytest.param(("--color", "always"), {"NO_COLOR": "1"}, True, id="the flag wins over NO_COLOR too"),
        pytest.param(("--json", "--color", "always"), {}, False, id="JSON never is"),
        pytest.param(("-f", "plain", "--color", "always"), {}, False, id="plain never is"),
    ],
)
def test_colour_is_a_choice(run: Run, args: tuple[str, ...], env: dict[str, str], coloured: bool) -> None:
    assert ("\x1b[" in run("extract", "articles", *args, env=env).stdout) is coloured


def test_in_a_pipe_no_line_is_wrapped(run: Run) -> None:
    words = "We will close the bridge for fourteen days, and nobody will drown,"
    assert words in run("extract", "articles", env={"COLUMNS": "40"}).stdout
    assert words not in run("extract", "articles", "-f", "table", env={"COLUMNS": "40"}).stdout


@pytest.mark.parametrize("form", ["plain", "table", "json", "jsonl"])
def test_what_an_article_holds_is_shown_and_never_sent(run: Run, form: str, tmp_path: Path) -> None:
    text = 'Sly Note\n\n"It is \x1b[31mred\x1b[0m and \u202eback\u2069 and \x9bloud\a, [/red]," said Mara Ilkov.\n'
    (tmp_path / "sly\x1b[2J.txt").write_text(text, encoding="utf-8")
    printed = run("extract", str(tmp_path), "-f", form).stdout
    assert "Mara Ilkov" in printed
    assert "[/red]" in printed
    assert not set("\x1b\x9b\a\u202e\u2069") & set(printed)


def test_standard_input_is_read(run: Run) -> None:
    done = run("extract", "-", "--json", stdin=(CASES / "articles" / "other.txt").read_bytes())
    assert [quote["speaker"] for quote in json.loads(done.stdout)["quotes"]] == ["Pia Rennholm"]


@pytest.mark.parametrize("args", [("diff", "-", "-"), ("check", "-", "--against", "-")])
def test_standard_input_cannot_be_two_things(run: Run, args: tuple[str, ...]) -> None:
    done = run(*args, stdin="“We sang,” said Ida Lund.".encode())
    assert done.exit_code == 2
    assert "stdin is given twice" in done.stderr


def test_what_is_known_of_every_article_can_be_given(run: Run) -> None:
    args = ("--outlet", "Fjordwire", "--published", "2024-05-01", "--language", "en")
    (article,) = json.loads(run("extract", "articles/other.txt", "--json", *args).stdout)["articles"]
    assert (article["outlet"], article["published"], article["language"]) == ("Fjordwire", "2024-05-01", "en")


def test_a_file_is_written_in_the_format_of_its_suffix(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "found.jsonl"
    assert run("extract", "articles", "-o", str(path)).stdout == ""
    assert len([json.loads(line) for line in path.read_text("utf-8").splitlines()]) == 5


def test_a_file_that_is_read_is_not_overwritten(run: Run, tmp_path: Path) -> None:
    text = (CASES / "articles" / "other.txt").read_text("utf-8")
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    for output in ("a.txt", "b.txt"):
        done = run("extract", str(tmp_path / "a.txt"), "-o", str(tmp_path / output))
        assert done.exit_code == 2
        assert "it is read, and would be overwritten" in done.stderr
    assert (tmp_path / "a.txt").read_text("utf-8") == text
    assert run("extract", str(tmp_path / "a.txt"), "-o", str(tmp_path / "c.txt")).exit_code == 0


@pytest.mark.parametrize("given", [".", "*.jsonl", "**"])
def test_a_file_of_a_folder_that_is_read_is_not_overwritten(run: Run, tmp_path: Path, given: str) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "“We sang all night,” said Ida Lund."}\n', "utf-8")
    output = tmp_path / "found.jsonl"
    assert run("extract", str(tmp_path / given), "-o", str(output)).exit_code == 0
    first = output.read_text("utf-8")
    again = run("extract", str(tmp_path / given), "-o", str(output))
    assert "it is read, and would be overwritten" in again.stderr
    assert (again.exit_code, output.read_text("utf-8")) == (2, first)
    left_out = run("extract", str(tmp_path / given), "-o", str(output), "--exclude", "found.jsonl")
    assert (left_out.exit_code, output.read_text("utf-8")) == (0, first)


def test_the_output_may_be_stdout_by_name(run: Run) -> None:
    assert run("extract", "articles", "--json", "-o", "-").stdout == run("extract", "articles", "--json").stdout
    assert not (CASES / "-").exists()


def test_a_file_that_cannot_be_written_is_an_error(run: Run, tmp_path: Path) -> None:
    done = run("extract", "articles", "-o", str(tmp_path / "no" / "found.json"))
    assert done.exit_code == 2
    assert re.fullmatch(r"error: .*cannot be written.*\(hint: .*\)\n", done.stderr)


BAD = {
    "empty.txt": b"",
    "binary.bin": bytes(range(256)) * 40,
    "line.jsonl": b'{"id": "1", "text": "Pia Rennholm said: \\"We sang.\\""}\n{"text": \n',
}


def test_bad_inputs_are_a_line_each_and_the_rest_is_read(run: Run, tmp_path: Path) -> None:
    for name, data in BAD.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_bytes((CASES / "articles" / "other.txt").read_bytes())
    done = run("scan", str(tmp_path), str(tmp_path / "missing.txt"), "--json")
    document = json.loads(done.stdout)
    lines = done.stderr.splitlines()
    assert done.exit_code == 2
    assert len(document["articles"]) == 2
    assert len(lines) == len(document["problems"])
    assert all(re.fullmatch(r"(error|notice): .+ \(hint: .+\)", line) for line in lines)
    for name in ("empty.txt", "line.jsonl", "missing.txt"):
        assert any(name in line for line in lines)


def test_an_assumption_is_told_and_is_no_failure(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes("“Blåbær for all,” said Ågot Sørli, “and cream.”\n".encode("cp1252"))
    done = run("extract", str(tmp_path))
    assert done.exit_code == 0
    assert done.stderr.startswith("notice: ")
    assert "Blåbær" in done.stdout


def test_one_article_that_cannot_be_analysed_does_not_stop_the_others(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from quotetrace import attribute

    works = attribute.attribute

    def fails(extraction: Any, options: Any) -> Any:
        if "Ost Weekly" in extraction.article.text:
            raise ZeroDivisionError("by nought")
        return works(extraction, options)

    monkeypatch.setattr(attribute, "attribute", fails)
    done = run("extract", "articles", "--json")
    assert done.exit_code == 2
    assert len(json.loads(done.stdout)["articles"]) == 2
    assert "articles/other.txt: could not be analysed (ZeroDivisionError: by nought)" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Traceback" in run("extract", "articles", "--json", "--debug").stderr


@pytest.mark.parametrize("debug", [False, True])
def test_a_crash_is_one_line_and_a_traceback_only_on_request(
    run: Run, monkeypatch: pytest.MonkeyPatch, debug: bool
) -> None:
    def crashes(*args: Any, **more: Any) -> Any:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr(pipeline, "scan", crashes)
    done = run("scan", "articles", *(["--debug"] if debug else []))
    assert done.exit_code == 2
    assert ("Traceback" in done.stderr) is debug
    assert done.stderr.splitlines()[-1].startswith("error: ZeroDivisionError: by nought")


def test_an_interrupt_exits_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*args: Any, **more: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "scan", interrupted)
    assert run("scan", "articles").exit_code == 130


def test_usage_errors_exit_2(run: Run) -> None:
    assert run("scan").exit_code == 2
    assert run("scan", "articles", "--colour").exit_code == 2


def test_a_wrong_option_is_told_before_anything_is_printed(run: Run) -> None:
    done = run("extract", "articles", "--json", "--published", "tomorrow")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("error: ")


def test_a_language_without_data_is_an_error(run: Run) -> None:
    done = run("extract", "articles", "--language", "qq")
    assert done.exit_code == 2
    assert done.stderr.startswith("error: no language named 'qq' (hint: ")
