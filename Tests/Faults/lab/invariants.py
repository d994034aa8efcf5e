"""The five invariants, which are checked after every case.

I1  each input is in exactly one of inbox, work, done and failed;
I2  no partial output is visible under its final name;
I3  each output is byte-identical to that of an undisturbed run;
I4  the daemon is alive or ended with a documented code;
I5  every input has exactly one terminal record.
"""

import collections
import hashlib
import json
import subprocess

from .spool import DOCUMENTED_CODES, Failure


def decoded(frame):
    """The record in a frame; fails when the frame is not whole."""
    result = subprocess.run(["zstd", "-dcq"], input=frame, capture_output=True)
    if result.returncode:
        raise Failure(f"I2: a frame of {len(frame)} bytes is not whole: {result.stderr.decode()}")
    return json.loads(result.stdout)


def check_code(code):
    """I4, of a process that ended."""
    if code not in DOCUMENTED_CODES:
        raise Failure(f"I4: ended with the undocumented code {code}")


def check_outputs(spool, reference):
    """I2 and I3, at any moment: what is there is whole and as in an undisturbed run."""
    for name, frame in spool.records().items():
        if name not in reference:
            raise Failure(f"I5: an output that no input gives: {name!r}")
        if frame != reference[name]:
            decoded(frame)
            raise Failure(f"I3: {name!r} differs from that of an undisturbed run")


def check_inputs(spool, inputs):
    """I1: each content is in one place. Duplicates of a content are counted."""
    wanted = collections.Counter(inputs.values())
    places = spool.places()
    there = collections.Counter(places.values())
    if wanted != there:
        lost = [name for name, content in inputs.items() if there[content] < wanted[content]]
        more = [place for place, content in places.items() if there[content] > wanted[content]]
        raise Failure(f"I1: inputs lost: {lost}; there too often: {more}")


def check_settled(spool, inputs, reference, failed=(), leftovers=False):
    """All that must hold once nothing is left to do.

    `failed` names the inputs that end in the folder of the failed ones, each with one note. Unfinished
    outputs may be there only after a kill, which `leftovers` says.
    """
    check_outputs(spool, reference)
    records = spool.records()
    missing = [name for name in reference if name not in records]
    if missing:
        raise Failure(f"I5: no record for {missing}")
    check_inputs(spool, inputs)
    for (place, name), content in spool.places().items():
        if place in ("inbox", "work"):
            raise Failure(f"I5: {name!r} is still in {place}")
        wants_failure = any(inputs[other] == content for other in failed)
        if wants_failure != (place == "failed"):
            raise Failure(f"I5: {name!r} ended in {place}")
    names = [name for place, name in spool.places() if place == "failed"]
    orphans = [note for note in spool.notes() if note[: -len(".error.json")] not in names]
    if orphans or len(spool.notes()) != len(names):
        raise Failure(f"I5: notes {spool.notes()} beside the failed inputs {names}")
    if spool.leftovers() and not leftovers:
        raise Failure(f"unfinished outputs are left: {spool.leftovers()}")


def digest(content):
    """SHA-256 as records write it."""
    return hashlib.sha256(content).hexdigest()
