"""Forms of a sentence that settle who spoke, so that nothing else is weighed, or that rule somebody out."""

import re

from quotetrace.attribute.around import Finder
from quotetrace.attribute.candidate import Candidate
from quotetrace.syntax import Predicate

_BESIDE = ("b:say:adj,", "b:say:adj:", "b:tell:adj,", "b:ask:adj,", "a:say:adj")
_SHORT = 9  # tokens of "And Lee's response?"
_CLAIMED = re.compile("(?:[MY]|I[DEaNY#]{1,4})?S[^VvXHGgQSW,;:]{0,12}[VvX]{0,3}[^VvXHGgQSW,;:]{0,6}")
_TO_WHOM = re.compile("(?:[It]?[DEaNRTO#·]{1,6})?:")
_ONE_SUBJECT = re.compile("[DaENRTPe#·]{1,8}X?M?")  # "as | his aide often | put it"
_JUDGED = re.compile("[DaENRTOPe#·]{1,8}I?")  # "accused | her rival of", "called | it"
_OBJECT = re.compile("[DaENRTe#·]{1,8}")  # "denied | former mayor Roe's | claim"


def opens_turn(finder: Finder) -> bool:
    """ "LEE: …", "**Lee:** …" in a transcript: only the label says who speaks."""
    a, _ = finder.tokens.sentences[finder.where.sentence]
    return finder.unmarked and finder.tags[a : finder.where.token].rstrip("-").endswith(":")


