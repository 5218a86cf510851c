"""Which quotes of invented articles are the same statement, and which only look alike."""

import math
import random
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrace.classify import classify
from quotetrace.config import MatchOptions
from quotetrace.match import match, rendering, wording
from quotetrace.match import pairs as made
from quotetrace.models import Article, Kind, Pair, Quote, Span, content_id

DAY = "2021-05-03"
Source = tuple[Article, Quote]


def told(
    name: str,
    said: str,
    *,
    published: str | None = DAY,
    speaker: str | None = "Ilka Brandovar",
    around: str = "",
    kind: Kind = "direct",
    outlet: str | None = None,
) -> Source:
    """An article that holds one quote."""
    text = f'{around or name} "{said}" she said.'
    article = Article(content_id(name), name, text, outlet=outlet or name, published=published)
    start = text.index(said)
    span = Span(start, start + len(said))
    return article, Quote(content_id(name, start), article.id, span, said, kind, speaker=speaker, confidence=0.9)


def pairs(*sources: Source) -> list[Pair]:
    return list(match([quote for _, quote in sources], {article.id: article for article, _ in sources}))


def later(days: int) -> str:
    return (date(2021, 5, 3) + timedelta(days)).isoformat()


WALL = "We will rebuild the harbour wall before the winter."
SAME = [
    pytest.param(WALL, "we will rebuild the harbor wall before the winter", id="spelling"),
    pytest.param(WALL, "rebuild the harbour wall", id="a fragment by the same speaker on one day"),
    pytest.param(WALL, "We will rebuild the harbour wall well before winter", id="edited"),
    pytest.param(
        "Nobody was paid. The ferry sank at two in the morning.",
        "The ferry sank at two in the morning. I saw it go.",
        id="overlap",
    ),
    pytest.param(
        "We opened the gates because the wall could have failed within the hour, and then there would be no town.",
        "We let the water out because the wall might have failed inside an hour, and there would be no town left.",
        id="two translations",
    ),
]
KNOWN = pytest.mark.xfail(strict=True, reason="two short quotes of one speaker and day that share most of their words")
OTHER = [
    pytest.param(WALL, "We close the ferry office this year before the winter.", id="another statement"),
    pytest.param("It is very good.", "It is very good that you came to the harbour.", id="a stock phrase"),
    pytest.param("very good", "very good", id="two words that everybody says"),
    pytest.param(
        "I was talking about the ferry.", "The ferry is not what the council talks about.", id="one topic", marks=KNOWN
    ),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_statement_is_a_pair(one: str, other: str) -> None:
    assert len(pairs(told("a", one), told("b", other))) == 1


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_another_statement_is_no_pair(one: str, other: str) -> None:
    assert pairs(told("a", one), told("b", other)) == []


def test_a_slogan_of_many_speakers_and_days_is_no_statement() -> None:
    sources = [
        told(f"a{i}", "a harbour for everybody", published=later(40 * i), speaker=f"Speaker N{i}") for i in range(6)
    ]
    assert pairs(*sources) == []


VOICES = ("Ilka Brandovar", "Oren Tasch", "Mila Okonwe", "Jarl Petrunek", "Sanna Vuolle")


def test_a_slogan_that_many_say_on_one_day_is_no_statement_of_two_of_them() -> None:
    shouted = "no more drowned towns here"
    assert not pairs(*(told(f"town {i}", shouted, speaker=name) for i, name in enumerate(VOICES)))


def test_a_statement_that_one_article_gives_to_another_speaker_is_one() -> None:
    names = [VOICES[0]] * 4 + [VOICES[1]]
    found = pairs(*(told(f"town {i}", "no more drowned towns here", speaker=name) for i, name in enumerate(names)))
    assert len(found) == 10


def test_the_same_person_on_another_occasion_is_another_statement() -> None:
    march = told("a", "I will not resign while there are people sleeping in a school gym.")
    october = told("b", "I will not resign while there are people without a flood wall.", published=later(150))
    assert pairs(march, october) == []


FERRY = (
    told("one", "We will close the northern ferry line in April and sell both of the old boats.", outlet="Lantern"),
    told("two", "We will shut the northern ferry line in April and sell the two old boats.", outlet="Courier"),
)
RAILWAY = (
    told(
        "three", "We will close the northern railway line in August and sell both of the old trains.", outlet="Lantern"
    ),
    told("four", "We will shut the northern railway line in August and sell the two old trains.", outlet="Courier"),
)


def test_two_statements_that_two_outlets_tell_side_by_side_are_not_one() -> None:
    assert len(pairs(FERRY[0], RAILWAY[1])) == len(pairs(FERRY[1], RAILWAY[0])) == 1, (
        "alike, as far as two articles tell"
    )
    assert keys_of(*FERRY, *RAILWAY) == {frozenset(("one", "two")), frozenset(("three", "four"))}


def test_two_wordings_that_two_outlets_copy_stay_one_statement() -> None:
    full, short = (
        "We will rebuild the harbour wall before the winter storms.",
        "We shall rebuild the harbour wall before winter.",
    )
    sources = [
        told(f"{outlet} {said}", said, outlet=outlet) for outlet in ("Lantern", "Courier") for said in (full, short)
    ]
    found = {frozenset((pair.a.quote.text, pair.b.quote.text)) for pair in pairs(*sources)}
    assert frozenset((full, short)) in found


JUDGE = (
    told(
        "one",
        "Whoever opened the Keldra floodgates by night will answer to the widows of this valley, said the judge.",
        speaker=None,
        outlet="Lantern",
    ),
    told(
        "two",
        "The judge said: the man that opened the floodgates of Keldra at night shall answer for it to our valley's "
        "widows.",
        speaker=None,
        outlet="Courier",
    ),
)
BAKER = (
    told(
        "three",
        "Whoever opened the Keldra floodgates by night will answer to the widows of this valley, cried the baker.",
        speaker=None,
        outlet="Lantern",
    ),
    told(
        "four",
        "The baker cried: the men that opened the floodgates of Keldra at night must answer to our widows in the "
        "valley.",
        speaker=None,
        outlet="Courier",
    ),
)


def keys_of(*sources: Source) -> set[frozenset[str]]:
    """The articles of each pair."""
    home = {article.id: article.key for article, _ in sources}
    return {frozenset((home[pair.a.quote.article], home[pair.b.quote.article])) for pair in pairs(*sources)}


def test_two_statements_that_two_outlets_render_each_for_itself_are_not_one() -> None:
    assert keys_of(JUDGE[0], BAKER[0]) == {frozenset(("one", "three"))}, "alike, as far as one outlet tells"
    assert keys_of(*JUDGE, *BAKER) == {frozenset(("one", "two")), frozenset(("three", "four"))}


def test_two_wordings_of_an_outlet_of_which_another_renders_one_stay_one_statement() -> None:
    assert frozenset(("one", "three")) in keys_of(*JUDGE, BAKER[0])


def test_a_programme_title_is_no_statement() -> None:
    a = told("a", "The Late Night Hour With Mira Oll", speaker=None, published=later(20))
    assert pairs(a, told("b", "The Late Night Hour with Mira Oll.", speaker=None)) == []


def test_a_programme_title_in_a_clause_is_no_statement() -> None:
    show = told("a", "The Evening Table with Mira Oll.", speaker=None)
    clause = "on The Evening Table With Mira Oll last month when asked what the council would do"
    assert not pairs(show, told("b", clause, kind="indirect"))
    assert pairs(told("a", "the evening table with Mira Oll", speaker=None), told("b", clause.lower(), kind="indirect"))


def test_a_fragment_needs_the_same_speaker() -> None:
    a = told("a", "a sad harbour", kind="mixed")
    assert len(pairs(a, told("b", "a sad harbour", kind="mixed"))) == 1
    assert pairs(a, told("b", "a sad harbour", kind="mixed", speaker="Joram Pell")) == []
    assert pairs(a, told("b", "a sad harbour", kind="mixed", published=later(90))) == []


def test_quotes_of_one_article_are_no_pair() -> None:
    article, quote = told("a", WALL)
    again = replace(quote, id="again")
    assert list(match([quote, again], {article.id: article})) == []


def test_two_clauses_without_marks_that_share_a_topic_are_two_statements() -> None:
    here = told("a", "to widen the old fishermen's harbour wall before the winter storms came in", kind="indirect")
    cost = "that the old fishermen's harbour wall had cost Vesparin far too much in taxes"
    assert not pairs(here, told("b", cost, kind="indirect", published=later(5)))
    widened = "to widen the old fishermen's harbour wall before the winter"
    assert pairs(here, told("b", widened, kind="indirect", published=later(5)))


def clause(name: str, said: str, **known: str | None) -> Source:
    """An article that reports something without marks."""
    return told(name, said, kind="indirect", **known)  # type: ignore[arg-type]


def test_a_title_and_a_name_in_common_are_no_statement() -> None:
    regent = "former Regent Ilka Brandovar of Vesparin"
    assert not pairs(clause("a", regent, speaker=None), clause("b", f"{regent} could lose the vote", speaker=None))
    assert not pairs(
        told("a", "You never heard of the Skarholt Harbour Union? Of Joram Pell?", speaker=None),
        clause("b", "to disown the Skarholt Harbour Union", speaker=None),
    )
    sold = "that Ilka Brandovar sold both ferries"
    assert pairs(clause("a", sold, speaker=None), clause("b", f"{sold} in secret", speaker=None))


WALLS = "that the harbour board would build the wall again, whatever the ferry men wanted"


def test_what_is_reported_without_marks_long_after_is_the_matter_and_not_the_statement() -> None:
    def score(days: int, kind: Kind) -> float:
        (pair,) = pairs(told("a", WALLS, kind=kind), told("b", WALLS, kind=kind, published=later(days)))
        return math.log(pair.score / (1 - pair.score))

    assert score(20, "indirect") == pytest.approx(score(20, "direct"))
    assert score(60, "indirect") == pytest.approx(score(60, "direct") - 2)


def test_an_outlets_own_sentence_under_many_articles_is_no_statement() -> None:
    note = "to close all seventeen ferries, which carry half a million people"
    weeks = [later(9 * i) for i in range(4)]
    own = [clause(f"note {i}", note, speaker=None, outlet="Lantern", published=when) for i, when in enumerate(weeks)]
    assert not pairs(*own)
    assert len(pairs(*own[:2])) == 1, "an article and the next day's"
    assert pairs(*(clause(f"note {i}", note, speaker=None, published=when) for i, when in enumerate(weeks)))


def test_only_two_quotes_in_marks_are_cut_from_one_speech() -> None:
    one = "the winter ferry timetable and the old Skarholt lighthouse keeper"
    other = "the old Skarholt lighthouse keeper would lose his house in spring"
    (marked,) = pairs(told("a", one), told("b", other))
    assert "overlap" in {evidence.kind for evidence in marked.support}
    assert all("overlap" not in {e.kind for e in pair.support} for pair in pairs(clause("a", one), clause("b", other)))


def test_a_quote_is_linked_to_the_better_of_two_like_it_in_one_article() -> None:
    said = "And let us stop saying that the council did not know the dam. The council knew the dam very well."
    again = "This talk that the council did not know the dam is wrong. The council knew the dam very well."
    first, second = told("one", said, published=later(1)), told("two", again)
    assert pairs(first, second), "alike, as far as two quotes tell"
    text = f'"{said}" she said. "{again}" she said.'
    both = Article(content_id("both"), "both", text, outlet="both", published=DAY)
    quotes = [
        replace(
            first[1], id=name, article=both.id, text=part, span=Span(text.index(part), text.index(part) + len(part))
        )
        for name, part in (("said", said), ("again", again))
    ]
    found = match([first[1], *quotes], {first[0].id: first[0], both.id: both})
    assert {pair.a.quote.id for pair in found} == {"said"}


def test_a_piece_of_a_quote_that_an_article_gives_twice_is_linked_as_well() -> None:
    first = told("one", "Stand by the gate. Dress as the dam deserves ... And tell no lies on the harbour radio.")
    piece = "dress as the dam deserves, not for a night at the ferry bar,"
    whole = (
        "Stand by the gate. Act as if the valley mattered. Dress as the dam deserves, not for a night at the ferry bar."
    )
    text = f'Told to "{piece}" she left. "{whole}" he had said.'
    both = Article(content_id("both"), "both", text, outlet="both", published=later(1))
    quotes = [
        replace(
            first[1], id=part, article=both.id, text=part, span=Span(text.index(part), text.index(part) + len(part))
        )
        for part in (piece, whole)
    ]
    found = match([first[1], *quotes], {first[0].id: first[0], both.id: both})
    assert {pair.b.quote.id for pair in found} == {piece, whole}


def test_a_lead_in_own_words_is_no_rival_of_the_quote_below_it() -> None:
    said = "The alarm on the Keldra dam went off 40 minutes ahead of the first wave, and I read the log myself."
    lead = "that the alarm on the Keldra dam had sounded 40 minutes before the first wave"
    first = told("one", said, published=later(1))
    text = f'She said {lead}. "{said}" she said.'
    both = Article(content_id("both"), "both", text, outlet="both", published=DAY)
    kinds: dict[str, Kind] = {said: "direct", lead: "indirect"}
    quotes = [
        replace(
            first[1],
            id=part,
            article=both.id,
            text=part,
            kind=kind,
            span=Span(text.index(part), text.index(part) + len(part)),
        )
        for part, kind in kinds.items()
    ]
    found = match([first[1], *quotes], {first[0].id: first[0], both.id: both})
    assert {pair.a.quote.id for pair in found} == {said, lead}


def test_a_statement_that_an_article_has_word_for_word_is_no_rendering_of_another_in_it() -> None:
    other, said = (quote.text for _, quote in JUDGE)
    assert keys_of(told("two", said), told("one", other)) == {frozenset(("one", "two"))}, "alike, as far as two tell"
    text = f'"{other}" she said. Later: "{said}" she said.'
    both = Article(content_id("both"), "both", text, outlet="both", published=DAY)
    copy, quote = told("two", said, published=later(1))
    quotes = [
        replace(quote, id=part, article=both.id, text=part, span=Span(text.index(part), text.index(part) + len(part)))
        for part in (other, said)
    ]
    assert [pair.a.quote.id for pair in match([quote, *quotes], {copy.id: copy, both.id: both})] == [said]


def test_an_unsure_speaker_keeps_no_rendering_from_its_quote() -> None:
    one, other = (quote.text for _, quote in JUDGE)
    wrong = told("0", one, speaker="Joram Pell")
    unsure = (wrong[0], replace(wrong[1], confidence=0.3))
    assert frozenset(("a", "b")) in keys_of(unsure, told("a", one), told("b", other))


def test_a_report_without_marks_is_paired_with_the_quote() -> None:
    a = told("a", "The alarm on the Keldra dam went off 40 minutes ahead of the first wave, I read the log.")
    b = told("b", "that the alarm on the Keldra dam had sounded 40 minutes before the first wave", kind="indirect")
    (pair,) = pairs(a, b)
    link = classify(pair)
    assert link
    assert link.relation == "paraphrase"


def test_a_quote_that_holds_two_statements_is_linked_to_each_by_its_stretch() -> None:
    first, second = WALL, "Nobody from the council opened the floodgates that night."
    found = pairs(told("a", f"{first} {second}"), told("b", first), told("c", second))
    assert [(pair.a.text[:2], pair.b.text, pair.stretch[:2]) for pair in found] == [
        ("We", first, (0, 9)),
        ("We", second, (9, 18)),
    ]


def test_two_translations_are_a_rendering_and_say_why() -> None:
    one, other = SAME[-1].values
    (pair,) = pairs(told("a", str(one)), told("b", str(other)))
    assert pair.support
    assert 0.5 <= pair.score <= 1


def test_certainty_is_the_least_score() -> None:
    sources = told("a", WALL), told("b", "rebuild the harbour wall")
    (pair,) = pairs(*sources)
    strict = MatchOptions(certainty=pair.score + (1 - pair.score) / 2)
    assert list(match([quote for _, quote in sources], {article.id: article for article, _ in sources}, strict)) == []


def crowd() -> list[Source]:
    texts = [str(text) for row in (*SAME, *OTHER) for text in row.values]
    return [told(f"a{i:02}", text, published=later(i % 3)) for i, text in enumerate(texts * 2)]


def test_the_order_of_the_quotes_does_not_matter() -> None:
    sources = crowd()
    once = pairs(*sources)
    for seed in range(3):
        random.Random(seed).shuffle(sources)
        assert pairs(*sources) == once


def test_the_earlier_article_comes_first() -> None:
    rank = {quote.id: (article.published, article.key) for article, quote in crowd()}
    assert all(rank[pair.a.quote.id] <= rank[pair.b.quote.id] for pair in pairs(*crowd()))


def test_nothing_matches_nothing() -> None:
    assert list(match([], {})) == []
    assert pairs(told("a", "…"), told("b", "—")) == []


VOCABULARY = ("we", "will", "not", "pay", "the", "ferry", "harbour", "wall", "2", "winter", "Skarholt")
SAYINGS = st.lists(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=9), min_size=2, max_size=7)


