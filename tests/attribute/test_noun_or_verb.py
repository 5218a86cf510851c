"""Forms of verbs of speech that are nouns or adjectives in their place, and names that look like verbs."""

import pytest
from reading import clauses, in_marks, quotes, who

NOUNS = [
    pytest.param("Roe's desk received 40 letters and 90 questions before the flood shut it.", id="so many questions"),
    pytest.param("The bill passed despite the adamant protests of the bakers of Norwin.", id="protests of"),
    pytest.param("Roe worked on the crisis address he will give tomorrow night.", id="an address that he will give"),
    pytest.param("The house on the hill is the most famous address of the valley.", id="the most famous address"),
    pytest.param("The outgoing members, whose four-year terms will expire in May, left.", id="terms that will expire"),
    pytest.param("Each harbour would get two professional posts, such as pilot or clerk.", id="two posts"),
    pytest.param("When Lund opposed the Tarnholt peace talks, the mayor held back the money.", id="peace talks"),
    pytest.param("Some of them left after the widely reported talks with Lund.", id="widely reported talks"),
    pytest.param("The feud ended, and an air of understanding has come over the “river” towns.", id="of understanding"),
]
REPORTS = [
    pytest.param(
        "The council convened to discuss new reports of a leak.", ["new reports of a leak"], id="to discuss reports"
    ),
    pytest.param(
        "Documents from her wool return show she sold the mill.",
        ["she sold the mill"],
        id="show, behind a return",
    ),
    pytest.param("The crisis council said he lost the mill.", ["he lost the mill"], id="said, behind a noun"),
    pytest.param(
        "There would be a list, according to the explanatory notes of the bill.",
        ["There would be a list"],
        id="the notes of a bill",
    ),
]
NAMES = [
    pytest.param("“The boats may be lost,” Bellows told the court.", "Bellows", id="a name like a verb"),
    pytest.param(
        "“The boats may be lost”, Bellows told the court.", "Bellows", id="a name like a verb, a comma outside"
    ),
    pytest.param("“The boats may be lost”, Bellows said.", "Bellows", id="the same, before said"),
]


@pytest.mark.parametrize("text", NOUNS)
def test_a_noun_reports_nothing(text: str) -> None:
    assert quotes(text) == ()


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_a_verb_beside_nouns_reports(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(("text", "speaker"), NAMES)
def test_a_name_that_looks_like_a_verb(text: str, speaker: str) -> None:
    assert [who(q) for q in in_marks(text)] == [speaker]
