#!/usr/bin/env python3
"""Reproduce the figures of the README by `winnow bench`, and print its tables.

Usage: Scripts/bench.py [--tables] [--write] [--json FILE] [--winnow FILE]

    --tables  print the whole tables of every run, not the figures of the README alone
    --write   put the figures into README.md, between its two marks

`winnow bench` says how each figure is counted (docs/BENCH.md). Corpora, as far as they are there:

- Corpus/ and Corpus/texts of the project;
- in the folder named by WINNOW_CORPORA (default: ../shared/corpora): wcxb-dev/, roles-dev/, and seeds/ in it or beside it.

The shipped model is fitted on wcxb-dev, roles-dev and the pages of Corpus/ that are not held out: what `winnow bench`
says of the model on them is in-sample and no measure of quality. Figures out of fold, in which no page is scored by a
model that saw its site, are those of the fit, from Sources/CModel/model.json.

Standard library only.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
MARKS = ("<!-- figures: from `make bench` -->\n", "<!-- end of figures -->\n")
ROUNDS = 3


class Bench:
    """Runs of `winnow bench`, each made once."""

    def __init__(self, winnow, prints_tables):
        self.winnow, self.prints_tables, self.runs = winnow, prints_tables, {}

    def run(self, corpus, *options):
        """The JSON of a run; None where the corpus is not there."""
        if corpus is None or not corpus.exists():
            return None
        key = " ".join((str(corpus), *options))
        if key not in self.runs:
            with tempfile.TemporaryDirectory() as folder:
                report = pathlib.Path(folder) / "run.json"
                result = subprocess.run(
                    [self.winnow, "bench", corpus, "--no-floors", "--json", report, *options],
                    stdout=subprocess.PIPE, text=True, check=False)
                if not report.exists():
                    sys.exit(f"bench: winnow bench {key} ended with status {result.returncode}")
                self.runs[key] = json.loads(report.read_text("utf-8"))
            if self.prints_tables:
                print("\n" + "=" * 80 + "\n" + result.stdout, flush=True)
        return self.runs[key]


def places():
    """The corpora by name; None for those that are not there."""
    corpora = pathlib.Path(os.environ.get("WINNOW_CORPORA") or ROOT.parent / "shared" / "corpora")
    found = {"corpus": ROOT / "Corpus", "texts": ROOT / "Corpus" / "texts"}
    for name in ("wcxb-dev", "roles-dev"):
        found[name] = corpora / name if (corpora / name).is_dir() else None
    found["seeds"] = next((path for path in (corpora / "seeds", corpora.parent / "seeds") if path.is_dir()), None)
    return found


def value(run, figure, group=None):
    if run is None:
        return None
    figures = run["figures"]
    if group:
        figures = next((entry["figures"] for entry in run["groups"] if entry["name"] == group), {})
    return figures.get(figure, {}).get("value")


def short(number, decimals=3):
    """A share as the README writes it: .869, 1.00."""
    if number is None:
        return None
    text = f"{number:.{decimals}f}"
    return "1.00" if float(text) == 1 else text.lstrip("0") if number < 1 else text


def joined(*values):
    return None if None in values else ", ".join(values)


def rows(bench, place, card):
    """The rows of the README: name, value, what it is measured on."""
    pages, rules = bench.run(place["wcxb-dev"], "--rounds", str(ROUNDS)), bench.run(place["wcxb-dev"], "--rules")
    held_out, dumps = bench.run(place["corpus"], "--held-out"), bench.run(place["texts"])
    scores, speed = card["scores"], pages["speed"] if pages else None
    articles = short(value(rules, "text", "article"))
    return [
        ("words with the right role, text dumps", short(value(dumps, "roleAccuracy"), 2),
         f"`Corpus/texts`, {dumps['pageCount']} dumps; the rules were set on dumps like them"),
        ("words with the right role", short(value(held_out, "roleAccuracy")),
         f"`Corpus/pages`, the {held_out['pageCount']} pages that no fit saw, written to be hard"),
        ("word F1 of the text, out of fold", short(scores["main"]["all"]),
         "WCXB development split, 1,497 pages; no page scored by a model that saw its site"),
        ("word F1 of the text of articles, out of fold", short(scores["main"]["article"]), "the same, 793 pages"),
        ("words with the right role, out of fold", short(scores["roles"]["accuracy"]),
         "146 of these pages, every block labelled by readers"),
        ("word F1 by density and rules alone (`--rules`)", short(value(rules, "text")),
         f"the 1,497 pages; articles {articles}"),
        ("title right, author F1, date right",
         joined(*(short(value(pages, figure), 2) for figure in ("title", "author", "published"))),
         "the same; a title counts when it is equal but for signs"),
        ("one thread",
         speed and f"{speed['pagesPerSecond']:.0f} pages/s, {speed['megabytesPerSecond']:.0f} MB/s",
         "the same, processor time of one core"),
    ]


def print_rows(table):
    for name, figure, ground in table:
        print(f"{name:<48} {figure or 'SKIPPED: the corpus is not there':<24} {ground if figure else ''}")


def write_rows(table):
    text = README.read_text("utf-8")
    start, end = text.index(MARKS[0]) + len(MARKS[0]), text.index(MARKS[1])
    if any(figure is None for _, figure, _ in table):
        sys.exit("bench: a figure is missing, so README.md is left as it is")
    lines = ["| figure | value | measured on |", "|---|---|---|"]
    lines += [f"| {name} | {figure} | {ground} |" for name, figure, ground in table]
    README.write_text(text[:start] + "\n".join(lines) + "\n" + text[end:], "utf-8")


def print_out_of_fold(card):
    print(f"\nOut of fold, from Sources/CModel/model.json ({card['name']}; folds: {card['folds']})")
    for kind, scores in card["scores"].items():
        entries = scores.items() if isinstance(scores, dict) else [("", scores)]
        for name, score in entries:
            print(f"  {f'{kind} {name}'.strip():<28} {score:.4f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tables", action="store_true", help="print the whole tables of every run")
    parser.add_argument("--write", action="store_true", help="put the figures into README.md")
    parser.add_argument("--json", type=pathlib.Path, help="also write all runs to this file")
    parser.add_argument("--winnow", type=pathlib.Path, default=ROOT / ".build" / "release" / "winnow")
    options = parser.parse_args()
    if not options.winnow.exists():
        sys.exit("bench: run 'make build' first")
    card = json.loads((ROOT / "Sources" / "CModel" / "model.json").read_text("utf-8"))
    place, bench = places(), Bench(options.winnow, options.tables)
    table = rows(bench, place, card)
    if options.tables:
        bench.run(place["corpus"], "--rules")
        bench.run(place["roles-dev"])
        bench.run(place["roles-dev"], "--rules")
        bench.run(place["seeds"])
        print_out_of_fold(card)
    print("\nThe figures of the README")
    print_rows(table)
    for name, path in place.items():
        if path is None:
            print(f"SKIPPED: {name} is not there (WINNOW_CORPORA names the folder it is in)")
    if options.write:
        write_rows(table)
    if options.json:
        options.json.write_text(json.dumps(bench.runs, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
