"""What is tried of the service: each check is a function, and its first line of documentation says what must hold."""

import ctypes
import pathlib
import re
import time

from machine import SLOW, Failure, Skipped, await_true
from service import DROP_IN, INBOX, OUTBOX, USER

CHECKS = []
# What a page asks its worker to try, and must be refused (Sources/Spool/Isolation/Misbehaviour.swift).
REFUSED = ("open", "create", "connect", "fork", "execute", "kill")
# What takes minutes, for a hang has to last longer than the longest step.
LONG = ("hung_pipeline_gets_no_sign_of_life",)
# Seconds of WatchdogSec= for the checks that wait for it.
WATCHDOG = 4


def check(function):
    CHECKS.append(function)
    return function


def require(condition, what):
    if not condition:
        raise Failure(what)


def hostile(kind):
    return b"<!--winnow-misbehave: " + kind.encode() + b"--><p>Some words of it.</p>"


# MARK: - Start


@check
def account_and_folders_are_made(service):
    """The package makes the account and the folders, readable for the group alone."""
    run = service.machine.run
    require("nologin" in run("getent", "passwd", "winnow"), "the account has a shell")
    modes = run("stat", "-c", "%n %a %U %G", "/srv/winnow", str(INBOX), str(OUTBOX)).split("\n")
    wanted = ["/srv/winnow 750 winnow winnow", f"{INBOX} 2770 winnow winnow", f"{OUTBOX} 2750 winnow winnow"]
    require(modes == wanted, f"folders: {modes}")
    return "winnow, /srv/winnow/{inbox,outbox}"


@check
def service_is_ready(service):
    """The service is started by the installation, enabled, and says itself that it is ready."""
    require(service.is_active(), service.show("ActiveState"))
    require(service.machine.run("systemctl", "is-enabled", "winnow") == "enabled", "it is not enabled")
    require(service.show("Type") == "notify", "it is not of Type=notify")
    require(service.status.startswith("Running: "), f"status: {service.status!r}")
    return f"status {service.status!r}"


@check
def pages_become_records(service):
    """Pages that a member of the group drops become records that the group can read, and nobody else."""
    names = service.drop_pages(len(service.pages))
    records = service.await_records(names)
    bad = [record["reason"] for record in records if record["status"] not in ("ok", "partial")]
    require(not bad, f"records: {bad}")
    service.check_retired(names)
    frame = str(OUTBOX / (names[0].removesuffix(".html") + ".json.zst"))
    service.machine.run("zstd", "-tq", frame, user=USER)
    refused = service.machine.run("cat", frame, user="nobody", check=False)
    require("Permission denied" in refused, "anybody can read records")
    await_true(lambda: f"{len(names)} done, 0 failed" in service.status, "the counts in the status")
    return f"{len(names)} records; status {service.status!r}"


@check
def journal_has_a_line_for_each_document(service):
    """Each document has one line in the journal."""
    lines = [line for line in service.journal().split("\n") if "page-0001.html" in line]
    require(len(lines) == 1, f"{len(lines)} lines")
    return lines[0].split("] ", 1)[-1]


@check
def reload_takes_a_new_configuration(service):
    """A reload puts a changed configuration in force, in the same process."""
    before, said = service.process, len(service.journal())
    service.configure("workers: 3")
    service.machine.run("systemctl", "reload", "winnow")
    service.await_active()
    service.await_journal("workers 3", after=said)
    await_true(lambda: len(service.workers()) == 3, "3 workers")
    require(service.process == before, "the process is another one")
    await_true(lambda: service.status.startswith("Running: "), "the status")
    service.await_one_record()
    return [line for line in service.journal()[said:].split("\n") if "workers 3" in line][0].strip()


@check
def wrong_configuration_leaves_the_old_in_force(service):
    """A reload with a wrong file fails and says where it is wrong; the old configuration stays in force."""
    before, said = service.process, len(service.journal())
    service.configure("wrokers: 4")
    refused = service.machine.run("systemctl", "reload", "winnow", check=False)
    require("failed" in refused, f"the reload went well: {refused!r}")
    # The daemon itself refuses it as well.
    service.machine.run("systemctl", "kill", "--kill-who=main", "--signal=HUP", "winnow")
    await_true(lambda: service.journal()[said:].count("wrokers") >= 2, "the reason in the journal")
    service.await_active()
    require(service.process == before and len(service.workers()) == 3, "something changed")
    service.await_one_record()
    service.configure()
    service.machine.run("systemctl", "reload", "winnow")
    service.await_active()
    return [line for line in service.journal()[said:].split("\n") if "wrokers" in line][-1].strip()


