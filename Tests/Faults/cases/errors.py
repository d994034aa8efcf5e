"""The operating system refuses: full disks, failing disks, limits."""

import errno
import os
import subprocess

from lab.invariants import check_code, check_outputs, check_settled, decoded
from lab.shim import Fault
from lab.spool import Failure, Skipped, await_true

from . import case
from .crashes import ALONE

# The calls that can touch a disk, and those that need a descriptor or memory.
DISK = "openat,read,write,fsync,close,renameat2,unlinkat,mkdirat,fstat,fstatat,stat,fdopendir,readdir"
ALL = DISK + ",dup,flock,inotify_init1,inotify_add_watch"


def count_calls(lab, inputs, calls, arguments):
    """The number of calls in an undisturbed run."""
    with lab.spool() as spool:
        fault = Fault(lab, spool.root, calls=calls)
        spool.drop(inputs)
        code, log = spool.once(*arguments, environment=fault.environment)
        if not fault.calls:
            raise Failure(f"an undisturbed run made no call at all and ended with {code}:\n{log}")
        return fault.calls


def sweep(lab, number, calls=ALL, most=20):
    """Fails each call of a run in turn with an error, then runs undisturbed; the invariants after each."""
    inputs, failed = lab.mixed()
    reference = lab.reference(inputs)
    arguments = (*ALONE, *lab.in_process)
    total = count_calls(lab, inputs, calls, arguments)
    points = lab.some(total, most)
    codes = {}
    for point in points:
        with lab.spool() as spool:
            spool.drop(inputs)
            fault = Fault(lab, spool.root, number, point, calls=calls)
            code, log = spool.once(*arguments, environment=fault.environment)
            codes[code] = codes.get(code, 0) + 1
            try:
                check_code(code)
                check_outputs(spool, reference)
                if code in (0, 1) and not spool.is_drained() and "cannot take" not in log:
                    raise Failure(f"ended with {code}, as if all were done:\n{log}")
                code, log = spool.once()
                check_code(code)
                # One error may leave a file that could not be removed either.
                check_settled(spool, inputs, reference, failed, leftovers=True)
            except Failure as failure:
                raise Failure(f"{errno.errorcode.get(number, number)} at call {point}: {failure}") from None
            fault.close()
    ended = ", ".join(f"{count} with {code}" for code, count in sorted(codes.items()))
    return f"{len(points)} of {total} calls ({ended})"


def full_until_emptied(lab, number, calls="openat,write,fsync,close"):
    """Makes every change of the outbox fail until a gate is closed, in a daemon that goes on running."""
    inputs, failed = lab.mixed()
    reference = lab.reference(inputs)
    for call in calls.split(","):
        with lab.spool() as spool:
            gate = spool.root / "gate"
            fault = Fault(
                lab, spool.root, number, 1, -1, calls=call, path="*/outbox/.winnow-*", gate=gate
            )
            daemon = spool.start(environment=fault.environment)
            daemon.await_log("watching")
            gate.touch()
            spool.drop(inputs)
            daemon.await_log("paused")
            if spool.records():
                raise Failure(f"{call}: records appeared although none could be written")
            # A second try fails too before the disk is emptied.
            made = fault.made
            await_true(lambda: fault.made > made, "another try")
            if spool.leftovers() and call != "unlinkat":
                await_true(lambda: not spool.leftovers(), f"{call}: no unfinished file left", 5)
            gate.unlink()
            spool.await_drained(daemon)
            if daemon.log.count("paused") != 1 or daemon.log.count("resumed") != 1:
                raise Failure(f"{call}: not one line a change:\n{daemon.log}")
            check_code(daemon.stop())
            check_settled(spool, inputs, reference, failed)
    return f"resumed by itself at {calls}"


@case(3, "ENOSPC")
def disk_full(lab):
    """ENOSPC at each file call in turn; then at every open, write, fsync and close of the outbox until it is
    lifted; then a real file system of 64 KiB (tmpfs) that is full and emptied."""
    told = [sweep(lab, errno.ENOSPC), full_until_emptied(lab, errno.ENOSPC)]
    told.append(_small_file_system(lab))
    return "; ".join(told)


