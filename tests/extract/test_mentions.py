"""Names, pronouns and noun phrases that may speak. A row: a text, and its mentions; gender where known."""

import pytest

from quotetrace.config import ExtractOptions
from quotetrace.extract import extract
from quotetrace.models import Article

VERB = pytest.mark.xfail(strict=True, reason="after a bare determiner the verb is taken into the mention")


def mentioned(text: str) -> list[str]:
    """ "name Ida Lund", "pronoun she f", "nominal the mayor"."""
    found = extract(Article("id", "key", text, language="en"), ExtractOptions()).mentions
    return [" ".join([m.kind, m.text, *([m.gender] if m.gender != "x" else [])]) for m in found]


NAMES = [
    pytest.param("Ida Lund said so.", ["name Ida Lund"], id="two words"),
    pytest.param("Lund said so.", ["name Lund"], id="one word that opens a sentence"),
    pytest.param("Mr. Venn said so.", ["name Mr. Venn m"], id="title, and the gender it tells"),
    pytest.param("Foreign Minister Ida Lund said so.", ["name Foreign Minister Ida Lund"], id="office"),
    pytest.param("Marten de la Cruz said so.", ["name Marten de la Cruz"], id="particles"),
    pytest.param("Anna Keech-Lund said so.", ["name Anna Keech-Lund"], id="hyphen"),
    pytest.param("Yusef al-Marani said so.", ["name Yusef al-Marani"], id="al-"),
    pytest.param("Sean O'Mallory said so.", ["name Sean O'Mallory"], id="apostrophe"),
    pytest.param("Doran Keech Jr. said so.", ["name Doran Keech Jr."], id="suffix"),
    pytest.param("Doran R. Keech said so.", ["name Doran R. Keech"], id="initial"),
    pytest.param("The Dam Authority said so.", ["name Dam Authority n"], id="organisation"),
    pytest.param("The Ministry of Water said so.", ["name Ministry of Water n"], id="ministry of"),
    pytest.param("The RRS said so.", ["name RRS n"], id="acronym"),
    pytest.param("Ida Lund and Oskar Venn said so.", ["name Ida Lund", "name Oskar Venn"], id="and"),
    pytest.param("Editor-in-Chief Ida Lund said so.", ["name Editor-in-Chief Ida Lund"], id="office with hyphens"),
    pytest.param("Anna Keech-King said so.", ["name Anna Keech-King"], id="a title in a double surname"),
    pytest.param("Whatever Lund said, it rained.", ["name Lund", "pronoun it n"], id="a word that opens a sentence"),
    pytest.param(
        "It rained. Clearly Lund said so. He met Lund.",
        ["pronoun It n", "name Lund", "pronoun He m", "name Lund"],
        id="an adverb that opens a sentence",
    ),
    pytest.param("The spokeswoman Ida Lund said so.", ["name Ida Lund f"], id="gender from the noun before"),
]

OTHERS = [
    pytest.param("She said so.", ["pronoun She f"], id="she"),
    pytest.param("They said so.", ["pronoun They"], id="they"),
    pytest.param("It said so.", ["pronoun It n"], id="it"),
    pytest.param("The mayor said so.", ["nominal The mayor"], id="office"),
    pytest.param("A spokesman said so.", ["nominal A spokesman m"], id="gender of the noun"),
    pytest.param("A senior official said so.", ["nominal A senior official"], id="unnamed source"),
    pytest.param("Officials said so.", ["nominal Officials"], id="bare plural"),
    pytest.param('"So it is," said the 43-year-old.', ["nominal the 43-year-old"], id="age behind the verb"),
    pytest.param("The 43-year-old said so.", ["nominal The 43-year-old"], id="age"),
    pytest.param("The Drovian leader said so.", ["nominal The Drovian leader"], id="country and office"),
    pytest.param("Her spokesman said so.", ["nominal Her spokesman m"], id="her spokesman"),
    pytest.param("Her claim was wrong.", ["pronoun Her f", "nominal Her claim"], id="her claim"),
    pytest.param("Some said so.", ["nominal Some"], id="some"),
    pytest.param('"Ida Lund said so," Venn said.', ["name Venn"], id="none inside marks"),
]


@pytest.mark.parametrize(("text", "expected"), NAMES + OTHERS)
def test_mentions_in_order(text: str, expected: list[str]) -> None:
    assert mentioned(text) == expected
