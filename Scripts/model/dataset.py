"""Pages with their features and labels, for fitting.

Features come from `winnow features`, so that the fit sees what the program computes. Labels of main content are
the share of a block's words that stands in the page's reference text; labels of roles are read from the
role-labelled pages, aligned word by word.
"""
import difflib
import gzip
import json
import re
import zlib
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

WORD = re.compile(r"\w+")
SIGN = re.compile(r"\w+|[^\w\s]")
ROLES = ["title", "byline", "article", "caption", "comment", "navigation", "related", "ticker", "promo", "other"]
LETTERS = dict(zip("TYBCMNRKPO", ROLES))
FOLDS = 5


def words(text):
    return WORD.findall(text.lower())


class Page:
    """One page: its blocks, their feature rows, its reference."""

    def __init__(self, header, rows):
        path = Path(header["path"])
        self.id = path.parent.name if path.name == "source.html" else path.name.split(".")[0]
        self.texts = header["texts"]
        self.rows = rows
        self.tokens = [Counter(words(text)) for text in self.texts]
        self.reference = None
        self.roles = None
        self.weight = 1.0
        self.held_out = False
        self.fold = -1


def read_pages(stream):
    """The columns with their scales, and the pages, of `winnow features`' output."""
    layout = json.loads(stream.readline())
    width = len(layout["columns"])
    pages = []
    while line := stream.readline():
        header = json.loads(line)
        count = len(header["texts"])
        values = stream.read(4 * count * width)
        pages.append(Page(header, np.frombuffer(values, "<f4").reshape(count, width)))
    return layout, pages


def registered_domain(host):
    """The domain that a host belongs to, so that no site stands on both sides of a fold."""
    parts = host.split(".")
    short = len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2
    return ".".join(parts[-3:] if short else parts[-2:])


def read_corpora(corpora, corpus, pages):
    """Attaches references, roles, folds and hold-outs to the pages."""
    by_id = {page.id: page for page in pages}
    with gzip.open(corpora / "wcxb-dev/ground-truth.jsonl.gz", "rt") as lines:
        for line in lines:
            reference = json.loads(line)
            page = by_id[reference["id"]]
            page.reference = reference
            page.fold = zlib.crc32(registered_domain(reference["domain"]).encode()) % FOLDS
    with gzip.open(corpora / "roles-dev/pages.jsonl.gz", "rt") as lines:
        for line in lines:
            labelled = json.loads(line)
            page = by_id[labelled["id"]]
            page.roles = align_roles(page.texts, labelled["blocks"])
            page.benchmark = True
    for line in (corpus / "labels/wcxb-roles.jsonl").read_text().splitlines():
        read_labels(by_id, json.loads(line))
    for path in sorted(corpus.glob("pages/*/expected.json")):
        expected = json.loads(path.read_text())
        page = by_id[expected["id"]]
        page.roles = align_roles(page.texts, expected["blocks"])
        page.held_out = expected["heldOut"]


def read_labels(by_id, labels):
    """Takes the role letters of a page whose text is not in the project."""
    page = by_id[labels["id"]]
    if len(page.texts) != labels["blocks"]:
        raise SystemExit(f"labels of {page.id} are for {labels['blocks']} blocks, the page has {len(page.texts)}")
    page.roles = [-1] * len(page.texts)
    for span, letter in labels["roles"]:
        first, _, last = span.partition("-")
        for index in range(int(first), int(last or first) + 1):
            page.roles[index] = ROLES.index(LETTERS[letter])


def align_roles(texts, blocks):
    """For each text the role that most of its words have in the reference; -1 where none is found there."""
    wanted, wanted_roles, got, got_blocks = [], [], [], []
    for block in blocks:
        for word in SIGN.findall(block["text"].lower()):
            wanted.append(word)
            wanted_roles.append(block["role"])
    for index, text in enumerate(texts):
        for word in SIGN.findall(text.lower()):
            got.append(word)
            got_blocks.append(index)
    votes = [Counter() for _ in texts]
    for match in difflib.SequenceMatcher(None, wanted, got, autojunk=False).get_matching_blocks():
        for offset in range(match.size):
            votes[got_blocks[match.b + offset]][wanted_roles[match.a + offset]] += 1
    return [ROLES.index(vote.most_common(1)[0][0]) if vote else -1 for vote in votes]