@settings(max_examples=60, deadline=None)
@given(SAYINGS, st.randoms(use_true_random=False))
def test_the_result_is_one_and_its_places_are_words(said: list[list[str]], chance: random.Random) -> None:
    sources = [told(f"a{i}", " ".join(words), published=later(i)) for i, words in enumerate(said)]
    found = pairs(*sources)
    chance.shuffle(sources)
    assert pairs(*sources) == found
    for pair in found:
        link = classify(pair)
        assert link is None or (
            pair.a.quote.span.start <= link.a_span.start < link.a_span.end <= pair.a.quote.span.end
            and pair.b.quote.span.start <= link.b_span.start < link.b_span.end <= pair.b.quote.span.end
        )


def test_pairs_are_the_same_however_they_are_read() -> None:
    sources = crowd()
    found = match([quote for _, quote in sources], {article.id: article for article, _ in sources})
    every = list(found)
    assert every
    assert [found[i] for i in range(len(found))] == every == found[:]
    assert list(found.ids()) == [(pair.a.quote.id, pair.b.quote.id) for pair in every]


def test_pairs_are_the_same_however_many_texts_are_looked_at_together(monkeypatch: pytest.MonkeyPatch) -> None:
    sources = [*crowd(), *various()]
    every = pairs(*sources)
    for module in (wording, rendering, made):
        monkeypatch.setattr(module, "AT_ONCE", 2)
        assert pairs(*sources) == every


