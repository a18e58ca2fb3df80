# The setup under wine: install, use, upgrade, refuse, uninstall; files and registry looked at each time. Sourced by
# test-windows.sh.

need_packages "the maker of setup files" nsis librsvg2-bin imagemagick icoutils p7zip-full
need_node
unset GONGKAI_FONTS
user=$WINEPREFIX/drive_c/users/$(whoami)
installed=$user/AppData/Local/Programs/gongkai
data=$user/AppData/Local/gongkai
menu="$user/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/政府信息公开年报"
uninstall_key='HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Uninstall\gongkai'

registry() { # registry KEY: what stands under it, as text; empty where it is not there
  rm -f "$work/key.reg"
  wine regedit /E "$(winepath -w "$work/key.reg")" "$1" 2>/dev/null || true
  [[ ! -f $work/key.reg ]] || iconv -f UTF-16 -t UTF-8 "$work/key.reg" | tr -d '\r'
}
expect() { # expect WHAT COMMAND...
  local what=$1
  shift
  "$@" || fail "$what."
  say "    $what"
}
has() { grep -qF -- "$1" <<<"$2"; }
code_of() { # code_of COMMAND...: prints its exit code
  local code=0
  "$@" >/dev/null 2>&1 || code=$?
  echo "$code"
}
uninstall() {
  # It starts a copy of itself and ends; without the copy it can be waited for.
  wine "$installed/uninstall.exe" /S "_?=$(winepath -w "$installed")"
}

say "A pretended older version, with a file that the present one no longer has"
old=$work/old
mkdir -p "$old/fonts"
cp "$WINDOWS_BUILT/release/gongkai-cli.exe" "$old/"
cp "$WINDOWS_BUILT/release/gongkai-cli.exe" "$old/gongkai.exe"
echo old >"$old/旧 组 件.dll"
echo old >"$old/fonts/old.ttf"
make_setup 0.0.1 "$old" "$work/old-setup.exe" >/dev/null 2>&1
expect "the older setup installs silently" wine "$work/old-setup.exe" /S
expect "its files are there" test -f "$installed/旧 组 件.dll" -a -f "$installed/uninstall.exe"
expect "it is listed as 0.0.1" has '"DisplayVersion"="0.0.1"' "$(registry "$uninstall_key")"
icon=$user/Desktop/政府信息公开年报.lnk
expect "its icon is on the desktop" test -f "$icon"
rm "$icon"

say "Records, as the oldest released program has left them"
mkdir -p "$data"
cp src-tauri/crates/store/tests/fixtures/schema-1.db "$data/gongkai.db"
before=$(sha256sum <"$data/gongkai.db")

say "The present version over it"
expect "the setup installs silently" wine "$setup" /S
key=$(registry "$uninstall_key")
expect "it is listed as $version" has "\"DisplayVersion\"=\"$version\"" "$key"
expect "with a name" has '"DisplayName"="政府信息公开年报"' "$key"
expect "with its publisher" has '"Publisher"=' "$key"
expect "with its size" has '"EstimatedSize"=dword:' "$key"
expect "the files of the older version are gone" test ! -e "$installed/旧 组 件.dll" -a ! -e "$installed/fonts/old.ttf"
expect "program, loader and fonts are there" test -f "$installed/gongkai.exe" -a -f "$installed/gongkai-cli.exe" \
  -a -f "$installed/WebView2Loader.dll" -a -f "$installed/fonts/FandolFang-Regular.otf" -a -f "$installed/第三方许可.txt"
expect "the start menu leads to it" test -f "$menu/政府信息公开年报.lnk" -a -f "$menu/示例单位.lnk" -a -f "$menu/卸载.lnk"
expect "a shortcut removed from the desktop does not come back" \
  test ! -e "$icon"
expect "data packages belong to the program" has 'gongkai.exe\" \"%1\"' \
  "$(registry 'HKEY_CURRENT_USER\Software\Classes\gongkai.package')"
expect "the records are untouched" test "$before" = "$(sha256sum <"$data/gongkai.db")"

say "The installed programs"
expect "the terminal program reads the records with no folder named" \
  has disclosure.total "$(wine "$installed/gongkai-cli.exe" figures --year 2018)"
