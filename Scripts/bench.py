#!/usr/bin/env python3
"""Measure quality and speed of `winnow extract` on the project's corpus and, when present, on larger ones.

Usage: Scripts/bench.py [--json FILE]

Measures, by the release build in .build/release:

- roles: words of each role, pooled over pages; F1 of the multiset overlap of lower-case words, page by page.
- text: word F1 of the record's `text` with the words of the page's article, averaged over pages; a page
  without article scores 1 only when nothing is kept.
- speed: pages and megabytes a second of one thread, the best of three runs, start of the process included.

Corpora:
- Corpus/pages and Corpus/texts of the project.
- the folder named by WINNOW_CORPORA (default: ../shared/corpora), as far as it is there:
  wcxb-dev/ (html/ID.html.gz, ground-truth.jsonl.gz) and roles-dev/ (pages.jsonl.gz, ids of wcxb-dev).

Standard library only.
"""

import argparse
import gzip
import json
import os
import pathlib
import re
import subprocess
import sys
import time
from collections import Counter, defaultdict

ROOT = pathlib.Path(__file__).resolve().parent.parent
WINNOW = ROOT / ".build" / "release" / "winnow"
ROLES = ("title", "byline", "article", "caption", "comment",
         "navigation", "related", "ticker", "promo", "other")
WORD = re.compile(r"\w+")
RUNS = 3


def words(text):
    return Counter(WORD.findall((text or "").lower()))


def f1(hits, predicted, wanted):
    return 2 * hits / (predicted + wanted) if hits else 0.0


def page_score(text, reference):
    """Word F1, precision and recall of one page."""
    got, want = words(text), words(reference)
    if not want:
        return (1.0, 1.0, 1.0) if not got else (0.0, 0.0, 0.0)
    hits = (got & want).total()
    return (f1(hits, got.total(), want.total()), hits / max(got.total(), 1), hits / want.total())


