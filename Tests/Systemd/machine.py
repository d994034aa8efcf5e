"""A Debian of its own in a folder, with a systemd that runs there as process 1."""

import os
import pathlib
import re
import shutil
import subprocess
import time

# Seconds after which what was awaited counts as never happening.
PATIENCE = 60
# A small file system of its own in the machine, which can be frozen.
SLOW = pathlib.Path("/srv/slow")
# What a bare Debian needs to boot; the package brings what it needs itself.
BOOTING = ("systemd", "systemd-sysv", "dbus")
# Calls of workers that systemd-nspawn refuses and a machine that is no container does not.
ALLOWED = "landlock_create_ruleset landlock_add_rule landlock_restrict_self"


class Failure(Exception):
    """Something that must hold did not."""


class Skipped(Exception):
    """The machine does not have what this needs."""


def await_true(condition, what, patience=PATIENCE):
    """Polls until `condition` gives something true, and returns it."""
    deadline = time.monotonic() + patience
    while not (value := condition()):
        if time.monotonic() > deadline:
            raise Failure(f"waited {patience} s for {what}")
        time.sleep(0.05)
    return value


def _output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _mirror():
    """The mirror that apt of this machine uses."""
    sites = _output("apt-get", "indextargets", "--format", "$(SITE)", "Created-By: Packages").split()
    if not sites:
        raise Skipped("apt has no sources")
    return sites[0]


def _suite():
    release = pathlib.Path("/etc/os-release").read_text()
    match = re.search(r"^VERSION_CODENAME=(\w+)", release, re.M)
    if not match:
        raise Skipped("/etc/os-release names no suite")
    return match[1]


def needed_packages(package):
    """The first choice of each package that a .deb depends on."""
    depends = _output("dpkg-deb", "--field", package, "Depends", "Recommends")
    names = re.findall(r"(?:^|[,:])\s*([a-z][a-z0-9+.-]+)", depends, re.M)
    return sorted(set(names) - {"winnow"})


def make_base(cache, packages):
    """A bare Debian, made once and kept."""
    base, stamp = cache / "base", cache / "base.stamp"
    wanted = " ".join([_suite(), *BOOTING, *packages])
    if stamp.exists() and stamp.read_text() == wanted:
        return base
    shutil.rmtree(base, ignore_errors=True)
    stamp.unlink(missing_ok=True)
    cache.mkdir(exist_ok=True)
    print(f"making a bare Debian ({wanted}), once", flush=True)
    include = "--include=" + ",".join([*BOOTING, *packages])
    result = subprocess.run(
        ["debootstrap", "--variant=minbase", include, _suite(), base, _mirror()],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if result.returncode:
        raise Skipped("debootstrap failed: " + " ".join(result.stdout.strip().split("\n")[-2:]))
    stamp.write_text(wanted)
    return base


class Machine:
    """A copy of the bare Debian, booted; it is gone at the end."""

    def __init__(self, cache, base, transcript):
        self.name = f"winnow-test-{os.getpid()}"
        self.root = cache / self.name
        self.transcript = transcript
        self._log = cache / "nspawn.log"
        self._container = None
        self._init = None
        self._image = cache / f"{self.name}.img"
        subprocess.run(["cp", "-a", "--reflink=auto", base, self.root], check=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.power_off()
        if self._image.exists():
            subprocess.run(["umount", self.path(SLOW)], check=False, stderr=subprocess.DEVNULL)
            self._image.unlink()
        shutil.rmtree(self.root, ignore_errors=True)

    # MARK: - Life

    def boot(self):
        command = ["systemd-nspawn", "-M", self.name, "-D", self.root, "--register=no", "--keep-unit",
                   "--private-network", "--console=pipe", f"--system-call-filter={ALLOWED}", "-b"]
        with open(self._log, "wb") as log:
            self._container = subprocess.Popen(
                [os.fspath(part) for part in command], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self._init = await_true(self._find_init, "process 1 of the machine")

        def is_up():
            return self.run("systemctl", "is-system-running", check=False) in ("running", "degraded")

        await_true(is_up, "the end of the boot")

    def _find_init(self):
        if self._container.poll() is not None:
            raise Skipped("systemd-nspawn ended: " + self._log.read_text(errors="replace").strip()[-300:])
        pid = self._container.pid
        children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        for child in children:
            try:
                if os.path.basename(os.readlink(f"/proc/{child}/exe")) == "systemd":
                    return int(child)
            except OSError:
                pass
        return None

    def power_off(self):
        if self._container is None or self._container.poll() is not None:
            return
        if self._init:
            self.run("systemctl", "poweroff", check=False)
        try:
            self._container.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._container.kill()
            self._container.wait()

    def add_slow_folder(self):
        """Puts a file system of its own into the machine, before its boot; where none can be made there is none."""
        self.path(SLOW).mkdir()
        with open(self._image, "wb") as image:
            image.truncate(32 << 20)
        for command in (["mkfs.ext4", "-q", self._image], ["mount", "-o", "loop", self._image, self.path(SLOW)]):
            try:
                subprocess.run(command, check=True, capture_output=True)
            except (OSError, subprocess.CalledProcessError):
                return

    def freeze_slow_folder(self, is_frozen):
        subprocess.run(["fsfreeze", "-f" if is_frozen else "-u", self.path(SLOW)], check=True, capture_output=True)

    # MARK: - Commands

    def run(self, *command, check=True, user=None):
        """Runs a command in the machine, before or after its boot, and gives its output, stripped."""
        if user:
            command = ("runuser", "-u", user, "--", *command)
        if self._init:
            entered = ("nsenter", "-t", str(self._init), "-m", "-u", "-i", "-n", "-p", "--", *command)
        else:
            entered = ("unshare", "--mount", "--pid", "--fork", "--kill-child", f"--mount-proc={self.root}/proc",
                       "chroot", self.root, *command)
        result = subprocess.run(
            [os.fspath(part) for part in entered], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, errors="replace",
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"})
        if self.transcript:
            print(f"    $ {' '.join(map(str, command))}")
            print("".join(f"    {line}\n" for line in result.stdout.rstrip().split("\n") if line), end="", flush=True)
        if check and result.returncode:
            raise Failure(f"{' '.join(map(str, command))}: exit {result.returncode}: {result.stdout.strip()[-500:]}")
        return result.stdout.strip()

    def path(self, inside):
        """A path of the machine as seen from outside."""
        return self.root / str(inside).lstrip("/")

    def host_process(self, inside):
        """The number that a process of the machine has outside, where its namespace is the machine's."""
        own = os.readlink(f"/proc/{self._init}/ns/pid")
        for folder in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                numbers = re.search(r"^NSpid:\s+(.*)$", (folder / "status").read_text(), re.M)[1].split()
                if numbers[-1] == str(inside) and os.readlink(folder / "ns/pid") == own:
                    return int(folder.name)
            except (OSError, TypeError):
                pass
        raise Failure(f"no process {inside}")