# MARK: - Sandbox


@check
def exposure_is_low(service):
    """systemd-analyze of the machine scores the unit as installed at 0.3 or less."""
    scored = service.machine.run("systemd-analyze", "security", "--no-pager", "--threshold=3", "winnow")
    return scored.split("\n")[-1].strip("→ ")


@check
def workers_are_refused(service):
    """A worker that a page has taken over cannot open, create, connect, fork, execute or kill."""
    service.override("--misbehave-on-request")
    records = service.await_records(service.drop([hostile(kind) for kind in REFUSED]))
    for kind, record in zip(REFUSED, records):
        text = str(record["blocks"]) + record["text"]
        require(f"{kind}: refused with error" in text, f"a worker may {kind}: {text}")
    worker = await_true(service.workers, "a worker")[0]
    state = service.machine.run("cat", f"/proc/{worker}/status")
    fields = dict(re.findall(r"^(Seccomp|NoNewPrivs|CapEff|CapBnd):\s+(\S+)$", state, re.M))
    require(fields["Seccomp"] == "2" and fields["NoNewPrivs"] == "1", str(fields))
    require(int(fields["CapEff"], 16) == int(fields["CapBnd"], 16) == 0, str(fields))
    without = re.findall(r"workers run without .*", service.journal())
    held = "seccomp and landlock hold"
    if without:
        require("landlock" in without[0] and not landlock_is_there(), without[0])
        held = without[0]
    return f"{', '.join(REFUSED)}; {held}"


def landlock_is_there():
    """Whether the kernel has Landlock (landlock_create_ruleset(2): its version, or -1)."""
    number, wants_version = 444, 1
    return ctypes.CDLL(None).syscall(number, None, 0, wants_version) > 0


ESCAPES = {
    "read /etc/shadow": "cat /etc/shadow",
    "write /etc": "echo >/etc/escaped",
    "write /usr": "echo >/usr/escaped",
    "write /srv/winnow": "echo >/srv/winnow/escaped",
    "write /var/lib": "echo >/var/lib/escaped",
    "see the home of root": "ls ~root/.",
    "see /home": f"ls /home/{USER}/.",
    "see processes of others": "ls /proc/1/.",
    "connect by TCP": "exec 3<>/dev/tcp/127.0.0.1/9",
    "connect by UDP": "echo >/dev/udp/127.0.0.1/9",
    "make a namespace": "unshare --net true",
    "be another user": "setpriv --reuid=0 true",
    "mount": "mount -t tmpfs none /srv/winnow/inbox",
    "set the clock": "date -s 2001-01-01",
    "change a kernel setting": "echo 1 >/proc/sys/kernel/sysrq",
    "read the kernel's log": "dmesg",
    "make a device": "mknod /srv/winnow/inbox/escaped b 8 0",
    "use a real disk": "test -b /dev/sda -o -b /dev/vda",
    "make a set-user-ID file": "cp /bin/true /srv/winnow/inbox/.suid && chmod u+s /srv/winnow/inbox/.suid",
}


@check
def unit_is_tight(service):
    """A program in place of the daemon, with the rights of its unit, cannot get out of it either."""
    script = ['#!/bin/bash', 'echo >/srv/winnow/inbox/.inside && rm /srv/winnow/inbox/.inside && echo "allowed: inbox"']
    for name, command in ESCAPES.items():
        script.append(f'if ({command}) >/dev/null 2>&1; then echo "ESCAPED: {name}"; else echo "refused: {name}"; fi')
    program = service.machine.path("/usr/local/bin/try-to-escape")
    program.write_text("\n".join(script) + "\n")
    program.chmod(0o755)
    unit = service.machine.path("/lib/systemd/system/winnow.service").read_text()
    unit = re.sub(r"^(Exec\w+|WatchdogSec|Restart\w*|NotifyAccess)=.*\n", "", unit, flags=re.M)
    unit = unit.replace("Type=notify", "Type=oneshot\nExecStart=/usr/local/bin/try-to-escape")
    service.machine.path("/etc/systemd/system/winnow-escape.service").write_text(unit)
    service.machine.run("systemctl", "daemon-reload")
    service.machine.run("systemctl", "start", "winnow-escape")
    said = service.machine.run("journalctl", "-u", "winnow-escape", "-o", "cat", "--no-pager")
    escaped = re.findall(r"^ESCAPED: (.*)$", said, re.M)
    require(not escaped, f"the unit allows: {', '.join(escaped)}")
    require("allowed: inbox" in said, "the unit does not even allow the inbox")
    refused = re.findall(r"^refused: (.*)$", said, re.M)
    require(len(refused) == len(ESCAPES), said)
    return f"refused: {', '.join(refused)}"