def quoted(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """ "The paper quotes Lee as follows", "signs that read …": what is quoted and nothing else."""
    verbs = finder.resolver.language.words["quoting"]
    lower = finder.tokens.lower
    cited = [c for c in here if c.predicate is not None and lower[c.predicate.verb] in verbs]
    return cited or [c for c in here if c.predicate is not None and _is_writing(finder, c, c.predicate)]


def _is_writing(finder: Finder, candidate: Candidate, predicate: Predicate) -> bool:
    """Whether the words on a thing are what is quoted: "a sign that read …"."""
    thing = finder.mentions[candidate.mention]
    documents = finder.resolver.language.words["documents"]
    related = finder.tags[predicate.verb - 1] == "S" and thing.last == predicate.verb - 2
    return related and candidate.reach == "b:say:adj" and thing.head in documents


def called(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """ "called a “heap” by the rowers": who did what the verb in the passive before the marks says."""
    token, lower = finder.where.token, finder.tokens.lower
    over = [c for c in here if c.predicate is not None and c.predicate.inverted and c.predicate.verb < token]
    agents = finder.resolver.language.words["agent_prepositions"]
    return [c for c in over if (first := finder.mentions[c.mention].first) > token and lower[first - 1] in agents]


def answered(finder: Finder) -> list[Candidate]:
    """ "Lee's response? “…”": whose response it is, which no verb tells, in the sentence before."""
    before, where = finder.where.sentence - 1, finder.where
    if before < 0 or where.position not in ("solo", "init") or finder.tokens.paragraph_of[before] != where.paragraph:
        return []
    predicates = finder.predicates[before]
    if len(predicates) != 1 or predicates[0].group != "noun" or predicates[0].subject < 0:
        return []
    a, b = finder.tokens.sentences[before]
    asked = finder.tags[b - 1] == "!" and finder.tokens.words[b - 1] == "?" and b - a < _SHORT
    return [c for c in finder.near(before, "prev") if c.mention == predicates[0].subject] if asked else []


def gestured(finder: Finder) -> int:
    """ "“…,” Roe said. Lee shrugged. “I know.”": the mention of who makes a gesture right before words
    that no verb tells, or -1."""
    before, where = finder.where.sentence - 1, finder.where
    if before < 0 or where.position != "solo" or finder.tokens.paragraph_of[before] != where.paragraph:
        return -1
    a, b = finder.tokens.sentences[before]
    predicates = finder.predicates[before]
    if b - a > _SHORT or not predicates or "Q" in finder.tags[a:b]:
        return -1
    first = predicates[0]
    gesture = finder.tokens.lower[first.verb] in finder.resolver.language.words["gestures"]
    alone = all(p.subject == first.subject for p in predicates)
    return first.subject if gesture and alone else -1


def gapped(finder: Finder) -> int:
    """ "Lee called it “dead” and Roe “alive”": the mention between two quotations that has no verb of its own."""
    k, (a, _) = finder.where.token - 1, finder.tokens.sentences[finder.where.sentence]
    k -= finder.tags[k] == ","
    index = next((i for i in finder.resolver.mentions_in(finder.where.sentence) if finder.mentions[i].last == k), -1)
    if index < 0 or finder.tags.find("Q", a, k) < 0:
        return -1
    before = finder.mentions[index].first
    joint = finder.tags[finder.tags.rfind("Q", a, before) + 1 : before].strip(",")
    named = finder.mentions[index].kind == "name"
    return index if joint == ";" or (joint == "C" and named) else -1


def in_aside(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """Without Roe, in "Obwohl Lee beteuerte, nichts zu ahnen, „mir sagt ja keiner was“, kritisierte Roe …": where a
    clause that opens the sentence tells the words, the main verb right behind its comma has others."""
    (a, _), stop = finder.tokens.sentences[finder.where.sentence], finder.where.stop
    lists = finder.resolver.language.words
    opens = finder.tags[a] == "S" or finder.tokens.words[a].lower() in lists["opening_prepositions"]
    if not opens or not finder.resolver.language.does("verb_second"):
        return here
    if finder.tags[stop - 1] != "," or not any(c.reach.startswith("b:") and c.cued for c in here):
        return here
    return [c for c in here if c.predicate is None or c.predicate.verb != stop]


def beside(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """Without who speaks further off on the same side of a cue right beside, in "Lee said that Roe replied, “…”"."""
    sides = {c.reach[0] for c in here if _is_beside(finder, c)}
    return [c for c in here if c.reach[0] not in sides or not c.cued or c.reach.startswith(_BESIDE)]


def _is_beside(finder: Finder, candidate: Candidate) -> bool:
    predicate = candidate.predicate
    finite = predicate is not None and not predicate.participle
    return finite and candidate.reach.startswith(_BESIDE) and finder.mentions[candidate.mention].role != "1"


def set_apart(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """Without Lee, in "Lee said it was old, and Roe said it was “a heap”": a clause of its own begins at "and"."""
    before = [c for c in here if c.cued and c.reach.startswith("b") and c.predicate and not c.predicate.participle]
    nearest = max(before, key=_verb, default=None)
    if nearest is None or ":far" in nearest.reach or _verb(nearest) < 0:
        return here
    named = finder.mentions[nearest.mention]
    if _TO_WHOM.fullmatch(finder.tags, _verb(nearest) + 1, finder.where.token):  # "Lee says Roe told a friend: “…”"
        return [c for c in here if c not in before or c is nearest]
    if "W" in finder.tags[named.last + 1 : _verb(nearest)]:  # "They met the clerk, who counted “ten boats”"
        return [c for c in here if not 0 <= _verb(c) < named.last]
    opening = finder.opening(named.first)
    contrasts = finder.tokens.lower[opening] in finder.resolver.language.words["contrasts"]
    joined = finder.tags[opening] == ";" or finder.tags[opening - 1 : opening + 1] in (",C", "QC", "IW")
    if named.role == "1" or not (contrasts or joined or finder.tags[opening] == ","):
        return here
    over = [c for c in before if _verb(c) < opening and (contrasts or joined or _is_subordinate(finder, c))]
    return [c for c in here if c not in over]


def leads_on(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """Without Roe, in "When Lee said it was “old,” Roe said: “So are you.”": the colon leads to other words."""
    if not any(c.cued and c.reach.startswith("b") for c in here) or finder.tags[finder.where.token - 1] in ",:":
        return here
    return [
        c for c in here if not (c.cued and c.reach == "a:say:adj" and finder.tags.startswith(":Q", _end(finder, c)))
    ]


def _end(finder: Finder, candidate: Candidate) -> int:
    """The token behind a candidate and its verb."""
    return max(_verb(candidate), finder.mentions[candidate.mention].last) + 1


def _is_subordinate(finder: Finder, candidate: Candidate) -> bool:
    """ "When Lee said it was old, Roe laughed": whether "when" or its like opens the clause of a candidate."""
    k = finder.opening(finder.mentions[candidate.mention].first)
    return finder.tags[k] == "S" and finder.tokens.lower[k] not in finder.resolver.language.words["that"]


def claimed(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """Without Lee, in "Lee fell silent over Roe's claim that the wall “leaks”": the words are those of the claim."""
    token = finder.where.token
    nouns = [c for c in here if c.reach.startswith("b:noun") and finder.mentions[c.mention].kind != "pronoun"]
    nearest = max(nouns, key=_verb, default=None)
    if nearest is None or not _CLAIMED.fullmatch(finder.tags, _verb(nearest) + 1, token):
        return here
    return [c for c in here if c is nearest or not c.reach.startswith("b")]


def _verb(candidate: Candidate) -> int:
    return candidate.predicate.verb if candidate.predicate is not None else -1


def judged(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """Without Poe, in "Lee accused Roe of “lying,” hours after Poe said …": the marks are part of the judgement."""
    verbs = [_verb(c) for c in here if c.predicate and c.predicate.group in ("judge", "ask")]
    token = finder.where.token
    if not any(verb < token and _JUDGED.fullmatch(finder.tags, verb + 1, token) for verb in verbs):
        return here
    return [c for c in here if not c.cued or _verb(c) < token or c.reach.startswith(_BESIDE)]


def denied(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """Without Lee, in "Lee denied Roe's claim that “…”": the words are whose the claim is."""
    owned = max((c.predicate.verb for c in here if c.predicate and c.predicate.group == "noun"), default=-1)
    if owned < 0 or owned > finder.where.token:
        return here
    return [c for c in here if not (c.predicate and _denies(finder, c.predicate, owned))]


def _denies(finder: Finder, predicate: Predicate, owned: int) -> bool:
    """Whether a verb denies the noun of speech at token ``owned``, which is its object."""
    word = finder.tokens.lower[predicate.verb]
    object_only = _OBJECT.fullmatch(finder.tags, predicate.verb + 1, owned) is not None
    return object_only and word in finder.resolver.language.words["denials"]


def worded(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """ "…," in Lee's words: the owner of a noun that stands for "according to"."""
    start = finder.where.stop + (finder.tags[finder.where.stop] == ",")
    if finder.tags[start] != "I":
        return []
    behind = [c for c in here if c.predicate is not None and c.predicate.group == "source"]
    owners = [c for c in behind if finder.mentions[c.mention].first == start + 1]
    return [c for c in owners if finder.tags.startswith("e", finder.mentions[c.mention].last + 1)]


def compared(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """ "…", as Lee put it: the one whose verb of speech "as" joins to the quotation."""
    start, language = finder.where.stop, finder.resolver.language
    start += finder.tags[start] == ","
    if finder.tags[start] != "I" or not language.has("comparatives", finder.tokens.words[start].lower()):
        return []
    behind = (c for c in here if c.cued and c.reach[0] == "a")
    return [c for c in behind if _ONE_SUBJECT.fullmatch(finder.tags, start + 1, _verb(c))]


def closed_by(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """ "…", so Lee: the one that a closing word names right behind the quotation."""
    language, lower = finder.resolver.language, finder.tokens.lower
    if not language.does("subject_follows"):
        return []
    closing = language.words["closing_sources"]
    behind = (c for c in here if c.reach.startswith("a:source:adj") and c.predicate is not None)
    return [c for c in behind if c.predicate is not None and lower[c.predicate.verb] in closing]
