#!/usr/bin/env bash
# Checks what the release binaries need of the machine: the C and C++ runtime and the three libraries, and no Swift.
#
# Usage: Scripts/check-linkage.sh [BINARY...]
set -euo pipefail
cd "$(dirname "$0")/.."

# libstdc++ and libgcc serve what Swift's own runtime has of C++; Debian installs both with every system.
allowed='^(libxml2|libzstd|libz|libc|libm|libstdc\+\+|libgcc_s|ld-linux-[a-z0-9-]+)\.so\.[0-9]+$'
[[ $# -gt 0 ]] || set -- .build/release/winnow .build/release/winnowd
failed=0
for binary in "$@"; do
  needed=$(readelf --dynamic --wide "$binary" | sed -nE 's/.*\(NEEDED\).*\[(.*)\]/\1/p')
  others=$(grep -vE "$allowed" <<<"$needed" || true)
  if [[ -n "$others" ]]; then
    echo "$binary needs what a machine without Swift does not have:" $others >&2
    failed=1
  else
    echo "$binary needs" $(sort <<<"$needed")
  fi
done
exit "$failed"
