#!/usr/bin/env bash
# Builds the program for Debian-like systems and leaves dist/gongkai_VERSION_ARCH.deb.
#
#   ./scripts/package-linux.sh                 for amd64, or what this machine is
#   ./scripts/package-linux.sh --arch arm64    for arm64, with Debian's cross compiler
#   ./scripts/package-linux.sh --no-build      packs what is built already
#
# docs/packaging.md says what the package holds and on which systems it installs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/setup.sh
source scripts/setup.sh
# shellcheck source=scripts/windows.sh
source scripts/windows.sh # for the version

here=$(dpkg --print-architecture)
arch=$here
build=yes
while (($#)); do
  case $1 in
  --arch)
    [[ ${2:-} == amd64 || ${2:-} == arm64 ]] || fail "--arch takes amd64 or arm64."
    arch=$2
    shift
    ;;
  --no-build) build= ;;
  -h | --help)
    sed -n '2,8s/^# \{0,1\}//p' scripts/package-linux.sh
    exit 0
    ;;
  *) fail "unknown argument: $1" "Use ./scripts/package-linux.sh [--arch arm64] [--no-build]." ;;
  esac
  shift
done
export LC_ALL=C.UTF-8 TZ=UTC

need_packages "what the window needs" "${WINDOW_PACKAGES[@]}"
need_packages "what makes a package" dpkg-dev fakeroot
need_node
need_ui_packages
say "Listing the parts and their licences"
need_rust
node scripts/licences.mjs
[[ -z $build ]] || need_ui

version=$(version_of_program)
registry=${CARGO_HOME:-$HOME/.cargo}/registry/src
export RUSTFLAGS="--remap-path-prefix=$PWD=. --remap-path-prefix=$registry=crates"
if [[ $arch == "$here" ]]; then
  export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-target/linux}
  built=$CARGO_TARGET_DIR/release
  if [[ -n $build ]]; then
    say "Building $version for $arch"
    cargo build --locked --release --package gongkai --package gongkai-cli --bins </dev/null
  fi
else
  [[ $arch == arm64 ]] || fail "only arm64 is built across, on amd64." "Run the script on a machine of $arch."
  # shellcheck source=scripts/package/arm64.sh
  source scripts/package/arm64.sh
  build_for_arm64
fi

root=target/package/deb-$arch
rm -rf "$root"
mkdir -p "$root"/DEBIAN "$root"/usr/{bin,lib/gongkai/fonts,share/applications,share/mime/packages,share/doc/gongkai} dist
install -m 755 "$built/gongkai" "$built/gongkai-cli" "$root/usr/bin/"
install -m 644 src-tauri/fonts/*.{ttf,otf,txt} "$root/usr/lib/gongkai/fonts/"
install -m 644 scripts/package/gongkai.desktop "$root/usr/share/applications/"
install -m 644 scripts/package/gongkai-mime.xml "$root/usr/share/mime/packages/gongkai.xml"
install -m 644 scripts/package/copyright LICENSE "$root/usr/share/doc/gongkai/"
node scripts/licences.mjs --texts "$root/usr/share/doc/gongkai/第三方许可.txt"
gzip -9nc CHANGELOG.md >"$root/usr/share/doc/gongkai/changelog.gz"
icon() { # icon SIZE FILE
  install -D -m 644 "icons/$2" "$root/usr/share/icons/hicolor/$1x$1/apps/gongkai.png"
}
icon 32 32x32.png
icon 128 128x128.png
icon 256 "128x128@2x.png"
icon 512 icon.png
install -D -m 644 icons/icon.svg "$root/usr/share/icons/hicolor/scalable/apps/gongkai.svg"

say "Finding out what it depends on"
# dpkg-shlibdeps wants to stand in a source package.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/debian"
printf 'Source: gongkai\n\nPackage: gongkai\nArchitecture: any\n' >"$work/debian/control"
programs=$(realpath "$root"/usr/bin/*)
# shellcheck disable=SC2086  # one word per program
depends=$(cd "$work" && DEB_HOST_ARCH=$arch dpkg-shlibdeps -O --ignore-missing-info $programs 2>"$work/said" |
  sed -n 's/^shlibs:Depends=//p') || { cat "$work/said" >&2; fail "dpkg-shlibdeps failed."; }
[[ -n $depends ]] || fail "dpkg-shlibdeps found no dependencies." "Its messages: $(<"$work/said")"

cat >"$root/DEBIAN/control" <<CONTROL
Package: gongkai
Version: $version
Architecture: $arch
Maintainer: The authors of gongkai <gongkai@localhost>
Installed-Size: $(du -sk --apparent-size "$root/usr" | cut -f1)
Depends: $depends, fonts-noto-cjk | fonts-wqy-microhei | fonts-wqy-zenhei
Recommends: cups-client
Section: misc
Priority: optional
Description: disclosure records and annual report of a township office
 政府信息公开年报：平时登记政府信息公开台账，年底按国务院办公厅的格式生成年度报告，
 按 GB/T 9704—2012 排版成 PDF。不联网，数据只保存在本机。
 .
 Keeps the records of government information disclosure and makes the annual
 report out of them, laid out as an official document. Works without a network.
CONTROL
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum >DEBIAN/md5sums)

moment=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH=$moment
find "$root" -exec touch -h -d "@$moment" {} +
chmod -R u=rwX,go=rX "$root"
say "Making the package"
dpkg-deb --root-owner-group -Zxz --build "$root" "dist/gongkai_${version}_$arch.deb" >/dev/null
(cd dist && sha256sum "gongkai_${version}_$arch.deb" >"gongkai_${version}_$arch.deb.sha256")
say "In dist/: gongkai_${version}_$arch.deb, $(stat -c %s "dist/gongkai_${version}_$arch.deb" | awk '{ printf "%.1f MB", $1 / 1048576 }')"
