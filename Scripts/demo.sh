#!/usr/bin/env bash
# Shows the daemon at work: pages are dropped into a watched folder, records come out.
#
# Everything happens in a temporary folder, which is removed at the end. Needs a release build.
set -euo pipefail
cd "$(dirname "$0")/.."

daemon=.build/release/winnowd
[[ -x "$daemon" ]] || { echo "demo: run 'make build' first" >&2; exit 1; }

samples=(
  "news--stock-ticker-before-article Corpus/pages/news--stock-ticker-before-article/source.html"
  "news--teasers-like-prose Corpus/pages/news--teasers-like-prose/source.html"
  "news--korean-euckr Corpus/pages/news--korean-euckr/source.html"
  "forum--phpbb-thread Corpus/pages/forum--phpbb-thread/source.html"
  "dump--ticker-and-double-captions Corpus/texts/dump--ticker-and-double-captions.txt"
  "dump--agency-teasers-like-prose Corpus/texts/dump--agency-teasers-like-prose.txt"
)
# How long to wait for the records, in tenths of a second.
patience=600

bold="" dim="" plain=""
if [[ -t 1 && "${TERM:-dumb}" != dumb && -z "${NO_COLOR:-}" ]]; then
  bold=$'\e[1m' dim=$'\e[2m' plain=$'\e[0m'
fi
say() { printf '%s%s%s\n' "$bold" "$*" "$plain"; }

folder=$(mktemp -d)
process=""
finish() {
  if [[ -n "$process" ]]; then
    kill -KILL "$process" 2>/dev/null || true
    wait "$process" 2>/dev/null || true
  fi
  rm -rf "$folder"
}
trap finish EXIT
mkdir "$folder/inbox" "$folder/outbox"

say "1. winnowd watches a folder"
echo "   winnowd --inbox inbox --outbox outbox"
"$daemon" --inbox "$folder/inbox" --outbox "$folder/outbox" 2>"$folder/log" &
process=$!

say "2. ${#samples[@]} saved pages and text dumps are dropped into it"
for sample in "${samples[@]}"; do
  read -r name path <<<"$sample"
  cp "$path" "$folder/inbox/$name.${path##*.}"
  printf '   %s%s%s\n' "$dim" "$name" "$plain"
done

records() { find "$folder/outbox" -maxdepth 1 -name '*.json.zst' ! -name '.*' | wc -l; }
for ((waited = 0; waited < patience; waited++)); do
  [[ $(records) -ge ${#samples[@]} ]] && break
  if ! kill -0 "$process" 2>/dev/null; then break; fi
  sleep 0.1
done
if [[ $(records) -lt ${#samples[@]} ]]; then
  echo "demo: only $(records) of ${#samples[@]} records came; the daemon said:" >&2
  cat "$folder/log" >&2
  exit 1
fi

say "3. A record for each lies in the outbox, as one zstd frame"
(cd "$folder/outbox" && find . -maxdepth 1 -name '*.json.zst' -printf '   %7s bytes  %f\n' | sort -k3)

say "4. What is in them"
for record in "$folder"/outbox/*.json.zst; do
  printf '\n   %s%s%s\n' "$dim" "zstdcat outbox/$(basename "$record")" "$plain"
  zstdcat "$record" | Scripts/show-record.py
done

printf '\n'
say "5. SIGTERM ends the daemon"
kill -TERM "$process"
code=0
wait "$process" || code=$?
process=""
failed=$(find "$folder/inbox/failed" -type f -name '*.error.json' 2>/dev/null | wc -l)
printf '   exit code %d; inputs now in inbox/done: %d, in inbox/failed: %d\n' "$code" \
  "$(find "$folder/inbox/done" -type f 2>/dev/null | wc -l)" "$failed"
[[ "$failed" -eq 0 ]] || exit 1
exit "$code"
