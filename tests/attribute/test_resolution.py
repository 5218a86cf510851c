"""Whose name a pronoun or a description stands for, and when the tool rather says nothing.

A row is a text and the speaker of each stretch in marks, as in test_speakers.py.
"""

import pytest
from reading import in_marks, who

WHO = pytest.mark.xfail(strict=True, reason="a relative pronoun is not led back to the words before it")
PLURAL = pytest.mark.xfail(strict=True, reason="plural pronouns are never led back")
PLACE = pytest.mark.xfail(strict=True, reason="a name farther off is taken before a description nearer by")
COUPLE = pytest.mark.xfail(strict=True, reason="the first title without a known gender takes the last one named")
IMPLIED = pytest.mark.xfail(strict=True, reason="an office that the article only implies is not found")
RIVALS = pytest.mark.xfail(strict=True, reason="of two that fit alike the nearer one is taken")
ANSWER = pytest.mark.xfail(strict=True, reason="who was asked is not preferred for the reply")
HEADLINE = pytest.mark.xfail(strict=True, reason="words of a headline are taken into the name")

PRONOUNS = [
    pytest.param(
        'Peter Venn baked for Emil Roe, and Emil Roe ate. He said that men like Roe had made bread "a luxury."',
        ["Peter Venn"],
        id="he, who names the other in what he says",
    ),
    pytest.param(
        'Sen. Ida Lund was blunt about the wall. "It leaks," the Norwin Republican said.',
        ["Ida Lund"],
        id="the member of a party from a place",
    ),
    pytest.param(
        'Ida Lund was blunt about the wall. "It leaks," the Norwin Republican said.',
        ["(the Norwin Republican)"],
        id="a member of a party, after somebody without an office",
    ),
    pytest.param(
        'President Bo Lund left. "It leaks," said clerk Kim Venn. "It drips."\n\n"It creaks," he added.',
        ["Kim Venn"] * 3,
        id="he, behind a sentence that goes on",
    ),
    pytest.param(
        '"It holds," said Emil Roe\'s lawyer. "It always has," he added.',
        ["(Emil Roe's lawyer)", "(he)"],
        id="he, somebody's lawyer",
    ),
    pytest.param(
        'Emil Roe left. But a spokesman for the mill said it would "hold." "It holds," he said.',
        ["(a spokesman for the mill)", "(he)"],
        id="he, of somebody without a name, behind but",
    ),
    pytest.param(
        '"It leaks," said Oskar Roe.\n\nThe T.R. agreed. Under the T.R. Weir Accord, the T.R. pays.\n\n'
        '"It holds," he said.',
        ["Oskar Roe", "Oskar Roe"],
        id="he, and no accord",
    ),
    pytest.param(
        "Oskar Venn's campaign paid.\n\nFormer Venn campaign manager Emil Brandt, a baker who is still paid by the "
        'Venn campaign, rejected the idea that a judge matters.\n\n"It leaks," he said.',
        ["Emil Brandt"],
        id="he, who worked for another, named in what he was",
    ),
    pytest.param(
        "Emil Brandt rowed. Oskar Venn baked, and Venn called the wall old.\n\nVenn had closed the gate, and Venn's "
        'plan had put the lives of rowers at risk, Brandt said.\n\n"If my son were there, he would row," he said.',
        ["Emil Brandt"],
        id="he, who told the paragraph before without marks",
    ),
    pytest.param('Ida Lund came late. "It holds," she said.', ["Ida Lund"], id="she"),
    pytest.param(
        'Ida Lund baked. Oskar Roe, a rower, is a proud mother of four. "We row," she said.',
        ["Oskar Roe"],
        id="she, who is a mother",
    ),
    pytest.param(
        'President Bo Lund left. "It leaks," said clerk Kim Venn.\n\n"It creaks," he added.',
        ["Kim Venn", "Kim Venn"],
        id="he, of a name that women and men have",
    ),
    pytest.param('Oskar Venn came late. "It holds," he said.', ["Oskar Venn"], id="he"),
    pytest.param('Oskar Venn came late.\n\n"It holds," he said.', ["Oskar Venn"], id="he, in a new paragraph"),
    pytest.param(
        'Oskar Venn met Emil Roe on the quay. "It holds," said Venn. Roe laughed. "Roe is no mason at all," he said.',
        ["Oskar Venn", "Oskar Venn"],
        id="he, who speaks of the other by name",
    ),
    pytest.param(
        'The prize went to Wenna Roe, whose wall held. "It holds," she said.',
        ["Wenna Roe"],
        id="she, of whom a 'to' tells",
    ),
    pytest.param(
        'Oskar Venn built the quay. Asked by Emil Roe if it leaks, he said: "It holds."',
        ["Oskar Venn"],
        id="he, whom somebody asked",
    ),
    pytest.param('Oskar Venn came late. "It holds," he’d said.', ["Oskar Venn"], id="he'd said"),
    pytest.param(
        'Oskar Venn came late. "It holds," he\'d said.', ["Oskar Venn"], id="he'd said, a straight apostrophe"
    ),
    pytest.param('Ruth Lund met Peter Venn. "It holds," she said.', ["Ruth Lund"], id="she of a woman and a man"),
    pytest.param('Ruth Lund met Peter Venn. "It holds," he said.', ["Peter Venn"], id="he of a woman and a man"),
    pytest.param(
        "Ida Lund came late. \"It leaks. Ida said, 'We must go,' and we went,\" Venn said.",
        ["Venn", "Ida Lund"],
        id="a first name inside a quotation",
    ),
    pytest.param(
        'Oskar Venn met Emil Roe. He also called Mr. Roe "a fool."',
        ["Oskar Venn"],
        id="he, where the other is the object",
    ),
    pytest.param('Mr. Keech met Ms. Rael. "It holds," she said.', ["Rael"], id="gender from a title"),
    pytest.param(
        "Ida Venn came. Then High Court Justice Ruth Lund called it “a shame.” “It holds,” she said.",
        ["Ruth Lund", "Ruth Lund"],
        id="she, of a court",
    ),
    pytest.param(
        'Sanna Keech, a spokeswoman, met Sanno Rael, a spokesman. "It holds," she said.',
        ["Sanna Keech"],
        id="gender from an apposition",
    ),
    pytest.param(
        'The minister, Tavi Rael, met her father. "It holds," she said.',
        ["Tavi Rael"],
        id="gender from her own pronoun",
    ),
    pytest.param(
        'Priya Solanki came late. Bram Oduya came later. "It holds," she said.',
        ["Priya Solanki"],
        id="gender from a first name of another language",
    ),
    pytest.param('Warren came late. "It holds," she said.', ["Warren"], id="a last name that is a first name, alone"),
    pytest.param(
        'Post Editor-in-Chief Emil Brandt met Ida Lund. "It holds," Brandt said. He left. "It has to," he said.',
        ["Emil Brandt", "Emil Brandt"],
        id="an office with hyphens",
    ),
    pytest.param(
        'Matilda Warren came late. "It holds," Warren said. "It has to," she said.',
        ["Matilda Warren", "Matilda Warren"],
        id="a last name that is a first name of men",
    ),
    pytest.param(
        '"It holds," Oskar Venn said. He looked at Emil Brandt. "It has to," he said.',
        ["Oskar Venn", "Oskar Venn"],
        id="he who spoke goes on",
    ),
    pytest.param(
        'Oskar Venn spoke before Emil Brandt. "It holds," Venn said. "It leaks," Brandt said. "Look there," he added.',
        ["Oskar Venn", "Emil Brandt", "Emil Brandt"],
        id="added goes with the last speaker",
    ),
    pytest.param(
        'Oskar Venn told the council on Monday that he had warned of rain. "Nobody listened," he said.',
        ["Oskar Venn"],
        id="he twice",
    ),
    pytest.param(
        'When he came down, Oskar Venn was smiling. "It holds," he said.', ["Oskar Venn"], id="he before the name"
    ),
    pytest.param(
        'After he came down, "it holds," Oskar Venn said.', ["Oskar Venn"], id="he inside, the name at the cue"
    ),
    pytest.param(
        'Ida Lund and her brother Emil run the mill. "It pays," she said.', ["Ida Lund"], id="her brother is no she"
    ),
    pytest.param('Keldra Water closed the gates. "We had no choice," it said.', ["Keldra Water"], id="it"),
    pytest.param(
        'The River Rescue Society sent boats. "We had no choice," they said.',
        ["River Rescue Society"],
        id="they, one body",
        marks=PLURAL,
    ),
    pytest.param('"Nobody told me," I said.', ["(I)"], id="the reporter"),
    pytest.param('"Is it true?" we asked Ida Lund.', ["(we)"], id="the reporters"),
    pytest.param('"Is it true?" we asked. "It is," Ida Lund said.', ["(we)", "Ida Lund"], id="an interview"),
    pytest.param('"You lie," he told her.', ["(he)"], id="nobody named: the pronoun stays"),
    pytest.param(
        'A resident of Tarnholt waited by the door. "It leaks," he said.',
        ["(he)"],
        id="he of a man without a name",
    ),
    pytest.param(
        'Peter Brandt asked Walter Venn whether it holds. "It does not," he replied.',
        ["Walter Venn"],
        id="who was asked replies",
        marks=ANSWER,
    ),
    pytest.param(
        '"We need a new wall," said Nina Venn, his wife. "He knows that," she said.',
        ["Nina Venn", "Nina Venn"],
        id="his wife, she",
    ),
    pytest.param(
        'Osk Pellwick was angry. The minister was given a book. "I will read it," she said.',
        ["(she)"],
        id="she of a minister without a name",
        marks=PLACE,
    ),
    pytest.param(
        'Abel Roe rowed. Roe\'s trainer, Emil Lund, called it "odd."\n\n"Nobody rows like that," he said.',
        ["Emil Lund", "Emil Lund"],
        id="he, the trainer of another",
    ),
    pytest.param(
        'Abel Roe rowed. Abel Roe\'s former trainer Emil Lund saw it. "Nobody rows like that," he said.',
        ["Emil Lund"],
        id="he, without a comma",
    ),
    pytest.param(
        'Abel Roe rowed. A trainer for Abel Roe, Emil Lund, saw it. "Nobody rows like that," he said.',
        ["Emil Lund"],
        id="he, who works for another",
    ),
    pytest.param('Abel Roe, who he called "lame," rowed home.', ["(he)"], id="he, of whom a clause is not"),
    pytest.param(
        'Abel Roe rowed. Roe\'s former trainer, Emil Lund, who left in May, called it "odd."\n\n"I saw it," he said.',
        ["Emil Lund", "Emil Lund"],
        id="he, a trainer who left",
    ),
    pytest.param(
        'Abel Roe is slow. Roe eats late, and sleeps. "Roe needs a bed," said Emil Lund.\n\n"A soft one," he added.',
        ["Emil Lund", "Emil Lund"],
        id="he, who was the last to speak",
    ),
    pytest.param(
        'Abel Roe is slow. Roe eats late, Emil Lund said. He added that Roe "needs a bed."',
        ["Emil Lund"],
        id="he, who adds",
    ),
    pytest.param(
        "Abel Roe rowed. He pointed out that the Courier's Emil Lund had said it leaks. He hoped for “rain,” he said.",
        ["Abel Roe"],
        id="he, who told what another had said",
    ),
]

