#!/usr/bin/env python3
"""Measure peers from PyPI, libxml2's document build and Winnow on the same pages, in turns.

Usage: Scripts/bench-peers.py [--rounds N] [--pages N] [--folder HTML-FOLDER] [--peers NAME,NAME]

Each measures the user and system seconds of one process with the pages in memory; one pass of each, one
after the other, makes a round, so that what the machine does besides falls on all. Printed are the medians
with their spread, and the ratio of each to Winnow.

`make bench-peers` builds WholePages, makes the virtual environment and calls this. The pages are those of
wcxb-dev in WINNOW_CORPORA (default: ../shared/corpora), or of Corpus/pages where it is not there.
"""

import argparse
import gzip
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
WHOLE_PAGES = ROOT / "Benchmarks" / ".build" / "release" / "WholePages"
PEERS = ("resiliparse", "trafilatura", "jusText")


def extractor(peer):
    """The function of a peer that makes main text of the bytes of a page."""
    if peer == "resiliparse":
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.encoding import bytes_to_str, detect_encoding
        return lambda page: extract_plain_text(
            bytes_to_str(page, detect_encoding(page)), main_content=True)
    if peer == "trafilatura":
        import trafilatura
        return lambda page: trafilatura.extract(page, output_format="json", with_metadata=True)
    import justext
    stop_words = justext.get_stoplist("English")
    return lambda page: justext.justext(page, stop_words)


def serve(peer, folder):
    """Does one pass for each line of standard input, and prints its processor seconds."""
    pages = [path.read_bytes() for path in sorted(pathlib.Path(folder).glob("*.html"))]
    extract = extractor(peer)
    for _ in sys.stdin:
        before = resource.getrusage(resource.RUSAGE_SELF)
        for page in pages:
            try:
                extract(page)
            except Exception:  # A page that a peer cannot read counts with the time it took.
                pass
        after = resource.getrusage(resource.RUSAGE_SELF)
        print(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, flush=True)


def write_pages(target, folder, count):
    """Writes the pages, decompressed, as files of their own; a part of them evenly from all."""
    if folder:
        paths = sorted(pathlib.Path(folder).glob("*.html*"))
    else:
        corpora = pathlib.Path(os.environ.get("WINNOW_CORPORA", ROOT / ".." / "shared" / "corpora"))
        paths = sorted((corpora / "wcxb-dev" / "html").glob("*.html.gz"))
        paths = paths or sorted((ROOT / "Corpus" / "pages").glob("*/source.html"))
    if 0 < count < len(paths):
        paths = [paths[index * len(paths) // count] for index in range(count)]
    for index, path in enumerate(paths):
        data = path.read_bytes()
        if path.suffix == ".gz":
            data = gzip.decompress(data)
        (target / f"{index:05}.html").write_bytes(data)
    return len(paths)


def pass_of(process, line):
    process.stdin.write(line + "\n")
    process.stdin.flush()
    return float(process.stdout.readline())


def start(*command):
    return subprocess.Popen([*map(str, command)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                            stderr=subprocess.DEVNULL, text=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pages", type=int, default=0, help="this many of them, evenly; 0 for all")
    parser.add_argument("--folder", help="a folder of .html or .html.gz files")
    parser.add_argument("--peers", default=",".join(PEERS), help="these of them, with commas between")
    parser.add_argument("--serve", nargs=2, metavar=("PEER", "FOLDER"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.serve:
        return serve(*arguments.serve)
    peers = [peer for peer in arguments.peers.split(",") if peer]
    if unknown := set(peers) - set(PEERS):
        parser.error(f"no peer {', '.join(sorted(unknown))}; there are {', '.join(PEERS)}")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        count = write_pages(folder, arguments.folder, arguments.pages)
        size = sum(path.stat().st_size for path in folder.iterdir())
        ours = start(WHOLE_PAGES, "--turns", folder)
        turns = {"winnow": (ours, "whole"), "libxml2 document": (ours, "document")}
        for peer in peers:
            turns[peer] = (start(sys.executable, __file__, "--serve", peer, folder), "pass")
        pass_of(ours, "whole")
        times = {peer: [] for peer in turns}
        for _ in range(arguments.rounds):
            for peer, (process, line) in turns.items():
                times[peer].append(pass_of(process, line))
        for process, _ in turns.values():
            process.stdin.close()
    print(f"{count} pages, {size} bytes, {arguments.rounds} rounds in turns; processor seconds of one pass\n")
    print(f"{'':<18}{'median':>9}{'least':>9}{'most':>9}{'/ winnow':>10}{'least':>8}{'most':>8}")
    for peer, values in times.items():
        ratios = [value / winnow for value, winnow in zip(values, times["winnow"])]
        print(f"{peer:<18}{statistics.median(values):>9.2f}{min(values):>9.2f}{max(values):>9.2f}"
              f"{statistics.median(ratios):>10.2f}{min(ratios):>8.2f}{max(ratios):>8.2f}")


if __name__ == "__main__":
    main()
