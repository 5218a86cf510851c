"""What in marks is speech at all, of which kind, with which cue, and said to whom."""

import pytest
from reading import in_marks, quotes

EPITHET = pytest.mark.xfail(strict=True, reason="an epithet beside its bearer is taken for his speech")
TITLE = pytest.mark.xfail(strict=True, reason="after a verb of writing a title is taken for speech")
IRONY = pytest.mark.xfail(strict=True, reason="words in marks beside a possible speaker are taken for speech")
SHORT = pytest.mark.xfail(
    strict=True, reason="the shape alone decides: clauses of one word, or without a capital, are fragments"
)
PASSIVE = pytest.mark.xfail(strict=True, reason="the cue is cut after its first verb")
TWO_WORDS = pytest.mark.xfail(strict=True, reason="a cue of two words whose second is a preposition is not read")
LISTENER = pytest.mark.xfail(strict=True, reason="a listener is read only right after the cue tell")

SPEECH = [
    pytest.param('Ida Lund called the charge "absurd."', ["absurd."], id="one word, a verb of judging"),
    pytest.param('Ida Lund said the wall was "fine."', ["fine."], id="one word, said"),
    pytest.param(
        'Ida Lund spoke of a "wall of shame" and "cheap games."', ["wall of shame", "cheap games."], id="spoke of"
    ),
    pytest.param('"Never," said Ida Lund.', ["Never,"], id="one word, a sentence"),
    pytest.param('Ida Lund has "no doubt" that it holds, she said.', ["no doubt"], id="the cue closes the sentence"),
    pytest.param(
        'The "so-called experts," Ida Lund said, had never seen it.', ["so-called experts,"], id="so-called inside"
    ),
    pytest.param('Ida Lund shouted "Shame!" and left.', ["Shame!"], id="a shout"),
    pytest.param('Ida Lund tweeted: "#SaveTheWall"', ["#SaveTheWall"], id="a hashtag that was tweeted"),
    pytest.param(
        'The report calls the wall "structurally deficient."', ["structurally deficient."], id="a report judges"
    ),
    pytest.param(
        'Lund, the "queen of the river," said the wall holds.',
        [],
        id="an epithet before a cue is not her speech",
        marks=EPITHET,
    ),
    pytest.param(
        'Ida Lund has been pounding the plan as a "sieve" for weeks.',
        ["sieve"],
        id="a word that somebody uses, no cue",
    ),
    pytest.param("Ida Lund called it 'absurd'.", ["absurd"], id="one word in single marks"),
    pytest.param(
        "The wall is 'as safe as houses', says Ida Lund.", ["as safe as houses"], id="single marks, cue after"
    ),
    pytest.param(
        'The rowers ("We are done for," said one, on Monday) went home.', ["We are done for,"], id="in brackets"
    ),
    pytest.param('"The wall holds" was all that Ida Lund said.', ["The wall holds"], id="all that she said"),
    pytest.param('There were chants of "Lower it!" in the hall.', ["Lower it!"], id="chants of"),
    pytest.param(
        'From the quay came calls of "Feel the rain" and "Love you, Ida" till noon.',
        ["Feel the rain", "Love you, Ida"],
        id="calls of one thing and another",
    ),
    pytest.param('A clerk called "The Weir" a mess.', ["The Weir"], id="called it something"),
]

