"""What a language adds to the English weights (src/quotetrace/attribute/weights.json, "speech:de" and "speaker:de").

    python benchmarks/adapt_language.py CORPUS.jsonl.gz --language de [--folds 5] [--write]

CORPUS: as for train_attribution.py. The English weights stay as they are; only differences from them are learnt, with
a strong penalty, a weaker one on features that English does not have, and small ones are left out. `--folds` trains on
the rest of the articles for each fold and prints the F1 of speech and the share of right speakers on articles that had
no part in it, with and without the differences.
"""

import argparse
import collections
import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
from gold import letters, load_corpus, overlap, same_words, verdict
from quotetrace.attribute import own, spoken
from quotetrace.attribute.candidates import candidates
from quotetrace.attribute.labels import is_label
from quotetrace.attribute.names import entities
from quotetrace.attribute.place import place
from quotetrace.attribute.reported import clause_features, likely_clauses, own_features, possible_clauses
from quotetrace.attribute.resolve import Resolver
from quotetrace.attribute.running import in_mood
from quotetrace.attribute.setting import setting
from quotetrace.attribute.speech import speech_features
from quotetrace.attribute.weights import names, total, weights
from quotetrace.config import ExtractOptions
from quotetrace.extract import extract
from quotetrace.lang import load
from quotetrace.models import Article
from train_attribution import is_right, softmax

SEEN = 8  # times that a feature must occur
LEAST = 0.02  # a smaller difference is left out
PENALTY = {"speech": 12.0, "speaker": 15.0, "clause": 12.0}  # on differences from the weights that all languages share,
OWN_PENALTY = 5.0  # and on what only the languages with weights of their own look at:
OWN = {
    "speaker": ("mood:", "looks:", "after:", "gov:", "subj:", "run"),
    "speech": ("finite:", "noun:", "known:", "pronoun:", "mood:", "again:", "before:", "opening:", "after:", "clause:"),
    "clause": ("mood:", "verb:", "comma:", "cue:", "summed:"),
}
Example = collections.namedtuple("Example", "options right speech gold given hit")


def examples(record, code):
    """One for each stretch in marks: candidates, which are right, features of speech, and what the annotators saw."""
    language = load(code)
    e = extract(Article(record["id"], record["id"], record["text"], language=code), ExtractOptions())
    resolver = Resolver(e, *entities(e, language), language)
    likely = likely_clauses(e, possible_clauses(e, ExtractOptions(thought=True), language), language)
    last, around = None, setting(e, likely)
    for s, (a, b) in enumerate(e.tokens.sentences):
        for t in range(a, b):
            if t not in e.tokens.stretch_at:
                continue
            stretch = e.stretches[e.tokens.stretch_at[t]]
            where = place(e, t, s, language)
            found = candidates(e, where, last, resolver)
            reported = in_mood(e, where.sentence, language)
            options = [(total(c.groups), own.speaker_features(c, reported, e, resolver)) for c in found]
            scores = [score + own.added("speaker", language, features) for score, features in options]
            best, sure = spoken.winner(found, resolver, scores)
            groups = speech_features(e, where, best, sure, language, around)
            speech = (total(groups), (*names(groups), *own.speech_features(e, where, best, language)))
            given = speech[0] + own.added("speech", language, speech[1]) >= spoken.ADAPTED_THRESHOLD
            given = given and not is_label(e, where, best, language)
            source = overlap(record, stretch)
            right = [i for i, c in enumerate(found) if source and is_right(e, c, source, resolver)]
            hit = best.mention in {found[i].mention for i in right}
            yield Example(options, right, speech, verdict(record, stretch), given, hit)
            if given and best.mention >= 0:
                last = spoken.said_last(best, where, last, resolver)


