#!/usr/bin/env python3
"""Try the Spark example in local mode: Parquet, WARC, and a worker that is killed while it works.

`make test-spark` makes the virtual environment and calls this; it needs Java.
"""

import gzip
import io
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WINNOW = pathlib.Path(os.environ.get("WINNOW", ROOT / ".build" / "release" / "winnow")).resolve()
COPIES = 4
PATIENCE = 600


def corpus():
    """The pages of the corpus, some times over, each under a name of its own."""
    sources = sorted((ROOT / "Corpus" / "pages").glob("*/source.html"))
    return [(f"{source.parent.name}-{copy}", f"https://example.org/{source.parent.name}", source.read_bytes())
            for copy in range(COPIES) for source in sources[:40]]


def children(parent):
    """The processes that descend from a process, each with its parent and the file it runs."""
    found, wanted = [], {parent}
    table = {}
    for path in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            status = (path / "stat").read_text()
            table[int(path.name)] = (int(status.rpartition(")")[2].split()[1]), os.readlink(path / "exe"))
        except OSError:
            continue
    while wanted:
        parents, wanted = wanted, set()
        for number, (parent, program) in table.items():
            if parent in parents:
                found.append((number, parent, program))
                wanted.add(number)
    return found


class Killer(threading.Thread):
    """Kills the first Python worker of Spark that has a winnow process, once."""

    def __init__(self, spark, program):
        super().__init__(daemon=True)
        self.spark, self.program, self.killed = spark, str(program), None

    def run(self):
        deadline = time.monotonic() + PATIENCE
        while self.killed is None and time.monotonic() < deadline and self.spark.poll() is None:
            for number, parent, program in children(self.spark.pid):
                if program == self.program:
                    os.kill(parent, signal.SIGKILL)
                    self.killed = parent
                    return
            time.sleep(0.002)


class Spark(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.folder = pathlib.Path(holder.name)
        # A program of this test's own, so that it kills no one else's.
        cls.program = cls.folder / "bin" / "winnow"
        cls.program.parent.mkdir()
        shutil.copy(WINNOW, cls.program)
        cls.pages = corpus()

    def submit(self, *arguments, kill=False):
        """Runs the example with two threads and four attempts for each task."""
        environment = {
            **os.environ, "WINNOW": str(self.program), "PYSPARK_PYTHON": sys.executable,
            "SPARK_LOCAL_IP": "127.0.0.1", "PYTHONPATH": str(ROOT / "python" / "src"),
            "PYSPARK_SUBMIT_ARGS": "--master local[2,4] --conf spark.ui.enabled=false pyspark-shell"}
        with open(self.folder / "log", "w+") as log:
            spark = subprocess.Popen([sys.executable, HERE / "winnow_spark.py", *arguments],
                                     env=environment, stdout=log, stderr=log)
            killer = Killer(spark, self.program)
            if kill:
                killer.start()
            status = spark.wait(timeout=PATIENCE)
            log.seek(0)
            text = log.read()
        self.assertEqual(status, 0, text[-3000:])
        return killer.killed, text

    def read(self, output):
        import pyarrow.parquet
        return {row["id"]: row for row in pyarrow.parquet.read_table(output).to_pylist()}

    def check(self, rows, ids):
        self.assertEqual(sorted(rows), sorted(ids))
        row = rows[next(name for name in rows if "news" in name or "blog" in name or "urn" in name)]
        self.assertEqual(row["status"], "ok")
        self.assertTrue(row["title"])
        self.assertTrue(any(block["role"] == "navigation" for block in row["roles"]))
        self.assertGreater(dict(row["words"])["article"], 0)

    def parquet(self):
        import pyarrow
        import pyarrow.parquet
        folder = self.folder / "pages.parquet"
        if not folder.exists():
            folder.mkdir()
            for part in range(2):
                rows = self.pages[part::2]
                pyarrow.parquet.write_table(
                    pyarrow.table({"id": [row[0] for row in rows], "url": [row[1] for row in rows],
                                   "html": pyarrow.array([row[2] for row in rows], pyarrow.binary())}),
                    folder / f"part-{part}.parquet")
        return folder

    def count(self, output):
        import pyarrow.parquet
        return pyarrow.parquet.read_table(output).num_rows

    def test_parquet_to_parquet(self):
        output = self.folder / "plain"
        self.submit("--parquet", self.parquet(), "--output", output)
        self.check(self.read(output), [row[0] for row in self.pages])
        self.assertEqual(self.count(output), len(self.pages))

    def test_killed_worker_costs_and_doubles_nothing(self):
        output = self.folder / "killed"
        killed, log = self.submit("--parquet", self.parquet(), "--output", output, kill=True)
        self.assertIsNotNone(killed, "no worker was there to be killed")
        self.assertIn("Python worker exited unexpectedly", log)
        self.check(self.read(output), [row[0] for row in self.pages])
        self.assertEqual(self.count(output), len(self.pages))

    def test_warc_to_parquet(self):
        from warcio.statusandheaders import StatusAndHeaders
        from warcio.warcwriter import WARCWriter
        ids = []
        for part in range(2):
            with open(self.folder / f"part-{part}.warc.gz", "wb") as file:
                writer = WARCWriter(file, gzip=True)
                for name, url, html in self.pages[part:40:2]:
                    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html"),
                                                          ("Content-Encoding", "gzip")], protocol="HTTP/1.1")
                    record = writer.create_warc_record(
                        url, "response", payload=io.BytesIO(gzip.compress(html)), http_headers=headers)
                    writer.write_record(record)
                    ids.append(record.rec_headers.get_header("WARC-Record-ID"))
        output = self.folder / "warc"
        self.submit("--warc", str(self.folder / "*.warc.gz"), "--output", output)
        self.check(self.read(output), ids)


if __name__ == "__main__":
    unittest.main()
