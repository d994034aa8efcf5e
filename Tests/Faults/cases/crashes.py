"""The daemon or the machine ends at the worst moment."""

import os

from lab.invariants import check_code, check_inputs, check_outputs, check_settled, decoded, digest
from lab.power import PowerModel, materialise
from lab.shim import Clock, Fault
from lab.spool import Failure

from . import case

# One document at a time, so that the Nth call is the same in every run.
ALONE = ("--workers", "1")
# Random parts of what was not synchronized, at each cut.
RANDOM_PARTS = 5
MODES = ((), ("--delete",), ("--keep",))


@case(1, "kill -9 at any call")
def killed_at_any_call(lab):
    """The shim kills the process before its Nth file call, for every N of a run of 20 files; then an
    undisturbed run."""
    inputs, failed = lab.mixed()
    reference = lab.reference(inputs)
    with lab.spool() as spool:
        fault = Fault(lab, spool.root)
        spool.drop(inputs)
        spool.once(*ALONE, environment=fault.environment)
        total = fault.calls
    points = lab.some(total, 60)
    for point in points:
        with lab.spool() as spool:
            spool.drop(inputs)
            fault = Fault(lab, spool.root, "kill", point)
            code, _ = spool.once(*ALONE, environment=fault.environment)
            if fault.made and code != -9 and code != 1:
                raise Failure(f"call {point}: ended with {code}")
            check_outputs(spool, reference)
            check_inputs(spool, inputs)
            code, log = spool.once()
            _at(point, lambda: _settled(spool, inputs, reference, failed, code))
            fault.close()
    return f"{len(points)} of {total} calls"


def _settled(spool, inputs, reference, failed, code):
    check_code(code)
    if code not in (0, 1):
        raise Failure(f"the run after it ended with {code}")
    check_settled(spool, inputs, reference, failed, leftovers=True)


def _at(point, check):
    try:
        check()
    except Failure as failure:
        raise Failure(f"at call {point}: {failure}") from None


@case(2, "power loss")
def power_lost(lab):
    """The shim logs all changes of a run; a model drops what was not synchronized: all of it, none, random
    parts; each state it may leave is made, checked and worked off."""
    inputs, failed = lab.mixed()
    reference = lab.reference(inputs)
    told = []
    for mode in MODES if not lab.quick else MODES[:1]:
        states, cuts = _states_after_power_loss(lab, inputs, mode)
        tried = 0
        for index in lab.some(len(states), 60):
            _recover(lab, states[index - 1], inputs, reference, failed, mode)
            tried += 1
        told.append(f"{mode[0] if mode else '--move'}: {tried} of {len(states)} states at {cuts} cuts")
    told.append(_power_lost_among_duplicates(lab))
    return "; ".join(told)


def _power_lost_among_duplicates(lab):
    """The same where inputs of the same bytes get one record: none leaves before that is safe."""
    mode = ("--deduplicate", "content")
    pages = list(lab.pages(3).items())
    inputs = {b"%d-%s" % (copy, name): content for copy in range(3) for name, content in pages}
    reference = lab.reference(inputs)
    states, cuts = _states_after_power_loss(lab, inputs, mode)
    points = lab.some(len(states), 40)
    for index in points:
        root, content = states[index - 1]
        with lab.spool() as spool:
            materialise(content, root, spool.root, lab.modified)
            _check_nothing_lost(spool, inputs, reference)
            code, _ = spool.once(*mode)
            if code != 0:
                raise Failure(f"the run after the power loss ended with {code}")
            _check_nothing_lost(spool, inputs, reference)
            check_inputs(spool, inputs)
    return f"`--deduplicate content`: {len(points)} of {len(states)} states at {cuts} cuts"


def _states_after_power_loss(lab, inputs, mode):
    """The different states at every cut of a run's log, with the root they are under."""
    with lab.spool() as spool:
        spool.drop(inputs)
        initial = {os.fsencode(spool.inbox): None, os.fsencode(spool.outbox): None}
        for name, content in inputs.items():
            initial[os.path.join(os.fsencode(spool.inbox), name)] = content
        log = spool.root / "changes"
        fault = Fault(lab, spool.root)
        arguments = ("--workers", "2", *mode)
        spool.once(*arguments, environment=fault.environment | {"FAULT_LOG": str(log)})
        lines = log.read_text().splitlines()
        root = os.fsencode(spool.root)
    model, states = PowerModel(initial), {}
    for line in ["", *lines]:
        if line:
            model.apply(line)
        for state in model.states(lab.seed, RANDOM_PARTS):
            key = frozenset(state.items())
            states.setdefault(key, (root, state))
    return list(states.values()), len(lines) + 1


