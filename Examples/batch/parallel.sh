#!/usr/bin/env bash
# Extracts every file of pages below a folder with GNU parallel: a job for each file, as many at once as there are cores.
#
# Usage: Examples/batch/parallel.sh PAGES RECORDS
#   PAGES    a folder of *.jsonl.zst, a line a page as `winnow stream` reads them
#   RECORDS  a folder, made when it is not there: the records of each file, under its name
#
# Run again, it goes on: what is in RECORDS is whole, and parallel does only what is not. Over several machines, with a
# file system that all of them see: PARALLEL='--sshloginfile machines' (parallel(1)). WINNOW names the program.
set -euo pipefail
[[ $# -eq 2 ]] || { sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 64; }
pages=$1
export records=$2 winnow=${WINNOW:-winnow}
mkdir -p "$records"

extract() {
  local target=$records/${1##*/}
  [[ -e $target ]] && return
  local temporary=$target.$$.part status=0
  # 1 says that some pages failed: their records are there and say why.
  zstdcat "$1" | "$winnow" stream -j 1 2>/dev/null | zstd -q -o "$temporary" || status=$?
  if [[ $status -gt 1 ]]; then rm -f "$temporary"; return "$status"; fi
  mv "$temporary" "$target"
}
export -f extract
export SHELL=/bin/bash BASH_ENV=
find "$pages" -name '*.jsonl.zst' -print0 | sort -z | parallel --null --halt soon,fail=1 'set -o pipefail; extract {}'
