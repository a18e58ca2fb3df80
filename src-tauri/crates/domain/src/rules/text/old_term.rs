//! The old term for an answer: fifteen working days became twenty.

use super::said::{any, said};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.old_term",
    group: Group::Text,
    severity: Severity::Warning,
    title: "答复期限按现行《条例》写",
    basis: "《条例》第三十三条：自收到申请之日起20个工作日内答复，延长最长20个工作日",
    advice: "把「15个工作日」改为「20个工作日」",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    if dossier.year < 2020 {
        return;
    }
    for said in said(dossier).filter(|said| said.text.contains("工作日") && said.text.contains("申请")) {
        let other = any(said.text, &["第三方", "征求", "补正", "复议"]).is_some();
        let fifteen = said
            .counts()
            .find(|c| c.unit == "工作日" && c.value == crate::number::Decimal::whole(15))
            .map(|c| c.span.start)
            .or_else(|| {
                let written = ["15个工作日", "十五个工作日"].iter().find_map(|words| said.text.find(words));
                written.map(|at| said.sentence.span.start + at)
            });
        if let Some(at) = fifteen.filter(|_| !other) {
            let finding = Finding::of(&RULE, "答复申请的期限写成 15 个工作日，现行《条例》为 20 个工作日");
            out.push(finding.at_text(&said.part.id, said.piece(&said.clause(at))));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn fifteen_days() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "收到申请后一律在15个工作日内答复。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn third_parties_have_fifteen() {
        for words in ["申请涉及第三方的，征求意见期限为15个工作日。", "收到申请后一律在20个工作日内答复。"]
        {
            let mut dossier = clean();
            add(&mut dossier, "overview", words);
            nothing(&dossier);
        }
    }
}
