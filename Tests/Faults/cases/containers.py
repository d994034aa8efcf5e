"""Containers of many pages, when the daemon, a worker or the disk gives out in the middle of one."""

import errno
import gzip
import signal

from lab.invariants import check_code, check_inputs, check_outputs, check_settled, decoded
from lab.shim import Fault
from lab.spool import Failure, await_true

from . import case
from .crashes import ALONE
from .workers import ASKED, PATIENT, hostile

# The pages of a container that a sweep goes through: each costs some calls.
SWEPT_PAGES = 6
# More ends of the daemon than a page is given attempts.
MANY_KILLS = 12


def record(number, body, kind="response"):
    """A record of a WARC, its block a response of a server."""
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"WARC-Target-URI: https://example.org/{number}\r\nWARC-Date: 2024-05-17T06:42:10Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def page(number):
    words = " ".join(f"word{number * 7919 % 1009 + index}" for index in range(40))
    return f"<!DOCTYPE html><title>Page {number}</title><article><p>{words}.</p></article>".encode()


def warc(bodies):
    """A WARC with a gzip member for each record."""
    return b"".join(gzip.compress(record(number + 1, body), mtime=0) for number, body in enumerate(bodies))


def inputs_with_container(lab, count):
    """A container between two pages, and a damaged one."""
    pages = lab.pages(2)
    bodies = [page(number) for number in range(count)]
    whole = warc(bodies)
    cut = warc([page(1000), page(1001)])[:-20]
    return pages | {b"crawl.warc.gz": whole, b"cut.warc.gz": cut}, (b"cut.warc.gz",)


