#!/usr/bin/env python3
"""Checks what winnowd tells of itself with promtool, on a real run of the real daemon.

Usage: Tests/Monitoring/run.py [--build FOLDER]

Needs promtool, which Debian has in the package `prometheus`; without it nothing is checked and the script says so.
"""

import argparse
import contextlib
import json
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
MONITORING = ROOT / "monitoring"
# Seconds after which what was awaited counts as never happening.
PATIENCE = 60


class Failure(Exception):
    """Something that must hold did not."""


def promtool(*arguments, text=None):
    """Runs promtool; fails when it finds something."""
    result = subprocess.run(
        ["promtool", *arguments], input=text, capture_output=True, text=True, cwd=MONITORING
    )
    said = (result.stdout + result.stderr).strip()
    if result.returncode:
        raise Failure(f"promtool {' '.join(map(str, arguments))}:\n{said}")
    return said


def get(path, target, method="GET"):
    """The status, the headers and the body of an answer over a UNIX socket."""
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(10)
        client.connect(str(path))
        client.sendall(f"{method} {target} HTTP/1.0\r\n\r\n".encode())
        answer = b"".join(iter(lambda: client.recv(65536), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines[1:])
    if method == "GET" and int(headers["Content-Length"]) != len(body):
        raise Failure(f"Content-Length of {target} is wrong")
    return int(lines[0].split()[1]), headers, body.decode()


def await_true(condition, what):
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            raise Failure(f"waited {PATIENCE} s for {what}")
        time.sleep(0.02)


def samples(text):
    """The values of an exposition: (name, labels) to number."""
    found = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, labels, value = re.fullmatch(r"(\w+)(\{.*\})? (\S+)", line).groups()
            found[name, labels or ""] = float(value)
    return found


def expressions():
    """Every expression of the rules and of the dashboard, with where it stands."""
    found = []
    for path in sorted(MONITORING.glob("*.rules.yml")):
        # No YAML in the standard library: names of metrics are all that is looked for.
        found.append((path.name, re.sub(r"(?m)#.*$", "", path.read_text())))
    for path in sorted(MONITORING.glob("*.json")):
        dashboard = json.loads(path.read_text())
        for panel in dashboard["panels"]:
            for target in panel.get("targets", []):
                found.append((f"{path.name}: {panel['title']}", target["expr"]))
        for note in dashboard["annotations"]["list"]:
            found.append((f"{path.name}: {note['name']}", note["expr"]))
    return found


def check_dashboard():
    """The expressions of the dashboard are rules that promtool can read, its panels are told apart and do not overlap."""
    dashboard = json.loads((MONITORING / "winnow.dashboard.json").read_text())
    panels = dashboard["panels"]
    if len({panel["id"] for panel in panels}) != len(panels):
        raise Failure("two panels have one identifier")
    cells = [
        (column, line)
        for panel in panels
        for column in range(panel["gridPos"]["x"], panel["gridPos"]["x"] + panel["gridPos"]["w"])
        for line in range(panel["gridPos"]["y"], panel["gridPos"]["y"] + panel["gridPos"]["h"])
    ]
    if len(set(cells)) != len(cells) or max(column for column, _ in cells) > 23:
        raise Failure("panels overlap or are too wide")
    rules = [
        {"record": f"dashboard:{index}", "expr": expression.replace("$__rate_interval", "5m")}
        for index, (place, expression) in enumerate(expressions())
        if ".json" in place
    ]
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        # JSON is YAML.
        json.dump({"groups": [{"name": "dashboard", "rules": rules}]}, file)
        file.flush()
        promtool("check", "rules", file.name)
    return f"{len(panels)} panels, {len(rules)} expressions"


def check_names(text):
    """Every metric that rules and dashboard name is there."""
    there = {name for name, _ in samples(text)}
    named = {
        (name, place)
        for place, expression in expressions()
        for name in re.findall(r"(?<![\w:])winnow_\w+(?!\w*:)", expression)
    }
    missing = sorted((name, place) for name, place in named if name not in there)
    if missing:
        raise Failure(f"no such metric: {missing}")
    return f"{len({name for name, _ in named})} names of {len(there)}"


@contextlib.contextmanager
def daemon(build, folder, *arguments):
    """A running daemon with an inbox of pages of the corpus, one that is too large, and a link."""
    inbox, outbox = folder / "inbox", folder / "outbox"
    inbox.mkdir()
    outbox.mkdir()
    pages = sorted((ROOT / "Corpus" / "pages").glob("*/*.html*"))[:12]
    for index, page in enumerate(pages):
        shutil.copy(page, inbox / f"{index:02}-{page.name}")
    (inbox / "empty.html").touch()
    (inbox / "broken.html.gz").write_bytes(b"\x1f\x8b\x08\x00broken")
    (inbox / "link.html").symlink_to("/etc/hostname")
    process = subprocess.Popen(
        [build / "winnowd", "--inbox", inbox, "--outbox", outbox, "--stability-seconds", "0.1", *arguments],
        stderr=(folder / "log").open("wb"),
    )
    try:
        await_true(lambda: len(list(outbox.glob("*.zst"))) == len(pages) + 2, "all records")
        await_true(lambda: len(list((inbox / "done").iterdir())) >= len(pages), "done inputs")
        yield process, inbox, outbox, len(pages)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


def is_settled(values, documents):
    """All documents are done, and a census was made since."""
    ended = sum(value for (name, _), value in values.items() if name == "winnow_documents_total")
    kept = sum(values["winnow_queue_files", f'{{queue="{queue}"}}'] for queue in ("done", "failed"))
    return ended == kept == documents


def check_values(values, pages, late=0):
    """What the metrics say of that run is what happened."""
    documents = {labels: value for (name, labels), value in values.items() if name == "winnow_documents_total"}
    if sum(documents.values()) != pages + 2 + late:
        raise Failure(f"{documents} are not {pages + 2 + late} documents")
    wanted = {
        ("winnow_skipped_total", '{reason="symlink"}'): 1,
        ("winnow_failures_total", '{reason="timeout"}'): 0,
        ("winnow_queue_files", '{queue="inbox"}'): 0,
        ("winnow_queue_files", '{queue="outbox"}'): pages + 2,
        ("winnow_directory_available", '{dir="outbox"}'): 1,
        ("winnow_backpressure_active", '{cause="space"}'): 0,
        ("winnow_stage_duration_seconds_count", '{stage="total"}'): pages + 2 + late,
        ("winnow_in_flight", ""): 0,
    }
    for key, value in wanted.items():
        if values.get(key) != value:
            raise Failure(f"{key} is {values.get(key)}, not {value}")
    for name in ("last_success", "last_scan", "heartbeat"):
        if abs(values[f"winnow_{name}_timestamp_seconds", ""] - time.time()) > PATIENCE:
            raise Failure(f"the time of {name} is not now")
    return f"{len(values)} values"


def run(build):
    yield "rules", lambda: promtool("check", "rules", "winnow.rules.yml").splitlines()[-1].strip()
    yield "trial of the rules", lambda: promtool("test", "rules", "winnow.rules.test.yml").splitlines()[-1].strip()
    yield "dashboard", check_dashboard
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        file, path = folder / "winnow.prom", folder / "winnow.socket"
        arguments = ["--metrics-file", file, "--metrics-interval", "0.2", "--metrics-socket", path]
        with daemon(build, folder, *arguments) as (process, inbox, outbox, pages):
            await_true(lambda: is_settled(samples(get(path, "/metrics")[2]), pages + 2), "a census of the end")
            status, headers, text = get(path, "/metrics")
            if status != 200 or not headers["Content-Type"].startswith("text/plain; version=0.0.4"):
                raise Failure(f"/metrics gives {status}, {headers}")
            yield "metrics over the socket", lambda: promtool("check", "metrics", text=text) or "well formed"
            yield "metrics in the file", lambda: promtool("check", "metrics", text=file.read_text()) or "well formed"
            yield "names in rules and dashboard", lambda: check_names(text)
            yield "values over the socket", lambda: check_values(samples(text), pages)
            yield "health", lambda: expect(get(path, "/health")[::2], (200, "ok\n"))
            yield "head", lambda: expect(get(path, "/metrics", "HEAD")[2], "")
            yield "other methods and paths", lambda: expect(
                [get(path, "/", "GET")[0], get(path, "/metrics", "POST")[0]], [404, 405]
            )
            yield "dead scrapers", lambda: check_dead_scrapers(path)
            yield "status", lambda: check_status(build, inbox, outbox, "running", 0)
            yield "paused", lambda: check_paused(path, outbox, folder)
            process.send_signal(signal.SIGTERM)
            expect(process.wait(PATIENCE), 0)
            yield "values in the file at the end", lambda: check_values(samples(file.read_text()), pages, late=1)
            yield "socket is gone", lambda: expect(path.exists(), False)
            yield "status after the end", lambda: check_status(build, inbox, outbox, "stopped", 0)


def expect(found, wanted):
    if found != wanted:
        raise Failure(f"{found} instead of {wanted}")
    return "as it should be"


def check_dead_scrapers(path):
    """Those who connect and say nothing hold nobody up for long."""
    dead = [socket.socket(socket.AF_UNIX) for _ in range(2)]
    for client in dead:
        client.connect(str(path))
    status, _, _ = get(path, "/health")
    for client in dead:
        client.close()
    return expect(status, 200)


def check_status(build, inbox, outbox, word, code):
    result = subprocess.run(
        [build / "winnow", "status", "--json", "--inbox", inbox, "--outbox", outbox], capture_output=True, text=True
    )
    report = json.loads(result.stdout)
    if (report["daemon"], result.returncode) != (word, code):
        raise Failure(f"status says {report['daemon']} with {result.returncode}: {report['attention']}")
    return word


def check_paused(path, outbox, folder):
    """A missing outbox is told as such, and its return too."""
    hidden = folder / "hidden"
    outbox.rename(hidden)
    page = folder / "inbox" / "late.html"
    page.write_text("<p>late</p>")
    await_true(lambda: get(path, "/health")[0] == 503, "a bad health")
    reason = get(path, "/health")[2].strip()
    values = samples(get(path, "/metrics")[2])
    expect(values["winnow_backpressure_active", '{cause="folders"}'], 1.0)
    expect(values["winnow_directory_available", '{dir="outbox"}'], 0.0)
    hidden.rename(outbox)
    await_true(lambda: get(path, "/health")[0] == 200, "a good health")
    await_true(lambda: (outbox / "late.json.zst").exists(), "the record of the late page")
    (outbox / "late.json.zst").unlink()
    return reason


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / ".build" / "release")
    build = parser.parse_args().build.resolve()
    if not shutil.which("promtool"):
        print("SKIPPED: promtool is not there (Debian has it in the package prometheus)")
        return 0
    failed = 0
    checks = run(build)
    try:
        for name, check in checks:
            try:
                print(f"ok      {name}: {check()}", flush=True)
            except Failure as failure:
                failed += 1
                print(f"FAILED  {name}: {failure}", flush=True)
    except Failure as failure:
        failed += 1
        print(f"FAILED  {failure}")
    print("all checks passed" if not failed else f"{failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
