"""Files of the names that docs/INPUTS.md uses, made without any library."""

import base64
import gzip
import json
import quopri
import subprocess

TEXT = "It rained in the town for three days, and on the fourth the river stood in the streets."


def page(number):
    return f"<!DOCTYPE html><title>Day {number}</title><article><h1>Day {number}</h1><p>{TEXT}</p></article>"


def record(number):
    block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page(number)}"
    return (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"WARC-Date: 2024-05-17T06:42:10Z\r\nWARC-Target-URI: https://example.org/{number}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n{block}\r\n\r\n"
    ).encode()


def write(folder):
    """Writes all of them."""
    (folder / "page.html").write_text(page(1))
    (folder / "page.html.gz").write_bytes(gzip.compress(page(1).encode()))
    (folder / "notes.txt").write_text(f"Rain\n\n{TEXT}\n")
    with open(folder / "page.html.zst", "wb") as sink:
        subprocess.run(["zstd", "-qc"], input=page(1).encode(), stdout=sink, check=True)
    (folder / "saved.html").write_text(
        "<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: https://example.org/rain \n"
        f" saved date: Fri May 17 2024 \n-->{page(1)}"
    )
    members = [gzip.compress(record(number)) for number in range(1, 4)]
    (folder / "crawl.warc.gz").write_bytes(b"".join(members))
    (folder / "cut.warc.gz").write_bytes(b"".join(members)[:-40])
    with open(folder / "crawl.warc.zst", "wb") as sink:
        for number in range(1, 4):
            subprocess.run(["zstd", "-qc"], input=record(number), stdout=sink, check=True)
            sink.flush()
    lines = [{"id": "a", "url": "https://example.org/a", "html": page(1)}]
    lines.append({"id": "b", "html_base64": base64.b64encode(page(2).encode()).decode()})
    (folder / "pages.ndjson").write_text("".join(json.dumps(line) + "\n" for line in lines))
    (folder / "saved.mhtml").write_bytes(
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/rain\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        + quopri.encodestring(page(1).encode())
        + b"\r\n--b--\r\n"
    )
