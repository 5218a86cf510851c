"""Train the weights that attribute quotations (src/quotetrace/attribute/weights.json).

    python benchmarks/train_attribution.py CORPUS.jsonl.gz [--dev CORPUS.jsonl.gz] [--write]

CORPUS: articles with hand-annotated attributions, as benchmarks/README.md describes. Each model is log-linear over the
options of each choice (who said it; whose name a pronoun stands for; speech or not; reported or not; where a clause
ends), trained by
full-batch gradient steps (Adagrad) with an L2 penalty. Several options may be right (each mention of the right
person), so the likelihood is of their sum. Needs numpy, nothing else. Rare features, and weights rounded to zero, are
left out of the file. "speaker" and "speech", which all languages without a whole set of their own share, know no words
and are held smaller than the others, so that little of what only English does gets into them.
"""

import argparse
import collections
import json
import re
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
from gold import heads, letters, load_corpus, nearest_pronoun, overlap, same_words, verdict
from quotetrace.attribute.candidates import candidates
from quotetrace.attribute.ends import closed, end_features, ending_at, ends
from quotetrace.attribute.names import Antecedent, entities
from quotetrace.attribute.place import place
from quotetrace.attribute.reported import clause_features, likely_clauses, possible_clauses
from quotetrace.attribute.resolve import Resolver
from quotetrace.attribute.setting import setting
from quotetrace.attribute.speech import speech_features
from quotetrace.attribute.spoken import said_last, winner
from quotetrace.attribute.weights import names
from quotetrace.config import ExtractOptions, ReadOptions
from quotetrace.extract import extract
from quotetrace.lang import load
from quotetrace.models import Article
from quotetrace.read import read

MINIMUM = {
    "speaker": 20,
    "speech": 20,
    "speaker-en": 4,
    "speech-en": 4,
}  # times that a feature must occur, in most models 8
PENALTY = {
    "speaker": 10.0,
    "speech": 10.0,
    "speaker-en": 4.0,
    "speech-en": 4.0,
    "clause-en": 4.0,
}  # of the square of each weight; in most models --penalty
NEARLY = 0.06  # an end that agrees with the annotation this much less than the best one is right too
LANGUAGE = load("en")
WEIGHTS = Path(__file__).parent.parent / "src/quotetrace/attribute/weights.json"

Option = collections.namedtuple("Option", "features")
Choice = collections.namedtuple("Choice", "options right article extraction stretch gold", defaults=(None,) * 4)


def articles_of(path):
    """The records of a corpus, each with its article as the reader sees it, headline and all."""
    articles = {a.key.split("#")[-1]: a for a in read([path], ReadOptions()) if isinstance(a, Article)}
    return [(record, articles[record["id"]]) for record in load_corpus(path)]


def readings(corpus):
    """Each record with its extraction and a resolver for its mentions."""
    for record, article in corpus:
        extraction = extract(article, ExtractOptions())
        yield record, extraction, Resolver(extraction, *entities(extraction, LANGUAGE), LANGUAGE)


def stretches(extraction):
    """Each stretch in marks that is no part of another, with its place."""
    for sentence, (a, b) in enumerate(extraction.tokens.sentences):
        for token in range(a, b):
            if token in extraction.tokens.stretch_at:
                stretch = extraction.stretches[extraction.tokens.stretch_at[token]]
                if stretch.unmarked:
                    continue
                yield stretch, place(extraction, token, sentence, LANGUAGE)


def speakers(corpus):
    """Who said it: a choice for each quotation whose source the annotation gives."""
    for record, extraction, resolver in readings(corpus):
        last = None
        for stretch, where in stretches(extraction):
            found = candidates(extraction, where, last, resolver)
            source = overlap(record, stretch)
            if source is None:
                continue
            right = [i for i, c in enumerate(found) if is_right(extraction, c, source, resolver)]
            options = [Option(c.features) for c in found]
            yield Choice(options, right, record["id"], extraction, stretch, source)
            best, _ = winner(found, resolver)
            if best.mention >= 0:
                last = said_last(best, where, last, resolver)


def is_right(extraction, candidate, source, resolver):
    """Whether the candidate is the annotated source, by the last words of its name."""
    if source["source_type"] == "none" or candidate.mention < 0:
        return source["source_type"] == "none" and candidate.mention < 0
    mention = extraction.mentions[candidate.mention]
    entity = resolver.resolve(candidate.mention).entity
    name = heads(resolver.entities[entity].name) if entity >= 0 else set()
    return bool(({mention.head} | heads(mention.text) | name) & {*source["heads"], *source["names"]})


