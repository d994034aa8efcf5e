"""The service in the machine, and the folders that it serves."""

import json
import pathlib
import re
import subprocess

from machine import Failure, await_true

INBOX, OUTBOX = pathlib.Path("/srv/winnow/inbox"), pathlib.Path("/srv/winnow/outbox")
DROP_IN = "/etc/systemd/system/winnow.service.d/test.conf"
# A member of the group winnow, as an operator would make one.
USER = "dropper"


class Service:
    def __init__(self, machine, pages):
        self.machine = machine
        self.pages = pages
        self._dropped = 0
        self._configuration = None

    # MARK: - systemd

    def show(self, name):
        return self.machine.run("systemctl", "show", "winnow", "--value", "-p", name)

    @property
    def process(self):
        return int(self.show("MainPID"))

    @property
    def status(self):
        return self.show("StatusText")

    @property
    def restarts(self):
        return int(self.show("NRestarts"))

    def is_active(self):
        return self.show("ActiveState") == "active"

    def await_active(self, patience=60):
        await_true(self.is_active, "the service to be active", patience)

    def journal(self):
        return self.machine.run("journalctl", "-u", "winnow", "-o", "cat", "--no-pager")

    def await_journal(self, text, patience=60, after=0):
        await_true(lambda: text in self.journal()[after:], f"{text!r} in the journal", patience)

    def workers(self):
        """The worker processes, by their numbers in the machine."""
        process = self.process
        found = self.machine.run("sh", "-c", f"cat /proc/{process}/task/*/children", check=False)
        return [int(number) for number in found.split()] if process else []

    def processes(self):
        """The daemon and its workers, by their names and numbers in the machine."""
        script = 'for exe in /proc/[0-9]*/exe; do readlink "$exe"; done | grep winnow'
        return self.machine.run("sh", "-c", script, check=False)

    def signal(self, name, process):
        self.machine.run("sh", "-c", f"kill -{name} {process}")

    def override(self, *flags, directives=()):
        """Has the service start with more flags and other directives from now on, and restarts it."""
        unit = self.machine.run("systemctl", "cat", "winnow")
        starts = re.findall(r"^ExecStart=(/.*)$", unit.split(DROP_IN)[0], re.M)
        lines = ["[Service]", "ExecStart=", f"ExecStart={' '.join([starts[-1], *flags])}", *directives, ""]
        path = self.machine.path(DROP_IN)
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(lines))
        self.restart()

    def reset(self):
        """Back to the unit as installed."""
        self.machine.path(DROP_IN).unlink(missing_ok=True)
        self.restart()

    def restart(self):
        self.machine.run("systemctl", "daemon-reload")
        self.machine.run("systemctl", "reset-failed", "winnow", check=False)
        self.machine.run("systemctl", "restart", "winnow")

    def configure(self, *lines):
        """Writes the configuration as installed, with more lines behind it."""
        path = self.machine.path("/etc/winnow/winnow.yaml")
        if self._configuration is None:
            self._configuration = path.read_text()
        path.write_text(self._configuration + "".join(line + "\n" for line in lines))

    # MARK: - Documents

    def drop(self, contents):
        """Has the user put files into the inbox as `cp` does; gives their names."""
        staging = self.machine.path("/var/tmp/pages")
        staging.mkdir(exist_ok=True)
        names = []
        for content in contents:
            self._dropped += 1
            names.append(f"page-{self._dropped:04}.html")
            (staging / names[-1]).write_bytes(content)
        sources = [f"/var/tmp/pages/{name}" for name in names]
        self.machine.run("cp", *sources, str(INBOX), user=USER)
        for name in names:
            (staging / name).unlink()
        return names

    def drop_pages(self, count):
        return self.drop([self.pages[number % len(self.pages)] for number in range(count)])

    def record_path(self, name):
        return self.machine.path(OUTBOX / (name.removesuffix(".html") + ".json.zst"))

    def await_records(self, names, patience=120):
        """Waits for the records of inputs, and gives them in that order."""
        await_true(lambda: all(self.record_path(name).exists() for name in names), "records", patience)
        return [self.record(name) for name in names]

    def record(self, name):
        frame = subprocess.run(["zstd", "-dcq", self.record_path(name)], check=True, capture_output=True)
        return json.loads(frame.stdout)

    def await_one_record(self, patience=120):
        """Drops a page and waits for its record: the service works."""
        record, = self.await_records(self.drop_pages(1), patience)
        if record["status"] not in ("ok", "partial"):
            raise Failure(f"a good page: {record['status']}, {record['reason']}")

    def check_retired(self, names):
        """Each input lies in the folder of the done ones, and nowhere else."""
        def places():
            return [str(path.parent.name) for name in names for path in self.machine.path(INBOX).rglob(name)]

        await_true(lambda: places() == ["done"] * len(names), "inputs to be in done")
