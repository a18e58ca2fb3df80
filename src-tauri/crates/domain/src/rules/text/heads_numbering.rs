//! Numbers of headings inside a part: one after the other, from one.

use super::markers::{Marker, bare_head, markers};
use crate::rules::{Dossier, Finding, Group, Origin, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.heads_numbering",
    group: Group::Text,
    severity: Severity::Warning,
    title: "小标题的序号连续",
    basis: "序号跳号或缺号，多半是删改或粘贴时丢了内容",
    advice: "补上缺少的序号或内容",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for (part, words) in
        dossier.parts.iter().zip(&dossier.words().parts).filter(|(part, _)| !part.id.is_empty())
    {
        // Rows of a table are numbered too.
        let in_table = words.sentences.iter().any(|s| s.table);
        let only_tables = dossier.format.part(&part.id).is_some_and(|format| format.tables_only);
        if in_table && only_tables {
            continue;
        }
        let markers = markers(&words.text);
        let mut last = 0;
        let mut end = 0;
        for marker in markers {
            let between = &words.text[end..marker.span.start];
            let follows = marker.number == last + 1 || marker.number == 1;
            if !follows && is_gap(&marker, last, between, dossier.scope.headless) {
                let quote = part.text.get(marker.span.clone()).unwrap_or_default();
                let before = if last == 0 {
                    "前面没有（一）".to_owned()
                } else {
                    format!("前面是第 {last} 个")
                };
                let message = format!("小标题序号「{quote}」不连续，{before}");
                out.push(Finding::of(&RULE, message).at_text(&part.id, quote));
            }
            last = marker.number;
            end = marker.span.end;
        }
    }
    if dossier.origin == Origin::Text && !dossier.raw.contains("……") {
        numbers_of_parts(dossier, out);
    }
}

/// Whether a number is really missing and not only left out of an excerpt.
fn is_gap(marker: &Marker, last: usize, between: &str, headless: bool) -> bool {
    let left_out = between.contains('…') || last == 0 && headless;
    !left_out || last == 0 && marker.number == 2 && bare_head(between)
}

fn numbers_of_parts(dossier: &Dossier, out: &mut Vec<Finding>) {
    let numbered = dossier.parts.iter().filter(|part| !part.number.is_empty());
    let numbers = numbered
        .map(|part| (part, crate::reading::small_number(part.number.trim_end_matches('、')).unwrap_or(0)));
    let numbers: Vec<_> = numbers.collect();
    for pair in numbers.windows(2) {
        if let [(before, a), (part, b)] = pair
            && *b != a + 1
        {
            let message = format!("标题序号从「{}」跳到「{}」", before.number, part.number);
            out.push(Finding::of(&RULE, message).at_text(&part.id, ""));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn the_second_is_gone() {
        let mut dossier = clean();
        add(&mut dossier, "problems", "（一）日常工作。（三）队伍建设。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn a_head_without_its_number() {
        let text =
            "一、总体情况\n本年度情况如下。……\n主动公开情况\n公开文件8件。\n（二）依申请公开情况。没有申请。";
        let known = crate::reading::Known { year: Some(2019), ..Default::default() };
        let dossier = crate::reading::read(text, known).unwrap();
        only(&dossier, RULE.id);
    }

    #[test]
    fn articles_are_cited() {
        let mut dossier = clean();
        add(&mut dossier, "problems", "依据《条例》第五十条第（四）项。（一）日常工作；（二）队伍建设。");
        nothing(&dossier);
    }
}