NAMESAKES = [
    pytest.param(
        'President Lund agreed. His son, Dale Lund Jr., hunts. "We wait," Mr. Lund wrote. "I hunt," Lund Jr. said.',
        ["Lund", "Dale Lund Jr."],
        id="a president and a junior",
    ),
    pytest.param(
        'Bo Lund met Bo Lund Jr. on Monday. "It is late," Lund said. "It holds," Bo Lund Jr. said.',
        ["Bo Lund", "Bo Lund Jr."],
        id="a father and a junior of one name",
    ),
    pytest.param(
        'President Emil Lund built it. His grandson, Bo Lund Jr., came. Lund, who rows, laughed. "It holds," he said.',
        ["Bo Lund Jr."],
        id="a junior of another first name",
    ),
    pytest.param(
        'READ Lund\'s letter\n\nIda Lund came. "It holds," Ms. Lund said.', ["Ida Lund"], id="a word in capitals above"
    ),
    pytest.param('"It holds," said Keldra CIO Ida Lund.', ["Ida Lund"], id="an office of three letters"),
    pytest.param('Bo Lund Jr. came. "It holds," Mr. Lund said.', ["Bo Lund Jr."], id="a junior alone"),
    pytest.param(
        'Lund gives in\n\nBo Lund Jr. came. "It holds," Lund said.', ["Bo Lund Jr."], id="a junior in a headline"
    ),
    pytest.param(
        'Emil Lund runs the mill. "It pays," Lund said. His wife, Greta Lund, paints. "It will pay," Lund added.',
        ["Emil Lund", "Emil Lund"],
        id="a surname alone is whose it was before",
    ),
    pytest.param(
        'President Bo Lund spoke to the rowers. Malia and Greta Lund, 16, stood by. "It holds," President Lund said.',
        ["Bo Lund"],
        id="the one with the title",
    ),
    pytest.param(
        'Ida Lund, 61, rows. Ida Lund built a boat with her husband, Bo Lund. "It holds," Lund said.',
        ["Ida Lund"],
        id="the one named more often",
    ),
    pytest.param(
        'Emil Lund and Greta Lund own the mill. "It pays," Mr. Lund said. "It does not," Mrs. Lund said.',
        ["Emil Lund", "Greta Lund"],
        id="Mr and Mrs",
    ),
    pytest.param(
        'Sanno Lund and Tavi Lund own the mill. "It pays," Mr. Lund said. "It does not," Mrs. Lund said.',
        ["Sanno Lund", "Tavi Lund"],
        id="Mr and Mrs with rare first names",
        marks=COUPLE,
    ),
    pytest.param(
        'Emil Lund and Greta Lund own the mill. "It pays," Greta said.',
        ["Greta Lund"],
        id="a first name tells them apart",
    ),
    pytest.param('Ida Lund spoke first. Then Lund, 61, sat down. "It holds," Lund said.', ["Ida Lund"], id="surname"),
    pytest.param('Ida Lund spoke first. "It holds," Ida said.', ["Ida Lund"], id="first name"),
    pytest.param(
        'Ida Marie Lund spoke first. "It holds," Ida Lund said.', ["Ida Marie Lund"], id="middle name left out"
    ),
    pytest.param('Ida Lund KC spoke. "It holds," Ms Lund said.', ["Ida Lund"], id="honours are no part of the name"),
    pytest.param('"It holds," Lund said. Ida Lund runs the dam.', ["Ida Lund"], id="full name later"),
    pytest.param('Dr. Ida Lund spoke. "It holds," Dr. Lund said.', ["Ida Lund"], id="title and surname"),
    pytest.param(
        'Marten de la Cruz spoke. "It holds," de la Cruz said.', ["Marten de la Cruz"], id="particles and surname"
    ),
    pytest.param('Yusef al-Marani spoke. "It holds," al-Marani said.', ["Yusef al-Marani"], id="al- and surname"),
    pytest.param('Yusef al-Marani spoke. "It holds," Mr. Marani said.', ["Yusef al-Marani"], id="al- left out"),
    pytest.param('Anna Keech-Lund spoke. "It holds," Keech-Lund said.', ["Anna Keech-Lund"], id="hyphened surname"),
    pytest.param(
        'Ida Lund, the mayor, met Oskar Lund, a baker. "It holds," the mayor said.',
        ["Ida Lund"],
        id="office, not surname",
    ),
    pytest.param(
        'MAYOR LUND SEES NO LEAK\n\nIda Lund spoke. "It holds," Lund said.', ["Ida Lund"], id="capitals above"
    ),
    pytest.param(
        "Defiant Ida Lund stays on\n\n“It holds,” Ms. Lund said.",
        ["Ida Lund"],
        id="an adjective before the name above",
    ),
    pytest.param(
        "Glassblower Ruth Lund opened the gate. “It holds,” Ms. Lund said.",
        ["Ruth Lund"],
        id="an occupation before the name",
    ),
    *[
        pytest.param(f"{before} Ruth Lund opened the gate. “It holds,” Ms. Lund said.", ["Ruth Lund"], id=before)
        for before in (
            "Tarn County Recorder",
            "Selectwoman",
            "Norwin Provost",
            "Supervisor of Elections",
            "Longtime keeper",
        )
    ],
    pytest.param(
        'Top Lund aides came. "It holds," Lund said. "It leaks," said Senators Emil Roe and Ida Venn.',
        ["Lund", "Emil Roe and Ida Venn"],
        id="top aides, and two of a title",
    ),
    pytest.param(
        "Clement Lund Bakery opened the gate. “It holds,” the Clement Lund Bakery said.",
        ["Clement Lund Bakery"],
        id="a first name that ends like an adjective",
    ),
    pytest.param(
        "Former Mayor Ida Lund Dies\n\n“It held,” Ms. Lund once said.",
        ["Ida Lund"],
        id="a verb after the name above",
        marks=HEADLINE,
    ),
    pytest.param(
        'Ida Lund bakes. Her eldest son, Abel Lund, does not. "It is early," Lund said.',
        ["Ida Lund"],
        id="the mother, and not her son",
    ),
]

