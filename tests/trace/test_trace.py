"""How a wording reached an article, case by case, and what holds for any world."""

import importlib.util
import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from build import article, family, link, quotes_of, traced
from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrace.config import TraceOptions
from quotetrace.models import Article, Evidence, Trace
from quotetrace.trace import candidates, reuse, trace
from quotetrace.trace.dates import order
from quotetrace.trace.wired import wired

SAID = "“We shall mend the harbour wall before the winter, and nobody will lose a boat to it again,”"
CUT = "“nobody will lose a boat to it again”"
FUNNELS = "The wall lost a third of its stones in the gale that came in over the headland in the small hours of Sunday."
HERRING = "Every second house in the lower town has water in the kitchen, and the herring market is held in the church."
RATES = "A levy on moorings was meant to pay for repairs, but it went into the new bandstand, as auditors found."
OWN = "The council meets on Thursday in the school because its own hall has been lent to the families from the quay."
TALE = "An old lady from the lighthouse brought a basket of eggs, which the clerk entered in the minutes as a petition."
COUSIN = "Fishermen who had listened from the stairs went home without a word and were seen at dawn carrying sandbags."
LAMP = "“Whoever wants a lantern on the quay may come and light it himself tonight,”"
GALE = "Stones fell in the gale that came in over the headland, as everybody knows."
COAT = "The pilot had hung his wet coat over the broken window of the school."
COAT_TOO = "the pilot had hung his wet coat over the broken window of the old school"
LONG = (
    "The mayor came in boots that still had the mud of the mole on them. Nobody had brought a chair for her. "
    "Two dogs slept under the table through all of it. The clerk read the minutes aloud from a notebook. "
    "Children sang for coins on the steps outside the school. Coffee was served late and ran out at once. "
    "The lamp over the door went out twice. A window broke, and a fisherman held his coat before it. "
    "When the vote is to be held was left open."
)
LONG_TOO = (
    "Boats from Marrow lay three deep along the mole. Half of the hall had come to hear about the pensions. "
    "A pilot read out what he had written down in March. The stove was lit twice and went out twice. "
    "Her deputy has not been seen since the summer fair. Tea cost a crown, and nobody paid for it. "
    "Three boys counted the gulls on the ridge of the roof. The next sitting has no date yet."
)
REPORT = f"{FUNNELS}\n{HERRING}\n{RATES}\n"
OTHER = f"{OWN}\n{TALE}\n{COUSIN}\n"

Ways = list[tuple[str | None, str, str]]


def ways(found: Trace) -> Ways:
    """The steps as (source, target, basis), then the undecided pairs as ("?", both, basis)."""
    steps: Ways = [(s.source and s.source.split(".")[0], s.target.split(".")[0], s.basis) for s in found.steps]
    pairs: Ways = [("?", f"{u.a.split('.')[0]} {u.b.split('.')[0]}", u.basis) for u in found.undecided]
    return steps + pairs


