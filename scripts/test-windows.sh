#!/usr/bin/env bash
# Tries the Windows build under wine: the tests that need no window as Windows programs, the front end's by a
# Node.js for Windows, the terminal program's story with its PDF held against the one made here, and the setup:
# install, upgrade, refuse, uninstall.
#
#   ./scripts/test-windows.sh                everything
#   ./scripts/test-windows.sh cli setup      only these parts: ui, tests, cli, setup
#
# ./scripts/package-windows.sh comes first for the last two; it is called where dist/ holds no setup.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/setup.sh
source scripts/setup.sh
# shellcheck source=scripts/windows.sh
source scripts/windows.sh

parts=("$@")
[[ ${#parts[@]} -gt 0 ]] || parts=(ui tests cli setup)
for part in "${parts[@]}"; do
  [[ $part =~ ^(ui|tests|cli|setup)$ ]] || fail "unknown part: $part" "There are: ui, tests, cli, setup."
done
wanted() { [[ " ${parts[*]} " == *" $1 "* ]]; }
export LC_ALL=C.UTF-8 TZ=UTC

need_windows_tools
need_packages "what tries Windows programs" "${WINE_PACKAGES[@]}"
version=$(version_of_program)
setup=$PWD/dist/公开年报-$version-setup.exe
if { wanted cli || wanted setup; } && [[ ! -f $setup ]]; then ./scripts/package-windows.sh; fi

work=$(mktemp -d)
finish() {
  stop_wine
  rm -rf "$work"
}
trap finish EXIT
say "Starting a fresh wine"
start_wine

for part in ui tests cli setup; do
  wanted "$part" || continue
  # shellcheck disable=SC1090
  source "scripts/package/try-$part.sh"
done
say "All of it is good: ${parts[*]}"
