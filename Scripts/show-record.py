#!/usr/bin/env python3
"""Print a record (JSON on standard input) for people: title, what is known, words by role, first lines."""

import json
import os
import shutil
import sys
import textwrap

# Colour of each role, as an index of the terminal's palette of 256.
COLOURS = {"title": 33, "byline": 37, "article": 34, "caption": 136, "comment": 133, "navigation": 245,
           "related": 208, "ticker": 160, "promo": 169, "other": 250}
INDENT = "   "
SHOWN_LINES = 4

record = json.load(sys.stdin)
is_pretty = (sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb"
             and not os.environ.get("NO_COLOR"))
width = min(shutil.get_terminal_size((100, 24)).columns, 110) - 2 * len(INDENT)


def paint(text, code):
    return f"\033[{code}m{text}\033[0m" if is_pretty else text


def field(name, value):
    if value:
        print(f"{INDENT}{paint(f'{name:<10}', 2)} {value}")


field("title", paint(record["title"] or "(none)", 1))
field("author", record["author"])
field("published", record["published"])
field("status", f"{record['status']}, {record['pageType'] or 'kind unknown'}, {record['source']['encoding']}, "
                f"confidence {record['confidence'] or 0:.2f}")
counts = [(role, number) for role, number in record["counts"].items() if number]
field("words", "  ".join(paint(f"{role} {number}", f"38;5;{COLOURS[role]}") for role, number in counts))
lines = [line for paragraph in record["text"].splitlines() if paragraph
         for line in textwrap.wrap(paragraph, width - 11)]
for number, line in enumerate(lines[:SHOWN_LINES]):
    name = "" if number else "text"
    print(f"{INDENT}{paint(f'{name:<10}', 2)} {line}")
if len(lines) > SHOWN_LINES:
    print(f"{INDENT}{'':<10} {paint('…', 2)}")
