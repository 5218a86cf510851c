"""Forms of a sentence that settle who spoke, so that nothing else is weighed, or that rule somebody out."""

import re

from quotetrace.attribute.around import Finder
from quotetrace.attribute.candidate import Candidate
from quotetrace.syntax import Predicate

_OBJECT = re.compile("[DaENRTe#·]{1,8}")  # "denied | former mayor Roe's | claim"


def opens_turn(finder: Finder) -> bool:
    """ "LEE: …", "**Lee:** …" in a transcript: only the label says who speaks."""
    a, _ = finder.tokens.sentences[finder.where.sentence]
    return finder.unmarked and finder.tags[a : finder.where.token].rstrip("-").endswith(":")


def quoted(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """ "The paper quotes Lee as follows", "signs that read …": what is quoted and nothing else."""
    verbs = finder.resolver.language.words["quoting"]
    words = finder.tokens.words
    quoted = [c for c in here if c.predicate is not None and words[c.predicate.verb].lower() in verbs]
    return quoted or [c for c in here if c.predicate is not None and _is_writing(finder, c, c.predicate)]


def _is_writing(finder: Finder, candidate: Candidate, predicate: Predicate) -> bool:
    """Whether the words on a thing are what is quoted: "a sign that read …"."""
    thing = finder.mentions[candidate.mention]
    documents = finder.resolver.language.words["documents"]
    related = finder.tags[predicate.verb - 1] == "S" and thing.last == predicate.verb - 2
    return related and candidate.reach == "b:say:adj" and thing.head in documents


def gapped(finder: Finder) -> int:
    """ "Lee called it “dead” and Roe “alive”": the mention between two quotations that has no verb of its own."""
    k, (a, _) = finder.where.token - 1, finder.tokens.sentences[finder.where.sentence]
    k -= finder.tags[k] == ","
    index = next((i for i in finder.resolver.mentions_in(finder.where.sentence) if finder.mentions[i].last == k), -1)
    if index < 0 or finder.tags.find("Q", a, k) < 0:
        return -1
    before = finder.mentions[index].first
    joint = finder.tags[finder.tags.rfind("Q", a, before) + 1 : before].strip(",")
    return index if joint == ";" or (joint == "C" and finder.mentions[index].kind == "name") else -1


def denied(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """Without Lee, in "Lee denied Roe's claim that “…”": the words are whose the claim is."""
    owned = max((c.predicate.verb for c in here if c.predicate and c.predicate.group == "noun"), default=-1)
    if owned < 0 or owned > finder.where.token:
        return here
    return [c for c in here if not (c.predicate and _denies(finder, c.predicate, owned))]


def _denies(finder: Finder, predicate: Predicate, owned: int) -> bool:
    """Whether a verb denies the noun of speech at token ``owned``, which is its object."""
    word = finder.tokens.words[predicate.verb].lower()
    object_only = _OBJECT.fullmatch(finder.tags, predicate.verb + 1, owned) is not None
    return object_only and word in finder.resolver.language.words["denials"]


def closed_by(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """ "…", so Lee: the one that a closing word names right behind the quotation."""
    language, words = finder.resolver.language, finder.tokens.words
    if not language.does("subject_follows"):
        return []
    closing = language.words["closing_sources"]
    beside = (c for c in here if c.reach.startswith("a:source:adj") and c.predicate is not None)
    return [c for c in beside if c.predicate is not None and words[c.predicate.verb].lower() in closing]
