#!/usr/bin/env bash
# Feeds made-up inputs to the readers of the project, with address sanitizer, until something breaks.
#
# Usage: Tests/Fuzz/run.sh [SECONDS [TARGET…]]
#   SECONDS  how long each target runs (600)
#   TARGET   page, container, reader, stream, packed or settings (all of them)
#
# What breaks is left in .build-fuzz/findings/TARGET; the inputs that were kept, in .build-fuzz/corpus/TARGET.
# The build takes some minutes the first time. Runs on one core.
set -euo pipefail
cd "$(dirname "$0")/../.."

seconds=${1:-600}
shift || true
targets=("$@")
[[ ${#targets[@]} -gt 0 ]] || targets=(page container reader stream packed settings)

scratch=.build-fuzz
flags=(-Xswiftc -sanitize=fuzzer,address -Xswiftc -enable-testing
  -Xcc -fsanitize=fuzzer-no-link -Xcc -fsanitize=address)
export WINNOW_FUZZ=1
${SWIFT:-swift} build --scratch-path "$scratch" -c release --product FuzzTargets "${flags[@]}"
library=$(${SWIFT:-swift} build --scratch-path "$scratch" -c release --show-bin-path)/libFuzzTargets.a
# gold would warn of every function of the sanitizer.
swiftc -parse-as-library -sanitize=fuzzer,address -use-ld=lld Tests/Fuzz/Link.swift -module-name Link \
  -Xlinker --whole-archive "$library" -Xlinker --no-whole-archive \
  -lxml2 -lzstd -lz -lstdc++ -o "$scratch/fuzz"

# Names of functions take minutes to look up while nobody reads them: llvm-symbolizer does it afterwards.
export ASAN_OPTIONS=symbolize=0:detect_leaks=0:allocator_may_return_null=1 SWIFT_BACKTRACE=enable=no
failures=0
for target in "${targets[@]}"; do
  corpus=$scratch/corpus/$target findings=$scratch/findings/$target
  mkdir -p "$corpus" "$findings"
  Tests/Fuzz/seeds.py "$target" "$corpus"
  case $target in page | reader) words=html ;; *) words=data ;; esac
  printf '\n== %s for %d s\n' "$target" "$seconds"
  WINNOW_FUZZ_TARGET=$target "$scratch/fuzz" "$corpus" -dict=Tests/Fuzz/$words.dict \
    -artifact_prefix="$findings/" -max_total_time="$seconds" -max_len=32768 -timeout=10 \
    -rss_limit_mb=3000 -malloc_limit_mb=1024 -print_final_stats=1 -verbosity=1 -reload=0 \
    >"$scratch/$target.log" 2>&1 || failures=$((failures + 1))
  grep -E '^(stat::|SUMMARY|artifact_prefix|Done)' "$scratch/$target.log" || true
done
[[ $failures -eq 0 ]] || { echo "fuzz: $failures targets broke; see $scratch/findings" >&2; exit 1; }
