"""Each kind of evidence on the words it rests on, and on words that must not raise it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from build import article, family, link, quotes_of, weights

from quotetrace.models import Article, Flag
from quotetrace.trace.candidates import weighed
from quotetrace.trace.evidence import EVIDENCE
from quotetrace.trace.weights import WEIGHTS

SAID = "“We shall mend the harbour wall before the winter, and nobody will lose a boat to it again,”"
CUT = "“nobody will lose a boat to it again”"
MORE = "“I have told the council so twice, and they have not even lit the lamp on the quay,”"
GALE = "The wall lost a third of its stones in the gale that came in over the headland in the small hours of Sunday."
WATER = "Every second house in the lower town has water in the kitchen, and the herring market is held in the church."
LEVY = "A levy on moorings was meant to pay for repairs, but it went into the new bandstand, as auditors found."
COAT = "The pilot had hung his coat over the broken window of the school."
HEARD = "Ms Brell said on the quay, according to the Harbour Post, in front of four wet dogs and a notary."
HALL = "The council meets on Thursday in the school because its own hall has been lent to the families from the quay."
TALE = "An old lady from the lighthouse brought a basket of eggs, which the clerk entered in the minutes as a petition."

OWN_REPORT = "\n".join(
    f"The {ship} lay at the {place} with her {part} under a tarpaulin, and nobody on board would say for how long."
    for ship, place, part in (
        ("Marten", "old quay", "bell"),
        ("Plover", "fish stairs", "wheel"),
        ("Teal", "coal berth", "lamps"),
        ("Lapwing", "dry dock", "anchor"),
        ("Ouzel", "north steps", "nets"),
        ("Dunlin", "ferry slip", "rudder"),
        ("Curlew", "rope walk", "winch"),
        ("Shrike", "sluice", "mast"),
    )
)


def post(text: str, day: int = 4, title: str | None = None) -> Article:
    return article("a", text, "Harbour Post", f"2021-03-0{day}", title)


def echo(text: str, day: int = 5, title: str | None = None) -> Article:
    return article("b", text, "Echo", f"2021-03-0{day}", title)


def star(text: str, day: int = 6) -> Article:
    return article("c", text, "Star", f"2021-03-0{day}")


ROWS: dict[str, tuple[str, str, list[Article]]] = {
    "told": ("credit", "told the Harbour Post", [post(SAID), echo(f"{CUT}, she told the Harbour Post.")]),
    "a name cut short": (
        "credit",
        "according to the Post",
        [post(SAID), echo(f"The Harbour Post has it.\n{CUT}, she said, according to the Post.")],
    ),
    "a credit that came along": (
        "credit-carried",
        "according to the Harbour Post",
        [
            post(SAID),
            echo(f"{SAID} {HEARD}"),
            star(f"{SAID} {HEARD}", 4),
        ],
    ),
    "the source credits the target": (
        "credited-back",
        "told the Echo",
        [post(f"{CUT}, she told the Echo."), echo(SAID)],
    ),
    "a credit for the same speaker's next words": (
        "credit-beside",
        "according to the Harbour Post",
        [
            post(f"{SAID} she said. {MORE} she said."),
            echo(f"{CUT}, she said. Wet dogs barked.\n{MORE} she said, according to the Harbour Post."),
        ],
    ),
    "the credit may have come by way of another": (
        "relayed",
        "Star credits Harbour Post too",
        [
            post(SAID),
            echo(f"{SAID} she told the Harbour Post."),
            star(f"{SAID} she told the Harbour Post.", 4),
        ],
    ),
    "the source names the target where they agree": (
        "named-back",
        "a tally by the Echo",
        [post(f"In a tally by the Echo, {GALE[4:]}\n{SAID}"), echo(f"{GALE}\n{SAID}")],
    ),
    "from another house": (
        "elsewhere",
        "according to Halpress",
        [post(SAID), echo(f"{SAID} she said, according to Halpress.")],
    ),
    "one wire tag": (
        "common-credit",
        "Halpress",
        [post(f"{SAID} she said. (Halpress)"), echo(f"{SAID} she said. (Halpress)")],
    ),
    "moved sentences": (
        "narration",
        "levy on moorings",
        [post(f"{GALE}\n{LEVY}\n{SAID}"), echo(f"{LEVY}\n{SAID}\nWell.")],
    ),
    "one short sentence, from its first word to its last": (
        "narration",
        "coat over the broken window",
        [post(f"{COAT}\n{SAID}"), echo(f"{COAT} Dogs barked.\n{SAID}")],
    ),
    "mostly its own": (
        "own-narration",
        "% of the target",
        [post(f"{LEVY}\n{SAID}"), echo(f"{LEVY}\n{HALL}\n{TALE}\n{WATER}\n{SAID}")],
    ),
    "eight sentences of the target's own": (
        "own-report",
        "8 sentences of the target",
        [post(f"{LEVY}\n{SAID}"), echo(f"{LEVY}\n{OWN_REPORT}\n{SAID}")],
    ),
    "a quote that only the target has": (
        "own-quotes",
        "lit the lamp",
        [post(SAID), echo(f"{SAID} she said. {MORE} she said.")],
    ),
    "under an agency's name": (
        "agency-text",
        "(Halpress)",
        [post(f"PORTHAL, March 4 (Halpress) – {GALE}\n{LEVY}\n{SAID}"), echo(f"{GALE}\n{LEVY}\n{SAID}")],
    ),
    "under an agency's name where another quote stands": (
        "agency-text",
        "(Halpress)",
        [
            post(f"{GALE}\n{LEVY}\n{SAID} she said. {MORE} she said."),
            echo(f"{GALE}\n{LEVY}\n{SAID} she said. {MORE} she said."),
            star(f"PORTHAL, March 4 (Halpress) – {GALE}\n{LEVY}\n{MORE} she said.", 4),
        ],
    ),
    "more than another agency's text has, under its name in the source": (
        "agency-text",
        "(Halpress)",
        [
            post(f"PORTHAL, March 4 (Halpress) – {GALE}\n{LEVY}\n{WATER}\n{SAID}"),
            echo(f"{GALE}\n{LEVY}\n{WATER}\n{SAID}"),
            star(f"PORTHAL, March 4 (Halpress) – {GALE}\n{SAID}", 4),
        ],
    ),
    "how much of the source came along": (
        "of-source",
        "most of",
        [post(f"{GALE}\n{SAID}"), echo(f"{GALE}\n{TALE}\n{SAID}")],
    ),
    "a quote before the sentence it stood behind": (
        "other-order",
        "wall lost a third",
        [post(f"{LEVY}\n{GALE}\n{SAID}"), echo(f"{LEVY}\n{SAID} she said.\n{GALE}")],
    ),
    "what only one could have given": (
        "only-here",
        "basket of eggs",
        [post(f"{GALE}\n{TALE}\n{SAID}"), star(f"{GALE}\n{SAID}", 4), echo(f"{GALE}\n{TALE}\n{SAID}")],
    ),
    "the same words beside the quote": (
        "same-frame",
        "snapped the mayor as she left the quay",
        [
            post(f"{SAID} snapped the mayor as she left the quay. Wet dogs barked."),
            echo(f"{GALE}\n{SAID} snapped the mayor as she left the quay.\n{TALE}"),
        ],
    ),
    "the same words before the quote": (
        "same-frame",
        "Asked about the levy, Ms Brell said:",
        [
            post(f"{GALE} Asked about the levy, Ms Brell said: {SAID}"),
            echo(f"Asked about the levy, Ms Brell said: {SAID}"),
        ],
    ),
    "another has more of it": (
        "lacking",
        "basket of eggs",
        [post(f"{GALE}\n{SAID}"), star(f"{GALE}\n{TALE}\n{SAID}", 4), echo(f"{GALE}\n{TALE}\n{SAID}")],
    ),
    "a third has more of each": (
        "third-text",
        "Star",
        [
            post(f"{GALE}\n{LEVY}\n{SAID}"),
            echo(f"{GALE}\n{WATER}\n{SAID}"),
            star(f"{LEVY}\n{WATER}\n{SAID}"),
        ],
    ),
    "a third has more of the source than the target has, and no date tells": (
        "nearer",
        "Star has “A levy on moorings",
        [
            article("a", f"{GALE}\n{LEVY}\n{SAID}", "Harbour Post"),
            echo(f"{GALE}\n{WATER}\n{SAID}"),
            star(f"{GALE}\n{LEVY}\n{SAID}"),
        ],
    ),
    "a third has more of each, and another quote": (
        "third-text",
        "Star",
        [
            post(f"{GALE}\n{LEVY}\n{SAID} she said. {MORE} she said."),
            echo(f"{GALE}\n{WATER}\n{SAID} she said. {MORE} she said."),
            star(f"{LEVY}\n{WATER}\n{MORE} she said."),
        ],
    ),
    "a slip in both": (
        "slip",
        "bloat",
        [
            post(SAID.replace("boat", "bloat")),
            echo(SAID.replace("boat", "bloat")),
            star(SAID),
            article("d", SAID),
            article("e", SAID),
        ],
    ),
    "the target has it right": (
        "kept",
        "bloat",
        [post(SAID.replace("boat", "bloat")), echo(SAID), star(SAID)],
    ),
    "an interpreter": (
        "same-translation",
        "interpreter",
        [post(f"She spoke through an interpreter.\n{SAID}"), echo(SAID)],
    ),
    "foreign media": ("same-translation", "French media", [post(f"She told French media so.\n{SAID}"), echo(SAID)]),
    "the same words among others": ("same-words", "harbour wall", [post(SAID), echo(SAID), star(CUT)]),
    "words that the source lacks": ("not-contained", "harbour wall", [post(CUT), echo(SAID)]),
    "the next quote is worded otherwise": (
        "other-words",
        "the lantern on the quay",
        [
            post(f"{SAID} she said. {MORE} she said."),
            echo(f"{SAID} she said. {MORE.replace('lamp', 'lantern')} she said."),
        ],
    ),
    "an agency's own article": (
        "agency-own",
        "PORTHAL, March 4 (Halpress)",
        [
            article("a", f"PORTHAL, March 4 (Halpress) – {GALE}\n{SAID}", "Halpress", "2021-03-04"),
            echo(f"{GALE}\n{SAID}"),
        ],
    ),
    "a text that is sent out to the press": (
        "handout",
        "News release",
        [
            article(
                "a",
                f"Wall to be mended\n\nNews release\n{GALE}\n{LEVY} The Moorings Trust met.\n{SAID}",
                "Moorings Trust",
                "2021-03-04",
            ),
            echo(f"{GALE}\n{LEVY}\n{SAID}"),
        ],
    ),
    "a gap between words that it lacks": ("not-contained", "wall before … winter”", [post(CUT), echo(SAID)]),
    "an ellipsis": (
        "one-way-edit",
        "ellipsis",
        [post(SAID), echo(SAID.replace("before the winter, ", "… "))],
    ),
    "a full name cut short": (
        "one-way-edit",
        "“Orlo Fenn” cut short",
        [post(SAID.replace("nobody", "Orlo Fenn says nobody")), echo(SAID.replace("nobody", "Fenn says nobody"))],
    ),
    "a contraction": (
        "one-way-edit",
        "contracted",
        [post(SAID.replace("We shall", "We will")), echo(SAID.replace("We shall", "We’ll"))],
    ),
    "prepared remarks": (
        "prepared-text",
        "prepared remarks",
        [post(f"In her prepared remarks: {SAID}"), echo(SAID.replace("mend", "repair"))],
    ),
    "no date": ("date", "no date", [article("a", SAID, "Harbour Post"), echo(SAID)]),
    "the day is the same": ("date", "both 2021-03-05: they do not say which was first", [post(SAID, 5), echo(SAID)]),
    "a translation that was edited": (
        "same-translation",
        "lose a boat to it again” in the target, “We shall mend",
        [post(f"She told French media so.\n{SAID}"), echo(SAID.replace("mend", "repair"))],
    ),
    "neither has a date": ("date", "neither has a date", [article(key, SAID, key) for key in "ab"]),
}


@pytest.mark.parametrize(("kind", "shown", "articles"), ROWS.values(), ids=ROWS)
def test_evidence_and_the_words_it_rests_on(kind: str, shown: str, articles: list[Article]) -> None:
    found = weights("a", "b", *articles)
    assert kind in found
    assert shown in found[kind].text
    assert (found[kind].weight != 0) == (kind != "date")


@pytest.mark.parametrize(
    "articles",
    [
        pytest.param([article("a", SAID, "Harbour Post"), echo(SAID)], id="no date"),
        pytest.param([post(SAID, 5), article("b", SAID, "Echo", "2021-03-05T10:00:00")], id="the same day"),
    ],
)
def test_dates_that_tell_no_order_read_alike_from_either_side(articles: list[Article]) -> None:
    assert weights("a", "b", *articles)["date"].text == weights("b", "a", *articles)["date"].text


SILENT: dict[str, tuple[str, list[Article]]] = {
    "its own name": ("elsewhere", [post(SAID), echo(f"{SAID} she told the Echo.")]),
    "a short name without the whole": ("credit", [post(SAID), echo(f"{SAID} she said, according to the Post.")]),
    "a credit of another paragraph": (
        "credit",
        [post(SAID), echo(f"{SAID}\n\nBread rose again, according to the Harbour Post.")],
    ),
    "a credit for another quote, in another paper": (
        "credit-beside",
        [
            post(SAID),
            star(f"{MORE} she said.", 4),
            echo(f"{CUT}, she said. Wet dogs barked.\n{MORE} she said, according to the Harbour Post."),
        ],
    ),
    "the target's name in another sentence": (
        "named-back",
        [post(f"The Echo sent a man in a kayak. {GALE}\n{SAID}"), echo(f"{GALE}\n{SAID}")],
    ),
    "a name that both have": (
        "named-back",
        [
            post(f"{WATER[:-1]}, and the Echo was there.\n{SAID}"),
            echo(f"{WATER[:-1]}, and the Echo was there.\n{SAID}"),
        ],
    ),
    "a credit that two give, beside narration": (
        "relayed",
        [
            post(f"{GALE}\n{LEVY}\n{SAID}"),
            echo(f"{GALE}\n{LEVY}\n{SAID} she told the Harbour Post."),
            star(f"{SAID} she told the Harbour Post.", 4),
        ],
    ),
    "the next quote is the same": (
        "other-words",
        [post(f"{SAID} she said. {MORE} she said."), echo(f"{SAID} she said. {MORE} she said.")],
    ),
    "an agency's text beside more of the source's own": (
        "agency-text",
        [
            post(f"{GALE}\n{LEVY}\n{SAID}"),
            echo(f"{GALE}\n{LEVY}\n{SAID}"),
            star(f"PORTHAL, March 4 (Halpress) – {GALE}\n{SAID}", 4),
        ],
    ),
    "she said, as everywhere": ("same-frame", [post(f"{SAID} she said."), echo(f"{SAID} she said.")]),
    "the next sentence is not beside the quote": (
        "same-frame",
        [post("“No,” she said. Then she left the quay."), echo("“No,” said Ms Brell. Then she left the quay.")],
    ),
    "one order, with more between": (
        "other-order",
        [post(f"{LEVY}\n{SAID}\n{TALE}\n{GALE}"), echo(f"{LEVY}\n{HALL}\n{SAID}\n{GALE}")],
    ),
    "two could have given it": (
        "only-here",
        [post(f"{GALE}\n{SAID}"), star(f"{GALE}\n{SAID}", 4), echo(f"{GALE}\n{SAID}")],
    ),
    "a title and a name": (
        "narration",
        [
            post(f"The Harbour Master and Acting Mayor of Porthal Sir Aubrey Tarn was there. {SAID}"),
            echo(f"With her the Harbour Master and Acting Mayor of Porthal Sir Aubrey Tarn sang. {SAID}"),
        ],
    ),
    "the words of a short sentence in the midst of two others": (
        "narration",
        [
            post(f"Some asked if {COAT[0].lower()}{COAT[1:-1]} out of spite. {SAID}"),
            echo(f"It is not known why {COAT[0].lower()}{COAT[1:-1]} at noon. {SAID}"),
        ],
    ),
    "the quote itself": ("narration", [post(f"{SAID} she said."), echo(f"{SAID} she said.")]),
    "two transcripts of one language": (
        "same-translation",
        [post(SAID), echo(SAID), star(SAID.replace("mend", "repair"))],
    ),
    "a third is as near to both": (
        "nearer",
        [
            article("a", f"{GALE}\n{LEVY}\n{SAID}", "Harbour Post"),
            echo(f"{GALE}\n{WATER}\n{SAID}"),
            star(f"{GALE}\n{LEVY}\n{WATER}\n{SAID}"),
        ],
    ),
    "a third is nearer to one, and the dates tell": (
        "nearer",
        [post(f"{GALE}\n{LEVY}\n{SAID}"), echo(f"{GALE}\n{WATER}\n{SAID}"), star(f"{GALE}\n{LEVY}\n{SAID}")],
    ),
    "the words of a paper, quoted": (
        "not-contained",
        [
            post(f"{CUT} she said.\n{GALE} She said that nobody will lose a boat."),
            echo(f"The Harbour Post reported: “{GALE} She said that nobody will lose a boat.”"),
        ],
    ),
    "an excerpt": ("not-contained", [post(SAID), echo(CUT)]),
    "a wording that all have": ("same-words", [post(SAID), echo(SAID)]),
    "another first name": (
        "one-way-edit",
        [post(SAID.replace("nobody", "Orlo Fenn says nobody")), echo(SAID.replace("nobody", "Iva Fenn says nobody"))],
    ),
    "seven sentences of the target's own": (
        "own-report",
        [post(f"{LEVY}\n{SAID}"), echo("\n".join((LEVY, *OWN_REPORT.splitlines()[1:], SAID)))],
    ),
    "both prepared": (
        "prepared-text",
        [post(f"In her prepared remarks: {SAID}"), echo(f"From prepared remarks: {CUT}")],
    ),
    "a paper that prints what was sent out": (
        "handout",
        [post(f"News release\n{GALE}\n{LEVY}\n{SAID}"), echo(f"{GALE}\n{LEVY}\n{SAID}")],
    ),
    "a paper that speaks of what was sent out": (
        "handout",
        [
            post(f"Press release angers the quay, the Harbour Post hears\n\n{GALE}\n{LEVY}\n{SAID}"),
            echo(f"{GALE}\n{LEVY}\n{SAID}"),
        ],
    ),
}


@pytest.mark.parametrize(("kind", "articles"), SILENT.values(), ids=SILENT)
def test_what_is_no_evidence(kind: str, articles: list[Article]) -> None:
    assert kind not in weights("a", "b", *articles)


def test_every_kind_is_listed_weighed_tried_and_explained() -> None:
    page = Path(__file__).parents[2] / "docs" / "how-traces-are-made.md"
    explained = set(re.findall(r"^\| `([a-z-]+)` \|", page.read_text(encoding="utf-8"), re.M))
    tried = {kind for kind, _, _ in ROWS.values()}
    assert len(set(EVIDENCE)) == len(EVIDENCE)
    assert set(WEIGHTS) - explained == set()
    assert set(WEIGHTS) - tried == {"republished"}, "tried in test_trace.py"


def seen(source: Article, target: Article, **changes: object) -> set[str]:
    """The kinds of evidence that ``target`` has its first quote from ``source``, whose quotes and link are changed."""
    (a, *_), (b, *rest) = quotes_of(source), quotes_of(target)
    others = [replace(one, speaker="Orlo Fenn") for one in rest]
    kinds: dict[str, object] = {"kind": changes.pop("kind", "direct")}
    b = replace(b, **kinds)  # type: ignore[arg-type]
    joined = replace(link(a, b), **changes)  # type: ignore[arg-type]
    ((_, found),) = weighed([family([a, b])], [joined], [a, b, *others], {source.id: source, target.id: target}, ())
    return {one.kind for one in found[target.id][0].evidence}


def test_a_translation_is_of_the_speaker_it_is_told_of() -> None:
    foreign = f"{SAID} she said.\n{GALE}\n“A word of the mayor, no more,” said Mr Fenn on French television."
    same = f"{SAID} she said on French television.\n{GALE}\n“A word of the mayor, no more,” said Mr Fenn."
    assert "same-translation" not in seen(post(SAID), echo(foreign))
    assert "same-translation" in seen(post(SAID), echo(same))


def test_the_opposite_told_without_marks_is_not_credited() -> None:
    credited = echo(f"{CUT} she told the Harbour Post.")
    flags = (Flag("negation", "“nobody” became “all”"),)
    assert "credit" in seen(post(SAID), credited)
    assert "credit" in seen(post(SAID), credited, kind="indirect")
    assert "credit" in seen(post(SAID), credited, flags=flags)
    assert "credit" not in seen(post(SAID), credited, flags=flags, kind="indirect")


def test_a_mark_that_is_missing_in_both_is_a_slip() -> None:
    def kinds(there: tuple[str, ...], here: tuple[str, ...]) -> set[str]:
        source, target = post(SAID), echo(SAID)
        (a,), (b,) = quotes_of(source), quotes_of(target)
        a, b = replace(a, defects=there), replace(b, defects=here)
        known = {source.id: source, target.id: target}
        ((_, found),) = weighed([family([a, b])], [link(a, b)], [a, b], known, ())
        return {one.kind for one in found[target.id][0].evidence}

    assert "slip" in kinds(("missing-open-mark",), ("missing-open-mark",))
    assert "slip" not in kinds(("missing-open-mark",), ())


def test_said_became_thundered() -> None:
    source, target = post(SAID), echo(SAID)
    (a,), (b,) = quotes_of(source), quotes_of(target)
    known = {source.id: source, target.id: target}
    for cue, expected in (("thundered", 0.65), ("said", None)):
        told = replace(b, cue=cue)
        ((_, found),) = weighed([family([a, told])], [link(a, told)], [a, told], known, ())
        edits = [one.weight for one in found[target.id][0].evidence if one.kind == "one-way-edit"]
        assert edits == ([expected] if expected else [])
