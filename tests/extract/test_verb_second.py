"""Where the subject stands in languages whose verb comes second."""

import pytest

from quotetrace.config import ExtractOptions
from quotetrace.extract import extract
from quotetrace.models import Article


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Der Redaktion sagte Arne Holm, der Hafen schließe.", "sagte", "Arne Holm"),
        ("In einem Brief an die Werft erklärte der Präsident, man baue weiter.", "erklärte", "der Präsident"),
        ("Als Antwort auf den Brief schrieb ein Sprecher, man baue weiter.", "schrieb", "ein Sprecher"),
        (
            "Der Richter begann, weil die Ministerin den Hafen als „Grab“ bezeichnet hatte.",
            "bezeichnet",
            "die Ministerin",
        ),
        ("Der Hof wird von den Anwohnern als „Müllplatz der Stadt“ bezeichnet.", "bezeichnet", "Anwohnern"),
        ("Der Hof wird seit Jahren als „Müllplatz der Stadt“ bezeichnet.", "bezeichnet", None),
        ("Der Kurier zitiert den Pfarrer mit den Worten „Ich bleibe“.", "zitiert", "Pfarrer"),
        ("„Ich bleibe“, wird der Pfarrer im Kurier zitiert.", "zitiert", "der Pfarrer"),
        (
            "Ole Brenz, einer der Räte, die im Mai gingen, kritisierte die Haltung der Stadt.",
            "kritisierte",
            "Ole Brenz",
        ),
        ("Das Angebot des Hafens, die Boote zu kaufen, lehnte sie ab.", "lehnte", "sie"),
        ("Brenz hatte vor allem die Rolle der Stadt- und Landräte betont.", "betont", "Brenz"),
        ("So heißt es in dem Schreiben an die Werft wörtlich: „Ich bleibe“.", "heißt", "Schreiben"),
        ("Auf der Hafen-Homepage heißt es zur Begründung: „Ich bleibe“.", "heißt", "der Hafen-Homepage"),
        ("Wie der Minister Ole Brenz am Montag erklärte, sieht man den Bau gern.", "erklärte", "Ole Brenz"),
        ("Im Mai kritisierte der Minister Ole Brenz den Bau.", "kritisierte", "Ole Brenz"),
        ("In dem von Ole Brenz genannten Brief sagte die Stadt zu.", "sagte", "die Stadt"),
        ("Am Montag kam Holm zurück und nannte den Plan „dumm“.", "nannte", "Holm"),
        ("In der Rede nannte der Minister den Plan dumm und kritisierte den Rat.", "kritisierte", "der Minister"),
    ],
)
def test_subject(text: str, verb: str, subject: str | None) -> None:
    found = extract(Article("a", "a", text, language="de"), ExtractOptions())
    [index] = [p.subject for s in found.predicates for p in s if found.tokens.words[p.verb] == verb]
    assert (found.mentions[index].text if index >= 0 else None) == subject
