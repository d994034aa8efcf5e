"""Pages that take their worker process down, or try what it may not do."""

import os
import pathlib
import signal
import subprocess
import tempfile

from lab.invariants import check_code, check_inputs, decoded
from lab.spool import Failure, await_true

from . import case

# What a page asks for, and the reason that its record must name.
ENDINGS = {
    "crash": "crash", "trap": "crash", "overflow": "crash", "abort": "crash", "exit": "exit",
    "memory": "memory", "silence": "crash", "garbage": "crash", "flood": "crash",
}
STALLS = {"hang": "timeout", "sleep": "timeout", "busy": "timeout"}
REFUSED = ("fork", "execute", "open", "create", "connect", "kill")
ASKED = "--misbehave-on-request"
# Little time and memory, so that what is over a limit is so soon.
LIMITS = ("--max-seconds", "3", "--max-silent-seconds", "1", "--max-memory", str(256 << 20))
# Time enough for what ends by itself, however busy the machine is.
PATIENT = ("--max-seconds", "60", "--max-silent-seconds", "30", "--max-memory", str(256 << 20))


def hostile(kind):
    return b"<!--winnow-misbehave: " + kind.encode() + b"-->" + b"<p>Some words of it.</p>"


def run_with(lab, kinds, *arguments, limits=LIMITS, meanwhile=lambda daemon: None):
    """Drops pages that misbehave among good ones; gives their records by kind. The good are compared."""
    good, failed = lab.mixed()
    reference = lab.reference(good)
    inputs = good | {f"odd-{kind}.html".encode(): hostile(kind) for kind in kinds}
    with lab.spool() as spool:
        spool.drop(inputs)
        daemon = spool.start(ASKED, *limits, *arguments, settle="0")
        meanwhile(daemon)
        spool.await_drained(daemon, 120)
        check_code(daemon.stop())
        check_inputs(spool, inputs)
        records = spool.records()
        for name, frame in reference.items():
            if records.get(name) != frame:
                raise Failure(f"I3: the good page {name!r} was harmed")
        if len(records) != len(inputs):
            raise Failure(f"I5: {len(records)} records of {len(inputs)} inputs")
        return {kind: decoded(records[f"odd-{kind}.json.zst".encode()]) for kind in kinds}


@case(22, "page that crashes, traps, hangs, eats memory, exits or forks")
def misbehaving_pages(lab):
    """A hook of the workers, for tests alone, has them do at a page's request what a flaw in a parser could;
    one such page of each kind beside twenty good ones."""
    records = run_with(lab, [*ENDINGS, "once", *REFUSED], limits=PATIENT)
    for kind, reason in ENDINGS.items():
        record = records[kind]
        if (record["status"], record["reason"]) != ("failed", reason):
            raise Failure(f"{kind}: {record['status']}, {record['reason']}, not {reason}")
    if records["once"]["status"] == "failed":
        raise Failure("a page that fails once is tried again")
    for kind in REFUSED:
        if "refused" not in str(records[kind]["blocks"]) + records[kind]["text"]:
            raise Failure(f"a worker may {kind}: {records[kind]['blocks']}")
    ends = ", ".join(f"{kind} {reason}" for kind, reason in ENDINGS.items())
    return f"{ends}; refused: {', '.join(REFUSED)}; siblings unharmed"


@case(24, "worker that says nothing")
def silent_worker(lab):
    """Pages that loop, sleep, and loop while they say that they go on; a worker that is stopped (SIGSTOP)
    while it waits for a page."""
    records = run_with(lab, STALLS, meanwhile=_stop_a_worker)
    for kind, reason in STALLS.items():
        if (records[kind]["status"], records[kind]["reason"]) != ("failed", reason):
            raise Failure(f"{kind}: {records[kind]['reason']}, not {reason}")
    return "timeout for each, ended and replaced; a stopped worker is replaced"


def _workers(daemon):
    def found():
        if daemon.process.poll() is not None:
            raise Failure(f"ended with {daemon.process.returncode}:\n{daemon.log}")
        return daemon.children()

    return await_true(found, "a worker")


def _ready_workers(daemon):
    """The workers, once each is one that the kernel ends before the daemon; the last step of their start."""
    own = _score(daemon.process.pid)
    return await_true(
        lambda: [child for child in _workers(daemon) if _score(child) > own],
        "workers that are ended before the daemon",
    )


def _stop_a_worker(daemon):
    # Before it is ready it has a minute to become so.
    worker = _ready_workers(daemon)[0]
    os.kill(worker, signal.SIGSTOP)


@case(25, "out of memory")
def out_of_memory(lab):
    """The score by which the kernel chooses whom to end is read; workers are ended by SIGKILL while they
    work; a memory cgroup of 400 MiB is filled by a page whose worker may take more."""
    killed = []

    def kill_workers(daemon):
        for child in _ready_workers(daemon):
            try:
                os.kill(child, signal.SIGKILL)
                killed.append(child)
            except ProcessLookupError:
                pass

    run_with(lab, ["memory"], meanwhile=kill_workers)
    return f"{len(killed)} workers ended unseen; " + _in_cgroup(lab)


def _score(pid):
    try:
        return int(pathlib.Path(f"/proc/{pid}/oom_score_adj").read_text())
    except OSError:
        return 0


def _in_cgroup(lab):
    root = pathlib.Path("/sys/fs/cgroup")
    limit_name = "memory.max"
    if (root / "memory").is_dir():
        root, limit_name = root / "memory", "memory.limit_in_bytes"
    try:
        group = pathlib.Path(tempfile.mkdtemp(dir=root, prefix="winnow-faults-"))
    except OSError as error:
        return f"cgroup SKIPPED: {error}"
    try:
        try:
            (group / limit_name).write_text(str(400 << 20))
        except OSError as error:
            return f"cgroup SKIPPED: {error}"
        wrapper = ("sh", "-c", f'echo $$ >{group}/cgroup.procs; exec "$0" "$@"')
        inputs = lab.pages(5) | {b"odd-memory.html": hostile("memory")}
        reference = lab.reference(lab.pages(5))
        with lab.spool() as spool:
            spool.drop(inputs)
            limits = ("--max-seconds", "30", "--max-memory", str(8 << 30))
            daemon = spool.start(ASKED, *limits, settle="0", wrapper=wrapper)
            spool.await_drained(daemon, 120)
            if daemon.process.poll() is not None:
                raise Failure("the daemon was ended")
            check_code(daemon.stop())
            records = spool.records()
            record = decoded(records.pop(b"odd-memory.json.zst"))
            if records != reference:
                raise Failure("I3: siblings of a page that ate all memory differ")
            if (record["status"], record.get("reason")) != ("failed", "memory"):
                raise Failure(f"a page that ate all memory: {record['status']}, {record.get('reason')}")
            return f"in a cgroup only the worker ended ({record['reason']}), the daemon lived"
    finally:
        subprocess.run(["rmdir", group], check=False)
