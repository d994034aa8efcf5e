"""A model of what a file system may hold after the power failed.

The shim's log of a run is replayed up to some point. What `fsync` was asked for is there; of the rest, any
part may be: this is what POSIX leaves open, but for two things on which every file system in use keeps
its word. A rename is one step, and what is known of a name or a file stays in order: a file is not renamed
before it exists. An `fsync` of a file says nothing of its name, one of a folder nothing of content.

A change is kept or dropped with all that depends on it. Content that was not synchronized may be whole,
empty, cut, or zeros of the right length.
"""

import os
import random


class Change:
    """A change of names: a file or folder made, renamed or removed."""

    def __init__(self, call, path, new_path=None):
        self.call, self.path, self.new_path = call, path, new_path
        self.needs = set()
        self.is_durable = False

    @property
    def names(self):
        return [path for path in (self.path, self.new_path) if path]

    @property
    def folders(self):
        return {os.path.dirname(path) for path in self.names}


class File:
    """A file that the run made; `durable` is its content at the last `fsync`."""

    def __init__(self):
        self.content = b""
        self.durable = None


class PowerModel:
    """The state of a folder after the first `count` changes of a log."""

    def __init__(self, initial):
        # Path to content of what was there and on disk before the run; folders have the content None.
        self.initial = initial
        self.changes = []
        self.last_of_name = {}
        # The names as the running system sees them, for finding which file a call is about.
        self.names = {}
        self.made = {}

    def apply(self, line):
        """Replays one line of the log."""
        call, *fields = line.rstrip("\n").split("\t")
        fields = [bytes.fromhex(field) for field in fields]
        path = fields[0]
        if call == "write":
            self.names[path].content += fields[1]
        elif call == "fsync":
            self._synchronize(path)
        else:
            self._change(Change(call, *fields))

    def _change(self, change):
        for name in change.names:
            if name in self.last_of_name:
                change.needs.add(self.last_of_name[name])
            # Nothing is in a folder that is not there.
            parent = self.last_of_name.get(os.path.dirname(name))
            if parent:
                change.needs.add(parent)
            self.last_of_name[name] = change
        if change.call == "create":
            self.names[change.path] = self.made[change] = File()
        elif change.call == "rename":
            file = self.names.pop(change.path, None)
            if file:
                self.names[change.new_path] = file
            else:
                self.names.pop(change.new_path, None)
        elif change.call == "unlink":
            self.names.pop(change.path, None)
        self.changes.append(change)

    def _synchronize(self, path):
        file = self.names.get(path)
        if file:
            file.durable = file.content
            return
        for change in self.changes:
            if path in change.folders:
                self._make_durable(change)

    def _make_durable(self, change):
        if not change.is_durable:
            change.is_durable = True
            for other in change.needs:
                self._make_durable(other)

    def state(self, keep, content):
        """What is there: path to content.

        - keep: says of a change that need not be there whether it is.
        - content: gives what is left of a content that was not synchronized.
        """
        kept, there, files = set(), dict(self.initial), {}
        for change in self.changes:
            if change.is_durable or (change.needs <= kept and keep(change)):
                kept.add(change)
                self._replay(change, there, files)
        for path, file in files.items():
            whole = file.durable == file.content
            there[path] = file.content if whole else content(file)
        return there

    def _replay(self, change, there, files):
        if change.call == "mkdir":
            there[change.path] = None
        elif change.call == "create":
            files[change.path] = self.made[change]
        elif change.call == "unlink":
            there.pop(change.path, None)
            files.pop(change.path, None)
        elif change.path in files:
            files[change.new_path] = files.pop(change.path)
            there.pop(change.new_path, None)
        elif change.path in there:
            there[change.new_path] = there.pop(change.path)
            files.pop(change.new_path, None)

    def states(self, seed, count):
        """Nothing but what must be there, everything, and `count` parts of the rest."""
        yield self.state(lambda _: False, lambda file: file.durable or b"")
        yield self.state(lambda _: True, lambda file: file.content)
        yield self.state(lambda _: True, lambda file: file.durable or b"")
        for number in range(count):
            chance = random.Random(f"{seed} {len(self.changes)} {number}")
            yield self.state(
                lambda _, chance=chance: chance.random() < 0.5,
                lambda file, chance=chance: self._torn(file, chance),
            )

    @staticmethod
    def _torn(file, chance):
        length = len(file.content)
        return chance.choice(
            [file.content, file.durable or b"", bytes(length), file.content[: chance.randint(0, length)]]
        )


def materialise(state, root, new_root, modified):
    """Makes the folders and files of a state below another root."""
    for path in sorted(state, key=lambda path: (state[path] is not None, path)):
        content = state[path]
        target = os.fsencode(new_root) + path[len(os.fsencode(root)) :]
        if content is None:
            os.makedirs(target, exist_ok=True)
            continue
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as file:
            file.write(content)
        os.utime(target, (modified, modified))