# MARK: - Trouble


@check
def crashing_page_costs_its_worker_alone(service):
    """A page that crashes its worker fails, and the daemon and other pages do not notice."""
    service.override("--misbehave-on-request")
    before = service.process
    bad, good = service.drop([hostile("crash"), service.pages[0]])
    records = service.await_records([bad, good])
    found = [(record["status"], record["reason"]) for record in records]
    require(found[0] == ("failed", "crash") and found[1][0] in ("ok", "partial"), str(found))
    require(service.process == before, "the daemon ended")
    return f"{found[0][1]}, process {before} lives"


def confine_memory(service):
    """Limits the memory of the service to so much that a worker may want more."""
    limit = 400 << 20
    groups = pathlib.Path("/sys/fs/cgroup")
    if not (groups / "memory").is_dir():
        service.machine.run("systemctl", "set-property", "--runtime", "winnow", f"MemoryMax={limit}")
        return None
    # The machine does not own the memory of cgroup version 1, so the limit is set from outside.
    group = groups / "memory" / service.machine.name
    try:
        group.mkdir()
        (group / "memory.limit_in_bytes").write_text(str(limit))
        for process in [service.process, *service.workers()]:
            (group / "cgroup.procs").write_text(str(service.machine.host_process(process)))
    except OSError as error:
        raise Skipped(f"no control group for memory: {error}") from None
    return group


@check
def kernel_ends_a_worker_for_want_of_memory(service):
    """When memory runs out the kernel ends a worker, and the daemon goes on."""
    service.override("--misbehave-on-request", "--max-memory", str(8 << 30), "--workers", "1")
    await_true(service.workers, "a worker")
    time.sleep(1)  # Until it is warm: what has no limit yet would be moved in the midst of its start.
    before = service.process
    group = confine_memory(service)
    try:
        bad, good = service.drop([hostile("memory"), service.pages[0]])
        records = service.await_records([bad, good])
        found = [(record["status"], record["reason"]) for record in records]
        require(found[0][0] == "failed" and found[1][0] in ("ok", "partial"), str(found))
        require(service.process == before and service.is_active(), "the daemon ended")
        ends = re.findall(r"worker ended .*", service.journal())
        killed = (group / "memory.oom_control").read_text() if group else service.show("MemoryMax")
        return f"{ends[-1]}; {' '.join(killed.split())}; process {before} lives"
    finally:
        service.reset()
        if group:
            await_true(lambda: not (group / "cgroup.procs").read_text(), "the group to be empty")
            group.rmdir()


@check
def stopped_loop_is_ended_by_the_watchdog(service):
    """A daemon that is stopped is ended by the watchdog and started again, and loses nothing."""
    service.override(directives=[f"WatchdogSec={WATCHDOG}s"])
    time.sleep(WATCHDOG * 2)
    require(service.restarts == 0, "an idle daemon was ended")
    before, started = service.process, time.monotonic()
    service.signal("STOP", before)
    names = service.drop_pages(5)
    await_true(lambda: service.process not in (0, before), "another process", WATCHDOG + 60)
    took = time.monotonic() - started
    service.await_active()
    service.await_records(names)
    service.check_retired(names)
    require("Watchdog timeout" in service.journal(), "it was not the watchdog")
    return f"ended and started again after {took:.0f} s; {len(names)} pages that came meanwhile have records"


@check
def hung_pipeline_gets_no_sign_of_life(service):
    """A daemon whose loop lives, but whose documents do not move, tells the watchdog nothing and is ended."""
    if not service.machine.path(SLOW).is_mount():
        raise Skipped("no file system could be made that can be frozen")
    service.machine.run("chown", "winnow:winnow", str(SLOW))
    service.override(
        "--outbox", str(SLOW), "--max-seconds", "1", "--min-free-bytes", "0",
        directives=[f"WatchdogSec={WATCHDOG}s", f"ReadWritePaths={SLOW}"])
    before, started, said = service.process, time.monotonic(), len(service.journal())
    service.machine.freeze_slow_folder(True)
    try:
        name, = service.drop_pages(1)
        service.await_journal("the watchdog hears nothing more", 180, after=said)
        stalled = time.monotonic() - started
        service.await_journal("Watchdog timeout", 30, after=said)
    finally:
        service.machine.freeze_slow_folder(False)
    await_true(lambda: service.process not in (0, before), "another process")
    service.await_active()
    record = service.machine.path(SLOW / (name.removesuffix(".html") + ".json.zst"))
    await_true(record.exists, "the record")
    service.check_retired([name])
    service.reset()
    return f"silent after {stalled:.0f} s, then ended and started again; the page has its record"