DESCRIPTIONS = [
    pytest.param("The Tarn Jury met. “It leaks,” the jury said.", ["Tarn Jury"], id="the jury"),
    pytest.param("The Peace Corps left. “It leaks,” it said.", ["Peace Corps"], id="a corps"),
    pytest.param("“It leaks,” said a rower named Beatrix, who left.", ["Beatrix"], id="a rower named so"),
    pytest.param("“It leaks,” said a rower identified only as Beatrix.", ["Beatrix"], id="identified only as"),
    pytest.param("“It leaks,” said the foreman known as Bo.", ["Bo"], id="known as"),
    pytest.param("The clerk called Roe “a sieve.”", ["(The clerk)"], id="called another something"),
    pytest.param(
        'Helka Dorvane is water minister. "It holds," the minister said.',
        ["Helka Dorvane"],
        id="the minister",
    ),
    pytest.param(
        'Water Minister Helka Dorvane came to Tarnholt. "It holds," the minister said.',
        ["Helka Dorvane"],
        id="the minister, from a title",
    ),
    pytest.param(
        'President Doran Keech met Governor Ida Lund. "It holds," the governor said.', ["Ida Lund"], id="which office"
    ),
    pytest.param(
        'Drovian President Doran Keech came on Monday. "It holds," the Drovian leader said.',
        ["Doran Keech"],
        id="the Drovian leader",
    ),
    pytest.param(
        'President Doran Keech of Drovia met President Ida Lund of Serrany. "It holds," the Drovian president said.',
        ["Doran Keech"],
        id="two presidents, told apart by country",
    ),
    pytest.param(
        'Ida Lund, 43, has run the dam since spring. "It holds," the 43-year-old said.',
        ["Ida Lund"],
        id="the 43-year-old",
    ),
    pytest.param(
        'Ida Lund, an engineer, built the wall. "It holds," the engineer said.',
        ["Ida Lund"],
        id="from an apposition",
    ),
    pytest.param(
        'The mayor, Ida Lund, came late. "It holds," the mayor said.',
        ["Ida Lund"],
        id="from an apposition turned",
    ),
    pytest.param(
        'Senator Ida Lund came late. "It holds," the senator from Tarnholt said.', ["Ida Lund"], id="with a phrase"
    ),
    pytest.param(
        'Ida Lund, a former mayor, came late. "It holds," the ex-mayor said.',
        ["Ida Lund"],
        id="ex- for former",
        marks=IMPLIED,
    ),
    pytest.param(
        'Ida Lund won the vote. "It holds," the mayor-elect said.',
        ["Ida Lund"],
        id="an office the text implies",
        marks=IMPLIED,
    ),
    pytest.param(
        'Ida Lund came with Emil Brandt, her spokesman. "It holds," her spokesman said.',
        ["Emil Brandt"],
        id="her spokesman",
    ),
    pytest.param(
        'Keldra Water Ltd. opened the gates. Ida Lund, its chief, came to Tarnholt. "It holds," the company said.',
        ["Keldra Water Ltd."],
        id="the company",
    ),
    pytest.param(
        'Northgate United lost in Tarnholt. "We will be back," the club said.', ["Northgate United"], id="the club"
    ),
    pytest.param('Sanno Rael scored late. "You forget it," the Nigerian said.', ["Sanno Rael"], id="the Nigerian"),
    pytest.param(
        'Sanno Rael shouted when Peter Venn met Emil Brandt. "It holds," the 51-year-old said.',
        ["Sanno Rael"],
        id="the 51-year-old who was the subject",
    ),
    pytest.param(
        'Sanno Rael spoke to Peter Venn.\n\n"It holds," the 43-year-old said. "It has to," he said. He left.',
        ["Sanno Rael", "Sanno Rael"],
        id="he after the 43-year-old",
    ),
    pytest.param(
        "Water boss quits as premier says 'it holds'\n\nPremier Tavi Rael thanked her.",
        ["Tavi Rael"],
        id="an office in a headline",
    ),
    pytest.param(
        'Leland Venn III owns the wells. Mr. Venn came late. "It holds," he said.',
        ["Leland Venn III"],
        id="the third of his name",
    ),
    pytest.param(
        'The Dam Authority met on Monday. "It holds," the authority said.',
        ["Dam Authority"],
        id="an office by its noun",
    ),
    pytest.param('The Courier saw the log. "It holds," the newspaper wrote.', ["Courier"], id="the newspaper"),
    pytest.param(
        'Joram Pellwick has been mayor of Tarnholt for years. "It holds," the mayor said.',
        ["Joram Pellwick"],
        id="has been mayor",
    ),
    pytest.param('Roe\'s lawyer, the dapper Abel Lund, called it "odd."', ["Abel Lund"], id="an adjective, a name"),
    pytest.param('Roe\'s boss, the odious Mr. Kell, called it "odd."', ["Kell"], id="an adjective, a title"),
    pytest.param("Roe's rival, Orwick's Abel Lund, called it \"odd.\"", ["Abel Lund"], id="somebody of another town"),
    pytest.param(
        'The clerk who found the log, Ida Lund, said it was "wet."', ["Ida Lund"], id="a name behind a relative clause"
    ),
    pytest.param(
        'The clerk who met the mayor in Orwick, Ohio, said it was "wet."', ["(The clerk)"], id="a place behind one"
    ),
]

