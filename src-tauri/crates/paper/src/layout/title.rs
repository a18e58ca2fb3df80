//! Breaking a long title: lines of like length, broken where the sense allows (词意完整，排列对称;
//! GB/T 9704—2012 7.3.1).

use super::cells::Cell;
use super::lines::natural;

/// Words of official titles that must not be torn between two lines.
const WHOLE: &[&str] = &[
    "人民",
    "政府",
    "人民政府",
    "政府信息",
    "信息公开",
    "主动公开",
    "申请公开",
    "村民",
    "办公",
    "办公室",
    "委员",
    "委员会",
    "信息",
    "公开",
    "工作",
    "年度",
    "报告",
    "情况",
    "情况说明",
    "说明",
    "通知",
    "意见",
    "方案",
    "制度",
    "管理",
    "规定",
    "办法",
    "总结",
    "乡镇",
    "街道",
    "主动",
    "申请",
    "关于",
    "进一步",
    "加强",
    "推进",
    "落实",
    "实施",
    "开展",
    "建设",
    "村务",
    "政务",
    "服务",
    "条例",
    "统计",
    "检查",
    "考核",
    "监督",
    "领导",
    "小组",
    "办事处",
    "国家",
    "文件",
    "印发",
    "年度报告",
    "自治",
    "党组",
    "机关",
    "公共",
    "群众",
    "社会",
    "安全",
    "责任",
    "指南",
    "目录",
];

/// After these a title is best broken.
const GOOD_ENDS: &[&str] =
    &["人民政府", "委员会", "办公室", "办事处", "关于", "年度", "年", "信息公开", "街道", "镇", "乡"];

/// A break within a word, or before a word that leans on the one before it, is taken only where no other is;
/// a line of half the length of the others costs 25.
const TORN: f64 = 1_000.0;
const HOURGLASS: f64 = 40.0;

/// Weighing every way to break a title takes long beyond so many lines, and no such title looks well.
const MOST_LINES: usize = 6;

/// The ends of the lines of a title (indices into `cells`, the last is its length).
/// `width` in thousandths of a character of the title. Nothing for a title that has to be broken like a text.
pub(super) fn line_ends(cells: &[Cell], width: i32) -> Vec<usize> {
    let total = natural(cells);
    if total <= width || cells.is_empty() {
        return vec![cells.len()];
    }
    let at_least = usize::try_from((total + width - 1) / width).unwrap_or(1);
    if at_least > MOST_LINES {
        return Vec::new();
    }
    (at_least..=at_least + 2).find_map(|count| balanced(cells, width, total, count)).unwrap_or_default()
}

/// The best way to break into `count` lines, if there is one.
fn balanced(cells: &[Cell], width: i32, total: i32, count: usize) -> Option<Vec<usize>> {
    let target = f64::from(total) / count as f64;
    let breaks: Vec<usize> =
        (1..cells.len()).filter(|i| cells[*i].break_before).chain([cells.len()]).collect();
    // best[k] = cheapest way to end line n at breaks[k], with the breaks taken.
    let mut best: Vec<Option<(f64, Vec<usize>)>> = vec![None; breaks.len()];
    for nth in 0..count {
        let mut next: Vec<Option<(f64, Vec<usize>)>> = vec![None; breaks.len()];
        for (k, &end) in breaks.iter().enumerate() {
            let starts: Vec<(usize, f64, Vec<usize>)> = if nth == 0 {
                vec![(0, 0.0, Vec::new())]
            } else {
                (0..k).filter_map(|j| best[j].clone().map(|(cost, path)| (breaks[j], cost, path))).collect()
            };
            for (from, cost, mut path) in starts {
                let wide = natural(&cells[from..end]);
                if wide > width {
                    continue;
                }
                let off = (f64::from(wide) - target) / target;
                let cost = cost + off * off * 100.0 + tear(cells, end) + waist(cells, &path, wide);
                if next[k].as_ref().is_none_or(|(known, _)| cost < *known) {
                    path.push(end);
                    next[k] = Some((cost, path));
                }
            }
        }
        best = next;
    }
    best.pop().flatten().map(|(_, path)| path)
}

/// What a line shorter than both its neighbours costs: a title is a trapezoid or a diamond, no hourglass.
/// `path` holds the ends of the lines before one that is `wide`.
fn waist(cells: &[Cell], path: &[usize], wide: i32) -> f64 {
    let [.., from, to] = *path else { return 0.0 };
    let before = if path.len() > 2 { path[path.len() - 3] } else { 0 };
    let (first, middle) = (natural(&cells[before..from]), natural(&cells[from..to]));
    if middle < first && middle < wide { HOURGLASS } else { 0.0 }
}

/// What a break at `end` costs in sense.
fn tear(cells: &[Cell], end: usize) -> f64 {
    if end >= cells.len() {
        return 0.0;
    }
    let text = |from: usize, to: usize| cells[from..to].iter().map(|c| c.ch).collect::<String>();
    let torn = WHOLE.iter().any(|word| {
        let size = word.chars().count();
        (1..size).any(|cut| {
            end >= cut && end - cut + size <= cells.len() && text(end - cut, end - cut + size) == **word
        })
    });
    let head = text(0, end);
    let mut cost = if torn { TORN } else { 4.0 };
    if GOOD_ENDS.iter().any(|good| head.ends_with(good)) {
        cost -= 4.0;
    }
    if matches!(cells[end].ch, '的' | '和' | '与' | '及' | '等') {
        cost += TORN;
    }
    cost
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::fonts::Case;
    use crate::layout::{cells, run};
    use crate::{FontRole, Fonts};

    fn broken(title: &str) -> Vec<String> {
        let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fonts");
        let fonts = Fonts::load(&fonts).expect("the fonts");
        let cells = Case::with(&fonts, 0.0, |mut case| {
            cells::cells(&[run(title, FontRole::XiaoBiaoSong)], &mut case)
        });
        let cells = cells.expect("open fonts");
        let mut from = 0;
        let mut lines = Vec::new();
        for end in line_ends(&cells, 20_000) {
            lines.push(cells[from..end].iter().map(|c| c.ch).collect());
            from = end;
        }
        lines
    }

    #[test]
    fn words_are_whole_and_little_words_lean_back() {
        for title in [
            "青石乡人民政府关于报送2021年政府信息公开工作年度报告的报告",
            "清河县人民政府办公室关于进一步加强和改进乡镇政府信息公开和政务公开工作年度报告编制和发布工作的通知",
            "关于印发青石乡政府信息主动公开和依申请公开工作制度的通知",
            "青石乡人民政府关于2021年度法治政府建设和政府信息公开的年度报告",
        ] {
            let lines = broken(title);
            assert_eq!(lines.concat(), title);
            for line in &lines[1..] {
                assert!(!line.starts_with(['的', '和', '与', '及']), "{lines:?}");
            }
            for word in ["年度报告", "人民政府", "信息公开", "工作", "办公室"] {
                let whole = lines.iter().map(|l| l.matches(word).count()).sum::<usize>();
                assert_eq!(whole, title.matches(word).count(), "{word}: {lines:?}");
            }
        }
    }

    #[test]
    fn three_lines_have_no_waist() {
        let title = "清河县人民政府办公室关于进一步加强和改进乡镇政府信息公开和政务公开工作年度报告编制和发布工作的通知";
        let wide: Vec<usize> = broken(title).iter().map(|l| l.chars().count()).collect();
        assert!(wide.len() >= 3, "{wide:?}");
        for three in wide.windows(3) {
            assert!(three[1] >= three[0].min(three[2]), "{wide:?}");
        }
    }
}
