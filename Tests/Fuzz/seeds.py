#!/usr/bin/env python3
"""Writes the inputs that fuzzing starts from, made of the pages in Corpus/.

Usage: seeds.py page|container|reader|stream|packed|settings FOLDER
"""

import base64
import gzip
import hashlib
import json
import pathlib
import quopri
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# Bytes of a page: enough for its head and the beginning of its article; short inputs run more often.
PAGE_LENGTH = 8192
DATES = (
    "2024-05-17T06:42:10+02:00|Fri, 17 May 2024 06:42:10 GMT|17. Mai 2024|1715920930|1715920930000|"
    "20240517064210|2024年5月17日|5/17/2024 6:42 pm|17 мая 2024 г.|https://example.org/2024/05/17/a"
)


def pages():
    """The beginnings of the pages and dumps of the corpus."""
    paths = sorted(ROOT.glob("Corpus/pages/*/source.html")) + sorted(ROOT.glob("Corpus/texts/*.txt"))
    for path in paths:
        yield path.read_bytes()


def page_seeds():
    for index, page in enumerate(pages()):
        yield bytes([index * 7 % 256]) + page[:PAGE_LENGTH]
        middle = max(0, len(page) // 2 - PAGE_LENGTH // 4)
        yield bytes([index * 11 % 256]) + page[middle : middle + PAGE_LENGTH // 2]


def zstd(data):
    return subprocess.run(["zstd", "-q", "-c"], input=data, capture_output=True, check=True).stdout


def container_seeds():
    for index, page in enumerate(list(pages())[:8]):
        part = page[:2048]
        flat = gzip.compress(part, mtime=0)
        for made in (flat, zstd(part), gzip.compress(zstd(part), mtime=0), flat + flat, flat[:-9]):
            yield bytes([index]) + made
    yield from archive_seeds()
    record = b'{"schema":"winnow.record/1","source":{"sha256":"' + b"0" * 64 + b'"},"status":"ok"}'
    yield b"\1" + zstd(record)
    yield b"\1" + gzip.compress(bytes(1 << 20), mtime=0)
    yield b"\1\x50\x2a\x4d\x18\4\0\0\0abcd" + zstd(b"after a frame that is skipped")


def archive_seeds():
    """Containers of two pages: WARC in each compression and cut, with codings of HTTP; lines of JSON; MHTML."""
    parts = [page[:600] for page in list(pages())[:2]]
    records = [warc_record(parts[0], b""), warc_record(gzip.compress(parts[1], mtime=0), b"Content-Encoding: gzip\r\n")]
    chunked = b"%x\r\n" % len(parts[0]) + parts[0] + b"\r\n0\r\n\r\n"
    records.append(warc_record(chunked, b"Transfer-Encoding: chunked\r\n"))
    plain = b"".join(records)
    members = b"".join(gzip.compress(record, mtime=0) for record in records)
    for made in (plain, members, zstd(records[0]) + zstd(records[1]), plain[:-300], members[:-60]):
        yield b"\3" + made
    texts = [part.decode("utf-8", "replace") for part in parts]
    lines = [json.dumps({"id": index, "html": text}) for index, text in enumerate(texts)]
    lines.append(json.dumps({"html_base64": base64.b64encode(parts[0]).decode(), "url": "https://example.org/"}))
    yield b"\3" + "\n".join(lines).encode()
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n"
    part = b"--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    yield b"\3" + head + part + quopri.encodestring(parts[0]) + b"\r\n--b--\r\n"
    yield b"\3<!--\n Page saved with SingleFile \n url: https://example.org/ \n--><p>Text</p>"


def warc_record(body, http):
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + http + b"\r\n" + body
    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %d\r\n\r\n" % len(block)
    return head + block + b"\r\n\r\n"


def reader_seeds():
    for page in pages():
        for script in page.split(b"application/ld+json")[1:]:
            yield b"\0" + script[script.find(b">") + 1 :].split(b"</script")[0]
    for index, date in enumerate(DATES.split("|")):
        yield bytes([1 + 4 * index]) + date.encode()
    for name in (b"a.html.gz", b"-\n%\xff.html", b"x" * 255, "e\u0301\u200f.htm".encode()):
        yield b"\2" + name
    yield b"\3" + bytes([1, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 16, 0, 0, 0]) + b"a.html".ljust(16, b"\0")


def stream_seeds():
    """Lines as `winnow stream` takes them: text, bytes, both, neither, escapes, blank and unfinished ones."""
    parts = [page[:600] for page in list(pages())[:4]]
    for index, part in enumerate(parts):
        text = part.decode("utf-8", "replace")
        lines = [
            json.dumps({"id": index, "url": "https://example.org/", "html": text}),
            json.dumps({"html_base64": base64.b64encode(part).decode(), "charset": "windows-1252"}),
            json.dumps({"html": None, "more": [{"a": [1, "]"]}, {}], "html_base64": "PHA-Xw=="}, ensure_ascii=False),
        ]
        yield bytes([index * 2 + 1]) + "\n".join(lines).encode()
        yield bytes([index * 2]) + "\r\n".join(lines).encode() + b"\n"
    yield b'\1\n \n{"id":-1e9,"html":"\\ud83d\\ude00 \\ud83d \\u0041\\n"}\n{"html":"a"'
    yield b'\0{"html":"' + b"x" * 100 + b'"}\n{"html":"<p>y"}\n[]\n{}'


def packed_seeds():
    head = b'{"kind":"manifest","schema":"winnow.manifest/1","version":"0.1.0","dictionary":null}\n'
    record = b'{"kind":"record","source":"a/%d.html","page":%s,"id":"a","shard":"records-%06d.jsonl.zst","frameOffset":0}\n'
    shard = b'{"kind":"shard","name":"records-%06d.jsonl.zst","bytes":9,"records":2,"frames":1}\n'
    shards = [record % (n, b"null", n) + record % (n, b"7", n) + shard % n for n in (1, 2, 3)]
    for body in (b"".join(shards), shards[0] + shards[2], shards[0] + shards[1][:-20], shards[0] + b"\0" * 64 + shards[1]):
        yield b"\1" + body
        yield b"\0" + head + body
    yield b"\0" + head[:40]
    yield b"\1" + shard % 999_999_999
    yield b"\1a\n\xff\nb\x01\x7f\n\\\"\n\xe2\x80\xa8"


def settings_seeds():
    yield (ROOT / "packaging/winnow.yaml").read_bytes()
    yield b"inbox: /srv/in\noutbox: /srv/out\nmax-memory: 512 MiB\nmax-seconds: 2m\nbias: -0.5\nroles: [body, list]\n"
    yield b"inbox: \"a\\u0009\\\\b\"\nretire: keep\nretire: delete\npoll: yes\ninbx: x\nworkers: 0x\n"
    yield b"? [a, b]\n: c\ndone: &a {b: *a}\nfailed: |\n  d\n  e\n<<: {poll: true}\n"
    yield b"%YAML 1.1\n---\n# alone\n...\n---\npoll: true\n"


def main():
    target, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    makers = {
        "page": page_seeds, "container": container_seeds, "reader": reader_seeds, "stream": stream_seeds,
        "packed": packed_seeds, "settings": settings_seeds,
    }
    seeds = makers[target]()
    for seed in seeds:
        (folder / hashlib.sha1(seed).hexdigest()).write_bytes(seed)


main()
