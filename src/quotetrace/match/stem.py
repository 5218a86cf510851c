"""A light English stemmer: enough that two translations of one statement share their rare words."""

import re
from functools import lru_cache

IRREGULAR = {
    form: base
    for base, forms in {
        "be": "am is are was were been being",
        "have": "has had having",
        "do": "does did done doing",
        "say": "said",
        "go": "went gone",
        "make": "made making makes",
        "get": "got gotten",
        "take": "took taken taking",
        "come": "came coming",
        "give": "gave given giving",
        "know": "knew known",
        "see": "saw seen",
        "think": "thought",
        "tell": "told",
        "find": "found",
        "keep": "kept",
        "hold": "held",
        "bring": "brought",
        "buy": "bought",
        "build": "built",
        "begin": "began begun",
        "become": "became",
        "fall": "fell fallen",
        "feel": "felt",
        "fight": "fought",
        "grow": "grew grown",
        "hear": "heard",
        "lead": "led",
        "lose": "lost losing",
        "mean": "meant",
        "meet": "met",
        "pay": "paid",
        "rise": "rose risen rising",
        "run": "ran",
        "sell": "sold",
        "send": "sent",
        "speak": "spoke spoken",
        "spend": "spent",
        "stand": "stood",
        "teach": "taught",
        "win": "won",
        "write": "wrote written writing",
        "break": "broke broken",
        "choose": "chose chosen choosing",
        "drive": "drove driven driving",
        "eat": "ate eaten",
        "die": "died dying",
        "lie": "lied lying",
        "man": "men",
        "woman": "women",
        "child": "children",
        "foot": "feet",
        "wife": "wives",
        "life": "lives",
    }.items()
    for form in forms.split()
}
ENDINGS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=\w\w)ies$|(?<=\w\w)ied$"), "y"),
    (re.compile(r"(?<=[sxz])es$|(?<=[cs]h)es$"), ""),
    (re.compile(r"(?<=\w\w[^sui])s$"), ""),
    (re.compile(r"(?<=[aeiouy]\w)(?:ed|ing)$|(?<=[aeiouy]\w\w)(?:ed|ing)$|(?<=[aeiouy]\w\w\w)(?:ed|ing)$"), ""),
    (re.compile(r"(?<=\w\w\w)(?:ly|ness|ment)$"), ""),
)
DOUBLED = re.compile(r"([bdgmnprt])\1$")


@lru_cache(maxsize=1 << 17)
def stem(key: str) -> str:
    """The stem of a folded word; words of three letters and fewer, and numbers, stay.

    >>> [stem(word) for word in ("cities", "stopped", "making", "responsibly", "said", "bus")]
    ['cit', 'stop', 'mak', 'responsib', 'say', 'bus']
    """
    key = IRREGULAR.get(key, key)
    if len(key) <= 3 or key[0].isdigit():
        return key
    for pattern, instead in ENDINGS:
        shorter = pattern.sub(instead, key)
        if shorter != key and len(shorter) >= 3:
            key = DOUBLED.sub(r"\1", shorter)
    return key[:-1] if len(key) > 3 and key[-1] in "ey" else key
