//! （一）…（六）的各行相加等于（七）总计, in every column of the applications' table.

use super::relation::relations;
use crate::rules::{Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "application.results",
    group: Group::Identities,
    severity: Severity::Error,
    title: "申请表：各项办理结果之和等于（七）总计",
    basis: "申请表第三项：（一）至（六）各行之和为（七）总计",
    advice: "逐行核对这一列的办理结果，改正填错的一格；一件申请只计在一行",
    check: |dossier, out| relations(dossier, &RULE, out),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Place;
    use crate::rules::testing::*;

    #[test]
    fn a_result_written_one_too_high() {
        let mut dossier = clean();
        set(&mut dossier, "t3.result.granted.natural", 5);
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("自然人") && found[0].message.contains("为 8"));
        assert_eq!(found[0].places[0], Place::Figure { id: "t3.result.granted.natural".into() });
        assert!(found[0].advice.contains("改为 4"));
    }

    #[test]
    fn a_total_that_is_no_sum_is_said_once() {
        let mut dossier = clean();
        set(&mut dossier, "t3.result.total.natural", 6);
        assert_eq!(
            only(&dossier, RULE.id)[0].places[0],
            Place::Figure { id: "t3.result.total.natural".into() }
        );
    }
}