NO_SPEECH = [
    pytest.param("A part of the mill called “upper weir” holds no pump.", id="a part that is called so has a verb"),
    pytest.param("The pump now called “weir two” that stands there leaks.", id="a thing that is now called so"),
    pytest.param("The club, called Tarn Rowers, has run “open river” days for years.", id="called, between commas"),
    pytest.param(
        "In her book “Cold Kettles: What Fog Knows that Ferrymen Forget,” Ida Lund wrote of clay.",
        id="a title with small words, of a book",
    ),
    pytest.param("He is voicing the villain Otto Otter in the animated “Weir: Dry Land.”", id="an animated film"),
    pytest.param("More is told in the section “Water outlook” of the paper.", id="a section"),
    pytest.param("Keldra will soon offer boats and a “Flexiweir” option for two.", id="an option by its name"),
    pytest.param("The Courier reported on races against “Wind and Water” in May.", id="races against a named thing"),
    pytest.param("Ida Lund won a prize for “River of the North” in May.", id="a prize for a work"),
    pytest.param(
        "Ida Lund left after the thriller “Frequency” and the drama “Gates of Orwick”.", id="thriller and drama"
    ),
    pytest.param('In her column, "River Notes," Ida Lund counts the leaks.', id="title of a column"),
    pytest.param('Ida Lund sat down for a project on "Women at the Weir," and stayed.', id="title of a project"),
    pytest.param('Ida Lund\'s book, "Living Below the Dam," says that the wall leaks.', id="title behind a comma"),
    pytest.param(
        'In an article headlined "Living Below the Dam," the Courier said that the wall leaks.', id="headlined"
    ),
    pytest.param('A copy of "Living Below the Dam" lay on the desk.', id="title of a book"),
    pytest.param(
        'Oskar Venn, host of "Morning River," met the author of "Living Below the Dam."', id="host and author"
    ),
    pytest.param(
        'Ida Lund was given a copy of "Living Below the Dam", which a school wrote.', id="a book she was given"
    ),
    pytest.param(
        'Ida Lund wrote "Living Below the Dam" in a winter.', id="title of a book that she wrote", marks=TITLE
    ),
    pytest.param('Ida Lund said on the programme "Morning River" that the wall leaks.', id="programme she spoke on"),
    pytest.param('Ida Lund wrote in her memoir, "Cold Water." She was nine.', id="memoir at the end of a sentence"),
    pytest.param('In an interview with "Good Morning Tarnholt," Ida Lund vowed to stay.', id="interviewed by a show"),
    pytest.param('Asked at an appearance on Monday on "River Tonight," Ida Lund left.', id="appearance on a show"),
    pytest.param('Her song "River Mine" was sung on the square.', id="title of a song"),
    pytest.param('She was on the "Morning River" show on Monday.', id="programme"),
    pytest.param(
        'Seen on the RTV "Morning River" programme, Ida Lund said the wall was old.', id="programme of a station"
    ),
    pytest.param('Doran "Stone" Keech crossed the square.', id="nickname"),
    pytest.param('Doran Keech, nicknamed "the Stone," crossed the square.', id="nicknamed"),
    pytest.param('Doran Keech, known as "the Stone," crossed the square.', id="known as"),
    pytest.param('Keldra Water plc (the "Company") opened the gates.', id="a term that a release defines"),
    pytest.param('The valley is dubbed the "iron bridge" of Serrany.', id="dubbed"),
    pytest.param('The so-called "iron bridge" is closed.', id="so-called"),
    pytest.param('The company has opened a "help point" at the gate.', id="irony", marks=IRONY),
    pytest.param('The word "flood" does not occur in the log.', id="a word as a word"),
    pytest.param('He received an "A" in mathematics.', id="a letter"),
    pytest.param('The boat "Ilven Star" sank at two.', id="name of a boat"),
    pytest.param("The board measures 6' 2\" and weighs little.", id="feet and inches"),
    pytest.param('Ida Lund said the ship "Ilven Star" had sunk.', id="name of a ship, reported"),
    pytest.param(
        'In her book "Living Below the Dam," Ida Lund suggested a new wall.',
        id="title of a book, its writer beside it",
    ),
    pytest.param('Ida Lund would close the "carried water" loophole.', id="a term"),
    pytest.param("Ida Lund was “whisked off to the boat” for tea.", id="marks by the reporter", marks=IRONY),
    pytest.param("The river rose “like a wall,” and Ida Lund ran.", id="an image in marks", marks=IRONY),
    pytest.param('The mayor sang "River Mine" to the crowd.', id="a song that was sung"),
    pytest.param(
        'Ida Lund rejected the argument that the ferry was a "vessel."', id="a word of the law, rejected", marks=IRONY
    ),
    pytest.param('Ida Lund sells a "wellness roll" with seeds on top.', id="a name in a shop", marks=IRONY),
    pytest.param("The 'help point' at the gate is closed.", id="single marks, irony"),
    pytest.param('In his letter ("Why the toll is fair," 12 March) Emil Roe is wrong.', id="a letter and its date"),
    pytest.param(
        'Your report ("Toll to double," the Courier, May 3) is wrong, writes Ida Lund.', id="a report, its paper"
    ),
    pytest.param('Ida Lund wrote four books, among them "Mud" and "More Mud."', id="a list of books"),
    pytest.param('Ida Lund praised films such as "Salt" and "The Long Thaw."', id="films such as"),
    pytest.param('"Evening Table" host Oskar Venn said the wall was sound.', id="a title and its host"),
    pytest.param('The "Broad River" star Ida Lund wrote to the mayor on Monday.', id="a title and its star"),
    pytest.param('A band called "The Weir" said it was late.', id="what a band is called"),
    pytest.param('The council keeps a blog, called the "Feed," that says the wall leaks.', id="called, behind a comma"),
    pytest.param('Ida Lund told "River Tonight" that the wall leaks.', id="a programme is told"),
    pytest.param('Ida Lund told Emil Roe on Tuesday\'s "The Emil Roe Show" that it leaks.', id="on the show of a day"),
    pytest.param(
        'According to "Below the Dam: A Life" by Emil Roe, Ida Lund said the wall leaked.', id="according to a book"
    ),
    pytest.param('Ida Lund visited RTV\'s "Breakfast" to say that the wall leaks.', id="a station's programme"),
    pytest.param('Later on "River Tonight," Ida Lund questioned the plan.', id="later on a programme"),
    pytest.param('His crew jeered at him in Sorran, Latin for "peace" of a sort.', id="what a foreign word means"),
    pytest.param(
        'She had a part in her brother\'s new film, "Floodgate." It was good, Ida Lund said.', id="a film of one word"
    ),
    pytest.param('Ida Lund wrote under the pseudonym "Little Weir," but nobody asked.', id="a pseudonym"),
    pytest.param('To reply, click "send" and wait, Ida Lund said.', id="a button"),
    pytest.param('Ida Lund opened the gates. "Related:"', id="one word and a colon"),
    pytest.param('Your editorial "Orwick needs its dam" was right, and so is Ida Lund.', id="an editorial"),
    pytest.param("The Lunds' boat and the Venns' boat sank.", id="possessive plurals"),
    pytest.param('In their paper, "Why walls leak," the two say that it holds.', id="title of a paper, one capital"),
    pytest.param('Ida Lund painted a mural, "Women Rowing," for the hall.', id="a mural"),
    pytest.param('Under the heading "Gates," the log says that it holds.', id="under a heading"),
    pytest.param('Ida Lund said to tap "Send" and wait.', id="a button to tap"),
    pytest.param('The council has named its boat "Weir Maid," Ida Lund said.', id="what a boat was named"),
    pytest.param('The name comes from an old Welsh word meaning "wet."', id="what an old word means"),
    pytest.param('Ida Lund kept a box marked "Toll" and said that it was hers.', id="what a box is marked"),
    pytest.param('Ida Lund is now the host of "Mornings with Oskar Venn."', id="a small preposition in a title"),
    pytest.param('Ida Lund starred in "The Long Gate," and she said it leaked.', id="what she starred in"),
]