ABSTAINS = [
    pytest.param(
        'Erosion won the dune, and the clerk sold his hut. "I wept," the clerk said. Then he shouted, "It is a lie!"',
        ["(the clerk)", "(he)"],
        id="he is no noun that opens a sentence",
    ),
    pytest.param(
        'The oven stands in Tal Merun, Heveda. In Tal Merun nobody bakes. "We eat soup," says a baker from Heveda. '
        'He shrugs. "Soup is warm," he says.',
        ["(a baker from Heveda)", "(he)"],
        id="he is no town that a bigger one follows",
    ),
    pytest.param('The tower fell in Kelheim on Sunday. "It leaks," he said.', ["(he)"], id="a place is no he"),
    pytest.param('The guild met late. Reluctantly, it called the wall "a shame."', ["(it)"], id="it, after an adverb"),
    pytest.param(
        "Bo Venn came. Mourners called him “a great man.”", ["(Mourners)"], id="several, first in their sentence"
    ),
    pytest.param(
        "Editorialists called it “a shame,” and it rained.", ["(Editorialists)"], id="writers, first in their sentence"
    ),
    pytest.param(
        "Bo Venn came. Drovian media reported that he was “late.”", ["(Drovian media)"], id="a people's papers"
    ),
    pytest.param('Most Latino Republicans stayed. One came late. "It holds," he said.', ["(he)"], id="he, of a group"),
    pytest.param("Muslim clerics praised it as “a good wall.”", ["(Muslim clerics)"], id="clerics of a faith"),
    pytest.param(
        'African oaks are tall. African oaks are old. "They may be cut," the agency said.',
        ["(the agency)"],
        id="an agency and a people",
    ),
    pytest.param(
        'Bo Lund and Supreme Court Justice Ruth Venn came late. "It holds," the court said.',
        ["(the court)"],
        id="a court and its judge",
    ),
    pytest.param(
        'Two lawmakers, Ida Lund and Bo Venn, met. "It holds," the lawmakers said.', ["(the lawmakers)"], id="several"
    ),
    pytest.param('Ida Lund met Bo Venn. The two said it "holds."', ["(The two)"], id="the two"),
    pytest.param('"It holds," the minister said.', ["(the minister)"], id="no minister named"),
    pytest.param(
        'Minister Doran Keech met Minister Emil Brandt. "It holds," the minister said.',
        ["(the minister)"],
        id="two ministers",
    ),
    pytest.param(
        'Doran Keech met Emil Brandt. "It holds," the baker said.', ["(the baker)"], id="neither is called a baker"
    ),
    pytest.param('Ida Lund came late. "It holds," a minister said.', ["(a minister)"], id="a minister is somebody new"),
    pytest.param('Ida Lund came late. "It holds," another woman said.', ["(another woman)"], id="another woman"),
    pytest.param(
        'By Ruth Keech, Harbour Reporter\n\nThe mayor came late. "It holds," she said.',
        ["(she)"],
        id="not who wrote the article",
    ),
    pytest.param(
        'The Harbour Courier came late. The board met on Monday. "It holds," it said.',
        ["(it)"],
        id="it, a body without a name",
    ),
    pytest.param(
        'The Lantern says the wall leaks. I was there. "It holds," she said.', ["(she)"], id="the Lantern is nobody"
    ),
    pytest.param(
        'Keldra Water sued Rivet Power. "It leaks," the company said.', ["(the company)"], id="one of two companies"
    ),
    pytest.param(
        'The Ministry of Dams met in Tarnholt. "It leaks," the company said.', ["(the company)"], id="no company named"
    ),
    pytest.param(
        'Senator Ida Lund left. "It leaks," the Drovian senator said.',
        ["(the Drovian senator)"],
        id="a senator of another country",
    ),
    pytest.param('Ida Lund came late. "It leaks," officials said.', ["(officials)"], id="officials"),
    pytest.param(
        'Ida Lund came late. "It has leaked for years," a person close to her said.',
        ["(a person close to her)"],
        id="a person close to her",
    ),
    pytest.param(
        'Peter Venn and Walter Brandt left together. "It leaks," he said.',
        ["(he)"],
        id="two men, nothing to choose by",
        marks=RIVALS,
    ),
    pytest.param(
        'The Boat Club met. Ida Lund rowed. "It rained," she said. A boy held up a sheet. "Go home," it said.',
        ["Ida Lund", "(it)"],
        id="it, long after a body",
    ),
]

