#!/usr/bin/env python3
"""Measure what a page costs in `winnow stream` and packed, and work out what a crawl costs: the tables of docs/SCALE.md.

Usage: Scripts/scale-figures.py [--winnow FILE] [--pages N] [--write | --check]

Without an option the tables are printed; --write puts them into docs/SCALE.md between their marks. --check measures
nothing: it works the crawl's table out again from the figures that the page holds and fails where it differs, so that
no figure there is made by hand. Processor seconds are measured, not time, since they depend less on what else
the machine does. The pages are those of wcxb-dev in WINNOW_CORPORA (default: ../shared/corpora), or of Corpus/.
"""

import argparse
import base64
import gzip
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs" / "SCALE.md"

# One monthly crawl of Common Crawl: pages, and bytes of their HTML as its announcements give them (about 400 TiB).
CRAWL_PAGES = 2.5e9
CRAWL_PAGE_BYTES = 400 * 2**40 / CRAWL_PAGES
# The machine that is counted, and what an hour of one of its cores costs: a usual price on demand, to be replaced.
MACHINE_CORES = 64
CORE_HOUR_DOLLARS = 0.04
# Processor seconds of one pass over the same 150 pages in turns: Benchmarks/PERFORMANCE.md, `make bench-peers`.
PEERS = {"winnow": 0.23, "resiliparse 2.0.1": 0.54, "jusText 3.0.2": 3.10, "trafilatura 2.3.1": 12.92}

# The least of these counts, since whatever else runs only adds.
ROUNDS = 3


def pages(count):
    """The bytes of the pages, evenly from all."""
    corpora = pathlib.Path(os.environ.get("WINNOW_CORPORA", ROOT / ".." / "shared" / "corpora"))
    paths = sorted((corpora / "wcxb-dev" / "html").glob("*.html.gz"))
    name = "WCXB development split"
    if not paths:
        paths, name = sorted((ROOT / "Corpus" / "pages").glob("*/source.html")), "Corpus/pages"
    if 0 < count < len(paths):
        paths = [paths[index * len(paths) // count] for index in range(count)]
    return name, [gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
                  for path in paths]


def processor_seconds(command, **options):
    """The user and system seconds of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([str(part) for part in command], stderr=subprocess.DEVNULL, **options)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def stream(winnow, lines, target, options):
    with open(lines) as source, open(target, "w") as output:
        return processor_seconds([winnow, "stream", "-j", "1", *options], stdin=source, stdout=output)


def pack(winnow, folder, shards):
    shutil.rmtree(shards, ignore_errors=True)
    return processor_seconds([winnow, "extract", folder, "-j", "1", "--output", shards, "--pack", "256MiB"])


def measure(winnow, count):
    """A row for each way: label, pages a second and core, bytes out of a page."""
    name, contents = pages(count)
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        folder, lines = scratch / "pages", scratch / "pages.jsonl"
        folder.mkdir()
        with open(lines, "w") as file:
            for number, content in enumerate(contents):
                (folder / f"{number:05}.html").write_bytes(content)
                file.write(json.dumps({"id": str(number),
                                       "html_base64": base64.b64encode(content).decode()}) + "\n")
        size, number = sum(map(len, contents)), len(contents)
        rows = []
        for label, options in (("`winnow stream`", []), ("`winnow stream --roles all`", ["--roles", "all"]),
                               ("`winnow stream --rules`", ["--rules"])):
            seconds = min(stream(winnow, lines, scratch / "out", options) for _ in range(ROUNDS))
            rows.append((label, number / seconds, size / seconds, (scratch / "out").stat().st_size / number))
        seconds = min(pack(winnow, folder, scratch / "shards") for _ in range(ROUNDS))
        packed = sum(path.stat().st_size for path in (scratch / "shards").glob("*.zst"))
        rows.append(("`winnow extract --pack`", number / seconds, size / seconds, packed / number))
    return name, number, size, rows


def cost_table(name, number, size, rows):
    lines = [f"{number:,} pages of {name}, {size / number:,.0f} bytes each; processor time of one core.", "",
             "| way | pages/s | MB/s of HTML | bytes out a page |", "|---|---|---|---|"]
    for label, rate, speed, out in rows:
        lines.append(f"| {label} | {rate:,.0f} | {speed / 1e6:,.1f} | {out:,.0f} |")
    return "\n".join(lines)


def crawl_table(table):
    """The crawl's table, from the text of the cost table."""
    bytes_in = int(re.search(r"([\d,]+) bytes each", table)[1].replace(",", ""))
    found = {match[1]: [float(cell.replace(",", "")) for cell in match[2].split("|")[:3]]
             for match in re.finditer(r"^\| `(.*?)` \|(.*)\|$", table, re.M)}
    rate = found["winnow stream"][0]
    packed = found["winnow extract --pack"][2]
    # A page of the crawl is shorter than a measured one, and time goes with bytes.
    crawl_rate = rate * bytes_in / CRAWL_PAGE_BYTES
    lines = [f"{CRAWL_PAGES / 1e9:.1f} billion pages of {CRAWL_PAGE_BYTES:,.0f} bytes. Records, packed: "
             f"{packed * CRAWL_PAGES / 1e12 * CRAWL_PAGE_BYTES / bytes_in:,.1f} to "
             f"{packed * CRAWL_PAGES / 1e12:,.1f} TB.", "",
             f"| extractor | pages/s and core | core hours | machines of {MACHINE_CORES} cores for one day | "
             f"at ${CORE_HOUR_DOLLARS:.2f} a core hour |", "|---|---|---|---|---|"]
    for peer, seconds in PEERS.items():
        speed = crawl_rate * PEERS["winnow"] / seconds
        hours = CRAWL_PAGES / speed / 3600
        lines.append(f"| {peer} | {speed:,.0f} | {hours:,.0f} | {hours / 24 / MACHINE_CORES:,.1f} | "
                     f"${hours * CORE_HOUR_DOLLARS:,.0f} |")
    return "\n".join(lines)


def section(text, name):
    return re.search(rf"<!-- {name} -->\n(.*?)<!-- end of {name} -->", text, re.S)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--winnow", default=ROOT / ".build" / "release" / "winnow")
    parser.add_argument("--pages", type=int, default=0, help="this many of them, evenly; 0 for all")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    text = DOCUMENT.read_text() if DOCUMENT.exists() else ""
    if arguments.check:
        if section(text, "crawl")[1].strip() != crawl_table(section(text, "cost")[1]).strip():
            sys.exit("docs/SCALE.md: the crawl's table is not what its figures come to; run Scripts/scale-figures.py")
        return print("docs/SCALE.md: the crawl's table is what its figures come to")
    cost = cost_table(*measure(arguments.winnow, arguments.pages))
    tables = {"cost": cost, "crawl": crawl_table(cost)}
    if not arguments.write:
        return print("\n\n".join(tables.values()))
    for name, table in tables.items():
        found = section(text, name)
        text = text[:found.start(1)] + table + "\n" + text[found.end(1):]
    DOCUMENT.write_text(text)


if __name__ == "__main__":
    main()
