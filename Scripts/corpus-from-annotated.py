#!/usr/bin/env python3
"""Derive a corpus page and its expected blocks from its annotated form.

Each folder `Corpus/pages/<area>--<case>/` holds, written by hand:

- `annotated.html` (UTF-8): the page as a site would serve it, with the attribute
  `data-role="ROLE"` on elements. A role holds for all text below its element,
  until an element below sets another one.
- `page.json`: what is known about the page (`url`, `pageType`, `language`, `title`,
  `author`, `published`, `heldOut`) and optionally `encoding`, the encoding of
  `source.html` (default `utf-8`).
- `note.md`: what the page is for.

and, written by this script:

- `source.html`: the annotated page without its `data-role` attributes, each other
  character as it was, in the page's encoding.
- `expected.json`: the fields of `page.json` and `blocks`, each with `role` and `text`.

A block is the text between two block-level boundaries (`p`, `li`, `h1`, `div`, `br`,
`button`, `label` and the like), its white space collapsed. A row of a table is one
block, its cells separated by one space; but if a cell of the row holds a block-level
boundary, or if cells differ in role, each cell is a boundary (tables used for layout).
Unknown elements are inline. A block takes exactly one role: mixed roles are an error.

No text is taken from `script`, `style`, `template`, `svg`, `select`, `textarea` and the
like, nor from elements with the attribute `hidden` or with `display:none` or
`visibility:hidden` in their own `style`. The content of `noscript` is text.

Usage:
    Scripts/corpus-from-annotated.py [FOLDER ...]          write the derived files
    Scripts/corpus-from-annotated.py --check [FOLDER ...]  exit 1 if a file is stale,
                                                           a text has no role, or a
                                                           field is missing or wrong
    Scripts/corpus-from-annotated.py --stats [FOLDER ...]  words by role
Without FOLDER, all folders of `Corpus/pages/` are meant.
"""

import argparse
import json
import pathlib
import re
import sys
from collections import Counter
from html.parser import HTMLParser

ROLES = ("title", "byline", "article", "caption", "comment",
         "navigation", "related", "ticker", "promo", "other")
PAGE_TYPES = ("article", "documentation", "service", "forum", "collection", "listing", "product")
FIELDS = ("url", "pageType", "language", "title", "author", "published", "heldOut")
OPTIONAL_FIELDS = ("encoding",)

VOID = frozenset("area base br col embed hr img input link meta param source track wbr "
                 "basefont bgsound frame".split())
SKIPPED = frozenset("head script style template svg math select textarea iframe object "
                    "audio video canvas".split())
BOUNDARIES = frozenset("""html body address article aside blockquote button caption center
    dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4
    h5 h6 header hgroup hr label legend li main marquee menu nav noscript ol optgroup option p
    pre search section summary table tbody tfoot thead tr ul br""".split())
CELLS = frozenset(("td", "th"))

# The start of a key's element ends an open element of the named kinds, as far
# up as the nearest of the elements after the bar.
IMPLIED_ENDS = {
    "li": ("li", "ul ol menu dir"),
    "dt": ("dt dd", "dl"),
    "dd": ("dt dd", "dl"),
    "tr": ("tr td th", "table"),
    "td": ("td th", "tr table"),
    "th": ("td th", "tr table"),
    "tbody": ("thead tbody tr td th", "table"),
    "tfoot": ("thead tbody tr td th", "table"),
}
CLOSES_PARAGRAPH = frozenset("""address article aside blockquote center details dir div dl
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre
    section table ul""".split())
PARAGRAPH_SCOPE = frozenset("button td th table caption object body div section article".split())

ROLE_ATTRIBUTE = re.compile(r"""\s+data-role\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)""")
HIDING_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


class Node:
    """An element with its role and its children, which are nodes and strings."""

    def __init__(self, name, attributes, role, parent):
        style = attributes.get("style") or ""
        self.name = name
        self.role = role
        self.parent = parent
        self.children = []
        self.skipped = name in SKIPPED or "hidden" in attributes or bool(HIDING_STYLE.search(style))


