"""What the name of a file and the address of a page say: "2016-10-13-courier-bridge.txt", "…/2016/10/13/bridge"."""

import re
from pathlib import PurePath

from quotetrace.read import dates
from quotetrace.read.facts import Fact, Facts, host
from quotetrace.read.words import words

_DATE = re.compile(r"(?<!\d)([12]\d{3})(?:([-_.])(\d\d)\2(\d\d)|(0\d|1[0-2])([0-2]\d|3[01]))(?!\d)")
_HASH = re.compile(r"(?<![^\W_])(?=\d{0,60}[a-f])[0-9a-f]{12,64}(?![^\W_])", re.IGNORECASE)
_URL_DATE = re.compile(
    r"/([12]\d{3})[/-](\d{1,2}|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[/-](\d{1,2})(?!\d)"
)
_SPLIT = re.compile(r"[-_.\s]+")


def from_url(url: str) -> Facts:
    """Outlet (the host) and date of an address."""
    facts = {}
    if name := host(url):
        facts["outlet"] = Fact(name, "url")
    match = _URL_DATE.search(url)
    if match and (date := dates.parse(match[0][1:].replace("/", "-"))):
        facts["published"] = Fact(date, "url")
    return facts


def from_file_name(name: str) -> Facts:
    """Date and outlet of a file name that begins with a date.

    The words after the date are an outlet only where they say so: a known name, or up to a word such as "news" or
    "gazette". A slug such as "bridge-closed" is none: a wrong outlet is worse than none.

    >>> sorted(from_file_name("2031-05-02-port-gazette-bridge-closed.txt").items())  # doctest: +NORMALIZE_WHITESPACE
    [('outlet', Fact(value='Port Gazette', origin='file name')),
     ('published', Fact(value='2031-05-02', origin='file name'))]
    """
    stem = PurePath(name).name.split(".", 1)[0] if "." in name else name
    match = _DATE.search(_HASH.sub(_blank, stem))
    if not match:
        return {}
    facts = {"published": Fact(f"{match[1]}-{match[3] or match[5]}-{match[4] or match[6]}", "file name")}
    for part in (stem[match.end() :], stem[: match.start()]):
        if outlet := _outlet([word for word in _SPLIT.split(part) if word]):
            facts["outlet"] = Fact(outlet, "file name")
            break
    return facts


def _blank(found: re.Match[str]) -> str:
    """As many dots as a hash has figures: those among them that look like a date are none."""
    return "." * len(found.group())


def _outlet(slug: list[str]) -> str | None:
    """The longest beginning of ``slug`` (up to four words) that names an outlet."""
    w = words()
    known = {re.sub(r"[^a-z0-9]+", " ", name.casefold()).strip(): name for name in sorted(w.outlets)}
    for count in range(min(4, len(slug)), 0, -1):
        lowered = " ".join(slug[:count]).casefold()
        if lowered in known:
            return known[lowered]
        last = slug[count - 1].capitalize()
        if count > 1 and (last in w.outlet_words or last in w.outlet_words_after_the):
            return " ".join(word.capitalize() if word.islower() else word for word in slug[:count])
    return None
