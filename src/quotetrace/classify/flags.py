"""Warnings that the meaning may have changed, each a rule that names the words which raise it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from quotetrace.classify.view import Difference, Text, View
from quotetrace.lang import everywhere, modals
from quotetrace.models import Relation, Span
from quotetrace.text import Word, fold, same_name

Sides = tuple[str, str]  # the words of either side that raise a flag; "" where it has none
Rule = Callable[[View, Relation], Sides | None]

BACKSHIFT = {"would": "will", "could": "can"}  # what reported speech makes of a modal
FILLERS = frozenset({"uh", "um", "er", "ah", "oh", "well", "so", "and", "but", "now", "very", "really", "just", "too"})
SOUNDS = str.maketrans({"q": "k", "c": "k", "g": "k", "z": "s", "v": "f"})
SAME_WORDING: tuple[Relation, ...] = ("verbatim", "excerpt", "edited")
SENTENCE = 4  # words from which what was dropped can be a statement of its own
ALIKE = 85  # rapidfuzz ratio from which two names are two spellings


def _inside(view: View, side: Text) -> tuple[Word, ...]:
    """The words of the stretch, with those that differ at its ends, without clauses that only one side has."""
    spans = [(d, span) for d in view.differences if (span := d.row.a if side is view.a else d.row.b)]
    kept, left_out = ([span for d, span in spans if _is_clause_cut(d) is cut] for cut in (False, True))
    return tuple(
        word
        for word in side.words
        if (side.stretch.start <= word.start < side.stretch.end or any(s.start <= word.start < s.end for s in kept))
        and not any(s.start <= word.start < s.end for s in left_out)
    )


def _is_clause_cut(difference: Difference) -> bool:
    """Whether one side has so many words more that they can be a clause of their own: a cut, marked or silent."""
    return not (difference.a and difference.b) and len(difference.a + difference.b) >= SENTENCE


def _both(one: Iterable[str], other: Iterable[str]) -> Sides:
    return " ".join(one), " ".join(other)


def negation(view: View, relation: Relation) -> Sides | None:
    """An odd number of negations is on one side only; in other words, all of them are on one side.

    A cue that denies is one more: "he denied that he was paid".
    """
    here, there = (
        [*_denial(x), *(word.key for word in _inside(view, x) if _denies(x, word))] for x in (view.a, view.b)
    )
    if len(here) % 2 != len(there) % 2 and (relation in SAME_WORDING or not (here and there)):
        return _both(_rest(here, there), _rest(there, here))
    lost = _cut_negation(view.a, view.b), _cut_negation(view.b, view.a)
    return _both(*lost) if any(lost) else None


def _denial(text: Text) -> list[str]:
    """The word of the cue that denies what stands without marks; what somebody says in marks is what he says."""
    quote = text.side.quote
    return [key for key in fold(quote.cue or "") if key in everywhere("denying_cues")] if quote.kind != "direct" else []


def _denies(text: Text, word: Word) -> bool:
    """Whether a word denies the statement: not the "no" of an answer ("No, I meant …"), nor that of "not only"."""
    if word.key not in everywhere("negations") or (word.key == "no" and text.follows(word).startswith(",")):
        return False
    if word.key == "non" and text.follows(word).startswith("-"):
        return False
    return next((x.key for x in text.words if x.start > word.start), "") not in everywhere("restrictives")


def _cut_negation(longer: Text, shorter: Text) -> list[str]:
    """A negation right before the words that an excerpt begins with: "never a hero" → "a hero"."""
    before = [word for word in longer.words if word.end <= longer.stretch.start][-3:]
    starts_here = shorter.stretch.start <= shorter.words[0].start
    if not before or not starts_here or shorter.side.quote.kind == "mixed":
        return []
    if longer.ends_sentence(before[0].end, longer.stretch.start):
        return []
    return [word.key for word in before if _denies(longer, word)]


def number(view: View, relation: Relation) -> Sides | None:
    """A figure differs: one in the place of another, or on one side of a replacement only."""
    for difference in view.differences:
        here, there = ([key for key in keys if key[0].isdigit()] for keys in (difference.a, difference.b))
        here, there = _rest(here, there), _rest(there, here)
        if difference.row.op == "replace" and _figures(here, there):
            return _both(here, there)
    return None


def _rest(one: list[str], other: list[str]) -> list[str]:
    return list((Counter(one) - Counter(other)).elements())


def _figures(here: list[str], there: list[str]) -> bool:
    """Whether they differ by more than a "one", which is as often a pronoun."""
    return bool(here and there) or any(key != "1" for key in here + there)


def name(view: View, relation: Relation) -> Sides | None:
    """A name stands in the place of another name."""
    for difference in view.differences:
        if difference.row.op != "replace" or difference.editor:
            continue
        here, there = _names(view.a, difference.row.a), _names(view.b, difference.row.b)
        if here and there and not any(_alike(x, y) for x in here for y in there):
            return _both(here, there)
    return None


def _names(text: Text, span: Span | None) -> list[str]:
    """Words with a capital that does not come from the start of a sentence."""
    found = [word for word in text.at(span) if len(word.key) > 1 and not text.starts_sentence(word)]
    return [printed for word in found if (printed := text.printed(word))[0].isupper() and not printed.startswith("I'")]


def _alike(one: str, other: str) -> bool:
    """Whether two names are spellings, parts or initials of one: "al-Haddafi" and "Gadafi", "UV" and "United"."""
    one, other = _plain(one), _plain(other)
    short = min(len(one), len(other)) <= 3 and one[0] == other[0]
    return short or one in other or other in one or ratio(one, other) >= ALIKE or _bones(one) == _bones(other) != ""


def _plain(name: str) -> str:
    return "".join(x for x in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(x))


def _bones(name: str) -> str:
    """The consonants of a name that stay whoever spells it; nothing when fewer than three are left."""
    bones = re.sub(r"[aeiouyhw\W]", "", name.translate(SOUNDS))
    bones = re.sub(r"(.)\1+", r"\1", bones)
    return bones if len(bones) >= 3 else ""


class Modal(NamedTuple):
    """A modal verb as it was said, and its force."""

    key: str
    force: str


def modal(view: View, relation: Relation) -> Sides | None:
    """A modal verb of another force, or one on one side only; "would" for "will" is how speech is reported."""
    differing = [difference for difference in view.differences if not _is_clause_cut(difference)]
    here = [found for difference in differing for found in _modals(view.a, difference.row.a, relation)]
    there = [found for difference in differing for found in _modals(view.b, difference.row.b, relation)]
    here, there = _of_no_force_in(there, here), _of_no_force_in(here, there)
    if relation in ("rendering", "paraphrase") and not (here and there and _apart(here, there)):
        return None
    return _both((x.key for x in here), (x.key for x in there)) if here or there else None


def _modals(text: Text, span: Span | None, relation: Relation) -> list[Modal]:
    """Those in a span; "in May" and "Will Lund" are names."""
    known = modals()
    words = [word for word in text.at(span) if word.key in known]
    named = [word for word in words if text.printed(word).istitle() and not text.starts_sentence(word)]
    found = [Modal(word.key, known[word.key]) for word in words if word not in named]
    if relation in ("rendering", "paraphrase"):
        return [Modal(key, BACKSHIFT.get(force, force)) for key, force in found]
    return found


def _of_no_force_in(other: Iterable[Modal], one: Iterable[Modal]) -> list[Modal]:
    """Those of ``one`` whose force ``other`` does not have, or not so often."""
    left = Counter(found.force for found in other)
    kept = []
    for found in one:
        if left[found.force]:
            left[found.force] -= 1
        else:
            kept.append(found)
    return kept


def _apart(here: Iterable[Modal], there: Iterable[Modal]) -> bool:
    """Whether the two differ by more than translators do: "may" and "can" are one to them."""
    loose = {"may": "can", "should": "must"}
    one, other = ({loose.get(found.force, found.force) for found in side} for side in (here, there))
    return one != other


def _dropped(view: View, relation: Relation) -> list[tuple[Text, Span, tuple[str, ...]]]:
    """Words that one side has and the other lacks inside the statement, with no cut marked.

    A reporter's own words are cut from nothing.
    """
    if view.indirect:
        return []
    rows = [x for x in view.differences if x.row.op in ("insert", "delete") and not (x.cut or x.editor)]
    sides = [(view.a, x.row.a, x.a) if x.row.a else (view.b, x.row.b, x.b) for x in rows]
    return [(text, span, keys) for text, span, keys in sides if span] if relation in SAME_WORDING else []


def silent_cut(view: View, relation: Relation) -> Sides | None:
    """Words dropped inside the statement with no mark, fillers and stutters apart."""
    cut = [
        (text, span)
        for text, span, keys in _dropped(view, relation)
        if not FILLERS.issuperset(keys) and not _stutter(text, span)
    ]
    return _printed(view, cut)


def _printed(view: View, places: Iterable[tuple[Text, Span]]) -> Sides | None:
    """What stands at some places, side by side, with "…" between places that lie apart."""
    one, other = (" … ".join(text.enclosed(span) for text, span in places if text is side) for side in (view.a, view.b))
    return (one, other) if one or other else None


def _stutter(text: Text, span: Span) -> bool:
    """Whether the words are said again right before or after; of a contraction the first may be: "that that's"."""
    keys = [word.key for word in text.words]
    places = [i for i, word in enumerate(text.words) if span.start <= word.start < span.end]
    short = len({text.words[i].start for i in places}) == 1
    return any(_again(keys, places[0], size) for size in {len(places), 1 if short else len(places)})


def _again(keys: Sequence[str], first: int, size: int) -> bool:
    last = first + size
    return keys[first:last] in (keys[max(first - size, 0) : first], keys[last : last + size])


def splice(view: View, relation: Relation) -> Sides | None:
    """Two statements run together: a sentence that stood between them was dropped, or they changed places."""
    moved = [x.row for x in view.differences if x.row.op == "move"]
    places = [(text, span) for row in moved for text, span in ((view.a, row.a), (view.b, row.b)) if span]
    places += [
        (text, span)
        for text, span, keys in _dropped(view, relation)
        if len(keys) >= SENTENCE and text.ends_sentence(span.start, span.end + 1)
    ]
    return _printed(view, places)


def speaker(view: View, relation: Relation) -> Sides | None:
    """The two sides name different speakers."""
    here, there = view.pair.a.quote.speaker, view.pair.b.quote.speaker
    return (here or "", there or "") if same_name(here, there) is False else None


def scare_marks(view: View, relation: Relation) -> Sides | None:
    """Words of both sides that stand in marks of their own on one side only; if all do, it is a quote in a quote."""
    if any(side.text != side.quote.text for side in (view.pair.a, view.pair.b)):
        return None  # the marks in a reported clause are those of the quote itself
    here, there = view.a.in_marks(), view.b.in_marks()
    if not here and not there:
        return None
    both = [(a, a in here, b in there) for a, b in view.same()]
    marked = [a.key for a, one, other in both if one != other]
    told = " ".join(dict.fromkeys(marked))
    return (told, told) if told and len(marked) < len(both) else None


FLAGS: tuple[tuple[str, Rule], ...] = (
    ("negation", negation),
    ("number", number),
    ("name", name),
    ("modal", modal),
    ("silent-cut", silent_cut),
    ("splice", splice),
    ("speaker", speaker),
    ("scare-marks", scare_marks),
)
