#!/usr/bin/env bash
# Checks the unit and its drop-ins: that systemd takes every line, and how much of the system they leave open.
#
# Needs a release build, for systemd looks at the programs that a unit names.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v systemd-analyze >/dev/null 2>&1; then
  echo "SKIPPED: systemd-analyze is not there"
  exit 0
fi

# Ten times the highest exposure, out of 10, of the unit and of each drop-in.
limit=3
declare -A limits=([nfs-inbox]=5)

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
sed "s|/usr/bin/|$PWD/.build/release/|" systemd/winnow.service > "$folder/winnow.service"

check() {
  local said
  # A key that systemd does not know is only a warning of it.
  said=$(systemd-analyze verify --man=no "$folder/winnow.service" 2>&1 | grep -F winnow.service || true)
  if [[ -n "$said" ]]; then echo "$said" >&2; exit 1; fi
  systemd-analyze security --no-pager --offline=true --threshold="$2" "$folder/winnow.service" | tail -n 1 |
    sed "s|.*level for [^:]*|$1|"
}
check winnow.service "$limit"
for drop_in in systemd/examples/*.conf; do
  name=$(basename "$drop_in" .conf)
  # Appended, as systemd reads it: `security` takes one file and no drop-ins.
  cat systemd/winnow.service "$drop_in" | sed "s|/usr/bin/|$PWD/.build/release/|" > "$folder/winnow.service"
  check "winnow.service with $name" "${limits[$name]:-$limit}"
done
