# The tests of the lower floors and of the terminal program, compiled for Windows and run by wine. Sourced by
# test-windows.sh. The desktop's own need WebView2, which wine does not have.

crates=(--package gongkai-domain --package gongkai-paper --package gongkai-store --package gongkai-office --package gongkai-cli)

# Left out: what tries other programs of Linux, or how Unix alone treats files.
skip=()
while read -r word; do skip+=(--skip "$word"); done < <(sed 's/#.*//; /^ *$/d' scripts/package/not-under-wine.txt)

say "Building the tests for Windows and running them under wine"
# cargo starts each where it would start it anywhere else: in its crate's folder.
CARGO_PROFILE_DEV_DEBUG=false CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER=wine \
  windows_cargo test --quiet --no-fail-fast --lib --bins --tests "${crates[@]}" -- --test-threads=2 "${skip[@]}" 2>&1 |
  tee "$work/said" || fail "tests failed under wine; their messages stand above."
passed=$(awk '/^test result/ { sum += $4 } END { print sum + 0 }' "$work/said")
((passed > 0)) || fail "no test was run."
say "    $passed tests passed as Windows programs"
