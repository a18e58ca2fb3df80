#!/usr/bin/env bash
# Sets the machine up and runs every check and every test, without a screen.
#
#   ./scripts/test.sh            everything
#   ./scripts/test.sh --quick    all but the tests that open the real window
#
# The first check that fails ends the run. The test runner speaks last, so that
# its closing lines are the last thing printed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/setup.sh
source scripts/setup.sh

quick=
case ${1:-} in
'') ;;
--quick) quick=yes ;;
-h | --help)
  sed -n '2,8s/^# \{0,1\}//p' scripts/test.sh
  exit 0
  ;;
*) fail "unknown argument: $1" "Use ./scripts/test.sh or ./scripts/test.sh --quick." ;;
esac

# Chinese file names and messages come out right under any system language.
export LC_ALL=C.UTF-8

need_packages "what the window needs" "${WINDOW_PACKAGES[@]}"
need_packages "what the tests need" "${TEST_PACKAGES[@]}"
need_rust
need_node
need_ui # first: the program embeds ui/dist

check() { # check WHAT COMMAND...
  local what=$1 started=$SECONDS
  shift
  say "$what"
  "$@" </dev/null || fail "$what: failed; the messages stand above."
  say "$what: good ($((SECONDS - started)) s)"
}
in_ui() { (cd ui && npm run --silent "$@"); }

check "Format of the Rust sources" cargo fmt --all --check
check "Front end: lint" in_ui lint
check "Front end: types" in_ui typecheck
check "Front end: tests" in_ui test
check "Clippy" cargo clippy --locked --workspace --all-targets --quiet -- -D warnings
check "Examples in the documentation" cargo test --locked --workspace --doc --quiet

# The window tests of the root package, by the names of their files.
window=() others=()
for file in tests/*.rs; do
  [[ -e $file ]] || continue
  name=$(basename "$file" .rs)
  # tests/command_line.rs is a test of the gongkai-cli package.
  [[ $name != command_line ]] || continue
  if [[ $name == window* ]]; then window+=(--test "$name"); else others+=(--test "$name"); fi
done

if cargo nextest --version >/dev/null 2>&1; then
  flags=()
  [[ -z ${CI:-} ]] || flags+=(--profile ci)
  [[ -z $quick ]] || flags+=(-E 'not binary(/^window/)')
  say "Tests"
  exec cargo nextest run --locked --workspace "${flags[@]}" </dev/null
fi

say "Tests (cargo-nextest is not installed, cargo test does it: cargo install --locked cargo-nextest is clearer and faster)"
cargo test --locked --workspace --exclude gongkai --tests </dev/null
cargo test --locked --package gongkai --lib --bins "${others[@]}" </dev/null
if [[ -z $quick && ${#window[@]} -gt 0 ]]; then
  # One window at a time: they share the processor, and each has a time limit.
  cargo test --locked --package gongkai "${window[@]}" -- --test-threads=1 </dev/null
fi
