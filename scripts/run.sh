#!/usr/bin/env bash
# Sets the machine up, builds the program and opens its window.
#
#   ./scripts/run.sh                 your own records
#   ./scripts/run.sh --demo          the sample office, in a folder of its own
#   ./scripts/run.sh --data DIR      the records in DIR
#   ./scripts/run.sh --release       build as it is shipped: slower to build, faster to use
#
# Every other argument is handed to the program.
set -euo pipefail
started_in=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/setup.sh
source scripts/setup.sh

build=debug
arguments=()
while (($#)); do
  case $1 in
  -h | --help)
    sed -n '2,9s/^# \{0,1\}//p' scripts/run.sh
    exit 0
    ;;
  --release) build=release ;;
  --data)
    [[ $# -ge 2 ]] || fail "--data needs a folder." "For example: ./scripts/run.sh --data ~/records"
    # A folder is meant from where the caller stands, not from the project's root.
    arguments+=(--data "$(cd "$started_in" && realpath -m -- "$2")")
    shift
    ;;
  *) arguments+=("$1") ;;
  esac
  shift
done

if [[ -z ${DISPLAY:-} && -z ${WAYLAND_DISPLAY:-} ]]; then
  fail "there is no screen to open a window on (DISPLAY and WAYLAND_DISPLAY are empty)." \
    "Start this from a desktop session. Over ssh use ssh -X." \
    "On a server the same work is done by gongkai-cli: cargo run -p gongkai-cli -- --help" \
    "All tests run without a screen: ./scripts/test.sh"
fi

need_packages "what the window needs" "${WINDOW_PACKAGES[@]}"
need_rust
need_node
need_ui

flags=()
[[ $build == debug ]] || flags+=(--release)
say "Building the program (the first time takes some minutes)"
cargo build --locked --bin gongkai "${flags[@]}" </dev/null

say "Opening the window"
exec "${CARGO_TARGET_DIR:-target}/$build/gongkai" "${arguments[@]}"
