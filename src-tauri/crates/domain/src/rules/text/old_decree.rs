//! The old decree, cited after the new one had come.

use super::phrases::{Where, phrases};
use super::said::{any, said};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.old_decree",
    group: Group::Text,
    severity: Severity::Warning,
    title: "引用现行《条例》",
    basis: "《条例》2019年修订（国务院令第711号，2019年5月15日起施行）；年度报告的规定在第四十九条、第五十条",
    advice: "改引修订后的《条例》第五十条",
    check,
};

/// What gives it away.
const WORDS: &[&str] = &["492号", "第四百九十二号", "2008年5月1日起施行"];

/// Where the old decree had the report; the new one speaks there of other things, which may be cited.
const ARTICLES: &[(&str, &[&str])] =
    &[("第三十一条", &["收到", "签收", "确认", "提交"]), ("第三十二条", &["第三方", "征求", "权益", "合法"])];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    if dossier.year < 2019 {
        return;
    }
    phrases(dossier, &RULE, WORDS, Where::Words, |words| format!("「{words}」是修订以前的《条例》"), out);
    for said in said(dossier) {
        for (article, today) in ARTICLES {
            let cited = cites(said.text, article).filter(|_| any(said.text, today).is_none());
            let Some(at) = cited else { continue };
            let message = format!("年度报告的内容不在现行《条例》{article}，这是修订以前的条文");
            let start = said.sentence.span.start + at;
            let quote = said.piece(&(start..start + article.len()));
            out.push(Finding::of(&RULE, message).at_text(&said.part.id, quote));
        }
    }
}

/// Where the article stands behind the name of the decree: 「条例》第三十二条」, or with a remark in brackets between.
fn cites(text: &str, article: &str) -> Option<usize> {
    text.match_indices(article).map(|(at, _)| at).find(|at| {
        let mut before = text[..*at].trim_end();
        if let Some(inside) = before.strip_suffix(['）', ')']) {
            before = inside.rfind(['（', '(']).map_or(before, |open| inside[..open].trim_end());
        }
        before.ends_with("条例》") || before.ends_with("条例")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn is_seen() {
        for words in [
            "根据国务院令第492号编制本报告。",
            "依据《政府信息公开条例》第三十二条编制本报告。",
            "依据《政府信息公开条例》（国务院令第711号，以下简称《条例》）第三十二条编制本报告。",
        ] {
            let mut dossier = clean();
            add(&mut dossier, "overview", words);
            assert_eq!(only(&dossier, RULE.id).len(), 1, "{words}");
        }
    }

    #[test]
    fn the_same_number_of_the_decree_in_force() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "依照《条例》第三十二条书面征求第三方意见。");
        nothing(&dossier);
    }
}
