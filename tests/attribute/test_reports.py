"""Reports without marks, read whole: who makes each of them, and its exact words."""

import pytest
from reading import quotes, who

MAIN = pytest.mark.xfail(strict=True, reason="the main clause is taken into what stands before it")

SEVERAL = [
    pytest.param(
        "The ferry sank at noon, port and harbour officials said.",
        [("(port and harbour officials)", "The ferry sank at noon")],
        id="officials of two kinds, behind the report",
    ),
    pytest.param(
        "The ferry sank at noon, Drovian and Serran divers said on Friday.",
        [("(Serran divers)", "The ferry sank at noon")],
        id="of two peoples",
    ),
    pytest.param(
        "The ferry sank at noon, the pilot and two deckhands said.",
        [("(the pilot and two deckhands)", "The ferry sank at noon")],
        id="one and two",
    ),
    pytest.param(
        "The ferry sank at noon, Ida Lund and Oskar Venn said.",
        [("Ida Lund and Oskar Venn", "The ferry sank at noon")],
        id="two names",
    ),
    pytest.param(
        "Current and former stokers told the Courier the ferry was old.",
        [("(Current and former stokers)", "the ferry was old")],
        id="of two times",
    ),
    pytest.param(
        "The ferry sank at noon and Oskar Venn said he had seen it.",
        [("Oskar Venn", "he had seen it")],
        id="a clause, and then who says another",
    ),
    pytest.param(
        "Officers at the Pilots Board and the Coast Guard said the ferry had sunk.",
        [("(Officers at the Pilots Board and the Coast Guard)", "the ferry had sunk")],
        id="of two bodies",
    ),
    pytest.param(
        "Divers from the Pilots Board (PB) and the Wreck Office estimated that it lay at forty metres.",
        [("(Divers from the Pilots Board)", "that it lay at forty metres")],
        id="of two bodies, one with its letters behind it",
    ),
    pytest.param(
        "Bells rang as the Pilots Board and the Coast Guard said the ferry had sunk.",
        [("Pilots Board and Coast Guard", "the ferry had sunk")],
        id="the two bodies themselves",
    ),
    pytest.param(
        "The office that runs the Wreck Board said the ferry had sunk.",
        [("(The office)", "the ferry had sunk")],
        id="what runs a body, and not the body",
    ),
]

WRITTEN = [
    pytest.param("Research shows that eels sleep by day.", [("(Research)", "that eels sleep by day")], id="research"),
    pytest.param("New research suggests eels are blind.", [("(New research)", "eels are blind")], id="new research"),
    pytest.param("But studies show that eels sleep by day.", [("(studies)", "that eels sleep by day")], id="studies"),
    pytest.param(
        "Data from the fish market show that eels are rare.",
        [("(Data from the fish market)", "that eels are rare")],
        id="data from a place",
    ),
    pytest.param("Surveys suggest most anglers fish alone.", [("(Surveys)", "most anglers fish alone")], id="surveys"),
    pytest.param("Eels sleep by day, data show.", [("(data)", "Eels sleep by day")], id="data, behind"),
    pytest.param(
        "A licence must be bought at the weir, the paper states.",
        [("(the paper)", "A licence must be bought at the weir")],
        id="a paper states, and no states of paper",
    ),
    pytest.param(
        "Ida Lund made it clear the weir would be sold.",
        [("Ida Lund", "the weir would be sold")],
        id="made it clear, without that",
    ),
    pytest.param("Ida Lund was adamant she would sell.", [("Ida Lund", "she would sell")], id="was adamant she would"),
    pytest.param("Ida Lund made clear the wish for a weir that lasts.", [], id="made a wish clear"),
]