def _small_file_system(lab):
    if os.geteuid() != 0:
        return "tmpfs SKIPPED: needs root"
    inputs, failed = lab.mixed()
    reference = lab.reference(inputs)
    with lab.spool() as spool:
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", spool.outbox], capture_output=True
        )
        if mounted.returncode:
            return f"tmpfs SKIPPED: {mounted.stderr.decode().strip()}"
        try:
            ballast = spool.outbox / ".ballast"
            _fill(ballast, leave=12_288)
            daemon = spool.start()
            spool.drop(inputs)
            daemon.await_log("paused")
            check_outputs(spool, reference)
            # What came out is collected and the disk emptied, as an operator would.
            ballast.unlink()
            taken = {}
            while not spool.is_drained():
                for name in list(spool.records()):
                    taken[name] = (spool.outbox / os.fsdecode(name)).read_bytes()
                    (spool.outbox / os.fsdecode(name)).unlink()
                await_true(lambda: spool.records() or spool.is_drained(), "another record")
            taken |= spool.records()
            if taken != reference:
                raise Failure("I3: records from a small file system differ")
            check_code(daemon.stop())
        finally:
            subprocess.run(["umount", "-l", spool.outbox], check=False)
    return "tmpfs of 64 KiB: paused, resumed, all records whole"


def _fill(path, leave):
    free = os.statvfs(path.parent)
    with open(path, "wb") as file:
        file.write(bytes(max(0, free.f_bavail * free.f_frsize - leave)))


@case(4, "EDQUOT")
def over_quota(lab):
    """EDQUOT at each file call in turn; then at every open, write, fsync and close of the outbox until it is
    lifted."""
    return sweep(lab, errno.EDQUOT, most=12) + "; " + full_until_emptied(lab, errno.EDQUOT)


@case(5, "read-only outbox")
def outbox_read_only(lab):
    """EROFS and EACCES at the start, and later until lifted; a tmpfs that is mounted read-only."""
    for number, code in ((errno.EROFS, 73), (errno.EACCES, 77)):
        with lab.spool() as spool:
            fault = Fault(lab, spool.root, number, 1, -1, calls="openat", path="*/outbox/.winnow-*")
            got, log = spool.once(environment=fault.environment)
            if got != code or str(spool.outbox) not in log:
                raise Failure(f"{errno.errorcode[number]} at the start: {got}, not {code}: {log}")
    later = full_until_emptied(lab, errno.EROFS, "openat,renameat2")
    return "73 and 77 at the start with the path; later " + later + "; " + _read_only_mount(lab)


def _read_only_mount(lab):
    if os.geteuid() != 0:
        return "mount SKIPPED: needs root"
    with lab.spool() as spool:
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", spool.outbox], capture_output=True
        )
        if mounted.returncode:
            return "mount SKIPPED: not allowed"
        try:
            code, log = spool.once()
        finally:
            subprocess.run(["umount", "-l", spool.outbox], check=False)
        if code != 73:
            raise Failure(f"a read-only mount: {code}: {log}")
    return "a read-only mount gives 73"


@case(6, "EIO")
def disk_fails(lab):
    """EIO at each file call in turn; reads of one input that always fail; short writes and reads, EINTR and
    ENOMEM at each call in turn."""
    told = ["EIO " + sweep(lab, errno.EIO)]
    told.append(_unreadable(lab))
    told.append("EINTR " + _harmless(lab, errno.EINTR, "openat,read,write,fsync,renameat2,unlinkat,fstat"))
    told.append("short " + _harmless(lab, "short", "read,write"))
    told.append("ENOMEM " + sweep(lab, errno.ENOMEM, most=12))
    return "; ".join(told)


def _unreadable(lab):
    inputs, failed = lab.mixed()
    bad = sorted(lab.pages(14))[3]
    output = bad.removesuffix(b".html") + b".json.zst"
    reference = lab.reference(inputs)
    with lab.spool() as spool:
        spool.drop(inputs)
        fault = Fault(lab, spool.root, errno.EIO, 1, -1, calls="read", path="*/" + bad.decode())
        code, log = spool.once(*lab.in_process, environment=fault.environment)
        record = decoded(spool.records()[output])
        if (code, record["status"], record["reason"]) != (1, "failed", "io_error"):
            raise Failure(f"an unreadable input: {code}, {record['reason']}")
        reference[output] = spool.records()[output]
        check_settled(spool, inputs, reference, (*failed, bad))
    return f"an unreadable input failed with io_error after {fault.made} reads, its siblings unharmed"


