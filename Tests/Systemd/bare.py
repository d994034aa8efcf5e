"""The package on a bare Debian that is not even booted: installed, looked at and used once."""

import shutil

from machine import Failure

PAGE = "news--stock-ticker-before-article"


def run(machine, deb, root):
    """Prints the transcript; gives the exit status."""
    shutil.copy(deb, machine.path("/winnow.deb"))
    shutil.copy(root / "Corpus" / "pages" / PAGE / "source.html", machine.path("/page.html"))
    run = machine.run
    run("cat", "/etc/debian_version")
    if run("sh", "-c", "find / -xdev -name '*libswift*'"):
        raise Failure("this machine has Swift")
    run("dpkg", "--install", "/winnow.deb")
    for binary in ("winnow", "winnowd"):
        if "not found" in run("ldd", f"/usr/bin/{binary}"):
            raise Failure("a library is missing")
    run("winnow", "--version")
    run("sh", "-c", "winnow extract /page.html --format text | head -n 5")
    run("sh", "-c", "cp /page.html /srv/winnow/inbox/ && chmod 644 /srv/winnow/inbox/page.html")
    run("winnowd", "--inbox", "/srv/winnow/inbox", "--outbox", "/srv/winnow/outbox", "--once",
        "--stability-seconds", "0", user="winnow")
    run("sh", "-c", "zstdcat /srv/winnow/outbox/page.json.zst | head -c 400")
    run("find", "/srv/winnow", "-printf", r"%M %u %g %p\n")
    run("dpkg", "--verify", "winnow")
    run("dpkg", "--purge", "winnow")
    return 0
