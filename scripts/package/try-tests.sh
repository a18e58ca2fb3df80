# The tests of the lower floors and of the terminal program, compiled for Windows and run by wine. Sourced by
# test-windows.sh. The desktop's own need WebView2, which wine does not have.

say "Building the tests for Windows"
crates=(--package gongkai-domain --package gongkai-paper --package gongkai-store --package gongkai-office --package gongkai-cli)
CARGO_PROFILE_DEV_DEBUG=false windows_cargo test --no-run --lib --bins --tests --message-format json "${crates[@]}" >"$work/built.json"
# Name and program of each, without the parser of JSON that this machine may not have.
sed -n 's/.*"kind":\["\([a-z-]*\)"\][^{]*"name":"\([^"]*\)".*"test":true.*"executable":"\([^"]*\)".*/\1 \2 \3/p' \
  "$work/built.json" >"$work/programs"
[[ -s $work/programs ]] || fail "cargo named no test programs."

# Left out: what tries other programs of Linux, or how Unix alone treats files.
skip=()
while read -r word; do skip+=(--skip "$word"); done < <(sed 's/#.*//; /^ *$/d' scripts/package/not-under-wine.txt)

failed=0
while read -r kind name program; do
  say "Under wine: $name ($kind)"
  # Each runs where cargo would run it: in its crate's folder.
  folder=$(case $name in
    domain | calendar | reports) echo src-tauri/crates/domain ;;
    store | files | lists | locks | office_store | records) echo src-tauri/crates/store ;;
    command_line | gongkai-cli) echo src-tauri/crates/cli ;;
    office | stories) echo src-tauri/crates/office ;;
    *) echo src-tauri/crates/paper ;;
    esac)
  if ! (cd "$folder" && wine "$program" --test-threads=2 "${skip[@]}" </dev/null >"$work/said" 2>&1); then
    failed=$((failed + 1))
    tail -n 60 "$work/said"
  fi
  grep -a '^test result' "$work/said" | sed 's/^/    /' || true
done <"$work/programs"
((failed == 0)) || fail "$failed test programs failed under wine; their messages stand above."
