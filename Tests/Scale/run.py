#!/usr/bin/env python3
"""Run the commands of docs/SCALE.md as they stand there, and check what the examples for batches make.

Usage: Tests/Scale/run.py [--winnow FILE]

Each block marked `sh` runs by bash in a scratch folder with pages, files of JSON lines, and the program on its PATH. In
the place of Slurm stands a program that runs the tasks of the array one after the other. A block whose programs are
not there (jq, parallel) is left out, and said so.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TASKS = 3
FAKE_SBATCH = f"""#!/usr/bin/env bash
export WINNOW_TASKS={TASKS} SLURM_ARRAY_TASK_COUNT={TASKS} SLURM_CPUS_PER_TASK=2
for ((SLURM_ARRAY_TASK_ID = 0; SLURM_ARRAY_TASK_ID < {TASKS}; SLURM_ARRAY_TASK_ID++)); do
  export SLURM_ARRAY_TASK_ID
  bash "$@" || exit
done
"""
OPTIONAL = ("jq", "parallel")


def expect(condition, message):
    if not condition:
        sys.exit(f"FAILED: {message}")


def run(command, folder, environment, statuses=(0,)):
    result = subprocess.run(["bash", "-e", "-c", command], cwd=folder, env=environment, text=True,
                            capture_output=True)
    expect(result.returncode in statuses, f"status {result.returncode} of:\n{command}\n{result.stderr[-2000:]}")
    return result.stdout


def prepare(folder, winnow):
    """The scratch folder that the commands find."""
    (folder / "bin").mkdir()
    (folder / "bin" / "winnow").symlink_to(winnow)
    sbatch = folder / "bin" / "sbatch"
    sbatch.write_text(FAKE_SBATCH)
    sbatch.chmod(0o755)
    (folder / "Examples").symlink_to(ROOT / "Examples")
    sources = sorted((ROOT / "Corpus" / "pages").glob("*/source.html"))[:12]
    for source in sources:
        page = folder / "pages" / source.parent.name / "page.html"
        page.parent.mkdir(parents=True)
        shutil.copy(source, page)
    (folder / "crawl").mkdir()
    for part in range(4):
        lines = "".join(
            json.dumps({"id": source.parent.name, "html": source.read_text(encoding="utf-8", errors="replace")}) + "\n"
            for source in sources[part::4])
        if part == 3:
            lines += "this line is no page\n"
        subprocess.run(["zstd", "-q", "-o", folder / "crawl" / f"part-{part}.jsonl.zst"], input=lines.encode(),
                       check=True)
    return [source.parent.name for source in sources]


def records(paths):
    data = subprocess.run(["zstdcat", *paths], check=True, capture_output=True).stdout
    return [json.loads(line) for line in data.splitlines()]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--winnow", default=ROOT / ".build" / "release" / "winnow")
    winnow = pathlib.Path(parser.parse_args().winnow).resolve()
    text = (ROOT / "docs" / "SCALE.md").read_text()
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.S | re.M)
    expect(len(blocks) >= 7, "the page has commands")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        names = prepare(folder, winnow)
        environment = {**os.environ, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}
        for block in blocks:
            missing = [tool for tool in OPTIONAL if tool in block and not shutil.which(tool)]
            if missing:
                print(f"SKIPPED, as {missing[0]} is not there: {block.splitlines()[0]}")
                continue
            run(block, folder, environment)
            print(f"ran: {block.splitlines()[0]}")
        expect(len(list((folder / "records").rglob("*.json"))) == len(names), "a record for each page")
        expect(len(records((folder / "shards").glob("*.zst"))) == len(names), "each record is packed once")
        if (folder / "crawl-records").exists():
            check_parallel(folder, environment, names)
        packed = records(sorted((folder / "slurm-shards").glob("*/*.zst")))
        expect(len(packed) == len(names), "the tasks pack each page once")
        expect(len(list((folder / "slurm-shards").iterdir())) == TASKS, "each task has its folder")
        check_slurm(folder, environment)
    subprocess.run([ROOT / "Scripts" / "scale-figures.py", "--check"], check=True)
    print("docs/SCALE.md: all commands ran")


def check_parallel(folder, environment, names):
    """Each page once, the bad line's record among them; a second run does what is missing alone."""
    files = sorted((folder / "crawl-records").iterdir())
    found = [record["id"] for record in records(files)]
    expect(sorted(found) == sorted(names + ["line-4"]), f"records by parallel: {found}")
    times = {path.name: path.stat().st_mtime_ns for path in files}
    files[1].unlink()
    (folder / "crawl-records" / "part-1.jsonl.zst.1.part").write_bytes(b"of a job that was killed")
    run("Examples/batch/parallel.sh crawl/ crawl-records/", folder, environment)
    again = sorted((folder / "crawl-records").glob("*.zst"))
    expect([path.name for path in again] == [path.name for path in files], "what is missing is done")
    kept = [path for path in again if path.name != files[1].name]
    expect(all(times[path.name] == path.stat().st_mtime_ns for path in kept), "what is there is left alone")
    check_cut_file(folder, environment)


def check_cut_file(folder, environment):
    """A file that is cut short has no records and does not stop the others, of which some have the same name."""
    whole = folder / "crawl" / "part-0.jsonl.zst"
    for name in ("a", "b"):
        (folder / "cut" / name).mkdir(parents=True)
        shutil.copy(whole, folder / "cut" / name)
    # A whole frame stands before the cut, so that there are records to lose.
    broken = folder / "cut" / "a" / "broken.jsonl.zst"
    broken.write_bytes(whole.read_bytes() + whole.read_bytes()[:-100])
    command = "Examples/batch/parallel.sh cut/ cut-records"
    run(command, folder, environment, statuses=(1,))
    made = sorted(str(path.relative_to(folder / "cut-records")) for path in (folder / "cut-records").rglob("*.*"))
    expect(made == ["a/part-0.jsonl.zst", "b/part-0.jsonl.zst"], f"records of the whole files alone: {made}")
    shutil.copy(whole, broken)
    run(command, folder, environment)
    expect((folder / "cut-records" / "a" / "broken.jsonl.zst").exists(), "the mended file is done")


def check_slurm(folder, environment):
    """A task that is started alone does the part that it has in the whole array."""
    shards = folder / "slurm-shards" / "1"
    count = len(records(shards.glob("*.zst")))
    shutil.rmtree(shards)
    alone = {**environment, "WINNOW_TASKS": str(TASKS), "SLURM_ARRAY_TASK_COUNT": "1", "SLURM_ARRAY_TASK_ID": "1"}
    run("bash Examples/batch/slurm.sh folders.txt slurm-shards/", folder, alone)
    expect(len(records(shards.glob("*.zst"))) == count, "a task started alone does its part")


if __name__ == "__main__":
    main()