def main_labels(page):
    """For each block the share of its words that stands in the reference text, as runs of four words.

    A block of fewer words counts when it stands next to a block that was found, or as a line of its own.
    """
    reference = words(page.reference["text"])
    share = np.zeros(len(page.texts), np.float32)
    if not reference:
        return share
    size = min(4, len(reference))
    index = defaultdict(list)
    for start in range(len(reference) - size + 1):
        index[tuple(reference[start:start + size])].append(start)
    tokens = [words(text) for text in page.texts]
    spans = place_long_blocks(tokens, index, size, share)
    lines = {" ".join(words(line)) for line in page.reference["text"].split("\n")}
    place_short_blocks(tokens, reference, spans, lines, size, share)
    return settle_labels(page, share)


SETTLED = 3  # passes after which no label changes any more on nearly all pages
NEEDED = 0.4  # share of a kept block's words that the reference must have no other place for
FITTING = 0.8  # share of a left-out block's words that the reference must still want


def settle_labels(page, share):
    """Makes the labels agree with the reference as a whole: text that stands twice on a page counts once, and
    what the runs of words could not place counts where its words are still wanted beside a block that counts.
    """
    wanted, got = Counter(words(page.reference["text"])), Counter()
    kept = share >= 0.5
    count = np.array([sum(tokens.values()) for tokens in page.tokens])
    if not wanted or not len(count):
        return share
    for block in np.flatnonzero(kept):
        got.update(page.tokens[block])
    for _ in range(SETTLED):
        if not drop_surplus(page, kept, count, wanted, got) | add_missing(page, kept, count, wanted, got):
            break
    return np.where(kept, np.maximum(share, 0.8), np.minimum(share, 0.3)).astype(np.float32)


def support(kept, count):
    """How many words stand in the kept blocks near each block."""
    near = np.convolve(kept * np.minimum(count, 20.0), np.ones(9), "full")
    return near[4:4 + len(count)]


def drop_surplus(page, kept, count, wanted, got):
    changed = False
    for block in np.argsort(support(kept, count), kind="stable"):
        tokens = page.tokens[block]
        if not kept[block] or not count[block]:
            continue
        needed = sum(min(got[word], wanted[word]) - min(got[word] - n, wanted[word]) for word, n in tokens.items())
        if needed < NEEDED * count[block]:
            got.subtract(tokens)
            kept[block], changed = False, True
    return changed


def add_missing(page, kept, count, wanted, got):
    changed = False
    for block in np.argsort(-support(kept, count), kind="stable"):
        tokens = page.tokens[block]
        if kept[block] or not count[block]:
            continue
        gain = sum(min(got[word] + n, wanted[word]) - min(got[word], wanted[word]) for word, n in tokens.items())
        enough = FITTING if count[block] >= 4 else 1.0
        if gain >= enough * count[block] and (count[block] >= 8 or kept[max(0, block - 3):block + 4].any()):
            got.update(tokens)
            kept[block], changed = True, True
    return changed


def place_long_blocks(tokens, index, size, share):
    """Finds the blocks of `size` words or more; returns where in the reference each one stands."""
    spans, position = [None] * len(tokens), 0
    for block, text in enumerate(tokens):
        covered, first = np.zeros(len(text), bool), None
        for start in range(len(text) - size + 1):
            places = index.get(tuple(text[start:start + size]))
            if places:
                covered[start:start + size] = True
                first = first or (start, places)
        if first is None:
            continue
        share[block] = covered.mean()
        if share[block] >= 0.5:
            start, places = first
            begin = min(places, key=lambda place: abs(place - position)) - start
            spans[block] = (begin, begin + len(text))
            position = begin + len(text)
    return spans


def place_short_blocks(tokens, reference, spans, lines, size, share):
    """Finds the shorter blocks near those that were found."""
    def found(text, low, high):
        for start in range(max(low, 0), min(high, len(reference)) - len(text) + 1):
            if reference[start:start + len(text)] == text:
                return (start, start + len(text))
        return None

    for block, text in enumerate(tokens):
        if len(text) >= size or not text:
            continue
        before = next((spans[k] for k in range(block - 1, max(-1, block - 9), -1) if spans[k]), None)
        after = next((spans[k] for k in range(block + 1, min(len(tokens), block + 9)) if spans[k]), None)
        span = before and found(text, before[1], before[1] + 12 + len(text))
        span = span or (after and found(text, after[0] - 12 - len(text), after[0]))
        line = " ".join(text)
        if span:
            spans[block] = span
        if span or ((before or after) and line in lines and len(line) > 2):
            share[block] = 1.0
