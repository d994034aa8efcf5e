#!/usr/bin/env bash
# Has peers read the pages of Corpus/, and of wcxb-dev where it is, and compares Winnow with them.
#
# `make bench-peer-quality` makes the virtual environment and calls this. Predictions are kept in .build/peers. On Corpus/
# only pages that no fit saw count; wcxb-dev is what the model was fitted on, so that Winnow reads it there by its rules
# alone (its figures out of fold are in Sources/CModel/model.json). The status of `winnow bench` is 1 where a peer is better.
set -euo pipefail
cd "$(dirname "$0")/.."

peers=(trafilatura resiliparse justext readability)
corpora=${WINNOW_CORPORA:-../shared/corpora}
mkdir -p .build/peers

compare() { # NAME FOLDER OPTION...
  local name=$1 folder=$2 peer against=()
  shift 2
  for peer in "${peers[@]}"; do
    .venv/bin/python Scripts/peer-predictions.py "$peer" "$folder" > ".build/peers/$peer-$name.jsonl"
    against+=(--against ".build/peers/$peer-$name.jsonl")
  done
  .build/release/winnow bench "$folder" --no-floors "$@" "${against[@]}" || echo "A peer is better in a figure above."
}

compare corpus Corpus --held-out
if [[ -d $corpora/wcxb-dev ]]; then
  compare wcxb "$corpora/wcxb-dev" --rules
else
  echo "SKIPPED: wcxb-dev is not there (WINNOW_CORPORA names the folder it is in)"
fi
