#!/usr/bin/env bash
# Draws the sample documents of the paper crate for docs: a sheet of small pages
# for each, docs/pictures/paper-*.png.
#
#   ./scripts/paper-pictures.sh             all
#   ./scripts/paper-pictures.sh filing      those named (examples/samples lists them)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/setup.sh
source scripts/setup.sh

need_packages "what draws the pages" imagemagick optipng poppler-utils
need_rust

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo run --locked --quiet --package gongkai-paper --example samples -- "$work" </dev/null

sheet() { # sheet NAME COLUMNS [PAGE...]: without pages, all.
  local name=$1 columns=$2 page
  shift 2
  if (($# == 0)); then
    pdftoppm -r 60 -png "$work/$name.pdf" "$work/$name"
  else
    for page in "$@"; do
      pdftoppm -r 60 -png -f "$page" -l "$page" "$work/$name.pdf" "$work/$name"
    done
  fi
  montage "$work/$name"-*.png -tile "${columns}x" -geometry +6+6 -background '#d0d0d0' "$work/sheet.png"
  convert "$work/sheet.png" +dither -colors 24 -strip "$work/small.png"
  optipng -quiet -o3 "$work/small.png"
  cp "$work/small.png" "docs/pictures/paper-$name.png"
  say "docs/pictures/paper-$name.png"
}

wanted() { [[ ${#names[@]} -eq 0 || " ${names[*]} " == *" $1 "* ]]; }

names=("$@")
if wanted letter; then sheet letter 1; fi
if wanted filing; then sheet filing 4; fi
if wanted joint; then sheet joint 2; fi
if wanted report; then sheet report 4; fi
if wanted statutory; then sheet statutory 4; fi
# The body, the annexes on turned pages, and 版记 behind them.
if wanted annexes; then sheet annexes 4 1 2 41 42 43 44 45 46 47 48; fi
if wanted signs; then sheet signs 2; fi
