#!/usr/bin/env bash
# Measures the queries of a ledger with 100,000 records and prints a table:
# the median of each in milliseconds, and its ratio to one pass over the table
# made in the same run; beside it the mean time on the processor, in which other
# programs do not count. Queries that take more than 50 ms of it are marked.
#
# Then all rules on one year and on ten, and what a key stroke in a table costs
# behind the window.
#
# Then the page of terms with 1,000 open applications, beside reading them.
# Then an edit until the page in sight has followed.
#
# Then layout and PDF of a ten-page and a long document, beside reading the fonts,
# and the whole program beside Typst (its wheel from PyPI) and LibreOffice, where
# they can be had (bench-paper.py).
#
#   ./scripts/bench.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

cargo run --locked --release --quiet --package gongkai-store --example ledger_bench
echo
cargo run --locked --release --quiet --package gongkai-domain --example rules_bench
echo
cargo run --locked --release --quiet --package gongkai-office --example check_bench
echo
cargo run --locked --release --quiet --package gongkai-office --example terms_bench
echo
cargo run --locked --release --quiet --package gongkai-office --example preview_bench
echo
cargo run --locked --release --quiet --package gongkai-paper --example paper_bench
echo
if command -v python3 >/dev/null; then
  ./scripts/bench-paper.py target/release/examples/paper_bench target/bench
else
  echo "Typst and LibreOffice are left out: python3 is not installed"
fi
