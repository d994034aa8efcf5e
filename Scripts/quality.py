#!/usr/bin/env python3
"""Print the full table of quality of the built `winnow`: text, roles, page types, metadata and confidence.

Usage: Scripts/quality.py [--winnow FILE] [--json FILE]

Corpora, each skipped with a word when it is not there:
- Corpus/pages of the project, the pages that no fit saw.
- the folder named by WINNOW_CORPORA (default: ../shared/corpora): wcxb-dev/ and roles-dev/ in it, and seeds/ in it
  or beside it (text dumps NAME.txt with NAME.roles.json).

The shipped model is fitted on wcxb-dev, roles-dev and the pages of Corpus/ that are not held out: figures of the
model on them are in-sample. The column `unseen` has those of the fit's folds, from Sources/CModel/model.json, in
which no page is scored by a model that saw its site. `rules` is the labelling without the model, on the same pages.

Measures are those of Scripts/bench.py, which says how each is counted, and
- metadata: title, the share that is equal but for signs and case; author, word F1; published, the same day.
- confidence: its correlation (Pearson) with the true word F1, and its mean absolute error.

Standard library only.
"""

import argparse
import json
import os
import pathlib
import re
import sys
from collections import Counter, defaultdict

import bench

KINDS = ("all", "article", "documentation", "service", "forum", "collection", "listing", "product")
SIGNS = re.compile(r"\W+")


def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else float("nan")


def correlation(first, second):
    """Pearson's coefficient; 0 where one of the two does not vary."""
    middle = mean(first), mean(second)
    products = sum((a - middle[0]) * (b - middle[1]) for a, b in zip(first, second))
    squares = sum((a - middle[0]) ** 2 for a in first) * sum((b - middle[1]) ** 2 for b in second)
    return products / squares ** 0.5 if squares else 0.0


def text_scores(truth, found):
    """Mean word F1 of the text by page type."""
    by_kind = defaultdict(list)
    for page, record in zip(truth, found):
        score = bench.page_score(record["text"], page["text"])[0]
        by_kind["all"].append(score)
        by_kind[page["page_type"]].append(score)
    return {kind: mean(scores) for kind, scores in by_kind.items()}


def role_scores(pairs):
    """F1 of each role over pooled words, and accuracy; pairs are (blocks of the record, blocks expected)."""
    hits, predicted, wanted = Counter(), Counter(), Counter()
    for blocks_of_pair in pairs:
        bags = []
        for blocks in blocks_of_pair:
            bag = defaultdict(Counter)
            for block in blocks:
                bag[block["role"]].update(bench.words(block["text"]))
            bags.append(bag)
        for role in bench.ROLES:
            hits[role] += (bags[0][role] & bags[1][role]).total()
            predicted[role] += bags[0][role].total()
            wanted[role] += bags[1][role].total()
    scores = {role: bench.f1(hits[role], predicted[role], wanted[role]) for role in bench.ROLES if wanted[role]}
    scores["accuracy"] = hits.total() / max(wanted.total(), 1)
    return scores


def metadata_scores(truth, found):
    def squashed(text):
        return SIGNS.sub("", (text or "").casefold())

    pairs = list(zip(truth, found))
    return {
        "title": mean(squashed(page["title"]) == squashed(record["title"]) for page, record in pairs if page["title"]),
        "author": mean(bench.page_score(record["author"], page["author"])[0] for page, record in pairs if page["author"]),
        "published": mean((record["published"] or "")[:10] == page["published"][:10]
                          for page, record in pairs if page["published"]),
    }


def print_table(title, columns):
    """Prints scores; columns are (heading, scores by row)."""
    print(f"\n{title}\n{'':<16}" + "".join(f"{heading:>12}" for heading, _ in columns))
    rows = list(dict.fromkeys(row for _, scores in columns for row in scores))
    order = [row for row in dict.fromkeys((*KINDS, *bench.ROLES)) if row in rows]
    for row in order + [row for row in rows if row not in order]:
        cells = (scores.get(row) for _, scores in columns)
        print(f"{row:<16}" + "".join(f"{'-' if cell is None else format(cell, '.4f'):>12}" for cell in cells))
    return {heading: {row: round(score, 4) for row, score in scores.items()} for heading, scores in columns}


