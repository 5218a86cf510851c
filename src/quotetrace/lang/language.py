"""A language's words, each under the class that the shallow reading of a sentence needs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from quotetrace.errors import QuotetraceError, unknown
from quotetrace.lang.keys import CLASSES, GROUPS, MAPS, SWITCHES, WORD_LISTS


@dataclass(frozen=True, eq=False)
class Language:
    """The data of one language; ``tags`` gives each known lower-case word its class letter.

    Nothing changes them; they are dicts and no mappings since compiled code asks those without a detour.
    """

    code: str
    name: str
    marks: tuple[tuple[str, str], ...]
    tags: dict[str, str]
    cues: dict[str, str]
    participles: frozenset[str]
    pronouns: dict[str, str]
    stressed: dict[str, str]
    possessives: dict[str, str]
    bodies: dict[str, str]
    full_titles: dict[str, str]
    modals: dict[str, str]
    words: dict[str, frozenset[str]]
    sources: tuple[tuple[str, ...], ...]
    endings: dict[str, str]
    verb_endings: tuple[str, ...]
    split_verbs: dict[str, frozenset[str]]
    first_names: frozenset[str]
    peoples: frozenset[str]
    articles_that_relate: frozenset[str]
    articles_as_objects: frozenset[str]
    object_possessives: frozenset[str]
    linking_particles: frozenset[str]
    elides: bool
    switches: frozenset[str]

    def has(self, group: str, word: str) -> bool:
        """Whether the lower-case ``word`` is in the word list ``group``."""
        return word in self.words[group]

    def does(self, switch: str) -> bool:
        """Whether the grammar has the trait ``switch``, one of SWITCHES."""
        return switch in self.switches

    def is_oblique(self, article: str, noun: str) -> bool:
        """Whether an article before a noun is no nominative: "der" before a noun that is feminine by its ending."""
        genitive = article in self.words["genitives"] and article in self.words["definites"]
        return genitive and noun.endswith(tuple(self.words["feminine_endings"]))

    def is_split(self, verb: str, part: str) -> bool:
        """Whether ``part`` belongs to the speech verb ``verb``: "fait savoir"."""
        return part in self.split_verbs.get(verb.lower(), ())

    def ending(self, word: str) -> str:
        """The class letter that the ending of the lower-case ``word`` gives away, or "a"."""
        for ending, letter in self.endings.items():
            if word.endswith(ending) and len(word) > len(ending) + 2:
                return letter
        return "a"


@cache
def codes() -> tuple[str, ...]:
    """The languages that have a data file, sorted."""
    return tuple(sorted(f.name[:-5] for f in files(__package__).iterdir() if f.name.endswith(".yaml")))


@cache
def load(code: str) -> Language:
    """The language named by a two-letter ``code``.

    Raises:
        QuotetraceError: no data for ``code``, or its file has an unknown key.
    """
    import yaml

    if code not in codes():
        raise unknown("language", code, codes())
    source = files(__package__).joinpath(f"{code}.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # both are safe; the one in C is ten times as fast
    return build(code, yaml.load(source, loader))  # noqa: S506


@cache
def everywhere(name: str) -> frozenset[str]:
    """The words of the list ``name`` in every language, in lower case: for what does not ask in which one a text is."""
    return frozenset(word.casefold() for code in codes() for word in load(code).words[name])


@cache
def modals() -> Mapping[str, str]:
    """Each modal verb of every language with its force, in English."""
    return {word: force for code in codes() for word, force in load(code).modals.items()}


def build(code: str, data: Mapping[str, object]) -> Language:
    """A language from the parsed YAML ``data``; a key that nothing reads is an error that names it."""
    _refuse(code, data)
    words = {name: frozenset(_words(data.get(name))) for name in sorted(WORD_LISTS)}
    cues, participles, split_verbs = _cues(code, data.get("speech_verbs"))
    maps = {name: {str(k): str(v) for k, v in _items(data.get(name))} for name in MAPS}
    words["roles"] |= _plurals(words["roles"], maps["plural_roles"])
    tags = _tags(words, maps)
    for word, group in cues.items():
        if tags.get(word, "v") in "vRa" and word not in split_verbs:
            tags[word] = _verb_letter(group, word in participles)
    return Language(
        code=code,
        name=str(data.get("name", code)),
        marks=tuple((str(a), str(b)) for a, b in _pairs(data.get("quotation_marks"))),
        tags=tags,
        cues=cues,
        participles=participles,
        pronouns=maps["pronouns"] | maps["stressed_pronouns"],
        stressed=maps["stressed_pronouns"],
        possessives=maps["possessives"],
        bodies=maps["bodies"],
        full_titles=maps["full_titles"],
        modals=maps["modals"],
        words=words,
        sources=tuple(tuple(phrase.split()) for phrase in sorted(words["sources"])),
        endings=dict.fromkeys(sorted(words["role_endings"], key=lambda ending: (-len(ending), ending)), "R")
        | maps["endings"],
        verb_endings=tuple(ending for ending, letter in maps["endings"].items() if letter == "v"),
        split_verbs=split_verbs,
        first_names=words["male_names"] | words["female_names"],
        peoples=words["demonyms"] | words["demonym_adjectives"],
        articles_that_relate=words["relatives"] & words["determiners"],
        articles_as_objects=words["object_pronouns"] & words["determiners"],
        object_possessives=words["object_pronouns"].intersection(
            maps["possessives"] if data.get("subject_follows") else ()
        ),
        linking_particles=words["particles"] & (words["prepositions"] | words["determiners"]),
        elides=any(word.endswith("'") for word in tags),
        switches=frozenset(switch for switch in SWITCHES if data.get(switch)),
    )


def _refuse(code: str, data: Mapping[str, object]) -> None:
    """Raise for a key that nothing reads, and for a word that YAML took for a truth value."""
    known = WORD_LISTS | MAPS | SWITCHES | {"name", "quotation_marks", "speech_verbs"}
    for key, value in data.items():
        if key not in known:
            hint = unknown("key", key, sorted(known)).hint
            raise QuotetraceError(f"lang/{code}.yaml: unknown key {key!r}", hint=hint)
        if isinstance(value, list | dict) and any(isinstance(word, bool) for word in value):
            what = f"lang/{code}.yaml: {key!r} holds a truth value"
            raise QuotetraceError(what, hint="put quotes around 'no' and 'on'")


def _tags(words: Mapping[str, frozenset[str]], maps: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """The class letter of each word of the closed classes; of two classes the later in ``CLASSES`` counts."""
    tags: dict[str, str] = {}
    for name, letter in CLASSES:
        tags.update(dict.fromkeys(sorted(maps[name] if name in MAPS else words[name]), letter))
    return tags


def _plurals(singular: frozenset[str], endings: Mapping[str, str]) -> frozenset[str]:
    """ "deputies" of "deputy", "spokesmen" of "spokesman", by the ``endings`` that change."""
    return frozenset(
        word.removesuffix(one) + several for word in singular for one, several in endings.items() if word.endswith(one)
    )


def _verb_letter(group: str, participle: bool) -> str:
    letter = "H" if group == "thought" else "V"
    return {"V": "G", "H": "g"}[letter] if participle else letter


def _cues(code: str, data: object) -> tuple[dict[str, str], frozenset[str], dict[str, frozenset[str]]]:
    """Every form of every speech verb with its group; the -ing forms (after the bar); the particles of split verbs.

    "teilte+mit" is "teilte … mit", a speech verb only where its particle follows; "mitteilte" is the same at the end.
    """
    cues: dict[str, str] = {}
    participles: set[str] = set()
    split: dict[str, frozenset[str]] = {}
    for group, line in _speech_verbs(code, data):
        finite, _, rest = line.partition("|")
        participles.update(rest.split())
        for form in [*finite.split(), *rest.split()]:
            verb, _, particle = form.partition("+")
            if particle and (verb in split or verb not in cues):
                split[verb] = split.get(verb, frozenset()) | {particle}
            elif not particle:
                split.pop(verb, None)
            cues.setdefault(verb, group)
            cues.setdefault(particle.lower() + verb, group)
    return cues, frozenset(participles), split


def _speech_verbs(code: str, data: object) -> list[tuple[str, str]]:
    """Each line of speech verbs with its group, one of GROUPS."""
    found: list[tuple[str, str]] = []
    for group, lines in _items(data):
        if group not in GROUPS:
            hint = unknown("group", str(group), GROUPS).hint
            raise QuotetraceError(f"lang/{code}.yaml: unknown group of speech verbs {group!r}", hint=hint)
        found += [(str(group), line) for line in _words(lines)]
    return found


def _words(value: object) -> Iterable[str]:
    return [str(word) for word in value] if isinstance(value, list) else []


def _items(value: object) -> Iterable[tuple[object, object]]:
    return value.items() if isinstance(value, dict) else ()


def _pairs(value: object) -> Iterable[tuple[object, object]]:
    return [(pair[0], pair[1]) for pair in value] if isinstance(value, list) else []
