"""Names of people and organisations, as they are given as speakers. Rows as in test_speakers.py."""

import pytest
from reading import in_marks, who

NICKNAME = pytest.mark.xfail(strict=True, reason="marks around a nickname cut the name in two")
MONTH = pytest.mark.xfail(strict=True, reason="a name that is also a month is read as the month")
TITLE = pytest.mark.xfail(strict=True, reason="a word is a title by the list alone, wherever it stands")
FIRST = pytest.mark.xfail(strict=True, reason="a name begins behind an office by the list of first names alone")

NAMES = [
    pytest.param("“It was calm,” Tarn Policeman Tom Venn said.", ["Tom Venn"], id="a policeman of a town"),
    pytest.param("“It was calm,” said City Controller Alexander Lund.", ["Alexander Lund"], id="a controller"),
    pytest.param("“It was calm,” said PC Ida Lund.", ["Ida Lund"], id="PC"),
    pytest.param(
        "“No one came,” said her mother, Fiona.\n\nFiona Roe runs a shop.", ["Fiona Roe"], id="in full only later"
    ),
    pytest.param(
        "“No one came,” said Fiona.\n\nFiona Roe and Fiona Venn run a shop.", ["Fiona"], id="two of that first name"
    ),
    pytest.param('"It holds," Ren\u00c3\u00a9e Lund said.', ["Ren\u00c3\u00a9e Lund"], id="UTF-8 read as Latin-1"),
    pytest.param(
        '"It holds," Arno Se\u00c3\u0083\u00c2\u00b1er said.', ["Arno Se\u00c3\u0083\u00c2\u00b1er"], id="twice so"
    ),
    pytest.param('"It holds," Kai Lund\u00a9 said.', ["Kai Lund"], id="a sign behind a name"),
    pytest.param('"It holds," said Emil "Buck" Roe.', ['Emil "Buck" Roe'], id="a nickname in marks"),
    pytest.param(
        'Emil "Buck" Roe came late. "It holds," Mr. Roe said.', ['Emil "Buck" Roe'], id="a nickname, and the last name"
    ),
    pytest.param('"It holds," said Marten de la Cruz.', ["Marten de la Cruz"], id="particles"),
    pytest.param('"It holds," said Yusef al-Marani.', ["Yusef al-Marani"], id="al-"),
    pytest.param('"It holds," said Lotte van der Meer-Olsen.', ["Lotte van der Meer-Olsen"], id="particles and hyphen"),
    pytest.param('"It holds," said Anne-Sofie Brandt.', ["Anne-Sofie Brandt"], id="hyphened first name"),
    pytest.param('"It holds," Doran Keech Jr. said.', ["Doran Keech Jr."], id="Jr."),
    pytest.param('"It holds," Doran Keech, Jr., said.', ["Doran Keech, Jr."], id="Jr. after a comma"),
    pytest.param('"It holds," said Ida Lund, MD, head of the clinic.', ["Ida Lund"], id="a degree is no name"),
    pytest.param('"It holds," said Ida Lund, MD, PhD. She rows.', ["Ida Lund"], id="nor are two"),
    pytest.param('"It holds," Ida Lund, Ph.D., said.', ["Ida Lund"], id="a degree with dots"),
    pytest.param(
        '"It holds," said Ida Lund, M.D., of Tarn. "It leaks," Lund said.',
        ["Ida Lund"] * 2,
        id="a surname, after a degree",
    ),
    pytest.param(
        'Keldra Water mends pumps, and Keldra Oars sells them. Keldra said they "hold."',
        ["Keldra"],
        id="two of a house",
    ),
    pytest.param(
        'You will row a Keldra Boat soon. Keldra said it "floats."', ["Keldra"], id="a thing that a house makes"
    ),
    pytest.param('Keldra Water mends pumps. Keldra said they "hold."', ["Keldra Water"], id="a house, shortened"),
    pytest.param(
        'The T.R. Weir Accord failed. The T.R. said it was "old."', ["T.R."], id="an acronym in a longer name"
    ),
    pytest.param('"It leaks," said Venn. Ah Venn! Ah river!', ["Venn"], id="a sigh before a name"),
    pytest.param('Ida Lund left. "It holds," wrote user oarsman88.', ["oarsman88"], id="how a user calls himself"),
    pytest.param('Ida Lund left. "It holds," oarsman88 wrote.', ["oarsman88"], id="such a name opens the sentence"),
    pytest.param(
        'oarsman88, a user of the site, kept it. "It holds," he told me.', ["oarsman88"], id="he, for such a name"
    ),
    pytest.param(
        'Head of river reporting Oskar Venn said the wall "will hold."', ["Oskar Venn"], id="reporting is no cue"
    ),
    pytest.param(
        'The Tarn Bakers’ Union called it "a shame."', ["Tarn Bakers’ Union"], id="a body that is of many, and says so"
    ),
    pytest.param(
        'A clerk of the Mills and Bakeries Employers’ Association spoke. "It holds," he said.',
        ["(he)"],
        id="and two trades",
    ),
    pytest.param(
        'Former head of the Tarn Department of Works Paul Venn called it "old."', ["Paul Venn"], id="who headed a body"
    ),
    pytest.param(
        'Director of the Tarn Bureau of Mud C. Ida Lund said it "holds."', ["C. Ida Lund"], id="and an initial"
    ),
    pytest.param('"It holds," Doran Keech III said.', ["Doran Keech III"], id="the third"),
    pytest.param('"It holds," D. R. Keech said.', ["D. R. Keech"], id="initials"),
    pytest.param('"It holds," Doran R. Keech said.', ["Doran R. Keech"], id="middle initial"),
    pytest.param('"It holds," said Sean O\'Mallory.', ["Sean O'Mallory"], id="apostrophe"),
    pytest.param('"It holds," said Ragnhild Þórsdóttir.', ["Ragnhild Þórsdóttir"], id="letters beyond English"),
    pytest.param('Doran "Stone" Keech said, "It holds."', ["Doran Keech"], id="nickname in marks", marks=NICKNAME),
    pytest.param('"It holds," said Professor Sir Doran Keech.', ["Doran Keech"], id="titles are no name"),
    pytest.param('"It holds," said Foreign Minister Ida Lund.', ["Ida Lund"], id="office is no name"),
    pytest.param('"It holds," said Serrany\'s Foreign Minister Ida Lund.', ["Ida Lund"], id="country and office"),
    pytest.param(
        'The Secretary of the Interior Emil Roe said it "holds."', ["Emil Roe"], id="what an office is of is no name"
    ),
    pytest.param('"It holds," said Mayor of New Tarn Ida Lund.', ["Ida Lund"], id="nor is its place"),
    pytest.param(
        '"It holds," said Secretary of Health and Human Affairs Ida Lund, who had come by boat.',
        ["Ida Lund"],
        id="nor are its fields",
    ),
    pytest.param('Lawmakers, among them Ida Lund, D-Ore., called it "a shame."', ["(Lawmakers)"], id="party and state"),
    pytest.param('"It holds," said Mayor of Tarn Wenna Roe.', ["Wenna Roe"], id="first name no list has", marks=FIRST),
    pytest.param('"It holds," said Undersecretary for Water Clara Roe.', ["Clara Roe"], id="undersecretary"),
    pytest.param('"It holds," said former mayor Ida Lund.', ["Ida Lund"], id="office in small letters"),
    pytest.param('"It holds," said Pope Caspian II.', ["Caspian II"], id="pope"),
    pytest.param('"It holds," said Mr. Keech.', ["Keech"], id="title and surname only"),
    pytest.param('Keech-Lund said: "It holds."', ["Keech-Lund"], id="hyphened surname first"),
    pytest.param('"It holds," said Banda.', ["Banda"], id="one name"),
    pytest.param('"It holds," said May.', ["May"], id="a surname that is a month", marks=MONTH),
    pytest.param('"It holds," said Emil King, a baker.', ["Emil King"], id="a surname that is a title"),
    pytest.param('"It holds," said Cptn. Ida Lund.', ["Ida Lund"], id="a title that no list has", marks=TITLE),
    pytest.param(
        'Ida Lund asked. @tarn_council: "It holds. Stay at home."', ["@tarn_council"], id="a handle and a colon"
    ),
    pytest.param('Tarn Rovers won. Tarn boss Emil Roe: "We had them."', ["Emil Roe"], id="the boss of a club"),
    pytest.param('Sir, the mayor says that it "holds well."', ["(the mayor)"], id="to whom a letter is written"),
    pytest.param('"It holds," said Del. Ida Lund.', ["Ida Lund"], id="Del. is a title"),
    pytest.param('"It holds," said Del Lund.', ["Del Lund"], id="Del is a first name"),
    pytest.param('"It holds," said Det. Ida Lund.', ["Ida Lund"], id="Det."),
    pytest.param('"It holds," said Asst. Atty. Gen. Ida Lund.', ["Ida Lund"], id="Asst. Atty. Gen."),
    pytest.param('"It holds," said Inês da Costa e Silva.', ["Inês da Costa e Silva"], id="two particles"),
    pytest.param('"It holds," said Luc de la Tour d’Orne.', ["Luc de la Tour d’Orne"], id="d’ before a name"),
    pytest.param('"It holds," said master of ceremonies Ida Lund.', ["Ida Lund"], id="master of ceremonies"),
    pytest.param('"It holds," director of works Abel Roe said.', ["Abel Roe"], id="director of works, before its verb"),
    pytest.param('"It holds," said the town\'s chief of staff Ida Lund.', ["Ida Lund"], id="chief of staff"),
    pytest.param('"It holds," said founder and CEO Ida Lund.', ["Ida Lund"], id="two offices of one"),
    pytest.param(
        '"It holds," said the mill\'s co-owner and chief clerk Qorva Lund.', ["Qorva Lund"], id="co-owner and"
    ),
    pytest.param('"It holds," said the founder and head baker, Ida Lund.', ["Ida Lund"], id="two offices and a comma"),
    pytest.param(
        '"It holds," said actors and director Ida Lund.',
        ["(actors and director Ida Lund)"],
        id="two offices of several",
    ),
    pytest.param(
        '"It holds," said the mayor and clerk Ida Lund.',
        ["(the mayor and clerk Ida Lund)"],
        id="the mayor, and a clerk",
    ),
    pytest.param(
        '"It holds," said friends of baker Ida Lund.', ["(friends of baker Ida Lund)"], id="friends of a baker"
    ),
    pytest.param('"It holds," said Harbour MP Ida Lund.', ["Ida Lund"], id="an MP of a party"),
    pytest.param('"It holds," Orwick North MSP Hugo Lund said.', ["Hugo Lund"], id="an MSP of a seat"),
    pytest.param('Pilots called it "old."', ["(Pilots)"], id="several, who open a sentence"),
    pytest.param('We met Kim Pilots. Pilots called it "old."', ["Kim Pilots"], id="a surname like several"),
    pytest.param(
        'According to Ida Lund, CEO of Tarn Boats, "it holds well."', ["Ida Lund"], id="according to, all in capitals"
    ),
    pytest.param('"It holds," a Harbour MP said.', ["(a Harbour MP)"], id="an MP without a name"),
    pytest.param('Harbour MPs said it was "old."', ["(Harbour MPs)"], id="MPs"),
    pytest.param('"It holds," the PM said at 9 pm.', ["(the PM)"], id="the PM"),
    pytest.param('PM Ida Lund left. "It holds," DI Hugo Roe said.', ["Hugo Roe"], id="PM and DI before a name"),
    pytest.param('"It holds," said Ida Lund MP QC.', ["Ida Lund"], id="MP behind the name"),
    pytest.param('Weirling Street said it was "old."', ["Weirling Street"], id="a street that opens a sentence"),
    pytest.param('"It holds," said Libertarian Hugo Lund.', ["Hugo Lund"], id="a Libertarian"),
    pytest.param(
        'Emil "Buck" Roe came late. "It holds," Buck Roe said.',
        ['Emil "Buck" Roe'],
        id="a nickname for the first name",
    ),
    pytest.param(
        '"It holds," said Jan van der Aa. "It leaks," Van der Aa said.',
        ["Jan van der Aa", "Jan van der Aa"],
        id="a first name that is a month, a particle",
    ),
    pytest.param(
        'Emil Lund died in May. Lund\'s son, Emil Jr., sells boats. "It holds," he said.',
        ["Emil Jr."],
        id="a junior by his first name",
    ),
    pytest.param(
        "Mayor Bo van Roe left. “It leaks,” said van Roe on Monday.", ["Bo van Roe"], id="a particle behind the cue"
    ),
    pytest.param("“It leaks,” said Special Agent George Roe.", ["George Roe"], id="an agent, and a special one"),
    pytest.param(
        "Below is the post:\n\n“It leaks at both ends and nobody rows.”", ["(the post)"], id="below is nobody"
    ),
    pytest.param(
        "Cpl. Emil Washington left. “It leaks,” Washington said on a train to Washington.",
        ["Emil Washington"],
        id="a surname that is a place",
    ),
]

