#!/usr/bin/env python3
"""Works the daemon for a long time while it and its workers are killed, and accounts for every input.

Usage: soak.py [--minutes M] [--seed N] [--binary PATH]

Files come in bursts, moved in, written slowly in place or linked; every few seconds the daemon or a worker
gets SIGKILL, or the daemon SIGTERM, and is started again. What is random comes from the seed. At the end
each input has to be in one place with its content, and each record has to be byte-identical to that of an
undisturbed run over the same inputs. Exit status 0 when so.
"""

import argparse
import gzip
import os
import pathlib
import random
import shutil
import signal
import sys
import tempfile
import threading
import time

from lab.invariants import digest
from lab.lab import ROOT, Lab
from lab.spool import Spool, await_true

# Files a second, in the mean: half of what one core reads, so that the daemon keeps up between kills.
RATE = 12.0
# Seconds between two kills.
KILL_INTERVAL = (1.0, 8.0)
PART_PAUSE = 0.05


class Soak:
    """The daemon, those who feed it and those who kill it."""

    def __init__(self, lab, minutes):
        self.lab = lab
        self.spool = Spool(lab)
        self.random = random.Random(lab.seed)
        self.ends = time.monotonic() + 60 * minutes
        self.given = {}
        self.counts = dict.fromkeys(("daemon killed", "worker killed", "daemon ended", "started"), 0)
        self.peak, self.descriptors = 0, 0
        self.pages = list(lab.pages(37).values())
        self.daemon = None
        self.failure = None

    def run(self):
        self._start()
        feeder = threading.Thread(target=self._feed, daemon=True)
        feeder.start()
        told = time.monotonic()
        while time.monotonic() < self.ends and not self.failure:
            self._wait(self.random.uniform(*KILL_INTERVAL))
            self._disturb()
            if time.monotonic() - told > 60:
                told = time.monotonic()
                self._tell()
        feeder.join(120)
        self._start_if_ended()
        await_true(self.spool.is_drained, "an empty inbox at the end", 600)
        self._measure()
        code = self.daemon.stop()
        if code != 0:
            raise SystemExit(f"soak: the last daemon ended with {code}")
        self._tell()
        return self._account()

    # MARK: - Feeding

    def _feed(self):
        chance = random.Random(self.lab.seed + 1)
        try:
            while time.monotonic() < self.ends:
                burst = chance.randint(1, 60)
                for _ in range(burst):
                    self._give(chance)
                time.sleep(burst / RATE)
        except OSError as error:
            self.failure = error

    def _give(self, chance):
        number = len(self.given)
        name, content = self._input(chance, number)
        self.given[name] = digest(content)
        path = self.spool.inbox / name
        way = chance.random()
        if way < 0.7:
            self.spool.drop({os.fsencode(name): content}, modified=self.lab.modified + number)
        elif way < 0.9:
            with open(path, "wb", buffering=0) as file:
                file.write(content[: len(content) // 2])
                if chance.random() < 0.2:
                    time.sleep(PART_PAUSE)
                file.write(content[len(content) // 2 :])
        else:
            source = self.spool.root / "linked"
            source.write_bytes(content)
            os.link(source, path)
            source.unlink()

    def _input(self, chance, number):
        content = chance.choice(self.pages) + b"<!-- %d -->" % number
        kind = chance.random()
        if kind < 0.80:
            return f"page-{number:06d}.html", content
        if kind < 0.90:
            return f"packed-{number:06d}.html.gz", gzip.compress(content, 1, mtime=0)
        if kind < 0.93:
            return f"cut-{number:06d}.html.gz", gzip.compress(content, 1, mtime=0)[:-300]
        if kind < 0.96:
            return f"image-{number:06d}.png", b"\x89PNG\r\n\x1a\n" + number.to_bytes(8, "big") * 50
        if kind < 0.98:
            return f"crash-{number:06d}.html", b"<!--winnow-misbehave: crash-->" + content
        return f"naïve-{number:06d}\n.txt", b"A line of text, number %d, and nothing else.\n" % number

    # MARK: - Disturbing

    def _start(self):
        self.daemon = self.spool.start("--rescan-seconds", "2", "--misbehave-on-request", settle="0.3")
        self.counts["started"] += 1

    def _start_if_ended(self):
        if self.daemon.process.poll() is not None:
            self._start()

    def _wait(self, seconds):
        # The daemon must not end by itself in the meantime.
        try:
            code = self.daemon.process.wait(seconds)
        except Exception:  # noqa: BLE001 - TimeoutExpired: it lives
            return
        raise SystemExit(f"soak: the daemon ended by itself with {code}:\n{self.daemon.log[-3000:]}")

    def _disturb(self):
        self._measure()
        kind = self.random.random()
        children = self.daemon.children()
        if kind < 0.45 and children:
            try:
                os.kill(self.random.choice(children), signal.SIGKILL)
                self.counts["worker killed"] += 1
            except ProcessLookupError:
                pass
        elif kind < 0.9:
            self.daemon.kill()
            self.counts["daemon killed"] += 1
            self._start()
        else:
            if self.daemon.stop() != 0:
                raise SystemExit(f"soak: SIGTERM ended with {self.daemon.process.returncode}")
            self.counts["daemon ended"] += 1
            self._start()

    def _measure(self):
        process = pathlib.Path(f"/proc/{self.daemon.process.pid}")
        try:
            pages = int((process / "statm").read_text().split()[1])
            self.peak = max(self.peak, pages * os.sysconf("SC_PAGE_SIZE"))
            self.descriptors = max(self.descriptors, len(os.listdir(process / "fd")))
        except OSError:
            pass

    def _tell(self):
        counts = ", ".join(f"{name} {count}" for name, count in self.counts.items())
        print(
            f"{len(self.given)} given, {len(self.spool.records())} records, {counts}, daemon at most"
            f" {self.peak >> 20} MiB, {self.descriptors} descriptors",
            flush=True,
        )

    # MARK: - Accounting

    def _account(self):
        places = {os.fsdecode(name): (place, digest(content))
                  for (place, name), content in self.spool.places().items()}
        wrong = [name for name, mark in self.given.items() if places.get(name, ("", ""))[1] != mark]
        extra = places.keys() - self.given.keys()
        records = self.spool.records()
        reference = self._undisturbed()
        differing = [name for name in reference.keys() | records.keys()
                     if records.get(name) != reference.get(name)]
        failed = [name for name, (place, _) in places.items() if place == "failed"]
        notes = {os.fsdecode(note)[: -len(".error.json")] for note in self.spool.notes()}
        print(
            f"inputs {len(self.given)}: {len(wrong)} lost or changed, {len(extra)} too many;"
            f" records {len(records)}: {len(differing)} not as in an undisturbed run;"
            f" failed {len(failed)}, with {len(notes)} notes"
        )
        for name in [*wrong[:5], *sorted(extra)[:5], *differing[:5], *sorted(notes ^ set(failed))[:5]]:
            print(f"  {name!r} {places.get(name)}")
        return not (wrong or extra or differing or notes ^ set(failed))

    def _undisturbed(self):
        """The records of one run over the same files, with their names and times."""
        with Spool(self.lab) as other:
            for place in ("done", "failed"):
                folder = os.fsencode(self.spool.inbox / place)
                for name in os.listdir(folder):
                    if not name.endswith(b".error.json"):
                        target = os.path.join(os.fsencode(other.inbox), name)
                        shutil.copy2(os.path.join(folder, name), target)
            other.once("--misbehave-on-request", patience=3600)
            return other.records()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--binary", default=ROOT / ".build/release/winnowd")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="winnow-soak-") as folder:
        lab = Lab(options.binary, folder, False, options.seed, print)
        good = Soak(lab, options.minutes).run()
    print("soak: every input accounted for" if good else "soak: FAILED")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
