"""What follows a verb of speech and is no speech, and what is thought and not said."""

import pytest
from reading import clauses

NEGATED = pytest.mark.xfail(strict=True, reason="a negated cue still reports")
OTHER_SENSE = pytest.mark.xfail(strict=True, reason="another sense of a speech verb")
DETACHED = pytest.mark.xfail(strict=True, reason="a cue without its object reports the next clause")

SILENT = [
    pytest.param(
        "The guild printed its new rule on Monday, keeping the old fee and the two terms announced in March.",
        id="two things, one of which was announced",
    ),
    pytest.param("The bakery on the quay offers nine sorts of rye.", id="a shop offers"),
    pytest.param("The drought threatens the rye around Tarn.", id="the drought threatens"),
    pytest.param("A kiln called the Old Stove heats the hall.", id="a thing called something"),
    pytest.param("Oskar Venn wrote a play about two bakers.", id="wrote a play"),
    pytest.param("After a row over its share, the guild sat down on Monday to hold talks on rye.", id="to hold talks"),
    pytest.param("Sales of rye declined by 4.2% in May.", id="declined by so much"),
    pytest.param("Rye was dear in May, compared with the cheap years.", id="compared with other years"),
    pytest.param("The Long Loaf, as the name implies, is made in a tube.", id="as the name implies"),
    pytest.param("One miller, afraid for her post, spoke on condition of anonymity.", id="on condition of anonymity"),
    pytest.param("The mill has added sieves that give the rye a finer grain.", id="things that do something"),
    pytest.param("Bakers must keep to the reporting rules of the guild.", id="a noun made of two, the first in -ing"),
    pytest.param("Read more: The oven is cold, and the town is hungry", id="a reference to another article"),
    pytest.param("Ida Lund did not immediately respond to a request for comment.", id="did not respond"),
    pytest.param("A spokesman for Ida Lund didn't reply to two emails about the wall.", id="didn't reply"),
    pytest.param("Ida Lund declined in two interviews to comment.", id="declined in interviews to comment"),
    pytest.param("Of, say, ten boats she sold four.", id="say, for example"),
    pytest.param("The council could call a special session in May.", id="called a session"),
    pytest.param("Ida Lund called an early election.", id="called an election"),
    pytest.param("Ida Lund talked by telephone with Oskar Venn.", id="talked by telephone"),
    pytest.param("The mayor has been cracking down on rowers.", id="cracking down"),
    pytest.param("The boat — Announced March 3, 1990", id="announced on a day"),
    pytest.param("Ida Lund declined to comment.", id="declined to comment"),
    pytest.param("Ida Lund did not say when the gates would open.", id="did not say", marks=NEGATED),
    pytest.param("Ida Lund spoke for an hour.", id="spoke, no content"),
    pytest.param("Ida Lund spoke for more than eleven minutes, without notes.", id="spoke for some minutes"),
    pytest.param("Thanks to the new wall, the town stayed dry.", id="thanks to"),
    pytest.param("Ida Lund continued to row across the river.", id="continued to do"),
    pytest.param("Ida Lund called off the search.", id="called off"),
    pytest.param("Ida Lund rejected the claim.", id="rejected the claim"),
    pytest.param("Ida Lund agreed with Oskar Venn.", id="agreed with somebody"),
    pytest.param("Ida Lund was called to the hall of the old town.", id="called to a hall"),
    pytest.param("Ida Lund called her mother on Monday.", id="called on the telephone", marks=OTHER_SENSE),
    pytest.param("The figures were read by Ida Lund.", id="read by"),
    pytest.param("Emil Roe left after he was denied a permit last year.", id="was denied a thing"),
    pytest.param("A young man from Tarn called Emil was there.", id="called a name"),
    pytest.param("The plan, called EB-12, lets the mills stay.", id="called a name, in an aside"),
    pytest.param("Ida Lund spoke through her clerk, Emil Roe.", id="spoke through somebody"),
    pytest.param("Calls to the mill seeking comment were not returned.", id="calls to a firm"),
    pytest.param("Requests for comment went unanswered.", id="requests for comment"),
    pytest.param("Phone calls to the mill went to a machine.", id="phone calls"),
    pytest.param("Ida Lund did not return calls seeking comment.", id="return calls seeking comment"),
    pytest.param("Ida Lund has not returned repeated calls from the Courier.", id="returned repeated calls"),
    pytest.param("Whether the gates will hold in Tarn is hard to say.", id="it is hard to say"),
    pytest.param("It is easy to blame the mason for the wall.", id="it is easy to blame"),
    pytest.param("The gate, whom Ida Lund alluded to in her first speech, is shut.", id="alluded to"),
    pytest.param("Ida Lund found the log in a drawer.", id="found a thing"),
    pytest.param("Ida Lund has ordered boats.", id="ordered one thing"),
    pytest.param("Ida Lund lashed the boat to the wall.", id="no verb of speech without its particle"),
    pytest.param("Ida Lund laid out the cups before the guests came.", id="laid out a thing"),
    pytest.param("The storm tore into the roof of the school.", id="tore into a thing"),
    pytest.param("The keeper pushed back the chair and left.", id="pushed back a thing"),
    pytest.param("The boats hit back with two goals.", id="hit back in a game"),
    pytest.param("The rower found that his boat had sunk.", id="somebody found who does not look into things"),
    pytest.param(
        "On Monday Ida Lund turned to the gates once more: “They are too old to be saved,” she said.",
        id="what stands before a colon and marks",
    ),
    pytest.param(
        "Ida Lund saw no reason for a bridge - “We have a boat and it floats,” she said - but she stayed.",
        id="what stands before a dash and marks",
    ),
    pytest.param("The bank charged Ida Lund a fee.", id="charged a fee", marks=OTHER_SENSE),
    pytest.param("Ida Lund added sugar to the tea.", id="added a thing"),
    pytest.param("Oskar Venn attacked the guard with a knife.", id="attacked with a knife", marks=OTHER_SENSE),
    pytest.param("Ida Lund noted the hour and shut the gate.", id="noted a thing", marks=OTHER_SENSE),
    pytest.param("The log closes with no conclusion that the mayor sold the wall.", id="no conclusion that"),
    pytest.param("The man who posted it, Lou Bates, left town.", id="a pronoun alone behind the verb"),
    pytest.param(
        "“It leaks,” Ida Lund told me on the stairs, and the whole house could hear it.", id="where it was said"
    ),
    pytest.param("The guild may lose two border states that trade in salt.", id="states is a noun"),
    pytest.param("“It is rigged,” Ida Lund said earlier this week.", id="said earlier this week"),
    pytest.param("Such leases carry repair orders from the council.", id="orders is a noun"),
    pytest.param("The log would help to assess broader questions about the wall.", id="questions is a noun"),
    pytest.param("A man called Emil Brandt was freed.", id="a man called so"),
    pytest.param("A video showing divers under the wall was shared by boatmen.", id="a picture shows"),
    pytest.param("Ida Lund continues her walk along the river.", id="continues a thing"),
    pytest.param("He was formally called to the hearing on Monday.", id="called to a place"),
    pytest.param(
        "After the dockers protested, the hearing was held in Vesparin.", id="a main clause after a cue", marks=DETACHED
    ),
    pytest.param("“That is untrue,” Oskar Venn said when told of the letter.", id="said when told"),
    pytest.param("“That is untrue,” Oskar Venn said as he left the hall.", id="said as he left"),
    pytest.param("Ida Lund refused to say who had signed it.", id="refused to say"),
    pytest.param("Ida Lund declined to discuss the letter.", id="declined to discuss"),
    pytest.param("Ida Lund was not authorized to discuss private talks.", id="not authorized to discuss"),
    pytest.param("Ida Lund refused to be drawn.", id="refused to be drawn"),
    pytest.param("Her death was confirmed by her nephew.", id="confirmed by"),
    pytest.param("Responding to claims about her boat, Ida Lund left the hall.", id="responding to claims"),
    pytest.param("Ida Lund has said little about the wall.", id="said little"),
    pytest.param("Ida Lund expressed similar concerns on Monday.", id="similar concerns"),
    pytest.param("Ida Lund said, using a rude word to comment on the wall.", id="a participle behind a comma"),
    pytest.param("Ida Lund spent most of her speech on Friday rehashing her old plans.", id="a speech on a day"),
    pytest.param("The newly announced plan applies to boats.", id="a participle before its noun"),
    pytest.param("The storm added to the misery of the town.", id="added to"),
    pytest.param("Ida Lund won thanks in part to her brother.", id="thanks in part to"),
    pytest.param(
        "“It leaks,” Ida Lund said in a film that showed the mill.", id="a relative clause of where it was said"
    ),
    pytest.param("“It leaks,” Ida Lund said in her speech that night.", id="said that night"),
    pytest.param("“It leaks,” Ida Lund said, when a guard stumbled.", id="said, when"),
    pytest.param("“It leaks,” Ida Lund told the mayor as she left.", id="told somebody as she left"),
    pytest.param("“It leaks,” Ida Lund told Oskar Venn, who opened the door.", id="told somebody, who"),
    pytest.param("Lund Rope posted a profit that pleased the bank.", id="posted a thing"),
    pytest.param("Ida Lund maintains a lead of two boats.", id="maintains a thing"),
    pytest.param("Emil Roe was charged and ordered held without bail.", id="ordered held"),
    pytest.param("The most widely read poet of the valley died on Sunday.", id="widely read"),
    pytest.param("The guild was fined, a charge that Ida Lund denies.", id="a charge that she denies"),
    pytest.param("As she has for weeks, Ida Lund said on Monday.", id="no clause before the cue"),
    pytest.param("It goes without saying that the inn was full.", id="it goes without saying"),
    pytest.param("To say the least, the brewer was cross.", id="to say the least"),
    pytest.param("Suffice it to say, the cheese was old.", id="suffice it to say"),
    pytest.param("Nobody suggested that the goat could swim.", id="nobody suggested"),
    pytest.param("No beekeeper has claimed that the hives were sold.", id="no beekeeper has claimed"),
    pytest.param("A glazier who could tell a story, has died at sixty.", id="told a story, has died"),
    pytest.param("An orange warning is in force on the coast.", id="a warning is"),
    pytest.param("Ida Lund wrote to her tenants on Friday.", id="wrote to somebody"),
    pytest.param("“It stays,” Ida Lund said to cheers from the gallery.", id="said to cheers"),
    pytest.param("“It stays,” Ida Lund said, a grin on her face.", id="said, a grin on her face"),
    pytest.param("The orchestra continues losing cellists to rivals.", id="continues losing"),
    pytest.param("Half of the islanders cast their votes by post.", id="cast votes"),
    pytest.param("Her lead fell by nine percentage points among shepherds.", id="percentage points"),
    pytest.param("The firm advises three banks on their loans.", id="advises banks"),
    pytest.param("The choir leads in pledged gifts this spring.", id="pledged gifts"),
    pytest.param("The council made a proposal that would ruin the tram.", id="a proposal that would"),
    pytest.param("“It leaks,” Ida Lund said late Saturday at a hearing in Orwick.", id="when, late in the day"),
    pytest.param(
        "The reeve spoke on Friday evening from the mill at Orwick, where she mends nets.", id="when and where"
    ),
    pytest.param("After a tall man shot another rower, sailors threw oars at the guard.", id="shot, and not back"),
    pytest.param("Rowers responded by hurling oars.", id="responded by doing"),
    pytest.param("The plan was criticized by angry, half-frozen rowers.", id="criticized by many, described"),
    pytest.param("Any doubts expressed in these notes belong to their author.", id="expressed in a piece"),
    pytest.param("Neither Ida Lund nor the Roe Fund announced that the gate was shut.", id="neither announced it"),
    pytest.param("Source: The Orwick Courier", id="a name behind a label"),
    pytest.param("Ida Lund saw it all. She called the police.", id="called the police"),
    pytest.param("The man was reported to the guard by a rower at his mill.", id="reported to a guard"),
    pytest.param("According to a notice released by Emil Roe at the weir:", id="by whom a statement is released"),
    pytest.param("At one point Emil Roe was called into the mill and he knew it.", id="called into a room"),
]

