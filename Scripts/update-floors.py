#!/usr/bin/env python3
"""Measure quality on the corpus and pin the floors of `Corpus/floors.json`.

The quality test fails when the corpus changed or when quality falls under a floor. After a change of
the corpus, or to raise the floors after an improvement, run this script.

A floor lies MARGIN under the measured figure. A floor is never lowered silently: where a figure fell,
the script names it and exits with status 1, unless `--lower` says that the fall is meant.

Usage:
    Scripts/update-floors.py           pin the corpus, raise floors
    Scripts/update-floors.py --lower   lower floors as well
    Scripts/update-floors.py --check   measure and print, write nothing
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FLOORS = ROOT / "Corpus" / "floors.json"
FIGURES = ("meanRoleAccuracy", "meanArticleF1",
           "meanRuleRoleAccuracy", "meanRuleArticleF1")
TABLES = ("roleF1", "typeRoleAccuracy")
# Floating-point sums and small changes of taste stay within it.
MARGIN = 0.002


def measure():
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder) / "measured.json"
        subprocess.run(
            ["swift", "test", "--package-path", str(ROOT),
             "--filter", "QualityFloorTests/qualityStaysOverTheFloorsOfTheCorpus"],
            env=os.environ | {"WINNOW_MEASURED_FLOORS": str(report)}, check=True)
        return json.loads(report.read_text())


def main():
    options = set(sys.argv[1:])
    if options - {"--lower", "--check"}:
        print(__doc__, file=sys.stderr)
        return 64
    measured = measure()
    for name in FIGURES:
        print(f"{name}: {measured[name]:.4f}")
    for name in TABLES:
        for key, value in sorted(measured[name].items()):
            print(f"{name} {key}: {value:.4f}")
    if "--check" in options:
        return 0
    old = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    floors = {"corpusHash": measured["corpusHash"], "pages": measured["pages"]}
    fallen = []

    def floor_of(name, value, before):
        floor = round(value - MARGIN, 4)
        if floor < before and value < before:
            fallen.append(f"{name} fell from its floor {before} to {value:.4f}")
        elif "--lower" not in options:
            floor = max(floor, before)
        return floor

    for name in FIGURES:
        floors[name] = floor_of(name, measured[name], old.get(name, 0))
    for name in TABLES:
        before = old.get(name, {})
        floors[name] = {key: floor_of(f"{name} {key}", value, before.get(key, 0))
                        for key, value in sorted(measured[name].items())}
        for key in before.keys() - measured[name].keys():
            fallen.append(f"{name} {key} is no longer measured")
    if fallen and "--lower" not in options:
        print("\n".join(fallen), file=sys.stderr)
        print("Nothing was written; --lower lowers the floors.", file=sys.stderr)
        return 1
    FLOORS.write_text(json.dumps(floors, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
