"""The environment that makes a process go wrong by way of `shim.c`."""

import os
import pathlib
import struct
import subprocess
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parent.parent / "shim.c"


class Shim:
    """The compiled shim, made once a run."""

    def __init__(self, folder):
        self.library = pathlib.Path(folder) / "shim.so"
        subprocess.run(
            ["cc", "-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror", "-o", self.library]
            + [SOURCE, "-ldl", "-lpthread"],
            check=True,
        )


class Fault:
    """One fault: what goes wrong, at which call, and how often it did."""

    def __init__(self, lab, root, action=None, at=1, count=1, calls=None, path=None, gate=None):
        handle, self.state = tempfile.mkstemp(dir=lab.folder, prefix="state-")
        os.write(handle, bytes(16))
        os.close(handle)
        environment = {"LD_PRELOAD": lab.shim.library, "FAULT_ROOT": root, "FAULT_STATE": self.state}
        if action is not None:
            environment |= {"FAULT_ACTION": action, "FAULT_AT": at, "FAULT_COUNT": count}
        for name, value in (("CALLS", calls), ("PATH", path), ("GATE", gate)):
            if value is not None:
                environment["FAULT_" + name] = value
        self.environment = {name: str(value) for name, value in environment.items()}

    def _numbers(self):
        with open(self.state, "rb") as file:
            return struct.unpack("qq", file.read(16))

    @property
    def calls(self):
        """The calls that were counted."""
        return self._numbers()[0]

    @property
    def made(self):
        """The calls that went wrong."""
        return self._numbers()[1]

    def close(self):
        os.unlink(self.state)


class Clock:
    """A clock of the daemon's own, which the test moves."""

    def __init__(self, lab):
        handle, self.path = tempfile.mkstemp(dir=lab.folder, prefix="clock-")
        os.write(handle, bytes(8))
        os.close(handle)
        self.environment = {"LD_PRELOAD": str(lab.shim.library), "FAULT_CLOCK": self.path}

    def jump(self, seconds):
        with open(self.path, "r+b") as file:
            file.write(struct.pack("q", int(seconds * 1e9)))
