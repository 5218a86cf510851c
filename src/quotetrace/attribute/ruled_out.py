"""Forms of a sentence that rule out who speaks elsewhere in it, before anything is weighed."""

import re
from typing import Final

from quotetrace.attribute.around import Finder
from quotetrace.attribute.candidate import SPEECH, Candidate
from quotetrace.syntax import Predicate

_BESIDE: Final = ("b:say:adj,", "b:say:adj:", "b:say:adv:", "b:tell:adj,", "b:ask:adj,", "a:say:adj")
_CLAIMED: Final = re.compile("(?:[MY]|I[DEaNY#]{1,4})?(?:S[^VvXHGgQSW,;:]{0,12}[VvX]{0,3}[^VvXHGgQSW,;:]{0,6}|t)")
_SPAN: Final = 4  # tokens of ", a few days"
_BREAKS: Final = frozenset(",;:Q-")
_CLAUSE_ENDS: Final = frozenset(",;:Q-SW")
_TO_WHOM: Final = re.compile("(?:[It]?[DEaNRTO#·]{1,6})?:")
_THAT: Final = re.compile("[IDaENRTYMO#·e]{0,12}S")  # "argued | on the quay on Monday that"
_MAIN_CLAUSE: Final = re.compile("[CQ,]{0,12},?[DaRT]{0,4}")  # "“thieves” | and “liars,” the clerk | Lee"
_OBJECT_BEHIND: Final = re.compile("[DES]|:Q")  # "wrote | a letter", "said | that …", "said | : “…”"
_JUDGED: Final = re.compile("[DaENRTOPe#·]{1,8}I?")  # "accused | her rival of", "called | it"
_OBJECT: Final = re.compile("[DaENRTe#·]{1,8}")  # "denied | former mayor Roe's | claim"


