#!/usr/bin/env bash
# Writes manual pages and completions out of the built commands.
#
# Usage: Scripts/write-manual.sh BINARIES FOLDER
#   BINARIES  the folder of winnow and winnowd
#   FOLDER    gets winnow.1, winnow.yaml.5 and winnowd.8, and for each command COMMAND.bash, _COMMAND and COMMAND.fish
#
# The pages bear the date of the last commit, so that the same sources give the same pages.
set -euo pipefail
cd "$(dirname "$0")/.."

binaries=$1 folder=$2
date=$(git log -1 --format=%cs 2>/dev/null || date -u +%F)
mkdir -p "$folder"
write() { Scripts/manual.py "$binaries/$1" "packaging/manual/$2.in" --date "$date" > "$folder/$2"; }
write winnow winnow.1
write winnowd winnow.yaml.5
write winnowd winnowd.8
for command in winnow winnowd; do
  # Completions are read by the shell, and no programs.
  "$binaries/$command" --generate-completion-script bash | sed '1{/^#!/d}' > "$folder/$command.bash"
  "$binaries/$command" --generate-completion-script zsh > "$folder/_$command"
  "$binaries/$command" --generate-completion-script fish > "$folder/$command.fish"
done
