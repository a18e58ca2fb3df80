//! What a web page leaves around an article.

use super::said::in_report;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.web_remains",
    group: Group::Text,
    severity: Severity::Warning,
    title: "没有网页残留",
    basis: "从网页上复制时带进来的内容不是报告",
    advice: "删去网页上的导航、标签、版权说明等文字",
    check,
};

/// Left overs inside a report.
const INSIDE: &[&str] = &[
    "<br",
    "</",
    "&nbsp;",
    "&gt;",
    "&lt;",
    "None",
    "undefined",
    "当前位置",
    "首页 >",
    "首页>",
    "上一篇",
    "下一篇",
    "打印本页",
    "关闭窗口",
    "扫一扫",
    "分享到",
    "浏览次数",
    "版权归",
    "版权属于",
    "转载请注明",
    "格式>",
    "标签：",
    "标签:",
];

/// Left overs around it that show that it was taken from a site of articles.
const AROUND: &[&str] = &["当前位置", "版权归", "版权属于", "转载请注明", "标签：", "标签:", "None"];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for (part, words) in dossier.parts.iter().zip(&dossier.words().parts) {
        let traces = if in_report(part) { INSIDE } else { AROUND };
        let found = traces.iter().filter_map(|trace| words.text.find(trace).map(|at| at..at + trace.len()));
        let found: Vec<_> = found.chain(foreign_address(&words.text)).collect();
        let Some(first) = found.first() else { continue };
        let quotes: Vec<&str> = found.iter().filter_map(|span| part.text.get(span.clone())).collect();
        let message = format!("报告里有网页上带来的文字：{}", quotes.join("、"));
        out.push(
            Finding::of(&RULE, message).at_text(&part.id, part.text.get(first.clone()).unwrap_or_default()),
        );
    }
}

/// The address of a page that is no government's.
fn foreign_address(text: &str) -> Option<std::ops::Range<usize>> {
    let at = text.find("http://").or_else(|| text.find("https://"))?;
    let length = text[at..].find(|c: char| !c.is_ascii() || c.is_whitespace()).unwrap_or(text.len() - at);
    (!text[at..at + length].contains(".gov.cn")).then_some(at..at + length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn a_breadcrumb() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "当前位置：首页 > 政务公开。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn the_address_of_the_office() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "本报告可在http://www.example.gov.cn/下载。");
        nothing(&dossier);
    }
}
