"""Files arrive in ways that are hard to see, or are not what they seem."""

import errno
import os
import pathlib
import resource
import signal
import socket
import subprocess
import unicodedata

from lab.invariants import check_code, check_inputs, check_outputs, check_settled, decoded, digest
from lab.shim import Fault
from lab.spool import Failure, await_true

from . import case

# The settle time of the cases that wait for a file to hold still, in seconds.
SETTLE = 0.3


@case(7, "inotify overflow")
def events_dropped(lab):
    """Every event of the first reads is replaced by IN_Q_OVERFLOW; and the real queue is overflowed while
    the daemon is stopped (SIGSTOP)."""
    inputs, failed = lab.mixed()
    reference = lab.reference(inputs)
    with lab.spool() as spool:
        fault = Fault(lab, spool.root, "overflow", 1, -1, calls="read", path="inotify")
        daemon = spool.start(environment=fault.environment)
        daemon.await_log("watching")
        spool.drop(inputs)
        spool.await_drained(daemon)
        if not daemon.said("events were dropped"):
            raise Failure("an overflow was not told")
        check_code(daemon.stop())
        check_settled(spool, inputs, reference, failed)
    return f"{fault.made} overflows made by the shim; " + _real_overflow(lab, inputs, reference, failed)


def _real_overflow(lab, inputs, reference, failed):
    with open("/proc/sys/fs/inotify/max_queued_events") as file:
        queue = int(file.read())
    if queue > 100_000:
        return f"real one SKIPPED: the queue holds {queue} events"
    with lab.spool() as spool:
        daemon = spool.start()
        daemon.await_log("watching")
        daemon.signal(signal.SIGSTOP)
        status = pathlib.Path(f"/proc/{daemon.process.pid}/stat")
        await_true(lambda: ") T " in status.read_text(), "the daemon to stop")
        # Two different names in turn, since equal events that follow each other are merged.
        for number in range(queue // 2 + 100):
            path = spool.inbox / f".noise-{number % 2}.tmp"
            path.touch()
            path.unlink()
        spool.drop(inputs)
        daemon.signal(signal.SIGCONT)
        daemon.await_log("events were dropped")
        spool.await_drained(daemon)
        check_code(daemon.stop())
        check_settled(spool, inputs, reference, failed)
    return f"a queue of {queue} really overflowed"


@case(9, "file still being written")
def slow_writer(lab):
    """A writer that keeps the file open over several settle times; one that closes, pauses and appends; one
    whose file appears unfinished and is found by a scan."""
    pages = list(lab.pages(3).items())
    inputs = dict(pages)
    reference = lab.reference(inputs)
    (held, content), (appended, other), (linked, third) = pages
    with lab.spool() as spool:
        daemon = spool.start("--rescan-seconds", "0.1", settle=str(SETTLE))
        daemon.await_log("watching")
        half = len(content) // 2
        path = spool.inbox / os.fsdecode(held)
        with open(path, "wb", buffering=0) as file:
            file.write(content[:half])
            # Other pages come and go in the meantime, which shows that several settle times have passed.
            for number in range(3):
                marker = f"marker-{number}.html".encode()
                # Each needs the settle time, being empty.
                spool.drop({marker: b""})
                await_true(lambda m=marker: ("done", m) in spool.places(), "a page that passes by")
            if spool.records().keys() & reference.keys():
                raise Failure("a file was taken while a program had it open for writing")
            file.write(content[half:])
            os.utime(file.fileno(), (lab.modified, lab.modified))
        spool.await_drained(daemon)
        # Whoever closes a file says that it is whole; what is appended later is another document.
        path = spool.inbox / os.fsdecode(appended)
        path.write_bytes(b"")
        with open(path, "wb", buffering=0) as file:
            file.write(other)
            os.utime(file.fileno(), (lab.modified, lab.modified))
        spool.await_drained(daemon)
        source = spool.root / "linked"
        source.write_bytes(third)
        os.utime(source, (lab.modified, lab.modified))
        os.link(source, spool.inbox / os.fsdecode(linked))
        spool.await_drained(daemon)
        check_code(daemon.stop())
        got = {name: frame for name, frame in spool.records().items() if name in reference}
        if got != reference:
            raise Failure(f"I3: {[name for name in reference if got.get(name) != reference[name]]}")
    return "taken only when closed; hard links and empty files only when still"


@case(10, "temporary name, then rename")
def renamed_when_whole(lab):
    """Files appear as .part, .tmp, .filepart, .crdownload, .swp, ~ and hidden, and are renamed when whole."""
    endings = (".part", ".tmp", ".filepart", ".crdownload", ".swp", "~")
    pages = list(lab.pages(len(endings) + 1).items())
    inputs = dict(pages)
    reference = lab.reference(inputs)
    with lab.spool() as spool:
        daemon = spool.start("--rescan-seconds", "0.1", settle="0")
        daemon.await_log("watching")
        temporary = {}
        for (name, content), ending in zip(pages, (*endings, "hidden")):
            shown = "." + os.fsdecode(name) if ending == "hidden" else os.fsdecode(name) + ending
            path = spool.inbox / shown
            path.write_bytes(content)
            os.utime(path, (lab.modified, lab.modified))
            temporary[path] = spool.inbox / os.fsdecode(name)
        spool.drop({b"marker.html": b""})
        await_true(lambda: ("done", b"marker.html") in spool.places(), "the page after them")
        if any(not path.exists() for path in temporary):
            raise Failure("a file of a temporary name was taken")
        for path, final in temporary.items():
            path.rename(final)
        spool.await_drained(daemon)
        check_code(daemon.stop())
        got = spool.records()
        got.pop(b"marker.json.zst")
        if got != reference:
            raise Failure("I3: records of renamed files differ")
    return f"{len(inputs)} left alone under their temporary names, taken under their own"


@case(11, "file replaced, truncated or growing during the read")
def changed_while_read(lab):
    """The shim stops the daemon between two reads of an input, which is then truncated, overwritten, appended
    to or replaced, before the daemon goes on."""
    page = b"<html><body><article>" + b"<p>One sentence of the first kind, of some length.</p>" * 20_000
    changes = {
        "truncated": page[:5000],
        "grown": page + b"<p>More of it.</p>" * 5000,
        "overwritten": page[:300_000] + page[::-1][:70_000] + page[370_000:],
    }
    for what, content in changes.items():
        with lab.spool() as spool:
            spool.drop({b"page.html": page})
            fault = Fault(lab, spool.root, "stop", 2, calls="read", path="*/.work/*")
            daemon = spool.start(
                "--rescan-seconds", "0.1", *lab.in_process, settle="0", environment=fault.environment
            )
            await_true(lambda: fault.made, "a read of the page")
            path = spool.inbox / ".work" / "1" / "page.html"
            with open(path, "r+b", buffering=0) as file:
                file.write(content)
                file.truncate(len(content))
            daemon.signal(signal.SIGCONT)
            spool.await_drained(daemon)
            check_code(daemon.stop())
            check_inputs(spool, {b"page.html": content})
            digests = {decoded(frame)["source"]["sha256"] for frame in spool.records().values()}
            if digests != {digest(content)}:
                raise Failure(f"{what}: the record is not of the last content")
    return ", ".join(changes) + ": read again, the record is of the last content"


@case(12, "times of change that are old, kept or in the future")
def odd_times(lab):
    """Files of 1970, of 1901, of the year 2100 and of now, moved in and found at the start."""
    pages = list(lab.pages(8).items())
    times = (0, -2_000_000_000, 4_102_444_800, None)
    with lab.spool() as spool:
        for (name, content), stamp in zip(pages[:4], times):
            spool.drop({name: content}, modified=stamp)
        daemon = spool.start("--rescan-seconds", "0.2")
        daemon.await_log("watching")
        for (name, content), stamp in zip(pages[4:], times):
            spool.drop({name: content}, modified=stamp)
        spool.await_drained(daemon)
        check_code(daemon.stop())
        check_inputs(spool, dict(pages))
        if len(spool.records()) != len(pages):
            raise Failure(f"I5: {len(spool.records())} records of {len(pages)} inputs")
        shown = {decoded(frame)["source"]["modified"][:4] for frame in spool.records().values()}
    return f"all taken; records say {', '.join(sorted(shown))}"


@case(14, "not a file")
def not_regular(lab):
    """A symbolic link, a FIFO, a socket, a folder and a file of two links lie in the inbox; a file becomes a
    FIFO or a link between the claim and the read."""
    inputs, failed = lab.mixed()
    reference = lab.reference(inputs)
    with lab.spool() as spool:
        (spool.root / "secret").write_text("<p>secret</p>")
        (spool.inbox / "link.html").symlink_to(spool.root / "secret")
        (spool.inbox / "dangling.html").symlink_to("nowhere")
        os.mkfifo(spool.inbox / "fifo.html")
        (spool.inbox / "folder.html").mkdir()
        with socket.socket(socket.AF_UNIX) as server:
            # The path of a socket may have 107 bytes only.
            here = os.getcwd()
            os.chdir(spool.inbox)
            server.bind("socket.html")
            os.chdir(here)
        spool.drop(inputs)
        code, log = spool.once()
        if code != 1:
            raise Failure(f"ended with {code}: {log}")
        odd = ("link.html", "dangling.html", "fifo.html", "folder.html", "socket.html")
        for name in odd:
            if not os.path.lexists(spool.inbox / name):
                raise Failure(f"{name} was taken")
        skipped = [name for name in odd if f'skipped name="{name}"' in log]
        for name in ("link.html", "dangling.html"):
            (spool.inbox / name).unlink()
        (spool.inbox / "fifo.html").unlink()
        (spool.inbox / "socket.html").unlink()
        check_settled(spool, inputs, reference, failed)
    return f"left alone, and told: {', '.join(skipped)}; " + _swapped(lab)


def _swapped(lab):
    """A name that was a file when it was listed and is something else when it is opened."""
    for kind in ("fifo", "link"):
        with lab.spool() as spool:
            work = spool.inbox / ".work" / "1"
            work.mkdir(parents=True)
            (spool.root / "secret").write_text("<p>secret words of another file</p>")
            if kind == "fifo":
                os.mkfifo(work / "a.html")
            else:
                (work / "a.html").symlink_to(spool.root / "secret")
            code, log = spool.once()
            check_code(code)
            for frame in spool.records().values():
                record = decoded(frame)
                if record["status"] != "failed" or "secret" in str(record):
                    raise Failure(f"a {kind} in the place of a claim was read: {record['status']}")
    return "a claim swapped for a FIFO or a link is not followed"


@case(15, "link planted in the outbox")
def planted_link(lab):
    """Links to a file elsewhere stand at the names of records to come, and at names of unfinished ones."""
    inputs, failed = lab.mixed()
    reference = lab.reference(inputs)
    with lab.spool() as spool:
        victim = spool.root / "victim"
        victim.write_text("untouched")
        planted = sorted(reference)[:3]
        for name in planted:
            (spool.outbox / os.fsdecode(name)).symlink_to(victim)
        for number in range(50):
            (spool.outbox / f".winnow-{number}-1.tmp").symlink_to(victim)
        spool.drop(inputs)
        code, log = spool.once()
        check_code(code)
        if victim.read_text() != "untouched":
            raise Failure("a planted link was written through")
        records = {
            name: frame for name, frame in spool.records().items()
            if not (spool.outbox / os.fsdecode(name)).is_symlink()
        }
        # Those whose name is taken get one with their digest in it.
        if sorted(records.values()) != sorted(reference.values()):
            raise Failure(f"I5: {len(records)} of {len(reference)} records")
        check_inputs(spool, inputs)
    return "not written through; the records have names of their own"


@case(16, "names")
def odd_names(lab):
    """Newline, leading dash, quotes, bytes that are no UTF-8, 255 bytes, dots, both Unicode forms of one
    name, two cases of one name, a name like a log line."""
    page = next(iter(lab.pages(1).values()))
    composed = unicodedata.normalize("NFC", "é.html").encode()
    names = [
        b"line\nbreak.html", b"-rf.html", b"quo\"te'.html", b"no\xff\xfeutf8.html", b"x" * 250 + b".html",
        b"\xff" * 255, b"..html", b"...", composed, unicodedata.normalize("NFD", composed.decode()).encode(),
        b"Case.html", b"case.html", b"%41.html", b"A.html", b" .html", b"tab\t.html", b"\x1b[31m.html",
        b"error winnowd: [Spool] forged\n2026.html", "\u202etxt.html".encode(), b"a.html.gz", b"$(id).html",
    ]
    names = [name for name in names if not name.startswith(b".")] + [b"no extension"]
    inputs = {name: page + b"<!-- %d -->" % number for number, name in enumerate(names)}
    with lab.spool() as spool:
        daemon = spool.start(settle="0")
        daemon.await_log("watching")
        spool.drop(inputs)
        spool.await_drained(daemon)
        check_code(daemon.stop())
        check_inputs(spool, inputs)
        records = [decoded(frame) for frame in spool.records().values()]
        if {record["source"]["sha256"] for record in records} != set(map(digest, inputs.values())):
            raise Failure(f"I5: {len(records)} records of {len(inputs)} inputs")
        if len(records) != len(inputs):
            raise Failure(f"I5: {len(records)} records of {len(inputs)} inputs")
        if any(place != "done" for place, _ in spool.places()):
            raise Failure("an input with an odd name did not end in done")
        lines = [line for line in daemon.log.splitlines() if "forged" in line]
        if any(line.startswith("2026.html") or "\x1b" in line for line in daemon.log.splitlines()):
            raise Failure(f"a name forged a line of the log: {lines}")
        long = [name for name in spool.records() if len(name) > 255]
        again = lab.reference(inputs)
        if long or again != spool.records():
            raise Failure("I3: names of outputs differ from run to run")
    return f"{len(inputs)} names, each with its record"


@case(30, "folders removed or replaced while running")
def folders_replaced(lab):
    """The inbox is renamed and made anew, the outbox removed and made anew, a file system is unmounted from
    the outbox, one is mounted over the inbox."""
    inputs, failed = lab.mixed()
    reference = lab.reference(inputs)
    told = []
    with lab.spool() as spool:
        daemon = spool.start("--rescan-seconds", "0.2")
        daemon.await_log("watching")
        spool.inbox.rename(spool.root / "old")
        daemon.await_log("paused")
        spool.inbox.mkdir()
        daemon.await_log("resumed")
        spool.drop(inputs)
        spool.await_drained(daemon)
        check_settled(spool, inputs, reference, failed)
        told.append("inbox renamed")
        spool.outbox.rename(spool.root / "old-outbox")
        more = {b"another.html": b"<p>Another page that comes while the outbox is gone.</p>"}
        more_reference = lab.reference(more)
        spool.drop(more)
        # A scan may find the folder gone before a record is to be written, and says it in other words.
        await_true(lambda: daemon.log.count("paused: ") >= 2, "the second pause in the log")
        if spool.outbox.exists():
            raise Failure("the outbox was made anew")
        spool.outbox.mkdir()
        spool.await_drained(daemon)
        check_outputs(spool, more_reference)
        if not spool.records():
            raise Failure("I5: no record after the outbox came back")
        check_code(daemon.stop())
        told.append("outbox renamed")
    told.append(_unmounted(lab, inputs, reference, failed))
    return "; ".join(told)


def _unmounted(lab, inputs, reference, failed):
    if os.geteuid() != 0:
        return "mounts SKIPPED: need root"
    with lab.spool() as spool:
        mount = ["mount", "-t", "tmpfs", "tmpfs", spool.outbox]
        if subprocess.run(mount, capture_output=True).returncode:
            return "mounts SKIPPED: not allowed"
        try:
            daemon = spool.start("--rescan-seconds", "0.2")
            daemon.await_log("watching")
            subprocess.run(["umount", "-l", spool.outbox], check=True)
            spool.drop(inputs)
            daemon.await_log("paused")
            if os.listdir(spool.outbox):
                raise Failure("records were written under the mount point")
            subprocess.run(mount, check=True)
            spool.await_drained(daemon)
            check_settled(spool, inputs, reference, failed)
            # A file system over the inbox gives no event.
            over = ["mount", "-t", "tmpfs", "tmpfs", spool.inbox]
            subprocess.run(over, check=True)
            try:
                more = {b"over.html": b"<p>A page in the inbox that was mounted over the first.</p>"}
                spool.drop(more) if _same_device(spool) else _copy(spool, more)
                spool.await_drained(daemon)
                await_true(lambda: b"over.json.zst" in spool.records(), "a record of the page")
                check_code(daemon.stop())
            finally:
                subprocess.run(["umount", "-l", spool.inbox], check=False)
        finally:
            subprocess.run(["umount", "-l", spool.outbox], check=False)
    return "outbox unmounted, inbox mounted over"


def _same_device(spool):
    return os.stat(spool.root).st_dev == os.stat(spool.inbox).st_dev


def _copy(spool, inputs):
    for name, content in inputs.items():
        (spool.inbox / os.fsdecode(name)).write_bytes(content)


@case(33, "a burst of very many files")
def burst(lab):
    """100,000 small files (2,000 in the quick run) lie there at the start and others come by the way;
    WINNOW_FAULTS_BURST sets their number."""
    count = int(os.environ.get("WINNOW_FAULTS_BURST", 2_000 if lab.quick else 100_000))
    with lab.spool() as spool:
        text = b"<p>A short page, number %d, of a burst, which is a sentence with some words.</p>"
        inputs = {b"burst-%06d.html" % number: text % number for number in range(count)}
        spool.drop(inputs)
        daemon = spool.start()
        daemon.await_log("watching")
        late = {b"late-%02d.html" % number: text % (count + number) for number in range(20)}
        spool.drop(late)
        peak, position = 0, 0
        def drained():
            nonlocal peak
            peak = max(peak, _resident(daemon))
            return len(os.listdir(spool.inbox / "done")) == count + len(late)

        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        await_true(drained, "all of the burst", patience=60 + count / 50)
        check_code(daemon.stop())
        seconds = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
        if len(spool.records()) != count + len(late):
            raise Failure(f"I5: {len(spool.records())} records of {count + len(late)}")
        check_inputs(spool, inputs | late)
        if peak > 300 << 20:
            raise Failure(f"{peak >> 20} MiB of memory")
    return f"{count} files, {seconds:.0f} s of processor, {peak >> 20} MiB at most"


def _resident(daemon):
    with open(f"/proc/{daemon.process.pid}/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