MONTHS = [
    pytest.param('"Listen," said Monsignor Pedro Lanza.', ["Pedro Lanza"], id="a monsignor"),
    pytest.param('"It holds," said June Roe.', ["June Roe"], id="June"),
    pytest.param('April Lund, a baker, called it "old."', ["April Lund"], id="April"),
    pytest.param('"It holds," said Elsie May.', ["Elsie May"], id="May"),
    pytest.param('"It holds," said Elsie May 3.', ["Elsie"], id="May 3"),
    pytest.param('In April Lund called it "old."', ["Lund"], id="in April"),
    pytest.param('Last June Roe called it "old."', ["Roe"], id="last June"),
    pytest.param('"It holds," Mr. May said.', ["May"], id="Mr. May"),
    pytest.param('"It holds," said Mrs Jan, a baker.', ["Jan"], id="Mrs Jan"),
    pytest.param('Elsie May rang in May. "It holds," May said.', ["Elsie May"], id="May alone, and in May"),
]

COMPANIONS = [
    pytest.param(
        'Sen. Bo Lund of Tarn and Emil Roe of Serra said it "holds."',
        ["Bo Lund and Emil Roe"],
        id="two with their places",
    ),
    pytest.param('It "holds," according to Bo Lund and Emil Roe.', ["Bo Lund and Emil Roe"], id="according to two"),
    pytest.param('"It holds," said Bo Lund and Emil Roe.', ["Bo Lund and Emil Roe"], id="two behind their cue"),
    pytest.param(
        '"It holds," said Bo Lund, a baker from Tarn, and his aide, Ida Roe.',
        ["Bo Lund and Ida Roe"],
        id="two behind their cue, each described",
    ),
    pytest.param('"It holds," Lund, Roe and Venn said.', ["Lund, Roe and Venn"], id="three"),
    pytest.param('Bo Lund, Emil Roe, and Ida Venn said it "holds."', ["Bo Lund, Emil Roe and Ida Venn"], id="a comma"),
    pytest.param('"It holds," said Bo Lund, Emil Roe and Ida Venn.', ["Bo Lund, Emil Roe and Ida Venn"], id="behind"),
    pytest.param('Bo Lund, 34, and Ida Venn, 36, said it "holds."', ["Bo Lund and Ida Venn"], id="two and their ages"),
    pytest.param('In Tarn, Bo Lund and Emil Roe said it "holds."', ["Bo Lund and Emil Roe"], id="two in a place"),
    pytest.param('"It holds," said Bo Lund and Emil Roe laughed.', ["Bo Lund"], id="and between clauses, behind"),
    pytest.param('It rained on Serra and Emil Roe said it "holds."', ["Emil Roe"], id="a place before and"),
    pytest.param(
        'It "holds," said a letter from Bo Lund and Emil Roe.',
        ["(a letter from Bo Lund and Emil Roe)"],
        id="a letter from two",
    ),
    pytest.param('Bo Lund struck Ida Venn and Emil Roe said it "holds."', ["Emil Roe"], id="and between clauses"),
]

