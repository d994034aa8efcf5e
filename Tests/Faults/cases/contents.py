"""Content that is made to hurt."""

import gzip
import os

from lab.invariants import check_code, check_settled, decoded
from lab.lab import zstd
from lab.spool import Failure, await_true

from . import case

# The most memory that the daemon may take for one hostile page. The limit on what is read of a page is
# 100 MiB, and several stages hold a copy.
MEMORY = 1500 << 20
# Seconds within which any page of the largest allowed size has to be done here.
PATIENCE = 120


def alone_and_beside(lab, hostile, expected, patience=PATIENCE):
    """Drops hostile inputs beside two good ones, and compares status, reason and limits of each.

    `expected` maps a name to the (status, reason) that its record must have; None is anything.
    """
    good = lab.pages(2)
    reference = lab.reference(good)
    with lab.spool() as spool:
        daemon = spool.start("--workers", "1", settle="0")
        daemon.await_log("watching")
        spool.drop(good | hostile)
        peak = 0

        def drained():
            nonlocal peak
            if daemon.process.poll() is not None:
                raise Failure(f"the daemon ended with {daemon.process.returncode}:\n{daemon.log[-2000:]}")
            peak = max([peak, *map(resident, (daemon.process.pid, *daemon.children()))])
            return spool.is_drained()

        await_true(drained, "all of them", patience)
        check_code(daemon.stop())
        records = {name: decoded(frame) for name, frame in spool.records().items()}
        told = []
        for name, wanted in expected.items():
            record = records[name]
            got = (record["status"], record["reason"])
            if wanted is not None and got != wanted:
                raise Failure(f"{name.decode()}: {got}, not {wanted}")
            limits = "+".join(record["limits"])
            told.append(f"{name.decode().split('.')[0]} {'/'.join(filter(None, (*got, limits)))}")
        for name, frame in reference.items():
            if spool.records().get(name) != frame:
                raise Failure(f"I3: the good page {name!r} was harmed")
        failed = [name for name in hostile if records[_output(name)]["status"] == "failed"]
        frames = reference | {name: frame for name, frame in spool.records().items()}
        check_settled(spool, good | hostile, frames, failed)
        if peak > MEMORY:
            raise Failure(f"{peak >> 20} MiB of memory")
    return f"{', '.join(told)}; {peak >> 20} MiB at most"


def _output(name):
    stem = os.fsdecode(name)
    for ending in (".gz", ".zst", ".html"):
        stem = stem.removesuffix(ending)
    return os.fsencode(stem) + b".json.zst"