def various() -> list[tuple[Article, Quote]]:
    """A statement in many wordings, by many, at many times."""
    dates = (DAY, later(1), later(5), "2021-05", None)
    speakers = ("Ilka Brandovar", "Brandovar", "Peter Oswin", None)
    kinds: tuple[Kind, ...] = ("direct", "indirect")
    texts = [WALL, "We will rebuild the harbour wall well before winter", "rebuild the harbour wall", WALL[8:]]
    sources = [
        told(f"a{i:03}", text, published=when, speaker=name, kind=kind, outlet=f"outlet {i % 3}")
        for i, (text, when, name, kind) in enumerate(product(texts, dates, speakers, kinds))
    ]
    return [(article, replace(quote, confidence=1 - i % 5 / 10)) for i, (article, quote) in enumerate(sources)]


def test_the_score_is_the_sum_of_what_supports_a_pair() -> None:
    sources = [*various(), told("z1", "The ferry sank at two in the morning"), told("z2", WALL)]
    (one, _), (other, _) = sources[:2]
    sources += [
        (home, replace(quote, article=home.id)) for (_, quote), home in zip(sources[-2:], (one, other), strict=True)
    ]
    sources += [(other, replace(told("z3", "The ferry sank at two in the morning")[1], article=other.id))]
    found = pairs(*sources)
    kinds_of_support = {evidence.kind for pair in found for evidence in pair.support}
    assert kinds_of_support >= {"wording", "unmarked", "speaker", "date", "neighbours"}
    for pair in found:
        points = sum(evidence.weight for evidence in pair.support)
        assert pair.score == pytest.approx(1 / (1 + math.exp(-points)))