def _harmless(lab, action, calls):
    """Something that is no error at all: nobody notices."""
    inputs, failed = lab.mixed()
    reference = lab.reference(inputs)
    arguments = (*ALONE, *lab.in_process)
    total = count_calls(lab, inputs, calls, arguments)
    points = lab.some(total, 15)
    for point in points:
        with lab.spool() as spool:
            spool.drop(inputs)
            fault = Fault(lab, spool.root, action, point, calls=calls)
            code, log = spool.once(*arguments, environment=fault.environment)
            if code != 1:
                raise Failure(f"{action} at call {point}: ended with {code}: {log}")
            check_settled(spool, inputs, reference, failed)
            fault.close()
    return f"unnoticed at {len(points)} of {total} calls"


@case(8, "inotify limits")
def no_watch(lab):
    """EMFILE at inotify_init1 and ENOSPC at inotify_add_watch, for good."""
    inputs, failed = lab.mixed()
    reference = lab.reference(inputs)
    for call, number in (("inotify_init1", errno.EMFILE), ("inotify_add_watch", errno.ENOSPC)):
        with lab.spool() as spool:
            fault = Fault(lab, spool.root, number, 1, -1, calls=call)
            daemon = spool.start(environment=fault.environment)
            daemon.await_log("scanning instead")
            spool.drop(inputs)
            spool.await_drained(daemon)
            check_code(daemon.stop())
            check_settled(spool, inputs, reference, failed)
    return "said so and polled"


@case(13, "rename across devices")
def other_device(lab):
    """A done folder on another file system; EXDEV at each rename in turn."""
    told = "EXDEV " + sweep(lab, errno.EXDEV, calls="renameat2", most=20)
    with lab.spool() as spool:
        other = "/dev/shm" if not str(spool.root).startswith("/dev/shm") else "/tmp"
        if os.stat(other).st_dev == os.stat(spool.inbox).st_dev:
            raise Skipped("needs a second file system")
        code, log = spool.once("--done", other)
        if code != 78 or "file system" not in log:
            raise Failure(f"a done folder elsewhere: {code}: {log}")
    return told + "; a done folder elsewhere gives 78"


@case(26, "descriptors, threads and inodes run out")
def out_of_descriptors(lab):
    """EMFILE and ENFILE at each call in turn; EMFILE at every open until lifted; a limit of few descriptors
    (prlimit)."""
    told = ["EMFILE " + sweep(lab, errno.EMFILE, calls="openat,dup,inotify_init1,fdopendir")]
    told.append("ENFILE " + sweep(lab, errno.ENFILE, calls="openat,dup,inotify_init1,fdopendir", most=20))
    told.append(_exhausted_until_lifted(lab))
    told.append(_few_descriptors(lab))
    return "; ".join(told)


def _exhausted_until_lifted(lab):
    inputs, failed = lab.mixed()
    reference = lab.reference(inputs)
    with lab.spool() as spool:
        gate = spool.root / "gate"
        fault = Fault(lab, spool.root, errno.EMFILE, 1, -1, calls="openat", gate=gate)
        daemon = spool.start(environment=fault.environment)
        daemon.await_log("watching")
        gate.touch()
        spool.drop(inputs)
        daemon.await_log("paused")
        made = fault.made
        await_true(lambda: fault.made > made, "another try")
        begun, calls = os.times(), fault.made
        gate.unlink()
        spool.await_drained(daemon)
        check_code(daemon.stop())
        check_settled(spool, inputs, reference, failed)
        if calls > 1000:
            raise Failure(f"{calls} tries while nothing could be opened: it spins")
    return f"resumed by itself after {calls} refused opens"


def _few_descriptors(lab):
    lab.needs("prlimit", "--version")
    inputs, failed = lab.mixed()
    reference = lab.reference(inputs)
    lowest = None
    for limit in (64, 32, 24, 20, 16, 12, 10):
        with lab.spool() as spool:
            spool.drop(inputs)
            daemon = spool.start("--once", settle="0", wrapper=("prlimit", f"--nofile={limit}"))
            code = daemon.wait()
            check_outputs(spool, reference)
            if code not in (0, 1, 73, 74, 78):
                raise Failure(f"{limit} descriptors: ended with {code}: {daemon.log[-500:]}")
            if code == 1:
                lowest = limit
            spool.once()
            check_settled(spool, inputs, reference, failed, leftovers=True)
    return f"{lowest} descriptors are enough; with fewer nothing is lost"
