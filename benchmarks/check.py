"""How well `check` finds quotes in transcripts, and what it costs.

    python benchmarks/check.py quotes.jsonl turns.jsonl.gz
    python benchmarks/check.py quotes.jsonl turns.jsonl.gz --read > verdicts.txt
    python benchmarks/check.py quotes.jsonl turns.jsonl.gz --time

The quotes are records {quote: {text}, speaker, turn}, the turns {turn, speaker, text}. Every quote is a draft of its
own, `Name said: “…”`, held first against all turns, then against those of each of the other speakers in turn whose
quotes are the most: what is found there counts as wrong, though some of it is what they said too. ``--read`` prints the
first part for a reader. ``--time`` cuts quotes of 8 to 40 words from the turns, in half of them one word replaced, and
prints CPU seconds, those of making the index included. The sources of ten times the size are the turns, and nine times
as much text by a chain of word pairs from them. The baseline is rapidfuzz's partial_ratio, the best of all turns, for
a few quotes: it gives a number and no verdict. Flattering: cut quotes have no cuts and few changes.
"""

import argparse
import random
import re
import resource
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path

import quotetrace as qt
from gold import load_corpus

SPEAKERS = 6  # others whose turns are searched
MARKS = re.compile(r"[“”„«»\"]")
PER_DRAFT = 100
FEW = 40  # quotes for the baseline


def source(number: str, speaker: str, text: str) -> qt.Article:
    return qt.Article(number, number, text, language="en", speaker=speaker)


def draft(number: int, said: list[tuple[str, str]]) -> qt.Article:
    """An article in which each of ``said``, speaker and words, is a quote in a paragraph of its own."""
    lines = [f"{name.partition(' (')[0]} said: “{MARKS.sub('', text)}”\n" for name, text in said]
    return qt.Article(f"draft-{number}", f"draft-{number}", "\n".join(lines), language="en")


def longest(checked: qt.Check) -> dict[str, qt.Checked]:
    """The verdict on the longest quote of each draft."""
    found: dict[str, qt.Checked] = {}
    for one in checked.checked:
        before = found.get(one.quote.article)
        if before is None or len(one.quote.text) > len(before.quote.text):
            found[one.quote.article] = one
    return found


def told(number: int, one: qt.Checked, record: dict, home: qt.Article | None) -> str:
    flags = " ".join(f"{flag.name} ({flag.words})" for flag in one.link.flags) if one.link else ""
    said = one.place.span.of(home.text) if one.place and home else "–"
    lines = [f"{number} {one.verdict}: {one.why}  {flags}", f"   draft:  {one.quote.text}", f"   source: {said}"]
    if one.link and home:
        cut, has = home.text, record["quote"]["text"]
        draft_text = f"{record['speaker'].partition(' (')[0]} said: “{MARKS.sub('', has)}”\n"
        for change in one.link.changes:
            a, b = (change.a.of(cut) if change.a else "–"), (change.b.of(draft_text) if change.b else "–")
            lines.append(f"   {change.op}: {a!r} / {b!r}")
    return "\n".join(lines)


def right(records: list[dict], turns: list[qt.Article], read: bool) -> None:
    drafts = [draft(i, [(r["speaker"], r["quote"]["text"])]) for i, r in enumerate(records)]
    result = longest(qt.check(drafts, turns))
    homes = {turn.id: turn for turn in turns}
    verdicts: Counter[str] = Counter()
    found = in_turn = 0
    for number, (one_draft, record) in enumerate(zip(drafts, records, strict=True)):
        one = result.get(one_draft.id)
        verdicts[one.verdict if one else "no quote"] += 1
        places = [place.article for place in (one.place, *one.also) if place] if one else []
        found += bool(places)
        in_turn += str(record["turn"]) in places
        if read and one:
            print(told(number, one, record, homes.get(places[0]) if places else None))
    print(f"{len(records)} quotes, {found} found, {in_turn} in the right turn")
    print(", ".join(f"{count} {name}" for name, count in verdicts.most_common()))


