//! Last year's number typed again in last year's sentence.

use std::collections::HashMap;

use super::alike::{both, core};
use crate::number::Decimal;
use crate::reading::{NumberKind, Sentence};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "likeness.numbers",
    group: Group::Likeness,
    severity: Severity::Hint,
    title: "数字不照抄上年",
    basis: "年度报告写本年度的数据",
    advice: "对照台账核对这几个数字是不是本年的",
    check,
};

/// Numbers below this are often the same by chance.
const SMALL: i64 = 10;

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for both in both(dossier).filter(|both| both.part.id != "preamble") {
        let cores = both.last.sentences.iter().filter_map(|s| Some((core(both.last, s)?, s)));
        let last: HashMap<String, &Sentence> = cores.collect();
        for sentence in &both.words.sentences {
            let own = counts(sentence);
            if !own.iter().any(|n| *n >= Decimal::whole(SMALL)) {
                continue;
            }
            let before = core(both.words, sentence).and_then(|core| last.get(&core).copied());
            if before.is_some_and(|before| counts(before) == own) {
                let named: Vec<String> = own.iter().map(Decimal::to_string).collect();
                let message = format!("这一句和上年相同，数字 {} 也没有变", named.join("、"));
                let quote = both.part.text.get(sentence.span.clone()).unwrap_or_default();
                out.push(Finding::of(&RULE, message).at_text(&both.part.id, quote));
            }
        }
    }
}

fn counts(sentence: &Sentence) -> Vec<Decimal> {
    sentence.numbers.iter().filter(|n| n.kind == NumberKind::Count).map(|n| n.value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn the_same_number_in_another_year() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "2024年共印发宣传手册350份。");
        said_last_year(&mut dossier, "overview", "2023年共印发宣传手册350份。");
        let found = only(&dossier, RULE.id);
        assert!(found[0].message.contains("350"));
        said_last_year(&mut dossier, "overview", "2023年共印发宣传手册320份。");
        nothing(&dossier);
    }
}