COMMON = [
    pytest.param(
        'Ada Sculptor left early. "It holds," Sculptor said.',
        ["Ada Sculptor"],
        id="an occupation as surname, first of all",
    ),
    pytest.param(
        'Ada Sculptor met a sculptor. "It holds," the sculptor said.',
        ["(the sculptor)"],
        id="and the occupation itself",
    ),
    pytest.param(
        'On Monday Olga Archivist rang. "It holds," Ms. Archivist said.',
        ["Olga Archivist"],
        id="an occupation as surname",
    ),
    pytest.param('Then Emil Driver rang. "It holds," Mr. Driver said.', ["Emil Driver"], id="another, after its title"),
    pytest.param("Emil Rogers came. Rogers called it “a shame.”", ["Emil Rogers"], id="a name that ends like a plural"),
    pytest.param("Sens. Bo Lund and Ida Roe came. “It holds,” Lund said.", ["Bo Lund"], id="a title of several"),
    pytest.param('"It holds," General Counsel Ida A. Lund wrote in a letter.', ["Ida A. Lund"], id="general counsel"),
]

HEADLINES = [
    pytest.param(
        'Widow Ida Lund Defends Mayor Amid Flood Row\n\nBo Venn met Ida Lund on Monday. "It holds," Lund said.',
        ["Ida Lund"],
        id="a word that the text has in no name",
    ),
    pytest.param(
        'Venn Hits Emil Roe Over Wall\n\nThe mayor, Bo Venn, met Emil Roe on Monday. "It holds," Roe said.',
        ["Emil Roe"],
        id="a verb that no list has",
    ),
    pytest.param(
        'Rain Hits Town\n\n"It holds," Tarn Works Chairman Ida Lund said.',
        ["Ida Lund"],
        id="no headline, though it has capitals",
    ),
]

