#!/usr/bin/env python3
"""Draw docs/explanation.png and docs/report.png: what `winnow explain` and `winnow bench --report` write, in a browser.

Usage: Scripts/report-figures.py [--winnow FILE] [--output FOLDER]

Needs a release build and chromium (apt-get install chromium).
"""

import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PAGE = "news--stock-ticker-before-article"


def shoot(browser, address, target, width, height):
    subprocess.run([browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                    "--force-prefers-reduced-motion", f"--window-size={width},{height}", "--virtual-time-budget=4000",
                    f"--screenshot={target.resolve()}", address],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
    print(target)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--winnow", type=pathlib.Path, default=ROOT / ".build" / "release" / "winnow")
    parser.add_argument("--output", type=pathlib.Path, default=ROOT / "docs", help="the folder of the pictures")
    options = parser.parse_args()
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.exit("report-figures: needs chromium (apt-get install chromium)")
    with tempfile.TemporaryDirectory() as name:
        why, report = pathlib.Path(name) / "why.html", pathlib.Path(name) / "report.html"
        source = ROOT / "Corpus" / "pages" / PAGE / "source.html"
        subprocess.run([options.winnow, "explain", source, "-o", why], check=True)
        subprocess.run([options.winnow, "bench", ROOT / "Corpus", "--no-floors", "--report", report,
                        "--explain-worst", "10"], check=True, stdout=subprocess.DEVNULL)
        shoot(browser, why.as_uri(), options.output / "explanation.png", 1400, 1000)
        shoot(browser, report.as_uri(), options.output / "report.png", 1300, 1400)


if __name__ == "__main__":
    main()