def wrong(records: list[dict], turns: list[qt.Article], read: bool) -> None:
    names = [name for name, _ in Counter(r["speaker"] for r in records).most_common(SPEAKERS)]
    tried, found = 0, 0
    for name in names:
        others = [(i, r) for i, r in enumerate(records) if r["speaker"].partition(" (")[0] != name]
        drafts = [draft(i, [(r["speaker"], r["quote"]["text"])]) for i, r in others]
        own = {turn.id: turn for turn in turns if turn.speaker == name}
        result = longest(qt.check(drafts, list(own.values())))
        wrongly = [(key, one) for key, one in result.items() if one.place]
        tried, found = tried + len(drafts), found + len(wrongly)
        for _, one in wrongly if read else ():
            said = one.place.span.of(own[one.place.article].text)
            print(f"wrongly? {name}: {one.verdict}\n   draft:  {one.quote.text}\n   source: {said}")
    print(f"{tried} quotes held against turns of another speaker, {found} found there: {found / tried:.2%}")


def cut(turns: list[qt.Article], count: int, seed: int) -> list[tuple[str, str]]:
    """Quotes of 8 to 40 words cut from the turns, in every second one word replaced."""
    chance = random.Random(seed)
    long = [(turn.speaker or "", words) for turn in turns if len(words := MARKS.sub("", turn.text).split()) > 40]
    found = []
    for number in range(count):
        name, words = chance.choice(long)
        size = chance.randint(8, 40)
        start = chance.randrange(len(words) - size)
        said = words[start : start + size]
        if number % 2:
            said[chance.randrange(size)] = chance.choice(chance.choice(long)[1])
        found.append((name, " ".join(said)))
    return found


def more(turns: list[qt.Article], times: int) -> list[qt.Article]:
    """The turns, and invented ones of the same lengths until there are so many times as many."""
    chance = random.Random(7)
    after: dict[str, list[str]] = {}
    texts = [turn.text.split() for turn in turns]
    for words in texts:
        for one, other in pairwise(words):
            after.setdefault(one, []).append(other)
    starts = list(after)
    found = list(turns)
    for copy in range(1, times):
        for turn, words in zip(turns, texts, strict=True):
            made = [chance.choice(starts)]
            while len(made) < len(words):
                made.append(chance.choice(after.get(made[-1]) or starts))
            found.append(source(f"{turn.id}-{copy}", turn.speaker or "", " ".join(made)))
    return found


def seconds(quotes: list[tuple[str, str]], turns: list[qt.Article]) -> tuple[float, Counter[str]]:
    parts = range(0, len(quotes), PER_DRAFT)
    drafts = [draft(i, quotes[i : i + PER_DRAFT]) for i in parts]
    begin = time.process_time()
    result = qt.check(drafts, turns)
    return time.process_time() - begin, Counter(one.verdict for one in result.checked)


def timed(turns: list[qt.Article], most: int) -> None:
    from rapidfuzz import fuzz, process

    large = more(turns, 10)
    print("quotes   sources  CPU s   verdicts")
    for count, sources in ((0, turns), (most, turns), (2 * most, turns), (0, large), (most // 10, large)):
        spent, verdicts = seconds(cut(turns, count, 1), sources)
        kinds = ", ".join(f"{n} {name}" for name, n in verdicts.most_common())
        print(f"{count:6}  {len(sources):8} {spent:6.1f}   {kinds}", flush=True)
    texts = [turn.text for turn in turns]
    begin = time.process_time()
    for _, text in cut(turns, FEW, 1):
        process.extractOne(text, texts, scorer=fuzz.partial_ratio)
    print(f"partial_ratio against all turns: {(time.process_time() - begin) / FEW * 1000:.0f} ms a quote")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("quotes", type=Path)
    parser.add_argument("turns", type=Path)
    parser.add_argument("--read", action="store_true", help="print every verdict")
    parser.add_argument("--time", action="store_true", help="only what it costs")
    parser.add_argument("--count", type=int, default=10_000, help="quotes to time")
    options = parser.parse_args()
    turns = [source(str(turn["turn"]), turn["speaker"], turn["text"]) for turn in load_corpus(options.turns)]
    if options.time:
        timed(turns, options.count)
        return
    records = load_corpus(options.quotes)
    right(records, turns, options.read)
    wrong(records, turns, options.read)


if __name__ == "__main__":
    main()
