//! Whose report a text is: the township's name in the title, the signature or the preamble.

use super::fold::fold;

/// Kinds of townships, and how they speak of themselves.
const KINDS: &[&str] = &["街道", "镇", "乡"];

/// Characters that stand before a township's name and do not belong to it.
const BEFORE: &str =
    "的是在由和与及对到各本我全该县区市州旗盟省年度为向等将给从经据以布合展据照强明各个让使进同对即按《》";

/// The name of a township without what stands before it: 「龙归镇」 out of 「武江区龙归镇人民政府」.
pub fn township_in(text: &str) -> Option<String> {
    townships(text).into_iter().next()
}

/// Every township named in the words, in order.
pub fn townships(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((place, kind)) = next_kind(&folded, at) {
        at = place + kind.len();
        let name = name_before(&folded[..place]);
        // 「乡镇」, 「城镇」, 「街道」 alone name no place.
        let generic = matches!(
            name.as_str(),
            "城" | "乡" | "村" | "家" | "下" | "入" | "小城" | "城乡" | "建制" | "重点" | "中心"
        );
        let behind = &folded[at..];
        let common = kind == "乡"
            && (behind.starts_with('镇')
                || behind.starts_with('村')
                || behind.starts_with('亲')
                || behind.starts_with("土"));
        if name.chars().count() >= 2 && !generic && !common {
            found.push(format!("{name}{kind}"));
        }
    }
    found
}

fn next_kind(text: &str, from: usize) -> Option<(usize, &'static str)> {
    let kinds = KINDS.iter().filter_map(|kind| text[from..].find(kind).map(|at| (from + at, *kind)));
    kinds.min_by_key(|(at, _)| *at)
}

fn name_before(text: &str) -> String {
    let own =
        |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c) && !BEFORE.contains(*c) && !"镇乡".contains(*c);
    let reversed: Vec<char> = text.chars().rev().take_while(own).take(5).collect();
    reversed.into_iter().rev().collect()
}

/// 「我乡」 for 「下达河乡」.
pub fn self_name(short: &str) -> String {
    KINDS.iter().find(|kind| short.ends_with(**kind)).map(|kind| format!("我{kind}")).unwrap_or_default()
}

/// 「下达河乡人民政府」 for 「下达河乡」, 「香蜜湖街道办事处」 for 「香蜜湖街道」.
pub fn whole_name(short: &str) -> String {
    match short {
        "" => String::new(),
        _ if short.ends_with("街道") => format!("{short}办事处"),
        _ => format!("{short}人民政府"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_whose_report_it_is() {
        let name = |text| township_in(text).unwrap_or_default();
        assert_eq!(name("武江区龙归镇人民政府2016年政府信息公开年度报告"), "龙归镇");
        assert_eq!(name("2018年深圳市福田区香蜜湖街道政府信息公开工作年度报告"), "香蜜湖街道");
        assert_eq!(name("要求部署,下達河鄉高度重視"), "下达河乡");
        assert_eq!(name("鄉鎮信息公開情況説明報告"), "");
        assert_eq!(
            (self_name("香蜜湖街道"), whole_name("下达河乡")),
            ("我街道".into(), "下达河乡人民政府".into())
        );
    }
}
