"""The possible sources of each article of a family, with the evidence for and against each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quotetrace.models import Article, Credit, Family, Link, Quote, Reuse
from quotetrace.trace.credits import Spoken, agency, bearing, meant, speakers
from quotetrace.trace.dates import order
from quotetrace.trace.evidence import EVIDENCE, Kind, weigh
from quotetrace.trace.evidence import agency as agency_text
from quotetrace.trace.frames import Frames, frames
from quotetrace.trace.pairs import Pair, Setting, mask, pair, setting, telling
from quotetrace.trace.sentences import sentences
from quotetrace.trace.sequence import Places, moved, places
from quotetrace.trace.verdict import Candidate
from quotetrace.trace.wired import THIRD, wired

Masks = Mapping[tuple[str, str], int]
MOST = 24
"""How many possible sources of one article are weighed."""
SOME = 60
"""In characters: so much of one article and not of the other shows which of the two a third is nearer to."""
WHOLE = 30
"""In characters: how long a quote must be to count as one of its own."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is worked out once for all families: shared narration, as values and as bit masks; for each article those
    that share narration with it, the most first; the quotes in marks of each article; the articles to which each quote
    has links; who speaks where; and for each (source, target) the quotes of the target that only have links to the
    source which are not verbatim, and what stands beside a quote in both; where each of two has the quotes of both."""

    articles: Mapping[str, Article]
    shared: Mapping[tuple[str, str], Reuse]
    masks: Masks
    near: Mapping[str, Sequence[str]]
    quoted: Mapping[str, Sequence[Quote]]
    linked: Mapping[str, frozenset[str]]
    spoken: Spoken
    differ: Mapping[tuple[str, str], tuple[Quote, ...]]
    frames: Frames
    places: Places

    def own_quotes(self, source: str, target: str, speakers: frozenset[str | None]) -> tuple[str, ...]:
        """The quotes of at least ``WHOLE`` letters by one of ``speakers`` that the target has and the source lacks."""
        long = (q for q in self.quoted.get(target, ()) if q.speaker in speakers and len(q.text) >= WHOLE)
        return tuple(quote.text for quote in long if source not in self.linked.get(quote.id, ()))

    def given(self, target: Article) -> dict[str, int]:
        """The narration of ``target`` that each article may have given it which is not dated later."""
        near = self.near.get(target.id, ())
        return {key: self.masks[target.id, key] for key in near if order(self.articles[key], target) != "after"}

    def others(self, source: Article, given: Mapping[str, int]) -> Iterator[int]:
        """What may have come from each article in ``given``, those of the outlet of ``source`` left out."""
        for key, bits in given.items():
            same = key == source.id or (source.outlet and self.articles[key].outlet == source.outlet)
            if not same and bits.bit_count() >= THIRD:
                yield bits

    def beside(self, source: Article, target: Article, speakers: frozenset[str | None]) -> Credit | None:
        """The credit by which ``target`` has a quote of one of ``speakers`` from ``source``, which has it too."""
        named = [one for one in target.credits if source.outlet and meant(one, target, source.outlet)]
        if not named:
            return None
        both = [q for q in self.quoted.get(target.id, ()) if source.id in self.linked.get(q.id, ())]
        said = [q for q in both if q.speaker in speakers]
        return next((one for one in bearing(target, said, self.spoken.get(target.id, ())) if one in named), None)


Weighed = Mapping[str, Sequence[Candidate]]


def weighed(
    families: Sequence[Family],
    links: Sequence[Link],
    quotes: Sequence[Quote],
    articles: Mapping[str, Article],
    reuse: Sequence[Reuse],
    kinds: tuple[Kind, ...] = EVIDENCE,
) -> Iterator[tuple[Setting, Weighed]]:
    """Every family, with the possible sources of each of its articles and the evidence for and against each."""
    by_id = {quote.id: quote for quote in quotes}
    inside = _by_family(families, links)
    shared = {(one.a, one.b): one for one in reuse}
    spoken = speakers(quotes)
    known = _known(links, by_id, articles, shared, spoken)
    agencys = wired(articles, known.near, known.masks) if agency_text in kinds else {}
    for family in families:
        here = setting(family, inside[family.id], by_id, articles, spoken, agencys)
        partners = _partners(here, known.masks)
        yield here, {target: _candidates(here, target, partners, known, kinds) for target in here.articles}


def _known(
    links: Sequence[Link],
    quotes: Mapping[str, Quote],
    articles: Mapping[str, Article],
    shared: Mapping[tuple[str, str], Reuse],
    spoken: Spoken,
) -> Known:
    quoted: dict[str, list[Quote]] = defaultdict(list)
    for quote in sorted(quotes.values(), key=lambda one: (one.article, one.field, one.span, one.id)):
        if quote.kind == "direct":
            quoted[quote.article].append(quote)
    linked: dict[str, set[str]] = defaultdict(set)
    for link in links:
        linked[link.a].add(quotes[link.b].article)
        linked[link.b].add(quotes[link.a].article)
    masks = _masks(shared.values())
    return Known(
        articles,
        shared,
        masks,
        _near(masks),
        quoted,
        {key: frozenset(found) for key, found in linked.items()},
        spoken,
        _differing(links, quotes),
        frames(links, quotes, articles),
        places(links, quotes, shared),
    )


def _differing(links: Sequence[Link], quotes: Mapping[str, Quote]) -> dict[tuple[str, str], tuple[Quote, ...]]:
    """For each (source, target) the quotes in marks of the target that the source has in other words only."""
    found: dict[tuple[str, str], dict[str, bool]] = defaultdict(dict)
    for link in links:
        for there, here in ((link.a, link.b), (link.b, link.a)):
            if quotes[there].kind == quotes[here].kind == "direct":
                said = found[quotes[there].article, quotes[here].article]
                said[here] = said.get(here, False) or link.relation == "verbatim"
    return {
        pair: tuple(quotes[key] for key, same in sorted(said.items()) if not same)
        for pair, said in found.items()
        if not all(said.values())
    }


def _by_family(families: Sequence[Family], links: Sequence[Link]) -> dict[str, list[Link]]:
    """The links inside each family. A quote may stand in several families."""
    homes: dict[str, list[str]] = defaultdict(list)
    for family in families:
        for quote in family.quotes:
            homes[quote].append(family.id)
    inside: dict[str, list[Link]] = {family.id: [] for family in families}
    for link in links:
        for family_id in homes.get(link.a, ()):
            if family_id in homes.get(link.b, ()):
                inside[family_id].append(link)
    return inside


def _masks(reuse: Iterable[Reuse]) -> dict[tuple[str, str], int]:
    """For each (article, other) the narration of the article that the other shares, a bit a character."""
    masks: dict[tuple[str, str], int] = {}
    for one in reuse:
        masks[one.a, one.b] = mask((span.start, span.end) for span, _ in one.stretches)
        masks[one.b, one.a] = mask((span.start, span.end) for _, span in one.stretches)
    return masks


def _near(masks: Masks) -> dict[str, list[str]]:
    """For each article at most ``MOST`` others that share narration with it, the most first."""
    near: dict[str, list[str]] = defaultdict(list)
    for a, b in masks:
        near[a].append(b)
    return {a: sorted(others, key=lambda b, a=a: (-masks[a, b].bit_count(), b))[:MOST] for a, others in near.items()}  # type: ignore[misc]


def _partners(family: Setting, masks: Masks) -> dict[str, list[str]]:
    """For each article at most ``MOST`` others that it has links with: those it credits, then most shared narration."""
    partners: dict[str, list[str]] = {key: [] for key in family.articles}
    for a, b in family.links:
        partners[a].append(b)

    def rank(a: str, b: str) -> tuple[bool, int, float, str]:
        outlet = family.articles[b].outlet or ""
        credited = any(meant(credit, family.articles[a], outlet) for credit in family.credits[a])
        return not credited, -masks.get((a, b), 0).bit_count(), -family.links[a, b][0].score, b

    return {a: sorted(others, key=lambda b, a=a: rank(a, b))[:MOST] for a, others in partners.items()}  # type: ignore[misc]


def _candidates(
    family: Setting,
    target: str,
    partners: Mapping[str, Sequence[str]],
    known: Known,
    kinds: tuple[Kind, ...],
) -> list[Candidate]:
    """Every partner of ``target`` with the evidence for it as the source, the best first."""
    pairs = [
        pair(family, source, target, known.shared.get((min(source, target), max(source, target))))
        for source in partners[target]
    ]
    masks, given = known.masks, known.given(family.articles[target])
    told = sentences(family.articles[target], known.quoted.get(target, ()))
    said_by = frozenset(quote.speaker for quote in family.quotes[target] if quote.speaker)
    found = []
    for one in pairs:
        here = masks.get((target, one.source.id), 0)
        full = replace(
            one,
            here=here,
            there=masks.get((one.source.id, target), 0),
            telling=telling(one.reuse, family.articles[one.reuse.a].text) if one.reuse else 0,
            lacking=max((bits & ~here for bits in given.values()), key=int.bit_count, default=0),
            elsewhere=_union(known.others(one.source, given)),
            own_quotes=known.own_quotes(one.source.id, target, said_by),
            beside=known.beside(one.source, one.target, said_by),
            relay=_relay(one, pairs),
            differ=tuple(
                quote for quote in known.differ.get((one.source.id, target), ()) if quote not in family.quotes[target]
            ),
            frames=known.frames.get((one.source.id, target), ()),
            moved=moved(one.reuse, known.places),
            told=told,
            agency=_agency(one, known) if here else "",
            third=_third(one, known) if here else None,
            nearer=tuple(_nearer(one, known)) if here and one.order in ("same", "unknown") else (),
        )
        found.append(Candidate(full, weigh(full, kinds)))
    return sorted(found, key=lambda one: (-one.score, one.pair.source.id))


def _relay(one: Pair, pairs: Sequence[Pair]) -> Article | None:
    """A possible source that credits the outlet of ``one``, where the target does."""
    outlet = one.source.outlet
    if not outlet or not any(meant(credit, one.target, outlet) for credit in one.target.credits):
        return None
    others = (p.source for p in pairs if p.order != "after" and p.source.outlet != outlet)
    return next((other for other in others if any(meant(credit, other, outlet) for credit in other.credits)), None)


def _agency(one: Pair, known: Known) -> str:
    """How an agency that is neither of the two is named in an article that has what they share: in one of them, or in a
    third.

    "" where neither of the two names one, they share more than those others have, and the target has nothing of them
    that the source lacks: then it is the source's own text that came along.
    """
    a, b = one.source.id, one.target.id
    masks, both = known.masks, known.masks[b, a]
    houses = one.source.outlet, one.target.outlet
    near = [key for key in known.near[b] if key != a and (masks[b, key] & both).bit_count() >= THIRD]
    named = {key: words for key in (b, a, *near) if (words := agency(known.articles[key], *houses))}
    others = _union(masks[b, key] for key in named if key not in (a, b))
    beyond, rest = (both & ~others).bit_count(), (others & ~both).bit_count()
    if not named or (not {a, b} & named.keys() and beyond >= THIRD and rest < THIRD // 2):
        return ""
    return next(iter(named.values()))


def _union(masks: Iterable[int]) -> int:
    whole = 0
    for bits in masks:
        whole |= bits
    return whole


def _third(one: Pair, known: Known) -> Article | None:
    """An article that shares narration with each of the two that they do not share with one another."""
    a, b, masks = one.source.id, one.target.id, known.masks
    for key in known.near[b]:
        if key == a:
            continue
        more_a = masks.get((a, key), 0) & ~masks.get((a, b), 0)
        more_b = masks.get((b, key), 0) & ~masks.get((b, a), 0)
        if more_a.bit_count() >= THIRD and more_b.bit_count() >= THIRD:
            return known.articles[key]
    return None


def _nearer(one: Pair, known: Known) -> Iterator[tuple[Article, int]]:
    """Articles of other outlets that share narration with both, some of it with the source alone, with that."""
    a, b, masks = one.source.id, one.target.id, known.masks
    for key in known.near[a]:
        third, there = known.articles[key], masks.get((b, key), 0)
        if key == b or not there or (third.outlet and third.outlet in (one.source.outlet, one.target.outlet)):
            continue
        more = masks[a, key] & ~masks[a, b]
        if more.bit_count() >= SOME > (there & ~masks[b, a]).bit_count():
            yield third, more