def wordless(choices):
    """The same choices, described without single words."""
    for choice in choices:
        options = [Option(tuple(f for f in option.features if not _names_word(f))) for option in choice.options]
        yield choice._replace(options=options)


def _names_word(feature):
    return re.match(r"noun |word:|\w+:(?:verb|opens|helped) [^\W_A-Z]", feature) is not None


def antecedents(corpus):
    """Whose name it is: a choice for each singular pronoun that is a source and whose name the annotation gives."""
    for record, extraction, resolver in readings(corpus):
        wanted = {}
        for attribution in record["attributions"]:
            index = nearest_pronoun(extraction.mentions, attribution)
            if index is not None:
                wanted[index] = set(attribution["names"])
        for index, given in sorted(wanted.items()):
            if LANGUAGE.pronouns.get(extraction.mentions[index].head, "")[1:] != "3s":
                continue
            found = resolver.candidates(index)
            known = [resolver.entities[entity] for entity, _ in found]
            right = [k for k, who in enumerate(known) if {who.head, *heads(who.name)} & given]
            if found:
                yield Choice([Option(names(groups)) for _, groups in found], right)
            if right:
                resolver.settle(index, Antecedent(found[right[0]][0], 1.0))
            else:
                resolver.resolve(index)


def speech(corpus):
    """Speech or not: a choice for each stretch in marks that the annotation decides."""
    for record, extraction, resolver in readings(corpus):
        found = possible_clauses(extraction, ExtractOptions(thought=True), LANGUAGE)
        last, around = None, setting(extraction, likely_clauses(extraction, found, LANGUAGE))
        for stretch, where in stretches(extraction):
            best, sure = winner(candidates(extraction, where, last, resolver), resolver)
            gold = verdict(record, stretch)
            if gold != "ign":
                features = names(speech_features(extraction, where, best, sure, LANGUAGE, around))
                yield Choice([Option(()), Option(features)], [int(gold == "pos")])
            if best.mention >= 0 and gold != "neg":
                last = said_last(best, where, last, resolver)


def reports(corpus):
    """The annotated contents of each text with its clauses, those apart that are nothing but marks."""
    for record, extraction, _ in readings(corpus):
        tags = extraction.tokens.tags
        gold = [letters(extraction.text, a["content"]) for a in record["attributions"] if a["kind"] != "direct"]
        yield extraction, gold, [c for c in extraction.clauses if not set(tags[c.first : c.stop]) <= set("Q.,!")]


def ends_of_clauses(corpus):
    """Where a clause ends: a choice for each clause of which one end at least agrees with the annotation."""
    for extraction, gold, found in reports(corpus):
        for clause in found:
            options = ends(extraction, clause, LANGUAGE) if clause.position != "before" else []
            if len(options) < 2:
                continue
            spans = [ending_at(extraction.tokens, clause, stop) for stop in options]
            mine = [letters(extraction.text, [(c.start, c.end)]) for c in spans]
            near = [theirs for theirs in gold if theirs & mine[-1]]
            alike = [[len(m & theirs) / len(m | theirs) for m in mine] for theirs in near]
            best = max(alike, key=max, default=[0.0])
            if max(best) < 0.5:
                continue
            features = end_features(extraction, clause, options, LANGUAGE)
            right = [k for k, share in enumerate(best) if share >= max(best) - NEARLY]
            yield Choice([Option(names(groups)) for groups in features], right)


def clauses(corpus):
    """Reported or not: a choice for each clause that follows or precedes a cue, up to its likeliest end."""
    for extraction, gold, found in reports(corpus):
        text = extraction.text
        for clause in (closed(extraction, c, LANGUAGE) for c in found):
            mine = letters(text, [(clause.start, clause.end)])
            right = any(same_words(mine, theirs) for theirs in gold)
            yield Choice([Option(()), Option(names(clause_features(extraction, clause, LANGUAGE)))], [int(right)])


MODELS = {
    "end-en": ends_of_clauses,
    "antecedent": antecedents,
    "speaker-en": speakers,
    "speech-en": speech,
    "speaker": lambda corpus: wordless(speakers(corpus)),
    "speech": lambda corpus: wordless(speech(corpus)),
    "clause": clauses,
    "clause-en": clauses,
}


def matrix(data, index):
    """-> (flat feature ids, option of each, choice of each option, right mask)"""
    feature, row, example, right = [], [], [], []
    for k, choice in enumerate(data):
        for i, option in enumerate(choice.options):
            known = [index[f] for f in option.features if f in index]
            feature += known
            row += [len(example)] * len(known)
            example.append(k)
            right.append(i in choice.right)
    return np.array(feature), np.array(row), np.array(example), np.array(right)


