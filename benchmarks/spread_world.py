"""A simulated world in which statements spread from article to article, with the truth of who took it from whom.

An event has a speaker, statements and facts. Reporters who were there tell the facts in phrasings of their own choice
and quote what they chose; translators render foreign speech each in their own words; agencies send a text that
subscribers print; handouts are lifted from; other outlets copy, cut, edit, credit or don't. What the tool sees is an
article's text, outlet, headline, date and the credits that stand in it. The truth is kept apart.
"""

import math
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

from quotetrace.models import (
    Article,
    Change,
    Credit,
    Family,
    Link,
    Precision,
    Quote,
    Relation,
    Span,
    Wording,
    content_id,
)
from quotetrace.text import align, cuts, fold, words

PHRASES = yaml.safe_load(Path(__file__).with_name("spread_phrases.yaml").read_text(encoding="utf-8"))
CHOICE = re.compile(r"\(([^()]*)\)")
SLOT = re.compile(r"\{(\w+)\}")
START = datetime(2023, 1, 1, tzinfo=UTC)
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SYNONYMS = {
    "about": "around", "some": "about", "nearly": "almost", "because": "as", "began": "started", "big": "large",
    "brought": "carried", "climbed": "rose", "people": "residents", "found": "discovered", "had": "has", "last": "past",
    "must": "has to", "twice": "two times", "said": "stated", "closed": "shut", "rose": "went up", "wants": "seeks",
    "was": "had been", "will": "is going to", "which": "that", "everyone": "everybody", "nobody": "no one",
    "money": "cash", "loudest": "noisiest", "answer": "reply", "shall": "will", "mistake": "error", "enough": "plenty",
}  # fmt: skip
CONTRACTED = {
    "will not": "won't",
    "do not": "don't",
    "I am": "I'm",
    "it is": "it's",
    "cannot": "can't",
    "we have": "we've",
}
COLOURED = ["thundered", "raged", "snapped", "boasted", "vowed", "insisted"]
Way = Literal["event", "wire", "handout", "copy", "republished"]


@dataclass(slots=True)
class Unit:
    """One paragraph: a fact told, or a statement quoted between ``before`` and ``after``."""

    text: str = ""
    fact: int | None = None
    statement: str | None = None
    before: str = ""
    after: str = ""
    defect: bool = False
    credit: tuple[str, str, str] | None = None


@dataclass(slots=True)
class Draft:
    """An article before it is printed, with where each of its statements came from (None: not from an article)."""

    number: int
    outlet: str
    time: datetime
    headline: str
    units: list[Unit]
    way: Way
    parents: dict[str, int | None]
    credits: list[tuple[str, str, str]] = field(default_factory=list)
    dateline: str = ""
    in_corpus: bool = True
    tag: str = ""
    event: int = 0


