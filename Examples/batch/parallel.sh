#!/usr/bin/env bash
# Extracts every file of pages below a folder with GNU parallel: a job for each file, as many at once as there are cores.
#
# Usage: Examples/batch/parallel.sh PAGES RECORDS
#   PAGES    a folder of *.jsonl.zst, a line a page as `winnow stream` reads them
#   RECORDS  a folder, made when it is not there: the records of each file, under its name and in its folder
#
# Run again, it goes on: what is in RECORDS is whole, and parallel does only what is not. A file that cannot be read to its
# end has no records, and the exit status says how many such there are. WINNOW names the program.
set -euo pipefail
[[ $# -eq 2 ]] || { sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 64; }
export pages=${1%/} records=$2 winnow=${WINNOW:-winnow}
mkdir -p "$records"

extract() {
  local target=$records/${1#"$pages"/}
  [[ -e $target ]] && return
  mkdir -p "${target%/*}" || return
  local temporary=$target.$$.part
  zstdcat "$1" | "$winnow" stream -j 1 2>/dev/null | zstd -q -f -o "$temporary"
  local read=${PIPESTATUS[0]} extracted=${PIPESTATUS[1]} written=${PIPESTATUS[2]}
  # 1 from winnow, and from it alone, says that some pages failed: their records are there and say why.
  if [[ $read -ne 0 || $extracted -gt 1 || $written -ne 0 ]]; then
    echo "$1 is left out: zstdcat, winnow and zstd ended with $read, $extracted and $written" >&2
    rm -f "$temporary"
    return 1
  fi
  mv "$temporary" "$target"
}
export -f extract
export SHELL=/bin/bash BASH_ENV=
# One file that is cut short does not stop the others.
find "$pages" -name '*.jsonl.zst' -print0 | sort -z | parallel --null 'extract {}'
