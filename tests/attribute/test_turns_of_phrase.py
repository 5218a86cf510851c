"""Who is given as the speaker where the form of the sentence decides: crowds, asides, main clauses, colons, signatures.

A row is a text and the speaker of each stretch of speech in marks, as in test_speakers.py.
"""

import pytest
from reading import in_marks, who

CROWDS = [
    pytest.param('The crowd broke into a thunderous chant of "Dig the wall!"', ["(The crowd)"], id="a chant of"),
    pytest.param('Ida Lund was met with cries of "Shame."', ["?"], id="met with cries"),
    pytest.param(
        'The mayor spoke at a hall in Tarnholt, where hundreds of supporters held oars and chanted "Four more years!"',
        ["(hundreds of supporters)"],
        id="where supporters chanted",
    ),
    pytest.param(
        "Ida Lund ate in the mill, where 50 rowers stood, chanting “no boat, no vote” till noon.",
        ["(50 rowers)"],
        id="where rowers stood chanting",
    ),
    pytest.param("Ida Lund told the rowers that it was over and shouted, “Go home!”", ["Ida Lund"], id="one shouts"),
    pytest.param("Ida Lund spoke to the rowers, shouting “Go home!”", ["Ida Lund"], id="one goes on, shouting"),
    pytest.param(
        "Ida Lund, as well as the boys in the shed who chanted “no dam, no gate” after she spoke, left.",
        ["?"],
        id="who chanted, after another spoke",
    ),
]

LABELLED = [
    pytest.param(
        "“I wept,” Ida Lund said. Once called “the worst oar in the valley,” Lund left.",
        ["Ida Lund", "?"],
        id="what somebody was once called",
    ),
    pytest.param("Called “a sieve” by Ida Lund, the wall fell.", ["Ida Lund"], id="called so by somebody"),
    pytest.param(
        "Keldra sells (in clerk Oskar Venn’s phrase) “clay by the yard” – and mud, too.",
        ["Oskar Venn"],
        id="in his phrase, in brackets",
    ),
    pytest.param("Five Sundays a year Ida Lund called it “mud.”", ["Ida Lund"], id="Sundays are nobody"),
]

MET = [
    pytest.param(
        "“It leaks,” said Emil Roe.\n\nOur team spoke to Dora (not her real name), a rower. She has two boats.\n\n"
        "“Nobody may row now, and my boats have been lying on the quay for weeks.”",
        ["Emil Roe", "Dora"],
        id="our team spoke to somebody new",
    ),
    pytest.param(
        "“It leaks,” said Emil Roe. He spoke to Dora Venn.\n\n“Nobody may row now, and my boats lie idle.”",
        ["Emil Roe", "Emil Roe"],
        id="he spoke to her",
    ),
]

CLAUSES = [
    pytest.param(
        "“It is no wall,” Ida Lund wrote after Oskar Venn argued on the quay on Monday that “it would have held.”",
        ["Ida Lund", "Oskar Venn"],
        id="after he argued that",
    ),
    pytest.param(
        "Ida Lund rebuked critics who say she should describe the flood as “a crime,” and left.",
        ["(critics)"],
        id="critics who say",
    ),
    pytest.param(
        "Ida Lund told a ferryman who hinted that nobody would row that “the till is empty.”",
        ["Ida Lund"],
        id="told one who suggested that",
    ),
    pytest.param(
        "“No,” Ida Lund wrote after Oskar Venn said on Monday that the mill was “a heap.”",
        ["Ida Lund", "Oskar Venn"],
        id="a fragment in the clause that he opened",
    ),
    pytest.param(
        "Ida Lund says it underscores that the guild was “out of oars.”",
        ["Ida Lund"],
        id="who says what a thing underscores",
    ),
    pytest.param(
        "It was left to Ida Lund to remind the council that “rowers vote.”", ["Ida Lund"], id="left to her to remind"
    ),
    pytest.param("Oskar Venn, viewed by many clerks as “odd,” left.", ["(many clerks)"], id="viewed by many as"),
    pytest.param(
        "“Let them,” Ida Lund says on the film to Oskar Venn, who responds happily: “Right!”",
        ["Ida Lund", "Oskar Venn"],
        id="who responds happily",
    ),
    pytest.param(
        "After Oskar Venn called the ferrymen “thieves,” Ida Lund said that he should go.",
        ["Oskar Venn"],
        id="a main clause with an object behind",
    ),
    pytest.param(
        "After Oskar Venn held a sermon that ended by comparing ferrymen to “thieves” and “liars”, "
        "the actress Ida Lund wrote a long letter.",
        ["Oskar Venn", "Oskar Venn"],
        id="a main clause behind two quotations",
    ),
    pytest.param(
        "When the water rose, “it was like the sea,” Ida Lund said.", ["Ida Lund"], id="a main clause is the cue"
    ),
    pytest.param(
        'Ida Tarn, the star of "Late Flood," called the audition process "a cattle market" in an essay.',
        ["Ida Tarn"],
        id="a title in the aside",
    ),
    pytest.param(
        'The third, a spokesman told me by email, is "not something we will discuss."',
        ["(a spokesman)"],
        id="told me by email",
    ),
]

WITHOUT_A_CUE = [
    pytest.param(
        "And Ida Lund is sure that keeping Venn in the clinic will only raise the river: “They are making a flood.”",
        ["Ida Lund"],
        id="colon, who opens the sentence",
    ),
    pytest.param(
        "Ida Lund was unmoved, but Emil Roe, a baker whose shop burnt down in May, was not: “They owe us.”",
        ["Emil Roe"],
        id="colon, who opens the last clause",
    ),
    pytest.param(
        "Such is the price of Oskar Venn's “whoever rows need not pay” promise: Few row now.",
        ["Oskar Venn"],
        id="his promise",
    ),
    pytest.param("Ida Lund says Oskar Venn's promise to “mend the wall” is old.", ["Oskar Venn"], id="his promise to"),
    pytest.param(
        "Ida Lund, a clerk, says Oskar Venn's promise to “mend the wall” is old.",
        ["Oskar Venn"],
        id="his promise to, behind an aside",
    ),
    pytest.param("The papers had panels discussing Oskar Venn's “wet card” remark.", ["Oskar Venn"], id="his remark"),
    pytest.param(
        "The timing of the flood does not surprise the surveyor Oskar Venn: “Old walls leak in May.”",
        ["Oskar Venn"],
        id="colon, the name before it",
    ),
    pytest.param(
        'To Ida Lund, it means "everyone pays a bit." To Oskar Venn, it is "the mayor\'s friends pay nothing."',
        ["Ida Lund", "Oskar Venn"],
        id="to her it means",
    ),
    pytest.param('To Oskar Venn, Ida Lund wrote: "It is over."', ["Ida Lund"], id="to him she wrote"),
    pytest.param(
        'Doran Keech agreed.\n\n"It was never about talent."\nLotte Tarn, in Keldra Weekly.\n\nMore below.',
        ["Lotte Tarn"],
        id="a signature without a dash",
    ),
    pytest.param(
        'Doran Keech agreed. "It was never about talent."\n\nLotte Tarn, the mayor of Orwick, laughed.',
        ["Doran Keech"],
        id="a sentence, no signature",
    ),
]


@pytest.mark.parametrize(("text", "speakers"), CROWDS + LABELLED + MET + CLAUSES + WITHOUT_A_CUE)
def test_speaker_where_the_form_of_the_sentence_decides(text: str, speakers: list[str]) -> None:
    assert [who(quote) for quote in in_marks(text)] == speakers