class Page(HTMLParser):
    """Builds the tree of an annotated page and remembers where its role attributes are."""

    def __init__(self, markup):
        super().__init__(convert_charrefs=True)
        self.problems = []
        self.spans = []
        self.root = Node("#root", {}, None, None)
        self.open = self.root
        self.markup = markup
        self.line_starts = [0] + [found.end() for found in re.finditer("\n", markup)]
        self.feed(markup)
        self.close()

    def place(self):
        line, column = self.getpos()
        return self.line_starts[line - 1] + column

    def handle_starttag(self, name, attributes):
        attributes = dict(attributes)
        role = attributes.get("data-role")
        if role is not None:
            self.note_role(role)
        self.end_implied(name)
        node = Node(name, attributes, role or self.open.role, self.open)
        self.open.children.append(node)
        if name not in VOID:
            self.open = node

    def handle_startendtag(self, name, attributes):
        # A slash does not end an HTML element, except inside SVG.
        self.handle_starttag(name, attributes)
        if name not in VOID and self.inside("svg"):
            self.handle_endtag(name)

    def handle_endtag(self, name):
        if name in VOID:
            return
        node = self.open
        while node is not None and node.name != name:
            node = node.parent
        if node is None:
            self.problems.append(f"line {self.getpos()[0]}: </{name}> ends no element")
            return
        self.open = node.parent

    def handle_data(self, text):
        self.open.children.append(text)

    def note_role(self, role):
        if role not in ROLES:
            self.problems.append(f"line {self.getpos()[0]}: unknown role {role!r}")
        start, tag = self.place(), self.get_starttag_text()
        self.spans.extend((start + found.start(), start + found.end())
                          for found in ROLE_ATTRIBUTE.finditer(tag))

    def inside(self, name):
        node = self.open
        while node is not None and node.name != name:
            node = node.parent
        return node is not None

    def end_implied(self, name):
        if name in CLOSES_PARAGRAPH:
            self.end_nearest({"p"}, PARAGRAPH_SCOPE)
        if name in IMPLIED_ENDS:
            ended, scope = (set(names.split()) for names in IMPLIED_ENDS[name])
            while self.end_nearest(ended, scope):
                pass

    def end_nearest(self, names, scope):
        node = self.open
        while node is not None and node.name not in scope:
            if node.name in names:
                self.open = node.parent
                return True
            node = node.parent
        return False

    def source(self):
        parts, position = [], 0
        for start, end in self.spans:
            parts.append(self.markup[position:start])
            position = end
        return "".join(parts) + self.markup[position:]


def holds_boundary(node):
    """Whether an element below `node` separates blocks."""
    return any(not isinstance(child, str) and not child.skipped
               and (child.name in BOUNDARIES or holds_boundary(child)) for child in node.children)


def roles_below(node):
    """The roles of the text below `node`."""
    found = set()
    for child in node.children:
        if isinstance(child, str):
            if child.strip():
                found.add(node.role)
        elif not child.skipped:
            found |= roles_below(child)
    return found


class Blocks:
    """Collects the blocks of a page in document order."""

    def __init__(self, page):
        self.found = []
        self.problems = []
        self.parts = []
        self.roles = set()
        self.visit(page.root, splits_cells=False)
        self.flush()

    def visit(self, node, splits_cells):
        if node.skipped:
            return
        if node.name == "tr":
            cells = [child for child in node.children if not isinstance(child, str)]
            splits_cells = len(roles_below(node)) > 1 or any(map(holds_boundary, cells))
        boundary = node.name in BOUNDARIES or (node.name in CELLS and splits_cells)
        if boundary:
            self.flush()
        elif node.name in CELLS:
            self.parts.append(" ")
        for child in node.children:
            if isinstance(child, str):
                self.add(child, node.role)
            else:
                self.visit(child, splits_cells)
        if boundary:
            self.flush()

    def add(self, text, role):
        self.parts.append(text)
        if text.strip():
            self.roles.add(role)

    def flush(self):
        text = " ".join("".join(self.parts).split())
        if text:
            if None in self.roles:
                self.problems.append(f"no role: {text[:90]}")
            elif len(self.roles) > 1:
                self.problems.append(f"roles {sorted(self.roles)} in one block: {text[:90]}")
            role = next((role for role in ROLES if role in self.roles), None)
            self.found.append({"role": role, "text": text})
        self.parts, self.roles = [], set()


