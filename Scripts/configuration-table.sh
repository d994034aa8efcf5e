#!/usr/bin/env bash
# Writes the table of settings into docs/CONFIGURATION.md anew, by the command that was built.
set -euo pipefail
cd "$(dirname "$0")/.."

command=.build/debug/winnow
[ -x "$command" ] || command=.build/release/winnow
table=$(mktemp)
trap 'rm -f "$table"' EXIT
"$command" check-config --describe markdown > "$table"
python3 - "$table" <<'PYTHON'
import pathlib
import sys

page = pathlib.Path("docs/CONFIGURATION.md")
table = pathlib.Path(sys.argv[1]).read_text()
begin, end = "<!-- table -->\n\n", "<!-- end of table -->"
text = page.read_text()
head, rest = text.split(begin, 1)
page.write_text(head + begin + table + "\n" + end + rest.split(end, 1)[1])
PYTHON
