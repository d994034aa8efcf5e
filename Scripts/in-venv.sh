#!/usr/bin/env bash
# Runs a Python script with what a requirements file names, in a virtual environment of its own below .venv/.
#
# Usage: Scripts/in-venv.sh REQUIREMENTS SCRIPT [ARGUMENT…]
#
# Where the packages cannot be had (no network, no venv), the script is not run, and that is said.
set -euo pipefail
cd "$(dirname "$0")/.."
requirements=$1
shift
name=.venv/$(basename "$(dirname "$requirements")")
if ! { python3 -m venv "$name" && "$name/bin/pip" install --quiet --disable-pip-version-check -r "$requirements"; }; then
  echo "SKIPPED: the packages of $requirements cannot be installed"
  exit 0
fi
exec "$name/bin/python" "$@"