CASES: dict[str, tuple[list[Article], Ways]] = {
    "narration came along": (
        [
            article("a", f"{REPORT}{SAID} she said.", "Post", "2021-03-04"),
            article("b", f"{HERRING}\n{SAID} said Ms Brell.\n{FUNNELS}\n{RATES}", "Echo", "2021-03-05"),
        ],
        [("a", "b", "copied")],
    ),
    "likelier than not, and not sure enough to be named": (
        [
            article("a", f"{RATES}\n{SAID} she said.", "Post", "2021-03-04"),
            article("b", f"{RATES}\n{OTHER}{SAID} said Ms Brell.", "Echo", "2021-03-05"),
        ],
        [(None, "a", "same-event"), (None, "b", "unknown")],
    ),
    "sure enough one way, not the other, and no date: open for both": (
        [
            article("a", f"{HERRING}\n{RATES}\n{SAID} she said.", "Post", None),
            article("b", f"{HERRING}\n{RATES}\n{OTHER}{SAID} said Ms Brell.", "Echo", "2021-03-05"),
        ],
        [("?", "b a", "copied")],
    ),
    "the later one is never the source": (
        [
            article("a", f"{REPORT}{SAID} she said.", "Post", "2021-03-06"),
            article("b", f"{HERRING}\n{SAID} said Ms Brell.\n{FUNNELS}\n{RATES}", "Echo", "2021-03-05"),
        ],
        [("b", "a", "copied")],
    ),
    "a sentence in both, and the later one has much more of its own: both were handed it": (
        [
            article("a", f"{FUNNELS}\n{HERRING}\n{RATES}\n{SAID} she said.", "Post", "2021-03-04"),
            article("b", f"{RATES}\n{OTHER}{SAID} said Ms Brell. {LAMP} she said.", "Echo", "2021-03-05"),
        ],
        [(None, "a", "common-source"), (None, "b", "common-source")],
    ),
    "a whole sentence in two long reports: both were handed it": (
        [
            article("a", f"{LONG} {COAT}\n{SAID} she said.", "Post", "2021-03-04"),
            article("b", f"{LONG_TOO} {COAT}\n{SAID} said Ms Brell.", "Echo", "2021-03-05"),
        ],
        [(None, "a", "common-source"), (None, "b", "common-source")],
    ),
    "as many words in the midst of two sentences: such as any two may share": (
        [
            article("a", f"{LONG} Nobody knew why {COAT_TOO} in March.\n{SAID} she said.", "Post", "2021-03-04"),
            article("b", f"{LONG_TOO} Some asked if {COAT_TOO}.\n{SAID} said Ms Brell.", "Echo", "2021-03-05"),
        ],
        [(None, "a", "same-event"), (None, "b", "same-event")],
    ),
    "two editions of an agency's text, one without a date: whichever was first, it is the agency's": (
        [
            article("a", f"{REPORT}{OTHER}{SAID} she said.", "Post"),
            article("b", f"{REPORT}{OTHER}{SAID} she said.", "Post", "2021-03-05"),
            article("c", f"{RATES}\n{SAID} she said. (Halpress)", "Star", "2021-03-06"),
        ],
        [(None, "b", "common-source"), (None, "c", "credited"), (None, "a", "common-source")],
    ),
    "the same quote alone": (
        [
            article("a", f"{REPORT}{SAID} she said.", "Post", "2021-03-04"),
            article("b", f"{OTHER}{SAID} she said.", "Echo", "2021-03-05"),
        ],
        [(None, "a", "same-event"), (None, "b", "same-event")],
    ),
    "the same quote months later": (
        [
            article("a", f"{REPORT}{SAID} she said.", "Post", "2021-03-04"),
            article("b", f"{OTHER}{SAID} she said.", "Echo", "2021-09-05"),
        ],
        [(None, "a", "unknown"), (None, "b", "unknown")],
    ),
    "the earlier article is credited": (
        [
            article("a", f"{REPORT}{SAID} she said.", "Harbour Post", "2021-03-04"),
            article("b", f"{OTHER}{CUT}, she told the Harbour Post.", "Echo", "2021-03-05"),
        ],
        [("a", "b", "credited")],
    ),
    "a short form of a name that stands in the article": (
        [
            article("a", f"{REPORT}{SAID} she said.", "Harbour Post", "2021-03-04"),
            article("b", f"The Harbour Post was first.\n{CUT}, she said, according to the Post.", "Echo", "2021-03-05"),
        ],
        [("a", "b", "credited")],
    ),
    "no date, but a credit": (
        [
            article("a", f"{REPORT}{SAID} she said.", "Post"),
            article("b", f"{OTHER}{CUT}, she told the Post.", "Echo", "2021-03-05"),
        ],
        [("a", "b", "credited")],
    ),
    "no date, and only narration": (
        [
            article("a", f"{REPORT}{SAID} she said.", "Post"),
            article("b", f"{REPORT}{SAID} she said.", "Echo", "2021-03-05"),
        ],
        [("?", "b a", "copied")],
    ),
    "the same day without a time": (
        [
            article("a", f"{REPORT}{SAID} she said.", "Post", "2021-03-05"),
            article("b", f"{REPORT}{SAID} she said.", "Echo", "2021-03-05"),
        ],
        [("?", "a b", "copied")],
    ),
    "no date, and a third has some of it under an agency's name": (
        [
            article("a", f"{REPORT}{OTHER}{SAID} she said.", "Post"),
            article("b", f"{REPORT}{OTHER}{SAID} she said.", "Echo", "2021-03-05"),
            article("c", f"{RATES}\n{SAID} she said. (Halpress)", "Star", "2021-03-06"),
        ],
        [(None, "b", "common-source"), (None, "c", "credited"), (None, "a", "common-source")],
    ),
    "not sure enough to be named, and a third has it under an agency's name": (
        [
            article("a", f"{RATES}\n{SAID} she said.", "Post", "2021-03-04"),
            article("b", f"{RATES}\n{OTHER}{SAID} said Ms Brell.", "Echo", "2021-03-05"),
            article("c", f"{TALE}\n{LAMP} she said.\n(Halpress)", "Star", "2021-03-05"),
        ],
        [(None, "a", "same-event"), (None, "b", "common-source"), (None, "c", "credited")],
    ),
    "both under one wire tag": (
        [
            article("a", f"{REPORT}{SAID} she said. (Halpress)", "Post", "2021-03-04"),
            article("b", f"{REPORT}{SAID} she said. (Halpress)", "Echo", "2021-03-05"),
        ],
        [(None, "a", "common-source"), (None, "b", "common-source")],
    ),
    "a sentence of the text that two others have from an agency": (
        [
            article("a", f"{GALE}\n{OWN}\n{SAID} she said.", "Star", "2021-03-04"),
            article("b", f"{REPORT}{SAID} she said. (Halpress)", "Post", "2021-03-04"),
            article("c", f"{REPORT}{SAID} she said. (Halpress)", "Echo", "2021-03-05"),
        ],
        [(None, "a", "common-source"), (None, "b", "common-source"), (None, "c", "common-source")],
    ),
    "the same, of a long report of one's own": (
        [
            article("a", f"{GALE}\n{LONG}\n{SAID} she said.", "Star", "2021-03-04"),
            article("b", f"{REPORT}{SAID} she said. (Halpress)", "Post", "2021-03-04"),
            article("c", f"{REPORT}{SAID} she said. (Halpress)", "Echo", "2021-03-05"),
        ],
        [(None, "a", "same-event"), (None, "b", "common-source"), (None, "c", "common-source")],
    ),
    "two of one day, with a sentence that two others have from a handout": (
        [
            article("a", f"{FUNNELS}\n{RATES}\n{HERRING}\n{SAID} she said.", "Star", "2021-03-06"),
            article("b", f"{FUNNELS}\n{RATES}\n{HERRING}\n{SAID} she said.", "Mail", "2021-03-06"),
            article("c", f"{FUNNELS}\n{LONG}\n{SAID} she said.", "Post", "2021-03-04"),
            article("d", f"{FUNNELS}\n{LONG_TOO}\n{SAID} she said.", "Echo", "2021-03-05"),
        ],
        [(None, key, "common-source") for key in "abcd"],
    ),
    "a long report of one's own, and a sentence that two others have from a handout": (
        [
            article("a", f"{FUNNELS}\n{LONG}\n{SAID} she said.", "Star", "2021-03-06"),
            article("b", f"{FUNNELS}\n{OTHER}{SAID} she said.", "Post", "2021-03-04"),
            article("c", f"{FUNNELS}\n{LONG_TOO}\n{SAID} she said.", "Echo", "2021-03-05"),
        ],
        [(None, "a", "common-source"), (None, "b", "common-source"), (None, "c", "common-source")],
    ),
    "a long report of one's own, and a clause of a sentence that two others have from a handout": (
        [
            article("a", f"{GALE}\n{LONG}\n{SAID} she said.", "Star", "2021-03-06"),
            article("b", f"{FUNNELS}\n{OTHER}{SAID} she said.", "Post", "2021-03-04"),
            article("c", f"{FUNNELS}\n{LONG_TOO}\n{SAID} she said.", "Echo", "2021-03-05"),
        ],
        [(None, "a", "same-event"), (None, "b", "common-source"), (None, "c", "common-source")],
    ),
    "a sentence that one of the two has beside the agency's text": (
        [
            article("a", f"{GALE}\n{OWN}\n{SAID} she said.", "Star", "2021-03-04"),
            article("b", f"{FUNNELS}\n{HERRING}\n{RATES}\n{SAID} she said. (Halpress)", "Post", "2021-03-04"),
            article("c", f"{HERRING}\n{RATES}\n{SAID} she said. (Halpress)", "Echo", "2021-03-05"),
        ],
        [(None, "a", "same-event"), (None, "b", "common-source"), (None, "c", "common-source")],
    ),
    "the agency's text under its name in one only": (
        [
            article("a", f"PORTHAL, March 4 (Halpress) – {REPORT}{SAID} she said.", "Post", "2021-03-04"),
            article("b", f"{REPORT}{SAID} she said.", "Echo", "2021-03-05"),
        ],
        [(None, "a", "credited"), (None, "b", "common-source")],
    ),
    "the agency's text, under its name in a later one": (
        [
            article("a", f"{REPORT}{SAID} she said.", "Post", "2021-03-04"),
            article("b", f"PORTHAL, March 4 (Halpress) – {REPORT}{SAID} she said.", "Echo", "2021-03-05"),
        ],
        [(None, "a", "common-source"), (None, "b", "credited")],
    ),
    "a tag inside a paragraph is of one quotation, not of the article": (
        [
            article("a", f"{REPORT}{SAID} she said (Halpress). So be it.", "Post", "2021-03-04"),
            article("b", f"{REPORT}{SAID} she said.", "Echo", "2021-03-05"),
        ],
        [(None, "a", "credited"), ("a", "b", "copied")],
    ),
    "the agency's own article is here": (
        [
            article("a", f"PORTHAL, March 4 (Halpress) – {REPORT}{SAID} she said.", "Halpress", "2021-03-04"),
            article("b", f"{REPORT}{SAID} she said.", "Echo", "2021-03-05"),
            article("c", f"{REPORT}{SAID} she said. (Halpress)", "Star", "2021-03-06"),
        ],
        [("a", "b", "copied"), ("a", "c", "credited")],
    ),
    "credit to a house that is not here": (
        [
            article("a", f"{REPORT}{SAID} she said.", "Post", "2021-03-04"),
            article("b", f"{OTHER}{SAID} she said, according to Halpress.", "Echo", "2021-03-05"),
        ],
        [(None, "a", "same-event"), (None, "b", "credited")],
    ),
    "a credit to a house that printed it twice": (
        [
            article("a", f"{REPORT}{SAID} she said.", "Post", "2021-03-04"),
            article("b", f"{REPORT}{SAID} she said.", "Post", "2021-03-04"),
            article("c", f"{OTHER}{SAID} she told the Post.", "Echo", "2021-03-05"),
        ],
        [(None, "c", "credited"), ("?", "a b", "copied")],
    ),
    "no date, but a fuller quote where the narration is from": (
        [
            article("a", f"{REPORT}{SAID} she said.", "Post"),
            article("b", f"{REPORT}{CUT} she said.", "Echo", "2021-03-05"),
        ],
        [("a", "b", "copied")],
    ),
    "no date, and each has words that the other lacks: both have it from a third": (
        [
            article("a", f"{REPORT}{SAID} she said.", "Post"),
            article("b", f"{REPORT}{CUT[:-1]}, and that is a promise to every crew,” she said.", "Echo"),
        ],
        [(None, "a", "common-source"), (None, "b", "common-source")],
    ),
    "no date, but a third text has what the source has and the copy lost": (
        [
            article("a", f"{REPORT}{OWN}\n{TALE}\n{SAID} she said.", "Post"),
            article("b", f"{REPORT}{SAID} she said.", "Echo", "2021-03-05"),
            article("c", f"{HERRING}\n{OWN}\n{TALE}\n{SAID} she said.", "Star", "2021-03-06"),
        ],
        [("a", "b", "copied"), ("a", "c", "copied")],
    ),
    "the same day, and a fuller quote: dates that are known are not filled up by guesses": (
        [
            article("a", f"{REPORT}{SAID} she said.", "Post", "2021-03-05"),
            article("b", f"{REPORT}{CUT} she said.", "Echo", "2021-03-05"),
        ],
        [("?", "a b", "copied")],
    ),
    "the same day, and the agency's own text": (
        [
            article("a", f"PORTHAL, March 5 (Halpress) – {REPORT}{SAID} she said.", "Halpress", "2021-03-05"),
            article("b", f"{REPORT}{SAID} she said.", "Echo", "2021-03-05"),
        ],
        [("a", "b", "copied")],
    ),
    "the same day, and a third has it from one of them by noon": (
        [
            article("a", f"{REPORT}{SAID} she said.", "Post", "2021-03-04"),
            article("b", f"{REPORT}{SAID} she said.", "Echo", "2021-03-04T20:00:00"),
            article("c", f"{SAID} she told the Post.", "Star", "2021-03-04T12:00:00"),
        ],
        [("a", "b", "copied"), ("a", "c", "credited")],
    ),
    "the same day, and a third has it from the other by noon": (
        [
            article("a", f"{REPORT}{SAID} she said.", "Post", "2021-03-04T20:00:00"),
            article("b", f"{REPORT}{SAID} she said.", "Echo", "2021-03-04"),
            article("c", f"{SAID} she told the Echo.", "Star", "2021-03-04T12:00:00"),
        ],
        [("b", "a", "copied"), ("b", "c", "credited")],
    ),
    "two papers that name one agency, the same day": (
        [
            article("a", f"PORTHAL, March 5 (Halpress) – {REPORT}{SAID} she said.", "Post", "2021-03-05"),
            article("b", f"PORTHAL, March 5 (Halpress) – {REPORT}{SAID} she said.", "Echo", "2021-03-05"),
        ],
        [(None, "a", "common-source"), (None, "b", "common-source")],
    ),
    "the earlier article names the later one's outlet": (
        [
            article("a", f"In a tally by the Echo, t{REPORT[1:]}{SAID} she said.", "Post", "2021-03-04"),
            article("b", f"{REPORT}{SAID} she said.", "Echo", "2021-03-05"),
        ],
        [(None, "a", "common-source"), (None, "b", "common-source")],
    ),
    "one translation of foreign speech": (
        [
            article("a", f"She was speaking through an interpreter.\n{SAID} she said.", "Post", "2021-03-04"),
            article("b", f"{OTHER}{SAID} she said.", "Echo", "2021-03-05"),
        ],
        [(None, "a", "common-source"), (None, "b", "common-source")],
    ),
    "the same outlet again": (
        [
            article("a", f"{REPORT}{SAID} she said.", "Post", "2021-03-04"),
            article("b", f"{REPORT}{OWN}\n{SAID} she said.", "Post", "2021-03-05"),
        ],
        [("a", "b", "copied")],
    ),
    "a sentence of background that the same outlet prints again": (
        [
            article("a", f"{REPORT}{SAID} she said.", "Post", "2021-03-04"),
            article("b", f"{OTHER}{OTHER.upper()}{OTHER.title()}{FUNNELS}\n{SAID} she said.", "Post", "2021-03-09"),
        ],
        [(None, "a", "unknown"), (None, "b", "unknown")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("articles", "expected"), CASES.values(), ids=CASES)
def test_how_a_wording_came(articles: list[Article], expected: Ways) -> None:
    assert set(ways(traced(*articles))) == set(expected)


def test_the_nearer_of_two_earlier_texts_is_the_source() -> None:
    a = article("a", f"{REPORT}{SAID} she said.", "Post", "2021-03-04")
    b = article("b", f"{FUNNELS}\n{HERRING}\n{OWN}\n{SAID} she said.", "Echo", "2021-03-05")
    c = article("c", f"{OWN}\n{HERRING}\n{SAID} she said.", "Star", "2021-03-06")
    assert ("b", "c", "copied") in ways(traced(a, b, c))


def test_evidence_says_what_it_rests_on() -> None:
    a = article("a", f"{REPORT}{SAID} she said.", "Post", "2021-03-04")
    b = article("b", f"{HERRING}\n{SAID} she said.\n{RATES}", "Echo", "2021-03-05")
    (step,) = [s for s in traced(a, b).steps if s.source]
    shown = {one.kind: one.text for one in step.evidence}
    assert HERRING[:40] in shown["narration"] or RATES[:40] in shown["narration"]
    assert shown["date"] == "2021-03-04 is before 2021-03-05"
    assert step.relation == "verbatim"
    assert 0.7 <= step.confidence <= 1


def test_a_direction_without_dates_says_by_what() -> None:
    a = article("a", f"{REPORT}{SAID} she said.", "Post")
    b = article("b", f"{REPORT}{CUT} she said.", "Echo", "2021-03-05")
    (step,) = traced(a, b).steps
    (shown,) = [one.text for one in step.evidence if one.kind == "direction"]
    assert "with Echo as the source, the source lacks “" in shown


def test_a_direction_without_dates_is_told_by_those_who_have_more_of_one() -> None:
    a = article("a", f"{REPORT}{SAID} she said.", "Post")
    b = article("b", f"{FUNNELS}\n{HERRING}\n{SAID} she said.", "Echo", "2021-03-05")
    more = [
        article(key, f"{FUNNELS}\n{RATES}\n{SAID} she said.", key, "2021-03-06")
        for key in ("Star", "Mail", "Bell", "Sun")
    ]
    (step,) = [one for one in traced(a, b, *more).steps if one.target.startswith("b")]
    assert str(step.source).startswith("a")
    (shown,) = [one.text for one in step.evidence if one.kind == "direction"]
    assert "3 more have “A levy on moorings" in shown


def test_a_date_against_the_text_is_not_obeyed_and_not_overruled() -> None:
    a = article("a", f"{REPORT}{SAID} she said.", "Post", "2021-03-06")
    b = article("b", f"{REPORT}{CUT}, she told the Post.", "Echo", "2021-03-05")
    found = traced(a, b)
    assert [way for way in ways(found) if way[0] and way[0] != "?"] == []
    assert any("dated later" in one.why for one in found.undecided)


def test_a_credit_to_a_house_that_printed_the_story_again_means_the_earlier_article() -> None:
    a = article("a", f"{REPORT}{SAID} she said.", "Post", "2021-03-04")
    b = article("b", f"{REPORT}{CUT}, she told the Post.", "Echo", "2021-03-05")
    again = article("c", f"{REPORT}{OWN}\n{SAID} she said.", "Post", "2021-03-06")
    assert ("a", "b", "credited") in ways(traced(a, b, again))


def test_the_event_is_the_origin_where_the_articles_name_it() -> None:
    a = article("a", f"{REPORT}{SAID} she told Canal Ravonne in an interview.", "Post", "2021-03-30")
    b = article("b", f"{OTHER}{SAID} she told Canal Ravonne.", "Echo", "2021-04-02")
    found = traced(a, b)
    assert (found.origin.quote, found.origin.why) == (None, "interview with Canal Ravonne, 30 March-2 April 2021")
    assert found.independent_origins == 2


def test_the_one_text_that_all_others_took_is_the_origin() -> None:
    a = article("a", f"{REPORT}{SAID} she said.", "Post", "2021-03-04")
    b = article("b", f"{REPORT}{SAID} she said.", "Echo", "2021-03-05")
    found = traced(a, b)
    assert found.origin.quote == "a.0"
    assert [step.target for step in found.steps] == ["b.0"]
    assert found.independent_origins == 1


SENTENCES = st.lists(st.sampled_from([FUNNELS, HERRING, RATES, OWN, TALE, COUSIN]), max_size=4, unique=True)
DAYS = ["2021", "2021-03", "2021-03-04", "2021-03-05", "2021-03-06"]
DATES = st.sampled_from([None, *DAYS, "2021-03-05T09:00+00:00", "2021-03-05T10:00+00:00"])
SAYS = ["she said.", "she told the Post.", "she told Echo.", "she said. (Halpress)", "she said, according to Star."]
TAILS = st.sampled_from(SAYS)
OUTLETS = st.sampled_from([None, "Post", "Echo", "Star"])


@st.composite
def worlds(draw: st.DrawFn) -> list[Article]:
    """Up to six articles that quote one statement, whole or cut, once or twice."""
    found = []
    for key in "abcdef"[: draw(st.integers(2, 6))]:
        said = draw(st.sampled_from([SAID, CUT, f"{SAID} and {CUT}"]))
        text = "\n".join([*draw(SENTENCES), f"{said} {draw(TAILS)}"])
        found.append(article(key, text, draw(OUTLETS), draw(DATES)))
    return found


@settings(max_examples=80, deadline=None)
@given(worlds())
def test_every_quote_is_once_a_target_or_the_origin_or_undecided(articles: list[Article]) -> None:
    found = traced(*articles)
    targets = [step.target for step in found.steps]
    placed = [*targets, *([found.origin.quote] if found.origin.quote else [])]
    unplaced = {quote for pair in found.undecided for quote in (pair.a, pair.b)} - set(placed)
    assert sorted([*placed, *unplaced]) == sorted(q.id for one in articles for q in quotes_of(one))
    assert all(0 <= step.confidence < 1 for step in found.steps)
    assert 1 <= found.independent_origins <= len(articles)


@settings(max_examples=80, deadline=None)
@given(worlds())
def test_no_source_is_dated_after_its_target_and_no_steps_run_in_a_circle(articles: list[Article]) -> None:
    by_key = {one.id: one for one in articles}
    above: dict[str, str] = {}
    for step in traced(*articles).steps:
        if step.source:
            source, target = step.source.split(".")[0], step.target.split(".")[0]
            assert order(by_key[source], by_key[target]) != "after"
            above[target] = source
    for key in above:
        seen = [key]
        while seen[-1] in above:
            assert above[seen[-1]] not in seen
            seen.append(above[seen[-1]])


@settings(max_examples=80, deadline=None)
@given(worlds(), st.randoms())
def test_the_order_of_the_input_does_not_matter(articles: list[Article], rng: random.Random) -> None:
    quotes = [quote for one in articles for quote in quotes_of(one)]
    links = [link(a, b) for a, b in combinations(quotes, 2) if a.article != b.article]
    whole = family(quotes)

    def run() -> tuple[Trace, ...]:
        known = {one.id: one for one in rng.sample(articles, len(articles))}
        mixed, joined = rng.sample(quotes, len(quotes)), rng.sample(links, len(links))
        shared = reuse(known, mixed, joined, TraceOptions())
        return trace([whole], joined, mixed, known, rng.sample(shared, len(shared)))

    assert run() == run()


@pytest.fixture(scope="module")
def benchmark() -> Any:
    """benchmarks/spread.py as a module."""
    folder = Path(__file__).parents[2] / "benchmarks"
    if not folder.exists():
        pytest.skip("the benchmarks are not shipped with the package")
    sys.path.insert(0, str(folder))
    try:
        spec = importlib.util.spec_from_file_location("spread", folder / "spread.py")
        assert spec
        assert spec.loader
        module = importlib.util.module_from_spec(spec)
        sys.modules["spread"] = module
        spec.loader.exec_module(module)
        return module
    finally:
        sys.path.remove(str(folder))


def test_the_simulated_world_is_the_same_for_the_same_seed(benchmark: Any) -> None:
    first, again, other = (benchmark.simulate(60, seed) for seed in (3, 3, 4))
    assert (first.articles, first.links, first.truth) == (again.articles, again.links, again.truth)
    assert first.articles != other.articles
    for quote in first.quotes:
        assert quote.span.of(first.articles[quote.article].text) == quote.text
    for one in first.articles.values():
        assert all(credit.name in credit.span.of(one.text) for credit in one.credits)


def test_on_a_simulated_world_a_named_source_is_nearly_always_right(benchmark: Any) -> None:
    worlds = [benchmark.simulate(300, seed) for seed in (1, 2)]
    found = benchmark.figures(benchmark.total(worlds, benchmark.ours))
    assert found["precision"] >= 0.93
    assert found["recall"] >= 0.5
    assert found["later named"] == 0
    assert found["independent called copied"] <= 0.02


class LookedUp(dict[str, Evidence]):
    """A table of the whole corpus, in which one looks up and which is never gone through."""

    def __iter__(self) -> Iterator[str]:
        raise AssertionError


def test_the_time_for_a_family_does_not_grow_with_the_corpus(benchmark: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    world = benchmark.simulate(300, 1)
    monkeypatch.setattr(candidates, "wired", lambda *known: LookedUp(wired(*known)))
    assert any(answer.basis == "common-source" for answer in benchmark.ours(world).values())


def test_a_quote_in_a_headline_of_its_own_is_read_there() -> None:
    a = replace(article("a", REPORT, "Post", "2021-03-04"), title=SAID)
    b = article("b", f"{REPORT}{SAID} she said.", "Echo", "2021-03-05")
    in_title = replace(quotes_of(article("a", SAID))[0], field="title")
    quotes = [in_title, *quotes_of(b)]
    links = [link(*quotes)]
    known = {"a": a, "b": b}
    (found,) = trace([family(quotes)], links, quotes, known, reuse(known, quotes, links, TraceOptions()))
    (step,) = [one for one in found.steps if one.source]
    assert (step.source, step.basis) == ("a.0", "copied")


@pytest.mark.parametrize("worst", ["“", "(", "told ", "a b c d e f g h. ", "... ", "[", "it's French media, "])
def test_a_megabyte_of_the_worst_words_is_traced(worst: str) -> None:
    filler = worst * (1_000_000 // len(worst))
    found = traced(
        article("a", f"{REPORT}{SAID} she said.\n{filler}", "Post", "2021-03-04"),
        article("b", f"{REPORT}{SAID} she said.\n{filler}", "Echo", "2021-03-05"),
    )
    assert found.steps


def test_what_is_shown_begins_with_a_word_and_leaves_the_headline_out() -> None:
    first = article(
        "a", f"Gulls at night\n\n{FUNNELS}\n{HERRING}\n{RATES}\n{SAID} she said.", "Post", "2021-03-04T08:00"
    )
    later = article("b", f"Wall at night\n\n{FUNNELS}\n{RATES}\n{SAID} she said.", "Echo", "2021-03-04T12:30")
    (step,) = [s for s in traced(first, later).steps if s.source]
    shown = {e.kind: e.text for e in step.evidence}
    assert "as in “The wall lost" in shown["narration"]
    assert shown["date"] == "2021-03-04 08:00 is before 2021-03-04 12:30"


def test_where_nothing_shows_copying_the_other_article_is_named() -> None:
    first = article("a", f"{REPORT}{SAID} she said.", "Post", "2021-03-04")
    undated = article("b", f"{OTHER}{SAID} she said.", "Echo", None)
    shown = {s.target[0]: s.evidence[0].text for s in traced(first, undated).steps}
    assert shown["a"] == "Echo has it too, without a date; nothing shows copying"
    assert shown["b"] == "Post has it too, 2021-03-04; nothing shows copying"
