"""What a family's wordings and ways are called, row by row."""

from dataclasses import replace

import pytest
import render_samples as samples

from quotetrace.models import (
    Alternative,
    Diff,
    Evidence,
    Family,
    Kind,
    Link,
    Origin,
    Relation,
    Scan,
    Step,
    Trace,
    Wording,
)
from quotetrace.render import pairs, plain
from quotetrace.render.lookup import lookup
from quotetrace.render.page import Page
from quotetrace.render.rows import signed
from quotetrace.render.spread import Told
from quotetrace.render.wordings import wordings


def lines(relation: Relation, kind: Kind, a: str, b: str) -> list[str]:
    """A scan of one family of two wordings with these texts, as plain lines."""
    home, there = samples.article("a.txt", a), samples.article("b.txt", b)
    one, other = samples.quote(home, a), samples.quote(there, b, kind=kind)
    link = Link(one.id, other.id, relation, 0.9, one.span, other.span)
    wordings = tuple(Wording(quote.id, quote.text, (quote.id,)) for quote in (one, other))
    family = Family("0" * 16, a, None, (one.id, other.id), wordings)
    return "".join(plain.scan(Scan((home, there), (one, other), (link,), (family,)), Page())).splitlines()


@pytest.mark.parametrize(
    ("relation", "kind", "b", "label"),
    [
        pytest.param("excerpt", "direct", "We sang", "B cut", id="cut"),
        pytest.param("excerpt", "direct", "We sang in the rain.", "B longer", id="longer"),
        pytest.param("edited", "direct", "We sang in snow", "B edited", id="edited"),
        pytest.param("rendering", "direct", "It rained on our song", "B in other words", id="rendering"),
        pytest.param("paraphrase", "indirect", "they had sung", "B without marks", id="indirect"),
        pytest.param("paraphrase", "mixed", "a wet song", "B in other words", id="mixed"),
        pytest.param("verbatim", "direct", "We sang -- in rain", "B", id="verbatim"),
    ],
)
def test_a_wording_is_called_what_it_is(relation: Relation, kind: Kind, b: str, label: str) -> None:
    written = lines(relation, kind, "We sang in rain", b)
    assert label in [line.split(":")[0].split("“")[0].strip() for line in written]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        pytest.param("a wet song", "A that it was “a wet song", id="a fragment in its clause"),
        pytest.param("a wet song that nobody heard", "A “a wet song that nobody heard”", id="a longer one by itself"),
    ],
)
def test_the_first_wording(words: str, first: str) -> None:
    home = samples.article("a.txt", f"Roe said that it was “{words}”")
    one = samples.quote(home, words, kind="mixed")
    reported = replace(one, clause=samples.span(home.text, f"that it was “{words}"))
    family = Family("0" * 16, words, None, (one.id,), (Wording(one.id, words, (one.id,)),))
    chief, _ = wordings(family, lookup(Scan((home,), (reported,), (), (family,))))
    assert "".join(piece.text for piece in chief.pieces) == first


@pytest.mark.parametrize(
    ("kind", "speaker", "cue", "told"),
    [
        pytest.param("direct", "Ada Roe", "said", "", id="the same"),
        pytest.param("direct", "Ms Roe", "said", "", id="the same, in short"),
        pytest.param("direct", None, "said", "", id="not named"),
        pytest.param("direct", "Bo Lund", "said", " (speaker: Bo Lund)", id="another"),
        pytest.param("indirect", None, "denied", " (denied)", id="denied"),
        pytest.param("direct", "Ada Roe", "denied", "", id="denied in marks"),
    ],
)
def test_an_article_that_has_a_wording_otherwise_says_so(kind: Kind, speaker: str | None, cue: str, told: str) -> None:
    homes = samples.article("a.txt", "It sank at noon"), samples.article("b.txt", "it sank at noon")
    one, other = samples.quote(homes[0], homes[0].text), samples.quote(homes[1], homes[1].text, kind=kind)
    quotes = replace(one, speaker="Ada Roe"), replace(other, speaker=speaker, cue=cue)
    family = Family("0" * 16, one.text, "Ada Roe", (one.id, other.id), (Wording(one.id, one.text, (one.id, other.id)),))
    _, sources = wordings(family, lookup(Scan(homes, quotes, (), (family,))))
    assert "".join(piece.text for piece in sources.pieces) == f"a, no date · b, no date{told}"


