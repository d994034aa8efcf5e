#!/usr/bin/env bash
# Fails when a Swift file has more than 400 lines: such a file holds two subjects.
set -euo pipefail
cd "$(dirname "$0")/.."
git ls-files -z --cached --others --exclude-standard '*.swift' | python3 -c '
import sys
most, long = 400, []
for path in filter(None, sys.stdin.read().split("\0")):
    with open(path, encoding="utf-8") as file:
        lines = sum(1 for _ in file)
    if lines > most:
        long.append(f"{path}: {lines} lines, more than {most}")
print("\n".join(long) or f"no Swift file has more than {most} lines")
sys.exit(bool(long))'
