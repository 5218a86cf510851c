"""What readers are shown for ids."""

import pytest

from quotetrace.models import Article, content_id
from quotetrace.render.names import percent, told_apart


def article(key: str, outlet: str | None, published: str | None) -> Article:
    return Article(content_id(key, outlet, published), key, "text", outlet=outlet, published=published)


@pytest.mark.parametrize(
    ("articles", "names"),
    [
        pytest.param([("a.txt", "Mail", "2024"), ("b.txt", "Post", "2024")], ["Mail", "Post"], id="outlets"),
        pytest.param([("a/b.txt", None, None), ("c.txt", "Post", None)], ["b", "Post"], id="the file, if no outlet"),
        pytest.param(
            [("a.txt", "Mail", "2024-05-02"), ("b.txt", "Mail", "2024-05-03"), ("c.txt", "Post", "2024-05-02")],
            ["Mail 2024-05-02", "Mail 2024-05-03", "Post"],
            id="one outlet twice",
        ),
        pytest.param(
            [("a.txt", "Mail", "2024-05-02"), ("b.txt", "Mail", "2024-05-02")],
            ["Mail (a.txt)", "Mail (b.txt)"],
            id="on one day",
        ),
        pytest.param(
            [("news/2024/a.html", "Mail", "2024"), ("news/2024/b.html", "Mail", "2024")],
            ["Mail (a.html)", "Mail (b.html)"],
            id="by their files' names",
        ),
        pytest.param(
            [("x/a.html", "Mail", "2024"), ("y/a.html", "Mail", "2024")],
            ["Mail (x/a.html)", "Mail (y/a.html)"],
            id="and by their folders, where those are alike",
        ),
    ],
)
def test_articles_are_told_apart_with_as_little_as_will_do(
    articles: list[tuple[str, str | None, str | None]], names: list[str]
) -> None:
    made = [article(*one) for one in articles]
    found = told_apart(made)
    assert [found[one.id] for one in made] == names


def test_articles_alike_in_all_but_id_are_told_apart_by_it() -> None:
    one, other = Article("1" * 16, "a.txt", "x"), Article("2" * 16, "a.txt", "x")
    assert told_apart([one, other])[one.id].endswith("1" * 16)


@pytest.mark.parametrize(
    ("ratio", "shown"), [(0.0, "0%"), (0.004, "under 1%"), (0.29, "29%"), (0.999, "99%"), (1.0, "100%")]
)
def test_a_ratio_is_never_rounded_to_certainty_or_to_nothing(ratio: float, shown: str) -> None:
    assert percent(ratio) == shown
