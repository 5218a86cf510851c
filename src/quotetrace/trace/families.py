"""Links → families: all quotes of one statement, gathered round a wording that each of them is near to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from quotetrace.models import Family, Link, Quote, Wording, content_id
from quotetrace.text import fold

Words = tuple[str, ...]


def families(links: Iterable[Link], quotes: Sequence[Quote]) -> tuple[Family, ...]:
    """The families of linked quotes, in the order of their first quote in ``quotes``.

    Linked quotes with the same folded words are one wording. The wording that is linked to the most quotes, and most
    surely, its own copies among them, becomes the first centre and takes in the wordings that are linked to it; then
    the next of those left. So a chain makes no family: of A ~ B and B ~ C, A and C are together only around B. A
    wording that is linked only to ones that are taken is left alone, with its copies or without a family. The order of
    ``links`` does not matter.
    """
    order = {quote.id: i for i, quote in enumerate(quotes)}
    by_id = {quote.id: quote for quote in quotes}
    near, members = _wordings(links, by_id, order)
    first = {words: order[own[0]] for words, own in members.items()}
    weight = {
        words: sum(near[words][x] * len(members[x]) for x in near[words]) + len(members[words]) for words in members
    }
    left = set(members)
    found = []
    for centre in sorted(members, key=lambda words: (-round(weight[words], 9), first[words])):
        around = ({centre} | near[centre].keys()) & left
        own = sorted((quote for words in around for quote in members[words]), key=lambda quote: order[quote])
        if centre in left and len(own) > 1:
            left -= around
            found.append((members[centre][0], own))
    found.sort(key=lambda family: order[family[1][0]])
    return tuple(_family(by_id[centre], [by_id[quote] for quote in own]) for centre, own in found)


Near = dict[Words, dict[Words, float]]


def _wordings(
    links: Iterable[Link], quotes: Mapping[str, Quote], order: Mapping[str, int]
) -> tuple[Near, dict[Words, list[str]]]:
    """How surely the wordings of linked quotes are linked to each other, and the quotes of each, in order."""
    near: Near = defaultdict(dict)
    members: dict[Words, set[str]] = defaultdict(set)
    for link in links:
        if link.a in quotes and link.b in quotes:
            one, other = fold(quotes[link.a].text), fold(quotes[link.b].text)
            members[one].add(link.a)
            members[other].add(link.b)
            if one != other:
                near[one][other] = near[other][one] = max(link.score, near[one].get(other, 0.0))
    return near, {words: sorted(own, key=lambda quote: order[quote]) for words, own in members.items()}


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
