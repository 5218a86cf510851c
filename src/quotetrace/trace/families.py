"""Links → families: all quotes of one statement, gathered round a wording that each of them is near to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from quotetrace.models import Family, Link, Quote, Wording, content_id
from quotetrace.text import fold

Scores = Mapping[str, Mapping[str, float]]
EXACT = 1.0


def families(links: Iterable[Link], quotes: Sequence[Quote]) -> tuple[Family, ...]:
    """The families of linked quotes, in the order of their first quote in ``quotes``.

    Chains do not make a family: A ~ B and B ~ C with A unlike C are two statements unless A and C are both linked to
    the centre. The quote with the most and surest links becomes the first centre and takes in what is linked to it
    (and what has the same words as one of those); then the next of those left. A quote that is linked to nobody left
    belongs to no family. The result does not depend on the order of ``links``.
    """
    order = {quote.id: i for i, quote in enumerate(quotes)}
    by_id = {quote.id: quote for quote in quotes}
    near = _neighbours(links, by_id)
    left = set(near)
    found = []
    for centre in sorted(near, key=lambda q: (-round(sum(near[q].values()), 9), order[q])):
        members = _around(centre, near, left)
        if centre in left and len(members) > 1:
            left -= members
            found.append((centre, sorted(members, key=lambda q: order[q])))
    found.sort(key=lambda family: order[family[1][0]])
    return tuple(_family(by_id[centre], [by_id[q] for q in members]) for centre, members in found)


def _neighbours(links: Iterable[Link], quotes: Mapping[str, Quote]) -> dict[str, dict[str, float]]:
    near: dict[str, dict[str, float]] = defaultdict(dict)
    for link in links:
        if link.a in quotes and link.b in quotes:
            near[link.a][link.b] = near[link.b][link.a] = EXACT if link.relation == "verbatim" else link.score
    return near


def _around(centre: str, near: Scores, left: set[str]) -> set[str]:
    """The centre, what is linked to it, and what has the very words of one of those; of the quotes that are left."""
    members = {centre} | (near[centre].keys() & left)
    same = {other for quote in members for other, score in near[quote].items() if score == EXACT}
    return members | (same & left)


def _family(centre: Quote, members: Sequence[Quote]) -> Family:
    wordings: dict[tuple[str, ...], list[Quote]] = defaultdict(list)
    for quote in members:
        wordings[fold(quote.text)].append(quote)
    speakers = [quote.speaker for quote in members if quote.speaker]
    return Family(
        content_id("family", *sorted(quote.id for quote in members)),
        centre.text,
        max(speakers, key=lambda name: (speakers.count(name), len(name), name), default=None),
        tuple(quote.id for quote in members),
        tuple(
            Wording(content_id("wording", *keys), same[0].text, tuple(quote.id for quote in same))
            for keys, same in wordings.items()
        ),
    )