def report_pages(folder, unseen):
    """Text, page types, metadata and confidence on wcxb-dev."""
    truth = bench.read_lines(folder / "ground-truth.jsonl.gz")
    files = [folder / "html" / f"{page['id']}.html.gz" for page in truth]
    found = bench.records(files, "--roles", "article")
    by_rules = bench.records(files, "--roles", "article", "--rules")
    scores = [bench.page_score(record["text"], page["text"])[0] for page, record in zip(truth, found)]
    confidences = [record["confidence"] for record in found]
    types = {"pageType": mean(record["pageType"] == page["page_type"] for page, record in zip(truth, found))}
    return {
        "text": print_table(f"wcxb-dev, {len(truth)} pages: word F1 of the text", [
            ("in-sample", text_scores(truth, found)), ("unseen", unseen.get("main", {})),
            ("rules", text_scores(truth, by_rules))]),
        "pageType": print_table("wcxb-dev: accuracy of the page type", [
            ("in-sample", types), ("unseen", {"pageType": unseen["pageType"]} if "pageType" in unseen else {})]),
        "metadata": print_table("wcxb-dev: metadata (no fit has part in it)", [
            ("all", metadata_scores(truth, found))]),
        "confidence": print_table("wcxb-dev: confidence and the true word F1", [
            ("in-sample", {"correlation": correlation(confidences, scores),
                           "mean error": mean(abs(a - b) for a, b in zip(confidences, scores))}),
            ("unseen", unseen.get("confidence", {}))]),
    }


def report_roles(title, files, expected, unseen=None, seen="in-sample"):
    pages = [page["blocks"] for page in expected]
    columns = [(seen, role_scores([(record["blocks"], blocks) for record, blocks in
                                   zip(bench.records(files, "--roles", "all"), pages)]))]
    if unseen:
        columns.append(("unseen", unseen))
    columns.append(("rules", role_scores([(record["blocks"], blocks) for record, blocks in
                                          zip(bench.records(files, "--roles", "all", "--rules"), pages)])))
    return print_table(f"{title}, {len(files)} pages: words by role", columns)


def report_corpus():
    folders = sorted(path for path in (bench.ROOT / "Corpus" / "pages").iterdir() if path.is_dir())
    expected = [json.loads((folder / "expected.json").read_text("utf-8")) for folder in folders]
    held_out = [(folder / "source.html", page) for folder, page in zip(folders, expected) if page["heldOut"]]
    return report_roles("Corpus/pages, held out", *map(list, zip(*held_out)), seen="unseen")


def report_dumps(folder):
    files = sorted(folder.glob("*.txt"))
    expected = [json.loads(path.with_suffix(".roles.json").read_text("utf-8")) for path in files]
    found = bench.records(files, "--roles", "all")
    return print_table(f"seeds, {len(files)} text dumps: words by role", [
        ("all", role_scores([(record["blocks"], page["blocks"]) for record, page in zip(found, expected)]))])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--winnow", type=pathlib.Path, default=bench.WINNOW, help="the built command")
    parser.add_argument("--json", type=pathlib.Path, help="also write the figures to this file")
    options = parser.parse_args()
    bench.WINNOW = options.winnow
    if not bench.WINNOW.exists():
        sys.exit("quality: run 'make build' first")
    card = json.loads((bench.ROOT / "Sources" / "CModel" / "model.json").read_text("utf-8"))
    print(f"model {card['name']}. In-sample figures are of pages that it was fitted on and are no measure of quality;\n"
          f"unseen ones are out of fold ({card['folds']}), from Sources/CModel/model.json, or of held-out pages.")
    result = {"model": card["name"], "corpus": report_corpus()}
    corpora = pathlib.Path(os.environ.get("WINNOW_CORPORA") or bench.ROOT.parent / "shared" / "corpora")
    pages, roles = corpora / "wcxb-dev", corpora / "roles-dev"
    has_pages = (pages / "html").is_dir()
    if has_pages and (pages / "ground-truth.jsonl.gz").exists():
        result["wcxb-dev"] = report_pages(pages, card["scores"])
    else:
        print("\nwcxb-dev: absent, skipped (WINNOW_CORPORA names the folder it is in)")
    if has_pages and (roles / "pages.jsonl.gz").exists():
        labelled = bench.read_lines(roles / "pages.jsonl.gz")
        result["roles-dev"] = report_roles(
            "roles-dev", [pages / "html" / f"{page['id']}.html.gz" for page in labelled], labelled,
            unseen=card["scores"].get("roles"))
    else:
        print("\nroles-dev: absent, skipped")
    seeds = next((folder for folder in (corpora / "seeds", corpora.parent / "seeds") if folder.is_dir()), None)
    if seeds:
        result["seeds"] = report_dumps(seeds)
    else:
        print("\nseeds: absent, skipped")
    if options.json:
        options.json.write_text(json.dumps(result, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
