"""Train the weights of the speaker ranking (src/quotetrace/attribute/weights.json).

    python benchmarks/train_attribution.py CORPUS.jsonl.gz [--dev CORPUS.jsonl.gz] [--write]

CORPUS: articles with hand-annotated attributions, as benchmarks/README.md describes. A log-linear model over the
candidates of each quotation, trained by full-batch gradient steps (Adagrad) with an L2 penalty; several candidates
may be right (each mention of the right person), so the likelihood is of their sum. Needs numpy, nothing else.
Features seen fewer than MINIMUM times, and weights rounded to zero, are left out of the file.
"""

import argparse
import collections
import gzip
import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
from gold import heads, load_corpus, overlap, verdict  # noqa: E402

from quotetrace.attribute.candidates import candidates
from quotetrace.attribute.names import entities
from quotetrace.attribute.place import Last, place
from quotetrace.attribute.reported import clause_features
from quotetrace.attribute.speech import speech_features
from quotetrace.attribute.spoken import winner
from quotetrace.attribute.weights import names
from quotetrace.attribute.resolve import Antecedent, Resolver
from quotetrace.config import ExtractOptions
from quotetrace.extract import extract
from quotetrace.lang import load
from quotetrace.models import Article

MINIMUM = 8


def examples(corpus):
    """-> [(features of each candidate, right candidates)], one for each quotation that the annotation decides."""
    language = load("en")
    out = []
    for record in corpus:
        article = Article(record["id"], record["id"], record["text"], language="en")
        e = extract(article, ExtractOptions())
        known, entity_of = entities(e, language)
        resolver = Resolver(e, known, entity_of, language)
        last = None
        for s, (a, b) in enumerate(e.tokens.sentences):
            for t in range(a, b):
                if t not in e.tokens.stretch_at:
                    continue
                stretch = e.stretches[e.tokens.stretch_at[t]]
                source = overlap(record, stretch)
                where = place(e, t, s, language)
                found = candidates(e, where, last, resolver)
                if source is None:
                    continue
                right = [i for i, c in enumerate(found) if is_right(e, c, source, resolver)]
                out.append((found, right, record["id"], stretch, e, source))
                best = next((i for i in right if found[i].mention >= 0), None)
                if best is not None:
                    m = found[best].mention
                    last = Last(m, resolver.resolve(m).entity, s, where.paragraph, where.whole, t)
    return out


def is_right(e, candidate, source, resolver):
    if source["source_type"] == "none":
        return candidate.mention < 0
    if candidate.mention < 0:
        return False
    mention = e.mentions[candidate.mention]
    wanted = set(source["heads"]) | set(source["names"])
    entity = resolver.resolve(candidate.mention).entity
    name = heads(resolver.entities[entity].name) if entity >= 0 else set()
    return bool(({mention.head} | heads(mention.text) | name) & wanted)


def matrix(data, index):
    """-> (flat feature ids, candidate of each, example of each candidate, right mask)"""
    feature, row, example, right = [], [], [], []
    n = 0
    for k, (found, good, *_) in enumerate(data):
        good = set(good)
        for i, c in enumerate(found):
            for f in c.features:
                if f in index:
                    feature.append(index[f])
                    row.append(n)
            example.append(k)
            right.append(i in good)
            n += 1
    return np.array(feature), np.array(row), np.array(example), np.array(right)


def softmax(score, example, count):
    top = np.full(count, -np.inf)
    np.maximum.at(top, example, score)
    e = np.exp(score - top[example])
    return e / np.bincount(example, e, count)[example]


def train(data, index, steps=300, rate=0.3, penalty=0.3):
    data = [d for d in data if d[1]]
    feature, row, example, right = matrix(data, index)
    weights = np.zeros(len(index))
    memory = np.full(len(index), 1e-8)
    n = len(data)
    for step in range(steps):
        score = np.bincount(row, weights[feature], len(example))
        p = softmax(score, example, n)
        q = np.where(right, p, 0)
        q /= np.bincount(example, q, n)[example]
        gradient = np.bincount(feature, (q - p)[row], len(index)) - penalty * weights
        memory += gradient**2
        weights += rate * gradient / np.sqrt(memory)
    return weights


def accuracy(data, weights, index):
    hit = reach = 0
    wrong = []
    for found, right, *rest in data:
        score = [sum(weights[index[f]] for f in c.features if f in index) for c in found]
        best = int(np.argmax(score))
        hit += best in right
        reach += bool(right)
        if best not in right:
            wrong.append((found, right, best, *rest))
    return hit / len(data), reach / len(data), wrong


def antecedents(corpus):
    """-> [([(entity, features)], right)] for each pronoun that is a source and whose name the annotation gives."""
    language = load("en")
    out = []
    for record in corpus:
        article = Article(record["id"], record["id"], record["text"], language="en")
        e = extract(article, ExtractOptions())
        known, entity_of = entities(e, language)
        resolver = Resolver(e, known, entity_of, language)
        wanted = {}
        for a in record["attributions"]:
            if a["source_type"] == "pronoun" and a["names"] and a["heads"]:
                near = [i for i, m in enumerate(e.mentions) if m.kind == "pronoun" and m.head in a["heads"]]
                if near:
                    i = min(
                        near,
                        key=lambda i: min(
                            abs(e.mentions[i].end - a["content"][0][0]), abs(e.mentions[i].start - a["content"][-1][1])
                        ),
                    )
                    if (
                        min(abs(e.mentions[i].end - a["content"][0][0]), abs(e.mentions[i].start - a["content"][-1][1]))
                        < 40
                    ):
                        wanted[i] = set(a["names"])
        for i in sorted(wanted):
            if language.pronouns.get(e.mentions[i].head, "")[1:] != "3s":
                continue
            found = resolver.candidates(i)
            right = [
                k
                for k, (entity, _) in enumerate(found)
                if known[entity].head in wanted[i] or heads(known[entity].name) & wanted[i]
            ]
            out.append(([Option(names(groups)) for _, groups in found], right))
            if right:
                resolver.settle(i, Antecedent(found[right[0]][0], 1.0))
            else:
                resolver.resolve(i)
    return [o for o in out if o[0]]


