#!/usr/bin/env python3
"""Installs the Debian package on a bare Debian with a systemd of its own, and tries the service there.

Usage: Tests/Systemd/run.py [--quick] [--bare] [--only NAME...] [--transcript]

- without options: boots the machine, installs the package, runs all checks. One line a check, and a summary.
- --quick: leaves out what takes minutes, and says so.
- --bare: installs the package without a boot and runs the commands once, by hand as it were.
- --only: those checks whose names contain one of these words; the package is installed in any case.
- --transcript: prints each command in the machine with its output.

Needs root, debootstrap, systemd-nspawn and nsenter, the package in .build-deb/ (`make deb`), and at the first time the
package mirror that apt uses. The bare Debian is kept in .build-systemd/. Exits 1 when a check fails; says SKIPPED and
exits 0 where it cannot be tried. Standard library only.
"""

import argparse
import pathlib
import shutil
import os
import sys
import time
import traceback

import bare
import checks
from machine import Failure, Machine, Skipped, make_base, needed_packages
from service import Service, USER

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
CACHE = ROOT / ".build-systemd"


def package():
    found = sorted((ROOT / ".build-deb").glob("winnow_*.deb"))
    if not found:
        raise Failure("there is no package: run 'make deb'")
    return found[-1]


def require_tools():
    if os.geteuid() != 0:
        raise Skipped("this needs root")
    for tool in ("debootstrap", "systemd-nspawn", "nsenter", "zstd"):
        if not shutil.which(tool):
            raise Skipped(f"there is no {tool}")


def pages():
    return [path.read_bytes() for path in sorted(ROOT.glob("Corpus/pages/*/source.html"))[:12]]


def install(machine, deb):
    shutil.copy(deb, machine.path("/winnow.deb"))
    swift = [path for path in machine.root.rglob("*libswift*")]
    if swift:
        raise Failure(f"this machine has Swift: {swift[0]}")
    machine.run("dpkg", "--install", "/winnow.deb")
    return f"{deb.name} on a Debian without Swift"


def run_check(number, name, what, function):
    """Runs one check and prints its line; gives `ok`, `SKIPPED` or `FAILED`."""
    started = time.monotonic()
    try:
        verdict, detail = "ok", function()
    except Skipped as skipped:
        verdict, detail = "SKIPPED", str(skipped)
    except Failure as failure:
        verdict, detail = "FAILED", str(failure)
    except Exception:  # A check that breaks is a check that failed.
        verdict, detail = "FAILED", traceback.format_exc()
    print(f"{number:2} {verdict:7} {what} ({detail}) [{time.monotonic() - started:.1f} s]", flush=True)
    return verdict


def run_all(machine, deb, only, left_out):
    verdicts = []
    machine.add_slow_folder()
    machine.boot()
    version = machine.run("systemctl", "--version").split("\n")[0]
    print(f"booted: {version}", flush=True)
    verdicts.append(run_check(
        1, "install", "The package installs on a bare Debian.", lambda: install(machine, deb)))
    if verdicts == ["ok"]:
        machine.run("useradd", "--create-home", "--groups", "winnow", USER)
        service = Service(machine, pages())
        for number, function in enumerate(checks.CHECKS, 2):
            if only and not any(word in function.__name__ for word in only):
                continue
            if function.__name__ in left_out:
                print(f"{number:2} LEFT OUT {function.__doc__.strip()}", flush=True)
                continue
            verdict = run_check(number, function.__name__, function.__doc__.strip(), lambda: function(service))
            if verdict == "FAILED":
                print(f"   the journal's end:\n{service.journal()[-1500:]}", flush=True)
                try:
                    service.reset()
                except Failure:
                    pass  # What is wrong shows in the next check.
            verdicts.append(verdict)
    counts = ", ".join(f"{verdicts.count(kind)} {kind}" for kind in ("ok", "SKIPPED", "FAILED"))
    print(f"\n{len(verdicts)} checks: {counts}")
    return 1 if "FAILED" in verdicts else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--bare", action="store_true")
    parser.add_argument("--only", nargs="+", default=[])
    parser.add_argument("--transcript", action="store_true")
    arguments = parser.parse_args()
    try:
        require_tools()
        deb = package()
        base = make_base(CACHE, needed_packages(deb))
        with Machine(CACHE, base, arguments.transcript or arguments.bare) as machine:
            if arguments.bare:
                return bare.run(machine, deb, ROOT)
            return run_all(machine, deb, arguments.only, checks.LONG if arguments.quick else ())
    except Skipped as skipped:
        print(f"SKIPPED: {skipped}")
        return 0
    except Failure as failure:
        print(f"FAILED: {failure}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
