"""A spool in a folder of its own, and the real daemon on it."""

import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

# Seconds after which what was awaited counts as never happening; machines under load are slow.
PATIENCE = 60
OWN_FOLDERS = (b".work", b"done", b"failed")
# The exit codes that the manual lists, which is what invariant I4 asks for.
DOCUMENTED_CODES = (0, 1, 64, 73, 74, 75, 77, 78)


class Failure(Exception):
    """Something that must hold did not."""


class Skipped(Exception):
    """The case needs what this machine does not have."""


def await_true(condition, what, patience=PATIENCE):
    """Polls until `condition` gives something true, and returns it."""
    deadline = time.monotonic() + patience
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise Failure(f"waited {patience} s for: {what}")
        time.sleep(0.01)


class Daemon:
    """A running winnowd."""

    def __init__(self, process, log):
        self.process = process
        self.log_path = log

    @property
    def log(self):
        return pathlib.Path(self.log_path).read_text(errors="replace")

    def said(self, text):
        return text in self.log

    def await_log(self, text, patience=PATIENCE):
        def found():
            if text in self.log:
                return True
            if self.process.poll() is not None:
                raise Failure(f"ended with {self.process.returncode} before it said {text!r}:\n{self.log}")
            return False

        await_true(found, f"{text!r} in the log", patience)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def signal(self, number):
        self.process.send_signal(number)

    def wait(self, patience=PATIENCE):
        try:
            return self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.kill()
            raise Failure(f"did not end within {patience} s; it said:\n{self.log[-2000:]}") from None

    def stop(self):
        self.signal(signal.SIGTERM)
        return self.wait()

    def children(self):
        """The worker processes."""
        pid = self.process.pid
        found = []
        for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
            try:
                found += [int(child) for child in (task / "children").read_text().split()]
            except OSError:
                pass
        return found


class Spool:
    """An inbox and an outbox, empty at first."""

    def __init__(self, lab, folder=None):
        self.lab = lab
        self.root = pathlib.Path(folder or tempfile.mkdtemp(dir=lab.folder, prefix="spool-"))
        self.inbox, self.outbox = self.root / "inbox", self.root / "outbox"
        self.inbox.mkdir(exist_ok=True)
        self.outbox.mkdir(exist_ok=True)
        self._runs = 0
        self._daemons = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for daemon in self._daemons:
            if daemon.process.poll() is None:
                daemon.kill()
        shutil.rmtree(self.root, ignore_errors=True)

    def drop(self, inputs, modified=None):
        """Moves whole files into the inbox."""
        staging = self.root / "staging"
        staging.mkdir(exist_ok=True)
        for name, content in inputs.items():
            path = os.path.join(os.fsencode(staging), name)
            with open(path, "wb") as file:
                file.write(content)
            # Records name the time of their input, so it is the same in every run.
            stamp = self.lab.modified if modified is None else modified
            os.utime(path, (stamp, stamp))
            os.rename(path, os.path.join(os.fsencode(self.inbox), name))

    def start(self, *arguments, environment=None, stderr=None, wrapper=(), settle="0.05"):
        """Starts the daemon on the spool."""
        self._runs += 1
        log = self.root / f"log-{self._runs}"
        command = [*wrapper, self.lab.binary, "--inbox", self.inbox, "--outbox", self.outbox]
        command += ["--stability-seconds", settle, *arguments]
        with open(log, "wb") as sink:
            process = subprocess.Popen(
                [os.fspath(part) for part in command],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=sink if stderr is None else stderr,
                env=os.environ | (environment or {}),
            )
        daemon = Daemon(process, log)
        self._daemons.append(daemon)
        return daemon

    def once(self, *arguments, environment=None, patience=PATIENCE):
        """Has the daemon work off the inbox, and returns its exit code and its log."""
        daemon = self.start("--once", *arguments, environment=environment, settle="0")
        code = daemon.wait(patience)
        return code, daemon.log

    # MARK: - What is there

    def records(self):
        """The finished outputs: name to bytes."""
        return {
            name: _read(self.outbox, name)
            for name in _names(self.outbox)
            if not name.startswith(b".")
        }

    def leftovers(self):
        """The unfinished outputs."""
        return [name for name in _names(self.outbox) if name.startswith(b".")]

    def places(self):
        """Every input that is there: (place, name) to bytes; notes of failures are not inputs."""
        found = {}
        for name in _names(self.inbox):
            path = os.path.join(os.fsencode(self.inbox), name)
            if name not in OWN_FOLDERS and os.path.isfile(path):
                found["inbox", name] = _read(self.inbox, name)
        for attempt in _names(self.inbox / ".work"):
            folder = self.inbox / ".work" / os.fsdecode(attempt)
            for name in _names(folder):
                found["work", name] = _read(folder, name)
        for place in ("done", "failed"):
            for name in _names(self.inbox / place):
                if not name.endswith(b".error.json") and not name.startswith(b".winnow-"):
                    found[place, name] = _read(self.inbox / place, name)
        return found

    def notes(self):
        """The notes beside failed inputs."""
        return [name for name in _names(self.inbox / "failed") if name.endswith(b".error.json")]

    def is_drained(self):
        # Twice, since a file may go from the claims back to the inbox between two listings.
        return not any(
            place in ("inbox", "work") for _ in range(2) for place, _ in self.places()
        )

    def await_drained(self, daemon, patience=PATIENCE):
        def drained():
            if daemon.process.poll() is not None:
                raise Failure(f"the daemon ended with {daemon.process.returncode}:\n{daemon.log[-2000:]}")
            return self.is_drained()

        await_true(drained, "an empty inbox", patience)


def _names(folder):
    try:
        return sorted(os.listdir(os.fsencode(folder)))
    except FileNotFoundError:
        return []


def _read(folder, name):
    try:
        with open(os.path.join(os.fsencode(folder), name), "rb") as file:
            return file.read()
    except FileNotFoundError:
        # It was moved on between the listing and now.
        return b""
