"""The scripts that measure: each loads, and asks our modules for nothing that they do not have."""

import ast
import json
import runpy
import subprocess
import sys
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


TOLD = [
    ("name", "Ida Lund", "said", "“The lift is stuck,”"),
    ("name", "Emil Roe", "asked", "“Since when?”"),
    ("pronoun", "she", "said", "“Since May,”"),
    ("name", "Emil Roe", "said", "it would hold"),
]
GERMAN = (
    "„Der Lift klemmt“, sagte Ida Lund.\n\n„Seit wann?“, fragte Emil Roe.\n\n„Seit Mai“, sagte sie.\n\n"
    "Das „Haus am See“ ist alt. Ida Lund sagte, der Lift sei alt."
)
GESAGT = [
    ("name", "Ida Lund", "sagte", "„Der Lift klemmt“"),
    ("name", "Emil Roe", "fragte", "„Seit wann?“"),
    ("pronoun", "sie", "sagte", "„Seit Mai“"),
]
STORY = (
    "“The lift is stuck,” Ida Lund said.\n\n“Since when?” asked Emil Roe.\n\n“Since May,” she said.\n\n"
    "Emil Roe said it would hold, but Ida Lund took the stairs because she was late."
)


def annotated(story: str, told: list[tuple[str, str, str, str]], times: int) -> dict[str, object]:
    """A record of a corpus: ``times`` the same story, with all that is told in it."""
    text = "\n\n".join([story] * times)
    attributions: list[dict[str, object]] = []
    marked: list[dict[str, object]] = []
    for start in range(0, len(text), len(story) + 2):
        for kind, source, cue, content in told:
            begin = text.index(content, start)
            span, direct = [begin, begin + len(content)], content[0] in "“„"
            if direct:
                marked.append({"start": span[0], "end": span[1], "gold": "pos", "attribution": len(attributions)})
            names = {"she": "lund", "sie": "lund"}.get(source, source.split()[-1].lower())
            attributions.append(
                {"kind": "direct" if direct else "indirect", "content": [span], "cue": cue, "source": source}
                | {"source_type": kind, "heads": [source.split()[-1].lower()], "names": [names], "speech": True}
            )
    return {"id": "told", "outlet": "Sunde Gazette", "text": text, "attributions": attributions, "marked": marked}


@pytest.mark.parametrize("model", ["end-en", "antecedent", "speaker-en", "speech-en", "speaker", "speech", "clause-en"])
def test_every_model_can_be_learnt(
    model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus, name = tmp_path / "told.jsonl", "train_attribution.py"
    corpus.write_text(json.dumps(annotated(STORY, TOLD, 9)) + "\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    monkeypatch.setattr(sys, "argv", [name, str(corpus), "--dev", str(corpus), "--models", model])
    runpy.run_path(str(BENCHMARKS / name), run_name="__main__")
    learnt = capsys.readouterr().out.splitlines()[0].split()
    assert learnt[0] == model
    assert float(learnt[-2]) > 0.9  # of the choices come out right


def test_a_language_can_be_adapted(tmp_path: Path) -> None:
    corpus = tmp_path / "told.jsonl"
    corpus.write_text((json.dumps(annotated(GERMAN, GESAGT, 9)) + "\n") * 4, encoding="utf-8")
    script = [sys.executable, str(BENCHMARKS / "adapt_language.py"), str(corpus), "--language", "de", "--folds", "2"]
    plain, folds = subprocess.run(script, capture_output=True, text=True, check=True).stdout.splitlines()
    assert plain.startswith("English weights speech F1")
    assert float(folds.split()[-1]) == 1.0  # all that is speech, and who said it
