#!/usr/bin/env python3
"""Runs the real daemon against the 39 faults, and prints what came of each as a table.

Usage: run.py [--quick] [--case N …] [--list] [--seed N] [--binary PATH] [--table FILE]

Each case checks the five invariants of `lab/invariants.py`. The quick run does a part of the sweeps, evenly
spread, and says which. The exit status is 0 when every case held, 1 when one failed.
"""

import argparse
import pathlib
import sys
import time
import traceback

from cases import all_cases
from lab.lab import ROOT, Lab, scratch
from lab.spool import Failure, Skipped

# Characters of what is said of a failure; it may hold a whole log.
LONGEST_MESSAGE = 1_500


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="a part of the long cases")
    parser.add_argument("--case", type=int, nargs="+", help="only these numbers")
    parser.add_argument("--list", action="store_true", help="name the cases and end")
    parser.add_argument("--seed", type=int, default=1, help="of what is random")
    parser.add_argument("--binary", default=ROOT / ".build/release/winnowd", help="the daemon")
    parser.add_argument("--table", type=pathlib.Path, help="write the table there too")
    return parser.parse_args()


def run(case, lab):
    """One case: its state and what it says of itself."""
    try:
        return "held", case.function(lab) or ""
    except Skipped as reason:
        return "skipped", str(reason)
    except Failure as failure:
        return "FAILED", str(failure)[:LONGEST_MESSAGE]
    except Exception:  # noqa: BLE001 - a broken case must not hide the others
        return "BROKEN", traceback.format_exc()


def main():
    options = arguments()
    cases = [case for case in all_cases() if not options.case or case.number in options.case]
    if options.list:
        for case in cases:
            print(f"{case.number:2}  {case.name}")
        return 0
    if not pathlib.Path(options.binary).exists():
        sys.exit(f"{options.binary} is not there: run 'make build' first")
    rows, started = [], time.monotonic()
    with scratch() as folder:
        for case in cases:
            lab = Lab(options.binary, folder, options.quick, options.seed, print)
            begun = time.monotonic()
            state, said = run(case, lab)
            took = time.monotonic() - begun
            rows.append((case, state, said, took))
            print(f"{case.number:2}  {state:8} {took:6.1f} s  {case.name}: {said}", flush=True)
    counts = {state: sum(row[1] == state for row in rows) for state in ("held", "skipped")}
    bad = len(rows) - counts["held"] - counts["skipped"]
    print(
        f"\n{counts['held']} held, {counts['skipped']} skipped, {bad} failed,"
        f" in {time.monotonic() - started:.0f} s"
    )
    if options.table:
        options.table.write_text(table(rows))
    return 1 if bad else 0


def table(rows):
    lines = ["| # | case | what was done | result |", "|---|---|---|---|"]
    for case, state, said, _ in rows:
        lines.append(f"| {case.number} | {case.name} | {case.how} | {state}: {said} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
