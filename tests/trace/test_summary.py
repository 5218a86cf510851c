"""Who takes from whom, counted over a corpus."""

from quotetrace.models import Article, Flag, Flow, Link, Origin, Quote, Span, Step, Trace
from quotetrace.trace import flows

ARTICLES = {
    key: Article(key, f"{key}.txt", "", outlet=outlet) for key, outlet in (("a", "Post"), ("b", "Echo"), ("c", None))
}
QUOTES = [Quote(f"{key}{i}", key, Span(i, i + 1), "x", "direct") for key in "abc" for i in (1, 2)]
FLAGS = (Flag("negation", "not"), Flag("negation", "never"), Flag("number", "14"))
LINKS = [
    Link("b1", "a1", "edited", 0.9, Span(0, 1), Span(0, 1), flags=FLAGS),
    Link("a2", "b2", "verbatim", 1.0, Span(0, 1), Span(0, 1)),
]


def step(source: str | None, target: str, basis: str, confidence: float = 0.9, relation: str | None = None) -> Step:
    return Step(source, target, relation, basis, confidence)  # type: ignore[arg-type]


def trace(family: str, *steps: Step) -> Trace:
    return Trace(family, Origin(None, ""), steps)


def test_steps_are_counted_by_outlet() -> None:
    traces = [
        trace("f", step("a1", "b1", "copied", 0.8, "edited"), step("a1", "c1", "credited")),
        trace("g", step("a2", "b2", "credited", 1.0, "verbatim"), step(None, "a2", "same-event")),
    ]
    assert flows(traces, LINKS, QUOTES, ARTICLES) == (
        Flow("Post", "Echo", 2, 1, 1, 1, 0.9, (("edited", 1), ("verbatim", 1)), (("negation", 1), ("number", 1))),
        Flow("Post", "c.txt", 1, 1, 0, 1, 0.9),
    )


def test_two_quotes_of_one_statement_count_once() -> None:
    (row,) = flows([trace("f", step("a1", "b1", "copied"), step("a2", "b2", "copied"))], LINKS, QUOTES, ARTICLES)
    assert (row.statements, row.articles, row.copied) == (1, 1, 1)


def test_what_does_not_say_who_took_it_is_left_out() -> None:
    assert flows([trace("f", step("a1", "b1", "unknown"), step(None, "c1", "credited"))], LINKS, QUOTES, ARTICLES) == ()
