#!/usr/bin/env bash
# Tries the Python package: its tests on the sources, then on a wheel that was installed where nothing else is.
#
# Usage: Tests/Python/run.sh [--winnow FILE]
#   --winnow  the program (default: .build/release/winnow)
#
# The wheel here holds that program; `make wheel` builds one for others. Without pip's packages the second part is
# skipped, and that is said.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$PWD/.build/release/winnow
[[ "${1:-}" == --winnow ]] && program=$(realpath "$2")
export PYTHONDONTWRITEBYTECODE=1

echo "== the sources, with the program named"
(cd python && WINNOW=$program PYTHONPATH=src python3 -m unittest discover -s tests)

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
echo "== a wheel without the program, which is on the PATH"
if ! { python3 -m venv "$scratch/venv" && cp -r python "$scratch/package" &&
  "$scratch/venv/bin/pip" install --quiet --disable-pip-version-check "$scratch/package"; }; then
  echo "SKIPPED: pip cannot build wheels here"
  exit 0
fi
mkdir "$scratch/bin"
ln -s "$program" "$scratch/bin/winnow"
(cd "$scratch" && PATH=$scratch/bin:$PATH "$scratch/venv/bin/python" -m unittest discover -s package/tests)

echo "== a wheel with the program in it, and no other"
mkdir -p "$scratch/package/src/winnow_extract/bin"
install -m 755 "$program" "$scratch/package/src/winnow_extract/bin/winnow"
rm -rf "$scratch/package/build"
"$scratch/venv/bin/pip" wheel --quiet --disable-pip-version-check --no-deps -w "$scratch/out" "$scratch/package"
ls "$scratch/out" | grep -qE '^winnow_extract-.*-py3-none-linux_.*\.whl$'
python3 -m venv "$scratch/fresh"
"$scratch/fresh/bin/pip" install --quiet --disable-pip-version-check --no-index "$scratch"/out/*.whl
(cd "$scratch" && env -u WINNOW PATH=/usr/bin:/bin "$scratch/fresh/bin/python" -m unittest discover -s package/tests)