def differences(model, data, code, steps=200, rate=0.2):
    """The weights to add for ``data``: pairs of options (English score, features) and the indices of the right ones."""
    count = collections.Counter(f for options, _ in data for _, features in options for f in features)
    index = {f: i for i, f in enumerate(sorted(f for f, n in count.items() if n >= SEEN))}
    rows = [features for options, _ in data for _, features in options]
    example = np.array([k for k, (options, _) in enumerate(data) for _ in options])
    right = np.array([i in good for options, good in data for i in range(len(options))])
    offset = np.array([score for options, _ in data for score, _ in options])
    row = np.array([r for r, features in enumerate(rows) for f in features if f in index])
    feature = np.array([index[f] for features in rows for f in features if f in index])
    penalty = np.array([OWN_PENALTY if f.startswith(OWN[model]) else PENALTY[model] for f in index])
    learnt, memory = np.zeros(len(index)), np.full(len(index), 1e-8)
    for _ in range(steps):
        p = softmax(offset + np.bincount(row, learnt[feature], len(rows)), example, len(data))
        q = np.where(right, p, 0)
        q /= np.bincount(example, q, len(data))[example]
        gradient = np.bincount(feature, (q - p)[row], len(index)) - penalty * learnt
        memory += gradient**2
        learnt += rate * gradient / np.sqrt(memory)
    return {f: round(float(learnt[i]), 2) for f, i in index.items() if abs(learnt[i]) >= LEAST}


def use(code, **values):
    """Put the differences of each model in place, as if they stood in weights.json."""
    for model, known in values.items():
        kept = weights(f"{model}:{code}")
        kept.clear()
        kept.update({name: round(100 * value) for name, value in known.items()})


def learn(corpus, code):
    """-> {"speaker": …, "speech": …}, the second learnt with the first in place."""
    use(code, speaker={}, speech={})
    data = [(x.options, set(x.right)) for record in corpus for x in examples(record, code) if x.right]
    speaker = differences("speaker", data, code)
    use(code, speaker=speaker)
    data = [
        ([(0.0, ()), x.speech], {int(x.gold == "pos")})
        for record in corpus
        for x in examples(record, code)
        if x.gold != "ign"
    ]
    return {"speaker": speaker, "speech": differences("speech", data, code), "clause": learn_clauses(corpus, code)}


def learn_clauses(corpus, code):
    """The weights to add for reported clauses: right are those with half of their letters in one annotated content."""
    use(code, clause={})
    language, options, data = load(code), ExtractOptions(), []
    for record in corpus:
        extraction = extract(Article(record["id"], record["id"], record["text"], language=code), options)
        gold = [letters(record["text"], a["content"]) for a in record["attributions"]]
        for clause in possible_clauses(extraction, options, language):
            if set(extraction.tokens.tags[clause.first : clause.stop]) <= set("Q.,!"):
                continue
            groups = clause_features(extraction, clause, language)
            features = (*names(groups), *own_features(extraction, clause, language))
            mine = letters(record["text"], [(clause.start, clause.end)])
            right = any(same_words(mine, theirs) for theirs in gold)
            data.append(([(0.0, ()), (total(groups), features)], {int(right)}))
    return differences("clause", data, code)


def measure(corpus, code):
    """-> counts of right, given and wanted stretches of speech, and of right speakers."""
    count = collections.Counter()
    for record in corpus:
        for x in examples(record, code):
            count["given"] += x.given and x.gold != "ign"
            count["wanted"] += x.gold == "pos"
            count["right"] += x.given and x.gold == "pos"
            count["speaker"] += x.given and x.gold == "pos" and x.hit
    return count


def show(name, count):
    size = count["given"] + count["wanted"]
    print(
        name,
        "speech F1",
        round(2 * count["right"] / size, 4),
        "with the speaker",
        round(2 * count["speaker"] / size, 4),
    )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus")
    parser.add_argument("--language", required=True)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    corpus, code = load_corpus(args.corpus), args.language
    use(code, speaker={}, speech={}, clause={})
    show("English weights", measure(corpus, code))
    held_out = collections.Counter()
    for fold in range(args.folds):
        use(code, **learn([r for i, r in enumerate(corpus) if i % args.folds != fold], code))
        held_out += measure(corpus[fold :: args.folds], code)
    if args.folds:
        show(f"{args.folds} folds", held_out)
    if args.write:
        learnt = learn(corpus, code)
        use(code, **learnt)
        show("trained on all", measure(corpus, code))
        path = Path(__file__).parent.parent / "src/quotetrace/attribute/weights.json"
        data = json.loads(path.read_text()) | {f"{model}:{code}": values for model, values in learnt.items()}
        path.write_text(json.dumps(data, indent=0, sort_keys=True) + "\n")
        print({model: len(values) for model, values in learnt.items()})


if __name__ == "__main__":
    main()