RELATIVES = [
    pytest.param(
        'Alma Gill, the head of the Society of Orwick Masons, who had said the wall was "a sieve," left.',
        ["Alma Gill"],
        id="over an aside with a body in it",
    ),
    pytest.param('Ida Lund, who said "it holds," left.', ["Ida Lund"], id="who in the middle"),
    pytest.param('It was Ida Lund who said: "It holds."', ["Ida Lund"], id="it was she who"),
    pytest.param(
        'Ida Lund of Tarnholt, 61, who said "it holds," left.', ["Ida Lund"], id="who behind a place and an age"
    ),
    pytest.param('It was good for Venn, who said "it holds."', ["Venn"], id="who behind a surname"),
    pytest.param(
        'She hit back at residents who said, "It leaks."', ["(residents)"], id="who behind a preposition of the verb"
    ),
    pytest.param('There was a man who said, "It leaks."', ["(a man)"], id="who of somebody unnamed"),
    pytest.param('The mayor of Tarn, who called it "a sieve," left.', ["(The mayor of Tarn)"], id="who behind a place"),
    pytest.param(
        'Mayor Ida Lund came. The mayor, who said "it leaks," left.', ["Ida Lund"], id="who of an office named before"
    ),
    pytest.param(
        'A friend of Ida Lund who said it was "old" left.', ["(A friend of Ida Lund)"], id="who of somebody's friend"
    ),
    pytest.param(
        'Without a permit, said the harbour master, who has seen many boats, "nobody rows."',
        ["(the harbour master)"],
        id="a clause behind who said it",
    ),
    pytest.param('Those who said "it leaks" were sent home.', ["(Those)"], id="those who", marks=WHO),
]