@check
def killed_daemon_is_started_again(service):
    """A daemon that is killed at work is started again, and no page is lost or doubled."""
    service.restart()
    before = service.restarts
    names = service.drop_pages(60)
    for _ in range(3):
        process = await_true(lambda: service.process, "the daemon")
        service.signal("KILL", process)
        await_true(lambda: service.process not in (0, process), "another process")
    service.await_active()
    service.await_records(names)
    service.check_retired(names)
    return f"killed {service.restarts - before} times, {len(names)} records"


@check
def restart_at_work_loses_nothing(service):
    """A restart amid work loses nothing."""
    names = service.drop_pages(60)
    for _ in range(3):
        service.restart()
    service.await_records(names)
    service.check_retired(names)
    return f"3 restarts, {len(names)} records"


@check
def wrong_configuration_is_said_and_not_retried(service):
    """A folder that is missing gives code 78, with the reason in the status, and no further tries."""
    try:
        service.override("--outbox", "/srv/winnow/missing")
    except Failure:
        pass
    state = await_true(
        lambda: service.show("ActiveState") == "failed" and service.show("ExecMainStatus"), "the failure")
    require(state == "78", f"exit status {state}")
    require(service.restarts == 0, "it was tried again")
    status = service.status
    require("/srv/winnow/missing" in status, f"status {status!r}")
    service.reset()
    service.await_one_record()
    return f"78, status {status!r}"


@check
def network_inbox_drop_in_is_valid(service):
    """The drop-in for a network inbox is accepted, with other folders a daemon runs under it."""
    run = service.machine.run
    run("mkdir", "-p", "/srv/nfs/pages", "/etc/systemd/system/winnow.service.d")
    run("chown", "winnow:winnow", "/srv/nfs/pages")
    run("cp", "/usr/share/doc/winnow/examples/nfs-inbox.conf", "/etc/systemd/system/winnow.service.d/")
    hurry = service.machine.path(DROP_IN)
    hurry.write_text("[Service]\nEnvironment=WINNOW_STABILITY_SECONDS=1\n")
    try:
        run("systemd-analyze", "verify", "--man=no", "winnow.service")
        service.restart()
        page = service.machine.path("/srv/nfs/pages/remote.html")
        page.write_bytes(service.pages[0])
        await_true(service.record_path("remote.html").exists, "the record of a polled inbox", 60)
    finally:
        service.machine.path("/etc/systemd/system/winnow.service.d/nfs-inbox.conf").unlink()
        service.reset()
    return "polled, a record came"


# MARK: - End


@check
def stop_ends_it(service):
    """A stop amid work ends it with status 0 and leaves no process; the next start goes on."""
    names = service.drop_pages(40)
    started = time.monotonic()
    service.machine.run("systemctl", "stop", "winnow")
    took = time.monotonic() - started
    require(service.show("Result") == "success", service.show("Result"))
    require(service.show("ExecMainStatus") == "0", service.show("ExecMainStatus"))
    require(not service.processes(), f"left: {service.processes()}")
    require("STOPPING" in service.journal() or "stopping" in service.journal(), "it did not say so")
    service.machine.run("systemctl", "start", "winnow")
    service.await_records(names)
    service.check_retired(names)
    return f"after {took:.1f} s; the start went on with what was left"


@check
def upgrade_keeps_everything(service):
    """An installation over the old one restarts the service and keeps the configuration."""
    configuration = service.machine.path("/etc/winnow/winnow.yaml")
    configuration.write_text(configuration.read_text() + "# changed by the operator\n")
    before = service.process
    service.machine.run("dpkg", "--install", "--force-confdef", "/winnow.deb")
    service.await_active()
    require(service.process != before, "the old process serves on")
    require("changed by the operator" in configuration.read_text(), "the configuration was replaced")
    service.await_one_record()
    return "restarted, the changed configuration was kept"


@check
def removal_keeps_documents(service):
    """A removal ends the service and leaves the documents; a purge takes the configuration."""
    run = service.machine.run
    before = run("find", str(OUTBOX), "-type", "f").count("\n")
    run("dpkg", "--remove", "winnow")
    require(not service.processes(), "a process is left")
    require(service.machine.path("/etc/winnow/winnow.yaml").exists(), "the configuration went with the package")
    run("dpkg", "--purge", "winnow")
    require(not service.machine.path("/etc/winnow/winnow.yaml").exists(), "the configuration stayed")
    after = run("find", str(OUTBOX), "-type", "f").count("\n")
    require(before == after, "records went with the package")
    return f"{after + 1} records stay"