def _recover(lab, state, inputs, reference, failed, mode):
    root, content = state
    with lab.spool() as spool:
        materialise(content, root, spool.root, lab.modified)
        _check_nothing_lost(spool, inputs, reference)
        code, _ = spool.once(*mode)
        check_code(code)
        if code not in (0, 1):
            raise Failure(f"the run after the power loss ended with {code}")
        _check_recovered(spool, inputs, reference, failed, mode)


def _check_nothing_lost(spool, inputs, reference):
    """At the moment of the loss: an input that has left has its whole record."""
    check_outputs(spool, reference)
    waiting = {content for (place, _), content in spool.places().items() if place in ("inbox", "work")}
    made = {decoded(frame)["source"]["sha256"] for frame in spool.records().values()}
    for name, content in inputs.items():
        if content not in waiting and digest(content) not in made:
            raise Failure(f"I1: {name!r} has left without a record")


def _check_recovered(spool, inputs, reference, failed, mode):
    check_outputs(spool, reference)
    missing = reference.keys() - spool.records().keys()
    if missing:
        raise Failure(f"I5: no record for {missing}")
    if mode == ():
        check_settled(spool, inputs, reference, failed, leftovers=True)
    elif mode == ("--delete",):
        left = [place for place, _ in spool.places() if place in ("inbox", "work")]
        if left:
            raise Failure(f"I5: inputs are left in {left}")
    else:
        check_inputs(spool, inputs)


@case(23, "poison page across restarts")
def poison_across_restarts(lab):
    """The daemon is killed at each attempt at one page of 20, as by a page that takes it down; it is started
    until it ends by itself."""
    inputs, failed = lab.mixed()
    poison = sorted(inputs)[3]
    reference = lab.reference(inputs)
    with lab.spool() as spool:
        spool.drop(inputs)
        starts = 0
        while True:
            starts += 1
            if starts > 12:
                raise Failure("the page keeps the daemon from ever getting through")
            fault = Fault(lab, spool.root, "kill", calls="openat", path="*/.work/[1-4]/" + poison.decode())
            code, log = spool.once(environment=fault.environment)
            if code != -9:
                break
        check_code(code)
        others = dict(reference)
        name = poison.decode().removesuffix(".html").encode() + b".json.zst"
        others.pop(name)
        records = spool.records()
        given_up = records.pop(name, None)
        if records != others:
            raise Failure(f"I3: siblings differ: {set(records) ^ set(others)}")
        if given_up is None or decoded(given_up)["reason"] not in ("crash", "io_error"):
            raise Failure(f"the page did not end as a crash: {given_up and decoded(given_up)}")
        check_inputs(spool, inputs)
        return f"given up after {starts} starts, 19 others unharmed"


@case(34, "leftovers of an older version")
def leftovers_are_recovered(lab):
    """Claims of attempts 1, 2 and 7, unfinished outputs old and young, and foreign files lie there at the
    start."""
    inputs, failed = lab.mixed()
    reference = lab.reference(inputs)
    with lab.spool() as spool:
        spool.drop(inputs)
        for attempt, name in ((1, sorted(inputs)[0]), (2, sorted(inputs)[1])):
            folder = spool.inbox / ".work" / str(attempt)
            folder.mkdir(parents=True)
            os.rename(spool.inbox / os.fsdecode(name), folder / os.fsdecode(name))
        (spool.inbox / ".work" / "odd").mkdir()
        young = spool.outbox / ".winnow-1-1.tmp"
        young.write_bytes(b"x")
        foreign = spool.outbox / ".other.tmp"
        foreign.write_bytes(b"x")
        old = spool.outbox / ".winnow-2-2.tmp"
        old.write_bytes(b"x")
        # Only the clock makes a file old: its time of change cannot be set.
        clock = Clock(lab)
        code, log = spool.once(environment=clock.environment)
        if not young.exists() or not foreign.exists():
            raise Failure("a young or foreign unfinished file was removed")
        clock.jump(3600)
        second, _ = spool.once(environment=clock.environment)
        if young.exists() or old.exists() or not foreign.exists():
            raise Failure("stale files are swept by name and age only")
        foreign.unlink()
        check_code(code), check_code(second)
        check_settled(spool, inputs, reference, failed)
    return "claims went on, stale files swept by name and age"
