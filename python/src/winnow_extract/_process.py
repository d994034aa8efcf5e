"""One ``winnow stream`` process."""

from __future__ import annotations

import os
import pathlib
import queue
import shutil
import subprocess
import threading
from typing import List, Optional


class WinnowError(RuntimeError):
    """The program cannot be found or started, or ends without reading anything."""


def find_executable(executable: Optional[str] = None) -> str:
    """The path of the program: as given, from ``WINNOW``, from this package, from the ``PATH``."""
    for name in (executable, os.environ.get("WINNOW")):
        if name:
            found = shutil.which(name)
            if not found:
                raise WinnowError(f"{name} is no program")
            return found
    packaged = pathlib.Path(__file__).parent / "bin" / "winnow"
    if packaged.exists():
        # Some installers do not keep the mode of package data.
        if not os.access(packaged, os.X_OK):
            packaged.chmod(packaged.stat().st_mode | 0o111)
        return str(packaged)
    found = shutil.which("winnow")
    if not found:
        raise WinnowError("there is no winnow: name it in WINNOW, or put it on the PATH")
    return found


class StreamProcess:
    """A running process: lines go in from one thread of its own, and come out to the caller.

    A writer of its own keeps the two pipes from waiting for each other, however long the lines are.
    """

    def __init__(self, command: List[str]) -> None:
        try:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        except OSError as error:
            raise WinnowError(f"{command[0]} cannot be started: {error}") from error
        #: Whether anything came from the process.
        self.has_written = False
        self._lines: "queue.SimpleQueue[Optional[bytes]]" = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._write, daemon=True)
        self._writer.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    def send(self, line: bytes) -> None:
        """Hands over a line; whether it arrives shows in what comes back."""
        self._lines.put(line)

    def receive(self) -> Optional[bytes]:
        """The next line, or None when the process ended before it wrote a whole one."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        self.has_written = self.has_written or bool(line)
        return line if line.endswith(b"\n") else None

    def close(self) -> int:
        """Lets the process end by itself when it has nothing left to do, else ends it; its exit status."""
        self._lines.put(None)
        self._writer.join(timeout=_PATIENCE)
        try:
            status = self._process.wait(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            status = self.kill()
        self._close_pipes()
        return status

    def kill(self) -> int:
        """Ends the process at once; its exit status."""
        self._process.kill()
        status = self._process.wait()
        self._lines.put(None)
        self._writer.join(timeout=_PATIENCE)
        self._close_pipes()
        return status

    def _close_pipes(self) -> None:
        if self._process.stdout is not None:
            self._process.stdout.close()

    def _write(self) -> None:
        pipe = self._process.stdin
        assert pipe is not None
        try:
            while True:
                line = self._lines.get()
                if line is None:
                    break
                pipe.write(line)
                if self._lines.empty():
                    pipe.flush()
        except OSError:
            pass  # The process ended, which the reader of its output learns.
        finally:
            try:
                pipe.close()
            except OSError:
                pass


# Seconds that an orderly end may take: a process that has read the end of its input needs far less.
_PATIENCE = 10