NEWCOMERS = [
    pytest.param(
        "Bo Roe came late. “It leaks,” Ida Lund said.\n\n“It is old,” the Orwick candidate continued.",
        ["Ida Lund", "Ida Lund"],
        id="the candidate goes on",
    ),
    pytest.param(
        "Bo Roe came. “It leaks,” Ida Lund said. “It does not,” said a porter. “It never did,” the candidate added.",
        ["Ida Lund", "(a porter)", "(the candidate)"],
        id="the candidate, after a porter without a name",
    ),
    pytest.param(
        "Bo Roe came late. “It leaks,” Ida Lund said. “It is old,” the source added.",
        ["Ida Lund", "(the source)"],
        id="a source has no name",
    ),
    pytest.param(
        "“It leaks,” Ida Lund said. “It does not,” said a coach from Tarn. “It never did,” the coach added.",
        ["Ida Lund", "(a coach from Tarn)", "(the coach)"],
        id="the coach who was a coach without a name",
    ),
    pytest.param(
        "Ida Lund, the coach, came. “It does not,” said a coach. “It never did,” the coach added.",
        ["(a coach)", "Ida Lund"],
        id="a coach, and another whose name is known",
    ),
    pytest.param(
        'Reading Ann Brandt\'s new book, I thought of it. Brandt calls it "late."',
        ["Ann Brandt"],
        id="reading somebody's book",
    ),
    pytest.param(
        'Jill Roe left the band. The singer told Spark magazine: "I wept." She went on: "Then I slept."',
        ["(The singer)", "Jill Roe"],
        id="she is no magazine",
    ),
    pytest.param('DR IDA LUND came late. "It holds," Lund said.', ["Ida Lund"], id="a name in capitals"),
    pytest.param(
        'DR IDA LUND came late. "It holds," she said.', ["IDA LUND"], id="a name that only stands in capitals"
    ),
    pytest.param(
        'AG sues app maker\n\nBlinkr was sued on Monday. Blinkr grew fast. The company said it was "sorry."',
        ["Blinkr"],
        id="an AG is no company",
    ),
    pytest.param(
        'Rep. Emil Roe came with Gov. Anna Steed. Venn sang. The governor said it was "old."',
        ["Anna Steed"],
        id="the governor whom Gov. names",
    ),
    pytest.param('Sen. Bo Lyle came, and Karl Roe. The senator said it was "old."', ["Bo Lyle"], id="the senator"),
    pytest.param(
        'Gov. Anna Steed came. Emil Roe sang. The governor said it was "old."',
        ["(The governor)"],
        id="the governor behind somebody who may be one",
    ),
    pytest.param(
        'Keldra Water opens two mills.\n\nABSTRACT.\n\nThe company called it "late."',
        ["Keldra Water"],
        id="a word over the article is no company",
    ),
    pytest.param(
        'The study stands in the journal Old Earth. The team called it "thin."',
        ["(The team)"],
        id="a journal is no team",
    ),
    pytest.param(
        'Harbour Gazette, 3 May\n\nThe loudest cheer went to Wenna Karsh. "I want a wider shovel," she said.',
        ["Wenna Karsh"],
        id="she of a name behind to",
    ),
    pytest.param(
        'Venn came from El Pardo. Roe lives in El Pardo too, Venn says. "It floods," he said.',
        ["Venn"],
        id="he beside a place of two words",
    ),
    pytest.param(
        'Oskar Venn called the vote final. But his clerk, Emil Roe, was more blunt. "It is dead," he said.',
        ["Emil Roe"],
        id="he whom the sentence turns to",
    ),
    pytest.param(
        'Oskar Venn was glad. Venn\'s opposite number, Emil Roe, was less so. The gate was, he said, "dead".',
        ["Emil Roe"],
        id="he whom the sentence turns to, beside another's name",
    ),
    pytest.param(
        'Oskar Venn called the vote final. Emil Roe was not so sure. He called the count "odd."',
        ["Emil Roe"],
        id="he whom the sentence turns to, before the words",
    ),
    pytest.param('Ida Lund left the room. His mother wept. "He is ten," she cried.', ["(she)"], id="she of his mother"),
    pytest.param(
        'Ida Lund won. The boy\'s aunt was in the stands. "I missed it," she said.',
        ["(she)"],
        id="she of the boy's aunt",
    ),
    pytest.param('Emil Roe left. His wife smiled. "I missed it," he said.', ["Emil Roe"], id="he beside his wife"),
    pytest.param(
        'Denise Falk spoke. "It was the rope," said juror No. 6. "The rope was cut," she added.',
        ["(juror No. 6)", "(she)"],
        id="she of a juror",
    ),
    pytest.param(
        'Mayor Ida Lund opened the hall. A woman in the crowd shouted that it leaked. "Look up," she said.',
        ["(she)"],
        id="she of a woman who is not named",
    ),
    pytest.param(
        'Mayor Ida Lund opened the hall. "It leaks," shouted a woman in the crowd. "Look up," she added.',
        ["(a woman in the crowd)", "(she)"],
        id="she of a woman behind the marks",
    ),
    pytest.param(
        "Warden Ola Brandt wrote a letter. One of the rowers said the oars were gone."
        '\n\n"We found them in the river," she said.',
        ["(she)"],
        id="she of one of several",
    ),
    pytest.param(
        'Oskar Venn laughed. A clerk asked him whether it leaked. "It does," he said.',
        ["Oskar Venn"],
        id="he who was asked",
    ),
    pytest.param(
        'Mayor Emil Roe came. "It holds," he said. As for Nils Sander, he is glad. "It is good bread," he said.',
        ["Emil Roe", "Nils Sander"],
        id="as for",
    ),
    pytest.param('Ida Venn and Emil Roe came. "It leaks," they said.', ["Ida Venn and Emil Roe"], id="they, of two"),
    pytest.param(
        'Ida Venn and Emil Roe came. Rowers laughed. "It leaks," they said.', ["(they)"], id="they, of others"
    ),
    pytest.param('Bo Lund met Ida Venn and Emil Roe. "It leaks," they said.', ["(they)"], id="they, of three"),
    pytest.param(
        'Treasurer Emil Roe says it will hold. "We paid," he said. Former treasurer Bo Venn says the treasurer is left '
        'relying on luck. "It is all luck," he said.',
        ["Emil Roe", "Bo Venn"],
        id="he who comes anew",
    ),
    pytest.param(
        'Emil Roe came. "It holds," he said. Reporter Bo Venn asked why. "It is stone," he said.',
        ["Emil Roe", "Emil Roe"],
        id="he who is asked by one who comes anew",
    ),
    pytest.param('One of them, Carl Ives, said it was "old."', ["Carl Ives"], id="one of them, by name"),
    pytest.param('"We will row," said one of the six.', ["(one of the six)"], id="one of the six"),
    pytest.param(
        'One of the rowers, a student from Tarn, said it was "old."', ["(One of the rowers)"], id="one, and what she is"
    ),
    pytest.param(
        "Emil Roe closed the ferry in May, and the bell went silent with it. That saddens Oskar Venn, who cast it.\n\n"
        '"It rang for births," he said.',
        ["Oskar Venn"],
        id="he, whom it saddens",
    ),
    pytest.param(
        'Emil Roe closed the ferry and thanked Oskar Venn, its last pilot.\n\n"It rang for births," he said.',
        ["Emil Roe"],
        id="he, who thanks somebody new",
    ),
    pytest.param(
        'Emil Roe said the bell would go to Oskar Venn, its last pilot.\n\n"It rang for births," he said.',
        ["Emil Roe"],
        id="he, who tells of somebody new",
    ),
]

