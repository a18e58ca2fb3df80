#!/usr/bin/env bash
# Writes docs/rules.md anew from the rules and from how they do on published reports,
# which must lie beside the project; without them the file stays as it is.
#
#   ./scripts/rules-doc.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

made=$(mktemp)
trap 'rm -f "$made"' EXIT
cargo run --locked --quiet --package gongkai-domain --example rules_doc > "$made"
cp "$made" docs/rules.md
