"""Signals, clocks, two daemons, a log that nobody reads."""

import fcntl
import os
import signal

from lab.invariants import check_code, check_inputs, check_outputs, check_settled, decoded, digest
from lab.shim import Clock, Fault
from lab.spool import Failure, await_true

from . import case


@case(27, "SIGTERM and SIGINT during work, SIGHUP storm")
def signals_during_work(lab):
    """SIGTERM when some of the inputs are done; the same twice; a thousand SIGHUP; SIGINT."""
    inputs, failed = lab.mixed()
    reference = lab.reference(inputs)
    for first in (signal.SIGTERM, signal.SIGINT):
        for second in (False, True):
            with lab.spool() as spool:
                spool.drop(inputs)
                daemon = spool.start("--workers", "1", settle="0")
                await_true(lambda: len(spool.records()) >= 3, "the first records")
                daemon.signal(first)
                if second:
                    daemon.signal(first)
                if daemon.wait(20) != 0:
                    raise Failure(f"ended with {daemon.process.returncode}")
                check_outputs(spool, reference)
                check_inputs(spool, inputs)
                if spool.leftovers() and not second:
                    raise Failure("a document in work was not finished")
                claimed = [name for place, name in spool.places() if place == "work"]
                if claimed and not second:
                    raise Failure(f"claims were left: {claimed}")
                spool.once()
                check_settled(spool, inputs, reference, failed, leftovers=second)
    with lab.spool() as spool:
        daemon = spool.start()
        daemon.await_log("watching")
        spool.drop(inputs)
        for _ in range(1000):
            daemon.signal(signal.SIGHUP)
        spool.await_drained(daemon)
        if daemon.stop() != 0:
            raise Failure("a SIGHUP storm did harm")
        check_settled(spool, inputs, reference, failed)
    return "exit 0, what was in work finished, the rest put back; SIGHUP harmless"


@case(28, "wrong configuration")
def wrong_configuration(lab):
    """Folders that are missing, the same, or an outbox inside one of the inbox's own folders; options and files
    that are wrong. SIGHUP with a file that is wrong, gone or a FIFO while files arrive, and then with a right one."""
    inputs, failed = lab.mixed()
    reference = lab.reference(inputs)
    with lab.spool() as spool:
        unknown_key = spool.root / "unknown.yaml"
        unknown_key.write_text("wrokers: 2\n")
        inner = spool.inbox / "done" / "records"
        inner.mkdir(parents=True)
        cases = {
            ("--outbox", inner): 78,
            ("--inbox", spool.root / "none"): 78,
            ("--outbox", spool.root / "none"): 78,
            ("--outbox", spool.inbox): 78,
            ("--done", spool.outbox): 78,
            ("--workers", "0"): 64,
            ("--stability-seconds", "-1"): 64,
            ("--keep", "--delete"): 64,
            ("--no-such-option",): 64,
            ("--config", spool.root / "none.yaml"): 78,
            ("--config", unknown_key): 78,
        }
        for arguments, code in cases.items():
            got, log = spool.once(*arguments)
            if got != code or not log.strip():
                raise Failure(f"{arguments}: {got}, not {code}: {log}")
        inner.rmdir()
        check_reloads(spool, inputs)
        check_settled(spool, inputs, reference, failed)
    return f"{len(cases)} refused with 64 or 78 and a reason; 4 bad files left the old settings in force, a good one came in force"


def check_reloads(spool, inputs):
    """Has a daemon read bad files and a good one while it works off the inputs."""
    path = spool.root / "winnow.yaml"
    path.write_text("workers: 2\n")
    daemon = spool.start("--config", path)
    daemon.await_log("watching")
    names = sorted(inputs)
    bad = (
        lambda: path.write_text("workers: 3\nwrokers: 4\n"),
        lambda: path.write_bytes(b"\xff\xfe"),
        path.unlink,
        lambda: os.mkfifo(path),
    )
    for number, spoil in enumerate(bad):
        spoil()
        spool.drop({name: inputs[name] for name in names[number :: len(bad)]})
        daemon.signal(signal.SIGHUP)
        await_true(
            lambda: daemon.log.count("the old one stays in force") > number, "a refusal in the log"
        )
    if "winnow.yaml:2: there is no setting wrokers; did you mean workers?" not in daemon.log:
        raise Failure(f"the line is not told:\n{daemon.log}")
    path.unlink()
    path.write_text("workers: 1\n")
    daemon.signal(signal.SIGHUP)
    daemon.await_log("configuration reloaded: workers 1 (was 2)")
    await_true(lambda: len(daemon.children()) == 1, "one worker")
    spool.await_drained(daemon)
    check_code(daemon.stop())


