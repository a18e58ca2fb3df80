#!/usr/bin/env bash
# Takes the pictures for README and manual from the real window, on the sample
# office, at the size of a common office screen: docs/pictures/*.png.
#
#   ./scripts/pictures.sh               all pictures
#   ./scripts/pictures.sh workbench     those named (scripts/pictures.mjs lists them)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/setup.sh
source scripts/setup.sh

need_packages "what the window needs" "${WINDOW_PACKAGES[@]}"
need_packages "a display without a screen, and the window's driver" xvfb webkit2gtk-driver imagemagick optipng poppler-utils
need_rust
need_node
need_ui
say "Building the program"
cargo build --locked --workspace --bins </dev/null

work=$(mktemp -d)
started=()
finish() {
  local pid
  # SIGTERM, not SIGKILL: the driver takes the window with it only when asked.
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${started[@]}"; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap finish EXIT

mkfifo "$work/display"
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3>"$work/display" 2>"$work/xvfb.log" &
started+=($!)
read -r -t 20 display <"$work/display" || fail "the display did not start: $(<"$work/xvfb.log")"

port=$((20000 + RANDOM % 20000))
DISPLAY=:$display TAURI_WEBVIEW_AUTOMATION=true GDK_BACKEND=x11 LANG=C.UTF-8 \
  XDG_DATA_HOME=$work/home XDG_CONFIG_HOME=$work/home WEBKIT_DISABLE_DMABUF_RENDERER=1 \
  WebKitWebDriver --port="$port" &
# The window is the driver's child and ends with it.
started=($! "${started[@]}")

mkdir -p docs/pictures
say "Taking the pictures"
DISPLAY=:$display node scripts/pictures.mjs "http://127.0.0.1:$port" \
  "$(realpath "${CARGO_TARGET_DIR:-target}/debug/gongkai")" "$work/data" docs/pictures "$@"

if [[ $# -eq 0 ]]; then
  say "Drawing the pages of the sample report"
  cli=$(realpath "${CARGO_TARGET_DIR:-target}/debug/gongkai-cli")
  "$cli" --data "$work/data" report pdf --year 2018 --out "$work/report.pdf"
  pdftoppm -r 60 -l 4 -png "$work/report.pdf" docs/pictures/report-page
fi

# Sixty-four colours are enough for windows and black letters, and small in the repository.
# Those that are what they were stay as they are, whatever their bytes say of the moment.
for picture in docs/pictures/*.png; do
  [[ $(basename "$picture") != setup-* ]] || continue # taken by windows-pictures.sh
  mogrify +dither -colors 64 -define png:color-type=3 "$picture"
  if git show "HEAD:$picture" >"$work/before.png" 2>/dev/null &&
    compare -metric AE "$work/before.png" "$picture" null: 2>/dev/null; then
    cp "$work/before.png" "$picture"
  fi
done
optipng -quiet docs/pictures/*.png