ORGANISATIONS = [
    pytest.param(
        'On Monday the Liberals met, and so did the Social Liberals. "It stays shut," the Liberals said.',
        ["Liberals"],
        id="two parties, one the end of the other",
    ),
    pytest.param('"It stays shut," the Orwick House said.', ["Orwick House"], id="a house"),
    pytest.param(
        '"It stays shut," an Orwick House clerk said.', ["(an Orwick House clerk)"], id="the clerk of a house"
    ),
    pytest.param('"It stays shut," said Orwick House Speaker Ida Lund.', ["Ida Lund"], id="the speaker of a house"),
    pytest.param('Around three in 10 said it was "odd."', ["(three in 10)"], id="nearly so many"),
    pytest.param(
        'Outside, about 200 nurses stood in the rain, shouting "Open the lock."', ["(200 nurses)"], id="about so many"
    ),
    pytest.param('"It holds," Orwick.org said. Orwick.org is a site.', ["Orwick.org"], id="a site"),
    pytest.param('"It holds," the Dam Authority said.', ["Dam Authority"], id="authority"),
    pytest.param('"It holds," the Ministry of Water said.', ["Ministry of Water"], id="ministry of"),
    pytest.param(
        'The Centers for Fish and Game Control said in a letter that it "holds."',
        ["Centers for Fish and Game Control"],
        id="several centres",
    ),
    pytest.param(
        'Two men of the Fish and Timber Service came by boat. "It holds," the service said in a letter.',
        ["Fish and Timber Service"],
        id="two fields of one body",
    ),
    pytest.param(
        'The Lantern was late. A line reached the Lantern and Timber Service. "It holds," the service said.',
        ["Timber Service"],
        id="two bodies under one article",
    ),
    pytest.param(
        '"It holds," the Serrany Institute for River Studies said.',
        ["Serrany Institute for River Studies"],
        id="institute for",
    ),
    pytest.param(
        'The River Rescue Society (RRS) sent boats. "It holds," RRS said.',
        ["River Rescue Society"],
        id="acronym given",
    ),
    pytest.param(
        'The River Rescue Society sent six boats on Monday. "It holds," the RRS said.',
        ["River Rescue Society"],
        id="acronym not given",
    ),
    pytest.param(
        'The River Rescue Society sent boats. "It holds," the RRS said.',
        ["River Rescue Society"],
        id="acronym of a short sentence",
    ),
    pytest.param('Keldra Water runs the dam. "It holds," the company said.', ["Keldra Water"], id="the company"),
    pytest.param('Keldra Water runs the dam. "It holds," it said in a statement.', ["Keldra Water"], id="it"),
    pytest.param('"It holds," Keldra Water said on its website.', ["Keldra Water"], id="no word for a company"),
    pytest.param('The Courier wrote: "The wall leaks."', ["Courier"], id="a newspaper"),
    pytest.param('"It holds," Vesparin said in a note to Drovia.', ["Vesparin"], id="a capital for its state"),
    pytest.param(
        'The League of Women Rowers called it "a shame."', ["League of Women Rowers"], id="of people with a capital"
    ),
    pytest.param(
        'The Guild of Teachers and the Boat Club called it "a shame."', ["Boat Club"], id="of people, and another body"
    ),
    pytest.param('The Orwick Chamber of Trades called it "a shame."', ["Orwick Chamber of Trades"], id="a chamber"),
    pytest.param('Department of Water clerk Ida Lund called it "a shame."', ["Ida Lund"], id="a department opens"),
    pytest.param('Ida Lund of Orwick State called it "a shame."', ["Ida Lund"], id="of a state's university"),
    pytest.param(
        'The Regional Office of Weirs came. "It holds," the ROW said.', ["Regional Office of Weirs"], id="acronym, of"
    ),
    pytest.param(
        'The Regional Bureau of Weirs came. "It holds," the RBOW said.',
        ["Regional Bureau of Weirs"],
        id="acronym, all words",
    ),
]


@pytest.mark.parametrize(("text", "speakers"), NAMES + MONTHS + COMMON + COMPANIONS + HEADLINES + ORGANISATIONS)
def test_name_of_the_speaker(text: str, speakers: list[str]) -> None:
    assert [who(q) for q in in_marks(text)] == speakers
