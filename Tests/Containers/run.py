#!/usr/bin/env python3
"""Compares what `winnow extract` reads of WARC files with what their own libraries do.

Usage: run.py [--binary PATH] [--documents-only]

The files are written by warcio and by FastWARC (PyPI): plain, gzip and zstd by record; chunked, compressed and
oddly encoded bodies; revisits; a body of hundreds of megabytes; files that are cut and files with a flipped bit.
Both libraries read them too. The pages have to be the same, by number, order, address and SHA-256 of the payload,
and what is whole has to be told from what is not.

The commands of docs/INPUTS.md are run as well, which needs no library: `--documents-only` does that alone.
"""

import argparse
import gzip
import hashlib
import io
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import zlib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HTML = ("text/html", "application/xhtml+xml")
# What records of pages that were read to their end say; a page may be whole and have no content.
WHOLE = ("ok", "empty")
# Mebibytes that a run over a body of 300 MiB may have resident: the limit of a page and its copies.
MOST_MEMORY = 400
HUGE_BODY = 300 << 20
# Runs a command and says how much it had resident, in KiB. A process of its own does it, since the kernel counts what
# the one that forks has resident as well, and this one holds whole files.
MEASURED = """
import resource, subprocess, sys
status = subprocess.run(sys.argv[2:]).returncode
open(sys.argv[1], "w").write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
sys.exit(status)
"""
# Bit flips and cuts tried on each compressed file.
DAMAGES = 40
# Bytes of a compressed record among which its first letters are: the codes come before them.
BEGINNING = 140


def pages(count):
    """Pages of the corpus, small ones first, and made-up ones to fill up."""
    found = sorted(ROOT.glob("Corpus/pages/*/source.html"), key=lambda path: path.stat().st_size)
    bodies = [path.read_bytes() for path in found[:count]]
    for number in range(count - len(bodies)):
        words = " ".join(f"word{number * 7919 % 1009 + index}" for index in range(50))
        bodies.append(f"<!DOCTYPE html><title>Page {number}</title><article><p>{words}.</p>".encode())
    return bodies


class Command:
    """The built command."""

    def __init__(self, binary):
        self.binary = str(pathlib.Path(binary).resolve())

    def extract(self, path, *arguments, wrapper=()):
        """The records of a file, the exit status, and what was said."""
        run = subprocess.run(
            [*wrapper, self.binary, "extract", "--format", "jsonl", *arguments, str(path)], capture_output=True
        )
        return [json.loads(line) for line in run.stdout.splitlines()], run.returncode, run.stderr.decode()


def expect(condition, what):
    if not condition:
        raise SystemExit(f"FAILED: {what}")


def name_of(record):
    return record["source"]["url"], record["source"]["sha256"]


# MARK: - Files written by the libraries


def response(writer, number, body, headers=(), status="200 OK", kind="response"):
    from warcio.statusandheaders import StatusAndHeaders

    http = StatusAndHeaders(status, [("Content-Type", "text/html"), *headers], protocol="HTTP/1.1")
    if any(name == "Content-Type" for name, _ in headers):
        http = StatusAndHeaders(status, list(headers), protocol="HTTP/1.1")
    url = f"https://example.org/{number}"
    writer.write_record(
        writer.create_warc_record(url, kind, payload=io.BytesIO(body), http_headers=http)
    )


