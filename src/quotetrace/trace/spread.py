"""From families to traces: how each wording reached each article, with the evidence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from quotetrace.config import TraceOptions
from quotetrace.models import (
    Alternative,
    Article,
    Evidence,
    Family,
    Link,
    Origin,
    Quote,
    Reuse,
    Step,
    Trace,
    Undecided,
)
from quotetrace.trace.arrivals import arrival, sure
from quotetrace.trace.credits import agency, meant, speakers
from quotetrace.trace.evidence import EVIDENCE, Kind, weigh
from quotetrace.trace.origins import event, told_to_itself
from quotetrace.trace.pairs import Pair, Setting, mask, pair, setting, telling
from quotetrace.trace.verdict import Candidate, Verdict, decide

Masks = Mapping[tuple[str, str], int]
BOTH_WAYS = (
    "credit",
    "common-credit",
    "narration",
    "agency-text",
    "republished",
    "headline",
    "slip",
    "same-translation",
    "same-words",
    "date",
)
"""Evidence that reads the same whichever of the two came first; a credit names the other by itself."""
MOST = 24
THIRD = 80
WHOLE = 30


def trace(
    families: Sequence[Family],
    links: Sequence[Link],
    quotes: Sequence[Quote],
    articles: Mapping[str, Article],
    reuse: Sequence[Reuse],
    options: TraceOptions,
    *,
    kinds: tuple[Kind, ...] = EVIDENCE,
) -> tuple[Trace, ...]:
    """The trace of every family, in the order of ``families``.

    Each quote of a family is the origin, the target of one step, or in ``undecided`` alone. No step runs from a later
    to an earlier article where both are dated to the day or better. ``kinds`` of evidence can be left out to see what
    each adds. The result does not depend on the order of any argument but ``families``.
    """
    found = weighed(families, links, quotes, articles, reuse, kinds)
    return tuple(_trace(family, candidates) for family, candidates in found)


@dataclass(frozen=True, slots=True)
class Known:
    """What is worked out once for all families: shared narration, as values and as bit masks; the quotes in marks of
    each article; and the articles to which each quote has links."""

    shared: Mapping[tuple[str, str], Reuse]
    masks: Masks
    quoted: Mapping[str, Sequence[Quote]]
    linked: Mapping[str, frozenset[str]]

    def own_quote(self, source: str, target: str, speakers: frozenset[str | None]) -> str:
        """A quote of at least ``WHOLE`` letters by one of ``speakers`` that the target has and the source lacks; ""."""
        for quote in self.quoted.get(target, ()):
            if quote.speaker in speakers and len(quote.text) >= WHOLE and source not in self.linked.get(quote.id, ()):
                return quote.text
        return ""


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
    known = _known(links, by_id, shared, _masks(reuse))
    spoken = speakers(quotes)
    for family in families:
        here = setting(family, inside[family.id], by_id, articles, spoken)
        partners = _partners(here, known.masks)
        yield here, {target: _candidates(here, target, partners, known, kinds) for target in here.articles}


def _known(
    links: Sequence[Link], quotes: Mapping[str, Quote], shared: Mapping[tuple[str, str], Reuse], masks: Masks
) -> Known:
    quoted: dict[str, list[Quote]] = defaultdict(list)
    for quote in sorted(quotes.values(), key=lambda one: (one.article, one.field, one.span, one.id)):
        if quote.kind == "direct":
            quoted[quote.article].append(quote)
    linked: dict[str, set[str]] = defaultdict(set)
    for link in links:
        linked[link.a].add(quotes[link.b].article)
        linked[link.b].add(quotes[link.a].article)
    return Known(shared, masks, quoted, {key: frozenset(found) for key, found in linked.items()})


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


def _masks(reuse: Sequence[Reuse]) -> dict[tuple[str, str], int]:
    """For each (article, other) the narration of the article that the other shares, a bit a character."""
    masks: dict[tuple[str, str], int] = {}
    for one in reuse:
        masks[one.a, one.b] = mask((span.start, span.end) for span, _ in one.stretches)
        masks[one.b, one.a] = mask((span.start, span.end) for _, span in one.stretches)
    return masks


def _trace(family: Setting, candidates: Weighed) -> Trace:
    verdicts = {target: decide(target, found) for target, found in candidates.items()}
    verdicts = _uncircled(verdicts)
    others = {target: _not_below(target, candidates[target], verdicts) for target in verdicts}
    roots = [target for target, verdict in verdicts.items() if not verdict.source and not verdict.undecided]
    origin = _origin(family, verdicts, others, roots)
    steps = [
        step
        for target in sorted(verdicts, key=family.when)
        for step in _steps(family, verdicts[target], others[target], origin)
    ]
    undecided = [one for target in verdicts for one in _undecided(family, verdicts[target])]
    unique = {(one.a, one.b): one for one in undecided}
    return Trace(
        family.family.id,
        origin,
        tuple(steps),
        tuple(unique[key] for key in sorted(unique)),
        _independent(family, verdicts, others),
    )


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
    masks = known.masks
    said_by = frozenset(quote.speaker for quote in family.quotes[target] if quote.speaker)
    given = {one.source.id: masks.get((target, one.source.id), 0) for one in pairs if one.order != "after"}
    found = []
    for one in pairs:
        here = masks.get((target, one.source.id), 0)
        full = replace(
            one,
            here=here,
            there=masks.get((one.source.id, target), 0),
            telling=telling(one.reuse, family.articles[one.reuse.a].text) if one.reuse else 0,
            lacking=max((bits & ~here for bits in given.values()), key=int.bit_count, default=0),
            elsewhere=_union(bits for key, bits in given.items() if key != one.source.id and bits.bit_count() >= THIRD),
            own_quote=known.own_quote(one.source.id, target, said_by),
            agency=_agency(family, one, partners, masks) if here else "",
            third=_third(family, one, partners, masks) if here else None,
        )
        found.append(Candidate(full, weigh(full, kinds)))
    return sorted(found, key=lambda one: (-one.score, one.pair.source.id))


def _agency(family: Setting, one: Pair, partners: Mapping[str, Sequence[str]], masks: Masks) -> str:
    """How an agency is named in an article that has what the two share: in one of them, or in a third.

    "" where the two share more than those others have, and the target nothing with them that the source lacks: then it
    is the source's own text that came along.
    """
    a, b = one.source.id, one.target.id
    both = masks[b, a]
    near = [key for key in partners[b][:12] if key != a and (masks.get((b, key), 0) & both).bit_count() >= THIRD]
    named = {key: words for key in (b, a, *near) if (words := agency(family.articles[key]))}
    others = _union(masks[b, key] for key in named if key not in (a, b))
    beyond, rest = (both & ~others).bit_count(), (others & ~both).bit_count()
    if not named or (b not in named and others and beyond >= THIRD and rest < THIRD // 2):
        return ""
    return next(iter(named.values()))


def _union(masks: Iterable[int]) -> int:
    whole = 0
    for bits in masks:
        whole |= bits
    return whole


def _third(family: Setting, one: Pair, partners: Mapping[str, Sequence[str]], masks: Masks) -> Article | None:
    """An article that shares narration with each of the two that they do not share with one another."""
    a, b = one.source.id, one.target.id
    for key in partners[b][:12]:
        if key == a:
            continue
        more_a = masks.get((a, key), 0) & ~masks.get((a, b), 0)
        more_b = masks.get((b, key), 0) & ~masks.get((b, a), 0)
        if more_a.bit_count() >= THIRD and more_b.bit_count() >= THIRD:
            return family.articles[key]
    return None


def _uncircled(verdicts: Mapping[str, Verdict]) -> dict[str, Verdict]:
    """The verdicts, with those undecided that together would run in a circle."""
    kept = dict(verdicts)
    for start in sorted(kept):
        path = [start]
        while (found := kept[path[-1]].source) and found.pair.source.id not in path:
            path.append(found.pair.source.id)
        if found:
            for key in path[path.index(found.pair.source.id) :]:
                kept[key] = replace(kept[key], source=None, undecided=kept[key].source)
    return kept


def _not_below(target: str, candidates: Sequence[Candidate], verdicts: Mapping[str, Verdict]) -> tuple[Candidate, ...]:
    """The candidates that did not themselves take it from ``target``, directly or not."""

    def above(key: str) -> set[str]:
        seen: set[str] = set()
        while (found := verdicts[key].source) and found.pair.source.id not in seen:
            key = found.pair.source.id
            seen.add(key)
        return seen

    return tuple(one for one in candidates if target not in above(one.pair.source.id))


def _origin(family: Setting, verdicts: Mapping[str, Verdict], candidates: Weighed, roots: Sequence[str]) -> Origin:
    """The article from which all others took it, if they do and it has it from nobody; else the event they name."""
    settled = all(verdict.source for key, verdict in verdicts.items() if key not in roots)
    if len(roots) == 1 and settled and len(verdicts) > 1:
        exclusive = told_to_itself(family, roots[0])
        nobody = arrival(family, roots[0], candidates[roots[0]])[0] == "unknown"
        if nobody and (exclusive or not event(family, roots)):
            why = f"“{exclusive}”; " if exclusive else "it credits nobody; "
            return Origin(family.quotes[roots[0]][0].id, f"{why}all others took it from here, directly or not")
    unsourced = [key for key, verdict in sorted(verdicts.items()) if not verdict.source]
    return Origin(None, event(family, unsourced) or "the articles do not say where the words were spoken")


def _steps(family: Setting, verdict: Verdict, candidates: Sequence[Candidate], origin: Origin) -> Iterator[Step]:
    if verdict.undecided:
        return
    quotes = [quote for quote in family.quotes[verdict.target] if quote.id != origin.quote]
    others = tuple(
        Alternative(
            one.pair.sources[0].id if one else None, (one.basis if one else None) or "unknown", round(chance, 2)
        )
        for one, chance in verdict.others
    )
    if not verdict.source:
        basis, evidence = arrival(family, verdict.target, candidates)
        if len(quotes) < len(family.quotes[verdict.target]):
            basis, evidence = "same-event", (Evidence("repeat", "the article has it more than once"),)
        for quote in quotes:
            yield Step(None, quote.id, None, basis, sure(basis, verdict.confidence, candidates), evidence, others)
        return
    for quote in quotes:
        source, link = _from(verdict.source.pair, quote)
        yield Step(
            source,
            quote.id,
            link.relation if link else None,
            verdict.source.basis or "unknown",
            round(verdict.confidence, 2),
            verdict.source.evidence,
            others,
        )


def _from(found: Pair, quote: Quote) -> tuple[str, Link | None]:
    """The quote of the source from which ``quote`` came: the one with the best link, else the first of the family."""
    for link in found.links:
        if link.b == quote.id:
            return link.a, link
    return found.sources[0].id, None


def _undecided(family: Setting, verdict: Verdict) -> Iterator[Undecided]:
    if not verdict.undecided:
        return
    found = verdict.undecided
    for quote in family.quotes[verdict.target]:
        other, _ = _from(found.pair, quote)
        a, b = sorted((quote.id, other))
        shared = tuple(one for one in found.evidence if one.kind in BOTH_WAYS)
        yield Undecided(a, b, found.basis or "unknown", _why(found), shared)


def _why(found: Candidate) -> str:
    """What is missing to tell the direction."""
    a, b = found.pair.source, found.pair.target
    if found.pair.order == "after":
        return (
            f"{_name(b)} credits {_name(a)}, whose article is dated later: a date is wrong, or another article is meant"
        )
    undated = [_name(one) for one in (a, b) if not one.published]
    if undated:
        return f"{' and '.join(sorted(undated))} without a date; the texts alone do not tell which came first"
    if found.pair.order == "same":
        return "the dates do not part the two; the texts alone do not tell which came first"
    return "the dates are too coarse, and the texts alone do not tell which came first"


def _name(article: Article) -> str:
    return article.outlet or PurePath(article.key).name


def _independent(family: Setting, verdicts: Mapping[str, Verdict], candidates: Weighed) -> int:
    """How many renderings did not come from one another: groups of articles that no step, undecided pair or common
    source joins."""
    head = {key: key for key in verdicts}

    def first(key: str) -> str:
        while head[key] != key:
            key = head[key]
        return key

    for key, verdict in verdicts.items():
        joined = verdict.source or verdict.undecided
        if not joined and arrival(family, key, candidates[key])[0] == "common-source":
            joined = next((one for one in candidates[key] if _joins(one)), None)
        if joined:
            a, b = sorted((first(key), first(joined.pair.source.id)))
            head[b] = a
    return len({first(key) for key in head})


def _joins(one: Candidate) -> bool:
    return any(one.weight(kind) for kind in ("common-credit", "narration", "same-translation"))
