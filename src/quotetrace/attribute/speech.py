"""Whether a stretch in marks is speech, or only a title, a nickname, a term or irony."""

from quotetrace.attribute.candidates import Candidate, Place
from quotetrace.lang import Language
from quotetrace.models import Extraction


def speech_features(
    extraction: Extraction, where: Place, best: Candidate, confidence: float, language: Language
) -> tuple[str, ...]:
    """What speaks for and against speech: the words inside, the words around, and how sure the speaker is."""
    tokens = extraction.tokens
    stretch = extraction.stretches[tokens.stretch_at[where.token]]
    inner = extraction.text[stretch.start : stretch.end]
    words = inner.split()
    a, b = tokens.sentences[where.sentence]
    before = tokens.tags[where.token - 1] if where.token > a else "^"
    after = tokens.tags[where.stop] if where.stop < b else "$"
    previous = tokens.words[where.token - 1].lower() if where.token > a else "^"
    length = "1" if len(words) == 1 else "2" if len(words) < 4 else "4" if len(words) < 8 else "8"
    case = _case(words)
    predicate = _predicate(best)
    quotes = tokens.tags.count("Q", a, b)
    cues = sum(p.group not in ("other", "thought") for p in extraction.predicates[where.sentence])
    reach = best.features[1] if best.predicate else predicate
    alone = where.position == "solo" and before + after in ("^$", "^.") and tokens.tags[b : b + 1] in "|."
    features = (
        "bias",
        f"len{len(words) if len(words) < 5 else length}",
        f"case:{case}:{length}",
        f"case:{case}:{before}",
        f"{where.position}:{length}",
        f"prev:{before}",
        f"next:{after}",
        f"next:{after}:{length}",
        f"by:{predicate}:{length}",
        f"by:{predicate}:{case}",
        f"reach:{reach}",
        f"sure:{int(confidence * 5)}:{predicate}",
        f"cues{min(cues, 2)}:{length}",
        f"quotes{min(quotes, 3)}",
        f"end:{where.closing if not where.closing.isalnum() else 'a'}",
        f"paragraph{min(where.paragraph, 1)}:{case}",
        f"paragraph{min(where.paragraph, 1)}:{length}:{predicate if reach.endswith('adj') else 'far'}",
        f"first:{_first(words[0], language)}",
        *(f"defect:{d}" for d in stretch.defects),
    )
    if before in "N·" and after == "N" and len(words) < 3:
        features += ("nickname",)
    if alone and case == "title":
        features += ("subhead",)
    if before == "e" and case == "title":
        features += (f"title of a work:{where.position}", f"title of a work:{after}")
    intros = language.words["title_intros"]
    if previous in intros or (
        before == "D" and where.token > a + 1 and tokens.words[where.token - 2].lower() in intros
    ):
        features += ("intro", f"intro:{length}")
    elif before in "IDS":
        features += (f"word:{previous}",)
    return features


def is_label(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """A name that somebody gave, not words that somebody spoke: one of ``LABELS`` knows it."""
    return any(rule(extraction, where, best, language) for rule in LABELS)


def nickname(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """Inside a name: Ann "Bo" Lee."""
    tags, token = extraction.tokens.tags, where.token
    return where.words < 3 and token > 0 and tags[token - 1] in "N·" and tags[token + 1] == "N"


def named_so(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """Right after "dubbed", "titled", "the nickname", with or without an article."""
    tokens = extraction.tokens
    a, _ = tokens.sentences[where.sentence]
    before = where.token - 1
    if before > a and tokens.tags[before] == "D":
        before -= 1
    return before >= a and tokens.words[before].lower() in language.words["labels"]


def subheading(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """Alone on its line, a few words in title case."""
    tokens = extraction.tokens
    a, b = tokens.sentences[where.sentence]
    if where.position != "solo" or where.words > 8 or where.words < 2 or tokens.tags[b : b + 1] != "|":
        return False
    stretch = extraction.stretches[tokens.stretch_at[where.token]]
    return (not a or tokens.tags[a - 1] == "|") and _case(
        extraction.text[stretch.start : stretch.end].split()
    ) == "title"


def in_headline(extraction: Extraction, where: Place, best: Candidate, language: Language) -> bool:
    """One or two words in a headline, with no speech verb, colon or dash right beside them."""
    headline = extraction.article.headline
    start = extraction.tokens.starts[where.token]
    if headline is None or start >= headline.end or where.words > 2 or extraction.field == "title":
        return False
    return best.predicate is None or not best.features[1].endswith(("adj", "adj:", "adj,", "adv"))


LABELS = (nickname, named_so, subheading, in_headline)


def _predicate(best: Candidate) -> str:
    if best.predicate is not None:
        return best.predicate.group
    return "carry" if best.carried else "bare" if best.mention >= 0 else "none"


def _first(word: str, language: Language) -> str:
    letter = language.tags.get(word.lower(), "a")
    return letter if letter in "PDISCXEWV" else "a"


def _case(words: list[str]) -> str:
    """Title: every longer word has a capital; upper, lower, or first: only the first word has one."""
    if all(w.isupper() for w in words):
        return "upper"
    capitals = sum(w[0].isupper() for w in words if len(w) > 3)
    long = sum(w[0].isalpha() for w in words if len(w) > 3)
    if long and capitals == long and (len(words) > 1 or words[0][0].isupper()):
        return "title"
    return "first" if words[0][0].isupper() else "lower"
