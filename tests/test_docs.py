"""The documents hold: their commands print what they show, their links lead somewhere, the glossary has every word.

`UPDATE_GOLDEN=1 pytest tests/test_docs.py` rewrites the output shown in the pages; the diff is reviewed like code.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from quotetrace.attribute.weights import weights
from quotetrace.classify.flags import FLAGS
from quotetrace.classify.relations import RULES
from quotetrace.trace.weights import WEIGHTS

ROOT = Path(__file__).parent.parent
RUN = [ROOT / "README.md", ROOT / "docs" / "tutorial.md", *sorted((ROOT / "docs" / "how-to").glob("*.md"))]
PAGES = sorted({*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "seeds" / "README.md"})
SCHEMAS = ROOT / "src" / "quotetrace" / "render" / "schemas"
FENCE = re.compile(
    r"(?:^<!-- \$ (?P<by>.+) -->\n)?^```(?P<kind>\w+)(?: file=(?P<file>\S+))?\n(?P<body>.*?)^```$", re.M | re.S
)
LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} (.+)$", re.M)


class Example(NamedTuple):
    """A command of a page and the output it shows; ``lead`` is what stands before the output."""

    command: str
    lead: str
    output: str


def examples(text: str) -> Iterator[Example]:
    r"""The commands of a page: those in its console blocks, and those named in a comment before a block.

    >>> list(examples("```console\n$ a b\nx\ny\n$ c\n```\n"))
    [Example(command='a b', lead='$ a b\n', output='x\ny\n'), Example(command='c', lead='$ c\n', output='')]
    >>> [(example.command, example.output) for example in examples("<!-- $ a -->\n```dot\nx\n```\n")]
    [('a', 'x\n')]
    """
    for fence in FENCE.finditer(text):
        if fence["by"]:
            yield Example(fence["by"], fence[0].removesuffix("```").removesuffix(fence["body"]), fence["body"])
        for part in re.split(r"^\$ ", fence["body"], flags=re.M)[1:] if fence["kind"] == "console" else ():
            command, _, output = part.partition("\n")
            yield Example(command, f"$ {command}\n", output)


def shows(output: str, printed: str) -> bool:
    r"""Whether ``output`` is ``printed``; a line "…" stands for any lines, "…" in a line for any words.

    >>> shows("a … c\n…\nz\n", "a b c\nd\ne\nz\n"), shows("a …\n", "a b\nc\n")
    (True, False)
    """
    lines = output.rstrip("\n").split("\n")
    patterns = ["(?:.*\n)*?" if line.strip() == "…" else re.escape(line).replace("…", ".*?") + "\n" for line in lines]
    return re.fullmatch("".join(patterns), printed.rstrip("\n") + "\n") is not None


def renewed(output: str, printed: str) -> str:
    r"""What a page should show of ``printed``: all of it, or as many lines round a line "…" as before.

    >>> renewed("a …\n…\nz\n", "b\nc\nd\ny\n")
    'b\n…\ny\n'
    """
    shown, lines = output.splitlines(), printed.splitlines(keepends=True)
    if "…" not in shown:
        return printed
    gap = shown.index("…")
    return "".join([*lines[:gap], "…\n", *lines[len(lines) - (len(shown) - gap - 1) :]])


def in_shell(command: str, folder: Path) -> str:
    """What ``command`` prints: a pipe's output as it is, any other on a terminal of 80 columns without colours.

    The quotetrace of this environment is the first on the path. Messages follow the output.
    """
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {key: value for key, value in os.environ.items() if key != "FORCE_COLOR"}
    env |= {"PATH": path, "NO_COLOR": "1", "COLUMNS": "80", "LINES": "24", "TERM": "xterm"}
    terminal, end = os.openpty()
    out = subprocess.PIPE if "|" in command else end
    with subprocess.Popen(["bash", "-c", command], cwd=folder, env=env, stdout=out, stderr=subprocess.PIPE) as run:
        os.close(end)
        reader = run.stdout.fileno() if run.stdout else terminal
        printed = b"".join(iter(lambda: read(reader), b""))
        messages = run.stderr.read() if run.stderr else b""
    os.close(terminal)
    return (printed + messages).decode().replace("\r\n", "\n")


def read(descriptor: int) -> bytes:
    """The next bytes; none at the end, which a terminal tells by an error."""
    try:
        return os.read(descriptor, 65536)
    except OSError:
        return b""


@pytest.mark.parametrize("page", RUN, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_print_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    text = page.read_text(encoding="utf-8")
    for fence in FENCE.finditer(text):
        if fence["file"]:
            (tmp_path / fence["file"]).write_text(fence["body"], encoding="utf-8")
    asked = [example for example in examples(text) if example.command.startswith("quotetrace")]
    left = [example for example in asked if "| jq" in example.command and not shutil.which("jq")]
    ran = [(example, in_shell(example.command, tmp_path)) for example in asked if example not in left]
    wrong = [(example, printed) for example, printed in ran if not shows(example.output, printed)]
    assert not [printed for _, printed in ran if "a fault of quotetrace" in printed]
    if os.environ.get("UPDATE_GOLDEN"):
        for example, printed in wrong:
            text = text.replace(example.lead + example.output, example.lead + renewed(example.output, printed))
        page.write_text(text, encoding="utf-8")
    assert asked
    assert [(example.command, printed) for example, printed in wrong] == []
    if left:
        pytest.skip(f"jq is not installed: {len(left)} of {len(asked)} commands left out")


def test_the_examples_in_the_reference_are_what_the_commands_print() -> None:
    asked = ("scan articles -f plain", "explain 1 articles -f plain", "scan articles --by outlet -f plain")
    printed = "".join(in_shell(f"quotetrace {command}", ROOT / "tests" / "cases") for command in asked).splitlines()
    page = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    lines = [line[4:] for line in page.splitlines() if line.startswith("    ")]
    assert len(lines) > 20
    assert [line for line in lines if not any(shows(line, there) for there in printed)] == []


@pytest.mark.parametrize("stage", ["read", "extract", "attribute", "match", "trace"])
def test_each_module_of_a_stage_stands_on_a_map(stage: str) -> None:
    maps = (ROOT / "ARCHITECTURE.md", ROOT / "docs" / "explanation" / "how-a-sentence-is-read.md")
    told = set(re.findall(r"`(\w+\.py)`", "".join(page.read_text(encoding="utf-8") for page in maps)))
    assert {path.name for path in (ROOT / "src" / "quotetrace" / stage).glob("[!_]*.py")} - told == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    assert [target for target in links(page) if not leads(page, target)] == []


def links(page: Path) -> Iterator[str]:
    prose = FENCE.sub("", page.read_text(encoding="utf-8"))
    yield from (target for target in LINK.findall(prose) if not re.match(r"\w+:", target))


def leads(page: Path, target: str) -> bool:
    path, _, anchor = target.partition("#")
    there = (page.parent / path).resolve() if path else page
    return there.exists() and (not anchor or anchor in anchors(there.read_text(encoding="utf-8")))


def anchors(text: str) -> set[str]:
    """The names by which the headings of a page are linked.

    >>> anchors("# What it is not\\n## `sources.yml`, in full\\n") == {"what-it-is-not", "sourcesyml-in-full"}
    True
    """
    return {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in HEADING.findall(text)}


def test_the_features_that_the_documents_name_have_weights() -> None:
    page = (ROOT / "docs" / "explanation" / "who-said-it.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| `([^`]+)` \|", page.partition("| feature | says |")[2].partition("\n\n")[0], re.M)
    assert len(named) > 10
    assert [feature for feature in named if feature not in weights("speaker-en")] == []


def test_every_kind_of_evidence_is_explained() -> None:
    page = (ROOT / "docs" / "how-traces-are-made.md").read_text(encoding="utf-8")
    assert [kind for kind in WEIGHTS if f"| `{kind}` |" not in page] == []


def glossary() -> set[str]:
    """The first cells of the glossary's tables, each word of "a, b" for itself."""
    rows = re.findall(r"^\| ([^|]+) \|", (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"), re.M)
    return {word.strip().replace("_", " ") for row in rows for word in row.split(",")}


def values(schema: Any) -> Iterator[str]:
    """Every word that a field of the schema may hold: the members of its enumerations."""
    if isinstance(schema, dict):
        yield from (word for word in schema.get("enum", ()) if isinstance(word, str))
        for part in schema.values():
            yield from values(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from values(part)


def explained() -> set[str]:
    """The words of the glossary: those it defines, and those in backticks within a definition."""
    return glossary() | set(re.findall(r"`([\w-]+)`", (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", sorted(SCHEMAS.glob("*.json")), ids=lambda path: path.stem)
def test_the_glossary_has_the_words_of_the_schema(path: Path) -> None:
    assert sorted(set(values(json.loads(path.read_text(encoding="utf-8")))) - explained()) == []


def test_the_glossary_has_every_relation_and_flag() -> None:
    assert [name for name, _ in (*RULES, *FLAGS) if name not in explained()] == []


def test_the_glossary_defines_each_word_once() -> None:
    rows = re.findall(r"^\| ([^|]+) \|", (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"), re.M)
    words = [row for row in rows if row not in ("word", "---")]
    assert len(words) == len(set(words))


def test_the_index_lists_every_page() -> None:
    index = ROOT / "docs" / "README.md"
    listed = {(index.parent / target.partition("#")[0]).resolve() for target in links(index)}
    pages = [page for page in (ROOT / "docs").rglob("*.md") if page != index]
    assert sorted(page.relative_to(ROOT).as_posix() for page in pages if page.resolve() not in listed) == []