KINDS = [
    pytest.param(
        "When the mayor protested, the hotel owner said: “Why worry? It holds.”",
        "direct",
        id="in what another cue holds",
    ),
    pytest.param(
        "He promised nearly 200 rowers at the meeting in the Tarn Inn: “When I am back you will say it was worth it.”",
        "direct",
        id="promised them: a sentence",
    ),
    pytest.param(
        "In her own words, as quoted in River at Night, Lund claimed, “The date came out of the blue. I chose it.”",
        "direct",
        id="as quoted in a book, she claimed",
    ),
    pytest.param('"The wall leaks," Ida Lund said.', "direct", id="a clause"),
    pytest.param('"It leaks," Ida Lund said.', "direct", id="a clause of two words"),
    pytest.param('Ida Lund said: "It leaks."', "direct", id="two words behind a colon"),
    pytest.param("“They said, ‘Next time we will not ask,’” Ida Lund said.", "direct", id="marks inside close it"),
    pytest.param('The gate shuts at 9 p.m. "We are no club," said Ida Lund.', "direct", id="behind an hour"),
    pytest.param('Her son is Abel Roe Jr. "We are no club," said Ida Lund.', "direct", id="behind a junior"),
    pytest.param('She runs Tarn Foods Inc. "We are no club," said Ida Lund.', "direct", id="behind a company"),
    pytest.param('It is made in the U.S. "We are no club," she said.', "direct", id="behind a country cut short"),
    pytest.param('They laughed, with one telling the Post: "She will stay."', "direct", id="told the Post"),
    pytest.param('"Never!" Ida Lund said.', "direct", id="an exclamation"),
    pytest.param('Ida Lund said, "No."', "direct", id="one word behind a cue and a comma"),
    pytest.param('"Every week," Ida Lund said.', "direct", id="two words before a cue"),
    pytest.param('"Grim," was how Ida Lund put it.', "mixed", id="one word in the sentence of the reporter"),
    pytest.param('Ida Lund shot back: "That is not so."', "direct", id="shot back"),
    pytest.param('Ida Lund put it this way: "It is a wall of paper."', "direct", id="put it this way"),
    pytest.param('Ida Lund asked the crowd, "Can she stay?"', "direct", id="asked the crowd"),
    pytest.param('Ida Lund wrote that after tax, "They were not living large."', "mixed", id="that after tax"),
    pytest.param(
        'Ida Lund said: "not one stone is loose in that wall."', "direct", id="a clause in small letters", marks=SHORT
    ),
    pytest.param(
        'Ida Lund told the clerk through a locked gate: "It leaks, and I am off."', "direct", id="where it was said"
    ),
    pytest.param(
        'Ida Lund said in a letter released on Monday: "It leaks, and I am off."', "direct", id="a letter released then"
    ),
    pytest.param('Ida Lund said the wall was "old and tired."', "mixed", id="a fragment"),
    pytest.param('Ida Lund said that "the wall is old and tired."', "mixed", id="a clause after that"),
    pytest.param('"Old and tired" is what Ida Lund called the wall.', "mixed", id="a fragment that opens the sentence"),
]