@dataclass(frozen=True, slots=True)
class Truth:
    """What is true and is not shown: by article id and statement the parent's article id, or None; ways; times; the
    articles whose date is right, and those by an agency."""

    parents: dict[tuple[str, str], str | None]
    ways: dict[str, Way]
    times: dict[str, datetime]
    right_dates: frozenset[str]
    agencies: frozenset[str]
    statements: dict[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """What the tool sees, and the truth."""

    articles: dict[str, Article]
    quotes: tuple[Quote, ...]
    links: tuple[Link, ...]
    families: tuple[Family, ...]
    truth: Truth


@dataclass(frozen=True)
class Chances:
    """How often things happen in the simulated world. docs/how-traces-are-made.md says what each rests on.

    ``kinds``: the weights of interview, conference, speech, handout and wire among events. ``wired``: the share of
    other events that an agency covers too; ``subscribers``: how many print its text, on average, of such an event and
    of one that is an agency's own. ``copies``: the scale of how many articles copy, a Pareto number.
    """

    missing: float = 0.03
    wrong: float = 0.01
    coarse: float = 0.02
    timed: float = 0.95
    kinds: tuple[int, ...] = (30, 22, 18, 12, 18)
    wired: float = 0.7
    subscribers: tuple[float, float] = (3, 5)
    handouts: float = 4
    copies: float = 1.0
    foreign: float = 0.2
    cut: float = 0.65
    carried: float = 0.75
    credit_carried: float = 0.3
    credit_rewritten: float = 0.7
    credit_parent: float = 0.9
    tag_kept: float = 0.5
    headline_kept: float = 0.05
    agency_in_corpus: float = 0.5
    mixed: float = 0.02
    second_source: float = 0.15
    refrain: float = 0.25
    other_credit: float = 0.05
    credit_seen: float = 0.95


RATES = {
    "argued": Chances(),
    "first": Chances(
        kinds=(35, 25, 20, 10, 10), wired=0.5, subscribers=(2, 3), handouts=2, copies=1.5, foreign=0.35, cut=0.4,
        tag_kept=0.75, headline_kept=0.12,
    ),
    "silent": Chances(tag_kept=0.1),
}  # fmt: skip
"""Named worlds: rates as argued in the documents; those that were guessed at first, with few agencies and many copies;
and a press that hardly ever names its agency."""


def invent(rng: random.Random, syllables: int = 2) -> str:
    """A name that nobody has."""
    heads = [
        "B",
        "Br",
        "D",
        "Dr",
        "F",
        "G",
        "Gr",
        "H",
        "K",
        "Kl",
        "L",
        "M",
        "N",
        "P",
        "Pr",
        "R",
        "S",
        "St",
        "T",
        "Tr",
        "V",
        "W",
        "Z",
        "Sk",
        "Fl",
    ]
    name = "".join(
        rng.choice(heads if i == 0 else ["b", "d", "g", "l", "m", "n", "r", "s", "t", "v", "z", "k"])
        + rng.choice(["a", "e", "i", "o", "u", "au", "ei"])
        + rng.choice(["", "n", "l", "r", "s", "m"])
        for i in range(syllables)
    )
    return name + rng.choice(["berg", "dal", "mark", "stad", "ov", "ane", "iki", "holt", "ry", "wick"])


@cache
def _parts(template: str) -> tuple[tuple[str, ...], ...]:
    """A template as a row of choices."""
    return tuple(tuple(part.split("|")) if i % 2 else (part,) for i, part in enumerate(CHOICE.split(template)))


def render(rng: random.Random, template: str, slots: dict[str, str]) -> str:
    """One reading of ``template``."""
    text = "".join(rng.choice(part) if len(part) > 1 else part[0] for part in _parts(template))
    return SLOT.sub(lambda found: slots[found[1]], text)


def capital(text: str) -> str:
    """``text`` with a capital first letter."""
    return text[:1].upper() + text[1:]


class Event:
    """Somebody speaks somewhere, about something that happened."""

    def __init__(self, rng: random.Random, speaker: "Speaker", number: int, time: datetime, chances: Chances) -> None:
        self.rng, self.speaker, self.number, self.time = rng, speaker, number, time
        self.slots = self._slots()
        self.facts = rng.sample(range(len(PHRASES["facts"])), rng.randint(14, 18))
        self.kind = rng.choices(["interview", "conference", "speech", "handout", "wire"], chances.kinds)[0]
        self.foreign = rng.random() < (chances.foreign * 1.4 if self.kind == "interview" else chances.foreign * 0.7)
        picked = rng.sample(range(len(PHRASES["clauses"])), 10)
        sizes = [rng.choice([1, 2, 2, 3, 3]) for _ in range(rng.randint(2, 4))]
        self.statements: dict[str, list[int]] = {}
        for i, size in enumerate(sizes):
            self.statements[f"e{number}s{i}"] = picked[:size]
            picked = picked[size:]
        self.original = {key: self.rendering(key) for key in self.statements}
        if rng.random() < chances.refrain:
            refrain = rng.choice(speaker.refrains)
            self.statements[f"r{speaker.name}{PHRASES['refrains'].index(refrain)}"] = []
            self.original[f"r{speaker.name}{PHRASES['refrains'].index(refrain)}"] = [refrain]
        self.handout = [self.tell(fact) for fact in rng.sample(self.facts, 5)] if self.kind == "handout" else []
        self.host = ""

    def _slots(self) -> dict[str, str]:
        rng = self.rng
        pick: Callable[[str], str] = lambda key: rng.choice(PHRASES[key])  # noqa: E731
        return {
            "object": pick("objects"), "place": invent(rng), "town": invent(rng), "trouble": pick("troubles"),
            "trade": pick("trades"), "body": pick("bodies"), "role": self.speaker.role, "name": self.speaker.full,
            "number": str(rng.randint(12, 900)), "crowd": str(rng.randint(2, 90) * 100),
            "money": str(rng.randint(3, 400)),
            "year": str(rng.randint(1905, 2015)), "age": str(rng.randint(11, 60)), "percent": str(rng.randint(2, 48)),
            "few": rng.choice(["two", "three", "four", "five"]), "terms": rng.choice(["two", "six", "nine", "eleven"]),
            "rival": f"{invent(rng, 1)} {invent(rng)}", "witness": f"{invent(rng, 1)} {invent(rng)}",
            "company": f"{invent(rng)} {rng.choice(['Water', 'Steel', 'Lines', 'Holding', 'Works'])}",
            "month": rng.choice(MONTHS), "day": DAYS[self.time.weekday()],
            "later": f"{rng.randint(2, 28)} {rng.choice(MONTHS)}",
        }  # fmt: skip

    def rendering(self, statement: str) -> list[str]:
        """One way to put the clauses of a statement into English."""
        return [
            render(self.rng, self.rng.choice(PHRASES["clauses"][c]), self.slots) for c in self.statements[statement]
        ]

    def tell(self, fact: int) -> Unit:
        """One reporter's sentence about a fact."""
        rng = self.rng
        parts = render(rng, rng.choice(PHRASES["facts"][fact]), self.slots).split(" ")
        parts = [SYNONYMS[word] if word in SYNONYMS and rng.random() < 0.5 else word for word in parts]
        for _ in range(rng.randint(0, 2)):
            parts.insert(rng.randint(2, len(parts) - 1), rng.choice(PHRASES["asides"]))
        if rng.random() < 0.3:
            small = parts[0].lower() if parts[0] in ("The", "A", "It", "In", "By", "At", "From", "There") else parts[0]
            parts = [rng.choice(PHRASES["openers"]), small, *parts[1:]]
        return Unit(capital(" ".join(parts)), fact)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who is quoted, with the slogans that come back on every occasion."""

    name: str
    full: str
    role: str
    refrains: tuple[str, ...]


class Press:
    """Everything that is printed, in the order of time."""

    def __init__(self, size: int, seed: int, chances: Chances) -> None:
        self.rng = rng = random.Random(seed)
        self.chances = chances
        self.drafts: list[Draft] = []
        nouns = [
            "Post",
            "Herald",
            "Courier",
            "Gazette",
            "Mail",
            "Lantern",
            "Observer",
            "Record",
            "Star",
            "Tribune",
            "Chronicle",
            "Dispatch",
            "Journal",
            "Echo",
        ]
        count = max(16, int(3 * math.sqrt(size)))
        self.outlets = sorted({f"{invent(rng)} {rng.choice(nouns)}" for _ in range(count)})
        self.agencies = [invent(rng, 1) + rng.choice(["press", " News Agency", " Wire", "fax"]) for _ in range(6)]
        self.curly = {one: rng.random() < 0.5 for one in self.outlets + self.agencies}
        self.timed = {one: rng.random() < chances.timed for one in self.outlets + self.agencies}
        self.plug = {one: self._plug(one) for one in self.outlets if rng.random() < 0.5}
        self.speakers = [self._speaker() for _ in range(max(4, size // 40))]
        number = 0
        while sum(draft.in_corpus for draft in self.drafts) < size:
            time = START + timedelta(hours=rng.random() * 24 * 365)
            Coverage(self, Event(rng, rng.choice(self.speakers), number, time, chances)).run()
            number += 1

    def _plug(self, outlet: str) -> str:
        kind = self.rng.choice(
            ["our morning letter", "the weekend page", "our club for readers", "the evening edition"]
        )
        weeks = self.rng.randint(2, 9)
        return f"Read more in {kind}, which the {outlet} sends to all who ask for it, free for the first {weeks} weeks."

    def _speaker(self) -> Speaker:
        name = invent(self.rng)
        role = self.rng.choice(PHRASES["roles"])
        return Speaker(name, f"{invent(self.rng, 1)} {name}", role, tuple(self.rng.sample(PHRASES["refrains"], 2)))


class Coverage:
    """How the press covers one event."""

    def __init__(self, press: Press, event: Event) -> None:
        self.press, self.event, self.rng, self.chances = press, event, press.rng, press.chances
        self.drafts: list[Draft] = []
        self.free = self.rng.sample(press.outlets, len(press.outlets))

    def run(self) -> None:
        """Print all articles about the event."""
        kind, rng = self.event.kind, self.rng
        if kind == "interview":
            self._interview()
        elif kind == "wire":
            self._wire(2 + self._poisson(self.chances.subscribers[1]))
        else:
            for _ in range(1 + self._poisson(self.chances.handouts if kind == "handout" else 2.5)):
                self.attend(self._outlet())
            if kind != "handout" and rng.random() < self.chances.wired:
                self._wire(self._poisson(self.chances.subscribers[0]))
        for _ in range(min(50, int(rng.paretovariate(1.1) * self.chances.copies) - 1)):
            self.copy()
        for draft in list(self.drafts):
            if rng.random() < 0.05 and draft.in_corpus:
                self.republish(draft)
        self.press.drafts += self.drafts

    def _interview(self) -> None:
        event, rng = self.event, self.rng
        if not event.foreign and rng.random() < 0.6:
            event.host = self._outlet()
            self.attend(event.host)
            return
        event.host = f"{rng.choice(['Canal', 'Radio', 'TV'])} {invent(rng, 1)}"
        for _ in range(1 + self._poisson(1.5)):
            self.attend(self._outlet())
        if rng.random() < self.chances.wired:
            self._wire(self._poisson(self.chances.subscribers[0]))

    def _wire(self, subscribers: int) -> None:
        agency = self.rng.choice(self.press.agencies)
        wire = self.attend(agency, in_corpus=self.rng.random() < self.chances.agency_in_corpus)
        place = self.event.slots["place"].upper()
        wire.dateline = f"{place}, {MONTHS[wire.time.month - 1]} {wire.time.day} ({agency}) – "
        for _ in range(subscribers):
            self.subscribe(wire, agency)

    def _poisson(self, mean: float) -> int:
        limit, count, product = math.exp(-mean), 0, self.rng.random()
        while product > limit:
            count += 1
            product *= self.rng.random()
        return count

    def _outlet(self) -> str:
        return self.free.pop() if self.free else self.rng.choice(self.press.outlets)

    def _add(self, draft: Draft) -> Draft:
        draft.event = self.event.number
        self.drafts.append(draft)
        return draft

    def _number(self) -> int:
        return len(self.press.drafts) + len(self.drafts)

    def _headline(self) -> str:
        return capital(render(self.rng, self.rng.choice(PHRASES["headlines"]), self.event.slots))

    def attend(self, outlet: str, in_corpus: bool = True) -> Draft:
        """Somebody who was there, or who watched it, or who got the handout, writes it up."""
        event, rng = self.event, self.rng
        time = event.time + timedelta(hours=rng.uniform(0.5, 10))
        facts = [event.tell(fact) for fact in rng.sample(event.facts, rng.randint(7, 13))]
        way: Way = "event"
        if event.handout and rng.random() < 0.75:
            way = "handout"
            lifted = rng.sample(event.handout, rng.randint(1, len(event.handout)))
            facts = [unit for unit in facts if unit.fact not in {one.fact for one in lifted}] + [
                replace(u) for u in lifted
            ]
        elif rng.random() < self.chances.mixed and (earlier := [d for d in self.drafts if d.time < time]):
            other = rng.choice(earlier)
            facts = facts[:4] + [replace(u) for u in other.units if u.fact is not None][:4]
        rng.shuffle(facts)
        chosen = rng.sample(sorted(event.statements), rng.randint(1, len(event.statements)))
        quotes = [self._quote(key, self._heard(key), outlet) for key in chosen]
        if event.host and event.host != outlet:
            self._told(quotes[0], event.host)
        units = self._mixed(facts, quotes)
        draft = Draft(
            self._number(), outlet, time, self._headline(), units, way, dict.fromkeys(chosen), in_corpus=in_corpus
        )
        if rng.random() < self.chances.other_credit:
            name = rng.choice(self.press.outlets)
            text = f"according to the {name}"
            units.append(
                Unit(
                    f"The price of bread rose again in {event.slots['town']}, {text}.",
                    credit=("according-to", name, text),
                )
            )
        return self._add(draft)

    def _heard(self, key: str) -> list[str]:
        """The clauses of a statement as one reporter or translator put them down."""
        event, rng = self.event, self.rng
        clauses = event.rendering(key) if event.foreign and event.statements[key] else list(event.original[key])
        if len(clauses) > 1 and rng.random() < self.chances.cut:
            size = rng.randint(1, len(clauses) - 1)
            start = rng.randint(0, len(clauses) - size)
            clauses = clauses[start : start + size]
        if rng.random() < 0.12:
            clauses = self._slip(clauses)
        return clauses

    def _slip(self, clauses: list[str]) -> list[str]:
        """One word heard, typed or improved differently."""
        rng = self.rng
        at = rng.randrange(len(clauses))
        text = clauses[at]
        for full, short in CONTRACTED.items():
            if full in text and rng.random() < 0.5:
                return [*clauses[:at], text.replace(full, short, 1), *clauses[at + 1 :]]
        return [*clauses[:at], self._word(text), *clauses[at + 1 :]]

    def _word(self, text: str) -> str:
        """``text`` with one word replaced, dropped or misspelt."""
        rng, parts = self.rng, text.split(" ")
        known = [i for i, word in enumerate(parts) if word in SYNONYMS]
        if known and rng.random() < 0.7:
            at = rng.choice(known)
            return " ".join([*parts[:at], SYNONYMS[parts[at]], *parts[at + 1 :]])
        at = rng.randrange(len(parts))
        if len(parts[at]) > 4 and parts[at].islower() and rng.random() < 0.5:
            i = rng.randrange(1, len(parts[at]) - 2)
            word = parts[at][:i] + parts[at][i + 1] + parts[at][i] + parts[at][i + 2 :]
            return " ".join([*parts[:at], word, *parts[at + 1 :]])
        if len(parts) > 6 and 0 < at < len(parts) - 1:
            return " ".join(parts[:at] + parts[at + 1 :])
        return text

    def _quote(self, key: str, clauses: Sequence[str], outlet: str) -> Unit:
        joined = self.rng.choice([", and ", ". ", "; "]).join(clauses)
        text = re.sub(r"\. (\w)", lambda found: f". {found[1].upper()}", capital(joined))
        unit = Unit(text, statement=key)
        self._cue(unit)
        return unit

    def _cue(self, unit: Unit) -> None:
        """Who said it, in words of the article's own."""
        rng, speaker = self.rng, self.event.speaker
        who = rng.choice([speaker.full, f"the {speaker.role}", f"{speaker.role} {speaker.name}", speaker.name])
        verb = rng.choice(["said", "said", "said", "told reporters", "added", "explained"])
        extra = rng.choice(
            ["", "", f" on {self.event.slots['day']}", f" in {self.event.slots['place']}", " when asked"]
        )
        if rng.random() < 0.5:
            unit.before, unit.after = "", f" {who} {verb}{extra}."
        else:
            unit.before, unit.after = f"{capital(who)} {verb}{extra}: ", ""

    def _told(self, unit: Unit, host: str) -> None:
        text = self.rng.choice([f"told {host}", f"told the {host}"])
        unit.before, unit.after = "", f" {self.event.speaker.full} {text}."
        unit.credit = ("told", host, text)

    def _mixed(self, facts: list[Unit], quotes: list[Unit]) -> list[Unit]:
        """Facts with quotes put between them, each kind in its own order."""
        units = list(facts)
        places = sorted(self.rng.randint(1, len(units)) for _ in quotes) if units else [0] * len(quotes)
        for shift, (place, quote) in enumerate(zip(places, quotes, strict=True)):
            units.insert(place + shift, quote)
        return units

    def subscribe(self, wire: Draft, agency: str) -> None:
        """A subscriber prints an agency's text."""
        rng = self.rng
        time = wire.time + timedelta(hours=rng.uniform(0.2, 14))
        draft = self._taken(
            wire, self._outlet(), time, "wire", carried=rng.uniform(0.5, 1), edited=0.12, own=self._poisson(0.8)
        )
        for unit in draft.units:
            if unit.credit and unit.credit[0] != "told":
                unit.credit = None
        if rng.random() < self.chances.tag_kept:
            if rng.random() < 0.5:
                draft.dateline = wire.dateline
            else:
                draft.tag = agency
        self._add(draft)

    def copy(self) -> None:
        """An outlet takes the story from an article that is out."""
        rng, chances = self.rng, self.chances
        out = [draft for draft in self.drafts if draft.in_corpus]
        if not out:
            return
        parent = rng.choices(out, [3 if draft.way in ("event", "handout") else 1 for draft in out])[0]
        time = parent.time + timedelta(hours=min(24 * 60, rng.lognormvariate(math.log(6), 1.3)))
        carried = rng.random() < chances.carried
        share = rng.betavariate(2, 1.2) if carried else 0.0
        draft = self._taken(parent, self._outlet(), time, "copy", carried=share, edited=0.35, own=rng.randint(1, 3))
        if not carried:
            facts = [self.event.tell(u.fact) for u in parent.units if u.fact is not None and rng.random() < 0.7]
            draft.units = self._mixed(
                facts or [self.event.tell(self.event.facts[0])], [u for u in draft.units if u.statement]
            )
        if rng.random() < chances.second_source:
            self._second(draft, [one for one in out if one.time < time and one is not parent])
        if rng.random() < (chances.credit_carried if carried else chances.credit_rewritten):
            self._credit(draft, parent)
        if carried and parent.tag and rng.random() < 0.4:
            draft.tag = parent.tag
        self._add(draft)

    def _second(self, draft: Draft, others: Sequence[Draft]) -> None:
        """A quote from another article than the one the rest is from."""
        if not others:
            return
        other = self.rng.choice(others)
        more = [unit for unit in other.units if unit.statement and unit.statement not in draft.parents]
        if more:
            taken = self._requoted(self.rng.choice(more), light=False, glue=False)
            draft.units.insert(self.rng.randint(0, len(draft.units)), taken)
            draft.parents[str(taken.statement)] = other.number

    def _credit(self, draft: Draft, parent: Draft) -> None:
        """The article says where it has the quote from: the parent, or whom the parent credits."""
        rng, quotes = self.rng, [unit for unit in draft.units if unit.statement]
        name = parent.outlet
        upstream = [unit.credit[1] for unit in parent.units if unit.credit and unit.statement]
        if upstream and rng.random() > self.chances.credit_parent:
            name = upstream[0]
        kind = rng.choice(["told", "told", "according-to", "reported"]) if parent.way == "event" else "according-to"
        if kind == "told" and (self.event.host and self.event.host != parent.outlet):
            kind = "according-to"
        unit = quotes[0] if rng.random() < 0.7 else rng.choice(quotes)
        full = self.event.speaker.full
        text = {
            "told": f"told the {name}",
            "according-to": f"according to the {name}",
            "reported": f"the {name} reported",
        }[kind]
        after = {
            "told": f" {full} {text}.",
            "according-to": f" {full} said, {text}.",
            "reported": f" {full} said, {text}.",
        }[kind]
        unit.before, unit.after, unit.credit = "", after, (kind, name, text)

    def republish(self, parent: Draft) -> None:
        """The same outlet prints its own article again, brought up to date."""
        rng = self.rng
        time = parent.time + timedelta(hours=rng.uniform(2, 60))
        draft = self._taken(
            parent, parent.outlet, time, "republished", rng.uniform(0.75, 1), 0.1, rng.randint(1, 3), every_quote=True
        )
        draft.dateline, draft.tag = parent.dateline, parent.tag
        self._add(draft)

    def _taken(
        self,
        parent: Draft,
        outlet: str,
        time: datetime,
        way: Way,
        carried: float,
        edited: float,
        own: int,
        every_quote: bool = False,
    ) -> Draft:
        """A draft made from another: some of its facts word for word or edited, some quotes, some facts of its own."""
        rng, event = self.rng, self.event
        old = [unit for unit in parent.units if unit.fact is not None]
        kept = {id(unit) for unit in rng.sample(old, round(carried * len(old)))}
        quoted = [unit for unit in parent.units if unit.statement]
        chosen = quoted if every_quote else rng.sample(quoted, rng.randint(1, len(quoted)))
        wanted = {id(unit) for unit in chosen}
        units = []
        for unit in parent.units:
            if id(unit) in kept:
                text = self._edited(unit.text) if rng.random() < edited else unit.text
                units.append(Unit(text, unit.fact))
            elif id(unit) in wanted:
                units.append(self._requoted(unit, light=way != "copy", glue=carried > 0 and rng.random() < 0.7))
        told = {unit.fact for unit in units}
        fresh = [fact for fact in event.facts if fact not in told]
        for fact in rng.sample(fresh, min(own, len(fresh))):
            units.insert(rng.randint(0, len(units)), event.tell(fact))
        if rng.random() < 0.35 and len(units) > 3:
            units.insert(rng.randint(0, len(units) - 1), units.pop(rng.randrange(len(units))))
        headline = (
            parent.headline
            if rng.random() < (0.5 if way == "wire" else self.chances.headline_kept)
            else self._headline()
        )
        parents: dict[str, int | None] = {u.statement: parent.number for u in units if u.statement}
        return Draft(self._number(), outlet, time, headline, units, way, parents)

    def _edited(self, text: str) -> str:
        for _ in range(self.rng.randint(1, 3)):
            text = self._word(text)
        if ", " in text and self.rng.random() < 0.3:
            text = text.rsplit(", ", 1)[0] + "."
        return text

    def _requoted(self, unit: Unit, light: bool, glue: bool) -> Unit:
        """A quote as taken over: cut, edited, with a fault, in the old sentence or a new one."""
        rng = self.rng
        taken = replace(unit)
        if not glue:
            self._cue(taken)
            taken.credit = None
            if rng.random() < 0.15 and taken.after:
                taken.after = f" {self.event.speaker.name} {rng.choice(COLOURED)}."
        if light and rng.random() < 0.85:
            return taken
        parts = re.split(r"(; |\. |, and )", taken.text)
        if len(parts) > 1 and rng.random() < 0.35:
            start = rng.randrange(0, len(parts), 2)
            end = rng.randrange(start, len(parts), 2)
            taken.text = capital("".join(parts[start : end + 1]))
        if rng.random() < 0.2:
            taken.text = self._slip([taken.text])[0]
        if rng.random() < 0.04:
            taken.text = taken.text.replace("it ", f"[the {self.event.slots['object']}] ", 1)
        taken.defect = unit.defect or rng.random() < 0.02
        return taken


def simulate(size: int, seed: int, chances: Chances | None = None) -> World:
    """A world of about ``size`` articles; the same ``seed`` gives the same world."""
    chances = chances or Chances()
    press = Press(size, seed, chances)
    printer = Printer(press, random.Random(seed + 1), chances)
    for draft in press.drafts:
        if draft.in_corpus:
            printer.print(draft)
    links = tuple(connect(printer))
    families = tuple(
        _family(statement, quotes) for statement, quotes in sorted(printer.by_statement.items()) if len(quotes) > 1
    )
    truth = Truth(
        {
            (printer.ids[draft.number], statement): printer.ids.get(parent) if parent is not None else None
            for draft in press.drafts
            if draft.in_corpus
            for statement, parent in draft.parents.items()
        },
        {printer.ids[d.number]: d.way for d in press.drafts if d.in_corpus},
        {printer.ids[d.number]: d.time for d in press.drafts if d.in_corpus},
        frozenset(printer.right),
        frozenset(printer.ids[d.number] for d in press.drafts if d.in_corpus and d.outlet in press.agencies),
        {q.id: s for s, quotes in printer.by_statement.items() for q in quotes},
    )
    return World(printer.articles, tuple(printer.quotes), links, families, truth)


class Printer:
    """Turns drafts into articles, quotes and credits."""

    def __init__(self, press: Press, rng: random.Random, chances: Chances) -> None:
        self.press, self.rng, self.chances = press, rng, chances
        self.articles: dict[str, Article] = {}
        self.quotes: list[Quote] = []
        self.by_statement: dict[str, list[Quote]] = defaultdict(list)
        self.ids: dict[int, str] = {}
        self.right: set[str] = set()
        self.events: dict[str, int] = {}

    def print(self, draft: Draft) -> None:
        """One article as the reader would give it."""
        left, right = "“”" if self.press.curly[draft.outlet] else '""'
        parts, at = [f"{draft.headline}\n\n{draft.dateline}"], len(draft.headline) + 2 + len(draft.dateline)
        key = self.ids[draft.number] = content_id("draft", draft.number)
        self.events[key] = draft.event
        for i, unit in enumerate(draft.units):
            body = unit.text
            tag = f" ({draft.tag})" if draft.tag and i == 0 else ""
            if unit.statement:
                stop = "," if unit.after else "."
                mark = "" if unit.defect else left
                start = at + len(unit.before) + len(mark)
                self._quote(key, start, unit)
                body = f"{unit.before}{mark}{unit.text}{stop}{right}{unit.after}"
            parts.append(f"{body}{tag}\n")
            at += len(parts[-1])
        if draft.outlet in self.press.plug:
            parts.append(self.press.plug[draft.outlet] + "\n")
        self._article(key, draft, "".join(parts))

    def _quote(self, key: str, start: int, unit: Unit) -> None:
        quote = Quote(
            content_id(key, start), key, Span(start, start + len(unit.text)), unit.text, "direct", speaker="speaker",
            cue=next((word for word in unit.after.split() if word.isalpha() and word.islower()), None),
            defects=("missing-open-mark",) if unit.defect else (), confidence=1.0,
        )  # fmt: skip
        self.quotes.append(quote)
        assert unit.statement
        self.by_statement[unit.statement].append(quote)

    def _article(self, key: str, draft: Draft, text: str) -> None:
        published, precision, right = self._date(draft)
        if right:
            self.right.add(key)
        found = [unit.credit for unit in draft.units if unit.credit]
        if draft.dateline:
            agency = draft.dateline.rsplit("(", 1)[1].split(")")[0]
            found.append(("dateline", agency, draft.dateline.removesuffix(" – ")))
        if draft.tag:
            found.append(("tag", draft.tag, f"({draft.tag})"))
        named = sorted(self._credits(found, text), key=lambda credit: credit.span)
        self.articles[key] = Article(
            key, f"{draft.number}.txt", text, outlet=draft.outlet, published=published, date_precision=precision,
            title=draft.headline, language="en", headline=Span(0, len(draft.headline)), credits=tuple(named),
            metadata_from=(("published", "record"),),
        )  # fmt: skip

    def _credits(self, found: Iterable[tuple[str, str, str]], text: str) -> Iterable[Credit]:
        kinds = {
            "tag": "tag",
            "told": "told",
            "according-to": "according-to",
            "reported": "reported",
            "dateline": "dateline",
        }
        for kind, name, words_ in found:
            at = text.find(words_)
            if at >= 0 and self.rng.random() < self.chances.credit_seen:
                yield Credit(kinds[kind], name, Span(at, at + len(words_)))  # type: ignore[arg-type]

    def _date(self, draft: Draft) -> tuple[str | None, Precision | None, bool]:
        """The date as the article shows it, its precision, and whether it is right."""
        rng, chances, time = self.rng, self.chances, draft.time
        dice = rng.random()
        if dice < chances.missing:
            return None, None, True
        wrong = dice < chances.missing + chances.wrong
        if wrong:  # more often the day on which the page was fetched than a day too early
            time += timedelta(hours=rng.choice([-1, 1, 1]) * rng.uniform(24, 24 * 30))
        if rng.random() < chances.coarse:
            return f"{time:%Y-%m}", "month", not wrong
        if self.press.timed[draft.outlet]:
            return time.isoformat(timespec="minutes"), "time", not wrong
        return f"{time:%Y-%m-%d}", "day", not wrong


def _family(statement: str, quotes: Sequence[Quote]) -> Family:
    wordings: dict[tuple[str, ...], list[Quote]] = defaultdict(list)
    for quote in quotes:
        wordings[fold(quote.text)].append(quote)
    ranked = sorted(wordings.values(), key=lambda one: (-len(one), one[0].id))
    return Family(
        content_id("family", *sorted(q.id for q in quotes)),
        ranked[0][0].text,
        "speaker",
        tuple(sorted(q.id for q in quotes)),
        tuple(Wording(content_id("w", one[0].id), one[0].text, tuple(sorted(q.id for q in one))) for one in ranked),
    )


def connect(printer: Printer) -> Iterable[Link]:
    """The links that a good matcher finds: all pairs of one statement; of a refrain all that were said on one occasion,
    and at most ten of other occasions for each quote."""
    seen: dict[tuple[str, str], tuple[Relation, list[tuple[str, int, int, int, int]]]] = {}
    for statement, quotes in sorted(printer.by_statement.items()):
        for i, a in enumerate(quotes):
            later = quotes[i + 1 :]
            if statement.startswith("r"):
                event = printer.events[a.article]
                near = [b for b in later if printer.events[b.article] == event]
                far = [b for b in later if printer.events[b.article] != event]
                later = near + printer.rng.sample(far, min(10, len(far)))
            for b in later:
                if a.article == b.article:
                    continue
                if (a.text, b.text) not in seen:
                    seen[a.text, b.text] = relate(a.text, b.text)
                relation, changes = seen[a.text, b.text]
                shifted = tuple(_change(a, b, *change) for change in changes)
                yield Link(a.id, b.id, relation, 0.5 if relation == "rendering" else 0.95, a.span, b.span, shifted)


def _change(a: Quote, b: Quote, op: str, a1: int, a2: int, b1: int, b2: int) -> Change:
    there = Span(a.span.start + a1, a.span.start + a2) if a2 > a1 else None
    here = Span(b.span.start + b1, b.span.start + b2) if b2 > b1 else None
    return Change(op, there, here)  # type: ignore[arg-type]


def relate(a: str, b: str) -> tuple[Relation, list[tuple[str, int, int, int, int]]]:
    """The relation of two wordings, and the places where they differ, in each of them."""
    left, right = words(a), words(b)
    keys = [w.key for w in left], [w.key for w in right]
    if keys[0] == keys[1]:
        return "verbatim", []
    short, long = sorted((" ".join(keys[0]), " ".join(keys[1])), key=len)
    if f" {short} " in f" {long} " and not cuts(a) and not cuts(b):
        return "excerpt", []
    blocks = align(*keys)
    same = sum(x.a_to - x.a_from for x in blocks if x.op in ("equal", "move"))
    if same < 0.6 * min(len(left), len(right)):
        return "rendering", []
    changes = []
    for x in blocks:
        if x.op in ("replace", "insert", "delete"):
            a1, a2 = (left[x.a_from].start, left[x.a_to - 1].end) if x.a_to > x.a_from else (0, 0)
            b1, b2 = (right[x.b_from].start, right[x.b_to - 1].end) if x.b_to > x.b_from else (0, 0)
            changes.append((x.op, a1, a2, b1, b2))
    return "edited", changes
