"""Forms of a sentence that settle who spoke, so that nothing else is weighed."""

import re
from typing import Final

from quotetrace.attribute.around import Finder
from quotetrace.attribute.candidate import SPEECH, Candidate
from quotetrace.syntax import Mention, Predicate

_LABEL: Final = 10  # characters of "**A:** "
_ASKED: Final = 6  # tokens of "?**" and the end of its paragraph
_SHORT: Final = 9  # tokens of "And Lee's response?"
_LABELLED: Final = re.compile("M{0,2}(?P<verb>[Vv])I?[DE]?")  # "Once | called a | “…”"
_SINCE: Final = 3  # sentences in which somebody else may have been named since a subject that is left out
_TAKEN: Final = re.compile("I[DE]?a{0,2}")  # "viewed by rowers | as a true | “…”"
_TELLING: Final = frozenset("VG")
_PERSONS: Final = frozenset({"he", "she", "they", "i", "we"})
_ONE_SUBJECT: Final = re.compile("[DaENRTPe#·]{1,8}X?M?")  # "as | his aide often | put it"


def opens_turn(finder: Finder) -> bool:
    """ "LEE: …", "**Lee:** …" in a transcript: only the label says who speaks."""
    a, _ = finder.tokens.sentences[finder.where.sentence]
    return finder.unmarked and finder.tags[a : finder.where.token].rstrip("-").endswith(":")


def interviewed(finder: Finder) -> int | None:
    """The mention of whom an interview is with, at an answer without a label or behind "A:".

    -1 where nobody is named: behind "Q."; None where the line is no such thing.
    """
    words = finder.resolver.language.words
    a, _ = finder.tokens.sentences[finder.where.sentence]
    if not finder.unmarked or (a and finder.tags[a - 1] != "|"):
        return None
    first = finder.tokens.starts[a]
    label = finder.text[first : min(finder.where.stretch.start, first + _LABEL)]
    name = label.strip("*_ .):").lower()
    if name and name not in words["answer_labels"]:
        return -1 if name in words["turn_labels"] and ":" not in label else None
    if not name and "?" not in finder.tokens.words[max(a - _ASKED, 0) : a]:
        return None
    found = finder.resolver.people.introduced()
    return found if found >= 0 else None


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
    by = [c for c in over if lower[_before_office(finder, finder.mentions[c.mention].first)] in agents]
    return [c for c in by if finder.mentions[c.mention].first > token or _is_taken(finder, c)]


def _before_office(finder: Finder, first: int) -> int:
    """ "hailed | by Tarn envoy Ann Lee": the token before a name and the office that has no article."""
    while first and finder.tags[first - 1] in "aRNT":
        first -= 1
    return first - 1


def _is_taken(finder: Finder, candidate: Candidate) -> bool:
    """ "viewed by many clerks as “odd”": whether only "as" stands between who did it and the marks."""
    return _TAKEN.fullmatch(finder.tags, finder.mentions[candidate.mention].last + 1, finder.where.token) is not None


def owned(finder: Finder) -> list[Candidate]:
    """ "Lee's “no more mud” remark", "her “no more mud” promise": the owner of a noun of speech behind the marks."""
    token, language = finder.where.token, finder.resolver.language
    noun = finder.tokens.lower[token + 1]
    if finder.tags[token - 1] not in "eE" or not language.has("speech_nouns", noun) or language.has("works", noun):
        return []
    last = token - 2 if finder.tags[token - 1] == "e" else token - 1
    return [c for c in finder.bare_in_sentence() if finder.mentions[c.mention].last == last]