def chunked(body, size=1000):
    parts = [body[start : start + size] for start in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def write_all_kinds(writer, bodies):
    """A file with each kind of record and coding."""
    from warcio.statusandheaders import StatusAndHeaders

    writer.write_record(writer.create_warcinfo_record("crawl.warc", {"software": "a test"}))
    for number, body in enumerate(bodies):
        response(writer, number, body)
    body = bodies[0]
    raw = zlib.compressobj(wbits=-15)
    codings = [
        (chunked(body), [("Transfer-Encoding", "chunked")]),
        (gzip.compress(body), [("Content-Encoding", "gzip")]),
        (chunked(gzip.compress(body)), [("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")]),
        (zlib.compress(body), [("Content-Encoding", "deflate")]),
        (raw.compress(body) + raw.flush(), [("Content-Encoding", "deflate")]),
        ("<p>Příliš žluťoučký kůň pěl ďábelské ódy.</p>".encode("iso-8859-2"), [("Content-Type", "text/html; charset=iso-8859-2")]),
    ]
    for number, (coded, headers) in enumerate(codings):
        response(writer, 100 + number, coded, headers)
    response(writer, 200, b"\x89PNG\r\n\x1a\n" + bytes(100), [("Content-Type", "image/png")])
    writer.write_record(
        writer.create_revisit_record(
            "https://example.org/0", "sha1:" + "A" * 32, "https://example.org/0", "2024-05-17T06:42:10Z",
            http_headers=StatusAndHeaders("304 Not Modified", [], protocol="HTTP/1.1"),
        )
    )
    writer.write_record(
        writer.create_warc_record(
            "https://example.org/resource", "resource", payload=io.BytesIO(body), warc_content_type="text/html"
        )
    )


def warcio_file(path, fill, version="1.0", compressed=True):
    from warcio.warcwriter import WARCWriter

    with open(path, "wb") as sink:
        fill(WARCWriter(sink, gzip=compressed, warc_version=version))


def members(path):
    """The records of a WARC that has a gzip member for each."""
    rest = path.read_bytes()
    while rest:
        member = zlib.decompressobj(wbits=31)
        yield member.decompress(rest)
        rest = member.unused_data


def fastwarc_file(path, bodies, packing):
    """A file written by FastWARC, a member for each record, digests and all."""
    from fastwarc import GzipWriter, WarcRecord, WarcRecordType, ZstdWriter

    with open(path, "wb") as file:
        wrappers = {"gzip": GzipWriter, "zstd": ZstdWriter}
        sink = wrappers[packing](file) if packing in wrappers else file
        for number, body in enumerate(bodies):
            record = WarcRecord()
            record.init_headers(WarcRecordType.response)
            record.headers["WARC-Target-URI"] = f"https://example.org/{number}"
            record.headers["Content-Type"] = "application/http; msgtype=response"
            record.is_http = True
            record.set_bytes_content(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body)
            record.write(sink, checksum_data=True)
            if packing in wrappers:
                sink.finish()
        if packing in wrappers:
            sink.close()


# MARK: - What the libraries read


def read_by_warcio(path):
    """Address and digest of each page."""
    from warcio.archiveiterator import ArchiveIterator

    found = []
    with open(path, "rb") as source:
        for record in ArchiveIterator(source):
            if record.rec_type == "response":
                kind = record.http_headers.get_header("Content-Type", "")
            elif record.rec_type == "resource":
                kind = record.rec_headers.get_header("Content-Type", "")
            else:
                continue
            payload = record.raw_stream.read()
            if kind.split(";")[0] in HTML:
                url = record.rec_headers.get_header("WARC-Target-URI")
                found.append((url, hashlib.sha256(payload).hexdigest()))
    return found


def read_by_fastwarc(path):
    from fastwarc import ArchiveIterator, WarcRecordType

    found = []
    wanted = WarcRecordType.response | WarcRecordType.resource
    with open(path, "rb") as source:
        for record in ArchiveIterator(source, record_types=wanted):
            is_response = record.record_type == WarcRecordType.response
            kind = (record.http_content_type if is_response else record.headers.get("Content-Type")) or ""
            if kind.split(";")[0] in HTML:
                payload = hashlib.sha256(record.reader.read()).hexdigest()
                found.append((record.headers["WARC-Target-URI"], payload))
    return found


# MARK: - Checks


def same_pages(command, path, label):
    """Both libraries and the command find the same pages in a whole file."""
    records, status, said = command.extract(path)
    found = [name_of(record) for record in records]
    expect(found == read_by_fastwarc(path), f"{label}: other pages than FastWARC's: {said}")
    # warcio reads no zstd.
    if not label.endswith("zstd"):
        expect(found == read_by_warcio(path), f"{label}: other pages than warcio's: {said}")
    expect(status == 0, f"{label}: status {status}: {said}")
    bad = [record["id"] for record in records if record["status"] not in WHOLE]
    expect(not bad, f"{label}: not whole: {bad}: {said}")
    print(f"{label}: {len(records)} pages as warcio and FastWARC have them")


def zstd_pages(command, folder, source):
    """Files of zstd frames, with and without a dictionary, give the pages of the one with gzip members."""
    import zstandard

    expected = [name_of(record) for record in command.extract(source)[0]]
    path = folder / "crawl.warc.zst"
    packer = zstandard.ZstdCompressor()
    path.write_bytes(b"".join(packer.compress(record) for record in members(source)))
    records, status, said = command.extract(path)
    expect([name_of(record) for record in records] == expected, f"zstd: other pages: {said}")
    dictionary = zstandard.train_dictionary(20_000, pages(200))
    packer = zstandard.ZstdCompressor(dict_data=dictionary)
    content = zstandard.ZstdCompressor().compress(dictionary.as_bytes())
    first = b"\x5d\x2a\x4d\x18" + len(content).to_bytes(4, "little") + content
    path.write_bytes(first + b"".join(packer.compress(record) for record in members(source)))
    records, status, said = command.extract(path)
    expect([name_of(record) for record in records] == expected, f"zstd with a dictionary: other pages: {said}")
    print(f"zstd: {len(expected)} pages, with and without a dictionary")


def damaged(command, folder, path, label, seed=1):
    """A damaged file gives every page of its other members, says so and fails."""
    whole = path.read_bytes()
    starts = [match.start() for match in re.finditer(b"\x1f\x8b\x08", whole)]
    names = [name_of(record) for record in command.extract(path)[0]]
    chance = random.Random(seed)
    other = folder / path.name.replace("crawl", "damaged")
    for _ in range(DAMAGES):
        at = chance.randrange(len(whole))
        flipped = bytearray(whole)
        flipped[at] ^= 1 << chance.randrange(8)
        other.write_bytes(flipped)
        records, status, said = command.extract(other, "--input", "warc")
        good = [name_of(record) for record in records if record["status"] in WHOLE]
        lost = [name for name in names if name not in good]
        # One member holds one record; a flipped bit in a header field of gzip may cost nothing.
        expect(len(lost) <= 1, f"{label}: a bit at {at} cost {len(lost)} pages: {said}")
        expect(all(name in names for name in good), f"{label}: a bit at {at} made up a page")
        expect(not lost or status == 1, f"{label}: a bit at {at} lost a page and the status is {status}")
        # Anywhere, and in the first bytes of a record, of which not enough is left to show what it is.
        for cut in (
            chance.randrange(starts[1] if len(starts) > 1 else 10, len(whole) - 1),
            min(chance.choice(starts[1:] or [0]) + chance.randrange(1, BEGINNING), len(whole) - 1),
        ):
            other.write_bytes(whole[:cut])
            records, status, said = command.extract(other, "--input", "warc")
            good = [name_of(record) for record in records if record["status"] in WHOLE]
            expect(good == names[: len(good)], f"{label}: cut at {cut}: not the pages before it")
            told = any(record["reason"] == "truncated" for record in records)
            expect(told or cut in starts, f"{label}: cut at {cut}: not told: {said}")
            expect(status == 1 or cut in starts, f"{label}: cut at {cut}: status {status}")
    print(f"{label}: {DAMAGES} bit flips cost a page each at most, {2 * DAMAGES} cuts are told")


def huge_body(command, folder):
    """A body of hundreds of megabytes costs its page alone, and no more memory than a page may have."""
    path = folder / "huge.warc"

    def fill(writer):
        response(writer, 1, b"<p>" + b"x" * HUGE_BODY)
        response(writer, 2, pages(1)[0])

    warcio_file(path, fill, compressed=False)
    peak_file = folder / "huge.peak"
    records, _, said = command.extract(path, wrapper=[sys.executable, "-c", MEASURED, str(peak_file)])
    expect([record["reason"] for record in records] == ["too_large", None], f"huge: {said}")
    peak = int(peak_file.read_text()) >> 10
    expect(peak < MOST_MEMORY, f"huge: {peak} MiB were resident")
    print(f"huge: a body of {HUGE_BODY >> 20} MiB is told, {peak} MiB at most")


def documented(command, folder):
    """Each command of docs/INPUTS.md, on files of the names that it uses."""
    sys.path.insert(0, str(pathlib.Path(__file__).parent))
    import samples

    samples.write(folder)
    text = (ROOT / "docs/INPUTS.md").read_text()
    lines = [line for block in re.findall(r"```sh\n(.*?)```", text, re.S) for line in block.splitlines()]
    commands = [line for line in lines if line.startswith(("winnow", "curl", "zstd", "cat", "printf"))]
    expect(commands, "docs/INPUTS.md has no commands")
    path = f"{pathlib.Path(command.binary).parent}:/usr/bin:/bin"
    for line in commands:
        wanted = int((re.search(r"# status (\d+)", line) or [0, 0])[1])
        run = subprocess.run(
            ["bash", "-c", line], cwd=folder, capture_output=True, text=True, env={"PATH": path}
        )
        expect(run.returncode == wanted, f"`{line}` ended with {run.returncode}: {run.stderr}")
        expect(run.stdout or ">" in line, f"`{line}` printed nothing")
    print(f"docs/INPUTS.md: {len(commands)} commands do what they say")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", default=ROOT / ".build/release/winnow", help="the command")
    parser.add_argument("--documents-only", action="store_true", help="only the commands of docs/INPUTS.md")
    options = parser.parse_args()
    command = Command(options.binary)
    with tempfile.TemporaryDirectory(prefix="winnow-containers-") as name:
        folder = pathlib.Path(name)
        documented(command, folder)
        if options.documents_only:
            return
        bodies = pages(60)
        for version in ("1.0", "1.1"):
            for compressed in (False, True):
                path = folder / ("crawl.warc.gz" if compressed else "crawl.warc")
                warcio_file(path, lambda writer: write_all_kinds(writer, bodies), version, compressed)
                same_pages(command, path, f"warcio {version} {'gzip' if compressed else 'plain'}")
        for packing in ("plain", "gzip", "zstd"):
            path = folder / f"fast-{packing}.warc"
            fastwarc_file(path, bodies, packing)
            same_pages(command, path, f"FastWARC {packing}")
        zstd_pages(command, folder, folder / "crawl.warc.gz")
        damaged(command, folder, folder / "crawl.warc.gz", "damaged gzip")
        huge_body(command, folder)


main()
