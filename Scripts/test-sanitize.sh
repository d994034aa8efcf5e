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
# A worker whose page makes it crash ends by a signal, as without a sanitizer, and not by a status of its own.
export ASAN_OPTIONS=detect_leaks=0:abort_on_error=1 SWIFT_BACKTRACE=enable=no
build=(--scratch-path ".build-$sanitizer")
tests=()
case "$sanitizer" in
  address)
    build+=(--sanitize=address)
    # A worker with this sanitizer is not confined, for it maps terabytes (CWorker/confine.c): what holds by that
    # is tried without it.
    tests+=(--skip IsolationTests/memoryLimitBinds --skip IsolationTests/workerMayNot)
    ;;
  undefined) build+=(-Xcc -fsanitize=undefined -Xcc -fsanitize-trap=undefined) ;;
  *) echo "test-sanitize: address or undefined, not $sanitizer" >&2; exit 64 ;;
esac
${SWIFT:-swift} build --build-tests "${build[@]}"
${SWIFT:-swift} test --skip-build "${build[@]}" "${tests[@]}"
