"""Small worlds from text to trace: what quotetrace says of each, held against what a careful editor would."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from quotetrace import api
from quotetrace.models import Article, Scan

WORLDS: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("cases").joinpath("worlds.yml").read_text(encoding="utf-8")
)
KNOWN = {
    name: [pytest.mark.xfail(strict=True, reason=world["fails"])] if "fails" in world else []
    for name, world in WORLDS.items()
}


def article(key: str, fields: dict[str, Any]) -> Article:
    dates = {"published": str(fields["published"])} if "published" in fields else {}
    return api.article(fields["text"], key=key, outlet=fields["outlet"], **dates)


def said(scan: Scan) -> set[str]:
    """The trace of the largest family, in the words of worlds.yml."""
    keys = {one.id: one.key for one in scan.articles}
    home = {one.id: keys[one.article] for one in scan.quotes}
    largest = max(scan.families, key=lambda family: (len({home[q] for q in family.quotes}), len(family.text)))
    (found,) = [one for one in scan.traces if one.family == largest.id]
    steps = {f"{home[x.source] if x.source else 'outside'} > {home[x.target]} {x.basis}" for x in found.steps}
    pairs = {f"{' ? '.join(sorted((home[x.a], home[x.b])))} {x.basis}" for x in found.undecided}
    origin = {f"{home[found.origin.quote]} origin"} if found.origin.quote else set()
    return steps | pairs | origin


@pytest.mark.parametrize("name", [pytest.param(name, marks=KNOWN[name]) for name in WORLDS])
def test_a_world_is_traced_as_a_careful_editor_would(name: str) -> None:
    articles = [article(key, fields) for key, fields in WORLDS[name]["articles"].items()]
    assert said(api.scan(articles)) == set(WORLDS[name]["says"])