def test_articles_that_are_told_alike_are_counted() -> None:
    outlets = {"a": "Mail", "b": "Post", "c": "Mail"}
    homes = tuple(
        samples.article(f"{key}.txt", f"We sang {key}", outlet, "2024-05-02") for key, outlet in outlets.items()
    )
    quotes = tuple(samples.quote(home, home.text) for home in homes)
    ids = tuple(quote.id for quote in quotes)
    family = Family("0" * 16, quotes[0].text, None, ids, (Wording(ids[0], quotes[0].text, ids),))
    _, articles = wordings(family, lookup(Scan(homes, quotes, (), (family,))))
    assert "".join(piece.text for piece in articles.pieces) == "Mail, 2024-05-02 (2 articles) · Post, 2024-05-02"


def test_an_article_that_has_a_statement_in_parts_names_the_others() -> None:
    whole, split = (
        samples.article("a.txt", "It sank. We swam."),
        samples.article("b.txt", "It sank. Roe said. We swam."),
    )
    chief = samples.quote(whole, whole.text)
    parts = [replace(samples.quote(split, text), utterance="one") for text in ("It sank.", "We swam.")]
    other = replace(parts[0], id="f" * 16, article=whole.id, utterance="another")
    groups = (chief,), (parts[0], other), (parts[1],)
    written = tuple(Wording(of[0].id, of[0].text, tuple(quote.id for quote in of)) for of in groups)
    quotes = (chief, *parts, other)
    family = Family("0" * 16, chief.text, None, tuple(quote.id for quote in quotes), written)
    rows = list(wordings(family, lookup(Scan((whole, split), quotes, (), (family,)))))
    sources = ["".join(piece.text for piece in row.pieces) for row in rows[1::2]]
    assert sources == ["a, no date", "a, no date · b, no date (with C)", "b, no date (with B)"]


def traced(*steps: Step) -> str:
    trace = Trace(samples.HUM.id, Origin(samples.E.id, "the diver said it there"), steps)
    scan = replace(samples.SCAN, families=(samples.HUM,), traces=(trace,), reuse=())
    return "".join(plain.scan(scan, Page()))


def test_the_reasons_that_weigh_most_stand_under_a_step() -> None:
    reasons = tuple(Evidence("kind", f"reason {weight}", weight) for weight in (0.0, -2.0, 1.0, 3.0, 2.0))
    step = Step(samples.E.id, samples.F.id, "verbatim", "copied", 0.914, reasons, (Alternative(None, "unknown", 0.1),))
    written = traced(step)
    assert "Sunde Gazette → undated  copied, 91% sure\n     reason 3.0\n     reason 2.0\n" in written
    assert "reason 1.0" not in written
    assert "origin: Sunde Gazette, the diver said it there" in written


def test_what_a_trace_rests_on_stands_first_and_no_words_twice() -> None:
    reasons = (
        Evidence("only-here", "only this one has “The quay was under water”", 3.0),
        Evidence("same-words", "the same words", 1.0),
        Evidence("narration", "58% of the narration, as in “The quay was under water”", 0.1),
    )
    written = traced(Step(samples.E.id, samples.F.id, "verbatim", "copied", 0.9, reasons))
    assert "90% sure\n     58% of the narration, as in “The quay was under water”\n     the same words\n" in written


def test_narration_that_is_hardly_shared_is_only_counted() -> None:
    shared = [replace(samples.SHARED, share=share) for share in (0.02, 0.3, 0.049)]
    written = "".join(plain.scan(replace(samples.SCAN, reuse=tuple(shared)), Page()))
    assert "  30% of the shorter one" in written
    assert "2 pairs with less than 5%" in written
    assert "% of the shorter one" not in "".join(plain.scan(replace(samples.SCAN, reuse=(shared[0],)), Page()))


def test_where_nothing_weighs_what_is_known_is_told() -> None:
    step = Step(None, samples.F.id, None, "unknown", 0.5, (Evidence("date", "no date", 0.0),))
    assert "undated  cannot tell\n     no date\n" in traced(step)


