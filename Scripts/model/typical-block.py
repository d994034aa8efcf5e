#!/usr/bin/env python3
"""Count the medians that `winnow explain` compares blocks with, and write Sources/CTypicalBlock/typical_block.c.

Usage: Scripts/model/typical-block.py [--winnow FILE]

The medians are of every column of the feature table over the blocks of Corpus/pages, and of the columns of the
context of the roles (Sources/Extraction/Scoring/ContextTable.swift), made from the scores that the same pages get.
Run it after a change of the features or a new fit. Standard library only.
"""

import argparse
import array
import json
import math
import pathlib
import statistics
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TARGET = ROOT / "Sources" / "CTypicalBlock" / "typical_block.c"
NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
DEVIATIONS = (2, 6)


def run(winnow, *arguments):
    return subprocess.run([winnow, *map(str, arguments)], stdout=subprocess.PIPE, check=True).stdout


def feature_columns(winnow, files):
    """The names of the columns, and each column's values over all blocks of all pages."""
    output = run(winnow, "features", *files)
    end = output.index(b"\n")
    names = json.loads(output[:end])["columns"]
    columns, position = [[] for _ in names], end + 1
    while position < len(output):
        end = output.index(b"\n", position)
        size = 4 * len(names) * len(json.loads(output[position:end])["texts"])
        values = array.array("f", output[end + 1:end + 1 + size])
        for index, column in enumerate(columns):
            column.extend(values[index::len(names)])
        position = end + 1 + size
    return names, columns


def smoothed(scores, deviation):
    radius = int(deviation * 3)
    weights = [math.exp(-(offset ** 2) / (2 * deviation ** 2)) for offset in range(-radius, radius + 1)]
    total = sum(weights)
    return [sum(weights[place - index + radius] * scores[place]
                for place in range(max(0, index - radius), min(len(scores), index + radius + 1))) / total
            for index in range(len(scores))]


def context_rows(record):
    """The rows of the context of a page's blocks, in the order of ContextTable."""
    scores = [block["score"] for block in record["blocks"]]
    words = [len(block["text"].split()) for block in record["blocks"]]
    kept = [block["role"] == "article" for block in record["blocks"]]
    first = kept.index(True) if True in kept else len(kept)
    last = len(kept) - 1 - kept[::-1].index(True) if True in kept else -1
    mass = sum(score * count for score, count in zip(scores, words))
    wide = [smoothed(scores, deviation) for deviation in DEVIATIONS]
    before = 0.0
    for index, score in enumerate(scores):
        before += score * words[index]
        around = [scores[index + offset] if 0 <= index + offset < len(scores) else -1 for offset in NEIGHBOURS]
        yield [score, *around, *(series[index] for series in wide), float(kept[index]), index - first, index - last,
               before / max(mass, 1e-6), mass / max(sum(words), 1), sum(kept)]


def names_hash(names):
    value = 0xcbf29ce484222325
    for byte in "".join(name + "\n" for name in names).encode():
        value = (value ^ byte) * 0x100000001b3 & 0xffffffffffffffff
    return value


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--winnow", type=pathlib.Path, default=ROOT / ".build" / "release" / "winnow")
    options = parser.parse_args()
    files = sorted((ROOT / "Corpus" / "pages").glob("*/source.html"))
    names, columns = feature_columns(options.winnow, files)
    records = [json.loads(line) for line in
               run(options.winnow, "extract", "--format", "jsonl", "--roles", "all", *files).splitlines()]
    context = zip(*(row for record in records for row in context_rows(record)))
    medians = [statistics.median_low(column) for column in (*columns, *context)]
    values = ",\n".join("  " + ", ".join(f"{float(value)!r}f" for value in medians[start:start + 8])
                        for start in range(0, len(medians), 8))
    TARGET.write_text(f"""// Made by Scripts/model/typical-block.py from the pages of Corpus/.
#include "winnow_typical_block.h"

const uint64_t winnow_typical_names = 0x{names_hash(names):016x}u;
const int32_t winnow_typical_count = {len(medians)};
const float winnow_typical_values[] = {{
{values},
}};
""")
    print(f"{TARGET}: {len(medians)} medians of {len(columns[0])} blocks")


if __name__ == "__main__":
    main()
