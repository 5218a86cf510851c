"""Who may have said a quotation: every candidate, with the features that speak for and against it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quotetrace.attribute.resolve import Resolver
from quotetrace.lang import load
from quotetrace.models import Extraction, Mention, Predicate

_SPEECH = frozenset({"say", "tell", "ask", "judge", "promise", "source", "colon"})
_ADVERBIAL = re.compile(r"[MYO#]*(?:[It][DaENTR#Y·eM-]*)?,?:?")
_SIGNATURE = re.compile(r"-*[NT·,#J]{1,8}\.?")  # a name alone on its line, under a quotation
_LIST = re.compile(r"[,CMDI-]{0,4}")  # "…", "…" and "…"
_SEPARATE = frozenset("SWCQVGHg")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One answer to "who said it?": a mention and the predicate that says so; ``mention`` -1 stands for nobody."""

    mention: int
    predicate: Predicate | None
    features: tuple[str, ...]
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Last:
    """The quotation before this one: who said it, and where."""

    mention: int
    entity: int
    sentence: int
    paragraph: int
    whole: bool
    token: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quotation stands: its token, sentence and paragraph, and its shape."""

    token: int
    sentence: int
    paragraph: int
    position: str  # solo, init, fin or mid: the place in its sentence
    whole: bool  # reads like a sentence of its own
    words: int
    closing: str = ""  # the character that closes the quotation, inside its marks or, in most languages, outside
    stop: int = 0  # the token after that


def place(extraction: Extraction, token: int, sentence: int) -> Place:
    """The place of the stretch at ``token`` in ``sentence``."""
    tokens = extraction.tokens
    a, b = tokens.sentences[sentence]
    stretch = extraction.stretches[tokens.stretch_at[token]]
    inner = extraction.text[stretch.start : stretch.end]
    before = any(t not in ",-(" for t in tokens.tags[a:token])
    after = any(t not in ".,!-)" for t in tokens.tags[token + 1 : b])
    position = {(False, False): "solo", (False, True): "init", (True, False): "fin", (True, True): "mid"}[before, after]
    count = inner.count(" ") + 1
    closing, following = inner[-1], token + 1
    if following < b and tokens.tags[following] == "," and load(extraction.language).does("comma_outside"):
        closing, following = tokens.words[following], following + 1
    whole = count > 2 and inner[0].isupper() and (closing in ".!?,…" or not after or count > 9)
    return Place(token, sentence, tokens.paragraph_of[sentence], position, whole, count, closing, following)


def candidates(extraction: Extraction, where: Place, last: Last | None, resolver: Resolver) -> list[Candidate]:
    """All candidates for the quotation at ``where``, nobody first."""
    found = [_nobody(extraction, where)]
    found += _same_sentence(extraction, where, last, resolver)
    if not (where.position in ("init", "mid") and len(found) > 2 and any(_is_cue(c) for c in found)):
        found += _near_sentences(extraction, where, last, resolver)
    if last is not None:
        found.append(_carry(extraction, where, last, found))
    return found


def _is_cue(candidate: Candidate) -> bool:
    return candidate.predicate is not None and candidate.predicate.group in _SPEECH


def _size(n: int) -> str:
    return (
        "0"
        if n <= 0
        else "1"
        if n == 1
        else "2"
        if n == 2
        else "4"
        if n <= 4
        else "8"
        if n <= 8
        else "16"
        if n <= 16
        else "big"
    )


def _shape(where: Place) -> str:
    return where.position + ("W" if where.whole else "f")


def _nobody(extraction: Extraction, where: Place) -> Candidate:
    predicates = extraction.predicates[where.sentence]
    cues = sum(p.group in _SPEECH for p in predicates)
    before = [p for p in predicates if p.verb < where.token]
    unowned = bool(before) and before[-1].group == "noun" and before[-1].subject < 0
    return Candidate(
        -1,
        None,
        (
            "none",
            f"none:noun{unowned}",
            f"none:{_shape(where)}",
            f"none:cues{min(cues, 2)}",
            f"none:w{_size(where.words)}",
        ),
    )


def _kind(mention: Mention) -> str:
    if mention.kind == "pronoun":
        return mention.pronoun
    if mention.kind == "nominal":
        return "role" if mention.role else "noun"
    return "org" if mention.gender == "n" else "name"


def _same_sentence(extraction: Extraction, where: Place, last: Last | None, resolver: Resolver) -> list[Candidate]:
    tokens, mentions = extraction.tokens, extraction.mentions
    a, b = tokens.sentences[where.sentence]
    predicates = extraction.predicates[where.sentence]
    found: list[Candidate] = []
    seen: set[int] = set()
    nearest: dict[tuple[int, bool], int] = {}
    for order, predicate in enumerate(predicates):
        before = predicate.verb < where.token
        if predicate.subject >= 0 and (before or (predicate.subject, before) not in nearest):
            nearest[predicate.subject, before] = order
    for (subject, _), order in nearest.items():
        seen.add(subject)
        features = _predicate_features(extraction, where, predicates, order)
        features += _mention_features(extraction, where, subject, last, resolver)
        found.append(Candidate(subject, predicates[order], tuple(features)))
    for index in _within(mentions, a, b):
        if index not in seen:
            features = _bare_features(extraction, where, index, a)
            features += _mention_features(extraction, where, index, last, resolver)
            found.append(Candidate(index, None, tuple(features)))
    return found


def _within(mentions: Sequence[Mention], a: int, b: int) -> range:
    low = _first_at(mentions, a)
    high = low
    while high < len(mentions) and mentions[high].first < b:
        high += 1
    return range(low, high)


def _first_at(mentions: Sequence[Mention], token: int) -> int:
    low, high = 0, len(mentions)
    while low < high:
        middle = (low + high) // 2
        if mentions[middle].first < token:
            low = middle + 1
        else:
            high = middle
    return low


def _predicate_features(extraction: Extraction, where: Place, predicates: Sequence[Predicate], order: int) -> list[str]:
    predicate = predicates[order]
    subject = extraction.mentions[predicate.subject]
    tags = extraction.tokens.tags
    group = predicate.group
    form = "inv" if predicate.inverted else "ing" if predicate.participle else "fin"
    if predicate.verb < where.token:
        side = "b"
        begin = max(predicate.verb, subject.last if predicate.inverted else 0) + 1
        gap = tags[begin : where.token]
        between = predicates[order + 1 :]
        rank = sum(p.verb < where.token and p.subject >= 0 for p in between)
        cues = sum(p.verb < where.token and p.group in _SPEECH for p in between)
    else:
        side = "a"
        gap = tags[where.stop : min(predicate.verb, subject.first)]
        if predicate.inverted:
            gap = gap.rstrip("X")
        rank = sum(where.token < p.verb and p.subject >= 0 for p in predicates[:order])
        cues = sum(where.token < p.verb and p.group in _SPEECH for p in predicates[:order])
        if subject.first < where.token:
            side = "x"  # the subject before, its verb after
    kind = _gap(gap)
    coarse = kind[:3]
    shape = _shape(where)
    quotes = gap.count("Q")
    return [
        f"{side}:{group}",
        f"{side}:{group}:{kind}",
        f"{side}:{form}:{kind}",
        f"{side}:{group}:{shape}",
        f"{side}:rank{min(rank, 3)}",
        f"{side}:cues{min(cues, 2)}:{'cue' if group in _SPEECH else group}",
        f"{side}:q{min(quotes, 2)}:{shape}",
        f"{side}:{form}:{shape}:{kind}",
        f"{side}:{group}:{coarse}",
        f"{side}:{group}:{coarse}:{_kind(subject)}",
    ]


def _gap(gap: str) -> str:
    """The words between a predicate and a quotation, in one word."""
    if gap in ("", ",", ":", ",:"):
        return "adj" + gap[-1:]
    if gap[0] == "S":
        return "that" + _size(len(gap))
    if len(gap) < 14 and _ADVERBIAL.fullmatch(gap):
        return "adv" + (gap[-1] if gap[-1] in ",:" else "")
    if not _SEPARATE.isdisjoint(gap):
        return "far" + _size(len(gap))
    return "gap" + _size(len(gap))


def _bare_features(extraction: Extraction, where: Place, index: int, a: int) -> list[str]:
    """A mention of the same sentence that is the subject of nothing."""
    mention = extraction.mentions[index]
    tags, words = extraction.tokens.tags, extraction.tokens.words
    before = mention.last < where.token
    distance = where.token - mention.last if before else mention.first - where.token
    side = "mb" if before else "ma"
    previous = tags[mention.first - 1] if mention.first > a else "^"
    if previous == "I" and words[mention.first - 1].lower() in ("by", "from"):
        previous = words[mention.first - 1].lower()
    following = tags[mention.last + 1]
    shape = _shape(where)
    return [
        f"{side}",
        f"{side}:d{_size(distance)}",
        f"{side}:prev{previous}",
        f"{side}:next{following}",
        f"{side}:{shape}",
        f"{side}:{shape}:d{_size(distance)}:prev{previous}",
    ]


def _mention_features(
    extraction: Extraction, where: Place, index: int, last: Last | None, resolver: Resolver
) -> list[str]:
    mention = extraction.mentions[index]
    kind = _kind(mention)
    tags = extraction.tokens.tags
    features = [f"kind:{kind}", f"number:{mention.number}:{where.whole}"]
    if tags[mention.last + 1] == "e":
        features.append("possessor")
    if last is not None and _same(extraction, index, last, resolver):
        near = "par" if last.paragraph == where.paragraph else "far"
        features += [f"same as last:{near}", f"same as last:{near}:{_shape(where)}"]
    return features


def _same(extraction: Extraction, index: int, last: Last, resolver: Resolver) -> bool:
    """Whether the mention stands for the speaker of the quotation before."""
    mention = extraction.mentions[index]
    if mention.kind == "nominal" or last.entity < 0:
        return mention.head == extraction.mentions[last.mention].head
    return resolver.resolve(index).entity == last.entity


def _near_sentences(extraction: Extraction, where: Place, last: Last | None, resolver: Resolver) -> list[Candidate]:
    tokens, mentions = extraction.tokens, extraction.mentions
    found: list[Candidate] = []
    for offset in (-1, -2, 1):
        s = where.sentence + offset
        if not 0 <= s < len(tokens.sentences):
            continue
        gap = abs(tokens.paragraph_of[s] - where.paragraph)
        a, b = tokens.sentences[s]
        if gap > 1 or (offset > 0 and gap and not _SIGNATURE.fullmatch(tokens.tags, a, b)):
            continue
        zone = {-1: "prev", -2: "prev2", 1: "next"}[offset] + ("" if not gap else "par")
        ends = tokens.tags[b - 1] if tokens.tags[b - 1] in ":," else "."
        seen: set[int] = set()
        for order, predicate in enumerate(extraction.predicates[s]):
            if predicate.subject >= 0 and predicate.subject not in seen:
                seen.add(predicate.subject)
                features = _near_features(extraction, where, predicate, zone, ends, order, "Q" in tokens.tags[a:b])
                features += _mention_features(extraction, where, predicate.subject, last, resolver)
                found.append(Candidate(predicate.subject, predicate, tuple(features)))
        for index in _within(mentions, a, b):
            if index not in seen:
                shape = _shape(where)
                bare = [
                    f"{zone}:bare",
                    f"{zone}:bare:{shape}:{ends}",
                    f"{zone}:prev{tokens.tags[mentions[index].first - 1]}",
                ]
                found.append(
                    Candidate(index, None, tuple(bare + _mention_features(extraction, where, index, last, resolver)))
                )
    return found


def _near_features(
    extraction: Extraction, where: Place, predicate: Predicate, zone: str, ends: str, order: int, quoted: bool
) -> list[str]:
    group = predicate.group
    shape = _shape(where)
    cue = "cue" if group in _SPEECH else group
    return [
        f"{zone}:{group}",
        f"{zone}:{cue}:{shape}",
        f"{zone}:{cue}:{ends}",
        f"{zone}:order{min(order, 2)}:{cue}",
        f"{zone}:quoted{quoted}:{cue}",
        f"{zone}:{shape}:{ends}:quoted{quoted}",
    ]


def _carry(extraction: Extraction, where: Place, last: Last, found: Sequence[Candidate]) -> Candidate:
    """The speaker of the quotation before goes on."""
    distance = where.sentence - last.sentence
    paragraphs = where.paragraph - last.paragraph
    own = "cue" if any(_is_cue(c) and c.features[0][0] in "bax" for c in found) else "nocue"
    near = f"p{min(paragraphs, 3)}s{_size(distance)}"
    joint = "apart"
    if not distance:
        gap = extraction.tokens.tags[last.token + 1 : where.token]
        joint = "list" if _LIST.fullmatch(gap) else "gap" + _size(len(gap)) + str("V" in gap or "G" in gap)
    shape = _shape(where)
    who = _kind(extraction.mentions[last.mention]) if last.mention >= 0 else "nobody"
    return Candidate(
        last.mention,
        None,
        (
            "carry",
            f"carry:{near}",
            f"carry:{near}:{shape}",
            f"carry:{shape}:{own}",
            f"carry:{near}:{own}:{'W' if last.whole else 'f'}",
            f"carry:{who}",
            f"carry:{joint}",
            f"carry:{joint}:{own}",
        ),
        carried=True,
    )