def records(files, *options):
    """The records of the files, in their order."""
    run = subprocess.run([WINNOW, "extract", "--format", "jsonl", *options, *map(str, files)],
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    lines = run.stdout.decode("utf-8").splitlines()
    if len(lines) != len(files):
        sys.exit(f"bench: {len(lines)} records of {len(files)} files")
    return [json.loads(line) for line in lines]


def print_text(title, rows):
    """Prints text scores; rows are (kind, scores of a page)."""
    by_kind = defaultdict(list)
    for kind, scores in rows:
        by_kind["all"].append(scores)
        by_kind[kind].append(scores)
    print(f"\n{title}: word F1 of the text\n{'pages':<16}{'n':>6}{'F1':>8}{'P':>8}{'R':>8}")
    result = {}
    for kind in ["all"] + sorted(set(by_kind) - {"all"}):
        means = [sum(column) / len(by_kind[kind]) for column in zip(*by_kind[kind])]
        print(f"{kind:<16}{len(by_kind[kind]):>6}" + "".join(f"{mean:>8.3f}" for mean in means))
        result[kind] = round(means[0], 4)
    return result


def print_roles(title, pairs):
    """Prints role scores; pairs are (blocks of the record, blocks expected)."""
    hits, predicted, wanted = Counter(), Counter(), Counter()
    for got_blocks, want_blocks in pairs:
        got, want = defaultdict(Counter), defaultdict(Counter)
        for blocks, bags in ((got_blocks, got), (want_blocks, want)):
            for block in blocks:
                bags[block["role"]].update(words(block["text"]))
        for role in ROLES:
            hits[role] += (got[role] & want[role]).total()
            predicted[role] += got[role].total()
            wanted[role] += want[role].total()
    print(f"\n{title}: words by role\n{'role':<16}{'words':>8}{'F1':>8}{'P':>8}{'R':>8}")
    result = {}
    for role in ROLES:
        if not wanted[role]:
            continue
        result[role] = round(f1(hits[role], predicted[role], wanted[role]), 4)
        print(f"{role:<16}{wanted[role]:>8}{result[role]:>8.3f}"
              f"{hits[role] / max(predicted[role], 1):>8.3f}{hits[role] / wanted[role]:>8.3f}")
    result["macro"] = round(sum(result.values()) / len(result), 4)
    result["accuracy"] = round(hits.total() / wanted.total(), 4)
    print(f"{'macro':<16}{'':>8}{result['macro']:>8.3f}\n{'accuracy':<16}{'':>8}{result['accuracy']:>8.3f}")
    return result


def print_speed(title, files):
    opened = sum(len(gzip.open(path).read()) if path.suffix == ".gz" else path.stat().st_size
                 for path in files)
    command = [WINNOW, "extract", "--format", "jsonl", "-j", "1", *map(str, files)]
    best = float("inf")
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        best = min(best, time.perf_counter() - start)
    result = {"pages_per_second": round(len(files) / best), "megabytes_per_second": round(opened / best / 1e6, 1)}
    print(f"\n{title}: {result['pages_per_second']} pages/s, {result['megabytes_per_second']} MB/s "
          f"(one thread, {len(files)} pages, {opened / 1e6:.1f} MB, best of {RUNS})")
    return result


def bench_corpus():
    folders = sorted(path for path in (ROOT / "Corpus" / "pages").iterdir() if path.is_dir())
    expected = [json.loads((folder / "expected.json").read_text("utf-8")) for folder in folders]
    files = [folder / "source.html" for folder in folders]
    found = records(files, "--roles", "all")
    articles = ["\n".join(block["text"] for block in page["blocks"] if block["role"] == "article")
                for page in expected]
    result = {
        "text": print_text("Corpus/pages", [
            ("held out" if page.get("heldOut") else page["pageType"], page_score(record["text"], article))
            for page, record, article in zip(expected, found, articles)]),
        "roles": print_roles("Corpus/pages", [
            (record["blocks"], page["blocks"]) for page, record in zip(expected, found)]),
    }
    dumps = sorted((ROOT / "Corpus" / "texts").glob("*.txt"))
    references = [json.loads(path.with_suffix(".roles.json").read_text("utf-8")) for path in dumps]
    result["dumps"] = print_roles("Corpus/texts", [
        (record["blocks"], page["blocks"])
        for record, page in zip(records(dumps, "--roles", "all"), references)])
    result["speed"] = print_speed("Corpus/pages", files)
    return result


def read_lines(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def bench_pages(folder):
    """Text by page type, and speed, on wcxb-dev."""
    truth = read_lines(folder / "ground-truth.jsonl.gz")
    files = [folder / "html" / f"{page['id']}.html.gz" for page in truth]
    found = records(files, "--roles", "article")
    return {
        "text": print_text("wcxb-dev", [
            (page["page_type"], page_score(record["text"], page["text"]))
            for page, record in zip(truth, found)]),
        "speed": print_speed("wcxb-dev", files),
    }


def bench_roles(folder, pages):
    labelled = read_lines(folder / "pages.jsonl.gz")
    files = [pages / "html" / f"{page['id']}.html.gz" for page in labelled]
    found = records(files, "--roles", "all")
    return print_roles("roles-dev", [
        (record["blocks"], page["blocks"]) for page, record in zip(labelled, found)])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", type=pathlib.Path, help="also write the figures to this file")
    options = parser.parse_args()
    if not WINNOW.exists():
        sys.exit("bench: run 'make build' first")
    result = {"corpus": bench_corpus()}
    corpora = pathlib.Path(os.environ.get("WINNOW_CORPORA") or ROOT.parent / "shared" / "corpora")
    pages, roles = corpora / "wcxb-dev", corpora / "roles-dev"
    if (pages / "ground-truth.jsonl.gz").exists():
        result["wcxb-dev"] = bench_pages(pages)
    else:
        print("\nwcxb-dev: absent, skipped (WINNOW_CORPORA names the folder it is in)")
    if (roles / "pages.jsonl.gz").exists() and (pages / "html").is_dir():
        result["roles-dev"] = bench_roles(roles, pages)
    else:
        print("\nroles-dev: absent, skipped")
    if options.json:
        options.json.write_text(json.dumps(result, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
