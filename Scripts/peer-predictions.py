#!/usr/bin/env python3
"""Write what a peer from PyPI makes of the pages of a corpus, one JSON object a line, for `winnow bench --against`.

Usage: Scripts/peer-predictions.py PEER CORPUS > FILE.jsonl

PEER is trafilatura, resiliparse, justext or readability, each with its default settings for main text. CORPUS is laid
out like Corpus/ or like WCXB (html/ID.html.gz). A page that a peer fails on has an empty text. `make bench-peer-quality`
makes the virtual environment, writes the predictions of all and compares.
"""

import argparse
import gzip
import json
import pathlib
import sys


def trafilatura():
    import trafilatura as peer

    def predict(page):
        document = peer.bare_extraction(page, with_metadata=True, include_comments=False)
        return {} if document is None else {
            "text": document.text, "title": document.title, "author": document.author, "published": document.date}
    return predict


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding
    return lambda page: {"text": extract_plain_text(bytes_to_str(page, detect_encoding(page)), main_content=True)}


def justext():
    import justext as peer
    # The lists of all its languages: the pages are of many, and most of WCXB is English.
    stop_words = frozenset().union(*(peer.get_stoplist(name) for name in peer.get_stoplists()))
    return lambda page: {"text": "\n".join(
        paragraph.text for paragraph in peer.justext(page, stop_words) if not paragraph.is_boilerplate)}


def readability():
    from lxml import html
    from readability import Document
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    def predict(page):
        document = Document(bytes_to_str(page, detect_encoding(page)))
        return {"text": html.fromstring(document.summary()).text_content(), "title": document.short_title()}
    return predict


PEERS = {"trafilatura": trafilatura, "resiliparse": resiliparse, "justext": justext, "readability": readability}


def pages(corpus):
    """The names and files of the pages."""
    if (corpus / "html").is_dir():
        return [(path.name.split(".")[0], path) for path in sorted((corpus / "html").iterdir())]
    return [(path.parent.name, path) for path in sorted(corpus.glob("**/source.html"))]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("peer", choices=PEERS)
    parser.add_argument("corpus", type=pathlib.Path)
    options = parser.parse_args()
    predict = PEERS[options.peer]()
    found, failed = pages(options.corpus), 0
    if not found:
        sys.exit(f"peer-predictions: no pages in {options.corpus}")
    for name, path in found:
        data = path.read_bytes()
        try:
            prediction = predict(gzip.decompress(data) if path.suffix == ".gz" else data)
        except Exception as error:  # Whatever a peer throws, the page counts as one that it made nothing of.
            print(f"{options.peer}: {name}: {error!r}", file=sys.stderr)
            prediction, failed = {}, failed + 1
        print(json.dumps({"id": name, "text": "", **prediction}, ensure_ascii=False))
    print(f"{options.peer}: {len(found)} pages, {failed} failed", file=sys.stderr)


if __name__ == "__main__":
    main()
