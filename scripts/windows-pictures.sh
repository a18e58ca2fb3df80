#!/usr/bin/env bash
# Takes the manual's pictures of the setup for Windows, under wine: docs/pictures/setup-*.png.
# Wants dist/公开年报-VERSION-setup.exe from package-windows.sh, and time: its waits are for a busy machine.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/setup.sh
source scripts/setup.sh
# shellcheck source=scripts/windows.sh
source scripts/windows.sh

need_packages "what tries Windows programs" "${WINE_PACKAGES[@]}" gcc-mingw-w64-x86-64 locales
need_packages "what takes pictures" openbox xdotool imagemagick optipng
setup=$PWD/dist/公开年报-$(version_of_program)-setup.exe
[[ -f $setup ]] || fail "there is no setup in dist/." "Run ./scripts/package-windows.sh first."

# Wine's own buttons are in Chinese only under a Chinese locale.
as_root localedef -i zh_CN -f UTF-8 zh_CN.UTF-8 2>/dev/null || true
export LC_ALL=zh_CN.UTF-8 LANG=zh_CN.UTF-8
work=$(mktemp -d)
trap 'stop_wine; rm -rf "$work"' EXIT
start_wine
user=$WINEPREFIX/drive_c/users/$(whoami)
installed=$user/AppData/Local/Programs/gongkai

# The windows get their frames from openbox: wine's own show placeholders for their buttons.
openbox >/dev/null 2>&1 &

inside() { # inside PROGRAM ARGUMENT...
  wine "$@" >/dev/null 2>&1 &
}
picture() { # picture NAME SECONDS: the window on the white display, once it has had time to come up
  sleep "$2"
  import -window root "$work/$1.png"
  convert "$work/$1.png" -trim +repage -bordercolor white -border 6 \
    +dither -colors 128 -define png:color-type=3 "docs/pictures/$1.png"
  optipng -quiet "docs/pictures/$1.png"
}

# The setup as on a PC with WebView2, where nothing is missing.
wine reg add 'HKCU\Software\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}' /v pv /d 131.0.2903.86 /f /reg:32 >/dev/null 2>&1
inside "$(winepath -w "$setup")"
picture setup-welcome 20
xdotool key Return
picture setup-folder 5
xdotool key Return
picture setup-finish 30 # it comes by itself when the files are there
wineserver -k
sleep 1

say "Records, for the uninstaller to keep"
rm -f "$user/Desktop/政府信息公开年报.lnk" # it would stand in the picture
wine "$installed/gongkai-cli.exe" demo >/dev/null
inside "$(winepath -w "$installed/uninstall.exe")" "_?=$(winepath -w "$installed")"
picture setup-uninstall 15
wineserver -k
sleep 1
inside "$(winepath -w "$installed/gongkai.exe")"
picture setup-webview 20
say "Taken: $(cd docs/pictures && echo setup-*.png)"
