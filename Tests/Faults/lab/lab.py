"""What all cases share: the daemon's binary, a scratch folder, inputs and their records."""

import gzip
import os
import pathlib
import subprocess
import tempfile

from .shim import Shim
from .spool import Failure, Skipped, Spool

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent.parent
# 2024-05-17 06:42:10 UTC: the time of change of all inputs.
MODIFIED = 1_715_920_930


class Lab:
    """The place where faults are made."""

    def __init__(self, binary, folder, quick, seed, log):
        self.binary = pathlib.Path(binary).resolve()
        self.folder = pathlib.Path(folder)
        self.quick = quick
        self.seed = seed
        self.note = log
        self.modified = MODIFIED
        # Where calls that a worker process makes are to go wrong, which the shim does not reach.
        self.in_process = ("--isolation", "none")
        self.shim = Shim(folder)
        help_text = subprocess.run([self.binary, "--help-hidden"], capture_output=True, text=True)
        self._help = help_text.stdout
        self._pages = [
            (path.parent.name.encode() + b".html", path.read_bytes())
            for path in sorted(ROOT.glob("Corpus/pages/*/source.html"))
        ]

    def spool(self):
        return Spool(self)

    def pages(self, count):
        """That many pages, the smallest of the corpus first."""
        return dict(sorted(self._pages, key=lambda page: (len(page[1]), page[0]))[:count])

    def mixed(self):
        """Twenty inputs, and the names of those that fail: pages, compressed ones, a dump, damaged ones."""
        inputs = self.pages(14)
        _, page = self._pages[-1]
        inputs[b"plain.txt"] = sorted(ROOT.glob("Corpus/texts/*.txt"))[0].read_bytes()
        inputs[b"packed.html.gz"] = gzip.compress(page, mtime=0)
        inputs[b"packed too.html.zst"] = zstd(page + b"<!-- other -->")
        inputs[b"cut.html.gz"] = gzip.compress(page + b"<!-- cut -->", mtime=0)[:-400]
        inputs[b"empty.html"] = b""
        inputs[b"image.html"] = b"\x89PNG\r\n\x1a\n" + bytes(2000)
        return inputs, (b"image.html",)

    def reference(self, inputs, *arguments, code=None):
        """The records of an undisturbed run."""
        with self.spool() as spool:
            spool.drop(inputs)
            got, log = spool.once(*arguments)
            if got not in ((0, 1) if code is None else (code,)):
                raise Failure(f"the undisturbed run ended with {got}:\n{log}")
            return spool.records()

    def needs_root(self):
        if os.geteuid() != 0:
            raise Skipped("needs root")

    def knows(self, option):
        """Whether the daemon has that option."""
        return option in self._help

    def needs(self, *command):
        try:
            subprocess.run(command, capture_output=True, check=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise Skipped(f"needs {' '.join(command)}: {error}") from None

    def some(self, count, most):
        """Numbers 1 to `count`: all of them, or in the quick run two thirds of `most` spread evenly."""
        most = most * 2 // 3
        if not self.quick or count <= most:
            return range(1, count + 1)
        return sorted({1 + index * (count - 1) // (most - 1) for index in range(most)})


def zstd(data, *options):
    return subprocess.run(
        ["zstd", "-qc", *options], input=data, capture_output=True, check=True
    ).stdout


def scratch():
    """A folder in memory where there is one: the sweeps start the daemon thousands of times."""
    wanted = os.environ.get("WINNOW_FAULTS_DIR", "/dev/shm")
    return tempfile.TemporaryDirectory(
        prefix="winnow-faults-", dir=wanted if os.access(wanted, os.W_OK) else None
    )
