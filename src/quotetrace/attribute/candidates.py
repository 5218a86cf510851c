"""Who may have said a quotation: every candidate, nobody and the speaker of the one before among them."""

import re
from collections.abc import Sequence
from typing import Final

from quotetrace.attribute import features, settled
from quotetrace.attribute.around import Finder
from quotetrace.attribute.candidate import SPEECH, Candidate
from quotetrace.attribute.features import size
from quotetrace.attribute.place import Last, Place
from quotetrace.attribute.resolve import Resolver
from quotetrace.attribute.ruled_out import possible
from quotetrace.attribute.running import running
from quotetrace.syntax import Extraction

_LIST: Final = re.compile(r"[,CMDI-]{0,4}")  # "…", "…" and "…"
_BREAKS: Final = 4  # ends of lines between a quotation and what leads to it
_NEARNESS: Final = ("adj", "adv", "that", "gap", "far")  # what stands between a quotation and a verb, best first


def candidates(extraction: Extraction, where: Place, last: Last | None, resolver: Resolver) -> list[Candidate]:
    """All candidates for the quotation at ``where``, nobody first."""
    finder = Finder(extraction, where, last, resolver)
    here = possible(finder, finder.same_sentence())
    finder.own = _own(here)
    nobody = _nobody(extraction, finder)
    interviewed = settled.interviewed(finder)
    if interviewed is not None:
        return [Candidate(interviewed, None, nobody.groups, carried=interviewed >= 0)]
    if finder.unmarked and where.position == "solo" and not (last and last.paragraph == where.paragraph):
        return [nobody]
    if settled.opens_turn(finder):
        return [nobody, *(c for c in here if c.predicate and c.predicate.group == "colon")]
    if settled.cried(finder, here):
        return [nobody]
    quoted = settled.quoted(finder, here) or settled.answered(finder, here) or settled.called(finder, here)
    quoted = quoted or settled.summed(finder)
    if quoted:
        return [nobody, *quoted]
    if settled.labelled(finder):
        return [nobody]
    if last is not None:
        gapped = settled.gapped(finder)
        taking_over = (
            gapped
            if gapped >= 0
            else max(settled.gestured(finder), settled.interjected(finder), settled.replied(finder))
        )
        taking_over = taking_over if taking_over >= 0 else settled.spoken_to(finder)
        if taking_over >= 0:
            like = _carry(finder, last, gapped >= 0)
            cues = [p for p in extraction.predicates[where.sentence] if p.group in SPEECH and p.verb < where.token]
            return [nobody, Candidate(taking_over, cues[-1] if cues else None, like.groups)]
    closed = settled.closed_by(finder, here) or settled.compared(finder, here) or settled.worded(finder, here)
    closed = closed or settled.dropped(finder, here) or settled.introduced(finder, here) or settled.led(finder, here)
    if closed:
        return [nobody, *closed]
    if dashed := finder.dashed():
        return dashed
    meant = settled.meant(finder, here) or settled.owned(finder) or settled.stated(finder, here)
    if meant:
        return meant
    signed = finder.signed() or finder.undersigned()
    if signed:
        return [nobody, *signed]
    going_on = running(extraction, where, resolver.language)
    if going_on is not None and going_on.alone:
        return [Candidate(going_on.mention, None, (going_on.group,), carried=True)]
    found = [nobody, *here, *finder.bare_in_sentence()]
    cued = any(c.predicate is not None and c.predicate.group in SPEECH for c in here)
    if not (cued and len(found) > 2 and (where.position in ("init", "mid") or _is_held(here))):
        unfilled = settled.unfilled(finder)
        found += [c for c in finder.near_sentences() if not (unfilled and c.reach.startswith("next"))]
    if last is not None:
        found.append(_carry(finder, last, cued))
    if going_on is not None:
        found.append(Candidate(going_on.mention, None, (going_on.group,), carried=True))
    return found


def _nobody(extraction: Extraction, finder: Finder) -> Candidate:
    where = finder.where
    cues = sum(p.group in SPEECH for p in extraction.predicates[where.sentence])
    group = features.nobody[finder.model, where.shape, size(where.words), min(cues, 2), finder.last_cue(), finder.own]
    return Candidate(-1, None, (group,))


def _carry(finder: Finder, last: Last, cued: bool) -> Candidate:
    """The speaker of the quotation before goes on."""
    where, tags = finder.where, finder.tags
    distance = where.sentence - last.sentence
    near = f"p{min(where.paragraph - last.paragraph, 3)}s{size(distance)}"
    joint = "apart"
    if not distance:
        gap = tags[last.token + 1 : where.token]
        joint = "list" if _LIST.fullmatch(gap) else "gap" + size(len(gap)) + str("V" in gap or "G" in gap)
    who = finder.resolver.look(last.mention).kind if last.mention >= 0 else "nobody"
    whole = "W" if last.whole else "f"
    cue = "cue" if cued else "nocue"
    group = features.carry[finder.model, near, where.shape, cue, finder.own, whole, who, joint, _led(finder)]
    return Candidate(last.mention, None, (group,), carried=True)


def _led(finder: Finder) -> str:
    """The colon or comma with which the sentence or paragraph before leads to the quotation, else a full stop."""
    if finder.where.position not in ("solo", "init"):
        return "."
    tags, before = finder.tags, finder.tokens.sentences[finder.where.sentence][0] - 1
    stop = max(before - _BREAKS, 0)
    while before > stop and tags[before] == "|":
        before -= 1
    return tags[before] if before >= 0 and tags[before] in ":," else "."


def _is_held(here: Sequence[Candidate]) -> bool:
    """ "with words calling for “…”": whether an -ing form of speech stands right before the marks."""
    beside = (c for c in here if c.cued and c.reach.startswith("b") and c.reach.rsplit(":", 1)[-1][:3] in _NEARNESS[:2])
    return any(c.predicate is not None and c.predicate.participle for c in beside)


def _own(here: Sequence[Candidate]) -> str:
    """How near the verbs of speech in a quotation's own sentence come to it, at best; "none" where none is."""
    spoken = [c for c in here if c.predicate is not None and c.predicate.group in SPEECH]
    if not spoken:
        return "none"
    reaches = [c.reach.rsplit(":", 1)[-1] for c in spoken]
    kinds = {reach.rstrip("0123456789big:,") for reach in reaches}
    return next((kind for kind in _NEARNESS if kind in kinds), "none")