def possible(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """The candidates of a quotation's sentence that no form of it rules out."""
    cued = any(c.cued and c.reach.startswith("b") for c in here)
    for rule in RULES if cued else _UNCUED:
        if not here:
            break
        here = rule(finder, here)
    return here


def titled(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """Without the label of "FLOOD: 'NOBODY RANG' SAYS LUND": a topic, where a cue right behind names the speaker."""
    if not any(c.predicate is not None and c.predicate.inverted and c.reach == "a:say:adj" for c in here):
        return here
    return [c for c in here if c.predicate is None or c.predicate.group != "colon"]


def set_apart(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """Without Lee, in "Lee said it was old, and Roe said it was “a heap”": a clause of its own begins at "and"."""
    before = [c for c in here if c.cued and c.reach.startswith("b") and c.predicate and not c.predicate.participle]
    nearest = max(before, key=_verb) if before else None
    if nearest is None or ":far" in nearest.reach or nearest.verb < 0:
        return here
    named = finder.mentions[nearest.mention]
    if _TO_WHOM.fullmatch(finder.tags, nearest.verb + 1, finder.where.token):  # "Lee says Roe told a friend: “…”"
        return [c for c in here if c not in before or c is nearest]
    if "W" in finder.tags[named.last + 1 : nearest.verb]:  # "They met the clerk, who counted “ten boats”"
        return [c for c in here if not 0 <= c.verb < named.last]
    opening = finder.opening(named.first)
    lists, word = finder.resolver.language.words, finder.tokens.lower[opening]
    apart = finder.tags[max(opening - _SPAN, 0) : opening].rstrip("DaY#M").endswith(",")  # ", days | after Roe called"
    contrasts = word in lists["contrasts"] or (apart and word in lists["clause_prepositions"])
    joined = finder.tags[opening] == ";" or finder.tags[opening - 1 : opening + 1] in (",C", "QC", "IW")
    if named.role == "1" or not (contrasts or joined or finder.tags[opening] == ","):
        return here
    over = [c for c in before if c.verb < opening and (contrasts or joined or _is_subordinate(finder, c))]
    return [c for c in here if c not in over]


def rebuked(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """Without Lee, in "Lee rebuked clerks who say she should call it “a heap”": the relative clause has the words."""
    related = [c for c in here if c.cued and c.reach.startswith("b") and finder.mentions[c.mention].pronoun == "who"]
    nearest = max(related, key=_verb) if related else None
    if nearest is None or nearest.predicate is None or nearest.predicate.group not in ("say", "tell"):
        return here
    unbroken = _BREAKS.isdisjoint(finder.tags[nearest.verb + 1 : finder.where.token])
    described = finder.tags[finder.mentions[nearest.mention].first - 1] in "aR"
    that = finder.tags[finder.where.token - 1] == "S"  # "Lee told a clerk who asked for more that “…”"
    if that or not unbroken or not described or finder.tags[nearest.verb + 1] == "I":
        return here
    return [c for c in here if not c.cued or c is nearest or (c.verb > nearest.verb and finder.tags[c.verb - 1] != "X")]


def argued(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """Without Lee, in "“No,” Lee wrote after Roe argued on Monday that it was “a heap”": that clause is Roe's."""
    token = finder.where.token
    told = [p for p in finder.predicates[finder.where.sentence] if p.verb < token and p.group in SPEECH]
    if not told or told[-1].participle or told[-1].group not in ("say", "tell"):
        return here
    that = _THAT.match(finder.tags, told[-1].verb + 1, token)
    if that is None or finder.tokens.lower[that.end() - 1] not in finder.resolver.language.words["that"]:
        return here
    before = [c for c in here if c.cued and 0 <= c.verb < token and c.reach.startswith("b")]
    nearest = [c for c in before if c.verb == told[-1].verb]
    things = any(finder.mentions[c.mention].pronoun == "it" for c in nearest)  # "Lee says it underscores that …"
    if not nearest or things or not _CLAUSE_ENDS.isdisjoint(finder.tags[that.end() : token]):
        return here
    return [c for c in here if c not in before or c in nearest]


def in_opening(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """Without Roe, in "After Lee called them “thieves,” Roe wrote a letter": the verb behind has another object."""
    a, _ = finder.tokens.sentences[finder.where.sentence]
    lists = finder.resolver.language.words
    opens = finder.tags[a] == "S" or finder.tokens.lower[a] in lists["opening_prepositions"]
    if not opens or not any(c.cued and c.reach.startswith("b") for c in here):
        return here
    return [c for c in here if not (c.reach.startswith("a:say") and _has_object(finder, c))]


def _has_object(finder: Finder, candidate: Candidate) -> bool:
    """Whether a candidate opens the main clause right behind the quotations, and its verb has an object."""
    first = finder.mentions[candidate.mention].first
    begins = _MAIN_CLAUSE.fullmatch(finder.tags, finder.where.token + 1, first) is not None
    return begins and _OBJECT_BEHIND.match(finder.tags, _end(finder, candidate)) is not None


def claimed(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """Without Lee, in "Lee fell silent over Roe's claim that the wall “leaks”", "says Roe's vow to
    “mend it” is old": the words are those of the claim."""
    token = finder.where.token
    nouns = [c for c in here if c.reach.startswith("b:noun")]
    nouns = [c for c in nouns if c.mention < 0 or finder.mentions[c.mention].kind != "pronoun"]
    nearest = max(nouns, key=_verb) if nouns else None
    if nearest is None or not _CLAIMED.fullmatch(finder.tags, nearest.verb + 1, token):
        return here
    return [c for c in here if c is nearest or not c.reach.startswith(("b", "x:other"))]


def in_aside(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """Without Roe, in "Obwohl Lee beteuerte, nichts zu ahnen, „mir sagt ja keiner was“, kritisierte Roe …": where a
    clause that opens the sentence tells the words, the main verb right behind its comma has others."""
    stop = finder.where.stop
    a, _ = finder.tokens.sentences[finder.where.sentence]
    lists = finder.resolver.language.words
    opens = finder.tags[a] == "S" or finder.tokens.lower[a] in lists["opening_prepositions"]
    if not opens or not finder.resolver.language.does("verb_second"):
        return here
    if finder.tags[stop - 1] != "," or not any(c.reach.startswith("b:") and c.cued for c in here):
        return here
    return [c for c in here if c.predicate is None or c.predicate.verb != stop]


def denied(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """Without Lee, in "Lee denied Roe's claim that “…”": the words are whose the claim is."""
    nouns = [c.verb for c in here if c.predicate and c.predicate.group == "noun"]
    owned = max(nouns) if nouns else -1
    if owned < 0 or owned > finder.where.token:
        return here
    return [c for c in here if not (c.predicate and _denies(finder, c.predicate, owned))]


def _denies(finder: Finder, predicate: Predicate, owned: int) -> bool:
    """Whether a verb denies the noun of speech at token ``owned``, which is its object."""
    word = finder.tokens.lower[predicate.verb]
    object_only = _OBJECT.fullmatch(finder.tags, predicate.verb + 1, owned) is not None
    return object_only and word in finder.resolver.language.words["denials"]


def judged(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """Without Poe, in "Lee accused Roe of “lying,” hours after Poe said …": the marks are part of the judgement."""
    verbs = [c.verb for c in here if c.predicate and c.predicate.group in ("judge", "ask")]
    token = finder.where.token
    if not any(verb < token and _JUDGED.fullmatch(finder.tags, verb + 1, token) for verb in verbs):
        return here
    return [c for c in here if not c.cued or c.verb < token or c.reach.startswith(_BESIDE)]


def leads_on(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """Without Roe, in "When Lee said it was “old,” Roe said: “So are you.”": the colon leads to other words."""
    if not any(c.cued and c.reach.startswith("b") for c in here) or finder.tags[finder.where.token - 1] in ",:":
        return here
    return [
        c for c in here if not (c.cued and c.reach == "a:say:adj" and finder.tags.startswith(":Q", _end(finder, c)))
    ]


def passed_on(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """Without the Courier, in "Lee said it was “old,” the Courier reported": a body passes on what Lee said."""
    told = (c.reach for c in here if c.cued and c.reach.startswith("b:"))
    if not any(":far" not in reach and not reach.endswith("big") for reach in told):
        return here
    return [c for c in here if not (c.cued and c.verb > finder.where.token and _passes_on(finder, c))]


def _passes_on(finder: Finder, candidate: Candidate) -> bool:
    """Whether a cue behind the quotation closes the sentence, and its subject, right before it, is a body."""
    mention, b = finder.mentions[candidate.mention], finder.tokens.sentences[finder.where.sentence][1]
    article = mention.kind == "name" and finder.tags[mention.first - 1] == "D"
    body = mention.last + 1 == candidate.verb and (mention.gender == "n" or article)
    return body and finder.tags[candidate.verb + 1 : b].strip("IYD.!") == ""


def _verb(candidate: Candidate) -> int:
    return candidate.verb


def _end(finder: Finder, candidate: Candidate) -> int:
    """The token behind a candidate and its verb."""
    return max(candidate.verb, finder.mentions[candidate.mention].last) + 1


def _is_subordinate(finder: Finder, candidate: Candidate) -> bool:
    """ "When Lee said it was old, Roe laughed": whether "when" or its like opens the clause of a candidate."""
    k = finder.opening(finder.mentions[candidate.mention].first)
    return finder.tags[k] == "S" and finder.tokens.lower[k] not in finder.resolver.language.words["that"]


def beside(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """Without who speaks further off on the same side of a cue right beside, in "Lee said that Roe replied, “…”"."""
    sides = {c.reach[0] for c in here if _is_beside(finder, c)}
    return [c for c in here if c.reach[0] not in sides or not c.cued or c.reach.startswith(_BESIDE)]


def shouted(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """Without Lee, in "Lee spoke where rowers stood and chanted “…” till she left": what a crowd's verb
    right before tells is theirs."""
    verbs = finder.resolver.language.words["crowd_verbs"]
    chanting = [c for c in here if c.reach.startswith("b:say:adj") and finder.tokens.lower[c.verb] in verbs]
    return [c for c in here if c in chanting or c.reach.startswith("a:say:adj")] if chanting else here


def _is_beside(finder: Finder, candidate: Candidate) -> bool:
    predicate = candidate.predicate
    finite = predicate is not None and not predicate.participle
    return finite and candidate.reach.startswith(_BESIDE) and finder.mentions[candidate.mention].role != "1"


RULES: Final = (
    titled,
    set_apart,
    rebuked,
    argued,
    claimed,
    in_aside,
    in_opening,
    denied,
    judged,
    leads_on,
    passed_on,
    shouted,
    beside,
)
# these rule nobody out where no verb of speech stands before the quotation
_CUED: Final = frozenset({set_apart, rebuked, argued, in_aside, in_opening, judged, leads_on, passed_on, shouted})
_UNCUED: Final = tuple(rule for rule in RULES if rule not in _CUED)
