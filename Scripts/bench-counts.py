#!/usr/bin/env python3
"""Count what the whole extraction does, which does not depend on how busy a machine is.

Usage: Scripts/bench-counts.py [--cpu LEVEL] [--update]

All counts are of `winnow extract --roles all --format jsonl -j 1` over Corpus/pages:

- instructions a byte, by callgrind, start of the process taken off;
- allocations a page, bytes allocated a page and bytes copied for each byte of the pages, of a second pass over
  them in one process (what a second pass adds to a first one), by Benchmarks/Counters/counters.c;
- growth: instructions of a page of 64 parts against those of one part, three ways: sections after one
  another, elements inside one another, and one block of text. 64 times the page may cost 70 times as much.
- peak: the most memory that `winnow extract` takes for pages of many small parts, against their size, which is
  50 MB; eight times at the most.

Benchmarks/Thresholds/counts.json holds how many there may be, with a tolerance; instructions and bytes copied by the
level of processors that the program is built for (CPU of the Makefile), since wide registers copy without a call.
Exits 1 when a count is over its threshold.
`--update` writes the counts found as new thresholds. The binary is copied without debug data first, which
valgrind cannot read. Needs valgrind and a C compiler; standard library only.
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
COUNTERS = ROOT / "Benchmarks" / "Counters" / "counters.c"
THRESHOLDS = ROOT / "Benchmarks" / "Thresholds" / "counts.json"
# Compilers and C libraries of other versions change counts by a few percent.
TOLERANCE = 1.05
GROWTH_LIMIT = 70
PARTS = 64
PEAK_LIMIT = 8
PEAK_SIZE = 50_000_000
# A page of 8 MiB, no long one, with a million blocks: bytes of memory for each block.
BLOCKS = "<p>b" * ((8 << 20) // 4 - 100)
BLOCK_COUNT = 1_000_000
BLOCK_LIMIT = 450

SECTION = """<section class="story"><h2>River moves {0}</h2><p>The river that runs past the mill moved {0} metres
last spring, <a href="/maps/{0}">maps of the county</a> show, and nobody who lives beside it had noticed.</p>
<ul><li><a href="/a/{0}">Bridges</a></li><li>Mills &amp; weirs</li></ul><p class="byline">By Ann One, {0} May
2024</p></section>"""
NESTED = '<div class="level{0}"><p>Line {0} of a text that goes down one step with each of its lines.</p>'
SMALL_PARTS = {
    "small sections": "<section><h2>Part {0}</h2><p>The text of section {0}, with a <a href='/x{0}'>link</a> and more words in"
                      " it to read.</p></section>\n",
    "line breaks": "Line {0} of a text<br>\n",
    "three blocks in two elements": "<div>a<p>b</p>c</div>",
    "text at the depth limit": "a<br>",
}
# What stands before the parts of such a page.
BEFORE_PARTS = {"text at the depth limit": "<div>" * 998}
LINE_OF_TEXT = "A line of text.\n"
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


def counted(binary, counters, files, folder):
    """What one run over the files asks of the allocator, and has copied."""
    report = folder / "counters.json"
    subprocess.run(
        [binary, "extract", "--roles", "all", "--format", "jsonl", "-j", "1", *map(str, files)],
        stdout=subprocess.DEVNULL, check=True,
        env={**os.environ, "LD_PRELOAD": str(counters), "WINNOW_COUNTERS": str(report)})
    return json.loads(report.read_text())


def memory_counts(binary, pages, size, folder):
    counters = folder / "counters.so"
    subprocess.run(["cc", "-O2", "-fno-builtin", "-shared", "-fPIC", "-o", counters, COUNTERS, "-ldl"], check=True)
    once, twice = (counted(binary, counters, pages * times, folder) for times in (1, 2))
    second = {name: twice[name] - once[name] for name in once}
    if min(second.values()) <= 0:
        sys.exit("the counters counted nothing: does the program call other functions?")
    return {
        "allocationsPerPage": round(second["allocations"] / len(pages)),
        "bytesAllocatedPerPage": round(second["allocated"] / len(pages)),
        "bytesCopiedPerByte": round(second["copied"] / size, 2),
    }


def peak(binary, file, name):
    """The most bytes of memory for a page, which is removed then."""
    run = subprocess.Popen([binary, "extract", "--format", "jsonl", file], stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(run.pid, 0)
    if status != 0:
        sys.exit(f"winnow extract failed on a page of {name}")
    file.unlink()
    return usage.ru_maxrss * 1024


def peaks(binary, folder):
    """How many times its size each page of many small parts takes in memory."""
    result = {}
    for name, part in SMALL_PARTS.items():
        file = folder / "parts.html"
        parts = "".join(part.format(number) for number in range(PEAK_SIZE // len(part)))
        file.write_text(page(BEFORE_PARTS.get(name, "") + parts))
        size = file.stat().st_size
        result[name] = round(peak(binary, file, name) / size, 1)
    file = folder / "lines.txt"
    file.write_text(LINE_OF_TEXT * (PEAK_SIZE // len(LINE_OF_TEXT)))
    size = file.stat().st_size
    result["lines of plain text"] = round(peak(binary, file, "lines") / size, 1)
    return result


def block_bytes(binary, folder):
    """How many bytes of memory each block takes of a short page that has a million of them."""
    file = folder / "blocks.html"
    file.write_text(page(BLOCKS))
    return round(peak(binary, file, "blocks") / BLOCK_COUNT)


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
        files = sorted(pages.iterdir())
        total = instructions(binary, files, folder) - start
        size = sum(path.stat().st_size for path in files)
        return {
            "instructionsPerByte": round(total / size, 2),
            **memory_counts(binary, files, size, folder),
            "growth": growth(binary, folder, start),
            "peaks": peaks(binary, folder),
            "blockBytes": block_bytes(binary, folder),
        }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cpu", default="", help="the level of processors that the program is built for")
    parser.add_argument("--update", action="store_true")
    arguments = parser.parse_args()
    level = arguments.cpu or "any"
    found = count()
    allowed = json.loads(THRESHOLDS.read_text())
    if arguments.update:
        for name, limit in allowed.items():
            if isinstance(limit, dict):
                limit[level] = found[name]
            else:
                allowed[name] = found[name]
        THRESHOLDS.write_text(json.dumps(allowed, indent=2) + "\n")
    limits = {name: limit.get(level) if isinstance(limit, dict) else limit for name, limit in allowed.items()}
    failed = False
    for name, limit in limits.items():
        if limit is None:
            sys.exit(f"{THRESHOLDS} has no threshold of {name} for the level '{level}'")
        value = found[name]
        is_over = value > limit * TOLERANCE
        failed |= is_over
        print(f"{name:<40}{value:>8}  threshold {limit}{'  OVER' if is_over else ''}")
    for name, ratio in found["growth"].items():
        failed |= ratio > GROWTH_LIMIT
        print(f"{'64 times ' + name:<40}{ratio:>8}  threshold {GROWTH_LIMIT}"
              f"{'  OVER' if ratio > GROWTH_LIMIT else ''}")
    for name, ratio in found["peaks"].items():
        failed |= ratio > PEAK_LIMIT
        print(f"{'memory, ' + name:<40}{ratio:>8}  threshold {PEAK_LIMIT}"
              f"{'  OVER' if ratio > PEAK_LIMIT else ''}")
    failed |= found["blockBytes"] > BLOCK_LIMIT
    print(f"{'memory of a block, 8 MiB of them':<40}{found['blockBytes']:>8}  threshold {BLOCK_LIMIT}"
          f"{'  OVER' if found['blockBytes'] > BLOCK_LIMIT else ''}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