BOUNDS = [
    pytest.param(
        "Ida Lund said about one in nine anglers had a licence.",
        [("Ida Lund", "about one in nine anglers had a licence")],
        id="about so many",
    ),
    pytest.param(
        "Ida Lund said only three of her eels had been sold.",
        [("Ida Lund", "only three of her eels had been sold")],
        id="only so many",
    ),
    pytest.param(
        "Ida Lund said perhaps the weir had been shut.",
        [("Ida Lund", "perhaps the weir had been shut")],
        id="perhaps",
    ),
    pytest.param(
        "Ida Lund said recently the weir had been shut.",
        [("Ida Lund", "the weir had been shut")],
        id="when she said it",
    ),
    pytest.param("Ida Lund said there’s no eel left.", [("Ida Lund", "there’s no eel left")], id="there's"),
    pytest.param(
        "Ida Lund said there's no proof that eels drown.",
        [("Ida Lund", "there's no proof that eels drown")],
        id="there's no proof that",
    ),
    pytest.param(
        "According to the baker's cousin, Emil Roe, the oven was lit at four.",
        [("Emil Roe", "the oven was lit at four")],
        id="a name behind whose words they are",
    ),
    pytest.param(
        "According to the baker, Lund, Roe and Venn lit the oven.",
        [("Lund", "Lund, Roe and Venn lit the oven")],
        id="names that open the report",
    ),
    pytest.param(
        "The survey found that among bakers under thirty, kneading by hand is rare.",
        [("(The survey)", "that among bakers under thirty, kneading by hand is rare")],
        id="among whom, and then the clause",
    ),
    pytest.param(
        "Ida Lund said that in the two largest bakeries, which stand in Tarn, bread is baked at night.",
        [("Ida Lund", "that in the two largest bakeries, which stand in Tarn, bread is baked at night")],
        id="where, with an aside, and then the clause",
    ),
    pytest.param(
        "Her fear is that, according to Oskar Venn, the oven is cold.",
        [("Oskar Venn", "the oven is cold")],
        id="that, and then a source",
    ),
    pytest.param("Ida Lund told a crowd that filled the square.", [], id="a crowd that did something"),
    pytest.param(
        "Ida Lund told a crowd that filled the square that the oven was cold.",
        [("Ida Lund", "that the oven was cold")],
        id="a crowd that did something, and what it was told",
    ),
    pytest.param(
        "Ida Lund announced a levy that doubles the price of bread.",
        [("Ida Lund", "a levy that doubles the price of bread")],
        id="a levy that does something",
    ),
    pytest.param(
        "Ida Lund called for a new gate in an interview with the Courier.",
        [("Ida Lund", "a new gate")],
        id="where it was called for",
    ),
    pytest.param(
        "“It leaks,” Ida Lund said, referring to an old Orwick Post/Courier drawing that had the weir without a gate.",
        [("Ida Lund", "an old Orwick Post/Courier drawing that had the weir without a gate")],
        id="a stroke ends no clause",
    ),
    pytest.param(
        "Ida Lund has not changed her mind: The old clerk of the weir, she said, lacks an oar.",
        [("Ida Lund", "The old clerk of the weir"), ("Ida Lund", "lacks an oar")],
        id="a clause that a cue interrupts, behind a colon",
    ),
    pytest.param(
        "While the weir holds, according to Ida Lund, it leaks at both ends by day.",
        [("Ida Lund", "While the weir holds, according to Ida Lund, it leaks at both ends by day")],
        id="a source behind a clause under another",
    ),
    pytest.param(
        "Six rowers sat in the boat, and Emil Roe said that had either brother been at the helm, the boat would "
        "have gone over the weir.",
        [("Emil Roe", "that had either brother been at the helm, the boat would have gone over the weir")],
        id="a condition without if",
    ),
    pytest.param(
        "Emil Roe posted a comment on Tarnbook claiming that the wall leaks.",
        [("Emil Roe", "that the wall leaks")],
        id="who posted a comment on a site",
    ),
    pytest.param(
        "Ida Lund left as Roe pointed to the boats that sank at the weir in March.",
        [("Roe", "the boats that sank at the weir in March")],
        id="a thing pointed to, and a clause that describes it",
    ),
    pytest.param(
        "Ida Lund floated the plan at a press conference Friday an hour before the mill shut.",
        [("Ida Lund", "the plan")],
        id="at which conference",
    ),
    pytest.param(
        "In an Orwick essay titled “Why Boats Sink,” Emil Roe pronounced Lund’s work a change.",
        [("Emil Roe", "Lund’s work a change")],
        id="in what it was pronounced",
    ),
    pytest.param(
        "Ida Lund told Emil Roe on Tuesday's “The Emil Roe Show” that she means to row.",
        [("Ida Lund", "that she means to row")],
        id="on which show it was told",
    ),
    pytest.param(
        "After suggesting a debate without a judge, Oskar Venn has signaled to Roe that he will row.",
        [("Oskar Venn", "a debate without a judge"), ("Oskar Venn", "that he will row")],
        id="a cue before the main clause",
        marks=MAIN,
    ),
]

HEADLINES = [
    pytest.param(
        "Baker charged with theft of flour: police", [("(police)", "Baker charged with theft of flour")], id="police"
    ),
    pytest.param(
        "Most ovens in Tarn are unsafe: report", [("(report)", "Most ovens in Tarn are unsafe")], id="a report"
    ),
    pytest.param("Oven could blow up within days: TBG", [("TBG", "Oven could blow up within days")], id="letters"),
    pytest.param("Meet the winning team: bakers", [], id="no verb"),
]


def read(text: str, headline: str = "") -> list[tuple[str, str]]:
    return [(who(q), q.text) for q in quotes(text, headline=headline) if q.kind == "indirect"]


@pytest.mark.parametrize(("text", "expected"), SEVERAL + WRITTEN + BOUNDS)
def test_a_report_and_who_makes_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(("line", "expected"), HEADLINES)
def test_who_stands_behind_a_headline(line: str, expected: list[tuple[str, str]]) -> None:
    assert read(f"{line}\n\nThe old oven in Tarn is cold.", line) == expected
