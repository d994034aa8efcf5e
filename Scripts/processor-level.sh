#!/bin/sh
# Print the level that programs may be built for which are used on this machine: x86-64-v3 where its processor has AVX2,
# BMI2 and what else belongs to it (the levels of the x86-64 psABI), and nothing elsewhere.
set -eu

[ "$(uname -m)" = x86_64 ] || exit 0
flags=" $(sed -n 's/^flags[[:space:]]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1) "
# `abm` is the kernel's name for LZCNT.
for feature in avx avx2 bmi1 bmi2 f16c fma abm movbe popcnt sse4_2 ssse3; do
  case "$flags" in *" $feature "*) ;; *) exit 0 ;; esac
done
echo x86-64-v3