AROUND = [
    pytest.param(
        'Ida Lund said the wall was "old" and would be rebuilt.',
        'the wall was "old" and would be rebuilt',
        id="in the middle",
    ),
    pytest.param('Ida Lund said that the wall was "old."', 'that the wall was "old."', id="at the end"),
    pytest.param('The wall was "old," Ida Lund said.', 'The wall was "old,"', id="before the cue"),
    pytest.param(
        'According to Ida Lund, the wall was "old" before the war.',
        'the wall was "old" before the war',
        id="according to",
    ),
    pytest.param(
        'Ida Lund accused the council of "playing a cheap game."',
        'the council of "playing a cheap game."',
        id="accused of",
    ),
    pytest.param('Ida Lund vowed to "rebuild every stone" by May.', 'to "rebuild every stone" by May', id="vowed to"),
]

CUE_WORDS = [
    pytest.param('Ida Lund hit out at the "old men" of Tarn.', "hit out", id="a verb with its particle"),
    pytest.param('"It holds," Ida Lund said.', "said", id="plain"),
    pytest.param('"It holds," Ida Lund has said.', "has said", id="auxiliary"),
    pytest.param('Ida Lund said in a letter released on Monday: "It holds."', "said", id="a letter released then"),
    pytest.param('Ida Lund said in a statement: "It holds well."', "said", id="said in a statement"),
    pytest.param('Ida Lund opened with a statement: "It holds well."', "statement", id="no verb but a statement"),
    pytest.param('Ida Lund tells us the gates will "pay for themselves."', "tells", id="whom she tells, and of what"),
    pytest.param('"It holds," Ida Lund later told the Courier.', "told", id="adverb left out"),
    pytest.param(
        '"It holds," Ida Lund was quoted as saying.', "was quoted as saying", id="was quoted as saying", marks=PASSIVE
    ),
    pytest.param('"It holds," according to Ida Lund.', "according to", id="according to"),
    pytest.param('"It holds," said Ida Lund.', "said", id="inverted"),
    pytest.param('Ida Lund: "It holds."', ":", id="colon"),
    pytest.param('Ida Lund left, adding: "It holds."', "adding", id="participle"),
    pytest.param('Ida Lund went on: "It holds."', "went on", id="two words", marks=TWO_WORDS),
    pytest.param('Ida Lund\'s claim that "it holds" is bold.', "claim", id="noun"),
]

