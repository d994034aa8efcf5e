#!/usr/bin/env bash
# Runs all tests in a build of their own with a sanitizer, which stops at the first thing that is not allowed.
#
# Usage: Scripts/test-sanitize.sh address|undefined
#
# `undefined` is of the parts in C: Swift has no such sanitizer on Linux and traps by itself. It ends a test
# process by a trap instruction (signal 4).
set -euo pipefail
cd "$(dirname "$0")/.."

sanitizer=$1
# Swift keeps some objects for the life of the process, which would count as leaks.
export ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no
build=(--scratch-path ".build-$sanitizer")
case "$sanitizer" in
  address) build+=(--sanitize=address) ;;
  undefined) build+=(-Xcc -fsanitize=undefined -Xcc -fsanitize-trap=undefined) ;;
  *) echo "test-sanitize: address or undefined, not $sanitizer" >&2; exit 64 ;;
esac
${SWIFT:-swift} build --build-tests "${build[@]}"
${SWIFT:-swift} test --skip-build "${build[@]}"
