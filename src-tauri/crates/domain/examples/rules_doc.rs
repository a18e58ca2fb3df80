//! Writes docs/rules.md: every rule with its severity, basis and advice, then how the rules do on published
//! reports. Run by scripts/rules-doc.sh; wants the reports beside the project.

#[path = "../tests/reports/comparison.rs"]
mod comparison;
#[path = "../tests/reports/expected.rs"]
mod expected;

use std::fmt::Write as _;

use comparison::{Outcome, folder, outcomes};
use domain::rules::{self, Group, Severity};

const GROUPS: &[(Group, &str)] = &[
    (Group::Identities, "表内和跨年勾稽"),
    (Group::Records, "台账与报表"),
    (Group::Dimensions, "统计口径"),
    (Group::Text, "文字与数字"),
    (Group::Completeness, "内容是否齐全"),
    (Group::Likeness, "与上年雷同"),
];

fn main() {
    let Some(reports) = folder() else {
        eprintln!("no shared/reports beside the project: docs/rules.md stays as it is");
        std::process::exit(1);
    };
    let mut doc = String::from(HEAD);
    every_rule(&mut doc);
    how_they_do(&mut doc, &outcomes(&reports));
    print!("{doc}");
}

const HEAD: &str = "# 校验规则\n\n\
    程序按下面的规则检查一份年度报告。错误要改正，或者写出情况说明以后才能锁定；警告多半有问题；提示供参考。\
    每条校验结果都给出两边的数字或原文、依据和办法。\n\n\
    本文由 `scripts/rules-doc.sh` 生成，不要手改。\n";

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "错误",
        Severity::Warning => "警告",
        Severity::Hint => "提示",
    }
}

fn every_rule(doc: &mut String) {
    let _ = writeln!(doc, "\n共 {} 条。\n", rules::all().count());
    for (group, name) in GROUPS {
        let of_group: Vec<_> = rules::all().filter(|rule| rule.group == *group).collect();
        let _ = writeln!(doc, "## {name}（{} 条）\n", of_group.len());
        let _ = writeln!(doc, "| 编号 | 级别 | 检查什么 | 依据 | 怎么办 |\n|---|---|---|---|---|");
        for rule in of_group {
            let level = severity(rule.severity);
            let _ = writeln!(
                doc,
                "| `{}` | {level} | {} | {} | {} |",
                rule.id, rule.title, rule.basis, rule.advice
            );
        }
        doc.push('\n');
    }
}

fn how_they_do(doc: &mut String, outcomes: &[Outcome]) {
    let sum = |count: &dyn Fn(&Outcome) -> usize| outcomes.iter().map(count).sum::<usize>();
    let expected = sum(&|o| o.sample.expected.len());
    let (right, missed) = (sum(&|o| o.right().len()), sum(&|o| o.missed().len()));
    let (besides, wrong) = (sum(&|o| o.besides().len()), sum(&|o| o.wrong().len()));
    let unseen = sum(&|o| o.sample.unseen.len());
    let errors =
        sum(&|o| o.findings.iter().filter(|f| f.severity == Severity::Error && o.sample.consistent).count());
    let _ = writeln!(doc, "## 在已公布的年报上的结果\n");
    let _ = writeln!(
        doc,
        "用 {} 份已公布的乡镇、街道年报（2008—2025 年度，多为摘录，不随程序提供）检验。「期望」是人工细读指出的错误，\
         一份报告里同一条规则只计一次。\n",
        outcomes.len()
    );
    let _ = writeln!(doc, "| 期望 | 找到 | 漏 | 误报 | 另外找到 |\n|---|---|---|---|---|");
    let _ = writeln!(doc, "| {expected} | {right} | {missed} | {wrong} | {besides} |\n");
    let _ = writeln!(
        doc,
        "人工还指出 {unseen} 处，摘录里看不到或者文字本身定不下来，没有计入期望。规则和期望是对着同一批样本调整的，\
         新的报告上的误报和遗漏会比这里多。\
         表中「一致」是细读认为数字前后一致的报告，在它们上面报出的错误有 {errors} 条。\n"
    );
    let _ = writeln!(doc, "| 报告 | 数字 | 期望 | 找到 | 漏 | 误 |\n|---|---|---|---|---|---|");
    for outcome in outcomes {
        let numbers = if outcome.sample.consistent { "一致" } else { "" };
        let list = |ids: Vec<&str>| ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join("<br>");
        let found = list(outcome.found.iter().map(String::as_str).collect());
        let (expected, missed) = (list(outcome.sample.expected.to_vec()), list(outcome.missed()));
        let _ = writeln!(
            doc,
            "| {} | {numbers} | {expected} | {found} | {missed} | {} |",
            outcome.sample.file,
            list(outcome.wrong())
        );
    }
    let _ = writeln!(doc, "\n### 另外找到\n\n细读没有指出、逐条核对原文确有其事的：\n");
    let _ = writeln!(doc, "| 报告 | 规则 | 原文的情况 |\n|---|---|---|");
    for outcome in outcomes {
        for (id, why) in outcome.besides() {
            let _ = writeln!(doc, "| {} | `{id}` | {why} |", outcome.sample.file);
        }
    }
    let _ = writeln!(doc, "\n### 没有计入的\n\n| 报告 | 细读指出的 |\n|---|---|");
    for outcome in outcomes {
        for what in outcome.sample.unseen {
            let _ = writeln!(doc, "| {} | {what} |", outcome.sample.file);
        }
    }
}
