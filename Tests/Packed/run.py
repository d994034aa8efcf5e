#!/usr/bin/env python3
"""Try packed output: read it with the tools of others, and cut its writing short at every call.

Usage: Tests/Packed/run.py [--winnow FILE] [--quick] [--gain FOLDER]

`make test-packed` makes the virtual environment (DuckDB, pandas, zstandard, pyzstd) and calls this. What is not there is
left out, and said so. `--gain FOLDER` prints instead how large the records of the pages in FOLDER become by frame
and dictionary: the table of docs/SCALE.md.
"""

import argparse
import base64
import hashlib
import importlib.util
import json
import os
import pathlib
import pty
import shutil
import subprocess
import sys
import tempfile
import types

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "Tests" / "Faults"))
from lab.shim import Fault, Shim  # noqa: E402

SHARD_BYTES = 16 << 10
PAGES = 12
ENOSPC, EIO = 28, 5


class Failure(Exception):
    pass


def expect(condition, message):
    if not condition:
        raise Failure(message)


def report(what, text):
    print(f"{what:<34} {text}", flush=True)


class Pack:
    """A folder of shards and the records that are meant to be in it."""

    def __init__(self, winnow, scratch):
        self.winnow, self.scratch = winnow, pathlib.Path(scratch)
        self.pages = self.scratch / "pages"
        self.pages.mkdir()
        sources = sorted((ROOT / "Corpus" / "pages").glob("*/source.html"))[:PAGES]
        for number, source in enumerate(sources):
            shutil.copy(source, self.pages / f"{number:03}.html")
        (self.pages / "bad.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
        self.input = "pages"
        self.read()

    def read(self):
        # Printed without folders, so that both say the same of a page.
        result = subprocess.run([self.winnow, "extract", self.input, "--format", "jsonl"], cwd=self.scratch,
                                capture_output=True)
        self.lines = result.stdout.splitlines(keepends=True)
        expect(len(self.lines) == len(list(self.pages.iterdir())), "a record for each page")

    def run(self, folder, *more, environment=None):
        command = [self.winnow, "extract", self.input, "--output", folder, "--pack", str(SHARD_BYTES),
                   "--frame", "6KiB", *more]
        return subprocess.run(command, cwd=self.scratch, env={**os.environ, **(environment or {})},
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE).returncode

    def folder(self, name="shards"):
        path = self.scratch / name
        shutil.rmtree(path, ignore_errors=True)
        return path

    def check(self, folder):
        """Every record once, byte for byte, where the manifest says, and nothing else."""
        manifest = [json.loads(line) for line in (folder / "manifest.jsonl").read_text().splitlines()]
        shards = [entry for entry in manifest if entry["kind"] == "shard"]
        records = [entry for entry in manifest if entry["kind"] == "record"]
        names = {path.name for path in folder.iterdir()}
        expect(names == {"manifest.jsonl"} | {shard["name"] for shard in shards}, f"files: {sorted(names)}")
        content = b""
        for shard in shards:
            data = (folder / shard["name"]).read_bytes()
            expect(hashlib.sha256(data).hexdigest() == shard["sha256"], f"hash of {shard['name']}")
            expect(len(data) == shard["bytes"] <= SHARD_BYTES or shard["frames"] == 1, "size of a shard")
            content += zstdcat(folder / shard["name"])
        expect(content == b"".join(self.lines), "the records are those of an undisturbed run")
        expect(len(records) == len(self.lines), "an entry for each record")
        expect(sum(shard["records"] for shard in shards) == len(records), "the counts of shards")
        containers = [entry["source"] for entry in manifest if entry["kind"] == "container"]
        expect(containers == [self.input] * (self.input != "pages"), f"ends of containers: {containers}")
        verified = subprocess.run([self.winnow, "verify", folder], cwd=self.scratch, capture_output=True, text=True)
        expect(verified.returncode == 0 and f"{len(records)} records in {len(shards)} files, {len(records)} compared "
               f"with their source and {len(records)} the same" in verified.stdout, f"verify: {verified.stdout}")
        return records, shards


class ContainerPack(Pack):
    """The same pages as lines of one container."""

    def __init__(self, winnow, scratch):
        super().__init__(winnow, scratch)
        self.input = "crawl.ndjson"
        with open(self.scratch / self.input, "w") as file:
            for page in sorted(self.pages.iterdir()):
                content = base64.b64encode(page.read_bytes()).decode()
                file.write(json.dumps({"id": page.stem, "html_base64": content}) + "\n")
        self.read()


def zstdcat(*paths):
    return subprocess.run(["zstdcat", *paths], check=True, capture_output=True).stdout


def uncompressed(data):
    return subprocess.run(["zstd", "-dc"], input=data, check=True, capture_output=True).stdout


def plain_tools(pack, folder):
    records, shards = pack.check(folder)
    for entry, line in zip(records, pack.lines):
        data = (folder / entry["shard"]).read_bytes()
        frame = data[entry["frameOffset"]:entry["frameOffset"] + entry["frameBytes"]]
        found = uncompressed(frame)[entry["offset"]:entry["offset"] + entry["bytes"]]
        expect(found == line, f"the bytes of {entry['source']}")
        record = json.loads(line)
        expect((record["id"], record["status"]) == (entry["id"], entry["status"]), "entry and record")
    report("zstdcat and the manifest", f"{len(records)} records in {len(shards)} shards, each found by its range")
    if shutil.which("jq"):
        found = subprocess.run(f"zstdcat {folder}/*.zst | jq -r .id", shell=True, check=True,
                               capture_output=True, text=True).stdout.split()
        expect(found == [json.loads(line)["id"] for line in pack.lines], "jq reads every id")
        report("zstdcat | jq", f"{len(found)} ids")
    else:
        report("zstdcat | jq", "SKIPPED: jq is not there")


def python_tools(pack, folder):
    files = sorted(folder.glob("*.zst"))
    wanted = sorted(json.loads(line)["id"] for line in pack.lines)
    try:
        import duckdb
        query = "select id, title, counts.article from read_json(?, format = 'newline_delimited') order by id"
        rows = duckdb.execute(query, [str(folder / "*.jsonl.zst")]).fetchall()
        expect([row[0] for row in rows] == wanted, "DuckDB reads every record")
        report("DuckDB read_json", f"{len(rows)} rows")
    except ImportError:
        report("DuckDB read_json", "SKIPPED: duckdb is not there")
    try:
        import pandas
        import zstandard  # noqa: F401  pandas reads zstd with it
        frames = [pandas.read_json(path, lines=True, dtype={"id": str}, compression="zstd") for path in files]
        expect(sorted(pandas.concat(frames)["id"]) == wanted, "pandas reads every record")
        report("pandas.read_json", f"{len(wanted)} rows")
    except ImportError:
        report("pandas.read_json", "SKIPPED: pandas or zstandard is not there")
    documented(pack)
    try:
        import pyzstd
        for path in files:
            content = zstdcat(path)
            with pyzstd.SeekableZstdFile(str(path)) as file:
                for start in range(0, len(content), max(1, len(content) // 7)):
                    file.seek(start)
                    expect(file.read(50) == content[start:start + 50], "a seek finds the bytes")
        report("seek table, by pyzstd", f"{len(files)} shards")
    except ImportError:
        report("seek table, by pyzstd", "SKIPPED: pyzstd is not there")


def documented(pack):
    """The Python of docs/SCALE.md, as it stands there."""
    code = (ROOT / "docs" / "SCALE.md").read_text().split("```python\n")[1].split("```")[0]
    if any(importlib.util.find_spec(name) is None for name in ("duckdb", "pandas", "zstandard")):
        return report("docs/SCALE.md", "SKIPPED: duckdb, pandas or zstandard is not there")
    result = subprocess.run([sys.executable, "-c", code], cwd=pack.scratch, capture_output=True, text=True)
    expect(result.returncode == 0 and "failed" in result.stdout, f"the documented Python: {result.stderr}")
    report("docs/SCALE.md", "its Python runs")


def sweep(pack, shim, action, label, step):
    """Makes each call on the shards' folder go wrong in turn, then goes on with the run."""
    lab = types.SimpleNamespace(folder=pack.scratch, shim=shim)
    fault = Fault(lab, pack.scratch / "shards")
    expect(pack.run(pack.folder(), "-j", "1", environment=fault.environment) == 1, "an undisturbed run")
    calls, statuses = fault.calls, {}
    fault.close()
    for at in range(1, calls + 1, step):
        folder = pack.folder()
        fault = Fault(lab, folder, action=action, at=at)
        status = pack.run(folder, "-j", "1", environment=fault.environment)
        fault.close()
        statuses[status] = statuses.get(status, 0) + 1
        expect(status in ((-9, 1) if action == "kill" else (1, 73, 74)), f"status {status} at call {at}")
        if status == 1 and action != "kill":
            pack.check(folder)
            continue
        status = pack.run(folder, "--skip-existing")
        # 1 says that the bad page failed, 0 that its record is in a shard already.
        expect(status in (0, 1), f"status {status} when gone on with after call {at}")
        pack.check(folder)
    report(label, f"{len(range(1, calls + 1, step))} of {calls} calls, none lost, none doubled; {statuses}")


def interrupted_files(pack):
    """--output without --pack: killed at random points, gone on with."""
    folder = pack.folder("files")
    command = [pack.winnow, "extract", "pages", "--output", str(folder)]
    for count in range(1, 12, 3):
        process = subprocess.Popen([*command, "--skip-existing"], cwd=pack.scratch, stderr=subprocess.DEVNULL)
        while process.poll() is None and len(list(folder.glob("*.json"))) < count:
            pass
        process.kill()
        process.wait()
    status = subprocess.run([*command, "--skip-existing"], cwd=pack.scratch, capture_output=True).returncode
    expect(status == 1, "the bad page fails each time")
    # A killed run leaves the file that it was writing, hidden and under a name of its own.
    found = {path.name: path.read_bytes() for path in folder.iterdir()
             if not (path.name.startswith(".winnow-") and path.name.endswith(".part"))}
    wanted = {json.loads(line)["source"]["name"] + ".json": line for line in pack.lines
              if json.loads(line)["status"] != "failed"}
    expect(found == wanted, "the files are those of an undisturbed run, and no others but unfinished ones")
    report("--output, killed and gone on with", f"{len(found)} files, whole")


def terminal(pack):
    """The progress bar is there on a terminal and nowhere else."""
    command = [pack.winnow, "extract", "pages", "--output", str(pack.folder("terminal"))]
    reader, writer = pty.openpty()
    process = subprocess.Popen(command, cwd=pack.scratch, stderr=writer, stdout=subprocess.DEVNULL)
    os.close(writer)
    shown = b""
    while True:
        try:
            chunk = os.read(reader, 4096)
        except OSError:  # How Linux tells that the other side is closed.
            break
        if not chunk:
            break
        shown += chunk
    process.wait()
    os.close(reader)
    count = len(pack.lines)
    lines = shown.decode().replace("\r\n", "\n").split("\n")
    expect(any(line.startswith("winnow: pages/bad.html: failed") or
               "\x1b[Kwinnow: pages/bad.html: failed" in line for line in lines), f"the failure: {lines}")
    last = lines[-2].split("\r")[-1]
    expect(last.startswith(f"{count}/{count}  100%  [") and "pages/s" in last and "1 failed" in last, last)
    quiet = subprocess.run(command, cwd=pack.scratch, capture_output=True, text=True).stderr
    expect("\r" not in quiet and quiet.count("\n") == 1, f"no bar in a pipe: {quiet!r}")
    report("progress bar", "on a terminal, not in a pipe")


def packed_size(winnow, pages, scratch, *options):
    folder = pathlib.Path(scratch) / "gain"
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([winnow, "extract", pages, "--output", folder, "--pack", "1GiB", *options],
                   stderr=subprocess.DEVNULL)
    manifest = [json.loads(line) for line in (folder / "manifest.jsonl").read_text().splitlines()]
    shards = [entry for entry in manifest if entry["kind"] == "shard"]
    return sum(shard["bytes"] for shard in shards), sum(shard["contentBytes"] for shard in shards), \
        sum(shard["records"] for shard in shards)


def gain(winnow, pages):
    """What a dictionary is worth: trained on every second page, measured on the others."""
    with tempfile.TemporaryDirectory() as scratch:
        halves = [pathlib.Path(scratch) / name for name in ("training", "measured")]
        for half in halves:
            half.mkdir()
        for number, page in enumerate(sorted(pathlib.Path(pages).rglob("*.html*"))):
            (halves[number % 2] / f"{number:06}-{page.name}").symlink_to(page.resolve())
        files = [[str(path) for path in sorted(half.iterdir())] for half in halves]
        samples = pathlib.Path(scratch) / "samples.jsonl"
        dictionary = pathlib.Path(scratch) / "dictionary"
        with open(samples, "wb") as file:
            for path in files[0]:
                file.write(subprocess.run([winnow, "extract", path, "--format", "jsonl"],
                                          capture_output=True).stdout)
        subprocess.run([winnow, "train-dictionary", samples, "-o", dictionary], check=True)
        measured = pathlib.Path(scratch) / "copies"
        measured.mkdir()
        for path in files[1]:
            shutil.copy(path, measured)
        print("| frames | bytes | a record | of JSON |\n|---|---|---|---|")
        for label, options in (
                ("a record each", ["--frame", "1"]),
                ("a record each, dictionary", ["--frame", "1", "--dictionary", dictionary]),
                ("256 KiB (the default)", []),
                ("256 KiB, dictionary", ["--dictionary", dictionary]),
                ("256 KiB, level 19", ["--level", "19"])):
            size, content, count = packed_size(winnow, measured, scratch, *options)
            print(f"| {label} | {size:,} | {size / count:,.0f} | {size / content:.1%} |")
        print(f"\n{count} records, {content:,} bytes of JSON; dictionary trained on {len(files[0])} others")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--winnow", default=ROOT / ".build" / "release" / "winnow")
    parser.add_argument("--quick", action="store_true", help="every seventh call of the sweeps")
    parser.add_argument("--gain", metavar="FOLDER")
    arguments = parser.parse_args()
    winnow = str(pathlib.Path(arguments.winnow).resolve())
    if arguments.gain:
        return gain(winnow, arguments.gain)
    with tempfile.TemporaryDirectory() as scratch:
        pack = Pack(winnow, scratch)
        folder = pack.folder()
        expect(pack.run(folder) == 1, "the bad page fails")
        expect(pack.run(folder) == 73, "a folder with shards is refused")
        plain_tools(pack, folder)
        python_tools(pack, folder)
        interrupted_files(pack)
        terminal(pack)
        if shutil.which("cc"):
            shim = Shim(scratch)
            step = 7 if arguments.quick else 1
            sweep(pack, shim, "kill", "kill -9 at each call", step)
            sweep(pack, shim, ENOSPC, "ENOSPC at each call", step)
            sweep(pack, shim, EIO, "EIO at each call", step)
            with tempfile.TemporaryDirectory() as other:
                container = ContainerPack(winnow, other)
                sweep(container, Shim(other), "kill", "kill -9 at each call, a container", step)
        else:
            report("faults at each call", "SKIPPED: there is no cc")
    print("packed output: all checks passed")


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"FAILED: {failure}")
