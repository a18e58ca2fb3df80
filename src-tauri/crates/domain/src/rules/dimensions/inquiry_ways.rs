//! Inquiries by telephone, on site, by 微信 and so on make up all inquiries.

use super::ways::{beginning, equal};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "dimension.inquiry_ways",
    group: Group::Dimensions,
    severity: Severity::Error,
    title: "各种方式的咨询之和等于咨询总人次",
    basis: "每一人次咨询有一种方式",
    advice: "核对各种方式的人次和总人次，改正填错的一个",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let parts = beginning(dossier, "inquiry.by.");
    out.extend(equal(dossier, &RULE, &parts, "各种方式的咨询", "inquiry.total"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    /// 50 by telephone, 150 on site, 200 by 微信.
    fn asked(total: i64) -> Dossier {
        let mut dossier = clean();
        for (id, n) in [("by.phone", 50), ("by.on_site", 150), ("by.wechat", 200), ("total", total)] {
            set(&mut dossier, &format!("inquiry.{id}"), n);
            last(&mut dossier, &format!("inquiry.{id}"), n);
        }
        dossier
    }

    #[test]
    fn eight_who_asked_in_no_way() {
        nothing(&asked(400));
        let found = only(&asked(408), RULE.id);
        assert!(found[0].message.contains("相加是 400") && found[0].message.contains("408"));
    }

    #[test]
    fn some_more_by_telephone() {
        let mut dossier = asked(408);
        set_quantity(&mut dossier, "inquiry.by.phone", about(50));
        nothing(&dossier);
    }
}