def stated(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """ "She made me change my answer: “…”": whose the noun of speech right before a colon is, where no verb tells it.

    In "I changed my answer: “…”" it is "I" that is printed.
    """
    noun = finder.where.token - 2
    a, _ = finder.tokens.sentences[finder.where.sentence]
    if finder.tags[noun + 1] != ":" or not _TELLING.isdisjoint(finder.tags[a:noun]):  # "Lee answered Roe's letter: “…”"
        return []
    nouns = (c for c in here if c.verb == noun and c.predicate is not None and c.predicate.group == "noun")
    owner = next((c for c in nouns if _owns(finder, finder.mentions[c.mention])), None)
    if owner is None:
        return []
    pronoun = finder.mentions[owner.mention].pronoun
    return [c for c in here if c.mention == owner.mention or finder.mentions[c.mention].pronoun == pronoun][:1]


def _owns(finder: Finder, mention: Mention) -> bool:
    """ "my", "Lee's": whether a mention is that of an owner."""
    return finder.tags[mention.last] == "E" or finder.tags[mention.last + 1] == "e"


def answered(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """ "Lee's response? “…”": whose response it is, which no verb tells, in the sentence before."""
    before, where = finder.where.sentence - 1, finder.where
    if before < 0 or where.position not in ("solo", "init") or finder.tokens.paragraph_of[before] != where.paragraph:
        return []
    predicates = finder.predicates[before]
    if len(predicates) != 1 or predicates[0].group != "noun" or predicates[0].subject < 0:
        return []
    if any(c.cued and c.reach.startswith("a:") for c in here):  # "Lee's response? “…,” she said"
        return []
    a, b = finder.tokens.sentences[before]
    asked = finder.tags[b - 1] == "!" and finder.tokens.words[b - 1] == "?" and b - a < _SHORT
    return [c for c in finder.near(before, "prev") if c.mention == predicates[0].subject] if asked else []


def interjected(finder: Finder) -> int:
    """ "“…,” Roe said, and Lee cut in. “I know.”", "Then Lee spoke up.": the mention whose cue, in a clause or sentence
    of its own, closes the sentence right before words that no verb tells, or -1."""
    before, where, tags = finder.where.sentence - 1, finder.where, finder.tags
    if before < 0 or where.position != "solo":
        return -1
    a, b = finder.tokens.sentences[before]
    apart, quoted = where.paragraph - finder.tokens.paragraph_of[before], "Q" in tags[a:b]
    told = finder.predicates[before][-1:]
    if apart > (not quoted) or not told or told[0].subject < 0 or told[0].group not in SPEECH or told[0].participle:
        return -1
    behind = tags[told[0].verb + 1 : b].rstrip(".!|")
    joined = not quoted or tags[finder.opening(finder.mentions[told[0].subject].first)] == "C"
    return told[0].subject if joined and not told[0].inverted and behind in ("", "I", "M") else -1


def cried(finder: Finder, here: list[Candidate]) -> bool:
    """ "Lee was met with cries of “…”": nobody who is named, where the subject is what others shouted at."""
    token = finder.where.token
    noun = finder.tokens.lower[token - 2] if token > 1 and finder.tags[token - 1] == "I" else ""
    sourced = any(c.predicate is not None and c.predicate.group == "source" for c in here)
    if sourced or not finder.resolver.language.has("cries", noun):
        return False
    passives = finder.resolver.language.words["passives"]
    before = [p for p in finder.predicates[finder.where.sentence] if p.verb < token]
    return not before or (before[-1].verb < token - 2 and finder.tokens.lower[before[-1].verb - 1] in passives)


def labelled(finder: Finder) -> bool:
    """ "Once called “a fool,” Lee left.": nobody who is named calls the subject so."""
    token, language = finder.where.token, finder.resolver.language
    a, _ = finder.tokens.sentences[finder.where.sentence]
    opening = _LABELLED.fullmatch(finder.tags, a, token) if a < token else None
    if not opening or not finder.tags.startswith(("N", "P", "T", "D"), finder.where.stop):
        return False
    verb = finder.tokens.lower[opening.start("verb")]
    named = language.cues.get(verb) == "judge" or language.has("named", verb)
    return named and verb.endswith(language.verb_endings)


def gestured(finder: Finder) -> int:
    """ "“…,” Roe said. Lee shrugged. “I know.”": the mention of who makes a gesture right before words
    that no verb tells, or -1."""
    before, where = finder.where.sentence - 1, finder.where
    if before < 0 or where.position != "solo" or finder.tokens.paragraph_of[before] != where.paragraph:
        return -1
    a, b = finder.tokens.sentences[before]
    predicates = finder.predicates[before]
    if not predicates:
        return -1
    first = predicates[0]
    if first.verb != b - 2 and (b - a > _SHORT or "Q" in finder.tags[a:b]):
        return -1
    gesture = finder.tokens.lower[first.verb] in finder.resolver.language.words["gestures"]
    alone = all(p.subject == first.subject for p in predicates)
    return first.subject if gesture and alone else -1


def spoken_to(finder: Finder) -> int:
    """ "Our team spoke to Ann Lee, who rows." and in the next paragraph "“…”": the mention of whom, who is first named
    there, or -1."""
    last, where, resolver = finder.last, finder.where, finder.resolver
    before = where.sentence - 1
    if last is None or where.position != "solo" or finder.tokens.paragraph_of[before] == where.paragraph:
        return -1
    for sentence in range(before, max(last.sentence, before - _SINCE), -1):
        for predicate in finder.predicates[sentence]:
            after = predicate.verb + 1
            met = f"{finder.tokens.lower[predicate.verb]} {finder.tokens.lower[after]}"
            after += met in resolver.language.words["meeting"]
            index = resolver.mention_at(sentence, after) if after > predicate.verb + 1 else -1
            if index >= 0 and _is_new(finder, index) and _is_reporter(finder, predicate.subject):
                return index
            if predicate.group in SPEECH:
                return -1
    return -1


def _is_new(finder: Finder, index: int) -> bool:
    """Whether a mention is the first of a person's name."""
    entity = finder.resolver.entity_of[index]
    if entity < 0 or finder.resolver.people.entities[entity].mentions[0] != index:
        return False
    return finder.resolver.people.is_person(entity)


def _is_reporter(finder: Finder, index: int) -> bool:
    """Whether who met somebody has no name, and is no "he" or "she"."""
    if index < 0:
        return True
    if finder.mentions[index].kind == "pronoun":
        return finder.mentions[index].role == "1"
    return not _is_somebody(finder, index)


def replied(finder: Finder) -> int:
    """ "“Is it old?” asked Roe." and in the next paragraph "“It is.”": the mention of whom Roe asks, or -1."""
    last, where = finder.last, finder.where
    if last is None or where.position != "solo" or where.sentence - last.sentence != 1:
        return -1
    return last.asked if where.paragraph - last.paragraph == 1 else -1


def gapped(finder: Finder) -> int:
    """ "Lee called it “dead” and Roe “alive”": the mention between two quotations that has no verb of its own."""
    k = finder.where.token - 1
    k -= finder.tags[k] == ","
    a, _ = finder.tokens.sentences[finder.where.sentence]
    if finder.tags.find("Q", a, k) < 0:
        return -1
    index = next((i for i in finder.resolver.mentions_in(finder.where.sentence) if finder.mentions[i].last == k), -1)
    if index < 0:
        return -1
    before = finder.mentions[index].first
    joint = finder.tags[finder.tags.rfind("Q", a, before) + 1 : before].strip(",")
    named = finder.mentions[index].kind == "name"
    return index if joint == ";" or (joint == "C" and named) else -1


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
    if finder.tags[start] != "I" or not language.has("comparatives", finder.tokens.lower[start]):
        return []
    behind = (c for c in here if c.cued and c.reach[0] == "a")
    return [c for c in behind if _ONE_SUBJECT.fullmatch(finder.tags, start + 1, c.verb)]


def closed_by(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """ "…", so Lee: the one that a closing word names right behind the quotation."""
    language, lower = finder.resolver.language, finder.tokens.lower
    if not language.does("subject_follows"):
        return []
    closing = language.words["closing_sources"]
    behind = (c for c in here if c.reach.startswith("a:source:adj") and c.predicate is not None)
    return [c for c in behind if c.predicate is not None and lower[c.predicate.verb] in closing]


def dropped(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """ "Lee calló. «No», dijo ante Roe.": the subject of the sentence before, left out behind the marks."""
    if not finder.resolver.language.does("drops_subjects"):
        return []
    sentences, here_in = finder.tokens.sentences, finder.where.sentence
    a, _ = sentences[here_in]
    left_out = [c for c in here if c.reach.startswith("x:say:adj") and finder.mentions[c.mention].last < a]
    if not left_out:
        return []
    openings = {sentences[s][0] for s in range(max(here_in - _SINCE, 0), here_in)}
    last = max(c.mention for c in left_out)
    since = range(last + 1, finder.resolver.begins[here_in])
    opened = [i for i in since if _opens(finder, finder.mentions[i], openings)]
    return [Candidate(opened[-1], c.predicate, c.groups) for c in left_out] if opened else left_out


def unfilled(finder: Finder) -> bool:
    """ "«No», dijo.": a verb of speech right behind the marks whose subject is left out, whoever that is."""
    behind = finder.where.stop + (finder.tags[finder.where.stop] == ",")
    cues = (p for p in finder.predicates[finder.where.sentence] if p.subject < 0 and p.group == "say")
    drops = finder.resolver.language.does("drops_subjects")
    return drops and any(
        p.verb == behind or finder.tags[behind : p.verb].strip("XM") == "" for p in cues if p.verb >= behind
    )


def summed(finder: Finder) -> list[Candidate]:
    """ "«No sabía nada». Lo ha dicho Ada Lee.": who is said to have said it in a sentence that opens with a pronoun
    for what stands before it."""
    following, where, words = finder.where.sentence + 1, finder.where, finder.resolver.language.words
    sentences = finder.tokens.sentences
    if following >= len(sentences) or where.position != "solo" or not where.whole:
        return []
    a, told = sentences[following][0], finder.predicates[following][:1]
    if finder.tokens.lower[a] not in words["summing_pronouns"] or not told or told[0].group not in ("say", "tell"):
        return []
    apart = finder.tokens.paragraph_of[following] != where.paragraph
    if apart or not told[0].inverted or told[0].subject < 0 or finder.tags[a + 1 : told[0].verb].strip("X"):
        return []
    return [c for c in finder.near(following, "next") if c.mention == told[0].subject]


def introduced(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """ "Lee asiente: «…»": who opens a sentence that leads to a colon, where no verb of speech stands before it."""
    language, token = finder.resolver.language, finder.where.token
    plain = language.does("cue_in_marks") and finder.tags[token - 1] == ":"
    a, _ = finder.tokens.sentences[finder.where.sentence]
    if not plain or token - a > _SHORT or any(c.cued for c in here):
        return []
    bare = [*here, *finder.bare_in_sentence()]
    opening = (c for c in bare if c.mention >= 0 and _opens(finder, finder.mentions[c.mention], {a}))
    return list(opening)[:1]


def led(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """ "Lee is sure that it will rise: “…”": who opens a sentence that leads to a colon, where no cue does; else, in
    "The flood does not surprise the surveyor Ann Lee: “…”", the name right before the colon."""
    language, token = finder.resolver.language, finder.where.token
    before = [p for p in finder.predicates[finder.where.sentence] if p.verb < token]
    plain = not (language.does("subject_follows") or language.does("verb_second"))
    if (
        not plain
        or finder.tags[token - 1] != ":"
        or any(c.cued for c in here)
        or any(p.group == "noun" for p in before)
    ):
        return []
    subjects = [p.subject for p in before if p.subject >= 0 and not p.participle]
    if not subjects:
        return []
    joined = [i for i in subjects if finder.tags[finder.opening(finder.mentions[i].first)] in "C;"]
    first = (joined or subjects[:1])[-1]  # "Roe laughed, but Lee is sure: “…”"
    opening = finder.mentions[first]
    if _is_somebody(finder, first):
        return [c for c in here if c.mention == first]
    if opening.kind == "nominal" and finder.tags[opening.last] != "R":
        named = [c for c in finder.bare_in_sentence() if finder.mentions[c.mention].last == token - 2]
        return [c for c in named if _is_somebody(finder, c.mention)]
    return []


def meant(finder: Finder, here: list[Candidate]) -> list[Candidate]:
    """ "To Lee, it means “all of us.”": to whom something is what the marks say, where no cue says it."""
    a, _ = finder.tokens.sentences[finder.where.sentence]
    views = finder.resolver.language.words["view_prepositions"]
    if finder.tokens.lower[a] not in views or any(c.cued for c in here) or finder.where.position == "solo":
        return []
    index = next(iter(finder.resolver.mentions_in(finder.where.sentence)), -1)
    if index < 0 or finder.mentions[index].first != a + 1 or not _is_somebody(finder, index):
        return []
    if finder.tags[finder.mentions[index].last + 1] != "," or finder.mentions[index].first > finder.where.token:
        return []
    return [c for c in (*here, *finder.bare_in_sentence()) if c.mention == index]


def _is_somebody(finder: Finder, index: int) -> bool:
    """Whether a mention is the name of a person, or "he", "she", "I", "we" or "they"."""
    mention = finder.mentions[index]
    if mention.kind == "pronoun":
        return mention.pronoun in _PERSONS
    entity = finder.resolver.entity_of[index]
    return entity >= 0 and finder.resolver.people.is_person(entity)


def _opens(finder: Finder, mention: Mention, openings: set[int]) -> bool:
    """ "El portero Ada Lee asumió …": whether a name is the first thing in one of the sentences that begin there."""
    first = mention.first
    while first not in openings and finder.tags[first - 1] in "DRTa":
        first -= 1
    return mention.kind == "name" and first in openings
