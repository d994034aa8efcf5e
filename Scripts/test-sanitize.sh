#!/usr/bin/env bash
# Runs all tests in a build of their own with a sanitizer, which stops at the first thing that is not allowed.
#
# Usage: Scripts/test-sanitize.sh address|undefined
set -euo pipefail
cd "$(dirname "$0")/.."

sanitizer=$1
# Swift keeps some objects for the life of the process, which would count as leaks.
export ASAN_OPTIONS=detect_leaks=0 UBSAN_OPTIONS=halt_on_error=1 SWIFT_BACKTRACE=enable=no
build=(--sanitize="$sanitizer" --scratch-path ".build-$sanitizer")
${SWIFT:-swift} build --build-tests "${build[@]}"
${SWIFT:-swift} test --skip-build "${build[@]}"