LISTENERS = [
    pytest.param('"It holds," Ida Lund told Canal Ravonne.', "Canal Ravonne", id="told"),
    pytest.param('Ida Lund told Canal Ravonne on Monday: "It holds."', "Canal Ravonne", id="told, before"),
    pytest.param('Ida Lund told the Courier in an email: "It holds well."', "the Courier", id="told, in an email"),
    pytest.param('Ida Lund told him: "It holds."', "him", id="pronoun"),
    pytest.param('"It holds," Ida Lund told a crowd in Tarnholt.', "a crowd", id="a crowd"),
    pytest.param('"It holds," she told the Serrany News Agency.', "the Serrany News Agency", id="an agency"),
    pytest.param('"It holds," Ida Lund said.', None, id="nobody named"),
    pytest.param('Ida Lund said to Oskar Venn: "It holds."', "Oskar Venn", id="said to", marks=LISTENER),
    pytest.param('"Does it hold?" Ida Lund asked Oskar Venn.', "Oskar Venn", id="asked", marks=LISTENER),
    pytest.param(
        '"It holds," Ida Lund said in an interview with Canal Ravonne.',
        "Canal Ravonne",
        id="interview with",
        marks=LISTENER,
    ),
]


@pytest.mark.parametrize(("text", "words"), SPEECH)
def test_words_in_marks_that_are_speech(text: str, words: list[str]) -> None:
    assert [q.text for q in in_marks(text)] == words


@pytest.mark.parametrize("text", NO_SPEECH)
def test_words_in_marks_that_nobody_spoke(text: str) -> None:
    assert [q.text for q in in_marks(text)] == []


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind(text: str, kind: str) -> None:
    assert [q.kind for q in quotes(text)] == [kind]


@pytest.mark.parametrize(("text", "clause"), AROUND)
def test_reported_clause_around_a_fragment(text: str, clause: str) -> None:
    assert [q.clause and q.clause.of(text) for q in in_marks(text)] == [clause]


@pytest.mark.parametrize(("text", "cue"), CUE_WORDS)
def test_cue(text: str, cue: str | None) -> None:
    assert [q.cue for q in in_marks(text)] == [cue]


@pytest.mark.parametrize(("text", "listener"), LISTENERS)
def test_addressee(text: str, listener: str | None) -> None:
    assert [q.addressee for q in in_marks(text)] == [listener]


def test_a_heading_in_the_rarer_marks_is_no_speech() -> None:
    text = (
        '"The wall leaks," Ida Lund said. "It always has."\n\n‘Nobody rang’\n\n'
        'The board met at noon. "We were asleep," Emil Roe said.'
    )
    assert [q.span.of(text) for q in in_marks(text)] == ["The wall leaks,", "It always has.", "We were asleep,"]
