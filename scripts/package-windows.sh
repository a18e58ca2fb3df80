#!/usr/bin/env bash
# Builds the program for Windows on Debian and leaves in dist/:
#   公开年报-VERSION-setup.exe      per user, without administrator rights
#   公开年报-VERSION-portable.zip   to be unpacked on a stick, with its data beside it
#   公开年报-VERSION-sbom.json      what it is made of (CycloneDX)
#   SHA256SUMS
#
#   ./scripts/package-windows.sh
#   ./scripts/package-windows.sh --no-build   packs what is built already
#
# Where SIGN_COMMAND names a program, it is run with each .exe before it is packed and with the setup at the end;
# docs/packaging.md says how. The first build takes a quarter of an hour or more on two cores.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/setup.sh
source scripts/setup.sh
# shellcheck source=scripts/windows.sh
source scripts/windows.sh

build=yes
case ${1:-} in
'') ;;
--no-build) build= ;;
-h | --help)
  sed -n '2,12s/^# \{0,1\}//p' scripts/package-windows.sh
  exit 0
  ;;
*) fail "unknown argument: $1" "Use ./scripts/package-windows.sh [--no-build]." ;;
esac
export LC_ALL=C.UTF-8 TZ=UTC

need_windows_tools
need_packages "the maker of setup files" nsis p7zip-full librsvg2-bin imagemagick
need_node
need_ui_packages
say "Listing the parts and their licences"
node scripts/licences.mjs
version=$(version_of_program)
name=公开年报-$version
if [[ -n $build ]]; then
  need_ui
  say "Building $version for Windows (the first time takes a quarter of an hour or more)"
  windows_cargo build --release --package gongkai --package gongkai-cli --bins
fi

sign() { # sign FILE: the hook for whoever has a certificate
  [[ -z ${SIGN_COMMAND:-} ]] || "$SIGN_COMMAND" "$1" || fail "$SIGN_COMMAND did not sign $1."
}

stage=target/package/windows
rm -rf "$stage"
mkdir -p "$stage/fonts" dist
cp "$WINDOWS_BUILT/release/gongkai.exe" "$WINDOWS_BUILT/release/gongkai-cli.exe" "$stage/"
cp "$WINDOWS_BUILT/release/WebView2Loader.dll" "$stage/"
cp src-tauri/fonts/*.ttf src-tauri/fonts/*.otf src-tauri/fonts/*.txt "$stage/fonts/"
node scripts/licences.mjs --texts "$stage/第三方许可.txt"
sign "$stage/gongkai.exe"
sign "$stage/gongkai-cli.exe"

# The last commit's moment on every file, so that the same sources make the same package.
moment=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH=$moment
find "$stage" -exec touch -d "@$moment" {} +

say "Making the setup"
make_setup "$version" "$PWD/$stage" "$PWD/dist/$name-setup.exe"
sign "dist/$name-setup.exe"

say "Making the portable folder"
# Without the version: a new one unpacked at the same place goes over the old one, and finds its records.
carried=公开年报
folder=target/package/$carried
rm -rf "$folder"
cp -r "$stage" "$folder"
cp scripts/package/portable.txt "$folder/portable"
find "$folder" -exec touch -d "@$moment" {} +
rm -f "dist/$name-portable.zip"
# In a fixed order, and with the mark for UTF-8 names, without which Windows shows Chinese ones garbled.
(
  cd target/package
  find "$carried" -type f | LC_ALL=C sort >portable.list
  7z a -tzip -mcu=on -mx=9 -bso0 -scsUTF-8 -spf2 "$OLDPWD/dist/$name-portable.zip" @portable.list
)

say "Listing what it is made of"
node scripts/sbom.mjs >"dist/$name-sbom.json"
(cd dist && sha256sum "$name-setup.exe" "$name-portable.zip" "$name-sbom.json" >SHA256SUMS)

size=$(stat -c %s "dist/$name-setup.exe")
((size < 25 * 1024 * 1024)) || fail "the setup is $((size / 1024 / 1024)) MB; it may be 25." "See docs/packaging.md on what takes the room."
say "In dist/:"
(cd dist && ls -l "$name"-* SHA256SUMS | awk '{ printf "    %s  %.1f MB\n", $NF, $5 / 1048576 }')