def stretches(corpus):
    """-> [([no features, features], [1 if speech else 0])] for each stretch in marks that the annotation decides."""
    language = load("en")
    out = []
    for record in corpus:
        article = Article(record["id"], record["id"], record["text"], language="en")
        e = extract(article, ExtractOptions())
        known, entity_of = entities(e, language)
        resolver = Resolver(e, known, entity_of, language)
        last = None
        for s, (a, b) in enumerate(e.tokens.sentences):
            for t in range(a, b):
                if t not in e.tokens.stretch_at:
                    continue
                stretch = e.stretches[e.tokens.stretch_at[t]]
                where = place(e, t, s, language)
                found = candidates(e, where, last, resolver)
                best, sure = winner(found, resolver)
                gold = verdict(record, stretch)
                if gold != "ign":
                    features = names(speech_features(e, where, best, sure, language))
                    out.append(
                        (
                            [Option(()), Option(features)],
                            [int(gold == "pos")],
                            record["id"],
                            stretch,
                            e,
                            {"source": gold, "names": []},
                        )
                    )
                if best.mention >= 0 and gold != "neg":
                    entity = resolver.resolve(best.mention).entity
                    last = Last(best.mention, entity, s, where.paragraph, where.whole, t)
    return out


def reported(corpus):
    """-> [([no features, features], [1 if reported else 0])] for each clause that follows or precedes a cue."""
    language = load("en")
    out = []
    for record in corpus:
        e = extract(Article(record["id"], record["id"], record["text"], language="en"), ExtractOptions())
        letters = lambda parts: {i for a, b in parts for i in range(a, b) if e.text[i].isalnum()}
        gold = [(letters(a["content"]), a) for a in record["attributions"] if a["kind"] != "direct"]
        for clause in e.clauses:
            if set(e.tokens.tags[clause.first : clause.stop]) <= set("Q.,!"):
                continue
            mine = letters([(clause.start, clause.end)])
            right = any(len(mine & theirs) >= 0.5 * len(mine | theirs) for theirs, _ in gold)
            out.append(
                (
                    [Option(()), Option(names(clause_features(e, clause, language)))],
                    [int(right)],
                    record["id"],
                    clause,
                    e,
                    {"source": "", "names": []},
                )
            )
    return out


Option = collections.namedtuple("Option", "features")


def fit(name, data, dev, penalty):
    count = collections.Counter(f for found, *_ in data for c in found for f in c.features)
    index = {f: i for i, f in enumerate(sorted(f for f, n in count.items() if n >= MINIMUM))}
    weights = train(data, index, penalty=penalty)
    print(name, "features", len(index), "examples", len(data), "train", *accuracy(data, weights, index)[:2])
    *figures, wrong = accuracy(dev, weights, index) if dev else ((0, []),)
    print(name, "dev", len(dev), *figures)
    return {f: round(float(weights[i]), 2) for f, i in index.items() if abs(weights[i]) >= 0.01}, wrong


def save(name, kept):
    path = Path(__file__).parent.parent / "src/quotetrace/attribute/weights.json"
    data = json.loads(path.read_text()) if path.exists() else {}
    data[name] = kept
    path.write_text(json.dumps(data, indent=0, sort_keys=True) + "\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus")
    parser.add_argument("--dev")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--penalty", type=float, default=1.0)
    parser.add_argument("--models", default="antecedent,speaker")
    args = parser.parse_args()
    corpus, dev = load_corpus(args.corpus), load_corpus(args.dev) if args.dev else []
    for name in args.models.split(","):
        make = {"antecedent": antecedents, "speaker": examples, "speech": stretches, "clause": reported}[name]
        kept, wrong = fit(name, make(corpus), make(dev), args.penalty)
        if args.write:
            save(name, kept)
        if name in ("speech", "clause"):
            spread(make(dev), kept)
        elif name == "speaker":
            show(wrong[: args.errors])


def spread(dev, kept):
    """F1 of "is speech" on ``dev`` at each threshold."""
    scored = sorted((1 / (1 + np.exp(-sum(kept.get(f, 0) for f in o[0][1].features))), o[1][0]) for o in dev)
    for threshold in (0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        taken = [g for p, g in scored if p >= threshold]
        precision, recall = sum(taken) / len(taken), sum(taken) / sum(g for _, g in scored)
        print(threshold, round(precision, 4), round(recall, 4), round(2 * precision * recall / (precision + recall), 4))


def show(wrong):
    for found, right, best, ident, stretch, e, source in wrong:
        t = e.text
        name = lambda i: e.mentions[found[i].mention].text if found[i].mention >= 0 else None
        print(
            repr(t[max(0, stretch.start - 200) : stretch.start]),
            "[[",
            repr(t[stretch.start : stretch.end][:100]),
            "]]",
            repr(t[stretch.end : stretch.end + 120]),
        )
        print(
            "    got",
            name(best),
            found[best].features[:2],
            "| gold",
            source["source"],
            source["names"],
            "| right",
            [(name(i), found[i].features[:2]) for i in right][:2],
        )


if __name__ == "__main__":
    main()