ASKED = [
    pytest.param(
        "Anybody with photographs is asked to call the museum.", ["to call the museum"], id="asked to call somebody"
    ),
    pytest.param(
        "Sheep farmers advised walkers to shut every gate.", ["walkers to shut every gate"], id="advised to do"
    ),
    pytest.param("Ida Lund cast the auction as a swindle.", ["the auction as a swindle"], id="cast as"),
]

THOUGHT = [
    pytest.param("Ida Lund believes that the wall will hold.", ["that the wall will hold"], id="believes"),
    pytest.param("Ida Lund hopes the wall will hold.", ["the wall will hold"], id="hopes"),
    pytest.param("Ida Lund wants to open the gates.", ["to open the gates"], id="wants to"),
    pytest.param("Ida Lund knew that the wall was old.", ["that the wall was old"], id="knew"),
]

FOUND = [
    pytest.param("The study showed that the wall was old.", ["that the wall was old"], id="a study showed"),
    pytest.param("A poll found that most of them would stay.", ["that most of them would stay"], id="a poll found"),
    pytest.param("The records show that the gate was shut.", ["that the gate was shut"], id="records show"),
    pytest.param("Ida Lund found that the gate was shut.", [], id="a person found"),
    pytest.param("Polling shows that many would stay.", ["that many would stay"], id="polling shows"),
    pytest.param("An average of polls shows many would stay.", ["many would stay"], id="an average shows"),
    pytest.param("Researchers found that the wall leaks.", ["that the wall leaks"], id="researchers found"),
    pytest.param("The auditors found the log.", [], id="auditors found a thing"),
    pytest.param("Ida Lund showed him the log.", [], id="a person showed a thing"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A bakers' guild offers to buy the rye.", ["to buy the rye"], id="a body offers"),
        pytest.param("Oskar Venn wrote the play was lost.", ["the play was lost"], id="wrote that it was lost"),
        pytest.param("Oskar Venn offered an excuse.", ["an excuse"], id="a person offers"),
        pytest.param("Oskar Venn wrote about the lost play.", ["the lost play"], id="wrote about"),
    ],
)
def test_what_a_thing_does_not_say_somebody_says(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_no_speech_is_reported(text: str) -> None:
    assert clauses(text) == []


@pytest.mark.parametrize(("text", "expected"), ASKED)
def test_what_is_asked_or_judged_is_reported(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_what_a_document_shows_is_reported(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(("text", "expected"), THOUGHT)
def test_thoughts_are_reported_only_on_request(text: str, expected: list[str]) -> None:
    assert (clauses(text), clauses(text, thought=True)) == ([], expected)
