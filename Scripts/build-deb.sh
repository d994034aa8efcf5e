#!/usr/bin/env bash
# Builds a Debian package of the release build in .build-deb/ and checks it with lintian.
#
# The version is that of the program, with the number of commits after it until the first release.
set -euo pipefail
cd "$(dirname "$0")/.."
source=$PWD

if grep -q 'built for processors with AVX2' .build/release/winnow .build/release/winnowd; then
  echo "the programs are not built for every x86-64: run 'make deb'" >&2
  exit 1
fi
Scripts/setup-debian.sh --with-deb
version=$(.build/release/winnow --version)
commits=$(git rev-list --count HEAD 2>/dev/null || echo 0)
epoch=$(git log -1 --format=%ct 2>/dev/null || date +%s)
export SOURCE_DATE_EPOCH=$epoch WINNOW_SOURCE=$source

tree=.build-deb/winnow
rm -rf .build-deb
mkdir -p "$tree"
cp -r packaging/debian "$tree/debian"
cp systemd/winnow.sysusers systemd/winnow.tmpfiles "$tree/debian/"
cat > "$tree/debian/changelog" <<END
winnow ($version~$commits) unstable; urgency=medium

  * Built from the sources; what changed is in CHANGELOG.md of these.

 -- Winnow maintainers <maintainers@winnow.example.org>  $(date -u -R -d "@$epoch")
END
(cd "$tree" && dpkg-buildpackage --build=binary --no-sign --no-check-builddeps)
package=$(ls .build-deb/winnow_*.deb)
# Warnings are shown, errors end the build.
lintian --fail-on error --info --tag-display-limit 0 "$package"
printf '\n%s\n' "$package: $(du -h "$package" | cut -f1), unpacked $(dpkg-deb --field "$package" Installed-Size) KiB"
