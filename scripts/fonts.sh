#!/usr/bin/env bash
# Remakes the shipped fonts in src-tauri/fonts/ from their published sources.
# Needed only when a source font or the character set changes; the results are committed.
# Wants: a Debian-like machine (for two font packages), python3 with venv, npm.
set -euo pipefail
cd "$(dirname "$0")/.."

work=target/fonts-work
out=src-tauri/fonts
fandol=/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol
fandol_doc=/usr/share/texlive/texmf-dist/doc/fonts/fandol
wenkai=/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf
noto_version=0.4.3
mkdir -p "$work" "$out"

if [ ! -f "$fandol/FandolFang-Regular.otf" ] || [ ! -f "$wenkai" ]; then
  sudo=""
  [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update
  $sudo apt-get install -y --no-install-recommends texlive-lang-chinese fonts-lxgw-wenkai
fi

if [ ! -x "$work/venv/bin/python" ]; then
  python3 -m venv "$work/venv"
fi
"$work/venv/bin/pip" install --quiet fonttools==4.68.0 pypinyin-dict==0.9.0

for family in serif sans; do
  if [ ! -d "$work/$family" ]; then
    npm pack --silent --pack-destination "$work" "@expo-google-fonts/noto-$family-sc@$noto_version" >/dev/null
    mkdir -p "$work/$family"
    tar xzf "$work/expo-google-fonts-noto-$family-sc-$noto_version.tgz" -C "$work/$family" --strip-components=1
  fi
done

"$work/venv/bin/python" - "$work" "$fandol/FandolFang-Regular.otf" "$wenkai" "$out" <<'PY'
"""Cuts each font to GB 2312, the 8,105 characters of the 通用规范汉字表 and the signs an office types."""
import shutil
import sys

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from pypinyin_dict.pinyin_data.ktghz2013 import pinyin_dict as listed

work, fandol, wenkai, out = sys.argv[1:]

RANGES = [
    (0x20, 0x7E), (0xA0, 0xFF), (0x100, 0x17F), (0x1CD, 0x1DC), (0x2BB, 0x2DD), (0x370, 0x3FF), (0x401, 0x451),
    (0x2010, 0x2027), (0x2030, 0x205E), (0x2070, 0x209C), (0x20A0, 0x20BF), (0x2100, 0x218B), (0x2190, 0x2199),
    (0x2200, 0x22BF), (0x2460, 0x24FF), (0x2500, 0x257F), (0x25A0, 0x25EF), (0x2605, 0x2642), (0x2713, 0x2717),
    (0x2E3A, 0x2E3B), (0x3000, 0x301F), (0x3041, 0x30FF), (0x3105, 0x312D), (0x3200, 0x32B0), (0x338E, 0x33D5),
    (0xFE30, 0xFE4F), (0xFF01, 0xFFE5),
]


def gb2312():
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield ord(bytes((row, cell)).decode("gb2312"))
            except (UnicodeDecodeError, TypeError):
                pass


official = {c for c in listed if c > 0x2E00}
assert len(official) >= 8105, len(official)
wanted = set(gb2312()) | official
for low, high in RANGES:
    wanted |= set(range(low, high + 1))


def cut(source, target, unicodes, family=None):
    options = Options(
        layout_features=[], hinting=False, glyph_names=False, notdef_outline=True, recalc_timestamp=False,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], name_languages=[0x409], drop_tables=["vhea", "vmtx", "VORG", "BASE", "STAT", "DSIG", "meta"],
    )
    font = TTFont(source, recalcTimestamp=False)
    have = set(font.getBestCmap())
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=unicodes & have)
    subsetter.subset(font)
    if family:
        for record in list(font["name"].names):
            if record.nameID in (1, 4):
                record.string = family
            elif record.nameID in (3, 6):
                record.string = family.replace(" ", "") + "-Regular"
    font.save(target)
    print(f"{target}: {len(unicodes & have)} characters")
    return have


# Unchanged, so that its licence asks for nothing but the notice.
shutil.copyfile(fandol, f"{out}/FandolFang-Regular.otf")
in_fandol = set(TTFont(fandol, lazy=True).getBestCmap())

cut(f"{work}/serif/900Black/NotoSerifSC_900Black.ttf", f"{out}/NotoSerifSC-Black.ttf", wanted)
cut(f"{work}/sans/500Medium/NotoSansSC_500Medium.ttf", f"{out}/NotoSansSC-Medium.ttf", wanted)
# Latin and digits too: page numbers are set in Song.
latin = set(range(0x20, 0x7F)) | {0x2014, 0x2E3A}
cut(f"{work}/serif/300Light/NotoSerifSC_300Light.ttf", f"{out}/NotoSerifSC-Light.ttf", (wanted - in_fandol) | latin)
# Its quotes and middle dot are a third of an em wide; left out, they come from the next font of the chain.
narrow = {0x2018, 0x2019, 0x201C, 0x201D, 0xB7, 0x2022, 0x2027, 0x30FB}
cut(wenkai, f"{out}/GongkaiKai-Regular.ttf", wanted - narrow, family="Gongkai Kai")
PY

# The OFL text once, with each font's own copyright line above it.
{
  echo "NotoSerifSC-Black.ttf, NotoSerifSC-Light.ttf: (c) 2017-2024 Adobe (http://www.adobe.com/)."
  echo "NotoSansSC-Medium.ttf: (c) 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'."
  echo "GongkaiKai-Regular.ttf: a cut-down, renamed copy of LXGW WenKai,"
  echo "  Copyright 2021-2023 LXGW (https://github.com/lxgw/LxgwWenKai), with Reserved Font Names '霞鹜' and 'LXGW';"
  echo "  Copyright 2020 The Klee Project Authors (https://github.com/fontworks-fonts/Klee)."
  echo
  sed -n '/^This Font Software is licensed/,$p' "$work/serif/LICENSE_FONT"
} >"$out/OFL.txt"
if [ -f "$fandol_doc/COPYING.gz" ]; then
  gzip -dc "$fandol_doc/COPYING.gz" >"$out/GPL-3-font-exception.txt"
else
  cp "$fandol_doc/COPYING" "$out/GPL-3-font-exception.txt"
fi
du -sh "$out"