BESIDE_A_NAME = [
    pytest.param(
        'The minister for roads and harbours, Ida Lund, called it "odd."', ["Ida Lund"], id="an office of two things"
    ),
    pytest.param(
        'German Chancellor Ida Lund rang French President Bo Venn. "It leaks," the German leader said.',
        ["Ida Lund"],
        id="the leader of one of two countries",
    ),
    pytest.param('Harbour MP Ida Lund left. "It leaks," the MP said.', ["Ida Lund"], id="the MP"),
    pytest.param('Prime Minister Bo Lund left. "It leaks," the PM said.', ["Bo Lund"], id="the PM"),
    pytest.param('The vicar, the Rev Ida Lund, called it "odd."', ["Ida Lund"], id="an office, the Rev"),
    pytest.param(
        'The Mayor of Tarn, Ida Lund, came. "It leaks," the mayor said.', ["Ida Lund"], id="an office in capitals"
    ),
    pytest.param(
        'They met Emil Roe, 44, of Tarn, who said it was "odd."', ["Emil Roe"], id="who, behind an age and a place"
    ),
    pytest.param(
        'They met Emil Roe, of Weir Road, Tarn, who said it was "odd."', ["Emil Roe"], id="who, behind a street"
    ),
    pytest.param('They met Emil Roe of the Dam Works, who said it was "odd."', ["Emil Roe"], id="who, behind a body"),
    pytest.param('They met Emil Roe (Tarn), who said it was "odd."', ["Emil Roe"], id="who, behind a bracket"),
    pytest.param('They met Emil Roe, 44, a baker, who said it was "odd."', ["Emil Roe"], id="who, behind a trade"),
    pytest.param(
        'Victoria\'s Works Minister, Petra Lund, says it was "old." "It leaks," she said.',
        ["Petra Lund", "Petra Lund"],
        id="the minister of a place that is also a first name",
    ),
    pytest.param(
        'At noon the head of the Sunde Rowers\' Union (SRU), Emil Roe, called it "odd."',
        ["Emil Roe"],
        id="an office and what a body is called for short",
    ),
    pytest.param(
        'Ida Lund, treasurer and archivist of Orwick wrote: "It leaks."', ["Ida Lund"], id="two offices, no comma"
    ),
    pytest.param(
        'Ida Lund, the old sculptor who carved the gate on the quay shouted: "It leaks."',
        ["Ida Lund"],
        id="who, and no comma",
    ),
    pytest.param(
        "52-year-old Oskar Venn, archivist of Orwick, owner of two kilns and for years the treasurer of its guild, "
        'sold the bell, saying it was "cracked."',
        ["Oskar Venn"],
        id="an age before the name",
    ),
    pytest.param(
        '"It leaks," shouted another young engineer, Emil Roe from Orwick.', ["Emil Roe"], id="a name and where from"
    ),
    pytest.param(
        'One of the town\'s nurses, Ida Lund, swore that it was "stale."', ["Ida Lund"], id="one of somebody's, by name"
    ),
    pytest.param(
        'Having thanked Oskar Venn, the mayor said it was "stale."',
        ["(the mayor)"],
        id="no aside: a subject and its verb",
    ),
    pytest.param('Ida Lund, the mayor said, was "late."', ["(the mayor)"], id="no aside: a cue between commas"),
    pytest.param(
        'They met Ida Lund, the mayor and the clerk said, and it was "dull."',
        ["(the mayor and the clerk)"],
        id="no aside: two subjects",
    ),
]


