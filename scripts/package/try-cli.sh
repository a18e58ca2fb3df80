# The terminal program's story, once as a Windows program and once here, in a folder with Chinese names, blanks and
# more than 260 characters: the same figures, and the same PDF to the last byte. Sourced by test-windows.sh.

say "Building the terminal program of this machine, to compare with"
need_rust
cargo build --locked --quiet --package gongkai-cli </dev/null
linux=$(realpath "${CARGO_TARGET_DIR:-target}/debug/gongkai-cli")
windows=$(realpath "$WINDOWS_BUILT/release/gongkai-cli.exe")
export GONGKAI_FONTS=$PWD/src-tauri/fonts

# Deep for Windows; not too deep for SQLite on Linux, which counts bytes.
deep="张 三 的 电 脑/$(printf 'a long folder name %.0s' 1 2 3 4)/$(printf 'a long folder name %.0s' 5 6 7 8)/$(printf 'and another one %.0s' 1 2 3 4 5)"
deep=${deep// \//\/} # Windows takes no blank at the end of a name
deep=${deep% }
mkdir -p "$work/windows/$deep" "$work/linux"
length=$(printf '%s' "$work/windows/$deep/gongkai.db" | wc -m)
((length > 260)) || fail "the folder of the test is only $length characters deep."
cat >"$work/记 录.json" <<'JSON'
[{ "on": "2019-03-05", "way": "phone", "persons": 1, "subject": "怎样申请农机补贴", "reply": "已当场答复" }]
JSON

# Files bear their moment; both are given the same.
export SOURCE_DATE_EPOCH=1767855600
story() { # story HERE PROGRAM...: runs it and leaves figures.txt and r.pdf in HERE
  local here=$1 data
  shift
  data=$here/data
  [[ $here != "$work/windows" ]] || data=$here/$deep/数据
  "$@" --data "$data" demo >"$here/demo.txt"
  "$@" --data "$data" add inquiry --json "$work/记 录.json" >"$here/add.txt"
  "$@" --data "$data" figures --year 2018 >"$here/figures.txt"
  "$@" --data "$data" list disclosure --year 2018 >"$here/list.txt"
  "$@" --data "$data" report pdf --year 2018 --out "$here/报 告 2018.pdf" >/dev/null
  "$@" --data "$data" report pdf --year 2025 --out "$here/报 告 2025.pdf" >/dev/null
  "$@" --data "$data" report docx --year 2018 --out "$here/报 告.docx" >/dev/null
}
say "The story as a Windows program, in a folder of $length characters"
story "$work/windows" wine "$windows"
say "The same story here"
story "$work/linux" "$linux"
for file in figures.txt list.txt add.txt "报 告 2018.pdf" "报 告 2025.pdf" "报 告.docx"; do
  tr -d '\r' <"$work/windows/$file" | cmp - <(tr -d '\r' <"$work/linux/$file") ||
    fail "$file differs between Windows and Linux."
  say "    the same to the last byte: $file ($(stat -c %s "$work/linux/$file") bytes)"
done
grep -q . "$work/windows/figures.txt" || fail "there are no figures."

unset SOURCE_DATE_EPOCH

say "Wrong usage and failures speak the same"
code=0
wine "$windows" --data "$work/nowhere" figures --year 2018 2>"$work/said" || code=$?
[[ $code == 1 ]] && grep -q '^folder.empty' "$work/said" || fail "a missing folder was answered with $code: $(<"$work/said")"
