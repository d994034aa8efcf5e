#!/usr/bin/env bash
# Installs what a build of Winnow needs from Debian or Ubuntu, and only what is missing.
#
# Usage: Scripts/setup-debian.sh [--with-ci | --with-deb | --with-systemd-test]
#   --with-ci            also what the checks of .ci/run need: systemd-analyze, mandoc, chromium, its driver, promtool,
#                        jq, parallel
#   --with-deb           also what building a Debian package needs
#   --with-systemd-test  also what starts a Debian of its own in a folder
#
# Swift itself is not in Debian; the script says where to get it when it is absent.
set -euo pipefail

say() { printf 'setup: %s\n' "$*"; }
stop() { printf 'setup: %s\n' "$*" >&2; exit 1; }

# Package and the file, command or Python module that shows it is there; a path holds a slash.
needs=(
  "libxml2-dev /usr/include/libxml2/libxml/HTMLparser.h"
  "libzstd-dev /usr/include/zstd.h"
  "zlib1g-dev /usr/include/zlib.h"
  "pkg-config pkg-config"
  "g++ /usr/include/c++"
  "zstd zstdcat"
  "python3 python3"
  "git git"
)
if [[ "${1:-}" == "--with-ci" ]]; then
  needs+=("systemd systemd-analyze" "chromium chromium" "chromium-driver chromedriver" "mandoc mandoc" "python3-venv python:ensurepip"
    "prometheus promtool" "jq jq" "parallel parallel")
elif [[ "${1:-}" == "--with-deb" ]]; then
  needs+=("debhelper dh" "dpkg-dev dpkg-buildpackage" "chrpath chrpath" "lintian lintian" "fakeroot fakeroot")
elif [[ "${1:-}" == "--with-systemd-test" ]]; then
  needs+=("debootstrap debootstrap" "systemd-container systemd-nspawn" "util-linux nsenter")
elif [[ $# -gt 0 ]]; then
  stop "unknown option $1"
fi

is_there() {
  case "$1" in
    */*) [[ -e "$1" ]] ;;
    python:*) python3 -c "import ${1#python:}" >/dev/null 2>&1 ;;
    *) command -v "$1" >/dev/null 2>&1 ;;
  esac
}

missing=()
for need in "${needs[@]}"; do
  read -r package witness <<<"$need"
  is_there "$witness" || missing+=("$package")
done

if [[ ${#missing[@]} -gt 0 ]]; then
  command -v apt-get >/dev/null 2>&1 || stop "this is not Debian or Ubuntu. Install by hand what \
these packages hold, then run the command again: ${missing[*]}"
  as_root=()
  if [[ $(id -u) -ne 0 ]]; then
    command -v sudo >/dev/null 2>&1 || stop "as root, run: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  say "installing ${missing[*]}"
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi

command -v swift >/dev/null 2>&1 || stop "there is no swift on the PATH. Get Swift 6.2 or later from \
https://www.swift.org/install/linux/ and run the command again."
version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+\.[0-9]+).*/\1/p' | head -n 1)
if [[ "$(printf '%s\n' 6.2 "$version" | sort -V | head -n 1)" != 6.2 ]]; then
  stop "swift $version is too old: Package.swift asks for 6.2 or later."
fi
say "ready: swift $version, $(xml2-config --version 2>/dev/null | sed 's/^/libxml2 /')"
