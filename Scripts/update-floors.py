#!/usr/bin/env python3
"""Measure quality on the corpus by `winnow bench` and pin the floors of `Corpus/floors.json`.

`winnow bench Corpus` and the quality test fail when the corpus changed or when quality falls under a floor. After a
change of the corpus, or to raise the floors after an improvement, run this script.

A floor lies MARGIN under the measured figure. A floor is never lowered silently: where a figure fell, the script names
it and exits with status 1, unless `--lower` says that the fall is meant.

Usage:
    Scripts/update-floors.py           pin the corpus, raise floors
    Scripts/update-floors.py --lower   lower floors as well
    Scripts/update-floors.py --check   measure and print, write nothing
With `--winnow FILE` another build than .build/release/winnow measures.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FLOORS = ROOT / "Corpus" / "floors.json"
# Floating-point sums and small changes of taste stay within it.
MARGIN = 0.002


def measure(winnow, *options):
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder) / "run.json"
        subprocess.run([winnow, "bench", ROOT / "Corpus", "--no-floors", "--json", report, *options],
                       stdout=subprocess.DEVNULL, check=True)
        return json.loads(report.read_text("utf-8"))


def floors_of(measured, before, may_lower):
    """The floors of one labelling, and what fell."""
    floors, fallen = {}, []
    for name, value in sorted(measured.items()):
        floor, old = round(value - MARGIN, 4), before.get(name, 0)
        if floor < old and value < old:
            fallen.append(f"{name} fell from its floor {old} to {value:.4f}")
        floors[name] = floor if may_lower else max(floor, old)
    fallen += [f"{name} is no longer measured" for name in before.keys() - measured.keys()]
    return floors, fallen


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lower", action="store_true", help="lower floors as well")
    parser.add_argument("--check", action="store_true", help="write nothing")
    parser.add_argument("--winnow", type=pathlib.Path, default=ROOT / ".build" / "release" / "winnow")
    options = parser.parse_args()
    runs = {"model": measure(options.winnow), "rules": measure(options.winnow, "--rules")}
    old = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    floors = {"corpusHash": runs["model"]["corpusHash"], "pages": runs["model"]["pageCount"]}
    fallen = []
    for labelling, run in runs.items():
        for name, value in sorted(run["floorFigures"].items()):
            print(f"{labelling} {name}: {value:.4f}")
        floors[labelling], missed = floors_of(run["floorFigures"], old.get(labelling, {}), options.lower)
        fallen += [f"{labelling} {line}" for line in missed]
    if options.check:
        return 0
    if fallen and not options.lower:
        print("\n".join(fallen), file=sys.stderr)
        print("Nothing was written; --lower lowers the floors.", file=sys.stderr)
        return 1
    FLOORS.write_text(json.dumps(floors, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
