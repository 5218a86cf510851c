"""The language of a text, told from short news passages of our own."""

from pathlib import Path

import pytest
import yaml

from quotetrace.lang import codes, detect

CASES = Path(__file__).parent / "cases"
NEWS = {
    "en": "The council of Harrowby voted on Monday to close the old bridge until spring. Engineers had warned "
    "that one of its piers was cracked, and that heavy lorries made it worse. Traffic will be sent "
    "through the village in the meantime.",
    "de": "Der Stadtrat von Nordheim hat am Montag beschlossen, die alte Brücke bis zum Frühjahr zu sperren. "
    "Fachleute hatten gewarnt, dass ein Pfeiler Risse habe. Der Verkehr wird in der Zwischenzeit durch "
    "das Dorf geleitet.",
    "fr": "Le conseil municipal de Sorgues a décidé lundi de fermer le vieux pont jusqu’au printemps. Des "
    "ingénieurs avaient averti que l’une des piles était fissurée. La circulation passera par le village "
    "pendant les travaux.",
    "es": "El ayuntamiento de Valdeloma decidió el lunes cerrar el puente viejo hasta la primavera. Los "
    "ingenieros habían advertido de que uno de sus pilares tenía grietas. El tráfico pasará por el pueblo "
    "mientras duren las obras.",
    "it": "Il consiglio comunale di Montelupo Alto ha deciso lunedì di chiudere il vecchio ponte fino alla "
    "primavera. Gli ingegneri avevano avvertito che uno dei piloni era lesionato. Il traffico passerà per "
    "il paese durante i lavori.",
    "pt": "A câmara de Almarim decidiu na segunda-feira fechar a ponte velha até à primavera. Os engenheiros "
    "tinham avisado que um dos pilares estava rachado. O trânsito vai passar pela vila enquanto durarem "
    "as obras.",
    "nl": "De gemeenteraad van Noordhaven heeft maandag besloten de oude brug tot het voorjaar te sluiten. "
    "Ingenieurs hadden gewaarschuwd dat een van de pijlers scheuren vertoonde. Het verkeer wordt zolang "
    "door het dorp geleid.",
    "sv": "Kommunfullmäktige i Norrhamn beslutade i måndags att stänga den gamla bron till våren. Ingenjörer "
    "hade varnat för att en av pelarna var sprucken. Trafiken leds genom byn så länge arbetet pågår.",
}


def test_every_language_has_a_passage() -> None:
    assert set(NEWS) == set(codes())


@pytest.mark.parametrize("code", sorted(NEWS))
def test_language_of_forty_words(code: str) -> None:
    assert detect(NEWS[code]) == code


@pytest.mark.parametrize("code", sorted(set(NEWS) - {"en"}))
def test_language_of_three_short_passages(code: str) -> None:
    texts = [case["text"] for case in yaml.safe_load((CASES / f"{code}.yml").read_text(encoding="utf-8"))]
    found = [detect(" ".join(texts[i : i + 3])) for i in range(len(texts) - 2)]
    assert found == [code] * len(found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("Harrowby 3 Noordhaven 2", id="only names"),
        pytest.param("Берег закрыт до весны", id="a language without data"),
        pytest.param("«»„“" * 300_000, id="a megabyte of marks"),
        pytest.param(
            "Primarul orașului Valea Nouă a anunțat joi că spitalul va fi închis până la sfârșitul anului. „Nu avem "
            "bani pentru lucrări”, a declarat Mihai Dobre la conferința de presă. Locuitorii sunt nemulțumiți și cer "
            "demisia lui.",
            id="Romanian",
        ),
        pytest.param(
            "L'alcaldessa de Vallnova ha anunciat aquest dijous que el teatre tancarà fins a la primavera. «No tenim "
            "diners», ha dit davant dels periodistes. Els veïns estan enfadats i demanen explicacions.",
            id="Catalan",
        ),
        pytest.param(
            "Borgmesteren i Nyby meddelte torsdag, at sygehuset lukker inden årets udgang. »Vi har ikke penge til at "
            "reparere det,« sagde Hans Olsen på et pressemøde. Beboerne er vrede og kræver svar.",
            id="Danish",
        ),
    ],
)
def test_english_where_nothing_tells(text: str) -> None:
    assert detect(text) == "en"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Lund said “Das ist nicht der Weg, den wir gehen wollen, und das wissen alle” and left the town."),
        ("en", "The mayor read it out: « Nous ne pouvons pas accepter que la digue soit une ruine. » She sat down."),
        ("de", "Der Minister sagte: “We will not close it, and that is all I have to say about it today.”"),
        ("fr", "Le ministre a répondu : « We will not close it, and that is what I have to say. »"),
        ("sv", "”Det är inte min sak att säga”, sade ministern till den som frågade."),
        ("nl", "“Dat doen we liever niet.”"),
    ],
)
def test_the_reporter_decides_in_a_short_text(code: str, text: str) -> None:
    assert detect(text) == code


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Lund denies the mayor asked"),
        ("de", "Bürgermeister weist Vorwürfe zurück"),
        ("es", "El alcalde lo niega todo"),
        ("fr", "Le maire dément lundi"),
        ("it", "Il sindaco nega tutto"),
        ("nl", "Burgemeester ontkent alles"),
        ("pt", "Presidente da câmara nega tudo"),
        ("sv", "Kommunen säger nej till badhuset"),
    ],
)
def test_language_of_a_headline(code: str, text: str) -> None:
    assert detect(text) == code