@case(29, "two daemons on one inbox")
def two_daemons(lab):
    """A second daemon is started beside the first; the first is killed, and the second started again; five
    are started at once."""
    inputs, failed = lab.mixed()
    reference = lab.reference(inputs)
    with lab.spool() as spool:
        first = spool.start()
        first.await_log("watching")
        code, log = spool.once()
        if code != 75 or f"locked by process {first.process.pid}" not in log:
            raise Failure(f"the second: {code}: {log}")
        first.kill()
        # Workers that are just ending may hold the lock for a moment more.
        await_true(lambda: spool.once()[0] == 0, "the lock of a killed daemon to be free")
        spool.drop(inputs)
        many = [spool.start("--once", settle="0") for _ in range(5)]
        codes = sorted(daemon.wait() for daemon in many)
        if not set(codes) <= {0, 1, 75}:
            raise Failure(f"five at once: {codes}")
        check_settled(spool, inputs, reference, failed)
    return f"75 with the process; no stale lock; five at once ended with {codes}"


@case(31, "clock jumps")
def clock_jumps(lab):
    """The daemon's clock jumps back a day and forward ten years and to 1960 while files arrive and settle."""
    inputs, failed = lab.mixed()
    reference = lab.reference(inputs)
    names = sorted(inputs)
    with lab.spool() as spool:
        clock = Clock(lab)
        daemon = spool.start("--rescan-seconds", "0.2", environment=clock.environment)
        daemon.await_log("watching")
        for part, seconds in enumerate((0, -86_400, 315_000_000, -2_100_000_000, 0)):
            clock.jump(seconds)
            spool.drop({name: inputs[name] for name in names[part::5]})
            # Found by a scan, so that its age counts.
            spool.await_drained(daemon)
        check_code(daemon.stop())
        check_settled(spool, inputs, reference, failed)
    return "all taken at once under five clocks"


@case(32, "duplicate names and contents")
def duplicates(lab):
    """One name again and again with other content, one content under many names, names whose records would
    share a name, and the very same file twice."""
    pages = list(lab.pages(4).values())
    with lab.spool() as spool:
        daemon = spool.start("--workers", "2", settle="0")
        daemon.await_log("watching")
        given = []
        for round_number in range(3):
            batch = {
                b"same.html": pages[0] + b"<!-- %d -->" % round_number,
                b"twin-%d.html" % round_number: pages[1],
                b"again.html": pages[2],
            }
            given += batch.values()
            spool.drop(batch)
            spool.await_drained(daemon)
        shared = {b"one.html": pages[3], b"one.htm": pages[3] + b"<!-- b -->", b"one.html.gz": pages[3] + b"<!-- c -->"}
        given += shared.values()
        spool.drop(shared)
        spool.await_drained(daemon)
        check_code(daemon.stop())
        kept = sorted(map(digest, spool.places().values()))
        if kept != sorted(map(digest, given)):
            raise Failure(f"I1: {len(kept)} inputs kept of {len(given)}")
        made = {decoded(frame)["source"]["sha256"] for frame in spool.records().values()}
        if made != set(map(digest, given)):
            raise Failure("I5: a content has no record")
        count = len(spool.records())
    return f"{len(given)} inputs of {len(made)} contents: all kept, {count} records, none replaced by another's"


@case(35, "log that nobody reads")
def blocked_log(lab):
    """stderr is a pipe of one page that is full and never read; then one whose reader is gone."""
    inputs, failed = lab.mixed()
    inputs |= {b"more-%04d.html" % n: b"<p>Page %d of many, to fill the pipe.</p>" % n for n in range(600)}
    reference = lab.reference(inputs)
    for is_read in (True, False):
        reader, writer = os.pipe()
        try:
            fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 4096)
            if not is_read:
                os.close(reader)
            with lab.spool() as spool:
                daemon = spool.start(stderr=writer)
                spool.drop(inputs)
                spool.await_drained(daemon, 60)
                code = daemon.stop()
                check_code(code)
                check_settled(spool, inputs, reference, failed)
        finally:
            os.close(writer)
            if is_read:
                os.close(reader)
    return "620 documents went through beside a full pipe, and one without a reader"
