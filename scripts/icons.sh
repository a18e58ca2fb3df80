#!/usr/bin/env bash
# Makes every icon file from the two drawings in icons/: icon.svg, and
# icon-small.svg for sizes where icon.svg would blur (32 px and less).
# The results are committed; run this after changing a drawing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/setup.sh
source scripts/setup.sh
need_packages "drawing tools" librsvg2-bin icoutils icnsutils

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

draw() { # draw SIZE: $work/SIZE.png, the right drawing for that size
  local from=icons/icon.svg
  if (($1 <= 32)); then from=icons/icon-small.svg; fi
  rsvg-convert --width "$1" --height "$1" "$from" --output "$work/$1.png"
}
for size in 16 20 24 32 40 48 64 128 256 512 1024; do draw "$size"; done

cp "$work/32.png" icons/32x32.png
cp "$work/128.png" icons/128x128.png
cp "$work/256.png" icons/128x128@2x.png
cp "$work/512.png" icons/icon.png

# 256 px goes in as PNG, the smaller ones as bitmaps: what Windows 7 to 11 all read.
icotool --create --output icons/icon.ico \
  "$work"/{16,20,24,32,40,48,64}.png --raw="$work/256.png"
png2icns icons/icon.icns "$work"/{16,32,128,256,512,1024}.png >/dev/null

say "Icons made: $(cd icons && echo *.png *.ico *.icns)"