@pytest.mark.parametrize(
    ("text", "speakers"),
    PRONOUNS + NAMESAKES + DESCRIPTIONS + ABSTAINS + RELATIVES + NEWCOMERS + BESIDE_A_NAME,
)
def test_whose_name_stands_behind_the_words_at_the_quote(text: str, speakers: list[str]) -> None:
    assert [who(q) for q in in_marks(text)] == speakers


BASIS = [
    pytest.param(
        '"It leaks," Drovian dam officials said.', "Drovian dam officials", "title", id="words before the noun"
    ),
    pytest.param('"It leaks," Ms. Lund\'s former aides said.', "Ms. Lund's former aides", "title", id="whose aides"),
    pytest.param('In Tarnholt officials said: "It leaks."', "officials", "title", id="a place before the noun"),
    pytest.param('"It holds," Ida Lund said.', "Ida Lund", "name", id="name"),
    pytest.param('Ida Lund came. "It holds," she said.', "she", "pronoun", id="pronoun"),
    pytest.param('Mayor Ida Lund came. "It holds," the mayor said.', "the mayor", "title", id="title"),
    pytest.param(
        '"It holds," said a friend of Ida Lund.', "a friend of Ida Lund", "title", id="description without a name"
    ),
    pytest.param('"It holds," Ida Lund said. "For now."', "Ida Lund", "carried", id="carried"),
    pytest.param(
        'Voices of the flood\n\n"We heard the river before we heard the siren."',
        None,
        "none",
        id="nothing",
    ),
]


@pytest.mark.parametrize(("text", "words", "basis"), BASIS)
def test_words_at_the_quote_and_how_they_led_to_the_name(text: str, words: str | None, basis: str) -> None:
    quote = in_marks(text)[-1]
    assert (quote.speaker_text, quote.speaker_basis) == (words, basis)
