"""One token of a text → its folded words: case, contractions, numbers, spellings. Pure."""

import re
import unicodedata
from functools import lru_cache

from quotetrace.text.hidden import plain


def listed(text: str) -> tuple[str, ...]:
    """The words of a list that is written with spaces."""
    return tuple(text.split())


DIGITS = {
    word: str(number)
    for number, word in enumerate(
        listed(
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
IS_AFTER = frozenset(listed("it he she that there here what who where how this"))
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
MASKED = listed(
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
    key = plain(unicodedata.normalize("NFKC", token).casefold())
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