@case(36, "kill -9 within a container")
def killed_within_a_container(lab):
    """The shim kills the process before its Nth file call, for every N of a run over a WARC; once more at a later
    call of the run that goes on; then an undisturbed run. And a daemon that is killed again and again, each time
    after some pages more."""
    inputs, failed = inputs_with_container(lab, SWEPT_PAGES)
    reference = lab.reference(inputs)
    if b"crawl-000006.json.zst" not in reference or len(reference) != SWEPT_PAGES + 5:
        raise Failure(f"not a record a page: {sorted(reference)}")
    with lab.spool() as spool:
        fault = Fault(lab, spool.root)
        spool.drop(inputs)
        spool.once(*ALONE, environment=fault.environment)
        total = fault.calls
    points = lab.some(total, 40)
    for point in points:
        with lab.spool() as spool:
            spool.drop(inputs)
            for at in (point, 3 * point // 2 + 5):
                fault = Fault(lab, spool.root, "kill", at)
                spool.once(*ALONE, environment=fault.environment)
                fault.close()
                _at(point, lambda: (check_outputs(spool, reference), check_inputs(spool, inputs)))
            code, _ = spool.once()
            _at(point, lambda: (_ended(code), check_settled(spool, inputs, reference, failed, leftovers=True)))
    return f"{len(points)} of {total} calls; {_killed_often(lab)}"


def _at(point, check):
    try:
        check()
    except Failure as failure:
        raise Failure(f"at call {point}: {failure}") from None


def _ended(code):
    check_code(code)
    if code not in (0, 1):
        raise Failure(f"the run after it ended with {code}")


def _killed_often(lab):
    """Kills of the daemon that each have some pages more behind them: none of them gives the container up."""
    inputs = {b"crawl.warc.gz": warc([page(number) for number in range(MANY_KILLS * 8)])}
    reference = lab.reference(inputs)
    with lab.spool() as spool:
        spool.drop(inputs)
        for kill in range(MANY_KILLS):
            fault = Fault(lab, spool.root, "kill", 5, calls="renameat2", path="*/outbox/*.json.zst")
            spool.once(*ALONE, environment=fault.environment)
            fault.close()
            check_outputs(spool, reference)
        code, log = spool.once()
        _ended(code)
        check_settled(spool, inputs, reference, leftovers=True)
        if "resumed=" not in log:
            raise Failure(f"the last run did not go on where the others ended:\n{log}")
    return f"{MANY_KILLS} kills of one container"


@case(37, "full disk within a container")
def disk_full_within_a_container(lab):
    """ENOSPC at each file call in turn of a run over a WARC; then at every open of the outbox, in the middle of a
    container, until it is lifted."""
    inputs, failed = inputs_with_container(lab, SWEPT_PAGES)
    reference = lab.reference(inputs)
    arguments = (*ALONE, *lab.in_process)
    with lab.spool() as spool:
        fault = Fault(lab, spool.root)
        spool.drop(inputs)
        spool.once(*arguments, environment=fault.environment)
        total = fault.calls
    points = lab.some(total, 20)
    for point in points:
        with lab.spool() as spool:
            spool.drop(inputs)
            fault = Fault(lab, spool.root, errno.ENOSPC, point)
            code, _ = spool.once(*arguments, environment=fault.environment)
            fault.close()
            _at(point, lambda: (check_code(code), check_outputs(spool, reference)))
            code, _ = spool.once()
            _at(point, lambda: (_ended(code), check_settled(spool, inputs, reference, failed, leftovers=True)))
    return f"{len(points)} of {total} calls; {_full_until_emptied(lab)}"


def _full_until_emptied(lab):
    inputs = {b"crawl.warc.gz": warc([page(number) for number in range(40)])}
    reference = lab.reference(inputs)
    with lab.spool() as spool:
        # From the 20th on every try to write fails, until the gate is gone.
        gate = spool.root / "gate"
        gate.touch()
        fault = Fault(
            lab, spool.root, errno.ENOSPC, 20, -1, calls="openat", path="*/outbox/.winnow-*", gate=gate
        )
        daemon = spool.start(environment=fault.environment)
        daemon.await_log("watching")
        spool.drop(inputs)
        daemon.await_log("paused")
        written = len(spool.records())
        if not 0 < written < 40:
            raise Failure(f"{written} of 40 records were written before the disk was full")
        made = fault.made
        await_true(lambda: fault.made > made, "another try")
        gate.unlink()
        spool.await_drained(daemon)
        if daemon.log.count("paused") != 1 or daemon.log.count("resumed\n") != 1:
            raise Failure(f"not one line a change:\n{daemon.log}")
        check_code(daemon.stop())
        check_settled(spool, inputs, reference)
    return f"paused after {written} of 40 pages, resumed by itself"


@case(38, "hostile page within a container")
def hostile_page_within_a_container(lab):
    """Pages that end their worker, in a WARC between good ones; and an orderly end in the middle of a WARC, after
    which the next start goes on."""
    kinds = ("crash", "exit", "memory", "garbage")
    good = [page(number) for number in range(8)]
    reference = lab.reference({b"crawl.warc.gz": warc([*good, *good])})
    mixed = [body for number, body in enumerate([*good, *good])]
    for index, kind in enumerate(kinds):
        mixed[3 * index + 1] = hostile(kind)
    inputs = {b"crawl.warc.gz": warc(mixed)}
    with lab.spool() as spool:
        spool.drop(inputs)
        code, log = spool.once(ASKED, *PATIENT)
        if code != 1:
            raise Failure(f"ended with {code}:\n{log}")
        check_inputs(spool, inputs)
        records = spool.records()
        if records.keys() != reference.keys():
            raise Failure(f"I5: {sorted(records.keys() ^ reference.keys())}")
        for index, name in enumerate(sorted(records)):
            bad = [kind for number, kind in enumerate(kinds) if 3 * number + 1 == index]
            reason = decoded(records[name])["reason"]
            if bad and reason not in (bad[0], "crash"):
                raise Failure(f"{name!r} ended as {reason}, not {bad[0]}")
            if not bad and records[name] != reference[name]:
                raise Failure(f"I3: the good page {name!r} was harmed")
    return f"{', '.join(kinds)} cost their pages alone; {_ended_in_order(lab)}"


def _ended_in_order(lab):
    inputs = {b"crawl.warc.gz": warc([page(number) for number in range(120)])}
    reference = lab.reference(inputs)
    with lab.spool() as spool:
        daemon = spool.start()
        daemon.await_log("watching")
        spool.drop(inputs)
        await_true(lambda: len(spool.records()) >= 5, "some records")
        daemon.signal(signal.SIGTERM)
        code = daemon.wait()
        if code != 0:
            raise Failure(f"the orderly end gave {code}:\n{daemon.log}")
        written = len(spool.records())
        check_outputs(spool, reference)
        code, log = spool.once()
        _ended(code)
        check_settled(spool, inputs, reference)
        if written == len(reference):
            return "the container was done before the end could be asked for"
        if f"resumed={written}" not in log:
            raise Failure(f"{written} records were there, and the next start said:\n{log}")
    return f"an end in order after {written} of 120 pages, the next start went on"


@case(39, "WARC of very many pages")
def many_pages(lab):
    """A WARC of 10,000 pages (1,000 in the quick run) in the inbox of a running daemon, which is killed with its
    workers three times in the middle, at a quarter, a half and three quarters of the records."""
    count = 1_000 if lab.quick else 10_000
    inputs = {b"crawl.warc.gz": warc([page(number) for number in range(count)])}
    reference = lab.reference(inputs)
    if len(reference) != count:
        raise Failure(f"{len(reference)} records of {count} pages")
    told = []
    with lab.spool() as spool:
        spool.drop(inputs)
        for quarter in (1, 2, 3):
            daemon = spool.start(settle="0")
            await_true(lambda: len(spool.records()) >= quarter * count // 4, f"quarter {quarter}", 300)
            daemon.kill()
            told.append(len(spool.records()))
            check_outputs(spool, reference)
            check_inputs(spool, inputs)
        code, log = spool.once(patience=300)
        _ended(code)
        check_settled(spool, inputs, reference, leftovers=True)
        if told[-1] < count and f"resumed={told[-1]}" not in log:
            raise Failure(f"{told[-1]} records were there, and the last start said:\n{log}")
    return f"killed at {', '.join(str(number) for number in told)} of {count} records, none lost or doubled"
