#!/usr/bin/env bash
# What package-windows.sh and test-windows.sh share: the cross compiler from Debian, and the build. Sourced after
# setup.sh.
#
# Debian's rustc-web builds for Windows with Debian's mingw. The standard library for Windows is not packaged: it
# is built from rust-web-src of the same version, which a stable compiler does when RUSTC_BOOTSTRAP is set.

WINDOWS_PACKAGES=(
  rustc-web cargo-web rust-web-src gcc libc6-dev
  gcc-mingw-w64-x86-64 g++-mingw-w64-x86-64 binutils-mingw-w64-x86-64 mingw-w64-x86-64-dev
)
WINDOWS_TARGET=x86_64-pc-windows-gnu
WINDOWS_DIR=${WINDOWS_TARGET_DIR:-target/windows}
WINDOWS_BUILT=$WINDOWS_DIR/$WINDOWS_TARGET

# windows_cargo SUBCOMMAND ARGUMENT...: cargo for Windows, with Debian's compiler ahead of any other.
windows_cargo() {
  local command=$1
  shift
  # Paths of the building machine do not belong into what is shipped, nor into messages.
  local registry=${CARGO_HOME:-$HOME/.cargo}/registry/src
  PATH=/usr/bin:$PATH RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=$WINDOWS_DIR \
    RUSTFLAGS="--remap-path-prefix=$PWD=. --remap-path-prefix=$registry=crates --remap-path-prefix=/usr/lib/rustlib/src/rust=rust" \
    cargo "$command" --locked -Zbuild-std=std,panic_unwind --target "$WINDOWS_TARGET" "$@" </dev/null
}

# need_windows_tools: the compiler, or a sentence.
need_windows_tools() {
  need_packages "the compiler for Windows" "${WINDOWS_PACKAGES[@]}"
  [[ -d /usr/lib/rustlib/src/rust/library ]] ||
    fail "the sources of Rust's standard library are not in /usr/lib/rustlib/src/rust." \
      "They come with Debian's package rust-web-src, of the same version as rustc-web."
}

# version_of_program: from Cargo.toml, the one place where it is written.
version_of_program() {
  sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"/\1/p' Cargo.toml
}

# make_setup VERSION STAGE OUT: the setup file from a staged folder.
make_setup() {
  local work=target/package/setup
  mkdir -p "$work"
  rsvg-convert --width 164 --height 314 scripts/package/side.svg --output "$work/side.png"
  convert "$work/side.png" -type TrueColor "BMP3:$work/side.bmp"
  node scripts/package/files.mjs "$2" >"$work/files.nsh"
  makensis -V2 -INPUTCHARSET UTF8 "-DVERSION=$1" "-DSTAGE=$2" "-DFILES=$PWD/$work/files.nsh" \
    "-DSIZE_KB=$(du -sk --apparent-size "$2" | cut -f1)" "-DICON=$PWD/icons/icon.ico" "-DSIDE=$PWD/$work/side.bmp" \
    "-DOUT=$3" scripts/package/setup.nsi
}

# start_wine: a fresh wine of our own in target/wine, on a display of its own, in simplified Chinese.
WINE_PACKAGES=(wine wine64 fonts-wine xvfb xauth fonts-noto-cjk)
start_wine() {
  export WINEPREFIX=${WINE_FOLDER:-$PWD/target/wine} WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml="
  rm -rf "$WINEPREFIX"
  mkdir -p "$WINEPREFIX"
  local pipe=$WINEPREFIX/display
  mkfifo "$pipe"
  Xvfb -displayfd 3 -screen 0 1366x768x24 -wr -nolisten tcp 3>"$pipe" 2>/dev/null &
  wine_display=$!
  local number
  read -r -t 20 number <"$pipe" || fail "the display did not start."
  export DISPLAY=:$number
  quietly wineboot --init || true # it complains of 32-bit programs, which there are none of
  # A desktop and documents of its own: wine's are the home of whoever runs this.
  local link
  for link in "$WINEPREFIX"/drive_c/users/*/*; do
    if [[ -L $link ]]; then rm "$link" && mkdir "$link"; fi
  done
  wine winecfg -v win10 >/dev/null 2>&1
  x86_64-w64-mingw32-gcc -O2 -shared -s -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" \
    scripts/package/wine8-shim.c -ladvapi32
  # Setup pages ask for fonts of Windows.
  local font
  for font in SimSun 宋体 "MS Shell Dlg" "MS Shell Dlg 2" Tahoma "Segoe UI" "Microsoft YaHei" Verdana; do
    wine reg add 'HKCU\Software\Wine\Fonts\Replacements' /v "$font" /d "Noto Sans CJK SC" /f >/dev/null 2>&1
  done
}

stop_wine() {
  wineserver -k 2>/dev/null || true
  [[ -z ${wine_display:-} ]] || kill "$wine_display" 2>/dev/null || true
}