def test_steps_of_one_way_are_one_line_with_the_least_sure_of_them() -> None:
    steps = [Step(samples.E.id, samples.F.id, "verbatim", "copied", sure) for sure in (0.99, 0.7)]
    written = traced(*steps)
    assert written.count("copied") == 2  # the way, and the sum
    assert "copied, 70% sure" in written


def test_arrivals_from_outside_on_one_basis_are_one_line() -> None:
    steps = [Step(None, quote.id, None, "same-event", 0.9) for quote in (samples.E, samples.F)]
    assert "Sunde Gazette, undated  same event\n" in traced(*steps)


def test_each_arrival_that_is_credited_has_a_line_of_its_own() -> None:
    steps = [Step(None, quote.id, None, "credited", 0.9) for quote in (samples.E, samples.F)]
    assert traced(*steps).count("credited") == 2


@pytest.mark.parametrize(
    ("relation", "kinds", "label"),
    [
        pytest.param("excerpt", ("direct", "direct"), "cut in A", id="the shorter one is cut"),
        pytest.param("paraphrase", ("direct", "indirect"), "without marks in B", id="indirect in B"),
        pytest.param("paraphrase", ("indirect", "direct"), "without marks in A", id="indirect in A"),
        pytest.param("verbatim", ("direct", "direct"), "the same words", id="verbatim"),
    ],
)
def test_a_pair_is_called_what_it_is(relation: Relation, kinds: tuple[Kind, Kind], label: str) -> None:
    a, b = (replace(quote, kind=kind) for quote, kind in zip((samples.A, samples.B), kinds, strict=True))
    link = replace(samples.AB, relation=relation, flags=())
    block = list(pairs.blocks(replace(samples.DIFF, quotes=(a, b), links=(link,), only_a=())))[1]
    assert "".join(map(signed, block.head[0].pieces)) == f"1  Mara Ilkov  {label}"


@pytest.mark.parametrize(
    ("parts", "utterance", "labels"),
    [
        pytest.param(("It sank.", "We swam."), "one", ["split in A", "split in A"], id="all of it"),
        pytest.param(("It sank.", "We"), "one", ["cut in A", "cut in A"], id="a word left out"),
        pytest.param(("It sank.", "We swam."), "", ["cut in A", "cut in A"], id="not one stretch"),
        pytest.param(("It sank.",), "one", ["cut in A"], id="one part"),
    ],
)
def test_a_quote_that_the_reporter_interrupts_is_split_and_not_cut(
    parts: tuple[str, ...], utterance: str, labels: list[str]
) -> None:
    a, b = samples.article("a.txt", "It sank. Roe said. We swam."), samples.article("b.txt", "It sank. We swam.")
    whole = samples.quote(b, b.text)
    here = [replace(samples.quote(a, text), utterance=utterance or text) for text in parts]
    links = tuple(Link(one.id, whole.id, "excerpt", 1.0, one.span, samples.span(b.text, one.text)) for one in here)
    for found, ab in ((links, "A"), (tuple(link.flipped() for link in links), "B")):
        homes = (a, b) if ab == "A" else (b, a)
        diff = Diff(*homes, (*here, whole), found, (), (), None, False)
        heads = ["".join(map(signed, block.head[0].pieces)) for block in list(pairs.blocks(diff))[1:-1]]
        assert [head.rsplit("  ", 1)[-1] for head in heads] == [label.replace("A", ab) for label in labels]


def test_pairs_that_read_alike_are_one_with_their_number() -> None:
    links = (samples.AB, replace(samples.AB, score=0.5), replace(samples.AB, relation="paraphrase"))
    heads = ["".join(map(signed, block.head[0].pieces)) for block in pairs.blocks(replace(samples.DIFF, links=links))]
    assert heads[1].endswith(", 2 times")
    assert heads[2].startswith("2  ")
    assert "times" not in heads[2]


def test_a_reason_stands_in_full_under_the_first_statement_alone() -> None:
    told = Told()
    written = [signed(piece) for n in (1, 2, 3) for line in told.rows(["a", f"b{n // 3}"], n) for piece in line.pieces]
    assert written == ["a", "b0", "as in 1", "b1", "and as in 1"]
