//! A report is signed when its year is over.

use chrono::{Datelike, NaiveDate};

use crate::rules::Place;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.signature_date",
    group: Group::Text,
    severity: Severity::Error,
    title: "成文日期在统计期限以后",
    basis: "统计期限到12月31日止，期限没有过完，数据还会变",
    advice: "把成文日期改为实际签发的日期；年底以前报送过的，年后核对数据重新签发",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let (Some(signed), Some(end)) = (dossier.signed_on, NaiveDate::from_ymd_opt(dossier.year, 12, 31)) else {
        return;
    };
    if signed > end {
        return;
    }
    let written = format!("{}年{}月{}日", signed.year(), signed.month(), signed.day());
    let message = format!("成文日期是{written}，统计期限到{}年12月31日才结束", dossier.year);
    // On the last day itself hardly anything can change any more.
    let severity = if signed == end { Severity::Hint } else { RULE.severity };
    out.push(
        Finding::of(&RULE, message)
            .sides(("成文日期", &written), ("统计期限止于", &format!("{}年12月31日", dossier.year)))
            .at(Place::Setting { name: "signed_on".into() })
            .as_grave_as(severity),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn signed_in_december() {
        let mut dossier = clean();
        dossier.signed_on = NaiveDate::from_ymd_opt(2024, 12, 20);
        assert_eq!(only(&dossier, RULE.id)[0].severity, Severity::Error);
        dossier.signed_on = NaiveDate::from_ymd_opt(2024, 12, 31);
        assert_eq!(only(&dossier, RULE.id)[0].severity, Severity::Hint);
    }
}