def resident(pid):
    """The memory of a process in bytes; 0 when it has ended."""
    try:
        with open(f"/proc/{pid}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


@case(17, "zero-byte file")
def empty_file(lab):
    """A file without bytes is moved in, and one is made by touch."""
    with lab.spool() as spool:
        daemon = spool.start()
        daemon.await_log("watching")
        spool.drop({b"moved.html": b""})
        (spool.inbox / "touched.html").touch()
        await_true(lambda: len(spool.records()) == 2 and spool.is_drained(), "both records")
        check_code(daemon.stop())
        for frame in spool.records().values():
            record = decoded(frame)
            if (record["status"], record["reason"]) != ("empty", "empty_input"):
                raise Failure(f"{record['status']}, {record['reason']}")
    return "record `empty` with `empty_input`, once"


@case(18, "huge file")
def huge_file(lab):
    """A sparse file of 1 TB (16 GB where the file system takes no more) and one of a byte above the
    limit."""
    with lab.spool() as spool:
        staging = spool.root / "huge.html"
        for size in (1 << 40, 16 << 30):
            try:
                with open(staging, "wb") as file:
                    file.truncate(size)
                break
            except OSError:
                continue
        os.rename(staging, spool.inbox / "huge.html")
        with open(spool.inbox / "over.html", "wb") as file:
            file.truncate((100 << 20) + 1)
        daemon = spool.start(settle="0")
        peak = 0

        def done():
            nonlocal peak
            peak = max([peak, *map(resident, (daemon.process.pid, *daemon.children()))])
            return len(spool.records()) == 2 and len(spool.notes()) == 2

        await_true(done, "both records")
        check_code(daemon.stop())
        for name, frame in spool.records().items():
            record = decoded(frame)
            if (record["reason"], record["limits"]) != ("too_large", ["inputBytes"]):
                if record["reason"] != "too_large":
                    raise Failure(f"{name!r}: {record['reason']}, {record['limits']}")
        if peak > 300 << 20:
            raise Failure(f"{peak >> 20} MiB of memory for files that are not read")
    return f"refused unread: too_large ({size >> 30} GiB), {peak >> 20} MiB at most"


@case(19, "deep nesting and other extremes")
def extreme_markup(lab):
    """10^6 nested div, 10^6 attributes, a text node of 90 MB, an unclosed comment of 50 MB, 10^6 tables in
    each other, 50 MB of <, an unclosed script."""
    million = 1_000_000 if not lab.quick else 100_000
    text = (90 if not lab.quick else 9) << 20
    hostile = {
        b"nested.html": b"<div>" * million + b"<p>Words at the bottom of it all.</p>",
        b"attributes.html": b"<p " + b" ".join(b"a%d=1" % n for n in range(million)) + b">Words.</p>",
        b"node.html": b"<article><p>" + b"word " * (text // 5) + b"</p></article>",
        b"comment.html": b"<p>Words before it.</p><!--" + b"x" * (text // 2),
        b"tables.html": b"<table><tr><td>" * (million // 3) + b"Words.",
        b"angles.html": b"<html>" + b"<" * (text // 2),
        b"script.html": b"<p>Words before it.</p><script>" + b"x()" * (text // 8),
    }
    expected = {_output(name): None for name in hostile}
    return alone_and_beside(lab, hostile, expected, 4 * PATIENCE)


@case(20, "decompression bombs")
def bombs(lab):
    """gzip and zstd of 1 GB of zeros, gzip in gzip in gzip, a zstd window of 512 MiB, a frame that promises
    2^60 bytes."""
    size = (1 << 30) if not lab.quick else (200 << 20)
    flat = gzip.compress(bytes(size), compresslevel=9, mtime=0)
    nested = flat
    for _ in range(4):
        nested = gzip.compress(nested, mtime=0)
    # A frame header by hand: window of 512 MiB (exponent 19), no content size, one raw block.
    window = b"\x28\xb5\x2f\xfd\x00" + bytes([19 << 3]) + b"\x09\x00\x00A"
    promise = b"\x28\xb5\x2f\xfd\xe0" + (1 << 60).to_bytes(8, "little") + b"\x09\x00\x00A"
    limit = "decompression_limit"
    return alone_and_beside(
        lab,
        {
            b"gzip.html.gz": flat,
            b"zstd.html.zst": zstd(bytes(size), "-19" if not lab.quick else "-3"),
            b"nested.html.gz": nested,
            b"window.html.zst": window,
            b"promise.html.zst": promise,
        },
        {
            b"gzip.json.zst": None,
            b"zstd.json.zst": None,
            b"nested.json.zst": ("failed", limit),
            b"window.json.zst": ("failed", limit),
            b"promise.json.zst": None,
        },
    )


@case(21, "damaged gz and zst")
def damaged_archives(lab):
    """gzip and zstd files cut at, and with a byte changed at, several places."""
    page = max(lab.pages(14).values(), key=len)
    packed = {b"gz": gzip.compress(page, mtime=0), b"zst": zstd(page)}
    hostile = {}
    for ending, whole in packed.items():
        for part in range(1, 8):
            at = len(whole) * part // 8
            hostile[b"cut-%d-%s.html.%s" % (part, ending, ending)] = whole[:at]
            changed = whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]
            hostile[b"changed-%d-%s.html.%s" % (part, ending, ending)] = changed
        hostile[b"head-%s.html.%s" % (ending, ending)] = whole[:5]
        # Cut in a checksum, whose loss no byte of the page shows.
        hostile[b"tail-%s.html.%s" % (ending, ending)] = whole[:-2]
    with lab.spool() as spool:
        spool.drop(hostile)
        code, log = spool.once()
        check_code(code)
        reasons = {}
        for name in hostile:
            record = decoded(spool.records()[_output(name)])
            wanted = ("truncated", "corrupt") if not name.startswith(b"changed") else ("corrupt", "truncated")
            if record["status"] == "ok" or record["reason"] not in wanted:
                # Bytes changed in a header may ask for another window or say another size.
                if not name.startswith(b"changed") or record["status"] == "ok":
                    raise Failure(f"{name!r}: {record['status']}, {record['reason']}")
            key = f"{record['status']}/{record['reason']}"
            reasons[key] = reasons.get(key, 0) + 1
    return f"none of {len(hostile)} is ok: " + ", ".join(f"{n} {key}" for key, n in sorted(reasons.items()))
