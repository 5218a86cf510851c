"""What a page says of itself: found by trafilatura, and kept where we can tell from which part of the page it comes.

trafilatura gives a date for almost any page, if need be from a link or a picture's name. A wrong date is worse than
none: a date counts only where the page calls it that of its publication.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from trafilatura.metadata import extract_metadata

from quotetrace.lang import detect
from quotetrace.read import dates
from quotetrace.read.facts import Fact, host, original

if TYPE_CHECKING:
    from lxml.html import HtmlElement

DATES = {"original_date": True, "extensive_search": False, "max_date": "2999-12-31", "outputformat": "%Y-%m-%d"}
PUBLISHED = ("datePublished", "dateCreated", "uploadDate")
_PAGE = "page"  # the origin of what no part says that we know
_PARTS = re.compile(" (?:[|·:–—-]|--|::) ")  # "The dam holds | Tarn Lantern"
_MOTTO = re.compile(" ([|~·:–—-]) ")  # "Tarn Lantern | News from the valley"
_MOTTO_BLANKS = 3
_FRONT = frozenset({"home", "news", "homepage", "welcome"})
_NETWORKS = frozenset(
    {"facebook.com", "twitter.com", "x.com", "instagram.com", "youtube.com", "linkedin.com", "web.archive.org"}
)
"""Sites that hold pages of outlets; their name is no outlet's."""
_SAVED_FROM = re.compile(r"<!-- ?saved from url=\(\d{1,5}\)(https?://[^\s>]{1,2000})")
_SINGLE_FILE = re.compile(r"<!--\s{0,9}Page saved with SingleFile\s{1,9}url: (https?://[^\s>]{1,2000})")
_COMMENT = 4096
"""Characters in which a browser's comment on where it saved the page from stands."""


def page_facts(tree: "HtmlElement", text: str, url: Fact | None) -> dict[str, Fact]:
    """Outlet, date, title and address of a page, each with the part of the page that says so.

    ``text`` is the page as it stands, ``url`` where it is known to be from.
    """
    known = extract_metadata(tree, url.value if url else None, dict(DATES))
    data, metas = list(_json_ld(tree)), list(_metas(tree))
    facts = {}
    publisher = next((text for key, text in data if key == "publisher.name"), None)
    site = known.sitename if known.sitename != known.hostname else None
    if site and site == known.title and _origin(site, data, metas) == _PAGE:
        site = None  # a piece of the title with a stop in it, taken for an address
    outlet = _house(site) or _house(publisher)
    for field, value in (("outlet", outlet), ("title", _without(outlet, known.title))):
        if value:
            facts[field] = Fact(value, _origin(value, data, metas))
    if date := _published(known.date, data, metas, tree, known.url):
        facts["published"] = date
    if address := url or _saved_from(text) or (Fact(known.url, _PAGE) if known.url and host(known.url) else None):
        facts["url"] = Fact(original(address.value), address.origin)
    return facts


def language(declared: str | None, text: str) -> dict[str, Fact]:
    """The language that a page declares, unless the words of its article are plainly of another: templates are copied.

    >>> language("de-AT", "Am Montag fuhr sie."), language("en", "Der Hafen ist zu, und das ist nicht gut, sagte er.")
    ({'language': Fact(value='de', origin='html lang')}, {})
    """
    code = str(declared or "").split("-")[0].split("_")[0].lower()
    agrees = code.isalpha() and detect(text, code) == code
    return {"language": Fact(code, "html lang")} if agrees else {}


def _house(name: str | None) -> str | None:
    """The outlet in what a page calls its site: less what the site says of itself, the host of an address.

    >>> _house("Tarn Lantern | News and weather from the valley")
    'Tarn Lantern'
    >>> _house("https://www.facebook.com/tarnlantern") is None
    True
    """
    if not name:
        return None
    address = host(name)
    if (address or name.lower()) in _NETWORKS:
        return None
    if address:
        return address
    motto = _MOTTO.search(name)
    own = name[: motto.start()].strip() if motto else ""
    aside = motto is not None and (motto[1] in "|~·" or name.count(" ", motto.end()) >= _MOTTO_BLANKS)
    return own if own and aside and own.lower() not in _FRONT else name


def _without(outlet: str | None, title: str | None) -> str | None:
    """The title without the name of the site behind it, "| Tarn Lantern" or "- Tarn Lantern Politics"."""
    last = max(_PARTS.finditer(title or ""), key=lambda part: part.start(), default=None)
    if title and outlet and last and title[last.end() :].lower().startswith(outlet.lower()):
        return title[: last.start()].rstrip()
    return title


def _origin(value: str, data: list[tuple[str, str]], metas: list[tuple[str, str]]) -> str:
    """The part of the page that holds ``value``."""
    if any(value in text for _, text in data):
        return "JSON-LD"
    return next((f"meta {name}" for name, content in metas if value in content), _PAGE)


def _published(
    date: str | None, data: list[tuple[str, str]], metas: list[tuple[str, str]], tree: "HtmlElement", url: str | None
) -> Fact | None:
    """``date``, as precise as the part of the page that names it; None where none names it as that of publication."""
    if not date:
        return None
    said = [
        *((text, "JSON-LD") for key, text in data if key in PUBLISHED),
        *((content, f"meta {name}") for name, content in metas if "modif" not in name and "updat" not in name),
        *((time.get("datetime"), "time element") for time in tree.iter("time") if "modif" not in str(time.attrib)),
    ]
    for written, origin in said:
        iso = dates.parse(written or "")
        if iso == date or (iso and dates.refines(iso, date)):
            return Fact(iso, origin)
    in_address = url and date.replace("-", "") in re.sub(r"\D", "", url)
    return Fact(date, "url") if in_address else None


def _saved_from(text: str) -> Fact | None:
    """The address that a browser wrote into the page as it saved it."""
    match = _SAVED_FROM.search(text, 0, _COMMENT) or _SINGLE_FILE.search(text, 0, _COMMENT)
    return Fact(match.group(1), "saved from") if match else None


def _metas(tree: "HtmlElement") -> Iterator[tuple[str, str]]:
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and meta.get("content"):
            yield str(name).lower(), str(meta.get("content"))


def _json_ld(tree: "HtmlElement") -> Iterator[tuple[str, str]]:
    """Every string in the page's JSON-LD with the key it stands under; a name with what it is the name of."""
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            try:
                yield from _strings(json.loads(script.text or "null"))
            except (ValueError, RecursionError):
                continue


def _strings(value: Any) -> Iterator[tuple[str, str]]:
    stack: list[tuple[str, Any]] = [("", value)]
    while stack:
        key, item = stack.pop()
        if isinstance(item, str):
            yield key, item
        elif isinstance(item, Mapping):
            stack += [(f"{key}.name" if name == "name" else str(name), inner) for name, inner in item.items()]
        elif isinstance(item, list):
            stack += [(key, inner) for inner in item]