expect "and has put the older file aside before it changed it" test -f "$data/gongkai-升级前-v1-1.db"
mkdir "$work/newer"
cp "$data/gongkai.db" "$work/newer/"
printf '\0\0\3\347' | dd of="$work/newer/gongkai.db" bs=1 seek=60 conv=notrunc 2>/dev/null # the schema's number
newer=$(sha256sum <"$work/newer/gongkai.db")
wine "$installed/gongkai-cli.exe" --data "$(winepath -w "$work/newer")" figures --year 2018 2>"$work/said" >/dev/null || true
expect "a newer program's records are refused in a sentence" has database.newer "$(<"$work/said")"
expect "and left as they are" test "$newer" = "$(sha256sum <"$work/newer/gongkai.db")"
wine "$installed/gongkai.exe" --check >"$work/check.txt" 2>/dev/null || true
sed 's/^/    /' "$work/check.txt"
expect "the desktop program finds fonts and makes a report without a window" has 试做一份报告：好 "$(<"$work/check.txt")"
expect "and says that wine has no WebView2" has 没有安装 "$(<"$work/check.txt")"
expect "the icon is in the program" test -n "$(wrestool -l --type=group_icon "$installed/gongkai.exe")"
wrestool -x --raw --type=24 "$installed/gongkai.exe" >"$work/manifest" 2>/dev/null
expect "the program takes paths of any length" grep -q longPathAware "$work/manifest"

say "What must not happen"
wine "$installed/gongkai.exe" >/dev/null 2>&1 & # it says in a box that WebView2 is missing, and waits
open=$!
sleep 10
expect "the setup refuses while the program is open" test "$(code_of wine "$setup" /S)" = 4
expect "and the uninstaller, too" test "$(code_of uninstall)" = 4
expect "everything is still there" test -f "$installed/gongkai.exe"
wine taskkill /F /IM gongkai.exe >/dev/null 2>&1 || true
wait "$open" 2>/dev/null || true
make_setup 99.0.0 "$old" "$work/newer-setup.exe" >/dev/null 2>&1
expect "a newer version installs" wine "$work/newer-setup.exe" /S
expect "the present one does not replace it" test "$(code_of wine "$setup" /S)" = 3
uninstall
expect "after it is uninstalled the present one installs" wine "$setup" /S

say "An upgrade into another folder"
expect "installs there" wine "$setup" /S '/D=C:\elsewhere'
expect "and leaves nothing where it was" test ! -e "$installed"
expect "the icon on the desktop leads to it" grep -qaF elsewhere "$icon"
expect "and back" wine "$setup" /S "/D=$(winepath -w "$installed")"
expect "with the icon" grep -qaF Programs "$icon"

say "A chosen data folder with a Chinese name"
mkdir -p "$WINEPREFIX/drive_c/年报 数据"
cp "$data/gongkai.db" "$WINEPREFIX/drive_c/年报 数据/"
mkdir -p "$user/AppData/Roaming/gongkai"
printf 'C:\\年报 数据\n' >"$user/AppData/Roaming/gongkai/folder.txt"
rm -r "$data"
expect "is where the records are read from" has disclosure.total "$(wine "$installed/gongkai-cli.exe" figures --year 2018)"
mv "$WINEPREFIX/drive_c/年报 数据" "$WINEPREFIX/drive_c/拔掉"
wine "$installed/gongkai-cli.exe" figures --year 2018 2>"$work/said" >/dev/null || true
expect "and where it is not plugged in no empty one is begun" has folder.away "$(<"$work/said")"
mv "$WINEPREFIX/drive_c/拔掉" "$WINEPREFIX/drive_c/年报 数据"

say "The folder for a stick"
mkdir "$work/U 盘"
7z x -bso0 "-o$work/U 盘" "dist/公开年报-$version-portable.zip"
stick="$work/U 盘/公开年报"
wine "$stick/gongkai-cli.exe" demo >/dev/null
expect "keeps its data beside itself" test -f "$stick/数据/gongkai.db"

say "Uninstalling"
uninstall
expect "the program is gone" test ! -e "$installed/gongkai.exe" -a ! -e "$installed/fonts"
expect "the start menu is as before" test ! -e "$menu"
expect "and the desktop" test ! -e "$icon"
expect "the list of programs, too" test -z "$(registry "$uninstall_key" | grep DisplayName)"
expect "data packages belong to nobody" test -z "$(registry 'HKEY_CURRENT_USER\Software\Classes\gongkai.package' | grep gongkai.exe)"
expect "the records are kept" test -f "$WINEPREFIX/drive_c/年报 数据/gongkai.db"
