#!/usr/bin/env python3
"""Count the figures of `winnow bench Corpus` a second time, from the records alone, and compare them.

Usage: Scripts/check-bench.py [--winnow FILE] [--corpus FOLDER]

The two ways of counting share nothing but the corpus: this one is Python, with `\\w+` and `casefold` as the field's
benchmarks use them. Exits with status 1 when a figure differs in more than the last digit of a double.

Standard library only.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROLES = ("title", "byline", "article", "caption", "comment", "navigation", "related", "ticker", "promo", "other")
WORD = re.compile(r"\w+")
# Sums of some hundred shares differ by this much with their order.
TOLERANCE = 1e-12


def words(text):
    return Counter(WORD.findall((text or "").lower()))


def shingles(text):
    found = WORD.findall(text or "")
    return Counter(tuple(found[start:start + 4]) for start in range(max(1, len(found) - 3)) if found)


def scores(got, want):
    """F1, precision and recall of two bags; a page that wants nothing scores 1 only for nothing."""
    if not want:
        return (1.0, 1.0, 1.0) if not got else (0.0, 0.0, 0.0)
    hits = (got & want).total()
    precision, recall = hits / max(got.total(), 1), hits / want.total()
    return (2 * precision * recall / (precision + recall) if hits else 0.0), precision, recall


def mean(values):
    values = list(values)
    return sum(values) / len(values)


def squashed(text):
    return "".join(WORD.findall((text or "").casefold()))


def correlation(pairs):
    first, second = mean(pair[0] for pair in pairs), mean(pair[1] for pair in pairs)
    products = sum((a - first) * (b - second) for a, b in pairs)
    squares = sum((a - first) ** 2 for a, _ in pairs) * sum((b - second) ** 2 for _, b in pairs)
    return products / squares ** 0.5 if squares else 0.0


def text_figures(pairs):
    texts = [(record["text"], "\n".join(block["text"] for block in page["blocks"] if block["role"] == "article"))
             for record, page in pairs]
    by_words = [scores(words(got), words(want)) for got, want in texts]
    runs = [(shingles(got), shingles(want)) for got, want in texts]
    precision = mean((got & want).total() / got.total() for got, want in runs if got)
    recall = mean((got & want).total() / want.total() for got, want in runs if want)
    return {
        "text": mean(row[0] for row in by_words), "textPrecision": mean(row[1] for row in by_words),
        "textRecall": mean(row[2] for row in by_words), "shinglePrecision": precision, "shingleRecall": recall,
        "shingles": 2 * precision * recall / (precision + recall), "exact": mean(got == want for got, want in runs),
    }, [row[0] for row in by_words]


def role_figures(pairs):
    hits, found, wanted, accuracies = Counter(), Counter(), Counter(), []
    for record, page in pairs:
        bags = []
        for blocks in (record["blocks"], page["blocks"]):
            bag = defaultdict(Counter)
            for block in blocks:
                bag[block["role"]].update(words(block["text"]))
            bags.append(bag)
        right = 0
        for role in ROLES:
            common = (bags[0][role] & bags[1][role]).total()
            right += common
            hits[role] += common
            found[role] += bags[0][role].total()
            wanted[role] += bags[1][role].total()
        total = sum(bags[1][role].total() for role in ROLES)
        accuracies.append(right / total if total else 1.0)
    f1 = {role: 2 * hits[role] / (found[role] + wanted[role]) for role in ROLES if found[role] + wanted[role]}
    figures = {f"role.{role}": score for role, score in f1.items()}
    figures["macro"] = mean(f1[role] for role in ROLES if wanted[role])
    figures["roleAccuracy"] = hits.total() / wanted.total()
    figures["pageRoleAccuracy"] = mean(accuracies)
    return figures


def metadata_figures(pairs):
    return {
        "title": mean(squashed(page["title"]) == squashed(record["title"]) for record, page in pairs if page["title"]),
        "author": mean(scores(words(record["author"]), words(page["author"]))[0]
                       for record, page in pairs if page["author"]),
        "published": mean((record["published"] or "")[:10] == page["published"][:10]
                          for record, page in pairs if page["published"]),
        "pageType": mean(record["pageType"] == page["pageType"] for record, page in pairs if record["pageType"]),
        "language": mean((record["language"] or "").split("-")[0] == page["language"].split("-")[0]
                         for record, page in pairs),
    }


def count(pairs):
    figures, f1 = text_figures(pairs)
    figures |= role_figures(pairs) | metadata_figures(pairs)
    confidences = [(record["confidence"], score) for (record, _), score in zip(pairs, f1)]
    # Records round confidence to four decimals.
    rounded = {"confidence.correlation": correlation(confidences),
               "confidence.meanError": mean(abs(a - b) for a, b in confidences)}
    return figures, rounded


def bench(winnow, corpus):
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder) / "run.json"
        subprocess.run([winnow, "bench", corpus, "--no-floors", "--json", report],
                       stdout=subprocess.DEVNULL, check=True)
        run = json.loads(report.read_text("utf-8"))
    figures = {name: entry["value"] for name, entry in run["figures"].items()}
    figures |= {f"role.{role}": entry["f1"] for role, entry in run["roles"].items()}
    figures |= {f"confidence.{name}": run["confidence"][name] for name in ("correlation", "meanError")}
    return figures


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--winnow", type=pathlib.Path, default=ROOT / ".build" / "release" / "winnow")
    parser.add_argument("--corpus", type=pathlib.Path, default=ROOT / "Corpus")
    options = parser.parse_args()
    folders = sorted(path.parent for path in options.corpus.glob("**/expected.json"))
    pages = [json.loads((folder / "expected.json").read_text("utf-8")) for folder in folders]
    output = subprocess.run([options.winnow, "extract", "--format", "jsonl", "--roles", "all",
                             *(folder / "source.html" for folder in folders)], stdout=subprocess.PIPE, check=True).stdout
    figures, rounded = count(list(zip(map(json.loads, output.splitlines()), pages)))
    theirs, wrong = bench(options.winnow, options.corpus), 0
    for name, figure in {**figures, **rounded}.items():
        if abs(figure - theirs.get(name, -1)) > (1e-4 if name in rounded else TOLERANCE):
            wrong += 1
            print(f"{name}: {figure} here, {theirs.get(name)} by winnow bench")
    print(f"{len(figures) + len(rounded)} figures of {len(pages)} pages counted twice, {wrong} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
