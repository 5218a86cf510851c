"""Which mention is the subject of which speech verb: a row is a text and "subject: verb" for each cue, in order."""

import pytest

from quotetrace.config import ExtractOptions
from quotetrace.extract import extract
from quotetrace.models import Article

LEFT_OUT = ("other", "thought")

TURNED = pytest.mark.xfail(strict=True, reason="a name after its description and a comma is not joined to it")


def cues(text: str) -> list[str]:
    found = extract(Article("id", "key", text, language="en"), ExtractOptions())
    return [
        f"{found.mentions[p.subject].text if p.subject >= 0 else '?'}: {found.tokens.words[p.verb]}"
        for predicates in found.predicates
        for p in predicates
        if p.group not in LEFT_OUT
    ]


SUBJECTS = [
    pytest.param("Ida Lund said it rained.", ["Ida Lund: said"], id="right before"),
    pytest.param("Ida Lund has often said it rained.", ["Ida Lund: said"], id="auxiliary and adverb"),
    pytest.param("Ida Lund on Monday told Venn it rained.", ["Ida Lund: told"], id="a day between"),
    pytest.param("Ida Lund, the mayor, said it rained.", ["Ida Lund: said"], id="apposition"),
    pytest.param("Ida Lund (Civic Union) said it rained.", ["Ida Lund: said"], id="brackets"),
    pytest.param("Ida Lund – the mayor – said it rained.", ["Ida Lund: said"], id="dashes"),
    pytest.param("Ida Lund, who met Oskar Venn, said it rained.", ["Ida Lund: said"], id="relative clause"),
    pytest.param("Ida Lund, who said it rained, left.", ["who: said"], id="in the relative clause"),
    pytest.param("An aide to Ida Lund said it rained.", ["An aide: said"], id="aide to"),
    pytest.param("The mayor of Tarnholt said it rained.", ["The mayor: said"], id="mayor of"),
    pytest.param("Ida Lund's spokesman said it rained.", ["spokesman: said"], id="possessor"),
    pytest.param("Lund spokesman Oskar Venn said it rained.", ["Oskar Venn: said"], id="a name before a name"),
    pytest.param("The lock, says Ida Lund, who runs the inn, leaks.", ["Ida Lund: says"], id="a cue within, inverted"),
    pytest.param("Porters' reaction: 'Not one more stair'", ["Porters: :"], id="a reaction and a colon"),
    pytest.param(
        "A clerk for Tarn council leader Ida Lund of Orwick's Board of Weirs said it rained.",
        ["A clerk: said"],
        id="a name that says which office",
    ),
    pytest.param(
        "Oskar Venn of Tarnholt's Board for Weirs and Water wrote that it rained.",
        ["Oskar Venn: wrote"],
        id="somebody of what somebody owns",
    ),
    pytest.param("The cruel remarks and the rain hurt Emil Roe.", [], id="remarks are no verb"),
    pytest.param("The leaflet rebuts Guild claims of gains.", [], id="claims of"),
    pytest.param(
        "The guild denied it, with Ida Lund taking to the radio to accuse Emil Roe of theft.",
        ["The guild: denied", "Ida Lund: accuse"],
        id="with somebody doing one thing to do another",
    ),
    pytest.param("Harbour Chief On Roe: 'We Never Hired Him'", ["Chief: :"], id="on somebody and a colon"),
    pytest.param("Ida Lund stood up and said it rained.", ["Ida Lund: said"], id="coordinated verbs"),
    pytest.param("Ida Lund left, saying it rained.", ["Ida Lund: saying"], id="participle"),
    pytest.param(
        "After a walk with Oskar Venn, Ida Lund said it rained.", ["Ida Lund: said"], id="another name before"
    ),
    pytest.param(
        "Ida Lund said Oskar Venn claimed it rained.", ["Ida Lund: said", "Oskar Venn: claimed"], id="one in another"
    ),
    pytest.param(
        "When Ida Lund arrived, Oskar Venn said it rained.", ["Oskar Venn: said"], id="subordinate clause before"
    ),
    pytest.param("Ida Lund was told by Oskar Venn that it rained.", ["Oskar Venn: told"], id="passive with agent"),
    pytest.param(
        "Ida Lund was quoted as saying it rained.", ["Ida Lund: quoted", "Ida Lund: saying"], id="was quoted as saying"
    ),
    pytest.param('"It rained," said Ida Lund.', ["Ida Lund: said"], id="inverted"),
    pytest.param(
        '"It rained," said the mayor, Ida Lund.', ["Ida Lund: said"], id="inverted with apposition", marks=TURNED
    ),
    pytest.param('"It rained," said former mayor Ida Lund.', ["Ida Lund: said"], id="inverted with office"),
    pytest.param("According to Ida Lund, it rained.", ["Ida Lund: to"], id="according to"),
    pytest.param("It rained, according to an aide to Ida Lund.", ["an aide: to"], id="according to an aide to"),
    pytest.param("Ida Lund's claim that it rained was wrong.", ["Ida Lund: claim"], id="noun of speech"),
    pytest.param("A statement from Ida Lund was read.", ["Ida Lund: statement"], id="statement from"),
    pytest.param(
        "Ida Lund, an expert on river walls, said Oskar Venn and the council had known.",
        ["Ida Lund: said"],
        id="no inversion",
    ),
    pytest.param("It rained, said Ida Lund.", ["Ida Lund: said"], id="inversion without marks"),
    pytest.param("An aide to candidate Ida Lund said it rained.", ["An aide: said"], id="aide to one with an office"),
    pytest.param("In 2010 she said it rained.", ["she: said"], id="a year before a pronoun"),
    pytest.param("A clerk who read the letter said it rained.", ["A clerk: said"], id="over a relative clause"),
    pytest.param(
        "Ida Lund slams Oskar Venn, praises the dam.", ["Ida Lund: slams", "Ida Lund: praises"], id="verbs in a list"
    ),
    pytest.param("Ida Lund, the council said, was there.", ["the council: said"], id="a cue that interrupts"),
    pytest.param(
        '"It rained," said an aide involved in the talks.', ["an aide: said"], id="inverted, participle after"
    ),
    pytest.param('"It rained," agreed Ida Lund.', ["Ida Lund: agreed"], id="inverted, another verb"),
    pytest.param("According to a clerk who saw it, it rained.", ["a clerk: to"], id="according to one who"),
    pytest.param(
        "According to Tarnholt council clerks, it rained.", ["council clerks: to"], id="according to clerks of a place"
    ),
    pytest.param('"It rained," the council report said.', ["the council report: said"], id="a noun like a verb"),
    pytest.param("The public call it rain.", ["The public: call"], id="a verb like a noun"),
    pytest.param(
        "Ida Lund spoke of the proposed wall, adding it rained.",
        ["Ida Lund: spoke", "Ida Lund: adding"],
        id="an adjective like a verb",
    ),
    pytest.param("There was no phone call, Ida Lund said.", ["Ida Lund: said"], id="no phone call"),
    pytest.param("Ida Lund issued a statement saying it rained.", ["Ida Lund: saying"], id="who issued a statement"),
    pytest.param(
        "Ida Lund sent out an email to her friends saying it rained.", ["Ida Lund: saying"], id="who sent out an email"
    ),
    pytest.param("Ida Lund received a letter saying it rained.", ["a letter: saying"], id="who received a letter"),
    pytest.param("''It rained,''' said Ida Lund.", ["Ida Lund: said"], id="one mark too many"),
    pytest.param('"It rained," Read said.', ["Read: said"], id="a last name like a verb"),
    pytest.param('"It rained," said one of the guards.', ["one: said"], id="inverted, one of the guards"),
    pytest.param("The former first lady said it rained.", ["The former first lady: said"], id="first, no adverb"),
    pytest.param("According to the budget office, it rained.", ["the budget office: to"], id="a source no list knows"),
    pytest.param("It rained, according to Lund's memoir.", ["memoir: to"], id="somebody's memoir"),
    pytest.param(
        "Then she cut into Oskar Venn, calling him a fool and accusing him of greed.",
        ["she: calling", "she: accusing"],
        id="no verb known before a participle",
    ),
    pytest.param(
        "The clerks were quick, with Ida Lund tweeting that it rained and asking for help.",
        ["Ida Lund: tweeting", "Ida Lund: asking"],
        id="with her saying and asking",
    ),
    pytest.param(
        "The council met Oskar Venn, with one of its aides saying it rained.",
        ["its aides: saying"],
        id="with one of them saying",
    ),
    pytest.param(
        "On Monday in Tarnholt, after the vote, Gov. Ida Lund (D-Ostria), said it rained.",
        ["Gov. Ida Lund: said"],
        id="a party in brackets, and a comma",
    ),
    pytest.param(
        'Ida Lund, the author of "The Dam," about floods, said the days when it rained were gone.',
        ["Ida Lund: said"],
        id="a title in the aside",
    ),
    pytest.param(
        'Oskar Venn "did quite well" in the race, said town clerk Ida Lund.',
        ["Ida Lund: said"],
        id="inverted behind marks and more words",
    ),
    pytest.param(
        "When Oskar Venn was asked about it, she laughed and said it rained.",
        ["Oskar Venn: asked", "she: said"],
        id="a passive before the verb",
    ),
    pytest.param(
        "Two clerks, who are members of the council said it rained.",
        ["Two clerks: said"],
        id="a relative clause half closed",
    ),
    pytest.param(
        "The lawyer who ran two races before he fell is already talking about rain.",
        ["The lawyer: talking"],
        id="an -ing form behind a relative clause",
    ),
    pytest.param("Ida Lund of Tarnholt, Norway says it rained.", ["Ida Lund: says"], id="a town and its country"),
    pytest.param(
        "A group of lawyers, writers and clerks called for rain.", ["A group: called"], id="a group of several"
    ),
    pytest.param("A crowd of clerks said it rained.", ["A crowd: said"], id="a crowd of one kind"),
    pytest.param("Then the rally denounced the rain.", ["the rally: denounced"], id="a noun like an adverb"),
    pytest.param("An early tweet said it rained.", ["An early tweet: said"], id="a noun like a verb, described"),
    pytest.param('"It rained," Ida Lund went on.', ["Ida Lund: went"], id="went on, behind marks"),
    pytest.param("Ida Lund went on a trip.", [], id="went on a trip"),
    pytest.param('As Ida Lund put it: "It rained."', ["Ida Lund: put"], id="as she put it"),
    pytest.param("Ida Lund put it in a box.", [], id="put it in a box"),
    pytest.param("The council two weeks ago said it rained.", ["The council: said"], id="how long ago"),
    pytest.param("Ida Lund didn’t say it rained.", ["Ida Lund: say"], id="a curly apostrophe"),
    pytest.param("Hundreds of millers marched past, chanting.", ["Hundreds: chanting"], id="hundreds of"),
    pytest.param(
        "Many millers and porters chanted.", ["Many millers and porters: chanted"], id="two nouns, one article"
    ),
    pytest.param(
        '"It rained," shouted Lund\'s ferrier, actor Oskar Venn.', ["ferrier: shouted"], id="an unknown noun behind 's"
    ),
    pytest.param("A petition to mill owners says it rained.", ["A petition: says"], id="a letter to a noun"),
    pytest.param(
        "Ida Lund was shouted down by supporters before telling them it rained.",
        ["supporters: shouted", "Ida Lund: telling"],
        id="the agent of a passive, and a participle",
    ),
    pytest.param("The mill issued a letter last week saying it rained.", ["The mill: saying"], id="issued last week"),
    pytest.param('Lund fired back drily: "It rained."', ["Lund: fired"], id="fired back, and how"),
    pytest.param(
        "Ida Lund, who rowed past the mill, said the wind carried off hats.",
        ["Ida Lund: said"],
        id="no subject with a verb in it",
    ),
    pytest.param("Neither Ida Lund nor Oskar Venn said it rained.", ["Oskar Venn: said"], id="neither, nor"),
]


@pytest.mark.parametrize(("text", "expected"), SUBJECTS)
def test_subject_of_each_cue(text: str, expected: list[str]) -> None:
    assert [cue for cue in cues(text) if not cue.endswith(": read")] == expected
