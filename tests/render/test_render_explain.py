"""What `explain` shows of values made by hand: every reason, every other way, whatever the subject."""

import pytest
import render_samples as samples

from quotetrace.render import plain
from quotetrace.render.page import Page
from quotetrace.render.subject import Between, Subject, part


def printed(subject: Subject) -> str:
    return "".join(plain.explain(subject, part(samples.SCAN, subject), Page()))


@pytest.mark.parametrize(
    ("subject", "row"),
    [
        pytest.param(samples.BRIDGE, "narration +3.1: 58% of the narration stands in both", id="evidence and weight"),
        pytest.param(samples.BRIDGE, "or from Fjordwire, common source, 3% sure", id="another way"),
        pytest.param(
            samples.BRIDGE,
            "Fjordwire  same event, 70% sure that it came from outside these articles",
            id="from outside",
        ),
        pytest.param(samples.BRIDGE, "origin: a statement by Mara Ilkov on 2 May", id="the origin"),
        pytest.param(samples.BRIDGE, "A is the centre: the wording nearest to all others", id="the centre"),
        pytest.param(samples.HUM, "why: letters/undated.txt has no date, and no narration is shared", id="undecided"),
        pytest.param(Between(samples.A.id, samples.B.id), "replace: [-forty-] → {+fourteen+}", id="a change"),
        pytest.param(Between(samples.A.id, samples.B.id), "insert: {+nobody+}", id="a word that only one has"),
        pytest.param(Between(samples.A.id, samples.B.id), "flag: number: forty / fourteen", id="a flag and its words"),
        pytest.param(
            Between(samples.A.id, samples.B.id), "Sunde Gazette → Evening Mail  copied, 96% sure", id="a step"
        ),
        pytest.param(Between(samples.E.id, samples.F.id), "Sunde Gazette ↔ undated  cannot tell which way", id="open"),
        pytest.param(samples.C, "fault of the marks: missing open mark", id="a fault of the marks"),
        pytest.param(samples.C, "speaker: the article does not say who: “The harbour master”", id="no name"),
        pytest.param(samples.B, "speaker: Mara Ilkov, 90% sure, named at the quote: “Ms Ilkov”", id="a name"),
        pytest.param(samples.B, f"family: {samples.BRIDGE.id}", id="its family"),
        pytest.param(samples.LETTER, f"{samples.D.id}  Mara Ilkov: the bridge would close", id="an article's quote"),
    ],
)
def test_a_reason_is_shown(subject: Subject, row: str) -> None:
    assert row in [line.strip() for line in printed(subject).splitlines()]


def test_every_quote_of_a_family_has_its_id() -> None:
    assert all(f"   {quote}  " in printed(samples.BRIDGE) for quote in samples.BRIDGE.quotes)


def test_two_quotes_without_a_link_are_shown_with_the_way_between_them() -> None:
    lines = printed(Between(samples.B.id, samples.C.id)).splitlines()
    assert lines[0].startswith(f"no link {samples.B.id}-{samples.C.id}  ")
    assert "How it came" not in lines


def test_no_block_is_empty() -> None:
    subjects: list[Subject] = [*samples.SCAN.articles, *samples.SCAN.quotes, *samples.SCAN.families]
    for subject in subjects:
        lines = printed(subject).splitlines()
        assert not [line for line, after in zip(lines, [*lines[1:], ""], strict=True) if line in TITLES and not after]


TITLES = ("Quotes", "Links", "Reasons", "How it came", "How it spread")