def softmax(score, example, count):
    """The share of each option in its choice."""
    top = np.full(count, -np.inf)
    np.maximum.at(top, example, score)
    raised = np.exp(score - top[example])
    return raised / np.bincount(example, raised, count)[example]


def train(data, index, steps=300, rate=0.3, penalty=0.3):
    """The weights, in the order of ``index``, that make the right options likeliest."""
    data = [choice for choice in data if choice.right]
    feature, row, example, right = matrix(data, index)
    weights = np.zeros(len(index))
    memory = np.full(len(index), 1e-8)
    for _ in range(steps):
        score = np.bincount(row, weights[feature], len(example))
        share = softmax(score, example, len(data))
        wanted = np.where(right, share, 0)
        wanted /= np.bincount(example, wanted, len(data))[example]
        gradient = np.bincount(feature, (wanted - share)[row], len(index)) - penalty * weights
        memory += gradient**2
        weights += rate * gradient / np.sqrt(memory)
    return weights


def scores(choice, kept):
    """The score of each option of ``choice`` by the weights ``kept``."""
    return [sum(kept.get(f, 0.0) for f in option.features) for option in choice.options]


def accuracy(data, kept):
    """-> (share of choices that come out right, share that can, [(choice, option) that came out wrong])"""
    best = [int(np.argmax(scores(choice, kept))) for choice in data]
    wrong = [(choice, k) for choice, k in zip(data, best, strict=True) if k not in choice.right]
    reach = sum(bool(choice.right) for choice in data)
    return 1 - len(wrong) / len(data), reach / len(data), wrong


def fit(name, data, dev, penalty):
    """Train one model and print how it does -> (weights by feature, mistakes on ``dev``)"""
    count = collections.Counter(f for choice in data for option in choice.options for f in option.features)
    index = {f: i for i, f in enumerate(sorted(f for f, n in count.items() if n >= MINIMUM.get(name, 8)))}
    weights = train(data, index, penalty=PENALTY.get(name, penalty))
    full = {f: float(weights[i]) for f, i in index.items()}
    print(name, "features", len(index), "examples", len(data), "train", *accuracy(data, full)[:2])
    *figures, wrong = accuracy(dev, full) if dev else ((0, []),)
    print(name, "dev", len(dev), *figures)
    return {f: round(weight, 2) for f, weight in full.items() if abs(weight) >= 0.01}, wrong


def save(name, kept):
    """Put the weights of one model into the file."""
    data = json.loads(WEIGHTS.read_text(encoding="utf-8")) if WEIGHTS.exists() else {}
    data[name] = kept
    WEIGHTS.write_text(json.dumps(data, indent=0, sort_keys=True) + "\n", encoding="utf-8")


def spread(dev, kept):
    """Precision, recall and F1 of "yes" on ``dev`` at each threshold."""
    scored = [(1 / (1 + np.exp(-scores(choice, kept)[1])), choice.right[0]) for choice in dev]
    for threshold in (0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        taken = [right for chance, right in scored if chance >= threshold]
        precision, recall = sum(taken) / len(taken), sum(taken) / sum(right for _, right in scored)
        print(threshold, round(precision, 4), round(recall, 4), round(2 * precision * recall / (precision + recall), 4))


def show(wrong):
    """Print mistakes of the speaker model: the words around, what won, what should have."""
    for choice, got in wrong:
        text, stretch = choice.extraction.text, choice.stretch
        before, after = text[max(0, stretch.start - 200) : stretch.start], text[stretch.end : stretch.end + 120]
        print(repr(before), "[[", repr(text[stretch.start : stretch.end][:100]), "]]", repr(after))
        print("    got", choice.options[got].features[:2], "| gold", choice.gold["source"], choice.gold["names"])
        print("    right", [choice.options[i].features[:2] for i in choice.right][:2])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus")
    parser.add_argument("--dev", help="a corpus to measure on")
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    parser.add_argument("--errors", type=int, default=0, help="mistakes of the speaker model to print")
    parser.add_argument("--penalty", type=float, default=2.0, help="of the square of each weight")
    parser.add_argument("--models", default="antecedent,speaker-en", help=f"of {', '.join(MODELS)}")
    args = parser.parse_args()
    corpus, held_out = articles_of(args.corpus), articles_of(args.dev) if args.dev else []
    for name in args.models.split(","):
        dev = list(MODELS[name](held_out))
        kept, wrong = fit(name, list(MODELS[name](corpus)), dev, args.penalty)
        if args.write:
            save(name, kept)
        if dev and name in ("speech-en", "speech", "clause", "clause-en"):
            spread(dev, kept)
        elif name in ("speaker-en", "speaker"):
            show(wrong[: args.errors])


if __name__ == "__main__":
    main()
