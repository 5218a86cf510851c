"""Words of a text folded for comparison, each with its offsets, and the alignment of two lists of words. Pure."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from rapidfuzz.distance import LCSseq
from rapidfuzz.fuzz import ratio

from quotetrace.models import Block

LETTER = r"[^\W\d_]"
TOKEN = re.compile(
    rf"""
      (?i:twent|thirt|fort|fift|sixt|sevent|eight|ninet)y[-‐‑\ ](?:one|two|three|four|five|six|seven|eight|nine)\b
    | (?i:per\ cent)\b
    | (?:{LETTER}\.){{2,12}}(?:{LETTER}\b)?      # F.B.I.  O.K.
    | \d+(?:[.,]\d+)*                            # 2.6  275,000
    | {LETTER}+(?:\*+{LETTER}*|['’ʼ]{LETTER}+)*  # word  can't  f***ing
    | [&%]
    """,
    re.VERBOSE,
)
CUT = re.compile(r"[\[(]\s{0,2}(?:\.{3,4}|…)\s{0,2}[\])]|\.{3,4}|…|\.\ \.\ \.(?:\ \.)?")
BRACKET = re.compile(r"\[[^\[\]]{1,120}\]|\([^()]{1,60}\)")


class Word(NamedTuple):
    """One folded word and where it stands: half-open ``[start, end)``. Words of one contraction share a place."""

    key: str
    start: int
    end: int


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split())


DIGITS = {
    word: str(number)
    for number, word in enumerate(
        _listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen twenty"
        )
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90"}

WHOLE: dict[str, tuple[str, ...]] = {
    "&": ("and",),
    "%": ("percent",),
    "per cent": ("percent",),
    "okay": ("ok",),
    "into": ("in", "to"),
    "onto": ("on", "to"),
    "cannot": ("can", "not"),
    "can't": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
    "let's": ("let", "us"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
    "'em": ("them",),
    "y'all": ("you", "all"),
}
IS_AFTER = frozenset(_listed("it he she that there here what who where how this"))
ENDINGS = (("n't", "not"), ("'ll", "will"), ("'re", "are"), ("'ve", "have"), ("'d", "would"), ("'m", "am"))

AMERICAN = {
    "grey": "gray",
    "programme": "program",
    "programmes": "programs",
    "whilst": "while",
    "towards": "toward",
    "amongst": "among",
    "afterwards": "afterward",
    "defence": "defense",
    "offence": "offense",
    "licence": "license",
    "pretence": "pretense",
    "practise": "practice",
    "cheque": "check",
    "tyre": "tire",
    "tyres": "tires",
    "storey": "story",
    "sceptical": "skeptical",
    "sceptic": "skeptic",
    "aluminium": "aluminum",
    "judgement": "judgment",
    "ageing": "aging",
    "mum": "mom",
    "learnt": "learned",
    "burnt": "burned",
    "spelt": "spelled",
}
SPELLINGS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"^((?:dis|un|mis)?(?:col|fav|hon|lab|neighb|behavi|hum|rum|harb|endeav|vig|arm|sav|val|splend))our"
        ),
        r"\1or",
    ),
    (re.compile(r"^(\w{3,24})is(e|ed|es|ing|ation|ations|er|ers)$"), r"\1iz\2"),
    (re.compile(r"^(\w{2,24})ys(e|ed|es|ing)$"), r"\1yz\2"),
    (re.compile(r"^(cent|theat|met|kilomet|lit|fib|calib|spect)re(s?)$"), r"\1er\2"),
    (re.compile(r"^(\w{0,24}[aeiou]\w{0,8}[aeiou])ll(ed|ing|er|ers)$"), r"\1l\2"),
    (re.compile(r"^(\w{3,24})ogue(s?)$"), r"\1og\2"),
)
MASKED = _listed(
    "fuck fucking fucked fucker fuckers motherfucker motherfuckers shit shitty shithole shitholes bullshit ass asses "
    "asshole assholes bitch bitches bastard bastards cunt dick piss pissed crap damn goddamn goddamned pussy whore"
)


def _unmask(key: str) -> str:
    """The swear word whose letters the stars of ``key`` hide; ``key`` itself when none fits.

    >>> _unmask("f***ing"), _unmask("b*zz")
    ('fucking', 'b*zz')
    """
    if len(key) > 16:
        return key
    shape = re.compile("".join("[a-z]{1,8}" if "*" in part else part for part in re.split(r"(\*+)", key)))
    fitting = [word for word in MASKED if shape.fullmatch(word)]
    return min(fitting, key=lambda word: (abs(len(word) - len(key)), word), default=key)


def _spell(key: str) -> str:
    """American spelling of a folded word, so that both spellings are one word."""
    if key in AMERICAN:
        return AMERICAN[key]
    for pattern, instead in SPELLINGS:
        if pattern.match(key):
            key = pattern.sub(instead, key)
    return key


def _apostrophe(key: str) -> tuple[str, ...] | None:
    """The words of a contraction; a possessive loses its ending; None when it is neither."""
    for ending, word in ENDINGS:
        if key.endswith(ending) and len(key) > len(ending):
            return (_spell(key[: -len(ending)]), word)
    stem, mark, rest = key.rpartition("'")
    if mark and rest == "s":
        return (stem, "is") if stem in IS_AFTER else (_spell(stem),)
    return None


@lru_cache(maxsize=1 << 17)
def keys(token: str) -> tuple[str, ...]:
    """The folded words of one token: usually one, two for a contraction.

    >>> keys("Can’t"), keys("F.B.I."), keys("labour"), keys("twenty-five")
    (('can', 'not'), ('fbi',), ('labor',), ('25',))
    """
    key = unicodedata.normalize("NFKC", token).casefold().replace("’", "'").replace("ʼ", "'")
    if key in WHOLE:
        return WHOLE[key]
    if key in DIGITS:
        return (DIGITS[key],)
    if key[0].isdigit():
        return (key.replace(",", ""),)
    if "." in key:
        return (key.replace(".", ""),)
    if "*" in key:
        return (_unmask(key),)
    tens, _, unit = key.replace("‐", "-").replace("‑", "-").replace(" ", "-").partition("-")
    if unit:
        return (DIGITS[tens][0] + DIGITS[unit],)
    return (_apostrophe(key) if "'" in key else None) or (_spell(key),)


def words(text: str, offset: int = 0) -> tuple[Word, ...]:
    """The folded words of ``text`` with their places, counted from ``offset``; may be empty.

    >>> words("It can’t!", 10)
    (Word(key='it', start=10, end=12), Word(key='can', start=13, end=18), Word(key='not', start=13, end=18))
    """
    return tuple(
        Word(key, offset + found.start(), offset + found.end())
        for found in TOKEN.finditer(text)
        for key in keys(found[0])
    )


def fold(text: str) -> tuple[str, ...]:
    """The folded words of ``text`` without places: ``tuple(word.key for word in words(text))``, but faster.

    >>> fold("The F.B.I. won't pay 2.6million") == fold("the FBI will not pay 2.6 million")
    True
    """
    found = [_folded(chunk) if len(chunk) <= LONGEST_CHUNK else _refolded(chunk) for chunk in text.split()]
    if None in found:
        return _refolded(text)
    return tuple(chain.from_iterable(found))  # type: ignore[arg-type]


LONGEST_CHUNK = 40  # characters between two spaces beyond which nothing is kept for the next time
TENS = "|".join(word for word, digits in DIGITS.items() if len(digits) > 1 and word.endswith("ty"))
OPEN = re.compile(rf"(?<!{LETTER})(?:per|{TENS})$", re.IGNORECASE)


def folded_chunk(chunk: str) -> tuple[str, ...] | None:
    """The folded words of what stands between two spaces; None where the last may go on after the space.

    >>> folded_chunk("can’t,"), folded_chunk("…"), folded_chunk("per")
    (('can', 'not'), (), None)
    """
    if OPEN.search(chunk):
        return None
    bare = chunk.rstrip(".,;:!?")
    return keys(bare) if bare.isalpha() else _refolded(chunk)


_folded = lru_cache(maxsize=1 << 16)(folded_chunk)


def _refolded(text: str) -> tuple[str, ...]:
    return tuple(key for token in TOKEN.findall(text) for key in keys(token))


def cuts(text: str) -> tuple[int, ...]:
    """Where ``text`` says that words were left out: the offset of each ellipsis, "…", "...", "[...]" or ". . .".

    >>> cuts("We will … not [...] yield")
    (8, 14)
    """
    return tuple(found.start() for found in CUT.finditer(text))


def brackets(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of an editor's words in brackets: "[the government]", "(local)"; a bracketed ellipsis is none.

    >>> brackets("They [the mayors] will not […] yield")
    ((5, 17),)
    """
    return tuple(found.span() for found in BRACKET.finditer(text) if not CUT.fullmatch(found[0]))


def align(a: Sequence[str], b: Sequence[str], light: Sequence[bool] = ()) -> tuple[Block, ...]:
    """How list ``a`` becomes list ``b``: equal, replaced, inserted, deleted and moved runs, in the order of ``a``.

    The longest common subsequence decides; a lone word in common that is ``light`` in ``a`` ("the", "of") between two
    differences counts as part of them, and a deleted run of three words or more that was inserted elsewhere is moved.
    The blocks cover both lists without overlap; equal blocks run forward on both sides.

    >>> [tuple(block) for block in align(("we", "will", "yield"), ("we", "never", "yield", "again"))]
    [('equal', 0, 1, 0, 1), ('replace', 1, 2, 1, 2), ('equal', 2, 3, 2, 3), ('insert', 3, 3, 3, 4)]
    """
    return _moved(fill(common_runs(a, b, light), len(a), len(b)), a, b)


Run = tuple[int, int, int, int]
MOVED = 3  # words from which a run that was dropped and put in elsewhere was moved


def common_runs(a: Sequence[str], b: Sequence[str], light: Sequence[bool] | bytes = ()) -> list[Run]:
    """The equal blocks of `align`: first word and the one after the last, in both.

    >>> common_runs(("we", "will", "yield"), ("we", "never", "yield", "again"))
    [(0, 1, 0, 1), (2, 3, 2, 3)]
    """
    blocks = LCSseq.editops(a, b).as_matching_blocks()
    common = [(x.a, x.a + x.size, x.b, x.b + x.size) for x in blocks if x.size]
    return _firm(_slid(common, a, b), light) if len(common) > 1 or light else common


def _firm(common: list[Run], light: Sequence[bool] | bytes) -> list[Run]:
    """The common runs without those that are a lone light word with a difference on either hand."""
    if not any(light):
        return common
    firm: list[Run] = []
    for i, run in enumerate(common):
        lone = run[1] - run[0] == 1 and light[run[0]]
        before = common[i - 1] if i else (0, 0, 0, 0)
        gap = max(run[0] - before[1], run[2] - before[3])
        if not lone or gap == 0:
            firm.append(run)
            continue
        after = common[i + 1] if i + 1 < len(common) else None
        if after and max(after[0] - run[1], after[2] - run[3]) <= 1 and gap <= 1:
            firm.append(run)
    return firm


def _slid(common: list[Run], a: Sequence[str], b: Sequence[str]) -> list[Run]:
    """The common runs, each joined to the next where its words stand before the next as well.

    "I like it, I like it here" / "I like it here": the words in common are the last four, not three and one.
    """
    slid: list[Run] = []
    for run in reversed(common):
        if slid:
            a_from, a_to, b_from, b_to = slid[-1]
            size = run[1] - run[0]
            again = a[a_from - size : a_from] == a[run[0] : run[1]], b[b_from - size : b_from] == b[run[2] : run[3]]
            if all(again) and (run[1] == a_from or run[3] == b_from):
                slid[-1] = (a_from - size, a_to, b_from - size, b_to)
                continue
        slid.append(run)
    return slid[::-1]


def fill(common: list[Run], a_end: int, b_end: int) -> list[Block]:
    """Blocks that cover both lists, made from the runs they have in common."""
    blocks: list[Block] = []
    i = j = 0
    for a_from, a_to, b_from, b_to in [*common, (a_end, a_end, b_end, b_end)]:
        if i < a_from or j < b_from:
            if i < a_from and j < b_from:
                blocks.append(Block("replace", i, a_from, j, b_from))
            else:
                blocks.append(Block("delete" if i < a_from else "insert", i, a_from, j, b_from))
        if a_from < a_to:
            blocks.append(Block("equal", a_from, a_to, b_from, b_to))
        i, j = a_to, b_to
    return blocks


def _moved(blocks: list[Block], a: Sequence[str], b: Sequence[str]) -> tuple[Block, ...]:
    """The blocks, with a run that was dropped in one place and put in at another as one ``move``."""
    if not any(block.op == "delete" and block.a_to - block.a_from >= MOVED for block in blocks):
        return tuple(blocks)
    inserted = {tuple(b[x.b_from : x.b_to]): x for x in blocks if x.op == "insert" and x.b_to - x.b_from >= MOVED}
    moved: list[Block] = []
    gone: set[Block] = set()
    for block in blocks:
        there = inserted.pop(tuple(a[block.a_from : block.a_to]), None) if block.op == "delete" else None
        moved.append(Block("move", block.a_from, block.a_to, there.b_from, there.b_to) if there else block)
        if there:
            gone.add(there)
    return tuple(block for block in moved if block not in gone)


SPELLING = 85  # rapidfuzz ratio from which two longer words are spellings of one name
NAME_PARTICLES = frozenset(_listed("jr sr ii iii iv phd md of the and for a an in on at to s mr mrs ms dr"))


@lru_cache(maxsize=1 << 15)
def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name that tell it from others: without "of", "the", "Mr", "Jr".

    >>> name_words("Dr Anna Varga of the Board")
    ('anna', 'varga', 'board')
    """
    return tuple(key for key in fold(name) if key not in NAME_PARTICLES)


def same_name(a: str | None, b: str | None) -> bool | None:
    """True if two names agree, False if they contradict each other, None where one is unknown.

    They agree when the words of one are all in the other, give or take a letter, or when they share the last word and
    one first name is the initial of the other.

    >>> same_name("Anna Varga", "Mr Varga"), same_name("Anna Varga", "Peter Varga"), same_name("A. Varga", "Anna Varga")
    (True, False, True)
    """
    if a and a == b:
        return True
    one, other = name_words(a or ""), name_words(b or "")
    if not one or not other:
        return None
    short, long = sorted((one, other), key=len)
    if all(any(_same_word(word, there) for there in long) for word in short):
        return True
    return _same_word(one[-1], other[-1]) and one[0][0] == other[0][0] and 1 in (len(one[0]), len(other[0]))


def _same_word(one: str, other: str) -> bool:
    """Whether two words of names are one, or two spellings of one: "Vincente" and "Vicente"."""
    return one == other or (min(len(one), len(other)) > 4 and ratio(one, other) > SPELLING)
