#!/usr/bin/env python3
"""Count instructions and allocations of the whole extraction, which do not depend on how busy a machine is.

Usage: Scripts/bench-counts.py [--update]

- instructions: of `winnow extract --roles all --format jsonl` over Corpus/pages, by callgrind, start of the
  process taken off; no more than Benchmarks/Thresholds/counts.json allows, with a tolerance.
- growth: instructions of a page of 64 parts against those of one part, three ways: sections after one
  another, elements inside one another, and one block of text. 64 times the page may cost 70 times as much.
- peak: the most memory that `winnow extract` takes for pages of many small parts, against their size, which is
  50 MB; eight times at the most.
- allocations: calls of the allocator per page of Corpus/pages after a first pass, by WholePages
  (`cd Benchmarks && swift build -c release --product WholePages`; left out where it is not built).

Exits 1 when a count is over its threshold. `--update` writes the counts found as new thresholds.
The binary is copied without debug data first, which valgrind cannot read. Standard library only.
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
WINNOW = ROOT / ".build" / "release" / "winnow"
WHOLE_PAGES = ROOT / "Benchmarks" / ".build" / "release" / "WholePages"
THRESHOLDS = ROOT / "Benchmarks" / "Thresholds" / "counts.json"
# Compilers and C libraries of other versions change counts by a few percent.
TOLERANCE = 1.05
GROWTH_LIMIT = 70
PARTS = 64
PEAK_LIMIT = 8
PEAK_SIZE = 50_000_000

SECTION = """<section class="story"><h2>River moves {0}</h2><p>The river that runs past the mill moved {0} metres
last spring, <a href="/maps/{0}">maps of the county</a> show, and nobody who lives beside it had noticed.</p>
<ul><li><a href="/a/{0}">Bridges</a></li><li>Mills &amp; weirs</li></ul><p class="byline">By Ann One, {0} May
2024</p></section>"""
NESTED = '<div class="level{0}"><p>Line {0} of a text that goes down one step with each of its lines.</p>'
SMALL_PARTS = {
    "small sections": "<section><h2>Part {0}</h2><p>The text of section {0}, with a <a href='/x{0}'>link</a> and more words in"
                      " it to read.</p></section>\n",
    "small paragraphs": "<p>Words of {0}.</p>",
    "line breaks": "Line {0} of a text<br>\n",
    "entries": "<li><a href='/x{0}'>Entry {0}</a></li>\n",
}
SENTENCE = "The river that runs past the mill moved again, and nobody who lives beside it noticed, in year {0}. "


def instructions(binary, files, folder):
    """Instructions of one run over the files, all threads."""
    log = folder / "callgrind.log"
    subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", f"--log-file={log}", binary,
         "extract", "--roles", "all", "--format", "jsonl", "-j", "1", *map(str, files)],
        stdout=subprocess.DEVNULL, check=True)
    return int(re.search(r"refs:\s+([\d,]+)", log.read_text())[1].replace(",", ""))


def page(body):
    return f"<!doctype html><html><head><title>River moves</title></head><body><main>{body}</main></body></html>"


def shapes(parts):
    """The three pages of so many parts; a part is 32 pieces, so that one part is more than the frame."""
    numbers = range(parts * 32)
    return {
        "sections": page("".join(SECTION.format(number) for number in numbers)),
        "nesting": page("".join(NESTED.format(number) for number in numbers) + "</div>" * len(numbers)),
        "block": page("<p>" + "".join(SENTENCE.format(number) for number in numbers) + "</p>"),
    }


def growth(binary, folder, start):
    """How many times one part each page of 64 parts costs."""
    result = {}
    for name, small in shapes(1).items():
        costs = []
        for label, markup in (("small", small), ("large", shapes(PARTS)[name])):
            file = folder / f"{name}-{label}.html"
            file.write_text(markup)
            costs.append(instructions(binary, [file], folder) - start)
        result[name] = round(costs[1] / costs[0], 1)
    return result


def peaks(binary, folder):
    """How many times its size each page of many small parts takes in memory."""
    result = {}
    for name, part in SMALL_PARTS.items():
        file = folder / "parts.html"
        file.write_text(page("".join(part.format(number) for number in range(PEAK_SIZE // len(part)))))
        run = subprocess.Popen([binary, "extract", "--format", "jsonl", file], stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(run.pid, 0)
        if status != 0:
            sys.exit(f"winnow extract failed on a page of {name}")
        result[name] = round(usage.ru_maxrss * 1024 / file.stat().st_size, 1)
        file.unlink()
    return result


def allocations(folder):
    if not WHOLE_PAGES.exists():
        return None
    run = subprocess.run([WHOLE_PAGES, "--allocations", folder], capture_output=True, text=True, check=True)
    return int(re.search(r"after warm-up: (\d+)", run.stdout)[1])


def count():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        binary = folder / "winnow"
        subprocess.run(["strip", "-g", WINNOW, "-o", binary], check=True)
        pages = folder / "pages"
        pages.mkdir()
        for source in sorted((ROOT / "Corpus" / "pages").glob("*/source.html")):
            (pages / f"{source.parent.name}.html").write_bytes(source.read_bytes())
        tiny = folder / "tiny.html"
        tiny.write_text(page(""))
        start = instructions(binary, [tiny], folder)
        total = instructions(binary, sorted(pages.iterdir()), folder) - start
        size = sum(path.stat().st_size for path in pages.iterdir())
        return {
            "instructionsPerByte": round(total / size, 2),
            "allocationsPerPage": allocations(pages),
            "growth": growth(binary, folder, start),
            "peaks": peaks(binary, folder),
        }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--update", action="store_true")
    found = count()
    if parser.parse_args().update:
        THRESHOLDS.parent.mkdir(exist_ok=True)
        kept = {name: found[name] for name in ("instructionsPerByte", "allocationsPerPage")}
        THRESHOLDS.write_text(json.dumps(kept, indent=2) + "\n")
    allowed = json.loads(THRESHOLDS.read_text())
    failed = False
    for name, limit in allowed.items():
        value = found[name]
        is_over = value is not None and limit is not None and value > limit * TOLERANCE
        failed |= is_over
        print(f"{name:<24}{value if value is not None else 'not built':>12}  threshold {limit}"
              f"{'  OVER' if is_over else ''}")
    for name, ratio in found["growth"].items():
        failed |= ratio > GROWTH_LIMIT
        print(f"{'64 times ' + name:<24}{ratio:>12}  threshold {GROWTH_LIMIT}"
              f"{'  OVER' if ratio > GROWTH_LIMIT else ''}")
    for name, ratio in found["peaks"].items():
        failed |= ratio > PEAK_LIMIT
        print(f"{'memory, ' + name:<24}{ratio:>12}  threshold {PEAK_LIMIT}"
              f"{'  OVER' if ratio > PEAK_LIMIT else ''}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