def description_problems(description):
    """What is missing or wrong in a `page.json`."""
    problems = [f"page.json lacks {name}" for name in FIELDS if name not in description]
    problems += [f"page.json has unknown field {name}" for name in description
                 if name not in FIELDS + OPTIONAL_FIELDS]
    if description.get("pageType") not in PAGE_TYPES:
        problems.append(f"unknown pageType {description.get('pageType')!r}")
    if not isinstance(description.get("heldOut"), bool):
        problems.append("heldOut is not true or false")
    published = description.get("published")
    if published is not None and not re.fullmatch(r"\d{4}-\d\d-\d\d", published):
        problems.append(f"published is not a day: {published!r}")
    return problems


def encoded(source, encoding, problems):
    """The source in its encoding; a character that has no place in it is a problem."""
    try:
        return source.encode(encoding)
    except UnicodeEncodeError as error:
        character = source[error.start]
        line = source.count("\n", 0, error.start) + 1
        problems.append(f"line {line}: {encoding} has no {character!r} (U+{ord(character):04X})")
        return source.encode(encoding, errors="xmlcharrefreplace")


def derive(folder):
    """The derived files of a folder as bytes by name, the blocks and the problems."""
    description = json.loads((folder / "page.json").read_text(encoding="utf-8"))
    page = Page((folder / "annotated.html").read_bytes().decode("utf-8"))
    blocks = Blocks(page)
    expected = {"id": folder.name}
    expected.update({name: description.get(name) for name in FIELDS})
    expected["blocks"] = blocks.found
    problems = description_problems(description) + page.problems + blocks.problems
    files = {
        "source.html": encoded(page.source(), description.get("encoding", "utf-8"), problems),
        "expected.json": (json.dumps(expected, ensure_ascii=False, indent=1) + "\n").encode("utf-8"),
    }
    if not (folder / "note.md").is_file():
        problems.append("note.md is missing")
    return files, blocks.found, problems


def is_current(path, content):
    return path.is_file() and path.read_bytes() == content


def print_statistics(name, size, blocks, total):
    words = Counter()
    for block in blocks:
        words[block["role"]] += len(block["text"].split())
    total.update(words)
    print(f"{name}: {size} bytes, {len(blocks)} blocks; "
          + ", ".join(f"{role} {words[role]}" for role in ROLES if words[role]))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--check", action="store_true", help="write nothing, fail on stale files")
    parser.add_argument("--stats", action="store_true", help="write nothing, print words by role")
    parser.add_argument("folders", nargs="*", type=pathlib.Path, metavar="FOLDER")
    return parser.parse_args()


def main():
    options = arguments()
    pages = pathlib.Path(__file__).resolve().parent.parent / "Corpus" / "pages"
    folders = options.folders or sorted(path for path in pages.iterdir() if path.is_dir())
    total, failed = Counter(), False
    for folder in map(pathlib.Path.resolve, folders):
        files, blocks, problems = derive(folder)
        if options.check:
            problems += [f"{name} is stale" for name, content in files.items()
                         if not is_current(folder / name, content)]
        elif options.stats:
            print_statistics(folder.name, len(files["source.html"]), blocks, total)
        else:
            for name, content in files.items():
                (folder / name).write_bytes(content)
        for problem in problems:
            failed = True
            print(f"{folder.name}: {problem}", file=sys.stderr)
    if options.stats:
        print("all: " + ", ".join(f"{role} {total[role]}" for role in ROLES))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
