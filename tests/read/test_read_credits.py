"""What an article says of its own sources."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.read.credits import credits_in


@pytest.mark.parametrize(
    ("text", "kind", "name", "words"),
    [
        pytest.param("It closed (AP).", "tag", "AP", "(AP)", id="an agency in brackets"),
        pytest.param("It closed (Oria News).", "tag", "Oria News", "(Oria News)", id="news in the name"),
        pytest.param("Ode told CNN that", "told", "CNN", "told CNN", id="a known name"),
        pytest.param("Ode told CNN’s Ana Lind that", "told", "CNN", "told CNN", id="somebody of it"),
        pytest.param("Ode told REUTERS that", "told", "REUTERS", "told REUTERS", id="in capitals"),
        pytest.param("told Ilm's TF1 TV channel", "told", "TF1", "told Ilm's TF1 TV channel", id="place, name, what"),
        pytest.param(
            "told the Q7 television channel.", "told", "Q7", "told the Q7 television channel", id="what it is"
        ),
        pytest.param(
            *("told Ilmish TV-channel Q7", "told", "Q7", "told Ilmish TV-channel Q7"),
            id="an adjective of a place that is not listed",
            marks=pytest.mark.xfail(strict=True, reason="only listed nationalities are known not to be the name"),
        ),
        pytest.param(
            "interview to French TV-channel Q7", "told", "Q7", "interview to French TV-channel Q7", id="before"
        ),
        pytest.param("told the newspaper Oria in", "told", "Oria", "told the newspaper Oria", id="the newspaper X"),
        pytest.param(
            "told state news agency Oria on", "told", "Oria", "told state news agency Oria", id="state agency"
        ),
        pytest.param(
            "told the Harbour Post on Monday", "told", "Harbour Post", "told the Harbour Post", id="the X Post"
        ),
        pytest.param("told The Harbour Post", "told", "The Harbour Post", "told The Harbour Post", id="The X Post"),
        pytest.param("told Harbour Radio Monday", "told", "Harbour Radio", "told Harbour Radio", id="then a weekday"),
        pytest.param("told Radio Harbour in May", "told", "Radio Harbour", "told Radio Harbour", id="radio first"),
        pytest.param("told QNRW-TV of Ellery", "told", "QNRW-TV", "told QNRW-TV", id="a station"),
        pytest.param("told The Sun", "told", "The Sun", "told The Sun", id="The Sun is no Sunday"),
        pytest.param("told the Wall Street Journal", "told", "Wall Street Journal", None, id="a street in the name"),
        pytest.param("told Oria News Agency on", "told", "Oria News Agency", "told Oria News Agency", id="News Agency"),
        pytest.param("the Oria News Agency reported", "reported", "Oria News Agency", None, id="… before the cue"),
        pytest.param("told BBC Radio 4’s Ana Lind", "told", "BBC Radio 4", "told BBC Radio 4", id="a number"),
        pytest.param("told\nthe BBC", "told", "BBC", "told\nthe BBC", id="over a line break"),
        pytest.param(
            "in an interview with Oria News,", "told", "Oria News", "interview with Oria News", id="interview"
        ),
        pytest.param(
            "according to Itar Tass.", "according-to", "Itar Tass", "according to Itar Tass", id="according to"
        ),
        pytest.param("According to AFP, it", "according-to", "AFP", "According to AFP", id="… at the start"),
        pytest.param("laut Oria Zeitung hat", "according-to", "Oria Zeitung", "laut Oria Zeitung", id="laut"),
        pytest.param(
            *("selon l'agence Oria,", "according-to", "Oria", "selon l'agence Oria"),
            id="an elided article",
            marks=pytest.mark.xfail(strict=True, reason="l'agence is one word to the reader"),
        ),
        pytest.param("selon le quotidien Oria,", "according-to", "Oria", "selon le quotidien Oria", id="selon"),
        pytest.param(
            "Oria news Agency reported.", "reported", "Oria", "Oria news Agency reported", id="agency reported"
        ),
        pytest.param("As Oria News first reported,", "reported", "Oria News", "Oria News first reported", id="adverb"),
        pytest.param("the Harbour Times reports", "reported", "Harbour Times", "Harbour Times reports", id="reports"),
        pytest.param("first reported by Oria News", "reported", "Oria News", "reported by Oria News", id="reported by"),
        pytest.param("It closed. Reuters contributed to this report", "reported", "Reuters", None, id="contributed"),
    ],
)
def test_credits_and_their_words(text: str, kind: str, name: str, words: str | None) -> None:
    found = credits_in(text)
    (credit,) = found
    assert (credit.kind, credit.name) == (kind, name)
    assert words is None or credit.span.of(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "told Congress that",
        "told Smith that",
        "told reporters in Port Ellery",
        "told the House",
        "told Ana Post that",
        "told the National Press Club",
        "told the Radio Commission",
        "told the Committee on News",
        "told Oria.",
        "according to Mr Brown",
        "according to an Oria News poll",
        "according to the Journal of Bridges",
        "police reported that",
        "Ode reported that",
        "the Bridge Authority (BA) said",
        "Ode (Labour) said",
        "Mayor Ode (R-Ilm.) said",
        "retold CNN",
        "told. CNN was there",
        "told (and shown) CNN",
        "the post reported",
        "to French TV-channel Q7, Ode told",
        "Iranian state TV reported",
        "the News reported",
        "told Canal Street",
        "told The",
        "told ",
        "",
    ],
)
def test_what_is_no_credit(text: str) -> None:
    assert credits_in(text) == ()


def test_credits_stand_in_the_order_of_the_text() -> None:
    text = "Reuters reported that Ode told the BBC (AP)."
    assert [(credit.kind, credit.name) for credit in credits_in(text)] == [
        ("reported", "Reuters"),
        ("told", "BBC"),
        ("tag", "AP"),
    ]


WORDS = [
    "told",
    "the",
    "AP",
    "(AP)",
    "Oria",
    "News",
    "TV",
    "channel",
    "reported",
    "by",
    "according",
    "to",
    "\n",
    ".",
    "’s",
]


@given(st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_a_credit_names_what_stands_in_its_span(text: str) -> None:
    for credit in credits_in(text):
        assert credit.name in credit.span.of(text)
